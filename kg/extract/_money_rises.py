"""Money for a purpose that grows to a sum, or by one: "aid is to double to £5m", "brings the trust's commitment to £5m"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._money_cues import S, Sort
from kg.extract._money_place import Place, mood_of, noun_class, verb_class
from kg.tokens import Token

FALLING = frozenset("cut reduce slash trim shrink fall drop decline decrease lower halve".split())
RISING = frozenset("increase rise grow boost double raise treble triple".split())
FUNDED = frozenset(
    "fund pot spending funding aid cash investment budget budgets support grant grants expenditure flows".split()
)
_DEGREE = (
    r"(?:(?:just |well |almost |nearly |about |around |some |over |under |more than |at least |up to |an estimated )*)"
)
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
    if verb.lemma_ not in ("bring", "take") or not re.search(rf"\bto\s+{_DEGREE}$", place.before):
        return None
    told = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in BROUGHT]
    is_owned = any(child.dep_ in ("poss", "amod", "compound") for noun in told for child in noun.children)
    return Sort(S.COMMITTED, 0.68, f"{verb.lower_} {told[0].lower_}") if is_owned else None


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
    is_stopped = place.verb is not None and place.verb.lemma_ in ("block", "stall", "delay") and place.link == "dobj"
    return (
        Sort(S.PROPOSED, 0.66, f"{place.verb.lower_} a package") if is_package and is_stopped and place.verb else None
    )


MORE_FOR = re.compile(
    rf"\b(?:increase|rise|boost) in (?:[\w-]+ )?(?:{'|'.join(sorted(FUNDED))}) (?:[\w ]{{0,30}} )?(?:to|of|by)\s+{_DEGREE}$"
)


def more_for(place: Place) -> Sort | None:
    """ "proposes an increase in state funding to £5m"."""
    if not MORE_FOR.search(place.before):
        return None
    classes = {verb_class(verb) for verb in place.verbs()}
    return (
        Sort(S.PROPOSED, 0.66, "proposes an increase")
        if "propose" in classes
        else Sort(S.ANNOUNCED, 0.66, "promises an increase")
        if "promise" in classes
        else None
    )


HEADED = re.compile(
    r"^ (?:(?:of|in) [^,.;]{2,40}? )?(?:is|are|was|were) (?:now |also )?(?:headed|heading|bound|destined|on (?:its|the) way) (?:to|for)\b"
)


def headed(place: Place) -> Sort | None:
    """ "Another £5m is headed to the clinics"."""
    return Sort(S.COMMITTED, 0.66, "is headed to") if HEADED.match(place.after) else None


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
