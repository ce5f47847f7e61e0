"""Saved feeds give an article an entry, and say where only a summary stands."""

from __future__ import annotations

import io

import pytest

from kg.errors import ReadError
from kg.model import Piece, Skipped
from kg.read.kinds import tell
from kg.settings import Settings

pytest.importorskip("lxml")

from kg.read.feed import pieces

BODY = "<p>The council will repair the pool this year.</p><p>“We will open it in May,” said Anna Bell, its leader.</p>"
RSS = f"""<?xml version="1.0"?><!-- saved --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Post</title><image><title>Logo</title></image>
<item><title>Pool &amp; park to reopen</title><link>https://news.example/pool</link><dc:creator>Peter Marsh</dc:creator>
<pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>In short.</description>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Park&nbsp;to close</title><guid>https://news.example/park</guid>
<description>It will close in May, said Anna Bell.</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harrow Post</title><entry><title>Pool to reopen</title>
<link rel="self" href="https://news.example/feed"/><link href="https://news.example/pool"/><updated>2024-04-01T00:00:00Z</updated>
<published>2024-03-01T10:00:00Z</published><author><name>Peter Marsh</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""


def found_in(data: str | bytes) -> list[Piece | Skipped]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    return list(pieces(stream, path="a.rss", settings=Settings()))


def known(piece: Piece | Skipped) -> dict[str, str]:
    assert isinstance(piece, Piece), piece
    return {given.field: given.value for given in piece.given}


def test_entries_of_rss() -> None:
    whole, short, none = found_in(RSS)
    assert known(whole) == {
        "title": "Pool & park to reopen",
        "published": "Fri, 01 Mar 2024 10:00:00 GMT",
        "publisher": "Harrow Post",
        "author": "Peter Marsh",
        "url": "https://news.example/pool",
    }
    assert isinstance(whole, Piece)
    assert (whole.path, whole.suffix, whole.notes) == ("a.rss/00001-pool-park-to-reopen", ".html", ())
    assert "<h1>Pool &amp; park to reopen</h1>" in whole.data.decode()
    assert isinstance(short, Piece)
    assert short.notes == ("only the summary in the feed; the article is at https://news.example/park",)
    assert short.data.decode() == "Park to close\n\nIt will close in May, said Anna Bell."
    assert none == Skipped("a.rss/00003-nothing", "an entry without a text")


def test_entries_of_atom() -> None:
    (entry,) = found_in(ATOM)
    assert known(entry) == {
        "title": "Pool to reopen",
        "published": "2024-03-01T10:00:00Z",
        "publisher": "Harrow Post",
        "author": "Peter Marsh",
        "url": "https://news.example/pool",
    }
    assert isinstance(entry, Piece)
    assert "said Anna Bell, its leader.</p></div>" in entry.data.decode()


def test_a_feed_that_is_cut_off_or_badly_formed_is_read_as_far_as_it_goes() -> None:
    assert len(found_in(RSS[: RSS.index("<item><title>Nothing")])) == 2
    assert len(found_in(RSS.replace("&amp;", "&").replace("<?xml version", "\n <?xml version"))) == 3
    assert len(found_in(RSS.replace('<?xml version="1.0"?>', "").encode("utf-16"))) == 3


def test_entities_that_multiply_or_name_files_are_left_unread() -> None:
    multiplied = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    kinds = f'<!DOCTYPE rss [<!ENTITY a "ha">{multiplied}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    item = "<rss><channel><item><title>One</title><description>Said Anna Bell. &i; &x;</description></item></channel></rss>"
    try:
        (entry,) = found_in(kinds + item)
    except ReadError:
        return
    assert isinstance(entry, Piece)
    assert b"root" not in entry.data
    assert len(entry.data) < 200


@pytest.mark.parametrize(
    "data", ["", "<rss>" + "<a>" * 100_000, "<sitemap><url>x</url></sitemap>", "words", "<rss><channel/></rss>"]
)
def test_what_is_no_feed(data: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.rss: no feed.*expected RSS or Atom$"):
        found_in(data)


def test_a_feed_is_told_by_its_first_bytes() -> None:
    for data in (RSS, ATOM, "<?xml version='1.0'?>\n<?xml-stylesheet href='a'?>\n<rss>", "<!-- x --><rdf:RDF>"):
        assert tell("feed", data.encode()[:1024]) == ".rss"
