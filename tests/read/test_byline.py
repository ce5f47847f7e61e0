"""Bylines: who wrote, apart from the day, the post and the paper on the same line."""

from __future__ import annotations

import pytest

from kg.model import Piece
from kg.read import read_document
from kg.read.byline import is_byline, names_in
from tests.read.test_articles import PARAGRAPHS, TITLE, body_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Keller", "Anna Keller"),
        ("By Anna Keller, 3 May 2019", "Anna Keller"),
        ("By Anna Keller | 3 May 2019", "Anna Keller"),
        ("By Anna Keller - 3 May 2019", "Anna Keller"),
        ("By Anna Keller 03/05/2019", "Anna Keller"),
        ("By Anna Keller, Friday 3 May 2019 10:15am", "Anna Keller"),
        ("By Anna Keller on May 3, 2019", "Anna Keller"),
        ("By Anna Keller Published 3 May 2019", "Anna Keller"),
        ("By Anna Keller, Health Correspondent", "Anna Keller"),
        ("By Anna Keller Health Correspondent", "Anna Keller"),
        ("By Anna Keller, Health Correspondent, 3 May 2019", "Anna Keller"),
        ("By Anna Keller, Thornley Advertiser", "Anna Keller"),
        ("By Anna Keller in Thornley", "Anna Keller"),
        ("By Anna Keller for the Thornley Advertiser", "Anna Keller"),
        ("By Anna Keller (Thornley Advertiser)", "Anna Keller"),
        ("By Anna Keller anna.keller@post.example", "Anna Keller"),
        ("BY ANNA KELLER", "ANNA KELLER"),
        ("By Anna Keller and Tom Ashby, 3 May 2019", "Anna Keller and Tom Ashby"),
        ("By Anna Keller, Tom Ashby and Lena Ortiz", "Anna Keller, Tom Ashby and Lena Ortiz"),
        ("By Anna Keller, Political Editor, and Tom Ashby", "Anna Keller, Tom Ashby"),
        ("Written by Dr Anna O’Keller-Smith | Opinion", "Dr Anna O’Keller-Smith"),
        ("Author: Anna van der Keller", "Anna van der Keller"),
        ("Words by Élise Ångström, 3 May 2019", "Élise Ångström"),
        ("By Anna Keller, Thornley Advertiser and Post Reporter", "Anna Keller"),
        ("By Staff Reporter", "Staff Reporter"),
        ("By our own correspondent, 3 May 2019", "our own correspondent"),
        ("By 3 May 2019", None),
        ("By ", None),
    ],
)
def test_the_names_of_a_byline(line: str, names: str | None) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    ["By Anna Keller, Thornley Advertiser", "By Anna Keller and Tom Ashby", "Reported by Anna Keller, 3 May 2019"],
)
def test_what_is_a_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By contrast, the council kept both centres",
        "By Monday, nobody knew",
        "By Anna Keller, MP for Thornley Coast",
        "By Anna Keller, director of the Thornley Food Network",
        "By-election called in Thornley",
        "By then it was too late",
        "Bypass to be built",
        "By",
    ],
)
def test_what_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Keller, 3 May 2019",
        "By Anna Keller | 3 May 2019",
        "By Anna Keller, Health Correspondent, 3 May 2019",
        "By Anna Keller, Thornley Advertiser, Friday 3 May 2019",
    ],
)
def test_author_and_day_of_one_line_are_told_apart(line: str) -> None:
    document = read_document(Piece("page.txt", "\n\n".join([TITLE, line, *PARAGRAPHS]).encode()), name="page")
    found = document.articles[0]
    assert (found.title, found.author, found.published) == (TITLE, "Anna Keller", "2019-05-03")
    assert body_of(document) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize("line", ["By Anna Keller, Health Correspondent", "By Anna Keller, Thornley Advertiser"])
def test_a_byline_with_a_post_or_a_paper_is_no_body(line: str) -> None:
    document = read_document(Piece("page.txt", "\n\n".join([TITLE, line, *PARAGRAPHS]).encode()), name="page")
    assert document.articles[0].author == "Anna Keller"
    assert body_of(document) == " ".join(PARAGRAPHS)
