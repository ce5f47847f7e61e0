"""What sort of sum it is: money for a purpose with its status, or a figure (a deficit, a salary, a price)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import rows
from kg.model import FundingStatus

DIRECT_FIGURE = re.compile(
    r"^[\s\xa0]*(?:-a-year\b|a[\s-]head\b|per (?:person|head|hour|week|month|share)\b|an hour\b|a (?:week|month|head|share)\b|(?:pay|salary|bonus|payoff|fine|deficit|debt|loss|"
    r"profit|surplus|shortfall|overspend|black hole|gap|price|fee|turnover|wage|penalty|bill|in the red|in the black|in fees|of debt|of cuts|of savings|in savings|deal|takeover|"
    r"contract|bid|offer|worth)\b)",
    re.IGNORECASE,
)
BEFORE_FIGURE = re.compile(
    r"\b(?:deficit|debt|loss(?:es)?|profits?|turnover|revenues?|sales|salary|salaries|wages?|fined?|price|fees?|income|surplus|reserves?|shortfall|gap|savings?|cuts?|worth|valued at|"
    r"earn(?:s|ed|ing)?|payoff|bonus|stood at|fell to|rose to|fell by|rose by|down to|stake|takeover|pension|penalty|damages|compensation|rent|bill|overspend)"
    r"(?: \w+){0,3} (?:of |to |by |at |for |worth |from )?(?:about |around |nearly |almost |some |up to |more than |over |an? estimated |between )?$",
    re.IGNORECASE,
)
RISE = re.compile(r"\b(?:from|rising to|falling to|rise to|fall to|at)\s*$", re.IGNORECASE)
EXTRA = re.compile(r"\b(?:extra|further|additional|new|another|fresh)\s*$", re.IGNORECASE)
FOR = re.compile(
    r"^(?: (?:in|of) (?:\w+ )?(?:funding|cash|money|support|capital|investment)\b.{0,20})?\s*(?:to (?!\d)|for (?!\d)|package|fund\b|boost|injection|funding|grant|investment|scheme|programme)",
    re.IGNORECASE,
)
DISPUTED = re.compile(
    r"\b(?:not enough|is enough|misses the point|nowhere near|falls? short|drop in the ocean|inadequate|insufficient|sticking plaster)\b",
    re.IGNORECASE,
)
FAR = 110  # characters on either side in which a cue counts


@dataclass(frozen=True, slots=True)
class Sort:
    """What sort of sum: a status, or None for a figure; how sure; the word that says so."""

    status: FundingStatus | None
    certainty: float
    cue: str


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """(pattern, sort, whether it is weak), longest words first."""
    found = []
    for word, sort in sorted(((row[0], row[1]) for row in rows("money_cues")), key=lambda pair: -len(pair[0])):
        is_weak = "-" in sort
        found.append((re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), sort.split("-")[0], is_weak))
    return tuple(found)


def sort_of(sentence: str, start: int, end: int) -> Sort:
    """The sort of the sum that stands at these offsets of its sentence.

    Every cue votes by nearness; a construction right at the sum ("£5m deficit", "fined £5m") decides alone.
    """
    before, after = sentence[max(0, start - FAR) : start], sentence[end : end + FAR]
    if DIRECT_FIGURE.match(after):
        return Sort(None, 0.9, after.strip().split(" ")[0] if after.strip() else "")
    if (found := BEFORE_FIGURE.search(before)) and not re.search(
        r"\b(?:funding|investment|grant|invest)\b", before[-60:], re.IGNORECASE
    ):
        return Sort(None, 0.85, found.group().strip())
    if RISE.search(before) and re.match(r"\s*(?:to|an?|each|per|of|in 2)\b", after):
        return Sort(None, 0.8, before.split()[-1])
    votes: dict[str, float] = {}
    cue_of: dict[str, str] = {}
    for pattern, sort, is_weak in _cues():
        for text, is_before in ((before, True), (after, False)):
            for match in pattern.finditer(text):
                distance = len(text) - match.end() if is_before else match.start()
                stop = text[match.end() :] if is_before else text[: match.start()]
                weight = (0.45 if is_weak else 1.0) * (1.0 if is_before else 0.75) / (1 + distance / 30)
                weight *= 0.35 if re.search(r"[;:]|\bbut\b|\bwhile\b|\bwhich\b|£|€|\$|₹", stop) else 1.0
                if weight > votes.get(sort, 0.0):
                    votes[sort] = weight
                    cue_of[sort] = match.group()
    if EXTRA.search(before) and FOR.match(after) and votes.get("figure", 0) < 0.5:
        votes["announced"] = max(votes.get("announced", 0), 0.6)
        cue_of.setdefault("announced", before.split()[-1])
    if DISPUTED.search(sentence) and max(votes.values(), default=0) < 0.4:
        return Sort(FundingStatus.ANNOUNCED, 0.82, "enough")
    return _decide(sentence, start, votes, cue_of)


def _decide(sentence: str, start: int, votes: dict[str, float], cue_of: dict[str, str]) -> Sort:
    if not votes:
        return Sort(None, 0.5, "")
    has_promise = votes.get("announced", 0) + votes.get("committed", 0)
    # modal frames stand over what they frame
    for frame in ("denied", "conditional", "manifesto", "requested", "proposed"):
        if votes.get(frame, 0) > 0.3 and (has_promise or frame in ("manifesto", "denied", "requested", "proposed")):
            others = max((v for s, v in votes.items() if s not in (frame, "announced", "committed")), default=0)
            if votes[frame] >= 0.8 * others:
                return Sort(FundingStatus(frame), 0.82 if frame == "manifesto" else 0.75, cue_of[frame])
    best = max(sorted(votes), key=lambda sort: votes[sort])
    if best == "figure":
        return Sort(None, 0.75, cue_of["figure"])
    rest = max((v for s, v in votes.items() if s != best), default=0.0)
    certainty = 0.65 + 0.25 * min(1.0, votes[best] - rest) if votes[best] >= 0.25 else 0.5
    return Sort(FundingStatus(best), round(certainty, 2), cue_of[best])
