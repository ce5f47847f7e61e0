"""graph.trig: the same triples, one named graph per article and one for what is merged."""

from __future__ import annotations

from kg.built import Built
from kg.export._turtle import Writer


def export(built: Built) -> dict[str, bytes]:
    """The parts as one TriG file, in the order of their names."""
    writer = Writer(built.settings.base)
    parts = [writer.head()]
    for name, triples in sorted(built.parts.items()):
        body = "\n".join(f"    {line}" if line else "" for line in writer.body(triples).splitlines())
        parts.append(f"\n{writer.term(name)} {{\n{body}\n}}\n")
    return {"graph.trig": "".join(parts).encode("utf-8")}
