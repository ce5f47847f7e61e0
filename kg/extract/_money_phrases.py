"""Nouns around a sum; those who get money and are not named: "rural schools", "a small number of clinics", as free text."""

from __future__ import annotations

import re

from kg.extract._money_place import Place, noun_class, verb_class
from kg.lexicon import words
from kg.model import Phrase
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

COUNTING = frozenset("number group range handful series list dozen majority".split())
INTENTS = frozenset("plan commitment promise pledge decision offer proposal intention deal".split())
LONGEST = 9  # words of a free-text recipient


def phrase_of(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Phrase | None:
    """The noun phrase around a token, up to nine words, without clauses after it."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    last = token
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in") and child.i == token.i + 1:
            is_when = any(c.ent_type_ == "DATE" for c in child.children)
            last = last if is_when else child.right_edge
    return phrase_between(article, paragraph, token.left_edge, last)


def phrase_between(article: ParsedArticle, paragraph: Paragraph, first: Token, last: Token) -> Phrase | None:
    """The words from one token to another, up to nine, without what only leads to them or hangs over at the end."""
    doc = first.doc
    start, end = first.i, last.i + 1
    while start < end and (
        doc[start].pos_ in ("DET", "PUNCT", "PRON", "PART", "CCONJ") and doc[start].lower_ not in ("a", "an")
    ):
        start += 1
    end = min(end, start + LONGEST)
    cut = next((i for i in range(start + 1, end) if doc[i].text in (",", ";", "(", "–", "—")), end)
    end = cut
    while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ in ("ADP", "CCONJ", "DET")):
        end -= 1
    if start >= end:
        return None
    span = doc[start:end]
    said = span.text.rstrip('”"»')  # a closing mark that the parse left on the last word
    base = paragraph.start + span.start_char
    return article.phrase(base, base + len(said)) if said else None


def can_be_given(token: Token) -> bool:
    """Whether a noun means somebody or something that gets money: people, bodies, a project, an acronym."""
    lemma = token.lemma_.lower()
    if lemma in COUNTING:  # "a small number of clinics"
        return any(
            can_be_given(c) for of in token.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"
        )
    if any(lemma in words(name) for name in ("recipient_heads", "role_heads", "organisation_heads")):
        return True
    if noun_class(token) == "project":
        return True
    return token.pos_ in ("PROPN", "NOUN") and bool(re.fullmatch(r"[A-Z]{2,}s?", token.text))


def is_money_noun(token: Token, place: Place) -> bool:
    """Whether a token is the noun for money that the sum measures: "a grant of £5m"."""
    return token in place.nouns and noun_class(token) == "money"


def is_sum(token: Token, place: Place) -> bool:
    """Whether a token is the sum, or the noun that it measures."""
    return token == place.root or token in place.nouns


def verb_over(noun: Token) -> Token | None:
    """The verb that governs a noun of intent: "has a plan to …", "rowed back on a commitment to …"."""
    if noun.lemma_.lower() not in INTENTS:
        return None
    token = noun
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            is_intent = verb_class(token) in ("promise", "hold", "decide") or token.lemma_ in ("row", "scrap", "make")
            return token if is_intent else None
    return None
