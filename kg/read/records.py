"""Rows of tables and entries of feeds → pieces: what is known of an article, and its text as a page that the readers take."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from kg.errors import ReadError
from kg.model import Given, Piece, Skipped
from kg.read.columns import Plan, Record, plan
from kg.read.dates import NUMBERS
from kg.read.given import iso_date
from kg.settings import Settings

Row = tuple[int, Record] | Skipped  # the row's number as a person counts it, and its values

SAMPLE_ROWS, SAMPLE_CHARACTERS = 200, 2_000_000  # that are looked at before it is decided what the columns hold
FIELDS = ("title", "published", "publisher", "author", "url")
NOTHING = frozenset(("", "nan", "none", "null", "n/a", "na", "-", "[removed]"))
MARKUP = re.compile(
    r"</?(?:p|div|br|span|h[1-6]|article|section|ul|ol|li|blockquote|figure|em|strong|a\s)[^<>]*>", re.IGNORECASE
)
PAGE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{1,300}>")
ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE)
CUT_OFF = re.compile(r"(?:…|\.\.\.)?\s*\[\+?([\d,]+ ?(?:chars|characters|words))\]\s*\Z")
SLUG = 40  # characters of the title in a row's name


def pieces_of_rows(
    rows: Callable[[], Iterator[Row]], *, path: str, settings: Settings, notes: tuple[str, ...] = ()
) -> Iterator[Piece | Skipped]:
    """A piece for each row that has a text.

    Args:
        rows: gives them from the first each time: some are looked at before it is decided what the columns hold.

    Raises:
        ReadError: no column holds a text (see `plan`), or the table breaks off.
    """
    sample, broken = _sampled(rows())
    if not sample:
        unread = [row for row in islice(rows(), SAMPLE_ROWS) if isinstance(row, Skipped)] if not broken else []
        if unread:
            yield from unread
            return
        raise broken or ReadError(f"{path}: no rows; expected a table of articles with the names of its columns first")
    planned = plan(sample, settings.columns, path)
    for row in rows():
        yield row if isinstance(row, Skipped) else _piece(row, planned, path, notes)


def piece_of_record(record: Record, *, path: str, settings: Settings) -> Piece | Skipped:
    """The one article that a file holds as a record."""
    return as_piece(path, record, plan([record], settings.columns, path))


def as_piece(path: str, record: Record, planned: Plan, notes: tuple[str, ...] = ()) -> Piece | Skipped:
    """The record as a piece: its title and text composed to a page, the rest given."""
    sort, column, text = planned.text(record)
    if text.strip().lower() in NOTHING:
        return Skipped(path, "no text in this row")
    said = tuple(_given(record, planned))
    title = next((given.value for given in said if given.field == "title"), "")
    text, cut_off = _whole(text)
    notes = (*notes, f"the text is column {column}", *cut_off)
    if sort == "summary":
        notes = (*notes, "only a summary: this row has no longer text")
    return compose(path, title, text, said, notes)


def compose(path: str, title: str, text: str, given: tuple[Given, ...], notes: tuple[str, ...]) -> Piece:
    """A piece of an article whose title and text are known: as a web page if the text has markup, else as plain text."""
    if PAGE.search(text[:5000]):
        page, suffix = text, ".html"
    elif MARKUP.search(text):
        heading = "" if _opens_with(TAG.sub(" ", text), title) else f"<h1>{html.escape(title)}</h1>\n"
        page, suffix = (
            f"<html><head><title>{html.escape(title)}</title></head>\n<body><article>{heading}{text}</article></body></html>\n",
            ".html",
        )
    else:
        plain = html.unescape(text) if ENTITY.search(text) else text
        page, suffix = plain if _opens_with(plain, title) else f"{title}\n\n{plain}", ".txt"
    return Piece(path, page.encode("utf-8", "replace"), suffix, given, "utf-8", notes)


def plain_words(text: str) -> str:
    """The words in one line, without markup."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def slug(title: str) -> str:
    """The first words of a title as a part of a file's name; "" if it has no letters that fit."""
    words = re.findall(r"[a-z0-9]+", title.lower().replace("'", "").replace("’", ""))
    while words and len("-".join(words)) > SLUG:
        words.pop()
    return "-".join(words)


def numbered(path: str, number: int, title: str) -> str:
    """The path of the number-th piece of a container, with the first words of its title."""
    short = slug(title)
    return f"{path}/{number:05}{f'-{short}' if short else ''}"


def _sampled(rows: Iterator[Row]) -> tuple[list[Record], ReadError | None]:
    """The first rows, and what was complained of if the table breaks off in them."""
    sample: list[Record] = []
    size = 0
    try:
        for row in islice(rows, SAMPLE_ROWS):
            if not isinstance(row, Skipped):
                sample.append(row[1])
                size += sum(map(len, row[1].values()))
            if size > SAMPLE_CHARACTERS:
                break
    except ReadError as error:
        return sample, error
    return sample, None


def _piece(row: tuple[int, Record], planned: Plan, path: str, notes: tuple[str, ...]) -> Piece | Skipped:
    number, record = row
    return as_piece(numbered(path, number, plain_words(planned.find("title", record)[1])), record, planned, notes)


def _given(record: Record, planned: Plan) -> Iterator[Given]:
    for field in FIELDS:
        column, value = planned.find(field, record)
        value = value.strip()
        if value.lower() in NOTHING:
            continue
        if field == "published":
            value = _date(value, planned.is_month_first)
        elif field == "publisher" and value.startswith(("http://", "https://")):
            value = (urlsplit(value).hostname or value).removeprefix("www.")
        elif field != "url":
            value = plain_words(value)
        elif not value.startswith(("http://", "https://")):
            continue
        yield Given(field, value, f"column {column}")


def _date(value: str, is_month_first: bool) -> str:
    """The date as ISO where it is one; else as it is, to be complained of."""
    if is_month_first:
        value = NUMBERS.sub(r"\2/\1/\3", value)
    return iso_date(value) or value


def _whole(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what an export puts for its cut-off end, and a note of that; line ends that were spelt out are ones."""
    if "\n" not in text and text.count("\\n") > 1:
        text = text.replace("\\r", "").replace("\\n", "\n")
    found = CUT_OFF.search(text)
    if not found:
        return text, ()
    return text[: found.start()], (f"cut off in the export, which leaves out {found[1]}",)


def _opens_with(text: str, title: str) -> bool:
    """Whether the text has its title at its top, or there is none."""
    top = " ".join(text[: 2 * len(title) + 200].split()).lower()
    return " ".join(title.split()).lower() in top[: len(title) + 80]
