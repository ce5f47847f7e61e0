"""What people think of what an article is about, where no rule says it. All names are invented."""

from __future__ import annotations

import pytest

from kg.extract import extract_all
from kg.extract._view_learnt import likelihoods
from kg.lexicon import rows
from kg.model import Stance
from tests.reading import parse_news

HEADLINE = "Council to close Brook Lane library"
OPENING = "The council is to close the Brook Lane library in April."
LEARNT = [
    ("Campaigner Peter Marsh, whose mother goes there every day, asked where she was supposed to go.", "critical"),
    ("Peter Marsh urged the council to think again and asked who would be left.", "critical"),
    ("Council leader Anna Bell said it was the right thing to do and would save money for schools.", "supportive"),
    ("Librarian Anna Bell said forms would be available from Monday.", ""),
    ("Peter Marsh declined to comment.", ""),
    ("Inspector Anna Bell said the figures would be published in May.", ""),
]


def stances(*sentences: str) -> list[Stance]:
    article = parse_news(HEADLINE, " ".join([OPENING, *sentences]))
    return [fact for fact in extract_all(article) if isinstance(fact, Stance)]


@pytest.mark.parametrize(("sentence", "value"), LEARNT)
def test_implied_views_are_read_and_plain_report_is_not(sentence: str, value: str) -> None:
    found = stances(sentence)
    assert [str(fact.value) for fact in found] == ([value] if value else [])
    assert all(0.5 <= fact.belief < 1 for fact in found)


def test_a_view_quotes_the_sentence_and_what_it_is_about() -> None:
    (fact,) = stances("Peter Marsh urged the council to think again and asked who would be left.")
    assert [piece.words.startswith("Peter") for piece in fact.evidence] == [True, False]
    assert "library" in fact.evidence[1].words
    assert all(piece.extractor.endswith("learnt") for piece in fact.evidence)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Anna Bell welcomed the move.", "supportive"),
        ("Anna Bell opposed the closure.", "critical"),
        ("Anna Bell voted against.", "critical"),
    ],
)
def test_rules_read_views_of_what_the_article_is_about(sentence: str, value: str) -> None:
    (fact,) = stances(sentence)
    assert (str(fact.value), fact.evidence[0].extractor) == (value, "stance/6")


def test_what_a_report_says_is_not_the_speaker_s_view() -> None:
    found = stances("Anna Bell confirmed the closure would begin after a report which branded the closure a mess.")
    assert not found


def test_what_somebody_else_does_in_the_sentence_is_not_their_view() -> None:
    assert not stances("As Anna Bell named the day, the Harrow Trust urged her to think again and feared the worst.")


def test_a_broadcast_is_no_undertaking() -> None:
    found = stances("Anna Bell told Radio Harrow's Morning Programme that she rejected its idea of news.")
    assert not [fact for fact in found if "Programme" in fact.towards.words]


def test_in_an_article_about_no_undertaking_no_view_is_guessed() -> None:
    article = parse_news(
        "Retired judge dies", "Lord Tarn has died. Anna Bell said he was a wonderful man and a great loss."
    )
    assert not [fact for fact in extract_all(article) if isinstance(fact, Stance)]


def test_likelihoods_are_a_distribution() -> None:
    assert sum(likelihoods(["any", "phrase - 1"]).values()) == pytest.approx(1)


def test_no_cue_of_the_learnt_weights_is_a_name() -> None:
    cues = [cue for cue, *_ in rows("view_weights")[1:]]
    assert len(cues) > 500
    assert not [cue for cue in cues if any(word.istitle() for word in cue.split())]
