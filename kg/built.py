"""The built graph: what `graph/` hands to `export/`. The one noun that holds networkx objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.model import Landscape, StoryStep
from kg.settings import Settings

if TYPE_CHECKING:
    import networkx as nx


class Literal(NamedTuple):
    """A value of the RDF graph that is no thing: words, a number, a date.

    Attributes:
        words: as RDF writes it. datatype: the IRI of its type, "" for plain words. language: of the words, "" where it is not told.
    """

    words: str
    datatype: str = ""
    language: str = ""


Triple = tuple[
    str, str, str | Literal
]  # subject, predicate, value; IRIs are plain strings, which Python compares fastest


@dataclass(frozen=True, slots=True)
class Built:
    """One landscape in its three shapes.

    Attributes:
        parts: all triples, IRIs only, by the name of the graph that they belong to: one per article and one for what is merged. One triple
            may stand in several, or twice in one.
        story: the steps of the tour over the map, with IRIs.
        network: what is drawn: entities and pledges as nodes, a keyed edge per relation (kg/graph/network.py says which attributes).
    """

    landscape: Landscape
    parts: dict[str, list[Triple]]
    network: nx.MultiDiGraph[str]
    settings: Settings
    story: tuple[StoryStep, ...] = ()
