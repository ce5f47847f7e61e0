"""What one document says → RDF: a node per fact, with its evidence, and the shortcut triples that it gives."""

from __future__ import annotations

from collections.abc import Callable

from rdflib.namespace import ORG, PROV, RDF, SDO

from kg import ontology as o
from kg.built import Literal
from kg.graph.literals import COUNT, TRUE, decimal, iso_date, text
from kg.iri import article_iri, document_iri, entity_iri, evidence_iri, fact_iri
from kg.lexicon.roles import role_concept, role_family
from kg.model import (
    Entity,
    Evidence,
    Fact,
    Figure,
    Form,
    FundingStatement,
    Gathering,
    Landscape,
    Mention,
    Participation,
    Party,
    PositionHeld,
    PositionStatus,
    Reading,
    Relation,
    Stance,
    Statement,
    chain_key,
)

Add = Callable[[str, str, str | Literal | None], None]
# rdflib makes a term anew each time that its namespace is asked; these stand in every piece of evidence
TYPE, WAS_DERIVED_FROM, WAS_GENERATED_BY = RDF.type, PROV.wasDerivedFrom, PROV.wasGeneratedBy
SPECIFIC_RESOURCE, HAS_SOURCE, HAS_SELECTOR = o.OA.SpecificResource, o.OA.hasSource, o.OA.hasSelector
POSITION_SELECTOR, START, END = o.OA.TextPositionSelector, o.OA.start, o.OA.end
QUOTE_SELECTOR, EXACT, PREFIX, SUFFIX = o.OA.TextQuoteSelector, o.OA.exact, o.OA.prefix, o.OA.suffix
HEADED = [
    "chief-executive",
    "chair",
    "president",
    "director-general",
    "leader",
    "principal",
    "head-teacher",
    "vice-chancellor",
    "governor",
]


def is_head(title: str) -> bool:
    """Whether the title is that of the head of the whole body: not "director general of finance", "president for Europe"."""
    words = title.lower().split()
    return role_family(title) == "head" and role_concept(title) in HEADED and not {"of", "for"} & set(words)


class Teller:
    """The facts of one document as triples.

    Args:
        landscape: who the mentions are.
        reading: whose facts are told.
        base: where IRIs are minted.
        add: takes subject, predicate and value; no value, no triple.
    """

    def __init__(self, landscape: Landscape, reading: Reading, *, base: str, add: Add) -> None:
        self._reading, self._base, self._add = reading, base, add
        self._entity: dict[Mention, Entity] = {}
        for chain in reading.chains:
            index = landscape.entity_of.get(chain_key(reading.document, chain))
            if index is not None:
                self._entity |= dict.fromkeys(chain.mentions, landscape.entities[index])
        self._by_text = {(f.text.start, f.text.end): f for f in reading.facts if isinstance(f, Statement)}
        self._kinds: dict[type[Fact], Callable[..., None]] = {
            PositionHeld: self._position,
            FundingStatement: self._funding,
            Statement: self._statement,
            Stance: self._stance,
            Gathering: self._gathering,
            Participation: self._participation,
            Relation: self._relation,
            Figure: self._figure,
        }

    def _iri(self, fact: Fact) -> str:
        return fact_iri(self._base, fact.id_in(self._reading.document.content_hash))

    def _who(self, party: Party | None) -> str | None:
        if isinstance(party, Mention) and party in self._entity:
            return entity_iri(self._base, self._entity[party])
        return None

    def tell(self, fact: Fact) -> None:
        """Adds what the fact says, its belief, and the evidence that it rests on."""
        add, node = self._add, self._iri(fact)
        self._kinds[type(fact)](node, fact)
        add(node, o.BELIEF, decimal(fact.belief))
        add(node, o.FOUND_BY, Literal(fact.evidence[0].extractor))
        articles = {article.index: article for article in self._reading.document.articles}
        for piece in fact.evidence:
            add(node, WAS_DERIVED_FROM, self._evidence(piece))
            published = articles[piece.article].published
            if published:
                add(node, o.ATTESTED_ON, iso_date(published))

    def _evidence(self, piece: Evidence) -> str:
        add, base, document = self._add, self._base, self._reading.document
        node, article = evidence_iri(base, piece), article_iri(base, document, piece.article)
        position, quote = f"{node}/position", f"{node}/quote"
        add(node, TYPE, SPECIFIC_RESOURCE)
        add(node, HAS_SOURCE, document_iri(base, document))
        add(node, o.IN_ARTICLE, article)
        place = document.place(piece.start)
        if place is not None:
            add(node, o.LOCATOR, Literal(place))
        add(node, HAS_SELECTOR, position)
        add(node, HAS_SELECTOR, quote)
        add(node, WAS_GENERATED_BY, f"{article}/extraction")
        add(position, TYPE, POSITION_SELECTOR)
        add(position, START, Literal(str(piece.start), COUNT))
        add(position, END, Literal(str(piece.end), COUNT))
        add(quote, TYPE, QUOTE_SELECTOR)
        add(quote, EXACT, Literal(piece.words))
        text = document.text
        add(quote, PREFIX, Literal(text[max(0, piece.start - 32) : piece.start]))
        add(quote, SUFFIX, Literal(text[piece.end : piece.end + 32]))
        return node

    def _party(self, node: str, party: Party | None, who: str, words: str) -> None:
        """An entity under one property; its words under another, whether or not it is one."""
        if party is not None:
            self._add(node, who, self._who(party))
            self._add(node, words, text(party.words))

    def _position(self, node: str, fact: PositionHeld) -> None:
        add = self._add
        person, body = self._who(fact.person), self._who(fact.organisation)
        add(node, TYPE, o.POSITION_HELD)
        add(node, o.PERSON, person)
        add(node, o.TITLE, text(fact.title.words))
        add(node, o.POSITION_STATUS, o.concept("position-status", fact.status))
        concept = role_concept(fact.title.words)
        if concept:
            add(node, o.ROLE_CONCEPT, o.concept("role", concept))
        if fact.place is not None:
            add(node, o.PLACE, text(fact.place.words))
        if fact.start:
            add(node, o.STARTS_ON, iso_date(fact.start))
        if fact.end:
            add(node, o.ENDS_ON, iso_date(fact.end))
        if body is not None and person is not None:
            add(node, TYPE, ORG.Membership)
            add(node, ORG.member, person)
            add(node, ORG.organization, body)
            add(node, o.BY_DEFINITION, TRUE if fact.is_by_definition else None)
            if fact.status is PositionStatus.CURRENT:
                add(person, ORG.memberOf, body)
                if is_head(fact.title.words):
                    add(person, ORG.headOf, body)

    def _funding(self, node: str, fact: FundingStatement) -> None:
        add = self._add
        add(node, TYPE, o.FUNDING_STATEMENT)
        add(node, o.SURFACE, text(fact.surface.words))
        add(node, o.FUNDING_STATUS, o.concept("funding-status", fact.status))
        add(node, o.NEWNESS, o.concept("newness", fact.newness))
        add(node, o.MONEY_KIND, Literal(fact.money_kind))
        add(node, o.DISPUTED, TRUE if fact.is_disputed else None)
        if fact.amount is not None:
            amount = f"{node}/amount"
            add(node, SDO.amount, amount)
            add(amount, TYPE, SDO.MonetaryAmount)
            add(amount, SDO.value, decimal(fact.amount.stated))
            add(amount, SDO.currency, Literal(fact.amount.currency))
            for term, bound in ((SDO.minValue, fact.amount.low), (SDO.maxValue, fact.amount.high)):
                if bound is not None and fact.amount.low != fact.amount.high:
                    add(amount, term, decimal(bound))
            add(amount, o.PER_YEAR, TRUE if fact.amount.is_per_year else None)
        self._party(node, fact.pledger, o.PAID_BY, o.PAID_BY_TEXT)
        self._party(node, fact.announced_by, o.ANNOUNCED_BY, o.ANNOUNCED_BY_TEXT)
        self._party(node, fact.recipient, o.RECIPIENT, o.RECIPIENT_TEXT)
        self._party(node, fact.occasion, o.OCCASION, o.OCCASION_TEXT)
        add(node, o.PURPOSE, text(fact.purpose.words) if fact.purpose else None)
        add(node, o.PERIOD, text(fact.period.words) if fact.period else None)

    def _statement(self, node: str, fact: Statement) -> None:
        add = self._add
        add(node, TYPE, o.STATEMENT)
        add(node, TYPE, SDO.Quotation if fact.mode != "indirect" else None)
        who = self._who(fact.speaker)
        add(node, o.SPEAKER, who)
        add(node, SDO.creator, who)
        add(node, o.SPEAKER_TEXT, text(fact.speaker.words) if who is None else None)
        add(node, SDO.text, text(fact.text.words))
        add(node, o.MODE, o.concept("mode", fact.mode))
        add(node, o.REPORTING_VERB, text(fact.verb.words) if fact.verb else None)
        named = {
            self._who(m)
            for m in self._entity
            if fact.text.start <= m.start and m.end <= fact.text.end and m.form in (Form.NAME, Form.SHORT)
        }
        for other in sorted(n for n in named if n is not None):
            add(node, o.MENTIONS, other)
        if fact.continues is not None:
            before = self._by_text.get((fact.continues.start, fact.continues.end))
            add(node, o.CONTINUES, self._iri(before) if before else None)

    def _stance(self, node: str, fact: Stance) -> None:
        add = self._add
        add(node, TYPE, o.STANCE)
        add(node, o.HOLDER, self._who(fact.holder))
        add(node, o.TOWARDS, self._who(fact.towards))
        add(node, o.STANCE_VALUE, o.concept("stance", fact.value))

    def _gathering(self, node: str, fact: Gathering) -> None:
        add = self._add
        add(node, TYPE, o.EVENT_REPORT)
        add(node, o.EVENT, self._who(fact.event))
        add(node, o.EVENT_PLACE, text(fact.place.words) if fact.place else None)
        add(node, o.EVENT_DATE, iso_date(fact.date) if fact.date else None)
        self._party(node, fact.organiser, o.ORGANISER, o.ORGANISER_TEXT)
        event, organiser = self._who(fact.event), self._who(fact.organiser)
        if event is not None:
            add(event, SDO.organizer, organiser)

    def _participation(self, node: str, fact: Participation) -> None:
        add = self._add
        person, event = self._who(fact.person), self._who(fact.event)
        add(node, TYPE, o.PARTICIPATION)
        add(node, o.PARTICIPANT, person)
        add(node, o.EVENT, event)
        add(node, o.EVENT_ROLE, o.concept("event-role", fact.role))
        if person is not None and event is not None:
            add(event, SDO.attendee, person)

    def _relation(self, node: str, fact: Relation) -> None:
        add = self._add
        subject, value = self._who(fact.subject), self._who(fact.object)
        add(node, TYPE, o.RELATION)
        add(node, o.SUBJECT, subject)
        add(node, o.RELATION_TYPE, o.RELATION_OF[fact.relation])
        self._party(node, fact.object, o.OBJECT, o.OBJECT_TEXT)
        if subject is not None and value is not None:
            add(subject, o.RELATION_OF[fact.relation], value)

    def _figure(self, node: str, fact: Figure) -> None:
        add = self._add
        add(node, TYPE, o.FIGURE)
        add(node, o.SURFACE, text(fact.surface.words))
        add(node, o.MEASURES, text(fact.what))
