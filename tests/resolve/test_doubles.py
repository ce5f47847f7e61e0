"""Articles that appear again: found, kept as one source, and nothing that one of them adds is lost."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest
from rdflib import Graph

from kg.built import Built
from kg.export import turtle
from kg.extract import extract_all
from kg.graph.check import check_shapes
from kg.graph.network import build_network
from kg.graph.rdf import build_graph
from kg.mention import parse_document
from kg.model import Article, Document, Kind, Reading, Span, Statement, Verdict
from kg.resolve import resolve
from kg.resolve.doubles import find_doubles
from kg.settings import Settings
from tests.resolve.stories import BUS, POOL, RELEASE, UPDATE, doubles, edited, strangers, text

BASE = "https://kg.example/"


def unread(name: str, words: str, published: str | None = None) -> Reading:
    """The story as a document of one article, with nothing read in it."""
    head = words.index("\n\n")
    article = Article(0, Span(head + 2, len(words)), Span(0, head), (), words[:head], name, None, published)
    document = Document(name, f"{name}.txt", words, hashlib.sha256(words.encode()).hexdigest(), (article,))
    return Reading(document, (), ())


def reading(name: str, words: str, published: str | None = None) -> Reading:
    """The story, read."""
    document = unread(name, words, published).document
    (article,) = parse_document(document, Settings().model)
    return Reading(document, article.chains, tuple(extract_all(article)))


@pytest.mark.parametrize("name", sorted(doubles()))
def test_a_story_told_twice_is_one_source(name: str) -> None:
    one, other = doubles()[name]
    found, judgements = find_doubles([unread("a", one), unread("b", other)])
    assert [{a.article[0], a.source[0]} for a in found] == [{"a", "b"}]
    assert [j.verdict for j in judgements] == [Verdict.SAME]


@pytest.mark.parametrize("name", sorted(strangers()))
def test_stories_that_share_words_are_two(name: str) -> None:
    one, other = strangers()[name]
    found, judgements = find_doubles([unread("a", one), unread("b", other)])
    assert not found
    assert all(j.verdict is Verdict.UNSURE for j in judgements)


def test_the_first_published_is_the_source_and_the_order_of_files_is_nothing() -> None:
    told = [
        unread("a", text((POOL[0], *UPDATE, *POOL[1:])), "2024-05-03"),
        unread("b", text(edited(POOL))),
        unread("c", text(POOL), "2024-05-02"),
        unread("d", text(BUS), "2024-05-01"),
    ]
    found = find_doubles(told)
    assert [(a.article[0], a.source[0]) for a in found[0]] == [("a", "c"), ("b", "c")]
    for seed in range(5):
        mixed = random.Random(seed).sample(told, k=4)  # noqa: S311 - a shuffle
        assert find_doubles(mixed) == found


def test_a_digest_of_two_stories_does_not_make_them_one() -> None:
    digest = text(("News in brief", *POOL[1:5], *BUS[1:5]))
    found, _ = find_doubles(
        [unread("a", text(POOL), "2024-05-01"), unread("b", text(BUS), "2024-05-02"), unread("c", digest)]
    )
    assert [(a.article[0], a.source[0]) for a in found] in ([("c", "a")], [("c", "b")], [])


def test_what_both_say_counts_once_and_what_the_update_adds_stays() -> None:
    first = reading("a", text(POOL), "2024-05-01")
    update = reading("b", text((POOL[0], *UPDATE, *POOL[1:])), "2024-05-02")
    alone, both = resolve([first]), resolve([first, update])
    again = next(r for r in both.readings if r.document.name == "b")
    assert again.repeated
    assert again.facts
    said = " ".join(f.evidence[0].words for f in again.facts)
    assert "750,000" in said
    assert "120,000" not in said
    assert sorted(map(id, (*again.facts, *again.repeated))) == sorted(map(id, update.facts))
    new = {e.name for e in both.entities if e.kind is Kind.PERSON} - {e.name for e in alone.entities}
    assert new == {"Grace Lund"}


def test_a_copy_changes_no_belief_no_count_and_no_network() -> None:
    first = reading("a", text(POOL), "2024-05-01")
    copy = reading("b", text(edited(POOL)), "2024-05-02")
    other = reading("c", text((*BUS, RELEASE)), "2024-05-02")
    alone, both = (build_network(resolve(some), base=BASE) for some in ([first, other], [first, copy, other]))
    shared = [node for node in alone if node in both]
    assert len(shared) > 10
    for node in shared:
        assert both.nodes[node]["articles"] == alone.nodes[node]["articles"]
    for source, target, key, about in alone.edges(keys=True, data=True):
        if both.has_edge(source, target, key):
            assert both.edges[source, target, key]["belief"] == about["belief"]


def test_equal_bytes_are_an_appearance_with_its_own_date() -> None:
    first = reading("a", text(POOL), "2024-05-01")
    article = replace(first.document.articles[0], publisher="Another Paper", published="2024-05-04")
    document = replace(first.document, name="b", path="b.txt", articles=(article,))
    facts = tuple(replace(f, evidence=tuple(replace(e, document="b") for e in f.evidence)) for f in first.facts)
    found = resolve([Reading(document, first.chains, facts), first])
    assert [(a.article, a.source, a.why) for a in found.appearances] == [
        (("b", 0), ("a", 0), "the same bytes as a.txt")
    ]
    assert [len(r.facts) for r in found.readings] == [len(first.facts), 0]
    assert not [j for j in found.judgements if j.left == j.right]
    built = Built(found, build_graph(found, base=BASE), build_network(found, base=BASE), Settings(base=BASE))
    graph = Graph().parse(data=turtle.export(built)["graph.ttl"], format="turtle")
    assert check_shapes(graph) == []
    assert "Another Paper" in {str(value) for value in graph.objects()}
    assert len(build_network(found, base=BASE)) == len(build_network(resolve([first]), base=BASE))


def test_a_quotation_that_an_editor_touched_is_said_once() -> None:
    found = resolve([reading("a", text(POOL)), reading("b", text(edited(POOL)))])
    said = [f for r in found.readings for f in r.facts if isinstance(f, Statement)]
    assert sum("waited four years" in f.text.words for f in said) == 1


def test_copies_are_found_among_a_thousand_articles() -> None:
    mixed = random.Random(3)  # noqa: S311 - made-up words
    words = [f"word{number}" for number in range(4000)]
    told = [unread(f"d{n:04}", "title\n\n" + " ".join(mixed.choices(words, k=120))) for n in range(1000)]
    copies = [unread(f"e{n:04}", r.document.text + " and one more line") for n, r in enumerate(told[:50])]
    found, _ = find_doubles([*told, *copies])
    assert len(found) == 50
