"""Founders by the verb: "Ann Bell founded the Harrow Trust", "Acme, co-founded in 1999 by Ann Bell and Clive Marsh"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._role_page import OWNERS, PRONOUNS, Page
from kg.model import Mention, Span
from kg.parsed import Role

VERBS = frozenset(["founded", "cofounded", "established"])
BEFORE = frozenset(
    ["who", "also", "first", "and", ",", "had", "has", "later", "then"]
)  # between the founder and the verb
ARTICLES = frozenset(["the", "charity", "company", "firm", "group", "magazine", "campaign"])
AFTER_BODY = frozenset(["was", "were", "is", "been", "has", ",", "which", "that", "first", "originally"])
DATES = ("DATE", "CARDINAL", "GPE")
REACH = 12


def founders(page: Page) -> Iterator[Role]:
    """One role for each founder whom a paragraph names, the verb as its title."""
    for i, token in enumerate(page.doc):
        if token.lower_ not in VERBS or token.pos_ not in ("VERB", "ADJ", "NOUN", "ADV"):
            continue
        is_joint = i > 1 and page.doc[i - 1].text == "-" and page.doc[i - 2].lower_ == "co"
        start = i - 2 if is_joint else i
        by = _by(page, i + 1)
        if by is None and token.lower_ == "established":
            continue  # "Bell established a lead"
        body = _body_before(page, start) if by is not None else _body_after(page, i + 1)
        people = _list(page, by) if by is not None else _founder_before(page, start)
        for person in people if body is not None else ():
            title = page.phrase(start, i + 1)
            parts = [title.start, title.end, body.start, body.end] if body is not None else []
            yield Role(Span(min(parts), max(parts)), title, body, None, person, "", "verb")


def _by(page: Page, i: int) -> int | None:
    """The token after the "by" of "founded in 1999 by", "founded by"."""
    for k in range(i, min(i + REACH, len(page.doc) - 1)):
        token = page.doc[k]
        if token.lower_ == "by":
            return k + 1
        is_date = token.ent_type_ in DATES or token.like_num or token.lower_ in ("in", "on", "at", ",", "the")
        if not is_date and page.organisation(k) is None:
            return None
    return None


def _list(page: Page, i: int) -> list[Mention]:
    """The people named from token `i` on; what stands before the first ("entrepreneur", "the then chairman") is passed over."""
    doc, found = page.doc, list[Mention]()
    while i < len(doc) and not found and doc[i].pos_ in ("NOUN", "ADJ", "DET", "NORP") and page.person(i) is None:
        i += 1
    while i < len(doc) and (person := page.person(i)) is not None and page.begin[person] == i:
        found.append(person)
        i = page.end[person]
        while i < len(doc) and doc[i].lower_ in (",", "and", "&"):
            i += 1
    return found


def _body_before(page: Page, i: int) -> Mention | None:
    """ "Acme was founded", "Acme, founded"."""
    k = i - 1
    while k > 0 and page.doc[k].lower_ in AFTER_BODY:
        k -= 1
    return page.organisation(k) if 0 <= k < i - 1 else None


def _body_after(page: Page, i: int) -> Mention | None:
    """ "founded the charity Harrow Aid", "founded Acme’s Tarn Laboratory"; not "founded Acme’s laboratory"."""
    while i < len(page.doc) and page.doc[i].lower_ in ARTICLES:
        i += 1
    body = page.organisation(i) if i < len(page.doc) else None
    if body is None or page.begin[body] != i:
        return None
    end = page.end[body]
    if end + 1 < len(page.doc) and page.doc[end].tag_ == "POS":
        part = page.organisation(end + 1)
        return part if part is not None and page.begin[part] == end + 1 else None
    return body


def _founder_before(page: Page, i: int) -> list[Mention]:
    """ "Ann Bell founded", "Ann Bell, who founded", "she founded"."""
    k = i - 1
    while k > 0 and page.doc[k].lower_ in BEFORE:
        k -= 1
    token = page.doc[k] if k >= 0 else None
    if token is None or k < i - 4:
        return []
    is_pronoun = token.lower_ in PRONOUNS and token.lower_ not in OWNERS
    person = page.who(token) if is_pronoun else page.person(k)
    return [] if person is None else [person]
