"""What the place of a line in the page says of it: the tags, class and id words of the elements that hold it, and the links in it.

What is asked of the elements around a line is asked only of those that hold less than LARGE of the page's prose: what holds most of it
says nothing against any line in it (`<body class="with-sidebar">`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.page.blocks import BLOCKS, HEADINGS, Page

LARGE = 0.4
ASIDE = frozenset(("nav", "footer", "aside", "form", "button", "label", "select"))
BOXES = BLOCKS - HEADINGS - {"p", "li"}  # what holds more than one paragraph
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|footer\w*|sidebar\w*|rail|related\w*|recirc\w*|recommend\w*|shar(?:e|ing)\w*|social(?!-media)\w*"
    r"|comments?|respond|discuss\w*|disqus\w*|promo\w*|newsletter\w*|subscri\w*|advert\w*|ads?|breadcrumbs?|widget\w*|trending|popular"
    r"|most-\w+|cookie\w*|consent|banner|masthead|tags?|taglist|teasers?|sponsor\w*|outbrain\w*|taboola\w*|signup|sign-up|login|search\w*"
    r"|more-\w+|read-?(?:more|next)|popup|modal|overlay|toolbar|pagination|pager|copyright|disclaimer|slideshow|gallery\w*|carousel\w*|bio"
    r"|author-?(?:bio|info|box|card)\w*|about-author|sr-only|visually-?hidden|screen-reader\w*|skip-\w+|paywall\w*)(?=$|[\s_-])"
)
CAPTION = re.compile(r"(?:^|[\s_-])(?:captions?|credits?|wp-caption-text|photo-?credit|image-?credit)(?=$|[\s_-])")
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline\w*|author\w*|dateline|timestamp|pub-?date|posted-on|published\w*|(?:entry|article|post)-meta|date)(?=$|[\s_-])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands.

    Attributes:
        is_furniture: in a menu, a form, a sidebar, comments and the like.
        is_paragraph, is_heading, is_quote: by the innermost elements.
        box: index of the innermost element that can hold several paragraphs.
    """

    is_furniture: bool
    is_caption: bool
    is_byline: bool
    is_paragraph: bool
    is_heading: bool
    is_quote: bool
    box: int


def places_of(page: Page, prose: Sequence[int]) -> list[Place]:
    """The place of each block of the page.

    Args:
        prose: the words of each block if it is prose, else 0.
    """
    held = inside(page, prose)
    furniture, caption, byline, boxes = _told(page, held)
    places = []
    for block in page.blocks:
        tags = _innermost(page, block.node)
        places.append(
            Place(
                furniture[block.node],
                caption[block.node],
                byline[block.node],
                is_paragraph="p" in tags[:3],
                is_heading=not HEADINGS.isdisjoint(tags[:4]),
                is_quote="blockquote" in tags,
                box=boxes[block.node],
            )
        )
    return places


def inside(page: Page, values: Sequence[int]) -> list[int]:
    """For each node, the sum of the values of the blocks in it."""
    sums = [0] * len(page.nodes)
    for block, value in zip(page.blocks, values, strict=True):
        sums[block.node] += value
    for n in range(len(sums) - 1, 0, -1):
        sums[page.nodes[n].parent] += sums[n]
    return sums


def _told(page: Page, held: Sequence[int]) -> tuple[list[bool], list[bool], list[bool], list[int]]:
    """For each node: whether it or what holds it is furniture, a caption, a byline; and its box."""
    furniture: list[bool] = []
    caption: list[bool] = []
    byline: list[bool] = []
    boxes: list[int] = []
    for n, node in enumerate(page.nodes):
        is_small, up = held[n] <= LARGE * held[0], node.parent
        is_aside = node.tag in ASIDE or FURNITURE.search(node.names) is not None
        is_caption = node.tag == "figcaption" or CAPTION.search(node.names) is not None
        furniture.append((is_small and is_aside) or (up >= 0 and furniture[up]))
        caption.append((is_small and is_caption) or (up >= 0 and caption[up]))
        byline.append((is_small and BYLINE.search(node.names) is not None) or (up >= 0 and byline[up]))
        boxes.append(n if node.tag in BOXES or up < 0 else boxes[up])
    return furniture, caption, byline, boxes


def _innermost(page: Page, node: int) -> list[str]:
    """The tags of the six innermost elements, from inside out."""
    tags: list[str] = []
    while node >= 0 and len(tags) < 6:
        tags.append(page.nodes[node].tag)
        node = page.nodes[node].parent
    return tags
