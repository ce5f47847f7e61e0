"""What tells that a gathering takes place: when, where, that it is held, that somebody speaks there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import words
from kg.mention.spans import POSSESSIVE
from kg.model import Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

HOLDING = frozenset(["hold", "host", "organise", "organize", "convene", "arrange", "stage"])
CALLING = HOLDING | {"call", "chair", "address", "attend", "open", "join", "schedule", "plan"}
STARTING = frozenset(["open", "begin", "start", "close", "end", "resume", "conclude"])
PLANNED = frozenset(["schedule", "plan", "set", "due", "hold", "expect"])
STRETCHES = frozenset(["day", "week", "round", "hour"])
RELATIVE = frozenset(["which", "that"])
GOING = frozenset(["attend", "join", "address"])
LEADING = frozenset(["chair", "host", "convene"])
TELLING = frozenset(["tell", "address", "brief", "inform"])
SPEAKING = frozenset(
    "say speak announce tell warn argue add insist promise unveil testify reveal claim call urge describe accuse admit deny declare".split()
)
WHERE = frozenset(["in", "at", "outside", "near", "on"])
AMONG = frozenset(["at", "during", "in"])
VENUES = frozenset(
    ["hall", "church", "centre", "center", "hotel", "school", "library", "court", "parliament", "office"]
)
SUCH = frozenset("yesterday today tomorrow tonight".split())
FAR = 8  # tokens from a description to its place
DAY_OR_MONTH = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?|(?:19|20)\d\d"
    r"|(?:next|last|this) (?:week|month|year|spring|summer|autumn|winter)|yesterday|today|tomorrow|tonight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """What the sentence says of a gathering: its day, place and holder; whether it is held, to come, spoken at, chaired, attended."""

    when: Token | None
    where: Token | None
    is_held: bool
    is_ahead: bool
    is_spoken_at: bool
    is_chaired: bool
    is_attended: bool
    holder: Mention | None


def cues(article: ParsedArticle, paragraph: Paragraph, head: Token, end: int) -> Cues:
    """What tells that the gathering takes place.

    Args:
        end: the token after its description.
    """
    verb = _staging_verb(head)
    parts = [*([verb, *_completing(verb)] if verb is not None else []), head, *_about(head)]
    where = next((t for part in parts for t in where_of(article, paragraph, part)), None)
    when = next((t for part in parts[: 1 + parts.index(head)] for t in when_of(part)), None)
    when = when or day_after(paragraph, end)
    if when is None and where is not None and end < where.i < end + FAR:
        when = day_after(paragraph, where.i + 1)
    return Cues(
        when,
        where,
        is_held=verb is not None and (when is not None or where is not None),
        is_ahead=_is_ahead(verb) if verb is not None else _is_promised(head),
        is_spoken_at=_is_spoken_at(article, paragraph, head),
        is_chaired=_is_done_by(article, paragraph, head, LEADING),
        is_attended=_is_done_by(article, paragraph, head, GOING),
        holder=_holder(article, paragraph, head, verb),
    )


def _staging_verb(head: Token) -> Token | None:
    """The verb that says that the gathering is held, opens or takes place: its subject or object is the head."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in STRETCHES:
        head = head.head.head  # "two days of talks begin"
    verb = head.head
    if head.dep_ in ("nsubj", "nsubjpass"):
        return verb if _stages(verb) else None
    if head.dep_ == "dobj" and verb.lemma_ in CALLING:
        return verb
    for child in head.children:
        if child.dep_ == "acl" and child.lemma_ in HOLDING and child.tag_ == "VBN":
            return child
        if child.dep_ == "relcl" and any(
            c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in RELATIVE for c in child.children
        ):
            return child if _stages(child) and child.lemma_ != "be" else None
    return None


def _about(head: Token) -> Iterator[Token]:
    """Whom or what it is for: the place may hang on that, "a reception for nurses at Harrow Hall"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "with"):
            yield from (c for c in child.children if c.dep_ == "pobj" and c.pos_ == "NOUN")


def _completing(verb: Token) -> Iterator[Token]:
    """ "is due to be held", "is scheduled to open": what completes the verb."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "acomp") or (child.dep_ == "prep" and child.lower_ == "due"):
            yield child
            yield from _completing(child)


def _is_ahead(verb: Token) -> bool:
    """Whether it is still to come: "will be held", "is scheduled", "takes place"."""
    helping = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helping & {"will", "’ll", "'ll", "shall", "to"}:
        return True
    if verb.tag_ == "VBN":
        return verb.lemma_ in ("schedule", "plan", "set", "expect") and not helping & {"was", "were", "had"}
    return verb.tag_ in ("VBZ", "VBP") and not helping & {"has", "have"}


def _is_promised(head: Token) -> bool:
    """Whether what is done there is still to come: "will decide at a meeting on Tuesday"."""
    token = head
    for _ in range(6):
        token = token.head
        if token.pos_ == "VERB":
            return bool({c.lower_ for c in token.children if c.dep_ == "aux"} & {"will", "’ll", "'ll", "shall"})
    return False


def _holder(article: ParsedArticle, paragraph: Paragraph, head: Token, verb: Token | None) -> Mention | None:
    """The body that holds it: "the forum will hold a meeting", "the trust's annual meeting"."""
    tokens = [c for c in head.children if c.dep_ == "poss"]
    if verb is not None and head.dep_ == "dobj" and verb.lemma_ in HOLDING | {"call", "convene"}:
        tokens += [c for c in verb.children if c.dep_ == "nsubj"]
    for token in tokens:
        body = article.mention_at(paragraph.span_of(token), Kind.ORGANISATION)
        if body is not None and body.end >= paragraph.span_of(token).end:
            return body
    return None


def _stages(verb: Token) -> bool:
    """ "is held", "takes place", "opens", "is due to open", "is at the hall"."""
    if verb.lemma_ in ("be", "meet") or verb.lemma_ in STARTING:
        return True
    if verb.lemma_ == "take":
        return any(c.lower_ == "place" for c in verb.children)
    return verb.lemma_ in PLANNED and (verb.tag_ == "VBN" or verb.pos_ == "ADJ")


def when_of(part: Token) -> Iterator[Token]:
    """Heads of the days, months and years on which it is: "on Tuesday", "yesterday", "Tuesday's"."""
    for child in part.children:
        if child.dep_ in ("npadvmod", "advmod", "nmod", "poss") and _is_day(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("on", "in", "for", "from", "at", "this"):
            for inner in child.children:
                if inner.dep_ == "pobj" and _is_day(inner):
                    yield inner
                elif inner.dep_ == "pobj":
                    yield from when_of(inner)


def _is_day(token: Token) -> bool:
    if token.lower_ in SUCH:
        return True
    if token.ent_type_ not in ("DATE", "TIME"):
        return False
    return bool(DAY_OR_MONTH.search(token.doc[token.left_edge.i : token.i + 2].text))


def where_of(article: ParsedArticle, paragraph: Paragraph, part: Token) -> Iterator[Token]:
    """Heads of the places in, at or outside which it is, where they are names or buildings."""
    for child in part.children:
        if child.dep_ == "prep" and child.lower_ in WHERE:
            for inner in child.children:
                if inner.dep_ == "pobj" and _is_place(article, paragraph, inner, child):
                    yield inner


def _is_place(article: ParsedArticle, paragraph: Paragraph, token: Token, preposition: Token) -> bool:
    """Whether the token heads a place: a name of one, or a building."""
    where = paragraph.span_of(token)
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "NORP") or token.pos_ == "NUM":
        return False
    if article.mention_at(where, Kind.PLACE) is not None or token.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    if preposition.lower_ == "on" or article.mention_at(where, Kind.PERSON, Kind.INITIATIVE, Kind.EVENT) is not None:
        return False
    if token.pos_ == "PROPN" or token.text[0].isupper():
        return preposition.lower_ != "in" or article.mention_at(where, Kind.ORGANISATION) is None
    return token.lower_ in VENUES or (token.lower_ in words("place_heads") and preposition.lower_ != "in")


def day_after(paragraph: Paragraph, end: int) -> Token | None:
    """The day right after the description, however it was parsed: "a meeting in Harrow on Tuesday"."""
    doc = paragraph.doc
    i = end + (end < len(doc) and doc[end].lower_ in ("on", "in"))
    if i >= len(doc) or not (doc[i].lower_ in SUCH or doc[i].ent_type_ == "DATE"):
        return None
    last = next((j for j in range(i, min(i + 4, len(doc))) if doc[j].ent_type_ != "DATE"), i + 1)
    return doc[i] if doc[i].lower_ in SUCH or DAY_OR_MONTH.search(doc[i:last].text) else None


def _is_spoken_at(article: ParsedArticle, paragraph: Paragraph, head: Token) -> bool:
    """Whether a person tells the gathering something, or says something at it."""
    if head.dep_ in ("dobj", "dative") and head.head.lemma_ in TELLING:
        return _has_speaker(article, paragraph, head.head)
    token = head
    if token.dep_ != "pobj" or token.head.lower_ not in AMONG:
        return False
    for _ in range(5):
        token = token.head
        if token.lower_ in ("after", "before", "ahead", "following"):
            return False
        if token.pos_ == "VERB":
            return token.lemma_ in SPEAKING and _has_speaker(article, paragraph, token)
    return False


def _is_done_by(article: ParsedArticle, paragraph: Paragraph, head: Token, verbs: frozenset[str]) -> bool:
    """Whether a person chairs it, or goes there, by one of the verbs."""
    return head.dep_ == "dobj" and head.head.lemma_ in verbs and _has_speaker(article, paragraph, head.head)


def _has_speaker(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> bool:
    """Whether a person is the verb's subject, its own or that of the clause on which it hangs."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj" and child.lower_ not in ("who", *RELATIVE):
                return _is_person(article, paragraph, child)
        if verb.dep_ not in ("advcl", "conj", "xcomp", "ccomp", "relcl", "acl", "pcomp"):
            return False
        if verb.dep_ in ("relcl", "acl"):
            return _is_person(article, paragraph, verb.head)
        verb = verb.head
    return False


def _is_person(article: ParsedArticle, paragraph: Paragraph, token: Token) -> bool:
    """Whether the token, or what stands in apposition to it, is somebody who is named."""
    both = (token, *(c for c in token.children if c.dep_ == "appos"))
    return any(article.mention_at(paragraph.span_of(t), Kind.PERSON) is not None for t in both)


def time_words(token: Token) -> Tokens:
    """The words of the day: "next Tuesday", "14 April"."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.lower_ in SUCH:
        return doc[start:end]
    while start > token.sent.start and doc[start - 1].ent_type_ == "DATE" and doc[start].ent_iob_ == "I":
        start -= 1
    while end < token.sent.end and doc[end].ent_type_ == "DATE" and doc[end].ent_iob_ == "I":
        end += 1
    if doc[end - 1].text in POSSESSIVE:
        end -= 1
    return doc[start : max(end, token.i + 1)]


def place_words(token: Token) -> Tokens:
    """The words of the place, without the article: "Harrow town hall"."""
    start, end = token.left_edge.i, token.i + 1
    start = max([start, *(t.i + 1 for t in token.doc[start : token.i] if t.is_punct and t.text != "-")])
    if token.doc[start].lower_ in ("the", "a", "an") and start < token.i:
        start += 1
    return token.doc[start:end]
