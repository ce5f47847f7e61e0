"""The article inside a page dump: menus, teasers, captions and comments stay outside, in whatever order the page prints them."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.model import Document, Piece
from kg.read import read_document

PARAGRAPHS = (
    "The council has agreed to close two of its five day centres from next spring, after a vote that went on until midnight.",
    "Councillor Ama Redfern, who chairs the care committee, said that the decision “keeps the other three open for ten years”.",
    "Families had asked for a delay. They said that the new centre, on the far side of the town, cannot be reached by bus.",
    "The council will spend the money that it saves on carers who visit people at home, according to a report to the committee.",
)
MENU = "\n\n".join(
    [
        *("Skip to content", "Home", "News", "Sport", "Politics", "World news and comment", "Search", "Log in"),
        *("Money", "Travel", "Homes & Gardens", "Your area", "Letters to us", "Jobs", "More", "Facebook", "Twitter"),
    ]
)
TITLE = "Two day centres to close after late vote"


def read(text: str) -> Document:
    return read_document(Piece("page.txt", text.encode()), name="page")


def body_of(document: Document, index: int = 0) -> str:
    article = document.articles[index]
    text = document.text[article.body.start : article.body.end]
    for cut in reversed(article.cut):
        text = text[: cut.start - article.body.start] + text[cut.end - article.body.start :]
    return " ".join(text.split())


def test_a_menu_before_and_teasers_after_stay_outside() -> None:
    teasers = "\n\n".join(
        f"Story number {n} of the day\n\nA summary of it that ends like a sentence." for n in range(6)
    )
    page = "\n\n".join(
        [MENU, TITLE, "By Tom Ashby", "3 May 2019", "Share", *PARAGRAPHS, "Related stories", teasers, MENU]
    )
    document = read(page)
    assert [article.title for article in document.articles] == [TITLE]
    assert body_of(document) == " ".join(PARAGRAPHS)
    assert document.articles[0].published == "2019-05-03"
    assert document.articles[0].author == "Tom Ashby"


def test_an_advert_in_the_middle_does_not_end_the_article() -> None:
    first, second, *rest = PARAGRAPHS
    document = read("\n\n".join([TITLE, first, second, "Advertisement", *rest]))
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_a_link_to_another_story_in_the_middle_is_cut() -> None:
    first, second, *rest = PARAGRAPHS
    link = "Care home owner quits after row over fees"
    document = read("\n\n".join([TITLE, first, second, link, link, *rest]))
    assert body_of(document) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Bessel Pictures",
        "A day centre in the rain. Photo by Lena Ortiz",
        "The day centre in Bessel is not easy to find.Lena Ortiz/Getty",
        "Lena Ortiz / AFP",
        "Sign up for our weekly newsletter to get the best of the region.",
        "Follow us on Twitter for more.",
        "Skip to comments",
    ],
)
def test_captions_and_buttons_inside_a_body_are_cut(line: str) -> None:
    first, *rest = PARAGRAPHS
    document = read("\n\n".join([TITLE, first, line, *rest]))
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_comments_end_the_article_however_long_they_are() -> None:
    comments = "\n\n".join(f"Reader{n} 0{n}/05/2019 at 10:1{n}\n\n{PARAGRAPHS[2]} {PARAGRAPHS[2]}" for n in range(1, 6))
    document = read("\n\n".join([TITLE, *PARAGRAPHS, "5 comments", comments]))
    assert len(document.articles) == 1
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_two_articles_of_one_page_are_two() -> None:
    other = "School roof is mended with the money of a raffle"
    page = [TITLE, *PARAGRAPHS, "Read more | Share | 14 comments", other, "Schools | 4 May 2019", *PARAGRAPHS[::-1]]
    document = read("\n\n".join(page))
    assert [article.title for article in document.articles] == [TITLE, other]
    assert body_of(document, 1) == " ".join(PARAGRAPHS[::-1])


def test_a_standfirst_belongs_to_the_body_and_is_no_headline() -> None:
    standfirst = "Families fear long journeys as the council looks for savings"
    document = read("\n\n".join([TITLE, standfirst, *PARAGRAPHS]))
    assert document.articles[0].title == TITLE
    assert body_of(document) == " ".join([standfirst, *PARAGRAPHS])


def test_a_clean_text_is_read_whole() -> None:
    document = read("\n".join([TITLE, "", *PARAGRAPHS]))
    assert body_of(document) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text", [MENU, "De gemeenteraad heeft besloten dat het zwembad dicht gaat en dat er geen geld meer is voor. " * 9]
)
def test_a_page_without_an_english_article_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match=r"page\.txt: .*(no article found|looks Dutch)"):
        read(text)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Thornley Advertiser, Friday, 6 March 2026", "Thornley Advertiser"),
        ("The Coldbeck & District Gazette", "The Coldbeck & District Gazette"),
        ("Bessel News Service | Updated: 11 Jan 2024", "Bessel News Service"),
        ("Latest News | Sport", None),
        ("Tom Ensor, Local Democracy Reporter", None),
    ],
)
def test_a_masthead_names_the_publisher(line: str, publisher: str | None) -> None:
    document = read("\n\n".join([TITLE, line, *PARAGRAPHS]))
    assert document.articles[0].publisher == publisher
