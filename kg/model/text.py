"""Where words stand: spans of a document, the articles in it, and the places of the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.mentions import Mention


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: characters `start` up to, not including, `end`."""

    start: int
    end: int

    def covers(self, other: Span | Mention | Phrase) -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span | Mention | Phrase) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """Words of the text that stand for themselves: a role title, a purpose, a sum, an unnamed recipient."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news item inside a document: where its headline and body stand, and what the page says about it.

    Attributes:
        index: position in the document, from 0.
        body: first paragraph (or standfirst) to the last; furniture, comments and teasers lie outside.
        headline: where the headline stands; None where the page has lost it.
        cut: stretches inside `body` that are furniture all the same (captions, adverts); nothing is read there.
        title: the headline's words, None if lost.
        published: ISO date, possibly partial ("2018", "2018-11", "2018-11-14"); None where the page does not say.
        event_date: the date of the event that the article gives notice of, None for other articles.
        origins: (field, where it was found) for each of title, publisher, author, published and url that is known, sorted;
            what begins with "visible" was read off the page's text, anything else is stated by its markup or by whoever exported it.
    """

    index: int
    body: Span
    headline: Span | None = None
    cut: tuple[Span, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    event_date: str | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place of the original from which the text runs on until the next mark: "page 3", "paragraph 12"."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Paging:
    """The addresses by which a page of an article that is split over several finds the others; "" where it names none."""

    own: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the reader made of one input file.

    Attributes:
        name: the path below the source folder with `/` as `__`, without its ending: the stem of its output files.
        path: the path below the source folder, with `/`, as the user would recognise it.
        text: the base of every offset.
        content_hash: SHA-256 (hex) of the file's bytes; part of every fact's id, and the key of the cache.
        articles: in order of appearance, never overlapping.
        marks: pages or paragraphs of the original, where it has any; sorted by start.
        notes: what was repaired, guessed or left out while reading; one plain sentence each.
        paging: for a web page that names a next or previous one.
    """

    name: str
    path: str
    text: str
    content_hash: str
    articles: tuple[Article, ...]
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    paging: Paging | None = None

    def place(self, start: int) -> str | None:
        """Where in the original the character stands ("page 3"); None where the original has no places."""
        after = bisect_right(self.marks, start, key=lambda mark: mark.start)
        return self.marks[after - 1].label if after else None

    def phrase(self, start: int, end: int) -> Phrase:
        """The words that stand at these offsets."""
        return Phrase(start, end, self.text[start:end])
