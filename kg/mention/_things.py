"""Things and places that bear names, told by a common noun: "the ferry X", "the drug, called X,", "X, a hamlet of nine houses"."""

from __future__ import annotations

from kg.lexicon import words
from kg.mention.spans import is_capital
from kg.tokens import Doc, Token

OPEN_MARKS = frozenset("“‘\"'")
CALLED = frozenset(["called", "named", "dubbed", "titled", "entitled"])
SMALL_PLACES = frozenset(
    ["hamlet", "suburb", "settlement", "municipality", "market", "peak", "stream", "nature", "reserve", "commune"]
)
KINDS_OF_THINGS = frozenset(
    "brands brand products drinks sweets medicines drugs films movies songs singles albums hits shows series sitcoms titles "
    "games novels books plays musicals operas models cars".split()
)
ROW = 12  # a row of examples is read so many words back
FAR = 7  # a description after a comma is read so many words far


def names_a_thing(doc: Doc, start: int) -> bool:
    """Whether a common noun before the name says that a thing bears it: right before it, or before "called" or "known as"."""
    i, things = start - 1, words("thing_nouns")
    while i >= 0 and doc[i].text in OPEN_MARKS:
        i -= 1
    if i > 1 and (doc[i].lower_ in CALLED or doc[i - 1 : i + 1].text == "known as"):
        i -= 1 + (doc[i].lower_ == "as")
        things = things | words("initiative_heads")
        i -= doc[i].text == ","
    elif i > 1 and doc[i].text == "," and _is_apposition(doc[start]):
        i -= 1  # "the medicine, X, costs"
    return i >= 0 and doc[i].lower_ in things and doc[i].text.islower() and doc[i].pos_ in ("NOUN", "PROPN")


def is_example_of_things(doc: Doc, start: int) -> bool:
    """Whether the name stands in a row of things: "brands such as X, Y and Z", "films including X"."""
    i = start - 1
    while i > 1 and start - i < ROW and (is_capital(doc[i]) or doc[i].text == "," or doc[i].lower_ in ("and", "or")):
        i -= 1
    if i > 1 and doc[i - 1 : i + 1].text.lower() == "such as":
        i -= 1
    noun = i - 1 - (i > 1 and doc[i - 1].text in ("-", "–", ","))
    is_row = doc[i].lower_ in ("such", "including", "like", "include")
    return is_row and noun >= 0 and doc[noun].lower_ in KINDS_OF_THINGS


def _is_apposition(token: Token) -> bool:
    while token.dep_ == "compound":
        token = token.head
    return token.dep_ == "appos"


def is_described_as_thing(doc: Doc, end: int) -> bool:
    """Whether a description after the name says that it is a place or a thing: "X, a hamlet of nine houses"."""
    if (
        end + 2 >= len(doc)
        or doc[end].text != ","
        or doc[end + 1].lower_ not in ("a", "an", "the", "her", "his", "their", "its", "one")
    ):
        return False
    for token in doc[end + 2 : end + FAR]:
        if token.pos_ in ("VERB", "AUX", "ADP") or token.is_punct:
            return False
        is_last = token.i + 1 == len(doc) or doc[token.i + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
        if is_last and token.pos_ == "NOUN":
            return bool(
                {token.lower_, token.lemma_}
                & ((words("place_heads") - words("organisation_heads")) | words("thing_nouns") | SMALL_PLACES)
            )
    return False
