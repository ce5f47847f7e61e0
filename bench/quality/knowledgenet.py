"""KnowledgeNet: employees, members and chief executives, in passages that are annotated in full."""

from __future__ import annotations

from collections.abc import Sequence

from bench.quality import Read, Record
from bench.quality._affiliations import Affiliation, Place, affiliations, meets, overlap
from kg.evaluate import Row

MEASURES = (
    "EMPLOYEE_OR_MEMBER_OF and CEO, end to end: a fact of a passage is right if a position or membership that quotes the passage "
    "joins chains whose mentions overlap its two ends; a pronoun beside a name or another pronoun for the same fact is not counted "
    "twice. False: a pair that no such fact (nor POLITICAL_AFFILIATION) states, in passages where EMPLOYEE_OR_MEMBER_OF is complete. "
    "Row 2: without the facts about somebody whom the text names nowhere, for it says 'I', or opens with 'he' or 'she'"
)
WANTED = frozenset(["EMPLOYEE_OR_MEMBER_OF", "CEO"])
NEUTRAL = frozenset(["POLITICAL_AFFILIATION", "FOUNDED_BY"])
HE, SHE, ME = frozenset(["he", "his", "him"]), frozenset(["she", "her"]), frozenset(["i", "my", "me"])
PRONOUNS = (
    HE
    | SHE
    | ME
    | frozenset("they it its their them who whose which where that whom company firm organization".split())
)
Pair = tuple[Place, Place]


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """The rows "affiliation" and "of people named", over pairs of person and body in a passage."""
    rows = {"affiliation": Row(), "of people named": Row()}
    for record in records:
        complete = [p for p in record["passages"] if "EMPLOYEE_OR_MEMBER_OF" in p["annotated"]]
        if complete or any(fact["relation"] in WANTED for fact in record["facts"]):
            article, facts = read(record["text"])
            found = affiliations(article, facts)
            for passage in record["passages"]:
                _score_passage(record, passage, found, rows)
    return rows


def _score_passage(record: Record, passage: Record, found: Sequence[Affiliation], rows: dict[str, Row]) -> None:
    where = (passage["start"], passage["end"])
    here = [one for one in found if meets(one.evidence, where)]
    facts = [fact for fact in record["facts"] if tuple(fact["evidence"]) == where]
    wanted = [_ends(fact) for fact in facts if fact["relation"] in WANTED]
    neutral = [_ends(fact) for fact in facts if fact["relation"] in NEUTRAL]
    for same in _distinct(wanted, record["text"]):
        is_right = any(_is_said(one, ends) for one in here for ends in same)
        person, body = (record["text"][start:end] for start, end in same[0])
        for row in rows.values() if _is_named(record, same[0][0], where) else (rows["affiliation"],):
            if is_right:
                row.right += 1
            else:
                row.missed += 1
                row.misses.append(f"{record['id']}  {person} | {body} ← {record['text'][slice(*where)]}")
    if "EMPLOYEE_OR_MEMBER_OF" in passage["annotated"]:
        for one in _once(here, where):
            if not any(_is_said(one, ends) for ends in wanted + neutral):
                for row in rows.values():
                    row.false += 1
                    row.falses.append(f"{record['id']}  {one.words} ← {record['text'][slice(*where)]}")


def _ends(fact: Record) -> Pair:
    """(person, body); the set gives the body first for CEO."""
    subject = (fact["subject_start"], fact["subject_end"])
    value = (fact["object_start"], fact["object_end"])
    return (value, subject) if fact["relation"] == "CEO" else (subject, value)


def _distinct(wanted: Sequence[Pair], text: str) -> list[list[Pair]]:
    """The facts, each with the pairs that state it; without what is stated by name: "he" beside "Bell", "where" beside "Harrow Trust"."""
    kept: list[list[Pair]] = []
    for ends in dict.fromkeys(wanted):
        named = [other for other in wanted if other != ends]
        is_repeated = any(
            _is_pronoun(text, ends[side]) and not _is_pronoun(text, other[side]) and other[1 - side] == ends[1 - side]
            for other in named
            for side in (0, 1)
        )
        if is_repeated:
            continue
        same = next((pairs for pairs in kept if _is_same(ends, pairs[0], text)), None)
        if same is None:
            kept.append([ends])
        else:
            same.append(ends)
    return kept


def _is_same(one: Pair, other: Pair, text: str) -> bool:
    """Whether two pairs are one fact: the same body by its words, and overlapping words for the person or a pronoun of one kind."""
    people = [text[slice(*ends[0])].lower() for ends in (one, other)]
    is_one = overlap(one[0], other[0]) or any(set(people) <= kind for kind in (HE, SHE, ME))
    return is_one and text[slice(*one[1])] == text[slice(*other[1])]


def _is_named(record: Record, person: Place, where: Place) -> bool:
    """Whether the text can name the person: not where it says "I", nor where its first passage says "he" and the set sees no name."""
    text = record["text"]
    if not _is_pronoun(text, person):
        return True
    people = [text[e["start"] : e["end"]].lower() for e in record["entities"] if e["type"].startswith("PER")]
    if any(name not in PRONOUNS for name in people):
        return True
    return text[slice(*person)].lower() not in ME and text[: where[0]].strip() != ""


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
