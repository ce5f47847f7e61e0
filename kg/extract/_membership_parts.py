"""Whoever is at a part is at the whole: "professor at the Institute of Physics at Harrow University", "Harrow University’s School of Law"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Form, Kind, Mention, Span
from kg.parsed import ParsedArticle

PART = re.compile(
    r"\b(?:department|school|faculty|institute|laborator(?:y|ies)|lab|centre|center|college|division|unit|museum|group|branch|committee|chapter)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(r"\b(?:university|college|institute|institution|school|council|bank|ministry)\b", re.IGNORECASE)
WITHIN = re.compile(r" (?:at|within|of) (?:the )?")
APPOSED = re.compile(r", (?:the )?")
OWNED = re.compile(r"[’']s? ")


def wholes(article: ParsedArticle, body: Mention) -> Iterator[Mention]:
    """The named bodies of which the words right beside `body` say that it is a part, or that are a part of it there."""
    text = article.document.text
    paragraph = article.paragraph_at(body)
    if paragraph is None or body.form is Form.PRONOUN:
        return
    for other in article.mentions_in(Span(paragraph.start, paragraph.end), Kind.ORGANISATION):
        if other.form not in (Form.NAME, Form.SHORT):
            continue
        if other.start > body.end:
            between = text[body.end : other.start]
            is_within = WITHIN.fullmatch(between) and PART.search(body.words)
            is_apposed = APPOSED.fullmatch(between) and PART.search(body.words) and WHOLE.search(other.words)
            if is_within or is_apposed or (OWNED.fullmatch(between) and PART.search(other.words)):
                yield other
        elif other.end < body.start and OWNED.fullmatch(text[other.end : body.start]) and PART.search(body.words):
            yield other
