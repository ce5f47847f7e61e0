"""What learnt weights may see of a word: names and numbers are masked, so that no person or body is a cue."""

from __future__ import annotations

from kg.tokens import Token

NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"))
CONTENT = frozenset(("VERB", "NOUN", "ADJ", "ADV"))  # parts of speech that say what a sentence is about


def mask_of(token: Token) -> str | None:
    """ "NAME" for a name, "NUM" for a number, None for a word that may be seen."""
    if token.ent_type_ in NAMES or token.pos_ == "PROPN":
        return "NAME"
    return "NUM" if token.like_num or token.is_currency or token.pos_ == "NUM" else None
