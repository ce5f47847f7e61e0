"""Gatherings that are spoken of again: "the inquiry", "the Harrow summit" after "a summit in Harrow"."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import rows
from kg.model import Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

ANAPHORS = frozenset(["meeting", "gathering", "event", "session", "panel"])  # "the meeting" takes up whatever was held
LINKING = frozenset("a an the in at of on for this last next".split())
UNNAMED = frozenset(["the", "this", "that"])


@cache
def gathering_heads() -> dict[str, str]:
    """Head word → "meets" where any cue suffices, "staged" where it must be held at a time or place."""
    return {row[0]: row[1] for row in rows("gathering_heads")}


def earlier(
    article: ParsedArticle, paragraph: Paragraph, token: Token, found: list[list[Mention]]
) -> list[Mention] | None:
    """The gathering that "the inquiry" takes up: the last one of that head word, or for "the meeting" the last of all."""
    if token.tag_ != "NN" or token.dep_ == "compound" or token.lower_ not in gathering_heads():
        return None
    lefts = [t for t in token.lefts if t.dep_ != "punct"]
    if not lefts or lefts[0].lower_ not in UNNAMED or len(lefts) > 2:
        return None
    at = paragraph.span_of(token).start
    before = [g for g in found if min(m.start for m in g) < at and not _is_budget(g)]
    same = [g for g in before if any(re.search(rf"\b{token.lower_}\b", m.words.lower()) for m in g)]
    if len(lefts) > 1:  # "the packed meeting": of what was called by the same word, if at all
        return same[-1] if same and not _differs(lefts[1], same[-1]) else None
    if same:
        return same[-1]
    return before[-1] if before and token.lower_ in ANAPHORS else None


def called_alike(one: str, other: str) -> bool:
    """Whether two descriptions, each with its place, are of the same telling words: "a summit in Harrow" and "the Harrow summit"."""
    first, second = (frozenset(words.lower().split()) - LINKING for words in (one, other))
    return first == second and len(first) > 1


def _differs(word: Token, group: list[Mention]) -> bool:
    """Whether the word before the head says that another is meant: "the previous meeting", "the board meeting"."""
    return word.dep_ != "amod" and word.lower_ not in group[0].words.lower()


def _is_budget(group: list[Mention]) -> bool:
    return group[0].words.endswith(("Budget", "Statement", "Review", "Speech"))
