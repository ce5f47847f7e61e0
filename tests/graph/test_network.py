"""The network: what its nodes are called."""

from __future__ import annotations

from pathlib import Path

from kg import build
from kg.graph.network import build_network
from kg.settings import Settings

TEXT = """Union plans rally

12 March 2024

Harrow Council and the Tarn Union held talks in Harrow on Monday. Anna Bell of the Tarn Union said that the talks had failed.

A public meeting will be held at Tarn Methodist Church on Thursday, the council said. She will speak at the meeting.
"""


def test_a_gathering_that_is_only_described_is_told_by_place_and_day(tmp_path: Path) -> None:
    """“talks” and “public meeting” alone would say nothing on a map."""
    source = tmp_path / "talks.txt"
    source.write_text(TEXT, encoding="utf-8")
    built = build([source], tmp_path / "out")
    network = build_network(built.landscape, base=Settings().base)
    labels = sorted(data["label"] for _, data in network.nodes(data=True) if data["kind"] == "event")
    assert labels == ["public meeting (Tarn Methodist Church, 2024-03-14)", "talks (Harrow, 2024-03-11)"]
