"""Spend, give, invest …: when it is funding, and what the verbs over it, its tense and its mood make of it."""

from __future__ import annotations

import re

from kg.extract._money_cues import (
    AIM,
    ALREADY,
    BARE_FINANCE,
    PRIZES,
    SETTLING,
    S,
    Sort,
    figure,
    has_money_noun,
    is_passive,
    reaches,
)
from kg.extract._money_place import Place, mood_of, verb_class
from kg.lexicon import words
from kg.tokens import Token

# How a sum hangs on the verb that pays it; prepositions hold it only with a noun for money ("spent it on a £5m grant")
HELD = (
    "dobj",
    "nsubjpass",
    "nsubj",
    "conj",
    "attr",
    "appos",
    "dep",
    "npadvmod",
    "oprd",
    "ccomp",
    "ROOT",
    "nmod",
    "aux",
    "pobj",
    "dative",
    "",
)


def paid(place: Place, verb: Token) -> Sort | None:
    """Spend, give, invest …: what over them decides, else tense and mood."""
    if place.link not in HELD and not has_money_noun(place):
        return None
    if INTO_TRADE.search(place.after) or MOVED.search(place.before) or _is_judged(verb):
        return figure(f"{verb.lower_}, no funding", 0.9)
    if not _is_funding(place, verb):
        return None
    if verb.lemma_ in ("hand", "give", "send") and any(child.lower_ == "back" for child in verb.children):
        return figure("given back", 0.9)
    framed = above(place, verb) or _offered(verb)
    if framed is not None:
        return framed
    if _is_luck(place, verb):
        return figure("a boost by nobody", 0.9)
    mood = mood_of(verb)
    if verb.lemma_ == "distribute":
        return Sort(S.EXISTING, 0.65, verb.lower_)
    if _is_going_on(verb):
        is_running = verb.lemma_ in ("spend", "use") or ALREADY.search(place.before[-30:])
        return Sort(S.EXISTING if is_running else S.COMMITTED, 0.75, verb.lower_)
    if mood == "future":
        return Sort(S.ANNOUNCED, 0.82, f"{verb.lower_}, future")
    if mood == "possible":
        return Sort(S.POTENTIAL, 0.7, verb.lower_)
    if mood == "bound":
        return Sort(S.REQUESTED, 0.65, f"must {verb.lower_}")
    if mood == "infinitive":
        return (
            Sort(S.ANNOUNCED, 0.62, f"to {verb.lower_}")
            if has_money_noun(place) or AIM.match(place.goes_on) or verb.lemma_ in ("spend", "invest")
            else None
        )
    if mood == "participle":
        is_told = verb.lemma_ in ("spend", "waste") and verb.head.lemma_ in TOLD_OF
        return Sort(S.SPENT if is_told else S.COMMITTED, 0.6, verb.lower_)
    return _paid_already(place, verb, mood)


def _offered(verb: Token) -> Sort | None:
    """ "an offer from a local firm to pay £5,000 a year", "a pledge to give £5m"."""
    if verb.dep_ not in ("acl", "relcl") or mood_of(verb) != "infinitive":
        return None
    noun = verb.head.lemma_.lower()
    if noun in ("offer", "proposal"):
        return Sort(S.PROPOSED, 0.7, f"{noun} to {verb.lower_}")
    return Sort(S.ANNOUNCED, 0.72, f"{noun} to {verb.lower_}") if noun in ("promise", "pledge", "vow") else None


def _is_luck(place: Place, verb: Token) -> bool:
    """ "has been given a £2bn boost", by nobody: good news, no grant."""
    is_boost = any(noun.lower_ in ("boost", "lift") for noun in place.nouns[:1])
    return is_boost and is_passive(verb) and not any(child.dep_ == "agent" for child in verb.children)


def _is_going_on(verb: Token) -> bool:
    """ "is spending", "is being lent"."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_progressive = verb.tag_ == "VBG" and any(
        word in ("is", "are", "was", "were", "’s", "'s", "been") for word in helpers
    )
    return is_progressive or (verb.tag_ == "VBN" and "being" in helpers)


def _paid_already(place: Place, verb: Token, mood: str) -> Sort | None:
    if verb.lemma_ in ("spend", "use", "go", "pump", "pour", "plough", "pay"):
        return Sort(S.EXISTING if mood == "present" else S.SPENT, 0.78, verb.lower_)
    if verb.lemma_ == "put" and re.search(r"\balready\b", place.before[-30:]):
        return Sort(S.SPENT, 0.7, "already put")
    if verb.lemma_ == "lend" and verb.dep_ == "relcl":
        return Sort(S.EXISTING, 0.7, "has lent")  # told in passing: "the bank, which has lent £5m, said"
    if verb.lemma_ in ("donate", "hand", "lend", "put", "advance", "match", "fund", "send") and mood != "present":
        return Sort(S.COMMITTED, 0.72, verb.lower_)
    if verb.lemma_ == "give" and "away" in place.before[-12:]:
        return Sort(S.SPENT, 0.72, "gave away")
    if verb.lemma_ in ("come", "add") or (
        verb.lemma_ in ("give", "contribute") and _is_just_done(verb) and not ALREADY.search(place.words)
    ):
        return Sort(S.COMMITTED, 0.7, verb.lower_)
    is_let_go = (
        verb.lemma_ == "release" and place.link == "dobj" and mood == "past" and verb.dep_ in ("ROOT", "conj", "ccomp")
    )
    if is_let_go:
        return Sort(S.COMMITTED, 0.66, verb.lower_)  # "released £5m from its reserve for the islands"
    if verb.lemma_ == "invest" and mood != "present":
        return Sort(S.SPENT, 0.72, verb.lower_)
    return Sort(S.EXISTING, 0.7, verb.lower_)


def _is_judged(verb: Token) -> bool:
    """ "It is impossible to spend £5m and …"."""
    near = (verb.head, *(c for c in verb.head.children if c.dep_ == "acomp"))
    return verb.dep_ in ("xcomp", "csubj", "advcl") and any(token.lower_ in JUDGING for token in near)


def _is_just_done(verb: Token) -> bool:
    """ "has given", not "had given"."""
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.children)


def _is_funding(place: Place, verb: Token) -> bool:
    """Whether the verb speaks of money for a purpose: a price paid, or a fine, or a settlement is none."""
    if verb.lemma_ in ("pay", "hand", "offer") and SETTLING.search(place.words):
        return False
    if verb.lemma_ == "pay":
        if _offered(verb) is not None and re.search(r"\b(?:for|to|towards|a year)\b", place.goes_on[:30]):
            return not BARE_FINANCE.search(place.words)
        if is_passive(verb) and mood_of(verb) in ("past", "perfect"):  # "£5m had been paid to growers"
            return place.link == "nsubjpass" and reaches(verb) and not BARE_FINANCE.search(place.words)
        if OWN_FUNDS.search(place.after):
            return True
        is_ahead = mood_of(verb) in ("future", "infinitive") and place.link == "dobj" and not is_passive(verb)
        return is_ahead and _is_public(verb) and not BARE_FINANCE.search(place.words)
    if verb.lemma_ in (
        "come",
        "go",
        "use",
        "put",
        "direct",
        "top",
        "support",
        "boost",
        "extend",
        "deliver",
        "divide",
        "release",
        "send",
        "match",
        "advance",
    ):
        return has_money_noun(place) or _is_directed(place, verb)
    if verb.lemma_ in ("add", "find"):
        return has_money_noun(place) or above(place, verb) is not None
    if verb.lemma_ in ("spend", "invest"):  # a help for a merger is no merger
        return not _is_crowd(verb) and not BARE_FINANCE.search(place.after[:60].split(" for ")[0])
    if PRIZES.search(place.words):
        return False
    if verb.lemma_ in ("give", "provide", "hand"):
        return (
            has_money_noun(place)
            or reaches(verb)
            or bool(AIM.match(place.goes_on))
            or is_passive(verb)
            or place.link in ("dobj", "attr")
        )
    return True


def _is_directed(place: Place, verb: Token) -> bool:
    """ "£5m went on …", "£5m will come from the council", "put £5m into …"."""
    wanted = {
        "go": ("on", "to", "towards", "into"),
        "come": ("from",),
        "use": ("for",),
        "release": ("from", "to", "for"),
        "put": ("into", "in", "towards", "aside", "forward", "up"),
    }
    words = wanted.get(verb.lemma_, ("to", "for", "into", "towards"))
    goes_back = verb.lemma_ == "go" and re.search(r"\bgo (?:back |straight )?(?:on|to|towards|into)\b", place.after)
    return (
        any(child.lower_ in words for child in verb.children)
        or bool(goes_back)
        or (verb.lemma_ == "use" and any(c.dep_ == "xcomp" for c in verb.children))
    )


def _is_crowd(verb: Token) -> bool:
    """Whether those who spend are people at large, shoppers or visitors: that is a market, not funding."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child.tag_ in ("NNS", "NNPS") and child.ent_type_ != "ORG":
            lemma = child.lemma_.lower()
            return lemma not in words("organisation_heads") and lemma not in PUBLIC
    return False


def _is_public(verb: Token) -> bool:
    """Whether a public or charitable body is said to pay: what a firm pays is a price."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return any(token.lemma_.lower() in PUBLIC for token in child.subtree)
    return False


TOLD_OF = frozenset("report admit recall regret despite after".split())  # "reported spending £5m"
INTO_TRADE = re.compile(r"^ [^.;£$€]{0,40}\binto (?:the|its|their) (?:\w+ )?econom(?:y|ies)\b")
MOVED = re.compile(
    r"\b(?:go|goes|going|gone|went) (?:up|down) (?:to|by) (?:\w+ ){0,2}$"
)  # "bills would go up to £1,400"
JUDGING = frozenset("impossible hard difficult wrong easy silly crazy unwise foolish ridiculous absurd".split())
OWN_FUNDS = re.compile(
    r"^ (?:a year )?from (?:its|their|his|her|our) (?:own )?(?:\w+ )?(?:budgets?|reserves?|funds?)\b"
)
PUBLIC = frozenset(
    "government council department ministry minister authority trust board taxpayer charity foundation state treasury commission university chancellor "
    "nation country region donor official leader church union".split()
)


def above(place: Place, verb: Token) -> Sort | None:
    """What the verbs over a verb of giving make of it: promised to give, asked to give, agreed to give."""
    below = verb
    for token in list(place.verbs())[1:]:
        found = _frame(token, below)
        if found is not None:
            return found
        below = token
    near = {verb.head.lower_, *(word.lower_ for word in verb.head.children)}
    return Sort(S.ANNOUNCED, 0.75, "prepared to") if near & READY else None


def _frame(over: Token, below: Token) -> Sort | None:
    """What one verb makes of the verb of giving that hangs on it."""
    kind, mood = verb_class(over), mood_of(below)
    is_complement = below.dep_ in ("xcomp", "ccomp", "pcomp")
    if is_complement and kind == "promise" and mood in ("infinitive", "future", "participle"):
        return Sort(S.ANNOUNCED, 0.85, over.lower_)
    if is_complement and kind == "decide" and mood in ("infinitive", "future"):
        return Sort(S.COMMITTED, 0.82, over.lower_)
    if (is_complement or below.dep_ == "advcl") and mood in ("infinitive", "bound") and _is_asking(over, below):
        return Sort(S.REQUESTED, 0.78, over.lower_)
    if below.dep_ == "xcomp" and (kind == "propose" or over.lemma_ in WISHING):
        return Sort(S.PROPOSED, 0.78, over.lower_)
    if below.dep_ == "ccomp" and over.lemma_ in ("propose", "suggest", "recommend"):
        return Sort(S.PROPOSED, 0.75, over.lower_)
    if over.lemma_ in ACCUSING and below.dep_ == "pcomp":
        return Sort(S.SPENT, 0.68, over.lower_)
    if over.lemma_ == "see" and mood_of(over) == "possible":
        return Sort(S.POTENTIAL, 0.68, "could see")
    if over.lemma_ == "be" and any(c.dep_ == "csubj" and verb_class(c) == "ask" for c in over.children):
        return Sort(S.REQUESTED, 0.72, "what … wants")
    return None


ACCUSING = frozenset(("accuse", "criticise", "criticize", "condemn", "blame"))
READY = frozenset(("minded", "prepared", "willing", "ready"))
WISHING = frozenset(("want", "hope", "intend", "aim", "seek"))


def _is_asking(verb: Token, below: Token) -> bool:
    """ "asked the council to give £5m" asks; "wants to spend £5m" speaks of one's own money."""
    if verb_class(verb) != "ask":
        return False
    is_own = verb.lemma_ in ("want", "seek") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children)
    return not is_own
