"""Initiatives, events and places: the same words, an acronym, singular and plural."""

from __future__ import annotations

import re

from kg.mention.acronyms import acronym_of, introduced_acronyms
from kg.mention.coreference.groups import Group, Groups
from kg.model import Form, Kind, Mention


def others(work: Groups) -> None:
    """Initiatives, events and places: the same words, an acronym, singular and plural."""
    acronyms = introduced_acronyms(work.article)
    for mention in work.article.mentions:
        if mention.kind not in (Kind.INITIATIVE, Kind.EVENT, Kind.PLACE):
            continue
        key = _thing_key(mention.words)
        same = (
            g for g in work.groups if g.kind is mention.kind and any(_thing_key(m.words) == key for m in g.mentions)
        )
        group = next(same, None) or _thing_by_acronym(work, mention, acronyms) or _longer_event(work, mention)
        if group is None and mention.kind is Kind.EVENT and mention.form is Form.SHORT:
            continue
        if group is None:
            group = work.new(mention.kind, mention.words)
        work.add(group, mention)


def _longer_event(work: Groups, mention: Mention) -> Group | None:
    """ "the Budget": the one event of the article whose longer name ends so."""
    if mention.kind is not Kind.EVENT or mention.form is not Form.SHORT:
        return None
    named = {
        m.words
        for m in work.named
        if m.kind is Kind.EVENT and m.form is Form.NAME and m.words.endswith(f" {mention.words}")
    }
    groups = [g for g in work.groups if g.kind is Kind.EVENT and g.name in named]
    return groups[0] if len(groups) == 1 and len(named) == 1 else None


def _thing_by_acronym(work: Groups, mention: Mention, acronyms: dict[str, Mention]) -> Group | None:
    short = mention.words.split()[0].rstrip("s") if mention.words.split()[0].rstrip("s").isupper() else ""
    for group in work.groups:
        if group.kind is not mention.kind:
            continue
        for other in group.mentions:
            if short and (short in acronym_of(other.words) or other.words.split()[0].rstrip("s") == short):
                return group
            head = other.words.split()[0].rstrip("s")
            if head.isupper() and len(head) > 1 and head in acronym_of(mention.words):
                return group
    return None


def _thing_key(name: str) -> str:
    key = re.sub(r"^(the|this|a|an) ", "", name.lower())
    return " ".join(
        word.rstrip("s") if len(word) > 3 or word.endswith("ps") else word for word in re.findall(r"\w+", key)
    )
