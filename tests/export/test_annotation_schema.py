"""The JSON Schema of annotations: what a build writes and what people wrote both fit it, and it names the model's own values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph
from rdflib.namespace import SKOS

from kg import ontology as o
from kg.model import RELATIONS, FundingStatus, PositionStatus, StanceValue

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*(ROOT / "tests" / "gold").glob("*/*.json"), *(ROOT / "output" / "annotations").glob("*.json")])
SCHEMA: dict[str, Any] = json.loads(files("kg.export").joinpath("annotation.schema.json").read_text(encoding="utf-8"))


def problems(annotation: object) -> list[str]:
    return [
        f"{'/'.join(map(str, error.path))}: {error.message}"
        for error in Draft202012Validator(SCHEMA).iter_errors(cast(Mapping[str, Any], annotation))
    ]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem[:3]}")
def test_gold_and_build_fit(file: Path) -> None:
    assert problems(json.loads(file.read_text(encoding="utf-8"))) == []


def values(sort: str, field: str) -> set[str]:
    return set(SCHEMA["$defs"][sort]["properties"][field]["enum"])


def concepts(scheme: str) -> set[str]:
    graph = Graph().parse(data=o.ontology_file("schemes.ttl"), format="turtle")
    return {str(node).rsplit("/", 1)[-1] for node in graph.subjects(SKOS.inScheme, o.SCHEME[scheme])}


def test_the_values_are_the_model_s_and_the_schemes() -> None:
    assert values("position", "status") == set(PositionStatus)
    assert values("pledge", "status") == set(FundingStatus) | {"re-announced", "criticised_as_insufficient"}
    assert values("relation", "relation") == set(RELATIONS)
    assert values("stance", "value") == set(StanceValue)
    assert values("organisation", "kind") == concepts("organisation-sort")
    assert values("participant", "role") == concepts("event-role")


@pytest.mark.parametrize(
    "damage",
    [
        lambda a: a.pop("people"),
        lambda a: a["people"][0].pop("name"),
        lambda a: a["people"][0].update(id="Hopson"),
        lambda a: a["people"][0].update(age=40),
        lambda a: a["positions"][0].update(status="retired"),
        lambda a: a["positions"][0].update(belief=1.5),
        lambda a: a["articles"][0].update(published="last week"),
        lambda a: a["quotes"][0].update(indirect="no"),
    ],
)
def test_a_wrong_annotation_does_not_fit(damage: Any) -> None:
    annotation = deepcopy(
        json.loads(sorted((ROOT / "output" / "annotations").glob("*.json"))[-1].read_text(encoding="utf-8"))
    )
    damage(annotation)
    assert problems(annotation)
