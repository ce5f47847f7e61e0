"""Titles: the words of a post as printed, "deputy director of people, culture and inclusion", without whose and whom."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import rows, words
from kg.lexicon.roles import role_heads
from kg.mention._role_heads import NOUNS
from kg.mention._role_page import Page
from kg.mention.organisations import heads, institutions
from kg.mention.spans import POSSESSIVE
from kg.model import Kind
from kg.tokens import Token

# Heads that also stand inside a longer title: "chief of staff", "director general", "officer commanding"
INSIDE = frozenset(
    """
    head chief lead member partner officer director secretary speaker fellow consultant nurse doctor executive
    deputy assistant general principal police staff student player manager editor justice
    """.split()
)
PARTS = frozenset(
    """
    shadow acting interim deputy vice joint non chief assistant associate lead principal public co sub under
    """.split()
)
ING = frozenset("acting managing founding presiding visiting operating commanding".split())
NO_FIRMS = frozenset("IT TV PR HR UK US EU UN NHS AI MEP MP MSP".split())  # in capitals before a post, and of its field
FIELDS = frozenset(
    "services care service housing energy security defence defense justice".split()
)  # heads of ministers' titles, too
NATIONS = ("NORP",)
# Posts of whole bodies, before which a capitalised word names the body ("Acme Chief Executive"), unless it says the rank
WHOLE_POSTS = frozenset(
    ["chief executive", "chief executive officer", "ceo", "chairman", "chairwoman", "managing director"]
)
RANKS_BEFORE = PARTS | frozenset(
    """
    group global regional national executive company board founding former current outgoing incoming general senior county
    district hospital club party committee ex honorary emeritus hr finance divisional international managing
    """.split()
)
BODIES_BEFORE = frozenset(
    "committee trust council board party association club company firm charity commission shire union confederation federation".split()
)  # "committee chair": the post of a body that is described and not named


@lru_cache(maxsize=1)
def modifiers() -> dict[str, str]:
    """Words before a title that are not part of it → how they say the post is held (former, incoming, current, aside)."""
    return {row[0]: row[1] for row in rows("role_modifiers")}


def start_of_title(page: Page, head: int, stop: int) -> int:
    """Where the title as printed begins, given its head words: "deputy", "finance" and the like belong to it."""
    doc = page.doc
    start = head
    whose = page.person(head)
    if whose is not None and page.begin[whose] == head and page.end[whose] > stop and not doc[head - 1].text.istitle():
        return head  # "army chief [General Ann Bell]"
    while start > 0 and (_belongs(page, start - 1, start) or is_department(page, start - 1, stop)):
        start -= 1
    while start < head and (doc[start].text in ("-", "–", "’", "'", ",", "and", "&") or _is_aside(doc[start])):
        start += 1
    owned = [k for k in range(start, head) if doc[k].lower_ in BODIES_BEFORE and k not in page.at]
    return owned[-1] + 1 if owned else start


def _is_aside(token: Token) -> bool:
    return token.ent_type_ in NATIONS and token.pos_ == "ADJ" and token.text[:1].isupper()


def _belongs(page: Page, i: int, start: int) -> bool:
    """Whether the token before a title is part of it: "deputy", "finance", "shadow public health"."""
    token = page.doc[i]
    mention = page.at.get(i)
    if mention is not None and mention.kind is not Kind.INITIATIVE and not token.text.islower():
        return False
    if mention is not None and mention.kind in (Kind.PERSON, Kind.ORGANISATION):
        return False
    if i > 0 and token.like_num and page.doc[i - 1].lower_ == "section":
        return True  # "section 151 officer": by which law
    if token.lower_ == "local" and page.doc[i + 1].lower_ in ("government", "authority"):
        return True
    if token.lower_ == "co" and i + 1 < len(page.doc) and page.doc[i + 1].text == "-":
        return True  # "co - chairman"
    if token.lower_ in modifiers() or token.text in POSSESSIVE or token.ent_type_ in (*NATIONS, "DATE"):
        return False
    if is_half_modifier(page, i):
        return False
    if token.ent_type_ == "ORDINAL" and token.lower_ not in ("first", "second"):
        return False  # "the seventh director"; "first vice-president" and "second lieutenant" are posts
    if token.text == "-":
        joined = i > 0 and not page.doc[i - 1].whitespace_ and not token.whitespace_
        return joined and page.doc[i - 1].lower_ not in modifiers() and not page.doc[i - 1].like_num
    if token.lower_ in ("and", "&") and i > 0:
        return _is_joint_modifier(page, i, start)
    if _is_a_name(page, i, start) or is_firm_before(page, i, start) or _is_in_small_letters(page, i, start):
        return False
    if token.pos_ in (*NOUNS, "ADJ") or token.lower_ in PARTS:
        return _is_modifier(token, start)
    return token.tag_ == "VBG" and token.lower_ in ING


def is_half_modifier(page: Page, i: int) -> bool:
    """Whether the token ends a modifier of two words: "one-[time]", "long-[serving]"."""
    return i > 1 and page.doc[i - 1].text == "-" and "".join(page.words(i - 2, i + 1)) in modifiers()


def _is_a_name(page: Page, i: int, start: int) -> bool:
    """Whether a capitalised word before a title in small letters names something: "the Acme boss"; not "Music mogul"."""
    token, head = page.doc[i], page.doc[start]
    if token.lower_ == "cabinet":
        return False  # "Cabinet member for housing", "Cabinet secretary"
    is_small = head.text.islower() or head.text in ("CEO", "CFO", "COO", "CTO", "MP", "MSP", "MLA", "MEP", "TD")
    is_name = (
        (token.pos_ in NOUNS or token.text.isupper() or token.ent_type_ == "ORG")
        and token.text[:1].isupper()
        and token.lower_ not in role_heads()
    )
    opens = (token.is_sent_start or page.doc[i - 1].is_quote if i else True) and token.ent_type_ not in ("ORG", "GPE")
    opens = opens and not (token.text.isupper() and len(token.text) > 1 and token.text not in NO_FIRMS)  # "BA chairman"
    opens = opens and not is_named_elsewhere(page, token)
    is_field = head.lower_ in ("minister", "secretary")  # "Foreign minister": of what, not of whom
    return is_small and is_name and not opens and not head.is_quote and not is_field


def is_named_elsewhere(page: Page, token: Token) -> bool:
    """Whether the word stands in capitals inside a sentence, too: no common word that only opens this one."""
    text = page.article.document.text
    return token.is_sent_start and re.search(rf"(?<=[a-z,] ){re.escape(token.text)}\b(?! [A-Z])", text) is not None


def is_firm_before(page: Page, i: int, start: int) -> bool:
    """Whether a capitalised word before a title in capitals names a body: "Acme Chief Executive"; not "Deputy Chief Executive"."""
    token, doc = page.doc[i], page.doc
    sizes = (3, 2, 1)
    is_whole = doc[start].text[:1].isupper() and any(doc[start : start + n].text.lower() in WHOLE_POSTS for n in sizes)
    is_name = token.pos_ == "PROPN" and token.text[:1].isupper() and token.text.isalpha() and token.whitespace_ != ""
    known = (RANKS_BEFORE, BODIES_BEFORE, role_heads(), heads())
    is_letters = (
        token.text.isupper() and len(token.text) > 2 and token.text not in NO_FIRMS and doc[start].text.istitle()
    )
    return (is_whole or is_letters) and is_name and not any(token.lower_ in listed for listed in known)


def _is_in_small_letters(page: Page, i: int, start: int) -> bool:
    """Whether the word is in small letters before a title in capitals, to which it does not belong: "attack Secretary"."""
    token, head = page.doc[i], page.doc[start]
    return token.text.islower() and head.text.istitle() and not head.is_sent_start and token.lower_ not in PARTS


def _is_joint_modifier(page: Page, i: int, start: int) -> bool:
    """Whether "and" joins two parts of a title: "health and social care minister"."""
    joined = page.doc[i - 1]
    return (
        joined.pos_ in NOUNS
        and joined.text.islower() == page.doc[start].text.islower()
        and joined.lower_ not in role_heads()
        and joined.lower_ not in words("gendered_nouns")
        and joined.head.i >= start - 1
        and i - 1 not in page.at
    )


def _is_modifier(token: Token, start: int) -> bool:
    lower = token.lower_
    if lower in role_heads() and lower not in INSIDE and token.dep_ != "amod":
        return False  # "humanitarian" is a noun as well
    is_argument = token.dep_ in ("nsubj", "dobj", "pobj", "ROOT", "attr", "nsubjpass")
    return not is_argument or token.head.i >= start or lower in ("acting", "interim", "deputy")


def is_department(page: Page, i: int, stop: int) -> bool:
    """Whether a word that was taken for a body is the department in a minister's title: "Social Services Minister"."""
    mention = page.at.get(i)
    if (
        mention is None
        or mention.kind is not Kind.ORGANISATION
        or page.doc[stop - 1].lower_ not in ("minister", "secretary", "commissioner")
        or page.doc[stop - 2].lower_ in ("general", "press", "company")  # of a union, "Tarn Workers general secretary"
    ):
        return False
    if institutions().get(mention.words) == "political_party":
        return (
            mention.words == "Labour" and page.doc[stop - 1].text == "Minister"
        )  # the party's would be "Labour minister"
    telling = set(heads()) - FIELDS
    is_named = set(mention.words.lower().split()) & telling
    return page.doc[i].whitespace_ != "" and mention.words.istitle() and not is_named
