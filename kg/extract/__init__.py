"""Parsed article → facts. One file per kind of fact, found by reading this folder in alphabetical order.

What goes in: a `ParsedArticle` (paragraphs with their parse, mentions, chains, roles) and the facts that the extractors
named in `NEEDS` found in the same article. What comes out: facts, each with evidence that quotes the document.

The contract of a file, checked on import:

    VERSION: str                       raised whenever the output changes: part of the cache key
    YIELDS: tuple[type[Fact], ...]     the kinds of fact that it emits, nothing else
    NEEDS: tuple[str, ...]             extractors (file names) whose facts it reads
    EXAMPLES: tuple[Example, ...]      at least one that must yield something and one that must yield nothing; run as tests
    extract(article, known) -> list[Fact]

An extractor asks the article for mentions; it never decides who somebody is. Unsure facts carry a lower belief; what
cannot quote its evidence is not emitted. Names in examples are invented.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import Protocol, cast

from kg.errors import ExtractorError
from kg.extract._calibration import calibrated
from kg.model import Fact, Mention
from kg.parsed import ParsedArticle


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what must come out of it.

    Attributes:
        text: one short article: its paragraphs, separated by newlines.
        facts: `str()` of each fact that the extractor must emit, in any order, and no others.
        published: the article's date, for relative dates.
    """

    text: str
    facts: tuple[str, ...] = ()
    published: str | None = None


class Extractor(Protocol):
    """What a module of this folder offers (see the contract above)."""

    VERSION: str
    YIELDS: tuple[type[Fact], ...]
    NEEDS: tuple[str, ...]
    EXAMPLES: tuple[Example, ...]

    def extract(self, article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
        """The facts of one article."""
        ...


@lru_cache(maxsize=1)
def extractors() -> dict[str, Extractor]:
    """Every extractor by name, in an order in which each comes after those that it needs.

    Raises:
        ExtractorError: a file breaks the contract, needs an extractor that does not exist, or needs itself in a circle.
    """
    found: dict[str, Extractor] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        missing = [n for n in ("VERSION", "YIELDS", "NEEDS", "EXAMPLES", "extract") if not hasattr(module, n)]
        if missing:
            raise ExtractorError(
                f"kg/extract/{info.name}.py lacks {', '.join(missing)}: see the contract in kg/extract/__init__.py"
            )
        found[info.name] = cast(Extractor, module)
    for name, extractor in found.items():
        unknown = [n for n in extractor.NEEDS if n not in found]
        if unknown:
            raise ExtractorError(f"kg/extract/{name}.py needs {unknown}, which are no files of kg/extract/")
    try:
        order = tuple(TopologicalSorter({name: sorted(m.NEEDS) for name, m in sorted(found.items())}).static_order())
    except CycleError as error:
        raise ExtractorError(f"kg/extract: extractors need each other in a circle: {error.args[1]}") from error
    return {name: found[name] for name in order}


def extract_all(article: ParsedArticle) -> list[Fact]:
    """The facts of every extractor in one article, their beliefs corrected (see `_calibration.py`).

    Raises:
        ExtractorError: an extractor emitted a kind of fact that it does not declare, or evidence that is not in the text.
    """
    by_name: dict[str, list[Fact]] = {}
    for name, extractor in extractors().items():
        known = [fact for needed in extractor.NEEDS for fact in by_name[needed]]
        facts = [_referring(article, fact) for fact in extractor.extract(article, known)]
        for fact in facts:
            if not isinstance(fact, extractor.YIELDS):
                raise ExtractorError(
                    f"kg/extract/{name}.py emitted {type(fact).__name__}, which its YIELDS does not declare"
                )
            for piece in fact.evidence:
                if article.document.text[piece.start : piece.end] != piece.words:
                    raise ExtractorError(
                        f"kg/extract/{name}.py: evidence is not in {article.document.path}: {piece.words!r}"
                    )
        by_name[name] = facts
    return [calibrated(fact) for facts in by_name.values() for fact in facts]


def _referring(article: ParsedArticle, fact: Fact) -> Fact:
    """The fact, its belief lessened by how unsure it is whom the pronouns and descriptions of its parts mean."""
    certainty = math.prod(article.certainty_of(part) for part in fact.parts if isinstance(part, Mention))
    return fact if certainty == 1 else replace(fact, belief=round(fact.belief * certainty, 3))
