"""The articles of a page dump: headline, body, what the page says about itself.

A body is a run of prose that furniture ends; the headline is the last short line before it that is no byline, date or section
name. A crosshead inside a body becomes the headline of a second article only on strong signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Article, Span
from kg.read.dates import date_in
from kg.read.lines import SENTENCE_END, Line, Look

BYLINE = re.compile(r"^(by|posted by|words by|compiled by|written by|reported by|author:)\s+\S", re.IGNORECASE)
JOB = re.compile(r"\b(reporter|correspondent|editor|staff|journalist|writer|columnist|bureau|desk)s?$", re.IGNORECASE)
NOTICE = re.compile(r"^(date\(?s?\)?|when|where|venue|time|location)\s*[-:–]\s*\S", re.IGNORECASE)
LOCKED = re.compile(r"^(log ?in|register|sign ?in)\b.*\b(access|read|continue)\b", re.IGNORECASE)
BUTTON = re.compile(
    r"^(?:share|skip to|copy link|image \d|published|updated|last (?:modified|updated)|you are here|click here|log ?in|sign (?:in|up)"
    r"|subscribe|follow|watch live|read more|show more|see (?:more|also)|view|find us|contact|about|advertise|terms|privacy)\b"
    r"|sharing options|short url|new window|cookies|all rights reserved",
    re.IGNORECASE,
)
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
CAPTION = re.compile(r"panel \d+ |in this .{4,40}\bphoto\b|above: |pictured: ", re.IGNORECASE)
COMMENTS = re.compile(r"\b\d+ comments?$", re.IGNORECASE)
LEAST_WORDS = 12  # of prose that make an article
MOST_WEIGHT = 50  # a long paragraph counts as so many words: one wall of legal text must not outweigh an article
HEADLINE_REACH = 14  # lines between headline and first paragraph at most: byline, date, sharing buttons
MOST_HEADLINE = 25  # words of a headline at most
LEAST_SHARE = 0.25  # of the main article's weight, which another article of the page must have
# found on 99 English pages of a public set, dumped as text, and on the seeds: changing one by half moves F1 by less than .01
WEIGHTS = {Look.SHORT: -8, Look.FURNITURE: -8, Look.END: -25}


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
    begin = 0
    for begin, stop in stretches:
        left = [(begin, stop)]
        if begin <= main.first < stop:
            left = [(begin, main.first), (main.last, stop)]
        while left:
            low, high = left.pop()
            run = _heaviest(lines, low, high)
            if run is None or run is main or run.weight < LEAST_SHARE * main.weight:
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
    if line.look is Look.PROSE and not _is_meta(line):
        return min(line.count, MOST_WEIGHT)
    return WEIGHTS[line.look] if line.look in WEIGHTS else WEIGHTS[Look.SHORT]


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
    prose = [n for n in range(run.first, run.last) if lines[n].look is Look.PROSE and not _is_meta(lines[n])]
    return _headline(lines, begin, prose[0]) is not None and _runs_on(lines, prose)


def _block(lines: Sequence[Line], begin: int, run: _Run) -> _Block:
    headline = _headline(lines, begin, run.first)
    first = run.first
    if headline == first and run.last - first == 1:
        headline = None
    if headline == run.first:
        first += 1
    elif headline is None:
        first = _notice(lines, begin, run.first) or run.first
    elif sum(not _may_lead(line) for line in lines[headline + 1 : run.first]) <= 1:
        first = headline + 1
    while first < run.last - 1 and not _can_open(lines[first]):
        first += 1
    last = run.last
    if last < len(lines) and lines[last].look is Look.SHORT and _is_last_words(lines[last]):
        last += 1
    return _Block(headline, first, last)


def _may_lead(line: Line) -> bool:
    """Whether a line can stand between headline and first paragraph without a menu in between: byline, date, standfirst."""
    return line.look is not Look.STOP and (
        line.count >= 3 or not _can_open(line) or NOTICE.match(line.words) is not None
    )


def _can_open(line: Line) -> bool:
    """Whether a line between headline and first paragraph belongs to the body: a standfirst, a notice's date."""
    return not (_is_meta(line) or line.look in (Look.FURNITURE, Look.END) or LOCKED.match(line.words))


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


def _headline(lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The headline of the body whose prose begins at `first`: the best short line not far before it, None if there is none.

    A line gains by being as long as headlines are and by standing a second time on the page (in the title bar, a link, a
    path), and loses by its distance and by menus between. The first line of the body itself is one if it ends like a
    question or a quotation and a byline follows.
    """
    notice = _notice(lines, begin, first)
    stop = first if notice is None else notice
    opener = lines[first]
    if opener.count <= MOST_HEADLINE and first + 1 < len(lines) and _is_meta(lines[first + 1]):
        return first
    seen = Counter(line.words for line in lines)
    best: tuple[float, int] | None = None
    for n in range(max(begin, stop - HEADLINE_REACH), stop):
        line = lines[n]
        if line.look is not Look.SHORT or not 3 <= line.count <= MOST_HEADLINE or _is_no_headline(line):
            continue
        between = lines[n + 1 : stop]
        score = 1 + 0.2 * (line.count >= 4) + 0.3 * (line.count >= 6) + 0.5 * (seen[line.words] == 2)
        score -= 0.3 * sum(other.look is Look.SHORT and other.count < 3 and not _is_meta(other) for other in between)
        score -= any(other.look in (Look.FURNITURE, Look.END, Look.STOP) for other in between)
        if best is not None and best[1] == n - 1:
            score -= 0.7  # right below another candidate: a standfirst
        if best is None or score > best[0]:
            best = (score, n)
    if best is not None:
        return best[1]
    above = next((n for n in range(first - 1, begin - 1, -1) if not _is_meta(lines[n])), None)
    if notice is None and above is not None and lines[above].look is Look.SHORT and not _is_no_headline(lines[above]):
        return above  # one or two words right above ("The odds")
    if first == begin and opener.count <= MOST_HEADLINE and not re.search(r"[.”\"]$", opener.words):
        return first
    return None


def _is_no_headline(line: Line) -> bool:
    return (
        _is_meta(line)
        or NOTICE.match(line.words) is not None
        or LOCKED.match(line.words) is not None
        or BYLINE.match(line.words) is not None
        or BUTTON.search(line.words) is not None
        or line.words.startswith(("*", "•"))
        or re.fullmatch(r"(\w+ )?[\d:., apm]+", line.words) is not None
    )


def _notice(lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The line before the prose that gives an event's date or place, None if there is none."""
    return next((n for n in range(begin, first) if NOTICE.match(lines[n].words)), None)


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
    if len(after) < 3 or not before or (lines[n + 1].look is Look.SHORT and not _is_meta(lines[n + 1])):
        return False
    if CAPITALS.match(before[0].words) and CAPITALS.match(after[0].words):
        return True
    usual = max(1, sorted(k.gap for k in after)[len(after) // 2])
    parted = lines[n - 1].look is Look.END and (_is_meta(lines[n + 1]) or lines[n + 1].look is Look.FURNITURE)
    return line.count >= 7 and (line.gap > usual or parted)


def _article(text: str, lines: Sequence[Line], block: _Block, index: int, blocks: Sequence[_Block]) -> Article:
    body = Span(lines[block.first].start, lines[block.last - 1].end)
    cut = tuple(Span(line.start, line.end) for line in _furniture(lines, block))
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


def _furniture(lines: Sequence[Line], block: _Block) -> list[Line]:
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
