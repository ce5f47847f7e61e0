"""Who is who inside one article: what is joined, and what must stay apart."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.reading import parse_text


def chains(text: str, kind: Kind = Kind.PERSON) -> dict[str, list[str]]:
    """Name → the words of the mentions."""
    return {c.name: [m.words for m in c.mentions] for c in parse_text(text).chains if c.kind is kind}


def test_a_surname_and_pronouns_lead_to_the_full_name() -> None:
    found = chains("Moira Standing, who chairs the board, resigned. Standing said she had lost her patience.")
    assert found == {"Moira Standing": ["Moira Standing", "Standing", "she", "her"]}


def test_a_pronoun_of_the_other_gender_is_not_taken() -> None:
    found = chains("Moira Standing met Peter Hale on Monday. He said the talks went well.")
    assert found["Peter Hale"] == ["Peter Hale", "He"]
    assert found["Moira Standing"] == ["Moira Standing"]


def test_a_shared_surname_joins_nobody() -> None:
    found = chains("Anna Bell and Peter Bell run the shop in Tarn. Bell opened it in 1999.")
    assert found == {"Anna Bell": ["Anna Bell"], "Peter Bell": ["Peter Bell"]}


def test_an_honorific_tells_namesakes_apart() -> None:
    found = chains("Anna Bell and Peter Bell run the shop in Tarn. Mrs Bell opened it in 1999.")
    assert found["Anna Bell"] == ["Anna Bell", "Mrs Bell"]


def test_what_a_person_owns_is_not_that_person() -> None:
    found = chains("Peter Hale came with his brother, John Hale.")
    assert found["Peter Hale"] == ["Peter Hale", "his"]
    assert found["John Hale"] == ["John Hale"]


def test_a_pronoun_before_its_name() -> None:
    found = chains("In her first speech, Moira Standing promised more nurses.")
    assert found == {"Moira Standing": ["her", "Moira Standing"]}


def test_nobody_is_meant_where_only_nobody_fits() -> None:
    found = chains("A woman was hurt in Tarn on Friday. She is in hospital.")
    assert found == {}


@pytest.mark.parametrize("word", ["trust", "council"])
def test_a_description_leads_to_the_body_of_that_head(word: str) -> None:
    name = f"Wrexley {word.title()}"
    found = chains(f"{name} has cut its budget. A spokesman for the {word} said so.", Kind.ORGANISATION)
    assert f"the {word}" in found[name]
