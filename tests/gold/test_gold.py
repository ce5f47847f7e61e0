"""The gold itself: what it quotes stands in the text, and what it points to exists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.gold import GOLD, SETS

FILES = [(name, file) for name in SETS for file in sorted((GOLD / name).glob("*.json"))]
QUOTED = ("evidence", "surface", "text", "verb")


def items(value: object) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from items(part)


@pytest.mark.parametrize(("name", "file"), FILES, ids=[f"{name}-{file.stem}" for name, file in FILES])
def test_the_gold_quotes_its_text_and_points_to_itself(name: str, file: Path) -> None:
    text = (SETS[name] / f"{file.stem}.txt").read_bytes().decode("utf-8")
    gold = json.loads(file.read_text(encoding="utf-8"))
    known = {item["id"] for key in ("people", "organisations") for item in gold[key]}
    for item in items(gold):
        for field in QUOTED:
            words = item.get(field)
            assert words is None or words in text, f"{field}: {words!r}"
        for alias in [item["name"], *item.get("aliases", [])] if "aliases" in item else []:
            assert alias in text, alias
        for field in ("person", "speaker"):
            assert item.get(field) is None or item[field] in known, f"{field}: {item[field]}"
    for article in gold["articles"]:
        body = text[article["body_start"] : article["body_end"]]
        assert body == body.strip()
        assert body


def test_no_held_out_text_stands_in_another_set() -> None:
    for pair, count in ((("passages", "heldout"), 60), (("views", "heldout2"), 40), (("articles", "heldout3"), 24)):
        stems = [file.stem for name, file in FILES if name in pair]
        assert len(stems) == len(set(stems)) == count
