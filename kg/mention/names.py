"""People, organisations and places by name: each stretch of text is one thing, and rules come before the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import words
from kg.mention._agreement import agreed
from kg.mention._government import government_spans, paying_places, speaking_countries
from kg.mention._lists import institutions, is_first_name, is_honorific
from kg.mention._titled_people import POSTNOMINALS
from kg.mention.organisations import organisation_spans
from kg.mention.people import person_spans
from kg.mention.spans import Found
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Doc

# Last words to which a stop belongs; elsewhere the tokenizer has left the sentence's stop on the name
ABBREVIATED = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Cos|Jr|Sr|Esq|St)\.$")
PLACE_LABELS = ("GPE", "LOC", "FAC")


def find_names(article: ParsedArticle) -> ParsedArticle:
    """The article with the mentions that are names; none overlaps another."""
    sureness: dict[Mention, int] = {}
    for paragraph in article.paragraphs:
        for mention, sure in _in_paragraph(paragraph):
            sureness[mention] = sure
    return replace(article, mentions=tuple(sorted(agreed(article, sureness))))


def _in_paragraph(paragraph: Paragraph) -> Iterator[tuple[Mention, int]]:
    """The names of a paragraph, each with its sureness (see `Found`)."""
    doc = paragraph.doc
    taken: list[Found] = []

    def is_free(found: Found) -> bool:
        return not any(found.overlaps(other) for other in taken)

    bodies = organisation_spans(doc)
    for person in person_spans(doc):
        if all(_wins(doc, person, body) for body in bodies if body.overlaps(person)):
            taken.append(person)
            yield _mention(paragraph, person, Kind.PERSON, _person_form(doc, person)), person.sureness
    governments = [Found(start, end, 1) for start, end in government_spans(doc)]
    payers = [Found(start, end, 0) for start, end in (*paying_places(doc), *speaking_countries(doc))]
    for body in (*bodies, *governments, *payers):
        if is_free(body):
            taken.append(body)
            yield _mention(paragraph, body, Kind.ORGANISATION, Form.NAME), body.sureness
    for ent in doc.ents:
        start = ent.start + (ent[0].text.lower() == "the")
        place = Found(start, ent.end, 0)
        if ent.label_ in PLACE_LABELS and start < ent.end and is_free(place):
            yield _mention(paragraph, place, Kind.PLACE, Form.NAME), 0


def _wins(doc: Doc, person: Found, body: Found) -> bool:
    """Whether a person's name beats an overlapping body's: a title before it, surer words, or the model sees only a person."""
    if person.sureness == 3 and not (body.end - body.start > 1 and _is_known(doc, body, person)):
        return True  # "General Synod" is no general
    if body.sureness == 2 or _is_known(doc, body, person):
        return False
    if person.sureness > body.sureness and body.sureness == 0:
        return True
    return body.end - body.start <= person.end - person.start and all(
        t.ent_type_ == "PERSON" for t in doc[body.start : body.end]
    )


def _is_known(doc: Doc, body: Found, person: Found) -> bool:
    """Whether the body is a general institution, no shorter than the person's name, and no common word or first name."""
    size, name = body.end - body.start, doc[body.start : body.end].text
    is_clear = size > 1 or not (name in words("common_words") or is_first_name(name) or person.sureness)
    return is_clear and size >= person.end - person.start and name in institutions()


def _person_form(doc: Doc, found: Found) -> Form:
    words_ = doc[found.start : found.end].text.replace("(", " ").replace(")", " ").split()
    while words_ and (is_honorific(words_[0]) or words_[0] == "."):
        words_ = words_[1:]
    while len(words_) > 1 and words_[-1] in POSTNOMINALS:
        words_ = words_[:-1]
    return Form.NAME if len(words_) > 1 else Form.SHORT


def _mention(paragraph: Paragraph, found: Found, kind: Kind, form: Form) -> Mention:
    span = paragraph.doc[found.start : found.end]
    text = span.text if ABBREVIATED.search(span.text) else span.text.rstrip(".")
    first = paragraph.start + span.start_char
    return Mention(first, first + len(text), text, kind, form)
