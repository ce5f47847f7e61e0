"""Where the nodes of a network stand: neighbours near, no label on another, separate parts close together, loose nodes in rows below.

Each connected part is laid out by forces (Fruchterman and Reingold 1991) in NumPy from a fixed start and turned so that it lies
wide; then the parts are packed as polyominoes around the largest (Freivalds, Dogrusoz and Kikusts 2001). Only elementwise
operations and sums over the first axis are used, and positions are rounded in every round: the same graph gives the same
coordinates on any machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Place = tuple[float, float]

ROUNDS = 300
FAIR = 200  # nodes that get all rounds
DENSE = 1500  # above so many nodes labels are moved apart in few rounds: all pairs are compared in every one
SPACING = 95.0  # pixels between neighbours
LABEL = (132.0, 76.0)  # width and height that a node takes with its label
CELL = (LABEL[0] / 2, LABEL[1] / 2)  # of the board on which the parts are packed
ASPECT = 1.5  # width to height of the whole: a screen's, beside the legend
BLOCK = 512  # nodes whose distances to all others are held at once
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
    where = _packed([_laid_out(simple, part, community_of) for part in parts], sorted(simple.edges))
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


def _laid_out(graph: nx.Graph[int], nodes: Sequence[int], community_of: dict[int, int]) -> dict[int, Place]:
    """Positions of one connected part, its middle at (0, 0)."""
    at = {node: row for row, node in enumerate(nodes)}
    ends = np.array([(at[a], at[b]) for a, b in sorted(graph.subgraph(nodes).edges)], dtype=np.int64).reshape(-1, 2)
    points = _forces(_start(nodes, community_of), ends, np.array([community_of[n] for n in nodes]))
    points = _apart(_lying(points))
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, (points - middle).round(3), strict=True)}


def _forces(points: Points, ends: NDArray[np.int64], groups: NDArray[np.int64]) -> Points:
    rounds = _rounds(len(points))
    for step in range(rounds):
        heat = SPACING * (1 - step / rounds)
        move = _push(points, groups)
        line = points[ends[:, 0]] - points[ends[:, 1]]
        length = np.maximum(np.sqrt(line[:, 0] ** 2 + line[:, 1] ** 2), 1.0)
        pull = line * (length / SPACING)[:, None]
        np.subtract.at(move, ends[:, 0], pull)
        np.add.at(move, ends[:, 1], pull)
        move -= (points - points.sum(axis=0) / len(points)) * 0.3
        size = np.maximum(np.sqrt(move[:, 0] ** 2 + move[:, 1] ** 2), 1e-9)
        points = (points + move * (np.minimum(size, heat) / size)[:, None]).round(6)
    return points


def _rounds(count: int) -> int:
    """Few for few nodes, ROUNDS for up to FAIR, then fewer: every round compares all pairs."""
    return min(30 * count, ROUNDS, max(ROUNDS * FAIR // count, 40))


def _push(points: Points, groups: NDArray[np.int64]) -> Points:
    """How all nodes push each away; nodes of other communities push harder."""
    x, y = points[:, 0].copy(), points[:, 1].copy()
    pushed = np.empty_like(points)
    for first in range(0, len(points), BLOCK):
        some = slice(first, first + BLOCK)
        dx, dy = x[:, None] - x[None, some], y[:, None] - y[None, some]
        strength = np.where(groups[:, None] == groups[None, some], 1.0, 1.6) * SPACING**2
        strength /= np.maximum(dx * dx + dy * dy, 1.0)
        pushed[some, 0] = (dx * strength).sum(axis=0) * -1.0
        pushed[some, 1] = (dy * strength).sum(axis=0) * -1.0
    return pushed


def _lying(points: Points) -> Points:
    """The points turned so that they spread along x most."""
    centred = points - points.sum(axis=0) / len(points)
    x, y = centred[:, 0], centred[:, 1]
    angle = 0.5 * math.atan2(2 * float((x * y).sum(axis=0)), float((x * x - y * y).sum(axis=0)))
    cos, sin = round(math.cos(angle), 6), round(math.sin(angle), 6)
    return np.stack((x * cos + y * sin, y * cos - x * sin), axis=1).round(3)


def _apart(points: Points) -> Points:
    """The points moved until no label lies on another: each overlap is undone along its shorter side."""
    order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :]).astype(np.float64)
    for _ in range(120 if len(points) <= DENSE else 20):
        dx, dy = (points[:, None, i] - points[None, :, i] for i in (0, 1))
        over_x, over_y = LABEL[0] - np.abs(dx), LABEL[1] - np.abs(dy)
        hit = (over_x > 0) & (over_y > 0) & (order != 0)
        if not hit.any():
            break
        along_x = hit & (over_x < over_y)
        along_y = hit & ~along_x
        step = np.stack(
            (
                np.where(along_x, over_x * np.where(dx == 0, order, np.sign(dx)), 0.0).sum(axis=1),
                np.where(along_y, over_y * np.where(dy == 0, order, np.sign(dy)), 0.0).sum(axis=1),
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


def _packed(parts: Sequence[dict[int, Place]], edges: Sequence[tuple[int, int]]) -> dict[int, Place]:
    """The parts around the first, each at the free place nearest to the middle; no label or line of one lies on another's label."""
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    lines: list[list[tuple[int, int]]] = [[] for _ in parts]
    for one, other in edges:
        lines[part_of[one]].append((one, other))
    shapes = [_cells(part, line) for part, line in zip(parts, lines, strict=True)]
    side = 8 + 2 * max((int(np.abs(shape).max()) for shape in shapes), default=0)
    side += 2 * math.ceil(math.sqrt(sum(len(shape) for shape in shapes) * ASPECT))
    board = np.zeros((side, side), dtype=np.bool_)
    where: dict[int, Place] = {}
    for part, shape in zip(parts, shapes, strict=True):
        column, row = _free_place(board, shape)
        board[shape[:, 0] + column, shape[:, 1] + row] = True
        left, top = (column - side // 2) * CELL[0], (row - side // 2) * CELL[1]
        where |= {node: (x + left, y + top) for node, (x, y) in part.items()}
    return where


def _cells(part: dict[int, Place], lines: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """The cells of the board (column, row) that a part takes with its labels and lines, its middle at (0, 0)."""
    cells: set[tuple[int, int]] = set()
    for x, y in part.values():
        column, row = round(x / CELL[0]), round(y / CELL[1])
        cells |= {(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
    for one, other in lines:
        (x, y), (u, v) = part[one], part[other]
        steps = math.ceil(max(abs(u - x) / CELL[0], abs(v - y) / CELL[1])) or 1
        for step in range(1, steps):
            cells.add((round((x + (u - x) * step / steps) / CELL[0]), round((y + (v - y) * step / steps) / CELL[1])))
    return np.array(sorted(cells), dtype=np.int64)


def _free_place(board: NDArray[np.bool_], shape: NDArray[np.int64]) -> tuple[int, int]:
    """Where the middle of the shape comes to lie on the square board: free, and nearest to the board's middle."""
    low, high = shape.min(axis=0), shape.max(axis=0)
    wide, high_up = len(board) - (high - low)
    taken = np.zeros((wide, high_up), dtype=np.bool_)
    for column, row in shape - low:
        taken |= board[column : column + wide, row : row + high_up]
    columns, rows = np.arange(wide) - low[0] - len(board) // 2, np.arange(high_up) - low[1] - len(board) // 2
    far = (columns * CELL[0] / ASPECT)[:, None] ** 2 + (rows * CELL[1])[None, :] ** 2
    column, row = divmod(int(np.where(taken, np.inf, far).argmin()), high_up)
    return column - int(low[0]), row - int(low[1])


def _rows(nodes: Sequence[int], top: float, middle: float) -> dict[int, Place]:
    """Nodes without relations, in centred rows."""
    per_row = max(6, math.ceil(math.sqrt(len(nodes) * 3)))
    wide, high = LABEL[0] * 1.3, LABEL[1] * 1.2
    return {
        node: (middle + (number % per_row - (per_row - 1) / 2) * wide, top + (number // per_row) * high)
        for number, node in enumerate(nodes)
    }
