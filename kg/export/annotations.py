"""annotations/<file>.json: what was found in each file, in the gold's format (kg/export/annotation.schema.json).

It is what `kg evaluate` reads and what a person corrects. Ids are per file (p1, o1 …), in the order of first mention.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.built import Built
from kg.model import (
    Article,
    Chain,
    Document,
    Fact,
    Figure,
    Form,
    FundingStatement,
    Gathering,
    Kind,
    Landscape,
    Mention,
    Mode,
    Newness,
    Participation,
    Party,
    PositionHeld,
    Reading,
    Relation,
    Span,
    Stance,
    Statement,
    chain_key,
)

Item = dict[str, object]
PREFIX = {Kind.PERSON: "p", Kind.ORGANISATION: "o"}


def export(built: Built) -> dict[str, bytes]:
    """One file per document."""
    landscape = built.landscape
    return {f"annotations/{r.document.name}.json": as_json(annotation_of(r, landscape)) for r in landscape.readings}


def as_json(annotation: Item) -> bytes:
    """The annotation as a file: one item a line would be unreadable for long quotations, so one key a line."""
    return (json.dumps(annotation, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


@dataclass(slots=True)
class _Names:
    """The ids of one file: chains that are one entity share an id."""

    groups: dict[Kind, list[list[Chain]]] = field(default_factory=dict)
    id_of: dict[Mention, str] = field(default_factory=dict)
    name_of: dict[Mention, str] = field(default_factory=dict)

    def party(self, party: Party | None) -> str | None:
        """A person's or organisation's id, else the words."""
        if party is None:
            return None
        if isinstance(party, Mention) and party in self.id_of:
            return self.id_of[party]
        return self.name_of.get(party, party.words) if isinstance(party, Mention) else party.words


def annotation_of(reading: Reading, landscape: Landscape | None = None) -> Item:
    """The annotation of one document.

    Args:
        landscape: joins chains of the document that are one entity, and gives `same_as` over documents; without it every
            chain stands alone.
    """
    names = _names(reading, landscape)
    facts = sorted((*reading.facts, *reading.repeated), key=lambda f: (f.evidence[0].start, f.evidence[0].end))
    found: Item = {
        "document": reading.document.path,
        "articles": [_article(article) for article in reading.document.articles],
        "people": _entities(reading, names, Kind.PERSON),
        "organisations": _entities(reading, names, Kind.ORGANISATION),
        "positions": [_position(reading, f, names) for f in facts if isinstance(f, PositionHeld)],
        "pledges": [
            _pledge(f, names, _same_as(reading, f, landscape)) for f in facts if isinstance(f, FundingStatement)
        ],
        "figures": [_figure(f) for f in facts if isinstance(f, Figure)],
        "quotes": [_quote(f, names) for f in facts if isinstance(f, Statement) and f.named_speaker],
        "unnamed_quotes": [_quote(f, names) for f in facts if isinstance(f, Statement) and not f.named_speaker],
        "events": _events(
            [f for f in facts if isinstance(f, Gathering)], [f for f in facts if isinstance(f, Participation)], names
        ),
        "relations": [_relation(f, names) for f in facts if isinstance(f, Relation)],
        "stance": [_stance(f, names) for f in facts if isinstance(f, Stance)],
        "initiatives": _initiatives(names),
    }
    return _placed(found, reading.document) if reading.document.marks else found


def _placed(found: Item, document: Document) -> Item:
    """The annotation with the place in the original after the offsets of everything that has some."""

    def placed(item: Item) -> Item:
        start = item.get("start")
        place = document.place(start) if isinstance(start, int) else None
        return {**item, "locator": place} if place else item

    return {key: [placed(item) for item in value] if isinstance(value, list) else value for key, value in found.items()}


def _names(reading: Reading, landscape: Landscape | None) -> _Names:
    names = _Names()
    seen: dict[tuple[Kind, object], list[Chain]] = {}
    for number, chain in enumerate(reading.chains):
        index = landscape.entity_of.get(chain_key(reading.document, chain)) if landscape else None
        key = (chain.kind, number if index is None else f"entity {index}")
        group = seen.setdefault(key, [])
        if not group:
            names.groups.setdefault(chain.kind, []).append(group)
        group.append(chain)
    for kind, groups in names.groups.items():
        for number, group in enumerate(groups, start=1):
            for chain in group:
                for mention in chain.mentions:
                    if kind in PREFIX:
                        names.id_of[mention] = f"{PREFIX[kind]}{number}"
                    names.name_of[mention] = group[0].name
    return names


def _article(article: Article) -> Item:
    return {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "event_date": article.event_date,
        "body_start": article.body.start,
        "body_end": article.body.end,
    }


def _in_body(reading: Reading, where: Span) -> bool:
    """Whether it stands in a body; the headline counts as body."""
    return any(
        a.body.covers(where) or (a.headline is not None and a.headline.covers(where)) for a in reading.document.articles
    )


def _entities(reading: Reading, names: _Names, kind: Kind) -> list[Item]:
    items: list[Item] = []
    for group in names.groups.get(kind, []):
        mentions = [mention for chain in group for mention in chain.mentions]
        named = next((chain for chain in group if chain.is_named), group[0])
        aliases = _aliases(named.name, mentions)
        item: Item = {"id": names.id_of[mentions[0]], "name": named.name, "aliases": aliases}
        if kind is Kind.ORGANISATION:
            item["kind"] = named.sort or "other"
        item["in_body"] = any(_in_body(reading, mention.span) for mention in mentions)
        items.append(item | {"start": mentions[0].start, "end": mentions[0].end})
    return items


def _aliases(name: str, mentions: Iterable[Mention]) -> list[str]:
    """The other forms that refer on their own, in order of appearance."""
    forms = (mention.words for mention in mentions if mention.form is not Form.PRONOUN and mention.words != name)
    return list(dict.fromkeys(forms))


def _held(fact: Fact) -> Item:
    """Evidence and what the gold does not have: where it stands, and belief."""
    first = fact.evidence[0]
    return {"evidence": first.words, "start": first.start, "end": first.end, "belief": round(fact.belief, 2)}


def _position(reading: Reading, fact: PositionHeld, names: _Names) -> Item:
    first = fact.evidence[0]
    return {
        "person": names.party(fact.person),
        "title": fact.title.words,
        "organisation": names.party(fact.organisation),
        "place": fact.place.words if fact.place else None,
        "status": str(fact.status),
        "evidence": first.words,
        "in_body": _in_body(reading, Span(first.start, first.end)),
        "start": first.start,
        "end": first.end,
        "belief": round(fact.belief, 2),
    }


def _pledge(fact: FundingStatement, names: _Names, same_as: str | None) -> Item:
    status = str(fact.status)
    if fact.is_disputed:
        status = "criticised_as_insufficient"
    elif fact.newness is Newness.RE_ANNOUNCED and fact.status.is_promise:
        status = "re-announced"
    return {
        "amount": fact.amount.stated if fact.amount else None,
        "currency": fact.amount.currency if fact.amount else None,
        "surface": fact.surface.words,
        "money_kind": fact.money_kind,
        "status": status,
        "pledger": names.party(fact.pledger),
        "announced_by": names.party(fact.announced_by),
        "recipient": names.party(fact.recipient),
        "purpose": fact.purpose.words if fact.purpose else None,
        "period": fact.period.words if fact.period else None,
        "occasion": fact.occasion.words if fact.occasion else None,
        "evidence": fact.evidence[0].words,
        "same_as": same_as,
        "start": fact.surface.start,
        "end": fact.surface.end,
        "belief": round(fact.belief, 2),
    }


def _same_as(reading: Reading, fact: FundingStatement, landscape: Landscape | None) -> str | None:
    """The pledge's slug where several statements speak of one sum."""
    if landscape is None:
        return None
    key = (reading.document.content_hash, fact.id_in(reading.document.content_hash))
    pledge = next((p for p in landscape.pledges if key in p.statements), None)
    return pledge.slug if pledge and len(pledge.statements) > 1 else None


def _figure(fact: Figure) -> Item:
    return {"surface": fact.surface.words, "what": fact.what} | _held(fact)


def _quote(fact: Statement, names: _Names) -> Item:
    return {
        "speaker": names.party(fact.speaker),
        "text": fact.text.words,
        "verb": fact.verb.words if fact.verb else None,
        "indirect": fact.mode is Mode.INDIRECT,
        "start": fact.text.start,
        "end": fact.text.end,
        "belief": round(fact.belief, 2),
    }


def _events(gatherings: Sequence[Gathering], participations: Sequence[Participation], names: _Names) -> list[Item]:
    """One item per event; gatherings of one event are joined."""
    items: dict[str, Item] = {}
    for fact in gatherings:
        name = names.name_of.get(fact.event, fact.event.words)
        known: Item = {
            "date": fact.date,
            "place": fact.place.words if fact.place else None,
            "organiser": names.party(fact.organiser),
        }
        if name not in items:
            items[name] = {"name": name} | known | {"participants": []} | _held(fact)
        else:
            items[name] |= {key: value for key, value in known.items() if value and not items[name][key]}
    for part in participations:
        name = names.name_of.get(part.event, part.event.words)
        person = {"person": names.party(part.person), "role": part.role}
        listed = items.get(name, {}).get("participants")
        if isinstance(listed, list) and person not in listed:
            listed.append(person)
    return list(items.values())


def _relation(fact: Relation, names: _Names) -> Item:
    return {
        "subject": names.party(fact.subject),
        "relation": fact.relation,
        "object": names.party(fact.object),
    } | _held(fact)


def _stance(fact: Stance, names: _Names) -> Item:
    towards = names.name_of.get(fact.towards, fact.towards.words)
    return {"person": names.party(fact.holder), "towards": towards, "value": str(fact.value)} | _held(fact)


def _initiatives(names: _Names) -> list[Item]:
    items: list[Item] = []
    for group in names.groups.get(Kind.INITIATIVE, []):
        mentions = [mention for chain in group for mention in chain.mentions]
        name = group[0].name
        first = mentions[0]
        items.append(
            {
                "name": name,
                "aliases": _aliases(name, mentions),
                "evidence": first.words,
                "start": first.start,
                "end": first.end,
            }
        )
    return items
