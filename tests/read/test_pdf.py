"""Print as it lies on analysts' disks: columns, parted words, headers and footers, several cuttings, scans, locked and hostile files."""

from __future__ import annotations

import re

import pytest

from kg.errors import ReadError
from kg.model import Document, Given, Piece
from kg.read import read_document
from kg.read.pdf import sandbox
from kg.read.pdf.hyphens import Words
from tests.read import pdfs
from tests.read.test_articles import PARAGRAPHS, TITLE, body_of

LONG = (
    "The com~mittee was told that the consul~tation had cost more than the build~ings would bring, and that the re~pairs of the "
    "third centre can~not wait for an~other winter, whatever the out~come of the long-term plan for well-being may be."
).replace("~", "\u00ad")
OTHER = "School roof is mended with the money of a raffle"


def read(data: bytes, path: str = "page.pdf", given: tuple[Given, ...] = ()) -> Document:
    return read_document(Piece(path, data, given=given), name="page")


def article(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS) -> list[tuple[str, str]]:
    return [("h", title), ("b", "By Tom Ashby"), ("b", "3 May 2019"), *(("p", words) for words in paragraphs)]


def whole(document: Document, index: int = 0) -> str:
    return " ".join(document.text[document.articles[index].body.start : document.articles[index].body.end].split())


def page_of(document: Document, words: str) -> str:
    at = document.text.index(words)
    return [mark.label for mark in document.marks if mark.start <= at][-1]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    document = read(pdfs.printed(article(paragraphs=PARAGRAPHS * 12), columns=columns))
    assert whole(document) == " ".join(PARAGRAPHS * 12)
    found = document.articles[0]
    assert (found.title, found.author, found.published) == (TITLE, "Tom Ashby", "2019-05-03")


def test_columns_below_a_headline_are_told_apart_where_the_file_goes_row_by_row() -> None:
    document = read(pdfs.newspaper("Two day centres to close", PARAGRAPHS))
    assert whole(document) == " ".join(PARAGRAPHS)
    assert document.articles[0].title == "Two day centres to close"


def test_every_paragraph_is_one_line_of_the_text() -> None:
    document = read(pdfs.printed(article(paragraphs=PARAGRAPHS * 12), columns=2))
    assert document.text.count("\n\n" + PARAGRAPHS[0] + "\n\n") == 12


def test_parted_words_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    document = read(pdfs.printed(article(paragraphs=(LONG,) * 9), columns=3, hyphens=True))
    assert whole(document) == " ".join([LONG.replace("\u00ad", "")] * 9)


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("a long-", "term plan", "a long-term plan"),
        ("the commit-", "tee met", "the committee met"),
        ("Covid-", "19 cases", "Covid-19 cases"),
        ("the Anglo-", "French treaty", "the Anglo-French treaty"),
        ("from 2018-", "19 on", "from 2018-19 on"),
        ("they under-", "stand it", "they understand it"),
        ("the care-", "home owner", "the care-home owner"),
        ("the pool", "is closed", "the pool is closed"),
        ("the co\xad", "operation", "the cooperation"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(left: str, right: str, joined: str) -> None:
    words = Words(["we stand under the roof of the home where care is given by them", "a bold cooperation indeed"])
    assert words.join(left, right) == joined


def test_headers_footers_and_page_numbers_are_no_text_of_the_article() -> None:
    parts = article(paragraphs=PARAGRAPHS * 40)
    data = pdfs.printed(parts, header="Thornley Advertiser, Friday, 3 May 2019", footer="Page {page} of 9")
    document = read(data)
    assert whole(document) == " ".join(PARAGRAPHS * 40)
    assert document.articles[0].publisher == "Thornley Advertiser"
    assert document.text.count("Thornley Advertiser") == 1
    assert not re.search(r"Page \d", document.text)
    assert any("margins" in note for note in document.notes)


def test_places_are_pages_also_inside_a_paragraph_that_runs_over() -> None:
    document = read(pdfs.printed(article(paragraphs=(*PARAGRAPHS * 24, "A last word at the end.")), columns=1))
    assert page_of(document, TITLE) == "page 1"
    assert page_of(document, "A last word") == "page 2"
    assert [mark.label for mark in document.marks] == ["page 1", "page 2"]


def test_cuttings_in_one_file_are_articles() -> None:
    cover = [("h", '<font size="34">Press review</font>'), ("/", "")]
    parts = [*cover, *article(), ("/", ""), *article(OTHER, PARAGRAPHS[::-1])]
    document = read(pdfs.printed(parts))
    assert [found.title for found in document.articles] == [TITLE, OTHER]
    assert body_of(document, 1) == " ".join(PARAGRAPHS[::-1])
    assert document.articles[1].published == "2019-05-03"


def test_the_paper_and_the_day_at_the_head_of_the_page_hold_for_every_story_on_it() -> None:
    parts = [part for title in (TITLE, OTHER) for part in (("h", title), *(("p", words) for words in PARAGRAPHS))]
    document = read(pdfs.printed(parts, header="Thornley Advertiser, Friday, 3 May 2019"))
    known = [(found.title, found.publisher, found.published) for found in document.articles]
    assert known == [(title, "Thornley Advertiser", "2019-05-03") for title in (TITLE, OTHER)]


def test_chapters_of_a_report_are_no_articles() -> None:
    parts = [("h", '<font size="34">Care in the county</font>'), ("/", "")]
    for number, chapter in enumerate(
        ("What the councils of the county spend", "Who cares for whom in the end"), start=1
    ):
        parts += [("h", f"{number}. {chapter}"), *(("p", words) for words in PARAGRAPHS)]
    assert [found.title for found in read(pdfs.printed(parts)).articles] == ["Care in the county"]


def test_words_of_the_story_set_large_are_cut() -> None:
    first, second, *rest = PARAGRAPHS
    pulled = ("h", "The decision keeps the other three open for ten years")
    paragraphs = (first, second.replace("“keeps", "keeps").replace("years”", "years"), *rest)
    document = read(pdfs.printed([*article(paragraphs=paragraphs[:2]), pulled, *(("p", words) for words in rest)]))
    assert [found.title for found in document.articles] == [TITLE]
    assert body_of(document) == " ".join(paragraphs)


def test_crossheads_part_no_article_and_captions_are_cut() -> None:
    first, *rest = PARAGRAPHS
    caption = "Families outside the centre in Mill Lane last week"
    parts = [
        *article(paragraphs=(first,)),
        ("s", caption),
        ("c", "A long way to the new centre"),
        *(("p", p) for p in rest),
    ]
    document = read(pdfs.printed(parts))
    assert [found.title for found in document.articles] == [TITLE]
    assert caption not in body_of(document)
    assert "A long way to the new centre" in body_of(document)


def test_the_properties_of_the_file_fill_what_the_pages_do_not_say() -> None:
    data = pdfs.printed([("p", words) for words in PARAGRAPHS], title="A late vote", author="Tom Ashby")
    found = read(data).articles[0]
    assert (found.title, dict(found.origins)["title"]) == ("A late vote", "PDF properties")
    assert found.author == "Tom Ashby"


def test_what_is_given_goes_before_the_properties_of_the_file() -> None:
    data = pdfs.printed([("p", words) for words in PARAGRAPHS], author="Tom Ashby")
    found = read(data, given=(Given("author", "Lena Ortiz", "column by"),)).articles[0]
    assert (found.author, dict(found.origins)["author"]) == ("Lena Ortiz", "column by")


def test_a_scan_is_said_to_be_one_and_how_to_read_it() -> None:
    with pytest.raises(ReadError, match=r"page\.pdf: holds pictures of pages \(a scan\), no text layer; .*ocrmypdf"):
        read(pdfs.scanned())


def test_the_layer_that_a_recogniser_laid_below_a_scan_is_read() -> None:
    assert whole(read(pdfs.scanned(1, PARAGRAPHS[0] + " " + PARAGRAPHS[1]))) == " ".join(PARAGRAPHS[:2])


def test_an_empty_password_opens_and_a_real_one_is_asked_for() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    open_for_all = StandardEncryption("", ownerPassword="of the owner", strength=128)
    assert whole(read(pdfs.printed(article(), encrypt=open_for_all))) == " ".join(PARAGRAPHS)
    with pytest.raises(ReadError, match=r"page\.pdf: asks for a password; .*Save a copy without"):
        read(pdfs.printed(article(), encrypt=StandardEncryption("of the reader", strength=128)))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(share: float) -> None:
    data = pdfs.printed(article(paragraphs=PARAGRAPHS * 20))
    with pytest.raises(ReadError, match=r"page\.pdf: (damaged or no PDF|holds no text|.*no article)"):
        read(b"%PDF-1.4\n" + data[9 : int(len(data) * share)])


def test_no_bomb_takes_the_build_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_MEMORY", 400_000_000)
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 3)
    for data in (pdfs.bomb(60_000_000), pdfs.bomb(60_000_000, times=2), pdfs.endless_tree()):
        with pytest.raises(ReadError, match=r"page\.pdf: "):
            read(data)


def test_a_page_without_prose_is_refused() -> None:
    with pytest.raises(ReadError, match="no article found; expected paragraphs of prose"):
        read(pdfs.printed([("h", "Contents"), *(("c", f"Room {n}") for n in range(9))]))
