"""graph.jsonld: the same triples as JSON-LD 1.1, nodes and keys in a fixed order."""

from __future__ import annotations

import json

from kg import ontology as o
from kg.built import Built


def export(built: Built) -> dict[str, bytes]:
    """The graph as one JSON-LD file with its context."""
    whole = json.loads(built.graph.serialize(format="json-ld", context=dict(o.PREFIXES), auto_compact=True))
    whole["@graph"] = sorted((_ordered(node) for node in whole["@graph"]), key=lambda node: str(node["@id"]))
    return {"graph.jsonld": (json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8")}


def _ordered(node: dict[str, object]) -> dict[str, object]:
    return {
        key: sorted(value, key=lambda v: json.dumps(v, sort_keys=True)) if isinstance(value, list) else value
        for key, value in node.items()
    }
