"""Judgements → entities: what was judged the same is one; nothing that was judged different may be."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from kg.errors import ResolutionError
from kg.model import Chain, Document, Entity, Form, Judgement, Kind, Reading, Verdict, chain_key


def merge(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> tuple[tuple[Entity, ...], dict[str, int]]:
    """The entities, sorted by kind and slug, and the index of the entity of every chain.

    Raises:
        ResolutionError: two chains are judged different, and the same by way of others.
    """
    chains = {chain_key(r.document, c): (r.document, c) for r in readings for c in r.chains}
    group_of = _consistent_groups(list(chains), judgements)
    members: dict[str, list[str]] = {}
    for key in chains:
        members.setdefault(group_of[key], []).append(key)
    drafts = [_draft([chains[key] for key in sorted(keys)], tuple(sorted(keys))) for keys in members.values()]
    entities = tuple(sorted(_with_slugs(drafts), key=lambda e: (e.kind, e.slug)))
    return entities, {key: number for number, entity in enumerate(entities) for key in entity.chains}


def groups(keys: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """The representative of every chain's group: what was judged the same, the smallest key."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for judgement in judgements:
        if judgement.verdict is Verdict.SAME:
            one, other = sorted((root(judgement.left), root(judgement.right)))
            parent[other] = one
    return {key: root(key) for key in parent}


def _consistent_groups(keys: Sequence[str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """The groups, in none of which two are judged different."""
    group_of = groups(keys, judgements)
    for judgement in judgements:
        if judgement.verdict is Verdict.DIFFERENT and group_of[judgement.left] == group_of[judgement.right]:
            raise ResolutionError(
                f"{judgement.left} and {judgement.right} are judged different ({judgement.by}: {judgement.why}), but other judgements "
                "join them; take back one of those"
            )
    return group_of


def _draft(chains: Sequence[tuple[Document, Chain]], keys: tuple[str, ...]) -> Entity:
    """An entity with the slug of its name, not yet unique."""
    named = [chain for _, chain in chains if chain.is_named] or [chain for _, chain in chains]
    name = max((chain.name for chain in named), key=lambda n: (not n.isupper(), len(n.split()), len(n), n))
    aliases = {m.words for _, c in chains for m in c.mentions if m.form is not Form.PRONOUN} | {
        c.name for _, c in chains
    }
    sorts = [chain.sort for chain in named if chain.sort and chain.sort != "other"]
    sort = (
        max(sorted(set(sorts)), key=sorts.count) if sorts else "other" if chains[0][1].kind is Kind.ORGANISATION else ""
    )
    return Entity(
        kind=chains[0][1].kind,
        slug=slug_of(name),
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        chains=keys,
        sort=sort,
        is_named=any(chain.is_named for _, chain in chains),
    )


def slug_of(name: str) -> str:
    """Lower-case letters, digits and hyphens; at most 80 characters."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")[:80] or "unnamed"


def _with_slugs(drafts: Sequence[Entity]) -> list[Entity]:
    """The entities with unique slugs: where two share one, each carries a hash of the first chain that it was made from."""
    from dataclasses import replace

    count: dict[tuple[Kind, str], int] = {}
    for draft in drafts:
        count[draft.kind, draft.slug] = count.get((draft.kind, draft.slug), 0) + 1
    return [
        draft
        if count[draft.kind, draft.slug] == 1
        else replace(draft, slug=f"{draft.slug}-{hashlib.sha256(draft.chains[0].encode()).hexdigest()[:6]}")
        for draft in drafts
    ]
