"""How words speak of an undertaking: praise and blame in the clause of which it is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract._attitudes import Attitude, actor_at
from kg.extract._clause import (
    governed_by,
    is_negated,
    is_passive,
    objects_of,
    said_by_documents,
    sentence_of,
    subject_of,
)
from kg.extract._undertaking import antecedent, main_undertaking, opening_undertaking, undertaking_at
from kg.lexicon import rows
from kg.model import Fact, Mention, Span, StanceValue, Statement
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|without|hardly|nothing|isn['’]t|don['’]t|doesn['’]t|wasn['’]t|didn['’]t|won['’]t|can['’]t)\b|n['’]t\b)",
    re.IGNORECASE,
)
GRUDGING = re.compile(r"\bleast[ -](?:worst|bad)\b", re.IGNORECASE)
CONTRAST = re.compile(r"\b(?:but|though|although|yet|however|while)\b", re.IGNORECASE)
NAMING = frozenset(
    ["describe", "call", "brand", "label", "dub", "condemn", "dismiss", "hail", "denounce", "welcome", "see"]
)
ADVICE = frozenset(["should", "must"])
NEEDING = frozenset(["need", "have"])
NOBODY = re.compile(r"(?:no(?:-one|body)?|none|one)", re.IGNORECASE)
CLEAR = 2.0  # summed strength from which words say what somebody thinks
TURNED = 2 / 3
AROUND = 4  # words before a cue among which a negation turns it round
IS_SUBJECT, IT_IS_SUBJECT, NAMED_AS, ADVISED, THIS_IS_SUBJECT, NO_CASE = 0.65, 0.58, 0.75, 0.55, 0.55, 0.6
GROUNDS = frozenset(["case", "evidence", "need", "justification", "excuse", "reason", "appetite", "mandate"])
LACKING = frozenset(["no", "little", "scant"])


@lru_cache(maxsize=1)
def _polarity() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    """Words of praise and blame in lower case, the pattern of each, how good or bad they are; the longest first."""
    found = []
    for word, sign, strength in rows("polarity"):
        value = float(strength) * (1 if sign == "+" else -1)
        found.append((word.lower(), re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), value))
    return tuple(sorted(found, key=lambda item: (-len(item[1].pattern), item[1].pattern)))


@lru_cache(maxsize=1)
def _effects() -> dict[str, float]:
    """Verb of which an undertaking is the subject → how good, or below 0 bad, it is that it does so."""
    return {verb: float(strength) * (1 if sign == "+" else -1) for verb, sign, strength in rows("effects")}


def appraisals(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Attitude]:
    """What the statements of a paragraph say of the undertakings that are the subject of a clause in them."""
    for fact in known:
        if isinstance(fact, Statement) and fact.named_speaker and paragraph.start <= fact.text.start < paragraph.end:
            yield from _of_statement(article, paragraph, fact, fact.named_speaker)
    for verb in paragraph.doc:
        if verb.lemma_ in NAMING and verb.pos_ == "VERB":
            yield from _named_as(article, paragraph, verb, known)
        elif verb.lower_ in ("sure", "convinced") and is_negated(verb):
            yield from _unsure(article, paragraph, verb, known)


def _stated(span: Tokens) -> Iterator[Token]:
    """The tokens of a stretch that stand in no question."""
    for sentence in span.sents:
        if not sentence.text.rstrip(" ”\"’'").endswith("?"):
            yield from (token for token in sentence if span.start <= token.i < span.end)


def _of_statement(
    article: ParsedArticle, paragraph: Paragraph, fact: Statement, speaker: Mention
) -> Iterator[Attitude]:
    span = paragraph.tokens_at(fact.text)
    first = fact.evidence[0]
    where = Span(first.start, first.end)
    for token in _stated(span) if span is not None else ():
        if token.lower_ in GROUNDS:
            yield from _without_grounds(article, paragraph, token, speaker, where)
        if token.dep_ not in ("nsubj", "nsubjpass"):
            yield from _as_adjective(article, paragraph, token, speaker, where)
            continue
        target, belief = _topic(article, paragraph, token)
        if target is None:
            continue
        clause = _clause(paragraph, token, fact)
        value = weighed(clause)
        if value is None and not CONTRAST.search(clause):  # "will allow trade in goods but …" says little
            value = judged(*_with_effect(token.head, weigh(clause)), clause)
        if value is None and belief == IS_SUBJECT and _is_advice(token.head):
            value, belief = StanceValue.NEUTRAL, ADVISED
        if value is not None:
            yield Attitude(speaker, target, value, where, belief)


def _as_adjective(
    article: ParsedArticle, paragraph: Paragraph, token: Token, speaker: Mention, where: Span
) -> Iterator[Attitude]:
    """ "They've won a decent deal": an adjective of praise or blame before the undertaking."""
    adjectives = [c for c in token.children if c.dep_ == "amod"]
    if token.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in token.children):
        return  # "get to sensible plans": not those there are
    if not adjectives or token.pos_ != "NOUN" or any(_is_denied(above) for above in token.ancestors):
        return
    target = undertaking_at(article, paragraph, token)
    value = weighed(" ".join(a.lower_ for a in adjectives)) if target is not None else None
    if target is not None and value is not None:
        yield Attitude(speaker, target, value, where, IT_IS_SUBJECT)


def _is_denied(verb: Token) -> bool:
    """Whether "not" belongs to the verb, or nobody does it: "no one will say that it is a bad plan"."""
    return is_negated(verb) or any(c.dep_ == "nsubj" and NOBODY.fullmatch(c.text) for c in verb.children)


def _topic(article: ParsedArticle, paragraph: Paragraph, subject: Token) -> tuple[Mention | None, float]:
    """The undertaking that the subject is, or that its "it" stands for; "it is wrong to say" stands for nothing."""
    if subject.lower_ == "this" and subject.head.lemma_ == "be" and subject.head.dep_ == "ROOT":
        return opening_undertaking(article, paragraph.span_of(subject).start), THIS_IS_SUBJECT
    if subject.lower_ == "it":
        if any(
            c.dep_ in ("ccomp", "xcomp", "csubj", "advcl")
            for t in (subject.head, *subject.head.children)
            for c in t.children
        ):
            return None, 0.0
        return antecedent(article, paragraph.span_of(subject).start), IT_IS_SUBJECT
    return undertaking_at(article, paragraph, subject), IS_SUBJECT


def _clause(paragraph: Paragraph, subject: Token, fact: Statement) -> str:
    """The words of the clause after its subject, within the statement and the sentence."""
    verb = subject.head
    others = {t.i for c in verb.children if c.dep_ == "ccomp" for t in c.subtree} | said_by_documents(
        subject.sent
    )  # "the deal proves that claims are wrong"
    own = [t for t in verb.subtree if t.i > subject.right_edge.i and t.sent == subject.sent and t.i not in others]
    own += [t for t in subject.lefts if t.dep_ == "amod"]
    inside = [t for t in own if fact.text.start <= paragraph.span_of(t).start < fact.text.end]
    words = "".join(t.text_with_ws for t in sorted(inside, key=lambda t: t.i))
    doubts = verb.dep_ == "ccomp" and verb.head.lemma_ in ("think", "believe", "see") and is_negated(verb.head)
    return f"not {words}" if doubts else words  # "I don't think it sets a good precedent"


def _with_effect(verb: Token, weight: tuple[float, float]) -> tuple[float, float]:
    """Praise and blame with what the verb says that the undertaking does: "will help schools", "does not solve it"."""
    plus, minus = weight
    strength = _effects().get(verb.lemma_.lower(), 0.0) if verb.pos_ == "VERB" and not is_passive(verb) else 0.0
    if strength == 0 or is_merely_possible(verb):
        return weight
    if is_negated(verb):
        return (plus, minus + abs(strength)) if strength > 0 else weight
    return (plus + strength, minus) if strength > 0 else (plus, minus - strength)


def is_merely_possible(verb: Token) -> bool:
    """ "could help", "would help if": nobody says that it does."""
    if any(c.dep_ == "aux" and c.lower_ in ("could", "might", "may", "should", "must") for c in verb.children):
        return True
    return any(m.lower_ in ("if", "unless") for c in verb.children if c.dep_ == "advcl" for m in c.children)


def _without_grounds(
    article: ParsedArticle, paragraph: Paragraph, noun: Token, speaker: Mention, where: Span
) -> Iterator[Attitude]:
    """ "There was no case for a grant", "There is little evidence that mergers work"."""
    if not any(c.lower_ in LACKING for c in noun.lefts):
        return
    subjects = [s for c in noun.children if c.dep_ in ("acl", "ccomp") and (s := subject_of(c)) is not None]
    for other in [*governed_by(noun, "for"), *subjects]:
        if (target := undertaking_at(article, paragraph, other)) is not None:
            yield Attitude(speaker, target, StanceValue.CRITICAL, where, NO_CASE)


def _is_advice(verb: Token) -> bool:
    """ "should focus", "had to move": what somebody thinks that it must do."""
    if any(c.lower_ in ("whether", "if") for c in verb.subtree) or any(c.dep_ == "auxpass" for c in verb.subtree):
        return False
    if any(c.dep_ == "aux" and c.lower_ in ADVICE for c in verb.children):
        return True
    return verb.lemma_ in NEEDING and any(c.dep_ == "xcomp" for c in verb.children)


def _unsure(article: ParsedArticle, paragraph: Paragraph, word: Token, known: Sequence[Fact]) -> Iterator[Attitude]:
    """ "She isn't sure that rezoning is a bad idea": blame that is not hers is mixed, praise that is not hers is blame."""
    subject = subject_of(word.head)
    holder = actor_at(article, paragraph, subject, known) if subject is not None else None
    for verb in word.children:
        topic = subject_of(verb) if verb.dep_ in ("ccomp", "advcl") else None
        target = undertaking_at(article, paragraph, topic) if topic is not None else None
        value = weighed(paragraph.doc[verb.i : verb.right_edge.i + 1].text)
        if holder is None or target is None or value is None:
            continue
        value = StanceValue.CRITICAL if value is StanceValue.SUPPORTIVE else StanceValue.MIXED
        yield Attitude(holder, target, value, sentence_of(paragraph, word), IS_SUBJECT)


def _named_as(article: ParsedArticle, paragraph: Paragraph, verb: Token, known: Sequence[Fact]) -> Iterator[Attitude]:
    """ "described the plan as patchy", "called it “a step in the right direction, though not a convincing one”"."""
    subject = subject_of(verb)
    holder = (
        actor_at(article, paragraph, subject, known) if subject is not None and subject.dep_ != "nsubjpass" else None
    )
    if holder is None or is_negated(verb):
        return
    objects = [o for o in verb.children if o.i > verb.i and o.dep_ in ("dobj", "nsubj")] or list(objects_of(verb))
    for other in objects[:1]:
        target = undertaking_at(article, paragraph, other)
        if target is None and other.lower_ == "it":
            target = main_undertaking(article, paragraph.span_of(other).start)
        inner = next((c for c in other.subtree if c.dep_ == "pobj"), None)
        if target is None and inner is not None and verb.dep_ == "relcl":
            target = undertaking_at(article, paragraph, inner)
        if target is None:
            continue
        after = [t for t in verb.subtree if t.i > max(verb.i, other.right_edge.i if other.i > verb.i else verb.i)]
        marked = list(governed_by(verb, "as"))
        start = verb.i + 1 if marked and other.i < verb.i else min((t.i for t in after), default=verb.i + 1)
        words = paragraph.doc[start : max((t.i for t in after), default=start) + 1].text
        value = weighed(words)
        if value is not None:
            yield Attitude(holder, target, value, sentence_of(paragraph, verb), NAMED_AS)


def weighed(words: str) -> StanceValue | None:
    """What the words amount to; None where they are neither praise nor blame."""
    return judged(*weigh(words), words)


def judged(plus: float, minus: float, words: str) -> StanceValue | None:
    """What praise and blame amount to, said in these words."""
    if GRUDGING.search(words):
        return StanceValue.MIXED
    if max(plus, minus) < CLEAR and plus + minus < CLEAR:
        return None
    if plus >= 1 and minus >= 1 and CONTRAST.search(words):
        return StanceValue.MIXED
    if plus and minus and 0.6 <= plus / minus <= 1 / 0.6:
        return StanceValue.MIXED
    return StanceValue.SUPPORTIVE if plus > minus else StanceValue.CRITICAL


def weigh(words: str) -> tuple[float, float]:
    """(praise, blame) of some words; a negation shortly before turns a word round, less strongly."""
    plus, minus = 0.0, 0.0
    taken: list[tuple[int, int]] = []
    lower = words.lower()
    for word, pattern, strength in _polarity():
        for match in pattern.finditer(words) if word in lower else ():
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            before = " ".join(words[: match.start()].split()[-AROUND:])
            value = -strength * TURNED if NEGATION.search(before) else strength
            plus, minus = (plus + value, minus) if value > 0 else (plus, minus - value)
    return plus, minus
