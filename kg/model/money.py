"""Facts of money: what is promised, asked for, needed, spent; and sums that are only named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.model.facts import Fact, said
from kg.model.mentions import Party
from kg.model.text import Phrase


class FundingStatus(StrEnum):
    """What sort of funding statement it is. Promises, then calls, then what is not forward money."""

    ANNOUNCED = "announced"
    COMMITTED = "committed"
    MANIFESTO = "manifesto"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    POTENTIAL = "potential"
    REQUESTED = "requested"
    ESTIMATED_NEED = "estimated_need"
    DENIED = "denied"
    EXISTING = "existing"
    SPENT = "spent"

    @property
    def is_promise(self) -> bool:
        """Whether somebody says that the money will be paid: only these are pledges, and only these are added up."""
        return self in _PROMISES

    @property
    def is_call(self) -> bool:
        """Whether somebody asks for the money or says that it is needed."""
        return self in (FundingStatus.REQUESTED, FundingStatus.ESTIMATED_NEED)


_PROMISES = frozenset(
    {
        FundingStatus.ANNOUNCED,
        FundingStatus.COMMITTED,
        FundingStatus.MANIFESTO,
        FundingStatus.PROPOSED,
        FundingStatus.CONDITIONAL,
        FundingStatus.POTENTIAL,
    }
)


class Newness(StrEnum):
    """Whether the money is new."""

    NEW = "new"
    RE_ANNOUNCED = "re-announced"
    BROUGHT_FORWARD = "brought forward"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in whole units of its currency.

    Attributes:
        low, high: equal for an exact sum; low is None for "up to", high is None for "at least".
        stated: the low end of a range, the bound of "up to" and "at least", else the sum itself.
        currency: ISO 4217.
        is_per_year: "a year", "annually".
    """

    stated: int
    currency: str
    low: int | None = None
    high: int | None = None
    is_per_year: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingStatement(Fact):
    """A sum of money for a purpose, and what is said of it. A pledge is one whose status is a promise.

    Attributes:
        surface: the sum as printed ("£325m"), or the words that stand for a sum which the text does not give.
        amount: None where the text gives no sum.
        money_kind: "capital", "revenue" or "unspecified".
        is_disputed: the words say that the sum is not enough or not real; such a sum is never added up.
        pledger: whose money or decision. announced_by: who says so in the text, None if it is narration.
        occasion: the event at which it was announced ("Spring Budget").
        repeats: surface of an earlier statement of the same article that this one names again, None otherwise.
    """

    predicate: ClassVar[str] = "fundingStatement"

    surface: Phrase
    amount: Amount | None
    status: FundingStatus
    money_kind: str = "unspecified"
    newness: Newness = Newness.UNSTATED
    is_disputed: bool = False
    pledger: Party | None = None
    announced_by: Party | None = None
    recipient: Party | None = None
    purpose: Phrase | None = None
    period: Phrase | None = None
    occasion: Party | None = None
    repeats: Phrase | None = None

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Surface, pledger, announcer, recipient, purpose, period, occasion."""
        return (
            self.surface,
            self.pledger,
            self.announced_by,
            self.recipient,
            self.purpose,
            self.period,
            self.occasion,
        )

    def __str__(self) -> str:
        """Surface | amount currency | status | pledger → recipient | announcer."""
        amount = "–" if self.amount is None else f"{self.amount.stated} {self.amount.currency}"
        return (
            f"{self.surface.words} | {amount} | {self.status} | {said(self.pledger)} → {said(self.recipient)}"
            f" | {said(self.announced_by)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number that an analyst may want, which is not money for a purpose: a deficit, a salary, a percentage, a count."""

    predicate: ClassVar[str] = "figure"

    surface: Phrase
    what: str

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """The surface."""
        return (self.surface,)

    def __str__(self) -> str:
        """Surface | what it measures."""
        return f"{self.surface.words} | {self.what}"
