"""Money for a purpose that grows to a sum, or by one: "aid is to double to £5m", "brings the trust's commitment to £5m"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._money_cues import S, Sort
from kg.extract._money_place import Place, mood_of, verb_class
from kg.tokens import Token

FALLING = frozenset("cut reduce slash trim shrink fall drop decline decrease lower halve".split())
RISING = frozenset("increase rise grow boost double raise treble triple".split())
FUNDED = frozenset(
    "fund pot spending funding aid cash investment budget budgets support grant grants expenditure flows".split()
)
_DEGREE = (
    r"(?:(?:just |well |almost |nearly |about |around |some |over |under |more than |at least |up to |an estimated )*)"
)
RAISED_TO = re.compile(rf"\bto\s+{_DEGREE}$")
GOAL = re.compile(rf"\b(?:by|to)\s+{_DEGREE}$")
BROUGHT = frozenset("commitment contribution pledge aid funding support donation investment grant spending".split())
TRYING = frozenset(("attempt", "proposal", "plan", "idea", "call", "effort"))
SUGGESTING = frozenset("suggest propose recommend consider mull advocate plan".split())


def increased(place: Place, verb: Token) -> Sort | None:
    """ "will raise spending on roads by £5m", "aid is to rise to £5m", "suggests increasing grants to £5m"."""
    told = [c for c in _told_of(verb) if c.lower_ in FUNDED]
    if not told or not (place.link in ("by", "to") or GOAL.search(place.before)):
        return None
    mood, rule = mood_of(verb), f"{verb.lower_} {told[0].lower_}"
    over = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i > verb.sent.start else verb.head
    if over.lemma_ in SUGGESTING and (verb.tag_ == "VBG" or verb.dep_ in ("xcomp", "ccomp")):
        return Sort(S.PROPOSED, 0.68, rule)
    if mood == "infinitive" and verb.dep_ in ("acl", "relcl") and over.lemma_ in TRYING:
        return Sort(S.PROPOSED, 0.66, rule)
    if mood not in ("future", "infinitive", "possible"):
        return None
    is_planned = any(c.lower_ in ("planned", "proposed") for c in told[0].children)
    return Sort(S.POTENTIAL if mood == "possible" else S.PROPOSED if is_planned else S.ANNOUNCED, 0.68, rule)


def _told_of(verb: Token) -> list[Token]:
    """What rises or is raised: also the subject of "is set to" and "is due to" over it."""
    own = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass", "csubj")]
    if verb.dep_ == "xcomp" and verb.head.lower_ in ("set", "due", "planned", "going"):
        own += [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return own


def risen_over(verb: Token) -> Token | None:
    """The verb of rising over "reach" and "including": "is to rise by 5%, to reach £5m", "would rise to £5m, including £1m for"."""
    over = verb
    for _ in range(3):
        if over.head == over:
            return None
        over = over.head
        if over.lemma_ in RISING:
            return over
    return None


def by_rise(place: Place) -> Sort | None:
    """A part of a rise, or what it comes to: "spending is to rise by 5%, to reach £5m"."""
    verb = place.verb
    if verb is None or place.link != "dobj":
        return None
    is_part = verb.lower_ == "including" and re.match(r" (?:from|for|to|towards)\b", place.goes_on)
    if not is_part and not (verb.lemma_ == "reach" and verb.dep_ in ("xcomp", "advcl")):
        return None
    over = risen_over(verb)
    return increased(replace(place, verb=over, link="to"), over) if over is not None else None


def brought(place: Place, verb: Token) -> Sort | None:
    """ "will bring the trust's commitment to the hall to £5m": what was given and what is added."""
    if verb.lemma_ not in ("bring", "take") or not RAISED_TO.search(place.before):
        return None
    told = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in BROUGHT]
    is_owned = any(child.dep_ in ("poss", "amod", "compound") for noun in told for child in noun.children)
    return Sort(S.COMMITTED, 0.68, f"{verb.lower_} {told[0].lower_}") if is_owned else None


MORE_FOR = re.compile(
    rf"\b(?:increase|rise|boost) in (?:[\w-]+ )?(?:{'|'.join(sorted(FUNDED))}) (?:[\w ]{{0,30}} )?(?:to|of|by)\s+{_DEGREE}$"
)


def more_for(place: Place) -> Sort | None:
    """ "proposes an increase in state funding to £5m"."""
    if not MORE_FOR.search(place.before):
        return None
    classes = {verb_class(verb) for verb in place.verbs()}
    if "propose" in classes:
        return Sort(S.PROPOSED, 0.66, "proposes an increase")
    return Sort(S.ANNOUNCED, 0.66, "promises an increase") if "promise" in classes else None
