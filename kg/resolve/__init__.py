"""Readings → landscape: which chains of all documents are one entity, which funding statements speak of the same money.

What goes in: the readings of all documents. What comes out: a `Landscape`. `doubles.py` finds the articles that only appear again, and
`repeats.py` takes what they say again out of the count. `block.py` finds pairs worth comparing, `compare.py` gives a
score and a sentence why, `judge.py` makes judgements of them, `merge.py` joins what was judged the same; `money.py` does the
same for funding statements; `rulings.py` puts what a person decides before all rules. No fact is changed: who a mention is stays
outside the facts, and every join is a judgement that is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Judgement, Landscape, Reading
from kg.resolve.doubles import find_doubles
from kg.resolve.judge import judge
from kg.resolve.merge import merge
from kg.resolve.money import join_money
from kg.resolve.repeats import fold
from kg.resolve.rulings import judged_by_hand
from kg.resolve.story import place_story

__all__ = ["judged_by_hand", "place_story", "resolve"]


def resolve(readings: Sequence[Reading], by_hand: Sequence[Judgement] = ()) -> Landscape:
    """The landscape of the readings; the same for any order of them.

    Args:
        by_hand: what a person decides about who is who (see `judged_by_hand`); it goes before every rule.

    Raises:
        ResolutionError: judgements contradict each other.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.name))
    appearances, doubles = find_doubles(ordered)
    folded = fold(ordered, appearances)
    apart = _each_once(folded)
    judgements = judge(apart, by_hand)
    entities, entity_of = merge(apart, judgements)
    pledges, money = join_money(apart, entity_of)
    return Landscape(folded, entities, pledges, (*doubles, *judgements, *money), entity_of, appearances)


def _each_once(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, of equal bytes only the one that counts: their chains and facts have the same keys."""
    first: dict[str, Reading] = {}
    for reading in readings:
        other = first.setdefault(reading.document.content_hash, reading)
        if len(reading.repeats) < len(other.repeats):
            first[reading.document.content_hash] = reading
    return list(first.values())
