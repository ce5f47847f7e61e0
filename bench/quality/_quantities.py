"""Sums of money against annotated quantities, by value and currency, one to one: shared by the sets that annotate them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from bench.quality import Read, Record
from kg.evaluate import Row
from kg.extract._amounts import Sum, dollar_of, sums_in
from kg.lexicon import rows

Ends = tuple[Decimal, Decimal]


def unit_names() -> dict[str, frozenset[str]]:
    """Each currency's ISO code with its names, and with the last word of each ("dollar", "franc")."""
    named = {}
    for code, _, words in rows("currencies"):
        names = [word.rstrip("*") for word in words.split("|")]
        named[code] = frozenset([*names, *(name.split()[-1] for name in names)])
    return named


def score_sums(records: Sequence[Record], read: Read, is_scored: Callable[[Record], bool]) -> dict[str, Row]:
    """Rows for value, and for value with unit.

    Args:
        is_scored: whether a quantity of a record counts; those that do not are neither right nor missed.
    """
    units = unit_names()
    table = {"value": Row(), "value and unit": Row()}
    for record in records:
        article, _ = read(record["text"])
        found = sums_in(article.document.text, dollar_of(article.document.text))
        wanted = [q for q in record["quantities"] if is_scored(q)]
        for name, row in table.items():
            _count(row, wanted, found, record, units if name == "value and unit" else None)
    return table


def _count(
    row: Row, wanted: list[Record], found: list[Sum], record: Record, units: dict[str, frozenset[str]] | None
) -> None:
    left = list(found)
    for quantity in wanted:
        hits = _hits(quantity, left, units)
        if hits:
            row.right += 1
            left = [item for item in left if item not in hits]
        else:
            row.missed += 1
            row.misses.append(
                f"{record['id']}  {quantity['value']} {quantity['normalized_unit']} ← {record['text'][:160]}"
            )
    row.false += len(left)
    row.falses += [f"{record['id']}  {record['text'][s.start : s.end]} ← {record['text'][:160]}" for s in left]


def _hits(quantity: Record, found: list[Sum], units: dict[str, frozenset[str]] | None) -> list[Sum]:
    """The sum that is the quantity, or the two sums that are the ends of its range; none where it was not found."""
    ends = _ends(quantity["value"])
    if ends is None:
        return []
    fitting = [item for item in found if units is None or _same_unit(quantity, item, units)]
    for item in fitting:
        if (item.value, item.high) == ends:
            return [item]
    if ends[0] != ends[1]:
        low = next((item for item in fitting if item.value == item.high == ends[0]), None)
        high = next((item for item in fitting if item.value == item.high == ends[1]), None)
        return [low, high] if low is not None and high is not None else []
    return []


def _ends(value: object) -> Ends | None:
    """ "36040.0-34935.0" → both ends."""
    parts = re.findall(r"\d+(?:\.\d+)?", str(value))
    try:
        numbers = [Decimal(part) for part in parts]
    except InvalidOperation:
        return None
    return (numbers[0], numbers[-1]) if numbers else None


def _same_unit(quantity: Record, item: Sum, units: dict[str, frozenset[str]]) -> bool:
    """The same currency; a unit without a country ("dollar", "franc") is any country's of that name."""
    if quantity.get("iso"):
        return bool(quantity["iso"] == item.amount.currency)
    unit = re.sub(r"\s+per\s.*", "", str(quantity["normalized_unit"]).lower())
    unit = {"cent": "dollar", "pence": "pound"}.get(unit, unit)
    is_known = any(unit in names for names in units.values())
    return (unit if is_known else unit.split()[-1]) in units.get(item.amount.currency, frozenset())
