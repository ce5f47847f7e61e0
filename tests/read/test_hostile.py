"""Input that is broken on purpose or by accident: one line each, the others are read, and memory stays bounded.

docs/reference/bad-input.md lists what happens; the kinds' own tests hold the finer cases.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Input, Piece, Skipped
from kg.pipeline import look
from kg.read import read_document
from kg.read.names import UNPRINTABLE
from kg.read.unpack import unpack
from kg.settings import Settings
from tests.read import words
from tests.read.test_archive import tarred, zipped
from tests.read.test_clippings import factiva, lexis
from tests.read.test_feed import ATOM, RSS
from tests.read.test_language import ENGLISH, OTHERS, SCHOOL, page
from tests.read.test_warc import record

GOOD = (
    "Pool to reopen\n\nThe council will repair the pool this year.\n\n“We will open it in May,” said Anna Bell, its leader, on "
    "Tuesday. The work was put off for years, and it is not yet clear who will pay for it in the end.\n"
)
TABLE = f'title,text\nPool to reopen,"{GOOD}"\nPark to close,"{GOOD}"\n'
LINES = '{"title": "Pool to reopen", "text": "The council will repair the pool this year, said Anna Bell."}\n' * 3

HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\t \n", "the file is empty"),
    "zeros.txt": (bytes(4000), "not a text file"),
    "bell.txt": (b"\x07\x1b[2J" * 2000, "not a text file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + os.urandom(3000), "not a text file"),
    "large.txt": (GOOD.encode() * 500, "more than 100,000 bytes"),
    "empty.zip": (b"", "the file is empty"),
    "cut.zip": (zipped(("a.txt", GOOD.encode()))[:-30], "broken"),
    "text.zip": (GOOD.encode(), "broken"),
    "bomb.zip": (zipped(("a.txt", bytes(5_000_000))), "more than 100,000 bytes"),
    "cut.tar.gz": (tarred(("a.txt", os.urandom(9000)), mode="w:gz")[:4000], "cut off"),
    "cut.txt.gz": (gzip.compress(GOOD.encode())[:-20], "cut off"),
    "bomb.txt.gz": (gzip.compress(bytes(5_000_000)), "more than 100,000 bytes"),
    "empty.csv": (b"", "the file is empty"),
    "strange.csv": (b"Titel;Inhalt\nA;B\n", "--text-column"),
    "open.csv": (b'title,text\nA,"' + b"word " * 50_000, "quotation mark"),
    "only.csv": (b'title,text\nBridge,"The bridge\nPark,The park\n', "quotation mark that is never closed"),
    "binary.csv": (bytes(range(256)) * 30, "not a text file"),
    "cut.json": (b'[{"text": "The pool', "cut off"),
    "deep.json": (b"[" * 90_000, "nested too deep"),
    "deeper.json": (b'{"a":' * 15_000, "no JSON (nested too deep)"),
    "empty.jsonl": (b"", "the file is empty"),
    "empty.pdf": (b"", "the file is empty"),
    "empty.parquet": (b"", "the file is empty"),
    "empty.warc.gz": (b"", "the file is empty"),
    "other.xml": (b"<a><b/></a>", "expected RSS or Atom"),
    "deep.rss": (b"<rss>" + b"<channel>" * 9000, "expected RSS or Atom"),
    "words.warc": (b"words " * 100, "broken"),
    "words.parquet": (b"words " * 100, "no Parquet file"),
    "empty.docx": (b"", "the file is empty"),
    "words.docx": (b"words " * 100, "no Word file"),
    "cut.docx": (words.written([("", GOOD)])[:-3000], "broken"),
    "bomb.docx": (words.by_hand(f"<w:document {words.W}>" + " " * 42_000_000), "unpacks to more than 40,000,000 bytes"),
    "entities.docx": (words.by_hand(words.entities()), "declares entities"),
    "old.doc": (words.OLE + bytes(600), "of the old kind"),
    "old.txt": (words.OLE + bytes(600), "of the old kind"),
}


def test_each_is_one_line_and_the_others_are_read(tmp_path: Path) -> None:
    for name, (data, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    documents, left_out = look([tmp_path], Settings(max_file_bytes=100_000))
    assert [document.path for document in documents] == ["good.txt"]
    said = {name: [item for item in left_out if item.path.startswith(name)] for name in HOSTILE}
    for name, (_, expected) in HOSTILE.items():
        assert any(expected in item.why and item.failed for item in said[name]), f"{name}: {said[name]}"
        for item in said[name]:
            assert item.why.startswith(name)
            assert not UNPRINTABLE.search(item.why), item.why
            assert len(item.why) < 400


ODD: dict[str, tuple[str, str]] = {
    "german.txt": ("\n\n".join(OTHERS["German"]), "it looks German; only English is read"),
    "chinese.txt": ("\n\n".join(OTHERS["Chinese"]), "it looks Chinese; only English is read"),
    "partly.txt": (f"{GOOD}\n{OTHERS['French'][1]}\n", "1 paragraph is not read: it looks French"),
    "pounds.txt": (GOOD.replace("this year", "for Â£325m"), "decoded wrongly before: “Â£325m.” to “£325m.”"),
    "quotes.html": (
        page((GOOD.replace("’", "â€™").replace("“", "â€œ"),)),
        "decoded wrongly before: “â€œWe” to ““We”",
    ),
    "mixed.html": (page(ENGLISH, OTHERS["German"], SCHOOL), "1 of 3 articles is not read: it looks German"),
}


def test_what_is_odd_is_said_and_no_failure(tmp_path: Path) -> None:
    for name, (text, _) in ODD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    documents, left_out = look([tmp_path])
    assert not [item for item in left_out if item.failed]
    said = {item.path: item.why for item in left_out} | {d.path: " ".join(d.notes) for d in documents}
    for name, (_, expected) in ODD.items():
        assert expected in said[name], f"{name}: {said[name]}"


SAMPLES: dict[str, Callable[[], bytes]] = {
    "a.zip": lambda: zipped(("one.txt", GOOD.encode()), ("b/two.csv", TABLE.encode())),
    "a.tar.gz": lambda: tarred(("one.txt", GOOD.encode()), ("two.jsonl", LINES.encode()), mode="w:gz"),
    "a.tar": lambda: tarred(("one.txt", GOOD.encode()), ("two.jsonl", LINES.encode())),
    "a.csv.gz": lambda: gzip.compress(TABLE.encode()),
    "a.csv": TABLE.encode,
    "a.jsonl": LINES.encode,
    "a.json": lambda: f"[{','.join(LINES.splitlines())}]".encode(),
    "a.rss": RSS.encode,
    "a.atom": ATOM.encode,
    "a.warc": lambda: record("one") + record("two", gzip.compress(b"<p>x</p>"), headers="Content-Encoding: gzip\r\n"),
    "a.warc.gz": lambda: gzip.compress(record("one")) + gzip.compress(record("two")),
    "a.nexis": lambda: (lexis(1) + lexis(2)).encode(),
    "a.factiva": lambda: (factiva(1) + factiva(2)).encode(),
    "a.txt": GOOD.encode,
    "a.docx": lambda: words.by_hand(words.plain(*GOOD.split("\n\n")), styles="<styles/>"),
}


def spoilt(data: bytes) -> list[bytes]:
    """The data cut off, with bytes turned over, and with a stretch that stands twice."""
    step = max(1, len(data) // 40)
    places = range(0, len(data), step)
    cut = [data[:at] for at in places]
    turned = [data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :] for at in places]
    high = [data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :] for at in places]
    return cut + turned + high + [data[: at + step] + data[at:] for at in places]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_fault_of_an_input_breaks_the_program(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    for data in spoilt(SAMPLES[name]()):
        file.write_bytes(data)
        for item in unpack(Input(file, name, "a"), Settings(max_file_bytes=100_000)):
            if isinstance(item, Skipped):
                assert not UNPRINTABLE.search(item.why), item
                continue
            with suppress(ReadError):
                suffix = ".docx" if name == "a.docx" else ".txt"
                read_document(Piece(item.path, item.data, suffix, item.given), name="a")


MEASURED = """
import sys
from pathlib import Path
from kg.model import Input, Piece
from kg.read.names import UNPRINTABLE
from kg.read.unpack import unpack
from kg.settings import Settings
path = Path(sys.argv[1])
count = sum(isinstance(item, Piece) for item in unpack(Input(path, path.name, "a"), Settings()))
status = Path("/proc/self/status").read_text().split()
print(count, status[status.index("VmHWM:") + 1])  # the peak of this process alone, in kB
"""


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", bytes(150_000_000))


def tar_bomb(path: Path) -> None:
    path.write_bytes(tarred(("a.txt", bytes(150_000_000)), ("b.txt", GOOD.encode()), mode="w:gz"))


def long_table(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("title,text\n")
        file.writelines(f'Pool {number},"{GOOD * 20}"\n' for number in range(10_000))


def one_long_line(path: Path) -> None:
    path.write_text("title,text\n" + "word " * 12_000_000, encoding="utf-8")


def long_list(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("[{}")
        file.writelines(f', {{"text": "Pool {number} {"word " * 1000}"}}' for number in range(10_000))
        file.write("]")


def endless_list(path: Path) -> None:
    path.write_text("[" + "[" * 60_000_000, encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="the peak stands in /proc")
@pytest.mark.parametrize(
    ("name", "make", "count"),
    [
        ("bomb.zip", bomb, 0),
        ("bomb.tar.gz", tar_bomb, 1),
        ("long.csv", long_table, 10_000),
        ("line.csv", one_long_line, 0),
        ("long.json", long_list, 10_000),
        ("endless.json", endless_list, 0),
    ],
)
def test_memory_is_bounded(tmp_path: Path, name: str, make: Callable[[Path], None], count: int) -> None:
    make(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / name)], capture_output=True, text=True, check=True
    )
    pieces, kilobytes = map(int, done.stdout.split())
    assert pieces == count
    assert kilobytes < 160_000, "the largest article and what is needed to look at it; the input is 50 to 600 MB"
