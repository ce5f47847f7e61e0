"""Readings are kept under what they were read from, and a damaged or foreign cache file is never trusted."""

from __future__ import annotations

import pickle
from pathlib import Path

from kg.cache import recall_or_read
from kg.model import Article, Document, Reading, Span

READING = Reading(Document("a", "a.txt", "Text.", "0" * 64, (Article(0, Span(0, 5)),)), (), ())
KEY = "ab" + "0" * 62


def must_not_read() -> Reading:
    raise AssertionError("the kept reading should have been used")


def test_a_reading_is_made_once(tmp_path: Path) -> None:
    assert recall_or_read(tmp_path, KEY, lambda: READING) == READING
    assert recall_or_read(tmp_path, KEY, must_not_read) == READING


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    recall_or_read(None, KEY, lambda: READING)
    assert not list(tmp_path.iterdir())


def test_a_truncated_file_is_read_again(tmp_path: Path) -> None:
    recall_or_read(tmp_path, KEY, lambda: READING)
    file = next(tmp_path.rglob("*.pickle"))
    file.write_bytes(file.read_bytes()[:20])
    assert recall_or_read(tmp_path, KEY, lambda: READING) == READING


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path, ("harm",))


def test_a_file_that_names_foreign_code_is_not_run(tmp_path: Path) -> None:
    recall_or_read(tmp_path, KEY, lambda: READING)
    next(tmp_path.rglob("*.pickle")).write_bytes(pickle.dumps(Harm()))
    assert recall_or_read(tmp_path, KEY, lambda: READING) == READING
