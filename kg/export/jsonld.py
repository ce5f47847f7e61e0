"""graph.jsonld: the same triples as JSON-LD 1.1, nodes, keys and values in a fixed order.

Written by hand: rdflib's writer takes longer than the rest of the export together.
"""

from __future__ import annotations

import json

from rdflib import Literal
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from kg import ontology as o
from kg.built import Built

Item = dict[str, object]


def export(built: Built) -> dict[str, bytes]:
    """The graph as one JSON-LD file with its context."""
    about: dict[str, dict[str, list[object]]] = {}
    for subject, predicate, value in built.graph:
        told = about.setdefault(str(subject), {})
        if predicate == RDF.type:
            told.setdefault("@type", []).append(_short(value))
        else:
            told.setdefault(_short(predicate), []).append(_value(value))
    nodes: list[Item] = []
    for iri in sorted(about):
        node: Item = {"@id": iri}
        for key in sorted(about[iri]):
            values = sorted(about[iri][key], key=lambda value: json.dumps(value, sort_keys=True))
            node[key] = values if len(values) > 1 else values[0]
        nodes.append(node)
    whole = {"@context": dict(sorted(o.PREFIXES.items())), "@graph": nodes}
    return {"graph.jsonld": (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode("utf-8")}


def _short(node: Node) -> str:
    """An IRI with its prefix, where it has one."""
    for prefix, namespace in o.PREFIXES.items():
        if str(node).startswith(namespace):
            return f"{prefix}:{str(node)[len(namespace) :]}"
    return str(node)


def _value(node: Node) -> object:
    if not isinstance(node, Literal):
        return {"@id": str(node)}
    if node.language:
        return {"@value": str(node), "@language": node.language}
    if node.datatype == XSD.boolean:
        return str(node) == "true"
    return {"@value": str(node), "@type": _short(node.datatype)} if node.datatype else str(node)
