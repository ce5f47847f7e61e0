"""Who takes part in a gathering, in its own sentence and in others; on which day it is."""

from __future__ import annotations

import pytest

from kg.extract import extract_all
from kg.model import Gathering, Participation
from tests.reading import parse_text

MEETING = "A conference in Harrow on fishing ended on Monday.\n"
HEARING = "A hearing on fishing was held in Harrow on Monday.\n"
PARTS = {
    MEETING + "Anna Bell told delegates that it was late.": [("Anna Bell", "speaker")],
    MEETING + "Anna Bell, who attended, said that it was late.": [("Anna Bell", "attendee")],
    MEETING + "Anna Bell, who chaired the conference, said that it was late.": [("Anna Bell", "lead")],
    HEARING + "Anna Bell told the panel that it was late.": [("Anna Bell", "speaker")],
    HEARING + "Peter Marsh gave evidence in the afternoon.": [("Peter Marsh", "speaker")],
    "Giving evidence, director Anna Bell said it was late.\nPeter Marsh told the hearing that it was not.": [
        ("Anna Bell", "speaker"), ("Peter Marsh", "speaker"),
    ],
    "Anna Bell took part in a protest in Harrow on Friday.": [("Anna Bell", "attendee")],
    "Anna Bell did not take part in the protest in Harrow on Friday.": [],
    MEETING + "Anna Bell, who did not attend, said that it was late.": [],
    MEETING + "Anna Bell said before the conference that she would stay.": [],
    "At a seminar in Harrow hosted by Anna Bell on Friday, she said that it was late.": [],
}  # fmt: skip
DAYS = {
    "A meeting was held in Harrow on Thursday.": "2022-08-11",
    "A meeting will be held in Harrow on Thursday.": "2022-08-18",
    "A meeting is due to be held in Harrow next month.": "2022-09",
    "They will decide at a meeting on 14 January.": "2023-01-14",
    "Anna Bell told a rally in Harrow yesterday that she would stay.": "2022-08-16",
    "Anna Bell told the hearing in Harrow that it would open on Monday.": None,
}


@pytest.mark.parametrize("text", PARTS)
def test_who_takes_part_and_as_what(text: str) -> None:
    facts = extract_all(parse_text(text))
    found = [(f.person.words, f.role) for f in facts if isinstance(f, Participation)]
    assert sorted(found) == PARTS[text]


@pytest.mark.parametrize("text", DAYS)
def test_the_verb_says_whether_the_day_is_past_or_to_come(text: str) -> None:
    facts = extract_all(parse_text(text, published="2022-08-17"))
    assert [f.date for f in facts if isinstance(f, Gathering)] == [DAYS[text]]


def test_the_evidence_holds_every_sentence_that_tells_of_it() -> None:
    facts = extract_all(
        parse_text(
            "Anna Bell told the public meeting that she would stay.\nThe meeting was held at Tarn Hall on 3 May 2021."
        )
    )
    gathering = next(f for f in facts if isinstance(f, Gathering))
    assert (gathering.date, gathering.place and gathering.place.words) == ("2021-05-03", "Tarn Hall")
    assert [e.words for e in gathering.evidence] == [
        "Anna Bell told the public meeting that she would stay.",
        "The meeting was held at Tarn Hall on 3 May 2021.",
    ]
