"""The body in "Acme is led by its chairman, Ann Bell", "Acme, run by managing director Ann Bell": the title names none itself."""

from __future__ import annotations

from kg.lexicon.roles import role_concept, role_family
from kg.mention._role_page import Page
from kg.mention._role_parts import Holding, Title
from kg.model import Form, Kind, Mention
from kg.tokens import Token

LEADING = frozenset(["lead", "head", "run", "chair", "manage", "found", "co-found", "own"])
DEPTH = 4


def led_body(page: Page, title: Title, holding: Holding) -> Mention | None:
    """The body that the holder of the title is said to lead, head, run or have founded."""
    begin = page.begin.get(holding.people[0])
    places = [title.start, *([] if begin is None else [page.end[holding.people[0]] - 1])]
    if role_family(page.doc[title.start : title.stop].text) == "job":
        return None  # "headed by entrepreneur Ann Bell"
    is_firm = role_concept(page.doc[title.start : title.stop].text) == "chief-executive"
    return next((body for i in places if (body := _led_by(page, page.doc[i], is_firm)) is not None), None)


def _led_by(page: Page, token: Token, is_firm: bool) -> Mention | None:
    """What is led by the people among whom the token stands."""
    for _ in range(DEPTH):
        above = token.head
        if token.dep_ == "pobj" and above.dep_ == "agent":
            verb = above.head
            return (
                passive_subject(page, verb, is_firm=is_firm) if verb.lemma_ in LEADING and verb.tag_ == "VBN" else None
            )
        if token.dep_ not in ("appos", "conj", "compound", "nmod") or above.i == token.i:
            return None
        token = above
    return None


def passive_subject(page: Page, verb: Token, *, is_firm: bool = False) -> Mention | None:
    """What the passive verb speaks of, over "and is led by" and "is a firm led by"."""
    for _ in range(DEPTH):
        subject = next((c for c in verb.lefts if c.dep_ in ("nsubjpass", "nsubj")), None)
        if subject is not None:
            return _named(page, subject, is_firm)
        if verb.dep_ == "acl" and page.organisation(verb.head.i) is not None:
            return page.organisation(verb.head.i)
        if verb.dep_ == "acl" and verb.head.dep_ in ("attr", "appos"):
            over = verb.head.head
            if verb.head.dep_ == "appos":
                return _named(page, over, is_firm)
            verb = over
        elif verb.dep_ == "conj":
            verb = verb.head
        else:
            return None
    return None


def _may_be_a_firm(taken: Mention) -> bool:
    return taken.kind is Kind.PLACE or (taken.kind is Kind.PERSON and taken.form is Form.SHORT)


def _named(page: Page, token: Token, is_firm: bool) -> Mention | None:
    """The body by its name or a pronoun; where a chief executive leads it, also a name of which nothing more is known."""
    body = page.body(token)
    if body is not None or not is_firm or token.pos_ != "PROPN":
        return body
    taken = page.at.get(token.i)
    if taken is not None and (not _may_be_a_firm(taken) or page.end[taken] != token.i + 1):
        return None
    start = page.begin[taken] if taken is not None else token.i
    while start > 0 and page.doc[start - 1].pos_ == "PROPN" and start - 1 not in page.at:
        start -= 1
    words = page.phrase(start, token.i + 1)
    return Mention(words.start, words.end, words.words, Kind.ORGANISATION, Form.NAME)
