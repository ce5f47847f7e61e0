"""What a source may be: files, folders, patterns, standard input; and what is never opened."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import ReadError
from kg.model import STANDARD_INPUT, Input, Piece, Skipped
from kg.read.leave import reason_to_leave
from kg.read.sources import find_inputs
from kg.read.unpack import unpack
from kg.settings import Settings

PROSE = b"The council will repair the pool this year, said Anna Bell, its leader, on Tuesday at a meeting.\n"


def handed(data: bytes, monkeypatch: pytest.MonkeyPatch, read_as: str = "") -> list[Piece | Skipped]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    ((item,), left_out) = find_inputs(["-"], read_as)
    assert (item.file, item.path, item.name, left_out) == (STANDARD_INPUT, "stdin", "stdin", [])
    return list(unpack(item, Settings(read_as=read_as)))


def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.read.test_archive import zipped

    assert handed(PROSE, monkeypatch) == [Piece("stdin", PROSE, ".txt")]
    assert [item.path for item in handed(zipped(("one.txt", PROSE)), monkeypatch)] == ["stdin/one.txt"]
    assert handed(PROSE, monkeypatch, ".md") == [Piece("stdin", PROSE, ".md")]


def test_a_kind_that_nobody_reads_is_refused() -> None:
    with pytest.raises(ReadError, match=r"\.xyz: no kind of file that is known; expected one of .*\.txt"):
        find_inputs(["-"], ".xyz")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_are_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "one.txt").write_bytes(PROSE)
    inputs, left_out = find_inputs([str(tmp_path)])
    assert [item.path for item in inputs] == ["one.txt"]
    assert left_out == [Skipped("pipe.txt", "a pipe or device, not a file")]
    with pytest.raises(ReadError, match="a pipe or device, which is not opened"):
        find_inputs([str(tmp_path / "pipe.txt")])
    (late,) = unpack(Input(tmp_path / "pipe.txt", "pipe.txt", "pipe"), Settings())
    assert isinstance(late, Skipped), "it took the place of a file after that was found"
    assert "no regular file" in late.why


def test_a_file_that_vanishes_fails_alone(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(PROSE)
    inputs, _ = find_inputs([str(tmp_path)])
    (tmp_path / "one.txt").unlink()
    gone, there = [piece for item in inputs for piece in unpack(item, Settings())]
    assert isinstance(gone, Skipped)
    assert "cannot be opened (No such file" in gone.why
    assert isinstance(there, Piece)


def test_names_that_nobody_can_print(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"a\nb.txt", b"\xff\xfe.txt", "😀 pool.txt".encode(), b"x.txt/deep.txt"):
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)  # noqa: PTH103, PTH118, PTH120 - bytes
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123 - bytes
            file.write(PROSE)
    inputs, _ = find_inputs([str(tmp_path)])
    named = {"a\ufffdb.txt", "x.txt/deep.txt", "\U0001f600 pool.txt", "\ufffd\ufffd.txt"}
    assert {item.path for item in inputs} == named
    for item in inputs:
        item.name.encode()
        assert isinstance(next(unpack(item, Settings())), Piece)


def test_a_folder_that_may_not_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "one.txt").write_bytes(PROSE)
    scan = os.scandir

    def refuse(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr("os.scandir", refuse)
    inputs, left_out = find_inputs([str(tmp_path)])
    assert [item.path for item in inputs] == ["one.txt"]
    assert [(item.path, item.failed) for item in left_out] == [("closed", True)]
    assert "the folder cannot be opened (Permission denied)" in left_out[0].why


def test_the_command_line_reads_what_is_piped_in(tmp_path: Path) -> None:
    lines = "".join(f'{{"Inhalt": "{PROSE.decode().strip()}", "Titel": "Pool {n}"}}\n' for n in (1, 2))

    def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(command, input=lines, capture_output=True, text=True, check=False)

    done = kg("read", "-", "--as", "jsonl", "--text-column", "Inhalt", "--title-column", "Titel", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert [(item["source"], item["title"]) for item in found] == [
        ("stdin/00001-pool-1", "Pool 1"),
        ("stdin/00002-pool-2", "Pool 2"),
    ]
    assert found[0]["notes"] == ["the text is column Inhalt"]
    assert found[0]["found"] == {"title": "column Titel"}
    done = kg("read", "-")
    assert done.returncode == 2, "told to be JSON; no column that is known"
    assert "its columns are Inhalt, Titel. Name it with --text-column" in done.stderr
    done = kg("build", "-", "-o", str(tmp_path / "out"), "--no-cache")
    assert (done.returncode, (tmp_path / "out").exists()) == (2, False)


@pytest.mark.parametrize(
    ("path", "is_note"),
    [
        ("README", True),
        ("readme.txt", True),
        ("a/README.first.md", True),
        ("LICENSE-MIT", True),
        ("licence_cc0.html", True),
        ("licence-fee-to-rise.html", False),
        ("licensing-hours.txt", False),
        ("license.example-pool-to-reopen-1a2b3c4d5e.warc.gz", False),
    ],
)
def test_notes_about_a_folder_are_told_from_articles(path: str, is_note: bool) -> None:
    assert (reason_to_leave(path) == "a note about the folder, not an article") == is_note
