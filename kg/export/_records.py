"""Plain records for people: what the page and the report show, in JSON values only."""

from __future__ import annotations

from dataclasses import dataclass

Named = tuple[str, str]  # a name, and the IRI of who or what has it, "" where that is not known: two may have one name


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a reader would cite it.

    Attributes:
        origin: index of its source in Dossier.sources: its own, unless it only appears again.
        also: indices of the articles that are appearances of it.
    """

    iri: str
    title: str
    publisher: str
    published: str
    url: str
    file: str
    origin: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Evidence in its paragraph: `before + words + after` is text of the article.

    Attributes:
        source: index into Dossier.sources.
        start: where the words begin in the document, in characters.
        place: in the original file ("page 3"), "" where that has no places.
    """

    source: int
    before: str
    words: str
    after: str
    start: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact for people.

    Attributes:
        kind: position, funding, statement, stance, event, participation, relation.
        line: the fact in one line, without its subject and without a position's status.
        about: IRIs of the nodes that it concerns, its subject first; "" for who says a statement without being named.
        status: of a position or funding statement, a stance's value, direct/indirect of a statement; else "".
        start, end: of a position or an event, ISO dates as precise as they are known; else "".
    """

    iri: str
    kind: str
    subject: str
    line: str
    about: tuple[str, ...]
    status: str
    belief: float
    passages: tuple[Passage, ...]
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity for people."""

    iri: str
    kind: str
    sort: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """One pledge, or other money, of the ledger.

    Attributes:
        statements: IRIs of the facts that speak of it. unsure: of those that may.
        payers, announcers, recipients, occasions: of all its statements, each once.
        is_disputed: somebody says that it is not enough or not real.
        counts: whether it enters the totals: a promise, with a sum, undisputed.
        start, end: the years that the period names, "" where it names none.
    """

    iri: str
    surface: str
    stated: int | None
    currency: str
    is_per_year: bool
    status: str
    newness: str
    payers: tuple[Named, ...]
    announcers: tuple[Named, ...]
    recipients: tuple[Named, ...]
    purpose: str
    period: str
    occasions: tuple[Named, ...]
    is_disputed: bool
    counts: bool
    statements: tuple[str, ...]
    unsure: tuple[str, ...]
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything for people, in a fixed order."""

    sources: tuple[Source, ...]
    profiles: tuple[Profile, ...]
    facts: tuple[Told, ...]
    money: tuple[Money, ...]

    @property
    def origins(self) -> int:
        """How many articles are sources of their own."""
        return sum(source.origin == number for number, source in enumerate(self.sources))
