"""Gatherings that the text describes without naming them: "a meeting in Harrow", "a panel hosted by the Trust".

They come after the chains, so that nothing else is read differently for them: each is a chain of its own, unnamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import words
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

HELD = frozenset(["hold", "host", "organise", "organize", "convene", "arrange", "call", "chair"])
OPENING = frozenset(["inaugurate"])
WHERE = frozenset(["in", "at", "of", "to"])
LONGEST = 14  # tokens of a description


def find_gatherings(article: ParsedArticle) -> ParsedArticle:
    """The article with its described gatherings, each in a chain that is not named."""
    found: list[Mention] = []
    for paragraph in article.paragraphs:
        if paragraph.sort == "headline" and not paragraph.text.lower().startswith("minutes"):
            continue
        for token in paragraph.doc:
            mention = _described(article, paragraph, token)
            if mention is not None and not any(m.span.overlaps(mention) for m in found):
                found.append(mention)
    if not found:
        return article
    chains = [Chain(Kind.EVENT, m.words, (m,), is_named=False) for m in found]
    return replace(
        article,
        mentions=tuple(sorted([*article.mentions, *found])),
        chains=tuple(sorted([*article.chains, *chains], key=lambda c: (c.mentions[0].start, c.kind, c.name))),
    )


def _described(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    """The gathering whose head word the token is, if something tells where, when or by whom it was held."""
    if token.tag_ == "VBG" and token.lemma_ in OPENING:
        end = _opened(token)
        return _mention(paragraph, token.i, end) if end else None
    if token.tag_ != "NN" or token.lower_ not in words("gathering_heads") or token.dep_ in ("compound", "nmod"):
        return None
    where = paragraph.span_of(token)
    if article.mention_at(where, Kind.EVENT, Kind.ORGANISATION, Kind.INITIATIVE) is not None:
        return None
    ends = list(_anchors(article, paragraph, token))
    if not ends:
        return None
    start = min([t.i for t in token.lefts if t.dep_ in ("compound", "amod", "nmod")] or [token.i])
    end = max(ends)
    return _mention(paragraph, start, end) if end - start <= LONGEST else None


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
        elif child.dep_ == "acl" and child.lemma_ in HELD:
            for inner in child.subtree:
                if inner.i > child.i and (_is_name(article, paragraph, inner) or inner.ent_type_ == "DATE"):
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
