"""Acronyms over articles: letters here, the one name with those letters there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Kind
from kg.resolve.block import SMALL, Candidate, institutions
from kg.resolve.compare import Likeness


def by_letters(found: Sequence[Candidate]) -> Iterator[tuple[str, str, Likeness]]:
    """Pairs of a bare acronym and a name that it may stand for, each with a likeness.

    It is the same only where all articles give one name with those letters, and an article introduces the letters for it or both
    are well-known institutions: "NBC" may be a broadcaster that no article spells out, whatever else both articles name.
    """
    spelt: dict[tuple[Kind, str], list[Candidate]] = {}
    for candidate in found:
        if candidate.is_spelt_out and candidate.chain.kind is not Kind.PERSON:
            for letters in sorted(candidate.called | {a for a in candidate.letters if len(a) > 2}):
                spelt.setdefault((candidate.chain.kind, letters), []).append(candidate)
    for (_, letters), named in sorted(spelt.items()):
        yield from _introduced_twice(letters, [c for c in named if letters in c.called])
    for candidate in found:
        if not candidate.is_spelt_out and candidate.chain.kind is not Kind.PERSON:
            for letters in sorted(candidate.called):
                yield from _bare(candidate, letters, spelt.get((candidate.chain.kind, letters), []))


def _introduced_twice(letters: str, named: Sequence[Candidate]) -> Iterator[tuple[str, str, Likeness]]:
    """Names that two articles introduce the same letters for: the same where most of their words are."""
    for one, other in pairwise(named):
        if not one.names & other.names and _share_words(one, other):
            why = f"“{one.chain.name}” and “{other.chain.name}” are both called “{letters}”"
            yield one.key, other.key, Likeness(0.9, "same acronym", why)


def _bare(candidate: Candidate, letters: str, named: Sequence[Candidate]) -> Iterator[tuple[str, str, Likeness]]:
    elsewhere = [c for c in named if c.document.content_hash != candidate.document.content_hash]
    if not elsewhere:
        return
    introduced = [c for c in elsewhere if letters in c.called]
    best = (introduced or elsewhere)[0]
    rivals = [c for c in elsewhere if not c.names & best.names and not _share_words(c, best)]
    why = f"“{letters}” are the first letters of “{best.chain.name}”"
    if rivals:
        yield candidate.key, best.key, Likeness(0.4, "acronym", f"{why}, but also of “{rivals[0].chain.name}”")
    elif candidate.country and best.country and candidate.country != best.country:
        yield (
            candidate.key,
            best.key,
            Likeness(0.5, "acronym", f"{why}, but the articles are about different countries"),
        )
    elif introduced:
        yield candidate.key, best.key, Likeness(0.9, "acronym", f"“{best.chain.name}” is called “{letters}”")
    elif letters.lower() in institutions() and best.names & institutions():
        yield candidate.key, best.key, Likeness(0.9, "acronym", f"{why}, and both are names of well-known institutions")
    else:
        yield candidate.key, best.key, Likeness(0.6, "acronym", f"{why}, but no article says so")


def _share_words(one: Candidate, other: Candidate) -> bool:
    """Whether at least half of the telling words of the longer name stand in the other."""
    left, right = (max((set(n.split()) - SMALL for n in sorted(c.names)), key=len) for c in (one, other))
    return 2 * len(left & right) >= max(len(left), len(right))
