"""Who is who over articles: what is joined with which reason, and what stays apart."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kg.extract import extract_all
from kg.model import Judgement, Kind, Landscape, Reading, Verdict
from kg.resolve import resolve
from kg.resolve.block import plain_name
from tests.reading import parse_text


def landscape(*texts: str) -> Landscape:
    """The landscape of some articles."""
    readings = []
    for number, text in enumerate(texts):
        article = parse_text(text)
        name = f"a{number}"
        document = article.document
        digest = hashlib.sha256(f"{number}{text}".encode()).hexdigest()
        document = type(document)(name, f"{name}.txt", text, digest, document.articles)
        readings.append(Reading(document, article.chains, tuple(extract_all(article))))
    return resolve(readings)


def names(found: Landscape, kind: Kind) -> list[tuple[str, int]]:
    """Name and number of chains of each entity of a kind."""
    return sorted((e.name, len(e.chains)) for e in found.entities if e.kind is kind)


def verdicts(judgements: Sequence[Judgement]) -> list[tuple[Verdict, str]]:
    return [(j.verdict, j.by) for j in judgements]


FRANCE = "The strike in Paris went on. The government said that French trains would run again on Monday."
BRITAIN = "The strike in London went on. The government said that British trains would run again on Monday."
NOWHERE = "The strike went on. The government said that trains would run again on Monday."


def test_governments_of_two_countries_are_two() -> None:
    found = landscape(FRANCE, BRITAIN)
    assert [n for _, n in names(found, Kind.ORGANISATION)] == [1, 1]
    assert (Verdict.DIFFERENT, "rule: another country") in verdicts(found.judgements)


def test_the_government_of_one_country_is_one() -> None:
    found = landscape(BRITAIN, BRITAIN.replace("strike", "walkout"))
    assert [n for _, n in names(found, Kind.ORGANISATION)] == [2]


def test_a_government_of_no_known_country_bridges_nothing() -> None:
    found = landscape(FRANCE, NOWHERE, BRITAIN)
    assert [n for _, n in names(found, Kind.ORGANISATION)] == [1, 1, 1]


def test_a_full_name_is_one_person_and_a_surname_is_not() -> None:
    found = landscape(
        "Moira Standing opened the ward. Standing said it was late.",
        "Moira Standing left the board on Monday.",
        "Mrs Standing sold her shop.",
    )
    assert names(found, Kind.PERSON) == [("Moira Standing", 2), ("Standing", 1)]


def test_a_usual_name_needs_company() -> None:
    apart = landscape("David Smith opened the ward in Tarn.", "David Smith won the race in Harrow.")
    assert [n for _, n in names(apart, Kind.PERSON)] == [1, 1]
    together = landscape(
        "David Smith and Moira Standing opened the ward.", "David Smith thanked Moira Standing for her work."
    )
    assert ("David Smith", 2) in names(together, Kind.PERSON)


def test_two_bodies_of_the_same_letters_are_two() -> None:
    found = landscape(
        "The Northern Care Group (NCG) has grown.",
        "The National Canal Guild (NCG) has shrunk.",
        "The NCG said on Monday that it would close.",
    )
    assert [n for _, n in names(found, Kind.ORGANISATION)] == [1, 1, 1]


def test_letters_that_no_article_spells_out_are_not_guessed() -> None:
    found = landscape("The NCG said on Monday that it would close.", "The Northern Care Group has grown.")
    assert [n for _, n in names(found, Kind.ORGANISATION)] == [1, 1]
    spelt = landscape("The NCG said on Monday that it would close.", "The Northern Care Group (NCG) has grown.")
    assert ("Northern Care Group", 2) in names(spelt, Kind.ORGANISATION)


def test_another_middle_name_needs_company() -> None:
    found = landscape("Moira A Standing opened the ward.", "Moira Standing left Harrow on Monday.")
    assert [n for _, n in names(found, Kind.PERSON)] == [1, 1]


def test_every_judgement_says_why() -> None:
    found = landscape(FRANCE, BRITAIN, NOWHERE)
    assert found.judgements
    assert all(j.why and j.by.startswith("rule: ") and j.left < j.right for j in found.judgements)


def test_the_names_of_a_party_are_one() -> None:
    """Over articles as within one: “Labour party” here, “Labour” there."""
    assert plain_name(Kind.ORGANISATION, "the Labour Party") == plain_name(Kind.ORGANISATION, "Labour")
    assert plain_name(Kind.PERSON, "Tory") == "tory"
