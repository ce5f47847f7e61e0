"""nodes.csv and edges.csv: Gephi's import columns first (Id, Label; Source, Target, Type, Kind), then the attributes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from kg.built import Built

NODE_FIELDS = (
    "kind",
    "sort",
    "amount",
    "currency",
    "mentions",
    "articles",
    "community",
    "degree",
    "betweenness",
    "x",
    "y",
)
EDGE_FIELDS = ("label", "status", "belief", "published", "facts")
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # a cell that begins so is run by some spreadsheet


def export(built: Built) -> dict[str, bytes]:
    """Both tables, UTF-8 with a byte order mark, so that spreadsheets read the letters right."""
    nodes = (
        (iri, about["label"], *(about[field] for field in NODE_FIELDS)) for iri, about in built.network.nodes(data=True)
    )
    ordered = sorted(built.network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    edges = (
        (source, target, "Directed", about["relation"], about["weight"], *(about[field] for field in EDGE_FIELDS))
        for source, target, _, about in ordered
    )
    return {
        "nodes.csv": _table(("Id", "Label", *NODE_FIELDS), nodes),
        "edges.csv": _table(("Source", "Target", "Type", "Kind", "Weight", *EDGE_FIELDS), edges),
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
