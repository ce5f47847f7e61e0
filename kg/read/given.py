"""What is said of an article outside its text, joined with what its page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from kg.model import Article, Document, Given, Piece, Span
from kg.read.dates import date_in

ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])")
COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?:[T ]?\d{2}:?\d{2}(?::?\d{2})?Z?)?")  # GDELT's 20240301T101500Z
SHORT = re.compile(r"(\d{1,2}[/.]\d{1,2}[/.])(\d\d)\b(?!:)")
SECONDS = re.compile(r"(1\d{9})(?:\d{3})?(?:\.\d+)?")  # since 1970, or thousandths of them
NUMERALS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
BY = re.compile(r"^(?:by|words by|written by)[:\s]+", re.IGNORECASE)  # before an author's name
PROPERTIES = " properties"  # how the origin ends that the properties of a file are given
OF_THE_PAGE = frozenset(
    ("published", "publisher", "url")
)  # said of all articles of a page; the rest of one article only


def fill_in(document: Document, piece: Piece) -> Document:
    """The document whose articles know what was given with the piece, and at last what the file's name says.

    The page's own markup goes before what is given, and what is given before what was read off the visible text. The properties of
    a PDF or Word file come last: most programs fill them with anything.
    """
    notes = [*document.notes, *piece.notes]
    articles = document.articles
    if len(articles) > 1 and any(given.field == "title" for given in piece.given):
        articles = (_one(articles),)
    for given in (*piece.given, *_named(piece.path)):
        value = given.value.strip()
        if given.field == "author":
            value = BY.sub("", value)
        if given.field == "published" and value and not (value := iso_date(value) or ""):
            notes.append(f"{given.origin}: {given.value[:40]!r} is no date")
        by_name = given.origin == "file name"
        if not value or (len(articles) > 1 and (by_name or given.field not in OF_THE_PAGE)):
            continue
        articles = tuple(
            with_field(article, Given(given.field, value, given.origin))
            if _is_open(article, given.field, by_name)
            else article
            for article in articles
        )
    return replace(document, articles=articles, notes=tuple(notes))


def _one(articles: Sequence[Article]) -> Article:
    """The articles as one, because one title was given for all: what stands between their bodies is cut."""
    between = (Span(one.body.end, two.body.start) for one, two in pairwise(articles))
    cut = sorted({*between, *(span for article in articles for span in article.cut)})
    return replace(articles[0], body=Span(articles[0].body.start, articles[-1].body.end), cut=tuple(cut))


def with_field(article: Article, given: Given) -> Article:
    """The article with one more thing known of it, and where that was found."""
    origins = dict(article.origins) | {given.field: given.origin}
    changes: dict[str, Any] = {given.field: given.value, "origins": tuple(sorted(origins.items()))}
    return replace(article, **changes)


def iso_date(text: str) -> str | None:
    """The date as ISO, as exact as it is given; None if it is none.

    Numbers alone are compact dates or seconds since 1970 (or thousandths of them, in UTC); a year of two digits is of this century.
    """
    text = text.strip()
    if found := ISO.match(text):
        return found.group() if found.group()[5:7] <= "12" else None
    if found := SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()
    if found := COMPACT.fullmatch(text):
        return date_in("-".join(found.groups()))
    if found := SHORT.match(text):
        text = f"{found[1]}20{found[2]}"
    return date_in(text)


def _is_open(article: Article, field: str, by_name: bool) -> bool:
    origin = dict(article.origins).get(field, "visible")
    if getattr(article, field) is None or origin.endswith(PROPERTIES):
        return True
    return not by_name and origin.startswith("visible")


def _named(path: str) -> Iterator[Given]:
    """The date that stands in a file's name: "2017-03-01-pool.html", "20170301_pool.txt"."""
    found = NUMERALS.search(path.rsplit("/", 1)[-1])
    if found:
        yield Given("published", "-".join(found.groups()), "file name")
