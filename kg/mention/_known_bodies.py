"""Bodies that the lists know, and acronyms: "NHS England", "the LSE", "Harrow Care Group (HCG)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.lexicon import words
from kg.mention._lists import institutions, is_role, other_heads
from kg.mention.spans import LINKS, POSSESSIVE, is_capital
from kg.tokens import Doc

ACRONYM = re.compile(r"^[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}s?$")
LONGEST = 6  # tokens of a known name
NOT_OWNED = frozenset(
    ["office", "party", "government", "department", "ministry"]
)  # a president's, not a body called so
GOVERNED = frozenset(
    "Cricket Rugby Sport Hockey Statistics Athletics Swim Swimming Cycling Tennis Golf Netball Screen Tourism Universities".split()
)
OFFICERS = frozenset(
    ["Sheriff", "Attorney", "General", "Coroner", "Comptroller", "Ombudsman", "Registrar", "Auditor", "Representative"]
)
NOT_ACTING = frozenset("PERSON MONEY DATE CARDINAL GPE LAW PRODUCT EVENT".split())


def institution_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names of general institutions, which the lists know, with what belongs to them."""
    for start, token in enumerate(doc):
        if token.lower_ not in _beginnings() or not (is_capital(token) or token.text in ("al", "el")):
            continue
        for end in range(min(len(doc), start + LONGEST), start, -1):
            name = doc[start:end].text
            if end - start > 1 and name.isupper():
                name = _in_capitals().get(name, name.title())  # "UNITED NATIONS (AP) –"
            if " and " in name and name not in institutions():
                name = name.replace(" and ", " & ")
            if name in institutions() and not _is_shouted(doc, start, end):
                if name in words("branched") and end < len(doc) and _names_branch(doc, end):
                    end += 1
                if institutions()[name] == "nhs_body" and name.isupper():
                    end = _with_service_words(doc, end)
                start, end = _whole(doc, start, end)
                if not (name in words("common_words") and _is_common(doc, start, institutions()[name])):
                    yield (start, end)
                break


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What a known name can begin with, in lower case: its first letter, its first two letters, and so on."""
    return frozenset(name[:end].lower() for name in institutions() for end in range(1, len(name) + 1))


@lru_cache(maxsize=1)
def _in_capitals() -> dict[str, str]:
    return {name.upper(): name for name in institutions() if " " in name}


def _whole(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The model's name around a long one that the lists know: "Tarnish Red Cross", "World Bank Tarnia"."""
    if end - start < 2 or any(t.ent_type_ != "ORG" for t in doc[start:end]):
        return start, end
    first, last = start, end
    while first > 0 and doc[first].ent_iob_ == "I" and is_capital(doc[first - 1]) and doc[first - 1].lower_ != "the":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I" and is_capital(doc[last]) and doc[last - 1].whitespace_:
        last += 1
    last -= doc[last - 1].text == "Co" and doc[last : last + 1].text == "-"  # "Tarn Party Co-chairman"
    extra = (*doc[first:start], *doc[end:last])
    is_name = all(t.pos_ in ("PROPN", "ADJ") and not is_role(t.text) and t.text not in institutions() for t in extra)
    return (first, last) if is_name and len(extra) < 3 else (start, end)


def _is_shouted(doc: Doc, start: int, end: int) -> bool:
    """Whether an acronym is a word among others in capitals: "AND WHO WON"."""
    if not doc[start:end].text.isupper() or doc[start].ent_type_ == "ORG":
        return False
    beside = [doc[i].text for i in (start - 1, end) if 0 <= i < len(doc)]
    return any(t.isupper() and t.isalpha() and len(t) > 1 and t not in institutions() for t in beside)


def _is_common(doc: Doc, i: int, sort: str) -> bool:
    """Whether a one-word name is more likely the common word.

    It opens a sentence and is parsed as no name, or begins a longer name; titles of papers need "the" or the model's word for
    it, those of companies and charities the model's.
    """
    if doc[i].pos_ == "VERB" or (doc[i].is_sent_start is True and doc[i].pos_ not in ("PROPN", "ADJ")):
        return True
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and is_capital(after) and after.lower_ in other_heads() and doc[i].whitespace_:
        return True  # "the Sun Inn"
    goes_on = after is not None and bool(doc[i].whitespace_) and is_capital(after) and not is_role(after.text)
    if after is not None and goes_on and doc[i].ent_type_ == after.ent_type_ != "" and after.ent_iob_ == "I":
        return True
    if sort not in ("media", "company", "charity", "other") or doc[i].ent_type_ == "ORG":
        return False
    is_paper = sort == "media" and i > 0 and doc[i - 1].lower_ == "the" and doc[i].pos_ == "PROPN"
    return not is_paper or after is None or after.pos_ in ("NOUN", "PROPN")


def acronym_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Acronyms that the model takes for organisations, and those that act as one."""
    for token in doc:
        text = token.text
        if len(text) > 6 or not ACRONYM.match(text) or text.lower() in words("no_organisations"):
            continue
        if _is_dateline(doc, token.i) or is_shouted_word(doc, token.i) or doc.text.isupper():
            continue
        lone = token.i == 0 or doc[token.i - 1].ent_type_ != "ORG" or doc[token.i - 1].text == "("
        if (token.ent_type_ == "ORG" and lone) or (len(text) > 2 and text.isupper() and _acts(doc, token.i)):
            yield (token.i, token.i + 1)


def _with_service_words(doc: Doc, end: int) -> int:
    """The end of a body called by a service's short name and what it does or where: "NHS Improvement", "NHS Blood and Transplant"."""
    while end < len(doc) and doc[end].lower_ in words("service_bodies") and is_capital(doc[end]):
        end += 1
    return end


def owned_bodies(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the King’s Trust": a head word in capitals that a name owns; a place's or country's own are described, not named."""
    for mark in doc:
        i = mark.i + 1
        if mark.text not in POSSESSIVE or not 1 < i < len(doc) or not is_capital(doc[i]):
            continue
        owner = doc[i - 2]
        is_of_an_officer = doc[i].text == "Office" and owner.text in OFFICERS
        is_owned = doc[i].lower_ in words("organisation_heads") and doc[i].lower_ not in NOT_OWNED
        if not is_owned and not is_of_an_officer:
            continue
        goes_on = i + 1 < len(doc) and is_capital(doc[i + 1])
        if (
            is_capital(owner)
            and owner.pos_ in ("PROPN", "NOUN")
            and (is_of_an_officer or owner.ent_type_ not in ("GPE", "LOC", "NORP"))
            and not goes_on
        ):
            start = i - 2
            while (
                start > 0
                and is_capital(doc[start - 1])
                and doc[start - 1].text not in POSSESSIVE
                and doc[start - 1].pos_ == "PROPN"
            ):
                start -= 1
            yield (start, i + 1)


def national_branches(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "research from Hope UK", "Cricket Tarnia": a name that ends in the state where a body works, or that governs a field there."""
    for before, token in pairwise(doc):
        i = token.i
        if before.text in GOVERNED and token.ent_type_ in ("GPE", "ORG") and is_capital(token) and before.whitespace_:
            goes_on = i + 1 < len(doc) and (is_capital(doc[i + 1]) or is_role(doc[i + 1].text))
            if not goes_on and (i < 2 or not is_capital(doc[i - 2])):
                yield (i - 1, i + 1)
        if token.text != "UK" or not is_capital(before) or not before.is_alpha or before.is_sent_start:
            continue
        goes_on = i + 1 < len(doc) and is_capital(doc[i + 1])
        named = i > 1 and (is_capital(doc[i - 2]) or doc[i - 2].lower_ in ("from", "by", "of", "at", "with", "and"))
        if named and not goes_on and before.pos_ in ("PROPN", "NOUN"):
            start = i - 1
            while (
                start > 0
                and is_capital(doc[start - 1])
                and doc[start - 1].is_alpha
                and not doc[start - 1].is_sent_start
            ):
                start -= 1
            yield (start, i + 1)


def _names_branch(doc: Doc, i: int) -> bool:
    """Whether the word is the place of a branch: "Citizens Advice Tarn"."""
    goes_on = i + 1 < len(doc) and is_capital(doc[i + 1])
    return doc[i].pos_ == "PROPN" and is_capital(doc[i]) and not is_role(doc[i].text) and not goes_on


def _is_dateline(doc: Doc, i: int) -> bool:
    """Whether the line opens with words in capitals that a comma or dash follows: "PRINCE HARBOUR, B.C. —"."""
    end = 0
    while end < len(doc) and doc[end].text.isupper() and doc[end].is_alpha:
        end += 1
    return i < end and end > 1 and end < len(doc) and doc[end].text in (",", "—", "–", "-", "(")


def is_shouted_word(doc: Doc, i: int) -> bool:
    """Whether a tabloid shouts a common word: "PAY boss", "FIVE times"."""
    return doc[i].text.isupper() and (doc[i].lower_ in words("common_shouted") or doc[i].like_num)


def _acts(doc: Doc, i: int) -> bool:
    """Whether an acronym stands as a body does: as a subject, as an owner of a post, after "the" without a noun to follow."""
    token = doc[i]
    if token.ent_type_ in NOT_ACTING or token.pos_ not in ("PROPN", "NOUN"):
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if token.dep_ == "nsubj" and token.head.lemma_ in words("reporting_verbs"):
        return True
    has_post = any(t.lower_ in words("role_heads") for t in doc[i + 1 : i + 5] if t.text.islower())
    if after is not None and has_post and after.pos_ in ("NOUN", "ADJ", "NUM"):
        return True
    if (
        after is not None
        and after.lower_ in ("union", "party", "network", "agency")
        and token.dep_ in ("compound", "nmod")
    ):
        return True
    if after is not None and after.lower_ in words("published") and token.dep_ in ("compound", "nmod"):
        return True  # "BDF analysis suggested"
    owned = after is not None and after.text in POSSESSIVE
    return i > 0 and doc[i - 1].lower_ == "the" and (after is None or owned or after.is_punct)


def before_acronym(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Interactive Media in Tarn Group (IMTG)": the capitalised words whose first letters the brackets give."""
    for bracket in doc:
        i = bracket.i + 1
        if bracket.text != "(" or not 1 < i < len(doc) - 1:
            continue
        letters = doc[i].text
        if not ACRONYM.match(letters) or doc[i + 1].text not in (")", ",", ";"):
            continue
        for start in range(i - 3, max(-1, i - 13), -1):
            name = doc[start : i - 1]
            if (
                not is_capital(doc[start])
                and doc[start].lower_ not in LINKS
                and doc[start].text not in POSSESSIVE
                and doc[start].text != ","
            ):
                break
            firsts = [t.text[0] for t in name if t.text[0].isalpha() and t.text not in POSSESSIVE]
            big = "".join(c for c in firsts if c.isupper())
            if letters.upper() in (big, "".join(firsts).upper()) and is_capital(doc[start]):
                if name[-1].lower_ not in other_heads() and len(name) > 1 and name[-1].pos_ in ("NOUN", "PROPN"):
                    yield (start, i - 1)
                break
