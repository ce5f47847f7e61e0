"""Landscape → RDF: entities, sums, judgements and articles here, what each document says in `tell`. IRIs only, no blank nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version

from rdflib import Graph
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from kg import ontology as o
from kg.built import Literal, Triple
from kg.graph.literals import FALSE, INTEGER, decimal, iso_date, text
from kg.graph.tell import Teller
from kg.iri import article_iri, document_iri, entity_iri, fact_iri, judgement_iri, pledge_iri
from kg.lexicon.roles import role_concept
from kg.model import (
    Article,
    Document,
    Entity,
    FundingStatement,
    Kind,
    Landscape,
    Mention,
    PositionHeld,
    Reading,
    chain_key,
    joined_belief,
)

MERGED = "graph/merged"


def build_graph(landscape: Landscape, *, base: str) -> dict[str, list[Triple]]:
    """All triples of a landscape with the concepts that they use, in parts.

    What one article says is a part named by that article's IRI, what is merged is a part of its own.
    """
    builder = _Builder(landscape, base)
    builder.build()
    return builder.parts


@dataclass(slots=True)
class _Builder:
    """Collects triples in parts; `name` is the part that is being written."""

    landscape: Landscape
    base: str
    parts: dict[str, list[Triple]] = field(default_factory=dict)
    name: str = ""

    def build(self) -> None:
        self.name = self.base + MERGED
        self._concepts()
        for entity in self.landscape.entities:
            self._entity(entity)
        self._fundings()
        for judgement in self.landscape.judgements:
            node = judgement_iri(self.base, judgement)
            self.add(node, RDF.type, o.JUDGEMENT)
            for term, words in (
                (o.LEFT, judgement.left),
                (o.RIGHT, judgement.right),
                (o.VERDICT, str(judgement.verdict)),
            ):
                self.add(node, term, Literal(words))
            self.add(node, o.JUDGED_BY, Literal(judgement.by))
            self.add(node, o.WHY, Literal(judgement.why))
            self.add(node, o.SCORE, decimal(judgement.score))
            sides = (self.landscape.entity_of.get(key) for key in (judgement.left, judgement.right))
            for side in dict.fromkeys(side for side in sides if side is not None):
                self.add(node, o.CONCERNS, entity_iri(self.base, self.landscape.entities[side]))
        for reading in self.landscape.readings:
            self._reading(reading)
        self._appearances()

    def add(self, subject: str, predicate: str, value: str | Literal | None) -> None:
        if value is not None:
            if not isinstance(value, Literal):
                value = str(value)  # rdflib's terms are strings of their own kind, which compare and hash slowly
            self.parts.setdefault(self.name, []).append((str(subject), str(predicate), value))

    # what is merged ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _concepts(self) -> None:
        """The SKOS concepts, so that the graph can be asked without another file."""
        for triple in _schemes():
            self.add(*triple)
        used = {
            role_concept(f.title.words) for r in self.landscape.readings for f in r.facts if isinstance(f, PositionHeld)
        }
        for name in sorted(u for u in used if u):
            node = o.concept("role", name)
            self.add(node, RDF.type, SKOS.Concept)
            self.add(node, SKOS.inScheme, o.SCHEME.role)
            self.add(node, SKOS.prefLabel, Literal(name.replace("-", " "), language="en"))

    def _entity(self, entity: Entity) -> None:
        node = entity_iri(self.base, entity)
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
        self.add(node, SKOS.prefLabel, text(entity.name))
        for alias in entity.aliases:
            self.add(node, SKOS.altLabel, text(alias))
        if not entity.is_named:
            self.add(node, o.IS_NAMED, FALSE)

    def _fundings(self) -> None:
        found = {
            (r.document.content_hash, f.id_in(r.document.content_hash)): f
            for r in self.landscape.readings
            for f in r.facts
            if isinstance(f, FundingStatement)
        }
        source_of = self.landscape.source_of
        for pledge in self.landscape.pledges:
            node = pledge_iri(self.base, pledge)
            told = [found[key] for key in pledge.statements]
            self.add(node, RDF.type, o.FUNDING)
            if any(fact.status.is_promise for fact in told):
                self.add(node, RDF.type, o.FUNDING_PLEDGE)
            label = next((fact.surface.words for fact in told if fact.amount), told[0].surface.words)
            self.add(node, RDFS.label, text(label))
            self.add(node, o.JOINED_BELIEF, decimal(joined_belief(told, source_of)))
            places = {(f.evidence[0].document, f.evidence[0].article) for f in told}
            self.add(
                node, o.ARTICLE_COUNT, Literal(str(len({source_of.get(place, place) for place in places})), INTEGER)
            )
            for _, fact_id in pledge.statements:
                self.add(fact_iri(self.base, fact_id), o.PART_OF_FUNDING, node)
            for _, fact_id in pledge.unsure:
                self.add(fact_iri(self.base, fact_id), o.MAY_BE_PART_OF, node)

    def _appearances(self) -> None:
        """Articles that tell again what another one told."""
        self.name = self.base + MERGED
        documents = {reading.document.name: reading.document for reading in self.landscape.readings}
        for told in self.landscape.appearances:
            node, source = (
                article_iri(self.base, documents[name], index) for name, index in (told.article, told.source)
            )
            self.add(node, DCTERMS.isVersionOf, source)
            self.add(node, o.LIKENESS, decimal(told.likeness))

    # what one article says ────────────────────────────────────────────────────────────────────────────────────────────

    def _reading(self, reading: Reading) -> None:
        document = reading.document
        source = document_iri(self.base, document)
        for article in document.articles:
            self.name = article_iri(self.base, document, article.index)
            self._article(document, article, source)
        teller = Teller(self.landscape, reading, base=self.base, add=self.add)
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
                self.add(self.name, SDO.mentions, entity_iri(self.base, self.landscape.entities[index]))

    def _article(self, document: Document, article: Article, source: str) -> None:
        node = self.name
        self.add(source, RDF.type, PROV.Entity)
        self.add(source, DCTERMS.identifier, Literal(document.path))
        self.add(source, SDO.sha256, Literal(document.content_hash))
        self.add(node, RDF.type, SDO.NewsArticle)
        self.add(node, RDF.type, PROV.Entity)
        self.add(node, SDO.isPartOf, source)
        if article.title:
            self.add(node, SDO.headline, text(article.title))
        if article.publisher:
            self.add(node, SDO.publisher, text(article.publisher))
        if article.author:
            self.add(node, SDO.author, text(article.author))
        if article.published:
            self.add(node, SDO.datePublished, iso_date(article.published))
        if article.url:
            self.add(node, SDO.url, Literal(article.url, str(XSD.anyURI)))
        run = f"{self.name}/extraction"
        agent = f"{self.base}agent/stakeholder-kg"
        self.add(run, RDF.type, PROV.Activity)
        self.add(run, PROV.used, node)
        self.add(run, PROV.wasAssociatedWith, agent)
        self.add(agent, RDF.type, PROV.SoftwareAgent)
        self.add(agent, RDFS.label, _agent_label())


@cache
def _schemes() -> tuple[Triple, ...]:
    """The triples of the ontology's schemes, without the roles, of which only those used are written; sorted."""
    graph = Graph().parse(data=o.ontology_file("schemes.ttl"), format="turtle")
    return tuple((str(s), str(p), plain(v)) for s, p, v in sorted(graph) if not str(s).startswith(f"{o.SCHEME}role/"))


@cache
def _agent_label() -> Literal:
    return Literal(f"stakeholder-kg {version('stakeholder-kg')}")


def plain(value: Node) -> str | Literal:
    """A term of rdflib as the build writes it."""
    if isinstance(value, RdflibLiteral):
        return Literal(str(value), str(value.datatype or ""), value.language or "")
    return str(value)


def _stands_in(article: Article, mention: Mention) -> bool:
    return article.body.covers(mention) or (article.headline is not None and article.headline.covers(mention))
