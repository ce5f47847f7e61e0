"""Bodies whose head word is in lower case: "the Harrow planning committee"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.lexicon import words
from kg.mention._lists import heads, institutions, is_role
from kg.mention.spans import POSSESSIVE, is_capital
from kg.tokens import Doc

NOT_OF_PLACES = frozenset(
    "group party company bank union church school network club government society movement".split()
)
LEVELS = frozenset("local county city town borough district parish community state regional island workers".split())
SERVICES = frozenset(
    "fire rescue ambulance police prison probation library weather".split()
)  # "Tarnshire fire service"
SAINTLY = frozenset(
    "king queen prince princess people women children men guy st saint workers carers teachers students".split()
)


def by_lower_head(doc: Doc) -> Iterator[tuple[int, int]]:
    """Capitalised words with a head in lower case: "Harrow planning committee", "Save Our Pool group"."""
    for before, token in pairwise(doc):
        i, word = token.i, token.text
        is_head = word in heads() and heads()[word][1] == "lower"
        is_service = word in ("service", "brigade") and before.text in SERVICES
        if not (is_head or is_service) or not word.islower() or token.pos_ not in ("NOUN", "PROPN"):
            continue
        start = i
        while (
            start > 0
            and doc[start - 1].text.islower()
            and doc[start - 1].pos_ in ("NOUN", "ADJ")
            and i - start < 3
            and doc[start - 1].head.i >= start - 1
        ):
            start -= 1
        if start > 0 and doc[start - 1].text in POSSESSIVE:
            if start > 1 and doc[start - 2].lower_ in SAINTLY and is_capital(doc[start - 2]) and start == i:
                yield (start - 2, i + 1)
            continue
        if doc[start - (start == i)].is_sent_start and _opens_with_body(doc, start - (start == i), i):
            yield (start - 1 if start == i else start, i + 1)
            continue
        first = start
        while (
            first > 0
            and is_capital(doc[first - 1])
            and doc[first].text not in ("A", "An", "The")
            and doc[first - 1].pos_ in ("PROPN", "ADJ", "NOUN", "VERB", "PRON", "DET")
        ):
            first -= 1
        first += doc[first].lower_ in ("the", "a", "an") and first < start
        first = _before_and(doc, first, start)
        if first > 0 and doc[first - 1].lower_ in ("a", "an") and word == "committee":
            continue  # which one, is not said
        names = [t for t in doc[first:start] if t.pos_ == "PROPN" or t.text in institutions()]
        if not names or (
            first == 0
            and len(names) == 1
            and start - first == 1
            and names[0].is_sent_start
            and names[0].text not in institutions()
            and (word != "council" or names[0].lower_ in LEVELS)
        ):
            continue
        if any(t.ent_type_ in ("PERSON", "NORP", "DATE") and t.text not in institutions() for t in names):
            continue
        is_common = names[-1].lower_ in words("no_organisations") - {"commons", "lords"}
        if (is_common and len(names) == 1) or _needs_no_head(doc, start, word):
            continue
        if word in NOT_OF_PLACES and doc[start - 1].ent_type_ in ("GPE", "LOC"):
            continue
        owner = institutions().get(doc[first:start].text, "political_party")
        if word in NOT_OF_PLACES and owner != "political_party":
            continue
        if word == "agency" and before.text == "news":
            yield (first, start)  # "the Tarnfax news agency"
            continue
        yield (first, start if word == "company" else i + 1)


def _before_and(doc: Doc, first: int, start: int) -> int:
    """Where a name begins that "and" joins: "Public and Commercial Workers union"; not "Tarn and Harrow council"."""
    if first < 2 or doc[first - 1].text != "and" or not is_capital(doc[first - 2]) or start - first < 2:
        return first
    is_free = first == 2 or doc[first - 3].lower_ == "the"
    left = doc[first - 2]
    return (
        first - 2
        if is_free and left.ent_type_ not in ("GPE", "PERSON", "NORP") and left.text not in institutions()
        else first
    )


def _opens_with_body(doc: Doc, first: int, head: int) -> bool:
    """ "Planning committee chair Ilva Tarn": a common word in capitals only because it opens the sentence."""
    is_body = doc[head].lower_ in ("committee", "board", "panel", "council") and head - first == 1
    return is_body and head + 1 < len(doc) and is_role(doc[head + 1].text) and doc[first].pos_ in ("NOUN", "PROPN")


def _needs_no_head(doc: Doc, start: int, word: str) -> bool:
    """Whether the name before the head says it all: "the GMB union", "the Reuters news agency"."""
    name = doc[start - 1].text
    return word in ("union", "party", "group", "network", "agency", "club") and name.isupper() and 1 < len(name) < 7
