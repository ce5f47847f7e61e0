"""Microsoft Recognizers-Text, currency: sums of money in sentences and phrases."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._quantities import score_sums
from kg.evaluate import Row

MEASURES = (
    "sums of money by exact value, and by value and currency, one to one; a unit without a country "
    "(dollar, franc) is any country's of that name; cents and pence are hundredths of theirs; a range is both its ends"
)


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows for value, and for value with unit, over all quantities that have a value."""
    return score_sums(_whole(records), read, lambda quantity: True)


def _whole(records: Sequence[Record]) -> list[Record]:
    """The records with cents and pence counted in their main unit, and without units that stand without a number."""
    whole = []
    for record in records:
        kept = []
        for quantity in record["quantities"]:
            if quantity["value"] is None:
                continue
            value = quantity["value"]
            if quantity["normalized_unit"] in ("Cent", "Pence"):
                value = str(float(value) / 100)
            kept.append(quantity | {"value": value})
        whole.append(record | {"quantities": kept})
    return whole
