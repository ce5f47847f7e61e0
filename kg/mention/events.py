"""Named gatherings and budgets: "the Harrow summit on ageing", "Health+Care", "the Spring Budget"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import words
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Doc, Token

BUDGET = re.compile(
    r"\b(?:(?:Spring|Autumn|Summer|Emergency|Winter) (?:Budget|Statement)|(?:\d{4} )?(?:Spending Review|Queen’s Speech|King’s Speech))\b"
)
SHOWN = frozenset("agricultural county country royal sheep cattle dairy horse motor air boat flower trade game".split())
NUMBERED = re.compile(r"\bCOP ?\d\d\b")
PLUS_NAME = re.compile(r"\b[A-Z]\w+\+[A-Z]\w+\b")
YEARED = re.compile(r"\b[A-Z]{3,6} (?:19|20)\d\d\b")
NOTICE = re.compile(
    r"^(A (?:discussion|debate|meeting|talk|seminar|workshop) (?:about|on) .{10,140}?)(?=\s(?:led|chaired) by| with |\.|$)"
)


def find_events(article: ParsedArticle) -> ParsedArticle:
    """The article with the events that it names; bodies and places inside them stay, those that are them give way."""
    found: list[Mention] = []
    for paragraph in article.paragraphs:
        found += _by_pattern(paragraph)
        found += _by_head(article, paragraph)
    kept: list[Mention] = []
    for mention in sorted(set(found), key=lambda m: (m.start - m.end, m.start, m.form)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    others = [
        m
        for m in article.mentions
        if not any(e.start <= m.start and m.end <= e.end and m.kind is not Kind.PERSON and _is_all(m, e) for e in kept)
    ]
    return replace(article, mentions=tuple(sorted([*others, *kept])))


def _is_all(mention: Mention, event: Mention) -> bool:
    """Whether the other mention is nearly the whole event's name, so that it cannot be a body in it."""
    return (mention.end - mention.start) > 0.6 * (event.end - event.start)


def _mention(paragraph: Paragraph, start: int, end: int) -> Mention:
    return Mention(paragraph.start + start, paragraph.start + end, paragraph.text[start:end], Kind.EVENT, Form.NAME)


def _by_pattern(paragraph: Paragraph) -> Iterator[Mention]:
    text = paragraph.text
    for pattern in (BUDGET, PLUS_NAME, NUMBERED):
        for match in pattern.finditer(text):
            yield _mention(paragraph, match.start(), match.end())
    for match in re.finditer(r"(?<=[’'’]s )Budget\b|(?<=the )Budget\b(?! [a-z]*(?:statement|speech))", text):
        yield Mention(
            paragraph.start + match.start(), paragraph.start + match.end(), match.group(), Kind.EVENT, Form.SHORT
        )
    for match in YEARED.finditer(text):
        # "HFX 2016": a year's conference, where a post or a meeting hangs on it
        if (
            text[match.end() :]
            .lstrip()
            .lower()
            .startswith(("president", "conference", "chair", "delegates", "panel", ")"))
        ):
            yield _mention(paragraph, match.start(), match.end())
    notice = NOTICE.match(text)
    if notice is not None:
        yield _mention(paragraph, notice.start(1), notice.end(1))


def _is_somebodys(article: ParsedArticle, paragraph: Paragraph, start: int, head: int) -> bool:
    """ "Bell's rally", "a Bell-Marsh summit": called by who is there, which is no name."""
    before = paragraph.doc[max(0, start - 1) : head]
    where = Span(paragraph.span_of(paragraph.doc[start]).start, paragraph.span_of(paragraph.doc[head - 1]).end)
    person = article.mention_at(where, Kind.PERSON)
    owns = person is not None and (" " in person.words or before[-1].text in POSSESSIVE)
    return owns or any(t.text == "-" for t in before)


def _is_fair(doc: Doc, show: Token) -> bool:
    """ "the Harrow County Show", "the Northern Sheep Show": nothing broadcast."""
    return show.i > 0 and show.text == "Show" and doc[show.i - 1].lower_ in SHOWN


def _after_day(doc: Doc, start: int, head: int) -> int:
    """Where the name begins after "Monday's", "next July's"."""
    owners = [i for i in range(start, head) if doc[i].text in POSSESSIVE and doc[i - 1].ent_type_ in ("DATE", "TIME")]
    return owners[-1] + 1 if owners else start


def _by_head(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Mention]:
    """A name before "summit", "conference" …, with what it is on: "the Harrow Fund summit on ageing"."""
    doc = paragraph.doc
    for token in doc:
        if token.lower_ not in words("event_heads") or (token.lower_ == "show" and not _is_fair(doc, token)):
            continue
        start = token.i
        while start > 0 and (
            is_capital(doc[start - 1])
            or doc[start - 1].text in POSSESSIVE
            or doc[start - 1].lower_ in ("annual", "national", "party")
        ):
            start -= 1
        while start < token.i and (
            doc[start].lower_ in ("the", "a", "an", "at", "in", "speaking", "this") or doc[start].text in POSSESSIVE
        ):
            start += 1
        start = _after_day(doc, start, token.i)
        named = [t for t in doc[start : token.i] if is_capital(t)]
        if not named or token.pos_ not in ("NOUN", "PROPN") or _is_somebodys(article, paragraph, start, token.i):
            continue
        if token.text == "Congress" or (
            token.lower_ == "convention" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "on"
        ):
            continue  # a body; a treaty
        if token.i + 1 < len(doc) and (doc[token.i + 1].pos_ == "NOUN" or is_capital(doc[token.i + 1])):
            continue
        end = token.i + 1
        if (
            end + 1 < len(doc)
            and doc[end].lower_ == "on"
            and is_capital(doc[end + 1])
            and doc[end + 1].ent_type_ != "DATE"
        ):
            end += 2
            while end < len(doc) and is_capital(doc[end]):
                end += 1
        yield _mention(paragraph, doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))
