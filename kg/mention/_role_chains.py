"""Titles that lean on the titles beside them: "army chief General Ann Bell", "nurse-turned-novelist Ann Bell", "respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.roles import role_concept, role_family
from kg.mention._role_clauses import subjects, tense
from kg.mention._role_page import Page
from kg.mention._role_parts import RANKS, Holding, Title
from kg.model import Mention

TURNED = (["turned"], ["-", "turned", "-"])
CLIMBING = frozenset(["step", "move", "promote", "rise", "go", "elevate", "switch", "progress", "graduate"])
DONE = frozenset(["was", "were", "has", "have", "had"])
NEAR = 3  # tokens between "respectively" and the titles
BETWEEN_NAMES = frozenset([",", "and", "&", "–", "—", "-", "(", "were", "are", "respectively"])


def with_next(page: Page, group: Sequence[Title], following: Sequence[Title], held: Holding | None) -> Holding | None:
    """The holder of titles that stand before another one, of which alone the words name the holder; None where they are not one's."""
    last, first = group[-1], following[0]
    if held is None or last.is_plural:
        return None
    between = page.words(last.end, first.first) if last.end <= first.first else None
    if between in TURNED:
        return Holding(held.people[:1], "former", held.rule)
    if between == [","] and last.is_definite and held.rule == "apposition before":
        return Holding(
            held.people[:1], "current", held.rule
        )  # "the party’s candidate, the leader of Harrow Council, Ann Bell,"
    if between == [] and first.first == first.start and held.rule == "premodifier":
        return Holding(held.people[:1], "current", held.rule)  # "army chief General Ann Bell"
    return None


def of_the_force(
    page: Page, group: Sequence[Title], following: Sequence[Title], held: Holding | None
) -> Holding | None:
    """The holding of a rank with the body of the post before it: "Harrow Coast Guard spokesman Commodore Ann Bell"."""
    last, first = group[-1], following[0]
    is_rank = role_concept(page.doc[first.start : first.stop].text) in RANKS
    is_next = last.end == first.start and held is not None and held.rule == "premodifier" and held.body is None
    return replace(held, body=last.organisation) if held is not None and is_rank and is_next else held


def beside(page: Page, before: tuple[Sequence[Title], Holding], group: Sequence[Title], found: Holding) -> Holding:
    """The holding with the body of the post before it in "the Harrow Trust’s chair Ann Bell and treasurer Clive Marsh"."""
    titles, other = before
    body, first = titles[-1].organisation, group[0]
    is_pair = found.rule == other.rule == "premodifier" and len(titles) == len(other.people) == 1
    if not is_pair or body is None or body.start > page.phrase(titles[-1].start, titles[-1].stop).start:
        return found
    begin = page.begin.get(other.people[0], 0)
    is_post = role_family(page.doc[first.start : first.stop].text) in ("head", "post")
    joined = begin >= titles[-1].end and page.words(page.end[other.people[0]], first.first) == ["and"]
    return replace(found, body=found.body or body) if joined and is_post and first.first == first.start else found


def respectively(page: Page, group: Sequence[Title]) -> list[Mention]:
    """The holders of the titles one by one: "Ann Bell, Clive Marsh and Jo Tarn — respectively chair, treasurer and secretary of X"."""
    start, end = group[0].first, group[-1].end
    near = (*page.words(start - NEAR, start), *page.words(end, end + NEAR))
    if len(group) < 2 or "respectively" not in near:
        return []
    found: list[Mention] = []
    i = start - 1
    while i >= 0 and len(found) < len(group):
        person = page.person(i)
        if person is not None:
            found.insert(0, person)
            i = page.begin[person] - 1
        elif page.doc[i].lower_ in BETWEEN_NAMES:
            i -= 1
        else:
            break
    return found if len(found) == len(group) else []


def climbing(page: Page, group: Sequence[Title], following: Sequence[Title]) -> tuple[Holding, Holding] | None:
    """Who holds both in "Ann Bell steps up from finance director to chief executive at X": the first now or before, the second soon."""
    last, first = group[-1], following[0]
    if len(group) > 1 or page.words(group[0].first - 1, group[0].first) != ["from"]:
        return None
    if last.end > first.first or page.words(last.end, first.first) != ["to"]:
        return None
    link = page.doc[group[0].first - 1]
    verb = next((t for t in (link.head, *link.ancestors) if t.lemma_ in CLIMBING), None)
    people = subjects(page, verb) if verb is not None else []
    if verb is None or tense(verb) == "denied" or not people:
        return None
    body = following[-1].organisation
    is_over = verb.tag_ == "VBD" or any(c.lower_ in DONE for c in verb.children)
    earlier = "former" if is_over else "current"
    return Holding((people[0],), earlier, "as role", body), Holding((people[0],), "incoming", "as role", body)
