"""The articles of a page dump: headline, body, what the page says about itself.

A body is a run of prose that furniture ends; the headline is the last short line before it that is no byline, date or section
name. A crosshead inside a body becomes the headline of a second article only on strong signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Article, Span
from kg.read.dates import date_in
from kg.read.lines import SENTENCE_END, Line, Look

BYLINE = re.compile(r"^(by|posted by|words by|compiled by|written by|reported by|author:)\s+\S", re.IGNORECASE)
JOB = re.compile(r"\b(reporter|correspondent|editor|staff|journalist|writer|columnist|bureau|desk)s?$", re.IGNORECASE)
NOTICE = re.compile(r"^(date\(?s?\)?|when|where|venue|time|location)\s*[-:–]\s*\S", re.IGNORECASE)
LOCKED = re.compile(r"^(log ?in|register|sign ?in)\b.*\b(access|read|continue)\b", re.IGNORECASE)
CAPITALS = re.compile(r"^[“‘\"']?[A-Z][A-Z’'-]+(?=\s)(?!\s*$)")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?([A-Z][\w&’'. -]{2,40}?)(?:\s+\d{4}|\s*[|,.]|\s*$)")
AGENCY = re.compile(r"^[A-Z][A-Z ,.’'-]+(?:,\s+\w+\.?\s+\d{1,2})?\s+\(([A-Z]\w+(?: \w+)?)\)\s+[-–—]\s")
IMAGE_OF = re.compile(r"\((?:Image|Photo|Picture):\s*([A-Z][\w&’' -]+)\)")
BY_AGENCY = re.compile(
    r"^By [^,]+,\s+((?:[A-Z]\w+ ?){1,3}?)\s*(?:Political|Local|Health|Business|Education)?\s*(?:Staff|Writer|Reporter|Correspondent)s?$"
)
GENERIC = re.compile(
    r"^(home|news|about|latest|politics|blog|opinion|health|sport|culture|log in|menu|skip\b.*)$", re.IGNORECASE
)
LEAST_WORDS = 12  # of prose that make an article


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines from `first` up to, not including, `last` that form one body."""

    headline: int | None
    first: int
    last: int


def find_articles(text: str, lines: Sequence[Line]) -> tuple[Article, ...]:
    """The articles of the text, in order; none if there is no prose."""
    blocks = _split(lines, _blocks(lines))
    return tuple(_article(text, lines, block, index, blocks) for index, block in enumerate(blocks))


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    """Runs of prose between furniture that ends articles. After the first, a run needs a headline and three paragraphs."""
    found: list[_Block] = []
    begin = 0
    stops = [n for n, line in enumerate(lines) if line.look is Look.END] + [len(lines)]
    for stop in stops:
        block = _block(lines, begin, stop, strict=bool(found))
        if block is not None:
            found.append(block)
        begin = stop + 1
    return found


def _block(lines: Sequence[Line], begin: int, stop: int, *, strict: bool) -> _Block | None:
    prose = [n for n in range(begin, stop) if lines[n].look is Look.PROSE and not _is_meta(lines[n])]
    if not prose or sum(lines[n].count for n in prose) < LEAST_WORDS:
        return None
    headline = _headline(lines, begin, prose[0])
    if strict and (headline is None or not _runs_on(lines, prose)):
        return None
    first = headline + 1 if headline is not None else _without_headline(lines, begin, prose[0])
    while first < prose[0] and (
        _is_meta(lines[first]) or lines[first].look is Look.FURNITURE or LOCKED.match(lines[first].words)
    ):
        first += 1
    last = stop
    while last > prose[-1] + 1 and not _is_last_words(lines[last - 1]):
        last -= 1
    return _Block(headline, first, last)


def _runs_on(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Whether the prose is three paragraphs in one piece, as an article's, not teasers one by one."""
    together = [n for n in prose if n + 1 in prose or n - 1 in prose]
    return len(together) >= 3 and sum(lines[n].count for n in together) >= 60


def _is_meta(line: Line) -> bool:
    """Whether the line is a byline, a date line or a section name with a date."""
    if NOTICE.match(line.words):
        return False
    if BYLINE.match(line.words) and line.count <= 12 and ", " not in line.words[12:]:
        return True
    if line.count <= 7 and JOB.search(line.words) and not SENTENCE_END.search(line.words):
        return True
    return line.count <= 12 and date_in(line.words) is not None and not re.search(r"[.!?]$", line.words)


def _headline(lines: Sequence[Line], begin: int, prose: int) -> int | None:
    """The headline before the first prose line: the first short line of three words that is no byline or notice."""
    candidates = [
        n
        for n in range(begin, prose)
        if lines[n].look is Look.SHORT
        and not _is_meta(lines[n])
        and not NOTICE.match(lines[n].words)
        and not LOCKED.match(lines[n].words)
        and not lines[n].words.startswith(("*", "•"))
        and not re.fullmatch(r"[\d:. apm]+", lines[n].words)
    ]
    notice = next((n for n in range(begin, prose) if NOTICE.match(lines[n].words)), None)
    if notice is not None:
        candidates = [n for n in candidates if n < notice]
        return next((n for n in reversed(candidates) if lines[n].count >= 4), None)
    if not candidates:
        first = prose if lines[prose].count <= 25 and prose == begin else None
        # a headline may end in a mark ("‘No more money.’") or be long enough to look like prose
        if first is not None and prose + 1 < len(lines) and not re.search(r"[.”\"]$", lines[prose].words):
            return prose
        return None
    menu = max((n for n in range(begin, prose) if lines[n].look is Look.FURNITURE), default=-1)
    candidates = [n for n in candidates if n > menu] or candidates
    # a standfirst or crosshead may follow the headline, a section name ("Acute care") may stand before it
    return next((n for n in candidates if lines[n].count >= 3), candidates[-1])


def _without_headline(lines: Sequence[Line], begin: int, prose: int) -> int:
    notice = next((n for n in range(begin, prose) if NOTICE.match(lines[n].words)), None)
    return prose if notice is None else notice


def _is_last_words(line: Line) -> bool:
    """Whether a line can be the last of a body: prose, or short words that end a sentence."""
    return line.look is Look.PROSE or (
        line.look is Look.SHORT and bool(re.search(r"[.!?”\"’'\d]$", line.words)) and line.count >= 3
    )


def _split(lines: Sequence[Line], blocks: Sequence[_Block]) -> list[_Block]:
    """Blocks cut where a second headline stands inside."""
    found: list[_Block] = []
    for block in blocks:
        first, headline = block.first, block.headline
        for n in range(block.first + 1, block.last - 1):
            if n > first and _begins_another(lines, first, n, block.last):
                found.append(_Block(headline, first, n))
                headline, first = n, n + 1
                while first < block.last and _is_meta(lines[first]):
                    first += 1
        found.append(_Block(headline, first, block.last))
    return found


def _begins_another(lines: Sequence[Line], first: int, n: int, last: int) -> bool:
    """Whether the short line `n` is the headline of another article.

    Signs: both openings are set in capitals ("PLANS for a solar farm …"), or the line is long for a crosshead and stands
    farther off than the paragraphs do.
    """
    line = lines[n]
    if line.look is not Look.SHORT or line.count < 3 or SENTENCE_END.search(line.words) or NOTICE.match(line.words):
        return False
    after = [lines[k] for k in range(n + 1, last) if lines[k].look is Look.PROSE]
    before = [lines[k] for k in range(first, n) if lines[k].look is Look.PROSE]
    if len(after) < 3 or not before or lines[n + 1].look is Look.SHORT:
        return False
    if CAPITALS.match(before[0].words) and CAPITALS.match(after[0].words):
        return True
    usual = sorted(k.gap for k in after)[len(after) // 2]
    return line.count >= 7 and line.gap > max(usual, 1)


def _article(text: str, lines: Sequence[Line], block: _Block, index: int, blocks: Sequence[_Block]) -> Article:
    body = Span(lines[block.first].start, lines[block.last - 1].end)
    cut = tuple(
        Span(line.start, line.end)
        for line in lines[block.first : block.last]
        if line.look is Look.FURNITURE or re.match(r"panel \d+ ", line.words)
    )
    before = range(blocks[index - 1].last if index else 0, block.first)
    around = [lines[n] for n in before if block.headline is None or n >= block.headline - 2]
    notice = next((line for line in lines[block.first : block.first + 3] if NOTICE.match(line.words)), None)
    headline = Span(lines[block.headline].start, lines[block.headline].end) if block.headline is not None else None
    byline = next((line for line in around if BYLINE.match(line.words)), None)
    return Article(
        index=index,
        body=body,
        headline=headline,
        cut=cut,
        title=_title(text, headline),
        publisher=_publisher(text, lines, block),
        author=re.sub(r"^\w+(?: by)?:?\s+", "", byline.words, count=1) if byline else None,
        published=_published(around, lines, block),
        event_date=date_in(notice.words) if notice else None,
    )


def _title(text: str, headline: Span | None) -> str | None:
    """The headline without the section path that some pages print before it ("News / …")."""
    if headline is None:
        return None
    return re.sub(r"^(?:\w+[\s\xa0]+[/›»][\s\xa0]+)+", "", text[headline.start : headline.end])


def _published(around: Sequence[Line], lines: Sequence[Line], block: _Block) -> str | None:
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


def _publisher(text: str, lines: Sequence[Line], block: _Block) -> str | None:
    """Who publishes, where the page says so: copyright line, agency dateline, the site's name before its menu, a picture credit."""
    if found := COPYRIGHT.search(text):
        return found[1].strip()
    if found := AGENCY.match(text[lines[block.first].start : lines[block.first].end]):
        return found[1]
    for line in lines[: block.first]:
        if found := BY_AGENCY.match(line.words):
            return found[1].strip()
    top = lines[0].words if lines and block.headline else ""
    name = re.split(r"\s*[|›»]\s*|, (?=(?:\w+day )?\d)", top)[0]
    if 2 <= len(name.split()) <= 5 and name != top and not GENERIC.match(name) and date_in(name) is None:
        return name
    found = IMAGE_OF.search(text)
    return found[1] if found else None
