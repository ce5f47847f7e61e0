"""What the nouns compute of themselves."""

from __future__ import annotations

import pytest

from kg.model import Evidence, Figure, Phrase, joined_belief


def figure(document: str, words: str, belief: float) -> Figure:
    evidence = Evidence(document, 0, 0, len(words), words, "figures/1")
    return Figure(evidence=(evidence,), belief=belief, surface=Phrase(0, len(words), words), what="count")


def test_independent_articles_raise_the_belief() -> None:
    told = [figure("one", "The pool costs five million.", 0.8), figure("two", "It will cost £5m, she said.", 0.7)]
    assert joined_belief(told, {}) == pytest.approx(0.94)


def test_one_article_that_says_it_twice_counts_once() -> None:
    told = [figure("one", "The pool costs five million.", 0.8), figure("one", "Five million for a pool.", 0.7)]
    assert joined_belief(told, {}) == pytest.approx(0.8)


def test_agency_copy_counts_once_however_many_print_it() -> None:
    told = [figure(name, "The pool costs  five million.", 0.8) for name in ("one", "two", "three")]
    assert joined_belief(told, {}) == pytest.approx(0.8)
