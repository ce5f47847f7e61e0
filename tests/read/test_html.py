"""Saved web pages: the article apart from the rest, what is said of it with where that stands, and pages that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article, Document, Given, Piece
from kg.read import read_document

PAGES = Path(__file__).parent / "pages"
PARAGRAPHS = (
    "<p>The council will repair the old pool this year, said Anna Bell, its leader, at a meeting on Tuesday.</p>"
    "<p>It is not yet clear who will pay for it in the end, but the work has been put off for years.</p>"
    "<p>A firm from the town has said that it could start in May if it had the money by then.</p>"
)
JSON_LD = '<script type="application/ld+json">{}</script>'


def read(html: str | bytes, *, charset: str | None = None, given: tuple[Given, ...] = ()) -> Document:
    data = html if isinstance(html, bytes) else html.encode()
    return read_document(Piece("folder/page.html", data, given=given, charset=charset), name="page")


def sample(name: str) -> Document:
    return read_document(Piece(f"{name}.html", (PAGES / f"{name}.html").read_bytes()), name=name)


def said(document: Document, article: Article) -> list[str]:
    """The lines of the body that are not cut."""
    marks = [mark.start for mark in document.marks if article.body.start <= mark.start < article.body.end]
    return [document.text[start:].split("\n", 1)[0] for start in marks]


def test_a_local_paper() -> None:
    document = sample("local_paper")
    (article,) = document.articles
    lines = said(document, article)
    assert lines[0].startswith("Repairs to the harbour wall")
    assert lines[-1].startswith("Work is expected to start")
    assert len(lines) == 4, "no caption, links to other stories, newsletter, sidebar or comments"
    assert document.text[article.headline.start : article.headline.end] == article.title if article.headline else False
    assert "Hal Oakes quits" in document.text, "furniture stays in the text"
    known = (article.title, article.published, article.author, article.publisher, article.url)
    assert known == (
        "Harbour repairs will cost £4m, council says",
        "2023-03-14",
        "Moira Standing",
        "Wrexley Gazette",
        "https://gazette.example/news/harbour",
    )
    assert dict(article.origins) == {
        "title": "JSON-LD headline",
        "published": "JSON-LD datePublished",
        "author": "JSON-LD author",
        "publisher": "JSON-LD publisher",
        "url": "link canonical",
    }


def test_a_blog_with_comments() -> None:
    document = sample("wordpress")
    (article,) = document.articles
    lines = said(document, article)
    assert lines[0].startswith("Anyone who lives in the valley")
    assert any(line.startswith("“We were promised a bus") for line in lines)
    assert lines[-1].startswith("It is time that the county")
    assert not any("Well said" in line or "Share this" in line for line in lines)
    assert "2017\t24\n2018\t11" in document.text, "a row of a table is a line, tabs part its cells"
    assert (article.title, article.published, article.author) == ("Why our buses matter", "2019-07-02", "Hal Oakes")
    assert dict(article.origins)["published"] == "meta article:published_time"


def test_a_press_release() -> None:
    document = sample("press_release")
    (article,) = document.articles
    lines = said(document, article)
    assert any(line.startswith("Coasts Minister Della Crane today") for line in lines)
    assert any(line.startswith("This wall means") for line in lines)
    assert any(line.startswith("It is the third of five") for line in lines)
    assert not any("cookies" in line or "useful" in line for line in lines)
    assert (article.title, article.published) == ("Minister opens flood defence in Pender", "2021-11-05")


def test_a_list_of_stories_is_no_article() -> None:
    with pytest.raises(ReadError, match="no article found; expected paragraphs of prose, not a list of links"):
        sample("list_page")


def test_several_articles_on_one_page() -> None:
    document = sample("two_articles")
    assert [article.title for article in document.articles] == [
        "The library will stay open",
        "A new roof for the school",
    ]
    assert [len(said(document, article)) for article in document.articles] == [4, 4]
    assert {article.publisher for article in document.articles} == {"Tarn Valley Notes"}
    assert [article.published for article in document.articles] == ["2018-05-04", "2018-05-01"]


POOL = (
    "The council will repair the old pool this year, said Anna Bell, its leader, at a meeting on Tuesday that went on until midnight.",
    "It is not yet clear who will pay for it in the end, but the work has been put off for years, and the roof leaks.",
    "A firm from the town has said that it could start in May if it had the money by then, and finish before the winter.",
    "“Nobody wants another summer without a pool,” Ms Bell said, and promised that the tickets would cost no more than before.",
    "The pool was built in 1931 and closed four years ago after a pipe burst under the changing rooms and the floor gave way.",
    "Two clubs that swim there have trained in Ashby since, and say that half of their children have stopped coming.",
)
BRIDGE = (
    "The bridge over the Tarn will be shut for lorries from Monday because its pillars are cracked, the county said on Friday.",
    "Drivers will have to take the road through Ashby, which is eleven miles longer and often blocked by snow in winter.",
    "“We should have been told before,” said Peter Marsh, who owns a dairy on the far bank and sends out six lorries a day.",
    "The county hopes to have the pillars mended by the spring, and has asked two firms what they would want for that.",
)


def test_articles_of_a_page_that_gives_its_elements_no_names() -> None:
    pool, bridge = ("".join(f"<p>{line}</p>" for line in lines) for lines in (POOL, BRIDGE))
    document = read(
        f"<body><header><a href='/'>Tarn Post</a></header><article><h2>Pool to reopen</h2><p>By Anna Cole</p>{pool}</article>"
        f"<article><h2>Bridge shut for lorries</h2><p>By Hal Oakes</p>{bridge}</article></body>"
    )
    assert [(article.title, article.author) for article in document.articles] == [
        ("Pool to reopen", "Anna Cole"),
        ("Bridge shut for lorries", "Hal Oakes"),
    ]


def test_every_offset_quotes_the_text() -> None:
    for name in ("local_paper", "wordpress", "press_release", "two_articles"):
        document = sample(name)
        assert document == sample(name)
        for article in document.articles:
            spans = [article.body, *article.cut, *([article.headline] if article.headline else [])]
            assert all(document.text[s.start : s.end].strip() == document.text[s.start : s.end] for s in spans)
            assert all(article.body.covers(cut) for cut in article.cut)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_are_declared_wrongly(encoding: str) -> None:
    words = "It will cost £5m – “at least”, she said, and nobody knows who is to pay for it."
    page = f'<html><head><meta charset="koi8-r"></head><body><h1>Pool</h1>{PARAGRAPHS}<p>{words}</p></body></html>'
    document = read(page.encode(encoding), charset="utf-8")
    assert words in document.text
    assert any("declared as utf-8" in note for note in document.notes) == (encoding in ("cp1252", "utf-16"))


def test_one_broken_character_does_not_spoil_the_rest() -> None:
    page = f"<html><body>{PARAGRAPHS}<p>{'“It is so,” she said – twice. ' * 12}</p></body></html>".encode()
    assert "“It is so,” she said – twice." in read(page.replace("“It".encode(), b"\x93It", 1)).text


@pytest.mark.parametrize(
    ("head", "date", "origin"),
    [
        (JSON_LD.format('{"@type":"NewsArticle","datePublished":"2018-11",}'), "2018-11", "JSON-LD datePublished"),
        (JSON_LD.format('{"@type":"Report" "datePublished":"2018-11-14"'), "2018-11-14", "JSON-LD datePublished (broken)"),
        ('<meta name="citation_publication_date" content="2018/11/4">', "2018-11-04", "meta citation_publication_date"),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None, None),
        ('<meta name="date" content="soon">', None, None),
        ('<meta property="article:modified_time" content="2018-11-14">', None, None),
    ],
)  # fmt: skip
def test_dates(head: str, date: str | None, origin: str | None) -> None:
    document = read(f"<html><head>{head}</head><body><h1>The pool will reopen</h1>{PARAGRAPHS}</body></html>")
    (article,) = document.articles
    assert article.published == date
    assert dict(article.origins).get("published") == origin
    assert bool(document.notes) == (date is None and "modified" not in head)


def test_microdata_and_time() -> None:
    page = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">The pool will reopen</h1>'
        '<span itemprop="author" itemscope><a itemprop="name">Edith Marl</a></span><time datetime="2016-02-03T09:00">Wednesday</time>'
    )
    (article,) = read(f"<html><body>{page}{PARAGRAPHS}</div></body></html>").articles
    assert (article.author, article.published) == ("Edith Marl", "2016-02-03")
    assert dict(article.origins)["author"] == "microdata author"
    assert dict(article.origins)["published"] == "time tag"


def test_what_is_given_fills_what_the_markup_leaves_open() -> None:
    given = (Given("published", "2015-01-01", "entry of the feed"), Given("title", "Other", "entry of the feed"))
    page = (
        f'<html><head><meta property="og:title" content="The pool will reopen"></head><body>{PARAGRAPHS}</body></html>'
    )
    (article,) = read(page, given=given).articles
    assert (article.title, article.published) == ("The pool will reopen", "2015-01-01")


def test_the_beginning_of_an_article_for_subscribers_is_said_to_be_one() -> None:
    page = f'<html><body><h1>The pool will reopen</h1>{PARAGRAPHS}<div class="paywall">Subscribe to continue reading.</div></body></html>'
    document = read(page)
    assert "Subscribe" not in " ".join(said(document, document.articles[0]))
    assert any("for subscribers" in note for note in document.notes)


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("", "the file is empty"),
        ("<html><body>" + "<div>" * 100_000 + PARAGRAPHS, "nested more than 2,048 levels"),
        ("<html><body>" + "<b></b>" * 200_000 + PARAGRAPHS, "expected at most 300,000. Split the page"),
        ("<html><body>" + "<p>One</p>" * 20_001, "expected at most 20,000. Save its article"),
        ('<html><frameset cols="20%,80%"><frame src="a.html"></frameset></html>', "the page only frames others"),
        ('<html><body><div id="root"></div><script>start()</script></body></html>', "its text comes in by script"),
        ("<html><head><title>Pool</title></head></html>", "no article found"),
        ("<html><body>" + "<a href='x'>Home</a> " * 50, "not a list of links"),
        (bytes(range(256)) * 40, "not a text file"),
        ("<html><body><p>" + " ".join(f"Der Rat hat am Montag zum {n}. Mal über die Schule beraten." for n in range(20)), "English"),
    ],
)  # fmt: skip
def test_pages_that_are_none(page: str | bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why) as error:
        read(page)
    message = str(error.value)
    assert message.startswith("folder/page.html: ")
    assert "\n" not in message
    assert len(message) < 250


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>Pool</h1>" + "<div>" * 1_000 + PARAGRAPHS,
        f"<html><body><h1>Pool</h1>{PARAGRAPHS}<<<a <b href='x'<p></i></div></table>&#x0;&bogus;",
        f'<!DOCTYPE html [<!ENTITY a "{"x" * 99}"><!ENTITY b "&a;&a;&a;&a;">]><html><body>{PARAGRAPHS}<p>&b;&b;</p>',
        f"<html><body>{PARAGRAPHS}".replace("council", "coun\0cil", 1),
        f'<html><head><script type="application/ld+json">{"[" * 100_000}</script></head><body>{PARAGRAPHS}',
        f'<html><body><p title="{"x" * 3_000_000}">{PARAGRAPHS}',
        f"<html><body>{PARAGRAPHS}<table><tr>{'<td>x</td>' * 20_000}</tr></table>",
    ],
)
def test_odd_pages_are_read(page: str) -> None:
    document = read(page)
    lines = said(document, document.articles[0])
    assert lines[0].startswith("The council will repair the old pool")
    assert "from the town has said" in lines[2]


def test_what_is_hidden_is_no_text() -> None:
    hidden = '<p hidden>Not this.</p><p style="display: none">Nor this.</p><template><p>Nor that.</p></template>'
    assert read(f"<html><body>{hidden}{PARAGRAPHS}</body></html>").text.startswith("The council")
