"""Indirect statements: a reporting verb outside quotation marks, one speaker, and the clause that is reported."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract._speakers import Speakers
from kg.model import Form, Kind, Mention, Phrase
from kg.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECT_VERBS = frozenset(["describe", "accuse", "call", "blame", "criticise"])  # "described X as …", "accused X of …"
NOT_CLAUSES = frozenset(
    [
        "ask",
        "question",
        "wonder",
        "read",
        "repeat",
        "continue",
        "call",
        "call_for",
        "demand",
        "welcome",
        "point",
        "praise",
    ]
)
WILLING = frozenset(["promise", "pledge", "vow", "agree", "threaten", "deny"])  # "vowed to …", "denied misleading …"
LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause with its speaker."""

    speaker: Mention
    verb: Phrase
    text: Phrase
    certainty: float


def reported_in(paragraph: Paragraph, speakers: Speakers, quoted: Sequence[tuple[int, int]]) -> Iterator[Reported]:
    """The indirect statements of a paragraph.

    Args:
        quoted: token spans between quotation marks; a verb inside them reports nothing, and a clause that is almost wholly
            inside is a direct quotation.
    """
    doc = paragraph.doc
    for verb in doc:
        if not speakers.is_verb(verb) or any(a <= verb.i < b for a, b in quoted) or _is_negated(verb):
            continue
        speaker = speakers.subject(paragraph, verb)
        if speaker is None:
            continue
        for start, end, certainty in _clauses(verb):
            if end - start < LEAST_WORDS or start <= verb.i < end:
                continue
            inside = sum(1 for i in range(start, end) if any(a <= i < b for a, b in quoted))
            if inside > 0.8 * (end - start):
                continue
            yield Reported(
                speaker, speakers.phrase(paragraph, verb), _phrase(paragraph, speakers, start, end), certainty
            )
    yield from _according(paragraph, speakers, quoted)


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _clauses(verb: Token) -> Iterator[tuple[int, int, float]]:
    """Token spans of what the verb reports, and how certain it is that it reports it."""
    lemma = verb.lemma_.lower()
    if lemma in OBJECT_VERBS:
        found = _object_clause(verb)
        if found is not None:
            yield (*found, 0.85)
        return
    if lemma in NOT_CLAUSES:
        return
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i != verb.i:
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children) or child.i > verb.i
            yield (*_span(child, verb), 0.9 if marked else 0.8)
            for other in child.conjuncts:
                if any(c.dep_ == "mark" and c.lower_ == "that" for c in other.children):
                    yield (*_span(other, verb), 0.85)
        elif child.dep_ == "xcomp" and lemma in WILLING and child.i > verb.i:
            yield (*_span(child, verb), 0.8)


def _span(clause: Token, verb: Token) -> tuple[int, int]:
    """The clause's tokens on its side of the verb, without "that" and marks around; without a conjunct that is listed apart."""
    apart = [c for c in clause.conjuncts if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)]
    skip = {t.i for other in apart if other.i > clause.i for t in other.subtree}
    own = sorted(t.i for t in clause.subtree if (t.i < verb.i) == (clause.i < verb.i) and t.i not in skip)
    start, end = own[0], own[-1] + 1
    # keep to one piece: stop at a gap
    for before, after in itertools.pairwise(own):
        if after != before + 1 and before >= clause.i:
            end = before + 1
            break
    doc = clause.doc
    while start < end and (
        doc[start].lower_ in ("that", "how") or (doc[start].is_punct and doc[start].text not in ("“", "‘", '"'))
    ):
        start += 1
    while end > start and (
        doc[end - 1].text in (",", ".", ";", ":", "–", "-", "—") or doc[end - 1].lower_ in ("and", "but")
    ):
        end -= 1
    return start, end


def _object_clause(verb: Token) -> tuple[int, int] | None:
    """ "the plan as patchy" after "described", "the board of …" after "accused"."""
    children = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("dobj", "oprd", "prep", "ccomp", "attr", "xcomp", "nsubj", "pobj")
    ]
    if len(children) < 1 or (
        verb.lemma_.lower() in ("call",) and not any(c.dep_ in ("oprd", "ccomp", "xcomp", "attr") for c in children)
    ):
        return None
    if verb.lemma_.lower() in ("describe", "accuse", "blame") and not any(
        c.dep_ == "prep" or c.dep_ == "ccomp" for c in children
    ):
        return None
    if verb.lemma_.lower() == "criticise" or any(
        c.lower_ in ("for", "on") and c.dep_ == "prep" and verb.lemma_.lower() == "call" for c in children
    ):
        return None
    own = sorted(t.i for c in children for t in c.subtree)
    doc = verb.doc
    end = own[-1] + 1
    while end > own[0] and doc[end - 1].is_punct and doc[end - 1].text not in ("”", "’", '"'):
        end -= 1
    return own[0], end


def _phrase(paragraph: Paragraph, speakers: Speakers, start: int, end: int) -> Phrase:
    span = paragraph.doc[start:end]
    return speakers.article.phrase(paragraph.start + span.start_char, paragraph.start + span.end_char)


def _according(paragraph: Paragraph, speakers: Speakers, quoted: Sequence[tuple[int, int]]) -> Iterator[Reported]:
    """ "…, according to the Harrow Trust" and "According to the Harrow Trust, …"."""
    doc = paragraph.doc
    for token in doc[:-2] if len(doc) > 2 else []:
        if token.lower_ != "according" or doc[token.i + 1].lower_ != "to" or any(a <= token.i < b for a, b in quoted):
            continue
        sentence = token.sent
        speaker = next(
            (
                m
                for i in range(token.i + 2, min(token.i + 8, sentence.end))
                if (m := speakers.at(paragraph, doc[i])) is not None
            ),
            None,
        )
        if speaker is None or speaker.form is Form.PRONOUN or speaker.kind not in (Kind.PERSON, Kind.ORGANISATION):
            continue
        start, end = sentence.start, token.i
        if token.i == sentence.start:
            comma = next((t.i for t in sentence if t.i > token.i and t.text == ","), None)
            if comma is None:
                continue
            start, end = comma + 1, sentence.end
        while end > start and doc[end - 1].is_punct:
            end -= 1
        if end - start >= LEAST_WORDS:
            verb = speakers.article.phrase(paragraph.start + token.idx, paragraph.start + doc[token.i + 1].idx + 2)
            yield Reported(speaker, verb, _phrase(paragraph, speakers, start, end), 0.85)
