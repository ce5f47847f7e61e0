"""What each family of rules brings: the gold scored again with one family switched off.

A family is switched off by replacing the function in which it lives; a function that no longer exists stops the run, so that
the table cannot silently measure nothing. Texts are parsed once; chains are not joined over documents.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.gold import GOLD, SETS
from kg.evaluate import Row
from kg.evaluate.score import score_document
from kg.export.annotations import annotation_of, as_json
from kg.extract import extract_all
from kg.extract._view_learnt import Views
from kg.mention import parse as parse_step
from kg.mention import parse_document
from kg.mention import roles as roles_step
from kg.model import Document, Piece, Reading
from kg.parsed import Paragraph, ParsedArticle
from kg.read import read_document
from kg.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = (
    "people",
    "organisations",
    "positions",
    "positions with organisation",
    "funding: status",
    "direct quotes: speaker",
    "indirect statements: speaker",
    "stance",
)
MEASURED = ("devset", "passages", "articles")
Replacement = Callable[..., object]


def _nothing(*_: object, **__: object) -> list[object]:
    return []


def _none_found(*_: object, **__: object) -> int:
    return 0


def _first(value: object, *_: object, **__: object) -> object:
    return value


def _no_step(*names: str) -> Callable[[], tuple[str, object]]:
    """The steps of coreference without some of them."""

    def made() -> tuple[str, object]:
        from kg.mention import coreference

        kept = tuple(step for step in coreference.STEPS if step.__name__ not in names)
        if len({step.__name__ for step in coreference.STEPS} & set(names)) != len(names):
            raise LookupError(f"kg/mention/coreference has no steps {names}: mend bench/ablation.py")
        return "kg.mention.coreference.STEPS", kept

    return made


def _no_rule(*rules: str) -> Callable[[], tuple[str, object]]:
    """Roles without those of some constructions."""

    def made() -> tuple[str, object]:
        find = roles_step.find_roles

        def without(article: ParsedArticle) -> ParsedArticle:
            from dataclasses import replace

            found = find(article)
            kept = tuple(replace(r, holder=None, rule="") if r.rule in rules else r for r in found.roles)
            return replace(found, roles=kept)

        return "kg.mention.find_roles", without

    return made


# family → what is replaced by what
FAMILIES: dict[str, Sequence[tuple[str, object] | Callable[[], tuple[str, object]]]] = {
    "names: words beside them": [
        ("kg.mention.people.people_beside", _nothing),
        ("kg.mention.organisations.bodies_beside", _nothing),
    ],
    "names: agreement over the article": [("kg.mention.names.agreed", lambda _, sureness: list(sureness))],
    "chains: pronouns": [("kg.mention.coreference.pronouns", _none_found)],
    "chains: descriptions": [
        _no_step("descriptions", "definite_bodies", "owners", "first_descriptions", "unnamed_offices"),
    ],
    "chains: surnames and short names": [_no_step("short_people", "bare_surnames")],
    "posts: apposition": [_no_rule("apposition after", "apposition before", "apposed", "brackets")],
    "posts: words before the name": [_no_rule("premodifier")],
    "posts: verbs (is, becomes, chairs)": [_no_rule("copula", "as role", "appointed", "verb", "predecessor")],
    "quotations: lost marks": [("kg.extract.quotes.mended", lambda paragraph, *_: _whole_pieces(paragraph))],
    "quotations: interviews": [("kg.extract.quotes.answers_in", lambda _: {})],
    "money: sums only implied": [("kg.extract._money.implied_sums", _nothing)],
    "money: learnt weights": [("kg.extract._money_status._learnt", lambda _, found: found)],
    "views: undertakings without a name": [("kg.mention.find_undertakings", _first)],
    "views: praise and blame in words said": [("kg.extract.stance.appraisals", _nothing)],
    "views: acts and attitudes": [("kg.extract.stance.attitudes", _nothing)],
    "views: learnt weights": [("kg.extract.stance.views", lambda *_: Views((), ()))],
}


def _whole_pieces(paragraph: Paragraph) -> list[object]:
    from kg.extract._pieces import pieces_of

    return [piece for piece in pieces_of(paragraph.doc) if not piece.quoted.has_lost_opening]


@contextmanager
def without(family: str) -> Iterator[None]:
    """The program with one family of rules switched off.

    Raises:
        AttributeError: what is to be replaced does not exist any more.
    """
    with ExitStack() as stack:
        for entry in FAMILIES[family]:
            target, value = entry() if callable(entry) else entry
            stack.enter_context(patch(target, value))
        yield


def measure() -> str:
    """A table: F1 of the rows with everything, and what each row loses without each family (in hundredths)."""
    parse = cache(lambda document, index: parse_step.parse_paragraphs([(document, document.articles[index])], _model()))
    with patch(
        "kg.mention.parse_paragraphs", lambda of, _: [parse(document, article.index)[0] for document, article in of]
    ):
        whole = _scores()
        lines = ["| without | " + " | ".join(ROWS) + " |", "|---|" + "---:|" * len(ROWS)]
        lines.append("| (nothing: F1) | " + " | ".join(f"{whole[row].f1:.2f}" for row in ROWS) + " |")
        for family in FAMILIES:
            with without(family):
                found = _scores()
            losses = [100 * (found[row].f1 - whole[row].f1) for row in ROWS]
            lines.append(
                f"| {family} | " + " | ".join(f"{loss:+.1f}" if abs(loss) >= 0.05 else "·" for loss in losses) + " |"
            )
    return "\n".join(lines)


def _model() -> Language:
    return parse_step.load_model(Settings().model)


def _scores() -> dict[str, Row]:
    total: dict[str, Row] = {}
    least = Settings().min_belief
    for document, gold in _documents():
        articles = parse_document(document, Settings().model)
        chains = tuple(
            sorted((c for a in articles for c in a.chains), key=lambda c: (c.mentions[0].start, c.kind, c.name))
        )
        facts = tuple(fact for a in articles for fact in extract_all(a) if fact.belief >= least)
        found = json.loads(as_json(annotation_of(Reading(document, chains, facts))))
        for kind, row in score_document(gold, found, document.text).items():
            total.setdefault(kind, Row()).add(row)
    return total


@cache
def _documents() -> tuple[tuple[Document, dict[str, object]], ...]:
    found = []
    for name in MEASURED:
        for file in sorted(SETS[name].glob("*.txt")):
            gold = json.loads(Path(GOLD, name, f"{file.stem}.json").read_text(encoding="utf-8"))
            found.append((read_document(Piece(file.name, file.read_bytes()), name=file.stem), gold))
    return tuple(found)
