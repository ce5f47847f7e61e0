"""How each kind of node and relation looks, in the page and in Gephi. Colours: Okabe and Ito (2008), safe for colour-blind eyes."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Colour as #rrggbb, a vis-network shape, and what the legend says."""

    colour: str
    shape: str
    legend: str


NODES = {
    "person": Look("#0072b2", "dot", "People"),
    "organisation": Look("#e69f00", "square", "Organisations"),
    "pledge": Look("#009e73", "diamond", "Pledges and other funding"),
    "initiative": Look("#cc79a7", "triangle", "Initiatives"),
    "event": Look("#56b4e9", "hexagon", "Events"),
}

# relation → what the legend says; relations are grouped so that a reader finds them
RELATIONS = {
    "position": "holds a position at",
    "member_of": "member of",
    "pays": "pays",
    "announces": "announces or asks for money",
    "for": "money for",
    "at": "announced at",
    "stance": "stance towards",
    "participation": "took part in",
    "organises": "organises",
    "supports": "supports",
    "criticises": "criticises",
    "responds_to": "responds to",
    "agrees_with": "agrees with",
    "cites": "cites",
    "appoints": "appoints",
    "represents": "represents",
    "located_in": "located in",
    "part_of": "part of",
    "campaigns_against": "campaigns against",
    "ratings_of": "rates",
    "speaks_of": "speaks of",
}


def node_size(mentions: int) -> float:
    """Radius in pixels, by how often somebody is mentioned: the area grows with the number."""
    return round(min(10 + 4 * math.sqrt(max(mentions, 1)), 42), 1)


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of #rrggbb, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
