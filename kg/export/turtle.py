"""graph.ttl: all triples, RDF 1.1 Turtle, grouped and in a fixed order."""

from __future__ import annotations

from itertools import chain

from kg.built import Built
from kg.export._turtle import Writer


def export(built: Built) -> dict[str, bytes]:
    """The graph as one Turtle file."""
    writer = Writer(built.settings.base)
    parts = [
        f"\n# ── {heading} ──\n\n{body}" for heading, body in writer.groups(chain.from_iterable(built.parts.values()))
    ]
    return {"graph.ttl": (writer.head() + "".join(parts)).encode("utf-8")}
