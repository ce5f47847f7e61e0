"""The output folder changes as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.folder
from kg.errors import ExportError
from kg.folder import replace_folder

OLD = {"build.json": b"{}", "a.txt": b"old", "sub/b.txt": b"old"}
NEW = {"build.json": b"{1}", "c.txt": b"new"}


def content(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_build_replaces_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(kg.folder, "_exchange", lambda one, other: False)
    folder = tmp_path / "out"
    replace_folder(folder, OLD)
    assert content(folder) == OLD
    replace_folder(folder, NEW)
    assert content(folder) == NEW
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_failure_while_writing_leaves_the_old_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    replace_folder(folder, OLD)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="No space left"):
        replace_folder(folder, NEW)
    assert content(folder) == OLD


def test_a_build_that_died_between_two_renames_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    replace_folder(folder, OLD)
    folder.rename(tmp_path / ".out.old")
    kg.folder.recover(folder)
    assert content(folder) == OLD


def test_a_folder_of_somebody_elses_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(ExportError, match="no build wrote"):
        replace_folder(tmp_path, NEW)
    assert content(tmp_path) == {"holiday.jpg": b"x"}
