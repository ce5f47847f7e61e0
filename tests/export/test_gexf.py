"""network.gexf as other programs read it: nothing lost, kinds unique, one date format, hostile words as words."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx

from kg.built import Built
from kg.export import gexf, graphml
from tests.export import hostile as bad

SPACE = {"g": gexf.GEXF, "viz": gexf.VIZ}


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))


def test_networkx_reads_every_node_and_line(built: Path) -> None:
    network = nx.read_gexf(built / "network.gexf")
    nodes, edges = rows(built / "nodes.csv"), rows(built / "edges.csv")
    assert {n: about["label"] for n, about in network.nodes(data=True)} == {row["Id"]: row["Label"] for row in nodes}
    read = Counter(
        (s, t, about["relation"], about["label"], about["facts"]) for s, t, about in network.edges(data=True)
    )
    assert read == Counter((e["Source"], e["Target"], e["Kind"], e["label"], e["facts"]) for e in edges)
    for _, about in network.nodes(data=True):
        assert {"color", "position", "size"} <= about["viz"].keys()


def test_source_target_and_kind_are_unique_together(built: Path) -> None:
    """As GEXF 1.3 asks: Gephi merges parallel edges of one kind."""
    edges = ET.parse(built / "network.gexf").getroot().findall(".//g:edge", SPACE)  # noqa: S314  our own file
    assert edges
    assert max(Counter((e.get("source"), e.get("target"), e.get("kind")) for e in edges).values()) == 1
    assert all(e.find("viz:color", SPACE) is not None for e in edges)


def test_dates_are_days_and_end_after_they_start(built: Path) -> None:
    text = (built / "network.gexf").read_text(encoding="utf-8")
    spells = re.findall(r'start="([^"]*)" end="([^"]*)"', text)
    assert spells
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for spell in spells for day in spell)
    assert all(start < end for start, end in spells)
    assert 'timeformat="date"' in text
    assert "lastmodifieddate" not in text


def test_hostile_words_are_words(hostile: Built) -> None:
    root = ET.fromstring(gexf.export(hostile)["network.gexf"])  # noqa: S314  our own file
    labels = [node.get("label") for node in root.findall(".//g:node", SPACE)]
    assert bad.SCRIPT in labels
    assert bad.EMOJI in labels
    read = nx.parse_graphml(graphml.export(hostile)["network.graphml"].decode())
    assert bad.IMAGE in [about["label"] for _, about in read.nodes(data=True)]
