"""What sort of sum it is: money for a purpose with its status, or a figure (a deficit, a salary, a price).

Rules in order, each with its reason; the first that answers decides. Where none answers, or a weak one says that it is a figure,
the learnt weights of `_money_learnt` may find money for a purpose after all; else it is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract._money_collected import still_to_raise
from kg.extract._money_conditions import conditioned
from kg.extract._money_costs import DAMAGE, costs_work, has_grown, is_lending
from kg.extract._money_cues import (
    AIM,
    BARE_FINANCE,
    CONVERTED,
    COUNTED_BY,
    DISPUTED,
    IN_FIGURE,
    LATER_WANTED,
    MORE_BY,
    NEW,
    PER_UNIT,
    RESULTS,
    WORTH_GIVEN,
    S,
    Sort,
    figure,
    has_money_noun,
    is_unlearnt,
)
from kg.extract._money_denied import denied, expected, withdrawn
from kg.extract._money_learnt import LEARNT, likelihoods
from kg.extract._money_nouns import of_asking, of_figure
from kg.extract._money_place import Place, mood_of, noun_class, verb_class
from kg.extract._money_planned import headed, intended, tabled
from kg.extract._money_rises import by_rise, more_for
from kg.extract._money_saved import is_saving
from kg.extract._money_verbs import by_verb
from kg.extract._money_words import GRANTED, by_words, cleared, gift, granted, included

Rule = Callable[[Place], Sort | None]
NOTHING = "nothing says so"
# How likely money for a purpose must be by the learnt weights, where no rule speaks and where a weak one says that it is a figure
LEAST, LEAST_AGAINST = 0.5, 0.7

FIRM = 0.9  # certainty of the rules that are not asked again


def sort_of(place: Place, *, only_rules: bool = False) -> Sort:
    """The sort of the sum that stands there.

    Args:
        only_rules: whether weights may not speak where no rule does, as in articles about business.
    """
    found = ruled(place)
    if found.status is None and found.certainty < FIRM and not only_rules and not is_unlearnt(place.words):
        found = _learnt(place, found)
    return conditioned(place, found)


def ruled(place: Place) -> Sort:
    """What the first rule that answers makes of the sum."""
    return next(filter(None, (rule(place) for rule in RULES)), Sort(None, 0.6, NOTHING))


def _learnt(place: Place, found: Sort) -> Sort:
    """The likeliest status where money for a purpose is likely enough, else what was ruled."""
    likely = likelihoods(place)
    figures = likely.pop("figure")
    least = LEAST if found.rule == NOTHING else LEAST_AGAINST
    if 1 - figures < least:
        return found
    return Sort(S(max(likely, key=lambda status: likely[status])), round(1 - figures, 2), LEARNT)


def _saved(place: Place) -> Sort | None:
    """What somebody hopes to save."""
    return figure("saved", FIRM) if is_saving(place) else None


def _converted(place: Place) -> Sort | None:
    """ "$5m (£3m)": the second sum is the first one again."""
    return figure("converted", 0.95) if CONVERTED.search(place.before) and ")" in place.after[:40] else None


def _reached(place: Place) -> Sort | None:
    """ "A page set up by the Friends had reached £5,000": what a collection has come to."""
    is_reached = place.verb is not None and place.verb.lemma_ == "reach" and place.link == "dobj"
    return figure("reached", FIRM) if is_reached else None


def _per_unit(place: Place) -> Sort | None:
    is_spent_more = place.verb is not None and place.verb.lemma_ in ("spend", "invest", "give")
    is_figure = (
        PER_UNIT.match(place.after)
        or IN_FIGURE.match(place.goes_on)
        or COUNTED_BY.search(place.before)
        or (MORE_BY.match(place.after) and not is_spent_more)
    )
    is_given = GRANTED.search(place.before) or WORTH_GIVEN.search(place.before)
    return figure("per unit", 0.9) if is_figure and not is_given else None


def _wanted_later(place: Place) -> Sort | None:
    """ "a shortfall of £5m. It wants the money from …"."""
    rest = place.paragraph.text[place.last :].strip()
    return Sort(S.REQUESTED, 0.7, "wanted in the next sentence") if LATER_WANTED.match(rest) else None


def _by_modifier(place: Place) -> Sort | None:
    """ "the £5m promised by the council", "the £5m settlement agreed two years ago"."""
    if place.verb is not None and place.verb.lemma_ in ("repay", "owe") and place.link == "dobj":
        return figure(f"{place.verb.lower_}, a debt")
    if is_lending(place) or (RESULTS.search(place.words) and not has_money_noun(place)):
        return None
    is_asked = place.verb is not None and verb_class(place.verb) == "ask"
    for verb in place.modifiers():
        kind, mood = verb_class(verb), mood_of(verb)
        if is_asked and verb.tag_ == "VBN" and not any(c.dep_ == "agent" for c in verb.children):
            continue  # "wants £5m a year guaranteed"
        if verb.lemma_ == "set" and not re.match(r"[^.;]{0,120}?\bset (?:aside|apart|out)\b", place.after):
            continue  # "a limit of £5,000 set in 2004"
        if kind == "promise" or (kind == "decide" and mood != "past"):
            return Sort(S.ANNOUNCED, 0.78, verb.lower_)
        if kind == "decide" and (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "relcl")):
            is_old = re.search(r"\b(?:years?|months?) ago\b|\blast year\b|\bin (?:19|20)\d\d\b", place.after)
            return Sort(S.EXISTING if is_old else S.COMMITTED, 0.75, verb.lower_)
        if kind == "hold" and verb.dep_ == "relcl":
            return figure(verb.lower_)
        is_by = verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)
        if verb.lemma_ == "make" and is_by and has_money_noun(place):
            return Sort(S.EXISTING, 0.66, "made by")  # "is a loan made by the council during the drought"
        if kind in ("figure", "cost"):
            return None
        if verb.lemma_ == "spend" and verb.tag_ == "VBN":
            is_being = any(child.lower_ == "being" for child in verb.children)
            status = S.ANNOUNCED if mood in ("infinitive", "future") else S.EXISTING if is_being else S.SPENT
            return Sort(status, 0.7, verb.lower_)
        if verb.lemma_ in ("give", "donate", "provide", "contribute") and is_by:
            return Sort(S.COMMITTED, 0.7, f"{verb.lower_} by")
        if verb.lemma_ in ("fund", "finance", "bankroll") and verb.tag_ == "VBN":
            return Sort(S.EXISTING, 0.62, verb.lower_)
    return None


FURTHER = re.compile(r"\b(?:remaining|further|second|final|other|another)\s+$", re.IGNORECASE)


def _by_equation(place: Place) -> Sort | None:
    """ "the budget stood at £5m", "the cost of repair is put at £5m", "£5m of it was unspent", "£5m is for social care"."""
    verb = place.verb
    kinds = [noun_class(noun) for noun in place.nouns]
    if "potential" in kinds:
        return Sort(S.POTENTIAL, 0.78, "potential")
    if verb is None:
        return None
    if "existing" in kinds[:1] and place.link == "with" and not re.search(r"\b(?:films?|movies?)\b", place.words):
        return Sort(S.EXISTING, 0.66, "with a budget")
    if "existing" in kinds[:2] and verb.lemma_ in ("stand", "be", "remain", "come", "total"):
        return Sort(S.EXISTING, 0.72, "budget")
    if verb.lemma_ in ("put", "estimate") and place.link == "at" and costs_work(place):
        return Sort(S.ESTIMATED_NEED, 0.72, "cost put at")
    if has_grown(place):
        return Sort(S.ESTIMATED_NEED, 0.66, "cost has risen")
    if "cost" in kinds[:2] and not DAMAGE.search(place.words):
        return Sort(S.ESTIMATED_NEED, 0.6, "cost") if mood_of(verb) in ("future", "bound") else None
    if verb.lemma_ == "follow" and place.link == "nsubj" and mood_of(verb) == "future" and FURTHER.search(place.before):
        return Sort(S.ANNOUNCED, 0.66, "will follow")
    if verb.lemma_ != "be" or place.link not in ("nsubj", "attr"):
        return None
    rest = place.after
    if re.search(r"\b(?:was|is|were|are) (?:still |largely )?(?:un(?:spent|released|paid)|yet to be)", rest):
        return Sort(S.EXISTING, 0.65, "unspent")
    if place.link == "nsubj" and re.match(
        r"[^.;]{0,40}?\b(?:is|was|will be|would be) (?:for\b|new\b|additional\b|new money)", rest
    ):
        return Sort(S.ANNOUNCED, 0.68, "is for")
    return None


def _by_nominal(place: Place) -> Sort | None:
    """No verb that tells: "an extra £5m for local roads", "the mayor's £5m for hospices", a headline."""
    if place.verb is not None and verb_class(place.verb) in ("figure", "cost") and not has_money_noun(place):
        return None
    if re.search(r"\bmanifesto\b", place.words) and (has_money_noun(place) or NEW.search(place.before)):
        return Sort(S.ANNOUNCED, 0.75, "manifesto")
    if DISPUTED.search(place.words) and (NEW.search(place.before) or has_money_noun(place)):
        return Sort(S.ANNOUNCED, 0.78, "disputed")
    has_new = bool(NEW.search(place.before))
    has_aim = bool(AIM.match(place.goes_on))
    if has_new and has_aim and not BARE_FINANCE.search(place.words):
        return Sort(S.ANNOUNCED, 0.68, "extra … for")
    if (
        has_aim
        and place.root is not None
        and any(child.dep_ == "poss" for child in place.root.children)
        and re.search(r"\bfor\b", place.after[:8])
    ):
        return Sort(S.ANNOUNCED, 0.62, "somebody's … for")
    return None


def _by_project(place: Place) -> Sort | None:
    """ "will create 120 jobs with a £5m bakery", "is to close for a £5m refurbishment": the owner's own investment."""
    if place.verb is None or mood_of(place.verb) != "future":
        return None
    if any(noun.lemma_.lower() in WORKS for noun in place.nouns[:1]):
        return Sort(S.ANNOUNCED, 0.6, "will be rebuilt")
    is_project = any(noun_class(noun) in ("project", "money") for noun in place.nouns[:2])
    return Sort(S.ANNOUNCED, 0.62, "will build") if is_project and place.verb.lemma_ in BUILDING else None


WORKS = frozenset("refurbishment renovation restoration redevelopment upgrade extension".split())
BUILDING = frozenset("create build open construct develop begin start launch host".split())

RULES: tuple[Rule, ...] = (
    _converted,
    _per_unit,
    _saved,
    by_rise,
    _reached,
    _wanted_later,
    withdrawn,
    granted,
    by_words,
    headed,
    intended,
    tabled,
    more_for,
    still_to_raise,
    expected,
    of_figure,
    cleared,
    of_asking,
    _by_modifier,
    denied,
    _by_equation,
    by_verb,
    included,
    _by_project,
    _by_nominal,
    gift,
)
