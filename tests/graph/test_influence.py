"""Degree and betweenness as networkx knows them; what only speaks of somebody joins nothing."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from kg.graph import influence


def ends_of(graph: nx.Graph[int]) -> influence.Indexes:
    return np.array(sorted((min(e), max(e)) for e in graph.edges), dtype=np.int64).reshape(-1, 2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_betweenness_is_brandes(seed: int) -> None:
    graph = nx.gnm_random_graph(60, 90, seed=seed)  # with several parts and loose nodes
    assert influence.betweenness(60, ends_of(graph)) == pytest.approx(list(nx.betweenness_centrality(graph).values()))


def test_betweenness_of_many_nodes_is_estimated_alike_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.barabasi_albert_graph(300, 3, seed=1)
    exact = influence.betweenness(300, ends_of(graph))
    monkeypatch.setattr(influence, "EXACT", 200)
    monkeypatch.setattr(influence, "STARTS", 100)
    estimated = influence.betweenness(300, ends_of(graph))
    assert (estimated == influence.betweenness(300, ends_of(graph))).all()
    assert np.corrcoef(exact, estimated)[0, 1] > 0.95


def test_an_empty_network_has_no_influence() -> None:
    assert influence.betweenness(0, ends_of(nx.Graph())).tolist() == []


def test_neighbours_count_once_and_being_spoken_of_not_at_all() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, relation in (
        ("ann", "council", "position"),
        ("council", "ann", "cites"),
        ("council", "plan", "supports"),
        ("ann", "plan", "speaks_of"),
    ):
        network.add_edge(source, target, relation=relation)
    influence.set_influence(network)
    found = {node: (about["degree"], about["betweenness"]) for node, about in network.nodes(data=True)}
    assert found == {"ann": (1, 0), "council": (2, 1), "plan": (1, 0)}
