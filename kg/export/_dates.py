"""Years that the words of a period name."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)\d\d"
SPAN = re.compile(rf"\b({YEAR})\s*(?:-|–|—|/|to|and|until)\s*({YEAR}|\d\d)\b")
ONE = re.compile(rf"\b{YEAR}\b")
OPEN_START = re.compile(r"\b(?:by|until|till|before|up to|no later than)\b", re.IGNORECASE)
OPEN_END = re.compile(r"\b(?:from|since|after|starting|beginning)\b", re.IGNORECASE)


def years_of(words: str) -> tuple[str, str]:
    """The first and the last year that the words name, "" for an open end; ("", "") where they name none.

    "2016-17" and "between 2016 and 2017" give ("2016", "2017"), "by 2020" ("", "2020"), "since 2010" ("2010", ""), "in 2011"
    ("2011", "2011"). "over the next four years" names no year: from when the words count is not said.
    """
    if span := SPAN.search(words):
        first, last = span.groups()
        last = first[:2] + last if len(last) == 2 else last
        return (first, last) if first <= last else ("", "")
    found = ONE.findall(words)
    if not found:
        return "", ""
    before = words[: words.index(found[0])]
    if OPEN_START.search(before):
        return "", found[-1]
    if OPEN_END.search(before):
        return found[0], ""
    return min(found), max(found)
