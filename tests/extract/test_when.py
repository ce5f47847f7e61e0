"""Dates as they are said, made absolute by the article's date."""

from __future__ import annotations

import pytest

from kg.extract._when import date_of

WEDNESDAY = "2022-08-17"
SAID = [  # words, still to come, date
    ("Thursday", True, "2022-08-18"), ("Thursday", False, "2022-08-11"), ("Wednesday", True, "2022-08-17"),
    ("last Wednesday", False, "2022-08-10"), ("next Tuesday", True, "2022-08-23"), ("next Friday", True, "2022-08-26"),
    ("yesterday", False, "2022-08-16"), ("tomorrow", True, "2022-08-18"), ("today", False, "2022-08-17"),
    ("10 October", True, "2022-10-10"), ("10 October", False, "2021-10-10"), ("Dec. 9", True, "2022-12-09"),
    ("Jan 3rd", True, "2023-01-03"), ("May 20, 2021", False, "2021-05-20"), ("October 2024", True, "2024-10"),
    ("October", True, "2022-10"), ("last October", False, "2021-10"), ("last month", False, "2022-07"),
    ("next year", True, "2023"), ("2019", False, "2019"), ("31 June", True, None), ("two weeks", False, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "is_ahead", "date"), SAID)
def test_words_of_time_are_counted_from_the_articles_date(words: str, *, is_ahead: bool, date: str | None) -> None:
    assert date_of(words, WEDNESDAY, is_ahead=is_ahead) == date


@pytest.mark.parametrize(("words", "date"), [("Thursday", None), ("last month", None), ("9 Dec. 2021", "2021-12-09")])
def test_without_the_articles_date_only_full_dates_are_known(words: str, date: str | None) -> None:
    assert date_of(words, None, is_ahead=False) == date
