"""The document part of a Word file → its lines in order: what a reader sees with all changes accepted.

Left out: what was deleted or moved away with changes tracked, hidden text, codes of fields, prompts of empty form fields. Headers, footers,
notes and comments are parts of their own, which nobody parses. What older programs are given instead of a text box (`mc:Fallback`)
says it a second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.read.word.styles import Styles, is_on, number

GONE = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "mc:Fallback", "rt"))
# properties as they were before a change that was tracked
BEFORE = frozenset("pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange numberingChange".split())
SHORT_CELL = 100  # characters; a row whose cells are all that short is a line of data
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
MOST_LINES = 20_000  # as of web pages: long press reviews have 5,000
MOST_CHARACTERS = 4_000_000  # as of PDF


class TooLongError(Exception):
    """A document with more lines or characters than any should have."""


@dataclass(slots=True)
class Line:
    """A paragraph, or a line of one that was broken by hand.

    Attributes:
        parts: (page, bits of text): pages as the word processor last laid them out, from 1.
        style: id of the paragraph's style.
        level: outline level that the paragraph itself has, None if it has none.
        sizes: letters by the size of their type, in half points.
        bold: letters in bold.
        is_new_page: a page or section begins with it.
    """

    parts: list[tuple[int, list[str]]] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    is_numbered: bool = False
    sizes: Counter[int] = field(default_factory=Counter)
    bold: int = 0
    is_new_page: bool = False
    is_box: bool = False
    is_row: bool = False

    @property
    def words(self) -> str:
        """What the line says, every run of blanks as one."""
        return " ".join("".join(bit for _, bits in self.parts for bit in bits).split())


@dataclass(slots=True)
class _Run:
    size: int | None = None
    bold: bool | None = None
    style: str = ""
    is_hidden: bool = False


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=lambda: [Line()])
    boxes: list[Line] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    is_numbered: bool | None = None
    runs: list[_Run] = field(default_factory=list)
    ends_section: bool = False


class Story:
    """Collects the lines; a target for the parser of the document part.

    Attributes:
        lines: those of the document, empty ones too.
        page: the last one, as far as the word processor has noted pages; 1 if it has not.
        changes: stretches that were deleted or moved away with changes tracked.
        embedded: whole files (web pages) that stand in the document unread.
        is_word: whether there is a body at all.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.lines: list[Line] = []
        self.page = 1
        self.changes = 0
        self.embedded = 0
        self.is_word = False
        self._sinks = [self.lines]
        self._rows: list[list[list[Line]]] = []
        self._paragraphs: list[_Paragraph] = []
        self._prompts: list[bool] = []  # of each open form field, whether it only holds its prompt
        self._lines_left = MOST_LINES
        self._characters_left = MOST_CHARACTERS
        self._gone = 0  # elements that are open below one that is left out
        self._properties = 0  # open properties of a paragraph: what they say of type is of its mark alone
        self._boxes = 0
        self._is_text = False
        self._is_new_page = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._gone or name in GONE or name in BEFORE or (name == "sdtContent" and any(self._prompts[-1:])):
            self.changes += not self._gone and name in ("del", "moveFrom") and not self._properties
            self._gone += 1
        elif name == "t":
            self._is_text = True
        elif self._properties:
            self._property(name, attributes)
        elif not self._structure(name) and self._paragraphs:
            self._inline(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._gone:
            self._gone -= 1
        elif name == "t":
            self._is_text = False
        elif name == "pPr":
            self._properties -= 1
        elif name == "r" and self._paragraphs and self._paragraphs[-1].runs:
            self._paragraphs[-1].runs.pop()
        elif name == "p" and self._paragraphs:
            self._end_paragraph()
        elif name == "txbxContent":
            self._boxes -= 1
            lines = self._sinks.pop()
            (self._paragraphs[-1].boxes if self._paragraphs else self._sinks[-1]).extend(lines)
        elif name == "tc" and self._rows:
            self._rows[-1].append(self._sinks.pop())
        elif name == "tr" and self._rows:
            self._sinks[-1].extend(_row(self._rows.pop()))
        elif name == "sdt" and self._prompts:
            self._prompts.pop()

    def data(self, text: str) -> None:
        """Characters stand in the element begun last."""
        if self._is_text and not self._gone:
            self._write(text)

    def _structure(self, name: str) -> bool:
        """Whether the element is one that holds paragraphs, or a paragraph; it is begun if so."""
        if name == "p":
            self._spend(lines=1)
            self._paragraphs.append(_Paragraph())
        elif name == "txbxContent":
            self._boxes += 1
            self._sinks.append([])
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._sinks.append([])
        elif name == "sdt":
            self._prompts.append(False)
        elif name == "showingPlcHdr" and self._prompts:
            self._prompts[-1] = True
        elif name == "body":
            self.is_word = True
        elif name == "altChunk":
            self.embedded += 1
        else:
            return False
        return True

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        """A property of the paragraph that is open."""
        paragraph = self._paragraphs[-1]
        if name == "pPr":
            self._properties += 1
        elif name == "pStyle":
            paragraph.style = attributes.get("val", "")
        elif name == "outlineLvl":
            paragraph.level = number(attributes)
        elif name == "numId":
            paragraph.is_numbered = number(attributes) != 0
        elif name == "pageBreakBefore":
            self._is_new_page = self._is_new_page or is_on(attributes)
        elif name == "sectPr":
            paragraph.ends_section = True
        elif name == "type" and attributes.get("val") == "continuous":
            paragraph.ends_section = False

    def _inline(self, name: str, attributes: dict[str, str]) -> None:
        """What stands in a paragraph."""
        paragraph = self._paragraphs[-1]
        run = paragraph.runs[-1] if paragraph.runs else None
        if name == "pPr":
            self._properties += 1
        elif name == "r":
            paragraph.runs.append(_Run())
        elif name in MARKS:
            self._write(MARKS[name])
        elif name == "br":
            kind = attributes.get("type", "textWrapping")
            self._is_new_page = self._is_new_page or kind == "page"
            self._write("\n")
        elif name == "lastRenderedPageBreak":
            self.page += 1
        elif run is not None and name == "sz":
            run.size = number(attributes)
        elif run is not None and name == "b":
            run.bold = is_on(attributes)
        elif run is not None and name == "rStyle":
            run.style = attributes.get("val", "")
        elif run is not None and name in ("vanish", "webHidden"):
            run.is_hidden = is_on(attributes)

    def _write(self, text: str) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        run = paragraph.runs[-1] if paragraph.runs else _Run()
        if run.is_hidden:
            return
        self._spend(characters=len(text))
        for place, words in enumerate(text.split("\n")):
            if place:
                self._spend(lines=1)
                paragraph.lines.append(Line())
            line = paragraph.lines[-1]
            letters = sum(map(len, words.split()))
            if letters and self._is_new_page:
                line.is_new_page, self._is_new_page = True, False
            if line.parts and line.parts[-1][0] == self.page:
                line.parts[-1][1].append(words)
            elif words:
                line.parts.append((self.page, [words]))
            size = run.size if run.size is not None else self._styles.size(paragraph.style, run.style)
            is_bold = run.bold if run.bold is not None else self._styles.is_bold(paragraph.style, run.style)
            line.sizes[size] += letters
            line.bold += letters if is_bold else 0

    def _spend(self, *, lines: int = 0, characters: int = 0) -> None:
        self._lines_left -= lines
        self._characters_left -= characters
        if self._lines_left < 0 or self._characters_left < 0:
            raise TooLongError

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        is_numbered = paragraph.is_numbered
        for line in paragraph.lines:
            line.style, line.level, line.is_box = paragraph.style, paragraph.level, self._boxes > 0
            line.is_numbered = self._styles.is_numbered(paragraph.style) if is_numbered is None else is_numbered
        self._is_new_page = self._is_new_page or paragraph.ends_section
        self._sinks[-1].extend([*paragraph.lines, *paragraph.boxes])


def _row(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The row as one line, its cells parted by tabs, if it is a row of data; else the lines of its cells, which lay out the page."""
    said = [[line for line in cell if line.words] for cell in cells]
    filled = [cell for cell in said if cell]
    is_data = len(filled) > 1 and all(len(cell) == 1 and len(cell[0].words) <= SHORT_CELL for cell in filled)
    if not is_data:
        for cell in cells:
            yield from cell
        return
    first = filled[0][0]
    parts = [(cell[0].parts[0][0], ["\t" * (place > 0), cell[0].words]) for place, cell in enumerate(filled)]
    yield Line(parts, first.style, sizes=first.sizes, is_new_page=first.is_new_page, is_box=first.is_box, is_row=True)
