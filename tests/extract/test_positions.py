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
    "Tarnlink, which owns the network, has apologised. The firm’s managing director, Anna Bell, spoke.": "Tarnlink",
    "Tarnlink argued against it. Its director general, Anna Bell, spoke.": "Tarnlink",
    "Tarnlink, which owns the network, has apologised. It also paid. The firm’s director, Anna Bell, spoke.": "Tarnlink",
    "Tarn Trust runs a pool. Estates boss Anna Bell spoke.": "Tarn Trust",
    "He was told so at Tarn Crown Court. Judge Anna Bell was not impressed.": "Tarn Crown Court",
    "Tarn Council met. Harrow Council paid. Councillor Anna Bell spoke.": "Harrow Council",
    "He was seen at Tarn Crown Court. She was seen at Harrow Crown Court. Judge Anna Bell was not impressed.": None,
    "Harrow Bank cut costs, with chief executive Anna Bell saying it was sad.": "Harrow Bank",
    "Harrow Bank paid. Anna Bell, founder of rights group, spoke.": None,
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
    article = parse_text(text)
    last = [f for f in extract_all(article) if isinstance(f, PositionHeld)][-1].organisation
    chain = article.chain_of(last) if last is not None else None
    assert (chain.name if chain else None) == WHERE[text]


@pytest.mark.parametrize("text", AFTER)
def test_who_comes_after_somebody_has_the_same_post(text: str) -> None:
    found = [(f.title.words, f.status.value) for f in _positions(text) if f.person.words == "Peter Marsh"]
    assert found == ([AFTER[text]] if AFTER[text] else [])
