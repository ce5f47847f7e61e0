"""Numbers that an analyst may want and that are not money for a purpose: sums of other sorts, percentages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract import Example
from kg.extract._amounts import dollar_of, sums_in
from kg.extract._money_parties import sentence_of
from kg.model import Fact, Figure, FundingStatement, Span
from kg.parsed import ParsedArticle

NAME = "figures"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Figure,)
NEEDS: tuple[str, ...] = ("pledges",)
EXAMPLES = (
    Example("The trust’s deficit rose to £3m.", ("£3m | The trust’s deficit rose to £3m",)),
    Example("Turnout was 34% at the poll.", ("34% | Turnout was 34% at the poll",)),
    Example("She is 54 and lives in two rooms.", ()),
)

PERCENT = re.compile(r"\d+(?:\.\d+)?(?:\s?%|\s(?:per cent|percent|percentage points?)\b)")


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The figures of one article: every sum that is no funding statement, every percentage."""
    taken = [Span(fact.surface.start, fact.surface.end) for fact in known if isinstance(fact, FundingStatement)]
    dollar = dollar_of(article.document.text)
    found: list[Fact] = []
    for paragraph in article.paragraphs:
        text = paragraph.doc.text
        places = [(s.start, s.end) for s in sums_in(text, dollar)] + [m.span() for m in PERCENT.finditer(text)]
        for start, end in sorted(places):
            where = Span(paragraph.start + start, paragraph.start + end)
            if any(span.overlaps(where) for span in taken):
                continue
            first, last = sentence_of(paragraph, start, end)
            left, right = max(first, start - 60), min(last, end + 40)
            what = text[_word_start(text, left, first) : _word_end(text, right, last)].strip(' .,;:–-“”"')
            evidence = article.evidence(paragraph.start + first, paragraph.start + last, f"{NAME}/{VERSION}")
            found.append(
                Figure(evidence=(evidence,), belief=0.85, surface=article.phrase(where.start, where.end), what=what)
            )
    return found


def _word_start(text: str, at: int, least: int) -> int:
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, most: int) -> int:
    while at < most and not text[at].isspace():
        at += 1
    return at
