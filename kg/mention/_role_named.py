"""Names beside a title: where they begin, over what a description says before them."""

from __future__ import annotations

from kg.mention._role_page import Page
from kg.mention._role_parts import COMPLEMENTS
from kg.model import Mention
from kg.tokens import Token

LONGEST_DESCRIPTION = 7  # tokens between a title and the name: "its chair, former Harrow Bank executive Ann Bell,"


def named_from(page: Page, i: int) -> tuple[Mention, ...]:
    """The people named from token `i` on: "Ann Bell", "Ann Bell and Clive Marsh"."""
    found: list[Mention] = []
    if i + 1 < len(page.doc) and page.doc[i].lower_ == "the" and page.person(i) is None:
        i += 1  # "the Rev. Ann Bell"
    while i < len(page.doc) and len(found) < 15:
        person = page.person(i)
        if person is None or page.begin[person] != i:
            break
        found.append(person)
        i = page.end[person]
        i = after_bracket(page, i) if i < len(page.doc) else i  # "Ann Bell (Lab) and Clive Marsh (Con)"
        while i < len(page.doc) and page.doc[i].lower_ in (",", "and", "&"):
            i += 1
    return tuple(found)


def after_bracket(page: Page, i: int) -> int:
    """Past "(Health)" in "Chief Secretary (Health) Ann Bell"."""
    if page.doc[i].text != "(":
        return i
    closing = next((t.i for t in page.doc[i : i + 6] if t.text == ")"), i - 1)
    return closing + 1


def after_more(page: Page, i: int) -> int:
    """Past what else a description says before the name: "police commissioner (crime),", "cleaner at the embassy,"."""
    doc = page.doc
    end = after_bracket(page, i) if i < len(doc) else i
    if end >= len(doc) or doc[end].lower_ not in COMPLEMENTS:
        return end
    for k in range(end + 1, min(end + LONGEST_DESCRIPTION, len(doc))):
        if doc[k].text == "," and doc[k - 1].pos_ in ("NOUN", "PROPN"):
            return k
        if page.person(k) is not None or not (
            describes(doc[k], is_first=False) or doc[k].pos_ in ("DET", "NUM", "PART")
        ):
            break
    return end


def described_from(page: Page, i: int) -> tuple[Mention, ...]:
    """The person of "Senator Ann Bell," or "the former Harrow executive Ann Bell,": a description before the name, a stop after it."""
    doc, k = page.doc, i
    while (
        k < len(doc) and k - i < LONGEST_DESCRIPTION and page.person(k) is None and describes(doc[k], is_first=k == i)
    ):
        k += 1
    person = page.person(k) if k < len(doc) else None
    if person is None or k == i or page.begin[person] != k or page.end[person] >= len(doc):
        return ()
    after = page.end[person]
    is_listed = doc[after].text == "," and after + 1 < len(doc) and doc[after + 1].lower_ in ("and", "or")
    return (person,) if doc[after].text in (",", ".") and not is_listed else ()


def describes(token: Token, *, is_first: bool) -> bool:
    """Whether the token may stand in a description before a name; an article only where it begins."""
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ")
        or token.tag_ in ("VBN", "VBD")  # "reformed armed robber", which the model takes for a verb
        or token.text == "-"
        or (is_first and token.lower_ in ("the", "a", "an"))
    )
