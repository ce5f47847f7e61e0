"""Indirect statements: a reporting verb outside quotation marks, one speaker, and the clause that is reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract._attribution import Talk
from kg.extract._beside_quotes import before_next_verb, beside
from kg.extract._clause_ends import is_inside, trimmed, with_result, with_sequel, without_asides
from kg.extract._misread import after_document, after_listener, has_that, misread, with_measure, with_subject
from kg.extract._parenthetic import around, leading
from kg.extract._pieces import MARKS
from kg.extract._reporting import Cue
from kg.extract._subjects import is_passive
from kg.model import Party, Phrase
from kg.tokens import Doc, Token

LEAST_WORDS = 3
REPORTED = 0.85
SOON = 8  # words from the beginning of a clause to its subject
ADDED = frozenset(("which", "who", "whose", "where", "and", "or"))
OBJECTS = frozenset(("dobj", "oprd", "prep", "ccomp", "attr", "xcomp", "nsubj", "pobj", "dative"))
WITH_PREPOSITION = frozenset(("describe", "accuse", "blame", "denounce", "condemn", "dismiss", "characterise", "liken"))


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause with its speaker."""

    speaker: Party
    verb: Phrase
    text: Phrase
    belief: float


def reported_in(talk: Talk) -> Iterator[Reported]:
    """The indirect statements of a paragraph, without what the same speaker is said to think inside another one."""
    found = list(_reported(talk))
    for one in found:
        if not any(
            other is not one
            and other.text.start <= one.verb.start < other.text.end
            and talk.are_same(one.speaker, other.speaker)
            for other in found
        ):
            yield one


def _reported(talk: Talk) -> Iterator[Reported]:
    """The indirect statements of a paragraph; a clause that is wholly quoted is a direct quotation."""
    for cue in talk.cues:
        by = talk.who.get(cue.token.i)
        if by is None or by.verb is None or by.speaker.party is None:
            continue
        spans = list(_according(cue) if cue.is_according else _clauses(talk, cue))
        for piece in talk.fragments.get(by.verb.start, ()):
            around = beside(talk, cue, piece)
            if around is not None and not any(start < around[1] and around[0] < end for start, end, _ in spans):
                spans.append((*trimmed(talk.doc, *around), 0.85))
        for start, end, certainty in spans:
            if end - start < LEAST_WORDS:
                continue
            if (
                end <= cue.token.i
                and by.verb.start in talk.framing
                and any(start < a and b <= end + 1 for a, b in talk.quoted)
            ):
                continue  # "It may hear it in Harrow “We know,” said Bell": a lost stop before what is quoted
            if not any(talk.doc[i].is_alpha and not is_inside(talk, i) for i in range(start, end)):
                continue
            text = _phrase(talk, start, end)
            if any(text.start <= verb < text.end for verb in talk.framing):
                continue  # what is said inside is quoted from somebody else
            yield Reported(
                by.speaker.party,
                by.verb,
                text,
                REPORTED * certainty * by.speaker.certainty,
            )


def _clauses(talk: Talk, cue: Cue) -> Iterator[tuple[int, int, float]]:
    """Token spans of what the verb reports, and how certain it is that it reports it."""
    verb = cue.token
    if "o" in cue.uses and not is_passive(verb) and (found := _object_clause(verb, talk)) is not None:
        yield (*found, 0.95)
        return
    if not {"c", "t", "w"} & set(cue.uses):
        return
    if "c" in cue.uses and (whole := around(talk, cue)) is not None:
        yield (*whole, 0.8)
        return
    is_inverted = cue.subject is not None and cue.subject.i > verb.i
    reported = [
        child
        for child in verb.children
        if child.dep_ == "ccomp"
        and not (is_inverted and child.i > verb.i)
        and not any(token.text == ":" for token in talk.doc[child.i : verb.i])
    ]
    if not reported and (after := after_document(verb)) is not None:
        yield (*_span(talk, after, verb), 0.9)
        return
    if not reported and verb.lemma_ == "say" and (words := misread(verb)) is not None:
        yield (*trimmed(talk.doc, *words), 0.8)
        return
    if not reported and (to_listener := after_listener(verb)) is not None:
        yield (*trimmed(talk.doc, to_listener.left_edge.i, to_listener.right_edge.i + 1), 0.8)
        return
    if not reported and "c" in cue.uses and (words := leading(talk, cue)) is not None:
        yield (*words, 0.8)
        return
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ";":
        reported = [child for child in reported if child.i < verb.i]
    if any(child.i > verb.i for child in reported):
        reported = [child for child in reported if child.i > verb.i]
        reported = reported[:1]  # "said he had no doubt (that) it would": the second hangs on the first
    inner = [
        clause for child in reported if child.i in talk.relays for clause in child.children if clause.dep_ == "ccomp"
    ]
    reported = [child for child in reported if child.i not in talk.relays] + inner
    for child in [*verb.children, *inner]:
        if child in reported:
            is_marked = has_that(child)
            if "c" not in cue.uses and not is_marked and not _closes(verb, child, cue):
                continue
            if (_is_question(child) and verb.lemma_ != "doubt") or _is_manner(child, verb):
                continue
            if not is_marked and (_is_infinitive(child) or (child.i > verb.i and _is_behind_quotation(talk, cue))):
                continue
            yield (*_span(talk, child, verb), 0.9 if is_marked or child.i > verb.i else 0.8)
            for other in child.conjuncts:
                if has_that(other) and other.i > verb.i:
                    yield (*_span(talk, other, verb), 0.85)
        elif child.dep_ == "xcomp" and "w" in cue.uses and child.i > verb.i:
            yield (*_span(talk, child, verb), 0.8)


def _closes(verb: Token, clause: Token, cue: Cue) -> bool:
    """ "Prices fell, the institute found.": whether the verb ends a sentence in which it stands apart from what it reports."""
    if cue.subject is None or not clause.i < cue.subject.i < verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    is_last = verb.i + 1 >= len(verb.doc) or verb.nbor(1).text in (".", "!")
    return is_last and verb.doc[cue.subject.left_edge.i - 1].text == ","


def _is_infinitive(clause: Token) -> bool:
    """ "expects the council to pay", "confirmed the plan mapping it out": no clause."""
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    is_participle = (
        clause.tag_ == "VBG"
        and not auxiliaries
        and any(child.dep_ == "nsubj" and child.lower_ != "that" for child in clause.children)
    )
    return is_participle or (clause.tag_ == "VB" and "to" in auxiliaries)


def _is_behind_quotation(talk: Talk, cue: Cue) -> bool:
    """ "“…,” he told 2,267 people gathered there": whether what is said stands before the verb, in marks."""
    first = cue.token.i if cue.subject is None else min(cue.token.i, cue.subject.left_edge.i)
    is_framing = talk.paragraph.start + cue.token.idx in talk.framing
    return is_framing and any(end == first for _, end in talk.quoted)


def _is_manner(clause: Token, verb: Token) -> bool:
    """ "she said, her voice shaking": how it is said."""
    is_apart = clause.i > verb.i and verb.nbor(1).text == ","
    return is_apart and clause.tag_ == "VBG" and not any(child.dep_ == "aux" for child in clause.children)


def _is_question(clause: Token) -> bool:
    """ "said whether it would", "tells readers why it would": nothing is stated."""
    return clause.left_edge.lower_ in ("why", "where", "when", "whether") or any(
        child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in clause.children
    )


def _span(talk: Talk, clause: Token, verb: Token) -> tuple[int, int]:
    """The clause's tokens on its side of the verb, in one piece, without what the reporter adds at its end."""
    doc = clause.doc
    apart = [other for other in clause.conjuncts if has_that(other) and other.i > clause.i]
    skip = {token.i for other in apart for token in other.subtree}
    if clause.i < verb.i and _is_parenthetic(doc, verb) and clause.right_edge.i > verb.right_edge.i + 1:
        return trimmed(doc, clause.left_edge.i, clause.right_edge.i + 1)
    own = sorted({t.i for t in clause.subtree if (t.i < verb.i) == (clause.i < verb.i)} - skip)
    at = own.index(clause.i) if clause.i in own else 0
    own = with_result(with_sequel(own, clause, verb), clause, verb)
    last = at
    while last + 1 < len(own) and all(doc[i].is_punct for i in range(own[last] + 1, own[last + 1])):
        last += 1  # marks and commas may hang elsewhere
    start, end = own[0], own[last] + 1
    if clause.i > verb.i:
        start = with_measure(clause, verb, with_subject(clause, verb, start))
    end = next((b for a, b in talk.quoted if a < end < b), end)
    end = min([end, *(first for first, _ in talk.relays.values() if start < first)])
    end = next((a - 1 for a, _ in talk.quoted if start < a - 1 < end and doc[a - 1].text == ":"), end)
    if clause.i < verb.i:
        return trimmed(doc, start, end)
    return trimmed(doc, start, without_asides(talk, clause, verb, end))


def _is_parenthetic(doc: Doc, verb: Token) -> bool:
    """ "She is not, she insists, against it"."""
    end = verb.right_edge.i + 1
    return end < len(doc) and (doc[end].text == "," or doc[verb.i + 1].text == ",")


def _object_clause(verb: Token, talk: Talk) -> tuple[int, int] | None:
    """ "the plan as patchy" after "described", "the board of delay" after "accused", "it a step back" after "called"."""
    children = [child for child in verb.children if child.i > verb.i and child.dep_ in OBJECTS]
    if not children:
        return None
    if verb.lemma_.lower() in WITH_PREPOSITION:
        if all(child.dep_ == "prep" for child in children):
            return None  # "whom she described as a clever man"
        if not any(child.lower_ in ("as", "of", "for", "to") or child.dep_ == "ccomp" for child in children) and not (
            verb.lemma_ == "accuse" and any(below.lower_ == "of" for child in children for below in child.children)
        ):
            return None
    elif not any(child.dep_ in ("oprd", "ccomp", "xcomp", "attr") for child in children) or any(
        child.dep_ == "prep" and child.lower_ in ("for", "on") and child.i == verb.i + 1 for child in children
    ):
        return None
    own = sorted(token.i for child in children for token in child.subtree)
    end = before_next_verb(talk, verb, own[0], own[-1] + 1)
    doc = verb.doc
    while end > own[0] and doc[end - 1].is_punct and doc[end - 1].text not in MARKS:
        end -= 1
    return own[0], end


def _phrase(talk: Talk, start: int, end: int) -> Phrase:
    """The words, with a closing mark that belongs to a quotation inside."""
    doc = talk.doc
    end = next((b for a, b in talk.quoted if start <= a < end <= b), end)
    start = next((a for a, b in talk.quoted if a + 1 == start < b <= end), start)  # the opening mark
    span = doc[start:end]
    base = talk.paragraph.start
    return talk.speakers.article.phrase(base + span.start_char, base + span.end_char)


def _begins_clause(doc: Doc, i: int) -> bool:
    """Whether a clause of its own begins at the token, not one that describes what stands before."""
    if i >= len(doc) or doc[i].lower_ in ADDED:
        return False
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i > t.i for t in doc[i : i + SOON])


def _according(cue: Cue) -> Iterator[tuple[int, int, float]]:
    """ "…, according to the Harrow Trust" and "According to the Harrow Trust, …"."""
    token = cue.token
    sentence = token.sent
    start, end = sentence.start, token.i
    behind = token.right_edge.i
    if behind + 1 < sentence.end - 2 and token.doc[behind + 1].text == "," and token.i != sentence.start:
        end = sentence.end
    if token.i == sentence.start:
        behind = cue.subject.i if cue.subject is not None else behind
        commas = [t.i for t in sentence if t.i > behind and t.text == ","]
        comma = next((i for i in commas if _begins_clause(sentence.doc, i + 1)), None)
        comma = comma if comma is not None or not commas else commas[0]
        if comma is None:
            return
        start, end = comma + 1, sentence.end
    yield (*trimmed(sentence.doc, start, end), 0.85)
