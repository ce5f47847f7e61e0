"""Where the nodes of a network stand: neighbours near, no label on another, separate parts side by side, loose nodes in rows below.

Each connected part is laid out by forces (Fruchterman and Reingold 1991) in NumPy from a fixed start, then the parts are packed
like pictures on a wall. Only elementwise operations and sums over the first axis are used, and positions are rounded in every
round: the same graph gives the same coordinates on any machine.
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
SPACING = 120.0  # pixels between neighbours
LABEL = (150.0, 84.0)  # width and height that a node takes with its label, wrapped at 130 pixels
ASPECT = 1.6  # width to height of the whole: a screen's
SEED = 7
ASIDE = frozenset(("speaks_of",))  # relations too many and too weak to place nodes by


def place_nodes(network: nx.MultiDiGraph[str]) -> None:
    """Set `x`, `y` (whole pixels, y grows downwards) and `community` (0 is the largest, -1 none) on every node."""
    index = {node: number for number, node in enumerate(network)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(index)))  # numbers, not IRIs: their hashes do not change from run to run
    for source, target, about in network.edges(data=True):
        if about.get("relation") in ASIDE:
            continue
        one, other = index[source], index[target]
        before = simple.get_edge_data(one, other, {"weight": 0.0})["weight"]
        simple.add_edge(one, other, weight=before + about["weight"])
    tied = [n for n in simple if simple.degree(n)]
    communities = _communities(simple.subgraph(tied))
    community_of = {n: number for number, members in enumerate(communities) for n in members}
    parts = sorted(
        (sorted(part) for part in nx.connected_components(simple.subgraph(tied))), key=lambda p: (-len(p), p[0])
    )
    where = _packed([_laid_out(simple, part, community_of) for part in parts])
    lowest = max((y for _, y in where.values()), default=0.0)
    middle = (min((x for x, _ in where.values()), default=0.0) + max((x for x, _ in where.values()), default=0.0)) / 2
    loose = [n for n in simple if n not in where]
    where |= _rows(loose, top=lowest + 2 * LABEL[1], middle=middle)
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


def _laid_out(
    graph: nx.Graph[int], nodes: Sequence[int], community_of: dict[int, int]
) -> dict[int, tuple[float, float]]:
    """Positions of one connected part, its upper left corner at (0, 0)."""
    at = {node: row for row, node in enumerate(nodes)}
    ends = np.array([(at[a], at[b]) for a, b in sorted(graph.subgraph(nodes).edges)], dtype=np.int64).reshape(-1, 2)
    points = _forces(_start(nodes, community_of), ends, np.array([community_of[n] for n in nodes]))
    points = _apart(points)
    corner = points.min(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, (points - corner).round(3), strict=True)}


def _forces(points: Points, ends: NDArray[np.int64], groups: NDArray[np.int64]) -> Points:
    push_apart = np.where(groups[:, None] == groups[None, :], 1.0, 1.5)  # nodes of other communities push harder
    rounds = ROUNDS if len(points) <= DENSE else 60
    for step in range(rounds):
        heat = SPACING * (1 - step / rounds)
        delta = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.sqrt(delta[..., 0] ** 2 + delta[..., 1] ** 2), 1.0)
        push = push_apart * SPACING**2 / distance**2
        move = (delta * push[..., None]).sum(axis=0) * -1.0
        line = points[ends[:, 0]] - points[ends[:, 1]]
        length = np.maximum(np.sqrt(line[:, 0] ** 2 + line[:, 1] ** 2), 1.0)
        pull = line * (length / SPACING)[:, None]
        np.subtract.at(move, ends[:, 0], pull)
        np.add.at(move, ends[:, 1], pull)
        move -= (points - points.sum(axis=0) / len(points)) * 0.12
        move[:, 1] -= points[:, 1] * 0.1  # screens are wider than high
        size = np.maximum(np.sqrt(move[:, 0] ** 2 + move[:, 1] ** 2), 1e-9)
        points = (points + move * (np.minimum(size, heat) / size)[:, None]).round(6)
    return points


def _apart(points: Points) -> Points:
    """The points moved until no label lies on another: each overlap is undone along its shorter side."""
    for _ in range(120 if len(points) <= DENSE else 20):
        delta = points[:, None, :] - points[None, :, :]
        over_x = LABEL[0] - np.abs(delta[..., 0])
        over_y = LABEL[1] - np.abs(delta[..., 1])
        hit = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        rank = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
        sign = np.where(delta == 0, rank[..., None], np.sign(delta))
        along_x = hit & (over_x < over_y)
        along_y = hit & ~along_x
        step = np.stack(
            (
                (np.where(along_x, over_x, 0.0) * sign[..., 0]).sum(axis=1),
                (np.where(along_y, over_y, 0.0) * sign[..., 1]).sum(axis=1),
            ),
            axis=1,
        )
        points = (points + 0.3 * step).round(6)
    return points


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
        x = far * math.cos(group * turn) + near * math.cos(number * turn)
        y = far * math.sin(group * turn) + near * math.sin(number * turn)
        rows.append((x, y))
    start: Points = np.array(rows, dtype=np.float64)
    return start.round(6)


def _packed(parts: Sequence[dict[int, tuple[float, float]]]) -> dict[int, tuple[float, float]]:
    """The parts on shelves, highest first, in a frame of a screen's shape."""
    boxes = [
        (max(x for x, _ in p.values()) + LABEL[0] * 1.3, max(y for _, y in p.values()) + LABEL[1] * 1.6, p)
        for p in parts
    ]
    area = sum(wide * high for wide, high, _ in boxes)
    frame = max([math.sqrt(area * ASPECT), *(wide for wide, _, _ in boxes)], default=0.0)
    where: dict[int, tuple[float, float]] = {}
    left, top, shelf = 0.0, 0.0, 0.0
    for wide, high, part in sorted(boxes, key=lambda box: -box[1]):
        if left and left + wide > frame:
            left, top, shelf = 0.0, top + shelf, 0.0
        where |= {node: (x + left, y + top) for node, (x, y) in part.items()}
        left, shelf = left + wide, max(shelf, high)
    return where


def _rows(nodes: Sequence[int], top: float, middle: float) -> dict[int, tuple[float, float]]:
    """Nodes without relations, in centred rows."""
    per_row = max(6, math.ceil(math.sqrt(len(nodes) * 3)))
    wide, high = LABEL[0] * 1.3, LABEL[1] * 1.2
    return {
        node: (middle + (number % per_row - (per_row - 1) / 2) * wide, top + (number // per_row) * high)
        for number, node in enumerate(nodes)
    }
