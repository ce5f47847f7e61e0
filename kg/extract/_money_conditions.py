"""What a promise depends on: an "if" of substance, a manifesto."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._money_cues import CONDITION, NO_CONDITION, S, Sort, figure
from kg.extract._money_place import Place


def conditioned(place: Place, sort: Sort) -> Sort:
    """The sort of the sum, changed where a condition or a manifesto stands over the promise."""
    if sort.status is None or not sort.status.is_promise:
        return sort
    if re.search(r"\bmanifesto\b", place.words):
        return replace(sort, status=S.MANIFESTO, certainty=max(sort.certainty, 0.8))
    if place.verb is not None and any(c.dep_ == "mark" and c.lower_ == "if" for c in place.verb.children):
        return figure("supposed") if sort.status in (S.ANNOUNCED, S.POTENTIAL) else sort
    if _is_under_condition(place) and sort.status is not S.COMMITTED:
        return replace(sort, status=S.CONDITIONAL, certainty=min(sort.certainty, 0.78))
    return sort


def _is_under_condition(place: Place) -> bool:
    """Whether an "if" of substance stands over this sum, and not over another one between them."""
    if NO_CONDITION.search(place.words):
        return False
    after = CONDITION.search(place.after)
    if after is not None:
        return not re.search(r"[£€$₹]\s?\d", place.after[: after.start()])
    return bool(CONDITION.search(place.before)) and not re.search(r"[£€$₹]\s?\d", place.before)
