"""GAP: does a pronoun of a Wikipedia passage stand in the chain of the right one of two people named near it?"""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from kg.evaluate import Row
from kg.model import Form, Kind
from kg.parsed import ParsedArticle

MEASURES = (
    "each of the two candidates as GAP's scorer counts it: said to be the pronoun's where a mention by name or in short that "
    "overlaps the candidate stands in the pronoun's chain; right if the gold says so too (feminine F1 / masculine F1 is the bias)"
)
GENDERS = {"F": "feminine", "M": "masculine"}


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows over all pronouns and by their gender."""
    rows = {"pronouns": Row(), "masculine": Row(), "feminine": Row()}
    for record in records:
        article, _ = read(record["text"])
        for candidate in record["candidates"]:
            is_said = _is_same(article, record["pronoun"], candidate)
            line = f"{record['id']}  {record['pronoun']['text']} = {candidate['text']}  ← {_around(record)}"
            for row in (rows["pronouns"], rows[GENDERS[record["meta"]["gender"]]]):
                _count(row, is_said=is_said, is_so=candidate["coref"], line=line)
    return rows


def _count(row: Row, *, is_said: bool, is_so: bool, line: str) -> None:
    if is_said and is_so:
        row.right += 1
    elif is_said:
        row.false += 1
        row.falses.append(line)
    elif is_so:
        row.missed += 1
        row.misses.append(line)


def _is_same(article: ParsedArticle, pronoun: Record, candidate: Record) -> bool:
    """Whether the pronoun's chain holds a naming mention that overlaps the candidate."""
    chains = (c for c in article.chains if any(_overlaps(m.start, m.end, pronoun) for m in c.mentions))
    return any(
        _overlaps(m.start, m.end, candidate)
        for chain in chains
        if chain.kind is Kind.PERSON
        for m in chain.mentions
        if m.form in (Form.NAME, Form.SHORT)
    )


def _overlaps(start: int, end: int, place: Record) -> bool:
    return bool(start < place["end"] and place["start"] < end)


def _around(record: Record) -> str:
    text, at = record["text"], record["pronoun"]
    return " ".join(
        f"{text[max(0, at['start'] - 160) : at['start']]}[{at['text']}]{text[at['end'] : at['end'] + 50]}".split()
    )
