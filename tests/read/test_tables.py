"""Exports are read row by row: what the columns hold is told by their names, and said."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import Given, Input, Piece, Skipped
from kg.read import read_document
from kg.read.given import iso_date
from kg.read.json import pieces as json_pieces
from kg.read.unpack import unpack
from kg.settings import Columns, Settings

BODY = (
    "The council will repair the pool this year.\n\n“We will open it in May,” said Anna Bell, its leader, on Tuesday. "
    "The work was put off for years, and it is not yet clear who will pay for it in the end."
)
TITLE = "Pool to reopen"


def found_in(folder: Path, name: str, data: bytes | str, settings: Settings | None = None) -> list[Piece | Skipped]:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(unpack(Input(folder / name, name, name), settings or Settings()))


def only(found: list[Piece | Skipped]) -> Piece:
    (piece,) = found
    assert isinstance(piece, Piece), piece
    return piece


def why(found: list[Piece | Skipped]) -> str:
    last = found[-1]
    assert isinstance(last, Skipped)
    assert last.failed
    assert "\n" not in last.why
    return last.why


def known(piece: Piece) -> dict[str, tuple[str, str]]:
    return {given.field: (given.value, given.origin) for given in piece.given}


def table(*lines: list[str], delimiter: str = ",") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(lines)
    return held.getvalue()


NEWSAPI = {
    "source": {"id": None, "name": "Harrow Post"},
    "author": "Peter Marsh",
    "title": TITLE,
    "description": "In short.",
    "url": "https://news.example/pool",
    "publishedAt": "2024-03-01T10:15:00Z",
    "content": f"{BODY[:190]}… [+1234 chars]",
}
GUARDIAN = {
    "webTitle": TITLE,
    "webUrl": "https://news.example/pool",
    "webPublicationDate": "2024-03-01T10:15:00Z",
    "fields": {"byline": "Peter Marsh", "body": f"<p>{BODY}</p>", "bodyText": BODY, "publication": "Harrow Post"},
}
STORED = {
    "_index": "news",
    "_source": {
        "headline": TITLE,
        "body": BODY * 2,
        "date": 1709287200000,
        "byline": {"original": "Peter Marsh"},
        "publisher": {"name": "Harrow Post"},
        "link": "https://news.example/pool",
    },
}


@pytest.mark.parametrize(
    "value",
    [
        {"status": "ok", "articles": [NEWSAPI]},
        {"response": {"status": "ok", "results": [GUARDIAN]}},
        {"hits": {"total": {"value": 1}, "hits": [STORED]}},
        [GUARDIAN],
    ],
    ids=["articles", "response.results", "hits.hits", "list"],
)
def test_answers_of_services(tmp_path: Path, value: Any) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=2)):
        piece = only(found_in(tmp_path, "answer.json", text))
        assert piece.path == "answer.json/00001-pool-to-reopen"
        said = {field: value for field, (value, _) in known(piece).items()}
        assert said == {
            "title": TITLE,
            "published": "2024-03-01",
            "publisher": "Harrow Post",
            "author": "Peter Marsh",
            "url": "https://news.example/pool",
        }


def test_a_text_that_the_export_cut_off_is_noted(tmp_path: Path) -> None:
    piece = only(found_in(tmp_path, "a.json", json.dumps({"articles": [NEWSAPI]})))
    assert piece.notes == ("the text is column content", "cut off in the export, which leaves out 1234 chars")
    assert b"1234" not in piece.data
    short = {key: value for key, value in NEWSAPI.items() if key != "content"}
    assert any("only a summary" in note for note in only(found_in(tmp_path, "b.json", json.dumps([short]))).notes)


def test_one_article_as_one_object(tmp_path: Path) -> None:
    piece = only(
        found_in(tmp_path, "pool.json", json.dumps({"title": TITLE, "maintext": BODY, "images": [{"text": BODY}]}))
    )
    assert (piece.path, known(piece)["title"]) == ("pool.json", (TITLE, "column title"))
    document = read_document(piece, name="pool")
    assert document.text.startswith(f"{TITLE}\n\nThe council")
    assert document.articles[0].headline is not None


def test_annotations_of_a_build_are_no_articles(tmp_path: Path) -> None:
    """A folder may hold annotations beside its texts, as gold does."""
    gold = sorted((Path(__file__).parents[1] / "gold" / "devset").glob("*.json"))[0]
    found = found_in(tmp_path, "01.json", gold.read_bytes())
    assert [
        (skipped.failed, "annotations that a build wrote" in skipped.why)
        for skipped in found
        if isinstance(skipped, Skipped)
    ] == [(False, True)]


def test_objects_one_a_line_go_on_after_a_broken_one(tmp_path: Path) -> None:
    lines = [json.dumps({"text": BODY}), "{broken", "", "[" * 5000, json.dumps({"text": BODY, "title": TITLE}), "17"]
    for name in ("a.jsonl", "a.json"):
        found = found_in(tmp_path, name, "\n".join(lines) if name == "a.jsonl" else "\n".join([lines[0], *lines]))
        assert [item.path.partition("/")[2] for item in found if isinstance(item, Piece)][-1].endswith(
            "-pool-to-reopen"
        )
        assert len([item for item in found if isinstance(item, Skipped) and item.failed]) == 3


def test_a_list_that_is_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = json.dumps([{"text": BODY}] * 3)
    found = found_in(tmp_path, "a.json", whole[:-20])
    assert len([item for item in found if isinstance(item, Piece)]) == 2
    assert "cut off after 2 items" in why(found)
    assert "no JSON" in why(found_in(tmp_path, "b.json", '{"articles": [1,'))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_any_dialect(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = table(
        ["Headline", "Article Text", "Publication Date"], [TITLE, BODY + " £5m", "1 March 2024"], delimiter=delimiter
    )
    piece = only(found_in(tmp_path, "a.csv", text.encode(encoding)))
    assert piece.path == "a.csv/00002-pool-to-reopen"
    assert piece.data.decode() == f"{TITLE}\n\n{BODY} £5m"
    assert known(piece) == {"title": (TITLE, "column Headline"), "published": ("2024-03-01", "column Publication Date")}
    assert (encoding == "cp1252") == ("not UTF-8; read as Windows-1252" in piece.notes)


def test_rows_that_do_not_fit_or_have_no_text(tmp_path: Path) -> None:
    text = table(["title", "text"], [TITLE, ""], [TITLE, BODY, "more"], [TITLE], [], [TITLE, BODY])
    found = found_in(tmp_path, "a.csv", text)
    said = {item.path: item.why for item in found if isinstance(item, Skipped)}
    assert said["a.csv/00002-pool-to-reopen"] == "no text in this row"
    assert "3 cells under 2 names" in said["a.csv/00003"]
    assert isinstance(found[-1], Piece)


def test_no_text_column_is_said_with_the_columns_and_the_option(tmp_path: Path) -> None:
    text = table(["Titel", "Inhalt", "Datum"], [TITLE, BODY, "2024-03-01"])
    assert "its columns are Titel, Inhalt, Datum. Name it with --text-column" in why(found_in(tmp_path, "a.csv", text))
    piece = only(found_in(tmp_path, "a.csv", text, Settings(columns=Columns(text="inhalt", published="Datum"))))
    assert piece.notes == ("the text is column Inhalt",)
    assert known(piece) == {"published": ("2024-03-01", "column Datum")}
    assert "no column 'Text'" in why(found_in(tmp_path, "a.csv", text, Settings(columns=Columns(text="Text"))))
    addresses = json.dumps(
        {"articles": [{"url": "https://a.example/1", "title": TITLE, "seendate": "20240301T101500Z"}]}
    )
    assert "addresses stand in 'url'" in why(found_in(tmp_path, "a.json", addresses))


def test_the_column_with_much_more_text_is_the_text(tmp_path: Path) -> None:
    piece = only(found_in(tmp_path, "a.json", json.dumps([{"text": "In short.", "body": BODY}])))
    assert BODY.encode() in piece.data


def rows_of(value: Any) -> list[Any]:
    return list(json_pieces(io.BytesIO(json.dumps(value).encode()), path="a.json", settings=Settings()))


def test_cells_with_markup_are_pages() -> None:
    fragment = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    piece = only(rows_of([{"title": "Pools & parks", "text": fragment}]))
    assert piece.suffix == ".html"
    assert b"<h1>Pools &amp; parks</h1>" in piece.data
    whole = f"<!DOCTYPE html><html><body>{fragment}</body></html>"
    assert only(rows_of([{"html": whole}])).data == whole.encode()
    spelt = only(rows_of([{"text": "A &amp; B.\\n\\n" + BODY.replace("\n\n", "\\n")}]))
    assert spelt.data.decode().startswith("A & B.\n\nThe council")


def test_a_column_that_writes_the_month_first_is_read_so(tmp_path: Path) -> None:
    for dates, first in ((["3/4/2024", "3/25/2024"], "2024-03-04"), (["3/4/2024", "25/3/2024"], "2024-04-03")):
        found = found_in(tmp_path, "a.csv", table(["text", "date"], *([BODY, date] for date in dates)))
        assert [known(item)["published"][0] for item in found if isinstance(item, Piece)] == [first, "2024-03-25"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20240301T101500Z", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("2024/03/01", "2024-03-01"),
        ("1709287200", "2024-03-01"),
        ("1709287200000", "2024-03-01"),
        ("1709287200.0", "2024-03-01"),
        ("Fri, 01 Mar 2024 10:15:00 GMT", "2024-03-01"),
        ("01/03/2024 10:15", "2024-03-01"),
        ("01/03/24", "2024-03-01"),
        ("20241301", None),
        ("17", None),
    ],
)
def test_dates_as_exports_write_them(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def test_a_title_that_is_given_makes_one_article_of_the_cell() -> None:
    paragraphs = "\n\n".join([BODY, "Park to close", *[BODY.replace("pool", "park")] * 3])
    piece = Piece("a.csv/1", f"{TITLE}\n\n{paragraphs}".encode(), ".txt", (Given("title", TITLE, "column title"),))
    assert len(read_document(piece, name="a").articles) == 1


def test_the_columns_of_a_press_database_with_the_first_paragraph_apart(tmp_path: Path) -> None:
    names, row = ["HD", "BY", "PD", "SN", "LP", "TD"], [TITLE, "By Peter Marsh", "1 March 2024", "Harrow Post"]
    piece = only(found_in(tmp_path, "a.csv", table(names, [*row, "The pool reopens.", BODY])))
    assert piece.data.decode() == f"{TITLE}\n\nThe pool reopens.\n\n{BODY}"
    assert known(piece)["publisher"] == ("Harrow Post", "column SN")
    assert read_document(piece, name="a").articles[0].author == "Peter Marsh"
    piece = only(found_in(tmp_path, "a.csv", table(names, [*row, BODY[:90], BODY])))
    assert piece.data.decode() == f"{TITLE}\n\n{BODY}"


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_row(tmp_path: Path) -> None:
    text = (
        table(["title", "text"], [TITLE, BODY]) + f'Park,"{BODY}\n' + "Bridge,The bridge is shut\nQuay,The quay is open"
    )
    for end in ("", "\n"):
        found = found_in(tmp_path, "a.csv", text + end)
        assert isinstance(found[0], Piece)
        assert why(found).startswith("a.csv/00003: a quotation mark that is never closed")
    whole = table(["title", "text"], [TITLE, f"{BODY}\n{BODY}"])
    assert isinstance(found_in(tmp_path, "a.csv", whole.rstrip("\r\n"))[-1], Piece)


def test_an_unclosed_quotation_mark_does_not_swallow_all(tmp_path: Path) -> None:
    text = table(["title", "text"], [TITLE, BODY]) + f'x,"{"word " * 3000}\n' * 3
    found = found_in(tmp_path, "a.csv", text, Settings(max_file_bytes=5000))
    assert isinstance(found[0], Piece)
    assert "quotation mark" in why(found)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.tsv", "a.parquet"])
def test_what_is_no_table_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    for data in (b"", b"\n\n", bytes(range(256)) * 20, b"PAR1" + bytes(40), b"{" * 3000, b"[" * 3000):
        assert why(found_in(tmp_path, name, data))


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    columns = {"title": [TITLE, None], "text": [BODY, BODY], "source": [{"name": "Harrow Post"}] * 2}
    parquet.write_table(arrow.table(columns), tmp_path / "a.parquet")
    one, two = unpack(Input(tmp_path / "a.parquet", "a.parquet", "a"), Settings())
    assert isinstance(one, Piece)
    assert known(one) == {"title": (TITLE, "column title"), "publisher": ("Harrow Post", "column source.name")}
    assert (one.path, two.path) == ("a.parquet/00001-pool-to-reopen", "a.parquet/00002")
    cut = (tmp_path / "a.parquet").read_bytes()
    assert "broken, or no Parquet" in why(found_in(tmp_path, "b.parquet", cut[: len(cut) // 2]))


def test_a_library_that_is_missing_is_named_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert why(found_in(tmp_path, "a.parquet", b"PAR1")).endswith(
        "needs pyarrow, which is not installed; run pip install 'stakeholder-kg[all]'"
    )
