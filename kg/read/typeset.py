"""Paragraphs of a typeset document (print, a word processor's file) → its text, the places in it, and the articles.

A typeset document says what a text dump does not: which lines are headings, and of which rank. Where headings of one rank have
prose of their own below them, each begins an article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Article, Given, Mark, Span
from kg.read.articles import find_articles, lines_of
from kg.read.articles.lines import Line, Look, look_of
from kg.read.articles.meta import is_meta
from kg.read.dates import date_in
from kg.read.given import with_field
from kg.read.mojibake import mend, note_of

LEAST_WORDS = 40  # of prose below a heading that make an article
FULL_HEADLINE = 5  # words: a shorter heading is a crosshead unless a date or byline follows it
LEAST_PROSE = 8  # words of a paragraph of prose
CHAPTER = re.compile(r"(?:\d+(?:\.\d+)*\.?|chapter \w+|annex \w+|appendix \w+)[\s:–-]", re.IGNORECASE)
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading.

    Attributes:
        parts: (place, words): where each stretch of it stands in the original ("page 3"); joined as they are.
        rank: of a heading, 1 the highest; 0 for running text.
        is_display: of a heading: larger than crossheads are.
        is_aside: a caption, a note: stands between the paragraphs of an article without being one.
        is_numbered: of a heading: its number is set by the program, not written in its words.
        gap: blank lines before it beyond the usual one.
    """

    parts: tuple[tuple[str, str], ...]
    rank: int = 0
    is_display: bool = False
    is_aside: bool = False
    is_numbered: bool = False
    gap: int = 0

    @property
    def words(self) -> str:
        """The paragraph's words."""
        return "".join(words for _, words in self.parts)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A text with its places and articles, and notes on what was mended."""

    text: str
    marks: tuple[Mark, ...]
    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()


def typeset(paragraphs: Sequence[Paragraph], *, heading: str, opening: Sequence[str] = ()) -> Typeset:
    """The paragraphs as one text, a blank line between them, and the articles in it.

    Args:
        heading: what a heading is known by, in words for the user: "largest type", "heading style".
        opening: lines that stand on every page; they go before the first paragraph, once.
    """
    paragraphs, notes = _mended(paragraphs)
    text = "".join(line + BETWEEN for line in opening)
    marks: list[Mark] = []
    spans: list[Span] = []
    for paragraph in paragraphs:
        text += "\n" * paragraph.gap
        start = len(text)
        for place, words in paragraph.parts:
            if not marks or marks[-1].label != place:
                marks.append(Mark(len(text), place))
            text += words
        spans.append(Span(start, len(text)))
        text += BETWEEN
    text = text.rstrip("\n") + "\n" if text.strip() else ""
    return Typeset(text, tuple(marks), _articles(text, paragraphs, spans, heading), notes)


def _mended(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The paragraphs as they were written before they were decoded wrongly, and a note where any was."""
    clean = [replace(p, parts=tuple((place, mend(words)) for place, words in p.parts)) for p in paragraphs]
    return clean, note_of([(before.words, after.words) for before, after in zip(paragraphs, clean, strict=True)])


def paragraph_marks(starts: Iterable[int], articles: Sequence[Article]) -> tuple[Mark, ...]:
    """ "paragraph n" for each line of the articles' bodies that is not cut, counted anew in each article.

    Args:
        starts: of all lines of the text, sorted.
    """
    marks = []
    left = list(starts)
    for article in articles:
        inside = left[bisect_left(left, article.body.start) : bisect_left(left, article.body.end)]
        said = [start for start in inside if not any(cut.start <= start < cut.end for cut in article.cut)]
        marks += [Mark(start, f"paragraph {number}") for number, start in enumerate(said, start=1)]
    return tuple(marks)


def _articles(text: str, paragraphs: Sequence[Paragraph], spans: Sequence[Span], heading: str) -> tuple[Article, ...]:
    openers = _openers(paragraphs)
    top = spans[openers[0]].start if openers else 0  # what stands aside above may name the paper and the day
    aside = {
        span.start for paragraph, span in zip(paragraphs, spans, strict=True) if paragraph.is_aside and span.start > top
    }
    lines = [line for line in lines_of(text) if line.start not in aside]
    starts = [line.start for line in lines]
    found: list[Article] = []
    stops = [spans[n].start for n in openers[1:]] + [len(text)]
    if not openers:
        found += find_articles(text, lines)
    for begin, opener, stop in zip([0, *stops], openers, stops, strict=False):
        own = lines[bisect_left(starts, begin) : bisect_left(starts, stop)]
        found += _headed(find_articles(text, own), spans[opener], text, own, heading)
    found = _dated(found, text[: spans[openers[0]].start] if openers else "")
    asides = [span for paragraph, span in zip(paragraphs, spans, strict=True) if paragraph.is_aside]
    return tuple(replace(_without(article, asides), index=index) for index, article in enumerate(found))


def _openers(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The headings that begin an article: of the highest rank that has prose right below it, and headlines by their type.

    Where none is one (a report: cover, contents, numbered chapters), the highest heading opens the whole.
    """
    opening = [n for n, paragraph in enumerate(paragraphs) if paragraph.rank and _opens(paragraphs, n)]
    first = min(opening, key=lambda n: (paragraphs[n].rank, n), default=None)
    if first is None:
        heads = [n for n, paragraph in enumerate(paragraphs) if paragraph.rank]
        return [min(heads, key=lambda n: (paragraphs[n].rank, n))] if heads else []
    rank = paragraphs[first].rank
    return [
        n
        for n in opening
        if n == first or ((paragraphs[n].rank == rank or paragraphs[n].is_display) and _is_headline(paragraphs, n))
    ]


def _opens(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Whether enough prose stands below the heading, with no other heading between; a numbered chapter opens no article."""
    if (paragraphs[n].is_numbered or CHAPTER.match(paragraphs[n].words)) and not _is_dated(paragraphs, n):
        return False
    count = 0
    for paragraph in paragraphs[n + 1 :]:
        if paragraph.rank and (not count or paragraph.rank <= paragraphs[n].rank):
            break
        words = len(paragraph.words.split())
        is_prose = words >= LEAST_PROSE and look_of(paragraph.words) is Look.PROSE
        if not paragraph.rank and not paragraph.is_aside and is_prose:
            count += words
    return count >= LEAST_WORDS


def _is_headline(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Whether a heading is a headline, no crosshead: as long as those are, or with a byline or date below."""
    return len(paragraphs[n].words.split()) >= FULL_HEADLINE or _is_dated(paragraphs, n)


def _is_dated(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Whether a byline or date stands right below."""
    below = paragraphs[n + 1].words if n + 1 < len(paragraphs) else ""
    return any(is_meta(line) for line in lines_of(below))


def _headed(articles: Sequence[Article], head: Span, text: str, lines: Sequence[Line], heading: str) -> list[Article]:
    """The articles of one stretch, of which the first below the heading has it for its headline."""
    found = list(articles)
    n = next((n for n, article in enumerate(found) if article.body.end > head.end), None)
    if n is None:
        return found
    article = found[n]
    body = article.body
    if body.start < head.end:
        below = (line for line in lines if head.end <= line.start < body.end and not is_meta(line))
        body = Span(next((line.start for line in below), body.start), body.end)
    origins = dict(article.origins) | {"title": heading}
    found[n] = replace(
        article,
        body=body,
        headline=head,
        cut=tuple(cut for cut in article.cut if body.covers(cut)),
        title=text[head.start : head.end],
        origins=tuple(sorted(origins.items())),
    )
    return found


def _dated(articles: Sequence[Article], top: str) -> list[Article]:
    """The articles with the day and the paper that stand above them all, where their own lines give none."""
    paper = articles[0].publisher if articles else None
    known = (("published", date_in(top)), ("publisher", paper if paper and paper in top else None))
    given = [Given(field, value, "visible line at the top") for field, value in known if value]
    found = []
    for article in articles:
        for item in given:
            article = article if getattr(article, item.field) else with_field(article, item)
        found.append(article)
    return found


def _without(article: Article, asides: Sequence[Span]) -> Article:
    cut = {*article.cut, *(aside for aside in asides if article.body.covers(aside))}
    return replace(article, cut=tuple(sorted(cut)))
