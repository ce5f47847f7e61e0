"""When something was: dates as they are said, made absolute by the article's date where they need it."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = rf"({'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
FULL = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? (\d{{4}})\b|\b{MONTH} (\d{{1,2}}),? (\d{{4}})\b")
DAY_AND_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}|\b{MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b")
YEAR = re.compile(r"\b(?:in|of) ((?:19|20)\d\d)\b")
MONTH_AND_YEAR = re.compile(rf"\b{MONTH},? ((?:19|20)\d\d)\b")
BARE_YEAR = re.compile(r"^(?:19|20)\d\d$")
WEEKDAY = re.compile(rf"\b(?:on|last|this) ({'|'.join(DAYS)})\b")
BARE_WEEKDAY = re.compile(rf"\b(?:(last|next|this) )?({'|'.join(DAYS)})\b")
NEAR = re.compile(r"\b(yesterday|today|last night|this morning|tonight)\b")
PERIOD = re.compile(r"\b(last|this|next) (month|year)\b")
BARE_MONTH = re.compile(rf"^(?:(?:in|last|this|next|early|late|mid-?) ?)*{MONTH}$")


def date_in(text: str, published: str | None) -> str | None:
    """The one date that the words give, as ISO; None if they give none, or need a date of publication that is not known."""
    if found := FULL.search(text):
        return _full(found)
    if found := YEAR.search(text):
        return found[1]
    at = _day(published)
    if at is None:
        return None
    if found := NEAR.search(text):
        return (at - timedelta(days=found[1] in ("yesterday", "last night"))).isoformat()
    if found := WEEKDAY.search(text):
        back = (at.weekday() - DAYS.index(found[1])) % 7
        return (at - timedelta(days=back)).isoformat()
    return None


def date_of(words: str, published: str | None, *, is_ahead: bool) -> str | None:
    """The date that words of time alone mean ("next Tuesday", "10 October"), as ISO and as precise as they are.

    Args:
        is_ahead: it was still to come when the article was published.
    """
    if found := FULL.search(words):
        return _full(found)
    if found := MONTH_AND_YEAR.search(words):
        return f"{found[2]}-{_month(found[1]):02}"
    if BARE_YEAR.match(words):
        return words
    at = _day(published)
    if at is None:
        return None
    if "tomorrow" in words:
        return (at + timedelta(days=1)).isoformat()
    if found := NEAR.search(words):
        return (at - timedelta(days=found[1] in ("yesterday", "last night"))).isoformat()
    if found := BARE_WEEKDAY.search(words):
        return _weekday(at, found[2], found[1], is_ahead=is_ahead).isoformat()
    if found := PERIOD.search(words):
        step = {"last": -1, "this": 0, "next": 1}[found[1]]
        if found[2] == "year":
            return str(at.year + step)
        months = at.year * 12 + at.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    return _without_year(words, at, is_ahead=is_ahead)


def _full(found: re.Match[str]) -> str:
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    return f"{year}-{_month(month):02}-{int(day):02}"


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.rstrip(".")[:3]))


def _day(published: str | None) -> date | None:
    """The date of publication, if it is known to the day."""
    return date.fromisoformat(published) if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None


def _weekday(at: date, name: str, which: str | None, *, is_ahead: bool) -> date:
    """The day of that name: the last one, or the coming one; "next" is of the week that follows."""
    back = (at.weekday() - DAYS.index(name)) % 7
    if which == "next":
        return at + timedelta(days=7 - at.weekday() + DAYS.index(name))
    if which == "last":
        return at - timedelta(days=back or 7)
    return at + timedelta(days=-back % 7) if is_ahead else at - timedelta(days=back)


def _without_year(words: str, at: date, *, is_ahead: bool) -> str | None:
    """A day or month without its year: the last one, or the coming one."""
    found = DAY_AND_MONTH.search(words)
    if found is not None:
        month, number = _month(found[2] or found[3]), int(found[1] or found[4])
        key, now = (month, number), (at.month, at.day)
    else:
        bare = BARE_MONTH.match(words)
        if bare is None:
            return None
        month, number = _month(bare[1]), 0
        key, now = (month, 0), (at.month, 0)
    year = at.year + (1 if is_ahead and key < now else -1 if not is_ahead and key > now else 0)
    if not number:
        return f"{year}-{month:02}"
    try:
        return date(year, month, number).isoformat()
    except ValueError:  # "31 June"
        return None
