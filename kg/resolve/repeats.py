"""Readings and appearances → the readings, in which what an appearance only says again counts no more.

A fact is said again if an earlier article of the same source gives the same fact, or prints its evidence word for word. What an
update says in addition, or otherwise (another sum, another name), stays. Nothing is thrown away: see Reading.repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from kg.model import (
    Appearance,
    ArticleKey,
    Evidence,
    Fact,
    Mention,
    Party,
    Phrase,
    Reading,
    Span,
    Statement,
)
from kg.resolve.doubles import Told, runs_in, told, words_in

ALIKE = 0.8  # of a paragraph's runs stand in earlier articles: it is printed again
TELLING = 4  # words that evidence must have to be known again by its words alone
SAID_ALIKE = 0.75  # of the words of two quotations: an editor changed the others
LINE = re.compile(r"[^\n]+")


def fold(readings: Sequence[Reading], appearances: Sequence[Appearance]) -> tuple[Reading, ...]:
    """The readings in their order; those of appearances with `repeated` and `repeats` filled in."""
    by_name = {reading.document.name: reading for reading in readings}
    groups: dict[ArticleKey, list[ArticleKey]] = {}
    for appearance in appearances:
        groups.setdefault(appearance.source, [appearance.source]).append(appearance.article)
    again: dict[str, list[Fact]] = {}
    printed: dict[str, list[Span]] = {}
    for source, keys in sorted(groups.items()):
        earlier = _Earlier()
        members = [_at(by_name, key) for key in keys]
        for reading, one in sorted(members, key=lambda item: (item[1].key != source, item[1].order)):
            own = [fact for fact in reading.facts if fact.evidence[0].article == one.article.index]
            if one.key != source:
                again.setdefault(one.document.name, []).extend(f for f in own if earlier.says(f, reading))
                printed.setdefault(one.document.name, []).extend(earlier.printed(one))
            earlier.add(one, own, reading)
    return tuple(_folded(r, again.get(r.document.name, []), printed.get(r.document.name, [])) for r in readings)


def _at(by_name: dict[str, Reading], key: ArticleKey) -> tuple[Reading, Told]:
    reading = by_name[key[0]]
    return reading, told(reading.document, next(a for a in reading.document.articles if a.index == key[1]))


def _folded(reading: Reading, again: Iterable[Fact], printed: Iterable[Span]) -> Reading:
    known = {id(fact) for fact in again}
    if not known and not printed:
        return reading
    return replace(
        reading,
        facts=tuple(fact for fact in reading.facts if id(fact) not in known),
        repeated=tuple(fact for fact in reading.facts if id(fact) in known),
        repeats=tuple(sorted(printed)),
    )


class _Earlier:
    """What the articles of one source have said so far."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._runs: set[str] = set()
        self._gists: set[tuple[object, ...]] = set()
        self._said: list[tuple[str, tuple[str, ...]]] = []

    def add(self, one: Told, facts: Iterable[Fact], reading: Reading) -> None:
        """An article, and its facts."""
        headline = one.article.headline
        words = words_in(one.document.text[headline.start : headline.end]) if headline else ()
        self._texts += [f" {' '.join(words)} ", f" {' '.join(one.words)} "]
        self._runs |= runs_in(one.words)
        for fact in facts:
            self._gists.add(_gist(fact, reading))
            if isinstance(fact, Statement):
                self._said.append((_name(fact.speaker, reading), words_in(fact.text.words)))

    def says(self, fact: Fact, reading: Reading) -> bool:
        """Whether the fact was given, or its evidence printed, before."""
        if _gist(fact, reading) in self._gists:
            return True
        if isinstance(fact, Statement):
            speaker, words = _name(fact.speaker, reading), words_in(fact.text.words)
            if any(speaker == other and _alike(words, said) for other, said in self._said):
                return True
        return all(self._prints(piece) for piece in fact.evidence)

    def printed(self, one: Told) -> Iterator[Span]:
        """The paragraphs of the article that were printed before, its headline if nothing else is left."""
        whole = True
        for found in LINE.finditer(one.document.text, one.article.body.start, one.article.body.end):
            words = words_in(found.group())
            runs = runs_in(words)
            short = f" {' '.join(words)} "
            if (runs and len(runs & self._runs) >= ALIKE * len(runs)) or any(short in text for text in self._texts):
                yield Span(found.start(), found.end())
            else:
                whole = False
        if whole and one.article.headline is not None:
            yield one.article.headline

    def _prints(self, piece: Evidence) -> bool:
        words = words_in(piece.words)
        return len(words) >= TELLING and any(f" {' '.join(words)} " in text for text in self._texts)


def _alike(words: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether two quotations share most of their words, and all of their numbers."""
    numbers = [{w for w in some if w[0].isdigit()} for some in (words, said)]
    common, longer = len(set(words) & set(said)), max(len(set(words)), len(set(said)))
    return numbers[0] == numbers[1] and common >= SAID_ALIKE * longer


def _gist(fact: Fact, reading: Reading) -> tuple[object, ...]:
    """What the fact says without where: names of who is in it, words and values."""
    said: list[object] = [type(fact).__name__]
    for about in fields(fact):
        if about.name in ("evidence", "belief"):
            continue
        value = getattr(fact, about.name)
        said.append(
            _name(value, reading)
            if isinstance(value, Mention)
            else words_in(value.words)
            if isinstance(value, Phrase)
            else value
        )
    return tuple(said)


def _name(who: Party, reading: Reading) -> str:
    """The name of whom a mention refers to; else the words."""
    return next((chain.name for chain in reading.chains if who in chain.mentions), who.words)
