"""Facts of the positions that people hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.model.facts import Fact, said
from kg.model.mentions import Mention, Party
from kg.model.text import Phrase


class PositionStatus(StrEnum):
    """When, seen from the article, a position is held."""

    CURRENT = "current"
    FORMER = "former"
    INCOMING = "incoming"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionHeld(Fact):
    """A person holds a role, at an organisation or for a place.

    Attributes:
        title: the role as printed, without organisation ("Acting chief executive", "MP").
        place: constituency, ward or area ("MP for Tarn Valley").
        start, end: ISO dates, only where the text states them.
        is_by_definition: the organisation follows from the office (a minister's is the government that the article names).
    """

    predicate: ClassVar[str] = "positionHeld"

    person: Mention
    title: Phrase
    organisation: Mention | None = None
    place: Phrase | None = None
    status: PositionStatus = PositionStatus.CURRENT
    start: str | None = None
    end: str | None = None
    is_by_definition: bool = False

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Person, title, organisation, place."""
        return (self.person, self.title, self.organisation, self.place)

    def __str__(self) -> str:
        """Person | title | organisation or place | status."""
        where = self.organisation or self.place
        return f"{self.person.words} | {self.title.words} | {said(where)} | {self.status}"
