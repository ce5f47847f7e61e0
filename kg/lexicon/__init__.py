"""Word lists as data: general words of English news, never the name of anybody.

One `.txt` file per list: one entry a line, `#` starts a comment, blank lines are ignored. An entry may have fields
separated by tabs; the file's first comment says what they mean.
"""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of `name`.txt, each split into its fields, in the order of the file."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    kept = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(tuple(field.strip() for field in line.split("\t")) for line in kept if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """The first field of every entry of `name`.txt."""
    return frozenset(row[0] for row in rows(name))
