"""Facts of events, of who took part, and of how people and organisations stand to each other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import ClassVar

from kg.model.facts import Fact, said
from kg.model.mentions import Mention, Party
from kg.model.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering(Fact):
    """An event: a conference, a hearing, a summit, a budget.

    Attributes:
        date: ISO date, possibly partial, only where the text or the article's date gives it.
    """

    predicate: ClassVar[str] = "gathering"

    event: Mention
    date: str | None = None
    place: Phrase | None = None
    organiser: Party | None = None

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """The event, place, organiser."""
        return (self.event, self.place, self.organiser)

    def __str__(self) -> str:
        """Event | date | place | organiser."""
        return f"{self.event.words} | {self.date or '–'} | {said(self.place)} | {said(self.organiser)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Fact):
    """A person took part in an event as speaker, panellist, mediator, lead or attendee."""

    predicate: ClassVar[str] = "participation"

    person: Mention
    event: Mention
    role: str

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Person, event."""
        return (self.person, self.event)

    def __str__(self) -> str:
        """Person | role | event."""
        return f"{self.person.words} | {self.role} | {self.event.words}"


RELATIONS = [
    "part_of",
    "member_of",
    "supports",
    "criticises",
    "responds_to",
    "agrees_with",
    "appoints",
    "cites",
    "campaigns_against",
    "ratings_of",
    "represents",
    "located_in",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Fact):
    """A stated relation between people and organisations; one of RELATIONS."""

    predicate: ClassVar[str] = "relation"

    subject: Mention
    relation: str
    object: Party

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Subject, object."""
        return (self.subject, self.object)

    def id_in(self, content_hash: str) -> str:
        """As for any fact; the relation stands in for the predicate."""
        where = f"{self.subject.start}:{self.subject.end};{self.object.start}:{self.object.end}"
        return hashlib.sha256(f"{content_hash}|{self.relation}|{where}".encode()).hexdigest()[:16]

    def __str__(self) -> str:
        """Subject | relation | object."""
        return f"{self.subject.words} | {self.relation} | {self.object.words}"
