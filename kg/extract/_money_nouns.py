"""What the noun that a sum measures makes of it: "a deficit of £5m" is a figure, "a plea for £5m" asks, "a £5m shortfall" is needed."""

from __future__ import annotations

import re

from kg.extract._money_cues import COURT, S, Sort, figure
from kg.extract._money_place import Place, noun_class, verb_class
from kg.extract._money_words import refused
from kg.tokens import Token

SOURCES = frozenset("proceeds surplus levy receipts revenue revenues profits takings fee bill income".split())
SHARE = re.compile(r"^ of (?:the|its|their|this|that) (?:\w+ )?\w+\b")
OWED = re.compile(r"^[\s-](?:repayment|refund|ransom|pay|wage|tax|extradition|legal) ", re.IGNORECASE)


def of_figure(place: Place) -> Sort | None:
    """A noun that is no money for a purpose: "a deficit of £5m", "a £5m deal"."""
    for noun in place.nouns:
        kind = noun_class(noun)
        if kind == "figure" and _is_share(place, noun):
            continue
        if kind == "figure":
            return None if _asks_by_noun(place, noun) or _is_given(place, noun) else figure(f"noun {noun.lower_}", 0.9)
        if kind:
            return None
    return None


def _is_share(place: Place, noun: Token) -> bool:
    """ "£5m of the proceeds is earmarked for the hall": a part of a source, given on."""
    is_given = place.verb is not None and verb_class(place.verb) in ("decide", "promise", "pay", "get")
    return is_given and noun.lower_ in SOURCES and bool(SHARE.match(place.goes_on))


def _asks_by_noun(place: Place, noun: Token) -> bool:
    """ "a bid for £5m to replace vehicles" asks; "a £5m bid" does not."""
    return noun.lower_ in ("bid", "claim", "case") and bool(
        re.search(rf"\b{noun.lower_}\b.{{0,60}}\bfor (?:up to |an extra )?$", place.before)
    )


def _is_given(place: Place, noun: Token) -> bool:
    """ "gives an annual £5,000 prize"."""
    return (
        noun.lower_ in ("prize", "award", "cheque")
        and place.verb is not None
        and place.verb.lemma_ in ("give", "offer", "fund", "donate")
        and place.link == "dobj"
    )


def of_asking(place: Place) -> Sort | None:
    """ "a plea for £5m", "a bid to the region for £5m"; a plea that is turned down is denied."""
    for noun in place.nouns[:4]:
        is_reached = place.verb is not None and place.verb.lemma_ in ("reach", "raise", "pass", "hit", "top")
        if noun_class(noun) == "ask" and is_reached and place.link == "dobj":
            return figure("an appeal reached")
        if noun_class(noun) == "ask" and (COURT.search(place.words) or OWED.match(place.goes_on)):
            return figure("asked in court")
        if noun_class(noun) == "ask" or _asks_by_noun(place, noun):
            return refused(place) or Sort(S.REQUESTED, 0.8, f"noun {noun.lower_}")
        if noun_class(noun) == "need":
            return Sort(S.ESTIMATED_NEED, 0.75, f"noun {noun.lower_}")
    return None
