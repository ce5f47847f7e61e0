"""A byline → the names in it, apart from the day, the post and the paper that stand on the same line."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import words
from kg.read.dates import DAY_MONTH, ISO, MONTH_DAY, NUMBERS

OPENING = re.compile(
    r"^(?:(?:posted|words|compiled|written|reported|published|story|report) by|by|author)\b(?!-)\s*:?\s*", re.IGNORECASE
)
# what ends the names whatever follows
MARK = re.compile(
    r"\s*[|›»•·—–(\[/\t]\s*|\s+-\s+|\s{2,}|\s+\S*@\S+|https?:|\s*[,.]?\s*\b(?:twitter|email|e-mail)\b", re.IGNORECASE
)
STAMP = re.compile(
    r"[\s,]+(?:(?:first |last )?(?:published|posted|updated|modified)\b|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\d{1,2}[:.]\d\d ?(?:am|pm|gmt|bst)?\b|(?:on )?\d{1,2}(?:st|nd|rd|th)? \w+$)",
    re.IGNORECASE,
)
ENDS = (MARK, STAMP, DAY_MONTH, MONTH_DAY, ISO, NUMBERS)
ELSEWHERE = re.compile(r"\s+(?:in|at|for|from|on)\s+(?=the\b|[A-Z])")  # "in Thornley", "for the Advertiser"
COMMA = re.compile(r"\s*[,;]\s*(?:and\s+|&\s+)?")
AND = re.compile(r"\s+(?:and|&)\s+")
PART = r"[^\W\d_a-z][\w.’'-]*"
NAME = re.compile(
    rf"(?:(?:Dr|Sir|Dame|Prof|Professor|Rev|Lord|Lady|Mr|Mrs|Ms)\.? )?{PART}"
    rf"(?: (?:(?:de|van|von|der|den|bin|al|la|du|di)\b|{PART})){{1,3}}"
)
JOB = r"(?:reporter|correspondent|editor|journalist|writer|columnist|producer|contributor|staff|desk|bureau|team)s?"
# beats and ranks that stand between name and job without a comma
BEAT = (
    r"(?:[\w-]+(?=\s+affairs\b)|affairs|and|staff|senior|chief|deputy|assistant|special|general|principal|contributing|freelance|guest"
    r"|junior|trainee|political|politics|health|education|business|economics?|crime|courts?|local|community|democracy|environment"
    r"|social|home|foreign|defence|science|technology|transport|housing|government|sports?|arts|city|county|national|regional|news"
    r"|features?|digital|investigations?|religious|religion|consumer|legal|royal|rural|agriculture|energy)"
)
POST = re.compile(rf"(?:\s+{BEAT})*\s+{JOB}(?:\s+(?:of|in|at)\b.*)?$", re.IGNORECASE)


def names_in(byline: str) -> str | None:
    """Who wrote, as the byline prints it ("By Anna Keller, Health Correspondent, 3 May 2019": Anna Keller); None if it names nobody.

    Of an office ("By our staff") the words stay.
    """
    first, *others = _parts(byline)
    kept = [_person(first)] + [_person(other) for other in others if _is_person(other)]
    return ", ".join(name for name in kept if name) or None


def is_byline(line: str) -> bool:
    """Whether the line is nothing but a byline: names, and behind them at most a day, a reporter's post or a paper.

    "By Lena Ortiz, MP for Thornley" says more than that.
    """
    found = OPENING.match(line)
    if found is None or found.end() == len(line):
        return False
    first, *others = _parts(line)
    return all(NAME.fullmatch(name) for name in AND.split(_person(first))) and all(
        _is_person(other) or POST.search(f" {other}") or other.lower().endswith(_heads("media_heads"))
        for other in others
    )


def _parts(byline: str) -> list[str]:
    """What stands between commas, up to the day or whatever else ends the names."""
    rest = OPENING.sub("", byline.strip(), count=1)
    ends = [found.start() for sign in ENDS if (found := sign.search(rest))]
    return COMMA.split(re.sub(r"\s+on$", "", rest[: min(ends, default=len(rest))].strip(" ,;:.-")))


def _person(words_: str) -> str:
    """The part without where it was written and the post behind the name."""
    name = ELSEWHERE.split(words_, maxsplit=1)[0].strip()
    bare = POST.sub("", name)
    return bare if NAME.fullmatch(bare) else name


def _is_person(part: str) -> bool:
    """Whether a part behind a comma is another name, not a post, a paper or a place."""
    name = _person(AND.split(part)[0])
    return (
        NAME.fullmatch(name) is not None
        and not POST.search(f" {name}")
        and not name.lower().endswith(_heads("media_heads") + _heads("role_heads"))
    )


@cache
def _heads(kind: str) -> tuple[str, ...]:
    return tuple(f" {head}" for head in sorted(words(kind)))
