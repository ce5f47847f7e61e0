"""KBP37: one labelled pair a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._affiliations import affiliations, meets, overlap, places_of
from kg.evaluate import Row
from kg.model import PositionHeld

MEASURES = (
    "recall of per:title (a position whose title overlaps), per:employee_of and org:top_members (a position or membership that joins "
    "chains overlapping both ends); nothing counts as false, for only one pair of a sentence is labelled"
)
WITH_BODY = {"per:employee_of": "employee_of", "org:top_members/employees": "top_members"}


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """One row per relation."""
    rows = {"title": Row(), "employee_of": Row(), "top_members": Row()}
    for record in records:
        for fact in record["facts"]:
            if fact["relation"] == "per:title" or fact["relation"] in WITH_BODY:
                row = rows[WITH_BODY.get(fact["relation"], "title")]
                if _is_found(record, fact, read):
                    row.right += 1
                else:
                    row.missed += 1
                    row.misses.append(f"{record['id']}  {fact['subject']} | {fact['object']} ← {record['text']}")
    return rows


def _is_found(record: Record, fact: Record, read: Read) -> bool:
    article, facts = read(record["text"])
    subject = (fact["subject_start"], fact["subject_end"])
    value = (fact["object_start"], fact["object_end"])
    if fact["relation"] == "per:title":
        titles = [f for f in facts if isinstance(f, PositionHeld) and overlap((f.title.start, f.title.end), value)]
        return any(meets(places_of(article, position.person), subject) for position in titles)
    person, body = (subject, value) if fact["relation"] == "per:employee_of" else (value, subject)
    return any(meets(one.person, person) and meets(one.body, body) for one in affiliations(article, facts))
