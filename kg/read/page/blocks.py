"""The visible text of a page, one line per block, and where in the page's tree each line stands.

Lines are what a browser's `innerText` gives: a line per block element and per row of a table (cells parted by tabs), nothing of what is
not shown. Source: HTML Standard, "the innerText attribute".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
    header hr html label legend li main menu nav ol optgroup option p pre section select summary table tbody td tfoot th thead tr ul
    """.split()
)
SILENT = frozenset(
    """
    audio canvas datalist embed frame frameset head iframe input map math noframes noscript object script select style svg template
    textarea title video
    """.split()
)
CLOSE = frozenset(
    ("li", "tr", "dt", "dd", "td", "th", "option", "br", "pre")
)  # lines that stand without a blank line between
INVISIBLE = str.maketrans(
    "", "", "\xad\u200b\u200c\u200d\u2060\ufeff"
)  # soft hyphens and zero-width characters: they part names
SHORT_CELL = 100  # characters; a row with a longer cell lays a page out, and its cells are lines of their own
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?:px)?\s*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """An element that shows something: its tag, its class and id words in lower case, and its parent's index (-1 for the root)."""

    tag: str
    names: str
    parent: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the page.

    Attributes:
        start: offset in the page's text.
        node: index of the innermost element that holds the whole line.
        linked: share of its characters that stand in links, 0 to 1.
    """

    start: int
    words: str
    node: int
    linked: float

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page with its blocks in order, and the elements that they stand in (parents before children)."""

    text: str
    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...]


def page_of(root: _Element) -> Page:
    """The page whose tree has this root; without blocks if nothing is shown."""
    writer = _Writer()
    for element, enters in _walk(root):
        writer.enter(element) if enters else writer.leave(element)
    writer.end_line("")
    return Page("".join(writer.parts), tuple(writer.blocks), tuple(writer.nodes))


def _walk(root: _Element) -> Iterator[tuple[_Element, bool]]:
    """Every shown element twice, when it begins and when it ends; without recursion, for trees of any depth."""
    stack = [(root, True)]
    while stack:
        element, enters = stack.pop()
        if enters and _is_shown(element):
            yield element, True
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))
        else:
            yield element, False


def _is_shown(element: _Element) -> bool:
    return (
        element.tag not in SILENT
        and element.get("hidden") is None
        and not HIDING.search(element.get("style", ""))
        and not (element.tag == "dialog" and element.get("open") is None)
    )


@dataclass(slots=True)
class _Writer:
    """Collects the text of the line that is being written, and the lines written so far."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    open: list[tuple[_Element, int]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    in_links: int = 0
    links: int = 0  # open links
    rows: int = 0  # open rows whose cells share a line
    length: int = 0
    is_wide: bool = False  # a blank line comes before the next line

    def enter(self, element: _Element) -> None:
        """Begin an element that is shown."""
        tag = str(element.tag)
        if tag == "tr" and _is_simple(element):
            self.end_line(tag)
            self.rows += 1
        elif tag in ("td", "th") and self.rows:
            self.line.append("\t")
        elif tag in BLOCKS or tag == "br":
            self.end_line(tag)
        names = f"{element.get('class', '')} {element.get('id', '')}".lower().strip()
        self.nodes.append(Node(tag, names, self.open[-1][1] if self.open else -1))
        self.open.append((element, len(self.nodes) - 1))
        self.links += tag == "a"
        self.line.append("“" if tag == "q" else "")
        self.write(element.text, tag)

    def leave(self, element: _Element) -> None:
        """End an element; one that is not shown only passes on to what stands behind it."""
        if self.open and self.open[-1][0] is element:
            tag = str(element.tag)
            self.line.append("”" if tag == "q" else "")
            if tag in BLOCKS and not (tag in ("td", "th") and self.rows):
                self.end_line(tag)
            self.rows -= tag == "tr" and self.rows > 0
            self.links -= tag == "a"
            self.open.pop()
        if self.open:
            self.write(element.tail, str(self.open[-1][0].tag))

    def write(self, text: str | None, tag: str) -> None:
        """Add text to the line; in preformatted text every line is one."""
        if not text:
            return
        text = text.replace("\t", " ")  # a tab parts cells
        first, *others = text.split("\n") if tag == "pre" else (text,)
        self._add(first)
        for other in others:
            self.end_line("pre")
            self._add(other)

    def _add(self, text: str) -> None:
        self.line.append(text)
        if self.links:
            self.in_links += sum(map(len, text.split()))

    def end_line(self, tag: str) -> None:
        """Write the line down, if it holds anything, before or after an element with this tag."""
        words = _tidy("".join(self.line))
        if words:
            self._put("" if not self.blocks else "\n\n" if self.is_wide else "\n")
            letters = sum(map(len, words.split()))
            self.blocks.append(Block(self.length, words, self.open[-1][1], min(1.0, self.in_links / letters)))
            self._put(words)
            self.is_wide = False
        self.is_wide = self.is_wide or tag not in CLOSE
        self.line, self.in_links = [], 0

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _is_simple(row: _Element) -> bool:
    """Whether a row's cells are short and hold no blocks, so that it is one line of a table and not the layout of a page."""
    for element in row.iterdescendants():
        if element.tag in ("td", "th"):
            continue
        if element.tag in BLOCKS or element.tag == "br":
            return False
    return all(sum(len(text) for text in cell.itertext()) <= SHORT_CELL for cell in row)


def _tidy(line: str) -> str:
    """The line with every run of blanks as one, tabs only between cells that hold something."""
    cells = (" ".join(cell.split()) for cell in line.translate(INVISIBLE).split("\t"))
    return "\t".join(cell for cell in cells if cell)
