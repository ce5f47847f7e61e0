"""Words that refer to somebody or something, and which of them refer to the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Phrase, Span


class Kind(StrEnum):
    """What sort of thing a mention or an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    INITIATIVE = "initiative"
    EVENT = "event"
    PLACE = "place"


class Form(StrEnum):
    """How a mention refers, from most to least telling."""

    NAME = "name"  # "Ann Bell", "Harrow NHS Trust"
    SHORT = "short"  # "Bell", "the CCG", "HNT"
    DESCRIPTION = "description"  # "the minister", "the trust", "the Harrow boss"
    PRONOUN = "pronoun"  # "she", "it", "its"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that refer to somebody or something. Who that *is* stays outside: see Chain (here) and Entity (everywhere)."""

    start: int
    end: int
    words: str
    kind: Kind
    form: Form

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one document that refer to the same person or thing.

    Attributes:
        name: the fullest form, without honorifics, possessive or leading article; words of one of the mentions
            (a substring of the document). For an office without a name: the description ("the chancellor").
        mentions: in order of appearance, at least one.
        sort: for organisations one of ORGANISATION_SORTS; else "".
        is_named: False where only descriptions refer to it ("the care minister").
    """

    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    sort: str = ""
    is_named: bool = True


ORGANISATION_SORTS = [
    "nhs_body",
    "government",
    "regulator",
    "local_government",
    "membership_body",
    "think_tank",
    "charity",
    "committee",
    "political_party",
    "media",
    "professional_body",
    "company",
    "partnership",
    "other",
]

Party = Mention | Phrase  # somebody with an identity, or free text ("adult hospices")
