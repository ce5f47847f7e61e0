"""A second opinion on which lines are the article's: trafilatura's (docs/decisions/0007-article-finding.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from kg.read.page.blocks import Page

WORD = re.compile(r"\w+")
GRAM = 4  # words in a row by which a line is found again
NEAR = 8  # lines to either side that decide which of several equal lines is meant
FADE = 0.8  # what a line one farther off counts
MOST_LEVELS = 250  # trafilatura recurses; real pages have fewer than 100
MOST_CHARACTERS = 3_000_000  # of shown text; beyond, it takes too long
MOST_ELEMENTS = 50_000  # the same; long newspaper pages have 10,000

Gram = tuple[str, ...]


def second_opinion(root: HtmlElement, page: Page) -> list[bool]:
    """For each block, whether trafilatura keeps it; all False if it finds no article or the page is beyond what it can take.

    The tree is spent: trafilatura changes it.
    """
    if len(page.text) > MOST_CHARACTERS or len(page.nodes) > MOST_ELEMENTS or _depth(page) > MOST_LEVELS:
        return [False] * len(page.blocks)
    from trafilatura import extract

    text = extract(root, favor_precision=True, include_comments=False) or ""
    return found_again([block.words for block in page.blocks], text)


def found_again(lines: Sequence[str], text: str) -> list[bool]:
    """For each line, whether it stands in the text; of equal lines, as many as stand there, those amid others that do."""
    grams = set(_grams(WORD.findall(text.lower())))
    whole = Counter(tuple(WORD.findall(line.lower())) for line in text.splitlines())
    words = [tuple(WORD.findall(line.lower())) for line in lines]
    kept = [_stands(line, grams, whole) for line in words]
    places: dict[Gram, list[int]] = {}
    for n, line in enumerate(words):
        places.setdefault(line, []).append(n)
    sure = [len(line) if is_kept and len(places[line]) == 1 else 0 for line, is_kept in zip(words, kept, strict=True)]
    for line, equal in places.items():
        if len(equal) > 1 and kept[equal[0]]:
            for n in sorted(equal, key=lambda n: -_company(sure, n))[max(1, whole[line]) :]:
                kept[n] = False
    return kept


def _grams(words: Sequence[str]) -> list[Gram]:
    return [tuple(words[n : n + GRAM]) for n in range(len(words) - GRAM + 1)]


def _stands(line: Gram, grams: set[Gram], whole: Counter[Gram]) -> bool:
    if len(line) < GRAM:
        return bool(line) and line in whole
    own = _grams(line)
    return 2 * sum(gram in grams for gram in own) >= len(own)


def _company(sure: Sequence[int], n: int) -> float:
    """How many words near line `n` stand in the text for sure, near ones counting most."""
    around = range(max(0, n - NEAR), min(len(sure), n + NEAR + 1))
    return sum(sure[k] * FADE ** abs(k - n) for k in around)


def _depth(page: Page) -> int:
    depths: list[int] = []
    for node in page.nodes:
        depths.append(1 + (depths[node.parent] if node.parent >= 0 else 0))
    return max(depths, default=0)
