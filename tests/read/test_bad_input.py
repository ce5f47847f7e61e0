"""What a user may hand in by mistake: each is one clear line that names the file, what was expected and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Piece
from kg.pipeline import build, look
from kg.read import read_document
from kg.read.decode import decode
from kg.read.sources import find_inputs
from kg.readings import read_all
from kg.settings import Settings

PROSE = (
    "The council will repair the pool this year.\n\n“We will open it in May,” said Anna Bell, its leader, on Tuesday. "
    "The work was put off for years, and it is not yet clear who will pay for it in the end.\n"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (bytes(range(256)) * 40, "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "not a text file"),
        (b"Home | News | Sport | Culture\n", "no article found"),
        (b"Der Rat hat am Montag beschlossen, dass die Schule neu gebaut wird. " * 12, "English"),
    ],
)
def test_a_file_that_is_no_article(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as error:
        read_document(Piece("folder/a.txt", data), name="a")
    message = str(error.value)
    assert message.startswith("folder/a.txt: ")
    assert "\n" not in message
    assert len(message) < 250


def test_an_ending_that_nobody_reads() -> None:
    with pytest.raises(ReadError, match=r"a\.xyz: no reader for \.xyz; expected one of"):
        read_document(Piece("a.xyz", b"%PDF"), name="a")


@pytest.mark.parametrize("ending", ["xlsx", "pptx", "odt"])
def test_an_ending_of_which_is_known_what_to_do(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a.{ending}").write_bytes(b"PK\x03\x04")
    _, alone = look([tmp_path / f"a.{ending}"])
    _, below = look([tmp_path])
    for (item,) in (alone, below):
        assert "; save " in item.why


def test_a_file_that_is_named_needs_no_ending(tmp_path: Path) -> None:
    (tmp_path / "article").write_text(PROSE, encoding="utf-8")
    documents, left_out = look([tmp_path / "article"])
    assert len(documents) == 1
    assert left_out == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encodings(encoding: str) -> None:
    text = PROSE + "It will cost £5m – “at least”.\n"
    assert decode(text.encode(encoding), "a.txt") == text


def test_broken_utf_8_is_read_as_well_as_it_can_be() -> None:
    broken = PROSE.encode() + b"caf\xe9 prices rose \x93again\x94\n" * 3
    assert "council will repair" in decode(broken, "a.txt")


def test_a_source_that_names_nothing(tmp_path: Path) -> None:
    for source in (str(tmp_path / "nowhere"), str(tmp_path / "*.txt")):
        with pytest.raises(ReadError, match="no such file or folder") as error:
            find_inputs([source])
        assert source in str(error.value)


def test_folders_globs_and_files_and_what_is_left_out(tmp_path: Path) -> None:
    for name in ("b/one.txt", "a/one.txt", "two.md", "README.md", ".hidden.txt", "picture.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    inputs, skipped = find_inputs([str(tmp_path), str(tmp_path / "**/*.md"), str(tmp_path / "two.md")])
    assert [item.name for item in inputs if item.path != "README.md"] == ["a__one", "b__one", "two"]
    assert {item.path for item in skipped} >= {".hidden.txt", "picture.jpg"}


def test_two_files_that_would_share_a_name_keep_their_endings(tmp_path: Path) -> None:
    for name in ("one.txt", "one.md"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    inputs, _ = find_inputs([str(tmp_path)])
    assert [item.name for item in inputs] == ["one.md", "one.txt"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(PROSE, encoding="utf-8")
    (tmp_path / "articles" / "again").symlink_to(tmp_path / "articles", target_is_directory=True)
    (tmp_path / "articles" / "self.txt").symlink_to("self.txt")
    inputs, _ = find_inputs([str(tmp_path / "articles")])
    readings, failed = read_all(inputs, Settings(), lambda what, done, of: None)
    assert [reading.document.path for reading in readings] == ["a.txt"]
    assert [(item.path, "cannot be opened" in item.why) for item in failed] == [("self.txt", True)]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may open every file")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PROSE, encoding="utf-8")
    file.chmod(0)
    _, failed = read_all(find_inputs([str(file)])[0], Settings(), lambda what, done, of: None)
    assert "Permission denied" in failed[0].why


def test_a_folder_that_cannot_be_opened_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles" / "closed").mkdir(parents=True)
    (tmp_path / "articles" / "a.txt").write_text(PROSE, encoding="utf-8")
    listing = os.scandir

    def scandir(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(folder))
        return listing(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    outcome = build([tmp_path / "articles"], tmp_path / "graph")
    assert [Path(item.path).name for item in outcome.failed] == ["closed"]
    assert outcome.skipped == ()


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    inputs, _ = find_inputs([str(tmp_path)])
    readings, failed = read_all(inputs, Settings(), lambda what, done, of: None)
    assert (len(readings), failed) == (2, [])
    _, failed = read_all(inputs, Settings(max_file_bytes=10), lambda what, done, of: None)
    assert all("more than 10 bytes" in item.why for item in failed)
