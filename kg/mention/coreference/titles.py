"""Titles beside titles: whether two name one post, and which are those of politicians."""

from __future__ import annotations

from kg.lexicon.roles import role_concept

RANKS = frozenset(["deputy", "vice", "assistant", "associate", "shadow", "junior", "under"])
COMMON_WORDS = frozenset(
    [
        "affair",
        "and",
        "chief",
        "earlier",
        "later",
        "then",
        "now",
        "meanwhile",
        "executive",
        "first",
        "for",
        "interim",
        "acting",
        "of",
        "incumbent",
        "state",
        "the",
        "new",
    ]
)  # of a title, that say nothing about its field
# Titles that say whether a man or a woman holds them: one concept, two people
OF_MEN = frozenset(["king", "prince", "duke", "emperor", "sultan", "emir"])
OF_WOMEN = frozenset(["queen", "princess", "duchess", "empress"])
HEADS_OF_GOVERNMENT = frozenset(["prime-minister", "first-minister", "chief-minister"])
SEATS = frozenset(["mp", "mep", "msp", "ms", "td", "mla", "am"])  # of different parliaments
OFFICES = frozenset(["minister", "secretary", "chancellor", "premier", "taoiseach", "tánaiste", "speaker", "president"])
PUBLIC = OFFICES | {"leader", "mayor", "governor", "senator"}


def is_of_politics(title: str) -> bool:
    """Whether a politician bears the title: a minister, a leader, a shadow, a spokesman."""
    words = words_of(title)
    return (
        bool(words & PUBLIC - {"speaker", "president"})
        or "shadow" in words
        or "spokesman" in words
        or "spokeswoman" in words
    )


def same_post(one: str, other: str) -> bool:
    """Whether the first title may be the post that the other one asks for: one concept or last word, rank and field."""
    if words_of(one) & RANKS != words_of(other) & RANKS or len(words_of(f"{one} {other}") & SEATS) > 1:
        return False
    for first, second in ((one, other), (other, one)):
        if words_of(first) & OF_MEN and words_of(second) & OF_WOMEN:
            return False
    if {one.lower(), other.lower()} & {"head"} and " of " in f"{one} {other}".lower():
        return False  # "the head of operations" is not the head of the firm
    concepts = {role_concept(one), role_concept(other)}
    if concepts & HEADS_OF_GOVERNMENT and len(concepts) > 1 and _is_of_state(one) and _is_of_state(other):
        return False
    known, asked = _field(one), _field(other)
    if _is_of_state(one) and _is_of_state(other):
        return not asked or known == asked
    if known and asked and known != asked and one.split()[-1:] == other.split()[-1:]:
        return False
    return role_concept(one) == role_concept(other) or one.lower().split()[-1:] == other.lower().split()[-1:]


def words_of(title: str) -> frozenset[str]:
    """The words of a title in lower case, halves of joined ones apart."""
    return frozenset(title.lower().replace("-", " ").split())


def _is_of_state(title: str) -> bool:
    """Whether a minister or a secretary of state bears the title: "health secretary", "minister for health"."""
    return bool(words_of(title) & {"minister", "secretary"}) and not words_of(title) & {"general", "press"}


def _field(title: str) -> frozenset[str]:
    """What a title is about: "foreign" of "Foreign Secretary" and of "Secretary of State for Foreign Affairs"."""
    words_ = {word.strip(",.").rstrip("s") for word in words_of(title)} - COMMON_WORDS - RANKS
    return frozenset(word for word in words_ if role_concept(word) is None)
