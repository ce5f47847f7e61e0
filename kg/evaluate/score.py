"""Counts per kind of fact: what is right, what is missed, what is false."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import EvaluationError
from kg.evaluate.likeness import (
    Likeness,
    digits,
    participant_likeness,
    position_likeness,
    quote_likeness,
    relation_likeness,
    stance_likeness,
    sum_likeness,
)
from kg.evaluate.match import (
    Item,
    Names,
    alternatives,
    items_of,
    overlap,
    pair,
    plain,
    same_name,
    share_heads,
)

FORWARD = frozenset(
    """
    announced committed manifesto proposed conditional potential requested estimated_need re-announced
    criticised_as_insufficient
    """.split()
)
MONEY = re.compile(r"[£€$₹]|\b(pounds?|euros?|dollars?|rupees?|crore|lakh|pence)\b|\d(p|k|bn)\b", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """Counts of one kind of fact, with the words of every miss and every false one.

    Attributes:
        beliefs: of each prediction that counts and states one: its belief, and whether it is right.
    """

    right: int = 0
    missed: int = 0
    false: int = 0
    misses: list[str] = field(default_factory=list)
    falses: list[str] = field(default_factory=list)
    beliefs: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among predicted; 1 if nothing was predicted and nothing is missing."""
        return self.right / (self.right + self.false) if self.right + self.false else float(not self.missed)

    @property
    def recall(self) -> float:
        """Right among gold; 1 if the gold has none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Row) -> None:
        """Add the counts of another document."""
        self.right += other.right
        self.missed += other.missed
        self.false += other.false
        self.misses += other.misses
        self.falses += other.falses
        self.beliefs += other.beliefs


@dataclass(slots=True)
class Scores:
    """Rows by name, over all documents and per document; warnings about files that could not be compared."""

    rows: dict[str, Row]
    documents: dict[str, dict[str, Row]]
    warnings: list[str]


Show = Callable[[Item], str]


def evaluate(gold: Path, predicted: Path) -> Scores:
    """The scores of the annotations in `predicted` (or in its `annotations/`) against those in `gold`.

    A gold file without a prediction counts as all missed; a prediction without gold is left out, with a warning.

    Raises:
        EvaluationError: a folder does not exist, holds no annotation, or a file is no annotation.
    """
    if (predicted / "annotations").is_dir():
        predicted = predicted / "annotations"
    gold_files, predicted_files = _annotations(gold), _annotations(predicted)
    warnings = [
        f"{name}: in the gold, not in the predictions: all missed" for name in gold_files if name not in predicted_files
    ]
    warnings += [f"{name}: no gold, left out" for name in predicted_files if name not in gold_files]
    documents: dict[str, dict[str, Row]] = {}
    for name, wanted in gold_files.items():
        text = _text_of(name, gold, predicted)
        documents[name] = score_document(wanted, predicted_files.get(name, {}), text)
    total: dict[str, Row] = {}
    for rows in documents.values():
        for kind, row in rows.items():
            total.setdefault(kind, Row()).add(row)
    return Scores(total, documents, warnings)


def _annotations(folder: Path) -> dict[str, Item]:
    if not folder.is_dir():
        raise EvaluationError(f"{folder}: no such folder; expected annotation files (*.json)")
    found: dict[str, Item] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            value = json.loads(file.read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:
            raise EvaluationError(f"{file}: not readable as JSON ({error}); correct it or take it out") from error
        if isinstance(value, dict) and "people" in value:
            found[file.stem] = value
    if not found:
        raise EvaluationError(f"{folder}: holds no annotation file; expected *.json in the format of the gold")
    return found


def _text_of(name: str, gold: Path, predicted: Path) -> str:
    for file in (gold / f"{name}.txt", predicted.parent / "articles" / f"{name}.txt"):
        if file.is_file():
            return file.read_bytes().decode("utf-8", errors="replace")
    return ""


def score_document(gold: Item, predicted: Item, text: str) -> dict[str, Row]:
    """The rows of one document.

    Args:
        text: the document, to show the sentence of every error; may be empty.
    """
    names = Names(gold, predicted)
    rows: dict[str, Row] = {}

    def lists(key: str) -> tuple[list[Item], list[Item]]:
        return items_of(gold, key), items_of(predicted, key)

    for kind in ("people", "organisations"):
        rows[kind] = _count(
            *lists(kind),
            lambda g, p: 2.0 * (plain(g["name"]) == plain(p["name"])) or float(same_name(g, p)),
            _named(text),
        )
    positions = lists("positions")
    rows["positions"] = _count(
        *positions, position_likeness(names, 1), _shown(names, text, "person", "title", "organisation")
    )
    rows["positions with organisation"] = _count(
        *positions, position_likeness(names, 2), _shown(names, text, "person", "title", "organisation")
    )
    rows["position status"] = _count(
        *positions, position_likeness(names, 3), _shown(names, text, "person", "title", "status")
    )
    _score_money(rows, gold, predicted, names, text)
    for label, indirect in (("direct quotes", False), ("indirect statements", True)):
        wanted, given = ([q for q in side if q.get("indirect") is indirect] for side in lists("quotes"))
        show = _shown(names, text, "speaker", "verb", "text")
        rows[f"{label}: text"] = _count(wanted, given, quote_likeness(None), show)
        rows[f"{label}: speaker"] = _count(wanted, given, quote_likeness(names), show)
    rows["events"] = _count(
        *lists("events"),
        lambda g, p: overlap(g["name"], p["name"]) if share_heads(g["name"], p["name"]) else 0.0,
        _shown(names, text, "name"),
    )
    part_of_gold, part_of_predicted = (_participants(side) for side in lists("events"))
    shown = _shown(names, text, "event", "person", "role")
    rows["event participants"] = _count(part_of_gold, part_of_predicted, participant_likeness(names), shown)
    rows["relations"] = _count(
        *lists("relations"), relation_likeness(names), _shown(names, text, "subject", "relation", "object")
    )
    rows["stance"] = _count(
        *lists("stance"), stance_likeness(names, gold, predicted), _shown(names, text, "person", "towards", "value")
    )
    return rows


def _score_money(rows: dict[str, Row], gold: Item, predicted: Item, names: Names, text: str) -> None:
    wanted, given = items_of(gold, "pledges"), items_of(predicted, "pledges")
    show = _shown(names, text, "surface", "status", "pledger", "announced_by", "recipient")
    checks: dict[str, Likeness] = {
        "sum": lambda g, p: 1.0,
        "status": lambda g, p: float(p.get("status") in alternatives(g, "status")),
        "pledger": lambda g, p: float(names.is_one_of(alternatives(g, "pledger"), p.get("pledger"))),
        "recipient": lambda g, p: float(names.is_one_of(alternatives(g, "recipient"), p.get("recipient"))),
    }
    checks["all"] = lambda g, p: float(all(checks[key](g, p) for key in ("status", "pledger", "recipient")))
    for key, check in checks.items():
        rows[f"funding: {key}"] = _count(wanted, given, lambda g, p, c=check: sum_likeness(g, p) * c(g, p), show)  # type: ignore[misc]
    forward = [[i for i in side if i.get("status") in FORWARD] for side in (wanted, given)]
    rows["forward money"] = _count(forward[0], forward[1], sum_likeness, show)
    money = [
        [*items_of(side, "pledges"), *(f for f in items_of(side, "figures") if MONEY.search(str(f["surface"])))]
        for side in (gold, predicted)
    ]
    money = [[i for i in side if MONEY.search(str(i["surface"]))] for side in money]
    rows["money amounts"] = _count(
        money[0], money[1], lambda g, p: float(digits(g) == digits(p)), _shown(names, text, "surface")
    )


def _count(gold: Sequence[Item], predicted: Sequence[Item], likeness: Likeness, show: Show) -> Row:
    """One-to-one pairs counted.

    An optional gold item is right if given and no miss if not; what stands only in furniture
    (`in_body` false) is false if given, unless it is optional; an unnamed collective is neither.
    """
    row = Row()
    pairs = pair(gold, predicted, likeness)
    paired = dict(pairs)

    def believed(item: Item, *, is_right: bool) -> None:
        if isinstance(belief := item.get("belief"), int | float):
            row.beliefs.append((float(belief), is_right))

    for i, item in enumerate(gold):
        is_outside = item.get("in_body") is False
        if i in paired:
            if _is_collective(item):
                continue
            if is_outside:
                if not item.get("optional"):
                    believed(predicted[paired[i]], is_right=False)
                    row.false += 1
                    row.falses.append(f"[stands in furniture] {show(predicted[paired[i]])}")
                continue
            believed(predicted[paired[i]], is_right=True)
            row.right += 1
        elif not (is_outside or item.get("optional") or _is_collective(item)):
            row.missed += 1
            row.misses.append(show(item))
    for j in sorted(set(range(len(predicted))) - {j for _, j in pairs}):
        believed(predicted[j], is_right=False)
        row.false += 1
        row.falses.append(show(predicted[j]))
    return row


def _is_collective(item: Item) -> bool:
    """Whether the gold's organisation is one of the unnamed collectives that are left out when scoring (gold, decision 8)."""
    return item.get("kind") == "other" and not any(c.isupper() for c in str(item.get("name")))


def _participants(events: Sequence[Item]) -> list[Item]:
    return [part | {"event": event["name"]} for event in events for part in items_of(event, "participants")]


def _named(text: str) -> Show:
    def show(item: Item) -> str:
        return f"{item['name']} {item.get('aliases') or ''} ← {_sentence(text, str(item['name']), item)}"

    return show


def _shown(names: Names, text: str, *fields: str) -> Show:
    known = names.gold_items | names.predicted_items

    def show(item: Item) -> str:
        own = names.gold_items if "start" not in item else names.predicted_items
        values = []
        for name in fields:
            value = str(item.get(name))
            holder = own.get(value) or known.get(value)
            values.append(str(holder["name"]) if holder else value)
        return f"{' | '.join(values)} ← {_sentence(text, str(item.get('evidence') or item.get('text') or item.get('surface') or ''), item)}"

    return show


def _sentence(text: str, words: str, item: Item) -> str:
    """The line of the document in which the words stand, shortened around them."""
    start = item.get("start")
    at = start if isinstance(start, int) else text.find(words)
    if at < 0 or not text:
        return words[:160]
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    return text[max(line_start, at - 90) : min(line_end, at + 150)].strip()
