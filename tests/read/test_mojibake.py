"""What was decoded wrongly before it came here is mended, with a note; whatever is right stays as it is, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Document, Input, Piece
from kg.pipeline import build
from kg.read import read_document
from kg.read.mojibake import mend, mended
from kg.read.unpack import unpack
from kg.settings import Settings
from tests.read import pdfs, words

TITLE = "Café to stay open"
STORY = (
    "The council will spend £325m on the old café, said Zoë Brandt, its leader, who wore a “very good” hat on Tuesday.",
    "“We don’t owe the owners €40m – that’s wrong,” she said. The work was put off for years, and it is not clear who will pay.",
)


def garbled(text: str) -> str:
    """The text as UTF-8 that somebody took for Windows-1252."""
    return "".join(bytes([b]).decode("cp1252") if b not in UNKNOWN else chr(b) for b in text.encode())


UNKNOWN = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def read(data: str | bytes, path: str = "a.txt") -> Document:
    return read_document(Piece(path, data if isinstance(data, bytes) else data.encode()), name="a")


@pytest.mark.parametrize(
    ("came", "was"),
    [
        ("It cost Â£325m.", "It cost £325m."),
        ("It cost â‚¬40m, not Â£40m.", "It cost €40m, not £40m."),
        ("It cost ¬£50m, and it is more.", "It cost £50m, and it is more."),
        ("“Right” and right, but the cafÃ© isnâ€™t", "“Right” and right, but the café isn’t"),
        ("A clean line, £5\nÂ£6 on the next\r\nand “one” more", "A clean line, £5\n£6 on the next\r\nand “one” more"),
        ("naÃ ̄ve, SÃ©golÃ ̈ne", "naïve, Ségolène"),
        ("SA\u0303\u00a9goA\u0303\u00a9, and it’s “so”", "Ségoé, and it’s “so”"),
        ("Basa\u0303\u0303", "Basa\u0303\u0303"),
        ("â\x80\x99s", "’s"),
        (garbled(STORY[0]), STORY[0]),
        (garbled(garbled(STORY[1])), STORY[1]),
    ],
)
def test_it_is_mended(came: str, was: str) -> None:
    assert mend(came) == was


@pytest.mark.parametrize(
    "right",
    [
        *STORY,
        "",
        "plain",
        "ﬁne ｗide ½ … “curly” ‘quotes’ e\u0301 a\u2028b\u00a0c\r\nd\x0ce\ttab\u200b\u00ad",
        "São Tomé, Ångström, Übung, ÂNGELA, PÂTÉ, Señor Núñez, Žižek, Łódź, Đoković, naïve",
        "£5 €6 ¥7 ¢8 ₹9 § ¶ © ® ™ ° ± × ÷ • – — † ‡",
        "&Acirc;&pound;5 &amp; <b>",
        "Совет решил отремонтировать бассейн. 市议会决定。 مجلس المدينة",
    ],
)
def test_what_is_right_stays_as_it_is(right: str) -> None:
    assert mended(right) == (right, ())


def page(*paragraphs: str, title: str = TITLE) -> str:
    return f"<html><head><meta property='og:title' content='{title}'></head><body><article><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article></body></html>"  # noqa: E501


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.txt", garbled("\n\n".join([TITLE, *STORY])).encode()),
        ("a.html", garbled(page(*STORY)).encode()),
        ("a.html", garbled(page(*STORY)).encode("ascii", "xmlcharrefreplace")),
        ("a.docx", words.written([("Heading 1", garbled(TITLE)), *(("", garbled(part)) for part in STORY)])),
        ("a.pdf", pdfs.printed([("h", TITLE), *(("p", words) for words in map(garbled, STORY[:1] * 3))])),
    ],
)
def test_every_reader_mends_and_says_so(path: str, data: bytes) -> None:
    document = read(data, path)
    assert any("what had been decoded wrongly before: “" in note for note in document.notes)
    (article,) = document.articles
    body = document.text[article.body.start : article.body.end]
    assert "£325m on the old café, said Zoë Brandt" in " ".join(body.split())
    assert article.title == TITLE
    assert "Â" not in document.text


def test_cells_of_a_table_are_mended_and_what_they_say_of_the_article_is_too(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        f'title,author,text\n{garbled(TITLE)},{garbled("Zoë Lark")},"{garbled(STORY[1])}"\n', encoding="utf-8"
    )
    (piece,) = (item for item in unpack(Input(file, "a.csv", "a"), Settings()) if isinstance(item, Piece))
    document = read_document(piece, name="a")
    (article,) = document.articles
    assert (article.title, article.author) == (TITLE, "Zoë Lark")
    assert STORY[1] in document.text


def test_what_is_only_in_scripts_is_no_note() -> None:
    document = read(page(*STORY).replace("</body>", f"<script>var a = '{garbled('£')}'</script></body>"), "a.html")
    assert document.notes == ()


def test_the_build_reports_it_and_quotes_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(garbled("\n\n".join([TITLE, *STORY])), encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "out")
    (told,) = json.loads((tmp_path / "out/build.json").read_text(encoding="utf-8"))["inputs"]
    assert any("“CafÃ©” to “Café”" in note for note in told["notes"])
    assert "£325m" in (tmp_path / "out/articles/a.txt").read_text(encoding="utf-8")
    assert "£325m" in (tmp_path / "out/graph.ttl").read_text(encoding="utf-8")
