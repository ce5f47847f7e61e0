"""Gatherings that the text describes without naming them: "a meeting in Harrow", "a public meeting on Tuesday", "told the hearing".

They come after the chains, so that nothing else is read differently for them. One that is spoken of again ("the inquiry") joins the
chain of the first; a chain in which nothing is a name is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mention._gathering_again import called_alike, earlier, gathering_heads
from kg.mention._gathering_cues import HOLDING, STARTING, Cues, cues, place_words, time_words
from kg.mention.spans import is_capital
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle, Staging
from kg.tokens import Token

HELD = HOLDING | {"call", "chair"}
OPENING = frozenset(["inaugurate"])
WHERE = frozenset(["in", "at", "of", "to"])
SUBJECT = frozenset(["on", "about", "for", "into", "with", "of", "between"])  # "a hearing on dam safety"
LONGEST = 14  # tokens of a description
WIDEST = 6  # tokens of it before the head
NO_GATHERING = frozenset(["no", "any", "every", "each", "such", "what"])
OFTEN = frozenset(["regular", "daily", "weekly", "monthly", "future", "possible", "constitutional", "internal"])
TO_THE_PRESS = frozenset(["news", "press", "video", "telephone", "media", "phone", "tv", "radio", "television"])
PRIVATE = frozenset(["civil", "wedding", "marriage", "award", "awards", "prize", "medal", "closing"])
DAYS_OUT = frozenset(["open", "fun", "grievance", "training", "information", "awareness", "action", "consultation"])
MANY = frozenset(["events", "talks"])  # the only heads that may be several
CALLED_BY_BODY = frozenset(["conference", "congress", "convention", "summit", "rally", "hustings", "seminar"])
BUILDING = frozenset(
    "build rebuild destroy damage demolish gut buy sell rent lease convert".split()
)  # a workshop's walls
LASTING = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half)[- ](?:day|hour|week)\b", re.IGNORECASE
)
MINUTES = re.compile(r"^minutes of (?:the |a )?(?P<what>[A-Z].{4,90}?\d{4})\b", re.IGNORECASE)


def find_gatherings(article: ParsedArticle) -> ParsedArticle:
    """The article with its described gatherings, each with what takes it up again in one chain that is not named."""
    named = [c for c in article.chains if c.kind is Kind.EVENT]
    found: list[list[Mention]] = [list(c.mentions) for c in named]
    for paragraph in article.paragraphs:
        if paragraph.sort == "headline" and not paragraph.text.lower().startswith("minutes"):
            continue
        minuted = _minuted(article, paragraph)
        if minuted is not None:
            found.append([minuted])
        for token in paragraph.doc:
            if any(m.span.overlaps(paragraph.span_of(token)) for group in found for m in group):
                continue
            again = earlier(article, paragraph, token, found)
            mention = _described(article, paragraph, token, is_known=again is not None)
            if mention is None:
                continue
            if again is None:
                called = _placed(article, mention)
                again = next((group for group in found if called_alike(_placed(article, group[0]), called)), None)
            if again is not None:
                again.append(mention)
            else:
                found.append([mention])
    return _with(article, named, found)


def _with(article: ParsedArticle, named: list[Chain], found: list[list[Mention]]) -> ParsedArticle:
    """The article with these chains of events instead of its own."""
    chains = [
        replace(known, mentions=tuple(sorted(group))) for known, group in zip(named, found[: len(named)], strict=True)
    ] + [Chain(Kind.EVENT, g[0].words, tuple(g), is_named=False) for g in found[len(named) :]]
    others = [c for c in article.chains if c.kind is not Kind.EVENT]
    stagings = [s for m in sorted(m for g in found for m in g) if (s := _staging(article, m)) is not None]
    mentions = {*article.mentions, *(m for group in found for m in group)}
    return replace(
        article,
        mentions=tuple(sorted(mentions)),
        chains=tuple(sorted([*others, *chains], key=lambda c: (c.mentions[0].start, c.kind, c.name))),
        stagings=tuple(stagings),
    )


def _placed(article: ParsedArticle, event: Mention) -> str:
    """The words of the description, then those of its place where they stand outside it."""
    staging = _staging(article, event)
    where = staging.where if staging is not None else None
    return f"{event.words} {where.words}" if where is not None else event.words


def _staging(article: ParsedArticle, event: Mention) -> Staging | None:
    """When, where and by whom the sentence of the mention says that it is held."""
    paragraph = article.paragraph_at(event)
    span = paragraph.tokens_at(event) if paragraph is not None else None
    if paragraph is None or span is None:
        return None
    told = cues(article, paragraph, span.root, span.end)
    when = paragraph.span_of(time_words(told.when)) if told.when is not None else None
    where = paragraph.span_of(place_words(told.where)) if told.where is not None else None
    if when is None and where is None and told.holder is None:
        return None
    return Staging(
        event,
        article.phrase(when.start, when.end) if when is not None else None,
        told.is_ahead,
        article.phrase(where.start, where.end) if where is not None else None,
        told.holder,
    )


def _minuted(article: ParsedArticle, paragraph: Paragraph) -> Mention | None:
    """The meeting whose minutes these are: "Minutes of the Scrutiny Committee, 22 October 2025"."""
    found = MINUTES.match(paragraph.text)
    if found is None or re.search(r"\b(?:meeting|held)\b", found["what"]):
        return None
    where = Span(paragraph.start + found.start("what"), paragraph.start + found.end("what"))
    body = article.mention_at(Span(where.start, where.start + 1), Kind.ORGANISATION)
    return Mention(where.start, where.end, found["what"], Kind.EVENT, Form.DESCRIPTION) if body is not None else None


def _described(article: ParsedArticle, paragraph: Paragraph, token: Token, *, is_known: bool) -> Mention | None:
    """The gathering whose head word the token is, if something tells where, when or by whom it was held, or who spoke there."""
    if token.tag_ == "VBG" and token.lemma_ in OPENING:
        end = _opened(token)
        return _mention(paragraph, token.i, end) if end else None
    if not _is_head(article, paragraph, token):
        return None
    ends = list(_anchors(article, paragraph, token))
    start = _start(token)
    if ends and max(ends) - start <= LONGEST and gathering_heads()[token.lower_] == "meets":
        return _mention(paragraph, start, max(ends))
    if is_known:
        return _mention(paragraph, start, token.i + 1)
    end = _subject_end(token)
    return _mention(paragraph, start, end) if _is_one(token, cues(article, paragraph, token, end)) else None


def _is_one(head: Token, told: Cues) -> bool:
    """Whether what is told makes it a gathering that was, or will be, there to go to."""
    is_set = told.when is not None or told.where is not None
    before = {t.lower_ for t in head.lefts}
    is_called = any(t.pos_ == "PROPN" and t.dep_ in ("compound", "amod", "nmod") for t in head.lefts)
    if gathering_heads()[head.lower_] == "heard":
        is_open = told.where is not None or bool(before & {"public", "planning"})
        return told.is_spoken_at or (told.is_held and is_open)
    if told.is_attended and (is_set or is_called):
        return True
    if gathering_heads()[head.lower_] == "staged":
        is_there = told.when is not None and told.where is not None
        return told.is_held or is_there or _lasts(head) or (told.is_spoken_at and (is_set or is_called))
    is_theirs = head.lower_ in CALLED_BY_BODY and (told.holder is not None or is_called)
    is_yearly = "annual" in before and head.head.lower_ in ("at", "to")
    return is_set or is_theirs or is_yearly or told.is_spoken_at or told.is_chaired or _lasts(head)


def _lasts(head: Token) -> bool:
    """ "the two-day summit", "a six-hour hearing"."""
    return bool(LASTING.search(head.doc[head.left_edge.i : head.i].text))


def _is_head(article: ParsedArticle, paragraph: Paragraph, token: Token) -> bool:
    """Whether the token is a head word that means one gathering, not meetings in general, and is not part of a name."""
    if token.lower_ not in gathering_heads() or token.dep_ in ("compound", "nmod") or token.text.isupper():
        return False
    if token.tag_ != ("NNS" if token.lower_ in MANY else "NN"):
        return False
    before = {t.lower_ for t in token.lefts}
    if before & (NO_GATHERING | OFTEN | TO_THE_PRESS | PRIVATE):
        return False
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in BUILDING:
        return False
    if token.lower_ == "panel" and token.dep_ == "nsubj" and token.head.lemma_ not in STARTING | {"be", "meet"}:
        return False  # "the panel heard": people who judge
    if token.lower_ == "day" and not before & DAYS_OUT:
        return False
    where = paragraph.span_of(token)
    return article.mention_at(where, Kind.EVENT, Kind.ORGANISATION, Kind.INITIATIVE) is None


def _is_attribute(token: Token) -> bool:
    """Whether a word in "-ing" says which: "a steering meeting", not "are holding talks"."""
    return token.tag_ == "VBG" and token.dep_ in ("amod", "compound")


def _start(head: Token) -> int:
    """Where the description begins, the article and whose it is left out: "annual meeting", "drop-in events"."""
    doc, first = head.doc, head.i
    while first > max(head.sent.start, head.i - WIDEST):
        before = doc[first - 1]
        is_hyphened = "-" in (before.text, doc[first].text) or (first > 1 and doc[first - 2].text == "-")
        is_day = before.ent_type_ in ("DATE", "TIME") and is_capital(before) and not before.is_sent_start
        is_joined = before.lower_ == "and" and doc[first - 2].pos_ == "NOUN"  # "a question and answer session"
        if is_day or not (is_hyphened or is_joined or before.pos_ in ("ADJ", "NOUN", "PROPN") or _is_attribute(before)):
            break
        first -= 1
    return first


def _subject_end(head: Token) -> int:
    """The end of the description with what it is on: "a hearing on dam safety"."""
    doc = head.doc
    prep = next((c for c in head.children if c.dep_ == "prep" and c.i == head.i + 1 and c.lower_ in SUBJECT), None)
    if prep is None:
        return head.i + 1
    end = prep.right_edge.i + 1
    cut = next(
        (
            t.i
            for t in doc[prep.i : end]
            if (t.is_punct and t.text != "-") or t.dep_ in ("relcl", "acl") or t.tag_ == "WDT"
        ),
        end,
    )
    is_when = any(t.ent_type_ in ("DATE", "TIME") for t in doc[prep.i : cut])
    return cut if cut - head.i <= LONGEST - 3 and cut > prep.i + 1 and not is_when else head.i + 1


def _opened(verb: Token) -> int | None:
    """The end of what is opened: "inaugurating a hospice"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return thing.i + 1 if thing is not None else None


def _anchors(article: ParsedArticle, paragraph: Paragraph, head: Token) -> Iterator[int]:
    """Token ends of what tells where, when or by whom: only what is a name or a date counts."""
    held = _held(paragraph, head)
    if held is not None:
        yield held
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "prep" and child.lower_ in WHERE:
            for inner in child.children:
                if inner.dep_ == "pobj" and _is_name(article, paragraph, inner):
                    yield _end(article, paragraph, inner)
        elif child.dep_ == "acl" and child.lemma_ in HELD and child.tag_ != "VBG":
            for inner in child.subtree:
                is_part = inner.dep_ in ("compound", "nmod", "amod") and inner.head.i > inner.i
                if (
                    inner.i > child.i
                    and not is_part
                    and (_is_name(article, paragraph, inner) or inner.ent_type_ == "DATE")
                ):
                    yield _end(article, paragraph, inner)


def _held(paragraph: Paragraph, head: Token) -> int | None:
    """The end of "held on 12 September 2017" right after the head, however the line was parsed."""
    doc = paragraph.doc
    i = head.i + 1
    if i >= len(doc) or doc[i].lemma_ not in HELD or doc[i].tag_ not in ("VBN", "VBD"):
        return None
    dates = [t.i for t in doc[i + 1 : i + 7] if t.ent_type_ == "DATE" and any(c.isdigit() for c in t.text)]
    return dates[-1] + 1 if dates else None


def _is_name(article: ParsedArticle, paragraph: Paragraph, token: Token) -> bool:
    where = paragraph.span_of(token)
    return token.pos_ == "PROPN" and (
        article.mention_at(where, Kind.PLACE, Kind.ORGANISATION) is not None
        or token.ent_type_ in ("GPE", "LOC", "FAC", "ORG")
    )


def _end(article: ParsedArticle, paragraph: Paragraph, token: Token) -> int:
    """The token's end, or that of the name or date in which it stands."""
    mention = article.mention_at(paragraph.span_of(token), Kind.PLACE, Kind.ORGANISATION)
    span = paragraph.tokens_at(mention) if mention is not None else None
    end = span.end if span is not None else token.i + 1
    while end < len(token.doc) and token.doc[end].ent_type_ == token.ent_type_ and token.doc[end].ent_iob_ == "I":
        end += 1
    return end


def _mention(paragraph: Paragraph, start: int, end: int) -> Mention:
    span = paragraph.doc[start:end]
    where = Span(paragraph.start + span.start_char, paragraph.start + span.end_char)
    return Mention(where.start, where.end, span.text, Kind.EVENT, Form.DESCRIPTION)
