"""Gatherings that are described: which words make one, which take it up again, and what is none."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.reading import parse_text

GATHERINGS = {
    "A public meeting will be held at Tarn Methodist Church on Thursday.": ["public meeting"],
    "The trust's annual meeting takes place at the Corn Hall on Thursday.": ["annual meeting"],
    "A hearing on flood defences is scheduled for Dec. 9 in Harrow.": ["hearing on flood defences"],
    "The forum will hold a protest meeting at Tarn Gardens on Sunday.": ["protest meeting at Tarn Gardens"],
    "Drop-in events will be held in Harrow on 10 October.": ["Drop-in events"],
    "Union leader Peter Marsh told a rally outside the harbour office that they would stay.": ["rally"],
    "A public inquiry into the turbines opened in Harrow yesterday.": ["public inquiry into the turbines"],
    "President Anna Bell will open a maritime conference in the city on Thursday.": ["maritime conference"],
    "Two days of talks on fishing begin in Harrow on Wednesday.": ["talks on fishing"],
    "They will picket the hall during a two-day conference that begins on Sunday.": ["two-day conference"],
    "The announcement, following a cabinet meeting on Wednesday, was welcomed.": ["cabinet meeting"],
    "Anna Bell, who hosted the conference, said that words were not enough.": ["conference"],
    "Minutes of the Harrow Scrutiny Committee, Wednesday 22 October 2025": [
        "Harrow Scrutiny Committee, Wednesday 22 October 2025"
    ],
    "Minister Anna Bell told the Northern Sheep Show last Thursday that the money would stay.": ["Northern Sheep Show"],
    "Anna Bell said that Monday’s Harrow summit had failed.": ["Harrow summit"],
    "The money was promised at COP31.": ["COP31"],
    "Peter Marsh attended a Tarn Party meeting.": ["Tarn Party meeting"],
    "Mr Marsh told activists at a question and answer session in Harrow that he wanted more.": ["question and answer session"],
    "Leaders are holding talks in Harrow on Monday.": ["talks"],
    "The protest in Harrow on Friday was loud.": ["protest"],
    "It was said before the first annual meeting of his newly-founded trust in Harrow on Monday.": [
        "first annual meeting of his newly-founded trust in Harrow"
    ],
}  # fmt: skip
NONE = (
    "A fire destroyed the workshop in Harrow in 2013.",
    "Its panel, chaired by the former High Court judge Ann Bell, heard evidence in private for three days.",
    "There will be no meeting on Monday.",
    "The council holds regular meetings in Harrow.",
    "Anna Bell told a news conference on Monday that she would stay.",
    "She asked for a broader public debate on dog parks.",
    "The health board told the inquiry that it had spent £730,000.",
    "Police opened an inquiry on Monday.",
    "The Harrow Foundation awards £3.4m to hospices.",
    "Smaller awards of up to £500 were made.",
    "The meeting was in chaos.",
    "Polling day is on 5 May.",
    "Anna Bell spoke on the Harrow Morning Show on Sunday.",
)
AGAIN = {
    "A summit in Harrow ended on Monday.\nAnna Bell said that the Harrow summit had failed.": 1,
    "A public inquiry into the turbines opened in Harrow yesterday.\nAnna Bell told the inquiry that they were ugly.": 1,
    "Anna Bell spoke at a conference in Harrow on Monday.\nPeter Marsh told the meeting that he would stay.": 1,
    "A summit in Harrow ended on Monday.\nA further summit will be held in Tarn in October.": 2,
    "A meeting in Harrow ended on Monday.\nAnna Bell told the board meeting that she would stay.": 2,
}  # fmt: skip


def _events(text: str) -> list[list[str]]:
    return [[m.words for m in c.mentions] for c in parse_text(text).chains if c.kind is Kind.EVENT]


@pytest.mark.parametrize("text", GATHERINGS)
def test_a_time_a_place_or_a_speaker_makes_it_a_gathering(text: str) -> None:
    assert _events(text) == [[words] for words in GATHERINGS[text]]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_gathering(text: str) -> None:
    assert _events(text) == []


@pytest.mark.parametrize("text", AGAIN)
def test_a_gathering_that_is_spoken_of_again_is_the_same(text: str) -> None:
    assert len(_events(text)) == AGAIN[text]


def test_the_sentence_tells_when_where_and_who_holds_it() -> None:
    article = parse_text("The Harrow Trust will hold a public meeting at Tarn Hall next Tuesday.")
    told = article.stagings[0]
    assert (told.when and told.when.words, told.where and told.where.words) == ("next Tuesday", "Tarn Hall")
    assert told.is_ahead
    assert told.holder is not None
    assert told.holder.words == "Harrow Trust"
