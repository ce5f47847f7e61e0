"""Where the bodies of a page dump stand: the heaviest runs of prose, however much furniture lies around and between.

A crosshead inside a body becomes the headline of a second article only on strong signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.articles.headlines import find_headline, find_notice
from kg.read.articles.lines import SENTENCE_END, Line, Look
from kg.read.articles.meta import LOCKED, NOTICE, is_meta

CAPITALS = re.compile(r"^[“‘\"']?[A-Z][A-Z’'-]+(?=\s)(?!\s*$)")
LEAST_WORDS = 12  # of prose that make an article
REACH = 200  # lines behind a headline that are looked at to tell whether it is one
MOST_WEIGHT = 50  # a long paragraph counts as so many words: one wall of legal text must not outweigh an article
LEAST_SHARE = 0.25  # of the main article's weight, which another article of the page must have
# found with `python -m bench scrapinghub`: F1 .94; SHORT -8 gives .92, -20 loses bodies with many crossheads; the others hardly matter
WEIGHTS = {Look.SHORT: -14, Look.FURNITURE: -8, Look.END: -25}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines from `first` up to, not including, `last` that form one body."""

    headline: int | None
    first: int
    last: int


def find_bodies(lines: Sequence[Line]) -> list[Block]:
    """The bodies of the page with their headlines, in order; none if there is no prose."""
    return _split(lines, _heavy_blocks(lines))


def _heavy_blocks(lines: Sequence[Line]) -> list[Block]:
    """The bodies of the page, in order: the heaviest run of lines, and others before and after it that are articles too."""
    stretches: list[tuple[int, int]] = []
    begin = 0
    for stop in [n for n, line in enumerate(lines) if line.look is Look.STOP] + [len(lines)]:
        stretches.append((begin, stop))
        begin = stop + 1
    runs = [run for stretch in stretches if (run := _heaviest(lines, *stretch)) is not None]
    if not runs:
        return []
    main = max(runs, key=lambda run: (run.weight, -run.first))
    found = [main]
    for begin, stop in stretches:
        left = [(begin, stop)]
        if begin <= main.first < stop:
            left = [(begin, main.first), (main.last, stop)]
        while left:
            low, high = left.pop()
            run = _heaviest(lines, low, high)
            if run is None or run.weight < LEAST_SHARE * main.weight:
                continue
            left += [(low, run.first), (run.last, high)]
            if _is_another(lines, run, low):
                found.append(run)
    blocks = []
    low = 0
    for run in sorted(found, key=lambda run: run.first):
        blocks.append(_block(lines, low, run))
        low = run.last
    return blocks


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines from `first` up to, not including, `last`, and what they weigh."""

    first: int
    last: int
    weight: int


def _weight(line: Line) -> int:
    """What a line speaks for a body (above 0) or against it: words of prose; menus and headings by the line."""
    if line.look is Look.PROSE and not is_meta(line):
        return min(line.count, MOST_WEIGHT)
    return WEIGHTS.get(line.look, WEIGHTS[Look.SHORT])


def _heaviest(lines: Sequence[Line], begin: int, stop: int) -> _Run | None:
    """The run of lines with the greatest sum of weights, None if it holds too little prose.

    Source: Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (WWW 2009).
    """
    best = _Run(begin, begin, 0)
    first, weight = begin, 0
    for n in range(begin, stop):
        if weight <= 0:
            first, weight = n, 0
        weight += _weight(lines[n])
        if weight > best.weight:
            best = _Run(first, n + 1, weight)
    words = sum(line.count for line in lines[best.first : best.last] if line.look is Look.PROSE)
    return best if words >= LEAST_WORDS else None


def _is_another(lines: Sequence[Line], run: _Run, begin: int) -> bool:
    """Whether a run beside the main one is an article: under a headline, three paragraphs in one piece, as no teaser is."""
    prose = [n for n in range(run.first, run.last) if lines[n].look is Look.PROSE and not is_meta(lines[n])]
    return find_headline(lines, begin, prose[0]) is not None and _runs_on(lines, prose)


def _runs_on(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Whether the prose is three paragraphs in one piece, as an article's, not teasers one by one."""
    together = [n for n in prose if n + 1 in prose or n - 1 in prose]
    return len(together) >= 3 and sum(lines[n].count for n in together) >= 60


def _block(lines: Sequence[Line], begin: int, run: _Run) -> Block:
    headline = find_headline(lines, begin, run.first)
    first = run.first
    if headline == first and run.last - first == 1:
        headline = None
    if headline == run.first:
        first += 1
    elif headline is None:
        first = find_notice(lines, begin, run.first) or run.first
    elif sum(not _may_lead(line) for line in lines[headline + 1 : run.first]) <= 1:
        first = headline + 1
    while first < run.last - 1 and not _can_open(lines[first]):
        first += 1
    last = run.last
    if last < len(lines) and lines[last].look is Look.SHORT and _is_last_words(lines[last]):
        last += 1
    return Block(headline, first, last)


def _may_lead(line: Line) -> bool:
    """Whether a line can stand between headline and first paragraph without a menu in between: byline, date, standfirst."""
    return line.look is not Look.STOP and (
        line.count >= 3 or not _can_open(line) or NOTICE.match(line.words) is not None
    )


def _can_open(line: Line) -> bool:
    """Whether a line between headline and first paragraph belongs to the body: a standfirst, a notice's date."""
    return not (is_meta(line) or line.look in (Look.FURNITURE, Look.END) or LOCKED.match(line.words))


def _is_last_words(line: Line) -> bool:
    """Whether a line can be the last of a body: prose, or short words that end a sentence."""
    return line.look is Look.PROSE or (
        line.look is Look.SHORT and bool(re.search(r"[.!?”\"’'\d]$", line.words)) and line.count >= 3
    )


def _split(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """Blocks cut where a second headline stands inside."""
    found: list[Block] = []
    for block in blocks:
        first, headline = block.first, block.headline
        for n in range(block.first + 1, block.last - 1):
            if n > first and _begins_another(lines, first, n, block.last):
                found.append(Block(headline, first, n))
                headline, first = n, n + 1
                while first < block.last and is_meta(lines[first]):
                    first += 1
        found.append(Block(headline, first, block.last))
    return found


def _begins_another(lines: Sequence[Line], first: int, n: int, last: int) -> bool:
    """Whether the short line `n` is the headline of another article.

    Signs: both openings are set in capitals ("PLANS for a solar farm …"), or the line is long for a crosshead and stands
    farther off than the paragraphs do.
    """
    line = lines[n]
    if line.look is not Look.SHORT or line.count < 3 or SENTENCE_END.search(line.words) or NOTICE.match(line.words):
        return False
    after = [lines[k] for k in range(n + 1, min(last, n + 1 + REACH)) if lines[k].look is Look.PROSE]
    opening = next((lines[k] for k in range(first, n) if lines[k].look is Look.PROSE), None)
    if len(after) < 3 or opening is None or (lines[n + 1].look is Look.SHORT and not is_meta(lines[n + 1])):
        return False
    if CAPITALS.match(opening.words) and CAPITALS.match(after[0].words):
        return True
    usual = max(1, sorted(k.gap for k in after)[len(after) // 2])
    parted = lines[n - 1].look is Look.END and (is_meta(lines[n + 1]) or lines[n + 1].look is Look.FURNITURE)
    return line.count >= 7 and (line.gap > usual or parted)
