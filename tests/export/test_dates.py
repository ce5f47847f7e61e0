"""Years that a period names."""

from __future__ import annotations

import pytest

from kg.export._dates import years_of


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2016-17", ("2016", "2017")),
        ("in 2016/17", ("2016", "2017")),
        ("between 2016 and 2019", ("2016", "2019")),
        ("from 2018 to 2021", ("2018", "2021")),
        ("by 2020", ("", "2020")),
        ("until March 2025", ("", "2025")),
        ("since 2010", ("2010", "")),
        ("in the year 2011", ("2011", "2011")),
        ("over the next four years", ("", "")),
        ("2019-17", ("", "")),
        ("", ("", "")),
    ],
)
def test_years_of(words: str, years: tuple[str, str]) -> None:
    assert years_of(words) == years
