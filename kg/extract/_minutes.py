"""Minutes of a meeting: the lists of who was present and who was in attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract._participants import Part
from kg.model import Fact, Kind, Mention, Span, Statement
from kg.parsed import ParsedArticle

MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
PRESENT = re.compile(r"^(?:members )?present\s*:", re.IGNORECASE)
ATTENDING = re.compile(r"^(?:also )?(?:in attendance|attending)\s*:", re.IGNORECASE)
CHAIR = re.compile(r"\s*,?\s*\((?:in the )?chair(?:man|woman)?\)|\s*,? in the chair", re.IGNORECASE)
LISTED = 0.85


def listed_in_minutes(article: ParsedArticle, event: Mention, known: Sequence[Fact]) -> Iterator[Part]:
    """Members are attendees, who is in the chair leads, and others in attendance are speakers if they say something."""
    paragraph = article.paragraph_at(event)
    if paragraph is None or not MINUTES.search(article.document.text[paragraph.start : event.start]):
        return
    speakers = {id(article.chain_of(f.named_speaker)) for f in known if isinstance(f, Statement) and f.named_speaker}
    for line in article.paragraphs:
        is_member, is_guest = PRESENT.match(line.text), ATTENDING.match(line.text)
        if not (is_member or is_guest):
            continue
        where = Span(line.start, line.end)
        for person in article.mentions_in(where, Kind.PERSON):
            role = "speaker" if is_guest and id(article.chain_of(person)) in speakers else "attendee"
            if CHAIR.match(article.document.text, person.end):
                role = "lead"
            yield Part(person, role, where, LISTED)
