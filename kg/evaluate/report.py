"""Scores as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kg.evaluate.score import Row, Scores


def as_text(scores: Scores, *, per_document: bool = False, errors: bool = False) -> str:
    """The table over all documents; on request one per document, and every error with its sentence."""
    parts = [f"warning: {warning}" for warning in scores.warnings]
    if per_document:
        for name, rows in scores.documents.items():
            parts += [f"── {name}", _table(rows), ""]
    parts.append(_table(scores.rows))
    if errors:
        for kind in scores.rows:
            parts += ["", f"── {kind}"]
            for name, rows in scores.documents.items():
                parts += [f"  missed  {name}  {miss}" for miss in rows[kind].misses]
                parts += [f"  false   {name}  {false}" for false in rows[kind].falses]
    return "\n".join(parts)


def _table(rows: Mapping[str, Row]) -> str:
    width = max(len(kind) for kind in rows)
    lines = [f"{'':{width}}  precision  recall     F1   right  missed  false"]
    for kind, row in rows.items():
        lines.append(
            f"{kind:{width}}  {row.precision:9.3f}  {row.recall:6.3f}  {row.f1:5.3f}  {row.right:6}  {row.missed:6}  {row.false:5}"
        )
    return "\n".join(lines)


def as_json(scores: Scores) -> str:
    """Rows by name, over all documents and per document."""
    whole = {
        "rows": {kind: _plain(row) for kind, row in scores.rows.items()},
        "documents": {
            name: {kind: _plain(row) for kind, row in rows.items()} for name, rows in scores.documents.items()
        },
        "warnings": scores.warnings,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False)


def _plain(row: Row) -> dict[str, float | int]:
    return {
        "precision": round(row.precision, 4),
        "recall": round(row.recall, 4),
        "f1": round(row.f1, 4),
        "right": row.right,
        "missed": row.missed,
        "false": row.false,
    }
