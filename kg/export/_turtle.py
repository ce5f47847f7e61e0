"""Turtle that a person can read: a base and a prefix list, then what belongs together under a heading, in the order of the text.

rdflib's own writer is not used: it puts line breaks into literals (which TriG's indentation would change), writes every IRI in full and
sorts facts by their hash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from kg import ontology as o

Triple = tuple[Node, Node, Node]
_About = dict[Node, dict[Node, set[Node]]]  # subject → predicate → values
GROUPS: tuple[tuple[str, tuple[URIRef, ...]], ...] = (
    ("People", (SDO.Person,)),
    ("Organisations", (ORG.Organization,)),
    ("Initiatives, events, places", (o.INITIATIVE, SDO.Event, SDO.Place)),
    ("Positions", (o.POSITION_HELD,)),
    ("Money: one node per sum", (o.FUNDING,)),
    ("Money: what each article says of it", (o.FUNDING_STATEMENT, SDO.MonetaryAmount)),
    ("Statements", (o.STATEMENT,)),
    ("Stance, relations, events", (o.STANCE, o.RELATION, o.EVENT_REPORT, o.PARTICIPATION)),
    ("Figures", (o.FIGURE,)),
    ("Articles and the documents that they stand in", (SDO.NewsArticle, PROV.Entity)),
    ("Evidence", (o.OA.SpecificResource, o.OA.TextPositionSelector, o.OA.TextQuoteSelector)),
    ("Judgements: what is one and the same", (o.JUDGEMENT,)),
    ("Lists of values", (SKOS.ConceptScheme, SKOS.Concept)),
    ("Who read it", (PROV.Activity, PROV.SoftwareAgent)),
)
FIRST = (
    *(RDF.type, SKOS.prefLabel, RDFS.label, SKOS.altLabel, FOAF.familyName, SDO.headline),
    *(o.SURFACE, o.PERSON, o.TITLE, o.SPEAKER, o.SPEAKER_TEXT, SDO.text, o.SUBJECT, o.RELATION_TYPE, o.OBJECT),
)
LAST = (o.BELIEF, o.FOUND_BY, o.ATTESTED_ON, PROV.wasDerivedFrom)
RANK = {str(term): n for n, term in enumerate(FIRST)} | {str(term): 1000 + n for n, term in enumerate(LAST)}
GROUP_OF: dict[Node, int] = {kind: number for number, (_, kinds) in reversed([*enumerate(GROUPS)]) for kind in kinds}
SHORT = {XSD.boolean: r"true|false", XSD.integer: r"[+-]?\d+", XSD.decimal: r"[+-]?\d*\.\d+"}  # may stand without marks
LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)  # of the local names that Turtle allows, those that need no thought


class Writer:
    """Triples as Turtle, with IRIs below `base` written relative to it.

    Args:
        base: where IRIs are minted; one that relative IRIs cannot be resolved against (no slash at its end) is not used.
    """

    def __init__(self, base: str) -> None:
        self._base = base if base.endswith("/") else None
        self._written: dict[Node, str] = {}

    def head(self) -> str:
        """The base and the prefix list."""
        lines = [f"@base <{self._base}> .\n"] if self._base else []
        return "".join(
            [*lines, *(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(o.PREFIXES.items()))]
        )

    def groups(self, triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
        """(heading, Turtle) of every group that has something; what fits no group comes last."""
        about = _by_subject(triples)
        parts: list[_About] = [{} for _ in range(len(GROUPS) + 1)]
        for subject, told in about.items():
            fits = (GROUP_OF[kind] for kind in told.get(RDF.type, ()) if kind in GROUP_OF)
            parts[min(fits, default=len(GROUPS))][subject] = told
        for heading, part in zip([*(heading for heading, _ in GROUPS), "Other"], parts, strict=True):
            if part:
                yield heading, self._paragraphs(part)

    def body(self, triples: Iterable[Triple]) -> str:
        """A paragraph per subject: facts in the order of the text that they rest on, everything else by name."""
        return self._paragraphs(_by_subject(triples))

    def _paragraphs(self, about: _About) -> str:
        place = {
            str(subject): min(_in_numbers(str(piece)) for piece in told[PROV.wasDerivedFrom])
            for subject, told in about.items()
            if PROV.wasDerivedFrom in told
        }

        def order(subject: Node) -> tuple[str, str]:
            root = str(subject).removesuffix("/amount")
            return (place.get(root, ""), _in_numbers(str(subject)))

        return "\n".join(self._paragraph(subject, about[subject]) for subject in sorted(about, key=order))

    def _paragraph(self, subject: Node, told: Mapping[Node, set[Node]]) -> str:
        lines = []
        for predicate in sorted(told, key=lambda term: (RANK.get(str(term), 100), self.term(term))):
            values = sorted(self.term(value) for value in told[predicate])
            verb = "a" if predicate == RDF.type else self.term(predicate)
            joint = ", " if predicate == RDF.type else ",\n        "
            lines.append(f"{verb} {joint.join(values)}")
        return f"{self.term(subject)} " + " ;\n    ".join(lines) + " .\n"

    def term(self, node: Node) -> str:
        """One term as Turtle writes it."""
        if node not in self._written:
            self._written[node] = self._write(node)
        return self._written[node]

    def _write(self, node: Node) -> str:
        if isinstance(node, Literal):
            return self._literal(node)
        for prefix, namespace in o.PREFIXES.items():
            if str(node).startswith(namespace) and LOCAL.fullmatch(str(node)[len(namespace) :]):
                return f"{prefix}:{str(node)[len(namespace) :]}"
        if self._base and str(node).startswith(self._base) and str(node) != self._base:
            return f"<{str(node)[len(self._base) :]}>"
        return node.n3()

    def _literal(self, literal: Literal) -> str:
        if literal.datatype in SHORT and re.fullmatch(SHORT[literal.datatype], str(literal)):
            return str(literal)
        words = json.dumps(str(literal), ensure_ascii=False)  # JSON's escapes are all Turtle's
        if literal.language:
            return f"{words}@{literal.language}"
        return f"{words}^^{self.term(literal.datatype)}" if literal.datatype else words


def _by_subject(triples: Iterable[Triple]) -> _About:
    about: _About = {}
    for subject, predicate, value in triples:
        about.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    return about


def _in_numbers(iri: str) -> str:
    """The IRI with its numbers padded, so that 989 stands before 1312."""
    return re.sub(r"\d+", lambda number: number.group().zfill(9), iri)
