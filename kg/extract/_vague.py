"""Sums that a text leaves open: "hundreds of millions of pounds", "several million dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract._currencies import currencies

_COUNT = r"(?:tens|dozens|hundreds|thousands|millions|billions|trillions)"
_LARGE = r"(?:hundred|thousand|million|billion|trillion)"
WEIGHED = re.compile(
    r"^ of (?!aid|cash|money|funding|grants?|investment|public|taxpayers|debt|damage|savings|spending)"
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    counted = rf"{_COUNT}(?: of {_COUNT})*[\"”’']? of"
    some = rf"(?:several|a few|many|a couple of) {_LARGE}(?: {_LARGE})?"
    return re.compile(rf"\b(?:{counted}|{some}) (?P<name>{currencies().name})\b", re.IGNORECASE)


def vague_sums(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sum of which only the size is told, and the currency: no weight in pounds."""
    for match in _pattern().finditer(text):
        name = match["name"].lower()
        if name in currencies().scaled or name.removesuffix("s") in currencies().scaled:
            continue
        if not (name.startswith("pound") and WEIGHED.match(text[match.end() :])):
            yield match.start(), match.end()
