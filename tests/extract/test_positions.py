"""Where a post is held that names no body, and what a succession tells."""

from __future__ import annotations

import pytest

from kg.extract import extract_all
from kg.model import PositionHeld
from tests.reading import parse_text

WHERE = {
    "Tarn Primary School opened. Harrow Council paid. Head teacher Anna Bell spoke.": "Tarn Primary School",
    "Harrow Council owns the ground. Leader Anna Bell said so.": "Harrow Council",
    "Tarn Rovers won. Manager Anna Bell said Tarn Rovers were good. Her captain, Peter Marsh, agreed.": "Tarn Rovers",
    "The RMT union met Harrow Bank. General secretary Anna Bell spoke.": "RMT",
    "Harrow Bank is near. The owner of a restaurant, Anna Bell, spoke.": None,
    "Harrow Bank paid. General secretary Anna Bell spoke.": None,
}
AFTER = {
    "Anna Bell chairs the Harrow Trust. She replaced Peter Marsh in May.": ("chair", "former"),
    "Anna Bell is chair of the Harrow Trust. She will be succeeded by Peter Marsh.": ("chair", "incoming"),
    "Anna Bell is chair of the Harrow Trust. Her predecessor, Peter Marsh, left.": ("chair", "former"),
    "Anna Bell is chair of the Harrow Trust. She would not replace Peter Marsh.": None,
    "Anna Bell is chair of the Harrow Trust and mayor of Tarn. She replaced Peter Marsh.": None,
}


def _positions(text: str) -> list[PositionHeld]:
    return [fact for fact in extract_all(parse_text(text)) if isinstance(fact, PositionHeld)]


@pytest.mark.parametrize("text", WHERE)
def test_a_post_without_a_body_is_held_where_such_posts_are(text: str) -> None:
    last = _positions(text)[-1].organisation
    assert (last.words if last else None) == WHERE[text]


@pytest.mark.parametrize("text", AFTER)
def test_who_comes_after_somebody_has_the_same_post(text: str) -> None:
    found = [(f.title.words, f.status.value) for f in _positions(text) if f.person.words == "Peter Marsh"]
    assert found == ([AFTER[text]] if AFTER[text] else [])
