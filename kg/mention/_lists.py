"""The word lists that name recognition reads, as look-ups."""

from __future__ import annotations

from functools import lru_cache

from kg.lexicon import rows, words
from kg.lexicon.roles import role_heads

FIRMS = frozenset(["plc", "ltd", "limited", "inc", "llp", "corp"])  # legal forms that end a name
OF_COURTS = frozenset(
    "magistrates crown county district sheriff coroner high bankruptcy appeal appeals criminal federal constitutional supreme "
    "administrative military arbitration labour regional civil commercial".split()
)
SETTLEMENTS = frozenset("city town village port suburb district province region county island".split())
ABBREVIATED_HEADS = frozenset(["Co.", "Cos.", "Bros."])

NEVER_BODIES = frozenset(
    ["GPE", "NORP", "DATE", "TIME", "LANGUAGE", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"]
)  # labels of the model


@lru_cache(maxsize=1)
def heads() -> dict[str, tuple[str, str]]:
    """Head word of a body's name → (sort, how it may stand)."""
    return {row[0]: (row[1], row[2]) for row in rows("organisation_heads")}


@lru_cache(maxsize=1)
def institutions() -> dict[str, str]:
    """Name of a general institution → sort."""
    return {row[0]: row[1] for row in rows("institutions")}


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Countries, their capitals and some regions, by any of their names, and their peoples."""
    return frozenset(name for row in rows("countries") for name in row[1].split("|"))


@lru_cache(maxsize=1)
def body_words() -> dict[str, tuple[str, bool]]:
    """Common noun for a sort of body → (sort, whether nobody is called so)."""
    return {row[0]: (row[1], row[2] == "clear") for row in rows("body_words")}


@lru_cache(maxsize=1)
def other_heads() -> frozenset[str]:
    """Head words of what is neither a body nor a person: places, undertakings, prizes, laws."""
    return words("place_heads") | words("initiative_heads") | words("other_heads")


def is_head(text: str) -> bool:
    """Whether the word, in any case, heads names of bodies without further proof."""
    return text in ABBREVIATED_HEADS or (head_key(text) in heads() and heads()[head_key(text)][1] != "weak")


def head_key(text: str) -> str:
    """The word as the list of head words has it: "Inc." → "inc"."""
    return text.lower().rstrip(".")


@lru_cache(maxsize=1 << 16)
def is_honorific(text: str) -> bool:
    """Whether the word is a title before a name ("Sir", "Cllr", "Dr.")."""
    return text.lower().strip(".") in words("honorifics")


def is_first_name(text: str) -> bool:
    """Whether people are often called so."""
    return text in words("first_names")


def is_given_name(text: str) -> bool:
    """Whether the word is a usual first name or one of the census's given names."""
    return text in words("first_names") or text in words("given_names")


@lru_cache(maxsize=1 << 16)
def is_role(text: str) -> bool:
    """Whether the word alone is the head of a role, in any case: "minister", "Minister", "vice-president"."""
    lower = text.lower()
    return lower in role_heads() or lower.rsplit("-", 1)[-1] in role_heads()
