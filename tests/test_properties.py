"""What holds for any text and any order: offsets quote the text, ids come from content, the graph survives its own formats."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import PROV

import kg
from kg import ontology as o
from kg.extract import extract_all
from kg.mention import parse_document
from kg.model import Piece, Reading
from kg.read import read_document
from kg.read.personal import mask
from kg.settings import Settings

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PEOPLE = ["Anna Bell", "Peter Marsh", "Dame Joan O’Hara", "Cllr Li Wei"]
BODIES = ["Harrow Council", "the Harrow Leisure Trust", "NHS Harrow", "the Department for Ponds"]
ROLES = ["chair", "chief executive", "deputy leader", "finance director", "minister"]
SENTENCES = st.one_of(
    st.builds(
        "{}, {} of {}, said the pool would open.".format,
        st.sampled_from(PEOPLE),
        st.sampled_from(ROLES),
        st.sampled_from(BODIES),
    ),
    st.builds("“We need £{}m for the pool,” said {}.".format, st.integers(1, 999), st.sampled_from(PEOPLE)),
    st.builds(
        "{} will spend £{}m on repairs over {} years.".format,
        st.sampled_from(BODIES),
        st.integers(1, 999),
        st.integers(2, 9),
    ),
    st.builds("{} criticised {}.".format, st.sampled_from(PEOPLE), st.sampled_from(BODIES)),
    st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x2FFF), max_size=60),
)
PAGES = st.lists(SENTENCES, min_size=3, max_size=10).map("\n\n".join)
OPENING = "The council met again on Tuesday to talk about the pool, and it was not a short meeting by any means.\n\n"


def reading_of(text: str) -> Reading:
    document = read_document(Piece("a.txt", (OPENING + text).encode()), name="a")
    articles = parse_document(document, Settings().model)
    return Reading(
        document, tuple(c for a in articles for c in a.chains), tuple(f for a in articles for f in extract_all(a))
    )


@settings(max_examples=25, deadline=None)
@given(PAGES)
def test_every_fact_quotes_the_text_and_every_mention_too(text: str) -> None:
    reading = reading_of(text)
    whole = reading.document.text
    for chain in reading.chains:
        for mention in chain.mentions:
            assert whole[mention.start : mention.end] == mention.words
    for fact in reading.facts:
        assert fact.evidence
        assert 0 < fact.belief <= 1
        for piece in fact.evidence:
            assert whole[piece.start : piece.end] == piece.words


@settings(max_examples=10, deadline=None)
@given(PAGES)
def test_the_same_text_is_read_the_same(text: str) -> None:
    one, other = reading_of(text), reading_of(text)
    assert one == other
    ids = [fact.id_in(one.document.content_hash) for fact in one.facts]
    assert len(ids) == len(set(ids))


@given(st.text())
def test_masking_moves_no_offset(text: str) -> None:
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_articles_give_the_same_graph(tmp_path: Path, seed: int) -> None:
    shuffled = list(SEEDS)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    kg.build(shuffled, tmp_path / "out")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == (
        SEEDS[0].parent.parent / "output" / "graph.ttl"
    ).read_bytes()


def test_an_article_taken_away_takes_exactly_its_facts(tmp_path: Path) -> None:
    kg.build(SEEDS[:2], tmp_path / "two")
    kg.build(SEEDS[:1], tmp_path / "one")
    two, one = (Graph().parse(tmp_path / name / "graph.ttl") for name in ("two", "one"))

    def facts(graph: Graph, file: Path) -> set[object]:
        """The facts that quote the file."""
        pieces = {p for p, d in graph.subject_objects(o.OA.hasSource) if str(d).endswith(f"/{file.stem}")}
        return {fact for fact, piece in graph.subject_objects(PROV.wasDerivedFrom) if piece in pieces}

    assert facts(two, SEEDS[0]) == facts(one, SEEDS[0]) != set()
    assert facts(two, SEEDS[1])
    assert not facts(one, SEEDS[1])
