"""Which funding statements speak of the same money. Never by the sum alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.model import FundingStatement, Judgement, Mention, Party, Pledge, Reading, Verdict, chain_key
from kg.resolve.merge import slug_of

EMPTY = frozenset(
    "the a an of for and in to at on by with few small number some extra new more "
    "strongest seen being which are is as its their our high".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with what it is compared by."""

    document: str
    fact_id: str
    fact: FundingStatement
    recipient: frozenset[str]
    payer: str
    occasion: frozenset[str]

    @property
    def key(self) -> tuple[str, str]:
        return (self.document, self.fact_id)


def join_money(
    readings: Sequence[Reading], entity_of: dict[str, int]
) -> tuple[tuple[Pledge, ...], tuple[Judgement, ...]]:
    """The pledges, sorted by slug, and the judgements that joined their statements."""
    told = [item for reading in readings for item in _told_in(reading, entity_of)]
    judgements = [
        judgement for one, other in _candidates(told) if (judgement := _compare(told[one], told[other])) is not None
    ]
    parent = {item.key: item.key for item in told}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parent[key] != key:
            key = parent[key]
        return key

    by_id = {item.fact_id: item.key for item in told}
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME:
            one, other = sorted((root(by_id[judgement.left]), root(by_id[judgement.right])))
            parent[other] = one
    groups: dict[tuple[str, str], list[_Told]] = {}
    for item in told:
        groups.setdefault(root(item.key), []).append(item)
    has_sum = {item.key: item.fact.amount is not None for item in told}
    unsure: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.UNSURE:
            left, right = by_id[judgement.left], by_id[judgement.right]
            summed = [key for key in (left, right) if has_sum[key]]
            if len(summed) == 1:
                other_key = right if summed[0] == left else left
                unsure.setdefault(root(summed[0]), []).append(other_key)
    return _pledges(groups, unsure), tuple(sorted(judgements))


def _told_in(reading: Reading, entity_of: dict[str, int]) -> list[_Told]:
    """The funding statements of one reading; who is who in it is worked out once."""
    document = reading.document.content_hash
    who = {m: entity_of.get(chain_key(reading.document, c)) for c in reading.chains for m in c.mentions}

    def entity(party: Party | None) -> str:
        if isinstance(party, Mention) and who.get(party) is not None:
            return f"entity {who[party]}"
        return " ".join(sorted(_words(party)))

    return [
        _Told(
            document,
            fact.id_in(document),
            fact,
            frozenset(_words(fact.recipient) | _words(fact.purpose)),
            entity(fact.pledger),
            frozenset(_words(fact.occasion)),
        )
        for fact in reading.facts
        if isinstance(fact, FundingStatement)
    ]


def _candidates(told: Sequence[_Told]) -> list[tuple[int, int]]:
    """Index pairs that may speak of the same money, in order: of one sum, or one without a sum and one on the same occasion."""
    of_sum: dict[tuple[int, str], list[int]] = {}
    on_occasion: dict[str, list[int]] = {}
    for index, item in enumerate(told):
        if item.fact.amount is not None:
            of_sum.setdefault((item.fact.amount.stated, item.fact.amount.currency), []).append(index)
        for word in item.occasion:
            on_occasion.setdefault(word, []).append(index)
    pairs = {pair for block in of_sum.values() for pair in combinations(block, 2)}
    for block in on_occasion.values():
        bare = [index for index in block if told[index].fact.amount is None]
        pairs.update((min(one, other), max(one, other)) for one in bare for other in block if one != other)
    return sorted(pairs)


def _words(party: Party | None) -> set[str]:
    if party is None:
        return set()
    return {
        w[:-1] if len(w) > 3 and w.endswith("s") else w
        for w in re.findall(r"[a-z]+", party.words.lower())
        if w not in EMPTY
    }


def _compare(one: _Told, other: _Told) -> Judgement | None:
    left, right = sorted((one.fact_id, other.fact_id))
    if left == right:
        return None
    if one.document == other.document:
        again = one.fact.repeats == other.fact.surface or other.fact.repeats == one.fact.surface
        return (
            Judgement(left, right, Verdict.SAME, "rule: named again", "the article names the same sum again", 0.95)
            if again
            else None
        )
    if one.fact.amount is None or other.fact.amount is None:
        return _without_sum(one, other, left, right)
    if (one.fact.amount.stated, one.fact.amount.currency) != (other.fact.amount.stated, other.fact.amount.currency):
        return None
    if one.fact.status.is_promise != other.fact.status.is_promise:
        return None
    shared = sorted(one.recipient & other.recipient)
    if not shared:
        return None
    payers_clash = one.payer and other.payer and one.payer != other.payer
    why = f"both tell of {one.fact.surface.words} for {', '.join(shared[:4])}"
    score = 0.9 if one.payer == other.payer else 0.6 if payers_clash else 0.85
    return Judgement(
        left, right, Verdict.SAME if score >= 0.8 else Verdict.UNSURE, "rule: same sum and purpose", why, score
    )


def _without_sum(one: _Told, other: _Told, left: str, right: str) -> Judgement | None:
    """A mention without a sum may be the sum that another article gives for the same occasion or purpose; never sure."""
    bare, full = (one, other) if one.fact.amount is None else (other, one)
    if (
        full.fact.amount is None
        or full.fact.is_disputed
        or not (full.fact.status.is_promise and bare.fact.status.is_promise)
    ):
        return None
    occasion, purpose = sorted(bare.occasion & full.occasion), sorted(bare.recipient & full.recipient)
    if not occasion or not purpose:
        return None
    why = f"one gives no sum; both speak of {', '.join(occasion)} and {', '.join(purpose[:3])}"
    return Judgement(left, right, Verdict.UNSURE, "rule: same occasion", why, 0.5)


def _pledges(
    groups: dict[tuple[str, str], list[_Told]], unsure: dict[tuple[str, str], list[tuple[str, str]]]
) -> tuple[Pledge, ...]:
    drafts: list[tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]] = []
    for key, items in groups.items():
        best = max(items, key=lambda t: (t.fact.amount is not None, t.fact.recipient is not None, t.fact_id))
        amount = best.fact.amount
        sum_words = f"{amount.stated} {amount.currency}" if amount else "sum not given"
        aim = best.fact.recipient or best.fact.purpose or best.fact.occasion
        slug = slug_of(f"{sum_words} {' '.join(aim.words.split()[:6]) if aim else ''}")[:60].strip("-")
        drafts.append((slug, tuple(sorted(t.key for t in items)), tuple(sorted(set(unsure.get(key, []))))))
    slugs = [slug for slug, _, _ in drafts]
    unique = [
        (
            slug if slugs.count(slug) == 1 else f"{slug}-{hashlib.sha256(statements[0][1].encode()).hexdigest()[:6]}",
            statements,
            maybe,
        )
        for slug, statements, maybe in drafts
    ]
    return tuple(Pledge(slug, statements, maybe) for slug, statements, maybe in sorted(unique))
