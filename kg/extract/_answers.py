"""Who answers whom: "Asked by Anna Bell, he said", "replied Marsh", "This was echoed by", "She agreed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract._clause import agent_of, is_negated, is_passive, party_at, sentence_of, subject_of
from kg.extract._tie import Tie
from kg.model import Fact, Kind, Mention, Span, Statement
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

REPLYING = frozenset(["reply", "respond", "retort", "counter"])
DENYING = frozenset(["deny", "reject", "dispute", "dismiss", "rebut"])
THIS = frozenset(
    [
        "this",
        "that",
        "it",
        "claim",
        "claims",
        "accusation",
        "accusations",
        "charge",
        "charges",
        "allegation",
        "allegations",
        "criticism",
        "suggestion",
    ]
)
SAID = frozenset(["sentiment", "view", "concern", "call", "this", "that", "comment", "point"])
ASKED, REPLIED, DENIED, ECHOED, AGREED = 0.85, 0.7, 0.65, 0.8, 0.7
NEAR = 400  # characters between what was said and its answer


def answers(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """Replies to a person or body that asked or spoke just before."""
    for verb in paragraph.doc:
        if verb.pos_ != "VERB" or is_negated(verb):
            continue
        lemma = verb.lemma_.lower()
        where = sentence_of(paragraph, verb)
        if lemma in ("ask", "press", "question", "challenge") and verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl"):
            asker = agent_of(verb)
            answerer = _main_subject(article, paragraph, verb)
            asked = party_at(article, paragraph, asker) if asker is not None else None
            if asked is not None and answerer is not None:
                yield Tie(answerer, "responds_to", asked, where, ASKED)
        elif lemma in REPLYING and not is_passive(verb) and not any(c.lower_ in ("to", "by") for c in verb.children):
            yield from _to_the_last(article, paragraph, verb, known, where, REPLIED, asked=True)
        elif lemma in DENYING and any(_is_this(c) for c in verb.children if c.dep_ == "dobj"):
            yield from _to_the_last(article, paragraph, verb, known, where, DENIED)


def _is_this(token: Token) -> bool:
    if token.lower_ in ("this", "that"):
        return True
    return token.lower_ in THIS and any(c.lower_ in ("the", "this", "these", "those", "that") for c in token.children)


def _main_subject(article: ParsedArticle, paragraph: Paragraph, participle: Token) -> Mention | None:
    """The person who is the subject of the clause that "Asked by …" opens."""
    main = participle.head
    subject = subject_of(main)
    return party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None


def _to_the_last(
    article: ParsedArticle,
    paragraph: Paragraph,
    verb: Token,
    known: Sequence[Fact],
    where: Span,
    belief: float,
    *,
    asked: bool = False,
) -> Iterator[Tie]:
    """The verb's subject answers whoever asked in the sentence before, or spoke last before it."""
    subject = subject_of(verb)
    who = party_at(article, paragraph, subject) if subject is not None else None
    if who is None:
        return
    before = _asker(article, paragraph, where) if asked else None
    if before is None:
        before = last_speaker(article, known, where.start, who)
    if before is not None and not article.same(before, who):
        yield Tie(who, "responds_to", before, where, belief)


def _asker(article: ParsedArticle, paragraph: Paragraph, where: Span) -> Mention | None:
    """The subject of "asked" in the sentence before."""
    for token in reversed(list(paragraph.doc)):
        at = paragraph.span_of(token)
        if at.start < where.start and token.lemma_ == "ask" and where.start - at.start < NEAR and not is_passive(token):
            subject = subject_of(token)
            return party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
    return None


def last_speaker(article: ParsedArticle, known: Sequence[Fact], start: int, other_than: Mention) -> Mention | None:
    """Who spoke last before the offset, not long ago; None if it was the same person, or somebody without a name."""
    said = [f for f in known if isinstance(f, Statement) and f.text.end <= start and start - f.text.end < NEAR]
    if not said:
        return None
    last = max(said, key=lambda f: f.text.end).named_speaker
    return None if last is None or article.same(last, other_than) else last


def echoes(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """ "This was echoed by Anna Bell", "Councillor Marsh agreed.": with whoever spoke last."""
    for verb in paragraph.doc:
        if verb.lemma_ not in ("echo", "agree"):
            continue
        where = sentence_of(paragraph, verb)
        who: Mention | None = None
        belief = AGREED
        if verb.lemma_ == "echo" and any(c.dep_ == "nsubjpass" and c.lower_ in SAID for c in verb.children):
            agent = agent_of(verb)
            who, belief = (party_at(article, paragraph, agent) if agent is not None else None), ECHOED
        elif verb.lemma_ == "agree" and _stands_alone(verb):
            subject = subject_of(verb)
            who = party_at(article, paragraph, subject, Kind.PERSON) if subject is not None else None
        if who is not None and (last := last_speaker(article, known, where.start, who)) is not None:
            yield Tie(who, "agrees_with", last, where, belief)


def _stands_alone(verb: Token) -> bool:
    """ "Marsh agreed." and "Marsh agreed, saying": not "agreed to", "agreed that", "they agreed a deal"."""
    if verb.tag_ not in ("VBD", "VBZ") or is_negated(verb) or verb.dep_ not in ("ROOT", "conj"):
        return False
    return not any(c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "nsubjpass", "auxpass", "aux") for c in verb.children)
