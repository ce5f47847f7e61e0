"""Which lines of a page only lead to stories elsewhere, and where the stories begin that a page tells one after the other.

Newsletters are the usual case: tables that lay out a few stories in full and many in a sentence or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.read.articles.lines import Line
from kg.read.articles.meta import is_meta
from kg.read.page.blocks import HEADINGS, Page
from kg.read.page.choose import LINK_WORDS, MOSTLY_LINKS, Item

MORE = re.compile(
    r"^\W*(?:read|see|view|find out|learn|continue|full|more)\b(?: (?:on|now|more|online|reading|the|full|whole|story|article))*\W*$",
    re.IGNORECASE,
)
MOST_LINES = 3  # of a teaser between its headline and the link to the rest
MOST_WORDS = 80
LEAST_IN_A_ROW = 3  # teasers without such a link, each in a box of its own
LEAST_PARAGRAPHS, LEAST_PART = 3, 60  # paragraphs, and words of prose, of each of several articles on a page


def teasers(items: Sequence[Item]) -> set[int]:
    """The lines of teasers: a linked headline, a sentence or two, and a link to the rest; or several without that in a row."""
    found: set[int] = set()
    row: list[range] = []
    n = 0
    while n < len(items):
        text = _text_below(items, n) if _leads_on(items[n]) else range(0)
        if not text:
            n += 1
            continue
        has_more = text.stop < len(items) and _is_more(items[text.stop])
        if has_more:
            found.update(range(n, text.stop + 1))
        is_next = bool(row) and row[-1].stop == n and not _shares_box(items, row[-1], text)
        row = [*row, range(n, text.stop + has_more)] if is_next or not row else [range(n, text.stop + has_more)]
        if len(row) >= LEAST_IN_A_ROW:
            found.update(k for lines in row for k in lines)
        n = text.stop + has_more
    return found


def _leads_on(item: Item) -> bool:
    """Whether a line is a headline that links to its story."""
    return item.block.linked > MOSTLY_LINKS and item.count >= 3 and LINK_WORDS.match(item.block.words) is None


def _is_more(item: Item) -> bool:
    return item.block.linked > MOSTLY_LINKS and MORE.match(item.block.words) is not None


def _text_below(items: Sequence[Item], n: int) -> range:
    """The few lines below a headline up to the next link or heading; none if they are too many for a teaser."""
    stop = n + 1
    while stop < len(items) and items[stop].block.linked <= MOSTLY_LINKS and not items[stop].place.is_heading:
        stop += 1
    text = range(n + 1, stop)
    if len(text) > MOST_LINES or sum(items[k].count for k in text) > MOST_WORDS:
        return range(0)
    return text if any(items[k].is_prose for k in text) else range(0)


def _shares_box(items: Sequence[Item], lines: range, others: range) -> bool:
    return not {items[k].place.box for k in lines}.isdisjoint(items[k].place.box for k in others)


def stories(page: Page, items: Sequence[Item], kept: Sequence[bool]) -> list[list[int]]:
    """The kept lines of each story, if the page tells several under headings of one rank that link to them or have a byline below.

    None where what stands above the first of them is an article itself: then the others are links inside it.
    """
    for tag in sorted(HEADINGS):
        openers = [n for n in range(len(items)) if heading_of(page, items[n]) == tag and _opens(items, n)]
        if len(openers) < 2:
            continue
        stops = [*openers[1:], len(items)]
        parts = [[k for k in range(n, stop) if kept[k] and k != n] for n, stop in zip(openers, stops, strict=True)]
        whole = [part for part in parts if is_whole(items, part)]
        if len(whole) > 1 and not is_whole(items, [k for k in range(openers[0]) if kept[k]]):
            return whole
    return []


def is_whole(items: Sequence[Item], part: Sequence[int]) -> bool:
    """Whether lines are an article of several on a page, no teaser."""
    prose = [items[n].count for n in part if items[n].is_prose]
    return len(prose) >= LEAST_PARAGRAPHS and sum(prose) >= LEAST_PART


def heading_of(page: Page, item: Item) -> str:
    """The tag of the heading that the line is; "" if it is none."""
    return next((tag for tag in _around(page, item.block.node) if tag in HEADINGS), "") if item.place.is_heading else ""


def _around(page: Page, node: int) -> Iterator[str]:
    while node >= 0:
        yield page.nodes[node].tag
        node = page.nodes[node].parent


def _opens(items: Sequence[Item], n: int) -> bool:
    """Whether a heading links to its story, or a byline or date stands right below."""
    item = items[n]
    if item.count < 3 or item.place.is_furniture:
        return False
    return _leads_on(item) or any(
        is_meta(Line(below.block.start, below.block.end, below.block.words, below.look, 0))
        for below in items[n + 1 : n + 2]
    )
