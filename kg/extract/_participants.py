"""Who took part in an event, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract._clause import governed_by, is_negated, is_passive, is_possible_only, party_at, sentence_of, subject_of
from kg.model import Fact, Form, Kind, Mention, Span, Statement
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

SPEAKING = frozenset(
    "speak address present open tell say unveil announce reveal lay deliver recall make argue warn insist promise launch inaugurate add testify claim brief inform describe".split()
)
PART_OF_IT = frozenset(["day", "session", "opening", "evening", "start", "end", "sideline", "fringe", "margin"])
ATTENDING = frozenset(["attend", "join"])
LEADING = frozenset(["chair", "host", "convene"])
NOT_THERE = frozenset(["after", "before", "since", "until", "ahead", "following", "for", "about", "of"])
MEDIATOR = re.compile(r"\b(?:mediator|moderator|chaired by|moderated by|facilitator|compere)\b", re.IGNORECASE)
LED = re.compile(r"\bled by\b")
PANEL = re.compile(r"\b(?:panel|panellists?|panelists?)\b", re.IGNORECASE)
BUDGETS = re.compile(r"\b(?:Budget|Statement|Review|Speech)$")
NAMED_ROLE, BY_VERB, OWNER, ON_PANEL, PRESENT = 0.85, 0.8, 0.75, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in an event, and the stretch that says it."""

    person: Mention
    role: str
    where: Span
    belief: float


def parts_in(article: ParsedArticle, event: Mention, known: Sequence[Fact]) -> Iterator[Part]:
    """Who took part in the event, as the sentence that mentions it and what follows say."""
    paragraph = article.paragraph_at(event)
    span = paragraph.tokens_at(event) if paragraph else None
    if paragraph is None or span is None:
        return
    sentence = sentence_of(paragraph, span[0])
    led = list(_leaders(article, event, sentence))
    if led:
        yield from led
        return
    owner = _owner(article, paragraph, span.start)
    if owner is not None and BUDGETS.search(event.words):
        yield Part(owner, "speaker", sentence, OWNER)
        return
    yield from _by_verb(article, paragraph, span.root, event, sentence)
    yield from _attending(article, paragraph, span.root, sentence)
    yield from _leading(article, paragraph, span.root, sentence)
    if not BUDGETS.search(event.words):
        yield from _mediators(article, event)


def _leaders(article: ParsedArticle, event: Mention, sentence: Span) -> Iterator[Part]:
    """ "a discussion … led by Anna Bell and Peter Marsh"."""
    found = LED.search(article.document.text, event.start, sentence.end)
    if found is None or found.start() > event.end + 3:
        return
    for mention in article.mentions_in(Span(found.end(), sentence.end), Kind.PERSON):
        if mention.form is Form.NAME:
            yield Part(mention, "lead", sentence, NAMED_ROLE)


def _owner(article: ParsedArticle, paragraph: Paragraph, start: int) -> Mention | None:
    """Whose event it is: "the chancellor’s Spring Budget"."""
    doc = paragraph.doc
    if start < 2 or doc[start - 1].text not in ("’s", "'s"):
        return None
    return article.mention_at(paragraph.span_of(doc[start - 2]), Kind.PERSON)


def _by_verb(
    article: ParsedArticle, paragraph: Paragraph, head: Token, event: Mention, sentence: Span
) -> Iterator[Part]:
    """Who speaks "at the summit" or "tells the conference", and who sits beside them."""
    verb = _governing(head)
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None or is_negated(verb) or is_possible_only(verb) or is_passive(verb):
        return
    who = party_at(article, paragraph, subject, Kind.PERSON)
    if who is None:
        return
    if _hosts_only(article, event, who):
        return
    is_panel = event.form is not Form.DESCRIPTION and PANEL.search(sentence_words(article, sentence))
    chain = article.chain_of(event)
    called = chain.name if chain is not None else event.words  # "the panel" of a hearing asks
    role = "panellist" if PANEL.search(called) or is_panel else "speaker"
    yield Part(who, role, sentence, BY_VERB)
    for child in verb.subtree:
        if child.lower_ in ("alongside",) and child.i > verb.i:
            for mention in article.mentions_in(Span(paragraph.span_of(child).end, sentence.end), Kind.PERSON):
                if mention.form is not Form.PRONOUN:
                    yield Part(mention, role, sentence, BY_VERB)


def _hosts_only(article: ParsedArticle, event: Mention, who: Mention) -> bool:
    """ "At a seminar hosted by Anna Bell, she said": a pronoun for whoever stands in the description is too unsure."""
    if who.form is not Form.PRONOUN or who.start < event.end:
        return False
    between = article.mentions_in(Span(event.start, who.start), Kind.PERSON)
    return any(article.same(m, who) for m in between)


def sentence_words(article: ParsedArticle, sentence: Span) -> str:
    """The words that stand there."""
    return article.document.text[sentence.start : sentence.end]


def _governing(token: Token) -> Token | None:
    """The verb of speaking that the event hangs on, by "at", "in" or as its object; not by "after" or "about"."""
    if token.tag_ == "VBG":
        return token
    for _ in range(8):
        if token.lower_ == "of" and token.head.lemma_.lower() in PART_OF_IT:
            token = token.head
        if token.head == token or token.lower_ in NOT_THERE or token.dep_ in ("relcl", "nsubj", "nsubjpass", "poss"):
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token if token.lemma_.lower() in SPEAKING else None
    return None


def _attending(article: ParsedArticle, paragraph: Paragraph, head: Token, sentence: Span) -> Iterator[Part]:
    """ "Anna Bell attended the summit", "a meeting attended by Anna Bell"."""
    verb = head.head
    if head.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in ATTENDING and verb.pos_ == "VERB":
        subject = subject_of(verb) if head.dep_ == "dobj" else None
        who = party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
        if who is not None and not is_negated(verb) and not is_possible_only(verb):
            yield Part(who, "attendee", sentence, BY_VERB)
    taking = _taking_part(head)
    if taking is not None and not is_negated(taking) and not is_possible_only(taking):
        subject = subject_of(taking)
        who = party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
        if who is not None:
            yield Part(who, "attendee", sentence, BY_VERB)
    for child in head.children:
        if child.dep_ == "acl" and child.lemma_ in ATTENDING:
            for agent in governed_by(child, "by"):
                who = party_at(article, paragraph, agent, Kind.PERSON)
                if who is not None:
                    yield Part(who, "attendee", sentence, BY_VERB)


def _taking_part(head: Token) -> Token | None:
    """The verb of "took part in the march"."""
    if head.dep_ != "pobj" or head.head.lower_ != "in":
        return None
    above = head.head.head
    verb = above.head if above.lower_ == "part" else above
    is_taking = verb.lemma_ == "take" and any(c.lower_ == "part" and c.dep_ == "dobj" for c in verb.children)
    return verb if is_taking or verb.lemma_ == "participate" else None


def _leading(article: ParsedArticle, paragraph: Paragraph, head: Token, sentence: Span) -> Iterator[Part]:
    """ "Anna Bell chaired the summit", "Anna Bell, who hosted the conference"."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in LEADING or is_negated(verb) or is_possible_only(verb):
        return
    subject = subject_of(verb)
    who = party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
    if who is not None:
        yield Part(who, "lead", sentence, BY_VERB)


def _mediators(article: ParsedArticle, event: Mention) -> Iterator[Part]:
    """ "Asked by the session’s mediator, Peter Marsh": of the gathering that was named last."""
    text = article.document.text
    for mention in article.mentions_in(Span(event.end, _next_gathering(article, event)), Kind.PERSON):
        before = text[max(0, mention.start - 60) : mention.start]
        found = MEDIATOR.search(before)
        if found is not None and mention.form is Form.NAME and "\n" not in before[found.start() :]:
            yield Part(mention, "mediator", Span(mention.start - len(before) + found.start(), mention.end), OWNER)


def _next_gathering(article: ParsedArticle, event: Mention) -> int:
    """Where the next gathering is named, or the body ends: until there "the session" is this one's. A budget is no session."""
    return min(
        (
            m.start
            for m in article.mentions
            if m.kind is Kind.EVENT and m.start > event.end and not BUDGETS.search(m.words) and m.words != event.words
        ),
        default=article.article.body.end,
    )


def panel_of(
    article: ParsedArticle, events: Sequence[Mention], known: Sequence[Fact]
) -> Iterator[tuple[Mention, Part]]:
    """The speakers of a report on one session: where the article has one gathering and speaks of its panel."""
    sessions = [e for e in events if not BUDGETS.search(e.words)]
    if sessions and sessions[0].form is Form.DESCRIPTION and not PANEL.search(sessions[0].words):
        return  # the panel of a hearing asks
    whole = "\n".join(p.text for p in article.paragraphs)
    if len(sessions) != 1 or not PANEL.search(whole):
        return
    event = sessions[0]
    is_of_all = re.search(r"\b(?:the|our|all) panel\b", whole) is not None
    for fact in known:
        speaker = fact.named_speaker if isinstance(fact, Statement) and fact.text.start >= event.end else None
        if speaker is None or speaker.kind is not Kind.PERSON or article.named(speaker).form is not Form.NAME:
            continue
        first = fact.evidence[0]
        said = article.paragraph_at(speaker)
        near = said.text if said is not None else ""
        role = "panellist" if is_of_all or PANEL.search(near) else "speaker"
        yield event, Part(speaker, role, Span(first.start, first.end), ON_PANEL)


def present(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Part]:
    """ "Anna Bell and Peter Marsh were present."."""
    for token in paragraph.doc:
        if token.lower_ not in ("present", "attendance") or token.sent[0].i == token.i:
            continue
        verb = token.head if token.lower_ == "present" else token.head.head
        if verb.lemma_ != "be" or is_negated(verb):
            continue
        sentence = sentence_of(paragraph, token)
        for mention in article.mentions_in(Span(sentence.start, paragraph.span_of(verb).start), Kind.PERSON):
            if mention.form is not Form.PRONOUN:
                yield Part(mention, "attendee", sentence, PRESENT)
