"""Laid-out parts packed as polyominoes around the largest (Freivalds, Dogrusoz and Kikusts 2001)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.graph._forces import LABEL, Place

CELL = (LABEL[0] / 2, LABEL[1] / 2)  # of the board on which the parts are packed
ASPECT = 1.5  # width to height of the whole: a screen's, beside the legend


def pack(parts: Sequence[dict[int, Place]], edges: Sequence[tuple[int, int]]) -> dict[int, Place]:
    """The parts around the first, each at the free place nearest to the middle; no label or line of one lies on another's label."""
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    lines: list[list[tuple[int, int]]] = [[] for _ in parts]
    for one, other in edges:
        lines[part_of[one]].append((one, other))
    shapes = [_cells(part, line) for part, line in zip(parts, lines, strict=True)]
    side = 8 + 2 * max((int(np.abs(shape).max()) for shape in shapes), default=0)
    side += 2 * math.ceil(math.sqrt(sum(len(shape) for shape in shapes) * ASPECT))
    board = np.zeros((side, side), dtype=np.bool_)
    where: dict[int, Place] = {}
    for part, shape in zip(parts, shapes, strict=True):
        column, row = _free_place(board, shape)
        board[shape[:, 0] + column, shape[:, 1] + row] = True
        left, top = (column - side // 2) * CELL[0], (row - side // 2) * CELL[1]
        where |= {node: (x + left, y + top) for node, (x, y) in part.items()}
    return where


def _cells(part: dict[int, Place], lines: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """The cells of the board (column, row) that a part takes with its labels and lines, its middle at (0, 0)."""
    cells: set[tuple[int, int]] = set()
    for x, y in part.values():
        column, row = round(x / CELL[0]), round(y / CELL[1])
        cells |= {(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
    for one, other in lines:
        (x, y), (u, v) = part[one], part[other]
        steps = math.ceil(max(abs(u - x) / CELL[0], abs(v - y) / CELL[1])) or 1
        for step in range(1, steps):
            cells.add((round((x + (u - x) * step / steps) / CELL[0]), round((y + (v - y) * step / steps) / CELL[1])))
    return np.array(sorted(cells), dtype=np.int64)


def _free_place(board: NDArray[np.bool_], shape: NDArray[np.int64]) -> tuple[int, int]:
    """Where the middle of the shape comes to lie on the square board: free, and nearest to the board's middle."""
    low, high = shape.min(axis=0), shape.max(axis=0)
    wide, high_up = len(board) - (high - low)
    taken = np.zeros((wide, high_up), dtype=np.bool_)
    for column, row in shape - low:
        taken |= board[column : column + wide, row : row + high_up]
    columns, rows = np.arange(wide) - low[0] - len(board) // 2, np.arange(high_up) - low[1] - len(board) // 2
    far = (columns * CELL[0] / ASPECT)[:, None] ** 2 + (rows * CELL[1])[None, :] ** 2
    column, row = divmod(int(np.where(taken, np.inf, far).argmin()), high_up)
    return column - int(low[0]), row - int(low[1])
