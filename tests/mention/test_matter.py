"""What an article is about, by headline and opening sentence. All names are invented."""

from __future__ import annotations

import pytest

from tests.reading import parse_news

ABOUT = [
    ("Sixth form to close at Marlow Academy", "Governors have voted to close its sixth form in 2026.", "sixth form"),
    (
        "Port weighs cruise ship cap",
        "The town is considering a limit of 2,000 passengers a day.",
        "cruise ship cap",
    ),
    (
        "Row over library",
        "Residents can comment on a plan to shut the Brook Lane library.",
        "shut the Brook Lane library",
    ),
    ("State to ban plastic straws", "Straws will disappear under a ban gazetted last week.", "ban"),
    ("Green light for crematorium", "A crematorium is to be built on land off Saltern Lane.", "crematorium"),
]
NOTHING = [
    ("Retired judge dies at 81", "Lord Tarn, who led the inquiry into the Lowick crash, has died."),
    ("Shares close lower", "Shares closed lower on Monday after profits fell."),
    ("Leaders meet in Harrow", "Anna Bell and Peter Marsh met in Harrow on Monday."),
    ("Man found dead in river", "A man of 40 was found dead in the river Tarn."),
]


@pytest.mark.parametrize(("headline", "opening", "words"), ABOUT)
def test_headline_and_opening_say_what_it_is_about(headline: str, opening: str, words: str) -> None:
    article = parse_news(headline, opening)
    assert article.matter is not None
    chain = article.chain_of(article.matter)
    assert chain is not None
    assert words.lower() in " | ".join(m.words for m in chain.mentions).lower()


@pytest.mark.parametrize(("headline", "opening"), NOTHING)
def test_what_is_no_undertaking_is_not_taken_for_one(headline: str, opening: str) -> None:
    assert parse_news(headline, opening).matter is None


def test_what_takes_it_up_later_is_in_its_chain() -> None:
    article = parse_news(
        "Council to shut library", "The council is to shut the Brook Lane library. Anna Bell welcomed the move."
    )
    assert article.matter is not None
    chain = article.chain_of(article.matter)
    assert chain is not None
    assert "move" in [m.words for m in chain.mentions]


def test_an_idea_that_is_spelt_out_is_another_one() -> None:
    article = parse_news(
        "Council to shut library",
        "The council is to shut the Brook Lane library. Anna Bell rejected the idea that it would cost votes.",
    )
    assert "idea" not in [m.words for m in article.mentions]
