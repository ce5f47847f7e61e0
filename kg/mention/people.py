"""People by name: what the model sees, cleaned; names after an honorific; names after a role word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import words
from kg.mention.organisations import heads
from kg.mention.spans import POSSESSIVE, is_capital

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = re.compile(r"^(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ’'.-]?\w*|[A-Z]\.?|d[aeu]|van|von|de|bin|al-\w+)$")
PARTICLES = frozenset(["de", "da", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "di"])
OTHER_THINGS = frozenset(
    [
        "centre",
        "hospital",
        "school",
        "award",
        "prize",
        "cup",
        "plan",
        "review",
        "report",
        "act",
        "bill",
        "project",
        "programme",
        "scheme",
        "centres",
    ]
)
PLACE_BEFORE = frozenset(["in", "at", "near", "from", "to", "through", "across", "around", "outside"])


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return words("honorifics")


@lru_cache(maxsize=1)
def _other_heads() -> frozenset[str]:
    return words("place_heads") | OTHER_THINGS


def is_honorific(text: str) -> bool:
    """Whether the word is a title before a name ("Sir", "Cllr", "Dr.")."""
    return text.lower().strip(".") in _titles()


def person_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans that name people, honorific and post-nominals included; sorted, never overlapping."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(
        [*_with_honorific(doc), *_by_model(doc), *_by_first_name(doc)], key=lambda span: (span[0], -span[1])
    ):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _with_honorific(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Sir Colin Bell", "Ms T. Bell", "Lord Bell of Tarn", "Lord (Piers) Bell"."""
    i = 0
    while i < len(doc):
        token = doc[i]
        if not (is_honorific(token.text) and is_capital(token)) or (
            i and is_honorific(doc[i - 1].text) and is_capital(doc[i - 1])
        ):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and (is_honorific(doc[end].text) or doc[end].text == "."):
            end += 1
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
            end += 3
        first = end
        while end < len(doc) and end - first < 6 and (_is_name_token(doc, end) or _is_hyphen(doc, end)):
            end += 1
        if (
            (
                end > first
                and token.text.lower() in ("lord", "lady", "baroness", "viscount", "earl")
                and end + 1 < len(doc)
            )
            and doc[end].text == "of"
            and is_capital(doc[end + 1])
        ):
            end += 2
        if end > first and doc[end - 1].text.lower() not in heads():
            yield (i, _with_postnominals(doc, end))
            i = end
        else:
            i += 1


def _is_hyphen(doc: Doc, i: int) -> bool:
    """Whether the token is the hyphen of a double name."""
    return (
        doc[i].text == "-"
        and 0 < i < len(doc) - 1
        and not doc[i].whitespace_
        and not doc[i - 1].whitespace_
        and is_capital(doc[i + 1])
    )


def _is_name_token(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if text in POSSESSIVE or (text.lower() in _other_heads() and doc[i].ent_type_ != "PERSON"):
        return False
    if text.lower() in words("postnominals") and text.isupper():
        return False
    return (is_capital(doc[i]) and bool(NAME.match(text)) and not text.isdigit()) or (
        text in PARTICLES and i + 1 < len(doc) and is_capital(doc[i + 1])
    )


def _with_postnominals(doc: Doc, end: int) -> int:
    while end < len(doc) and doc[end].text in (
        "MP",
        "MSP",
        "MS",
        "AM",
        "TD",
        "MEP",
        "OBE",
        "MBE",
        "CBE",
        "QC",
        "KC",
        "PC",
    ):
        end += 1
    return end


def _by_model(doc: Doc) -> Iterator[tuple[int, int]]:
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = ent.start, ent.end
        for cut in range(start, end):
            if doc[cut].text in ("\n", "|", ",", "/", ":", ";", "–", "-") and doc[cut].whitespace_ + (
                doc[cut - 1].whitespace_ if cut else " "
            ):
                end = cut
                break
        while start < end and (not is_capital(doc[start]) or _is_role_word(doc[start].text)):
            start += 1
        while end > start and (doc[end - 1].text in POSSESSIVE or not is_capital(doc[end - 1])):
            end -= 1
        named = next((k for k in range(start + 1, end - 1) if doc[k].text in words("first_names")), None)
        if (
            named is not None
            and doc[start].text not in words("first_names")
            and end - start > 2
            and "." not in doc[start].text
            and doc[start].pos_ != "PROPN"
        ):
            start = named
        if start >= end or not _can_be(doc, start, end):
            continue
        while start > 0 and is_honorific(doc[start - 1].text) and is_capital(doc[start - 1]):
            start -= 1
        yield (start, _with_postnominals(doc, end))


def _by_first_name(doc: Doc) -> Iterator[tuple[int, int]]:
    """A usual first name and a capitalised word that begins no other name: "Anna Bell" where the model missed her."""
    for i in range(len(doc) - 1):
        if doc[i].text not in words("first_names") or doc[i].ent_type_ == "PERSON" or doc[i + 1].ent_type_ == "PERSON":
            continue
        end = i + 1
        while (
            end < len(doc)
            and end - i < 5
            and (_is_name_token(doc, end) or _is_hyphen(doc, end))
            and doc[end - 1].text not in POSSESSIVE
        ):
            end += 1
        if (
            end - i > 1
            and (i == 0 or not is_capital(doc[i - 1]) or _is_role_word(doc[i - 1].text))
            and _can_be(doc, i, end)
            and doc[end - 1].pos_ == "PROPN"
        ):
            yield (i, end)


def _is_role_word(text: str) -> bool:
    return text.lower() in words("role_heads") and not is_honorific(text)


def _can_be(doc: Doc, start: int, end: int) -> bool:
    texts = [t.text for t in doc[start:end]]
    if (
        any(t.lower() in heads() and heads()[t.lower()][1] != "weak" for t in texts)
        or texts[-1].lower() in _other_heads()
    ):
        return False
    if any(not NAME.match(t) and t not in PARTICLES and t != "-" for t in texts) or len(texts) > 6:
        return False
    if end < len(doc) and doc[end].text.lower() in _other_heads() and is_capital(doc[end]):
        return False
    if len(texts) > 1:
        return not (all(t.isupper() and len(t) > 2 for t in texts) and not doc.text.isupper() and len(texts) > 3)
    token = doc[start]
    if token.pos_ not in ("PROPN", "NOUN") or token.text.lower() in words("no_organisations"):
        return False
    if start and doc[start - 1].text.lower() in PLACE_BEFORE and doc[start - 1].pos_ == "ADP":
        return False
    return not (end < len(doc) and doc[end].text in ("-", "ward", "station", "council", "hospital"))
