"""A tie between two parties, before it is a fact."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mention, Party, Relation, Span
from kg.parsed import ParsedArticle

LONGEST = 500  # characters of evidence; beyond it the clause alone is quoted


@dataclass(frozen=True, slots=True)
class Tie:
    """Subject, relation, object, and the stretch that says it.

    Attributes:
        is_said_there: the stretch names both in its own way ("Bell (R-Utah)"), wherever else the object is named.
    """

    subject: Mention
    name: str
    object: Party
    where: Span
    belief: float
    is_said_there: bool = False


def as_relation(article: ParsedArticle, tie: Tie, extractor: str) -> Relation:
    """The tie as a fact, whose evidence reaches over both parties where they stand near."""
    start = min(tie.where.start, tie.subject.start, tie.object.start)
    end = max(tie.where.end, tie.subject.end, tie.object.end)
    if end - start > LONGEST or tie.is_said_there:
        start, end = tie.where.start, tie.where.end
    return Relation(
        evidence=(article.evidence(start, end, extractor),),
        belief=tie.belief,
        subject=tie.subject,
        relation=tie.name,
        object=tie.object,
    )
