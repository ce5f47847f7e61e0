"""story.toml beside the articles → the steps of a tour over the map.

A step holds `title` and `text`, and may hold `focus` (a name, or two for the path between them), `view`, and a table `filter` with
`kinds`, `relations`, `from`, `to`, `belief` and `around`. What is wrong with one step is told, and the others stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.model import Skipped, StoryStep
from kg.read.beside import is_text, is_texts, tables_beside

STORY = "story.toml"
FIELDS = ("title", "text", "focus", "view", "filter")
FILTERS = ("kinds", "relations", "from", "to", "belief", "around")
DATE = re.compile(r"(\d{4}(-\d\d){0,2})?")


def read_stories(sources: Sequence[str]) -> tuple[list[StoryStep], list[Skipped]]:
    """The steps of the stories among the sources and in their folders, in that order, and what was wrong, a line each."""
    steps: list[StoryStep] = []
    entries, wrong = tables_beside(sources, STORY, "step", expected="title and text", without="the map gets no tour")
    for number, entry in entries:
        reasons = list(_wrong(entry))
        wrong += [Skipped(STORY, f"{STORY}: step {number}: {reason}") for reason in reasons]
        if not reasons:
            steps.append(_step(entry))
    return steps, wrong


def _wrong(entry: Any) -> Iterator[str]:
    """What keeps an entry from being a step."""
    if not isinstance(entry, Mapping):
        yield "expected a table with title and text"
        return
    chosen = entry.get("filter", {})
    if not isinstance(chosen, Mapping):
        yield "filter: expected a table"
        return
    for known, given in ((FIELDS, entry), (FILTERS, chosen)):
        yield from (f"{key}: not known; expected one of {', '.join(known)}" for key in given if key not in known)
    yield from (f"{key}: expected words" for key in ("title", "text") if not is_text(entry.get(key)))
    focus = entry.get("focus", [])
    if not (isinstance(focus, str) or (is_texts(focus) and len(focus) <= 2)):
        yield "focus: expected a name, or a list of two"
    yield from (
        f"{key}: expected a list of words" for key in ("kinds", "relations") if not is_texts(chosen.get(key, []))
    )
    yield from (
        f'{key}: expected a date such as "2017-03"'
        for key in ("from", "to")
        if not (isinstance(chosen.get(key, ""), str) and DATE.fullmatch(chosen.get(key, "")))
    )
    if not (isinstance(chosen.get("belief", 0), int | float) and 0 <= chosen.get("belief", 0) <= 1):
        yield "belief: expected a number from 0 to 1"
    if chosen.get("around", 0) not in (0, 1, 2):
        yield "around: expected 0, 1 or 2"


def _step(entry: Mapping[str, Any]) -> StoryStep:
    chosen = entry.get("filter", {})
    focus = entry.get("focus", [])
    return StoryStep(
        title=entry["title"].strip(),
        text=entry["text"].strip(),
        focus=(focus,) if isinstance(focus, str) else tuple(focus),
        view=str(entry.get("view", "map")),
        kinds=tuple(chosen.get("kinds", ())),
        relations=tuple(chosen.get("relations", ())),
        start=chosen.get("from", ""),
        end=chosen.get("to", ""),
        around=int(chosen.get("around", 0)),
        belief=float(chosen.get("belief", 0)),
    )
