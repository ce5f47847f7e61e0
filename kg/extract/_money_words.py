"""Constructions that tell by their very words what sort of sum it is, where the parse often errs or the verb is too general."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._money_cues import (
    AIM,
    ASKS_FOR,
    BARE_FINANCE,
    COMMITMENT_TO,
    COST_OF,
    COURT,
    NEEDS_ARE,
    OLD,
    SETTLING,
    SPENDING_OF,
    WANTED,
    S,
    Sort,
    has_money_noun,
)
from kg.extract._money_giving import above
from kg.extract._money_place import Place, mood_of, noun_class, verb_class
from kg.extract._money_verbs import by_verb
from kg.tokens import Token

_DEGREE = r"(?:(?:up to|at least|about|around|some|nearly|almost|over|more than|an? (?:extra|further)) )*"
BEFORE: tuple[tuple[re.Pattern[str], Sort], ...] = (
    (COST_OF, Sort(S.ESTIMATED_NEED, 0.72, "cost of")),
    (COMMITMENT_TO, Sort(S.ANNOUNCED, 0.78, "commitment to")),
    (NEEDS_ARE, Sort(S.ESTIMATED_NEED, 0.68, "needs are")),
    (
        re.compile(rf"\b(?:would|will|could) set (?:the )?[\w’' ]{{1,40}} back (?:just |only )?{_DEGREE}$"),
        Sort(S.ESTIMATED_NEED, 0.68, "would set back"),
    ),
    (
        re.compile(
            rf"\b(?:expected|due|likely|set) to (?:find|put up|set aside|earmark) {_DEGREE}$",
        ),
        Sort(S.POTENTIAL, 0.62, "is expected to find"),
    ),
    (
        re.compile(
            rf"\b(?:go|goes|going|press|presses|pressing|push|pushing) ahead with (?:its|their|his|her|our) (?:own )?{_DEGREE}$"
        ),
        Sort(S.COMMITTED, 0.7, "goes ahead with its own"),
    ),
    (
        re.compile(rf"\b(?:allowed|permitted|permission|given leave|approval) to borrow {_DEGREE}$"),
        Sort(S.ANNOUNCED, 0.68, "allowed to borrow"),
    ),
)
AID_NEEDED = re.compile(
    rf"\b(?:put|puts|putting|estimates?|estimated) (?:the )?(?:amount of |level of )?(?:aid|help|money|funding) (?:needed|required)\b"
    rf"[^.;£$€]{{0,120}}\bat {_DEGREE}$"
)
AT_COST = re.compile(rf"\bat an? (?:\w+ )?cost of {_DEGREE}$")
PROPOSAL = re.compile(rf"\bproposals? (?:of|for) {_DEGREE}$", re.IGNORECASE)
FORWARD = re.compile(rf"\b(?:bring|brings|bringing|brought) forward {_DEGREE}$")
NEEDED = re.compile(r"^ (?:that |which )?(?:[\w ]{2,40} (?:say|says|said|estimates?) )?(?:is|are|was|were) needed\b")
TO_BE_FOUND = re.compile(r"^ (?:a year )?(?:is |was |are )?(?:still |yet )?(?:left )?to be (?:found|raised)\b")
WORKING = frozenset("build rebuild repair restore refurbish renovate extend upgrade replace mend".split())
GRANTED = re.compile(rf"\b(?:grants|awards|bursaries|scholarships|loans|donations) of {_DEGREE}$", re.IGNORECASE)
GIFT_OF = re.compile(rf"\b(?P<noun>gift|donation|bequest|legacy|contribution|grant) of {_DEGREE}$", re.IGNORECASE)
GIFT = re.compile(r"^[ -](?:\w+ )?(?P<noun>gift|donation|bequest|contribution|grant)(?= from)", re.IGNORECASE)
GO_AHEAD = re.compile(
    r"\b(?:given|got|won|get|gets|receives?|received) (?:the |its )?(?:final )?(?:go-ahead|green light)\b"
)


def by_words(place: Place) -> Sort | None:
    """What the words right before or after the sum say: "the cost of repairing them is put at £5m", "commitment to £5m"."""
    if ASKS_FOR.search(place.before) and not COURT.search(place.words):
        return refused(place) or Sort(S.REQUESTED, 0.75, "asks for")
    found = next((sort for pattern, sort in BEFORE if pattern.search(place.before)), None)
    if found is not None:
        return found
    if any(noun.lower_ in ("commitment", "pledge", "promise") for noun in place.nouns[:1]) and re.match(
        r"[\s-](?:\w+ )?(?:commitment|pledge|promise)\b", place.goes_on
    ):
        return Sort(S.ANNOUNCED, 0.75, "a pledge")
    if SPENDING_OF.search(place.before) and (place.verb is None or mood_of(place.verb) in ("past", "perfect")):
        return Sort(S.SPENT, 0.65, "spending of")
    if OLD.match(place.after) and has_money_noun(place):
        return Sort(S.EXISTING, 0.7, "agreed long ago")
    if WANTED.search(place.before) and re.match(r" to be (?:released|paid|spent|given|put|made)\b", place.after):
        return Sort(S.REQUESTED, 0.75, "wants … to be paid")
    if AID_NEEDED.search(place.before):
        return Sort(S.ESTIMATED_NEED, 0.7, "aid needed")
    if TO_BE_FOUND.match(place.after) or NEEDED.match(place.after):
        return Sort(S.ESTIMATED_NEED, 0.68, "to be found")
    if FORWARD.search(place.before) and AIM.search(place.after):
        return Sort(S.ANNOUNCED, 0.7, "brought forward")
    if PROPOSAL.search(place.before) and not BARE_FINANCE.search(place.words):
        return Sort(S.PROPOSED, 0.66, "a proposal of")
    return _at_cost(place)


def _at_cost(place: Place) -> Sort | None:
    """ "asked the county to mend roads at a cost of £5m", "will be built at a cost of £5m", "was built at a cost of £5m"."""
    verb = place.verb
    if verb is None or not AT_COST.search(place.before):
        return None
    found = above(place, verb)
    if found is not None:
        return found
    mood = mood_of(verb)
    if verb.lemma_ not in WORKING or mood not in ("future", "past", "perfect"):
        return None
    return Sort(S.ANNOUNCED if mood == "future" else S.SPENT, 0.62, f"{verb.lower_} at a cost")


def granted(place: Place) -> Sort | None:
    """ "Awards of up to £5,000 each have been made to clubs"."""
    verb = place.verb
    if verb is None or verb.lemma_ not in ("make", "award", "give", "offer") or not GRANTED.search(place.before):
        return None
    if SETTLING.search(place.words):
        return None
    mood = mood_of(verb)
    status = (
        S.ANNOUNCED
        if mood == "future"
        else S.EXISTING
        if re.match(r" (?:a|each|every|per) year", place.after)
        else S.COMMITTED
    )
    return Sort(status, 0.72, f"grants, {verb.lower_}")


def cleared(place: Place) -> Sort | None:
    """ "Plans for a £5m care centre have been given the go-ahead"."""
    is_work = any(noun_class(noun) in ("project", "money") for noun in place.nouns[:1])
    return Sort(S.COMMITTED, 0.64, "go-ahead") if is_work and GO_AHEAD.search(place.after) else None


def included(place: Place) -> Sort | None:
    """ "The rest will come from business, including £3m from a wind farm": of the sort that the verb over "including" gives."""
    verb = place.verb
    if verb is None or verb.lower_ != "including" or not re.match(r" (?:from|for|to|towards)\b", place.goes_on):
        return None
    over = verb.head
    while over.pos_ not in ("VERB", "AUX") and over.head != over:
        over = over.head
    if verb_class(over) not in ("pay", "promise", "decide", "get"):
        return None
    found = by_verb(replace(place, verb=over, link="dobj"))
    return found if found is not None and found.status is not None else None


def gift(place: Place) -> Sort | None:
    """ "a gift of £5,000 from the Marsh family", "a £5,000 grant from a trust", where no verb tells more."""
    found = GIFT.match(place.goes_on) or (GIFT_OF.search(place.before) if place.goes_on.startswith(" from ") else None)
    if found is None:
        return None
    return Sort(S.EXISTING if found["noun"].lower() == "grant" else S.COMMITTED, 0.66, f"a {found['noun']} from")


def refused(place: Place) -> Sort | None:
    """A sum that somebody denies, refuses or turns down."""
    for verb in place.verbs():
        if verb_class(verb) == "deny" and _is_denial(verb):
            return Sort(S.DENIED, 0.75, verb.lower_)
    if re.search(r"\bdenie[sd] (?:that )?(?:any|the|it|he|she|they|having)\b", place.before):
        return Sort(S.DENIED, 0.65, "denied")
    return None


def _is_denial(verb: Token) -> bool:
    if verb.lemma_ == "rule":
        return any(child.lower_ == "out" for child in verb.children)
    if verb.lemma_ == "turn":
        return any(child.lower_ == "down" for child in verb.children)
    return True
