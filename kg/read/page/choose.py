"""Which lines of a page are an article's: trafilatura's choice, mended by our own finder for plain lines and by the lines' places.

Trafilatura knows pages, but keeps lists of links to other stories, pleas to subscribe and lines about the author inside a body, now and
then loses paragraphs in the middle, and on some pages takes another part for the article. Each rule below mends one of these; what they
bring together is in docs/decisions/0007-article-finding.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.articles.bodies import find_bodies
from kg.read.articles.find import furniture
from kg.read.articles.lines import Line, Look, look_of
from kg.read.letter import HEAD
from kg.read.page.blocks import Block, Page
from kg.read.page.places import Place, inside, places_of

MOSTLY_LINKS = 0.6  # share of a line's characters in links from which it is a link and no prose
ONLY_LINKS = 0.85
LINE_REACH = 4  # lines to either side that are a line's company
LONELY = 0.3  # share of the words around a line that are kept, below which it stands alone
LEAST_BOX = (
    0.15  # share of the second opinion's words in an element from which the rest of it belongs to the article as well
)
LONG_BYLINE = 25  # words; what is named a byline and is longer is none
ABOUT_LINES = 3  # so far before its last paragraph an article may speak of its author
LONG = 12  # words of a line that no article says twice
LONG_ROW = 100  # words of a row of a table that nobody reads as text
LINK_WORDS = re.compile(
    r"^\W*(?:related|read (?:more|next|also|now)|see (?:also|more)|more (?:from|on|in|about)|watch|listen|don[’']t miss|subscribe|follow"
    r"|sign up|copyright|©|photo|image|click|get (?:the|our|all)|also read|contact|download|join|like us|share|updated?|published|posted"
    r"|have a tip|editor[’']s note|recommended|advert|sponsored|must read|trending|tags?|topics?|filed under|source)\b",
    re.IGNORECASE,
)
ABOUT_AUTHOR = re.compile(
    r"\b(?:is an? [\w -]{3,60}(?:reporter|editor|writer|author|correspondent|journalist|columnist|fellow|professor|contributor|blogger)"
    r"|can be (?:reached|followed|contacted)|may be reached|contributed to this (?:report|story|article)|follow (?:him|her|them|us|me)"
    r"|originally (?:published|appeared)|for more information|all rights reserved|terms of (?:use|service))\b",
    re.IGNORECASE,
)
MOST_ABOUT_AUTHOR = 70  # words of a line about its author


@dataclass(frozen=True, slots=True)
class Item:
    """All that is known of one line before it is chosen."""

    block: Block
    look: Look
    count: int
    place: Place

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph and no link."""
        return self.look is Look.PROSE and self.block.linked < 0.5

    @property
    def is_link(self) -> bool:
        """Whether it only leads elsewhere."""
        linked = self.block.linked
        return linked > ONLY_LINKS or (linked > MOSTLY_LINKS and LINK_WORDS.match(self.block.words) is not None)

    @property
    def is_about_author(self) -> bool:
        """Whether it speaks of who wrote the article, or of its rights."""
        return self.count < MOST_ABOUT_AUTHOR and ABOUT_AUTHOR.search(self.block.words) is not None


def items_of(page: Page) -> list[Item]:
    """What is known of each block of the page."""
    looks = [Look.SHORT if "\t" in block.words else look_of(block.words) for block in page.blocks]  # a tab parts cells
    counts = [len(block.words.split()) for block in page.blocks]
    prose = [
        count if look is Look.PROSE and block.linked < 0.5 else 0
        for block, look, count in zip(page.blocks, looks, counts, strict=True)
    ]
    places = places_of(page, prose)
    return [Item(*known) for known in zip(page.blocks, looks, counts, places, strict=True)]


def choose(page: Page, items: Sequence[Item], second: Sequence[bool]) -> list[bool]:
    """For each block of the page, whether it is part of an article.

    Args:
        second: which blocks the second opinion keeps.
    """
    own = _kept_by_lines(items)
    if _misses_the_article(items, second, own):
        second = own
    prose = [n for n, item in enumerate(items) if second[n] and item.look is Look.PROSE]
    if not prose:
        return [False] * len(items)
    home = _home(page, items, second)
    kept = []
    for n, item in enumerate(items):
        if second[n]:
            stands = not _is_to_go(item, n, prose, is_own=own[n]) and (own[n] or not _is_lonely(items, second, n))
        else:
            is_between = prose[0] <= n <= prose[-1]
            stands = own[n] and _is_to_come(item, is_at_home=item.place.box in home, is_between=is_between)
        kept.append(stands)
    return _once(items, kept)


def _kept_by_lines(items: Sequence[Item]) -> list[bool]:
    """Which lines the finder for plain lines keeps, told what place and links say of each."""
    lines = [Line(i.block.start, i.block.end, i.block.words, _look_here(i), 0) for i in items]
    kept = [False] * len(lines)
    for body in find_bodies(lines):
        cut = {line.start for line in furniture(lines, body)}
        for n in range(body.first, body.last):
            kept[n] = lines[n].start not in cut
    return kept


def _look_here(item: Item) -> Look:
    if item.place.is_furniture:
        return Look.FURNITURE
    if item.block.linked >= MOSTLY_LINKS and item.look is not Look.STOP:
        return Look.FURNITURE if item.count > 2 else Look.SHORT
    if item.place.is_caption or (item.place.is_byline and item.count < LONG_BYLINE):
        return Look.FURNITURE
    return Look.SHORT if item.place.is_heading and item.look is Look.PROSE else item.look


def _home(page: Page, items: Sequence[Item], second: Sequence[bool]) -> set[int]:
    """The elements that hold a good part of what the second opinion keeps, and those of the same tag and class.

    Those are a body in pieces, or several articles.
    """
    words = inside(page, [item.count if is_kept else 0 for item, is_kept in zip(items, second, strict=True)])
    boxes = {item.place.box for item in items}
    home = {box for box in boxes if words[box] > LEAST_BOX * words[0]}
    kinds = {
        (node.tag, node.names)
        for node in map(page.nodes.__getitem__, home)
        if node.names or node.tag == "article"  # an element that has no class may be anything, but for this one
    }
    return home | {box for box in boxes if (page.nodes[box].tag, page.nodes[box].names) in kinds}


def _misses_the_article(items: Sequence[Item], second: Sequence[bool], own: Sequence[bool]) -> bool:
    """Whether the second opinion keeps some other part of the page: half as much as the finder for lines, and little of the same."""
    of_second = sum(item.count for item, is_kept in zip(items, second, strict=True) if is_kept)
    of_own = sum(item.count for item, is_kept in zip(items, own, strict=True) if is_kept)
    of_both = sum(item.count for item, one, other in zip(items, second, own, strict=True) if one and other)
    return of_own > 2 * of_second and of_both <= 0.5 * of_second


def _is_to_go(item: Item, n: int, prose: Sequence[int], *, is_own: bool) -> bool:
    """Whether line `n`, which the second opinion keeps, is none of the article's."""
    return bool(
        item.is_link
        or item.place.is_caption
        or ("\t" in item.block.words and (item.count > LONG_ROW or n < prose[0]))
        or (item.look is Look.END and item.count < 25)
        or ((item.place.is_heading or HEAD.match(item.block.words)) and n < prose[0])
        or (item.is_about_author and n >= prose[-1] - ABOUT_LINES)
        or (not is_own and item.count < 30 and LINK_WORDS.match(item.block.words) is not None)
        or (not is_own and item.look is Look.FURNITURE and item.count < 25)
    )


def _is_to_come(item: Item, *, is_at_home: bool, is_between: bool) -> bool:
    """Whether a line that only the finder for lines keeps is the article's: in an element of its text, or amid its paragraphs."""
    if item.place.is_quote and is_between:
        return True
    if item.place.is_furniture or item.place.is_caption or item.block.linked >= 0.5:
        return False
    if is_at_home and (item.is_prose or item.count >= 4):
        return True
    return is_between and item.is_prose and item.place.is_paragraph


def _is_lonely(items: Sequence[Item], kept: Sequence[bool], n: int) -> bool:
    return all(
        sum(items[k].count for k in around if kept[k]) < LONELY * (5 + sum(items[k].count for k in around))
        for around in (range(max(0, n - LINE_REACH), n), range(n + 1, min(len(items), n + 1 + LINE_REACH)))
    )


def _once(items: Sequence[Item], kept: Sequence[bool]) -> list[bool]:
    """The same choice, without what stands a second time: pages hold a text twice, for screens of two sizes."""
    seen: set[str] = set()
    chosen = []
    for item, is_kept in zip(items, kept, strict=True):
        chosen.append(is_kept and not (item.count >= LONG and item.block.words in seen))
        if is_kept:
            seen.add(item.block.words)
    return chosen
