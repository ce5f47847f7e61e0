"""The matching rules of docs/reference/matching-rules.md, on small made-up annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import EvaluationError
from kg.evaluate import Row, as_json, as_text, evaluate
from kg.evaluate.match import overlap, plain, same_title, share_heads
from kg.evaluate.score import score_document

Item = dict[str, Any]
ANNA: Item = {"id": "p1", "name": "Anna Bell", "aliases": ["Bell"], "in_body": True}
PETER: Item = {"id": "p2", "name": "Peter Marsh", "aliases": [], "in_body": True}
TRUST: Item = {"id": "o1", "name": "Harrow Trust", "aliases": ["the trust"], "kind": "charity", "in_body": True}


def annotation(**lists: list[Item]) -> Item:
    keys = ("articles", "positions", "pledges", "figures", "quotes", "events", "relations", "stance", "initiatives")
    return {"document": "a.txt", "people": [ANNA, PETER], "organisations": [TRUST]} | {k: [] for k in keys} | lists


def score(gold: Item, predicted: Item, row: str) -> tuple[int, int, int]:
    """Right, missed, false of one row."""
    found = score_document(gold, predicted, "")[row]
    return found.right, found.missed, found.false


def person(name: str, *aliases: str, **more: object) -> Item:
    return {"id": "p1", "name": name, "aliases": list(aliases), "in_body": True} | more


@pytest.mark.parametrize(
    ("gold", "given", "is_same"),
    [
        (person("Anna Bell"), person("Dame Anna Bell MP"), True),
        (person("Anna Bell", "Bell"), person("Bell"), True),
        (person("Anna Bell"), person("Bell", "Anna Bell"), True),
        (person("Anna Bell", "she"), person("Peter Marsh", "she"), False),
        (person("Anna Bell"), person("Anna Bellamy"), False),
    ],
)
def test_people_by_name_and_alias(gold: Item, given: Item, is_same: bool) -> None:
    wanted = (1, 0, 0) if is_same else (0, 1, 1)
    assert score(annotation(people=[gold]), annotation(people=[given]), "people") == wanted


def test_one_to_one() -> None:
    twice = [person("Anna Bell"), person("Anna Bell") | {"id": "p2"}]
    assert score(annotation(people=[ANNA]), annotation(people=twice), "people") == (1, 0, 1)


def test_what_stands_in_furniture_is_false_if_given_and_no_miss_if_not() -> None:
    outside = annotation(people=[person("Anna Bell", in_body=False)])
    assert score(outside, annotation(people=[ANNA]), "people") == (0, 0, 1)
    assert score(outside, annotation(people=[]), "people") == (0, 0, 0)


def test_optional_is_right_if_given_and_no_miss_if_not() -> None:
    optional = annotation(people=[person("Anna Bell", optional=True)])
    assert score(optional, annotation(people=[ANNA]), "people") == (1, 0, 0)
    assert score(optional, annotation(people=[]), "people") == (0, 0, 0)


def test_an_unnamed_collective_counts_neither_way() -> None:
    some = {"id": "o1", "name": "pay review bodies", "aliases": [], "kind": "other", "in_body": True}
    for given in ([some], []):
        assert score(annotation(organisations=[some]), annotation(organisations=given), "organisations") == (0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("chief executive", "CEO", True),
        ("the NHS chair", "chairwoman of the NHS", True),
        ("chair", "deputy chair", False),
        ("minister", "former minister", False),
        ("acting director", "director", False),
        ("director of finance", "finance director", True),
        ("health minister", "minister", True),
        ("health minister", "transport minister", False),
        ("senior lecturer in public health", "lecturer", False),
    ],
)
def test_titles(one: str, other: str, is_same: bool) -> None:
    assert same_title(one, other) is is_same
    assert same_title(other, one) is is_same


def position(**more: object) -> Item:
    whole = {
        "person": "p1",
        "title": "chair",
        "organisation": "o1",
        "place": None,
        "status": "current",
        "evidence": "x",
        "in_body": True,
    }
    return whole | more


def test_positions_with_and_without_organisation_and_status() -> None:
    gold = annotation(positions=[position()])
    given = annotation(positions=[position(organisation=None, status="former")])
    assert score(gold, given, "positions") == (1, 0, 0)
    assert score(gold, given, "positions with organisation") == (0, 1, 1)
    assert score(gold, given, "position status") == (0, 1, 1)
    assert score(gold, annotation(positions=[position(person="p2")]), "positions") == (0, 1, 1)


def test_alternatives_are_right_too() -> None:
    gold = annotation(positions=[position(organisation_alt=[None], title_alt=["boss of the board"])])
    given = annotation(positions=[position(organisation=None, title="boss of the board")])
    assert score(gold, given, "positions with organisation") == (1, 0, 0)


def test_free_text_must_share_a_telling_word_and_null_is_right_only_for_null() -> None:
    gold = annotation(positions=[position(organisation="the councils of Harrow")])
    for given, wanted in (("Harrow council", (1, 0, 0)), ("the board", (0, 1, 1)), (None, (0, 1, 1))):
        assert (
            score(gold, annotation(positions=[position(organisation=given)]), "positions with organisation") == wanted
        )


def pledge(**more: object) -> Item:
    whole = {"amount": 5_000_000, "currency": "GBP", "surface": "£5m", "money_kind": "unspecified", "status": "announced",
             "pledger": "o1", "announced_by": "p1", "recipient": "the pool", "purpose": None, "period": None, "occasion": None,
             "evidence": "£5m for the pool", "same_as": None}  # fmt: skip
    return whole | more


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        ({}, {"sum": 1, "status": 1, "pledger": 1, "recipient": 1, "all": 1}),
        ({"status": "spent"}, {"sum": 1, "status": 0, "pledger": 1, "recipient": 1, "all": 0}),
        ({"pledger": None}, {"sum": 1, "status": 1, "pledger": 0, "recipient": 1, "all": 0}),
        ({"recipient": "swimming pools"}, {"sum": 1, "status": 1, "pledger": 1, "recipient": 1, "all": 1}),
        ({"currency": "EUR"}, {"sum": 0, "status": 0, "pledger": 0, "recipient": 0, "all": 0}),
        ({"amount": 5}, {"sum": 0, "status": 0, "pledger": 0, "recipient": 0, "all": 0}),
    ],
)
def test_money(change: Item, rows: dict[str, int]) -> None:
    gold, given = annotation(pledges=[pledge()]), annotation(pledges=[pledge(**change)])
    assert {row: score(gold, given, f"funding: {row}")[0] for row in rows} == rows


def test_money_that_is_promised_asked_for_or_needed_is_counted_apart() -> None:
    gold = annotation(pledges=[pledge(), pledge(status="spent", amount=1, surface="£1")])
    assert score(gold, annotation(pledges=[pledge()]), "forward money") == (1, 0, 0)
    assert score(gold, annotation(pledges=[pledge()]), "funding: sum") == (1, 1, 0)


def test_amounts_count_whether_pledge_or_figure() -> None:
    figure = {"surface": "£5m", "what": "cost", "evidence": "£5m"}
    assert score(annotation(pledges=[pledge()]), annotation(figures=[figure]), "money amounts") == (1, 0, 0)
    counts = annotation(figures=[{"surface": "40 per cent", "what": "share", "evidence": "40 per cent"}])
    assert score(counts, annotation(), "money amounts") == (0, 0, 0)


def quote(text: str, **more: object) -> Item:
    return {"speaker": "p1", "text": text, "verb": "said", "indirect": False} | more


def test_quotations_by_overlap_and_speaker() -> None:
    gold = annotation(quotes=[quote("one two three four five six seven eight nine ten")])
    long_enough = annotation(quotes=[quote("one two three four five six seven")])
    too_short = annotation(quotes=[quote("one two three four five six")])
    somebody = annotation(quotes=[quote("one two three four five six seven eight nine ten", speaker="p2")])
    assert score(gold, long_enough, "direct quotes: text") == (1, 0, 0)
    assert score(gold, too_short, "direct quotes: text") == (0, 1, 1)
    assert score(gold, somebody, "direct quotes: text") == (1, 0, 0)
    assert score(gold, somebody, "direct quotes: speaker") == (0, 1, 1)
    assert score(gold, annotation(quotes=[quote("one two", indirect=True)]), "direct quotes: text") == (0, 1, 0)


def test_relations_stance_events_and_who_took_part() -> None:
    relation = {"subject": "p1", "relation": "criticises", "object": "o1", "evidence": "x"}
    stance = {"person": "p1", "towards": "the Ferry Road pool plan", "value": "critical", "evidence": "x"}
    part = {"person": "p1", "role": "speaker"}
    event = {
        "name": "Harrow Summit",
        "date": None,
        "place": None,
        "organiser": None,
        "participants": [part],
        "evidence": "x",
    }
    gold = annotation(relations=[relation], stance=[stance], events=[event])
    same = annotation(
        relations=[relation],
        stance=[stance | {"towards": "pool plans"}],
        events=[event | {"name": "the summit in Harrow"}],
    )
    assert [score(gold, same, row)[0] for row in ("relations", "stance", "events", "event participants")] == [
        1,
        1,
        1,
        1,
    ]
    turned = annotation(relations=[relation | {"subject": "o1", "object": "p1"}], stance=[stance | {"value": "mixed"}])
    assert [score(gold, turned, row)[0] for row in ("relations", "stance")] == [0, 0]


def test_texts_before_comparison() -> None:
    assert plain("The  Trust’s") == "trust"
    assert overlap("one two three four", "one two") == 0.5
    assert overlap("", "one") == 0.0
    assert share_heads("the hospices", "a hospice in Harrow")
    assert not share_heads("the of", "the of")


def test_an_empty_row_is_no_division_by_zero() -> None:
    assert (Row().precision, Row().recall, Row().f1) == (1.0, 1.0, 1.0)
    assert (Row(missed=1).precision, Row(missed=1).recall, Row(missed=1).f1) == (0.0, 0.0, 0.0)


def folders(tmp_path: Path, gold: Item, predicted: Item | None) -> tuple[Path, Path]:
    for name, value in (("gold", gold), ("predicted", predicted)):
        (tmp_path / name).mkdir()
        if value is not None:
            (tmp_path / name / "a.json").write_text(json.dumps(value), encoding="utf-8")
    (tmp_path / "gold" / "a.txt").write_text("Anna Bell chairs the Harrow Trust.", encoding="utf-8")
    return tmp_path / "gold", tmp_path / "predicted"


def test_a_report_names_every_error_with_its_sentence(tmp_path: Path) -> None:
    scores = evaluate(*folders(tmp_path, annotation(), annotation(people=[ANNA])))
    text = as_text(scores, per_document=True, errors=True)
    assert "missed  a  Peter Marsh" in text
    assert "── a" in text
    assert json.loads(as_json(scores))["rows"]["people"] == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
        "right": 1,
        "missed": 1,
        "false": 0,
    }


def test_a_missing_prediction_is_all_missed_and_said(tmp_path: Path) -> None:
    gold, predicted = folders(tmp_path, annotation(), None)
    (predicted / "b.json").write_text(json.dumps(annotation()), encoding="utf-8")
    scores = evaluate(gold, predicted)
    assert scores.rows["people"].missed == 2
    assert any("a: in the gold" in warning for warning in scores.warnings)
    assert any("b: no gold" in warning for warning in scores.warnings)


@pytest.mark.parametrize(
    ("content", "said"), [("{", "not readable as JSON"), ("[]", "no annotation file"), (None, "no annotation file")]
)
def test_what_cannot_be_compared_is_named(tmp_path: Path, content: str | None, said: str) -> None:
    gold, predicted = folders(tmp_path, annotation(), None)
    if content is not None:
        (predicted / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=said):
        evaluate(gold, predicted)
    with pytest.raises(EvaluationError, match="no such folder"):
        evaluate(tmp_path / "nowhere", predicted)
