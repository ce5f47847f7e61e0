"""Every extractor's own examples, and its contract."""

from __future__ import annotations

import pytest

from kg.extract import Example, extract_all, extractors
from tests.reading import parse_text

CASES = [
    (name, number, example) for name, module in extractors().items() for number, example in enumerate(module.EXAMPLES)
]


@pytest.mark.parametrize(("name", "example"), [(n, e) for n, _, e in CASES], ids=[f"{n}-{i}" for n, i, _ in CASES])
def test_the_example_yields_what_it_says(name: str, example: Example) -> None:
    yields = extractors()[name].YIELDS
    facts = [
        fact for fact in extract_all(parse_text(example.text, published=example.published)) if isinstance(fact, yields)
    ]
    assert sorted(str(fact) for fact in facts) == sorted(example.facts)


@pytest.mark.parametrize("name", list(extractors()))
def test_an_extractor_shows_what_it_takes_and_what_it_leaves(name: str) -> None:
    examples = extractors()[name].EXAMPLES
    assert any(example.facts for example in examples)
    assert any(not example.facts for example in examples)
