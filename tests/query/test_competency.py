"""A dozen analyst's questions over the reference build, against the answers that follow from the hand-made gold.

The expected tables are read from tests/gold/seeds/competency.md. Names count by alias and normal form, documents by their first
three digits, long texts by shared words. `RIGHT` lists the questions that are answered exactly; docs/reference/questions.md says
what the others differ in. A question that becomes right is added here; one that stops being right fails.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib.query import ResultRow

from kg.evaluate.match import overlap, plain, share_heads
from kg.query.ask import load, run

OUTPUT = Path(__file__).parent.parent.parent / "output"
TABLES = Path(__file__).parent.parent / "gold" / "seeds" / "competency.md"

# question → saved question, its parameters, and which column of ours answers which column of the expected table
QUESTIONS: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "CQ1": ("pledgers-in-office", {}, {"person": "person", "title": "title", "organisation": "organisation"}),
    "CQ3": (
        "money-of-an-occasion",
        {"occasion": "Spring Budget", "about": "STP"},
        {"document": "document", "surface": "surface", "recipient": "recipient", "money_kind": "kind"},
    ),
    "CQ4": (
        "manifesto-money",
        {},
        {"document": "document", "party": "party", "surface": "surface", "amount": "amount", "money_kind": "kind"},
    ),
    "CQ7": (
        "announced-at",
        {"occasion": "Spring Budget"},
        {"surface": "surface", "recipient": "recipient", "announced_by": "announcer"},
    ),
    "CQ9": (
        "critical-heads",
        {"initiative": "STP"},
        {"person": "person", "organisation": "organisation", "kind": "sort"},
    ),
    "CQ11": ("heads", {}, {"person": "person", "organisation": "organisation"}),
    "CQ12": ("two-positions", {}, {"person": "person", "title": "title", "organisation": "organisation"}),
    "CQ14": ("in-several-documents", {}, {"person": "person", "documents": "documents"}),
    "CQ17": (
        "events",
        {},
        {
            "event": "event",
            "document": "document",
            "date": "date",
            "place": "place",
            "organiser": "organiser",
            "person": "person",
            "role": "role",
        },
    ),
    "CQ19": (
        "agreements",
        {},
        {"who": "who", "who_org": "whoOrganisation", "with": "with", "with_org": "withOrganisation"},
    ),
    "CQ20": (
        "relations-of-a-seat",
        {"place": "Sheffield South East"},
        {"person": "person", "relation": "relation", "object": "object"},
    ),
    "CQ21": ("cited-words", {}, {"document": "document", "citing": "citing", "cited": "cited", "text": "text"}),
}
RIGHT = ("CQ1", "CQ3", "CQ4", "CQ7", "CQ11", "CQ12", "CQ14", "CQ17", "CQ19")
STPS = ("sustainability and transformation plans", "stps", "stp")


def expected(question: str) -> list[dict[str, str]]:
    text = TABLES.read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(f"{question}."))
    lines = [line for line in body.splitlines() if line.startswith("|")]
    heads = [cell.strip() for cell in lines[0].strip("|").split("|")]
    return [dict(zip(heads, (cell.strip() for cell in line.strip("|").split("|")), strict=True)) for line in lines[2:]]


def cell_is(column: str, wanted: str, given: str) -> bool:
    if column in ("document", "documents"):
        return re.findall(r"\b\d{3}\b", wanted) == re.findall(r"\b(\d{3})_", given)
    if column == "amount":
        return float(wanted) == float(given or 0)
    if column == "relation":
        return wanted.replace("_", "") == given.lower()
    if column == "kind":
        return wanted.replace("_", " ") == given
    one, other = plain(wanted), plain(given)
    if column == "recipient" and share_heads(wanted, given):
        return True  # the rule of docs/reference/matching-rules.md for recipients in free text
    if one == other or (one in STPS and other in STPS):
        return True
    return column in ("text", "event", "title") and overlap(wanted, given) >= 0.5


def answer(question: str) -> list[dict[str, str]]:
    name, parameters, columns = QUESTIONS[question]
    result = run(load(OUTPUT), name, parameters)
    rows = [row.asdict() for row in result if isinstance(row, ResultRow)]
    return [{column: str(row.get(own) or "") for column, own in columns.items()} for row in rows]


def differences(question: str) -> list[str]:
    """The rows that are missing and the rows that are too many."""
    columns = QUESTIONS[question][2]
    left = answer(question)
    found = []
    for wanted in expected(question):
        match = next((row for row in left if all(cell_is(c, wanted[c], row[c]) for c in columns)), None)
        if match is None:
            found.append(f"missing {wanted}")
        else:
            left.remove(match)
    return found + [f"too many {row}" for row in left]


@pytest.mark.parametrize("question", RIGHT)
def test_the_answer_is_the_gold_s(question: str) -> None:
    assert differences(question) == []


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - set(RIGHT)))
def test_a_question_that_became_right_is_listed(question: str) -> None:
    assert differences(question), f"{question} is answered exactly now: add it to RIGHT"
