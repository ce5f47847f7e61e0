"""graph.trig: the same triples, one named graph per article and one for what is merged."""

from __future__ import annotations

from rdflib import URIRef

from kg.built import Built
from kg.export._turtle import Writer


def export(built: Built) -> dict[str, bytes]:
    """The dataset as one TriG file, graphs in the order of their names."""
    writer = Writer(built.settings.base)
    parts = [writer.head()]
    for graph in sorted(built.dataset.graphs(), key=lambda g: str(g.identifier)):
        if len(graph) and isinstance(graph.identifier, URIRef):
            body = "\n".join(f"    {line}" if line else "" for line in writer.body(graph).splitlines())
            parts.append(f"\n{writer.term(graph.identifier)} {{\n{body}\n}}\n")
    return {"graph.trig": "".join(parts).encode("utf-8")}
