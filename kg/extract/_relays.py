"""Clauses that only pass on what somebody else said: "Bell said it was over, the Harrow Press reported", "According to the Press, Bell said …"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract._pieces import MARKS, STOPS
from kg.extract._reporting import Cue
from kg.extract._subjects import RELATIVES

FARTHEST = 4  # words from the verb to the end of the sentence: "reported on Monday"
SPEAKING = frozenset("say tell add state write claim warn insist argue announce predict deny explain".split())
MAIN = frozenset(("ROOT", "ccomp", "parataxis"))


def relay(cue: Cue, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """The tokens of a clause that passes on what the main verb of its sentence, a verb of saying, reports; None for another."""
    told = _told(cue, cues)
    if told is None or cue.subject is None:
        return None
    doc = cue.token.doc
    first = min(cue.token.i, cue.subject.left_edge.i)
    if cue.is_according and cue.token.i < told.token.i:
        return (first, cue.subject.i + 1) if cue.token.i == cue.token.sent.start else None
    if not cue.is_according and cue.token.dep_ not in MAIN:
        return None
    last = max(cue.token.i, cue.subject.right_edge.i)
    end = next((i for i in range(last, len(doc)) if doc[i].text in STOPS), len(doc))
    is_apart = first > 0 and (doc[first - 1].text == "," or doc[first - 1].text in MARKS)
    return (first, end) if is_apart and end - last <= FARTHEST and told.token.i < first else None


def _told(cue: Cue, cues: Sequence[Cue]) -> Cue | None:
    """The verb of saying that is the main one of what the clause passes on."""
    for other in cues:
        verb, subject = other.token, other.subject
        if other is cue or other.is_according or subject is None or verb.sent.start != cue.token.sent.start:
            continue
        if verb.lemma_ not in SPEAKING or verb.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        is_main = verb.dep_ == "ROOT" or (verb.dep_ in MAIN and verb.head == cue.token)
        if is_main and (other.is_sure or cue.is_according) and subject.i < verb.i and subject.lower_ not in RELATIVES:
            return other
    return None
