"""Readings → landscape: which chains of all documents are one entity, which funding statements speak of the same money.

What goes in: the readings of all documents. What comes out: a `Landscape`. `block.py` finds pairs worth comparing, `compare.py` gives a
score and a sentence why, `judge.py` makes judgements of them, `merge.py` joins what was judged the same; `money.py` does the
same for funding statements. No fact is changed: who a mention is stays outside the facts, and every join is a judgement that is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Landscape, Reading
from kg.resolve.judge import judge
from kg.resolve.merge import merge
from kg.resolve.money import join_money
from kg.resolve.story import place_story

__all__ = ["place_story", "resolve"]


def resolve(readings: Sequence[Reading]) -> Landscape:
    """The landscape of the readings; the same for any order of them.

    Raises:
        ResolutionError: judgements contradict each other.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.name))
    judgements = judge(ordered)
    entities, entity_of = merge(ordered, judgements)
    pledges, money = join_money(ordered, entity_of)
    return Landscape(ordered, entities, pledges, (*judgements, *money), entity_of)
