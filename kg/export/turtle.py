"""graph.ttl: all triples, RDF 1.1 Turtle, grouped and in a fixed order; graph.trig: in one named graph per article and one for the rest."""

from __future__ import annotations

from itertools import chain

from kg.built import Built
from kg.export._turtle import Writer


def export(built: Built) -> dict[str, bytes]:
    """The graph as one Turtle file, and its parts, in the order of their names, as one TriG file."""
    writer = Writer(built.settings.base)  # of both files: each term, and nearly each paragraph, stands in both
    groups = writer.groups(chain.from_iterable(built.parts.values()))
    turtle = [writer.head(), *(f"\n# ── {heading} ──\n\n{body}" for heading, body in groups)]
    trig = [writer.head()]
    for name, triples in sorted(built.parts.items()):
        body = "\n".join(f"    {line}" if line else "" for line in writer.body(triples).splitlines())
        trig.append(f"\n{writer.term(name)} {{\n{body}\n}}\n")
    return {"graph.ttl": "".join(turtle).encode("utf-8"), "graph.trig": "".join(trig).encode("utf-8")}
