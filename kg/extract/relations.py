"""Stated relations between people and bodies: who criticises, supports, answers, cites, belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import Example
from kg.extract._affiliation import affiliations
from kg.extract._answers import answers, echoes
from kg.extract._appraisal import appraisals
from kg.extract._attitudes import STARTED, attitudes
from kg.extract._clause import (
    agent_of,
    governed_by,
    is_negated,
    is_passive,
    is_possible_only,
    objects_of,
    party_at,
    sentence_of,
    subject_of,
)
from kg.extract._sources import cited
from kg.extract._tie import Tie, as_relation
from kg.extract._words_on import blamed, speaker_at
from kg.lexicon import rows
from kg.model import Fact, Form, Kind, Mention, Party, Relation, StanceValue
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

NAME = "relations"
VERSION = "6"
YIELDS: tuple[type[Fact], ...] = (Relation,)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example("Anna Bell criticised Harrow Council on Monday.", ("Anna Bell | criticises | Harrow Council",)),
    Example(
        "Peter Marsh was accused of dithering by the chairwoman, Anna Bell.",
        ("Anna Bell | criticises | Peter Marsh",),
    ),
    Example("Peter Marsh, from the Harrow Trust, came too.", ("Peter Marsh | member_of | Harrow Trust",)),
    Example("Conservative transport critic Anna Bell came.", ("Anna Bell | member_of | Conservative",)),
    Example("The Harrow Trust has appointed Anna Bell.", ("Harrow Trust | appoints | Anna Bell",)),
    Example("Anna Bell did not criticise Harrow Council.", ()),
    Example("Anna Bell might support Harrow Council, if it asks.", ()),
    Example("Harrow Council was criticised on Monday.", ()),
)

VIEWS = {StanceValue.SUPPORTIVE: "supports", StanceValue.CRITICAL: "criticises"}
EXPLICIT, AS_OBJECT = 0.8, 0.75
OF_PEOPLE = frozenset(["appoint", "hire", "recruit", "name"])  # only a person can be appointed
MANY = frozenset(["staff", "workforce", "industry", "sector", "profession"])
SEATS = frozenset(["committee", "board", "council", "panel", "commission", "cabinet", "taskforce"])
TO_BODIES = frozenset(["member_of"])  # only a body has members


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The relations of one article, each once."""
    found: dict[tuple[int, str, object], Relation] = {}
    for paragraph in article.paragraphs:
        for tie in (
            *_by_verb(article, paragraph, known),
            *_confidence(article, paragraph, known),
            *_of_bodies(article, paragraph, known),
            *affiliations(article, paragraph, known),
            *answers(article, paragraph, known),
            *echoes(article, paragraph, known),
            *blamed(article, paragraph, known),
            *cited(article, paragraph, known),
        ):
            subject = article.chain_of(tie.subject)
            chain = article.chain_of(tie.object) if isinstance(tie.object, Mention) else None
            if subject is None or subject is chain or (chain is None and isinstance(tie.object, Mention)):
                continue
            key = (id(subject), tie.name, tie.object.words if chain is None else id(chain))
            found.setdefault(key, as_relation(article, tie, f"{NAME}/{VERSION}"))
    return list(found.values())


@cache
def _verbs() -> dict[str, list[tuple[str, str]]]:
    """Lemma → (relation, what stands before the other party)."""
    verbs: dict[str, list[tuple[str, str]]] = {}
    for lemma, relation, before in rows("relation_verbs"):
        verbs.setdefault(lemma, []).append((relation, before))
    return verbs


def _by_verb(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    verbs = _verbs()
    for verb in paragraph.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or (lemma not in verbs and lemma != "name"):
            continue
        if is_negated(verb) or is_possible_only(verb) or (lemma == "join" and _only_in_an_act(verb)):
            continue
        if lemma == "agree" and any(c.dep_ == "xcomp" for c in verb.children):
            continue  # "agreed with her to meet" is an arrangement
        where = sentence_of(paragraph, verb)
        for name, before in verbs.get(lemma, [("appoints", "-")] if _names_to_a_post(verb) else []):
            actor, others = _ends(verb, before)
            subject = _actor(article, paragraph, actor, known) if actor is not None else None
            if subject is None:
                continue
            for other in others:
                value = _object(article, paragraph, lemma, name, other)
                if value is not None and value != subject and not _is_past_a_dash(verb, other):
                    yield Tie(subject, name, value, where, AS_OBJECT if before == "-" else EXPLICIT)


def _confidence(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """ "had full confidence in Anna Bell"."""
    for noun in paragraph.doc:
        verb = noun.head
        if (
            noun.lower_ not in ("confidence", "faith", "trust")
            or noun.dep_ != "dobj"
            or verb.lemma_ not in ("have", "express")
        ):
            continue
        if is_negated(verb) or is_possible_only(verb) or any(c.lower_ in ("no", "little") for c in noun.children):
            continue
        subject = subject_of(verb)
        who = _actor(article, paragraph, subject, known) if subject is not None else None
        for other in [*governed_by(noun, "in"), *governed_by(verb, "in")]:
            value = party_at(article, paragraph, other)
            if who is not None and value is not None:
                yield Tie(who, "supports", value, sentence_of(paragraph, noun), AS_OBJECT)


def _of_bodies(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """What bodies think of undertakings: a person's view is a stance, a body's a relation. That a body starts one says little."""
    for attitude in (*attitudes(article, paragraph, known), *appraisals(article, paragraph, known)):
        name = VIEWS.get(attitude.value)
        if name is not None and attitude.holder.kind is Kind.ORGANISATION and attitude.belief != STARTED:
            yield Tie(attitude.holder, name, attitude.towards, attitude.where, attitude.belief)


def _actor(article: ParsedArticle, paragraph: Paragraph, token: Token, known: Sequence[Fact]) -> Mention | None:
    """Who the subject is; "I" is whoever speaks."""
    if token.lower_ in ("i", "we"):
        return speaker_at(known, paragraph.span_of(token))
    return party_at(article, paragraph, token)


def _is_past_a_dash(verb: Token, other: Token) -> bool:
    """Whether a dash stands between the verb and what the parser takes for its object."""
    first, last = sorted((verb.i, other.i))
    return any(t.text in ("-", "–", "—") and t.whitespace_ for t in verb.doc[first:last])


def _only_in_an_act(verb: Token) -> bool:
    """ "joined them in backing it", "joined the board for dinner": nobody's member."""
    return any(
        c.dep_ == "prep" and c.lower_ in ("in", "for") and c.i > verb.i + 1
        for c in verb.children
        if any(g.dep_ == "pcomp" or g.pos_ == "NOUN" for g in c.children)
    )


def _names_to_a_post(verb: Token) -> bool:
    """ "has named Anna Bell acting director": not "named" for "called"."""
    return verb.lemma_ == "name" and any(c.dep_ in ("oprd", "dobj", "attr") and c.pos_ == "NOUN" for c in verb.children)


def _ends(verb: Token, before: str) -> tuple[Token | None, list[Token]]:
    """Who acts, and on whom."""
    if before != "-":
        first, *rest = before.split()
        others = list(governed_by(verb, first))
        if rest:
            particle = next((c for c in verb.children if c.lower_ == first), None)
            others = list(governed_by(verb, rest[0])) + (list(governed_by(particle, rest[0])) if particle else [])
            if particle is None:
                return None, []
        return (None, []) if is_passive(verb) else (subject_of(verb), others)
    if is_passive(verb):
        return agent_of(verb), [t for t in (subject_of(verb),) if t is not None]
    return subject_of(verb), list(objects_of(verb))


def _object(article: ParsedArticle, paragraph: Paragraph, lemma: str, name: str, token: Token) -> Party | None:
    if lemma in OF_PEOPLE:
        return party_at(article, paragraph, token, Kind.PERSON)
    if name in TO_BODIES:
        body = party_at(article, paragraph, token, Kind.ORGANISATION)
        if body is None and lemma in ("sit", "serve") and token.lower_ in SEATS:
            return _several_words(article, paragraph, token)
        return body if body is not None and body.form is not Form.PRONOUN else None
    found = party_at(article, paragraph, token)
    if name == "responds_to" and found is None:
        return _question(article, paragraph, token)
    if found is None and lemma == "represent":
        return _those_represented(article, paragraph, token)
    return found


def _several_words(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Party | None:
    """ "the Lords science committee", in free text; nothing for "a committee"."""
    modifiers = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod")]
    if not modifiers:
        return None
    start = paragraph.span_of(paragraph.doc[modifiers[0].left_edge.i]).start
    return article.phrase(start, paragraph.span_of(token).end)


def _question(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Party | None:
    """ "an audience question": the words, where nobody is named who asked."""
    if token.lemma_ != "question" or not any(c.dep_ in ("compound", "amod") for c in token.children):
        return None
    first = paragraph.doc[token.left_edge.i]
    return article.phrase(paragraph.span_of(first).start, paragraph.span_of(token).end)


def _those_represented(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Party | None:
    """ "staff at both charities": several, as free text; "a rise" is nobody."""
    place = article.mention_at(paragraph.span_of(token), Kind.PLACE)
    if place is not None:
        return article.phrase(place.start, place.end)
    if (token.tag_ not in ("NNS", "NNPS", "NNP") and token.lower_ not in MANY) or token.ent_type_ in (
        "PERCENT",
        "MONEY",
        "CARDINAL",
        "DATE",
    ):
        return None
    inside = sorted(t.i for t in token.subtree)
    first, last = paragraph.doc[inside[0]], paragraph.doc[inside[-1]]
    if inside[-1] - inside[0] > 8:
        last = token
    start, end = paragraph.span_of(first).start, paragraph.span_of(last).end
    return article.phrase(start, end)
