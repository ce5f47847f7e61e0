"""Posts that only a succession tells: "her predecessor, Ann Bell", "she replaced Ann Bell", "he will be succeeded by Ann Bell".

Whoever comes before or after the holder of a post held or will hold the same post. Where the sentence names the post itself,
`mention/` has found it already; here the post is the one that the article gives the other person elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.roles import role_concept, role_family
from kg.model import Form, Kind, Mention, PositionHeld, PositionStatus, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

BELIEF = 0.75
NOUNS = {"predecessor": True, "successor": False}  # whether it names who held the post before
VERBS = frozenset(["succeed", "replace"])
OWNERS = frozenset(["his", "her"])
NEGATIONS = frozenset("not never n’t n't would could may might should if whether".split())
FUTURE = frozenset(["will", "’ll", "'ll", "to", "shall"])
FAMILIES = ("head", "office", "post", "seat")


def successions(article: ParsedArticle, known: Sequence[PositionHeld], extractor: str) -> list[PositionHeld]:
    """The posts that a succession gives, of people of whom the article says not otherwise that they hold it."""
    found: list[PositionHeld] = []
    for paragraph in article.paragraphs:
        for token in paragraph.doc:
            for holder, other, is_before, is_past in _pairs(article, paragraph, token):
                fact = _of(article, [*known, *found], (holder, other), is_before=is_before, is_past=is_past)
                if fact is not None:
                    sentence = paragraph.span_of(token.sent)
                    where = article.evidence(*_stretch(paragraph, token, other, sentence), extractor)
                    found.append(replace(fact, evidence=(where, *fact.evidence[:1])))
    return found


def _pairs(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Iterator[tuple[Mention, Mention, bool, bool]]:
    """(whose post is known, who is told by it, whether that was before, whether the change is over) at the token."""
    if token.lower_ in NOUNS:
        owner = next((_person(article, paragraph, c) for c in token.children if c.dep_ == "poss"), None)
        other = _beside(article, paragraph, token)
        if owner is not None and other is not None:
            yield owner, other, NOUNS[token.lower_], True
    elif token.pos_ == "VERB" and token.lemma_ in VERBS:
        around = {c.lower_ for c in token.children if c.dep_ in ("aux", "neg", "mark", "advmod")}
        goes, comes = _ends(article, paragraph, token)
        if goes is None or comes is None or around & NEGATIONS or any(c.lower_ == "as" for c in token.children):
            return
        is_past = not around & FUTURE
        yield comes, goes, True, is_past
        yield goes, comes, False, is_past


def _ends(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> tuple[Mention | None, Mention | None]:
    """(who goes, who comes) of "Ann Bell replaced Clive Marsh", "Clive Marsh was replaced by Ann Bell"."""
    subject = _person(article, paragraph, _subject(verb))
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if agent is not None:
        return subject, _person(article, paragraph, agent)
    is_passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    target = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return (None, None) if is_passive else (_person(article, paragraph, target), subject)


def _subject(verb: Token) -> Token | None:
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.lower_ in ("who", "that") and verb.dep_ == "relcl":
        return verb.head
    if own is None and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head)
    return own


def _person(article: ParsedArticle, paragraph: Paragraph, token: Token | None) -> Mention | None:
    """The person whom the token names or, as a pronoun, stands for."""
    if token is None:
        return None
    where = paragraph.span_of(token)
    found = article.mention_at(where, Kind.PERSON)
    return found if found is not None and found.start <= where.start and article.chain_of(found) else None


def _beside(article: ParsedArticle, paragraph: Paragraph, noun: Token) -> Mention | None:
    """The name right after "predecessor", also after a comma."""
    end = paragraph.span_of(noun).end
    text = article.document.text
    after = end + len(text[end : end + 3]) - len(text[end : end + 3].lstrip(", "))
    found = article.mention_at(Span(after, after + 1), Kind.PERSON)
    return found if found is not None and found.start == after and found.form is not Form.PRONOUN else None


def _of(
    article: ParsedArticle,
    known: Sequence[PositionHeld],
    pair: tuple[Mention, Mention],
    *,
    is_before: bool,
    is_past: bool,
) -> PositionHeld | None:
    """The post of the first person of the pair as the other's; None where it is not clear which."""
    holder, other = pair
    if article.same(holder, other):
        return None
    posts = [f for f in known if article.same(f.person, holder) and _can_pass_on(f)]
    coming = [f for f in posts if f.status is PositionStatus.INCOMING]
    if is_before:
        # who is still to come holds another post now
        lasting = coming or [f for f in posts if is_past and f.status is not PositionStatus.FORMER]
    else:
        lasting = [f for f in posts if f not in coming]
        if any(f.status is PositionStatus.INCOMING and article.same(f.person, other) for f in known):
            return None  # the article says what they come to
    concepts = {role_concept(f.title.words) for f in lasting}
    if len(concepts) != 1 or None in concepts:
        return None
    held = {role_concept(f.title.words) for f in known if article.same(f.person, other)}
    if concepts & held:
        return None
    post = next((f for f in lasting if f.organisation is not None), lasting[0])
    if is_before:
        status = PositionStatus.FORMER if is_past else PositionStatus.CURRENT
    else:
        status = PositionStatus.CURRENT if is_past else PositionStatus.INCOMING
    return replace(post, person=other, status=status, belief=BELIEF)


def _can_pass_on(fact: PositionHeld) -> bool:
    family = role_family(fact.title.words)
    where = fact.organisation is not None or fact.place is not None
    return family in FAMILIES and (where or family in ("head", "office"))


def _stretch(paragraph: Paragraph, cue: Token, other: Mention, sentence: Span) -> tuple[int, int]:
    """From the first to the last of the words that tell the succession and whom it concerns."""
    where = paragraph.span_of(cue)
    return min(where.start, other.start, sentence.start), max(where.end, other.end)
