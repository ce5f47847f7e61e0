"""Named mentions against annotated entities, by overlap, one to one: shared by the sets that annotate mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bench.quality import Read, Record
from kg.evaluate import Row
from kg.model import Form, Kind

KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION}
LINKS = frozenset("of for and & the on in at with to de la le du van von der den bin al y".split())
COMMON_GOVERNMENT = re.compile(r"(?:^|\s)government$")


def score_mentions(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows for people and organisations: a mention by name is right if it overlaps a named entity of its type.

    The row "exact" asks for the same ends too, a leading "the" aside. What no scheme agrees on counts neither way: entities
    that are no names ("the first opponents of the war", which GUM calls named because it links them), entities inside
    another, and "the government" in lower case, which newswire schemes leave out and this project lists.
    """
    rows = {f"{name}{how}": Row() for name in ("people", "organisations") for how in ("", " exact")}
    for record in records:
        article, _ = read(record["text"])
        mentions = [m for m in article.mentions if m.form in (Form.NAME, Form.SHORT)]
        for name, wanted_type in (("people", "PER"), ("organisations", "ORG")):
            of_type = [e for e in record["entities"] if e["type"] == wanted_type]
            wanted = [e for e in of_type if _is_named(record["text"], e) and not _is_inside(e, record)]
            found = [(m.start, m.end, m.words) for m in mentions if m.kind is KINDS[wanted_type]]
            for how, is_same in (("", _overlaps), (" exact", _is_exactly)):
                row, left = rows[name + how], list(wanted)
                for place in found:
                    hit = next((e for e in left if is_same(place, e)), None)
                    if hit is not None:
                        left.remove(hit)
                        row.right += 1
                    elif not _is_neutral(place, of_type, wanted):
                        row.false += 1
                        row.falses.append(f"{record['id']}  {_around(record['text'], place[0], place[1])}")
                row.missed += len(left)
                row.misses += [f"{record['id']}  {_around(record['text'], e['start'], e['end'])}" for e in left]
    return rows


def _is_named(text: str, entity: Record) -> bool:
    """Whether the entity's words are a name: capitalised words, links between them, an article before them."""
    words_ = re.sub(r"^(?:the|a|an) |['’]s$", "", text[entity["start"] : entity["end"]], flags=re.IGNORECASE).split()
    if not entity.get("named", True) or not words_ or not words_[0][0].isupper():
        return entity.get("named") is None
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in LINKS for word in words_)


def _is_inside(entity: Record, record: Record) -> bool:
    """Whether a longer named entity, of whatever type, holds this one ("Tarn" in "the Ilva Tarn Foundation")."""
    return any(
        o["start"] <= entity["start"]
        and entity["end"] <= o["end"]
        and o["end"] - o["start"] > entity["end"] - entity["start"]
        and _is_named(record["text"], o)
        for o in record["entities"]
    )


def _is_neutral(place: tuple[int, int, str], of_type: Sequence[Record], wanted: Sequence[Record]) -> bool:
    """Whether a mention that no entity matches is no error: it overlaps what counts neither way."""
    if COMMON_GOVERNMENT.search(place[2]):
        return True
    return any(_overlaps(place, e) and e not in wanted for e in of_type)


def _overlaps(place: tuple[int, int, str], entity: Record) -> bool:
    return bool(place[0] < entity["end"] and entity["start"] < place[1])


def _is_exactly(place: tuple[int, int, str], entity: Record) -> bool:
    start = place[0] + 4 * place[2].lower().startswith("the ")
    return bool(place[1] == entity["end"] and start in (entity["start"], entity["start"] + 4))


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 50) : start], text[end : end + 40]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
