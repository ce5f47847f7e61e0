"""How alike two chains are: a score, and a sentence why."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Kind
from kg.resolve.block import Candidate


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for (or against) two chains being one.

    Attributes:
        score: from 0, surely different, to 1, surely the same.
        rule: the name of the reason.
    """

    score: float
    rule: str
    why: str


# names that mean another body in every article; "the government" alone is one in the articles of one country
GENERIC = frozenset(
    "government department council trust committee board party union company group state central".split()
)
GENERIC |= {"state government", "central government", "federal government"}


def compare(one: Candidate, other: Candidate) -> Likeness | None:
    """The likeness of two chains of one kind; None where nothing is known either way."""
    if not (one.chain.is_named and other.chain.is_named):
        return None
    shared = sorted(one.names & other.names, key=lambda name: (-len(name.split()), name))
    if shared:
        return _by_name(one, other, shared[0])
    return _by_letters(one, other)


def _by_name(one: Candidate, other: Candidate, name: str) -> Likeness | None:
    if one.chain.kind is Kind.PERSON and len(name.split()) < 2:
        return None  # a surname alone joins nobody over articles
    if (
        one.chain.kind is Kind.ORGANISATION
        and one.document.content_hash != other.document.content_hash
        and name in GENERIC
    ):
        return Likeness(0.8, "same office", f"both say “{one.chain.name}”") if name == "government" else None
    return Likeness(0.97, "same name", f"both are called “{one.chain.name}”")


def _by_letters(one: Candidate, other: Candidate) -> Likeness | None:
    """An acronym here, a name with those letters there; only where one article says both, or the letters are three or more."""
    if one.chain.kind is Kind.PERSON:
        return None
    for called, named in ((one, other), (other, one)):
        shared = sorted(called.called & named.called)
        if shared and len(shared[0]) > 1:
            return Likeness(0.93, "same acronym", f"both are called “{shared[0]}”")
        letters = sorted(a for a in called.called & named.letters if len(a) > 2)
        if letters and not called.letters:
            return Likeness(0.85, "acronym", f"“{letters[0]}” are the first letters of “{named.chain.name}”")
    return None
