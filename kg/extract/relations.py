"""Stated relations between people and bodies: who criticises, supports, answers, cites, belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract import Example
from kg.model import Fact, Form, Kind, Mention, Party, Relation, Span, Statement
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "relations"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Relation,)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example("Anna Bell criticised Harrow Council on Monday.", ("Anna Bell | criticises | Harrow Council",)),
    Example("Peter Marsh, from the Harrow Trust, came too.", ("Peter Marsh | member_of | Harrow Trust",)),
    Example("Anna Bell did not criticise Harrow Council.", ()),
)

VERBS = {
    "criticise": "criticises",
    "criticize": "criticises",
    "blast": "criticises",
    "slam": "criticises",
    "accuse": "criticises",
    "attack": "criticises",
    "condemn": "criticises",
    "blame": "criticises",
    "support": "supports",
    "back": "supports",
    "endorse": "supports",
    "praise": "supports",
    "appoint": "appoints",
    "echo": "agrees_with",
    "cite": "cites",
    "quote": "cites",
    "represent": "represents",
}
PREPOSITIONS = {("agree", "with"): "agrees_with", ("respond", "to"): "responds_to", ("reply", "to"): "responds_to", ("campaign", "against"): "campaigns_against"}  # fmt: skip
FROM = re.compile(r",? (?:from|of) (?:the )?$")
PARTY = re.compile(
    r"\s*\((Lab|Labour|Con|Conservative|Lib Dem|LD|Green|SNP|Plaid Cymru|UKIP|Reform|Ind|DUP|SDLP|EPP|NDP)[,)]"
)


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The relations of one article, each once."""
    found: dict[tuple[int, str, object], Relation] = {}
    for paragraph in article.paragraphs:
        for relation in (
            *_by_verb(article, paragraph),
            *_echoed(article, paragraph, known),
            *_membership(article, paragraph),
            *_citing(article, paragraph, known),
        ):
            subject = id(article.chain_of(relation.subject))
            value: object = relation.object.words
            if isinstance(relation.object, Mention):
                value = id(article.chain_of(relation.object))
            if subject != value:
                found.setdefault((subject, relation.relation, value), relation)
    return list(found.values())


def _relation(
    article: ParsedArticle, subject: Mention, name: str, value: Party, where: tuple[int, int], belief: float
) -> Relation:
    start, end = min(where[0], subject.start, value.start), max(where[1], subject.end, value.end)
    if end - start > 500:
        start, end = where
    return Relation(
        evidence=(article.evidence(start, end, f"{NAME}/{VERSION}"),),
        belief=belief,
        subject=subject,
        relation=name,
        object=value,
    )


def _who(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    where = paragraph.span_of(token)
    found = article.mention_at(where, Kind.PERSON) or article.mention_at(where, Kind.ORGANISATION)
    return found if found is not None and found.end >= where.end else None


def _subject(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Mention | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent"):
            token = next((c for c in child.children if c.dep_ == "pobj"), child) if child.dep_ == "agent" else child
            return _who(
                article, paragraph, verb.head if token.lower_ in ("who", "which") and verb.dep_ == "relcl" else token
            )
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb and verb.head.pos_ == "VERB":
        return _subject(article, paragraph, verb.head)
    return None


def _by_verb(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Relation]:
    for verb in paragraph.doc:
        if verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children) or _is_hypothetical(verb):
            continue
        lemma = verb.lemma_.lower()
        where = paragraph.span_of(verb.sent)
        if lemma in VERBS:
            for child in verb.children:
                if child.dep_ in ("dobj", "nsubjpass"):
                    subject, value = _subject(article, paragraph, verb), _who(article, paragraph, child)
                    if subject is not None and value is not None and subject != value:
                        yield _relation(article, subject, VERBS[lemma], value, (where.start, where.end), 0.75)
        for child in verb.children:
            name = PREPOSITIONS.get((lemma, child.lower_))
            if child.dep_ == "prep" and name is not None:
                subject = _subject(article, paragraph, verb)
                value = next(
                    (w for c in child.children if c.dep_ == "pobj" and (w := _who(article, paragraph, c)) is not None),
                    None,
                )
                if subject is not None and value is not None and subject != value:
                    yield _relation(article, subject, name, value, (where.start, where.end), 0.8)


def _echoed(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Relation]:
    """ "This was echoed by Anna Bell": she agrees with whoever spoke last."""
    for verb in paragraph.doc:
        this = any(
            c.dep_ == "nsubjpass" and c.lower_ in ("this", "that", "sentiment", "view", "concern", "call")
            for c in verb.children
        )
        if verb.lemma_ != "echo" or not this:
            continue
        subject = _subject(article, paragraph, verb)
        where = paragraph.span_of(verb)
        before = [fact for fact in known if isinstance(fact, Statement) and fact.text.end <= where.start]
        if subject is not None and before:
            last = max(before, key=lambda fact: fact.text.end)
            yield _relation(article, subject, "agrees_with", last.speaker, (where.start, where.end), 0.8)


def _is_hypothetical(verb: Token) -> bool:
    """ "would back", "could criticise": nothing that was done."""
    return any(
        c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "may", "should", "will") for c in verb.children
    )


def _membership(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Relation]:
    """ "Peter Marsh from the Harrow Trust", "Anna Bell (Lab)"."""
    text = article.document.text
    where = Span(paragraph.start, paragraph.end)
    people = [m for m in article.mentions_in(where, Kind.PERSON) if m.form is Form.NAME]
    for body in article.mentions_in(where, Kind.ORGANISATION):
        for person in people:
            if (
                person.end <= body.start
                and FROM.fullmatch(text[person.end : body.start])
                and body.form is not Form.PRONOUN
            ):
                yield _relation(article, person, "member_of", body, (person.start, body.end), 0.85)
        for person in people:
            between = text[person.end : body.start]
            if person.end <= body.start and between.strip() == "(" and PARTY.match(text[person.end : body.end + 2]):
                yield _relation(article, person, "member_of", body, (person.start, body.end), 0.9)


def _citing(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Relation]:
    """ "As the Harrow Trust noted, …" in somebody's words: who speaks cites them."""
    if article.author is None:
        return
    for fact in known:
        if (
            isinstance(fact, Statement)
            and paragraph.start <= fact.text.start < paragraph.end
            and not article.same(fact.speaker, article.author)
        ):
            first = fact.evidence[0]
            yield _relation(article, article.author, "cites", fact.speaker, (first.start, first.end), 0.75)
