"""Which mentions of an article are the same person or body: names first, then short forms, descriptions, pronouns.

What goes in: a `ParsedArticle` with mentions and roles. What comes out: the same with chains, and with the mentions that only
chains can find. Every step joins only on a reason that can be named; what fits two candidates stays out. `groups.py` holds the
chains in the making; `people.py`, `bodies.py` and `things.py` join names, `posts.py` and `descriptions.py` descriptions of
people and of bodies, `pronouns.py` pronouns.
"""

from __future__ import annotations

from dataclasses import replace

from kg.mention.coreference.author import author_of
from kg.mention.coreference.bodies import organisations
from kg.mention.coreference.descriptions import definite_bodies, owners
from kg.mention.coreference.groups import Groups, kept_roles
from kg.mention.coreference.introductions import first_descriptions, unnamed_offices
from kg.mention.coreference.maybe import maybe_names
from kg.mention.coreference.people import bare_surnames, full_names, lone_names, short_people
from kg.mention.coreference.posts import descriptions, undescribed
from kg.mention.coreference.pronouns import pronouns
from kg.mention.coreference.things import others
from kg.parsed import ParsedArticle

__all__ = ["before_pronouns", "find_chains"]

STEPS = (
    full_names,
    short_people,
    organisations,
    others,
    bare_surnames,
    lone_names,
    descriptions,
    definite_bodies,
    owners,
    first_descriptions,
    unnamed_offices,
    descriptions,  # once more: the steps between have found holders
    maybe_names,
)


def find_chains(article: ParsedArticle) -> ParsedArticle:
    """The article with chains, and with the mentions that only chains can find: descriptions, pronouns, bare surnames."""
    work = before_pronouns(article)
    unresolved = pronouns(work) + undescribed(work)
    chains = tuple(sorted(work.chains(), key=lambda c: (c.mentions[0].start, c.kind, c.name)))
    mentions = tuple(sorted({m for chain in chains for m in chain.mentions}))
    known = replace(
        article,
        mentions=mentions,
        chains=chains,
        roles=tuple(kept_roles(article.roles, mentions)),
        certainties=tuple(sorted((m, c) for m, c in work.certainty.items() if m in work.of)),
        unresolved=unresolved,
    )
    return replace(known, author=author_of(known))


def before_pronouns(article: ParsedArticle) -> Groups:
    """The groups of the article, with all mentions but pronouns."""
    work = Groups(article)
    for step in STEPS:
        step(work)
    return work
