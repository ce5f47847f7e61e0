"""Money that is not spent, or lowers taxes and debts: it is given to nobody."""

from __future__ import annotations

import re

from kg.extract._money_place import Place, verb_class

# What goes into lower taxes or debts is given to nobody
RELIEVING = re.compile(
    r"^[^.;£$€]{0,45}?\b(?:for|of|to|on|towards) (?:(?:new|more|further) )?(?:(?:cut|reduce|lower|cutting|reducing|lowering) "
    r"(?:[\w’']+ ){0,2}(?:tax(?:es)?|borrowing|bills|debts?|duty|deficit)\b|tax cuts?\b|debt reduction\b)"
)


def is_saving(place: Place) -> bool:
    """ "the £5m that ministers hope to save", "for saving £5m", "£5m for tax cuts": what is not spent is given to nobody."""
    if place.verb is not None and place.verb.lemma_ == "save" and place.link == "dobj":
        return True
    if RELIEVING.match(place.goes_on):
        return True
    if re.match(r" (?:that |which )?[\w ,’'-]{0,40}?\b(?:to|can|could|will|would) (?:be )?saved?\b", place.goes_on):
        return True
    return any(verb_class(v) == "figure" and v.lemma_ == "save" for v in place.modifiers())
