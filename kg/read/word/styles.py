"""What the styles of a Word file say of a paragraph: whether it is a heading, a caption; the size and weight of its type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"heading ([1-9])")
ASIDE = re.compile(r"caption|toc \d|toc heading|table of figures|(?:foot|end)note text|header|footer", re.IGNORECASE)
USUAL_SIZE = 20  # half points, where nothing says another (ECMA-376 17.3.2.38: 10 points)
NO_LEVEL = 9  # the outline level of running text
MOST_BASES = 20


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that is on or off is on."""
    return attributes.get("val", "true") not in ("0", "false", "off")


def number(attributes: dict[str, str]) -> int | None:
    """The number that a property gives; None if it is none."""
    value = attributes.get("val", "")
    return int(value) if re.fullmatch(r"\d{1,6}", value) else None


@dataclass(slots=True)
class Style:
    """One style as it is written down; None where it says nothing."""

    name: str = ""
    base: str = ""
    size: int | None = None
    bold: bool | None = None
    level: int | None = None
    is_numbered: bool | None = None


class Styles:
    """The styles of a document by their ids; a target for the parser of their part."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._usual = Style()
        self._open = self._usual
        self._default = ""
        self._types: dict[tuple[str, str], tuple[int, bool]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A style, or one of its properties, begins."""
        style = self._open
        if name == "style":
            key = attributes.get("styleId", "")
            style = self._open = self._styles.setdefault(key, Style())
            if attributes.get("default") in ("1", "true") and attributes.get("type") == "paragraph":
                self._default = key
        elif name == "name":
            style.name = attributes.get("val", "").lower()
        elif name == "basedOn":
            style.base = attributes.get("val", "")
        elif name == "sz":
            style.size = number(attributes)
        elif name == "b":
            style.bold = is_on(attributes)
        elif name == "outlineLvl":
            style.level = number(attributes)
        elif name == "numId":
            style.is_numbered = number(attributes) != 0

    def end(self, name: str) -> None:
        """A style ends."""

    def data(self, text: str) -> None:
        """Styles hold no text."""

    def rank(self, key: str, level: int | None = None) -> int:
        """1 for a title, 2 for a heading of the first level and so on; 0 for running text.

        Args:
            level: the outline level that the paragraph itself has.
        """
        for style in self._chain(key):
            if style.name == "title":
                return 1
            if level is None and style.level is not None:
                level = style.level
            if level is None and (found := HEADING.fullmatch(style.name)):
                level = int(found[1]) - 1
        return 0 if level is None or level >= NO_LEVEL else level + 2

    def is_aside(self, key: str) -> bool:
        """Whether it is a caption, a note, an entry of a table of contents."""
        return any(ASIDE.fullmatch(style.name) for style in self._chain(key))

    def is_numbered(self, key: str) -> bool:
        """Whether the style numbers its paragraphs."""
        return next((style.is_numbered for style in self._chain(key) if style.is_numbered is not None), False)

    def size(self, key: str, of_run: str = "") -> int:
        """The size of the type in half points.

        Args:
            key: the style of the paragraph.
            of_run: the style of its characters.
        """
        return self._type(key, of_run)[0]

    def is_bold(self, key: str, of_run: str = "") -> bool:
        """Whether the type is bold."""
        return self._type(key, of_run)[1]

    def _type(self, key: str, of_run: str) -> tuple[int, bool]:
        known = self._types.get((key, of_run))
        if known is None:
            chain = [*self._chain(of_run, ""), *self._chain(key), self._usual]
            size = next((style.size for style in chain if style.size is not None), USUAL_SIZE)
            known = size, next((style.bold for style in chain if style.bold is not None), False)
            self._types[key, of_run] = known
        return known

    def _chain(self, key: str, default: str | None = None) -> Iterator[Style]:
        """The style and those that it is based on."""
        key = key or (self._default if default is None else default)
        for _ in range(MOST_BASES):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = style.base
