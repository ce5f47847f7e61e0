"""Landscape → RDF: a node per fact, its evidence and article; entities; shortcut triples; judgements. IRIs only, no blank nodes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.metadata import version

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from kg import ontology as o
from kg.iri import article_iri, document_iri, entity_iri, evidence_iri, fact_iri, judgement_iri, pledge_iri
from kg.lexicon.roles import role_concept, role_family
from kg.model import (
    Article,
    Document,
    Entity,
    Evidence,
    Fact,
    Figure,
    Form,
    FundingStatement,
    Gathering,
    Kind,
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
    joined_belief,
)

Triple = tuple[Node, Node, Node]
MERGED = "graph/merged"
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


def build_graphs(landscape: Landscape, *, base: str) -> tuple[Graph, Dataset]:
    """All triples of a landscape with the concepts that they use, twice: in one graph, and as a dataset.

    In the dataset what one article says stands in that article's graph, what is merged in one of its own.
    """
    graph, dataset = Graph(bind_namespaces="none"), Dataset()
    parts: dict[str, Graph] = {}
    for triple, name in _Builder(landscape, base).all():
        graph.add(triple)
        if name not in parts:
            parts[name] = dataset.graph(URIRef(name))
        parts[name].add(triple)
    return graph, dataset


def is_head(title: str) -> bool:
    """Whether the title is that of the head of the whole body: not "director general of finance", "president for Europe"."""
    words = title.lower().split()
    return role_family(title) == "head" and role_concept(title) in HEADED and not {"of", "for"} & set(words)


def _date(value: str) -> Literal:
    """A date as precisely as it is known."""
    kind = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}.get(len(value))
    return Literal(value, datatype=kind) if kind else Literal(value)


def _decimal(value: float) -> Literal:
    """A decimal that always has its point, as Turtle and JSON-LD write it."""
    return Literal(Decimal(str(round(float(value), 3))))


def _text(words: str) -> Literal:
    return Literal(" ".join(words.split()))


@dataclass(slots=True)
class _Builder:
    """Collects triples, each with the name of the graph that it belongs to."""

    landscape: Landscape
    base: str
    triples: list[tuple[Triple, str]] = field(default_factory=list)
    name: str = ""

    def all(self) -> list[tuple[Triple, str]]:
        self.name = self.base + MERGED
        self._concepts()
        for entity in self.landscape.entities:
            self._entity(entity)
        self._fundings()
        for judgement in self.landscape.judgements:
            node = URIRef(judgement_iri(self.base, judgement))
            self.add(node, RDF.type, o.JUDGEMENT)
            for term, text in (
                (o.LEFT, judgement.left),
                (o.RIGHT, judgement.right),
                (o.VERDICT, str(judgement.verdict)),
            ):
                self.add(node, term, Literal(text))
            self.add(node, o.JUDGED_BY, Literal(judgement.by))
            self.add(node, o.WHY, Literal(judgement.why))
            self.add(node, o.SCORE, _decimal(judgement.score))
        for reading in self.landscape.readings:
            self._reading(reading)
        self._appearances()
        return self.triples

    def add(self, subject: Node, predicate: Node, value: Node | None) -> None:
        if value is not None:
            self.triples.append(((subject, predicate, value), self.name))

    # what is merged ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _concepts(self) -> None:
        """The SKOS concepts, so that the graph can be asked without another file."""
        graph = Graph().parse(data=o.ontology_file("schemes.ttl"), format="turtle")
        for subject, predicate, value in sorted(graph):
            if not str(subject).startswith(f"{o.SCHEME}role/"):
                self.add(subject, predicate, value)
        used = {
            role_concept(f.title.words) for r in self.landscape.readings for f in r.facts if isinstance(f, PositionHeld)
        }
        for name in sorted(u for u in used if u):
            node = o.concept("role", name)
            self.add(node, RDF.type, SKOS.Concept)
            self.add(node, SKOS.inScheme, o.SCHEME.role)
            self.add(node, SKOS.prefLabel, Literal(name.replace("-", " "), lang="en"))

    def _entity(self, entity: Entity) -> None:
        node = URIRef(entity_iri(self.base, entity))
        match entity.kind:
            case Kind.PERSON:
                self.add(node, RDF.type, SDO.Person)
                self.add(node, RDF.type, FOAF.Person)
                if entity.is_named and " " in entity.name:
                    self.add(node, FOAF.familyName, Literal(entity.name.split()[-1]))
            case Kind.ORGANISATION:
                self.add(node, RDF.type, ORG.Organization)
                self.add(node, o.ORGANISATION_SORT, o.concept("organisation-sort", entity.sort or "other"))
            case Kind.INITIATIVE:
                self.add(node, RDF.type, o.INITIATIVE)
            case Kind.EVENT:
                self.add(node, RDF.type, SDO.Event)
            case Kind.PLACE:
                self.add(node, RDF.type, SDO.Place)
        self.add(node, SKOS.prefLabel, _text(entity.name))
        for alias in entity.aliases:
            self.add(node, SKOS.altLabel, _text(alias))
        if not entity.is_named:
            self.add(node, o.IS_NAMED, Literal(False))

    def _fundings(self) -> None:
        found = {
            (r.document.content_hash, f.id_in(r.document.content_hash)): f
            for r in self.landscape.readings
            for f in r.facts
            if isinstance(f, FundingStatement)
        }
        source_of = self.landscape.source_of
        for pledge in self.landscape.pledges:
            node = URIRef(pledge_iri(self.base, pledge))
            told = [found[key] for key in pledge.statements]
            self.add(node, RDF.type, o.FUNDING)
            if any(fact.status.is_promise for fact in told):
                self.add(node, RDF.type, o.FUNDING_PLEDGE)
            label = next((fact.surface.words for fact in told if fact.amount), told[0].surface.words)
            self.add(node, RDFS.label, _text(label))
            self.add(node, o.JOINED_BELIEF, _decimal(joined_belief(told, source_of)))
            places = {(f.evidence[0].document, f.evidence[0].article) for f in told}
            self.add(node, o.ARTICLE_COUNT, Literal(len({source_of.get(place, place) for place in places})))
            for _, fact_id in pledge.statements:
                self.add(URIRef(fact_iri(self.base, fact_id)), o.PART_OF_FUNDING, node)
            for _, fact_id in pledge.unsure:
                self.add(URIRef(fact_iri(self.base, fact_id)), o.MAY_BE_PART_OF, node)

    def _appearances(self) -> None:
        """Articles that tell again what another one told."""
        self.name = self.base + MERGED
        documents = {reading.document.name: reading.document for reading in self.landscape.readings}
        for told in self.landscape.appearances:
            node, source = (
                URIRef(article_iri(self.base, documents[name], index)) for name, index in (told.article, told.source)
            )
            self.add(node, DCTERMS.isVersionOf, source)
            self.add(node, o.LIKENESS, _decimal(told.likeness))

    # what one article says ────────────────────────────────────────────────────────────────────────────────────────────

    def _reading(self, reading: Reading) -> None:
        document = reading.document
        source = URIRef(document_iri(self.base, document))
        for article in document.articles:
            self.name = article_iri(self.base, document, article.index)
            self._article(document, article, source)
        teller = _Teller(self, reading)
        for fact in reading.facts:
            self.name = article_iri(self.base, document, fact.evidence[0].article)
            teller.tell(fact)
        for chain in reading.chains:
            index = self.landscape.entity_of.get(chain_key(document, chain))
            counted = reading.counted(chain)
            if index is None or not counted:
                continue
            first = counted[0]
            home = next((a for a in document.articles if _stands_in(a, first)), None)
            if home is not None:
                self.name = article_iri(self.base, document, home.index)
                self.add(URIRef(self.name), SDO.mentions, URIRef(entity_iri(self.base, self.landscape.entities[index])))

    def _article(self, document: Document, article: Article, source: URIRef) -> None:
        node = URIRef(self.name)
        self.add(source, RDF.type, PROV.Entity)
        self.add(source, DCTERMS.identifier, Literal(document.path))
        self.add(source, SDO.sha256, Literal(document.content_hash))
        self.add(node, RDF.type, SDO.NewsArticle)
        self.add(node, RDF.type, PROV.Entity)
        self.add(node, SDO.isPartOf, source)
        if article.title:
            self.add(node, SDO.headline, _text(article.title))
        if article.publisher:
            self.add(node, SDO.publisher, _text(article.publisher))
        if article.author:
            self.add(node, SDO.author, _text(article.author))
        if article.published:
            self.add(node, SDO.datePublished, _date(article.published))
        if article.url:
            self.add(node, SDO.url, Literal(article.url, datatype=XSD.anyURI))
        run = URIRef(f"{self.name}/extraction")
        agent = URIRef(f"{self.base}agent/stakeholder-kg")
        self.add(run, RDF.type, PROV.Activity)
        self.add(run, PROV.used, node)
        self.add(run, PROV.wasAssociatedWith, agent)
        self.add(agent, RDF.type, PROV.SoftwareAgent)
        self.add(agent, RDFS.label, Literal(f"stakeholder-kg {version('stakeholder-kg')}"))


def _stands_in(article: Article, mention: Mention) -> bool:
    return article.body.covers(mention) or (article.headline is not None and article.headline.covers(mention))


class _Teller:
    """The facts of one document as triples."""

    def __init__(self, builder: _Builder, reading: Reading) -> None:
        self._builder, self._reading = builder, reading
        self._entity: dict[Mention, Entity] = {}
        for chain in reading.chains:
            index = builder.landscape.entity_of.get(chain_key(reading.document, chain))
            if index is not None:
                self._entity |= dict.fromkeys(chain.mentions, builder.landscape.entities[index])
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

    def iri(self, fact: Fact) -> URIRef:
        return URIRef(fact_iri(self._builder.base, fact.id_in(self._reading.document.content_hash)))

    def who(self, party: Party | None) -> URIRef | None:
        if isinstance(party, Mention) and party in self._entity:
            return URIRef(entity_iri(self._builder.base, self._entity[party]))
        return None

    def tell(self, fact: Fact) -> None:
        add, node = self._builder.add, self.iri(fact)
        self._kinds[type(fact)](node, fact)
        add(node, o.BELIEF, _decimal(fact.belief))
        articles = {article.index: article for article in self._reading.document.articles}
        for piece in fact.evidence:
            add(node, PROV.wasDerivedFrom, self._evidence(piece))
            published = articles[piece.article].published
            if published:
                add(node, o.ATTESTED_ON, _date(published))

    def _evidence(self, piece: Evidence) -> URIRef:
        add, base, document = self._builder.add, self._builder.base, self._reading.document
        node = URIRef(evidence_iri(base, piece))
        position, quote = URIRef(f"{node}/position"), URIRef(f"{node}/quote")
        add(node, RDF.type, o.OA.SpecificResource)
        add(node, o.OA.hasSource, URIRef(document_iri(base, document)))
        add(node, o.IN_ARTICLE, URIRef(article_iri(base, document, piece.article)))
        place = document.place(piece.start)
        if place is not None:
            add(node, o.LOCATOR, Literal(place))
        add(node, o.OA.hasSelector, position)
        add(node, o.OA.hasSelector, quote)
        add(node, PROV.wasGeneratedBy, URIRef(f"{article_iri(base, document, piece.article)}/extraction"))
        add(position, RDF.type, o.OA.TextPositionSelector)
        add(position, o.OA.start, Literal(piece.start, datatype=XSD.nonNegativeInteger))
        add(position, o.OA.end, Literal(piece.end, datatype=XSD.nonNegativeInteger))
        add(quote, RDF.type, o.OA.TextQuoteSelector)
        add(quote, o.OA.exact, Literal(piece.words))
        text = document.text
        add(quote, o.OA.prefix, Literal(text[max(0, piece.start - 32) : piece.start]))
        add(quote, o.OA.suffix, Literal(text[piece.end : piece.end + 32]))
        return node

    def _party(self, node: URIRef, party: Party | None, who: URIRef, words: URIRef) -> None:
        """An entity under one property; its words under another, whether or not it is one."""
        if party is not None:
            self._builder.add(node, who, self.who(party))
            self._builder.add(node, words, _text(party.words))

    def _position(self, node: URIRef, fact: PositionHeld) -> None:
        add = self._builder.add
        person, body = self.who(fact.person), self.who(fact.organisation)
        add(node, RDF.type, o.POSITION_HELD)
        add(node, o.PERSON, person)
        add(node, o.TITLE, _text(fact.title.words))
        add(node, o.POSITION_STATUS, o.concept("position-status", fact.status))
        concept = role_concept(fact.title.words)
        if concept:
            add(node, o.ROLE_CONCEPT, o.concept("role", concept))
        if fact.place is not None:
            add(node, o.PLACE, _text(fact.place.words))
        if fact.start:
            add(node, o.STARTS_ON, _date(fact.start))
        if fact.end:
            add(node, o.ENDS_ON, _date(fact.end))
        if body is not None and person is not None:
            add(node, RDF.type, ORG.Membership)
            add(node, ORG.member, person)
            add(node, ORG.organization, body)
            add(node, o.BY_DEFINITION, Literal(True) if fact.is_by_definition else None)
            if fact.status is PositionStatus.CURRENT:
                add(person, ORG.memberOf, body)
                if is_head(fact.title.words):
                    add(person, ORG.headOf, body)

    def _funding(self, node: URIRef, fact: FundingStatement) -> None:
        add = self._builder.add
        add(node, RDF.type, o.FUNDING_STATEMENT)
        add(node, o.SURFACE, _text(fact.surface.words))
        add(node, o.FUNDING_STATUS, o.concept("funding-status", fact.status))
        add(node, o.NEWNESS, o.concept("newness", fact.newness))
        add(node, o.MONEY_KIND, Literal(fact.money_kind))
        add(node, o.DISPUTED, Literal(True) if fact.is_disputed else None)
        if fact.amount is not None:
            amount = URIRef(f"{node}/amount")
            add(node, SDO.amount, amount)
            add(amount, RDF.type, SDO.MonetaryAmount)
            add(amount, SDO.value, _decimal(fact.amount.stated))
            add(amount, SDO.currency, Literal(fact.amount.currency))
            for term, bound in ((SDO.minValue, fact.amount.low), (SDO.maxValue, fact.amount.high)):
                if bound is not None and fact.amount.low != fact.amount.high:
                    add(amount, term, _decimal(bound))
            add(amount, o.PER_YEAR, Literal(True) if fact.amount.is_per_year else None)
        self._party(node, fact.pledger, o.PAID_BY, o.PAID_BY_TEXT)
        self._party(node, fact.announced_by, o.ANNOUNCED_BY, o.ANNOUNCED_BY_TEXT)
        self._party(node, fact.recipient, o.RECIPIENT, o.RECIPIENT_TEXT)
        self._party(node, fact.occasion, o.OCCASION, o.OCCASION_TEXT)
        add(node, o.PURPOSE, _text(fact.purpose.words) if fact.purpose else None)
        add(node, o.PERIOD, _text(fact.period.words) if fact.period else None)

    def _statement(self, node: URIRef, fact: Statement) -> None:
        add = self._builder.add
        add(node, RDF.type, o.STATEMENT)
        add(node, RDF.type, SDO.Quotation if fact.mode != "indirect" else None)
        add(node, o.SPEAKER, self.who(fact.speaker))
        add(node, SDO.creator, self.who(fact.speaker))
        add(node, SDO.text, _text(fact.text.words))
        add(node, o.MODE, o.concept("mode", fact.mode))
        add(node, o.REPORTING_VERB, _text(fact.verb.words) if fact.verb else None)
        named = {
            self.who(m)
            for m in self._entity
            if fact.text.start <= m.start and m.end <= fact.text.end and m.form in (Form.NAME, Form.SHORT)
        }
        for other in sorted(n for n in named if n is not None):
            add(node, o.MENTIONS, other)
        if fact.continues is not None:
            before = self._by_text.get((fact.continues.start, fact.continues.end))
            add(node, o.CONTINUES, self.iri(before) if before else None)

    def _stance(self, node: URIRef, fact: Stance) -> None:
        add = self._builder.add
        add(node, RDF.type, o.STANCE)
        add(node, o.HOLDER, self.who(fact.holder))
        add(node, o.TOWARDS, self.who(fact.towards))
        add(node, o.STANCE_VALUE, o.concept("stance", fact.value))

    def _gathering(self, node: URIRef, fact: Gathering) -> None:
        add = self._builder.add
        add(node, RDF.type, o.EVENT_REPORT)
        add(node, o.EVENT, self.who(fact.event))
        add(node, o.EVENT_PLACE, _text(fact.place.words) if fact.place else None)
        add(node, o.EVENT_DATE, _date(fact.date) if fact.date else None)
        self._party(node, fact.organiser, o.ORGANISER, o.ORGANISER_TEXT)
        event, organiser = self.who(fact.event), self.who(fact.organiser)
        if event is not None:
            add(event, SDO.organizer, organiser)

    def _participation(self, node: URIRef, fact: Participation) -> None:
        add = self._builder.add
        person, event = self.who(fact.person), self.who(fact.event)
        add(node, RDF.type, o.PARTICIPATION)
        add(node, o.PARTICIPANT, person)
        add(node, o.EVENT, event)
        add(node, o.EVENT_ROLE, o.concept("event-role", fact.role))
        if person is not None and event is not None:
            add(event, SDO.attendee, person)

    def _relation(self, node: URIRef, fact: Relation) -> None:
        add = self._builder.add
        subject, value = self.who(fact.subject), self.who(fact.object)
        add(node, RDF.type, o.RELATION)
        add(node, o.SUBJECT, subject)
        add(node, o.RELATION_TYPE, o.RELATION_OF[fact.relation])
        self._party(node, fact.object, o.OBJECT, o.OBJECT_TEXT)
        if subject is not None and value is not None:
            add(subject, o.RELATION_OF[fact.relation], value)

    def _figure(self, node: URIRef, fact: Figure) -> None:
        add = self._builder.add
        add(node, RDF.type, o.FIGURE)
        add(node, o.SURFACE, _text(fact.surface.words))
        add(node, o.MEASURES, _text(fact.what))
