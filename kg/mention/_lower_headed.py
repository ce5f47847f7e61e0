"""Bodies whose head word is in lower case: "the Harrow planning committee"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.lexicon import words
from kg.mention._lists import heads, institutions, is_role
from kg.mention.spans import POSSESSIVE, is_capital
from kg.tokens import Doc, Token

NOT_OF_PLACES = frozenset(
    "group party company bank union church school network club government society movement".split()
)
LEVELS = frozenset("local county city town borough district parish community state regional island workers".split())
MOST_OF_SORT = 3  # words in small letters before a head
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
        start = _sort_start(doc, i)
        opening = start - (start == i)
        if start > 0 and doc[start - 1].text in POSSESSIVE:
            if start > 1 and doc[start - 2].lower_ in SAINTLY and is_capital(doc[start - 2]) and start == i:
                yield (start - 2, i + 1)
        elif doc[opening].is_sent_start and _opens_with_body(doc, opening, i):
            yield (opening, i + 1)
        else:
            first = _name_start(doc, start)
            if _names_body(doc, first, start, word):
                is_alone = word == "company" or (word == "agency" and before.text == "news")
                yield (first, start if is_alone else i + 1)  # "the Tarnfax news agency"


def _sort_start(doc: Doc, head: int) -> int:
    """Where the words in small letters begin that say which sort of body the head is: "planning" of "planning committee"."""
    start = head
    while (
        start > 0
        and doc[start - 1].text.islower()
        and doc[start - 1].pos_ in ("NOUN", "ADJ")
        and head - start < MOST_OF_SORT
        and doc[start - 1].head.i >= start - 1
    ):
        start -= 1
    return start


def _name_start(doc: Doc, end: int) -> int:
    """Where the capitalised words begin that end at token `end`, without an article."""
    first = end
    while (
        first > 0
        and is_capital(doc[first - 1])
        and doc[first].text not in ("A", "An", "The")
        and doc[first - 1].pos_ in ("PROPN", "ADJ", "NOUN", "VERB", "PRON", "DET")
    ):
        first -= 1
    first += doc[first].lower_ in ("the", "a", "an") and first < end
    return _before_and(doc, first, end)


def _names_body(doc: Doc, first: int, end: int, head: str) -> bool:
    """Whether the capitalised words before a head make a body's name with it: no person's, no place's where bodies are not called so."""
    if first > 0 and doc[first - 1].lower_ in ("a", "an") and head == "committee":
        return False  # which one, is not said
    names = [t for t in doc[first:end] if t.pos_ == "PROPN" or t.text in institutions()]
    if not names or (first == 0 and end == 1 and _only_opens(names[0], head)):
        return False
    if any(t.ent_type_ in ("PERSON", "NORP", "DATE") and t.text not in institutions() for t in names):
        return False
    is_common = names[-1].lower_ in words("no_organisations") and names[-1].lower_ not in ("commons", "lords")
    if (is_common and len(names) == 1) or _needs_no_head(doc, end, head):
        return False
    is_whole = institutions().get(doc[first:end].text, "political_party") != "political_party"
    return head not in NOT_OF_PLACES or not (is_whole or doc[end - 1].ent_type_ in ("GPE", "LOC"))


def _only_opens(name: Token, head: str) -> bool:
    """Whether a word may be capitalised only because it opens the sentence."""
    is_level = head != "council" or name.lower_ in LEVELS
    return bool(name.is_sent_start) and name.text not in institutions() and is_level


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
    """Whether the name before the head says it all: "the TWU union", "the TARNA news agency"."""
    name = doc[start - 1].text
    return word in ("union", "party", "group", "network", "agency", "club") and name.isupper() and 1 < len(name) < 7
