"""What the verb that governs a sum makes of it, with its tense and mood."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract._money_collected import to_be_raised
from kg.extract._money_costs import costing, estimated, needed
from kg.extract._money_cues import (
    AIM,
    ALREADY,
    BARE_FINANCE,
    CONDITION,
    COURT,
    NEW,
    PRIZES,
    SETTLING,
    WINDFALL,
    S,
    Sort,
    figure,
    has_money_noun,
    is_passive,
    reaches,
)
from kg.extract._money_giving import above, paid
from kg.extract._money_place import Place, mood_of, noun_class, verb_class
from kg.extract._money_rises import FALLING, RISING, brought, increased
from kg.tokens import Token

PREPOSITIONS = ("given", "including", "compared", "based")  # participles that stand as prepositions


def by_verb(place: Place) -> Sort | None:
    """The governing verb, with its tense and mood and what stands over it."""
    verb = place.verb
    if verb is None or (verb.lower_ in PREPOSITIONS and verb.dep_ in ("prep", "advcl") and not is_passive(verb)):
        return None
    kind = verb_class(verb)
    if verb.lemma_ == "call" and any(c.dep_ == "oprd" for c in verb.children):
        return figure("called something", 0.9)
    if re.search(r"\bby $", place.before) and any(t.lemma_ in FALLING for t in verb.sent if t.pos_ == "VERB"):
        return figure("cut by", 0.9)
    if (found := increased(place, verb) if verb.lemma_ in RISING else brought(place, verb)) is not None:
        return found
    if kind == "raise":
        return _raised(place, verb)
    if kind == "waste":
        return _wasted(place, verb)
    if kind == "figure":
        if verb.lemma_ == "make" and (
            re.match(r"[^,.;]{0,40}\bavailable\b", place.after) or place.before.endswith("available ")
        ):
            return _made_available(place, verb)
        return figure(verb.lower_) if not has_money_noun(place) or place.link in ("to", "at", "by", "from") else None
    rule = BY_CLASS.get(kind)
    found = rule(place, verb) if rule is not None else None
    if found is not None and found.status is S.ANNOUNCED and _was_not_to_be(verb):
        return Sort(S.POTENTIAL, 0.62, f"would have {verb.lower_}")
    return found


def _made_available(place: Place, verb: Token) -> Sort | None:
    """ "will make £5m available"; "a bill that makes £5m available" is only proposed."""
    subject = verb.head if verb.dep_ == "relcl" else next((c for c in verb.children if c.dep_ == "nsubj"), None)
    is_bill = subject is not None and subject.lower_ in ("bill", "measure", "proposal", "amendment", "plan")
    return Sort(S.PROPOSED, 0.66, "a bill makes available") if is_bill else paid(place, verb)


def _was_not_to_be(verb: Token) -> bool:
    """ "would have given": what did not come."""
    helpers = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    return "would" in helpers and "have" in helpers


def _wasted(place: Place, verb: Token) -> Sort | None:
    """ "ran up £20,000 on flights", "claimed £20,000 for flights"."""
    goes_to = re.match(r"[^,.;]{0,20}? (?:on|for|in) \w+", place.after)
    is_debt = SETTLING.search(place.after[:40]) or any(noun_class(noun) == "figure" for noun in place.nouns)
    if (
        place.link != "dobj"
        or not goes_to
        or is_debt
        or (verb.lemma_ in ("run", "rack") and " up" not in place.before[-12:])
    ):
        return None
    return Sort(S.SPENT, 0.7, verb.lower_)


def _raised(place: Place, verb: Token) -> Sort | None:
    """Must be raised, or is to be raised for a purpose: needed. Has been raised: a figure."""
    if place.link == "dobj" and (found := to_be_raised(place, verb)) is not None:
        return found
    is_needed = mood_of(verb) == "bound" and place.link == "dobj"
    return Sort(S.ESTIMATED_NEED, 0.7, verb.lower_) if is_needed else figure(verb.lower_, 0.8)


def _promised(place: Place, verb: Token) -> Sort | None:
    if place.link in ("at", "to", "by") and not has_money_noun(place):
        return None
    if verb.lemma_ in ("launch", "reveal", "unveil", "outline", "announce", "confirm") and not (
        has_money_noun(place) or AIM.match(place.goes_on) or NEW.search(place.before)
    ):
        return None
    if verb.lemma_ == "launch" and place.link in ("for", "in", "with", "by"):
        return None
    if verb.lemma_ == "offer" and mood_of(verb) == "perfect" and any(c.lower_ == "had" for c in verb.children):
        return Sort(S.CONDITIONAL, 0.7, "had offered")
    if verb.lemma_ == "offer" and not (
        has_money_noun(place) or AIM.match(place.goes_on) or reaches(verb) or _is_offered_in_aid(place)
    ):
        return None
    if mood_of(verb) == "possible":
        return Sort(S.POTENTIAL, 0.7, verb.lower_)
    return Sort(S.ANNOUNCED, 0.85, verb.lower_)


def _is_offered_in_aid(place: Place) -> bool:
    """ "has offered a further £5m", "has offered £5m if …": a bid for a thing is neither."""
    is_aid = NEW.search(place.before) or CONDITION.search(place.after)
    return bool(is_aid) and not BARE_FINANCE.search(place.words)


def _decided(place: Place, verb: Token) -> Sort | None:
    if verb.lemma_ == "set" and not _is_aside(place, verb):
        return None
    if verb.lemma_ in ("secure", "agree", "sign", "award", "approve", "vote", "grant") and not (
        has_money_noun(place) or AIM.match(place.goes_on) or reaches(verb)
    ):
        return None
    if (
        verb.lemma_ in ("agree", "sign", "approve", "secure", "award") and BARE_FINANCE.search(place.words)
    ) or SETTLING.search(place.after[:60]):
        return figure(f"{verb.lower_}, a trade")
    mood = mood_of(verb)
    if mood in ("future", "infinitive") and verb.lemma_ in (
        "commit",
        "allocate",
        "earmark",
        "reserve",
        "set",
        "award",
        "grant",
    ):
        return Sort(S.ANNOUNCED, 0.75, verb.lower_)
    if mood == "infinitive" and verb.lemma_ in ("sign", "approve", "agree", "vote", "sanction"):
        return Sort(S.PROPOSED, 0.62, f"to {verb.lower_}")
    if mood == "possible":
        return Sort(S.POTENTIAL, 0.65, verb.lower_)
    if mood == "bound":
        return Sort(S.REQUESTED, 0.65, verb.lower_)
    if re.search(r"\b(?:previous(?:ly)?|earlier)\b", place.before) or re.match(
        r" in last year[’']s budget\b", place.after
    ):
        return Sort(S.EXISTING, 0.68, f"{verb.lower_} before")
    if verb.dep_ == "relcl" and re.match(r" in (?:19|20)\d\d\b", place.after):
        return Sort(S.EXISTING, 0.68, f"{verb.lower_} in a year")  # "the council, which set aside £5m in 2022, said"
    return Sort(S.COMMITTED, 0.8, verb.lower_)


def _is_aside(place: Place, verb: Token) -> bool:
    beside = place.before[-12:] + place.after[:7]
    return "aside" in beside or any(child.lower_ == "aside" for child in verb.children)


def _got(place: Place, verb: Token) -> Sort | None:
    """Will receive: announced. Receives, received: existing. Won, secured: committed."""
    if place.link not in ("dobj", "conj", "appos", "nsubjpass", "dep", "npadvmod", "") and not has_money_noun(place):
        return None
    if PRIZES.search(place.words) or WINDFALL.search(place.words):
        return figure("a prize")
    mood = mood_of(verb)
    if verb.lemma_ in ("win", "land"):
        return Sort(S.COMMITTED, 0.72, verb.lower_) if has_money_noun(place) else figure(verb.lower_, 0.7)
    framed = above(place, verb)
    if framed is not None and framed.status is not S.COMMITTED:
        return framed
    if mood == "future":
        return Sort(S.ANNOUNCED, 0.8, verb.lower_)
    if mood == "possible":
        return Sort(S.POTENTIAL, 0.68, verb.lower_)
    if mood == "bound":
        return Sort(S.REQUESTED, 0.65, verb.lower_)
    if any(
        child.ent_type_ == "PERSON" or child.lower_ in ("he", "she", "i", "who")
        for child in verb.children
        if child.dep_ == "nsubj"
    ):
        return None  # somebody's own pay
    has_aim = (
        has_money_noun(place)
        or AIM.match(place.goes_on)
        or ALREADY.search(place.words)
        or re.search(r"\b(?:from|through)\b", place.after)
    )
    return Sort(S.EXISTING, 0.68, verb.lower_) if has_aim else None


def _asked(place: Place, verb: Token) -> Sort | None:
    if place.link in (
        "dobj",
        "for",
        "ccomp",
        "xcomp",
        "in",
        "nsubj",
        "nsubjpass",
        "appos",
        "of",
        "up",
        "to",
    ) or has_money_noun(place):
        if verb.lemma_ == "apply" and mood_of(verb) in ("possible", "future"):
            return Sort(S.ANNOUNCED, 0.66, "may apply")
        if (
            verb.lemma_ in ("call", "ask", "appeal", "apply", "urge")
            and place.link not in ("for", "in")
            and not has_money_noun(place)
        ):
            return None
        if verb.lemma_ in ("seek", "demand", "want", "claim") and (
            COURT.search(place.words) or BARE_FINANCE.search(place.words) or SETTLING.search(place.words)
        ):
            return figure(verb.lower_)
        return Sort(S.REQUESTED, 0.78, verb.lower_)
    return None


def _proposed(place: Place, verb: Token) -> Sort | None:
    if place.link == "dobj" and (has_money_noun(place) or AIM.match(place.goes_on)):
        return Sort(S.PROPOSED, 0.8, verb.lower_)
    return None


def _held(place: Place, verb: Token) -> Sort | None:
    """ "has £5m of new funding for …"; "is holding £5m that we could not spend"."""
    if place.link != "dobj":
        return None
    if verb.lemma_ == "have" and has_money_noun(place) and re.search(r"\bnew\b", place.after[:30]):
        return Sort(S.ANNOUNCED, 0.65, "has new money")
    if verb.lemma_ == "hold" and re.search(r"\b(?:spend|spent|unspent)\b", place.after):
        return Sort(S.EXISTING, 0.65, "holds unspent money")
    return None


def _included(place: Place, verb: Token) -> Sort | None:
    """ "The package includes £5m for …"."""
    if place.link == "dobj" and (has_money_noun(place) or AIM.match(place.goes_on)):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and (
            noun_class(subject) in ("money", "existing")
            or subject.lower_ in ("it", "which", "this", "measures", "proposals")
        ):
            return Sort(S.ANNOUNCED, 0.68, verb.lower_)
    return None


BY_CLASS: dict[str, Callable[[Place, Token], Sort | None]] = {
    "promise": _promised,
    "pay": paid,
    "decide": _decided,
    "get": _got,
    "ask": _asked,
    "need": needed,
    "estimate": estimated,
    "cost": costing,
    "propose": _proposed,
    "hold": _held,
    "include": _included,
}
