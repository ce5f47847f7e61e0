"""Undertakings that the text describes without naming them: "the merger", "the £240m winter fund", "reopening the line".

They come after the chains, so that nothing else is read differently for them. One that is described again ("the fund", "the plan")
joins the chain of the first; a chain in which nothing is a name is not named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.mention._described_undertakings import Described, described, done, undertaking_heads
from kg.mention._matter import Candidate, matter_of
from kg.model import Chain, Kind, Mention
from kg.parsed import ParsedArticle

ANAPHORS = frozenset(
    """
    plan proposal scheme policy initiative project programme program deal agreement package move measure
    change contract order vision legislation reform ordinance
    move news announcement decision grant funding award investment money cash support work idea amount recommendation extension compensation
    """.split()
)  # "the scheme" may take up whatever was described before in other words
MONEYS = frozenset(
    "grant funding award investment money cash amount compensation support announcement move news".split()
)  # one thing, told of in turn
NEAR = 250  # characters between "this plan" and what it points to


@dataclass(slots=True)
class _Group:
    heads: set[str]
    which: set[str]
    chain: Chain | None
    mentions: list[Mention] = field(default_factory=list)
    is_matter: bool = False

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def find_undertakings(article: ParsedArticle) -> ParsedArticle:
    """The article with its described undertakings, in the chains of what they take up or in chains of their own."""
    matter = matter_of(article)
    own = frozenset(head for candidate in matter for head in candidate.heads)
    found = [
        item
        for paragraph in article.paragraphs
        for token in paragraph.doc
        if (item := described(article, paragraph, token, own) or done(article, paragraph, token)) is not None
    ]
    if not found and not matter:
        return article
    named = [_Group(*_words_of(c), c, list(c.mentions)) for c in article.chains if c.kind is Kind.INITIATIVE]
    groups: list[_Group] = list(named)
    kept_mentions = _open_with(article, groups, matter)
    found = [f for f in found if not any(f.mention.span.overlaps(m.span) for m in kept_mentions)]
    for item in sorted(found, key=lambda f: f.mention):
        group = _group_of(article, groups, item)
        if group is None and item.only_joins:
            continue
        kept_mentions.append(item.mention)
        if group is None:
            groups.append(_Group({item.head}, set(item.which), None, [item.mention]))
        else:
            group.heads.add(item.head)
            group.which |= item.which
            group.mentions.append(item.mention)
    kept = [c for c in article.chains if c.kind is not Kind.INITIATIVE]
    chains = [*kept, *(_chain(group) for group in groups)]
    return replace(
        article,
        mentions=tuple(sorted({*article.mentions, *kept_mentions})),
        chains=tuple(sorted(chains, key=lambda c: (c.mentions[0].start, c.kind, c.name))),
        matter=next((min(g.mentions) for g in groups if g.is_matter), None),
    )


def _open_with(article: ParsedArticle, groups: list[_Group], matter: Sequence[Candidate]) -> list[Mention]:
    """Put what the article is about among the groups, with a named undertaking if that is what it is; its new mentions."""
    new: list[Mention] = []
    own: _Group | None = None
    for candidate in matter:
        mention = candidate.mention
        named = article.mention_at(mention.span, Kind.INITIATIVE)
        group = next((g for g in groups if named in g.mentions), None) if named is not None else None
        if own is None:
            own = group
        if named is None and article.mention_at(mention.span, Kind.EVENT) is None:
            new.append(mention)
    if own is None and new:
        own = _Group(set(), set(), None)
        groups.append(own)
    if own is not None:
        own.is_matter = True
        own.mentions = sorted({*own.mentions, *new})
        for candidate in matter:
            own.heads |= candidate.heads
            own.which |= candidate.which
    return new


def _chain(group: _Group) -> Chain:
    mentions = tuple(sorted(set(group.mentions)))
    if group.chain is not None:
        return replace(group.chain, mentions=mentions)
    fullest = max(mentions, key=lambda m: (len(m.words.split()), -m.start))
    return Chain(Kind.INITIATIVE, fullest.words, mentions, is_named=False)


def _words_of(chain: Chain) -> tuple[set[str], set[str]]:
    """The head words and the other words of a named undertaking."""
    forms = [m.words.lower().split() for m in chain.mentions]
    return {form[-1].removesuffix("s") for form in forms}, {word for form in forms for word in form[:-1]}


def _group_of(article: ParsedArticle, groups: Sequence[_Group], item: Described) -> _Group | None:
    """What the description takes up.

    The last one with its head that it does not contradict; else, for "this plan", what stands right before; for "the plan", the one
    that headline and opening are about.
    """
    before = [g for g in groups if min(g.mentions) < item.mention]
    before.sort(key=lambda g: max(m for m in g.mentions if m < item.mention))
    alike = [g for g in before if item.head in g.heads and (item.which <= g.which or g.which <= item.which)]
    if alike:
        return alike[-1]
    main = next((g for g in before if g.is_matter), None)
    is_generic = item.head in ANAPHORS or undertaking_heads().get(item.head) == "joins"
    if item.which or not is_generic or not before:
        return None
    if item.is_nearby:
        near = [g for g in before if item.mention.start - max(m for m in g.mentions if m < item.mention).end < NEAR]
        if near:
            return near[-1]
    if main is not None and (item.head not in MONEYS or main.heads & MONEYS):
        return main
    if item.head not in ANAPHORS:
        return None
    opening = [p for p in article.paragraphs if p.sort != "heading"][:2]
    first = [g for g in before if any(p.start <= min(g.mentions).start < p.end for p in opening)]
    telling = [g for g in first if any(undertaking_heads().get(head) == "definite" for head in g.heads)] or first
    if len(telling) == 1:
        return telling[0]
    moneys = [g for g in before if g.heads & MONEYS] if item.head in MONEYS else []
    return moneys[0] if len(moneys) == 1 else before[0] if len(before) == 1 else None
