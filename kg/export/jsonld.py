"""graph.jsonld: the same triples as JSON-LD 1.1, nodes, keys and values in a fixed order.

Written by hand: rdflib's writer takes longer than the rest of the export together, and Python's own for indented JSON as long as the rest.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import chain

from rdflib.namespace import RDF, XSD

from kg import ontology as o
from kg.built import Built, Literal
from kg.export._turtle import by_subject

TYPE, BOOLEAN = str(RDF.type), str(XSD.boolean)


def export(built: Built) -> dict[str, bytes]:
    """The graph as one JSON-LD file with its context."""
    about = by_subject(chain.from_iterable(built.parts.values()))
    key_of = {predicate: _short(predicate) for told in about.values() for predicate in told} | {TYPE: "@type"}
    nodes = []
    for iri in sorted(about):
        lines = [f'   "@id": {_words(iri)}']
        for key, predicate in sorted((key_of[predicate], predicate) for predicate in about[iri]):
            values = [_short(str(value)) if predicate == TYPE else _value(value) for value in about[iri][predicate]]
            lines.append(f"   {_words(key)}: {_list(values)}")
        nodes.append("  {\n" + ",\n".join(lines) + "\n  }")
    prefixes = ",\n".join(f"  {_words(prefix)}: {_words(iri)}" for prefix, iri in sorted(o.PREFIXES.items()))
    whole = '{\n "@context": {\n' + prefixes + '\n },\n "@graph": [\n' + ",\n".join(nodes) + "\n ]\n}\n"
    return {"graph.jsonld": whole.encode("utf-8")}


Value = str | bool | dict[str, str]


@cache
def _short(iri: str) -> str:
    """An IRI with its prefix, where it has one."""
    for prefix, namespace in o.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _value(node: str | Literal) -> Value:
    if not isinstance(node, Literal):
        return {"@id": node}
    if node.language:
        return {"@value": node.words, "@language": node.language}
    if node.datatype == BOOLEAN:
        return node.words == "true"
    return {"@value": node.words, "@type": _short(node.datatype)} if node.datatype else node.words


def _list(values: list[Value]) -> str:
    """The values as JSON, in a fixed order and indented; a single one by itself."""
    if len(values) == 1:
        return _indented(values[0], "   ")
    ordered = sorted(values, key=_sorted_keys)
    return "[\n" + ",\n".join(f"    {_indented(value, '    ')}" for value in ordered) + "\n   ]"


def _indented(value: Value, margin: str) -> str:
    if not isinstance(value, dict):
        return _words(value)
    lines = ",\n".join(f'{margin} "{key}": {_words(words)}' for key, words in value.items())
    return f"{{\n{lines}\n{margin}}}"


_words = json.JSONEncoder(ensure_ascii=False).encode
_sorted_keys = json.JSONEncoder(sort_keys=True).encode
