"""For what a sum is, over what time, on what occasion, of which kind."""

from __future__ import annotations

import re

from kg.extract._money_place import Place
from kg.model import Form, Kind, Party, Phrase
from kg.parsed import ParsedArticle

PERIOD = re.compile(
    r"(?:over|across|during|for|in|within) (?:the )?(?:(?:next|coming|following|past|last) )?(?:\w+|\d+) (?:financial )?(?:years?|months?)\b|"
    r"(?:a|per|each|every) (?:year|annum)(?: for (?:\w+) years)?(?: of this \w+)?|this (?:financial )?year|next (?:financial )?year|last year|"
    r"by (?:the end of )?(?:19|20)\d\d(?:[/-]\d\d)?|in (?:19|20)\d\d(?:[/-]\d\d)?|until \w+ ?(?:\d{4})?|over (?:the )?(?:course of )?this \w+|annually",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\bcapital\b(?! city| letter| punishment)", re.IGNORECASE)
REVENUE = re.compile(r"\brevenue (?:funding|money|grant)\b", re.IGNORECASE)
THERE = re.compile(r"\b(?:at|told|during) (?:an? |the |this |its |their )?$")
AIM = re.compile(r"[^.;“”]{0,40}?\b((?:to (?!\d)|for (?!\d|the next|the past|each|every))[^.;]{4,90})")
AIM_ENDS = re.compile(r",| – | – |\bwhich\b|\bwho\b|\bsaid\b")


def purpose(article: ParsedArticle, place: Place) -> Phrase | None:
    """ "to support …", "for …": the words after the sum that say what it is for."""
    found = AIM.match(place.after)
    if found is None or _is_direction(place, found.start(1)):
        return None
    words = AIM_ENDS.split(found[1])[0].rstrip(" ,–-")
    begin = place.paragraph.start + place.end + found.start(1)
    return article.phrase(begin, begin + len(words)) if len(words) > 6 else None


def _is_direction(place: Place, at: int) -> bool:
    """Whether a "to" leads to who gets it and not to what is done: "£5m to the Harrow Trust"."""
    span = place.paragraph.doc.char_span(place.end + at, place.end + at + 2)
    return span is not None and span.text.lower() == "to" and span[0].tag_ == "IN"


def period(article: ParsedArticle, place: Place) -> Phrase | None:
    """The time over which it is paid, right after the sum or near it in the sentence."""
    found = PERIOD.search(place.after[:90])
    if found is None or re.search(r"[£€$₹]", place.after[: found.start()]):
        return None
    start = place.paragraph.start + place.end + found.start()
    return article.phrase(start, start + len(found.group()))


def occasion(article: ParsedArticle, place: Place) -> Party | None:
    """The event of the sentence, if it names one, or says that something is told there."""
    for event in article.mentions_in(place.sentence, Kind.EVENT):
        before = article.document.text[max(0, event.start - 20) : event.start]
        if event.form is not Form.DESCRIPTION or THERE.search(before):
            return event
    return None


def money_kind(place: Place) -> str:
    """Capital or revenue where the words beside the sum say so."""
    near = place.before[-40:] + place.after[:50]
    return "capital" if CAPITAL.search(near) else "revenue" if REVENUE.search(near) else "unspecified"
