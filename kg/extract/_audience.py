"""Who takes part in a gathering that stands elsewhere: "told delegates", "gave evidence", "told the panel", "who attended"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract._clause import is_negated, is_passive, is_possible_only, party_at, sentence_of, subject_of
from kg.extract._participants import Part
from kg.model import Chain, Form, Kind, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

TO_DELEGATES = re.compile(
    r"\b(?:conference|congress|convention|summit|rally|forum|symposium|seminar|COP ?\d\d)\b", re.IGNORECASE
)
TO_A_PANEL = re.compile(r"\b(?:hearing|inquiry|inquest|tribunal)\b", re.IGNORECASE)
TO_GO_TO = re.compile(
    rf"{TO_DELEGATES.pattern}|\b(?:meeting|hearing|talks|ceremony|reception|vigil|event)\b", re.IGNORECASE
)
AUDIENCES = {"delegates": TO_DELEGATES, "attendees": TO_DELEGATES, "panel": TO_A_PANEL, "audience": TO_DELEGATES}
HEARD = 0.7


def heard_there(article: ParsedArticle, chains: Sequence[Chain]) -> Iterator[tuple[Chain, Part]]:
    """Each speaker to an audience, with the last gathering before it that has such an audience."""
    for paragraph in article.paragraphs:
        for token in paragraph.doc:
            kind = _audience(token)
            if kind is None:
                continue
            at = paragraph.span_of(token)
            event = _meant(chains, at, kind)
            if event is None or article.mention_at(at, Kind.EVENT) is not None:
                continue
            speaker = _speaker(article, paragraph, token)
            if speaker is not None:
                yield event, speaker


def _meant(chains: Sequence[Chain], at: Span, kind: re.Pattern[str]) -> Chain | None:
    """The last gathering of that kind before the place, else the one that the article comes to."""
    of_kind = [c for c in chains if kind.search(c.name)]
    before = [c for c in of_kind if c.mentions[0].start < at.start]
    return before[-1] if before else of_kind[0] if len(of_kind) == 1 and kind is TO_A_PANEL else None


def _audience(token: Token) -> re.Pattern[str] | None:
    """What a gathering is called whose audience hears it: told "delegates", "the panel"; who gives "evidence", testifies or attends."""
    if token.lemma_ == "tell" and token.pos_ == "VERB":
        told = next((c for c in token.children if c.dep_ in ("dobj", "dative") and c.lower_ in AUDIENCES), None)
        return AUDIENCES[told.lower_] if told is not None else None
    if token.lemma_ == "testify":
        return TO_A_PANEL
    if token.lemma_ == "attend" and token.pos_ == "VERB":
        return None if any(c.dep_ in ("dobj", "nsubjpass") for c in token.children) else TO_GO_TO
    gives = token.lemma_ == "give" and any(c.dep_ == "dobj" and c.lower_ == "evidence" for c in token.children)
    return TO_A_PANEL if gives else None


def _speaker(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Part | None:
    subject = subject_of(verb)
    if subject is None or is_negated(verb) or is_possible_only(verb) or is_passive(verb):
        return None
    who = party_at(article, paragraph, subject, Kind.PERSON)
    if who is None:
        return None
    sentence: Span = sentence_of(paragraph, verb)
    role = "attendee" if verb.lemma_ == "attend" else "speaker"
    return Part(who, role, sentence, HEARD if who.form is Form.NAME else HEARD - 0.05)
