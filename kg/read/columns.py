"""Columns of a table of articles → what each holds, by the names that exports usually give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import islice

from kg.errors import ReadError
from kg.lexicon import rows
from kg.read.dates import NUMBERS
from kg.read.names import readable
from kg.settings import Columns

Record = Mapping[str, str]  # column → its value in one row, "" for none; "response.source.name" leads into objects
TEXTS = ("text", "html", "summary")
WRAPPERS = frozenset(
    "_source article attributes content data doc document fields item node payload properties story".split()
)
MOST_COLUMNS = 1000  # of an object that are looked at
LEAD = 60  # characters of the first paragraph by which it is looked for in the text
MUCH_LONGER = (
    2.0  # times: a column so much longer holds the text, however good the other's name is (markup adds a half)
)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which columns hold what.

    Attributes:
        columns: what they hold → the columns, the best first; "text", "html" and "summary" all give a text.
        is_month_first: the table writes 3/25/2024.
    """

    columns: Mapping[str, tuple[str, ...]]
    is_month_first: bool

    def find(self, what: str, record: Record) -> tuple[str, str]:
        """The first column that says it in this row, and what it says; ("", "") if none does."""
        return next(((name, record[name]) for name in self.columns[what] if record.get(name, "").strip()), ("", ""))

    def text(self, record: Record) -> tuple[str, str, str]:
        """What sort of text the row has ("text", "html", "summary"), in which column, and the text; blank if it has none."""
        for what in TEXTS:
            column, value = self.find(what, record)
            if what == "text":
                lead_in, lead = self.find("lead", record)
                if column and lead and lead.strip()[:LEAD] not in value:
                    return what, f"{lead_in} and {column}", f"{lead}\n\n{value}"
            if column:
                return what, column, value
        return "", "", ""


def plan(sample: Sequence[Record], wanted: Columns, path: str) -> Plan:
    """The plan of a table, from its first rows.

    Raises:
        ReadError: no column holds a text, or one that was named is not there; the message lists the columns.
    """
    names = list(dict.fromkeys(name for record in sample for name in record))
    columns = {what: tuple(_guessed(what, names)) for what in dict.fromkeys(row[0] for row in rows("columns"))}
    columns["text"] = tuple(_longest_first(columns["text"], sample))
    for field in fields(wanted):
        named = getattr(wanted, field.name)
        if named is not None:
            columns[field.name] = (_there(named, names, path),)
            if field.name == "text":
                columns |= {"lead": (), "html": (), "summary": ()}
    if not any(columns[what] for what in TEXTS):
        raise ReadError(
            f"{path}: no column holds the text; {_listed(names)}. Name it with --text-column{_addresses(columns)}"
        )
    return Plan(columns, _is_month_first(sample, columns["published"]))


def text_size(record: Record) -> int:
    """Characters of the longest value under a name that texts usually have (a summary is none)."""
    names = [name for what in ("text", "html") for name in _guessed(what, list(record))]
    return max((len(record[name]) for name in names), default=0)


def as_record(value: object) -> Record:
    """The values in an object, as strings under dotted names; lists of words and of named things are joined."""
    return dict(islice(_flat(value, "", 0), MOST_COLUMNS))


def _flat(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and depth < 6:
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, list) and name:
        yield name, _joined(value)
    elif name:
        yield name, _said(value)


def _joined(values: list[object]) -> str:
    words = [_said(v.get("name") or v.get("text") or "") if isinstance(v, dict) else _said(v) for v in values]
    words = [word for word in words if word]
    return ("\n\n" if any(len(word) > 100 for word in words) else ", ").join(words)


def _said(value: object) -> str:
    if value is None or value != value or isinstance(value, (bool, dict, list)):
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)


def _guessed(what: str, names: Sequence[str]) -> list[str]:
    """The columns that are called as those that hold this usually are, the best name first."""
    ranks = _ranks(what)
    found = [(min(ranks.get(way, len(ranks)) for way in _ways(name)), place, name) for place, name in enumerate(names)]
    return [name for rank, _, name in sorted(found) if rank < len(ranks)]


@cache
def _ranks(what: str) -> dict[str, int]:
    """The usual names of columns that hold this, and how good each is: 0 is the best."""
    return {usual: rank for rank, usual in enumerate(usual for kind, usual in rows("columns") if kind == what)}


def _ways(name: str) -> Iterator[str]:
    """The column's name, and what is left of it without the objects that only wrap: "_source.byline.original" → "byline.original"."""
    parts = name.lower().split(".")
    while parts:
        yield ".".join(re.sub(r"[^a-z0-9]+", "", part) for part in parts)
        if parts.pop(0) not in WRAPPERS:
            return


def _longest_first(names: Sequence[str], sample: Sequence[Record]) -> list[str]:
    sizes = {name: sum(len(record.get(name, "")) for record in sample) for name in names}
    left, ordered = list(names), []
    while left:
        longest = max(sizes[name] for name in left)
        best = next(name for name in left if sizes[name] * MUCH_LONGER >= longest)
        ordered.append(best)
        left.remove(best)
    return ordered


def _there(named: str, names: Sequence[str], path: str) -> str:
    """The column as the table writes it.

    Raises:
        ReadError: there is none with that name.
    """
    if named in names:
        return named
    alike = [name for name in names if name.lower() == named.lower()]
    if len(alike) != 1:
        raise ReadError(f"{path}: no column {named!r}; {_listed(names)}")
    return alike[0]


def _listed(names: Sequence[str]) -> str:
    shown = readable(", ".join(name if len(name) <= 40 else f"{name[:40]}…" for name in names[:30]))
    return f"its columns are {shown}{' …' if len(names) > 30 else ''}" if names else "it has no columns"


def _addresses(columns: Mapping[str, tuple[str, ...]]) -> str:
    if not columns["url"]:
        return ""
    return f", or fetch the pages whose addresses stand in {columns['url'][0]!r}"


def _is_month_first(sample: Sequence[Record], names: Sequence[str]) -> bool:
    """Whether some date can only be month before day, and none only day before month."""
    found = [NUMBERS.search(record.get(name, "")) for record in sample for name in names]
    dates = [(int(match[1]), int(match[2])) for match in found if match]
    return any(second > 12 for _, second in dates) and not any(first > 12 for first, _ in dates)
