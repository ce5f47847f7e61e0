"""The Turtle writer: what it writes is read back as it was, whatever the letters, and reads well."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF, SDO, SKOS, XSD
from rdflib.term import Node

from kg.built import Triple
from kg.export._turtle import Writer
from kg.graph.literals import decimal
from kg.graph.rdf import plain

BASE = "https://example.org/graph/"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t\"\\'"), max_size=30)
NAME = st.from_regex(r"[a-z0-9][a-z0-9/_~%-]{0,20}", fullmatch=True)
VALUE = st.one_of(
    TEXT.map(Literal),
    TEXT.map(lambda text: Literal(text, lang="en")),
    st.integers(0, 10**12).map(lambda number: Literal(number, datatype=XSD.nonNegativeInteger)),
    st.decimals(0, 10**12, places=3).map(lambda number: Literal(Decimal(number))),
    st.booleans().map(Literal),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=XSD.date)),
    NAME.map(lambda name: URIRef(BASE + name)),
)
TRIPLE = st.tuples(
    NAME.map(lambda name: URIRef(BASE + name)),
    st.sampled_from([RDF.type, SKOS.prefLabel, SDO.text, PROV.wasDerivedFrom, URIRef("https://else.example/p#1x")]),
    VALUE,
)


def plainly(triples: Iterable[tuple[URIRef, URIRef, Node]]) -> list[Triple]:
    """Triples of rdflib as a build makes them."""
    return [(str(subject), str(predicate), plain(value)) for subject, predicate, value in triples]


@given(VALUE)
def test_the_literals_of_a_build_are_those_of_rdflib(value: Node) -> None:
    plainly_ = plain(value)
    if isinstance(value, Literal):
        assert isinstance(plainly_, tuple)
        assert Literal(plainly_.words, datatype=plainly_.datatype or None, lang=plainly_.language or None) == value
    else:
        assert plainly_ == str(value)


@given(st.floats(-1e18, 1e18))
def test_decimals_are_written_as_rdflib_writes_them(value: float) -> None:
    assert plain(Literal(Decimal(str(round(value, 3))))) == decimal(value)


@given(st.lists(TRIPLE, max_size=12), st.randoms())
def test_what_is_written_is_read_back_and_the_order_does_not_matter(
    found: list[tuple[URIRef, URIRef, Node]], chance: object
) -> None:
    triples: list[tuple[URIRef, URIRef, Node]] = [
        (s, p, o if p != RDF.type else URIRef(BASE + "kind")) for s, p, o in found
    ]
    writer = Writer(BASE)
    written = writer.head() + "".join(body for _, body in writer.groups(plainly(triples)))
    shuffled = list(triples)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert writer.head() + "".join(body for _, body in writer.groups(plainly(shuffled))) == written
    wanted = Graph()
    for triple in triples:
        wanted.add(triple)
    assert set(Graph().parse(data=written, format="turtle")) == set(wanted)


@pytest.mark.parametrize("base", ["https://example.org/graph#", "urn:kg:"])
def test_a_base_without_a_slash_is_written_in_full(base: str) -> None:
    triple = (URIRef(f"{base}person/anna"), SKOS.prefLabel, Literal("Anna"))
    writer = Writer(base)
    written = writer.head() + writer.body(plainly([triple]))
    assert "@base" not in written
    assert set(Graph().parse(data=written, format="turtle")) == {triple}


def test_a_paragraph_reads_well() -> None:
    anna = URIRef(BASE + "person/anna")
    triples: list[tuple[URIRef, URIRef, Node]] = [
        (anna, RDF.type, SDO.Person),
        (anna, SKOS.prefLabel, Literal("Anna Bell")),
        (anna, SKOS.altLabel, Literal("Bell")),
        (anna, SDO.memberOf, URIRef(BASE + "organisation/harrow-trust")),
    ]
    assert Writer(BASE).body(plainly(triples)) == (
        "<person/anna> a schema:Person ;\n"
        '    skos:prefLabel "Anna Bell" ;\n'
        '    skos:altLabel "Bell" ;\n'
        "    schema:memberOf <organisation/harrow-trust> .\n"
    )
