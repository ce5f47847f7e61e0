"""NewsQuant: quantities in news sentences; here its sums of money."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._quantities import score_sums, unit_names
from kg.evaluate import Row

MEASURES = (
    "sums of money by exact value, and by value and currency, one to one; a quantity counts if its unit is a currency; "
    "a unit without a country (dollar) is any country's of that name; a range is both its ends"
)


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows for value, and for value with unit."""
    names = {name for forms in unit_names().values() for name in forms} | {"pound sterling"}

    def is_sum(quantity: Record) -> bool:
        unit = str(quantity["normalized_unit"]).lower()
        return unit.split(" per ")[0] in names

    return score_sums(records, read, is_sum)
