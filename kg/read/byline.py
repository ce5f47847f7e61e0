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
    rest = OPENING.sub("", byline.strip(), count=1)
    ends = [found.start() for sign in ENDS if (found := sign.search(rest))]
    rest = re.sub(r"\s+on$", "", rest[: min(ends, default=len(rest))].strip(" ,;:.-"))
    first, *others = COMMA.split(rest)
    kept = [_person(first)] + [_person(other) for other in others if _is_person(other)]
    return ", ".join(name for name in kept if name) or None


def is_byline(line: str) -> bool:
    """Whether the line begins as bylines do and goes on with a person's name."""
    found = OPENING.match(line)
    if found is None or found.end() == len(line):
        return False
    names = names_in(line)
    return names is not None and all(NAME.fullmatch(name) for part in names.split(", ") for name in AND.split(part))


def _person(words_: str) -> str:
    """The part without where it was written and the post behind the name."""
    name = ELSEWHERE.split(words_, maxsplit=1)[0].strip()
    bare = POST.sub("", name)
    return bare if NAME.fullmatch(bare) else name


def _is_person(part: str) -> bool:
    """Whether a part behind a comma is another name, not a post, a paper or a place."""
    name = _person(AND.split(part)[0])
    return NAME.fullmatch(name) is not None and not POST.search(f" {name}") and not name.lower().endswith(_heads())


@cache
def _heads() -> tuple[str, ...]:
    return tuple(f" {head}" for kind in ("media_heads", "role_heads") for head in sorted(words(kind)))
