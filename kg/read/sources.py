"""Sources as the user names them → the input files, sorted, each with its output name."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import ReadError
from kg.model import Input, Skipped
from kg.read.names import flat, stem, unique
from kg.read.parts import containers, readers


def find_inputs(sources: Sequence[str]) -> tuple[list[Input], list[Skipped]]:
    """The files that the sources name, and those below a folder that were left out with the reason.

    Args:
        sources: files, folders (searched through) or glob patterns.

    Raises:
        ReadError: a source names nothing.
    """
    suffixes = sorted({*readers(), *containers()})
    found: dict[Path, str] = {}
    skipped: list[Skipped] = []
    for source in sources:
        for file, path in _expand(source):
            wanted = _reason_to_skip(path, suffixes)
            if wanted and not Path(source).is_file():
                skipped.append(Skipped(path, wanted))
            else:
                found.setdefault(_target(file), path)
    stems = Counter(stem(path) for path in found.values())
    inputs = []
    taken: Counter[str] = Counter()
    for file, path in sorted(found.items(), key=lambda item: (item[1], str(item[0]))):
        name = stem(path) if stems[stem(path)] == 1 else flat(path)
        inputs.append(Input(file, path, unique(name, taken)))
    return inputs, sorted(set(skipped), key=lambda item: item.path)


def _target(file: Path) -> Path:
    """Where a file really is, so that two names of one file count once; a link that runs in a circle stays what it is."""
    try:
        return file.resolve()
    except (OSError, RuntimeError):
        return file.absolute()


def _expand(source: str) -> Iterator[tuple[Path, str]]:
    """The files of one source, each with its path below the source folder."""
    root = Path(source)
    if root.is_file():
        yield root, root.name
    elif root.is_dir():
        for folder, folders, names in os.walk(root):  # does not follow links to folders, so loops end
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                yield file, file.relative_to(root).as_posix()
    else:
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        files = [Path(match) for match in matches if Path(match).is_file()]
        if not files:
            raise ReadError(
                f"{source}: no such file or folder, and no pattern that matches one; expected articles to read"
            )
        for file in files:
            yield file, file.name


def _reason_to_skip(path: str, suffixes: Sequence[str]) -> str | None:
    name = path.rsplit("/", 1)[-1]
    if name.startswith("."):
        return "hidden file"
    if name.lower().startswith(("readme", "licence", "license")):
        return "a note about the folder, not an article"
    if not name.lower().endswith(tuple(suffixes)):
        return f"no reader for this ending (known: {', '.join(suffixes)})"
    return None
