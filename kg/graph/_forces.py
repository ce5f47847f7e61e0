"""One connected part laid out by forces: neighbours pull, all push, then no label lies on another.

Fruchterman and Reingold (1991), begun at the places of the communities, which are laid out by the same forces first. Sums run over
the first axis alone and in a fixed order, so that no machine rounds them otherwise.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Numbers = NDArray[np.int64]
Place = tuple[float, float]

ROUNDS = 300
FAIR = 250  # nodes that get all rounds
SPACING = 95.0  # pixels between neighbours
LABEL = (132.0, 76.0)  # width and height that a node takes with its label
FOREIGN = 0.6  # how much harder other communities push
BLOCK = 128  # nodes whose distances to all others are held at once: so that they fit a processor's cache
TURN = math.pi * (3 - math.sqrt(5))


def lay_out(ends: Numbers, groups: Numbers) -> Points:
    """Positions (n, 2) of a connected part, its middle at (0, 0), wider than high.

    Args:
        ends: the edges (m, 2), as numbers of nodes.
        groups: the community of each node (n,).
    """
    points = _forces(_start(ends, groups), ends, groups)
    points = _apart(_lying(points))
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    centred: Points = (points - middle).round(3)
    return centred


def _start(ends: Numbers, groups: Numbers) -> Points:
    """Each community on a spiral around its own middle; the middles stand as forces between the communities have it."""
    names, group_of = np.unique(groups, return_inverse=True)
    sizes = np.bincount(group_of)
    middles = np.zeros((1, 2))
    if len(names) > 1:
        lines = np.unique(np.sort(group_of[ends], axis=1), axis=0)
        lines = lines[lines[:, 0] != lines[:, 1]]
        number = np.arange(1, len(names) + 1)
        spiral = _spiral(number, SPACING * math.sqrt(len(groups) / len(names)))
        middles = _forces(
            spiral, lines, np.zeros(len(names), dtype=np.int64), spread=math.sqrt(len(groups) / len(names))
        )
    seen = np.zeros(len(sizes), dtype=np.int64)
    place = np.empty(len(groups), dtype=np.int64)
    for row, group in enumerate(group_of):
        seen[group] += 1
        place[row] = seen[group]
    return (middles[group_of] + _spiral(place, SPACING * 0.7)).round(3)


def _spiral(number: Numbers, step: float) -> Points:
    """Points (n, 2) on a spiral: the first is nearest to the middle, all are about one step apart."""
    turned = [(math.sqrt(n) * step, n * TURN) for n in number.tolist()]
    return np.array([(far * math.cos(a), far * math.sin(a)) for far, a in turned]).reshape(-1, 2).round(6)


def _forces(points: Points, ends: Numbers, groups: Numbers, spread: float = 1.0) -> Points:
    spacing = SPACING * spread
    rounds = _rounds(len(points))
    one, other = ends[:, 0], ends[:, 1]
    names, group_of = np.unique(groups, return_inverse=True)
    for step in range(rounds):
        heat = spacing * (1 - step / rounds)
        move = _push(points, spacing)
        if len(names) > 1:
            move += FOREIGN * _push_of_groups(points, group_of, len(names), spacing)
        line = points[one] - points[other]
        length = np.maximum(np.sqrt(line[:, 0] ** 2 + line[:, 1] ** 2), 1.0)
        pull = line * (length / spacing)[:, None]
        move -= _summed(one, pull, len(points)) - _summed(other, pull, len(points))
        move -= (points - points.sum(axis=0) / len(points)) * 0.3
        size = np.maximum(np.sqrt(move[:, 0] ** 2 + move[:, 1] ** 2), 1e-9)
        points = (points + move * (np.minimum(size, heat) / size)[:, None]).round(6)
    return points


def _rounds(count: int) -> int:
    """Few for few nodes, ROUNDS for up to FAIR, then fewer: every round compares all pairs."""
    return min(30 * count, ROUNDS, max(ROUNDS * FAIR // count, 40))


def _push(points: Points, spacing: float) -> Points:
    """How all nodes push each away."""
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    pushed = np.empty_like(points)
    for first in range(0, len(points), BLOCK):
        some = slice(first, first + BLOCK)
        dx, dy = x[None, some] - x[:, None], y[None, some] - y[:, None]
        strength = dx * dx
        strength += dy * dy
        np.maximum(strength, 1.0, out=strength)
        np.divide(spacing**2, strength, out=strength)
        dx *= strength
        dy *= strength
        pushed[some, 0] = dx.sum(axis=0)
        pushed[some, 1] = dy.sum(axis=0)
    return pushed


def _push_of_groups(points: Points, group_of: Numbers, count: int, spacing: float) -> Points:
    """How the other communities, each as one heavy point in its middle, push each node away."""
    sizes = np.bincount(group_of).astype(np.float64)
    middles = _summed(group_of, points, count) / sizes[:, None]
    dx, dy = (points[None, :, i] - middles[:, None, i] for i in (0, 1))
    foreign = group_of[None, :] != np.arange(count)[:, None]
    strength = np.where(foreign, sizes[:, None] * spacing**2 / np.maximum(dx * dx + dy * dy, spacing**2), 0.0)
    return np.stack(((dx * strength).sum(axis=0), (dy * strength).sum(axis=0)), axis=1)


def _summed(where: Numbers, values: Points, count: int) -> Points:
    """The sum of the values (m, 2) that fall to each of `count` numbers, in the order in which they stand."""
    summed = np.empty((count, 2))
    for i in (0, 1):
        summed[:, i] = np.bincount(where, weights=values[:, i], minlength=count)
    return summed


def _lying(points: Points) -> Points:
    """The points turned so that they spread along x most."""
    centred = points - points.sum(axis=0) / len(points)
    x, y = centred[:, 0], centred[:, 1]
    angle = 0.5 * math.atan2(2 * float((x * y).sum(axis=0)), float((x * x - y * y).sum(axis=0)))
    cos, sin = round(math.cos(angle), 6), round(math.sin(angle), 6)
    return np.stack((x * cos + y * sin, y * cos - x * sin), axis=1).round(3)


def _apart(points: Points) -> Points:
    """The points moved until no label lies on another: each overlap is undone along its shorter side."""
    for _ in range(240):
        one, other = _overlapping(points)
        if not len(one):
            break
        delta = points[one] - points[other]
        over = np.array(LABEL) - np.abs(delta)
        way = np.where(delta == 0, 1.0, np.sign(delta))
        shorter = np.stack((over[:, 0] < over[:, 1], over[:, 0] >= over[:, 1]), axis=1)
        step = np.where(shorter, 0.3 * over * way, 0.0)
        moved = (points + _summed(one, step, len(points)) - _summed(other, step, len(points))).round(6)
        if np.array_equal(moved, points):
            break  # what is left of an overlap is less than rounding keeps
        points = moved
    return points


def _overlapping(points: Points) -> tuple[Numbers, Numbers]:
    """The pairs whose labels overlap, as two lists of numbers; found along x: each node with the next, then the one after, and so on."""
    order = np.argsort(points[:, 0], kind="stable")
    x, y = points[order, 0], points[order, 1]
    ones, others = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for ahead in range(1, len(points)):
        near = x[ahead:] - x[:-ahead] < LABEL[0]
        if not near.any():
            break
        hit = np.flatnonzero(near & (np.abs(y[ahead:] - y[:-ahead]) < LABEL[1]))
        ones.append(order[hit])
        others.append(order[hit + ahead])
    return np.concatenate(ones), np.concatenate(others)
