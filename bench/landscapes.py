"""Made-up landscapes of any size: few well-connected members, many loose ones, communities; every fact with a sentence that says it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import (
    Amount,
    Article,
    Chain,
    Document,
    Entity,
    Evidence,
    Fact,
    Form,
    FundingStatement,
    FundingStatus,
    Kind,
    Landscape,
    Mention,
    Phrase,
    Pledge,
    PositionHeld,
    Reading,
    Relation,
    Span,
    chain_key,
)

SEED = 11
COMMUNITY = 60  # members of one
ABROAD = 0.12  # share of facts between communities
PLEDGES = 0.05  # share of nodes that are pledges; each draws two lines
PER_ARTICLE = 30  # facts
SYLLABLES = "ar bel cor dun el fen gar hol is jor kel lin mor nor os pel quin ros sel tor ul vin wex yor zel".split()
ROLES = "chair|chief executive|director of policy|trustee|head of research|member".split("|")
RELATIONS = ("criticises", "supports", "responds_to", "agrees_with", "cites", "campaigns_against")


@dataclass(slots=True)
class _Writer:
    """One document while it is written."""

    number: int
    text: str = ""
    mentions: list[tuple[Mention, int]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    paid: list[tuple[Fact, Amount]] = field(default_factory=list)

    def name(self, entity: int, entities: list[Entity]) -> Mention:
        about = entities[entity]
        mention = Mention(len(self.text), len(self.text) + len(about.name), about.name, about.kind, Form.NAME)
        self.mentions.append((mention, entity))
        self.text += about.name
        return mention

    def phrase(self, words: str) -> Phrase:
        self.text += words
        return Phrase(len(self.text) - len(words), len(self.text), words)

    def evidence(self, start: int) -> tuple[Evidence, ...]:
        return (Evidence(f"a{self.number:05}", 0, start, len(self.text), self.text[start:], "made/1"),)


def make_landscape(node_count: int, line_count: int) -> Landscape:
    """A landscape with so many entities and pledges, and about so many relations; the same every time."""
    chance = random.Random(SEED)  # noqa: S311
    pledge_count = int(node_count * PLEDGES)
    entities = list(_entities(node_count - pledge_count, chance))
    pairs = _pairs(len(entities), line_count - 2 * pledge_count, chance)
    kinds = [False] * len(pairs) + [True] * pledge_count
    pairs += [pairs[chance.randrange(len(pairs))] for _ in range(pledge_count)]
    order = list(range(len(pairs)))
    chance.shuffle(order)
    readings, entity_of, pledges = [], {}, []
    chains: list[list[str]] = [[] for _ in entities]
    for number, first in enumerate(range(0, len(order), PER_ARTICLE)):
        writer = _Writer(number)
        for which in order[first : first + PER_ARTICLE]:
            _write(writer, entities, pairs[which], chance, is_pledge=kinds[which])
        reading = _reading(writer, entities, chance)
        who = dict(writer.mentions)
        for chain in reading.chains:
            key, entity = chain_key(reading.document, chain), who[chain.mentions[0]]
            entity_of[key] = entity
            chains[entity].append(key)
        content = reading.document.content_hash
        pledges += [
            Pledge(f"{amount.stated}-{fact.id_in(content)[:6]}", ((content, fact.id_in(content)),))
            for fact, amount in writer.paid
        ]
        readings.append(reading)
    known = tuple(
        Entity(e.kind, e.slug, e.name, e.aliases, tuple(sorted(keys)), e.sort)
        for e, keys in zip(entities, chains, strict=True)
    )
    return Landscape(tuple(readings), known, tuple(sorted(pledges, key=lambda p: p.slug)), (), entity_of)


def _entities(count: int, chance: random.Random) -> Iterator[Entity]:
    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=2)).capitalize()

    for number in range(count):
        kind = chance.choices([Kind.PERSON, Kind.ORGANISATION, Kind.INITIATIVE, Kind.EVENT], [55, 32, 8, 5])[0]
        last = {Kind.PERSON: word(), Kind.INITIATIVE: "Plan", Kind.EVENT: "Summit"}.get(
            kind, chance.choice(("Trust", "Council", "Foundation", "Alliance"))
        )
        name = f"{word()} {last}"
        yield Entity(
            kind,
            f"{name.lower().replace(' ', '-')}-{number}",
            name,
            (),
            (),
            "other" if kind is Kind.ORGANISATION else "",
        )


def _pairs(count: int, wanted: int, chance: random.Random) -> list[tuple[int, int]]:
    """Pairs by preferential attachment: who stands in many relations gets more; most pairs are of one community."""
    ends: dict[int, list[int]] = {}
    everywhere: list[int] = []
    pairs: dict[tuple[int, int], None] = {}

    def tie(one: int, other: int) -> None:
        if one != other and (one, other) not in pairs:
            pairs[one, other] = None
            for node in (one, other):
                ends.setdefault(node // COMMUNITY, []).append(node)
                everywhere.append(node)

    for node in range(count):
        home = ends.get(node // COMMUNITY)
        tie(node, chance.choice(home) if home else max(node - 1, 0))
    while len(pairs) < wanted:
        node = chance.randrange(count)
        tie(node, chance.choice(everywhere if chance.random() < ABROAD else ends[node // COMMUNITY]))
    return list(pairs)


def _write(
    writer: _Writer, entities: list[Entity], pair: tuple[int, int], chance: random.Random, *, is_pledge: bool
) -> None:
    """Add the sentence of one fact, and the fact."""
    start = len(writer.text)
    one = writer.name(pair[0], entities)
    belief = round(0.5 + chance.random() / 2, 2)
    fact: Fact
    if is_pledge:
        stated = chance.choice((1, 2, 5, 8)) * 10 ** chance.randrange(4, 10)
        amount = Amount(stated, chance.choice(("GBP", "GBP", "EUR")), stated, stated)
        writer.text += " said that it would pay "
        surface = writer.phrase(f"{amount.currency} {stated:,}")
        writer.text += " over the next three years to "
        other = writer.name(pair[1], entities)
        fact = FundingStatement(
            evidence=writer.evidence(start), belief=belief, surface=surface, amount=amount,
            status=chance.choice(list(FundingStatus)), pledger=one, recipient=other,
        )  # fmt: skip
        writer.paid.append((fact, amount))
    elif one.kind is Kind.PERSON and entities[pair[1]].kind is Kind.ORGANISATION:
        writer.text += " has long been known as the "
        title = writer.phrase(chance.choice(ROLES))
        writer.text += " of "
        other = writer.name(pair[1], entities)
        fact = PositionHeld(evidence=writer.evidence(start), belief=belief, person=one, title=title, organisation=other)
    else:
        relation = chance.choice(RELATIONS)
        writer.text += f" {relation.replace('_', ' ')}, according to a letter that was published in the spring, "
        other = writer.name(pair[1], entities)
        fact = Relation(evidence=writer.evidence(start), belief=belief, subject=one, relation=relation, object=other)
    writer.text += " after a long week of talks behind closed doors.\n"
    writer.facts.append(fact)


def _reading(writer: _Writer, entities: list[Entity], chance: random.Random) -> Reading:
    published = f"{chance.randrange(2015, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    article = Article(
        0,
        Span(0, len(writer.text)),
        title=f"Letters of the week, number {writer.number}",
        publisher=f"The {chance.choice(SYLLABLES).capitalize()} Post",
        published=None if writer.number % 10 == 9 else published,
    )
    content = hashlib.sha256(writer.text.encode()).hexdigest()
    document = Document(f"a{writer.number:05}", f"a{writer.number:05}.txt", writer.text, content, (article,))
    by: dict[int, list[Mention]] = {}
    for mention, entity in writer.mentions:
        by.setdefault(entity, []).append(mention)
    chains = tuple(Chain(entities[e].kind, entities[e].name, tuple(mentions)) for e, mentions in by.items())
    return Reading(document, chains, tuple(writer.facts))
