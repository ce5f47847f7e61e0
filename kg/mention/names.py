"""People, organisations and places by name: each stretch of text is one thing, and rules come before the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mention.organisations import organisation_spans
from kg.mention.people import is_honorific, person_spans
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Doc

THE_GOVERNMENT = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]) )?(?:(?:central|federal|national|state|provincial|[Ll]ocal|UK|British|State|Welsh|Scottish|Irish|US|Canadian|Indian|federal) )?"
    r"[Gg]overnment\b(?! (?:Association|\w+ist))"
)
NOT_A_BODY = re.compile(r"local [Gg]overnment", re.IGNORECASE)
PLACE_LABELS = ("GPE", "LOC", "FAC")


def find_names(article: ParsedArticle) -> ParsedArticle:
    """The article with the mentions that are names; none overlaps another."""
    mentions: list[Mention] = []
    for paragraph in article.paragraphs:
        mentions += _in_paragraph(paragraph)
    return replace(article, mentions=tuple(sorted(_everywhere(article, mentions))))


def _everywhere(article: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with every full name of the article found wherever else it stands: the model sees it here, misses it there."""
    kinds: dict[str, Kind] = {}
    for mention in mentions:
        if (
            mention.kind in (Kind.PERSON, Kind.ORGANISATION)
            and mention.form is Form.NAME
            and len(mention.words.split()) > 1
        ):
            kinds.setdefault(mention.words, mention.kind)
    for words_ in sorted(kinds, key=lambda w: (-len(w), w)):
        for paragraph in article.paragraphs:
            for found in re.finditer(rf"(?<!\w){re.escape(words_)}(?!\w)", paragraph.doc.text):
                start, end = paragraph.start + found.start(), paragraph.start + found.end()
                touching = [m for m in mentions if m.start < end and start < m.end]
                if any(m.start < start or end < m.end or (m.start, m.end) == (start, end) for m in touching):
                    continue
                mentions = [m for m in mentions if m not in touching]
                mentions.append(Mention(start, end, words_, kinds[words_], Form.NAME))
    return mentions


def _in_paragraph(paragraph: Paragraph) -> Iterator[Mention]:
    doc = paragraph.doc
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= s or e <= start for s, e in taken)

    organisations = organisation_spans(doc)
    people = [
        span
        for span in person_spans(doc)
        if all(span[1] <= s or e <= span[0] or _wins(doc, span, (s, e)) for s, e in organisations)
    ]
    for start, end in people:
        taken.append((start, end))
        yield _mention(paragraph, start, end, Kind.PERSON, _person_form(doc, start, end))
    for start, end in organisations:
        if free(start, end):
            taken.append((start, end))
            yield _mention(paragraph, start, end, Kind.ORGANISATION, Form.NAME)
    for found in THE_GOVERNMENT.finditer(doc.text):
        span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if (
            span is not None
            and free(span.start, span.end)
            and not NOT_A_BODY.search(found.group())
            and span[-1].pos_ in ("NOUN", "PROPN")
        ):
            taken.append((span.start, span.end))
            yield _mention(paragraph, span.start, span.end, Kind.ORGANISATION, Form.NAME)
    for ent in doc.ents:
        if ent.label_ in PLACE_LABELS and free(ent.start, ent.end):
            start = ent.start + (ent[0].text.lower() == "the")
            if start < ent.end:
                yield _mention(paragraph, start, ent.end, Kind.PLACE, Form.NAME)


def _wins(doc: Doc, person: tuple[int, int], organisation: tuple[int, int]) -> bool:
    """Whether a person's name beats an overlapping organisation's: an honorific, or the model sees only a person there."""
    if is_honorific(doc[person[0]].text):
        return True
    return organisation[1] - organisation[0] <= person[1] - person[0] and all(
        t.ent_type_ == "PERSON" for t in doc[organisation[0] : organisation[1]]
    )


def _person_form(doc: Doc, start: int, end: int) -> Form:
    bare = [t for t in doc[start:end] if not is_honorific(t.text) and t.text not in (".", "(", ")")]
    return Form.NAME if len(bare) > 1 else Form.SHORT


def _mention(paragraph: Paragraph, start: int, end: int, kind: Kind, form: Form) -> Mention:
    span = paragraph.doc[start:end]
    text = (
        span.text.rstrip(".")
        if kind is Kind.ORGANISATION and not re.search(r"\b[A-Z]\.[A-Z]\.$", span.text)
        else span.text
    )
    first = paragraph.start + span.start_char
    return Mention(first, first + len(text), text, kind, form)
