"""Where things stand: the same for the same network, no label on another, parts apart."""

from __future__ import annotations

import networkx as nx

from kg.graph._forces import LABEL
from kg.graph._packing import CELL
from kg.graph.layout import place_nodes


def stars(count: int, rays: int) -> nx.MultiDiGraph[str]:
    """Stars, and a few nodes that stand alone."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for star in range(count):
        for ray in range(rays):
            network.add_edge(f"ray {star} {ray}", f"hub {star}", relation="position", weight=1.0)
    for number in range(5):
        network.add_node(f"alone {number}")
    return network


def places(network: nx.MultiDiGraph[str]) -> dict[str, tuple[int, int]]:
    return {node: (about["x"], about["y"]) for node, about in network.nodes(data=True)}


def test_the_same_network_stands_the_same() -> None:
    one, other = stars(4, 6), stars(4, 6)
    place_nodes(one)
    place_nodes(other)
    assert places(one) == places(other)


def test_no_label_lies_on_another() -> None:
    network = stars(6, 9)
    place_nodes(network)
    where = list(places(network).values())
    for number, (x, y) in enumerate(where):
        for u, v in where[number + 1 :]:
            assert abs(x - u) > 0.8 * LABEL[0] or abs(y - v) > 0.8 * LABEL[1], "two labels overprint"


def test_parts_stand_apart_and_close() -> None:
    network = stars(8, 5)
    place_nodes(network)
    where = places(network)
    for star in range(8):
        mine = [where[f"ray {star} {ray}"] for ray in range(5)]
        middle = where[f"hub {star}"]
        for other in (where[f"hub {n}"] for n in range(8) if n != star):
            assert max(abs(middle[0] - other[0]) / CELL[0], abs(middle[1] - other[1]) / CELL[1]) >= 2
        assert max(abs(x - middle[0]) for x, _ in mine) < 6 * LABEL[0]
    tied = [place for node, place in where.items() if not node.startswith("alone")]
    wide, high = (max(p[i] for p in tied) - min(p[i] for p in tied) for i in (0, 1))
    assert wide * high < 6 * len(tied) * LABEL[0] * LABEL[1], "the parts are scattered"
    assert 0.7 < wide / high < 3, "the whole has a screen's shape"


def test_a_network_of_nothing_and_of_one() -> None:
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    place_nodes(empty)
    empty.add_node("one")
    place_nodes(empty)
    assert set(empty.nodes["one"]) == {"x", "y", "community"}
