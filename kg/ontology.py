"""The terms of the graph: one constant per term of our own, as ontology/kg.ttl declares them, and whether a fact fits.

Terms of others (ORG, schema.org with https, PROV-O, Web Annotation, SKOS) come from rdflib's namespaces.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import OWL, RDF

from kg.errors import OntologyError

K = Namespace("https://kg.example/ontology#")
SCHEME = Namespace("https://kg.example/scheme/")
OA = Namespace("http://www.w3.org/ns/oa#")
PREFIXES = {
    "k": str(K),
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": str(OA),
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# classes
FACT = K.Fact
POSITION_HELD = K.PositionHeld
FUNDING_STATEMENT = K.FundingStatement
FUNDING = K.Funding
FUNDING_PLEDGE = K.FundingPledge
STATEMENT = K.Statement
STANCE = K.Stance
EVENT_REPORT = K.EventReport
PARTICIPATION = K.Participation
RELATION = K.Relation
FIGURE = K.Figure
INITIATIVE = K.Initiative
JUDGEMENT = K.Judgement

# properties
PERSON = K.person
TITLE = K["title"]
POSITION_STATUS = K.positionStatus
ROLE_CONCEPT = K.roleConcept
PLACE = K.place
BY_DEFINITION = K.byDefinition
ATTESTED_ON = K.attestedOn
STARTS_ON = K.startsOn
ENDS_ON = K.endsOn
BELIEF = K.belief
FOUND_BY = K.foundBy
JOINED_BELIEF = K.joinedBelief
ARTICLE_COUNT = K.articleCount
PART_OF_FUNDING = K.partOfFunding
MAY_BE_PART_OF = K.mayBePartOf
FUNDING_STATUS = K.fundingStatus
NEWNESS = K.newness
DISPUTED = K.disputed
MONEY_KIND = K.moneyKind
SURFACE = K.surface
PAID_BY = K.paidBy
PAID_BY_TEXT = K.paidByText
ANNOUNCED_BY = K.announcedBy
ANNOUNCED_BY_TEXT = K.announcedByText
RECIPIENT = K.recipient
RECIPIENT_TEXT = K.recipientText
PURPOSE = K.purpose
PERIOD = K.period
OCCASION = K.occasion
OCCASION_TEXT = K.occasionText
PER_YEAR = K.perYear
SPEAKER = K.speaker
SPEAKER_TEXT = K.speakerText
MODE = K.mode
REPORTING_VERB = K.reportingVerb
MENTIONS = K.mentions
CONTINUES = K.continues
HOLDER = K.holder
TOWARDS = K.towards
STANCE_VALUE = K.stanceValue
EVENT = K.event
EVENT_PLACE = K.eventPlace
EVENT_DATE = K.eventDate
ORGANISER = K.organiser
ORGANISER_TEXT = K.organiserText
PARTICIPANT = K.participant
EVENT_ROLE = K.eventRole
SUBJECT = K.subject
RELATION_TYPE = K.relationType
OBJECT = K.object
OBJECT_TEXT = K.objectText
MEASURES = K.measures
IN_ARTICLE = K.inArticle
LOCATOR = K.locator
ORGANISATION_SORT = K.organisationSort
IS_NAMED = K.isNamed
LEFT = K["left"]
RIGHT = K["right"]
VERDICT = K.verdict
JUDGED_BY = K.judgedBy
CONCERNS = K.concerns
WHY = K.why
SCORE = K.score
LIKENESS = K.likeness

# relations, by the names of kg.model.RELATIONS
RELATION_OF = {
    "part_of": K.partOf,
    "member_of": K.memberOf,
    "supports": K.supports,
    "criticises": K.criticises,
    "responds_to": K.respondsTo,
    "agrees_with": K.agreesWith,
    "appoints": K.appoints,
    "cites": K.cites,
    "campaigns_against": K.campaignsAgainst,
    "ratings_of": K.ratingsOf,
    "represents": K.represents,
    "located_in": K.locatedIn,
}


def ontology_file(name: str) -> str:
    """The text of a file of ontology/: inside the installed package, else in the repository."""
    inside = files("kg").joinpath("_ontology", name)
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    beside = Path(__file__).parent.parent / "ontology" / name
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    raise OntologyError(
        f"ontology/{name} is missing: expected it in the package or in the repository; install the package again"
    )


@lru_cache(maxsize=1)
def declared() -> frozenset[URIRef]:
    """Every term that kg.ttl declares as a class or property."""
    graph = Graph().parse(data=ontology_file("kg.ttl"), format="turtle")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return frozenset(term for kind in kinds for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef))


@lru_cache(maxsize=1024)
def concept(scheme: str, value: str) -> URIRef:
    """The SKOS concept of a value: `concept("stance", "mixed")`."""
    return SCHEME[f"{scheme}/{value.replace(' ', '-')}"]
