"""Readings are kept under what they were read from, and a damaged or foreign cache file is never trusted."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from kg.cache import keep, recall
from kg.model import Article, Document, Reading, Span
from kg.pipeline import quiet
from kg.read.sources import find_inputs
from kg.readings import read_all
from kg.settings import Settings

READING = Reading(Document("a", "a.txt", "Text.", "0" * 64, (Article(0, Span(0, 5)),)), (), ())
KEY = "ab" + "0" * 62


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    assert recall(tmp_path, KEY) is None
    keep(tmp_path, KEY, READING)
    assert recall(tmp_path, KEY) == READING


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(None, KEY, READING)
    assert not list(tmp_path.iterdir())
    assert recall(None, KEY) is None


def test_a_truncated_file_counts_as_none(tmp_path: Path) -> None:
    keep(tmp_path, KEY, READING)
    file = next(tmp_path.rglob("*.pickle"))
    file.write_bytes(file.read_bytes()[:20])
    assert recall(tmp_path, KEY) is None


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path, ("harm",))


def test_a_file_that_names_foreign_code_is_not_run(tmp_path: Path) -> None:
    keep(tmp_path, KEY, READING)
    next(tmp_path.rglob("*.pickle")).write_bytes(pickle.dumps(Harm()))
    assert recall(tmp_path, KEY) is None


def test_the_notes_of_one_piece_are_not_kept_for_another(tmp_path: Path) -> None:
    row = "The council will repair the pool this year, said Anna Bell, its leader, on Tuesday. It was closed in May."
    file, settings = tmp_path / "rows.csv", Settings(cache=tmp_path / "cache")
    notes = []
    for end in (" [+1234 chars]", ""):
        file.write_text(f'title,text\nPool to reopen,"{row}{end}"\n', encoding="utf-8")
        ((reading,), _) = read_all(find_inputs([str(file)])[0], settings, quiet)
        notes.append([note for note in reading.document.notes if "cut off" in note])
    assert notes == [["cut off in the export, which leaves out 1234 chars"], []]
