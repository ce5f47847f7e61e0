"""Money that is refused, withdrawn or expected in vain."""

from __future__ import annotations

import re

from kg.extract._money_cues import COURT, WITHDRAWN, S, Sort
from kg.extract._money_place import Place, is_negated, noun_class, verb_class
from kg.extract._money_words import refused


def denied(place: Place) -> Sort | None:
    """Refused, where the sum is money that somebody would give: no denied fraud, no "denied this, saying that …", no plan refused."""
    verb, chain = place.verb, list(place.verbs())
    below = chain[: next((i for i, v in enumerate(chain) if verb_class(v) == "deny"), len(chain) - 1)]
    if COURT.search(place.words) or _is_building_plan(place) or any(v.dep_ == "advcl" for v in below):
        return None
    kind = "" if verb is None else verb_class(verb)
    if kind in ("hold", "figure") or (not kind and not any(noun_class(n) in ("money", "ask") for n in place.nouns[:2])):
        return None
    denial = refused(place)
    if denial is None and verb is not None and kind in ("promise", "pay", "decide") and is_negated(verb):
        return Sort(S.DENIED, 0.55, "negated")
    return denial


def _is_building_plan(place: Place) -> bool:
    """ "plans for a £5m solar farm have been refused"."""
    nearest = noun_class(place.nouns[0]) if place.nouns else ""
    return nearest in ("project", "") and bool(re.search(r"\bplan(?:s|ning)?\b", place.before, re.IGNORECASE))


def withdrawn(place: Place) -> Sort | None:
    """ "rowed back on a commitment to provide £5m", "scrapped a £5m fund"."""
    return Sort(S.DENIED, 0.68, "withdrawn") if WITHDRAWN.search(place.before) else None


def expected(place: Place) -> Sort | None:
    """ "denied that money had been promised to the hospital, which had been expecting £5m"."""
    if place.verb is not None and place.verb.lemma_ == "expect" and place.link == "dobj" and _refused_words(place):
        return Sort(S.DENIED, 0.65, "expected in vain")
    return None


def _refused_words(place: Place) -> bool:
    return bool(re.search(r"\b(?:denie[sd]|refused|rejected|ruled out|turned down)\b", place.before))
