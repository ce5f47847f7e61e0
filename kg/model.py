"""The nouns: what flows from one step to the next. Frozen, slotted, ordered, and free of any foreign library.

    Article → Document → Mention → Fact → Judgement → Entity

A later noun points to an earlier one, never back. Every offset counts characters of `Document.text` (the decoded,
otherwise unaltered text that the reader made of a file), half-open: `text[start:end]`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, ClassVar

# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: characters `start` up to, not including, `end`."""

    start: int
    end: int

    def covers(self, other: Span | Mention | Phrase) -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span | Mention | Phrase) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """Words of the text that stand for themselves: a role title, a purpose, a sum, an unnamed recipient."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news item inside a document: where its headline and body stand, and what the page says about it.

    Attributes:
        index: position in the document, from 0.
        body: first paragraph (or standfirst) to the last; furniture, comments and teasers lie outside.
        headline: where the headline stands; None where the page has lost it.
        cut: stretches inside `body` that are furniture all the same (captions, adverts); nothing is read there.
        title: the headline's words, None if lost.
        published: ISO date, possibly partial ("2018", "2018-11", "2018-11-14"); None where the page does not say.
        event_date: the date of the event that the article gives notice of, None for other articles.
        origins: (field, where it was found) for each of title, publisher, author, published and url that is known, sorted;
            what begins with "visible" was read off the page's text, anything else is stated by its markup or by whoever exported it.
    """

    index: int
    body: Span
    headline: Span | None = None
    cut: tuple[Span, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    event_date: str | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place of the original from which the text runs on until the next mark: "page 3", "paragraph 12"."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the reader made of one input file.

    Attributes:
        name: the path below the source folder with `/` as `__`, without its ending: the stem of its output files.
        path: the path below the source folder, with `/`, as the user would recognise it.
        text: the base of every offset.
        content_hash: SHA-256 (hex) of the file's bytes; part of every fact's id, and the key of the cache.
        articles: in order of appearance, never overlapping.
        marks: pages or paragraphs of the original, where it has any; sorted by start.
        notes: what was repaired, guessed or left out while reading; one plain sentence each.
    """

    name: str
    path: str
    text: str
    content_hash: str
    articles: tuple[Article, ...]
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, start: int) -> str | None:
        """Where in the original the character stands ("page 3"); None where the original has no places."""
        after = bisect_right(self.marks, start, key=lambda mark: mark.start)
        return self.marks[after - 1].label if after else None

    def phrase(self, start: int, end: int) -> Phrase:
        """The words that stand at these offsets."""
        return Phrase(start, end, self.text[start:end])


# ── inputs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: where it lies, its path below the source folder, and the stem of its output files.

    Attributes:
        file: `STANDARD_INPUT` for what is handed to the program.
        suffix: the ending by which it is to be read whatever its name (".html"); "" to tell.
    """

    file: Path
    path: str
    name: str
    suffix: str = ""


STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of an article outside its text: by a column of a table, an entry of a feed, a header.

    Attributes:
        field: title, author, published, publisher or url.
        origin: where it stands, in words for the user: "column pub_date", "entry of the feed".
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to read: a file, or one of the things that a container (archive, mailbox, table, feed) holds.

    Attributes:
        path: below the source folder, through the containers: "week.zip/monday/one.html".
        suffix: the ending by which it is read (".html"); "" to tell from the path and the first bytes.
        charset: the encoding that came with it (a header's), which may be wrong; None if none did.
        notes: what whoever took it out of its container noticed ("cut off in the export"); one plain sentence each.
    """

    path: str
    data: bytes
    suffix: str = ""
    given: tuple[Given, ...] = ()
    charset: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A member of an archive, still packed: whoever opens it reads as much of it as they want.

    Attributes:
        path: as a Piece's.
        open: the member's bytes from their start; a fresh stream each time, to be closed.
        suffix: as a Piece's.
        is_forward_only: all of it has to be read before its archive can give the next.
    """

    path: str
    open: Callable[[], BinaryIO]
    suffix: str = ""
    is_forward_only: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that gave nothing, and why.

    Attributes:
        failed: it should have been read; False for what was left out on purpose.
    """

    path: str
    why: str
    failed: bool = False


# ── mentions ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Kind(StrEnum):
    """What sort of thing a mention or an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    INITIATIVE = "initiative"
    EVENT = "event"
    PLACE = "place"


class Form(StrEnum):
    """How a mention refers, from most to least telling."""

    NAME = "name"  # "Moira Standing", "Wrexley NHS Trust"
    SHORT = "short"  # "Standing", "Sir Colin Prewett" → "Prewett", "the CCG", "ACSC"
    DESCRIPTION = "description"  # "the minister", "the trust", "the Wrexley boss"
    PRONOUN = "pronoun"  # "she", "it", "its"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that refer to somebody or something. Who that *is* stays outside: see Chain (here) and Entity (everywhere)."""

    start: int
    end: int
    words: str
    kind: Kind
    form: Form

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one document that refer to the same person or thing.

    Attributes:
        name: the fullest form, without honorifics, possessive or leading article; words of one of the mentions
            (a substring of the document). For an office without a name: the description ("the chancellor").
        mentions: in order of appearance, at least one.
        sort: for organisations one of ORGANISATION_SORTS; else "".
        is_named: False where only descriptions refer to it ("the care minister").
    """

    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    sort: str = ""
    is_named: bool = True


ORGANISATION_SORTS = [
    "nhs_body",
    "government",
    "regulator",
    "local_government",
    "membership_body",
    "think_tank",
    "charity",
    "committee",
    "political_party",
    "media",
    "professional_body",
    "company",
    "partnership",
    "other",
]

Party = Mention | Phrase  # somebody with an identity, or free text ("adult hospices")


# ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that say it. `document.text[start:end] == words` holds for everything that is written.

    Attributes:
        document: Document.name.
        article: Article.index.
        extractor: name and version of what read it, "positions/1".
    """

    document: str
    article: int
    start: int
    end: int
    words: str
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that the text says, of mentions, with its evidence. Each kind of fact is one subclass.

    Attributes:
        evidence: at least one; the first is the clause that says it.
        belief: probability that a careful reader of the evidence would agree, 0 < belief <= 1.
    """

    predicate: ClassVar[str] = ""

    evidence: tuple[Evidence, ...]
    belief: float = 0.9

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """What the fact speaks of, in a fixed order: enters its id, and must lie inside the document."""
        raise NotImplementedError

    def id_in(self, content_hash: str) -> str:
        """The fact's id: a hash of the file's content, the offsets of its parts, and the predicate (16 hex digits)."""
        where = ";".join("-" if part is None else f"{part.start}:{part.end}" for part in self.parts)
        key = f"{content_hash}|{self.predicate}|{where}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def _said(part: Party | None) -> str:
    return "–" if part is None else part.words


def joined_belief(facts: Iterable[Fact], source_of: Mapping[ArticleKey, ArticleKey]) -> float:
    """The belief in what several facts say alike: 1 minus the chance that every independent telling is wrong; at most .99.

    Tellings are independent if they stand in different sources and in different words: one document counts once, and so
    do agency copy that several print and the updates of one article. Source: the noisy-or of INDRA's belief model, with copies
    counted once.

    Args:
        source_of: Landscape.source_of.
    """
    best: dict[str, tuple[str, float]] = {}  # wording → document, belief
    for fact in facts:
        first = fact.evidence[0]
        wording = " ".join(first.words.split())
        if wording not in best or fact.belief > best[wording][1]:
            here = (first.document, first.article)
            best[wording] = (source_of.get(here, here)[0], fact.belief)
    by_document: dict[str, float] = {}
    for document, belief in best.values():
        by_document[document] = max(belief, by_document.get(document, 0.0))
    doubt = 1.0
    for belief in by_document.values():
        doubt *= 1 - belief
    return min(0.99, 1 - doubt) if len(by_document) > 1 else 1 - doubt


class PositionStatus(StrEnum):
    """When, seen from the article, a position is held."""

    CURRENT = "current"
    FORMER = "former"
    INCOMING = "incoming"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionHeld(Fact):
    """A person holds a role, at an organisation or for a place.

    Attributes:
        title: the role as printed, without organisation ("Acting chief executive", "MP").
        place: constituency, ward or area ("MP for Tarn Valley").
        start, end: ISO dates, only where the text states them.
        is_by_definition: the organisation follows from the office (a minister's is the government that the article names).
    """

    predicate: ClassVar[str] = "positionHeld"

    person: Mention
    title: Phrase
    organisation: Mention | None = None
    place: Phrase | None = None
    status: PositionStatus = PositionStatus.CURRENT
    start: str | None = None
    end: str | None = None
    is_by_definition: bool = False

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Person, title, organisation, place."""
        return (self.person, self.title, self.organisation, self.place)

    def __str__(self) -> str:
        """Person | title | organisation or place | status."""
        where = self.organisation or self.place
        return f"{self.person.words} | {self.title.words} | {_said(where)} | {self.status}"


class FundingStatus(StrEnum):
    """What sort of funding statement it is. Promises, then calls, then what is not forward money."""

    ANNOUNCED = "announced"
    COMMITTED = "committed"
    MANIFESTO = "manifesto"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    POTENTIAL = "potential"
    REQUESTED = "requested"
    ESTIMATED_NEED = "estimated_need"
    DENIED = "denied"
    EXISTING = "existing"
    SPENT = "spent"

    @property
    def is_promise(self) -> bool:
        """Whether somebody says that the money will be paid: only these are pledges, and only these are added up."""
        return self in _PROMISES

    @property
    def is_call(self) -> bool:
        """Whether somebody asks for the money or says that it is needed."""
        return self in (FundingStatus.REQUESTED, FundingStatus.ESTIMATED_NEED)


_PROMISES = frozenset(
    {
        FundingStatus.ANNOUNCED,
        FundingStatus.COMMITTED,
        FundingStatus.MANIFESTO,
        FundingStatus.PROPOSED,
        FundingStatus.CONDITIONAL,
        FundingStatus.POTENTIAL,
    }
)


class Newness(StrEnum):
    """Whether the money is new."""

    NEW = "new"
    RE_ANNOUNCED = "re-announced"
    BROUGHT_FORWARD = "brought forward"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in whole units of its currency.

    Attributes:
        low, high: equal for an exact sum; low is None for "up to", high is None for "at least".
        stated: the low end of a range, the bound of "up to" and "at least", else the sum itself.
        currency: ISO 4217.
        is_per_year: "a year", "annually".
    """

    stated: int
    currency: str
    low: int | None = None
    high: int | None = None
    is_per_year: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingStatement(Fact):
    """A sum of money for a purpose, and what is said of it. A pledge is one whose status is a promise.

    Attributes:
        surface: the sum as printed ("£325m"), or the words that stand for a sum which the text does not give.
        amount: None where the text gives no sum.
        money_kind: "capital", "revenue" or "unspecified".
        is_disputed: the words say that the sum is not enough or not real; such a sum is never added up.
        pledger: whose money or decision. announced_by: who says so in the text, None if it is narration.
        occasion: the event at which it was announced ("Spring Budget").
        repeats: surface of an earlier statement of the same article that this one names again, None otherwise.
    """

    predicate: ClassVar[str] = "fundingStatement"

    surface: Phrase
    amount: Amount | None
    status: FundingStatus
    money_kind: str = "unspecified"
    newness: Newness = Newness.UNSTATED
    is_disputed: bool = False
    pledger: Party | None = None
    announced_by: Party | None = None
    recipient: Party | None = None
    purpose: Phrase | None = None
    period: Phrase | None = None
    occasion: Party | None = None
    repeats: Phrase | None = None

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Surface, pledger, announcer, recipient, purpose, period, occasion."""
        return (
            self.surface,
            self.pledger,
            self.announced_by,
            self.recipient,
            self.purpose,
            self.period,
            self.occasion,
        )

    def __str__(self) -> str:
        """Surface | amount currency | status | pledger → recipient | announcer."""
        amount = "–" if self.amount is None else f"{self.amount.stated} {self.amount.currency}"
        return (
            f"{self.surface.words} | {amount} | {self.status} | {_said(self.pledger)} → {_said(self.recipient)}"
            f" | {_said(self.announced_by)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number that an analyst may want, which is not money for a purpose: a deficit, a salary, a percentage, a count."""

    predicate: ClassVar[str] = "figure"

    surface: Phrase
    what: str

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """The surface."""
        return (self.surface,)

    def __str__(self) -> str:
        """Surface | what it measures."""
        return f"{self.surface.words} | {self.what}"


class Mode(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"  # a quoted fragment inside a reported clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Somebody says something. A quotation that runs on over paragraphs is one piece per paragraph and reporting clause.

    Attributes:
        text: the words said: between the marks for direct and mixed, the reported clause for indirect.
        verb: the reporting verb as printed; None where the text has none.
        continues: the `text` of the piece that this one carries on, None for the first piece.
    """

    predicate: ClassVar[str] = "statement"

    speaker: Mention
    text: Phrase
    verb: Phrase | None
    mode: Mode
    continues: Phrase | None = None

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Speaker, text."""
        return (self.speaker, self.text)

    def __str__(self) -> str:
        """Speaker | verb | mode | text."""
        return f"{self.speaker.words} | {_said(self.verb)} | {self.mode} | {self.text.words}"


class StanceValue(StrEnum):
    """What somebody thinks of an initiative."""

    SUPPORTIVE = "supportive"
    CRITICAL = "critical"
    MIXED = "mixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Fact):
    """A person's stance towards an initiative; it rests on what the evidence quotes."""

    predicate: ClassVar[str] = "stance"

    holder: Mention
    towards: Mention
    value: StanceValue

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Holder, initiative."""
        return (self.holder, self.towards)

    def __str__(self) -> str:
        """Holder | initiative | value."""
        return f"{self.holder.words} | {self.towards.words} | {self.value}"


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
        return f"{self.event.words} | {self.date or '–'} | {_said(self.place)} | {_said(self.organiser)}"


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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document: the unit that is cached.

    Attributes:
        chains: every mention of the document stands in exactly one; sorted by first mention.
        facts: sorted by first evidence, then by predicate.
        unresolved: pronouns and definite descriptions of people that refer to nobody whom the document names.
        repeated: facts that another article of the same source gives already (see Appearance): kept, counted nowhere.
        repeats: stretches that such an article prints too, sorted: no mention in them counts again.
    """

    document: Document
    chains: tuple[Chain, ...]
    facts: tuple[Fact, ...]
    unresolved: int = 0
    repeated: tuple[Fact, ...] = ()
    repeats: tuple[Span, ...] = ()

    def counted(self, chain: Chain) -> tuple[Mention, ...]:
        """The mentions of the chain that no other article of the same source prints too."""
        return tuple(m for m in chain.mentions if not any(span.covers(m) for span in self.repeats))


# ── identity over documents ───────────────────────────────────────────────────────────────────────────────────────────


class Verdict(StrEnum):
    """What a judgement says of its two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two things are one: which, why, by whom, with what score. Kept, listed, undoable.

    Attributes:
        left, right: keys (see `chain_key`, or fact ids for funding statements), left < right.
        by: the rule's name, or the person's.
        why: one sentence that a reader can check.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    score: float


def chain_key(document: Document, chain: Chain) -> str:
    """A chain's key over all documents: "<content hash, 12 digits>:<start>-<end of the first mention>/<kind>"."""
    first = chain.mentions[0]
    return f"{document.content_hash[:12]}:{first.start}-{first.end}/{chain.kind}"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, over all documents.

    Attributes:
        slug: unique within its kind; made from the fullest name, with a short content hash only where two would share it.
        aliases: every other form that refers on its own, sorted; pronouns are none.
        chains: keys of the chains that are this entity, sorted.
        sort: for organisations one of ORGANISATION_SORTS.
    """

    kind: Kind
    slug: str
    name: str
    aliases: tuple[str, ...]
    chains: tuple[str, ...]
    sort: str = ""
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Pledge:
    """Funding statements, of one or several articles, that speak of the same money.

    Attributes:
        slug: from amount and first recipient or occasion, with a short content hash where two would share it.
        statements: (content hash, fact id), sorted; at least one.
        unsure: statements that may join it (a mention without a sum, say): shown, never counted.
    """

    slug: str
    statements: tuple[tuple[str, str], ...]
    unsure: tuple[tuple[str, str], ...] = ()


ArticleKey = tuple[str, int]  # Document.name, Article.index


def article_key(document: Document, article: Article) -> str:
    """An article's key in judgements: "<content hash, 12 digits>:<start>-<end of the body>/article"."""
    return f"{document.content_hash[:12]}:{article.body.start}-{article.body.end}/article"


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """An article that tells again what another one, its source, told: the same text elsewhere, a cut, an update.

    Attributes:
        likeness: share of the shorter text's three-word sequences that stand in the other too, from 0 to 1.
        why: one sentence that a reader can check.
    """

    article: ArticleKey
    source: ArticleKey
    likeness: float
    why: str


@dataclass(frozen=True, slots=True)
class Landscape:
    """Everything that a build knows: what the exports and the graph are made from.

    Attributes:
        readings: sorted by document name. What an appearance only says again is out of `facts`: see Reading.repeated.
        entities: sorted by kind and slug.
        pledges: every funding statement stands in exactly one; sorted by slug.
        entity_of: chain key → index into `entities`.
        appearances: articles that are no source of their own, sorted; every other article is its own source.
    """

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    pledges: tuple[Pledge, ...]
    judgements: tuple[Judgement, ...]
    entity_of: dict[str, int] = field(default_factory=dict)
    appearances: tuple[Appearance, ...] = ()

    @property
    def source_of(self) -> dict[ArticleKey, ArticleKey]:
        """The source of every article that is not its own."""
        return {appearance.article: appearance.source for appearance in self.appearances}


# ── the story that somebody tells with the map ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of a tour over the map.

    Attributes:
        title, text: what the reader is told; plain text, blank lines part paragraphs.
        focus: none, one (what the step is about) or two (the path between them): names, aliases or IRIs as written, then IRIs.
        view: the way to look, "map" at first.
        kinds, relations: if not empty, only these kinds of things and of relations are shown.
        start, end: only articles of this time; ISO, as precise as wanted; "" for any.
        around: 1 or 2 shows only what is so near to the focus, 0 everything.
        belief: the least belief of what is shown.
    """

    title: str
    text: str
    focus: tuple[str, ...] = ()
    view: str = "map"
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    around: int = 0
    belief: float = 0.0
