"""When something was: dates as they are said, made absolute by the article's date where they need it."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FULL = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(MONTHS)}),? (\d{{4}})\b|\b({'|'.join(MONTHS)}) (\d{{1,2}}),? (\d{{4}})\b"
)
YEAR = re.compile(r"\b(?:in|of) ((?:19|20)\d\d)\b")
WEEKDAY = re.compile(rf"\b(?:on|last|this) ({'|'.join(DAYS)})\b")
NEAR = re.compile(r"\b(yesterday|today|last night|this morning|tonight)\b")


def date_in(text: str, published: str | None) -> str | None:
    """The one date that the words give, as ISO; None if they give none, or need a date of publication that is not known."""
    if found := FULL.search(text):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    if found := YEAR.search(text):
        return found[1]
    if published is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        return None
    at = date.fromisoformat(published)
    if found := NEAR.search(text):
        return (at - timedelta(days=found[1] in ("yesterday", "last night"))).isoformat()
    if found := WEEKDAY.search(text):
        back = (at.weekday() - DAYS.index(found[1])) % 7
        return (at - timedelta(days=back)).isoformat()
    return None
