"""Organisations by a description: "the trust", "its council", "its" before a post."""

from __future__ import annotations

from kg.mention.acronyms import introduced_acronyms
from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.sorts import STANDS_FOR, sort_in
from kg.mention.organisations import heads, institutions
from kg.model import Form, Kind, Mention, Span

UNNAMED = frozenset(("department",))  # stand for a body of their own where nothing before them fits
UNNAMED_WITH = frozenset(
    ["committee", "authority", "board", "association", "council", "commission"]
)  # only with a word between: "the planning committee"


def definite_bodies(work: Groups) -> None:
    """ "the trust", "its council": the last body before whose name has that head, or is of a sort that it stands for."""
    for paragraph in work.article.paragraphs:
        for token in paragraph.doc:
            word = token.lower_
            first = token.i - 1
            while (
                first > 0
                and token.i - first < 4
                and paragraph.doc[first].text.islower()
                and paragraph.doc[first].pos_ in ("NOUN", "ADJ")
            ):
                first -= 1
            long = token.i - first > 1
            if (
                token.i == 0
                or paragraph.doc[first].lower_ not in ("the", "its", "his", "her", "their", "this")
                or (long and word not in UNNAMED_WITH)
            ):
                continue
            if word not in heads() and word not in STANDS_FOR and word != "organisation":
                continue
            if (
                token.i + 1 < len(paragraph.doc)
                and paragraph.doc[token.i + 1].pos_ in ("NOUN", "PROPN")
                and paragraph.doc[token.i + 1].text not in ("’s", "'s")
            ):
                continue
            where = paragraph.span_of(paragraph.doc[first : token.i + 1])
            if any(m.start < where.end and where.start < m.end and m.kind is Kind.ORGANISATION for m in work.of):
                overlapping = [
                    m for m in work.of if m.start < where.end and where.start < m.end and m.kind is Kind.ORGANISATION
                ]
                if any(
                    m.end - m.start > where.end - where.start or " " in m.words or m.words in institutions()
                    for m in overlapping
                ):
                    continue
                for other in overlapping:
                    work.drop(other)
            owner = None if long else _by_letters(work, token.text) or _body_for(work, word, where)
            mention = Mention(
                where.start,
                where.end,
                work.article.document.text[where.start : where.end],
                Kind.ORGANISATION,
                Form.DESCRIPTION,
            )
            if owner is not None:
                work.add(owner, mention)
            elif word in UNNAMED or (word in UNNAMED_WITH and long):
                known = next(
                    (g for g in work.groups if g.kind is Kind.ORGANISATION and g.name.lower() == mention.words.lower()),
                    None,
                )
                work.add(known or work.new(Kind.ORGANISATION, mention.words, is_named=False), mention)


def _by_letters(work: Groups, text: str) -> Group | None:
    full = introduced_acronyms(work.article).get(text) if text.isupper() else None
    return next((g for m, g in work.of.items() if full is not None and m.span == full.span), None)


def _body_for(work: Groups, word: str, where: Span) -> Group | None:
    fitting: list[tuple[int, int, Group]] = []
    for group in work.groups:
        if group.kind is not Kind.ORGANISATION or not group.is_named:
            continue
        own = word.rstrip("s") in {t.rstrip("s") for t in group.tokens[-1:]} or (
            word in group.tokens and group.tokens[0] == word
        )
        by_sort = sort_in(work.article, group.name, group.mentions) in STANDS_FOR.get(word, ()) and not any(
            t in heads() and t != word and t in ("committee", "department") for t in group.tokens[-1:]
        )
        if not own and not by_sort and word != "organisation":
            continue
        if (
            not own
            and institutions().get(group.name, "company") != "company"
            and word not in ("union", "party", "regulator", "watchdog", "charity")
        ):
            continue
        last = max((m.start for m in group.mentions if m.start < where.start), default=None)
        if last is not None:
            fitting.append((int(own), last, group))
    return max(fitting, key=lambda item: item[:2])[2] if fitting else None


def owners(work: Groups) -> None:
    """ "its" before a post: the last body before it, a subject rather than another."""
    for role in work.article.roles:
        owner = role.organisation
        if owner is None or owner.form is not Form.PRONOUN:
            continue
        paragraph = work.article.paragraph_at(owner)
        near = [
            m
            for m in work.of
            if m.kind is Kind.ORGANISATION and m.end <= owner.start and paragraph and m.start >= paragraph.start
        ]
        if not near:
            near = [m for m in work.of if m.kind is Kind.ORGANISATION and m.end <= owner.start]
            near = [m for m in near if m.start >= max((x.start for x in near), default=0) - 250]
        if near:
            best = max(near, key=lambda m: (_is_subject(work, m), m.start))
            work.add(work.of[best], owner)


def _is_subject(work: Groups, mention: Mention) -> bool:
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")
