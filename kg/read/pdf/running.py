"""Lines that run through the pages: headers, footers, page numbers, the day a browser printed the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.read.pdf.sandbox import Line, Print

MARGIN = 0.12  # of the page's height, above and below, where such lines stand
GAP = 0.5  # of the type's height: parts a header from the text
SAME_HEIGHT = 0.02  # of the page's height: how far the line may move from page to page
LEAST_SHARE = 0.3  # of the pages on which it stands: left and right pages may differ, openings have none
NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE)
STAMP = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AP]M)?", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?|file)://\S+")


def running_lines(printed: Print) -> tuple[dict[int, str], list[str]]:
    """Which lines run through the pages, and what they say.

    Returns:
        The running lines, by their place in `printed.lines`, as they stand; and the wordings that tell something, each once: no
        page numbers, no day of printing.
    """
    groups: dict[tuple[str, bool], list[int]] = defaultdict(list)
    running: dict[int, str] = {}
    for index in _apart(printed):
        line = printed.lines[index]
        text = " ".join(line.text.split())
        if NUMBER.fullmatch(text) or STAMP.fullmatch(text) or ADDRESS.match(text):
            running[index] = text
        else:
            groups[re.sub(r"\d+", "#", text), _place(line, printed) > 0.5].append(index)
    read = len({line.page for line in printed.lines})
    for group in groups.values():
        if len(_pages(printed.lines, _level(group, printed))) >= max(2, LEAST_SHARE * read):
            running |= {index: " ".join(printed.lines[index].text.split()) for index in group}
    told = [running[index] for index in sorted(running)]
    return running, list(dict.fromkeys(t for t in told if not NUMBER.fullmatch(t) and not STAMP.fullmatch(t)))


def _apart(printed: Print) -> Iterator[int]:
    """The lines in the upper and lower margins of their page, in the order of the file: as far as a gap parts them from the rest."""
    for page in range(len(printed.sizes)):
        here = [index for index, line in enumerate(printed.lines) if line.page == page]
        downwards = sorted(here, key=lambda index: -printed.lines[index].y1)
        yield from sorted({*_outermost(downwards, printed, sign=1), *_outermost(downwards[::-1], printed, sign=-1)})


def _outermost(inwards: Sequence[int], printed: Print, sign: int) -> list[int]:
    """Those of a page's lines, from its edge inwards, that stand in the margin outside the last gap there."""
    end = 0
    for n, (index, inner) in enumerate(zip(inwards, [*inwards[1:], None], strict=True), start=1):
        line = printed.lines[index]
        if MARGIN < _place(line, printed) < 1 - MARGIN:
            break
        if inner is None:
            break
        other = printed.lines[inner]
        gap = line.y0 - other.y1 if sign > 0 else other.y0 - line.y1
        if gap > GAP * line.height:
            end = n
    return list(inwards[:end])


def _place(line: Line, printed: Print) -> float:
    """How high on its page the line stands, from 0 to 1."""
    height = printed.sizes[line.page][1]
    return (line.y0 + line.y1) / 2 / height if height else 0.5


def _level(group: Sequence[int], printed: Print) -> list[int]:
    """Those that stand as high on their page as the middle one."""
    places = sorted(_place(printed.lines[index], printed) for index in group)
    usual = places[len(places) // 2]
    return [index for index in group if abs(_place(printed.lines[index], printed) - usual) <= SAME_HEIGHT]


def _pages(lines: Sequence[Line], group: Sequence[int]) -> set[int]:
    return {lines[index].page for index in group}
