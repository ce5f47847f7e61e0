"""The chosen lines of a page → its articles: bodies, headlines, and what the markup and the visible lines say of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Article, Given, Span
from kg.read.articles.bodies import Block as Body
from kg.read.articles.find import article_of
from kg.read.articles.headlines import MOST_HEADLINE, find_headline
from kg.read.articles.lines import Line, Look
from kg.read.articles.meta import is_meta, is_no_headline
from kg.read.given import with_field
from kg.read.page.blocks import Page
from kg.read.page.choose import MOSTLY_LINKS, Item
from kg.read.page.stated import Stated
from kg.read.page.teasers import heading_of, is_whole, stories

LEAST_WORDS = 12  # of prose that make an article
TEASER_SHARE = 0.6  # of a page's paragraphs that stand below a link to their story, from which it is a list of stories
BY = re.compile(r"\b[Bb]y ((?:[A-Z][\w’'.-]* ?){2,4})$")
OF_THE_PAGE = frozenset(("publisher", "url"))


def find_page_articles(page: Page, items: Sequence[Item], kept: Sequence[bool], stated: Stated) -> tuple[Article, ...]:
    """The articles of a page, in order; none if no line was kept, or if it is a list of links to stories.

    Args:
        kept: which lines are part of an article.
    """
    if is_list_of_stories(items, kept):
        return ()
    lines = [
        Line(i.block.start, i.block.end, i.block.words, _look(i, is_kept), 0)
        for i, is_kept in zip(items, kept, strict=True)
    ]
    bodies: list[Body] = []
    for part in _parts(page, items, kept):
        begin = bodies[-1].last if bodies else 0
        headline = _headline(lines, page, items, begin, part[0], stated.title)
        first = next((n for n in part if n != headline and not is_meta(lines[n])), part[0])
        bodies.append(Body(headline if headline != first else None, first, part[-1] + 1))
    articles = [article_of(page.text, lines, body, index, bodies) for index, body in enumerate(bodies)]
    articles = [_with_byline(article, items, body) for article, body in zip(articles, bodies, strict=True)]
    is_only = len(articles) == 1
    return tuple(_with_stated(_with_cuts(article, page, kept), stated, is_only=is_only) for article in articles)


def is_list_of_stories(items: Sequence[Item], kept: Sequence[bool]) -> bool:
    """Whether most of the kept paragraphs are teasers: each stands right below or above the link to its story."""
    prose = [n for n, item in enumerate(items) if kept[n] and item.is_prose]
    teasers = [n for n in prose if any(_leads_to_story(items, k) for k in (n - 2, n - 1))]
    boxes = {items[n].place.box for n in prose}  # an article's paragraphs stand together
    return len(teasers) >= 3 and min(len(teasers), len(boxes)) >= TEASER_SHARE * len(prose)


def _leads_to_story(items: Sequence[Item], n: int) -> bool:
    if n < 0:
        return False
    item = items[n]
    return item.block.linked > MOSTLY_LINKS and item.count >= 3 and item.place.is_heading


def _look(item: Item, is_kept: bool) -> Look:
    if not is_kept:
        return Look.FURNITURE
    return Look.PROSE if item.look is Look.PROSE else Look.SHORT


def _parts(page: Page, items: Sequence[Item], kept: Sequence[bool]) -> list[list[int]]:
    """The kept lines of each article: of each `<article>` element if several hold a whole one, of each story told in full, else all."""
    every = [n for n, is_kept in enumerate(kept) if is_kept]
    if sum(items[n].count for n in every if items[n].look is Look.PROSE) < LEAST_WORDS:
        return []
    tops: list[int] = []  # of each node, the outermost article element that holds it, -1 for none
    for n, node in enumerate(page.nodes):
        above = tops[node.parent] if node.parent >= 0 else -1
        tops.append(above if above >= 0 else n if node.tag == "article" else -1)
    parts: dict[int, list[int]] = {}
    for n in every:
        parts.setdefault(tops[items[n].block.node], []).append(n)
    whole = [part for top, part in parts.items() if top >= 0 and is_whole(items, part)]
    return whole if len(whole) > 1 else stories(page, items, kept) or [every]


def _headline(
    lines: Sequence[Line], page: Page, items: Sequence[Item], begin: int, first: int, title: str
) -> int | None:
    """The headline of the body that begins at `first`: the line that says the stated title, else the main heading above it."""
    above = range(begin, first + 1)
    if title:
        said = [n for n in above if _same(lines[n].words, title)]
        if said:
            return max(said, key=lambda n: (items[n].place.is_heading, items[n].block.linked < MOSTLY_LINKS, n))
    headings = [
        n
        for n in above
        if items[n].place.is_heading
        and not items[n].place.is_furniture
        and 2 <= lines[n].count <= MOST_HEADLINE
        and not is_no_headline(lines[n])
    ]
    if headings:
        last = headings[-1]
        is_subtitle = last - 1 in headings and heading_of(page, items[last - 1]) < heading_of(page, items[last])
        return last - 1 if is_subtitle else last
    plain = [replace(line, look=item.look) for line, item in zip(lines, items, strict=True)]
    return find_headline(plain, begin, first) if plain else None


def _same(one: str, other: str) -> bool:
    words = [re.sub(r"\W+", " ", text).casefold().strip() for text in (one, other)]
    return bool(words[0]) and words[0] == words[1]


def _with_byline(article: Article, items: Sequence[Item], body: Body) -> Article:
    """The article with the author that a line named a byline gives ("Posted on 2 July by Hal Oakes"), if nothing else does."""
    if article.author is not None or body.headline is None:
        return article
    for item in items[body.headline + 1 : body.first + 3]:
        if item.place.is_byline and (found := BY.search(item.block.words)):
            return with_field(article, Given("author", found[1], "visible byline"))
    return article


def _with_cuts(article: Article, page: Page, kept: Sequence[bool]) -> Article:
    """The article with all lines of its body cut that were not kept; cuts in a row are one."""
    cuts: list[Span] = []
    was_cut = False
    for block, is_kept in zip(page.blocks, kept, strict=True):
        if not article.body.start <= block.start < article.body.end:
            continue
        if is_kept:
            was_cut = False
            continue
        if was_cut:
            cuts[-1] = Span(cuts[-1].start, block.end)
        else:
            cuts.append(Span(block.start, block.end))
        was_cut = True
    return replace(article, cut=tuple(cuts))


def _with_stated(article: Article, stated: Stated, *, is_only: bool) -> Article:
    """The article with what the markup says of it, which goes before what was read off the visible lines."""
    is_meant = is_only or (article.title is not None and _same(article.title, stated.title))
    for given in stated.known:
        if (is_meant or given.field in OF_THE_PAGE) and (given.origin != "title tag" or article.title is None):
            article = with_field(article, given)
    return article
