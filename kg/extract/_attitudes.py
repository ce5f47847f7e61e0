"""Acts and attitudes towards an undertaking: "backed the merger", "is against the plan", "voted for the bill"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract._clause import (
    agent_of,
    governed_by,
    is_negated,
    is_passive,
    is_possible_only,
    objects_of,
    party_at,
    sentence_of,
    subject_of,
)
from kg.extract._mood import (
    entries,
    infinitive,
    is_conditional,
    is_demanded,
    is_in_question,
    is_over,
    judged_by,
)
from kg.extract._undertaking import (
    asked_about,
    is_turned_down,
    main_undertaking,
    one_of,
    opening_undertaking,
    undertaking_at,
    voted_on,
)
from kg.extract._words_on import speaker_at
from kg.model import Fact, Kind, Mention, Span, StanceValue
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

STARTING = frozenset(["propose", "unveil", "launch", "introduce"])  # who starts something is for it
LOSSES = frozenset(
    ["cut", "closure", "strike", "review", "inquiry", "consultation", "boycott"]
)  # announced, not wished for
URGING = frozenset(["urge", "ask", "call", "tell", "press", "encourage", "implore", "want"])
THINKING = frozenset(["think", "believe", "say", "argue", "insist", "feel"])
WELCOMES = frozenset(["welcome", "backing", "support", "blessing", "approval", "endorsement", "weight"])
GUARDED = frozenset(
    ["guarded", "cautious", "qualified", "lukewarm", "mixed", "muted", "grudging", "conditional", "cool"]
)
NEAR = 250  # characters between "it" and what it stands for
DONE, STARTED, NOT_AGAINST, WISHED, DEMANDED = 0.8, 0.65, 0.7, 0.65, 0.7
FELT = 0.58  # about what the article is about, by the context alone
FEELINGS = frozenset(
    """
    delighted pleased thrilled overjoyed grateful thankful disappointed dismayed appalled
    unconvinced sceptical skeptical unhappy
    """.split()
)  # of these the object may be left out


@dataclass(frozen=True, slots=True)
class Attitude:
    """What a person or body thinks of an undertaking, and the stretch that says it."""

    holder: Mention
    towards: Mention
    value: StanceValue
    where: Span
    belief: float


def attitudes(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Attitude]:
    """The attitudes that a paragraph tells of."""
    if paragraph.sort == "headline":
        return
    for token in paragraph.doc:
        lemma = token.lemma_.lower()
        for value, before in entries("attitude_verbs").get(lemma, []) if token.pos_ == "VERB" else []:
            if before == "should":
                yield from _by_demand(article, paragraph, token, value, known)
            else:
                yield from _by_verb(article, paragraph, token, value, before, known)
        for value, before in entries("attitude_adjectives").get(token.lower_, []):
            yield from _by_adjective(article, paragraph, token, value, before, known)
        if token.lower_ in WELCOMES:
            yield from _welcome_to(article, paragraph, token, known)
        if token.lower_ in ("favour", "favor"):
            yield from _in_favour(article, paragraph, token, known)
        if lemma == "abstain" and token.pos_ == "VERB":
            yield from _abstaining(article, paragraph, token, known)


def _by_verb(
    article: ParsedArticle, paragraph: Paragraph, verb: Token, value: StanceValue, before: str, known: Sequence[Fact]
) -> Iterator[Attitude]:
    passive = is_passive(verb) and before == "-"
    others = _objects(verb, passive=passive) if before == "-" else list(governed_by(verb, before))
    targets = [t for other in others if (t := undertaking_at(article, paragraph, other)) is not None]
    if not targets and verb.lemma_ == "vote" and _votes_without_object(verb, before):
        main = voted_on(article, paragraph.span_of(verb).start)
        targets = [main] if main is not None else []
    if not targets:
        return
    actor = agent_of(verb) if passive else subject_of(verb)
    belief = STARTED if verb.lemma_ in STARTING else DONE
    judged = judged_by(verb, value)
    if judged is None:
        return
    if not passive and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in URGING and infinitive(verb):
        if is_conditional(verb.head):
            return
        actor, belief = subject_of(verb.head), WISHED
    holder = actor_at(article, paragraph, actor, known) if actor is not None else None
    if holder is None:
        return
    for target in targets:
        if verb.lemma_ in STARTING and (judged is not value or target.words.split()[-1].removesuffix("s") in LOSSES):
            continue
        yield Attitude(holder, target, judged, sentence_of(paragraph, verb), belief)


def _votes_without_object(verb: Token, before: str) -> bool:
    """ "voted against.", "voted no": on what the article is about."""
    plain = {"against": ("against", "no"), "for": ("yes",)}.get(before, ())
    return any(c.lower_ in plain and not list(c.children) for c in verb.children)


def _welcome_to(article: ParsedArticle, paragraph: Paragraph, noun: Token, known: Sequence[Fact]) -> Iterator[Attitude]:
    """ "gave a guarded welcome to the scheme", "gave her backing to it"."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or verb.lemma_ not in ("give", "lend", "offer", "throw")
        or is_possible_only(verb)
        or is_negated(verb)
    ):
        return
    subject = subject_of(verb)
    holder = actor_at(article, paragraph, subject, known) if subject is not None and not is_passive(verb) else None
    is_guarded = any(c.lower_ in GUARDED for c in noun.lefts)
    value = StanceValue.MIXED if is_guarded else StanceValue.SUPPORTIVE
    for other in [*governed_by(verb, "to"), *governed_by(verb, "behind"), *governed_by(noun, "to")]:
        target = undertaking_at(article, paragraph, other)
        if target is not None and holder is not None:
            yield Attitude(holder, target, value, sentence_of(paragraph, noun), DONE)


def _by_demand(
    article: ParsedArticle, paragraph: Paragraph, verb: Token, value: StanceValue, known: Sequence[Fact]
) -> Iterator[Attitude]:
    """ "thinks that he should accept the rate", "the plan must be scrapped": who says so is for or against it."""
    if not is_demanded(verb) or is_negated(verb) or is_in_question(verb) or is_conditional(verb):
        return
    others = _objects(verb, passive=is_passive(verb))
    targets = [t for other in others if (t := undertaking_at(article, paragraph, other)) is not None]
    holder = speaker_at(known, paragraph.span_of(verb)) or thinker_above(article, paragraph, verb)
    if holder is not None:
        for target in targets:
            yield Attitude(holder, target, value, sentence_of(paragraph, verb), DEMANDED)


def thinker_above(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Mention | None:
    """Who thinks or says what the clause tells."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in THINKING or is_negated(above):
        return None
    subject = subject_of(above)
    return party_at(article, paragraph, subject) if subject is not None else None


def _objects(verb: Token, *, passive: bool) -> list[Token]:
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    subject = subject_of(verb) if passive else None
    return [subject] if subject is not None else list(objects_of(verb))


def _by_adjective(
    article: ParsedArticle, paragraph: Paragraph, word: Token, value: StanceValue, before: str, known: Sequence[Fact]
) -> Iterator[Attitude]:
    """ "She is not against the plan", "we remain committed to it"."""
    verb = word.head
    if verb.lemma_ not in ("be", "remain", "stay", "become", "feel", "seem") or word.dep_ not in (
        "acomp",
        "prep",
        "attr",
        "oprd",
        "ROOT",
    ):
        return
    others = (
        [c for c in word.children if c.dep_ == "pobj"] if word.lower_ == before else list(governed_by(word, before))
    )
    named = targets = [t for other in others if (t := undertaking_at(article, paragraph, other)) is not None]
    if not targets and (asked := asked_about(article, paragraph) or _felt_about(article, paragraph, word)) is not None:
        targets = [asked]
    is_felt = not named and bool(targets)
    subject = subject_of(verb)
    holder = actor_at(article, paragraph, subject, known) if subject is not None else None
    marks = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark")}
    if holder is None or marks & {"if", "whether", "might", "may", "could", "would"} or is_over(verb):
        return
    if is_negated(verb) or is_negated(word):
        if value is StanceValue.SUPPORTIVE:
            return
        value = StanceValue.MIXED
    for target in targets:
        yield Attitude(
            holder,
            target,
            value,
            sentence_of(paragraph, word),
            FELT if is_felt else DONE if value is not StanceValue.MIXED else NOT_AGAINST,
        )


def _felt_about(article: ParsedArticle, paragraph: Paragraph, word: Token) -> Mention | None:
    """ "I'm delighted that it will go ahead", "was unconvinced": felt about what headline and opening are about.

    With an object of its own ("delighted with the result"), only an undertaking inside it counts.
    """
    if word.lower_ not in FEELINGS:
        return None
    after = [t for c in word.children if c.i > word.i and not c.is_punct for t in c.subtree]
    inside = [
        t for t in after if (m := undertaking_at(article, paragraph, t)) is not None and m.kind is Kind.INITIATIVE
    ]
    if inside:
        return undertaking_at(article, paragraph, inside[0])
    if (after and not any(t.lower_ in ("it", "this") for t in after)) or is_turned_down(article):
        return None
    return opening_undertaking(article, paragraph.span_of(word).start)


def _in_favour(article: ParsedArticle, paragraph: Paragraph, word: Token, known: Sequence[Fact]) -> Iterator[Attitude]:
    """ "was in favour of the merger"; alone, of what was talked of last."""
    if word.dep_ != "pobj" or word.head.lower_ != "in":
        return
    verb = word.head.head
    subject = subject_of(verb) if verb.lemma_ in ("be", "vote", "speak", "argue", "come") else None
    holder = actor_at(article, paragraph, subject, known) if subject is not None else None
    if holder is None or is_negated(verb):
        return
    of = [t for other in governed_by(word, "of") if (t := undertaking_at(article, paragraph, other)) is not None]
    if not of and not any(c.lower_ == "of" for c in word.children):
        last = main_undertaking(article, paragraph.span_of(word).start)
        of = [last] if last is not None else []
    for target in of:
        yield Attitude(holder, target, StanceValue.SUPPORTIVE, sentence_of(paragraph, word), DONE)


def _abstaining(article: ParsedArticle, paragraph: Paragraph, verb: Token, known: Sequence[Fact]) -> Iterator[Attitude]:
    """ "Councillor Bell abstained": neutral towards what was spoken of last."""
    subject = subject_of(verb)
    holder = actor_at(article, paragraph, subject, known) if subject is not None else None
    start = paragraph.span_of(verb).start
    before = [
        m for m in article.mentions if m.kind is Kind.INITIATIVE and start - 2 * NEAR < m.start and m.end <= start
    ]
    if holder is not None and before and not is_negated(verb):
        yield Attitude(holder, before[-1], StanceValue.NEUTRAL, sentence_of(paragraph, verb), WISHED)


def actor_at(article: ParsedArticle, paragraph: Paragraph, token: Token, known: Sequence[Fact]) -> Mention | None:
    """Who the token is; "I" and "we" in somebody's words are the speaker."""
    if token.lower_ in ("i", "we"):
        return speaker_at(known, paragraph.span_of(token)) or article.author
    return party_at(article, paragraph, one_of(token))
