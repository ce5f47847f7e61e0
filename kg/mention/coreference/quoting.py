"""Which words of a paragraph stand in quotation marks, and who writes where an article says "I" outside them."""

from __future__ import annotations

import re

from kg.model import Form, Kind, Mention, Span
from kg.parsed import ParsedArticle

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘.*?(?:[.,!?]’|’(?!\w)|$)")


def author_of(article: ParsedArticle) -> Mention | None:
    """Who writes in the first person: the person of the byline, or the first one named, where "I" stands outside quotations."""
    first_person = 0
    for paragraph in article.paragraphs:
        quoted = [q.span() for q in QUOTED.finditer(paragraph.text)]
        for token in paragraph.doc:
            if token.text in ("I", "me", "my", "My", "we", "We", "our", "Our") and not any(
                a <= token.idx < b for a, b in quoted
            ):
                first_person += 1
    body = [p for p in article.paragraphs if p.sort == "body"]
    if first_person < 4 or not body:
        return None
    opening = Span(article.paragraphs[0].start, body[min(1, len(body) - 1)].end)
    people = [m for m in article.mentions_in(opening, Kind.PERSON) if m.form is Form.NAME]
    return people[0] if people else None
