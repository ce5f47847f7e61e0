"""KnowledgeNet: employees, members and chief executives, in passages that are annotated in full."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._affiliations import Affiliation, Place, affiliations, meets, overlap
from kg.evaluate import Row

MEASURES = (
    "EMPLOYEE_OR_MEMBER_OF and CEO, end to end: a fact of a passage is right if a position or membership that quotes the passage "
    "joins chains whose mentions overlap its two ends; a pronoun beside a name for the same fact is not counted twice. False: a "
    "pair that no such fact (nor POLITICAL_AFFILIATION) states, in passages where EMPLOYEE_OR_MEMBER_OF is complete"
)
WANTED = frozenset(["EMPLOYEE_OR_MEMBER_OF", "CEO"])
NEUTRAL = frozenset(["POLITICAL_AFFILIATION", "FOUNDED_BY"])
PRONOUNS = frozenset(
    "he she they it his her their its him them who whose which where that whom company firm organization".split()
)


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """The row "affiliation", over pairs of person and body in a passage."""
    row = Row()
    for record in records:
        complete = [p for p in record["passages"] if "EMPLOYEE_OR_MEMBER_OF" in p["annotated"]]
        if complete or any(fact["relation"] in WANTED for fact in record["facts"]):
            article, facts = read(record["text"])
            found = affiliations(article, facts)
            for passage in record["passages"]:
                _score_passage(record, passage, found, row)
    return {"affiliation": row}


def _score_passage(record: Record, passage: Record, found: Sequence[Affiliation], row: Row) -> None:
    where = (passage["start"], passage["end"])
    here = [one for one in found if meets(one.evidence, where)]
    facts = [fact for fact in record["facts"] if tuple(fact["evidence"]) == where]
    wanted = [_ends(fact) for fact in facts if fact["relation"] in WANTED]
    neutral = [_ends(fact) for fact in facts if fact["relation"] in NEUTRAL]
    for ends in _distinct(wanted, record["text"]):
        if any(_is_said(one, ends) for one in here):
            row.right += 1
        else:
            row.missed += 1
            person, body = (record["text"][start:end] for start, end in ends)
            row.misses.append(f"{record['id']}  {person} | {body} ← {record['text'][slice(*where)]}")
    if "EMPLOYEE_OR_MEMBER_OF" in passage["annotated"]:
        for one in _once(here, where):
            if not any(_is_said(one, ends) for ends in wanted + neutral):
                row.false += 1
                row.falses.append(f"{record['id']}  {one.words} ← {record['text'][slice(*where)]}")


def _ends(fact: Record) -> tuple[Place, Place]:
    """(person, body); the set gives the body first for CEO."""
    subject = (fact["subject_start"], fact["subject_end"])
    value = (fact["object_start"], fact["object_end"])
    return (value, subject) if fact["relation"] == "CEO" else (subject, value)


def _distinct(wanted: Sequence[tuple[Place, Place]], text: str) -> list[tuple[Place, Place]]:
    """Without the pairs that another states by name: "he" beside "Bell", "where" beside "Harrow Trust"."""
    kept: list[tuple[Place, Place]] = []
    for ends in dict.fromkeys(wanted):
        named = [other for other in wanted if other != ends]
        is_repeated = any(
            _is_pronoun(text, ends[side]) and not _is_pronoun(text, other[side]) and other[1 - side] == ends[1 - side]
            for other in named
            for side in (0, 1)
        )
        is_same = any(overlap(ends[0], other[0]) and text[slice(*ends[1])] == text[slice(*other[1])] for other in kept)
        if not is_repeated and not is_same:
            kept.append(ends)
    return kept


def _is_pronoun(text: str, place: Place) -> bool:
    return text[slice(*place)].lower().removeprefix("the ") in PRONOUNS


def _is_said(one: Affiliation, ends: tuple[Place, Place]) -> bool:
    return meets(one.person, ends[0]) and meets(one.body, ends[1])


def _once(found: Sequence[Affiliation], where: Place) -> list[Affiliation]:
    """Each pair once, where its evidence begins in the passage."""
    pairs: dict[tuple[object, object], Affiliation] = {}
    for one in found:
        if any(where[0] <= start < where[1] for start, _ in one.evidence):
            pairs.setdefault((one.person[-1], one.body[-1]), one)
    return list(pairs.values())
