"""Posts in a list: "was an economist, and later a professor at Harrow University" gives both to whoever holds the first."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mention._role_clauses import PAST
from kg.mention._role_page import Page
from kg.mention._role_parts import Holding, Title
from kg.mention.spans import POSSESSIVE
from kg.model import Kind

LONGEST = 14  # tokens between two posts of a list, dates and brackets included
BY_VERB = frozenset(["copula", "as role", "appointed"])
APPOSED = frozenset(["apposition after", "apposed", "listed"])
JOINTS = frozenset([",", "and", "&", "as", "well", "also", ";"])
DATED = frozenset(["in", "from", "to", "until", "since", "between", "during", "–", "-", "/"])
THEN = frozenset(["before", "that", "previously", "formerly"])  # "and before that director of"
PRESENT = frozenset(["currently", "now", "presently"])
SUBJECTS = ("nsubj", "nsubjpass", "poss")


def continued(page: Page, before: Sequence[Title], holding: Holding, group: Sequence[Title]) -> Holding | None:
    """Who holds the titles because they go on with the list that the titles before them began; None where they begin anew."""
    last, first = before[-1], group[0]
    between = page.doc[last.end : first.first] if last.end <= first.first else None
    if between is None or len(between) > LONGEST or holding.rule not in BY_VERB | APPOSED:
        return None
    if any(title.is_plural for title in group) and len(holding.people) < 2:
        return None
    words = set(page.words(last.end, first.first))
    if not words & {",", "and", "&"} or page.doc[last.stop - 1].sent.start != page.doc[first.start].sent.start:
        return None
    if holding.rule not in BY_VERB and (first.is_definite or "and" not in words or first.organisation is None):
        return None  # "met Ann Bell, chair of A, and the director of B"
    if not _only_joins(page, last.end, first.first) or any(_acts(page, title) for title in group):
        return None
    is_earlier = words & PAST or {"before", "that"} <= set(page.words(last.end, first.start))
    how = "current" if words & PRESENT else "former" if is_earlier else holding.tense
    return Holding(holding.people, how, "listed")


def _only_joins(page: Page, start: int, end: int) -> bool:
    """Whether only commas, "and", adverbs, dates, places and brackets stand between two posts."""
    depth, describes = 0, False
    for token in page.doc[start:end]:
        describes = token.text != "," and (describes or token.lower_ in ("a", "an"))  # "of Acme, a software firm,"
        depth += (token.text == "(") - (token.text == ")")
        is_place = page.of_kind(token.i, Kind.PLACE) is not None
        is_time = token.ent_type_ in ("DATE", "CARDINAL", "ORDINAL") or token.like_num or token.lower_ in DATED
        if depth or token.text == ")" or is_place or is_time or token.lower_ in JOINTS | THEN:
            continue
        if describes and token.pos_ in ("NOUN", "CCONJ"):
            continue
        if token.pos_ not in ("ADV", "DET", "ADJ") or page.person(token.i) is not None:
            return False
    return True


def _acts(page: Page, title: Title) -> bool:
    """Whether the title is the subject or owner of what follows: "and the director of the trust said"; then it is somebody else's."""
    doc = page.doc
    after = doc[title.end] if title.end < len(doc) else None
    if after is not None and (after.text in POSSESSIVE or page.person(title.end) is not None):
        return True
    return any(t.dep_ in SUBJECTS and t.head.i > t.i and t.head.i >= title.stop for t in doc[title.start : title.stop])
