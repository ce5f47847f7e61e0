"""Values as RDF literals: dates as precise as they are known, decimals with their point, text on one line."""

from __future__ import annotations

from decimal import Decimal

from rdflib.namespace import XSD

from kg.built import Literal

BOOLEAN, INTEGER, COUNT, DECIMAL = (
    str(kind) for kind in (XSD.boolean, XSD.integer, XSD.nonNegativeInteger, XSD.decimal)
)
DATES = {4: str(XSD.gYear), 7: str(XSD.gYearMonth), 10: str(XSD.date)}
TRUE, FALSE = Literal("true", BOOLEAN), Literal("false", BOOLEAN)


def iso_date(value: str) -> Literal:
    """A date as precisely as it is known: a year, a month or a day; a plain string if it is none of these."""
    return Literal(value, DATES.get(len(value), ""))


def decimal(value: float) -> Literal:
    """A decimal that always has its point, as Turtle and JSON-LD write it."""
    return Literal(f"{Decimal(str(round(float(value), 3))):f}", DECIMAL)


def text(words: str) -> Literal:
    """Words of an article with its line breaks as blanks."""
    return Literal(" ".join(words.split()))
