"""What people think of an initiative, where their own words about it say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.extract import Example
from kg.lexicon import rows
from kg.model import Fact, Kind, Mention, Stance, StanceValue, Statement
from kg.parsed import ParsedArticle

NAME = "stance"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Stance,)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example(
        "Anna Bell, who chairs the board, said she opposed the Better Ageing Plan because it was unworkable.",
        ("Anna Bell | Better Ageing Plan | critical",),
    ),
    Example("Anna Bell said the Better Ageing Plan would be published on Monday.", ()),
)

NEGATION = re.compile(
    r"\b(?:not|n’t|n't|never|no|nor|neither|without|hardly|isn’t|don’t|doesn’t|wasn’t|didn’t|won’t|can’t)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(r"\bnot (?:opposed|against|convinced|persuaded)\b.*\b(?:not|but)\b", re.IGNORECASE)
CLEAR = 2.0  # summed strength from which words say what somebody thinks


@lru_cache(maxsize=1)
def _polarity() -> tuple[tuple[re.Pattern[str], float], ...]:
    found = []
    for word, sign, strength in sorted((row[0], row[1], row[2]) for row in rows("polarity")):
        found.append(
            (re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), float(strength) * (1 if sign == "+" else -1))
        )
    return tuple(found)


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One stance per person and initiative, over all their statements that name it."""
    said: dict[tuple[int, int], tuple[Mention, Mention, list[Statement]]] = {}
    for fact in known:
        if not isinstance(fact, Statement) or fact.speaker.kind is not Kind.PERSON:
            continue
        for initiative in _about(article, fact):
            chain, holder = article.chain_of(initiative), article.chain_of(fact.speaker)
            if chain is None or holder is None:
                continue
            key = (id(holder), id(chain))
            said.setdefault(key, (fact.speaker, initiative, []))[2].append(fact)
    found: list[Fact] = []
    for holder_mention, initiative, statements in said.values():
        stance = _stance(article, holder_mention, initiative, statements)
        if stance is not None:
            found.append(stance)
    return found


def _about(article: ParsedArticle, fact: Statement) -> list[Mention]:
    """The initiatives that the words name."""
    return article.mentions_in(fact.text, Kind.INITIATIVE)


def _stance(article: ParsedArticle, holder: Mention, initiative: Mention, statements: list[Statement]) -> Stance | None:
    plus, minus = 0.0, 0.0
    best: tuple[float, Statement] | None = None
    for statement in statements:
        words = statement.text.words + (" " + statement.verb.words if statement.verb else "")
        up, down = _weigh(words)
        plus, minus = plus + up, minus + down
        if best is None or up + down > best[0]:
            best = (up + down, statement)
    if best is None or plus + minus < CLEAR:
        return None
    if plus >= CLEAR and minus >= CLEAR and 0.5 <= plus / minus <= 2:
        value = StanceValue.MIXED
    else:
        value = StanceValue.SUPPORTIVE if plus > minus else StanceValue.CRITICAL
    if any(HEDGE.search(s.text.words) for s in statements):
        value = StanceValue.MIXED
    margin = abs(plus - minus) / (plus + minus)
    pieces = tuple(dict.fromkeys((best[1].evidence[0], *(s.evidence[0] for s in statements))))
    return Stance(evidence=pieces, belief=round(0.5 + 0.3 * margin, 2), holder=holder, towards=initiative, value=value)


def _weigh(words: str) -> tuple[float, float]:
    """(praise, blame) of some words; a negation within four words before turns a word round, at half its strength."""
    plus, minus = 0.0, 0.0
    for pattern, strength in _polarity():
        for match in pattern.finditer(words):
            before = " ".join(words[: match.start()].split()[-4:])
            value = -strength / 2 if NEGATION.search(before) else strength
            plus, minus = (plus + value, minus) if value > 0 else (plus, minus - value)
    return plus, minus
