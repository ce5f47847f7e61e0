"""Organisations by name: head words ("Trust", "Department of"), general institutions, acronyms, and what the model sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import rows, words
from kg.mention.spans import LINKS, POSSESSIVE, is_capital, runs

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset(
    [
        "department",
        "ministry",
        "office",
        "college",
        "institute",
        "institution",
        "association",
        "university",
        "council",
        "board",
        "society",
        "federation",
        "bank",
        "court",
        "house",
        "church",
        "school",
        "chamber",
        "commission",
        "committee",
        "confederation",
        "union",
        "league",
        "network",
        "museum",
        "academy",
        "bureau",
        "agency",
        "authority",
        "centre",
        "friends",
        "campaign",
        "foundation",
        "service",
        "corporation",
        "group",
    ]
)  # heads that may be followed by "of …" or "for …"
LISTING = frozenset(
    ["department", "ministry", "committee", "office", "association", "institute", "college", "society"]
)  # "of Housing, Communities and …"
ACRONYM = re.compile(r"^[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}s?$")
BRACKETED = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z&]*[A-Z][A-Za-z&]*)\s*\)")
MODEL_LABELS = ("ORG",)
NOT_AFTER = frozenset(["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "new", "former"])
LEADING = frozenset(
    [
        "the",
        "a",
        "an",
        "from",
        "in",
        "at",
        "on",
        "for",
        "with",
        "and",
        "but",
        "as",
        "by",
        "of",
        "to",
        "or",
        "former",
        "new",
        "individual",
        "our",
        "this",
        "that",
        "every",
        "each",
        "any",
        "no",
    ]
)
SAINTLY = frozenset(
    [
        "king",
        "queen",
        "prince",
        "princess",
        "people",
        "women",
        "children",
        "men",
        "guy",
        "st",
        "saint",
        "workers",
        "carers",
        "teachers",
        "students",
    ]
)


@lru_cache(maxsize=1)
def heads() -> dict[str, tuple[str, str]]:
    """Head word → (sort, how it may stand)."""
    return {row[0]: (row[1], row[2]) for row in rows("organisation_heads")}


@lru_cache(maxsize=1)
def institutions() -> dict[str, str]:
    """Name of a general institution → sort."""
    return {row[0]: row[1] for row in rows("institutions")}


def organisation_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans that name organisations, longest first where they would overlap; sorted."""
    found = [*_by_head(doc), *_by_lower_head(doc), *_institutions(doc), *_acronyms(doc), *_by_model(doc)]
    return _without_overlap(found)


def _without_overlap(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that overlap an earlier one: rules come before the model."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(dict.fromkeys(spans), key=lambda span: span[0] - span[1]):
        if all(end <= s or e <= start for s, e in kept):
            kept.append((start, end))
    return sorted(kept)


def _strong(word: str) -> bool:
    return word.lower() in heads() and heads()[word.lower()][1] != "weak"


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
    if not left or not right:
        return True
    name = doc[first:at].text
    if name in institutions() or (ACRONYM.match(left[-1]) and len(left) == 1):
        return True
    opens = any(word.lower() in OPENING for word in left[:-1]) and any(
        t.text.lower() in ("of", "for") for t in doc[first:at]
    )
    if opens:
        return any(_strong(word) for word in right[:4]) and right[0][0].isupper() and len(right) > 1
    if _strong(left[-1]) and len(left) > 1:
        return True
    people = [ent for ent in doc[first:at].ents if ent.label_ == "PERSON"]
    if any(len(ent) >= 2 for ent in people):
        return True
    return len(left) > 1 and left[0] == right[0]


def _in_run(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    texts = [t.text for t in doc[start:end]]
    opening = next(
        (
            i
            for i, w in enumerate(texts[:-1])
            if w.lower() in OPENING and texts[i + 1].lower() in ("of", "for") and i + 2 < len(texts)
        ),
        None,
    )
    closing = max((i for i, w in enumerate(texts) if _strong(w) and i > 0), default=None)
    weak = max((i for i, w in enumerate(texts) if w.lower() in heads() and i > 0), default=None)
    if opening is not None and (closing is None or closing <= opening or _same_name(texts, opening, closing)):
        while texts[0].lower() in LEADING and opening > 0:
            texts, start, opening = texts[1:], start + 1, opening - 1
        yield (_widen_left(doc, start), _list_end(doc, start + opening, end))
        return
    if (
        closing is None
        and weak is not None
        and any(e.label_ in MODEL_LABELS and e.end > start + weak >= e.start for e in doc.ents)
    ):
        closing = weak
    if closing is None:
        return
    stop = closing + 1
    # "General Hospital at Manor Road": a place that belongs to the name only after "of"
    if stop + 1 < len(texts) and texts[stop].lower() == "of":
        stop = len(texts)
    begin = _begin(texts, closing)
    while begin < closing and texts[begin].lower() in LEADING:
        begin += 1
    if begin < closing:
        yield (_widen_left(doc, start + begin), start + stop)


def _same_name(texts: list[str], opening: int, closing: int) -> bool:
    """Whether the later head belongs to the same name ("Association of the Pharmaceutical Industry Group")."""
    return closing - opening <= 6


def _begin(texts: list[str], closing: int) -> int:
    """Where the name begins: after a leading role word or a link that cannot stand inside ("to the Harrow Trust")."""
    begin = 0
    for i in range(closing - 1, 0, -1):
        if texts[i].lower() in ("in", "at", "to", "with", "on") or (
            texts[i].lower() == "the" and texts[i - 1].lower() in LINKS
        ):
            return i + 1
        if texts[i].lower() == "for" and texts[i - 1].lower() not in OPENING:
            return i + 1
    while begin < closing and texts[begin].lower().strip(".") in words("honorifics"):
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
    return start


def _by_lower_head(doc: Doc) -> Iterator[tuple[int, int]]:
    """Capitalised words with a head in lower case: "Harrow planning committee", "Save Our Pool group"."""
    for i in range(1, len(doc)):
        word = doc[i].text
        if not (word.islower() and word in heads() and heads()[word][1] == "lower") or doc[i].pos_ not in (
            "NOUN",
            "PROPN",
        ):
            continue
        start = i
        while (
            start > 0
            and doc[start - 1].text.islower()
            and doc[start - 1].pos_ in ("NOUN", "ADJ")
            and i - start < 3
            and doc[start - 1].head.i >= start - 1
        ):
            start -= 1
        if start > 0 and doc[start - 1].text in POSSESSIVE:
            continue
        first = start
        while (
            first > 0
            and is_capital(doc[first - 1])
            and doc[first - 1].pos_ in ("PROPN", "ADJ", "NOUN", "VERB", "PRON", "DET")
        ):
            first -= 1
        names = [t for t in doc[first:start] if t.pos_ == "PROPN" or t.text in institutions()]
        if not names or (
            first == 0
            and len(names) == 1
            and start - first == 1
            and names[0].is_sent_start
            and names[0].text not in institutions()
        ):
            continue
        if any(t.ent_type_ in ("PERSON", "NORP", "DATE") for t in names) or names[-1].text.lower() in words(
            "no_organisations"
        ):
            continue
        if word in (
            "group",
            "party",
            "company",
            "bank",
            "union",
            "church",
            "school",
            "network",
            "club",
            "government",
        ) and doc[start - 1].ent_type_ in ("GPE", "LOC"):
            continue
        yield (first, i + 1)


def _institutions(doc: Doc) -> Iterator[tuple[int, int]]:
    longest = 6
    for start in range(len(doc)):
        if not is_capital(doc[start]):
            continue
        for end in range(min(len(doc), start + longest), start, -1):
            name = doc[start:end].text
            if name in institutions() and not (end - start == 1 and name.islower()):
                if not (
                    name
                    in (
                        "Labour",
                        "Unite",
                        "Shelter",
                        "Monitor",
                        "Prospect",
                        "Reform",
                        "Conservative",
                        "Congress",
                        "Greens",
                    )
                    and _is_common(doc, start)
                ):
                    yield (start, end)
                break


def _is_common(doc: Doc, i: int) -> bool:
    """Whether a one-word name is more likely the common word: it opens a sentence and is parsed as no name."""
    return (doc[i].is_sent_start is True and doc[i].pos_ not in ("PROPN", "ADJ")) or doc[i].pos_ == "VERB"


def _acronyms(doc: Doc) -> Iterator[tuple[int, int]]:
    """Acronyms that the text introduces in brackets after a name, and those that the model takes for organisations."""
    for token in doc:
        text = token.text
        if not ACRONYM.match(text) or text.lower() in words("no_organisations") or doc.text.isupper() or len(text) > 6:
            continue
        lone = token.i == 0 or doc[token.i - 1].ent_type_ != "ORG" or doc[token.i - 1].text == "("
        if (token.ent_type_ == "ORG" and lone) or (len(text) > 2 and text.isupper() and _acts(doc, token.i)):
            yield (token.i, token.i + 1)


def _acts(doc: Doc, i: int) -> bool:
    """Whether an acronym stands as a body does: as a subject, as an owner of a post, after "the" without a noun to follow."""
    token = doc[i]
    if token.ent_type_ in (
        "PERSON",
        "MONEY",
        "DATE",
        "CARDINAL",
        "GPE",
        "LAW",
        "PRODUCT",
        "EVENT",
    ) or token.pos_ not in ("PROPN", "NOUN"):
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if token.dep_ == "nsubj" and token.head.lemma_ in words("reporting_verbs"):
        return True
    if (
        after is not None
        and any(t.lower_ in words("role_heads") for t in doc[i + 1 : i + 5] if t.text.islower())
        and after.pos_ in ("NOUN", "ADJ")
    ):
        return True
    owned = after is not None and after.text in POSSESSIVE
    return i > 0 and doc[i - 1].lower_ == "the" and (after is None or owned or after.is_punct)


def _by_model(doc: Doc) -> Iterator[tuple[int, int]]:
    """What the model takes for an organisation, cleaned, if it can be one."""
    for ent in doc.ents:
        if ent.label_ not in MODEL_LABELS:
            continue
        start, end = ent.start, ent.end
        while start < end and (doc[start].text.lower() in NOT_AFTER or not is_capital(doc[start])):
            start += 1
        while end > start and (
            doc[end - 1].text in POSSESSIVE or not (is_capital(doc[end - 1]) or doc[end - 1].text.lower() in heads())
        ):
            end -= 1
        if start >= end or not _can_be(doc, start, end):
            continue
        yield (start, end)


def _can_be(doc: Doc, start: int, end: int) -> bool:
    span = doc[start:end]
    texts = [t.text for t in span]
    lower = span.text.lower()
    if lower in words("no_organisations") or any(mark in span.text for mark in '|£$€"“”'):
        return False
    if texts[0].lower().strip(".") in words("honorifics") or texts[-1].lower() in words("initiative_heads") | words(
        "place_heads"
    ):
        return False
    if len(texts) > 1 and all(t.isupper() and len(t) > 2 for t in texts) and not any(_strong(t) for t in texts):
        return False
    if any(t.lower_ in words("role_heads") for t in span[:-1]):
        return False
    if len(texts) == 1:
        token = doc[start]
        if token.pos_ != "PROPN" or (token.text.isupper() and len(token.text) > 5):
            return False
        before = doc[start - 1].lower_ if start else ""
        if before in ("in", "at", "near", "from", "to", "through", "across", "around") and not ACRONYM.match(
            token.text
        ):
            return False
        if before in ("and", ",") and start > 1 and doc[start - 2].ent_type_ in ("GPE", "LOC"):
            return False
        return not (start + 1 < len(doc) and doc[start + 1].text[:1].isupper() and doc[start].whitespace_ != "")
    return any(t.pos_ == "PROPN" for t in span) and not all(
        t.text.lower() in words("no_organisations") | LINKS for t in span
    )
