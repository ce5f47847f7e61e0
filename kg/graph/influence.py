"""How much weight a node has in the network: with how many others it is connected, and how often it stands between two of them.

Betweenness is Brandes' (2001), on the network without directions, in which two nodes are joined or not. In large networks it is
estimated from evenly spread starting points (Brandes and Pich 2007), so that the same graph gives the same numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.graph.layout import ASIDE

if TYPE_CHECKING:
    import networkx as nx

EXACT = 1500  # nodes up to which every node is a starting point: 0.7 s at the most
STARTS = 400  # starting points among more. 20,000 nodes with 60,000 edges: 3 s

Numbers = NDArray[np.float64]
Indexes = NDArray[np.int64]


def set_influence(network: nx.MultiDiGraph[str]) -> None:
    """Set `degree` (different neighbours) and `betweenness` (0 to 1: share of shortest paths between two others) on every node.

    Relations that only say that somebody is spoken of do not count, as in the layout.
    """
    index = {node: number for number, node in enumerate(network)}
    joined = {
        (min(index[a], index[b]), max(index[a], index[b]))
        for a, b, about in network.edges(data=True)
        if about.get("relation") not in ASIDE and a != b
    }
    ends = np.array(sorted(joined), dtype=np.int64).reshape(-1, 2)
    degree = np.bincount(ends.ravel(), minlength=len(index))
    between = betweenness(len(index), ends)
    for node, number in index.items():
        network.nodes[node].update(degree=int(degree[number]), betweenness=round(float(between[number]), 5))


def betweenness(count: int, ends: Indexes) -> Numbers:
    """The share of shortest paths between two others that run through each node, 0 to 1.

    Args:
        count: number of nodes.
        ends: a row per undirected edge with its two nodes; no loops, no edge twice.
    """
    total = np.zeros(count)
    if count < 3 or not len(ends):
        return total
    both = np.concatenate((ends, ends[:, ::-1]))
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    first = np.searchsorted(both[:, 0], np.arange(count + 1))
    wanted = count if count <= EXACT else STARTS
    starts = np.linspace(0, count - 1, wanted).round().astype(np.int64)
    for start in starts:
        total += _dependency(int(start), first, both[:, 1])
    return total / ((count - 1) * (count - 2)) * (count / len(starts))


def _dependency(start: int, first: Indexes, neighbour: Indexes) -> Numbers:
    """For each node the share of shortest paths from `start` to any other that run through it.

    Args:
        first: of each node, where its neighbours begin in `neighbour`; one more at the end.
    """
    count = len(first) - 1
    distance = np.full(count, -1)
    distance[start] = 0
    paths = np.zeros(count)
    paths[start] = 1.0
    front = np.array([start])
    steps: list[tuple[Indexes, Indexes]] = []  # edges from one distance to the next
    while len(front):
        sizes = first[front + 1] - first[front]
        tails = np.repeat(front, sizes)
        heads = neighbour[np.arange(len(tails)) + np.repeat(first[front] - np.cumsum(sizes) + sizes, sizes)]
        distance[heads[distance[heads] < 0]] = distance[front[0]] + 1
        onward = distance[heads] == distance[front[0]] + 1
        tails, heads = tails[onward], heads[onward]
        np.add.at(paths, heads, paths[tails])
        front = np.unique(heads)
        steps.append((tails, heads))
    share = np.zeros(count)
    for tails, heads in reversed(steps):
        np.add.at(share, tails, paths[tails] / paths[heads] * (1 + share[heads]))
    share[start] = 0
    return share
