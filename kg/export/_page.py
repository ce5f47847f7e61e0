"""What network.html knows, as compact JSON values: rows under named columns, IRIs as numbers, each paragraph once.

data.js reads it back. The first nodes (the core, which pyvis holds) are what the page draws; the rest it brings in when asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from kg.built import Built
from kg.export._records import Dossier, Money, Named, Passage, Profile, Source, Told
from kg.export._style import NODES, RELATIONS, node_size

ENDS = ("payers", "announcers", "recipients", "occasions")  # of money
ASIDE = ("speaks_of",)  # relations that are drawn only when asked for
NOBODY = -1  # in place of a node: who says a statement without being named
BEND = 0.16  # how much each further line between two nodes bends away from the first


@dataclass(frozen=True, slots=True)
class Node:
    """A node as the page draws it; `x`, `y` and `size` in pixels."""

    id: str
    label: str
    kind: str
    size: float
    x: int
    y: int
    community: int
    mentions: int
    articles: int
    degree: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line as the page draws it.

    Attributes:
        facts: numbers of the dossier's facts that it stands for.
        bend: 0 for a straight line; else how far it bends, to the left of its way if negative.
        dashed: 0 whole, 1 dashed (past or future), 2 dotted (a weak relation).
    """

    id: str
    source: str
    target: str
    label: str
    relation: str
    status: str
    belief: float
    facts: tuple[int, ...]
    bend: float
    dashed: int


Part = tuple[list[Node], list[Edge]]


def parted(built: Built, dossier: Dossier) -> tuple[Part, Part]:
    """The core, which the page draws at first, and the rest, each as nodes (the weightiest first) and lines (sorted by their ends)."""
    core = set(built.network.graph["core"])
    drawn: Part = ([], [])
    rest: Part = ([], [])
    for node in _nodes(built):
        (drawn if node.id in core else rest)[0].append(node)
    for edge in _edges(built, dossier):
        is_drawn = edge.source in core and edge.target in core and edge.relation not in ASIDE
        (drawn if is_drawn else rest)[1].append(edge)
    return drawn, rest


def _nodes(built: Built) -> list[Node]:
    """All nodes, the weightiest first."""
    network = built.network
    same = [field.name for field in fields(Node) if field.name not in ("id", "size")]
    return [
        Node(id=iri, size=node_size(about["mentions"]), **{name: about[name] for name in same})
        for iri, about in ((iri, network.nodes[iri]) for iri in network.graph["ranked"])
    ]


def _edges(built: Built, dossier: Dossier) -> list[Edge]:
    """All lines, sorted by their ends; parallel ones bend apart."""
    number_of = {fact.iri: number for number, fact in enumerate(dossier.facts)}
    prefix = f"{built.settings.base}fact/"
    beside: dict[tuple[str, str], int] = {}
    edges = []
    ordered = sorted(built.network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, _, about) in enumerate(ordered):
        pair = (min(source, target), max(source, target))
        place = beside[pair] = beside.get(pair, -1) + 1
        known = (number_of.get(prefix + fact) for fact in about["facts"].split(","))
        is_stance = about["relation"] == "stance"
        relation = f"stance-{about['label']}" if is_stance else about["relation"]
        edges.append(
            Edge(
                id=f"e{number}",
                source=source,
                target=target,
                label=RELATIONS[relation].legend if is_stance else about["label"],
                relation=relation,
                status=about["status"],
                belief=about["belief"],
                facts=tuple(fact for fact in known if fact is not None),
                bend=_bend(place, is_forward=source < target),
                dashed=2 if RELATIONS[about["relation"]].dotted else int(about["status"] in ("former", "incoming")),
            )
        )
    return edges


def _bend(number: int, *, is_forward: bool) -> float:
    """The first line of a pair is straight; the others bend to either side in turn, whichever way they run."""
    side = 1 if (number % 2 == 1) == is_forward else -1
    return side * round(min(BEND * ((number + 1) // 2), 0.9), 2)


def page_data(built: Built, dossier: Dossier, rest: Part) -> tuple[dict[str, object], dict[str, object]]:
    """Everything but the core's nodes and lines, as JSON values; what the articles say apart, since that is most of it."""
    base = built.settings.base
    number_of = {iri.removeprefix(base): number for number, iri in enumerate(built.network.graph["ranked"])}
    texts: dict[str, int] = {}

    def number(iri: str) -> int:
        return number_of.setdefault(iri.removeprefix(base), len(number_of))

    def named(some: Iterable[Named]) -> list[tuple[str, int] | tuple[str]]:
        return [(name, number(iri)) if iri else (name,) for name, iri in some]

    def numbers(iris: Iterable[str]) -> list[int]:
        return [number(iri) if iri else NOBODY for iri in iris]

    def passages(pieces: Iterable[Passage]) -> list[tuple[int | str, ...]]:
        return [_passage(piece, texts) for piece in pieces]

    nodes, edges = rest
    facts = _table(Told, dossier.facts, iri=_last_part, about=numbers, passages=passages)
    data = {
        "base": base,
        "sources": _table(Source, dossier.sources),
        "profiles": _table(Profile, dossier.profiles, iri=number),
        "money": _table(
            Money, dossier.money, iri=number, statements=_last_parts, unsure=_last_parts, **dict.fromkeys(ENDS, named)
        ),
        "nodes": _table(Node, nodes, id=number),
        "edges": _table(Edge, edges, source=number, target=number),
        "aside": ASIDE,
        "kinds": [{"kind": kind, **asdict(look)} for kind, look in NODES.items()],
        "relations": [{"relation": relation, **asdict(look)} for relation, look in RELATIONS.items()],
        "story": [asdict(step) | {"focus": numbers(step.focus)} for step in built.story],
        "factCount": len(dossier.facts),
        "iris": list(number_of),
    }
    return data, {"facts": facts, "texts": list(texts)}


def _passage(piece: Passage, texts: dict[str, int]) -> tuple[int | str, ...]:
    """Its article, the number of its text, start and end of its words in it, as JavaScript counts, start in the document, place if any."""
    whole = piece.before + piece.words + piece.after
    start = _width(piece.before)
    return (
        piece.source,
        texts.setdefault(whole, len(texts)),
        start,
        start + _width(piece.words),
        piece.start,
        *filter(None, [piece.place]),
    )


def _table(of: type, records: Iterable[object], **shorten: Callable[[Any], object]) -> dict[str, object]:
    """The records as rows under their field names; some fields shortened."""
    names = [field.name for field in fields(of)]
    ways = [(name, shorten.get(name)) for name in names]
    rows = [
        [getattr(record, name) if way is None else way(getattr(record, name)) for name, way in ways]
        for record in records
    ]
    return {"fields": names, "rows": rows}


def _last_part(iri: str) -> str:
    return iri.rpartition("/")[2]


def _last_parts(iris: Iterable[str]) -> list[str]:
    return [_last_part(iri) for iri in iris]


def _width(text: str) -> int:
    """Length as JavaScript counts it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
