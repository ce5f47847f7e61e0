"""Plain tokens say what the language model's own say."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

import kg
from kg.mention import parse_document, parse_documents
from kg.mention._plain import plain
from kg.mention.parse import load_model
from kg.model import Article, Document, Span
from kg.parsed import ParsedArticle
from kg.tokens import Doc

SAME = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws is_alpha is_punct is_quote is_space is_upper "
    "is_currency like_num is_sent_start"
).split()
TOKENS = "children lefts rights subtree conjuncts ancestors".split()
TEXTS = (
    "Moira Standing, the chief executive of Wrexley NHS Trust, said: “We’ll spend £37m on beds, nurses and  porters.” She left.",
    "What the board, which met in May, had not been told about was the cost.",
    "«Oui» — said he",
)


@pytest.fixture(params=TEXTS)
def both(request: pytest.FixtureRequest) -> tuple[Any, Doc]:
    """A text's parse as spaCy gives it, and plain."""
    text: str = request.param
    parsed = load_model(kg.Settings().model)(text)
    return parsed, plain(parsed, text)


def run(tokens: Any) -> tuple[Any, ...]:
    """What there is to know of a run."""
    root = tokens.root.i if len(tokens) else None
    return tokens.start, tokens.end, tokens.text, tokens.label_, tokens.start_char, tokens.end_char, root


def test_tokens(both: tuple[Any, Doc]) -> None:
    spacys, plains = both
    assert len(spacys) == len(plains)
    for one, other in zip(spacys, plains, strict=True):
        for name in SAME:
            assert getattr(one, name) == getattr(other, name), (one, name)
        for name in TOKENS:
            assert [t.i for t in getattr(one, name)] == [t.i for t in getattr(other, name)], (one, name)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(one, name).i == getattr(other, name).i, (one, name)
        assert run(one.sent) == run(other.sent)


def test_runs(both: tuple[Any, Doc]) -> None:
    spacys, plains = both
    for start, end in combinations(range(-2, len(spacys) + 2), 2):
        one, other = spacys[start:end], plains[start:end]
        assert run(one) == run(other)
        assert [t.i for t in one] == [t.i for t in other]
        for name in ("ents", "sents") if len(one) else ():
            assert [run(part) for part in getattr(one, name)] == [run(part) for part in getattr(other, name)], name


def test_stretches_of_characters(both: tuple[Any, Doc]) -> None:
    spacys, plains = both
    for start, end in combinations(range(-2, len(spacys.text) + 3), 2):
        one, other = spacys.char_span(start, end, alignment_mode="expand"), plains.char_span(start, end)
        assert (one is None) == (other is None)
        assert one is None or run(one) == run(other)


def test_the_token_before_the_first_is_none() -> None:
    doc = plain(load_model(kg.Settings().model)("Harrow pays."), "Harrow pays.")
    assert doc[0].nbor().text == "pays"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()


def test_what_is_read_together_is_read_as_alone() -> None:
    documents = [
        Document(str(n), f"{n}.txt", text, str(n) * 64, (Article(0, Span(0, len(text))),))
        for n, text in enumerate(TEXTS)
    ]
    model = kg.Settings().model
    together = [said(articles) for articles in parse_documents(documents, model)]
    assert together == [said(parse_document(document, model)) for document in documents]
    assert together[0] != together[1]


def said(articles: list[ParsedArticle]) -> list[object]:
    """What was found in articles."""
    return [
        (a.mentions, a.chains, a.roles, [[(t.text, t.dep_) for t in p.doc] for p in a.paragraphs]) for a in articles
    ]
