"""The reference graph as a stranger's software meets it: every fact leads to words and article, the formats agree, others can read them."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from rdflib import BNode, Dataset, Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import ORG, PROV, RDF, RDFS, SDO

from kg import ontology as o
from kg.graph.tell import is_head

OUTPUT = Path(__file__).parent.parent.parent / "output"
FACTS = (
    o.POSITION_HELD,
    o.FUNDING_STATEMENT,
    o.STATEMENT,
    o.STANCE,
    o.EVENT_REPORT,
    o.PARTICIPATION,
    o.RELATION,
    o.FIGURE,
)


@cache
def turtle() -> Graph:
    return Graph().parse(OUTPUT / "graph.ttl")


def quads() -> int:
    """Triples of TriG: what two articles both say stands in both their graphs."""
    dataset = Dataset()
    dataset.parse(OUTPUT / "graph.trig")
    return sum(len(graph) for graph in dataset.graphs())


def triples(graph: Graph) -> set[object]:
    return set(graph)


def test_no_node_is_blank() -> None:
    assert [node for triple in turtle() for node in triple if isinstance(node, BNode)] == []


def test_every_fact_leads_to_words_position_and_article() -> None:
    graph = turtle()
    facts = [fact for kind in FACTS for fact in graph.subjects(RDF.type, kind)]
    assert len(facts) > 100
    for fact in facts:
        pieces = list(graph.objects(fact, PROV.wasDerivedFrom))
        assert pieces, fact
        for piece in pieces:
            selectors = list(graph.objects(piece, o.OA.hasSelector))
            kinds = {kind for selector in selectors for kind in graph.objects(selector, RDF.type)}
            assert kinds == {o.OA.TextPositionSelector, o.OA.TextQuoteSelector}, piece
            article = graph.value(piece, o.IN_ARTICLE)
            document = graph.value(piece, o.OA.hasSource)
            assert (article, RDF.type, SDO.NewsArticle) in graph
            assert (article, SDO.isPartOf, document) in graph
            assert graph.value(document, SDO.sha256) is not None
    articles = set(graph.subjects(RDF.type, SDO.NewsArticle))
    for term, least in ((SDO.headline, 5), (SDO.datePublished, 1)):  # what the pages say of themselves
        assert sum(graph.value(article, term) is not None for article in articles) >= least, term


def test_every_own_term_in_use_is_declared() -> None:
    used = {node for triple in turtle() for node in triple if isinstance(node, URIRef) and node.startswith(str(o.K))}
    assert used <= o.declared()


def test_every_iri_of_our_own_that_is_pointed_to_is_described() -> None:
    graph = turtle()
    described = set(graph.subjects())
    pointed = {node for node in graph.objects() if isinstance(node, URIRef) and node.startswith("https://kg.example/")}
    assert {node for node in pointed - described if not node.startswith(str(o.K))} == set()


def test_shortcuts_rest_on_facts() -> None:
    graph = turtle()
    for person, body in graph.subject_objects(ORG.memberOf):
        holdings = set(graph.subjects(ORG.member, person)) & set(graph.subjects(ORG.organization, body))
        assert holdings, (person, body)


def test_turtle_trig_and_json_ld_say_the_same() -> None:
    dataset = Dataset()
    dataset.parse(OUTPUT / "graph.trig")
    joined = Graph()
    for graph in dataset.graphs():
        for triple in graph:
            joined.add(triple)
    json_ld = Graph().parse(OUTPUT / "graph.jsonld", format="json-ld")
    assert triples(joined) == triples(turtle())
    assert isomorphic(json_ld, turtle())


def test_what_an_article_says_stands_in_its_own_graph() -> None:
    dataset = Dataset()
    dataset.parse(OUTPUT / "graph.trig")
    names = {str(g.identifier) for g in dataset.graphs() if len(g)}
    articles = {str(node) for node in turtle().subjects(RDF.type, SDO.NewsArticle)}
    assert names == articles | {"https://kg.example/graph/merged"}


def test_a_third_party_parser_reads_turtle_without_a_warning() -> None:
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed (apt-get install raptor2-utils): Turtle is not read by a third party here")
    for file, syntax in (("graph.ttl", "turtle"), ("graph.trig", "trig")):
        done = subprocess.run(["rapper", "-i", syntax, "-c", OUTPUT / file], capture_output=True, text=True, check=True)
        count = len(turtle()) if syntax == "turtle" else quads()
        assert f"returned {count} triples" in done.stderr
        assert "arning" not in done.stderr, done.stderr
        assert "rror" not in done.stderr, done.stderr


def test_every_ontology_file_is_read_without_a_warning() -> None:
    folder = OUTPUT.parent / "ontology"
    if shutil.which("rapper") is None:
        pytest.skip(
            "rapper is not installed (apt-get install raptor2-utils): ontology/ is not read by a third party here"
        )
    for file in sorted(folder.glob("*.ttl")):
        done = subprocess.run(["rapper", "-i", "turtle", "-c", file], capture_output=True, text=True, check=True)
        assert "arning" not in done.stderr, done.stderr


def test_the_list_of_facts_is_the_ontology_s() -> None:
    terms = Graph().parse(OUTPUT.parent / "ontology" / "kg.ttl")
    assert set(terms.subjects(RDFS.subClassOf, o.FACT)) == set(FACTS)


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("chief executive", True),
        ("acting chair", True),
        ("director general of finance", False),
        ("deputy leader", False),
    ],
)
def test_only_the_head_of_the_whole_body_is_its_head(title: str, heads: bool) -> None:
    assert is_head(title) is heads
