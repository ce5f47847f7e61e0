"""Events: when and where they were, who held them, who took part in which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract import Example
from kg.model import Fact, Form, Gathering, Kind, Mention, Participation, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "events"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Gathering, Participation)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example(
        "Speaking at the Harrow summit on Monday, Anna Bell said that the pool would open.",
        ("Harrow summit | – | – | –", "Anna Bell | speaker | Harrow summit"),
    ),
    Example("There was no budget for the pool.", ()),
)

ROLES = {
    "panellist": re.compile(r"\b(?:panel|panellist|fellow panel)\b", re.IGNORECASE),
    "mediator": re.compile(r"\b(?:mediator|moderator|chaired by|moderated by|facilitator)\b", re.IGNORECASE),
    "lead": re.compile(r"\bled by\b", re.IGNORECASE),
    "attendee": re.compile(r"\b(?:attended|attending|were present|was present|in attendance)\b", re.IGNORECASE),
}
SPEAKING = frozenset(
    ["speak", "address", "present", "open", "tell", "say", "unveil", "announce", "reveal", "lay", "deliver"]
)


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One gathering per event, then its participants, each once with their most telling role."""
    facts: list[Fact] = []
    for chain in article.chains:
        if chain.kind is not Kind.EVENT:
            continue
        first = chain.mentions[0]
        facts.append(_gathering(article, first))
        taken: dict[int, Participation] = {}
        for mention in chain.mentions:
            for participation in _participants(article, mention):
                key = id(article.chain_of(participation.person))
                earlier = taken.get(key)
                if earlier is None or (earlier.role == "speaker" and participation.role != "speaker"):
                    taken[key] = participation
        facts += taken.values()
    return facts


def _gathering(article: ParsedArticle, event: Mention) -> Gathering:
    paragraph = article.paragraph_at(event)
    start, end = (event.start, event.end) if paragraph is None else _sentence(paragraph, event)
    return Gathering(
        evidence=(article.evidence(start, end, f"{NAME}/{VERSION}"),),
        belief=0.8,
        event=event,
        date=article.article.event_date if event.words.startswith("A ") else None,
        place=_place(article, paragraph, event),
        organiser=_organiser(article, event),
    )


def _sentence(paragraph: Paragraph, mention: Mention) -> tuple[int, int]:
    span = paragraph.tokens_at(mention)
    if span is None:
        return mention.start, mention.end
    sentence = span[0].sent
    return paragraph.start + sentence.start_char, max(paragraph.start + sentence.end_char, mention.end)


def _place(article: ParsedArticle, paragraph: Paragraph | None, event: Mention) -> Phrase | None:
    """A place right after the event: "the summit in Harrow"."""
    if paragraph is None:
        return None
    found = re.match(
        r"(?: (?:this|last) \w+)?,? (?:in|at) (?:the )?", paragraph.doc.text[event.end - paragraph.start :]
    )
    if found is None:
        return None
    at = event.end + found.end()
    place = article.mention_at(Span(at, at + 1), Kind.PLACE)
    return Phrase(place.start, place.end, place.words) if place is not None and place.start == at else None


def _organiser(article: ParsedArticle, event: Mention) -> Mention | None:
    """The body whose name begins the event's: "the Harrow Fund summit", "HFX 2016"."""
    inside = [m for m in article.mentions_in(Span(event.start, event.end), Kind.ORGANISATION) if m.start == event.start]
    if inside:
        return inside[0]
    first = event.words.split()[0]
    named = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.name == first]
    return named[0].mentions[0] if named else None


def _participants(article: ParsedArticle, event: Mention) -> Iterator[Participation]:
    paragraph = article.paragraph_at(event)
    span = paragraph.tokens_at(event) if paragraph else None
    if paragraph is None or span is None:
        return
    start, end = _sentence(paragraph, event)
    sentence = Span(start, end)
    text = article.document.text[start:end]
    people = article.mentions_in(sentence, Kind.PERSON)
    if ROLES["lead"].search(text):
        led = start + (re.search(r"\bled by\b", text) or re.match("", text)).end()  # type: ignore[union-attr]
        yield from (
            _participation(article, m, event, "lead", sentence, 0.85)
            for m in people
            if m.start >= led and m.form is Form.NAME
        )
        return
    owner = _owner(article, paragraph, span.start)
    if owner is not None:
        yield _participation(article, owner, event, "speaker", sentence, 0.75)
        return
    verb = _governing(span.root)
    subject = _subject(article, paragraph, verb) if verb is not None else None
    if subject is not None:
        role = next((role for role in ("panellist", "attendee") if ROLES[role].search(text)), "speaker")
        yield _participation(article, subject, event, role, sentence, 0.8)
    for role in ("mediator",):
        for mention in article.mentions_in(Span(event.end, _next_event(article, event)), Kind.PERSON):
            before = article.document.text[max(0, mention.start - 60) : mention.start]
            if ROLES[role].search(before) and mention.form is Form.NAME:
                yield _participation(article, mention, event, role, Span(max(0, mention.start - 60), mention.end), 0.75)


def _next_event(article: ParsedArticle, event: Mention) -> int:
    """Where the next event is named, or the body ends: until there "the session" is this event's."""
    return min(
        (m.start for m in article.mentions if m.kind is Kind.EVENT and m.start > event.end),
        default=article.article.body.end,
    )


def _participation(
    article: ParsedArticle, person: Mention, event: Mention, role: str, where: Span, belief: float
) -> Participation:
    text = article.document.text
    start = where.start
    while start < where.end and start > 0 and text[start - 1].isalnum():
        start += 1
    return Participation(
        evidence=(article.evidence(start, max(where.end, person.end), f"{NAME}/{VERSION}"),),
        belief=belief,
        person=person,
        event=event,
        role=role,
    )


def _owner(article: ParsedArticle, paragraph: Paragraph, start: int) -> Mention | None:
    """Whose event it is: "the chancellor’s Spring Budget"."""
    doc = paragraph.doc
    if start < 2 or doc[start - 1].text not in ("’s", "'s"):
        return None
    return article.mention_at(paragraph.span_of(doc[start - 2]), Kind.PERSON)


def _governing(token: Token) -> Token | None:
    """The verb of speaking or announcing that the event hangs on."""
    for _ in range(8):
        if token.head == token:
            break
        if token.lower_ in ("after", "before", "since", "until", "ahead", "following"):
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in SPEAKING:
            return token
    return None


def _subject(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Mention | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            found = article.mention_at(paragraph.span_of(child), Kind.PERSON)
            return found if found is not None and found.end >= paragraph.span_of(child).end else None
    if verb.dep_ in ("advcl", "conj", "xcomp", "acl") and verb.head != verb:
        return _subject(article, paragraph, verb.head)
    return None
