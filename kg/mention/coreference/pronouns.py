"""Pronouns: "he" and "she" outside quotation marks."""

from __future__ import annotations

from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.quoting import QUOTED
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])


def pronouns(work: Groups) -> None:
    """ "he" and "she" outside quotation marks: the subject of the same or the last sentences, of a gender that fits."""
    recent: list[tuple[Mention, bool, int]] = []  # mention, is subject, sentence number
    number = 0
    found: list[tuple[Group, Mention]] = []
    for paragraph in work.article.paragraphs:
        quoted = [
            Span(paragraph.start + q.start(), paragraph.start + q.end()) for q in QUOTED.finditer(paragraph.doc.text)
        ]
        at = {m.start: m for m in work.of if m.kind is Kind.PERSON and paragraph.start <= m.start < paragraph.end}
        for sentence in paragraph.doc.sents:
            number += 1
            for token in sentence:
                where = paragraph.span_of(token)
                inside = any(q.start <= where.start < q.end for q in quoted)
                if token.lower_ in HE | SHE and not inside:
                    owner = _antecedent(work, paragraph, token.i, "m" if token.lower_ in HE else "f", recent, number)
                    if owner is not None:
                        mention = Mention(where.start, where.end, token.text, Kind.PERSON, Form.PRONOUN)
                        found.append((owner, mention))
                        work.of[mention] = owner
                        recent.append((mention, token.dep_ in ("nsubj", "nsubjpass"), number))
                elif where.start in at and not inside:
                    mention = at[where.start]
                    span = paragraph.tokens_at(mention)
                    is_subject = span is not None and span.root.dep_ in ("nsubj", "nsubjpass")
                    recent.append((mention, is_subject, number))
    for owner, mention in found:
        owner.mentions.append(mention)
        if not owner.gender:
            owner.gender = "m" if mention.words.lower() in HE else "f"


def _antecedent(
    work: Groups, paragraph: Paragraph, i: int, gender: str, recent: list[tuple[Mention, bool, int]], number: int
) -> Group | None:
    token = paragraph.doc[i]
    fitting: list[tuple[float, int, Group]] = []
    for order, (mention, is_subject, sentence) in enumerate(recent[-24:]):
        age = number - sentence
        if age > 3:
            continue
        group = work.of.get(mention)
        if group is None or (group.gender and group.gender != gender):
            continue
        in_relative = age == 0 and any(t.dep_ == "relcl" for t in (token.head, token.head.head))
        score = (
            3.0 * is_subject + 3.2 * in_relative - 1.6 * age + (1.0 if group.gender == gender else 0.0) + order * 0.02
        )
        if age == 0 and token.dep_ in ("dobj", "pobj") and is_subject and _same_clause(work, paragraph, mention, i):
            continue
        fitting.append((score, order, group))
    return max(fitting, key=lambda item: item[:2])[2] if fitting else None


def _same_clause(work: Groups, paragraph: Paragraph, mention: Mention, i: int) -> bool:
    span = paragraph.tokens_at(mention)
    return span is not None and span.root.head.i == paragraph.doc[i].head.i
