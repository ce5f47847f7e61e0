"""Beliefs that can be taken at their word: what an extractor thinks of its facts, corrected by how often it proved right.

`kg/lexicon/calibration.txt` gives, per kind of fact, the slope and intercept of Platt's scaling on log-odds; `python -m bench
calibrate` fits them on our own gold and writes the file. A kind that it does not list keeps its extractors' beliefs.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from kg.extract._money_learnt import LEARNT
from kg.lexicon import rows
from kg.model import Fact, Mode, Statement

LEAST, MOST = 0.02, 0.98  # no rule is ever certain


def kind_of(fact: Fact) -> str:
    """The kind of fact by which beliefs are corrected: direct and reported words are two, so is what learnt weights found."""
    if isinstance(fact, Statement):
        return "indirect" if fact.mode is Mode.INDIRECT else "direct"
    if fact.evidence[0].extractor.endswith(LEARNT):
        return f"{fact.predicate} {LEARNT}"
    return fact.predicate


def calibrated(fact: Fact) -> Fact:
    """The fact with its corrected belief."""
    slope, intercept = _scales().get(kind_of(fact), (1.0, 0.0))
    return replace(fact, belief=scale(fact.belief, slope, intercept))


def scale(belief: float, slope: float, intercept: float) -> float:
    """The probability whose log-odds are `slope` × those of `belief` + `intercept`, within LEAST and MOST."""
    belief = min(MOST, max(LEAST, belief))
    odds = slope * math.log(belief / (1 - belief)) + intercept
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-odds)))), 3)


@lru_cache(maxsize=1)
def _scales() -> dict[str, tuple[float, float]]:
    return {kind: (float(slope), float(intercept)) for kind, slope, intercept in rows("calibration")}
