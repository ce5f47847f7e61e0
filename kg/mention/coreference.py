"""Which mentions of an article refer to the same person or body."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Chain, Form, Kind, Mention
from kg.parsed import ParsedArticle


def find_chains(article: ParsedArticle) -> ParsedArticle:
    """The article with its chains: same words, or a surname of exactly one full name."""
    full: dict[tuple[Kind, str], list[Mention]] = {}
    for mention in article.mentions:
        key = (mention.kind, mention.words)
        if mention.kind is Kind.PERSON and " " not in mention.words:
            owners = {k for k in full if k[0] is Kind.PERSON and k[1].split()[-1] == mention.words}
            if len(owners) == 1:
                key = owners.pop()
        full.setdefault(key, []).append(mention)
    mentions, chains = [], []
    for (kind, name), members in full.items():
        fixed = tuple(replace(m, form=Form.NAME if m.words == name else Form.SHORT) for m in members)
        mentions.extend(fixed)
        chains.append(Chain(kind, name, fixed, "other" if kind is Kind.ORGANISATION else ""))
    return replace(article, mentions=tuple(sorted(mentions)), chains=tuple(chains))
