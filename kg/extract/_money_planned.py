"""Money that a bill, a plan or its way to somebody says is to be given: "a £5m funding bill", "the proposed spending of £5m"."""

from __future__ import annotations

import re

from kg.extract._money_cues import S, Sort
from kg.extract._money_place import Place, noun_class

INTENDED = {"propose": S.PROPOSED, "plan": S.PROPOSED, "promise": S.ANNOUNCED, "pledge": S.ANNOUNCED}


def intended(place: Place) -> Sort | None:
    """ "the mayor's proposed spending of £5m", "a promised £5m grant"."""
    for noun in place.nouns[:1]:
        if noun_class(noun) not in ("money", "existing") or noun.lower_ in ("plan", "project", "scheme"):
            return None
        for child in noun.children:
            if child.dep_ == "amod" and child.tag_ == "VBN" and child.lemma_ in INTENDED:
                return Sort(INTENDED[child.lemma_], 0.68, f"{child.lower_} {noun.lower_}")
    return None


FUNDING_BILL = re.compile(
    r"^[ -](?:[\w-]+ ){0,3}(?:funding|spending|aid|relief|stimulus|rescue|appropriations?|infrastructure|highway) (?:bill|measure)\b"
)


def tabled(place: Place) -> Sort | None:
    """ "a £5m funding bill", "blocked a £5m relief package": what a parliament has before it."""
    if FUNDING_BILL.match(place.after):
        return Sort(S.PROPOSED, 0.68, "a funding bill")
    is_package = any(noun.lower_ in ("package", "bill") and noun_class(noun) == "money" for noun in place.nouns[:1])
    verb = place.verb
    if not is_package or verb is None or verb.lemma_ not in ("block", "stall", "delay") or place.link != "dobj":
        return None
    return Sort(S.PROPOSED, 0.66, f"{verb.lower_} a package")


HEADED = re.compile(
    r"^ (?:(?:of|in) [^,.;]{2,40}? )?(?:is|are|was|were) (?:now |also )?(?:headed|heading|bound|destined|on (?:its|the) way) (?:to|for)\b"
)


def headed(place: Place) -> Sort | None:
    """ "Another £5m is headed to the clinics"."""
    return Sort(S.COMMITTED, 0.66, "is headed to") if HEADED.match(place.after) else None
