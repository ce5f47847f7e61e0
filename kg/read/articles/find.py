"""The articles of a page dump: headline, body, what the page says about itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.lexicon import words
from kg.model import Article, Span
from kg.read.articles.bodies import Block, find_bodies
from kg.read.articles.lines import Line, Look
from kg.read.articles.meta import BUTTON, BYLINE, NOTICE, is_meta
from kg.read.byline import names_in
from kg.read.dates import date_in

COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?([A-Z][\w&’'. -]{2,40}?)(?:\s+\d{4}|\s*[|,.]|\s*$)")
AGENCY = re.compile(r"^[A-Z][A-Z ,.’'-]+(?:,\s+\w+\.?\s+\d{1,2})?\s+\(([A-Z]\w+(?: \w+)?)\)\s+[-–—]\s")
IMAGE_OF = re.compile(r"\((?:Image|Photo|Picture):\s*([A-Z][\w&’' -]+)\)")
BY_AGENCY = re.compile(
    r"^By [^,]+,\s+((?:[A-Z]\w+ ?){1,3}?)\s*(?:Political|Local|Health|Business|Education)?\s*(?:Staff|Writer|Reporter|Correspondent)s?$"
)
GENERIC = re.compile(
    r"^(home|news|about|latest|politics|blog|opinion|health|sport|culture|log in|menu|skip\b.*)$", re.IGNORECASE
)
GENERIC_NEWS = re.compile(
    r"(?:(?:latest|local|world|uk|us|business|more|sports?|breaking|top|national|international|health|all|other|your|in|the|home)\s+)+"
    r"(?:news|today|review|post|star|mail|express|record|press|stories)$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s*[|›»•·]\s*|, (?=(?:\w+day,? )?\d)|\s+-\s+")
CAPTION = re.compile(
    r"in this .{4,40}\bphoto\b|above: |pictured: "
    r"|(?:[\w-]+ ){0,3}[\w-]*(?:resized?|cropped|thumb(?:nail)?|\.jpe?g|\.png|\.gif|\.webp)$",  # a picture's file name
    re.IGNORECASE,
)
SEEN = {
    "title": "visible headline",
    "publisher": "visible name of the site",
    "author": "visible byline",
    "published": "visible date line",
}
COMMENTS = re.compile(r"\b\d+ comments?$", re.IGNORECASE)


def find_articles(text: str, lines: Sequence[Line]) -> tuple[Article, ...]:
    """The articles of the text, in order; none if there is no prose."""
    blocks = find_bodies(lines)
    return tuple(article_of(text, lines, block, index, blocks) for index, block in enumerate(blocks))


def article_of(text: str, lines: Sequence[Line], block: Block, index: int, blocks: Sequence[Block]) -> Article:
    """The article whose body is a block of the lines, with what can be read of it off the lines above and below.

    Args:
        index: of the block among `blocks`, which are all of the text in order.
    """
    body = Span(lines[block.first].start, lines[block.last - 1].end)
    cut = tuple(Span(line.start, line.end) for line in furniture(lines, block))
    before = range(blocks[index - 1].last if index else 0, block.first)
    opening = next(
        (n for n in range(block.first, block.last) if lines[n].look is Look.PROSE and not is_meta(lines[n])),
        block.first,
    )
    around = [
        lines[n] for n in (*before, *range(block.first, opening)) if block.headline is None or n >= block.headline - 2
    ]
    notice = next((line for line in lines[block.first : block.first + 3] if NOTICE.match(line.words)), None)
    headline = Span(lines[block.headline].start, lines[block.headline].end) if block.headline is not None else None
    byline = next((line for line in around if BYLINE.match(line.words)), None)
    known = {
        "title": _title(text, headline),
        "publisher": _publisher(text, lines, block, around),
        "author": names_in(byline.words) if byline else None,
        "published": _published(around, lines, block),
    }
    return Article(
        index=index,
        body=body,
        headline=headline,
        cut=cut,
        event_date=date_in(notice.words) if notice else None,
        origins=tuple(sorted((name, SEEN[name]) for name, value in known.items() if value)),
        **known,
    )


def furniture(lines: Sequence[Line], block: Block) -> list[Line]:
    """Lines inside a body that are none of it: adverts, captions, buttons, date lines, and links to other stories.

    A short line that stands a second time on the page is a link (to a story: picture and words), no crosshead.
    """
    inside = lines[block.first : block.last]
    seen = Counter(line.words for line in lines)
    return [
        line
        for line in inside
        if line.look in (Look.FURNITURE, Look.END)
        or CAPTION.match(line.words)
        or (
            line.look is Look.SHORT
            and line is not inside[-1]
            and (seen[line.words] > 1 or BUTTON.search(line.words) or COMMENTS.search(line.words))
        )
    ]


def _title(text: str, headline: Span | None) -> str | None:
    """The headline without the section path that some pages print before it ("News / …")."""
    if headline is None:
        return None
    return re.sub(r"^(?:\w+[\s\xa0]+[/›»][\s\xa0]+)+", "", text[headline.start : headline.end])


def _published(around: Sequence[Line], lines: Sequence[Line], block: Block) -> str | None:
    dated = [
        date for line in around if line.count <= 14 and not NOTICE.match(line.words) and (date := date_in(line.words))
    ]
    if dated:
        return dated[-1]
    for line in lines[block.last : block.last + 3]:
        if re.search(r"first published|published:|updated:", line.words, re.IGNORECASE) and (
            date := date_in(line.words)
        ):
            return date
    return None


def _publisher(text: str, lines: Sequence[Line], block: Block, around: Sequence[Line]) -> str | None:
    """Who publishes, where the page says so: copyright line, agency dateline, the site's name before its menu, a picture credit."""
    for owner in COPYRIGHT.finditer(text):
        if not re.match(r"copyright|all rights", owner[1], re.IGNORECASE):
            return owner[1].strip()
    if found := AGENCY.match(text[lines[block.first].start : lines[block.first].end]):
        return found[1]
    for line in lines[: block.first]:
        if found := BY_AGENCY.match(line.words):
            return found[1].strip()
    masthead = next((name for line in (*lines[:2], *around) if (name := _masthead(line))), None)
    if masthead:
        return masthead
    top = lines[0].words if lines and block.headline else ""
    name = SEPARATOR.split(top)[0]
    if (
        2 <= len(name.split()) <= 5
        and name != top
        and name[0].isupper()
        and not GENERIC.match(name)
        and not re.search(r"[\d:]", name)
    ):
        return name
    found = IMAGE_OF.search(text)
    return found[1] if found else None


@cache
def _media_heads() -> tuple[str, ...]:
    return tuple(f" {head}" for head in sorted(words("media_heads")))


def _masthead(line: Line) -> str | None:
    """The part of a line that is called as papers and agencies are ("Thornley Advertiser, Friday, 6 March")."""
    if line.look is Look.PROSE or BYLINE.match(line.words):
        return None
    for part in SEPARATOR.split(line.words):
        names = part.strip().split()
        if (
            "," in part
            or not 2 <= len(names) <= 6
            or not all(word[0].isupper() or word.lower() in {"and", "&", "of", "the"} for word in names)
        ):
            continue
        if part.strip().lower().endswith(_media_heads()) and not GENERIC_NEWS.match(part.strip()):
            return part.strip()
    return None
