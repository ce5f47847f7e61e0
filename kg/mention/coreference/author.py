"""Who writes where an article says "I" outside quotation marks."""

from __future__ import annotations

from kg.model import Form, Kind, Mention, Span
from kg.parsed import ParsedArticle
from kg.quoted import quoted_in

FIRST_PERSON = frozenset(["I", "me", "my", "My", "we", "We", "our", "Our"])
OFTEN = 4  # so often outside quotations, the author speaks


def author_of(article: ParsedArticle) -> Mention | None:
    """Who writes in the first person: the person of the byline, or the first one named; nobody of whom "he" or "Ms Bell" is said."""
    first_person = 0
    for paragraph in article.paragraphs:
        said = [q for q in quoted_in(paragraph.text) if not q.has_lost_opening]
        for token in paragraph.doc:
            if token.text in FIRST_PERSON and not any(q.start <= token.idx < q.end for q in said):
                first_person += 1
    body = [p for p in article.paragraphs if p.sort == "body"]
    if first_person < OFTEN or not body:
        return None
    opening = Span(article.paragraphs[0].start, body[min(1, len(body) - 1)].end)
    people = [m for m in article.mentions_in(opening, Kind.PERSON) if m.form is Form.NAME]
    chain = article.chain_of(people[0]) if people else None
    return (
        people[0]
        if chain is not None and not any(m.form is Form.SHORT and " " in m.words for m in chain.mentions)
        else None
    )
