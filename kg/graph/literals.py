"""Values as RDF literals: dates as precise as they are known, decimals with their point, text on one line."""

from __future__ import annotations

from decimal import Decimal

from rdflib import Literal
from rdflib.namespace import XSD


def iso_date(value: str) -> Literal:
    """A date as precisely as it is known: a year, a month or a day; a plain string if it is none of these."""
    kind = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}.get(len(value))
    return Literal(value, datatype=kind) if kind else Literal(value)


def decimal(value: float) -> Literal:
    """A decimal that always has its point, as Turtle and JSON-LD write it."""
    return Literal(Decimal(str(round(float(value), 3))))


def text(words: str) -> Literal:
    """Words of an article with its line breaks as blanks."""
    return Literal(" ".join(words.split()))
