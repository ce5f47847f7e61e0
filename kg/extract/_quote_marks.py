"""Where quotation marks open and close in a paragraph: double and single, curly and straight, reopened, lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:“\"]))[‘'](?=\S)")
CLOSE_SINGLE = re.compile(r"(?<=\S)[’'](?=[\s,.;:!?)\]”\"—–]|$)")
INSIDE = re.compile(r"[,.!?…][’']$")


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """A quoted stretch of a paragraph, marks excluded; offsets in the paragraph's text.

    Attributes:
        is_open: no closing mark in this paragraph: the quotation goes on in the next one.
        has_lost_opening: only the closing mark stands in the text; `start` is where the sentence begins.
    """

    start: int
    end: int
    is_open: bool = False
    has_lost_opening: bool = False


def quoted_in(text: str) -> list[Quoted]:
    """The quoted stretches of a paragraph, in order, never nested: marks inside a quotation belong to it."""
    double = _double(text)
    single = _single(text, double)
    return sorted([*double, *single])


def _double(text: str) -> list[Quoted]:
    """Curly marks by their direction; straight ones by turns."""
    found: list[Quoted] = []
    start: int | None = None
    last_close = 0
    for i, mark in enumerate(text):
        opens = mark == "“" or (mark == '"' and start is None)
        closes = mark == "”" or (mark == '"' and start is not None)
        if mark not in '“”"':
            continue
        if opens:
            if start is not None and mark == "“":
                continue  # a nested or repeated opening mark
            start = i + 1
        elif closes:
            if start is None:
                found.append(Quoted(last_close, i, has_lost_opening=True))
            else:
                found.append(Quoted(start, i))
            start = None
            last_close = i + 1
    if start is not None:
        found.append(Quoted(start, len(text), is_open=True))
    return [q for q in found if text[q.start : q.end].strip()]


def _single(text: str, double: list[Quoted]) -> list[Quoted]:
    """British single marks outside double ones.

    A closing mark stands before a blank or a stop; of several, the first one
    after a stop inside the quotation, else the last one before the next opening: apostrophes of plural owners look alike.
    """
    found: list[Quoted] = []
    position = 0
    while (opening := OPEN_SINGLE.search(text, position)) is not None:
        start = opening.end()
        if any(q.start - 1 <= opening.start() < q.end for q in double):
            position = start
            continue
        following = OPEN_SINGLE.search(text, start)
        limit = following.start() if following else len(text)
        closings = [
            c.start()
            for c in CLOSE_SINGLE.finditer(text, start, limit)
            if not any(q.start <= c.start() < q.end for q in double)
        ]
        if not closings:
            if text[opening.start()] == "‘" and opening.start() == 0:
                found.append(Quoted(start, len(text), is_open=True))
            position = start
            continue
        stops = [c for c in closings if INSIDE.search(text[: c + 1])]
        own = [c for c in closings if text[c - 1] != "s"]
        end = stops[0] if stops else own[0] if own else closings[-1]
        found.append(Quoted(start, end))
        position = end + 1
    return [q for q in found if text[q.start : q.end].strip()]
