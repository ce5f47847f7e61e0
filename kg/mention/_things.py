"""Things that bear names, told by the common noun before them: "the ferry X", "the drug X"."""

from __future__ import annotations

from kg.lexicon import words
from kg.tokens import Doc

OPEN_MARKS = frozenset("“‘\"'")


def names_a_thing(doc: Doc, start: int) -> bool:
    """Whether a common noun right before the name says that a thing bears it, opening quotation marks between them aside."""
    i = start - 1
    while i >= 0 and doc[i].text in OPEN_MARKS:
        i -= 1
    return (
        i >= 0 and doc[i].lower_ in words("thing_nouns") and doc[i].text.islower() and doc[i].pos_ in ("NOUN", "PROPN")
    )
