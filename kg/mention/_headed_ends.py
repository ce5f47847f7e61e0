"""Where a name with a head word begins and ends: after a post or a number, with its place, in a list, over a possessive."""

from __future__ import annotations

from kg.mention._lists import body_words, is_head, is_role
from kg.mention._lower_headed import SAINTLY
from kg.mention.spans import POSSESSIVE, is_capital
from kg.tokens import Doc

CHAMBERS = frozenset(
    ["House", "Commons", "Lords", "Senate", "Congress", "Parliament", "Labour", "Tory", "Conservative"]
)
LISTING = frozenset(
    "department ministry committee office association institute college society".split()
)  # "of X, Y and Z"
SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
LISTING_BEFORE = frozenset(
    "office committee department ministry agency board directorate commission secretariat union".split()
)
NO_FIELDS = frozenset(["GPE", "PERSON", "NORP", "DATE"])
GENERAL = frozenset(
    "general government medical district hospital college infirmary royal central public primary secondary school".split()
)
COUNTRY_AFTER_IN = frozenset(["Europe", "England", "Scotland", "Wales", "Ireland", "Africa", "Asia", "Schools"])


def after_post(doc: Doc, start: int, end: int) -> int:
    """The start without a post before the name ("Chairman of Tarn Broadcasting") and without a number ("51 Republicans")."""
    is_post = any(is_role(t.text) for t in doc[start : start + 2])  # "Chief Constable Ilva Bell of Tarn Police"
    for i in range(start + 1, min(end - 1, start + (7 if is_post else 4))):
        is_person = doc[i - 1].ent_type_ == "PERSON" and not (
            i - 1 == start and start and doc[start - 1].lower_ == "the"
        )
        if doc[i].lower_ in ("of", "for") and (is_role(doc[i - 1].text) or is_person):
            return i + 1
    if start < end - 2 and doc[start].is_sent_start and doc[start].tag_ == "NNS" and doc[start + 1].lower_ == "of":
        return start if is_head(doc[start].text) else start + 2  # "Shares of Tarn Materials Inc."
    if (
        start < end - 1
        and doc[start].is_sent_start
        and doc[start].lower_ in body_words()
        and doc[start + 1].pos_ == "PROPN"
    ):
        start += not is_head(doc[end - 1].text)
    if start < end - 1 and doc[start].is_sent_start and doc[start].pos_ == "NUM" and doc[start].lower_ in SMALL_NUMBERS:
        start += 1  # "Two Democrats", "One Tarn Council official"
    while start < end - 1 and doc[start].text[0].isdigit() and not doc[start].text.endswith(("th", "st", "nd", "rd")):
        start += 1
    return start


def with_place(doc: Doc, start: int, end: int) -> int:
    """The end with the place, where the name is of general words only: "General Hospital, Tarn", "Medical College at Tarn"."""
    if any(t.lower_ not in GENERAL for t in doc[start:end]) or end + 1 >= len(doc):
        return end
    if doc[end].lower_ in (",", "at", "in") and doc[end + 1].ent_type_ in ("GPE", "LOC", "FAC"):
        end += 2
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return end


def end_of_label(doc: Doc, i: int) -> int:
    """Where the model's name around the token ends."""
    end = i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and (is_capital(doc[end]) or doc[end].text == "&"):
        end += 1
    return end


def without_place(doc: Doc, head: int, end: int) -> int:
    """The end of "University of X in the United Kingdom" before the "in", unless the name needs it ("… in Europe")."""
    for i in range(head + 3, end):
        if doc[i].lower_ in ("in", "at") and i + 1 < end:
            after = doc[i + 1 + (doc[i + 1].lower_ == "the")]
            is_place = after.ent_type_ in ("GPE", "LOC", "FAC") or doc[i].lower_ == "at" or is_head(doc[i - 1].text)
            if is_place and doc[i + 1].text not in COUNTRY_AFTER_IN:
                return i
    return end


def list_end(doc: Doc, head: int, end: int) -> int:
    """The end of "Department for X, Y and Z"."""
    if doc[head].text.lower() not in LISTING or end >= len(doc) or doc[end].text != ",":
        return end
    i = end
    while i + 1 < len(doc) and doc[i].text == "," and is_capital(doc[i + 1]):
        i += 2
        while i < len(doc) and is_capital(doc[i]):
            i += 1
        if i + 1 < len(doc) and doc[i].text == "and" and is_capital(doc[i + 1]):
            i += 2
            while i < len(doc) and (
                is_capital(doc[i]) or (doc[i].text == "and" and i + 1 < len(doc) and is_capital(doc[i + 1]))
            ):
                i += 1
            return i
    return end


def list_begin(doc: Doc, start: int, end: int) -> int:
    """The start of "the Culture, Media and Sport Committee", a name that lists what the body is for; else the start."""
    i = start
    if doc[end - 1].lower_ not in LISTING_BEFORE or not any(t.lower_ in ("and", "&") for t in doc[start:end]):
        return start
    while i > 1 and doc[i - 1].text == "," and is_capital(doc[i - 2]) and doc[i - 2].ent_type_ not in NO_FIELDS:
        i -= 2
    while start > i > 0 and doc[i - 1].text in CHAMBERS:
        i -= 1
    return i if i > 0 and doc[i - 1].lower_ in ("the", "a", "an", "its", "this") else start


def widen_left(doc: Doc, start: int) -> int:
    """The start with what a possessive inside the name cut off: "Queen’s Fund", "Harrow Tenants’ Network"."""
    if start < 2 or doc[start - 1].text not in POSSESSIVE or not is_capital(doc[start - 2]):
        return start
    plural = doc[start - 1].text in ("’", "'")
    owner = doc[start - 2].text.lower()
    if plural or owner in SAINTLY or (start >= 3 and doc[start - 3].text.lower().strip(".") in ("st", "saint")):
        start -= 2
        while start > 0 and is_capital(doc[start - 1]):
            start -= 1
        if (
            plural
            and start > 3
            and doc[start - 1].text == "and"
            and doc[start - 2].text in ("’", "'")
            and is_capital(doc[start - 3])
        ):
            start -= 3  # "Tenants' and Residents' Association"
            while start > 0 and is_capital(doc[start - 1]):
                start -= 1
    return start


def is_saint(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].text.strip(".") in ("St", "Saint")
