"""Inputs are taken apart within bounds, told by their first bytes, and joined with what is said of them elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.model import Article, Document, Given, Input, Piece, Skipped, Span
from kg.read import parts
from kg.read.given import fill_in, iso_date
from kg.read.kinds import ending, tell
from kg.read.names import LONGEST, flat, stem
from kg.read.show import as_json, as_text
from kg.read.unpack import unpack
from kg.settings import Settings

PROSE = b"The council will repair the pool this year, said Anna Bell, its leader, on Tuesday at a meeting.\n"


class Boxes:
    """A container of which each line is a piece: "name=text"; a text that begins with BOX is one itself."""

    SUFFIXES = (".box",)

    def pieces(self, stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
        for line in stream.read().split(b"|"):
            name, _, data = line.partition(b"=")
            yield Piece(f"{path}/{name.decode()}", data.replace(b"BOX", b"inner.txt=" + PROSE))


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.parts.containers", lambda: {".box": Boxes()})
    for module in ("unpack", "kinds", "sources"):
        monkeypatch.setattr(f"kg.read.{module}.containers", parts.containers)


def _input(folder: Path, name: str, data: bytes) -> Input:
    file = folder / name
    file.write_bytes(data)
    return Input(file, name, name)


@pytest.mark.usefixtures("boxes")
def test_containers_in_containers_are_opened_so_deep(tmp_path: Path) -> None:
    item = _input(tmp_path, "a.box", b"one.txt=" + PROSE + b"|two.box=BOX|three.png=xx")
    found = list(unpack(item, Settings()))
    assert [(type(piece).__name__, piece.path) for piece in found] == [
        ("Piece", "a.box/one.txt"),
        ("Piece", "a.box/two.box/inner.txt"),
        ("Skipped", "a.box/three.png"),
    ]
    shallow = list(unpack(item, Settings(max_depth=1)))
    assert [piece.path for piece in shallow if isinstance(piece, Skipped) and piece.failed] == ["a.box/two.box"]


@pytest.mark.usefixtures("boxes")
@pytest.mark.parametrize("limit", [{"max_pieces": 1}, {"max_unpacked_bytes": len(PROSE) + 5}])
def test_a_container_that_gives_too_much_is_left(tmp_path: Path, limit: dict[str, int]) -> None:
    item = _input(tmp_path, "a.box", b"one.txt=" + PROSE + b"|two.txt=" + PROSE)
    one, refused = unpack(item, Settings(**limit))  # type: ignore[arg-type] # numbers only
    assert isinstance(one, Piece)
    assert isinstance(refused, Skipped)
    assert refused.failed
    assert "what came before is read" in refused.why


def test_endings_and_first_bytes() -> None:
    assert ending("week/one.TXT") == ".txt"
    assert ending("week.d/one") == ""
    assert ending(".txt") == ""
    assert tell("one.txt", b"plain words") == ".txt"
    assert tell("one.xyz", b"%PDF-1.4") == ".xyz"


def test_names_are_safe_and_not_too_long() -> None:
    assert stem("week.zip/a/one.html") == "week.zip__a__one"
    assert flat('a\nb"c') == "a_b_c"
    long = "ä" * 300 + ".txt"
    assert len(stem(long).encode()) <= LONGEST
    assert stem(long) != stem("ä" * 301 + ".txt")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017-03-01T10:00:00Z", "2017-03-01"),
        ("2017", "2017"),
        ("2017-13-01", None),
        ("1 March 2017", "2017-03-01"),
        ("soon", None),
    ],
)
def test_dates_that_are_given(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def _document(path: str, **known: str) -> Document:
    origins = tuple(sorted((field, "visible line") for field in known))
    article = Article(0, Span(0, 4), origins=origins, **known)  # type: ignore[arg-type] # texts only
    return Document("a", path, "Text", "0", (article,))


def test_what_is_given_goes_before_the_visible_text_and_after_the_markup() -> None:
    given = (
        Given("title", "From the feed", "feed"),
        Given("published", "no date", "feed"),
        Given("url", "https://a.example/1", "feed"),
    )
    piece = Piece("2017-03-01-a.txt", b"", given=given)
    document = fill_in(_document(piece.path, title="Seen"), piece)
    (article,) = document.articles
    assert (article.title, article.url, article.published) == ("From the feed", "https://a.example/1", "2017-03-01")
    assert dict(article.origins) == {"title": "feed", "url": "feed", "published": "file name"}
    assert document.notes == ("feed: 'no date' is no date",)
    seen = fill_in(_document("2017-03-01.txt", published="2016-12-31"), Piece("2017-03-01.txt", b"")).articles[0]
    assert seen.published == "2016-12-31", "a date on the page goes before one in the file's name"


def test_what_kg_read_shows() -> None:
    text = "Menu\nPool to reopen\nThe pool will open.\nAdvert here\nIt will cost £2m.\nTeaser"
    cut = Span(text.index("Advert"), text.index("It will"))
    body = Span(text.index("The pool"), text.index("\nTeaser"))
    article = Article(0, body, cut=(cut,), title="Pool to reopen", origins=(("title", "visible headline"),))
    document = Document("a", "a.txt", text, "0", (article,), notes=("read as cp1252",))
    (found,) = json.loads(as_json([document]))
    assert found["text"] == "The pool will open.\nIt will cost £2m."
    assert text[found["start"] : found["end"]].startswith("The pool")
    assert (found["title"], found["found"], found["notes"]) == (
        "Pool to reopen",
        {"title": "visible headline"},
        ["read as cp1252"],
    )
    shown = as_text([document])
    assert "✂ Advert here" in shown
    assert "Pool to reopen  ← visible headline" in shown
    assert "Teaser" not in shown
    assert "· Teaser" in as_text([document], whole=True)
