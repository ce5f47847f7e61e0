"""PDF bytes on standard input → lines of print as JSON on standard output. Runs as a process of its own: see `sandbox.py`.

Nothing of this package is imported here, so that the process starts quickly and holds nothing but PDFium. Coordinates are
points; y grows upwards, as in PDF. Where a page's text stands sideways, the page is turned so that it runs from left to right.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

HYPHENS = (0x02, 0xFFFE)  # what PDFium gives for a hyphen at the end of a line
SOFT = "\xad"
BREAKS = (0x0A, 0x0D)
COLUMN_GAP = 1.3  # of the type's height: a wider gap parts two columns (the blanks of justified lines are narrower)
WORD_GAP = 0.15
QUARTER = 90


@dataclass(slots=True)
class Line:
    """Characters on one base line without a column gap, and the box around them."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str = ""
    glyphs: list[int] = field(default_factory=list)  # indices of its characters on the page

    @property
    def height(self) -> float:
        """Of the type, in points."""
        return self.y1 - self.y0


def read(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """What the document holds.

    Returns:
        `properties` (of the file), `pages` (how many it has), `pictures` (how many of the pages read have one) and `lines`: page
        from 0, x0, y0, x1, y1, whether bold, text. With `error` alone if PDFium cannot open it.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": str(error)}
    lines: list[tuple[Any, ...]] = []
    left, pictures = most_characters, 0
    sizes = []
    for number in range(min(len(document), most_pages)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            sizes.append((0.0, 0.0))
            continue
        found, (width, height) = _lines_of(page, text_page, left)
        sizes.append((width, height))
        lines += [(number, *_box(line), bold, line.text) for line, bold in found]
        left -= sum(len(line.text) for line, _ in found)
        pictures += any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        text_page.close()
        page.close()
        if left <= 0:
            break
    properties = document.get_metadata_dict(skip_empty=True)
    return {"properties": properties, "pages": len(document), "sizes": sizes, "pictures": pictures, "lines": lines}


def _box(line: Line) -> tuple[float, float, float, float]:
    return (round(line.x0, 2), round(line.y0, 2), round(line.x1, 2), round(line.y1, 2))


def _lines_of(page: Any, text_page: Any, most: int) -> tuple[list[tuple[Line, bool]], tuple[float, float]]:
    """The lines of one page with whether they are bold, in the order of the file; and the page's width and height."""
    count = min(text_page.count_chars(), most)
    angles = Counter(_angle(text_page, index) for index in range(0, count, 7))
    turn = angles.most_common(1)[0][0] if angles else 0
    width, height = page.get_width(), page.get_height()
    lines = [line for line in _typeset(text_page, count, turn, width, height) if line.text.strip()]
    return [(line, _is_bold(text_page, line)) for line in lines], (height, width) if turn % 180 else (width, height)


def _typeset(text_page: Any, count: int, turn: int, width: float, height: float) -> Iterator[Line]:
    line: Line | None = None
    is_blank = False
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in BREAKS or code == 0:
            is_blank = True
            continue
        if chr(code).isspace():
            is_blank = True
            continue
        if _angle(text_page, index) != turn:
            continue  # set sideways in the margin, or a watermark
        box = _turned(_glyph(text_page, index), turn, width, height)
        if line is None or _is_elsewhere(line, box):
            if line is not None:
                yield line
            line = Line(*box)
        else:
            if is_blank or box[0] - line.x1 > WORD_GAP * line.height:
                line.text += " "
            line.x0, line.x1 = min(line.x0, box[0]), max(line.x1, box[2])
            line.y0, line.y1 = min(line.y0, box[1]), max(line.y1, box[3])
        line.text += SOFT if code in HYPHENS else chr(code)
        line.glyphs.append(index)
        is_blank = False
    if line is not None:
        yield line


def _is_elsewhere(line: Line, box: tuple[float, float, float, float]) -> bool:
    """Whether a character begins another line: above or below, across a column gap, or back to the left."""
    middle = (box[1] + box[3]) / 2
    height = max(line.height, box[3] - box[1])
    return (
        not line.y0 <= middle <= line.y1
        or box[0] - line.x1 > COLUMN_GAP * height
        or line.x1 - box[2] > 2 * height
        or (box[3] - box[1] > 1.6 * line.height and box[1] < line.y0)  # a drop cap, or a headline beside
    )


def _glyph(text_page: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a character's cell: as wide as it advances, as high as the type."""
    cell = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, cell)
    return (cell.left, cell.bottom, cell.right, cell.top)


def _angle(text_page: Any, index: int) -> int:
    """The way a character runs, in whole degrees; of a slanted one as well."""
    return round(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index))) % 360


def _turned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    if turn == QUARTER:
        return (height - top, left, height - bottom, right)
    if turn == 2 * QUARTER:
        return (width - right, height - top, width - left, height - bottom)
    if turn == 3 * QUARTER:
        return (bottom, width - right, top, width - left)
    return box


def _is_bold(text_page: Any, line: Line) -> bool:
    """Whether the first, the middle and the last character are set in a bold font."""
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    for index in (line.glyphs[0], line.glyphs[len(line.glyphs) // 2], line.glyphs[-1]):
        pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), ctypes.byref(flags))
        if not any(word in name.value.lower() for word in (b"bold", b"black", b"heavy")):
            return False
    return True


def limit(memory: int, seconds: int) -> None:
    """Let the system end this process where it takes more: bytes of memory, seconds of computing. Does nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    pages, characters, memory, seconds = map(int, sys.argv[1:])
    limit(memory, seconds)
    json.dump(read(sys.stdin.buffer.read(), pages, characters), sys.stdout)
