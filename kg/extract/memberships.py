"""Who belongs to which body where no title says as what: parties of members, verbs of work, clubs in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract import Example
from kg.extract._membership_clauses import bodies, body_at, is_real, subject
from kg.extract._membership_nouns import by_nouns
from kg.extract._membership_parts import wholes
from kg.model import Fact, Form, Kind, Mention, PositionHeld, PositionStatus, Relation, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

NAME = "memberships"
VERSION = "5"
YIELDS: tuple[type[Fact], ...] = (Relation,)
NEEDS: tuple[str, ...] = ("positions", "relations")
EXAMPLES = (
    Example("Anna Bell joined the Harrow Trust in 2004.", ("Anna Bell | member_of | Harrow Trust",)),
    Example("Peter Marsh works for Harrow Council.", ("Peter Marsh | member_of | Harrow Council",)),
    Example("Labour MP Anna Bell spoke first.", ("Anna Bell | member_of | Labour",)),
    Example(
        "After leaving Tarn Motors in 2002, Anna Bell took a post with the Harrow Trust.",
        ("Anna Bell | member_of | Tarn Motors", "Anna Bell | member_of | Harrow Trust"),
    ),
    Example(
        "Anna Bell is a professor at the Institute of Physics at Harrow University.",
        ("Anna Bell | member_of | Harrow University",),
    ),
    Example(
        "Peter Marsh served on the board of directors for Tarn Motors.", ("Peter Marsh | member_of | Tarn Motors",)
    ),
    Example("It was designed by Anna Bell at Harrow University.", ("Anna Bell | member_of | Harrow University",)),
    Example(
        "Anna Bell is a lawyer who served on the staff of the Harrow Trust, retired from Tarn Motors.",
        ("Anna Bell | member_of | Harrow Trust", "Anna Bell | member_of | Tarn Motors"),
    ),
    Example("He was a pupil of Anna Bell at Harrow University.", ("Anna Bell | member_of | Harrow University",)),
    Example(
        "At Tarn Motors Anna Bell was head of design. Prior to Harrow Bank, Peter Marsh was a teacher.",
        ("Anna Bell | member_of | Tarn Motors", "Peter Marsh | member_of | Harrow Bank"),
    ),
    Example("At the Harrow Museum Anna Bell was glad, and at Tarn Motors Peter Marsh was ill.", ()),
    Example("Anna Bell left Harrow Hospital on Monday, and Peter Marsh left Tarn Motors for the airport.", ()),
    Example("Peter Marsh spent two years at Harrow University and would take a post with the Harrow Trust.", ()),
    Example("Harrow Party leader Anna Bell spoke.", ("Anna Bell | member_of | Harrow Party",)),
    Example("Former Labour MP Anna Bell spoke. Peter Marsh quit the Harrow Party.", ()),
    Example("Peter Marsh refused to join the Harrow Trust and never worked for Harrow Council.", ()),
    Example("Anna Bell may join the Harrow Trust if Peter Marsh, who joined in a protest, leaves.", ()),
)

# verb → the prepositions after which the body stands; "" for a direct object
VERBS: dict[str, tuple[str, ...]] = {
    "join": ("",),
    "rejoin": ("",),
    "work": ("for", "at", "with"),
    "employ": ("by", "at"),
    "teach": ("at",),
    "lecture": ("at",),
    "play": ("for",),
    "sign": ("for", "with"),
    "serve": ("in", "with", "on"),
    "sit": ("on",),
    "belong": ("to",),
    "volunteer": ("for", "with", "at"),
    "resign": ("from",),
    "retire": ("from",),
    "quit": ("",),
    "depart": ("",),
    "leave": ("",),
    "elect": ("to",),
    "hire": ("by",),
    "recruit": ("by",),
}
LEFT = frozenset(["leave", "quit", "depart", "resign", "retire"])
# "left the hospital" is no end of a job; "left X to become", "after leaving X", "left X for Y", "left X in 1999" is
NEXT = frozenset("become join take work form found start set run head lead teach pursue".split())
NO_EMPLOYERS = re.compile(
    r"\b(?:hospital|court|house|palace|school|prison|infirmary|airport|hotel|stadium)\b", re.IGNORECASE
)
STUDIED = re.compile(r"\b(?:university|college|academy)\b", re.IGNORECASE)
PRESENT, PAST, PARTY, POSSESSIVE, BRACKETS, WHOLE = 0.8, 0.7, 0.9, 0.75, 0.7, 0.9


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The memberships that neither a position nor another relation states, each once."""
    ends = [(pair, fact) for fact in known for pair in _ends(fact)]
    in_parties = [
        (person, body, min(PARTY, fact.belief), Span(fact.evidence[0].start, fact.evidence[0].end))
        for (person, body), fact in ends
        if isinstance(fact, PositionHeld) and fact.status is not PositionStatus.FORMER and _is_party(article, body)
    ]  # who has a post in a party belongs to it
    relations = [pair for pair, fact in ends if isinstance(fact, Relation) or not _is_party(article, pair[1])]
    said = {_pair(article, person, body) for person, body in relations}
    found: list[Fact] = []
    told = [*in_parties, *_all(article)]
    at = [
        *told,
        *(
            (person, body, fact.belief, Span(fact.evidence[0].start, fact.evidence[0].end))
            for (person, body), fact in ends
        ),
    ]
    nested = [(p, whole, b * WHOLE, where) for p, body, b, where in at for whole in wholes(article, body)]
    for person, body, belief, where in (*told, *nested):
        pair = _pair(article, person, body)
        if pair in said or pair[0] is None or pair[1] is None:
            continue
        said.add(pair)
        start, end = min(where.start, person.start, body.start), max(where.end, person.end, body.end)
        evidence = article.evidence(start, end, f"{NAME}/{VERSION}")
        found.append(
            Relation(evidence=(evidence,), belief=round(belief, 3), subject=person, relation="member_of", object=body)
        )
    return found


Membership = tuple[Mention, Mention, float, Span]


def _ends(fact: Fact) -> Iterator[tuple[Mention, Mention]]:
    if isinstance(fact, PositionHeld) and fact.organisation is not None:
        yield fact.person, fact.organisation
    if isinstance(fact, Relation) and fact.relation == "member_of" and isinstance(fact.object, Mention):
        yield fact.subject, fact.object


def _pair(article: ParsedArticle, person: Mention, body: Mention) -> tuple[object, object]:
    one, other = article.chain_of(person), article.chain_of(body)
    return (None if one is None else one.mentions[0], None if other is None else other.mentions[0])


def _is_party(article: ParsedArticle, body: Mention) -> bool:
    chain = article.chain_of(body)
    return chain is not None and chain.sort == "political_party"


def _all(article: ParsedArticle) -> Iterator[Membership]:
    yield from _parties(article)
    for paragraph in article.paragraphs:
        yield from _by_verb(article, paragraph)
        for person, body, token in by_nouns(article, paragraph):
            yield person, body, PAST, paragraph.span_of(token)
        yield from _side_by_side(article, paragraph)


def _parties(article: ParsedArticle) -> Iterator[Membership]:
    """ "Labour MP Anna Bell", "the Liberal Democrat health spokesman, Peter Marsh": the party in the description."""
    for role in article.roles:
        for body in article.mentions_in(role.span, Kind.ORGANISATION):
            is_party = _is_party(article, body)
            if role.tense == "former":
                continue  # who was its MP may have left it
            if role.holder is not None and is_party and body.end <= role.title.start and body != role.organisation:
                yield role.holder, body, PARTY, role.span


def _by_verb(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Membership]:
    for verb in paragraph.doc:
        links = VERBS.get(verb.lemma_)
        if verb.pos_ != "VERB" or links is None or not is_real(verb):
            continue
        person = subject(article, paragraph, verb)
        if person is None:
            continue
        for token in bodies(verb, links):
            body = body_at(article, paragraph, token)
            if body is not None and verb.lemma_ in LEFT and _is_party(article, body):
                continue  # what was left is no party of theirs
            if body is not None and (verb.lemma_ not in LEFT or _is_left(verb, body)):
                is_past = verb.tag_ in ("VBD", "VBN") and verb.lemma_ not in ("join", "rejoin")
                where = paragraph.span_of(verb)
                yield person, body, PAST if is_past else PRESENT, where


def _is_left(verb: Token, body: Mention) -> bool:
    """Whether the clause speaks of leaving a job and no building."""
    if NO_EMPLOYERS.search(body.words):
        return False
    if verb.lemma_ != "leave":
        return True
    begun = {c.lemma_ for c in verb.children if c.dep_ in ("advcl", "conj", "xcomp")}
    if begun & NEXT:
        return True
    preps = [c for c in verb.rights if c.dep_ == "prep"]
    is_dated = any(t.like_num for c in preps for t in c.subtree)
    is_dated = is_dated or any(g.pos_ == "PROPN" for c in preps if c.lower_ == "for" for g in c.children)
    is_before = verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before", "since", "upon", "on")
    return (is_dated or is_before) and not STUDIED.search(body.words)


def _side_by_side(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Membership]:
    """ "the Harrow Party’s Anna Bell", "Anna Bell (Harrow Rovers)"."""
    text = article.document.text
    inside = article.mentions_in(Span(paragraph.start, paragraph.end), Kind.PERSON, Kind.ORGANISATION)
    for one, other in pairwise(inside):
        between = text[one.end : other.start]
        around = Span(one.start, other.end)
        kinds = (one.kind, other.kind)
        if one.form is Form.PRONOUN or other.form is Form.PRONOUN:
            continue
        is_owned = between in ("'s ", "’s ", "' ", "’ ") and other.form is Form.NAME
        is_bracketed = between == " (" and text[other.end : other.end + 1] in (")", ",")
        if kinds == (Kind.ORGANISATION, Kind.PERSON) and is_owned:
            yield other, one, POSSESSIVE, around
        elif kinds == (Kind.PERSON, Kind.ORGANISATION) and is_bracketed:
            yield one, other, BRACKETS, around
