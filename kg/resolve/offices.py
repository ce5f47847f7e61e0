"""Offices and departments without a name: who or what they are, where the articles name only one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lexicon.roles import role_concept
from kg.model import Chain, Fact, Form, Kind, Mention, PositionHeld, PositionStatus, Reading, chain_key
from kg.resolve.block import plain_name
from kg.resolve.compare import Likeness
from kg.resolve.country import country_of

OFFICES = frozenset(("chancellor", "prime-minister", "secretary-of-state"))
NEAR_YEARS = 1  # an office is compared over articles whose dates are at most so far apart, where both are known
Pair = tuple[str, str, Likeness]


def offices(readings: Sequence[Reading]) -> Iterator[Pair]:
    """An office without a name in one article and exactly one holder of that office by name in all the others."""
    holders: dict[str, dict[str, tuple[str, str, Reading]]] = {}
    unnamed: list[tuple[str, str, Reading]] = []
    for reading in readings:
        for chain in (c for c in reading.chains if c.kind is Kind.PERSON):
            key = chain_key(reading.document, chain)
            if not chain.is_named:
                concept = _described(chain.name)
                if concept in OFFICES:
                    unnamed.append((concept, key, reading))
                continue
            described = [_described(m.words) for m in chain.mentions if m.form is Form.DESCRIPTION]
            for office in {*_held(reading.facts, chain.mentions), *described} & OFFICES:
                holders.setdefault(office, {})[chain.name.lower()] = (key, chain.name, reading)
    for concept, key, reading in unnamed:
        known = holders.get(concept, {})
        if len(known) == 1:
            other, name, where = next(iter(known.values()))
            if (
                where is not reading
                and _near(reading, where)
                and _country(reading, key) == _country(where, other) != ""
            ):
                yield (
                    key,
                    other,
                    Likeness(0.82, "office", f"{name} is the only holder of that office whom the articles name"),
                )


def _described(words: str) -> str:
    return role_concept(words.lower().removeprefix("the ")) or ""


def _held(facts: Sequence[Fact], mentions: Sequence[Mention]) -> list[str]:
    held = (
        f for f in facts if isinstance(f, PositionHeld) and f.person in mentions and f.status is PositionStatus.CURRENT
    )
    return [role_concept(f.title.words) or "" for f in held]


def _country(reading: Reading, key: str) -> str:
    return country_of(reading.document, int(key.partition(":")[2].partition("-")[0]))


def _near(one: Reading, other: Reading) -> bool:
    """Whether the articles' dates are near, or not known."""
    years = [[int(a.published[:4]) for a in r.document.articles if a.published] for r in (one, other)]
    return not years[0] or not years[1] or min(abs(a - b) for a in years[0] for b in years[1]) <= NEAR_YEARS


def departments(readings: Sequence[Reading]) -> Iterator[Pair]:
    """ "the department" in one article and exactly one department by name in all the others: never sure."""
    bodies = [(r, c) for r in readings for c in r.chains if c.kind is Kind.ORGANISATION]
    named = [(r, c) for r, c in bodies if c.is_named and c.name.startswith("Department ")]
    if len({plain_name(c.kind, c.name) for _, c in named}) != 1:
        return
    where, department = named[0]
    for reading, chain in bodies:
        if not chain.is_named and chain.name.lower() == "the department" and reading is not where:
            why = f"{department.name} is the only department that the articles name"
            yield _key(reading, chain), _key(where, department), Likeness(0.6, "department", why)


def _key(reading: Reading, chain: Chain) -> str:
    return chain_key(reading.document, chain)
