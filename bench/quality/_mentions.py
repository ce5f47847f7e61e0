"""Named mentions against annotated entities, by overlap, one to one: shared by the sets that annotate mentions."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from kg.evaluate import Row
from kg.model import Form, Kind

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION}


def score_mentions(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows for people and organisations: a mention by name is right if it overlaps a named entity of its type.

    The row "exact" asks for the same ends too. Entities with `named` false count neither way.
    """
    rows = {f"{name}{how}": Row() for name in ("people", "organisations") for how in ("", " exact")}
    for record in records:
        article, _ = read(record["text"])
        mentions = [m for m in article.mentions if m.form in (Form.NAME, Form.SHORT)]
        for name, wanted_type in (("people", "PER"), ("organisations", "ORG")):
            of_type = [e for e in record["entities"] if e["type"] == wanted_type]
            wanted = [e for e in of_type if e.get("named", True)]
            neutral = [e for e in of_type if not e.get("named", True)]
            found = [(m.start, m.end, m.words) for m in mentions if m.kind is KINDS[wanted_type]]
            for how, is_same in (("", _overlaps), (" exact", _is_exactly)):
                row, left = rows[name + how], list(wanted)
                for place in found:
                    hit = next((e for e in left if is_same(place, e)), None)
                    if hit is not None:
                        left.remove(hit)
                        row.right += 1
                    elif not any(_overlaps(place, e) for e in neutral):
                        row.false += 1
                        row.falses.append(f"{record['id']}  {_around(record['text'], place[0], place[1])}")
                row.missed += len(left)
                row.misses += [f"{record['id']}  {_around(record['text'], e['start'], e['end'])}" for e in left]
    return rows


def _overlaps(place: tuple[int, int, str], entity: Record) -> bool:
    return bool(place[0] < entity["end"] and entity["start"] < place[1])


def _is_exactly(place: tuple[int, int, str], entity: Record) -> bool:
    return bool(place[:2] == (entity["start"], entity["end"]))


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 50) : start], text[end : end + 40]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
