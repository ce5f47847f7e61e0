"""Pairs of chains worth comparing: of one kind, in different places, with a name or its letters in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.lexicon import words
from kg.model import Chain, Document, Form, Kind, Reading, chain_key

SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "at", "with", "a", "an"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain with what it is compared by.

    Attributes:
        names: normal forms of its full names. letters: acronyms that it is called or that its names give.
    """

    key: str
    document: Document
    chain: Chain
    names: frozenset[str]
    called: frozenset[str]
    letters: frozenset[str]


def plain_name(kind: Kind, name: str) -> str:
    """The normal form of a name: lower case, without leading article, honorifics, post-nominals and marks."""
    tokens = re.sub(r"['’]s\b", "", name.lower().replace("&", " and ").replace("-", " ")).replace("’", "'")
    parts = [part.strip(".,()'\"") for part in tokens.split()]
    if kind is Kind.PERSON:
        parts = [p for p in parts if p and p not in words("honorifics") and p not in words("postnominals")]
    if kind in (Kind.INITIATIVE, Kind.EVENT):
        parts = [p.rstrip("s") for p in parts]
    return " ".join(p for p in parts if p and p != "the")


def letters_of(name: str) -> str:
    """The first letters of the telling words: "Local Government Group" → "LGG"."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in SMALL).upper()


def candidates(readings: Sequence[Reading]) -> list[Candidate]:
    """Every chain of every document as a candidate, in order."""
    found = []
    for reading in readings:
        for chain in reading.chains:
            full = {m.words for m in chain.mentions if m.form is Form.NAME} | {chain.name}
            short = {m.words for m in chain.mentions if m.form is Form.SHORT and m.words.isupper() and len(m.words) > 1}
            names = frozenset(plain_name(chain.kind, name) for name in full) - {""}
            letters = frozenset(letters_of(name) for name in full if len(name.split()) > 1)
            called = frozenset(short | {n for n in full if n.isupper() and " " not in n and len(n) > 1})
            found.append(Candidate(chain_key(reading.document, chain), reading.document, chain, names, called, letters))
    return found


def pairs(found: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs that share a name or letters, each once, in a fixed order."""
    blocks: dict[tuple[Kind, str], list[int]] = {}
    for number, candidate in enumerate(found):
        for token in sorted(candidate.names | {word.lower() for word in candidate.called | candidate.letters}):
            blocks.setdefault((candidate.chain.kind, token), []).append(number)
    seen = {pair for block in blocks.values() for pair in combinations(sorted(set(block)), 2)}
    for one, other in sorted(seen):
        yield found[one], found[other]
