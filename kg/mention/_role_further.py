"""The other bodies of one post: "a director of Harrow Bank, Tarn Motors and Acme"."""

from __future__ import annotations

from kg.mention._role_page import Page
from kg.mention._role_parts import Title
from kg.mention.spans import POSSESSIVE
from kg.model import Mention


def further_bodies(page: Page, title: Title) -> list[Mention]:
    """The others of "of Harrow Bank, Tarn Motors and Acme"; "of Harrow Bank, Tarn" is no list."""
    doc, is_list = page.doc, False
    found: list[Mention] = []
    body, end = page.organisation(title.end - 1), title.end
    while body is not None and body == (found[-1] if found else title.organisation):
        at = end
        while at < len(doc) and doc[at].lower_ in (",", "and", "&", "the"):
            at += 1
        if at == end:
            break
        is_list = is_list or (bool(found) and bool({"and", "&"} & set(page.words(end, at))))
        body = page.organisation(at) if at < len(doc) else None
        if body is None or page.begin[body] != at or _starts_a_clause(page, page.end[body]):
            break
        is_list = is_list or bool({"and", "&"} & set(page.words(end, at)))
        found.append(body)
        end = page.end[body]
    return found if is_list else []


def _starts_a_clause(page: Page, i: int) -> bool:
    """Whether a body before token `i` is the subject of what follows, or owns it: "and Acme said", "and Acme’s"."""
    if i >= len(page.doc):
        return False
    after = page.doc[i]
    return after.pos_ in ("VERB", "AUX", "PART", "NOUN", "PROPN") or after.text in POSSESSIVE
