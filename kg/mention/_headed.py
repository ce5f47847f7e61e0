"""Organisations by the head word of their name: "Harrow Trust", "Department for Transport", "Harrow planning committee"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._lists import (
    FIRMS,
    body_words,
    head_key,
    heads,
    institutions,
    is_given_name,
    is_head,
    is_honorific,
    is_role,
    other_heads,
)
from kg.mention._lower_headed import SAINTLY, by_lower_head
from kg.mention.spans import LINKS, POSSESSIVE, is_capital, is_when, runs
from kg.tokens import Doc

OPENING = frozenset(
    "department ministry office college institute institution association university council board society federation bank "
    "court house church school chamber commission committee confederation union league network museum academy bureau agency "
    "authority centre center friends campaign foundation service corporation group organisation organization company "
    "transport trust fund alliance coalition hospital inspectorate party academy guild forum secretariat directorate".split()
)  # heads that may be followed by "of …" or "for …"
COURTS = frozenset(["crown", "county", "district", "magistrates", "sheriff", "circuit", "high", "supreme", "coroner"])
ON_SUBJECTS = frozenset(["committee", "commission", "council", "inquiry", "taskforce", "panel", "group"])
CHAMBERS = frozenset(
    ["House", "Commons", "Lords", "Senate", "Congress", "Parliament", "Labour", "Tory", "Conservative"]
)
LISTING = frozenset(
    "department ministry committee office association institute college society".split()
)  # "of X, Y and Z"
SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
AGAINST = frozenset(
    "campaign alliance movement network league coalition union".split()
)  # "Campaign Against Tarn Quarry"
LISTING_BEFORE = frozenset(
    "office committee department ministry agency board directorate commission secretariat union".split()
)
NO_FIELDS = frozenset(["GPE", "PERSON", "NORP", "DATE"])
LEADING = frozenset(
    "the a an from in at on for with and but as by of to or former new individual our this that every each any no if after "
    "when while since although because".split()
)
GENERAL = frozenset(
    "general government medical district hospital college infirmary royal central public primary secondary school".split()
)
MORE_THAN_A_BODY = frozenset(
    "library garage fellow fellows member members day cup prize award news plane flight crash gala shield bill".split()
)  # "Harrow Council Tax", "Goethe University Library": what follows makes it something else
COUNTRY_AFTER = frozenset(["UK", "GB", "USA", "International", "Cymru", "Scotland", "Wales", "England", "Ireland"])
COUNTRY_AFTER_IN = frozenset(["Europe", "England", "Scotland", "Wales", "Ireland", "Africa", "Asia", "Schools"])


def headed_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans of names that a head word makes, in either case."""
    yield from _by_head(doc)
    yield from by_lower_head(doc)


def _by_head(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that end in a head word or begin with one that takes "of"."""
    for start, end in runs(doc):
        for first, last in _split_lists(doc, start, end):
            yield from _in_run(doc, first, last)


def _split_lists(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at every "and" that joins two names rather than two words of one."""
    first = start
    for i in range(start + 1, end - 1):
        if doc[i].text.lower() == "and" and _joins_names(doc, first, i, end):
            yield (first, i)
            first = i + 1
    yield (first, end)


def _joins_names(doc: Doc, first: int, at: int, end: int) -> bool:
    left = [t.text for t in doc[first:at] if t.text.lower() not in LINKS]
    right = [t.text for t in doc[at + 1 : end] if t.text.lower() not in LINKS]
    if not left or not right or right[0].isdigit():
        return True
    if left[-1] == "Fire" and right[0] == "Rescue":
        return False
    if len(left) == len(right) == 1 and left[0] in CHAMBERS:
        return True
    opens = any(word.lower() in OPENING for word in left[:-1]) and any(
        t.text.lower() in ("of", "for") for t in doc[first:at]
    )
    head = next(i for i in range(at + 1, end) if doc[i].text.lower() not in LINKS)
    if opens and head == at + 1 and is_head(right[0]) and not (head + 1 < end and doc[head + 1].text in ("of", "for")):
        return False  # "Centre for Tides and Society at Tarn University"
    if opens:
        return any(is_head(word) for word in right[:4]) and right[0][0].isupper() and len(right) > 1
    name = doc[first:at].text
    if name in institutions() or ((left[-1].isupper() and len(left[-1]) > 1) and len(left) == 1):
        return True
    if is_head(left[-1]) and len(left) > 1:
        return True
    people = [ent for ent in doc[first:at].ents if ent.label_ == "PERSON"]
    if any(len(ent) >= 2 for ent in people):
        return True
    return len(left) > 1 and left[0] == right[0]


def _in_run(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = _after_post(doc, start, end)
    while start < end - 1 and (
        is_when(doc, start)
        or (doc[start].pos_ in ("ADP", "SCONJ", "CCONJ", "DET", "AUX", "ADV") and doc[start].is_sent_start)
    ):
        start += 1
    texts = [t.text for t in doc[start:end]]
    opening = next(
        (i for i, w in enumerate(texts[:-1]) if w.lower() in OPENING and _opens(texts, i) and i + 2 < len(texts)),
        None,
    )
    closing = max((i for i, w in enumerate(texts) if _closes(texts, i)), default=None)
    weak = max((i for i, w in enumerate(texts) if head_key(w) in heads() and i > 0), default=None)
    if opening is not None and (closing is None or closing <= opening or closing - opening <= 6):
        form = doc[end] if end < len(doc) and doc[end].text.islower() else doc[end - 1]
        if texts[opening].lower() == "board" and head_key(form.text) in FIRMS:
            yield (start + opening + 2, end)  # "the Board of Tarn Foods plc"
            return
        while _leads(doc, start) and opening > 0:
            texts, start, opening = texts[1:], start + 1, opening - 1
        first = start + _begin(texts, opening)
        end = _list_end(doc, start + opening, _without_place(doc, start + opening, end))
        is_owner = end < len(doc) and (doc[end].text in ("’", "'") or doc[end - 1].lower_ in SAINTLY)
        owns = is_owner and end + 1 < len(doc) and doc[end].text in POSSESSIVE and is_capital(doc[end + 1])
        is_head_after = owns and doc[end + 1].lower_.removesuffix("s") in heads()
        yield (_widen_left(doc, first), end + 2 * is_head_after)  # "the Federation of Tarn Farmers’ Clubs"
        return
    if closing is None and weak is not None and _model_sees_body(doc, start + weak):
        first = _widen_left(doc, start + _begin(texts, weak))
        yield (_list_begin(doc, first, start + weak + 1), max(start + weak + 1, _end_of_label(doc, start + weak)))
        return
    if closing is None:
        if (
            texts
            and is_head(texts[0])
            and start > 1
            and is_capital(doc[start - 2])
            and (doc[start - 1].text in ("’", "'") or (_widen_left(doc, start) < start and _is_saint(doc, start - 2)))
        ):
            yield (_widen_left(doc, start), start + 1)
        return
    stop = closing + 1
    if stop < len(texts) and (texts[stop] in COUNTRY_AFTER or texts[closing : stop + 1] == ["Trust", "Fund"]):
        stop += 1
    # "General Hospital at Manor Road": a place that belongs to the name only after "of"
    if stop + 1 < len(texts) and texts[stop].lower() == "of":
        stop = _without_place(doc, start + closing, end) - start
    elif stop < len(texts) and (texts[stop].lower() in other_heads() or texts[stop].lower() in MORE_THAN_A_BODY):
        return
    begin = _begin(texts, closing)
    while begin < closing and (_leads(doc, start + begin) or texts[begin].lower() in LINKS):
        begin += 1
    stop = _with_place(doc, start + begin, start + stop) - start
    if begin < closing and doc[start + begin : start + stop].text.lower() not in words("no_organisations"):
        first = _widen_left(doc, start + begin)
        yield (_list_begin(doc, first, start + stop), start + stop)


def _leads(doc: Doc, i: int) -> bool:
    """Whether the word only stands before a name; "New" of a place or body ("New Tarn University") is part of it."""
    token = doc[i]
    is_seen = token.ent_type_ in ("ORG", "GPE", "LOC") or (i > 0 and doc[i - 1].lower_ == "the")
    is_part = token.text == "New" and is_seen and not token.is_sent_start
    return token.lower_ in LEADING and not is_part


def _opens(texts: list[str], i: int) -> bool:
    """Whether a name goes on after this word: "Office of", "Trust for", "Committee on"."""
    after = texts[i + 1].lower()
    if texts[i + 2 : i + 3] and texts[i + 2][0].isdigit():
        return False  # "secretary of the Tarn Society for 31 years"
    if after == "against":
        return texts[i].lower() in AGAINST
    return after in ("of", "for") or (after == "on" and texts[i].lower() in ON_SUBJECTS and i > 0)


def _closes(texts: list[str], i: int) -> bool:
    """Whether a name may end in this word: a head with something before it; "court" after the word for its sort."""
    if texts[i] == "Administration" and i > 1 and texts[i - 1][0].isupper() and texts[i - 2][0].isupper():
        return True  # "Small Business Administration", not "Bell Administration"
    if texts[i - 1 : i + 1] == ["Chief", "Executive"]:
        return False  # a post
    if texts[i] == "Settlement" and i > 0 and texts[i - 1] == "Charitable":
        return True
    if texts[i] == "Co" and texts[i + 1 : i + 2] == ["-"]:
        return False  # "Tarn Economic Co-operation"
    return i > 0 and (is_head(texts[i]) or (texts[i] == "Court" and texts[i - 1].lower() in COURTS))


def _after_post(doc: Doc, start: int, end: int) -> int:
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


def _with_place(doc: Doc, start: int, end: int) -> int:
    """The end with the place, where the name is of general words only: "General Hospital, Tarn", "Medical College at Tarn"."""
    if any(t.lower_ not in GENERAL for t in doc[start:end]) or end + 1 >= len(doc):
        return end
    if doc[end].lower_ in (",", "at", "in") and doc[end + 1].ent_type_ in ("GPE", "LOC", "FAC"):
        end += 2
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return end


def _model_sees_body(doc: Doc, i: int) -> bool:
    """Whether the model sees a body's name there, or a person's that begins with no given name: "Tarn Power"."""
    if doc[i].text.isupper() and not doc.text.isupper():
        return False
    if doc[i].ent_type_ != "PERSON":
        return doc[i].ent_type_ == "ORG"
    first = i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    return first < i and not is_given_name(doc[first].text) and not is_honorific(doc[first].text)


def _end_of_label(doc: Doc, i: int) -> int:
    """Where the model's name around the token ends."""
    end = i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and (is_capital(doc[end]) or doc[end].text == "&"):
        end += 1
    return end


def _without_place(doc: Doc, head: int, end: int) -> int:
    """The end of "University of X in the United Kingdom" before the "in", unless the name needs it ("… in Europe")."""
    for i in range(head + 3, end):
        if doc[i].lower_ in ("in", "at") and i + 1 < end:
            after = doc[i + 1 + (doc[i + 1].lower_ == "the")]
            is_place = after.ent_type_ in ("GPE", "LOC", "FAC") or doc[i].lower_ == "at" or is_head(doc[i - 1].text)
            if is_place and doc[i + 1].text not in COUNTRY_AFTER_IN:
                return i
    return end


def _begin(texts: list[str], closing: int) -> int:
    """Where the name begins: after a leading role word or a link that cannot stand inside ("to the Harrow Trust")."""
    begin = 0
    for i in range(closing - 1, 0, -1):
        if (texts[i].lower() in ("in", "at", "to", "with", "on") and texts[i - 1] != "-") or (
            texts[i].lower() == "the" and texts[i - 1].lower() in LINKS
        ):
            return i + 1
        if texts[i].lower() == "for" and texts[i - 1].lower() not in OPENING:
            return i + 1
        if texts[i].lower() == "of" and texts[i - 1].lower() in words("other_heads"):
            return i + 1  # "Economic Commentary of Tarn University"
    while (
        begin < closing and is_honorific(texts[begin]) and texts[begin].lower() not in ("general", "major", "justice")
    ):
        begin += 1
    return begin


def _list_end(doc: Doc, head: int, end: int) -> int:
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


def _list_begin(doc: Doc, start: int, end: int) -> int:
    """The start of "the Culture, Media and Sport Committee", a name that lists what the body is for; else the start."""
    i = start
    if doc[end - 1].lower_ not in LISTING_BEFORE or not any(t.lower_ in ("and", "&") for t in doc[start:end]):
        return start
    while i > 1 and doc[i - 1].text == "," and is_capital(doc[i - 2]) and doc[i - 2].ent_type_ not in NO_FIELDS:
        i -= 2
    while start > i > 0 and doc[i - 1].text in CHAMBERS:
        i -= 1
    return i if i > 0 and doc[i - 1].lower_ in ("the", "a", "an", "its", "this") else start


def _widen_left(doc: Doc, start: int) -> int:
    """The start with what a possessive inside the name cut off: "King’s Fund", "Hospital Chairs’ Network"."""
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


def _is_saint(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].text.strip(".") in ("St", "Saint")
