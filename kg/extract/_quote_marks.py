"""Where words stand in quotation marks: straight, curly, single, nested, reopened, unclosed, and with the opening mark lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span
from kg.parsed import Paragraph

DOUBLE = "“”\"„«»"
SINGLE = "‘’'"
OPEN_BEFORE = re.compile(r"[\s(\[—–/‘'“\"]$|^$")
CLOSE_AFTER = re.compile(r"[^\w]|$")
ENDS = ".,?!;…—–"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks, in one paragraph.

    Attributes:
        inner: the words, without marks.
        outer: with the marks.
        is_opened: False where the opening mark is lost.
        is_closed: False where the paragraph ends first: the quotation goes on, or its mark is lost.
    """

    inner: Span
    outer: Span
    is_opened: bool
    is_closed: bool


def find_quoted(paragraph: Paragraph) -> list[Quoted]:
    """The quoted stretches of a paragraph, in order, outermost only; offsets of the document."""
    text = paragraph.doc.text
    found = _scan(text, is_double=True)
    gaps = _gaps(text, found)
    for start, end in gaps:
        found.extend(
            (s + start, e + start, opened, closed) for s, e, opened, closed in _scan(text[start:end], is_double=False) if closed and opened
        )
    if not found:
        found = [hit for hit in _scan(text, is_double=False) if hit[3] or hit[0] <= 1]
    result = []
    for start, end, opened, closed in sorted(found):
        if not text[start:end].strip():
            continue
        inner = Span(paragraph.start + start, paragraph.start + end)
        outer = Span(inner.start - (1 if opened else 0), inner.end + (1 if closed else 0))
        result.append(Quoted(inner, outer, opened, closed))
    return result


def _gaps(text: str, found: list[tuple[int, int, bool, bool]]) -> list[tuple[int, int]]:
    edges, last = [], 0
    for start, end, _, _ in found:
        edges.append((last, max(last, start - 1)))
        last = end + 1
    edges.append((last, len(text)))
    return [(a, b) for a, b in edges if b > a]


def _scan(text: str, *, is_double: bool) -> list[tuple[int, int, bool, bool]]:
    """(start, end, opened, closed) of the words between marks of one sort; end may be the end of the text."""
    marks = DOUBLE if is_double else SINGLE
    found: list[tuple[int, int, bool, bool]] = []
    opened_at: int | None = None
    last_end = 0
    for at, mark in enumerate(text):
        if mark not in marks:
            continue
        sort = _sort(text, at, is_double=is_double, is_inside=opened_at is not None)
        if sort == "open" and opened_at is None:
            opened_at = at + 1
        elif sort == "close" and opened_at is not None:
            if is_double or not _is_possessive(text, at, marks):
                found.append((opened_at, at, True, True))
                last_end, opened_at = at + 1, None
        elif sort == "close" and is_double:
            found.append((last_end, at, False, True))
            last_end = at + 1
    if opened_at is not None:
        found.append((opened_at, len(text), True, False))
    return found


def _sort(text: str, at: int, *, is_double: bool, is_inside: bool) -> str:
    mark = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "“„«":
        return "open"
    if mark in "”»":
        # Some pages print a closing mark at both ends.
        return "open" if not is_inside and OPEN_BEFORE.match(before) and after.isalnum() else "close"
    if mark == "‘":
        return "open" if OPEN_BEFORE.match(before) and not is_inside else ""
    can_open = bool(OPEN_BEFORE.match(before)) and bool(after.strip())
    can_close = bool(before.strip()) and bool(CLOSE_AFTER.match(after))
    if mark == "’":
        return "close" if can_close else ""
    if is_double and can_open and can_close:
        return "close" if is_inside else "open"
    if not is_double and can_open and (after.isdigit() or text[at + 1 : at + 5].lower() == "tis "):
        return ""
    if can_open and not (is_inside and can_close):
        return "open"
    return "close" if can_close else ""


def _is_possessive(text: str, at: int, marks: str) -> bool:
    """Whether a single mark after a plural (“the trusts’ plans”) or a clipped word is an apostrophe: a better end follows."""
    before, after = text[at - 1 : at], text[at + 1 : at + 3]
    if before in ENDS or not (before == "s" and re.match(r" [a-z]", after)):
        return False
    for later in re.finditer(rf"(\S)[{marks}](?!\w)", text[at + 1 :]):
        opening = re.search(r"(?:^|[\s(])[‘'](?=\w)", text[at + 1 : at + 1 + later.start()])
        if opening:
            return False
        if later.group(1) in ENDS:
            return True
    return False
