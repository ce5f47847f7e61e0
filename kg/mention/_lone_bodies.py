"""Bodies of one word, told by all that an article says of the word: "Tarnlink, which owns", "its boss at Tarnlink", "Tarnlink shares".

The language model takes many a firm of one word for a place, or for nothing. One sentence seldom shows what it is; all that
the article says of it together often does. What stands as a place or a person does anywhere is left alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from functools import lru_cache

from kg.lexicon import words
from kg.mention._bodies_beside import LEADS
from kg.mention._lists import (
    body_words,
    countries,
    heads,
    institutions,
    is_first_name,
    is_honorific,
    is_role,
    other_heads,
)
from kg.mention.spans import DAYS, POSSESSIVE, is_capital
from kg.parsed import ParsedArticle
from kg.tokens import Doc, Token

SHORTEST = 3  # letters
POINTS = 2  # of what speaks for a body where the model sees a place; one is enough elsewhere
PLACED = frozenset("in near around across outside throughout via beyond".split())
PARTS = frozenset(
    "city town village people north south east west suburb port streets outskirts residents area region county district "
    "centre part parts province island state capital university bishop".split()
)  # before "of": "the streets of X"
OF_TOWNS = frozenset(
    "town streets population residents economy capital mayor people north south east west coast border centre voters "
    "constituency council councillors airport government president parliament".split()
)  # after the word
ACTS = frozenset(
    "own operate employ manufacture apologise recruit acquire supply publish sell launch trade insure specialise campaign "
    "represent distribute lease merge invest rebrand relist outbid undercut".split()
)  # what bodies do
DONE_BY = frozenset(
    "own run operate employ build make hire supply provide buy sell fund commission publish develop manage produce publish "
    "represent launch install design insure back report reveal".split()
)  # "owned by X"
POSTS = LEADS | {"founder"}
POSTS_THERE = POSTS | {"subsidiary", "shares", "stake", "customers", "employees", "owner", "owners"}
HELD = frozenset("shares customers profits profit turnover workforce shareholders staff rivals pensioners".split())
TIES = frozenset(["contract", "deal", "merger", "partnership", "contracts", "tender"])
CAMEL = re.compile(r"(?!Mc|Mac|De|La|Le|Van|Fitz|O)[A-Z][a-z]+[A-Z][a-z]\w*")  # "TarnGen"
JOINED = frozenset(["join", "leave", "found", "sue", "quit"])


def lone_bodies(article: ParsedArticle, people: set[str]) -> list[str]:
    """The single words that name bodies by all that is said of them; sorted.

    Args:
        people: words of the names of people, in lower case; a word among them names nobody else.
    """
    points: Counter[str] = Counter()
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    vetoed: set[str] = set()
    for paragraph in article.paragraphs:
        for token in _candidates(paragraph.doc):
            labels[token.text][token.ent_type_] += 1
            if is_placed(token) or _is_human(token):
                vetoed.add(token.text)
            else:
                points[token.text] += _points(token)
    found = (w for w, n in points.items() if w not in vetoed and w.lower() not in people and n >= _least(labels[w]))
    return sorted(found)


def _least(seen: Counter[str]) -> int:
    """How much must speak for a body: more where the model mostly sees a place."""
    return POINTS if seen["GPE"] + seen["LOC"] > sum(seen.values()) / 2 else 1


def _candidates(doc: Doc) -> Iterator[Token]:
    """Capitalised words by themselves that no list knows."""
    for token in doc:
        if not is_capital(token) or len(token.text) < SHORTEST or not token.text.isalpha() or token.pos_ != "PROPN":
            continue
        lower = token.lower_
        if token.text in countries():
            continue
        if token.text in institutions() or is_first_name(token.text) or token.text in DAYS or token.ent_type_ == "NORP":
            continue
        if any(lower in known for known in _other_words()):
            continue
        if is_role(token.text) or is_honorific(token.text) or lower in body_words():
            continue
        before = doc[token.i - 1] if token.i else None
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if before is not None and is_capital(before) and not before.is_sent_start:
            continue
        if after is not None and (after.text == "-" or (is_capital(after) and token.whitespace_)):
            continue
        if before is not None and (before.text == "-" or is_honorific(before.text)):
            continue
        yield token


@lru_cache(maxsize=1)
def _other_words() -> tuple[Container[str], ...]:
    """Lists of words that never name a body by themselves."""
    before_posts = words("role_modifiers") | {"deputy", "assistant", "vice"}
    return before_posts, words("no_organisations"), words("no_people"), other_heads(), words("postnominals"), heads()


def is_placed(token: Token) -> bool:
    """Whether the word stands as a place does: "in X", "the streets of X", "X town centre", "in Tarn, X and Y"."""
    doc, i = token.doc, token.i
    before = doc[i - 1].lower_ if i else ""
    if (before in PLACED and doc[i + 1 : i + 2].text not in POSSESSIVE) or (
        before == "of" and i > 1 and doc[i - 2].lower_ in PARTS
    ):
        return True
    after = next((t.lower_ for t in doc[i + 1 : i + 3] if t.text not in POSSESSIVE and t.pos_ != "VERB"), "")
    if after in OF_TOWNS or after in words("place_heads"):
        return True
    return i > 1 and before in (",", "and", "or") and doc[i - 2].ent_type_ in ("GPE", "LOC", "FAC")


def _is_human(token: Token) -> bool:
    """Whether the word stands as a person does: "X, who", "striker X", "X said he"."""
    doc, i = token.doc, token.i
    if i and doc[i - 1].text.islower() and is_role(doc[i - 1].text):
        return True
    rest = [t.lower_ for t in doc[i + 1 : i + 3]]
    if rest[:2] == [",", "who"] or rest[:1] == ["who"]:
        return True
    clause = next((t for t in token.head.rights if t.dep_ == "ccomp"), None)
    own = next((t.lower_ for t in clause.lefts if t.dep_ == "nsubj"), "") if clause is not None else ""
    return token.dep_ == "nsubj" and own in ("he", "she")


def _points(token: Token) -> int:
    """How much speaks for a body in one place."""
    doc, i = token.doc, token.i
    before = [t.lower_ for t in doc[max(0, i - 2) : i]]
    after = [t for t in doc[i + 1 : i + 4] if t.text not in POSSESSIVE]
    points = 0
    if token.dep_ == "nsubj" and token.head.lemma_ in ACTS:
        points += 2
    points += _relative(token)
    if (
        after
        and after[0].text.islower()
        and (after[0].text in HELD | POSTS or (len(after) > 1 and after[1].text in POSTS))
    ):
        points += 2
    if before[-1:] and before[-1] in ("of", "at", "for", "with") and len(before) > 1 and before[0] in POSTS_THERE:
        points += 2
    if before[-1:] == ["with"] and before[0] in TIES:
        points += 2
    if before[-1:] == ["by"] and doc[i - 1].head.tag_ == "VBN" and doc[i - 1].head.lemma_ in DONE_BY:
        points += 2
    if token.dep_ == "dobj" and token.head.lemma_ in JOINED:
        points += 1
    if (
        before == ["work", "for"]
        or before == ["worked", "for"]
        or before == ["works", "for"]
        or before == ["working", "for"]
    ):
        points += 2
    points += bool(CAMEL.fullmatch(token.text)) and token.dep_ in ("nsubj", "nsubjpass", "poss")
    return points + _says_it(token) + 2 * _is_described(token)


def _relative(token: Token) -> int:
    """ "X, which runs": two for what only bodies do, one for any other verb."""
    doc, i = token.doc, token.i
    if [t.lower_ for t in doc[i + 1 : i + 3]] != [",", "which"] or doc[i + 2].dep_ not in ("nsubj", "nsubjpass"):
        return 0
    return 2 if doc[i + 2].head.lemma_ in ACTS | {"run", "make", "provide", "build", "manage", "produce", "fund"} else 1


def _says_it(token: Token) -> int:
    """ "X said it would", where "it" is X."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in words("reporting_verbs"):
        return 0
    clause = next((t for t in verb.rights if t.dep_ == "ccomp"), None)
    own = next((t.lower_ for t in clause.lefts if t.dep_ in ("nsubj", "nsubjpass")), "") if clause is not None else ""
    return int(own == "it" and clause is not None and clause.lemma_ != "be")


def _is_described(token: Token) -> bool:
    """ "X, the inland waterways museum", "X, one of the biggest chains": a common noun for a body in apposition."""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "," or doc[i + 2].lower_ not in ("a", "an", "the", "one", "two", "both"):
        return False
    for other in doc[i + 3 : i + 10]:
        if other.pos_ in ("VERB", "AUX") or other.text in (",", ".", ";"):
            return False
        follows = doc[other.i + 1] if other.i + 1 < len(doc) else None
        is_last = follows is None or follows.pos_ not in ("NOUN", "PROPN")
        if {other.lower_, other.lemma_} & body_words().keys() and other.text.islower() and is_last:
            return True
    return False
