"""The output folder, replaced as a whole: either all of the new build or all of the old one."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kg.errors import ExportError

MARK = "build.json"  # stands in every folder that a build wrote
EXCHANGE = 2  # RENAME_EXCHANGE of Linux renameat2(2)
AT_FDCWD = -100


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (names relative to `folder`, with `/`) so that the folder holds exactly them.

    Everything is written beside the folder first, then both change places in one system call where the system has one
    (Linux); elsewhere by two renames, and `recover` puts the old build back if the program died between them.

    Raises:
        ExportError: the folder holds files that no build wrote, or cannot be written.
    """
    recover(folder)
    check_replaceable(folder)
    fresh, old = _beside(folder, "new"), _beside(folder, "old")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        for name in sorted(files):
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(files[name])
        if not folder.exists():
            fresh.rename(folder)
        elif _exchange(fresh, folder):
            shutil.rmtree(fresh)
        else:
            folder.rename(old)
            fresh.rename(folder)
            shutil.rmtree(old)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror}); choose another folder with -o") from error
    finally:
        if folder.exists():
            shutil.rmtree(fresh, ignore_errors=True)


def recover(folder: Path) -> None:
    """Put the last good build back if a build died between two renames."""
    old = _beside(folder, "old")
    if old.exists():
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)


def check_replaceable(folder: Path) -> None:
    """Raises ExportError if the folder is a file, or holds something that no build wrote."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ExportError(f"{folder}: expected a folder, found something else; choose another with -o")
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise ExportError(
            f"{folder}: holds files that no build wrote, and a build replaces the whole folder; choose another with -o"
        )


def _beside(folder: Path, what: str) -> Path:
    absolute = folder.absolute()
    return absolute.parent / f".{absolute.name}.{what}"


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two paths changed places atomically; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE)
    return done == 0
