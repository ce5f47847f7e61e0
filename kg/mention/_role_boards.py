"""Seats on a board: "has joined the board of Acme", "was appointed to its board", "sits on the Harrow Trust’s board"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._role_clauses import APPOINT, FUTURE, LEAVE, objects_of, subject, tense
from kg.mention._role_page import Page
from kg.model import Kind, Mention, Span
from kg.parsed import Role
from kg.tokens import Token

SIT = frozenset(["sit", "serve"])
OWNERS = ("its", "their")


def board_seats(page: Page) -> Iterator[Role]:
    """One role for each person whom a verb puts on the board of a body, "board" as the title."""
    for board in page.doc:
        if board.lower_ != "board" or board.pos_ not in ("NOUN", "PROPN") or board.dep_ not in ("dobj", "pobj"):
            continue
        link = board.head if board.dep_ == "pobj" else None
        verb = board.head if link is None else link.head
        body = _whose(page, board) or _appointing(page, board, verb)
        person, how = _who(page, verb, link)
        if body is None or person is None or how == "denied":
            continue
        title = page.phrase(board.i, board.i + 1)
        around = Span(min(title.start, body.start), max(title.end, body.end))
        yield Role(around, title, body, None, person, how, "verb")


def _who(page: Page, verb: Token, link: Token | None) -> tuple[Mention | None, str]:
    """Whom the verb puts there, and how the seat is held."""
    how, by = tense(verb), link.lower_ if link is not None else ""
    is_coming = how in ("incoming", "current", "former")
    if verb.lemma_ in ("join", "rejoin") and link is None:
        return subject(page, verb), "incoming" if is_coming else how
    if verb.lemma_ in SIT and by == "on":
        return subject(page, verb), how
    if verb.lemma_ in APPOINT and by in ("to", "on"):
        named = objects_of(page, verb)
        return (named[0] if named else subject(page, verb)), "incoming" if is_coming else how
    if verb.lemma_ in LEAVE and (link is None or by in ("from", "off")):
        is_ahead = any(c.lower_ in FUTURE for c in verb.children) or verb.tag_ in ("VBP", "VBZ", "VBG")
        return subject(page, verb), "current" if is_ahead else "denied" if how == "denied" else "former"
    return None, how


def _whose(page: Page, board: Token) -> Mention | None:
    """The body in "the board of Acme", "Acme’s board", "the Acme board", "its board"."""
    for child in board.children:
        if child.lower_ == "of":
            found = next((body for c in child.children if (body := page.organisation(c.i)) is not None), None)
            if found is not None:
                return found
        if child.dep_ in ("poss", "compound", "nmod"):
            if child.lower_ in OWNERS:
                return page.pronoun(child, Kind.ORGANISATION)
            if page.organisation(child.i) is not None:
                return page.organisation(child.i)
    return None


def _appointing(page: Page, board: Token, verb: Token) -> Mention | None:
    """The body in "Acme has appointed Ann Bell to the board"."""
    is_its_own = any(c.lower_ == "the" for c in board.children) and verb.lemma_ in APPOINT
    subject_ = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return page.organisation(subject_.i) if is_its_own and subject_ is not None else None
