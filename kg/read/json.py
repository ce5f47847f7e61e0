"""Articles as JSON: one object a line, a list of objects, or an object that holds such a list or is itself an article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO, TextIO, cast

from kg.errors import ReadError
from kg.model import Piece, Skipped
from kg.read.columns import as_record, text_size
from kg.read.decode import text_of
from kg.read.records import Row, piece_of_record, pieces_of_rows
from kg.settings import Settings

LINES = (".jsonl", ".ndjson", ".jsonlines")
SUFFIXES = (*LINES, ".json")
BLOCK = 1 << 16
DEEPEST = 4  # objects around the list of articles: "response.results", "hits.hits"
AN_ARTICLE = 100  # characters of text that make an object an article rather than the wrapper of some
OF_A_BUILD = frozenset(
    ["document", "articles", "people", "organisations", "pledges", "quotes"]
)  # annotation.schema.json
DECODER = json.JSONDecoder()

Item = tuple[int, Any] | Skipped  # number and value


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each object; the number in its path is the line's, or the place in the list, from 1.

    Raises:
        ReadError: no JSON, or no articles in it.
    """
    text, notes = text_of(stream, path)
    items = _how(text, path, settings.max_file_bytes)
    if callable(items):
        yield from pieces_of_rows(lambda: _rows(items(), path), path=path, settings=settings, notes=notes)
    else:
        yield piece_of_record(as_record(items), path=path, settings=settings)


def _how(text: TextIO, path: str, limit: int) -> Callable[[], Iterator[Item]] | dict[str, Any]:
    """What gives the items of the file from the first; or else the one article that it is.

    Raises:
        ReadError: it is neither a list, nor one object, nor one a line.
    """
    if text.read(BLOCK).lstrip().startswith("["):
        return lambda: _in_list(text, path, limit)
    if path.lower().endswith(LINES) or (value := _whole(text, path, limit)) is None:
        return lambda: _by_line(_numbered(text, limit), path, limit)
    if isinstance(value, dict) and value.keys() >= OF_A_BUILD:
        return lambda: iter([Skipped(path, f"{path}: annotations that a build wrote, or gold for them; not articles")])
    articles = _articles(value)
    if len(articles) == 1 and articles[0] is value:
        return cast(dict[str, Any], value)
    return lambda: iter([*enumerate(articles, start=1)])


def _rows(items: Iterator[Item], path: str) -> Iterator[Row]:
    for item in items:
        if isinstance(item, Skipped):
            yield item
        elif isinstance(item[1], dict):
            yield item[0], as_record(item[1])
        elif isinstance(item[1], str):
            yield item[0], {"text": item[1]}
        else:
            where = f"{path}/{item[0]:05}"
            yield Skipped(where, f"{where}: no object; expected one with the text of an article", failed=True)


def _in_list(text: TextIO, path: str, limit: int) -> Iterator[Item]:
    """The values of a list of any length, one at a time."""
    text.seek(0)
    buffer = text.read(BLOCK).lstrip()[1:]
    number = at = 0
    while True:
        while at < len(buffer) and buffer[at] in " \t\r\n,":
            at += 1
        if buffer[at : at + 1] == "]":
            return
        try:
            value, at = DECODER.raw_decode(buffer, at)
        except (ValueError, RecursionError) as error:
            more = text.read(max(BLOCK, len(buffer) - at)) if len(buffer) - at <= limit else ""
            if not more:
                raise ReadError(
                    f"{path}: broken or cut off after {number:,} items, or one of more than {limit:,} characters "
                    f"({_said(error)}); expected a list of objects. What came before is read"
                ) from error
            buffer, at = buffer[at:] + more, 0
            continue
        number += 1
        yield number, value
        if at > BLOCK:
            buffer, at = buffer[at:], 0


def _numbered(text: TextIO, limit: int) -> Iterator[tuple[int, str | None]]:
    """The lines that are not blank, numbered from 1; None for one that is too long."""
    text.seek(0)
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = text.readline(BLOCK)
            yield number, None
        elif line.strip():
            yield number, line


def _by_line(lines: Iterator[tuple[int, str | None]], path: str, limit: int) -> Iterator[Item]:
    for number, line in lines:
        where = f"{path}/{number:05}"
        if line is None:
            yield Skipped(where, f"{where}: a line of more than {limit:,} characters; expected one object", failed=True)
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Skipped(
                where, f"{where}: no JSON ({_said(error).split(': line')[0]}); expected one object a line", failed=True
            )


def _whole(text: TextIO, path: str, limit: int) -> Any:
    """The value that the file is; None if it has one a line.

    Raises:
        ReadError: it is neither.
    """
    lines = _numbered(text, limit)
    parts = [line for _, line in islice(lines, 2)]
    try:
        value = json.loads(parts[0] or "") if parts else None
        return value if len(parts) == 1 else None
    except (ValueError, RecursionError):
        pass
    size = 0
    for line in chain(parts, (line for _, line in lines)):
        size += limit + 1 if line is None else len(line)
        if size > limit:
            raise ReadError(
                f"{path}: an object of more than {limit:,} characters; save its articles one a line (.jsonl)"
            )
    text.seek(0)
    try:
        return json.loads(text.read())
    except (ValueError, RecursionError) as error:
        said = _said(error)
        raise ReadError(f"{path}: no JSON ({said}); expected a list of articles, or one object a line") from error


def _articles(value: Any) -> list[Any]:
    """The articles in an object: itself, or the list in it that has most text; the longest list if none has any."""
    lists = list(_lists(value, 0))
    return max(lists, key=lambda items: (sum(map(_size, items)), len(items)), default=[])


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    if isinstance(value, list):
        if value and all(isinstance(item, dict) for item in value):
            yield value
    elif isinstance(value, dict) and depth <= DEEPEST:
        own = {key: inner for key, inner in value.items() if not _holds_objects(inner)}
        if text_size(as_record(own)) >= AN_ARTICLE:
            yield [value]
            return
        inner = [item for item in value.values() if isinstance(item, dict)]
        if len(inner) > 1 and all(_size(item) >= AN_ARTICLE for item in inner):
            yield inner
        for item in value.values():
            yield from _lists(item, depth + 1)


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _size(value: Any) -> int:
    return text_size(as_record(value)) if isinstance(value, dict) else 0


def _said(error: ValueError | RecursionError) -> str:
    """What is wrong, in words for the user."""
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:80]
