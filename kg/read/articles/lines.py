"""The lines of a page dump, and what each looks like: prose, a short line, or furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.lexicon import rows

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…:;][”’\"')\]]*$")
MENU = re.compile(r"\S\s*[|›»•·]\s+\S|\S {2,}\S+( {2,}\S+)+")
TEASER = re.compile(r"(more\s*[>»]+|\.\.\.\s*(more\b.*)?|read more\W*|…\s*more)\s*$", re.IGNORECASE)
COMMENT_HEAD = re.compile(r"^\W*[\w.'’ \xa0-]{2,50}?[\s\xa0]+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+at\s+\d", re.IGNORECASE)
COMMENT_COUNT = re.compile(r"^\d[\d,]*\s+comments?\b|^comments?$", re.IGNORECASE)
CREDIT = re.compile(
    r"^\W*((image|photo|picture|pic|photograph|credit)s?\s*[:(]|reporting by|editing by|this report by)"
    r"|\((image|photo|picture|pic)s?\s*[:)]|\b(picture|photo|credit): |^image copyright|\bfile photo\b"
    r"|\b(photo|photograph|picture|image) (by|courtesy of) |^(courtesy of|submitted photo)|getty images|\bvia AP$|©"
    r"|\w ?/ ?(ap|afp|epa|pa|reuters|getty|shutterstock|alamy)( photos?| images?)?[.)]?$",
    re.IGNORECASE,
)
# the page speaks to its reader; quotation marks would make it somebody's words
TO_READER = re.compile(
    r"\b(our|your) (free |weekly |daily )?(newsletters?|privacy policy|accounts?|e-?mail( address)?|inbox|forums?|mailing list)\b"
    r"|\bunsubscribe\b|\bfollow (us|me|him|her|them) on (twitter|facebook|instagram|linkedin|x)\b"
    r"|^(sign up|subscribe|join us|click here|like this story)\b",
    re.IGNORECASE,
)
DATED_TEASER = re.compile(r"^\d{1,2}/\d{1,2}/\d{4}(?=\S)")
SECTION = re.compile(r"^(the )?latest [\w ]*(news|headlines|stories)$")
PAGE_LINE = re.compile(r"page \d+ of \d+|(next|previous) page\W*")
CRUMBS = re.compile(r"\w+( \w+)?(\s+[/›»>]\s+\w+( \w+)?)+")
PROSE_WORDS = 12


class Look(StrEnum):
    """What a line looks like on its own."""

    PROSE = "prose"
    SHORT = "short"
    FURNITURE = "furniture"
    END = "end"  # furniture that usually stands after an article, now and then inside one
    STOP = "stop"  # comments begin: no article goes on behind it


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line without the blanks around it.

    Attributes:
        gap: blank lines before it.
    """

    start: int
    end: int
    words: str
    look: Look
    gap: int

    @property
    def count(self) -> int:
        """Words, by blanks."""
        return len(self.words.split())


def lines_of(text: str) -> list[Line]:
    """The non-blank lines of a text, in order."""
    found: list[Line] = []
    last = 0
    for match in LINE.finditer(text):
        words = match.group().strip("\xa0 \t\u200b\ufeff")
        if not words:
            continue
        start = match.start() + match.group().index(words)
        gap = max(0, text.count("\n", last, start) - 1)
        found.append(Line(start, start + len(words), words, look_of(words), gap))
        last = start + len(words)
    return found


def look_of(words: str) -> Look:
    """What the line looks like on its own."""
    lower = words.lower().lstrip("*•-–— ")
    if COMMENT_HEAD.match(words) or COMMENT_COUNT.match(lower):
        return Look.STOP
    count = len(words.split())
    if count <= 25 and lower.startswith(_ends()) and any(_opens(lower, opening) for opening in _ends()):
        return Look.END
    if SECTION.search(lower) or CRUMBS.fullmatch(words) or PAGE_LINE.fullmatch(lower):
        return Look.FURNITURE
    if (count < 45 and TEASER.search(words)) or DATED_TEASER.match(words) or (count < 30 and CREDIT.search(words)):
        return Look.FURNITURE
    if TO_READER.search(words) and not re.search(r"[“”\"]", words):
        return Look.FURNITURE
    if MENU.search(words) and not (SENTENCE_END.search(words) and count >= PROSE_WORDS):
        return Look.FURNITURE
    if count >= 2 * PROSE_WORDS or (count >= 5 and SENTENCE_END.search(words)):
        return Look.PROSE
    return Look.SHORT


@cache
def _ends() -> tuple[str, ...]:
    return tuple(opening for (opening,) in rows("page_ends"))


def _opens(line: str, opening: str) -> bool:
    """Whether the line begins with the opening as whole words."""
    if not line.startswith(opening):
        return False
    if len(opening.split()) == 1 and opening.isalpha():
        # one word says little: only alone, or before a mark ("Subscribe | …", "ENDS")
        rest = line[len(opening) :].strip()
        return (
            not rest
            or not rest[0].isalnum()
            or (opening in {"copyright", "subscribe", "sponsored"} and len(line.split()) < 12)
        )
    return len(line) == len(opening) or not line[len(opening)].isalnum()
