"""Where the nodes of a network stand: communities apart, neighbours near, nodes without relations in rows below.

A force-directed layout (Fruchterman and Reingold 1991) in NumPy with a fixed start. Only elementwise operations and sums over
the first axis are used, and positions are rounded in every round: the same graph gives the same coordinates on any machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ROUNDS = 300
DENSE = 1500  # above so many nodes fewer rounds: all pairs are compared in every round
SPACING = 150.0  # pixels between neighbours: labels of 25 characters at 14 px fit beside a node
SEED = 7


def place_nodes(network: nx.MultiDiGraph[str]) -> None:
    """Set `x`, `y` (whole pixels, y grows downwards) and `community` (0 is the largest) on every node."""
    index = {node: number for number, node in enumerate(network)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(index)))  # numbers, not IRIs: their hashes do not change from run to run
    for source, target, about in network.edges(data=True):
        one, other = index[source], index[target]
        before = simple.get_edge_data(one, other, {"weight": 0.0})["weight"]
        simple.add_edge(one, other, weight=before + about["weight"])
    tied = [n for n in simple if simple.degree(n)]
    communities = _communities(simple.subgraph(tied))
    community_of = {n: number for number, members in enumerate(communities) for n in members}
    where = dict(zip(tied, _forces(simple, tied, community_of), strict=True)) if tied else {}
    lowest = max((y for _, y in where.values()), default=0.0)
    loose = [n for n in simple if n not in where]
    where |= _rows(loose, top=lowest + 2 * SPACING)
    for node, number in index.items():
        x, y = where[number]
        network.nodes[node].update(x=round(x), y=round(y), community=community_of.get(number, -1))


def _communities(graph: nx.Graph[int]) -> list[list[int]]:
    """Groups of nodes, largest first (Louvain, Blondel et al. 2008)."""
    if not graph:
        return []
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(sorted(graph.edges(data="weight")))
    found = [sorted(members) for members in nx.community.louvain_communities(ordered, weight="weight", seed=SEED)]
    return sorted(found, key=lambda members: (-len(members), members[0]))


def _forces(graph: nx.Graph[int], nodes: Sequence[int], community_of: dict[int, int]) -> list[tuple[float, float]]:
    at = {node: row for row, node in enumerate(nodes)}
    ends = np.array([(at[a], at[b]) for a, b in sorted(graph.edges)], dtype=np.int64).reshape(-1, 2)
    points = _start(nodes, community_of)
    same = np.array([community_of[n] for n in nodes])
    apart = np.where(same[:, None] == same[None, :], 1.0, 1.8)  # nodes of other communities push harder
    rounds = ROUNDS if len(nodes) <= DENSE else 60
    for step in range(rounds):
        heat = SPACING * (1 - step / rounds)
        delta = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.sqrt(delta[..., 0] ** 2 + delta[..., 1] ** 2), 1.0)
        push = apart * SPACING**2 / distance**2
        move = (delta * push[..., None]).sum(axis=0) * -1.0
        line = points[ends[:, 0]] - points[ends[:, 1]]
        length = np.maximum(np.sqrt(line[:, 0] ** 2 + line[:, 1] ** 2), 1.0)
        pull = line * (length / SPACING / 2)[:, None]
        np.subtract.at(move, ends[:, 0], pull)
        np.add.at(move, ends[:, 1], pull)
        move -= points * 0.06  # towards the middle, so that separate parts stay in view
        size = np.maximum(np.sqrt(move[:, 0] ** 2 + move[:, 1] ** 2), 1e-9)
        points = np.round(points + move * (np.minimum(size, heat) / size)[:, None], 6)
    return [(float(x), float(y)) for x, y in points]


def _start(nodes: Sequence[int], community_of: dict[int, int]) -> Points:
    """Each community on a spiral around its own centre, the centres on a spiral around the middle."""
    turn = math.pi * (3 - math.sqrt(5))
    reach = SPACING * math.sqrt(len(nodes))
    count: dict[int, int] = {}
    rows = []
    for node in nodes:
        group = community_of[node]
        number = count[group] = count.get(group, 0) + 1
        far, near = reach * math.sqrt(group / (len(nodes) ** 0.5 + 1)), SPACING * math.sqrt(number)
        rows.append(
            (
                far * math.cos(group * turn) + near * math.cos(number * turn),
                far * math.sin(group * turn) + near * math.sin(number * turn),
            )
        )
    start: Points = np.array(rows, dtype=np.float64)
    return start.round(6)


def _rows(nodes: Sequence[int], top: float) -> dict[int, tuple[float, float]]:
    """Nodes without relations, in centred rows."""
    per_row = max(6, math.ceil(math.sqrt(len(nodes) * 3)))
    wide = SPACING * 1.4
    return {
        node: ((number % per_row - (per_row - 1) / 2) * wide, top + (number // per_row) * SPACING * 0.7)
        for number, node in enumerate(nodes)
    }
