"""Who writes where an article says "I" outside quotation marks."""

from __future__ import annotations

import re

from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.quoted import quoted_in

FIRST_PERSON = frozenset(["I", "me", "my", "My", "we", "We", "our", "Our"])
OFTEN = 4  # so often outside quotations, the author speaks
WRITES = re.compile(
    r"\b(?:considers|argues|writes|asks|reflects|explains|looks at|sets out|makes the case|describes)\b"
)
BYLINE_WORDS = 10


def author_of(article: ParsedArticle) -> Mention | None:
    """Who writes in the first person, where the page or the article says so: "By Anna Bell", "Anna Bell, a nurse, considers …"."""
    body = [p for p in article.paragraphs if p.sort == "body"]
    if not body or sum(_first_person(p) for p in article.paragraphs) < OFTEN:
        return None
    opening = Span(article.paragraphs[0].start, body[min(1, len(body) - 1)].end)
    people = [m for m in article.mentions_in(opening, Kind.PERSON) if m.form is Form.NAME]
    stated = article.article.author or ""
    return next((m for m in people if m.words in stated or _is_said_to_write(article, m)), None)


def _first_person(paragraph: Paragraph) -> int:
    """How many words outside quotations speak of the writer."""
    said = [q for q in quoted_in(paragraph.text) if not q.has_lost_opening]
    return sum(
        token.text in FIRST_PERSON and not any(q.start <= token.idx < q.end for q in said) for token in paragraph.doc
    )


def _is_said_to_write(article: ParsedArticle, person: Mention) -> bool:
    """Whether a line holds little but the name, the headline ends with it ("Five minutes with Ann Bell"), or the words behind say so."""
    paragraph = article.paragraph_at(person)
    if paragraph is None:
        return False
    before = article.document.text[paragraph.start : person.start].split()
    behind = article.document.text[person.end : paragraph.end]
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in paragraph.doc)
    is_line = len(paragraph.text.split()) <= BYLINE_WORDS and not has_verb
    if paragraph.sort == "headline":
        return is_line and not behind.strip()
    opens = len(before) <= 1 or before[0].lower() == "by"  # a title is one word
    return opens and (is_line or WRITES.search(behind) is not None)
