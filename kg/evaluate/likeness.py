"""When a prediction says the same as a gold item: one measure per kind of fact, 0 for "another one" (docs/reference/matching-rules.md)."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.evaluate.match import (
    LEAST_OVERLAP,
    Item,
    Names,
    alternatives,
    items_of,
    overlap,
    plain,
    same_title,
    share_heads,
)

Likeness = Callable[[Item, Item], float]


def position_likeness(names: Names, depth: int) -> Likeness:
    """Person and title; from depth 2 organisation or place as well; from depth 3 the status instead of the organisation."""

    def likeness(gold: Item, predicted: Item) -> float:
        if not names.is_one_of(alternatives(gold, "person"), predicted.get("person")):
            return 0.0
        if not any(same_title(title, predicted.get("title")) for title in alternatives(gold, "title")):
            return 0.0
        body = names.is_one_of(alternatives(gold, "organisation"), predicted.get("organisation"))
        status = predicted.get("status") in alternatives(gold, "status")
        if (depth == 2 and not body) or (depth == 3 and not status):
            return 0.0
        exact = plain(gold.get("title")) == plain(predicted.get("title"))
        return 1.0 + 0.4 * body + 0.2 * status + 0.1 * exact

    return likeness


def sum_likeness(gold: Item, predicted: Item) -> float:
    """The same value and currency; the likelier the more words of the evidence are shared. Without a value: the same words."""
    if predicted.get("amount") is None or gold.get("amount") is None:
        none_given = predicted.get("amount") is None and None in alternatives(gold, "amount")
        return float(none_given and overlap(gold.get("surface"), predicted.get("surface")) >= 0.5)
    if predicted.get("amount") not in alternatives(gold, "amount") or predicted.get("currency") != gold.get("currency"):
        return 0.0
    return (
        1.0
        + overlap(gold.get("evidence"), predicted.get("evidence"))
        + 0.1 * (predicted.get("status") == gold.get("status"))
    )


def quote_likeness(names: Names | None) -> Likeness:
    """How much of the words is shared, from LEAST_OVERLAP on; with `names` given, the speaker must be right too."""

    def likeness(gold: Item, predicted: Item) -> float:
        shared = overlap(gold.get("text"), predicted.get("text"))
        if shared < LEAST_OVERLAP:
            return 0.0
        if names is not None and not names.is_one_of(alternatives(gold, "speaker"), predicted.get("speaker")):
            return 0.0
        return shared

    return likeness


def participant_likeness(names: Names) -> Likeness:
    """The same person in the same role at an event that shares a head word."""

    def likeness(gold: Item, predicted: Item) -> float:
        return float(
            names.is_one_of([gold.get("person")], predicted.get("person"))
            and predicted.get("role") in alternatives(gold, "role")
            and share_heads(gold["event"], predicted["event"])
        )

    return likeness


def relation_likeness(names: Names) -> Likeness:
    """The same relation between the same two, in this direction."""

    def likeness(gold: Item, predicted: Item) -> float:
        return float(
            gold.get("relation") == predicted.get("relation")
            and names.is_one_of([gold.get("subject")], predicted.get("subject"))
            and names.is_one_of([gold.get("object")], predicted.get("object"))
        )

    return likeness


def stance_likeness(names: Names, whole_gold: Item, whole_predicted: Item) -> Likeness:
    """The same person, the same value, towards what shares a head word, by name or by an alias of the initiative."""

    def likeness(gold: Item, predicted: Item) -> float:
        return float(
            names.is_one_of([gold.get("person")], predicted.get("person"))
            and predicted.get("value") in alternatives(gold, "value")
            and share_heads(
                _all_forms(whole_gold, gold.get("towards")), _all_forms(whole_predicted, predicted.get("towards"))
            )
        )

    return likeness


def _all_forms(annotation: Item, towards: object) -> str:
    """The name and aliases of the initiative that goes by these words; the words alone if none does."""
    for item in items_of(annotation, "initiatives"):
        aliases = item.get("aliases")
        forms = [str(item["name"]), *(str(a) for a in aliases)] if isinstance(aliases, list) else [str(item["name"])]
        if plain(towards) in {plain(form) for form in forms}:
            return " ".join(forms)
    return str(towards)


def digits(item: Item) -> str:
    """The words of a sum without blanks and commas."""
    return re.sub(r"[\s,]", "", plain(item.get("surface")))
