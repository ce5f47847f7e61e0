"""The groups of one article: chains in the making, and which mention stands in which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.lexicon.people import gender_of
from kg.mention.coreference.sorts import sort_in
from kg.model import Chain, Form, Kind, Mention
from kg.parsed import ParsedArticle, Role


@dataclass(slots=True, eq=False)
class Group:
    """A chain in the making.

    Attributes:
        gender: "m" or "f" where a title, a given name or a noun shows it. called: "m" or "f" by the pronouns so far.
        is_sure: False for a lone word that may name a person: it draws pronouns to itself, but makes no chain.
    """

    kind: Kind
    name: str
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""
    called: str = ""
    is_named: bool = True
    is_sure: bool = True

    @property
    def tokens(self) -> list[str]:
        """The words of the name, in lower case and without full stops."""
        return self.name.lower().replace(".", "").split()


class Groups:
    """The groups of one article, filled step by step."""

    def __init__(self, article: ParsedArticle) -> None:
        self.article = article
        areas = [role.place for role in article.roles if role.place is not None]
        self.named = [
            m
            for m in article.mentions
            if m.kind is Kind.PLACE or not any(a.start < m.end and m.start < a.end for a in areas)
        ]
        self.groups: list[Group] = []
        self.of: dict[Mention, Group] = {}
        self.certainty: dict[Mention, float] = {}

    def people(self) -> list[Group]:
        """The groups that are people."""
        return [g for g in self.groups if g.kind is Kind.PERSON]

    def bodies(self) -> list[Group]:
        """The groups that are organisations."""
        return [g for g in self.groups if g.kind is Kind.ORGANISATION]

    def add(self, group: Group, mention: Mention, certainty: float = 1.0) -> None:
        """Put the mention into the group; a person's gender follows from the first mention that shows one."""
        if certainty < 1:
            self.certainty[mention] = certainty
        group.mentions.append(mention)
        self.of[mention] = group
        if group.kind is Kind.PERSON and not group.gender:
            group.gender = gender_of(mention.words)

    def new(self, kind: Kind, name: str, *, is_named: bool = True, is_sure: bool = True) -> Group:
        """A new, empty group."""
        group = Group(kind, name, is_named=is_named, is_sure=is_sure)
        self.groups.append(group)
        return group

    def drop(self, mention: Mention) -> None:
        """Take the mention out of its group; an empty group goes."""
        group = self.of.pop(mention)
        self.certainty.pop(mention, None)
        group.mentions.remove(mention)
        if not group.mentions:
            self.groups.remove(group)

    def chains(self) -> Iterator[Chain]:
        """The groups as chains; pronouns alone are none."""
        for group in self.groups:
            mentions = tuple(sorted(set(group.mentions)))
            if not group.is_sure or all(m.form is Form.PRONOUN for m in mentions):
                continue
            sort = sort_in(self.article, group.name, group.mentions) if group.kind is Kind.ORGANISATION else ""
            yield Chain(group.kind, group.name, mentions, sort, group.is_named)


def kept_roles(roles: tuple[Role, ...], mentions: tuple[Mention, ...]) -> Iterator[Role]:
    """The roles, with holders and organisations as the mentions now are."""
    by_place = {(m.start, m.end, m.kind): m for m in mentions}
    for role in roles:
        holder = role.holder and by_place.get((role.holder.start, role.holder.end, Kind.PERSON))
        body = role.organisation and by_place.get((role.organisation.start, role.organisation.end, Kind.ORGANISATION))
        if holder is None:
            holder = by_place.get((role.span.start, role.span.end, Kind.PERSON))
        yield replace(role, holder=holder, organisation=body)
