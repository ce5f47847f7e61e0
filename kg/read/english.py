"""Documents → what of them is English: only that is read. What is in another language is left out, and said by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.errors import LanguageError, ReadError
from kg.model import Article, Document, Span
from kg.read.language import ENGLISH_SHARE, english_share, foreign

LINE = re.compile(r"[^\r\n]+")
LEAST_WORDS = 60  # of English in an article in another language that make it one of both
LEAST_SHARE = 0.25  # of the article's words that these are at least
FEW_WORDS = 15  # a line with fewer is no sign of English


def in_english(document: Document) -> Document:
    """The document without its articles in other languages, and without paragraphs in them inside an English article.

    Raises:
        LanguageError: there are articles, and none is English.
    """
    languages = [_whole(document.text, article) for article in document.articles]
    others = [language for language in languages if language]
    if others and len(others) == len(languages):
        raise _refusal(document.path, others)
    notes = list(document.notes)
    if others:
        verb = "is" if len(others) == 1 else "are"
        notes.append(f"{len(others)} of {len(languages)} articles {verb} not read: {_looks(others)}")
    kept: list[Article] = []
    for article, language in zip(document.articles, languages, strict=True):
        if not language:
            other = list(_paragraphs(document.text, article))
            cut = tuple(sorted([*article.cut, *(span for span, _ in other)]))
            kept.append(replace(article, index=len(kept), cut=cut))
            if other:
                count = "1 paragraph is" if len(other) == 1 else f"{len(other)} paragraphs are"
                notes.append(f"{count} not read: {_looks([named for _, named in other])}")
    return replace(document, articles=tuple(kept), notes=tuple(notes))


def no_article(path: str, text: str, why: str) -> ReadError:
    """The error for a text in which no article was found: that it is in another language, where it looks so."""
    language = foreign(text)
    if language:
        return _refusal(path, [language])
    return ReadError(f"{path}: no article found; {why}")


def _refusal(path: str, languages: Sequence[str]) -> LanguageError:
    return LanguageError(f"{path}: {_looks(languages)}; only English is read. Translate it, or leave it out")


def _looks(languages: Sequence[str]) -> str:
    """ "it looks German", "they look German and French"."""
    named = [*dict.fromkeys(languages)]
    return f"{'it looks' if len(languages) == 1 else 'they look'} {' and '.join(named)}"


def _whole(text: str, article: Article) -> str | None:
    """The language of the article; None for English, and where a good part of it is English."""
    spans = list(_lines(text, article))
    language = foreign("\n".join(text[span.start : span.end] for span in spans))
    if not language:
        return None
    counts = [(len(line.split()), line) for line in (text[span.start : span.end] for span in spans)]
    english = sum(n for n, line in counts if n >= FEW_WORDS and english_share(line) >= ENGLISH_SHARE)
    is_of_both = english >= max(LEAST_WORDS, LEAST_SHARE * sum(n for n, _ in counts))
    return None if is_of_both else language


def _paragraphs(text: str, article: Article) -> Iterator[tuple[Span, str]]:
    """The paragraphs of an article that are in another language, which with each; short ones only next to such a paragraph."""
    spans = list(_lines(text, article))
    languages = [foreign(text[span.start : span.end]) for span in spans]
    for order in (range(len(spans)), reversed(range(len(spans)))):
        beside = None
        for n in order:
            if beside and not languages[n] and foreign(text[spans[n].start : spans[n].end], is_beside=True):
                languages[n] = beside
            beside = languages[n]
    for span, language in zip(spans, languages, strict=True):
        if language:
            yield span, language


def _lines(text: str, article: Article) -> Iterator[Span]:
    """The lines of the body outside what is cut."""
    for found in LINE.finditer(text, article.body.start, article.body.end):
        span = Span(*found.span())
        if not any(span.overlaps(cut) for cut in article.cut):
            yield span
