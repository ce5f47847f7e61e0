"""Bodies that the language model takes for a place or a person, as the post before "of" tells: "CEO of Kelvane"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon.roles import role_concept
from kg.mention._lists import countries, is_first_name
from kg.mention._role_page import Page
from kg.mention._role_parts import FIRMS_ONLY, PARTS_OF_BODIES, Title, is_party
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention
from kg.parsed import ParsedArticle

OF_FIRMS = frozenset(
    "chief-executive chief-finance-officer chief-operating-officer chief-technology-officer founder co-founder".split()
)


def first_body(title: Title, body: Mention) -> Mention:
    """The body after a title beats a party or pronoun before it, and a part ("of the board") without a name."""
    own = title.organisation
    is_part = own is not None and own.form is Form.DESCRIPTION and own.words.lower().split()[-1] in PARTS_OF_BODIES
    return body if own is None or is_part or own.form is Form.PRONOUN or is_party(own) else own


def of_a_firm(page: Page, title: Title, at: int) -> Title | None:
    """ "CEO of Kelvane" where the language model takes Kelvane for a place or a person."""
    doc = page.doc
    words_ = doc[title.start : title.stop].text.lower().replace(" ", "-")
    taken = page.of_kind(at, Kind.PLACE, Kind.PERSON)
    if words_ not in FIRMS_ONLY or doc[title.end].lower_ != "of" or taken is None or page.begin[taken] != at:
        return None
    end = page.end[taken]
    is_owner = end < len(doc) and doc[end].text in POSSESSIVE
    is_name = taken.kind is Kind.PLACE or taken.form is not Form.NAME
    if is_owner or not is_name or taken.words in countries() or is_first_name(taken.words):
        return None
    while end < len(doc) and doc[end].pos_ == "PROPN" and is_capital(doc[end]) and end not in page.at:
        end += 1  # "CEO of [Kelvane] Foods"
    name = page.phrase(page.begin[taken], end)
    body = Mention(name.start, name.end, name.words, Kind.ORGANISATION, Form.NAME)
    return replace(title, end=end, organisation=first_body(title, body))


def is_a_firm(page: Page, title: Title, spot: Mention) -> bool:
    """Whether the name taken for a place is a body, as the post tells: "chief executive of Tarnandina", "leader of Frente Tarn"."""
    words = page.doc[title.start : title.stop].text.lower()
    concept = role_concept(words) or ""
    if spot.words in countries() or is_somewhere(page.article, spot):
        return False
    is_long = " " in spot.words and concept in ("leader", "co-leader")
    return is_long or concept in OF_FIRMS or words.startswith(("executive ", "managing "))


def is_somewhere(article: ParsedArticle, spot: Mention) -> bool:
    """Whether the article tells what happens in or near it."""
    text = article.document.text
    return re.search(rf"\b(?:in|from|near|at|outside|across) {re.escape(spot.words)}\b", text) is not None
