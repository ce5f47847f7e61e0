"""The built graph: what `graph/` hands to `export/`. The one noun that holds rdflib and networkx objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Landscape, StoryStep
from kg.settings import Settings

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Built:
    """One landscape in its three shapes.

    Attributes:
        graph: all triples, IRIs only.
        parts: the same triples by the name of the graph that they belong to, one per article and one for what is merged.
        story: the steps of the tour over the map, with IRIs.
        network: what is drawn: entities and pledges as nodes, a keyed edge per relation (kg/graph/network.py says which attributes).
    """

    landscape: Landscape
    graph: Graph
    parts: dict[str, list[tuple[Node, Node, Node]]]
    network: nx.MultiDiGraph[str]
    settings: Settings
    story: tuple[StoryStep, ...] = ()
