"""Every term has a constant, every constant a term, and each is explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import ontology as o
from kg.model import RELATIONS

FOLDER = Path(__file__).parent.parent / "ontology"


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(FOLDER / "kg.ttl")


def constants() -> set[URIRef]:
    own = {value for value in vars(o).values() if isinstance(value, URIRef) and value.startswith(str(o.K))}
    return own | set(o.RELATION_OF.values())


def test_constants_and_terms_are_the_same() -> None:
    assert constants() == o.declared()


def test_every_term_is_explained(terms: Graph) -> None:
    for term in sorted(o.declared()):
        for needed in (RDFS.label, RDFS.comment, SKOS.example):
            assert terms.value(term, needed) is not None, f"{term} has no {needed}"
        if (term, RDF.type, OWL.Class) not in terms:
            for needed in (RDFS.domain, RDFS.range):
                assert terms.value(term, needed) is not None, f"{term} has no {needed}"


def test_every_relation_of_the_model_has_a_term() -> None:
    assert set(o.RELATION_OF) == set(RELATIONS)


def test_every_role_concept_of_the_lexicon_stands_in_the_scheme() -> None:
    from kg.lexicon.roles import role_heads

    schemes = Graph().parse(FOLDER / "schemes.ttl")
    for concept, _ in role_heads().values():
        assert (o.concept("role", concept), RDF.type, SKOS.Concept) in schemes, concept
