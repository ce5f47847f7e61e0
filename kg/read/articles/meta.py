"""Lines by which a page speaks of an article: byline, date line, notice of an event, buttons."""

from __future__ import annotations

import re

from kg.read.articles.lines import SENTENCE_END, Line
from kg.read.byline import is_byline
from kg.read.dates import date_in

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


def is_meta(line: Line) -> bool:
    """Whether the line is a byline, a date line or a section name with a date."""
    if NOTICE.match(line.words):
        return False
    if BYLINE.match(line.words) and line.count <= 12 and (", " not in line.words[12:] or is_byline(line.words)):
        return True
    if line.count <= 7 and JOB.search(line.words) and not SENTENCE_END.search(line.words):
        return True
    return line.count <= 12 and date_in(line.words) is not None and not re.search(r"[.!?]$", line.words)


def is_no_headline(line: Line) -> bool:
    """Whether the line cannot be a headline: byline, date, notice, button, list item."""
    return (
        is_meta(line)
        or NOTICE.match(line.words) is not None
        or LOCKED.match(line.words) is not None
        or BYLINE.match(line.words) is not None
        or BUTTON.search(line.words) is not None
        or line.words.startswith(("*", "•"))
        or re.fullmatch(r"(\w+ )?[\d:., apm]+", line.words) is not None
    )
