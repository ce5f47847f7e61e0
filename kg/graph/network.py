"""Landscape → the network that is drawn and exported: entities and pledges as nodes, one keyed edge per relation.

Node attributes (all strings or numbers, never None): `label`, `kind` (person, organisation, initiative, event, place, pledge),
`sort` (what sort of organisation, or a pledge's status), `amount` and `currency` (pledges), `mentions` (how often), `articles`,
`x`, `y`, `community` (see layout.py; community -1: stands in no relation), `degree` and `betweenness` (see influence.py).
Edge attributes: `relation`, `label`, `status`, `facts` (ids, comma-separated), `belief`, `weight` (pieces of evidence), `published`
(the earliest article date). The key of an edge is its relation, so that two nodes can stand in several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.graph.influence import set_influence
from kg.graph.layout import place_nodes
from kg.iri import entity_iri, pledge_iri
from kg.model import (
    ArticleKey,
    Document,
    Fact,
    Form,
    FundingStatement,
    Gathering,
    Kind,
    Landscape,
    Mention,
    Participation,
    Party,
    PositionHeld,
    Reading,
    Relation,
    Stance,
    Statement,
    chain_key,
    joined_belief,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    source: str
    target: str
    relation: str
    label: str
    status: str = ""


def build_network(landscape: Landscape, *, base: str) -> nx.MultiDiGraph[str]:
    """The network of a landscape; nodes and edges in a fixed order."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_entities(network, landscape, base)
    pledge_of = _add_pledges(network, landscape, base)
    edges: dict[_Edge, list[tuple[Fact, Reading]]] = {}
    for reading in landscape.readings:
        who = _Identity(landscape, reading, base)
        for fact in reading.facts:
            if isinstance(fact, Gathering):
                _say_which(network, who.node(fact.event), fact)
            pledge = pledge_of.get((reading.document.content_hash, fact.id_in(reading.document.content_hash)), "")
            for edge in _edges(fact, who, pledge):
                if edge.source != edge.target:
                    edges.setdefault(edge, []).append((fact, reading))
    source_of = landscape.source_of
    for edge in sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.label, e.status)):
        _add_edge(network, edge, edges[edge], source_of)
    place_nodes(network)
    set_influence(network)
    return network


def _say_which(network: nx.MultiDiGraph[str], node: str | None, fact: Gathering) -> None:
    """Puts place and day behind a gathering that is only described: "meeting (Harrow, 2024-03-12)"; once, as they are first told."""
    if node is None or fact.event.form is not Form.DESCRIPTION or network.nodes[node]["label"].endswith(")"):
        return
    label = network.nodes[node]["label"]
    place = fact.place.words if fact.place is not None and fact.place.words not in label else None
    told = [part for part in (place, fact.date) if part]
    if told:
        network.nodes[node]["label"] = f"{label} ({', '.join(told)})"


class _Identity:
    """Which node a mention of one document is."""

    def __init__(self, landscape: Landscape, reading: Reading, base: str) -> None:
        self._node: dict[Mention, str] = {}
        for chain in reading.chains:
            index = landscape.entity_of.get(chain_key(reading.document, chain))
            if index is not None:
                iri = entity_iri(base, landscape.entities[index])
                self._node |= dict.fromkeys(chain.mentions, iri)

    def node(self, party: Party | None) -> str | None:
        """The node's IRI; None for free text and for what was not resolved."""
        return self._node.get(party) if isinstance(party, Mention) else None

    def named_in(self, start: int, end: int) -> list[str]:
        """The nodes that are named, not only described, between the offsets; each once, in order."""
        inside = sorted(
            m for m in self._node if start <= m.start and m.end <= end and m.form in (Form.NAME, Form.SHORT)
        )
        return list(dict.fromkeys(self._node[m] for m in inside if m.kind is not Kind.PLACE))


def _add_entities(network: nx.MultiDiGraph[str], landscape: Landscape, base: str) -> None:
    mentioned: dict[int, list[tuple[str, int]]] = {}  # source document, counted mentions
    source_of = landscape.source_of
    for reading in landscape.readings:
        for chain in reading.chains:
            index = landscape.entity_of.get(chain_key(reading.document, chain))
            counted = reading.counted(chain)
            if index is not None and counted:
                here = (reading.document.name, _article_at(reading.document, counted[0]))
                mentioned.setdefault(index, []).append((source_of.get(here, here)[0], len(counted)))
    for index, entity in enumerate(landscape.entities):
        if entity.kind is Kind.PLACE:
            continue
        places = mentioned.get(index, [])
        network.add_node(
            entity_iri(base, entity),
            label=entity.name,
            kind=str(entity.kind),
            sort=entity.sort,
            amount=0,
            currency="",
            mentions=sum(count for _, count in places),
            articles=len({document for document, _ in places}),
        )


def _article_at(document: Document, mention: Mention) -> int:
    """The number of the article in which the mention stands."""
    homes = (
        a.index for a in document.articles if a.body.covers(mention) or (a.headline and a.headline.covers(mention))
    )
    return next(homes, 0)


def _add_pledges(network: nx.MultiDiGraph[str], landscape: Landscape, base: str) -> dict[tuple[str, str], str]:
    """Add a node per pledge; the pledge's node by the statements that speak of it."""
    found = {
        (r.document.content_hash, f.id_in(r.document.content_hash)): f
        for r in landscape.readings
        for f in r.facts
        if isinstance(f, FundingStatement)
    }
    node_of: dict[tuple[str, str], str] = {}
    source_of = landscape.source_of
    for pledge in landscape.pledges:
        statements = [found[key] for key in pledge.statements]
        told = next((s for s in statements if s.amount is not None), statements[0])
        iri = pledge_iri(base, pledge)
        places = [(s.evidence[0].document, s.evidence[0].article) for s in statements]
        network.add_node(
            iri,
            label=told.surface.words if told.amount else "money, sum not given",
            kind="pledge",
            sort=str(told.status),
            amount=told.amount.stated if told.amount else 0,
            currency=told.amount.currency if told.amount else "",
            mentions=len(statements),
            articles=len({source_of.get(place, place)[0] for place in places}),
        )
        node_of |= dict.fromkeys(pledge.statements, iri)
        node_of |= dict.fromkeys(pledge.unsure, iri)
    return node_of


def _add_edge(
    network: nx.MultiDiGraph[str],
    edge: _Edge,
    told: Sequence[tuple[Fact, Reading]],
    source_of: Mapping[ArticleKey, ArticleKey],
) -> None:
    facts = sorted({fact.id_in(reading.document.content_hash) for fact, reading in told})
    dates = sorted(
        article.published
        for fact, reading in told
        for article in reading.document.articles
        if article.index == fact.evidence[0].article and article.published
    )
    network.add_edge(
        edge.source,
        edge.target,
        key=f"{edge.relation}|{edge.label}|{edge.status}",
        relation=edge.relation,
        label=edge.label,
        status=edge.status,
        facts=",".join(facts),
        belief=round(joined_belief((fact for fact, _ in told), source_of), 3),
        weight=float(sum(len(fact.evidence) for fact, _ in told)),
        published=dates[0] if dates else "",
    )


def _edges(fact: Fact, who: _Identity, pledge: str) -> Iterator[_Edge]:
    """The edges that one fact draws; none where an end has no node."""
    for source, target, relation, label, status in _ends(fact, who, pledge):
        if source and target:
            yield _Edge(source, target, relation, label, status)


Ends = tuple[str | None, str | None, str, str, str]


def _ends(fact: Fact, who: _Identity, pledge: str) -> Iterator[Ends]:
    match fact:
        case PositionHeld():
            yield (who.node(fact.person), who.node(fact.organisation), "position", fact.title.words, str(fact.status))
        case FundingStatement():
            yield (who.node(fact.pledger), pledge, "pays", "pays", str(fact.status))
            yield (who.node(fact.announced_by), pledge, "announces", _announces(fact), str(fact.status))
            yield (pledge, who.node(fact.recipient), "for", "for", str(fact.status))
            yield (pledge, who.node(fact.occasion), "at", "announced at", str(fact.status))
        case Stance():
            yield (who.node(fact.holder), who.node(fact.towards), "stance", str(fact.value), "")
        case Participation():
            yield (who.node(fact.person), who.node(fact.event), "participation", fact.role, "")
        case Gathering():
            yield (who.node(fact.organiser), who.node(fact.event), "organises", "organises", "")
        case Relation():
            yield (who.node(fact.subject), who.node(fact.object), fact.relation, fact.relation.replace("_", " "), "")
        case Statement():
            for named in who.named_in(fact.text.start, fact.text.end):
                yield (who.node(fact.speaker), named, "speaks_of", "speaks of", "")
        case _:
            return


def _announces(fact: FundingStatement) -> str:
    return "asks for" if fact.status.is_call else "speaks of" if not fact.status.is_promise else "announces"
