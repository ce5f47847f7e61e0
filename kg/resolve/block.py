"""Chains as candidates, and blocks of candidates worth comparing: of one kind, with a name or its letters in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.lexicon.parties import body_names
from kg.lexicon.roles import role_concept
from kg.model import Chain, Document, Form, Kind, PositionHeld, Reading, chain_key
from kg.resolve.country import country_of, country_said

SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "at", "with", "a", "an"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain with what it is compared by.

    Attributes:
        names: normal forms of its full names. called: acronyms that it is called. letters: acronyms that its names give.
        company: normal forms of the names of all others that its document names.
        posts: concepts of the posts that a person holds by the facts of the document.
        country: code of the country that its words or its article point to; "" where that is not clear.
    """

    key: str
    document: Document
    chain: Chain
    names: frozenset[str]
    called: frozenset[str]
    letters: frozenset[str]
    company: frozenset[str]
    posts: frozenset[str]
    country: str

    @property
    def is_spelt_out(self) -> bool:
        """Whether it is called by more than an acronym."""
        return bool(self.letters)

    @property
    def year(self) -> str:
        """The year of its article's date; "" where that is not known."""
        start = self.chain.mentions[0].start
        article = next((a for a in self.document.articles if a.body.start <= start < a.body.end), None)
        return (article.event_date or article.published or "")[:4] if article is not None else ""


def plain_name(kind: Kind, name: str) -> str:
    """The normal form of a name: lower case, without leading article, honorifics, post-nominals and marks."""
    tokens = re.sub(r"['’]s\b", "", name.lower().replace("&", " and ").replace("-", " ")).replace("’", "'")
    parts = [part.strip(".,()'\"") for part in tokens.split()]
    if kind is Kind.PERSON:
        parts = [p for p in parts if p and p not in words("honorifics") and p not in words("postnominals")]
    if kind in (Kind.INITIATIVE, Kind.EVENT):
        parts = [p.rstrip("s") for p in parts]
    plain = " ".join(p for p in parts if p and p != "the")
    return body_names().get(plain, plain) if kind is Kind.ORGANISATION else plain


def letters_of(name: str) -> str:
    """The first letters of the telling words: "Local Government Group" → "LGG"."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in SMALL).upper()


def boundness(name: str) -> str:
    """Whether a normal form says who only together with a "country" ("finance ministry") or a "place" ("city council"); else ""."""
    telling = [word for word in name.split() if word not in SMALL]
    tokens = [word for word in telling if word not in _peoples()]
    kinds = [_common_words().get(word) for word in tokens]
    if not kinds or None in kinds or (len(tokens) < len(telling) and name in institutions()):
        return ""  # "European Commission", "Bank of England": its own words say of where
    return "place" if "place" in kinds else "country"


@cache
def institutions() -> frozenset[str]:
    """Normal forms of the well-known institutions."""
    return frozenset(plain_name(Kind.ORGANISATION, row[0]) for row in rows("institutions"))


@cache
def _common_words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("common_bodies")}


@cache
def _peoples() -> frozenset[str]:
    """Words that name a country or a people, in lower case; none that bodies everywhere are called by."""
    parts = (part.lower() for row in rows("countries") for word in row[1].split("|") for part in word.split())
    return frozenset(parts) - _common_words().keys()


def candidates(readings: Sequence[Reading]) -> list[Candidate]:
    """Every named chain of every document as a candidate, in order."""
    found = []
    for reading in readings:
        document = reading.document
        forms = {id(chain): _names(chain) for chain in reading.chains if chain.is_named}
        everybody = frozenset(
            name
            for c in reading.chains
            if c.is_named and c.kind is not Kind.PLACE
            for name in forms[id(c)]
            if boundness(name) != "place" and name != "government"
        )
        for chain in reading.chains:
            if chain.is_named:
                posts = _posts(reading, chain) if chain.kind is Kind.PERSON else frozenset()
                found.append(_candidate(document, chain, forms[id(chain)], everybody, posts))
    return found


def _names(chain: Chain) -> frozenset[str]:
    full = {m.words for m in chain.mentions if m.form is Form.NAME} | {chain.name}
    names = {plain_name(chain.kind, name) for name in full} - {""}
    if chain.sort == "political_party":
        names |= {name.removesuffix(" party").removesuffix("s") for name in names}
    return frozenset(names)


def _posts(reading: Reading, chain: Chain) -> frozenset[str]:
    """The concepts of the posts that the facts give the person."""
    held = (f for f in reading.facts if isinstance(f, PositionHeld) and f.person in chain.mentions)
    return frozenset(role_concept(f.title.words) or "" for f in held) - {""}


def _candidate(
    document: Document, chain: Chain, names: frozenset[str], everybody: frozenset[str], posts: frozenset[str]
) -> Candidate:
    full = {m.words for m in chain.mentions if m.form is Form.NAME} | {chain.name}
    short = {m.words for m in chain.mentions if m.form is Form.SHORT and m.words.isupper() and len(m.words) > 1}
    letters = frozenset(letters_of(name) for name in full if len(name.split()) > 1)
    called = frozenset(short | {n for n in full if n.isupper() and " " not in n and len(n) > 1})
    country = country_said(document, chain) or country_of(document, chain.mentions[0].start)
    return Candidate(
        chain_key(document, chain), document, chain, names, called, letters, everybody - names, posts, country
    )


def blocks(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """Lists of candidates of one kind that share a name (a person's first and last name, too), in a fixed order."""
    by_name: dict[tuple[Kind, str], list[Candidate]] = {}
    for candidate in found:
        for name in sorted(candidate.names | _first_and_last(candidate)):
            by_name.setdefault((candidate.chain.kind, name), []).append(candidate)
    return [block for _, block in sorted(by_name.items(), key=lambda item: item[0]) if len(block) > 1]


def _first_and_last(candidate: Candidate) -> frozenset[str]:
    """Of a person's names with a middle name, the first and the last word."""
    if candidate.chain.kind is not Kind.PERSON:
        return frozenset()
    parts = [name.split() for name in candidate.names]
    return frozenset(f"{p[0]} {p[-1]}" for p in parts if len(p) == 3)
