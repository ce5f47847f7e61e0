"""Whose words are passed on: by the author of a first-person piece, "as Bell told them", "referred to research by the Trust"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract._clause import agent_of, governed_by, is_negated, party_at, sentence_of, subject_of
from kg.extract._tie import Tie
from kg.extract._words_on import speaker_at
from kg.lexicon import words
from kg.model import Fact, Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

PUBLISHING = frozenset(
    [
        "say",
        "write",
        "warn",
        "argue",
        "note",
        "claim",
        "report",
        "suggest",
        "conclude",
        "predict",
        "calculate",
        "estimate",
        "project",
        "find",
        "forecast",
        "publish",
    ]
)
PUBLISHED = frozenset(
    [
        "research",
        "report",
        "study",
        "news",
        "analysis",
        "figure",
        "survey",
        "finding",
        "review",
        "data",
        "warning",
        "paper",
    ]
)
NOTING = frozenset(["say", "note", "tell", "put", "write", "warn", "observe", "argue", "explain"])
POINTING = frozenset(["refer", "point"])  # "referred to", "pointed to"
AS_SAID, REFERRED, BY_AUTHOR = 0.75, 0.75, 0.75


def cited(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """Who passes on whose words in a paragraph."""
    author = article.author
    for token in paragraph.doc:
        if token.pos_ == "VERB" and author is not None:
            yield from _by_author(article, paragraph, token, author, known)
        if token.lower_ == "as" and token.dep_ == "mark":
            yield from _as_they_said(article, paragraph, token, known)
        if token.lemma_.lower() in PUBLISHED and token.pos_ in ("NOUN", "PROPN"):
            yield from _published(article, paragraph, token, author)


def _by_author(
    article: ParsedArticle, paragraph: Paragraph, verb: Token, author: Mention, known: Sequence[Fact]
) -> Iterator[Tie]:
    """ "The Harrow Trust calculates that …" in a first-person piece, outside the words of others."""
    if verb.lemma_.lower() not in PUBLISHING:
        return
    subject = subject_of(verb)
    body = party_at(article, paragraph, subject, Kind.ORGANISATION) if subject is not None else None
    if body is None and subject is not None and _has_published(verb):
        body = party_at(article, paragraph, subject, Kind.PERSON)
    is_unclear = body is None or (body.form is Form.PRONOUN and body.kind is not Kind.PERSON)
    if body is None or is_unclear or is_negated(verb) or article.same(body, author):
        return
    if (speaker := speaker_at(known, paragraph.span_of(verb))) is not None and not article.same(speaker, author):
        return
    yield Tie(author, "cites", body, sentence_of(paragraph, verb), BY_AUTHOR)


def _has_published(verb: Token) -> bool:
    """ "When she did her review she said": a person is cited for a work, not for having talked to the author."""
    return any(
        t.lemma_ in PUBLISHED and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in t.children) for t in verb.subtree
    )


def _as_they_said(article: ParsedArticle, paragraph: Paragraph, mark: Token, known: Sequence[Fact]) -> Iterator[Tie]:
    """ "Bell noted that, as Marsh told them, …": Bell cites Marsh."""
    verb = mark.head
    is_comparison = mark.i > 0 and mark.nbor(-1).pos_ == "ADV"  # "as far as the board asked"
    if verb.lemma_.lower() not in NOTING or is_negated(verb) or is_comparison:
        return
    subject = subject_of(verb)
    other = party_at(article, paragraph, subject) if subject is not None else None
    who = speaker_at(known, paragraph.span_of(verb)) or _reporter_above(article, paragraph, verb)
    if other is None or who is None or other.form is Form.PRONOUN or article.same(other, who):
        return
    yield Tie(who, "cites", other, sentence_of(paragraph, verb), AS_SAID)


def _reporter_above(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Mention | None:
    """The subject of the verb of saying that the clause hangs on."""
    for above in verb.ancestors:
        if above.lemma_.lower() in words("reporting_verbs") and above.pos_ == "VERB":
            subject = subject_of(above)
            return party_at(article, paragraph, subject) if subject is not None else None
    return None


def _published(article: ParsedArticle, paragraph: Paragraph, noun: Token, author: Mention | None) -> Iterator[Tie]:
    """ "recent research from the Trust" by an author, "Bell referred to news reported by the Trust"."""
    body = _publisher(article, paragraph, noun)
    if body is None:
        return
    who = author if noun.dep_ == "nsubj" else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in POINTING:
        subject = subject_of(noun.head.head)
        who = party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
    if who is not None and not article.same(who, body):
        yield Tie(who, "cites", body, sentence_of(paragraph, noun), REFERRED)


def _publisher(article: ParsedArticle, paragraph: Paragraph, noun: Token) -> Mention | None:
    """The body that the noun's "from …", "by …" or "reported by …" names."""
    owners = [*governed_by(noun, "from"), *governed_by(noun, "by")]
    owners += [
        a for c in noun.children if c.dep_ == "acl" and c.lemma_ in PUBLISHING and (a := agent_of(c)) is not None
    ]
    for owner in owners:
        body = party_at(article, paragraph, owner, Kind.ORGANISATION)
        if body is not None and body.form is not Form.PRONOUN:
            return body
    return None
