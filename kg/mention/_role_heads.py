"""Head words of titles: where "chief executive" or "ministers" stands as a post, and whether it speaks of one or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon.roles import role_family, role_heads
from kg.mention._role_page import Page
from kg.mention.organisations import heads
from kg.model import Kind
from kg.tokens import Doc, Token

LONGEST_HEAD = 4  # tokens: "work and pensions secretary", "vice - president"
NOUNS = ("NOUN", "PROPN")
# Words that are no post on their own in most places where they stand
WEAK = frozenset(
    """
    head lead chief partner captain fellow collector td ms deputy executive assistant general officer director
    member am official whip cr
    """.split()
)
PLURAL_SEATS = frozenset(["MPs", "MSPs", "MEPs", "MLAs", "TDs"])
NO_LEADERS = frozenset(["world", "market", "opinion", "cheer", "race", "class"])  # nobody's post
RANKS_IN_LETTERS = frozenset(["pc", "dc", "ds", "di", "dci", "wpc", "pcso"])  # only before a name: "DC Ann Bell"
FIRST_NAMES = frozenset(["Dean"])  # a title in small letters, and after "the"


def title_heads(page: Page) -> Iterator[tuple[int, int]]:
    """Where the head words of titles stand, as token spans, from left to right; never overlapping."""
    i = 0
    while i < len(page.doc):
        size = head_size(page.doc, i)
        if size and not _is_elsewhere(page, i, size):
            yield i, i + size
            i += size
        else:
            i += 1


def head_size(doc: Doc, i: int) -> int:
    """How many tokens from `i` on form a role head; 0 for none."""
    if doc[i].lower_.removesuffix(".").removesuffix("s") not in _first_words():
        return 0
    for size in range(min(LONGEST_HEAD, len(doc) - i), 0, -1):
        last = doc[i + size - 1]
        is_noun = last.pos_ in (*NOUNS, "ADJ", "X") or _is_mistagged(doc, last)
        if is_noun and _singular(doc, i, i + size) in role_heads():
            return size if size > 1 or _is_title_like(doc, i) else 0
    return 0


def _is_mistagged(doc: Doc, token: Token) -> bool:
    """Whether the model takes a noun before a name for a verb: "Harrow Council campaigner Ann Bell"."""
    after = doc[token.i + 1 : token.i + 2]
    return (
        token.pos_ == "VERB"
        and token.lower_.endswith(("er", "or", "ist"))
        and after.text != ""
        and after[0].ent_type_ == "PERSON"
    )


@cache
def _first_words() -> frozenset[str]:
    """The first words of all role heads, without a final s: a quick look before the slow one."""
    return frozenset(re.split(r"(?<=\w)\b", head, maxsplit=1)[0].removesuffix("s") for head in role_heads())


def _singular(doc: Doc, start: int, end: int) -> str:
    """The words in lower case, the last one in the singular ("joint chief nurses", "co-directors")."""
    text = doc[start:end].text.lower().replace("’", "'")
    return text[:-1] if is_plural(doc[end - 1]) and text not in role_heads() else text


def is_plural(token: Token) -> bool:
    """Whether a head word speaks of several: "directors"; only regular plurals are read."""
    if token.text in PLURAL_SEATS:
        return True
    return token.tag_ in ("NNS", "NNPS") and token.text.endswith("s") and token.lower_ != "ms"


def _is_title_like(doc: Doc, i: int) -> bool:
    """Whether a single word is a title here: not an adjective, not the first part of a longer title."""
    token = doc[i]
    after = doc[i + 1] if i + 1 < len(doc) else None
    if token.pos_ == "ADJ" and (token.dep_ == "amod" or token.lower_ in WEAK):
        return False
    if token.lower_ in ("operative", "operatives") and i and doc[i - 1].text == "-":
        return False  # "a co-operative"
    if token.lower_ in ("leader", "leaders") and i and doc[i - 1].lower_ in NO_LEADERS:
        return False
    if token.lower_ in ("critic", "critics"):
        return any(t.dep_ == "compound" for t in token.lefts)  # "health critic", not "a fierce critic"
    if token.lower_ in ("ms", "td", "am"):
        return token.text.isupper()
    if token.lower_ == "justice":
        return token.text == "Justice" and after is not None and after.ent_type_ == "PERSON"
    if token.lower_ in RANKS_IN_LETTERS:
        return token.text.isupper() and after is not None and after.pos_ == "PROPN"
    if token.text in FIRST_NAMES and token.text.istitle() and after is not None and after.pos_ == "PROPN":
        return False  # "Dean Tarn"
    if token.lower_ == "head":
        return (
            after is not None
            and token.pos_ in NOUNS
            and (after.lower_ == "of" or after.ent_type_ == "PERSON" or token.dep_ == "attr")
        )
    if token.lower_ in WEAK:
        is_part = token.dep_ in ("compound", "amod", "nmod") and token.head.i > i and token.head.ent_type_ != "PERSON"
        followed = after is not None and after.pos_ == "NOUN" and after.text.islower() and after.head.i != i
        is_two = after is not None and token.text.islower() and after.text.istitle()  # "army chief General Ann Bell"
        followed = followed or (is_part and after is not None and after.lower_ in role_heads() and not is_two)
        return token.pos_ in NOUNS and not followed
    return True


def _is_elsewhere(page: Page, i: int, size: int) -> bool:
    """Whether the head word is part of a name: "Bishop Street", "Members’ Club"."""
    last = i + size - 1
    mention = page.at.get(last)
    if mention is not None and mention.kind in (Kind.ORGANISATION, Kind.PLACE) and page.end[mention] > i + size:
        return True
    if mention is not None and mention.kind is Kind.ORGANISATION and page.begin[mention] < i:
        # "the Harrow Road Safety Executive", letters that are also those of a post
        return page.doc[last].lower_ in heads() or page.doc[last].text.isupper()
    if mention is not None and mention.kind is Kind.PERSON:
        is_postnominal = page.end[mention] == i + size and role_family(page.doc[last].text) == "seat"
        return page.begin[mention] < i and not is_postnominal
    token = page.doc[last]
    if token.dep_ in ("compound", "nmod") and token.head.i == last + 1 and page.person(last + 1) is None:
        return token.head.pos_ == "NOUN" and token.head.text.islower()  # "teacher association"
    return token.tag_ in ("NNS", "NNPS") and token.lower_ != "ms" and not is_plural(token)


def is_seat(doc: Doc, stop: int) -> bool:
    """Whether the title that ends at `stop` is a seat, held for a place ("MP", "councillor", "mayor")."""
    return role_family(doc[stop - 1].text) == "seat" or doc[stop - 1].lower_ in ("member", "candidate", "peer")
