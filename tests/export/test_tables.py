"""nodes.csv and edges.csv: names stay names in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from kg.built import Built
from kg.export import tables
from tests.export import hostile as bad


def test_no_spreadsheet_runs_a_name(hostile: Built) -> None:
    for name, content in tables.export(hostile).items():
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len(rows) > 1, name
        for cell in (cell for row in rows for cell in row):
            assert not re.match(r"\s*[=+@]|-\D|[\t\r\n]", cell), cell
    labels = [row[1] for row in csv.reader(io.StringIO(tables.export(hostile)["nodes.csv"].decode("utf-8-sig")))]
    assert f"'{bad.FORMULA}" in labels
    assert bad.EMOJI in labels
