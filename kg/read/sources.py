"""Sources as the user names them → the input files, sorted, each with its output name."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import ReadError
from kg.model import STANDARD_INPUT, Input, Skipped
from kg.read.leave import no_reader, reason_to_leave
from kg.read.names import flat, readable, stem, unique
from kg.read.parts import containers, readers
from kg.read.rulings import RULINGS
from kg.read.story import STORY

Found = tuple[Path, str, str | None]  # the file, its path below its source, why it is left out

OWN = (STORY, RULINGS)  # files beside the articles that are none


def find_inputs(sources: Sequence[str], suffix: str = "") -> tuple[list[Input], list[Skipped]]:
    """The files that the sources name, and those below a folder that were left out with the reason.

    Args:
        sources: files, folders (searched through), glob patterns, or "-" for standard input.
        suffix: the ending by which standard input and files that are named one by one are read; "" to tell.

    Raises:
        ReadError: a source names nothing that can be read, or `suffix` is no kind that is known.
    """
    known = sorted({*readers(), *containers()})
    if suffix and suffix not in known:
        raise ReadError(f"{suffix}: no kind of file that is known; expected one of {', '.join(known)}")
    found: dict[Path, tuple[str, str]] = {}
    skipped: list[Skipped] = []
    for source in sources:
        for file, path, why in _expand(source, tuple(known)):
            if why:
                skipped.append(Skipped(path, why, failed=why.startswith(path)))
            else:
                found.setdefault(_target(file), (path, suffix if file == Path(source) else ""))
    stems = Counter(stem(path) for path, _ in found.values())
    inputs = []
    taken: Counter[str] = Counter()
    for file, (path, read_as) in sorted(found.items(), key=lambda item: (item[1], str(item[0]))):
        name = stem(path) if stems[stem(path)] == 1 else flat(path)
        inputs.append(Input(file, path, unique(name, taken), read_as))
    return inputs, sorted(set(skipped), key=lambda item: item.path)


def _target(file: Path) -> Path:
    """Where a file really is, so that two names of one file count once; a link that runs in a circle stays what it is."""
    try:
        return file if file == STANDARD_INPUT else file.resolve()
    except (OSError, RuntimeError):
        return file.absolute()


def _expand(source: str, known: tuple[str, ...]) -> Iterator[Found]:
    """The files of one source."""
    root = Path(source)
    mode = _mode(root)
    if source == "-":
        yield STANDARD_INPUT, "stdin", None
    elif mode and stat.S_ISREG(mode):
        if root.name not in OWN:
            yield root, readable(root.name), None
    elif mode and stat.S_ISDIR(mode):
        yield from _below(root, known)
    elif mode:
        raise ReadError(
            f"{readable(source)}: a pipe or device, which is not opened; hand it over as kg … - < {root.name}"
        )
    else:
        yield from _matching(source, known)


def _mode(file: Path) -> int:
    """What sort of file it is; 0 if it cannot be told."""
    try:
        return file.stat().st_mode
    except (OSError, ValueError):
        return 0


def _below(root: Path, known: tuple[str, ...]) -> Iterator[Found]:
    """The files below a folder, sorted; links to folders are not followed, so loops end."""
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            path = readable(file.relative_to(root).as_posix())
            if path not in OWN:
                yield file, path, _reason(file, path, known)
    for error in closed:
        shut = Path(str(error.filename))
        path = readable(shut.relative_to(root).as_posix() if shut != root else root.name or str(root))
        yield root, path, f"{path}: the folder cannot be opened ({error.strerror}); check its permissions"


def _matching(pattern: str, known: tuple[str, ...]) -> Iterator[Found]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    files = [Path(match) for match in matches if not Path(match).is_dir() and Path(match).name not in OWN]
    if not files:
        raise ReadError(
            f"{readable(pattern)[:200]}: no such file or folder, and no pattern that matches one; expected articles to read"
        )
    for file in files:
        yield file, readable(file.name), _reason(file, readable(file.name), known)


def _reason(file: Path, path: str, known: tuple[str, ...]) -> str | None:
    reason = reason_to_leave(path)
    if reason:
        return reason
    if not path.lower().endswith(known):
        return no_reader(path)
    mode = _mode(file)
    return "a pipe or device, not a file" if mode and not stat.S_ISREG(mode) else None
