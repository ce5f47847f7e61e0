"""`kg check` finds what is wrong with a built graph and says it in plain words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal
from rdflib.namespace import PROV, RDF, SDO, SKOS

from kg import ontology as o
from kg.errors import QueryError
from kg.graph.check import check

OUTPUT = Path(__file__).parent.parent.parent / "output"


def damaged(folder: Path, damage: Callable[[Graph], object]) -> list[str]:
    """What is found in a copy of the reference build after the damage."""
    copy = folder / "out"
    shutil.copytree(OUTPUT, copy)
    graph = Graph().parse(copy / "graph.ttl")
    damage(graph)
    graph.serialize(copy / "graph.ttl", format="turtle")
    return check(copy)


def first(graph: Graph, kind: object) -> object:
    return min(node for node in graph.subjects(RDF.type, kind))  # type: ignore[type-var,arg-type]


def without(kind: object, term: object) -> Callable[[Graph], object]:
    return lambda graph: graph.remove((first(graph, kind), term, None))  # type: ignore[arg-type]


def test_the_reference_build_is_sound() -> None:
    assert check(OUTPUT) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (without(o.POSITION_HELD, PROV.wasDerivedFrom), "a fact without evidence"),
        (without(o.STATEMENT, o.BELIEF), "belief"),
        (without(o.STATEMENT, o.FOUND_BY), "what found it"),
        (without(o.POSITION_HELD, o.PERSON), "person"),
        (without(o.OA.SpecificResource, o.IN_ARTICLE), "evidence needs its article"),
        (without(SDO.Person, SKOS.prefLabel), "an entity needs one name"),
        (without(o.OA.TextQuoteSelector, o.OA.exact), "exact"),
        (lambda g: g.add((BNode(), RDF.type, o.FIGURE)), "blank node"),
        (lambda g: g.set((first(g, o.OA.TextQuoteSelector), o.OA.exact, Literal("never said"))), "says “never said”"),
        (lambda g: g.set((first(g, o.OA.TextPositionSelector), o.OA.start, Literal("here"))), "expected two numbers"),
        (lambda g: g.set((first(g, SDO.MonetaryAmount), SDO.currency, Literal("pounds"))), "currency"),
    ],
)
def test_a_damaged_graph_is_found_out(tmp_path: Path, damage: Callable[[Graph], object], said: str) -> None:
    problems = damaged(tmp_path, damage)
    assert problems
    assert any(said in problem for problem in problems), problems


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    shutil.copytree(OUTPUT, tmp_path / "out")
    gone = min((tmp_path / "out" / "articles").iterdir())
    gone.unlink()
    assert any(f"articles/{gone.name} is missing" in problem for problem in check(tmp_path / "out"))


def test_a_folder_without_a_build_and_broken_turtle_are_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"holds no graph\.ttl"):
        check(tmp_path)
    (tmp_path / "graph.ttl").write_text("this is no turtle", encoding="utf-8")
    with pytest.raises(QueryError, match="no readable Turtle"):
        check(tmp_path)
