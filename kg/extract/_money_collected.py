"""Money that is still to be collected for a purpose: "is working to raise £5,000 for the roof"."""

from __future__ import annotations

import re

from kg.extract._money_cues import S, Sort
from kg.extract._money_place import Place, mood_of
from kg.tokens import Token

# Who collects money for a purpose, and what a firm or a treasury raises instead
COLLECTING = re.compile(
    r"\b(?:charit(?:y|ies)|appeals?|campaign\w*|committees?|friends|volunteers?|donors?|donations?|hospices?|church\w*|clubs?|schools?|"
    r"villagers?|residents|famil(?:y|ies)|fund-?rais\w+|crowdfund\w*|foundations?|museums?|trusts?|party|convention)\b",
    re.IGNORECASE,
)
RAISED_IN_TRADE = re.compile(
    r"\b(?:tax\w*|lev(?:y|ies)|duty|bonds?|gilts?|shares?|stock|investors?|flotation|listing|IPO|sales?|sell\w*|capital|shareholders?|borrow\w*|debts?|company|firms?)\b",
    re.IGNORECASE,
)
STRIVING = frozenset("work try hope aim want seek plan race struggle scramble strive attempt need".split())


def to_be_raised(place: Place, verb: Token) -> Sort | None:
    """ "is working to raise £5,000 for the roof", "the £5m that the committee must collect"."""
    if verb.lemma_ not in ("raise", "collect") or RAISED_IN_TRADE.search(place.words):
        return None
    mood = mood_of(verb)
    is_goal = mood == "infinitive" and verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in STRIVING
    if not is_goal and mood != "bound":
        return None
    return Sort(S.ESTIMATED_NEED, 0.66, f"to {verb.lower_}") if COLLECTING.search(place.words) else None


def still_to_raise(place: Place) -> Sort | None:
    """ "the £5m that it must raise": the goal told of in a relative clause."""
    return next(
        (sort for verb in place.modifiers() if verb.dep_ == "relcl" and (sort := to_be_raised(place, verb))), None
    )
