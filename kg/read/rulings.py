"""judgements.toml beside the articles → what a person decides about who is who.

A `[[judgement]]` holds `verdict` ("same" or "different"), `names` (two), `why`, and may hold `articles` (two paths: where each name
stands) and `by`. What is wrong with one is told, and the others stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.model import Ruling, Skipped, Verdict
from kg.read.beside import is_text, is_texts, tables_beside

RULINGS = "judgements.toml"
FIELDS = ("verdict", "names", "articles", "by", "why")
VERDICTS = ("same", "different")
SOMEBODY = "by hand"


def read_rulings(sources: Sequence[str]) -> tuple[list[Ruling], list[Skipped]]:
    """The judgements among the sources and in their folders, in that order, and what was wrong, a line each."""
    rulings: list[Ruling] = []
    entries, wrong = tables_beside(
        sources, RULINGS, "judgement", expected="verdict, names and why", without="nobody is joined or parted by it"
    )
    for number, entry in entries:
        reasons = list(_wrong(entry))
        wrong += [Skipped(RULINGS, f"{RULINGS}: judgement {number}: {why}", failed=True) for why in reasons]
        if not reasons:
            rulings.append(_ruling(number, entry))
    return rulings, wrong


def _wrong(entry: Any) -> Iterator[str]:
    """What keeps an entry from being a judgement."""
    if not isinstance(entry, Mapping):
        yield "expected a table with verdict, names and why"
        return
    yield from (f"{key}: not known; expected one of {', '.join(FIELDS)}" for key in entry if key not in FIELDS)
    if entry.get("verdict") not in VERDICTS:
        yield 'verdict: expected "same" or "different"'
    names, articles = entry.get("names"), entry.get("articles", [])
    if not is_texts(names) or len(names) != 2:
        yield "names: expected a list of two"
        return
    if not is_texts(articles) or len(articles) not in (0, 2):
        yield "articles: expected a list of two paths, where each of the names stands"
        return
    yield from (f"{key}: expected words" for key in ("why", "by") if not is_text(entry.get(key, SOMEBODY)))
    if "why" not in entry:
        yield "why: expected a sentence that a reader can check"
    if names[0].casefold() == names[1].casefold() and len(set(articles)) < 2:
        yield "one name twice; expected articles too, two different ones that say which is which"


def _ruling(number: int, entry: Mapping[str, Any]) -> Ruling:
    first, second = (name.strip() for name in entry["names"])
    return Ruling(
        number=number,
        verdict=Verdict(entry["verdict"]),
        names=(first, second),
        articles=tuple(path.strip() for path in entry.get("articles", ())),
        by=str(entry.get("by", SOMEBODY)).strip(),
        why=" ".join(str(entry["why"]).split()),
    )
