"""How each kind of node and relation looks, in the page and in Gephi. Colours: after Okabe and Ito (2008), safe for colour-blind eyes."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node looks: colours as #rrggbb, a vis-network shape, what the legend says, and the word for one of them."""

    colour: str
    dark: str
    shape: str
    legend: str
    one: str


@dataclass(frozen=True, slots=True)
class Line:
    """How a relation looks: colour on a light and on a dark ground, dotted or not, and what the legend says."""

    legend: str
    colour: str
    dark: str
    dotted: bool = False


NODES = {
    "person": Look("#0072b2", "#4aa3e0", "dot", "People", "person"),
    "organisation": Look("#e69f00", "#e8ac2e", "square", "Organisations", "organisation"),
    "pledge": Look("#009e73", "#22b98c", "diamond", "Pledges and other funding", "pledge or other funding"),
    "initiative": Look("#cc79a7", "#dd93bb", "triangle", "Initiatives", "initiative"),
    "event": Look("#56b4e9", "#8fd2f7", "hexagon", "Events", "event"),
}

OFFICE = ("#75808a", "#8d99a4")
MONEY = ("#007a59", "#2fc296")
EVENT = ("#3283b4", "#6fc0ee")
FOR = ("#0f5fa8", "#6aa9ff")
AGAINST = ("#c04a00", "#ff8f52")
WORDS = ("#8f8577", "#a89f91")
STANCE = ("#8a5a9e", "#c79add")

# relations are grouped so that a reader finds them; those of one group share a colour. The page draws a stance as what it says
RELATIONS = {
    "position": Line("holds a position at", *OFFICE),
    "member_of": Line("member of", *OFFICE),
    "part_of": Line("part of", *OFFICE),
    "represents": Line("represents", *OFFICE),
    "appoints": Line("appoints", *OFFICE),
    "located_in": Line("located in", *OFFICE),
    "pays": Line("pays", *MONEY),
    "announces": Line("announces or asks for money", *MONEY),
    "for": Line("money for", *MONEY),
    "at": Line("announced at", *MONEY),
    "participation": Line("took part in", *EVENT),
    "organises": Line("organises", *EVENT),
    "stance": Line("stance towards", *STANCE),
    "stance-supportive": Line("supportive of", *FOR),
    "stance-critical": Line("critical of", *AGAINST),
    "stance-mixed": Line("in two minds about", *STANCE),
    "stance-neutral": Line("neutral on", *STANCE),
    "supports": Line("supports", *FOR),
    "agrees_with": Line("agrees with", *FOR),
    "criticises": Line("criticises", *AGAINST),
    "campaigns_against": Line("campaigns against", *AGAINST),
    "responds_to": Line("responds to", *WORDS),
    "cites": Line("cites", *WORDS),
    "ratings_of": Line("rates", *WORDS),
    "speaks_of": Line("speaks of", *WORDS, dotted=True),
}


def node_size(mentions: int) -> float:
    """Radius in pixels, by how often somebody is mentioned: the area grows with the number."""
    return round(min(12 + 4.5 * math.sqrt(max(mentions, 1)), 44), 1)


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of #rrggbb, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
