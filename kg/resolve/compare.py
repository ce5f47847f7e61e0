"""How alike two chains of the same name are: a score, and a sentence why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon import words
from kg.model import Kind
from kg.resolve.block import Candidate, boundness, institutions, plain_name

SAME = 0.8  # from this score on two chains are one


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for (or against) two chains being one.

    Attributes:
        score: from 0, surely different, to 1, surely the same.
        rule: the name of the reason.
    """

    score: float
    rule: str
    why: str


def compare(one: Candidate, other: Candidate) -> Likeness | None:
    """The likeness of two chains that share a name; None where the words tell nothing."""
    name = _shared(one, other)
    if one.chain.kind is Kind.PERSON:
        return _people(one, other, name)
    if one.chain.kind is Kind.ORGANISATION:
        return _bodies(one, other, name)
    if one.chain.kind is Kind.EVENT and one.year and other.year and one.year != other.year:
        return Likeness(
            0.2, "another year", f"both are called “{one.chain.name}”, but in {one.year} and in {other.year}"
        )
    if one.chain.kind in (Kind.EVENT, Kind.INITIATIVE) and " " not in name and not one.chain.name.isupper():
        return Likeness(0.6, "same word", f"both are called “{one.chain.name}”; one word that may stand for several")
    return Likeness(0.97, "same name", f"both are called “{one.chain.name}”")


def _shared(one: Candidate, other: Candidate) -> str:
    """The longest name of both; "" where only first and last name are the same."""
    return min(one.names & other.names, key=lambda name: (-len(name.split()), name), default="")


def _people(one: Candidate, other: Candidate, name: str) -> Likeness | None:
    """A full name; a usual one, or one with another middle name, only where both articles also name a third party or the post."""
    if name and " " not in name:
        return None  # a surname or a first name alone joins nobody over articles
    what = (
        f"both are called “{one.chain.name}”"
        if name
        else f"“{one.chain.name}” and “{other.chain.name}”, one with a middle name"
    )
    company = sorted(one.company & other.company, key=lambda n: (-len(n.split()), n))
    if company:
        return Likeness(
            0.98 if name else 0.9, "same name and company", f"{what}, and both articles name “{company[0]}”"
        )
    posts = sorted(one.posts & other.posts)
    if posts:
        return Likeness(
            0.93 if name else 0.85, "same name and post", f"{what}, and both articles give the post of {posts[0]}"
        )
    if not name:
        return Likeness(0.6, "middle name", f"{what}, and the articles name nobody else in common")
    if _is_usual(one):
        return Likeness(0.6, "usual name", f"{what}, a usual name, and the articles name nobody else in common")
    return Likeness(0.93, "same name", what)


def _is_usual(candidate: Candidate) -> bool:
    tokens = plain_name(Kind.PERSON, candidate.chain.name).split()
    return tokens[-1] in _surnames() and tokens[0] in _given_names()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word.lower() for word in words("common_surnames"))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(word.lower() for word in words("first_names"))


def _bodies(one: Candidate, other: Candidate, name: str) -> Likeness | None:
    """A name; one of common words only in the same country, one of a place's bodies not at all."""
    bound = boundness(name)
    if bound == "place":
        return None
    said = f"both are called “{one.chain.name}”"
    if bound == "country":
        return _in_country(one, other, said, is_known=name in institutions())
    if name in _surnames():
        return Likeness(0.5, "surname", f"{said}, which may be the surname of two people")
    return Likeness(0.97, "same name", said)


def _in_country(one: Candidate, other: Candidate, said: str, *, is_known: bool) -> Likeness:
    """Two bodies whose name many countries have."""
    if one.country and one.country == other.country:
        return Likeness(
            0.9, "same name and country", f"{said}, and both articles are about the same country ({one.country})"
        )
    if one.country and other.country and is_known:
        return Likeness(
            0.5, "another country", f"{said}, but one article is about {one.country}, the other about {other.country}"
        )
    if one.country and other.country:
        return Likeness(
            0.1, "another country", f"{said}, but one article is about {one.country}, the other about {other.country}"
        )
    if is_known:
        return Likeness(
            0.8, "same institution", f"{said}, a well-known institution, and nothing points to another country"
        )
    return Likeness(0.5, "country unknown", f"{said}, but it is not clear which country one article is about")
