"""Fields of a post after it: "of people, culture and inclusion", "of children’s services"."""

from __future__ import annotations

from kg.lexicon.roles import role_heads
from kg.mention._role_heads import NOUNS, head_size
from kg.mention._role_page import Page
from kg.mention.spans import POSSESSIVE
from kg.model import Kind
from kg.tokens import Doc


def common_words_end(page: Page, at: int) -> int:
    """The end of "finance, estates and digital" after "director of"; `at` if nothing such stands there."""
    end = at
    while end < len(page.doc) and end - at < 9 and _goes_on(page, at, end):
        end += 1
    while end > at and _dangles(page.doc, end):
        end -= 1
    return end


def _goes_on(page: Page, at: int, i: int) -> bool:
    doc, token = page.doc, page.doc[i]
    if page.of_kind(i, Kind.PERSON, Kind.ORGANISATION) or (page.of_kind(i, Kind.PLACE) and token.text[:1].isupper()):
        return False
    if token.pos_ in (*NOUNS, "ADJ") or token.tag_ == "VBG":
        return token.lower_ not in role_heads() or token.lower_ in ("staff", "state", "police", "student")
    if token.text == "-":
        return not doc[i - 1].whitespace_
    if token.text in POSSESSIVE:
        return i > at and doc[i - 1].pos_ == "NOUN" and doc[i - 1].text.islower() and doc[i + 1 : i + 2].text.islower()
    if token.lower_ in ("and", "&") and i > at and i + 1 < len(doc):
        is_title = any(head_size(doc, k) for k in range(i + 1, min(i + 4, len(doc))))
        return doc[i + 1].pos_ in (*NOUNS, "ADJ") and i + 1 not in page.at and not is_title
    return token.text == "," and i > at and _is_list(page, i)


def _dangles(doc: Doc, end: int) -> bool:
    last = doc[end - 1]
    return last.text in (",", "-") or last.lower_ in ("and", "&") or (last.pos_ == "ADJ" and last.head.i >= end)


def _is_list(page: Page, comma: int) -> bool:
    """Whether the comma lists nouns of the title: "finance, estates and digital", not "finance, Gareth Bell"."""
    doc = page.doc
    for i in range(comma + 1, min(comma + 5, len(doc))):
        if page.of_kind(i, Kind.PERSON, Kind.ORGANISATION):
            return False
        if doc[i].lower_ in ("and", "&"):
            return i + 1 < len(doc) and doc[i + 1].pos_ in (*NOUNS, "ADJ") and i + 1 not in page.at
        if doc[i].pos_ not in (*NOUNS, "ADJ") and doc[i].text not in (",", "-"):
            return False
    return False
