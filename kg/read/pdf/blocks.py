"""Lines of one page → blocks of lines, in the order in which they are read: down a column, then the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.read.pdf.sandbox import Line

LEADING = 1.0  # of the type's height: lines of one block are not farther apart
ALIKE = 0.12  # by how much the type of one block may differ in height
GUTTER = 0.5  # of the type's height: blank from top to bottom that parts columns
CORE = 0.3  # of the type's height, above and below its middle: boxes of lines overlap, cores do not
LARGE = 1.12  # times the height of running text: type of a heading
ABOVE_HEADING = 0.9  # of the height of running text: blank between cores above a heading that begins something new

Stretch = tuple[float, float]


@dataclass(slots=True)
class Block:
    """Lines right below each other, in type of one size."""

    lines: list[Line]

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(line.x1 for line in self.lines)


def blocks_of(lines: Sequence[Line], usual: float) -> list[Block]:
    """The blocks of a page, in reading order.

    Args:
        lines: of one page.
        usual: height of running text, in points.
    """
    blocks: list[Block] = []
    for line in _in_order(_whole(lines), usual):
        if blocks and _goes_on(blocks[-1].lines, line):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line]))
    return blocks


def _in_order(lines: list[Line], usual: float) -> list[Line]:
    """The lines as they are read: the page is cut above headings, else between columns, else into bands, again and again.

    Source: the recursive XY-cut (Nagy and Seth 1984), with the order of cuts that newspapers ask for.
    """
    if len(lines) < 2:
        return lines
    cuts: tuple[Callable[[list[Line], float], list[list[Line]]], ...] = (_above_headings, _columns, _bands)
    for cut in cuts:
        parts = cut(lines, usual)
        if len(parts) > 1:
            return [line for part in parts for line in _in_order(part, usual)]
    return sorted(lines, key=lambda line: (-_middle(line), line.x0))


def _middle(line: Line) -> float:
    return (line.y0 + line.y1) / 2


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines from top to bottom, those in one row whose cores share a height."""
    rows: list[list[Line]] = []
    low = 0.0
    for line in sorted(lines, key=lambda line: (-_middle(line), line.x0)):
        if rows and _middle(line) + CORE * line.height > low:
            rows[-1].append(line)
            low = min(low, _middle(line) - CORE * line.height)
        else:
            rows.append([line])
            low = _middle(line) - CORE * line.height
    return rows


def _above_headings(lines: list[Line], usual: float) -> list[list[Line]]:
    """Cut from edge to edge above every heading that has room above it."""
    parts: list[list[Line]] = []
    low = 0.0
    for row in _rows(lines):
        high = max(_middle(line) + CORE * line.height for line in row)
        is_heading = any(line.height > LARGE * usual for line in row)
        if not parts or (is_heading and low - high > ABOVE_HEADING * usual):
            parts.append([])
        parts[-1] += row
        low = min(_middle(line) - CORE * line.height for line in row)
    return parts


def _columns(lines: list[Line], usual: float) -> list[list[Line]]:
    """Cut from top to bottom where a blank parts columns."""
    stretches = _stretches(lines, usual)
    return [[line for line in lines if low <= line.x0 <= high] for low, high in stretches]


def _stretches(lines: Sequence[Line], usual: float) -> list[Stretch]:
    """The parts of the page's width that the lines cover, apart by a gutter at least."""
    found: list[Stretch] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if found and line.x0 - found[-1][1] < GUTTER * usual:
            found[-1] = (found[-1][0], max(found[-1][1], line.x1))
        else:
            found.append((line.x0, line.x1))
    return found


def _bands(lines: list[Line], usual: float) -> list[list[Line]]:
    """Cut from edge to edge where the columns change: a headline across, then its columns.

    From below: what spans columns mostly stands above them, and a first line set in hides how far they reach.
    """
    bands: list[list[Line]] = []
    for row in reversed(_rows(lines)):
        if bands:
            most = max(len(_stretches(bands[-1], usual)), len(_stretches(row, usual)))
            if len(_stretches([*bands[-1], *row], usual)) >= most:
                bands[-1] += row
                continue
        bands.append(list(row))
    return bands[::-1]


def _whole(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those joined that stand side by side without a column gap (a word in bold is often a line of its own)."""
    found: list[Line] = []
    for line in lines:
        for n in range(len(found) - 1, max(-1, len(found) - 5), -1):
            other = found[n]
            middle = (line.y0 + line.y1) / 2
            left, right = (other, line) if other.x0 <= line.x0 else (line, other)
            gap = right.x0 - left.x1
            height = max(line.height, other.height)
            if other.y0 < middle < other.y1 and -0.3 * height < gap < 0.6 * height:
                blank = " " if gap > 0.15 * height else ""
                found[n] = _joined(left, right, blank)
                break
        else:
            found.append(line)
    return found


def _joined(left: Line, right: Line, blank: str) -> Line:
    taller = left if left.height >= right.height else right
    return Line(
        left.page,
        left.x0,
        taller.y0,
        max(left.x1, right.x1),
        taller.y1,
        left.is_bold and right.is_bold,
        f"{left.text}{blank}{right.text}",
    )


def _goes_on(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1]
    gap = last.y0 - line.y1
    usual = lines[-2].y0 - last.y1 if len(lines) > 1 else 0.0
    shared = min(last.x1, line.x1) - max(last.x0, line.x0)
    height = max(last.height, line.height)
    return (
        -0.4 * height <= gap <= min(LEADING, max(0.55, usual / height + 0.45)) * height
        and abs(last.height - line.height) <= ALIKE * height
        and last.is_bold == line.is_bold
        and shared >= 0.5 * min(last.x1 - last.x0, line.x1 - line.x0)
    )
