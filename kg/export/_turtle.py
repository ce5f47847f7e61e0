"""Turtle in groups that a person can read: one prefix list, then what belongs together under a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO, SKOS
from rdflib.term import Node

from kg import ontology as o

GROUPS: tuple[tuple[str, tuple[URIRef, ...]], ...] = (
    ("People", (SDO.Person,)),
    ("Organisations", (URIRef(o.PREFIXES["org"] + "Organization"),)),
    ("Initiatives, events, places", (o.INITIATIVE, SDO.Event, SDO.Place)),
    ("Positions", (o.POSITION_HELD,)),
    ("Money: one node per sum", (o.FUNDING,)),
    ("Money: what each article says of it", (o.FUNDING_STATEMENT, SDO.MonetaryAmount)),
    ("Statements", (o.STATEMENT,)),
    ("Stance, relations, events", (o.STANCE, o.RELATION, o.EVENT_REPORT, o.PARTICIPATION)),
    ("Figures", (o.FIGURE,)),
    ("Articles", (SDO.NewsArticle,)),
    ("Evidence", (o.OA.SpecificResource, o.OA.TextPositionSelector, o.OA.TextQuoteSelector)),
    ("Judgements", (o.JUDGEMENT,)),
    ("Lists", (SKOS.ConceptScheme, SKOS.Concept)),
)


def prefixes() -> str:
    """The prefix list."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(o.PREFIXES.items()))


def grouped(graph: Iterable[tuple[Node, Node, Node]]) -> Iterator[tuple[str, str]]:
    """(heading, Turtle without prefixes) of every group that has something; what fits no group comes last."""
    triples = sorted(graph)
    kinds: dict[Node, set[Node]] = {}
    for subject, predicate, value in triples:
        if predicate == RDF.type:
            kinds.setdefault(subject, set()).add(value)
    group_of: dict[Node, int] = {}
    for subject, types in kinds.items():
        found = [number for number, (_, classes) in enumerate(GROUPS) if types & set(classes)]
        group_of[subject] = found[0] if found else len(GROUPS)
    parts: list[list[tuple[Node, Node, Node]]] = [[] for _ in range(len(GROUPS) + 1)]
    for triple in triples:
        parts[group_of.get(triple[0], len(GROUPS))].append(triple)
    headings = [heading for heading, _ in GROUPS] + ["Other"]
    for heading, part in zip(headings, parts, strict=True):
        if part:
            yield heading, body_of(part)


def body_of(triples: Iterable[tuple[Node, Node, Node]]) -> str:
    """Turtle of some triples without its prefix list."""
    graph = Graph()
    for prefix, namespace in o.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    for triple in triples:
        graph.add(triple)
    whole = graph.serialize(format="turtle")
    lines = whole.splitlines()
    first = next((n for n, line in enumerate(lines) if line and not line.startswith("@prefix")), len(lines))
    stray = [
        line for line in lines[:first] if line.startswith("@prefix") and line.split()[1].rstrip(":") not in o.PREFIXES
    ]
    return "\n".join([*stray, *lines[first:]]).strip() + "\n"
