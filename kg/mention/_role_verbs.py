"""Verbs that are titles ("who chairs the Harrow Trust"), and verbs that name whoever held a post before."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._role_clauses import SUCCEED, subject, tense
from kg.mention._role_leading import passive_subject
from kg.mention._role_page import Page
from kg.mention._role_unknown import is_unknown_name
from kg.mention.organisations import heads
from kg.model import Form, Kind, Mention, Phrase, Span
from kg.parsed import Role
from kg.tokens import Token

VERBS = frozenset(["chair", "lead", "run", "head", "co-chair", "captain", "manage", "edit", "coach", "oversee", "own"])
PLACES_OF_WORK = frozenset(
    "surgery practice pub shop cafe café restaurant salon farm hotel nursery garage clinic centre gallery studio bakery brewery "
    "business company firm school charity club council authority department unit agency team group".split()
)
ENDS = frozenset(["resignation", "departure", "retirement", "dismissal", "sacking", "death", "exit"])
LENGTH_OF_CHAIR = 5  # "chair" out of "chairs", "chaired": the title as English has it


def verbal(page: Page) -> Iterator[Role]:
    """ "who chairs X", "Bell, who leads the Harrow group"."""
    for verb in page.doc:
        if (
            verb.pos_ != "VERB"
            or verb.lemma_ not in VERBS
            or (verb.dep_ not in ("relcl", "ROOT", "conj", "acl", "advcl") and verb.head.lemma_ != "use")
        ):
            continue
        body, person = _ends(page, verb)
        unnamed = _without_name(page, verb) if body is None else None
        if (body is None and unnamed is None) or person is None or (verb.tag_ == "VBG" and not _goes_on(page, verb)):
            continue
        how = tense(verb)
        if how == "denied":
            continue
        title = page.phrase(verb.i, verb.i + 1)
        if verb.lemma_ == "chair":
            title = page.article.phrase(title.start, title.start + LENGTH_OF_CHAIR)
        around = [title, *(part for part in (body, unnamed) if part is not None)]
        start, end = min(part.start for part in around), max(part.end for part in around)
        yield Role(Span(start, end), title, body, None, person, how, "verb")
    yield from _teaching(page)


def _goes_on(page: Page, verb: Token) -> bool:
    """Whether somebody does it all the while: "who is leading the council", "as well as leading the council"."""
    is_now = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return is_now or page.words(verb.i - 3, verb.i) == ["as", "well", "as"]


def _without_name(page: Page, verb: Token) -> Phrase | None:
    """What is led in "who runs the surgery across the river", "who chairs her buying centre": a body without a name."""
    if verb.dep_ not in ("relcl", "conj"):
        return None
    led = next((c for c in verb.children if c.dep_ == "dobj"), None)
    is_body = led is not None and led.text.islower() and led.lower_.removesuffix("s") in {*heads(), *PLACES_OF_WORK}
    return page.phrase(led.left_edge.i, led.i + 1) if led is not None and is_body else None


def _teaching(page: Page) -> Iterator[Role]:
    """ "who teaches politics at Harrow University": the verb with its subject is the title."""
    for verb in page.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in ("teach", "lecture") or verb.dep_ not in ("relcl", "ROOT", "conj"):
            continue
        at = (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "at" and t.i > verb.i)
        body = next((b for t in at for c in t.children if (b := page.organisation(c.i)) is not None), None)
        person, how = subject(page, verb), tense(verb)
        if body is not None and person is not None and how != "denied":
            taught = next((c.i for c in verb.children if c.dep_ == "dobj"), verb.i)
            title = page.phrase(verb.i, taught + 1)
            yield Role(Span(title.start, max(title.end, body.end)), title, body, None, person, how, "verb")


def _ends(page: Page, verb: Token) -> tuple[Mention | None, Mention | None]:
    """(body, person): "who chairs the trust", and the other way round "the trust, led by Ann Bell"."""
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    if verb.tag_ == "VBN" and agents:
        passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        led = passive if passive is not None else verb.head
        body = page.organisation(led.i) or (None if passive else passive_subject(page, verb)) or _its(page, led)
        return body, next((p for t in agents[0].subtree if (p := page.person(t.i)) is not None), None)
    bodies = [page.body(c) or _unknown(page, c) or _part_of(page, c) for c in verb.children if c.dep_ == "dobj"]
    body = next((b for b in bodies if b is not None), None)
    return body or _for_whom(page, verb), subject(page, verb)


def _its(page: Page, led: Token) -> Mention | None:
    """The body whose part is led, in "Its panel, chaired by Ann Bell"."""
    owner = next((c for c in led.children if c.dep_ == "poss" and c.lower_ in ("its", "their")), None)
    return page.pronoun(owner, Kind.ORGANISATION) if owner is not None and led.lower_ in heads() else None


def _part_of(page: Page, led: Token) -> Mention | None:
    """The body in "who leads the Harrow Trust’s research", "who heads the Harrow Council planning team"."""
    before = (t for t in led.lefts if t.dep_ in ("poss", "compound", "nmod"))
    return next((body for t in before if (body := page.organisation(t.i)) is not None), None)


def _unknown(page: Page, token: Token) -> Mention | None:
    """A name of several words of which nothing is known, in "who manages Tarn Debt Line"."""
    start = token.i
    while start > 0 and is_unknown_name(page, start - 1):
        start -= 1
    if token.head.dep_ != "relcl" or start == token.i or not is_unknown_name(page, token.i):
        return None
    words = page.phrase(start, token.i + 1)
    return Mention(words.start, words.end, words.words, Kind.ORGANISATION, Form.NAME)


def _for_whom(page: Page, verb: Token) -> Mention | None:
    """The body in "who leads on housing for the Harrow Trust", "heads up patient safety at the Harrow Trust"."""
    if verb.dep_ != "relcl" and not (verb.dep_ == "ROOT" and verb.lemma_ in ("head", "lead", "oversee")):
        return None
    after = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "prep")
    links = (t for t in after if t.lower_ == "at" or (t.lower_ == "for" and verb.dep_ == "relcl"))
    return next((b for t in links for c in t.children if (b := page.organisation(c.i)) is not None), None)


def predecessor(page: Page, at: int, holder: Mention, *, by_holder: bool = False) -> tuple[Mention, str] | None:
    """Whom the holder replaces or succeeds in the sentence of token `at`, or took over from, and whether that is over.

    Args:
        page: the paragraph.
        at: a token of the post.
        holder: who holds it now.
        by_holder: whether only a verb counts of which the holder is the subject, and that names no post itself.
    """
    for verb in page.doc[at].sent:
        if by_holder and (subject(page, verb) != holder or any(c.lower_ == "as" for c in verb.children)):
            continue
        if verb.lemma_ in ENDS and not by_holder:
            found = _whose_end(page, verb)
        elif verb.lemma_ in SUCCEED:
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


def _whose_end(page: Page, noun: Token) -> Mention | None:
    """Whose end it was in "after the resignation of Clive Marsh"; "his resignation as mayor" is of another post."""
    if noun.pos_ != "NOUN" or any(c.lower_ == "as" for c in noun.children):
        return None
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following", "upon", "on"):
        return None
    of = [c for child in noun.children if child.lower_ == "of" for c in child.children]
    return next((p for c in (*of, *noun.children) if (p := page.person(c.i)) is not None), None)
