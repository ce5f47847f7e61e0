"""Turtle that a person can read: a base and a prefix list, then what belongs together under a heading, in the order of the text.

rdflib's own writer is not used: it puts line breaks into literals (which TriG's indentation would change), writes every IRI in full and
sorts facts by their hash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from rdflib.namespace import FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD

from kg import ontology as o
from kg.built import Literal, Triple

About = dict[str, dict[str, set[str | Literal]]]  # subject → predicate → values
TYPE, DERIVED = str(RDF.type), str(PROV.wasDerivedFrom)
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
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
GROUP_OF: dict[str, int] = {
    str(kind): number for number, (_, kinds) in reversed([*enumerate(GROUPS)]) for kind in kinds
}
SHORT = {
    str(XSD.boolean): r"true|false",
    str(XSD.integer): r"[+-]?\d+",
    str(XSD.decimal): r"[+-]?\d*\.\d+",
}  # may stand without marks
PREFIX_OF = {namespace: prefix for prefix, namespace in o.PREFIXES.items()}  # all end in "/" or "#"
DIGITS = re.compile(r"\d+")
LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)  # of the local names that Turtle allows, those that need no thought


class Writer:
    """Triples as Turtle, with IRIs below `base` written relative to it.

    Args:
        base: where IRIs are minted; one that relative IRIs cannot be resolved against (no slash at its end) is not used.
    """

    def __init__(self, base: str) -> None:
        self._base = base if base.endswith("/") else None
        self._written: dict[str | Literal, str] = {}
        self._padded: dict[str, str] = {}
        self._about: dict[str, tuple[Mapping[str, set[str | Literal]], str]] = {}

    def head(self) -> str:
        """The base and the prefix list."""
        lines = [f"@base <{self._base}> .\n"] if self._base else []
        return "".join(
            [*lines, *(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(o.PREFIXES.items()))]
        )

    def groups(self, triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
        """(heading, Turtle) of every group that has something; what fits no group comes last."""
        about = by_subject(triples)
        parts: list[About] = [{} for _ in range(len(GROUPS) + 1)]
        for subject, told in about.items():
            fits = (GROUP_OF[kind] for kind in told.get(TYPE, ()) if kind in GROUP_OF)
            parts[min(fits, default=len(GROUPS))][subject] = told
        for heading, part in zip([*(heading for heading, _ in GROUPS), "Other"], parts, strict=True):
            if part:
                yield heading, self._paragraphs(part)

    def body(self, triples: Iterable[Triple]) -> str:
        """A paragraph per subject: facts in the order of the text that they rest on, everything else by name."""
        return self._paragraphs(by_subject(triples))

    def _paragraphs(self, about: About) -> str:
        place = {
            subject: min(self._in_numbers(str(piece)) for piece in told[DERIVED])
            for subject, told in about.items()
            if DERIVED in told
        }

        def order(subject: str) -> tuple[str, str]:
            return (place.get(subject.removesuffix("/amount"), ""), self._in_numbers(subject))

        return "\n".join(self._paragraph(subject, about[subject]) for subject in sorted(about, key=order))

    def _paragraph(self, subject: str, told: Mapping[str, set[str | Literal]]) -> str:
        """What is said of a subject; written once if the same is said of it in the whole graph and in a part of it."""
        known = self._about.get(subject)
        if known is None or known[0] != told:
            known = self._about[subject] = (told, self._written_out(subject, told))
        return known[1]

    def _written_out(self, subject: str, told: Mapping[str, set[str | Literal]]) -> str:
        lines = []
        for _, verb, predicate in sorted((RANK.get(term, 100), self.term(term), term) for term in told):
            values = sorted(map(self.term, told[predicate]))
            if predicate == TYPE:
                lines.append(f"a {', '.join(values)}")
            else:
                lines.append(f"{verb} " + ",\n        ".join(values))
        return f"{self.term(subject)} " + " ;\n    ".join(lines) + " .\n"

    def term(self, node: str | Literal) -> str:
        """One term as Turtle writes it."""
        written = self._written.get(node)
        if written is None:
            written = self._written[node] = self._literal(node) if isinstance(node, Literal) else self._iri(node)
        return written

    def _iri(self, iri: str) -> str:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        if (prefix := PREFIX_OF.get(iri[:end])) and LOCAL.fullmatch(iri, end):
            return f"{prefix}:{iri[end:]}"
        if self._base and iri.startswith(self._base) and iri != self._base:
            return f"<{iri[len(self._base) :]}>"
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        if literal.datatype in SHORT and re.fullmatch(SHORT[literal.datatype], literal.words):
            return literal.words
        words = _quoted(literal.words)
        if literal.language:
            return f"{words}@{literal.language}"
        return f"{words}^^{self.term(literal.datatype)}" if literal.datatype else words

    def _in_numbers(self, iri: str) -> str:
        """The IRI with its numbers padded, so that 989 stands before 1312."""
        if iri not in self._padded:
            self._padded[iri] = DIGITS.sub(lambda number: number.group().zfill(9), iri)
        return self._padded[iri]


def by_subject(triples: Iterable[Triple]) -> About:
    """What is said of each subject, every triple once."""
    about: About = {}
    for subject, predicate, value in triples:
        about.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    return about


_quoted = json.JSONEncoder(ensure_ascii=False).encode  # JSON's escapes are all Turtle's
