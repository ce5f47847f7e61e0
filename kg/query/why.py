"""What is known of a person, organisation or pledge: each fact with its sentence and article."""

from __future__ import annotations

import difflib
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from kg import ontology as o
from kg.errors import QueryError
from kg.query.ask import load

FROM = URIRef(o.PREFIXES["prov"] + "wasDerivedFrom")
ORGANIZATION = URIRef(o.PREFIXES["org"] + "organization")
SHOWN = (
    (o.TITLE, ""), (ORGANIZATION, "at "), (o.PLACE, "for "), (o.POSITION_STATUS, ""), (o.SURFACE, ""), (o.FUNDING_STATUS, ""),
    (o.PAID_BY_TEXT, "paid by "), (o.RECIPIENT_TEXT, "for "), (o.ANNOUNCED_BY_TEXT, "said by "), (o.PURPOSE, "purpose: "), (o.PERIOD, ""),
    (o.REPORTING_VERB, ""), (SDO.text, ": "), (o.STANCE_VALUE, ""), (o.TOWARDS, "towards "), (o.RELATION_TYPE, ""), (o.OBJECT_TEXT, ""),
    (o.EVENT_ROLE, ""), (o.EVENT, "at "), (o.EVENT_PLACE, "in "), (o.EVENT_DATE, "on "), (o.ORGANISER_TEXT, "held by "),
)  # fmt: skip


def why(directory: str | Path, name: str) -> str:
    """The facts about whoever is called so (name, alias, slug or IRI), as text; several of one name are listed first.

    Raises:
        QueryError: nobody is; the message names the likest.
    """
    graph = load(Path(directory))
    nodes = find(graph, name)
    if not nodes:
        labels = sorted(
            {str(label) for label in graph.objects(None, SKOS.prefLabel | SKOS.altLabel) if not str(label).islower()}
        )
        near = difflib.get_close_matches(name, labels, n=4, cutoff=0.5)
        hint = f" Did you mean: {', '.join(near)}?" if near else ""
        raise QueryError(f"nothing of the name {name!r} in {directory}.{hint}")
    several = [f"{name!r} names {len(nodes)}:", *(f"  {_label(graph, node)}  {node}" for node in nodes)]
    heading = ["\n".join(several)] if len(nodes) > 1 else []
    return "\n\n".join([*heading, *(_dossier(graph, node) for node in nodes)])


def find(graph: Graph, name: str) -> list[URIRef]:
    """The entities and pledges of that IRI, slug, name or alias, whatever the case; in order."""
    if "://" in name:
        return [URIRef(name)] if (URIRef(name), None, None) in graph else []
    wanted = " ".join(name.lower().split())
    found = {
        node
        for term in (SKOS.prefLabel, SKOS.altLabel, RDFS.label)
        for node, label in graph.subject_objects(term)
        if isinstance(node, URIRef) and str(label).lower() in (wanted, f"the {wanted}")
    }
    found |= {
        node
        for node in graph.subjects(RDF.type, None)
        if isinstance(node, URIRef) and str(node).rsplit("/", 1)[-1] == wanted
    }
    kinds = {SDO.Person, URIRef(o.PREFIXES["org"] + "Organization"), o.INITIATIVE, SDO.Event, o.FUNDING}
    return sorted(node for node in found if set(graph.objects(node, RDF.type)) & kinds)


def _dossier(graph: Graph, node: URIRef) -> str:
    label = _label(graph, node)
    aliases = sorted(str(a) for a in graph.objects(node, SKOS.altLabel))
    lines = [label, f"  {node}"]
    if aliases:
        lines.append(f"  also: {' · '.join(aliases)}")
    facts = sorted(
        {fact for fact in graph.subjects(None, node) if (fact, FROM, None) in graph}, key=lambda f: _place(graph, f)
    )
    for fact in facts:
        lines += ["", f"  {_line(graph, fact)}"]
        for evidence in sorted(graph.objects(fact, FROM), key=str):
            lines += [f"      “{_quoted(graph, evidence)}”", f"      {_article(graph, evidence)}"]
    if not facts:
        lines += ["", "  named in the articles; no fact about it was read"]
    return "\n".join(lines)


def _place(graph: Graph, fact: Node) -> tuple[str, str]:
    kind = min((str(k) for k in graph.objects(fact, RDF.type)), default="")
    return (kind, min((str(e) for e in graph.objects(fact, FROM)), default=""))


def _label(graph: Graph, node: Node) -> str:
    for term in (SKOS.prefLabel, RDFS.label):
        label = graph.value(node, term)
        if label is not None:
            return str(label)
    return str(node).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _line(graph: Graph, fact: Node) -> str:
    who = next(
        (
            graph.value(fact, term)
            for term in (o.PERSON, o.SPEAKER, o.HOLDER, o.PARTICIPANT, o.SUBJECT)
            if graph.value(fact, term)
        ),
        None,
    )
    parts = [
        f"{before}{_label(graph, value) if isinstance(value, URIRef) else value}"
        for term, before in SHOWN
        for value in sorted(graph.objects(fact, term), key=str)
    ]
    subject = f"{_label(graph, who)}: " if who is not None else ""
    return f"{subject}{', '.join(parts)}  [belief {graph.value(fact, o.BELIEF)}]"


def _quoted(graph: Graph, evidence: Node) -> str:
    words = next((str(v) for s in graph.objects(evidence, o.OA.hasSelector) for v in graph.objects(s, o.OA.exact)), "")
    return " ".join(words.split())


def _article(graph: Graph, evidence: Node) -> str:
    article = graph.value(evidence, o.IN_ARTICLE)
    document = graph.value(evidence, o.OA.hasSource)
    parts = (
        [graph.value(article, term) for term in (SDO.headline, SDO.publisher, SDO.datePublished)]
        if article is not None
        else []
    )
    return ", ".join([*(str(part) for part in parts if part is not None), str(document).rsplit("/", 1)[-1]])
