"""Who belongs to which body, as a build would say it: shared by the sets that annotate affiliations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Fact, Mention, Party, PositionHeld, Relation
from kg.parsed import ParsedArticle

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person and a body that one fact joins.

    Attributes:
        person, body: where the article mentions them; the body's place if the fact names an area and no body.
        evidence: where it says so.
        words: the fact, to read.
    """

    person: tuple[Place, ...]
    body: tuple[Place, ...]
    evidence: tuple[Place, ...]
    words: str


def affiliations(article: ParsedArticle, facts: Sequence[Fact]) -> list[Affiliation]:
    """One per position with a body (or an area) and per membership."""
    found = []
    for fact in facts:
        person: Party | None = None
        body: Party | None = None
        if isinstance(fact, PositionHeld):
            person, body = fact.person, fact.organisation or fact.place
        elif isinstance(fact, Relation) and fact.relation == "member_of":
            person, body = fact.subject, fact.object
        if person is not None and body is not None:
            evidence = tuple((piece.start, piece.end) for piece in fact.evidence)
            found.append(Affiliation(places_of(article, person), places_of(article, body), evidence, str(fact)))
    return found


def places_of(article: ParsedArticle, party: Party) -> tuple[Place, ...]:
    """Where the article mentions the party: its own place first."""
    chain = article.chain_of(party) if isinstance(party, Mention) else None
    mentions = chain.mentions if chain is not None else ()
    return tuple(dict.fromkeys(((party.start, party.end), *((m.start, m.end) for m in mentions))))


def overlap(one: Place, other: Place) -> bool:
    """Whether the two share a character."""
    return one[0] < other[1] and other[0] < one[1]


def meets(places: Iterable[Place], where: Place) -> bool:
    """Whether one of the places shares a character with the stretch."""
    return any(overlap(place, where) for place in places)
