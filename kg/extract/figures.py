"""Numbers that an analyst may want and that are not money for a purpose: sums of other sorts, percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract import Example
from kg.extract._money import money_of
from kg.extract._money_place import sentence_of
from kg.extract._vague import vague_sums
from kg.model import Fact, Figure, FundingStatement, Span
from kg.parsed import Paragraph, ParsedArticle

NAME = "figures"
VERSION = "5"
YIELDS: tuple[type[Fact], ...] = (Figure,)
NEEDS: tuple[str, ...] = ("pledges",)
EXAMPLES = (
    Example("The trust’s deficit rose to £3m.", ("£3m | The trust’s deficit rose to £3m",)),
    Example("Turnout was 34% at the poll.", ("34% | Turnout was 34% at the poll",)),
    Example(
        "He put the damage at hundreds of millions of dollars.",
        ("hundreds of millions of dollars | He put the damage at hundreds of millions of dollars",),
    ),
    Example("She is 54 and lives in two rooms.", ()),
)

PERCENT = re.compile(r"\d+(?:\.\d+)?(?:\s?%|\s(?:per cent|percent|percentage points?)\b)")
WIDE_BEFORE, WIDE_AFTER = 60, 40  # characters of the sentence around a number that say what it measures


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The figures of one article: every sum that is no funding statement, every percentage."""
    funding = [fact for fact in known if isinstance(fact, FundingStatement)]
    taken = [Span(fact.surface.start, fact.surface.end) for fact in funding]
    return [
        _figure(article, paragraph, start, end)
        for paragraph, start, end in sorted(_numbers(article, funding), key=lambda number: (number[0].start, number[1]))
        if not any(span.overlaps(Span(paragraph.start + start, paragraph.start + end)) for span in taken)
    ]


def _numbers(article: ParsedArticle, funding: Sequence[FundingStatement]) -> Iterator[tuple[Paragraph, int, int]]:
    """Paragraph and offsets of every sum that is stated for the first time, of those left open, and of every percentage."""
    all_told = money_of(article)
    starts = {fact.surface.start for fact in funding}
    promised = {told.again for told in all_told if told.is_headline and told.start in starts}
    for index, told in enumerate(all_told):
        if told.again is None and not told.is_implied and index not in promised:
            yield told.paragraph, told.item.start, told.item.end
    for paragraph in article.paragraphs:
        for start, end in vague_sums(paragraph.text):
            yield paragraph, start, end
        for match in PERCENT.finditer(paragraph.text):
            yield paragraph, match.start(), match.end()


def _figure(article: ParsedArticle, paragraph: Paragraph, start: int, end: int) -> Figure:
    text = paragraph.text
    first, last = sentence_of(paragraph, start, end)
    left, right = max(first, start - WIDE_BEFORE), min(last, end + WIDE_AFTER)
    what = text[_word_start(text, left, first) : _word_end(text, right, last)].strip(' .,;:–-“”"')
    evidence = article.evidence(paragraph.start + first, paragraph.start + last, f"{NAME}/{VERSION}")
    surface = article.phrase(paragraph.start + start, paragraph.start + end)
    return Figure(evidence=(evidence,), belief=0.85, surface=surface, what=what)


def _word_start(text: str, at: int, least: int) -> int:
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, most: int) -> int:
    while at < most and not text[at].isspace():
        at += 1
    return at
