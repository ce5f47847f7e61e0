"""Lines of a Word file → paragraphs: which are headings (by their style, else by their type), which stand aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.read.articles import lines_of
from kg.read.articles.meta import is_meta
from kg.read.page.blocks import INVISIBLE
from kg.read.typeset import Paragraph
from kg.read.word.story import Line
from kg.read.word.styles import Styles

MOST_HEADING = 30  # words
LARGE = 1.15  # times the size of running text: type of a heading
DISPLAY = 1.4  # times: type of a headline, wherever it stands
LEAST_HEADING = 3  # words of a heading that is known by its type
BY_SIZE = 11  # rank of the largest type: below every heading style
IN_BOLD = 99  # rank of bold type of the usual size
PAGE_GAP = 2  # blank lines that a new page counts as


def paragraphs_of(lines: Sequence[Line], styles: Styles, *, has_pages: bool) -> list[Paragraph]:
    """The paragraphs in order, without empty ones.

    Args:
        has_pages: whether the word processor has noted where pages end.
    """
    kept: list[tuple[Line, int]] = []  # with the blank lines before each
    gap = 0
    for line in lines:
        if not line.words.translate(INVISIBLE).strip():
            gap += 1
            continue
        kept.append((line, max(gap, PAGE_GAP * line.is_new_page)))
        gap = 0
    usual = _usual_size([line for line, _ in kept])
    ranks = _ranks([line for line, _ in kept], styles, usual)
    boxed = sum(len(line.words) for line, _ in kept if line.is_box)
    has_boxes_aside = 2 * boxed < sum(len(line.words) for line, _ in kept)
    return [
        Paragraph(
            _parts(line, has_pages),
            rank=ranks.get(n, 0),
            is_display=n in ranks and ranks[n] >= BY_SIZE and _size(line) > DISPLAY * usual,
            is_aside=line.is_row or styles.is_aside(line.style) or (line.is_box and has_boxes_aside),
            is_numbered=line.is_numbered,
            gap=gap,
        )
        for n, (line, gap) in enumerate(kept)
    ]


def _usual_size(lines: Sequence[Line]) -> int:
    counts: Counter[int] = Counter()
    for line in lines:
        counts.update(line.sizes)
    return max(counts, key=lambda size: (counts[size], -size), default=0)


def _size(line: Line) -> int:
    """The size of most of the line's type."""
    return max(line.sizes, key=lambda size: (line.sizes[size], -size), default=0)


def _ranks(lines: Sequence[Line], styles: Styles, usual: int) -> dict[int, int]:
    """The headings by their place: those with such a style first, then by the size of their type, then in bold above a byline."""
    heads = [n for n, line in enumerate(lines) if not line.is_row and len(line.words.split()) <= MOST_HEADING]
    found = {n: rank for n in heads if (rank := styles.rank(lines[n].style, lines[n].level))}
    plain = [n for n in heads if n not in found and not lines[n].is_box and _is_short(lines[n])]
    large = [n for n in plain if _size(lines[n]) > LARGE * usual]
    sizes = sorted({_size(lines[n]) for n in large}, reverse=True)
    found |= {n: BY_SIZE + min(sizes.index(_size(lines[n])), IN_BOLD - BY_SIZE - 1) for n in large}
    return found | {n: IN_BOLD for n in plain if n not in found and _is_bold_headline(lines, n)}


def _is_short(line: Line) -> bool:
    """Whether a line could be a heading by its words."""
    words = line.words
    return (
        len(words.split()) >= LEAST_HEADING
        and not re.search(r"[^.]\.[”’\"')]*$", words)
        and any(map(str.isalpha, words))
        and not any(map(is_meta, lines_of(words)))
    )


def _is_bold_headline(lines: Sequence[Line], n: int) -> bool:
    """Whether a line of the usual size is all bold and begins a page or stands above a byline or date: else it is a crosshead."""
    line = lines[n]
    letters = sum(map(len, line.words.split()))
    if line.bold < letters:
        return False
    return line.is_new_page or (n + 1 < len(lines) and any(map(is_meta, lines_of(lines[n + 1].words))))


def _parts(line: Line, has_pages: bool) -> tuple[tuple[str, str], ...]:
    """The line's words by the page on which they stand, every run of blanks as one, without marks that part words."""
    parts: list[tuple[str, str]] = []
    before = " "
    for page, bits in line.parts:
        words = re.sub(
            r"[^\S\t]+|\t+",
            lambda run: "\t" if line.is_row and "\t" in run[0] else " ",
            "".join(bits).translate(INVISIBLE),
        )
        words = words.lstrip() if before.isspace() else words
        if words:
            parts.append((f"page {page}" if has_pages else "", words))
            before = words[-1]
    while parts and not parts[-1][1].rstrip():
        parts.pop()
    if parts:
        parts[-1] = (parts[-1][0], parts[-1][1].rstrip())
    return tuple(parts)
