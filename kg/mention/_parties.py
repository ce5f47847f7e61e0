"""Parties: by the letters in brackets after a member, by the word before a seat: "(Con, Tarnside)", "Green MP Ilva Tarn"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._lists import is_role
from kg.mention.spans import PARTY_TAGS
from kg.tokens import Doc

PARTY_WORDS = frozenset(["Green", "Labour", "Conservative", "Liberal", "Tory"])
MEMBER_WORDS = frozenset(["Republican", "Democrat"])
MEMBER_ADJECTIVES = frozenset(["Republican", "Democratic", "Democrat", "GOP"])
STANDING = frozenset("nominee nominees candidate candidates senator senators congressman lawmakers congressmen".split())
SEATED = frozenset(
    "MP MPs MSP MSPs MEP MEPs TD TDs AM MLA MS peer peers councillor councillors senator senators candidate candidates member "
    "members backbencher backbenchers frontbencher leader leaders spokesman spokeswoman whips minister ministers".split()
)


def party_tags(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Sir Colin Bell (Con, Tarnside)"."""
    for token in doc[1:]:
        if token.text in PARTY_TAGS and doc[token.i - 1].text == "(":
            yield (token.i, token.i + 1)


def party_words(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Green MP Ilva Tarn", "Scottish Conservative transport spokesman", "a Republican from Tarn"."""
    for token in doc:
        i = token.i
        is_member = token.text in MEMBER_WORDS and token.pos_ in ("NOUN", "PROPN") and 0 < i < len(doc) - 1
        if (
            is_member
            and doc[i - 1].lower_ in ("a", "the")
            and doc[i + 1].lower_ in ("from", "who", ",", "representing")
        ):
            yield (i, i + 1)
        is_of_member = token.text in MEMBER_ADJECTIVES and token.pos_ in ("ADJ", "PROPN")
        if is_of_member and any(t.lower_ in STANDING for t in doc[i + 1 : i + 3]):
            yield (i, i + 1)
        if token.text not in PARTY_WORDS or i + 1 >= len(doc):
            continue
        has_seat = doc[i + 1].text in SEATED or doc[i + 1].lower_ in SEATED
        is_national = i > 0 and doc[i - 1].text in ("Scottish", "Welsh")
        if has_seat and token.text in ("Green", "Tory"):
            yield (i - is_national, i + 1)
        elif is_national and any(is_role(t.text) for t in doc[i + 1 : i + 4]):
            yield (i - 1, i + 1)
