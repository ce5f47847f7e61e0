"""Bodies told by what they do and by what they have: "X, which", "X said it would", "shares in X", "X’s profits", "at the broker X".

The language model takes many a firm's name for a person's. These rules read what no person has or does, and leave alone what
begins with a given name.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._lists import NEVER_BODIES, body_words, is_given_name, is_honorific, is_role, other_heads
from kg.mention._things import names_a_thing
from kg.mention.spans import LONGEST_NAME, POSSESSIVE, is_capital, run_from, run_until
from kg.tokens import Doc, Token

Named = tuple[int, int]
SAYING = frozenset(
    ["say", "announce", "admit", "confirm", "stress", "insist", "claim", "warn", "add", "hope", "expect"]
)
NO_CLAIMS = frozenset(["be", "seem", "take", "rain"])  # "said it was hard": "it" is no body there
TRADING = frozenset(["acquire", "merge", "manufacture", "employ", "operate", "relocate", "restructure", "recall"])
OWNED = frozenset(
    "shares stores shops profits turnover customers shareholders products brands factories factory plant plants shipyard fleet "
    "branches depot depots subsidiary subsidiaries".split()
)  # what firms have and people hardly ever
HELD = frozenset(
    ["stake", "stakes", "shares", "holding", "takeover", "acquisition", "subsidiary", "arm", "customers", "clients"]
)


def bodies_by_deeds(doc: Doc) -> Iterator[Named]:
    """Names that only a body can have, whatever the model takes them for."""
    for token in doc:
        if token.lower_ == "which" and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            yield from _before(doc, token.i - (token.nbor(-1).text == "," if token.i else 0))
        elif token.lemma_ in SAYING and token.pos_ == "VERB":
            yield from _says_it(doc, token)
        elif token.lemma_ in TRADING and token.pos_ == "VERB":
            subject = _subject(token)
            if subject is not None:
                yield from _before(doc, subject.i + 1)
        elif token.text in OWNED and token.i:
            yield from _before(doc, token.i - (token.nbor(-1).text in POSSESSIVE))
        elif token.text in HELD and token.i + 2 < len(doc) and doc[token.i + 1].lower_ in ("in", "of"):
            yield from _after(doc, token.i + 2)
        elif _stands_for_body(token):
            yield from _after(doc, token.i + 1)


def _stands_for_body(token: Token) -> bool:
    """Whether it is the common noun of "at commodities broker Tarn Bell": of a body, not of a person, after the preposition."""
    is_noun = token.lower_ in body_words() and token.pos_ == "NOUN" and token.text.islower()
    return is_noun and any(t.lower_ in ("at", "by", "with") for t in token.doc[max(0, token.i - 3) : token.i])


def _before(doc: Doc, end: int) -> Iterator[Named]:
    start = run_until(doc, end)
    if start < end - 2 and doc[start].is_sent_start and doc[start].lower_ in body_words():
        start += 1  # "Charity Tarn Glass, which"
    elif start == end - 2 and doc[start].is_sent_start and doc[start].lower_ in body_words():
        return
    if end - start > 1 and _can_be(doc, start, end):
        yield (start, end)


def _after(doc: Doc, start: int) -> Iterator[Named]:
    end = run_from(doc, start)
    if end - start > 1 and _can_be(doc, start, end) and not (end < len(doc) and doc[end].text in POSSESSIVE):
        yield (start, end)


def _says_it(doc: Doc, verb: Token) -> Iterator[Named]:
    """ "Open Tarn said it would need more", "Open Tarn, the third of them, said it was closing": two words or more."""
    clause = next((t for t in verb.rights if t.dep_ == "ccomp"), None)
    subject = _subject(verb)
    if clause is None or subject is None or not (subject.i + 1 == verb.i or doc[subject.i + 1].text == ","):
        return
    own = next((t for t in clause.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.lower_ == "it" and clause.lemma_ not in NO_CLAIMS:
        yield from _before(doc, subject.i + 1)


def _subject(verb: Token) -> Token | None:
    return next((t for t in verb.lefts if t.dep_ == "nsubj"), None)


def _can_be(doc: Doc, start: int, end: int) -> bool:
    """Whether the words, two or more, may be a body's name: no given name first, no place, no thing, no title or post."""
    span = doc[start:end]
    if (
        len(span) > LONGEST_NAME
        or {t.ent_type_ for t in span} & NEVER_BODIES
        or not all(is_capital(t) or t.text in ("-", "&") for t in span)
    ):
        return False
    first, last = span[0], span[-1].lower_
    if is_given_name(first.text) or is_given_name(first.text.split("-")[0]) or is_honorific(first.text):
        return False
    if any(is_role(t.text) for t in span) or last in other_heads() or names_a_thing(doc, start):
        return False
    return span.text.lower() not in words("no_organisations") and all(t.text[0].isalpha() for t in span[:1])
