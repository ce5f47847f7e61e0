"""Bodies that somebody joins: "prior to joining Kelvane, she was", "joined Kelvane in 2012 as"; not "joined France in saying"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._lists import countries, is_first_name
from kg.mention.spans import LONGEST_NAME, POSSESSIVE, is_capital, run_from
from kg.tokens import Doc, Token

BEFORE = frozenset(["to", "before", "since", "after", "upon", "on"])  # "prior to joining"
NO_NAMES = frozenset(["NORP", "DATE", "EVENT", "LAW", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL", "PERCENT"])
PEOPLE = frozenset(["he", "she", "who", "i"])


def joined_bodies(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names after "join" that nobody but a body can bear there."""
    for verb in doc:
        if verb.lemma_ not in ("join", "rejoin") or verb.pos_ != "VERB" or verb.i + 1 >= len(doc):
            continue
        start = verb.i + 1 + (doc[verb.i + 1].lower_ == "the")
        end = run_from(doc, start)
        if start < end <= start + LONGEST_NAME and _can_be(doc, start, end) and _is_of_a_career(doc, verb, end):
            yield (start, end)


def _can_be(doc: Doc, start: int, end: int) -> bool:
    span = doc[start:end]
    if (
        span.text in countries()
        or any(t.ent_type_ in NO_NAMES for t in span)
        or not any(t.pos_ == "PROPN" for t in span)
    ):
        return False
    if end < len(doc) and (doc[end].text in POSSESSIVE or (is_capital(doc[end]) and doc[end].text != "(")):
        return False
    return not (is_first_name(doc[start].text) or (len(span) > 1 and span[0].ent_type_ == "PERSON"))


def _is_of_a_career(doc: Doc, verb: Token, end: int) -> bool:
    """Whether a person joins a firm: "prior to joining X", "joined X as", "joined X in 2012"."""
    if verb.tag_ == "VBG":
        return verb.i > 0 and doc[verb.i - 1].lower_ in BEFORE and doc[verb.i - 1].pos_ in ("ADP", "SCONJ", "PART")
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_person = subject is not None and (subject.lower_ in PEOPLE or subject.ent_type_ == "PERSON")
    after = doc[end : end + 3]
    if not is_person or len(after) < 2:
        return False
    is_dated = after[0].lower_ == "in" and any(t.ent_type_ == "DATE" for t in after)
    return after[0].lower_ == "as" or is_dated
