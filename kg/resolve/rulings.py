"""What a person decides → judgements about chains, which go before those of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Chain, Form, Judgement, Kind, Reading, Ruling, Skipped, Verdict, chain_key
from kg.resolve.merge import groups

FILE = "judgements.toml"
SURE = {Verdict.SAME: 1.0, Verdict.DIFFERENT: 0.0}


def judged_by_hand(rulings: Sequence[Ruling], readings: Sequence[Reading]) -> tuple[list[Judgement], list[Skipped]]:
    """The judgements that the rulings make about the chains of the readings, and a line for each that says nothing or contradicts."""
    made: list[Judgement] = []
    wrong: list[Skipped] = []
    for ruling in rulings:
        places = ruling.articles or ("", "")
        one, other = (_chains(readings, name, path) for name, path in zip(ruling.names, places, strict=True))
        nobody = [
            f"nobody and nothing is called {name!r}" + (f" in {path}" if path else "")
            for name, path, found in zip(ruling.names, places, (one, other), strict=True)
            if not found
        ]
        pairs = [] if nobody else _judgements(ruling, one, other)
        if not nobody and not pairs:
            nobody = ["the two names are of one and the same, or of two kinds"]
        if not nobody and _contradicts(made, pairs):
            nobody = ["it contradicts a judgement before it"]
        if nobody:
            wrong += [Skipped(FILE, f"{FILE}: judgement {ruling.number}: {why}", failed=True) for why in nobody]
        else:
            made += pairs
    return made, wrong


def after_rulings(ruled: Iterable[Judgement], by_hand: Sequence[Judgement]) -> list[Judgement]:
    """The judgements of the rules without a "different" between those whom a person calls the same."""
    group = _groups(by_hand)
    kept = []
    for judgement in ruled:
        is_one = group.get(judgement.left, judgement.left) == group.get(judgement.right, judgement.right)
        if judgement.verdict is Verdict.DIFFERENT and is_one:
            why = f"{judgement.why}; but somebody says that they are the same"
            judgement = replace(judgement, verdict=Verdict.UNSURE, why=why)
        kept.append(judgement)
    return kept


def _chains(readings: Sequence[Reading], name: str, path: str) -> dict[str, Kind]:
    """Keys and kinds of the chains that bear the name: in the document, or in all."""
    wanted = name.casefold()
    return {
        chain_key(reading.document, chain): chain.kind
        for reading in readings
        if not path or path in (reading.document.path, reading.document.name)
        for chain in reading.chains
        if wanted in _names(chain)
    }


def _names(chain: Chain) -> set[str]:
    forms = {m.words.casefold() for m in chain.mentions if m.form is not Form.PRONOUN}
    return forms | {chain.name.casefold()}


def _judgements(ruling: Ruling, one: dict[str, Kind], other: dict[str, Kind]) -> list[Judgement]:
    """For "same" a star about the first, for "different" every pair; only of one kind."""
    pairs: set[tuple[str, str]] = set()
    if ruling.verdict is Verdict.SAME:
        for kind in set(one.values()) & set(other.values()):
            first, *rest = sorted(key for key, its in {**one, **other}.items() if its is kind)
            pairs |= {(first, key) for key in rest}
    else:
        pairs = {(a, b) for a in one for b in other if a != b and one[a] is other[b]}
    sure = SURE[ruling.verdict]
    by = f"person: {ruling.by}"
    return sorted({Judgement(min(pair), max(pair), ruling.verdict, by, ruling.why, sure) for pair in pairs})


def _contradicts(earlier: Sequence[Judgement], new: Sequence[Judgement]) -> bool:
    """Whether somebody would be judged different and, by way of others, the same."""
    both = [*earlier, *new]
    group = _groups(both)
    return any(group[j.left] == group[j.right] for j in both if j.verdict is Verdict.DIFFERENT)


def _groups(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The group of every chain that is judged."""
    judged = list(judgements)
    return groups({key for j in judged for key in (j.left, j.right)}, judged)
