"""What the properties of a PDF or Word file say of its article: weak, as most programs fill them with anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article, Given
from kg.read.given import PROPERTIES, with_field

NO_TITLE = re.compile(r"^(?:untitled|microsoft word|document\d*$|slide \d|powerpoint)|\.\w{2,5}$|^\W*$", re.IGNORECASE)


def with_properties(article: Article, kind: str, *, title: str = "", author: str = "", day: str = "") -> Article:
    """The article with what the properties say where nothing else does, and that they say it.

    Args:
        kind: of the file: "PDF".
        day: ISO; "" where it is known not to be the day of publication.
    """
    for field, value in _usable(title.strip(), author.strip(), day):
        if getattr(article, field) is None:
            article = with_field(article, Given(field, value, f"{kind}{PROPERTIES}"))
    return article


def _usable(title: str, author: str, day: str) -> Iterator[tuple[str, str]]:
    if not NO_TITLE.search(title):
        yield "title", title
    if 2 <= len(author.split()) <= 6:
        yield "author", author
    if day:
        yield "published", day
