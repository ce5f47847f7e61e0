"""Where quotation marks open and close in a paragraph: double and single, curly and straight, reopened, lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DOUBLE = re.compile(
    r"[“”\"]|(?<!')''(?!')|(?<=[^\s']')''(?!')|``"
)  # two single marks too, also behind the one that closes a nested quotation
NESTED = re.compile(
    r"(?:[^\s\"]+ ){0,7}[^\s\"]+\"[\s,.;:!?)](?=[^\"]*\S\")"
)  # a few words, their mark, and another closing one
BEFORE_OPENING = frozenset(" \t\n\xa0([—–-‘'/")
AFTER_CLOSING = frozenset(" \t\n\xa0,.;:!?)]—–’'")
OPEN_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:“\"]))[‘'](?=\S)")
CLOSE_SINGLE = re.compile(r"(?<=\S)[’'](?=[\s,.;:!?)\]”\"—–]|$)")
INSIDE = re.compile(r"[,.!?…][’']$")
ELISIONS = re.compile(r"[‘’'](?:em|til|tis|twas|cause|bout|n|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """A quoted stretch of a paragraph, marks excluded; offsets in the paragraph's text.

    Attributes:
        is_open: no closing mark follows: the quotation goes on after the next opening mark, often in the next paragraph.
        has_lost_opening: only the closing mark stands in the text; `start` is where the stretch without marks begins.
    """

    start: int
    end: int
    is_open: bool = False
    has_lost_opening: bool = False


@lru_cache(maxsize=256)
def quoted_in(text: str) -> tuple[Quoted, ...]:
    """The quoted stretches of a paragraph, in order, never nested: marks inside a quotation belong to it."""
    double = _double(text)
    return tuple(sorted([*double, *_single(text, double)]))


def _double(text: str) -> list[Quoted]:
    """Curly marks by their direction, straight ones by what stands around them.

    An opening mark while a quotation is open reopens it (old-fashioned papers do so at every paragraph, and paragraphs get joined).
    """
    found: list[Quoted] = []
    start: int | None = None
    opener = ""
    last_close = nested = 0
    for match in DOUBLE.finditer(text):
        i, width = match.start(), len(match.group())
        if text.startswith('"“') and (
            i == 0 or (i + 1 == len(text.rstrip()) and match.group() == '"' and start is None)
        ):
            continue  # a straight pair around a whole paragraph with marks of its own
        if _opens(text, match, is_inside=start is not None):
            if start is not None:
                if not _reopens(text, i, i + width):
                    nested += match.group() != "“" or (opener == '"' and "”" in text[i : text.find('"', i)])
                    continue
                found.append(Quoted(start, len(text[:i].rstrip()), is_open=True))
            start, opener = i + width, match.group()
        elif nested:
            nested -= 1
        else:
            found.append(Quoted(last_close, i, has_lost_opening=True) if start is None else Quoted(start, i))
            start, last_close = None, i + width
    if start is not None:
        found.append(Quoted(start, len(text), is_open=True))
    return [q for q in found if text[q.start : q.end].strip(" ,.")]


def _opens(text: str, mark: re.Match[str], *, is_inside: bool) -> bool:
    """Whether the mark opens.

    A curly one the wrong way round does what its place says; a straight one with blanks, or with none, on both sides goes by turns.
    """
    if mark.group() == "``":
        return True
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    is_after_blank, is_before_blank = before in BEFORE_OPENING, after in AFTER_CLOSING
    if mark.group() == "“":
        return not (is_inside and is_before_blank and not is_after_blank)  # “It is odd,“ she said
    if mark.group() == "”":
        return is_after_blank and not is_before_blank and not is_inside
    if is_after_blank == is_before_blank:
        return not is_inside
    if is_inside and is_after_blank:
        return _reopens(text, mark.start(), mark.end()) or NESTED.match(text, mark.end()) is not None
    return is_after_blank


def _reopens(text: str, start: int, end: int) -> bool:
    """Whether the mark stands where a sentence begins."""
    return re.search(r"[.!?…]\s*$", text[:start]) is not None and text[end : end + 1].isalnum()


def _single(text: str, double: list[Quoted]) -> list[Quoted]:
    """British single marks outside double ones.

    A closing mark stands before a blank or a stop; of several, the first one
    after a stop inside the quotation, else the last one before the next opening: apostrophes of plural owners look alike.
    """
    found: list[Quoted] = []
    position = 0
    text = text.replace("''", "  ")
    while (opening := OPEN_SINGLE.search(text, position)) is not None:
        start = opening.end()
        if any(q.start - 1 <= opening.start() < q.end for q in double) or ELISIONS.match(text, opening.start()):
            position = start
            continue
        following = OPEN_SINGLE.search(text, start)
        while following is not None and ELISIONS.match(text, following.start()):
            following = OPEN_SINGLE.search(text, following.end())
        limit = following.start() if following else len(text)
        closings = [
            c.start()
            for c in CLOSE_SINGLE.finditer(text, start, limit)
            if not any(q.start <= c.start() < q.end for q in double)
        ]
        if not closings:
            if text[opening.start()] == "‘" and (opening.start() == 0 or following is not None):
                found.append(Quoted(start, len(text[:limit].rstrip()), is_open=True))
            position = start
            continue
        stops = [c for c in closings if INSIDE.search(text[: c + 1])]
        own = [c for c in closings if text[c - 1] != "s"]
        end = stops[0] if stops else own[0] if own else closings[-1]
        found.append(Quoted(start, end))
        position = end + 1
    return [q for q in found if text[q.start : q.end].strip()]
