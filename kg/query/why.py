"""What is known of a person, organisation or pledge: each fact with its sentence and article."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote

from rdflib import Graph, URIRef
from rdflib.namespace import ORG, PROV, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from kg import ontology as o
from kg.errors import QueryError
from kg.query.ask import load

KINDS = (SDO.Person, ORG.Organization, o.INITIATIVE, SDO.Event, o.FUNDING)
SENTENCE_END = re.compile(r"[.!?][”’\"')]*(?=\s)|\n")
Tell = Callable[..., str]  # the first of some properties that the fact has, as words; "" if it has none


def why(directory: str | Path, name: str) -> str:
    """The facts about whoever is called so (name, alias, slug or IRI), as text; several of one name are listed first.

    Raises:
        QueryError: nobody is; the message names the likest.
    """
    graph = load(Path(directory))
    nodes = find(graph, name)
    if not nodes:
        labels = {str(label) for label in graph.objects(None, SKOS.prefLabel | SKOS.altLabel)}
        near = difflib.get_close_matches(
            name, sorted(label for label in labels if not label.islower()), n=4, cutoff=0.5
        )
        hint = f" Did you mean: {', '.join(near)}?" if near else ""
        raise QueryError(f"nothing of the name {name!r} in {directory}.{hint}")
    several = [f"{name!r} names {len(nodes)}:", *(f"  {_label(graph, node)}  {node}" for node in nodes)]
    heading = ["\n".join(several)] if len(nodes) > 1 else []
    return "\n\n".join([*heading, *(_dossier(graph, node, Path(directory) / "articles") for node in nodes)])


def find(graph: Graph, name: str) -> list[URIRef]:
    """The entities and pledges of that IRI, slug, name or alias, whatever the case; in order."""
    if "://" in name:
        return [URIRef(name)] if (URIRef(name), None, None) in graph else []
    wanted = _plain(name)
    found: list[URIRef] = []
    for node in {node for kind in KINDS for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)}:
        labels = {
            _plain(str(label))
            for term in (SKOS.prefLabel, SKOS.altLabel, RDFS.label)
            for label in graph.objects(node, term)
        }
        if wanted in labels or str(node).rsplit("/", 1)[-1] == wanted:
            found.append(node)
    return sorted(found)


def _plain(name: str) -> str:
    return " ".join(name.lower().split()).removeprefix("the ")


def _judged(graph: Graph, node: URIRef) -> list[str]:
    """By which judgements it is one over several articles, and what else may be it; each reason once."""
    lines: dict[str, None] = {}
    for judgement in sorted(graph.subjects(o.CONCERNS, node), key=str):
        verdict, reason, by = (str(graph.value(judgement, term)) for term in (o.VERDICT, o.WHY, o.JUDGED_BY))
        others = sorted(_label(graph, other) for other in graph.objects(judgement, o.CONCERNS) if other != node)
        whom = f"{verdict} as {' and '.join(others)}" if others else "joined"
        lines[f"  {whom.replace('different as', 'different from')}: {reason} [{by}]"] = None
    return sorted(lines)


def _dossier(graph: Graph, node: URIRef, articles: Path) -> str:
    lines = [_label(graph, node), f"  {node}"]
    aliases = sorted(str(alias) for alias in graph.objects(node, SKOS.altLabel))
    if aliases:
        lines.append(f"  also: {' · '.join(aliases)}")
    lines += _judged(graph, node)
    facts = {fact for fact in graph.subjects(None, node) if (fact, PROV.wasDerivedFrom, None) in graph}
    for fact in sorted(facts, key=lambda fact: _order(graph, fact)):
        unsure = "perhaps: " if (fact, o.MAY_BE_PART_OF, node) in graph else ""
        lines += ["", f"  {unsure}{_line(graph, fact)}  [belief {graph.value(fact, o.BELIEF)}{_learnt(graph, fact)}]"]
        for evidence in sorted(graph.objects(fact, PROV.wasDerivedFrom), key=str):
            lines += [f"      > {_sentence(graph, evidence, articles)}", f"      {_article(graph, evidence)}"]
    if not facts:
        lines += ["", "  named in the articles; no fact about it was read"]
    return "\n".join(lines)


def _learnt(graph: Graph, fact: Node) -> str:
    """That no rule but learnt weights decided, so that the belief is their probability; "" where a rule did."""
    return ", by learnt weights" if str(graph.value(fact, o.FOUND_BY)).endswith("learnt") else ""


def _order(graph: Graph, fact: Node) -> tuple[str, str]:
    """By kind, then by where it is said."""
    kind = min((str(kind) for kind in graph.objects(fact, RDF.type)), default="")
    places = (
        re.sub(r"\d+", lambda number: number.group().zfill(9), str(e)) for e in graph.objects(fact, PROV.wasDerivedFrom)
    )
    return (kind, min(places, default=""))


def _label(graph: Graph, node: Node) -> str:
    for term in (SKOS.prefLabel, RDFS.label):
        label = graph.value(node, term)
        if label is not None:
            return str(label)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(node).rsplit("#", 1)[-1].rsplit("/", 1)[-1]).lower()


def _line(graph: Graph, fact: Node) -> str:
    """The fact in one line."""

    def tell(*terms: URIRef, before: str = "") -> str:
        for term in terms:
            value = graph.value(fact, term)
            if value is not None:
                return before + (_label(graph, value) if isinstance(value, URIRef) else str(value))
        return ""

    for kind in graph.objects(fact, RDF.type):
        if kind in LINES:
            return LINES[kind](tell)
    return _label(graph, fact)


def _joined(head: str, parts: Sequence[str]) -> str:
    rest = ", ".join(part for part in parts if part)
    return f"{head}: {rest}" if rest else head


def _money(tell: Tell) -> str:
    recipient, purpose = tell(o.RECIPIENT, o.RECIPIENT_TEXT), tell(o.PURPOSE)
    parts = (
        tell(o.FUNDING_STATUS),
        tell(o.PAID_BY, o.PAID_BY_TEXT, before="paid by "),
        tell(o.ANNOUNCED_BY, o.ANNOUNCED_BY_TEXT, before="said by "),
        "" if not recipient or recipient in purpose else f"for {recipient}",
        purpose,
        tell(o.PERIOD),
        tell(o.OCCASION, o.OCCASION_TEXT, before="on the occasion of "),
    )
    return _joined(tell(o.SURFACE), parts)


LINES: dict[Node, Callable[[Tell], str]] = {
    o.POSITION_HELD: lambda tell: _joined(
        tell(o.PERSON), (tell(o.TITLE), tell(ORG.organization), tell(o.PLACE, before="for "), tell(o.POSITION_STATUS))
    ),
    o.FUNDING_STATEMENT: _money,
    o.STATEMENT: lambda tell: f"{tell(o.SPEAKER, o.SPEAKER_TEXT)} {tell(o.REPORTING_VERB) or 'says'}: {tell(SDO.text)}",
    o.STANCE: lambda tell: _joined(tell(o.HOLDER), (tell(o.STANCE_VALUE), tell(o.TOWARDS, before="towards "))),
    o.EVENT_REPORT: lambda tell: _joined(
        tell(o.EVENT), (tell(o.EVENT_DATE), tell(o.EVENT_PLACE), tell(o.ORGANISER, o.ORGANISER_TEXT, before="held by "))
    ),
    o.PARTICIPATION: lambda tell: _joined(tell(o.PARTICIPANT), (f"{tell(o.EVENT_ROLE)} at {tell(o.EVENT)}",)),
    o.RELATION: lambda tell: f"{tell(o.SUBJECT)} {tell(o.RELATION_TYPE)} {tell(o.OBJECT, o.OBJECT_TEXT)}",
    o.FIGURE: lambda tell: _joined(tell(o.SURFACE), (tell(o.MEASURES),)),
}


def _sentence(graph: Graph, evidence: Node, articles: Path) -> str:
    """The sentences of the saved text in which the words stand; the words alone if the text is not there."""
    selectors = list(graph.objects(evidence, o.OA.hasSelector))
    exact, first, last = (
        next((str(value) for selector in selectors for value in graph.objects(selector, term)), "")
        for term in (o.OA.exact, o.OA.start, o.OA.end)
    )
    file = articles / f"{_document(graph, evidence)}.txt"
    if not file.is_file():
        return " ".join(exact.split())
    text, start = file.read_bytes().decode("utf-8"), int(first)
    end = start + len(text[start : int(last)].rstrip())
    earliest = max(0, start - 600)
    begin = max((found.end() for found in SENTENCE_END.finditer(text, earliest, start)), default=earliest)
    stop = SENTENCE_END.search(text, max(start, end - 1))
    return " ".join(text[begin : stop.end() if stop else len(text)].split())


def _document(graph: Graph, evidence: Node) -> str:
    return unquote(str(graph.value(evidence, o.OA.hasSource)).rsplit("/", 1)[-1])


def _article(graph: Graph, evidence: Node) -> str:
    article = graph.value(evidence, o.IN_ARTICLE)
    told = (
        [graph.value(article, term) for term in (SDO.headline, SDO.publisher, SDO.datePublished)]
        if article is not None
        else []
    )
    place = graph.value(evidence, o.LOCATOR)
    return ", ".join([str(part) for part in (*told, _document(graph, evidence), place) if part is not None])
