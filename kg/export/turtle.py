"""graph.ttl: all triples, RDF 1.1 Turtle, grouped and in a fixed order."""

from __future__ import annotations

from kg.built import Built
from kg.export._turtle import grouped, prefixes


def export(built: Built) -> dict[str, bytes]:
    """The graph as one Turtle file."""
    parts = [prefixes(), *(f"\n# ── {heading} ──\n\n{body}" for heading, body in grouped(built.graph))]
    return {"graph.ttl": "".join(parts).encode("utf-8")}
