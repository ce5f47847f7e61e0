"""Whose money a person gives: a minister's is the government's, that of the head of a body is the body's."""

from __future__ import annotations

from kg.lexicon import rows
from kg.model import Kind, Mention, Party
from kg.parsed import ParsedArticle

GOVERNING = frozenset("chancellor minister secretary premier taoiseach".split())
SPEAKING_FOR = ("head", "job")  # families of roles whose holders pay with their body's money, not their own


def body_of(article: ParsedArticle, person: Mention) -> Party | None:
    """The body for which a person gives money: the government for ministers, the employer for heads of bodies, else the person."""
    if speaks_for_government(article, person):
        return government_of(article, person) or person
    families = {row[0]: row[2] for row in rows("role_heads")}
    for title, organisation in roles_of(article, person):
        family = families.get(title) or families.get(title.split()[-1], "")
        if organisation is not None and family in SPEAKING_FOR and not title.endswith("mayor"):
            return organisation
    return person


def roles_of(article: ParsedArticle, person: Mention) -> list[tuple[str, Mention | None]]:
    """Title in lower case and body of each post that the person holds or is to hold."""
    chain = article.chain_of(person)
    return [
        (role.title.words.lower(), role.organisation)
        for role in article.roles
        if role.holder is not None and role.tense != "former" and article.chain_of(role.holder) == chain
    ]


def speaks_for_government(article: ParsedArticle, person: Mention) -> bool:
    """Whether a post or a description makes the person a minister: no shadow, no vice-president, no general secretary."""
    chain = article.chain_of(person)
    titles = [title for title, _ in roles_of(article, person)] + (
        [chain.name.lower()] if chain and not chain.is_named else []
    )
    return any(
        word in GOVERNING
        for title in titles
        if "shadow" not in title and "general secretary" not in title and "vice" not in title
        for word in title.replace("-", " ").split()
    )


def government_of(article: ParsedArticle, person: Mention) -> Mention | None:
    """The department of the minister's title, else the government, that the article names."""
    titles = (
        {word for title, _ in roles_of(article, person) for word in title.split()}
        - GOVERNING
        - {"of", "for", "the", "and", "state"}
    )
    bodies = [c for c in article.chains if c.kind is Kind.ORGANISATION]
    for chain in bodies:
        name = chain.name.lower().split()
        if name[:1] in (["department"], ["ministry"]) and titles & set(name):
            return chain.mentions[0]
    return government_named(article)


def government_named(article: ParsedArticle) -> Mention | None:
    """The government that the article names first."""
    found = (c for c in article.chains if c.kind is Kind.ORGANISATION and c.name.lower().endswith("government"))
    return next((chain.mentions[0] for chain in found), None)
