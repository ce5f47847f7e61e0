"""Words and patterns that say what sort of sum it is, and what the rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract._money_place import Place, noun_class
from kg.model import FundingStatus
from kg.tokens import Token

S = FundingStatus
CONVERTED = re.compile(r"[\d\w]\)?\s?\((?:[^()]{0,40}[;,/]\s?|(?:about|around|or|some|nearly)\s)?$")
PER_UNIT = re.compile(
    r"^[\s\xa0]*(?:-a-year (?!deal|plan|fund|scheme|grant)|(?:-|\s)?(?:a|an|per)[\s-](?:share|barrel|ounce|gallon|tonne|ton|litre|hour|person|"
    r"bottle|pint|ticket|unit|piece|night|game|copy|word|seat|child|pupil|customer|user|month|therm|square)\b|(?:an|per) hour\b|a[\s-]head\b|/|each\b|apiece\b|"
    r"in the (?:red|black)\b|-a-(?:week|month|head|length)\b|-plus\b(?= (?:home|house|car)))",
    re.IGNORECASE,
)
MORE_BY = re.compile(
    r"^ (?:more(?! (?:for|to|on|in|into|towards|is|was|will|would|has)\b)|less|higher|lower|cheaper|dearer|short|shy|over budget)\b",
    re.IGNORECASE,
)
IN_FIGURE = re.compile(
    r"^[\s\xa0]worth of (?:[\w-]+ )?(?:shares|stock|bonds|assets|debts?|goods|sales|orders|business)\b|"
    r"^[\s\xa0](?:[-–] )?(?:in|of) (?:[\w-]+ )?(?:income|profits?|revenues?|sales|savings|debts?|losses|damages|costs|tax(?:es)?|fines|fees|earnings|dividends|assets|shares|stock|cuts|compensation)\b",
    re.IGNORECASE,
)
COUNTED_BY = re.compile(
    r"\b(?:(?:earn(?:s|ed|ing)?|making|worth|priced|value[ds]?)(?: (?:of|at|up to|more than|over|under|about|around|nearly|almost|some|an estimated|a))*|"
    r"(?:incomes?|salar(?:y|ies)|wages?|homes?|houses?|properties|estates|profits?|losses|debts?|revenues?|sales|turnover|price|savings|assets) (?:\w+ )?"
    r"(?:(?:of|at|to|by|over|under|above|below|between|up to|more than|less than|about|around|nearly|almost|some|an estimated|a) )*"
    r"(?:of|at|to|by|over|under|above|below|than|between|about|around|nearly|almost|some|estimated)) $",
    re.IGNORECASE,
)
# What is counted by its worth is money all the same: "a grant worth £5m"
WORTH_GIVEN = re.compile(
    r"\b(?:grants?|subsid(?:y|ies)|aid|loans?|donations?|funding|(?:aid|rescue|relief|support|funding|help) packages?)(?:,)? "
    r"(?:worth|valued at) (?:(?:of|at|up to|more than|over|under|about|around|nearly|almost|some|an estimated|a) )*$",
    re.IGNORECASE,
)
OLD = re.compile(
    r"^[^.;,£€$₹]{0,60}\b(?:agreed|approved|awarded|signed) (?:(?:\w+ ){1,2}ago|last year|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:wants?|demands?|wanted|would like|is asking|asks) (?:is )?(?:for )?(?:the (?:first |whole |next )?)?$",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:only if|if(?! not\b)(?! necessary)(?! only)|unless|provided(?: that)?(?= \w+ (?:\w+ )*(?:can|could|will|would|found|find|agree|match|put|is|are|do))|providing|subject to|on (?:the )?condition|"
    r"conditional (?:on|upon)|as long as|so long as|contingent (?:on|upon)|in return for)\b",
    re.IGNORECASE,
)
NO_CONDITION = re.compile(
    r"\b(?:even if|as if|what if|ask(?:ed)? if|wonder(?:ed)? if|see if|know if|whether)\b", re.IGNORECASE
)
SETTLING = re.compile(
    r"\b(?:settle|ordered to pay|charges|fines?|penalt(?:y|ies)|damages|compensation|lawsuits?|court|creditors|shareholders?|dividends?|investors|"
    r"bonus(?:es)?|salar(?:y|ies)|transfer fee|taxes|duty|rent|ransom|bail|debts?)\b",
    re.IGNORECASE,
)
PRIZES = re.compile(r"\b(?:winners?|runners?-up|tournament|contest|jackpot|lottery winner)\b", re.IGNORECASE)
RESULTS = re.compile(
    r"\b(?:profits?|earnings|revenues?|sales|turnover|losses|dividends?|takeover|bid)\b", re.IGNORECASE
)
NEW = re.compile(r"\b(?:extra|further|additional|new|another|fresh|more)\s+(?:an? )?(?:estimated )?$", re.IGNORECASE)
AIM = re.compile(
    r"^(?:[\s\xa0](?:a|per|each|every) year)?(?:[\s\xa0](?:of|in) (?:[\w-]+ ){0,2}(?:funding|cash|money|support|capital|investment|aid|grants?|loans?))?[\s,]*"
    r"(?:over [\w ]{3,20} )?(?:for (?!the (?:year|quarter|month|first|second|third|last|three|six|nine|whole|period|same)|each|every|\d|a (?:day|week|month|year))|to (?:help|support|fund|tackle|improve|build|"
    r"boost|pay for|cover|keep|buy|replace|repair|create|train|upgrade|modernise|rebuild|fight|combat|develop|research|protect|restore|save|set up|the )|towards? |into )",
    re.IGNORECASE,
)
WITHDRAWN = re.compile(
    r"\b(?:(?:row(?:ed|s|ing)? back|backtrack(?:ed|s|ing)?|reneg(?:ed|es|ing)|go(?:es|ing)? back|went back) on|scrap(?:ped|s|ping)?|abandon(?:ed|s|ing)?|ditch(?:ed|es|ing)?|"
    r"shelv(?:ed|es|ing)|ax(?:ed|es|ing)|cancel(?:led|s|ling)?|withdr[ae]w(?:s|n|ing)?)\s+(?:(?:a|an|the|its|his|her|their|plans?|for)\s)*(?:commitment|pledge|promise|offer|"
    r"plans?|proposals?)?\s?(?:to (?:provide|spend|give|invest|pay)\s|of\s|for\s)?(?:a |an |the )?$",
    re.IGNORECASE,
)
ASKS_FOR = re.compile(
    r"\b(?:plea|appeal|request|calls?|demands?)(?: (?:from|by|to) [\w’' ]{2,30}?)? for (?:up to |at least |an? |the )*(?:extra |additional |further |another )?$",
    re.IGNORECASE,
)
COST_OF = re.compile(
    r"\b(?:costs?|price|bill) (?:of|for) \w+ing\b[^.;£€$₹]{0,50} (?:at|is|was|would be|will be|to be|could be|comes to)\s+(?:about |around |some |up to |at least |more than |an estimated |between |nearly |almost )*$",
    re.IGNORECASE,
)
COMMITMENT_TO = re.compile(
    r"\b(?:commitment|pledge|promise) (?:of|to|to (?:spend|provide|give|invest))\s+(?:an? )?(?:extra |additional |further )?(?:up to )?$",
    re.IGNORECASE,
)
SPENDING_OF = re.compile(
    r"\b(?:spending|expenditure|investment) of (?:about |around |some |over |more than |nearly |almost )?$",
    re.IGNORECASE,
)
NEEDS_ARE = re.compile(r"\bneeds? (?:was|were|is|are) (?:\w+ ){0,2}(?:to )?$", re.IGNORECASE)
DISPUTED = re.compile(
    r"\b(?:not (?:be )?(?:nearly )?enough|is enough|misses the point|nowhere near enough|falls? (?:far |well )?short|drop in the ocean|inadequate|insufficient|"
    r"(?:a )?sticking plaster|peanuts|paltry)\b",
    re.IGNORECASE,
)
COURT = re.compile(
    r"\b(?:court|judges?|jury|prosecutors?|lawsuit|legal (?:action|challenge|battle|claim)|filed|\d-\d (?:decision|ruling)|settlement|damages|sued?|suing|suits|restitution|bail|verdict|ruling(?! party| coalition))\b",
    re.IGNORECASE,
)
WINDFALL = re.compile(r"\b(?:windfall|payouts?|compensation|damages)\b", re.IGNORECASE)
PLAYERS = re.compile(r"\b(?:squad|strikers?|midfielders?|goalkeepers?|transfer (?:fee|window|market)|signings?)\b")
# Sentences in which only rules speak of money: courts, compensation, players, what a collection has come to
UNLEARNT = re.compile(
    rf"{COURT.pattern}|{WINDFALL.pattern}|{PLAYERS.pattern}|\b(?:page|appeal|crowdfunder|fundraiser|collection)\b.{{0,60}}\breached\b",
    re.IGNORECASE,
)
# Whose settlement is a budget, and no deal of the parties to a suit
SETTLING_BUDGETS = re.compile(
    r"\b(?:treasury|councils?|local government|authorities|spending|funding|grants?|schools|police)\b", re.IGNORECASE
)
ALREADY = re.compile(r"\b(?:already|currently|existing|at present|to date|so far|until now)\b", re.IGNORECASE)
BARE_FINANCE = re.compile(
    r"\b(?:sales?|sell(?:ing)?|buy(?:ing)?[- ]?(?:out|back)|minority|purchase|takeover|acquisition|stake|shares?|deal|bid|merger|flotation|buyout|transfer|signing|striker|midfielder|defender)\b",
    re.IGNORECASE,
)
LATER_WANTED = re.compile(
    r"^[^.]{0,60}\b(?:wants?|asked for|is asking for|are asking for|demand(?:s|ed)?|called for|calls for) (?:the|that|this) (?:money|cash|sum|funding)\b",
    re.IGNORECASE,
)


def is_unlearnt(words: str) -> bool:
    """Whether only rules speak of money in a sentence."""
    if "settlement" in words and SETTLING_BUDGETS.search(words):
        words = words.replace("settlement", "")
    return bool(UNLEARNT.search(words))


@dataclass(frozen=True, slots=True)
class Sort:
    """What sort of sum: a status, or None for a figure; how sure; which rule says so."""

    status: FundingStatus | None
    certainty: float
    rule: str


def figure(rule: str, certainty: float = 0.85) -> Sort:
    """The sort of a sum that is no money for a purpose."""
    return Sort(None, certainty, rule)


def has_money_noun(place: Place) -> bool:
    """Whether one of the three nouns nearest to the sum says that it is money: "a grant of £5m"."""
    return any(noun_class(noun) == "money" for noun in place.nouns[:3])


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: "was given"."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def reaches(verb: Token) -> bool:
    """Whether a verb of giving names somebody who gets: "gave the school £5m", "gave £5m to the school"."""
    return any(
        child.dep_ == "dative" or (child.dep_ == "prep" and child.lower_ in ("to", "for", "into", "towards"))
        for child in verb.children
    )
