"""Organisations by the head word of their name: "Harrow Trust", "Department for Transport", "Harrow planning committee"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._headed_ends import (
    CHAMBERS,
    after_post,
    end_of_label,
    is_saint,
    list_begin,
    list_end,
    widen_left,
    with_place,
    without_place,
)
from kg.mention._lists import (
    FIRMS,
    head_key,
    heads,
    institutions,
    is_given_name,
    is_head,
    is_honorific,
    other_heads,
)
from kg.mention._lower_headed import SAINTLY, by_lower_head
from kg.mention.spans import LINKS, POSSESSIVE, is_capital, is_when, runs
from kg.tokens import Doc

OPENING = frozenset(
    "department ministry office college institute institution association university council board society federation bank "
    "court house church school chamber commission committee confederation union league network museum academy bureau agency "
    "authority centre center friends campaign foundation service corporation group organisation organization company "
    "transport trust fund alliance coalition hospital inspectorate party guild forum secretariat directorate".split()
)  # heads that may be followed by "of …" or "for …"
COURTS = frozenset(["crown", "county", "district", "magistrates", "sheriff", "circuit", "high", "supreme", "coroner"])
ON_SUBJECTS = frozenset(["committee", "commission", "council", "inquiry", "taskforce", "panel", "group"])
AGAINST = frozenset(
    "campaign alliance movement network league coalition union".split()
)  # "Campaign Against Tarn Quarry"
LEADING = frozenset(
    "the a an from in at on for with and but as by of to or former new individual our this that every each any no if after "
    "when while since although because".split()
)
MORE_THAN_A_BODY = frozenset(
    "library garage fellow fellows member members day cup prize award news plane flight crash gala shield bill".split()
)  # "Harrow Council Tax", "Tarn University Library": what follows makes it something else
FARTHEST = 6  # words from a head that opens a name to one that closes a name
COUNTRY_AFTER = frozenset(["UK", "GB", "USA", "International", "Cymru", "Scotland", "Wales", "England", "Ireland"])


def headed_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans of names that a head word makes, in either case."""
    yield from _by_head(doc)
    yield from by_lower_head(doc)


def _by_head(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that end in a head word or begin with one that takes "of"."""
    for start, end in runs(doc):
        for first, last in _split_lists(doc, start, end):
            if (found := _in_run(doc, first, last)) is not None:
                yield found


def _split_lists(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at every "and" that joins two names rather than two words of one."""
    first = start
    for i in range(start + 1, end - 1):
        if doc[i].text.lower() == "and" and _joins_names(doc, first, i, end):
            yield (first, i)
            first = i + 1
    yield (first, end)


def _joins_names(doc: Doc, first: int, at: int, end: int) -> bool:
    """Whether the "and" at a token joins two names; not in "Fire and Rescue", "Office for Tides and Coasts"."""
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


def _in_run(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The name in a run of capitalised words, by the head word that opens or closes it; None where none does."""
    start = after_post(doc, start, end)
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
    if opening is not None and (closing is None or closing - opening <= FARTHEST):
        return _opened_by(doc, start, start + opening, end)
    if closing is not None:
        return _closed_by(doc, start, start + closing, end)
    weak = max((i for i, w in enumerate(texts) if head_key(w) in heads() and i > 0), default=None)
    if weak is not None and _model_sees_body(doc, start + weak):
        first = widen_left(doc, start + _begin(texts, weak))
        return list_begin(doc, first, start + weak + 1), max(start + weak + 1, end_of_label(doc, start + weak))
    return _owned(doc, start) if start < end else None


def _opened_by(doc: Doc, start: int, head: int, end: int) -> tuple[int, int]:
    """The name that goes on behind its head word: "the Office of Tarn", "the Federation of Tarn Farmers’ Clubs"."""
    form = doc[end] if end < len(doc) and doc[end].text.islower() else doc[end - 1]
    if doc[head].lower_ == "board" and head_key(form.text) in FIRMS:
        return head + 2, end  # "the Board of Tarn Foods plc"
    while start < head and _leads(doc, start):
        start += 1
    first = start + _begin([t.text for t in doc[start:end]], head - start)
    end = list_end(doc, head, without_place(doc, head, end))
    is_owner = end < len(doc) and (doc[end].text in ("’", "'") or doc[end - 1].lower_ in SAINTLY)
    owns = is_owner and end + 1 < len(doc) and doc[end].text in POSSESSIVE and is_capital(doc[end + 1])
    is_head_after = owns and doc[end + 1].lower_.removesuffix("s") in heads()
    return widen_left(doc, first), end + 2 * is_head_after


def _closed_by(doc: Doc, start: int, head: int, end: int) -> tuple[int, int] | None:
    """The name that ends in its head word, with the country or the place behind it; None where the words are no name."""
    stop = head + 1
    if stop < end and (doc[stop].text in COUNTRY_AFTER or (doc[head].text, doc[stop].text) == ("Trust", "Fund")):
        stop += 1
    # "General Hospital at Manor Road": a place that belongs to the name only after "of"
    if stop + 1 < end and doc[stop].lower_ == "of":
        stop = without_place(doc, head, end)
    elif stop < end and (doc[stop].lower_ in other_heads() or doc[stop].lower_ in MORE_THAN_A_BODY):
        return None
    begin = start + _begin([t.text for t in doc[start:end]], head - start)
    while begin < head and (_leads(doc, begin) or doc[begin].lower_ in LINKS):
        begin += 1
    stop = with_place(doc, begin, stop)
    if begin >= head or doc[begin:stop].text.lower() in words("no_organisations"):
        return None
    return list_begin(doc, widen_left(doc, begin), stop), stop


def _owned(doc: Doc, head: int) -> tuple[int, int] | None:
    """ "Farmers’ Union", "St Oda’s Hospital": a head word alone behind who owns it; None where nobody does."""
    if head < 2 or not is_head(doc[head].text) or not is_capital(doc[head - 2]):
        return None
    first = widen_left(doc, head)
    is_owned = doc[head - 1].text in ("’", "'") or (first < head and is_saint(doc, head - 2))
    return (first, head + 1) if is_owned else None


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
        return True  # "Tarn Harbour Administration", not "Bell Administration"
    if texts[i - 1 : i + 1] == ["Chief", "Executive"]:
        return False  # a post
    if texts[i] == "Settlement" and i > 0 and texts[i - 1] == "Charitable":
        return True
    if texts[i] == "Co" and texts[i + 1 : i + 2] == ["-"]:
        return False  # "Tarn Economic Co-operation"
    return i > 0 and (is_head(texts[i]) or (texts[i] == "Court" and texts[i - 1].lower() in COURTS))


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
