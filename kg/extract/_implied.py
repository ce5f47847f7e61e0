"""Sums that a text states by another: "match it pound for pound", "five times that", "the rest is a grant"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract._amounts import Sum
from kg.extract._worth import SMALL, value_of

MATCHED = re.compile(
    r"\bmatch(?:es|ed|ing)?\b(?: \w+){0,3} (?:pound|euro|dollar) for (?:pound|euro|dollar)\b", re.IGNORECASE
)
EQUAL = re.compile(r"\ban equal (?:amount|sum)\b", re.IGNORECASE)
TIMES = re.compile(
    rf"\b(?:(?P<count>\d+|{'|'.join(SMALL)}) times|(?P<twice>twice|double)) (?:that|this)(?: (?:sum|amount|figure|much))?(?= |[.,;:])",
    re.IGNORECASE,
)
REST = re.compile(
    r"\b(?:the rest|the remainder|the balance)(?= (?:is|was|will|would|comes?|came|coming|being|has been|to come|from)\b[^.;]*\b(?:grants?|loans?|lent|from|funded|met|paid)\b)",
    re.IGNORECASE,
)


def implied_sums(text: str, own: Sequence[Sum], earlier: Sequence[Sum]) -> list[Sum]:
    """The implied sums of a paragraph.

    Args:
        text: the paragraph.
        own: the sums that it states, in order.
        earlier: those of the paragraphs before it, in order.
    """
    if not own and not earlier:
        return []
    found = []
    for match in (*MATCHED.finditer(text), *EQUAL.finditer(text)):
        if (last := _last_before(match.start(), own, earlier)) is not None:
            found.append(_times(last, Decimal(1), match))
    for match in TIMES.finditer(text):
        count = Decimal(2) if match["twice"] else value_of(match["count"])
        if count and (last := _last_before(match.start(), own, earlier)) is not None:
            found.append(_times(last, count, match))
    for match in REST.finditer(text):
        if (rest := _remainder(match.start(), own, earlier)) is not None:
            found.append(replace(rest, start=match.start(), end=match.end()))
    return found


def _last_before(at: int, own: Sequence[Sum], earlier: Sequence[Sum]) -> Sum | None:
    before = [item for item in own if item.end <= at] or list(earlier)
    return before[-1] if before and before[-1].amount.stated >= 1000 else None


def _times(item: Sum, count: Decimal, match: re.Match[str]) -> Sum:
    value = item.value * count
    amount = replace(item.amount, stated=int(value), low=int(value), high=int(value), is_per_year=False)
    return Sum(match.start(), match.end(), amount, value, value)


def _remainder(at: int, own: Sequence[Sum], earlier: Sequence[Sum]) -> Sum | None:
    """The largest earlier sum less the parts that this paragraph names; None where that does not come out."""
    parts = [item for item in own if item.end <= at]
    wholes = [item for item in earlier if parts and item.amount.currency == parts[0].amount.currency]
    if not parts or not wholes:
        return None
    whole = max(wholes[-4:], key=lambda item: item.value)
    rest = whole.value - sum(item.value for item in parts)
    if rest <= 0 or any(item.amount.currency != whole.amount.currency for item in parts):
        return None
    amount = replace(whole.amount, stated=int(rest), low=int(rest), high=int(rest), is_per_year=False)
    return Sum(at, at, amount, rest, rest)
