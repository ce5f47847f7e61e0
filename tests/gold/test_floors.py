"""No kind of fact may fall below what it has reached on the hand-made gold (floors.py says how a floor moves)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.gold import SETS
from tests.gold.floors import corpus_hash, load, measure

REFERENCE = Path(__file__).parent.parent.parent / "output"


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str, gold_build: Callable[[str], Path]) -> None:
    measured = measure(name, REFERENCE if name == "seeds" else gold_build(name))
    floors = load()[name]["f1"]
    fallen = {kind: (round(f1, 3), floors[kind]) for kind, f1 in measured.items() if f1 < floors[kind]}
    assert not fallen, (
        f"{name}: (measured, floor) of {fallen}; see `kg evaluate --errors`, or lower a floor with its reason"
    )


@pytest.mark.parametrize("name", SETS)
def test_the_floors_belong_to_this_corpus(name: str) -> None:
    assert load()[name]["corpus"] == corpus_hash(name), "the gold changed: python -m tests.gold.floors --raise"


@pytest.mark.parametrize("name", SETS)
def test_a_lowered_floor_has_its_reason(name: str) -> None:
    for entry in load()[name]["lowered"]:
        assert str(entry["why"]).strip()
