"""Verbs that are titles ("who chairs the Harrow Trust"), and verbs that name whoever held a post before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.mention._role_clauses import SUCCEED, subject, tense
from kg.mention._role_page import Page
from kg.model import Mention, Span
from kg.parsed import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset(["chair", "lead", "run", "head", "co-chair", "captain", "manage", "edit"])
LENGTH_OF_CHAIR = 5  # "chair" out of "chairs", "chaired": the title as English has it


def verbal(page: Page) -> Iterator[Role]:
    """ "who chairs X", "Bell, who leads the Harrow group"."""
    for verb in page.doc:
        if (
            verb.pos_ != "VERB"
            or verb.lemma_ not in VERBS
            or verb.dep_ not in ("relcl", "ROOT", "conj", "acl", "advcl")
        ):
            continue
        body, person = _ends(page, verb)
        if body is None or person is None or verb.tag_ == "VBG":
            continue
        how = tense(verb)
        if how == "denied":
            continue
        title = page.phrase(verb.i, verb.i + 1)
        if verb.lemma_ == "chair":
            title = page.article.phrase(title.start, title.start + LENGTH_OF_CHAIR)
        start, end = min(title.start, body.start), max(title.end, body.end)
        yield Role(Span(start, end), title, body, None, person, how, "verb")


def _ends(page: Page, verb: Token) -> tuple[Mention | None, Mention | None]:
    """(body, person): "who chairs the trust", and the other way round "the trust, led by Ann Bell"."""
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    if verb.tag_ == "VBN" and agents:
        passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        token = passive if passive is not None else verb.head
        return page.organisation(token.i), page.person(agents[0].i)
    bodies = [page.body(c) for c in verb.children if c.dep_ == "dobj"]
    return next((b for b in bodies if b is not None), None), subject(page, verb)


def predecessor(page: Page, at: int, holder: Mention) -> tuple[Mention, str] | None:
    """Whom the holder replaces or succeeds in the sentence of token `at`, or took over from, and whether that is over."""
    for verb in page.doc[at].sent:
        if verb.lemma_ in SUCCEED:
            found = next((page.who(c) for c in verb.children if c.dep_ == "dobj" and page.person(c.i)), None)
        elif verb.lemma_ == "take" and any(c.lower_ == "over" for c in verb.children):
            found = next(
                (page.who(g) for c in verb.subtree if c.lower_ == "from" for g in c.children if page.person(g.i)), None
            )
        else:
            continue
        if found is not None and found != holder:
            return found, "current" if tense(verb) == "incoming" else "former"
    return None
