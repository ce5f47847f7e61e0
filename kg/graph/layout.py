"""Where the nodes of a network stand: neighbours near, communities apart, no label on another, separate parts close together.

The weightiest nodes, the core, are laid out with care: each connected part by forces, and the parts packed around the largest.
Every other node stands beside its weightiest neighbour; what stands in no relation stands in rows below. Only elementwise
operations and sums over the first axis are used, and positions are rounded in every round: the same graph gives the same
coordinates on any machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import heappop, heappush

import networkx as nx
import numpy as np

from kg.graph._forces import LABEL, SPACING, Place, lay_out
from kg.graph._packing import ASPECT, pack

CORE_NODES = (
    1500  # drawn at first, at most: more cannot be told apart on a screen, nor moved smoothly without a graphics card
)
CORE_LINES = 4500  # between them, at most
SEED = 7
ASIDE = frozenset(("speaks_of",))  # relations too many and too weak to place nodes by
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: points on a spiral that turns by it never line up


def place_nodes(network: nx.MultiDiGraph[str]) -> None:
    """Set `x`, `y` (whole pixels, y grows downwards) and `community` (0 is the largest, -1 none) on every node.

    The network itself gets `core` (the nodes that a page draws at first) and `ranked` (all nodes, the weightiest first).
    """
    nodes = list(network)
    simple = _simplified(network, nodes)
    ranked = _ranked(network, nodes, simple)
    core = _core(simple, ranked)
    tied = simple.subgraph([n for n in core if simple.degree(n)])
    community_of = {n: number for number, members in enumerate(_communities(tied)) for n in members}
    where = _core_places(simple, sorted(tied), community_of)
    _place_beside(simple, ranked, where, community_of)
    lowest = max((y for _, y in where.values()), default=0.0)
    middle = (min((x for x, _ in where.values()), default=0.0) + max((x for x, _ in where.values()), default=0.0)) / 2
    where |= _rows([n for n in simple if n not in where], top=lowest + 2 * LABEL[1], middle=middle)
    for number, node in enumerate(nodes):
        x, y = where[number]
        network.nodes[node].update(x=round(x), y=round(y), community=community_of.get(number, -1))
    network.graph.update(core=tuple(nodes[n] for n in core), ranked=tuple(nodes[n] for n in ranked))


def _simplified(network: nx.MultiDiGraph[str], nodes: Sequence[str]) -> nx.Graph[int]:
    """The network without directions, parallels and what stands aside; nodes are numbers: hashes of IRIs change from run to run."""
    index = {node: number for number, node in enumerate(nodes)}
    weights: dict[tuple[int, int], float] = {}
    for source, target, about in network.edges(data=True):
        if about.get("relation") not in ASIDE:
            pair = min(index[source], index[target]), max(index[source], index[target])
            weights[pair] = weights.get(pair, 0.0) + about["weight"]
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(nodes)))
    simple.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    return simple


def _ranked(network: nx.MultiDiGraph[str], nodes: Sequence[str], simple: nx.Graph[int]) -> list[int]:
    """The nodes, those with most neighbours first, then those that are named most."""
    mentions = [network.nodes[node].get("mentions", 0) for node in nodes]
    return sorted(range(len(nodes)), key=lambda n: (-simple.degree(n), -mentions[n], n))


def _core(simple: nx.Graph[int], ranked: Sequence[int]) -> list[int]:
    """The nodes that are drawn at first: grown from the weightiest along relations, always by the weightiest, up to both limits."""
    rank = {node: number for number, node in enumerate(ranked)}
    core: dict[int, None] = {}
    lines = 0
    seeds = iter(ranked)
    fringe: list[int] = []  # a heap of ranks
    while len(core) < min(CORE_NODES, len(ranked)):
        node = ranked[heappop(fringe)] if fringe else next(seeds)
        if node in core:
            continue
        lines += sum(other in core for other in simple.adj[node])
        if lines > CORE_LINES:
            break
        core[node] = None
        for other in simple.adj[node]:
            heappush(fringe, rank[other])
    return list(core)


def _communities(graph: nx.Graph[int]) -> list[list[int]]:
    """Groups of nodes, largest first (Louvain, Blondel et al. 2008)."""
    if not graph:
        return []
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(sorted(graph.edges(data="weight")))
    found = [sorted(members) for members in nx.community.louvain_communities(ordered, weight="weight", seed=SEED)]
    return sorted(found, key=lambda members: (-len(members), members[0]))


def _core_places(simple: nx.Graph[int], tied: Sequence[int], community_of: dict[int, int]) -> dict[int, Place]:
    """Positions of the core's nodes that stand in a relation."""
    core = simple.subgraph(tied)
    parts = sorted((sorted(part) for part in nx.connected_components(core)), key=lambda p: (-len(p), p[0]))
    laid_out = []
    known: dict[
        tuple[object, ...], list[Place]
    ] = {}  # a network has many pairs, triangles and stars: each shape is laid out once
    for part in parts:
        at = {node: row for row, node in enumerate(part)}
        edges = sorted((at[min(edge)], at[max(edge)]) for edge in core.subgraph(part).edges)
        number = {name: count for count, name in enumerate(sorted({community_of[n] for n in part}))}
        groups = [number[community_of[n]] for n in part]
        shape = (*edges, *groups)
        if shape not in known:
            points = lay_out(np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(groups, dtype=np.int64))
            known[shape] = [(float(x), float(y)) for x, y in points]
        laid_out.append(dict(zip(part, known[shape], strict=True)))
    return pack(laid_out, sorted((min(edge), max(edge)) for edge in core.edges))


def _place_beside(
    simple: nx.Graph[int], ranked: Sequence[int], where: dict[int, Place], community_of: dict[int, int]
) -> None:
    """Place every other node that some way joins to the core on a spiral around its weightiest neighbour; it is of that one's community."""
    rank = {node: number for number, node in enumerate(ranked)}
    beside: dict[int, int] = {}
    wave = [node for node in ranked if node in where]
    while wave:
        found: dict[int, int] = {}  # node → its weightiest neighbour that stands already
        for anchor in wave:
            for node in simple.adj[anchor]:
                if node not in where:
                    found.setdefault(node, anchor)
        wave = sorted(found, key=rank.__getitem__)
        for node in wave:
            anchor = found[node]
            number = beside[anchor] = beside.get(anchor, 0) + 1
            far = SPACING * math.sqrt(number + 1)
            x, y = where[anchor]
            where[node] = (round(x + far * math.cos(number * TURN), 3), round(y + far * math.sin(number * TURN), 3))
            community_of[node] = community_of[anchor]


def _rows(nodes: Sequence[int], top: float, middle: float) -> dict[int, Place]:
    """Nodes without relations, in centred rows as wide as a screen."""
    per_row = max(6, math.ceil(math.sqrt(len(nodes) * ASPECT * 2)))
    wide, high = LABEL[0] * 1.3, LABEL[1] * 1.2
    return {
        node: (middle + (number % per_row - (per_row - 1) / 2) * wide, top + (number // per_row) * high)
        for number, node in enumerate(nodes)
    }
