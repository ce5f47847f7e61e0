"""Acts and attitudes towards an undertaking: "backed the merger", "is against the plan", "voted for the bill"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

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
from kg.extract._sources import writer_of
from kg.extract._words_on import speaker_at
from kg.lexicon import rows
from kg.model import Fact, Kind, Mention, Span, StanceValue
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

STARTING = frozenset(["propose", "unveil", "launch", "introduce"])  # who starts something is for it
LOSSES = frozenset(
    ["cut", "closure", "strike", "review", "inquiry", "consultation", "boycott"]
)  # announced, not wished for
URGING = frozenset(["urge", "ask", "call", "tell", "press", "encourage", "implore", "want"])
REFUSING = frozenset(["refuse", "decline"])
OPEN_ENDED = frozenset(["fail", "try", "seek", "hope", "likely", "able", "due", "expect", "need", "consider"])
THING_OF = frozenset(
    "introduction idea principle concept launch creation implementation aim thrust use extension adoption passage".split()
)
THINKING = frozenset(["think", "believe", "say", "argue", "insist", "feel"])
IT = frozenset(["it", "this", "that"])
VOTABLE = frozenset("amendment motion bill proposal ordinance plan plans budget law legislation treaty deal".split())
WELCOMES = frozenset(["welcome", "backing", "support", "blessing", "approval", "endorsement", "weight"])
GUARDED = frozenset(
    ["guarded", "cautious", "qualified", "lukewarm", "mixed", "muted", "grudging", "conditional", "cool"]
)
SOME = frozenset(["many", "some", "few", "most", "one", "ones", "all"])  # "too many that are unworkable"
NEAR = 250  # characters between "it" and what it stands for
TURNED_DOWN = re.compile(
    r"\b(?:reject|refus|scrap|turn(?:s|ed)? down|thrown? out|axe[sd]?|cancel|shelve|drop(?:s|ped)|block|collaps|fail|veto|abandon|delay|postpone|halt|los(?:e|t|es)\b|stall|quash|overturn)",
    re.IGNORECASE,
)
DONE, STARTED, NOT_AGAINST, WISHED, DEMANDED = 0.8, 0.65, 0.7, 0.65, 0.7
FELT = 0.58  # about what the article is about, by the context alone
FEELINGS = frozenset(
    """
    delighted pleased thrilled overjoyed grateful thankful disappointed dismayed appalled
    unconvinced sceptical skeptical unhappy
    """.split()
)  # of these the object may be left out
OTHER = {StanceValue.SUPPORTIVE: StanceValue.CRITICAL, StanceValue.CRITICAL: StanceValue.SUPPORTIVE}


@dataclass(frozen=True, slots=True)
class Attitude:
    """What a person or body thinks of an undertaking, and the stretch that says it."""

    holder: Mention
    towards: Mention
    value: StanceValue
    where: Span
    belief: float


@cache
def _entries(name: str) -> dict[str, list[tuple[StanceValue, str]]]:
    found: dict[str, list[tuple[StanceValue, str]]] = {}
    for word, sign, before in rows(name):
        value = StanceValue.SUPPORTIVE if sign == "+" else StanceValue.CRITICAL
        found.setdefault(word, []).append((value, before))
    return found


def attitudes(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Attitude]:
    """The attitudes that a paragraph tells of."""
    if paragraph.sort == "headline":
        return
    for token in paragraph.doc:
        lemma = token.lemma_.lower()
        for value, before in _entries("attitude_verbs").get(lemma, []) if token.pos_ == "VERB" else []:
            if before == "should":
                yield from _by_demand(article, paragraph, token, value, known)
            else:
                yield from _by_verb(article, paragraph, token, value, before, known)
        for value, before in _entries("attitude_adjectives").get(token.lower_, []):
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
        main = _voted_on(article, paragraph.span_of(verb).start)
        targets = [main] if main is not None else []
    if not targets:
        return
    actor = agent_of(verb) if passive else subject_of(verb)
    belief = STARTED if verb.lemma_ in STARTING else DONE
    judged = _judged(verb, value)
    if judged is None:
        return
    if not passive and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in URGING and _infinitive(verb):
        if _is_conditional(verb.head):
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


def _voted_on(article: ParsedArticle, start: int) -> Mention | None:
    """What a vote told of without its object is on: the last bill or motion before it, else what the article is about."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    votable = [m for m in before if m.words.lower().split()[-1] in VOTABLE]
    return votable[-1] if votable else opening_undertaking(article, start)


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
    if not _is_demanded(verb) or is_negated(verb) or _is_in_question(verb) or _is_conditional(verb):
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


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _judged(verb: Token, value: StanceValue) -> StanceValue | None:
    """The attitude after negation and modals; None where nothing is said of it."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark", "advmod")}
    if marks & {"if", "whether", "unless", "why", "how"} or _is_in_question(verb) or _is_conditional(verb):
        return None
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in ("accuse", "suspect", "deny"):
        return None  # what somebody is accused of, they may not have done
    negated = is_negated(verb)
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in REFUSING:
        negated = True
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() in OPEN_ENDED:
        return None
    if _is_neither(verb, value):
        return StanceValue.NEUTRAL
    if verb.dep_ == "conj" and any(
        _is_neither(verb.head, v) for v, _ in _entries("attitude_verbs").get(verb.head.lemma_.lower(), [])
    ):
        return None  # the second half of it
    if negated:
        if value is StanceValue.CRITICAL:
            return StanceValue.MIXED
        return (
            StanceValue.CRITICAL
            if marks & {"could", "can", "ca", "will", "wo", "would", "do", "does"} or _infinitive(verb)
            else None
        )
    if marks & {"might", "may", "could", "can"}:
        return None
    if marks & {"would", "should", "'d", "’d", "must"}:
        return value if _is_reported(verb) and not marks & {"should", "must"} else None
    return value


def _is_in_question(verb: Token) -> bool:
    return any(
        a.lemma_ in ("ask", "wonder") and verb.dep_ in ("ccomp", "conj") for a in [verb.head]
    ) or verb.sent.text.rstrip(" ”\"’'").endswith("?")


def _is_conditional(verb: Token) -> bool:
    """ "If we don't get it, we will vote against the bill"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for c in clauses for m in c.children)


def _is_demanded(verb: Token) -> bool:
    """ "should scrap it", "will have to be scrapped"."""
    if any(c.lower_ in ("should", "must", "ought") for c in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need", "ought")


def _is_reported(verb: Token) -> bool:
    """ "said she would oppose it": what follows a verb of saying in the past is no mere possibility."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in (
        "say",
        "tell",
        "announce",
        "vow",
        "pledge",
        "promise",
        "add",
        "insist",
        "declare",
        "confirm",
    )


def _is_neither(verb: Token, value: StanceValue) -> bool:
    """ "neither backed nor opposed it"."""
    if not any(c.lower_ == "neither" for c in verb.children) and "neither" not in [t.lower_ for t in verb.lefts]:
        return False
    for other in verb.conjuncts:
        signs = [v for v, _ in _entries("attitude_verbs").get(other.lemma_.lower(), [])]
        if OTHER[value] in signs:
            return True
    return False


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
    if holder is None or marks & {"if", "whether", "might", "may", "could", "would"} or _is_over(verb):
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


def _is_over(verb: Token) -> bool:
    """ "had been sceptical until": no longer."""
    return any(c.lower_ == "had" for c in verb.children) and any(t.lower_ == "until" for t in verb.subtree)


def is_turned_down(article: ParsedArticle) -> bool:
    """Whether headline or opening tells that something is off: joy or grief is then about that, not about the undertaking."""
    return any(TURNED_DOWN.search(p.doc.text) for p in [p for p in article.paragraphs if p.sort != "heading"][:2])


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
        return speaker_at(known, paragraph.span_of(token)) or writer_of(article)
    return party_at(article, paragraph, _one_of(token))


def _one_of(token: Token) -> Token:
    """ "Anna Bell, one of the three who voted no": the person; else the token itself."""
    one = token.head.head
    is_part = token.dep_ == "pobj" and token.head.lower_ == "of" and one.lower_ == "one" and one.dep_ == "appos"
    return one.head if is_part else token


def undertaking_at(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    """The undertaking that the token is the head of: also "the idea of the merger", and "it" right after one."""
    where = paragraph.span_of(token)
    found = article.mention_at(where, Kind.INITIATIVE)
    if found is not None:
        return found
    if token.lower_ in IT and (token.head.dep_ != "relcl" or token.head.head.lower_ in SOME):
        return antecedent(article, where.start)
    named = [
        m
        for c in token.children
        if c.dep_ == "compound" and (m := article.mention_at(paragraph.span_of(c), Kind.INITIATIVE))
    ]
    if named:
        return named[0]
    if token.lemma_.lower() in THING_OF:
        for inner in governed_by(token, "of"):
            return article.mention_at(paragraph.span_of(inner), Kind.INITIATIVE)
    return None


def asked_about(article: ParsedArticle, paragraph: Paragraph) -> Mention | None:
    """In an interview: the undertaking in the question that the paragraph answers."""
    number = article.paragraphs.index(paragraph)
    question = article.paragraphs[number - 1] if number else None
    if question is None or not question.doc.text.rstrip().endswith("?"):
        return None
    asked = article.mentions_in(Span(question.start, question.end), Kind.INITIATIVE)
    return asked[-1] if asked else None


def antecedent(article: ParsedArticle, start: int) -> Mention | None:
    """The undertaking that "it" stands for: the last one of the same sentence, or the only one shortly before."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and start - NEAR < m.start and m.end <= start]
    if not before:
        return None
    between = article.document.text[before[-1].end : start]
    if not any(mark in between for mark in (". ", "\n", "? ")):
        return before[-1]
    chains = {id(article.chain_of(m)) for m in before}
    if len(chains) == 1:
        return before[-1]
    main = main_undertaking(article, start)
    return main if main is not None and any(article.same(main, m) for m in before) else None


def main_undertaking(article: ParsedArticle, start: int) -> Mention | None:
    """The undertaking that the article is about: the only one of its headline and opening, or the one that it mentions most."""
    if (first := opening_undertaking(article, start)) is not None:
        return first
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    counts: dict[int, list[Mention]] = {}
    for mention in before:
        counts.setdefault(id(article.chain_of(mention)), []).append(mention)
    ranked = sorted(counts.values(), key=lambda ms: (-len(ms), ms[0]))
    if not ranked or len(ranked[0]) < 2 or (len(ranked) > 1 and len(ranked[1]) * 2 > len(ranked[0])):
        return None
    return ranked[0][-1]


def opening_undertaking(article: ParsedArticle, start: int) -> Mention | None:
    """The last mention before `start` of the only undertaking that the headline speaks of, or else headline and opening."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    opening = [p for p in article.paragraphs if p.sort != "heading"][:2]
    for places in ([p for p in opening if p.sort == "headline"], opening):
        first = [m for m in before if any(p.start <= m.start < p.end for p in places)]
        if len({id(article.chain_of(m)) for m in first}) == 1:
            chain = article.chain_of(first[0])
            return [m for m in before if article.chain_of(m) is chain][-1]
    return None
