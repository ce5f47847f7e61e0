"""DWIE: who belongs to which body, over whole news articles."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._affiliations import Place, affiliations, overlap
from kg.evaluate import Row

MEASURES = (
    "affiliation of people, end to end by cluster and document: the pair (person, body) is right if a position or membership joins "
    "chains that overlap the two clusters most, whatever the relation is called (AFFILIATIONS; none that ends in -x). Row 1: bodies of "
    "type ORG; pairs that the set gives with a country or place instead count neither way. Row 2: countries and places as well"
)
AFFILIATIONS = frozenset(
    """
    head_of member_of agent_of player_of coach_of spokesperson_of founder_of minister_of mayor_of head_of_state
    head_of_gov
    """.split()
)
Pair = tuple[str, str]


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows over distinct pairs of clusters of a document."""
    rows = {"affiliation": Row(), "with countries": Row()}
    for record in records:
        article, facts = read(record["text"])
        clusters = {key: [(s, e) for s, e in one["mentions"]] for key, one in record["clusters"].items()}
        types = {key: one["type"] for key, one in record["clusters"].items()}
        wanted = {
            (fact["subject_id"], fact["object_id"])
            for fact in record["facts"]
            if fact["relation"] in AFFILIATIONS and fact["subject_type"] == "PER"
        }
        said: dict[Pair, str] = {}
        for one in affiliations(article, facts):
            pair = (_cluster(one.person, clusters), _cluster(one.body, clusters))
            said.setdefault(pair, one.words)
        _count(rows["with countries"], record, said, wanted, set())
        bodies = {pair for pair in wanted if types[pair[1]] == "ORG"}
        countries = {pair for pair in said if types.get(pair[1]) in ("LOC", "MISC", "EVENT")}
        _count(rows["affiliation"], record, said, bodies, (wanted - bodies) | countries)
    return rows


def _cluster(places: Sequence[Place], clusters: dict[str, list[Place]]) -> str:
    """The cluster that most of the places overlap; the first place's offsets if none does."""
    counts = {key: sum(overlap(p, m) for p in places for m in mentions) for key, mentions in clusters.items()}
    best = max(counts, key=lambda key: (counts[key], key), default="")
    return best if counts.get(best) else f"{places[0]}"


def _count(row: Row, record: Record, said: dict[Pair, str], wanted: set[Pair], neutral: set[Pair]) -> None:
    names = {key: one["name"] for key, one in record["clusters"].items()}
    row.right += len(wanted & set(said))
    for person, body in sorted(wanted - set(said)):
        row.missed += 1
        row.misses.append(f"{record['id']}  {names[person]} | {names[body]}")
    for pair, words in sorted(said.items()):
        if pair not in wanted and pair not in neutral:
            row.false += 1
            row.falses.append(f"{record['id']}  {words}")
