"""Calendar dates as pages print them."""

from __future__ import annotations

import re

NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|"
    "july jul|august aug|september sept sep|october oct|november nov|december dec"
)
MONTHS = {name: number for number, names in enumerate(NAMES.split("|"), start=1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=lambda name: -len(name)))
DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
NUMBERS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")


def date_in(text: str) -> str | None:
    """The first full date in the text as ISO; day before month unless that is impossible (British pages); None if there is none."""
    found: list[tuple[int, int, int, int]] = []
    for match in DAY_MONTH.finditer(text):
        found.append((match.start(), int(match[3]), MONTHS[match[2].lower()], int(match[1])))
    for match in MONTH_DAY.finditer(text):
        found.append((match.start(), int(match[3]), MONTHS[match[1].lower()], int(match[2])))
    for match in ISO.finditer(text):
        found.append((match.start(), int(match[1]), int(match[2]), int(match[3])))
    for match in NUMBERS.finditer(text):
        day, month = int(match[1]), int(match[2])
        found.append((match.start(), int(match[3]), *((day, month) if month > 12 else (month, day))))
    for _, year, month, day in sorted(found):
        if 1 <= month <= 12 and 1 <= day <= 31 and 1800 <= year <= 2199:
            return f"{year:04}-{month:02}-{day:02}"
    return None
