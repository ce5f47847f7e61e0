"""Readings → which articles only appear again: the same text at another address, wire copy with small edits, updates of a story.

Candidates come from MinHash signatures in a locality-sensitive index (fixed permutations, so every run finds the same); what is
decided is decided on the texts themselves. Articles are taken in the order in which they were published. Each joins the source
that it is most like, or is a source of its own; two sources are never joined by way of a third article, as a weekly digest is.
The thresholds are measured on the stories of tests/resolve/stories.py (docs/decisions/0009-doubles.md).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash, RMinHashLSH

from kg.model import Appearance, Article, ArticleKey, Document, Judgement, Reading, Verdict, article_key

WORDS = (
    3  # in a sequence: of 2, 3 and 4 the widest gap between copies that an editor touched and mere shared boilerplate
)
SAME = 0.6  # of the shorter text stands in the other; copies measured .70 to 1, shared notices and press releases up to .53
UNSURE = 0.45  # from here on a pair is listed, not joined
LEAST = 0.25  # of what both say together is common: a brief inside a long read is no copy of it
CLOSE = 0.5  # a version of a version: so much of what both say together is common
FEWEST = 40  # words; shorter texts are doubles only where they are equal
PERMUTATIONS, BANDS, SEED = (
    128,
    64,
    4,
)  # bands of 2: a pair with a quarter in common is missed once in 60 times, one with .4 never


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what it is compared by.

    Attributes:
        words: in lower case, without marks.
    """

    document: Document
    article: Article
    words: tuple[str, ...]

    @property
    def key(self) -> ArticleKey:
        """Document and number."""
        return (self.document.name, self.article.index)

    @property
    def order(self) -> tuple[str, int, ArticleKey]:
        """First published first, undated ones last; of one day the longest first."""
        return ((self.article.published or "").ljust(10, "~"), -len(self.words), self.key)

    @property
    def title(self) -> str:
        """What a reader knows the article by."""
        return f"“{self.article.title}”" if self.article.title else self.document.path


def words_in(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in lower case."""
    return tuple(map(sys.intern, re.findall(r"[^\W_]+", text.casefold())))


def runs_in(words: Sequence[str]) -> frozenset[str]:
    """Every sequence of WORDS words."""
    return frozenset(" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))


def told(document: Document, article: Article) -> Told:
    """The article by the words of its body, without what is cut."""
    parts, at = [], article.body.start
    for cut in article.cut:
        parts.append(document.text[at : cut.start])
        at = cut.end
    return Told(document, article, words_in("\n".join([*parts, document.text[at : article.body.end]])))


def find_doubles(readings: Sequence[Reading]) -> tuple[tuple[Appearance, ...], tuple[Judgement, ...]]:
    """The articles that are no source of their own, and the judgements that say so or leave it open; each sorted.

    Equal bytes need no judgement. The result is the same for any order of the readings.
    """
    ordered = sorted((told(r.document, a) for r in readings for a in r.document.articles), key=lambda t: t.order)
    groups: dict[ArticleKey, list[Told]] = {}  # the articles of one source, the source first, by each of them
    appearances: list[Appearance] = []
    judgements: list[Judgement] = []
    for one, alike in _with_candidates(ordered):
        best, unsure = _best(one, alike, groups)
        groups[one.key] = [] if best is None else groups[best.other.key]
        groups[one.key].append(one)
        if best is not None:
            appearances.append(Appearance(one.key, groups[one.key][0].key, round(best.shared, 2), best.why))
        for match in (best, *unsure):
            if match is not None and one.document.content_hash != match.other.document.content_hash:
                judgements.append(match.judgement())
    return tuple(sorted(appearances)), tuple(sorted(judgements))


@dataclass(frozen=True, slots=True)
class _Match:
    """How much two articles share.

    Attributes:
        shared: share of the shorter one's runs. together: share of the runs of both.
    """

    one: Told
    other: Told
    shared: float
    together: float

    @property
    def is_double(self) -> bool:
        return self.shared >= SAME and self.together >= LEAST

    @property
    def why(self) -> str:
        if self.one.document.content_hash == self.other.document.content_hash:
            return f"the same bytes as {self.other.document.path}"
        if self.one.words == self.other.words:
            return f"word for word {self.other.title}"
        return f"{self.shared:.0%} of the shorter one's words stand, in the same order, in {self.other.title}"

    def judgement(self) -> Judgement:
        left, right = sorted(article_key(t.document, t.article) for t in (self.one, self.other))
        verdict = Verdict.SAME if self.is_double else Verdict.UNSURE
        return Judgement(left, right, verdict, "rule: near-duplicate", self.why, round(self.shared, 2))


def _best(one: Told, alike: Sequence[Told], groups: dict[ArticleKey, list[Told]]) -> tuple[_Match | None, list[_Match]]:
    """The earlier article by which the article joins a source, and the sources that it may be a double of besides.

    Each source is asked first, its other articles only where it is not enough: a version of a version.
    """
    fit: list[_Match] = []
    unsure: list[_Match] = []
    for source, members in _by_source(alike, groups):
        match = _match(one, source)
        if match.is_double:
            fit.append(match)
            continue
        later = (m for m in (_match(one, member) for member in members) if m.is_double and m.together >= CLOSE)
        nearest = next(later, None)
        if nearest is not None:
            fit.append(nearest)
        elif match.shared >= UNSURE and match.together >= LEAST:
            unsure.append(match)
    return max(fit, key=lambda m: (m.shared, m.together), default=None), unsure


def _by_source(alike: Sequence[Told], groups: dict[ArticleKey, list[Told]]) -> list[tuple[Told, list[Told]]]:
    """The sources of the candidates in order, each with those candidates that are only appearances of it."""
    found: dict[ArticleKey, tuple[Told, list[Told]]] = {}
    for other in alike:
        source = groups[other.key][0]
        _, members = found.setdefault(source.key, (source, []))
        if other is not source:
            members.append(other)
    return list(found.values())


def _match(one: Told, other: Told) -> _Match:
    if one.words == other.words:
        return _Match(one, other, 1.0, 1.0)
    runs, others = _runs(one.words), _runs(other.words)
    common = len(runs & others)
    shorter, both = min(len(runs), len(others)), len(runs) + len(others) - common
    return _Match(one, other, common / shorter if shorter else 0.0, common / both if both else 0.0)


@lru_cache(maxsize=256)  # an article is matched against several; all runs of all articles would fill the memory
def _runs(words: tuple[str, ...]) -> frozenset[str]:
    return runs_in(words)


def _with_candidates(ordered: Sequence[Told]) -> list[tuple[Told, list[Told]]]:
    """Every article with the earlier ones that may be like it, in order; of several with equal words only the first."""
    index = RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS)
    first: dict[tuple[str, ...], Told] = {}
    found: list[tuple[Told, list[Told]]] = []
    for number, one in enumerate(ordered):
        if one.words in first or len(one.words) < FEWEST:
            found.append((one, [first[one.words]] if one.words in first else []))
            first.setdefault(one.words, one)
            continue
        first[one.words] = one
        signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        signature.update(list(runs_in(one.words)))
        found.append((one, [ordered[at] for at in sorted(index.query(signature))]))
        index.insert(number, signature)
    return found
