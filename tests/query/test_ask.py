"""`kg query`: saved questions, files and SPARQL, in three formats; what cannot be asked is a clear error."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import ask, saved_questions
from kg.query.ask import SAVED, parameters_of

OUTPUT = Path(__file__).parent.parent.parent / "output"
PEOPLE = "SELECT ?name WHERE { ?p a schema:Person ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.mark.parametrize("name", list(saved_questions()))
def test_every_saved_question_has_a_title_and_can_be_asked(name: str) -> None:
    assert saved_questions()[name].strip()
    text = SAVED.joinpath(f"{name}.rq").read_text(encoding="utf-8")
    answer = ask(OUTPUT, name, parameters=dict.fromkeys(parameters_of(text), "nothing of the kind"))
    assert answer.endswith(("rows)", "row)"))


def test_a_question_without_its_parameter_says_what_it_needs() -> None:
    with pytest.raises(QueryError, match='the question needs -p occasion="…" -p about="…"'):
        ask(OUTPUT, "money-of-an-occasion")


def test_the_three_formats_say_the_same() -> None:
    table = ask(OUTPUT, PEOPLE).splitlines()
    rows = list(csv.DictReader(io.StringIO(ask(OUTPUT, PEOPLE, output="csv"))))
    found = json.loads(ask(OUTPUT, PEOPLE, output="json"))
    names = [binding["name"]["value"] for binding in found["results"]["bindings"]]
    assert [row["name"] for row in rows] == names == table[2:-1]
    assert table[-1] == f"({len(names)} rows)"


def test_a_file_and_the_other_forms_of_sparql(tmp_path: Path) -> None:
    (tmp_path / "people.rq").write_text(PEOPLE, encoding="utf-8")
    assert ask(OUTPUT, str(tmp_path / "people.rq")) == ask(OUTPUT, PEOPLE)
    assert ask(OUTPUT, "ASK { ?p a schema:Person }") == "true"
    assert json.loads(ask(OUTPUT, "ASK { ?p a k:Nothing }", output="json")) == {"boolean": False}
    assert "Person" in ask(OUTPUT, "CONSTRUCT { ?p a schema:Person } WHERE { ?p a schema:Person }")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("no-such-question", "no saved question of that name"),
        ("nowhere.rq", "no such file"),
        ("SELECT WHERE {", "Expected SPARQL 1.1"),
        ("DELETE WHERE { ?a ?b ?c }", "Expected SPARQL 1.1"),
    ],
)
def test_what_cannot_be_asked(question: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        ask(OUTPUT, question)


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"holds no graph\.ttl"):
        ask(tmp_path, PEOPLE)
