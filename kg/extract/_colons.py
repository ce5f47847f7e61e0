"""Who speaks behind a colon that no verb of saying leads to: "Bell was clear: “No.”", "Ann Bell, Harrow: “No.”", "released this statement: “…”"."""

from __future__ import annotations

from kg.extract._pieces import DASHES, STOPS
from kg.extract._speakers import Attribution, Speaker
from kg.extract._subjects import DOCUMENTS
from kg.extract._voices import Voices
from kg.model import Form, Kind, Mention

ALONE, CLAUSE, OBJECT = 0.8, 0.8, 0.7  # certainty: the name alone, the subject of the clause, its object


def by_colon(voices: Voices, start: int, colon: int) -> Attribution | None:
    """Who speaks behind the colon at a token, by the clause that begins at `start`."""
    clause = voices.doc[start:colon]
    named = _named_before(voices, colon)
    if named is not None:
        return Attribution(None, Speaker(named, ALONE))
    subject = next((t for t in clause if t.dep_ == "nsubj" and t.head.dep_ in ("ROOT", "ccomp", "conj")), None)
    if subject is None and len(clause) and not any(t.pos_ in ("VERB", "AUX") for t in clause):
        subject = clause.root
    if subject is None:
        return None
    speaker = voices.speakers.of(voices.paragraph, subject, voices.quoted, None)
    is_issued = any(t.lemma_.lower() in DOCUMENTS and t.dep_ == "dobj" for t in clause)
    if speaker.mention is not None and (speaker.mention.kind is Kind.PERSON or is_issued):
        return Attribution(None, Speaker(speaker.mention, CLAUSE * speaker.certainty))
    last = voices.doc[colon - 1]
    if speaker.party is None and last.dep_ not in ("pobj", "conj") and last.pos_ == "PROPN":
        # "does not surprise the pollster Ann Bell: “…”"
        found = voices.speakers.at(voices.paragraph, last)
        if found is not None and found.kind is Kind.PERSON and found.form in (Form.NAME, Form.SHORT):
            return Attribution(None, Speaker(found, OBJECT))
    return None


def _named_before(voices: Voices, colon: int) -> Mention | None:
    """The person or body whose name stands alone before a colon: "Costs rise – Ann Bell: “…”"."""
    if colon < 1:
        return None
    doc = voices.doc
    found = voices.speakers.at(voices.paragraph, doc[colon - 1])
    tokens = voices.paragraph.tokens_at(found) if found is not None and found.form is Form.NAME else None
    if tokens is None or tokens.end != colon:
        return None
    before = doc[tokens.start - 1].text if tokens.start else "-"
    return found if before in DASHES - {","} or before in STOPS else None
