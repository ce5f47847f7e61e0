"""story.toml beside the articles → the steps of a tour over the map.

A step holds `title` and `text`, and may hold `focus` (a name, or two for the path between them), `view`, and a table `filter` with
`kinds`, `relations`, `from`, `to`, `belief` and `around`. What is wrong with one step is told, and the others stand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.model import Skipped, StoryStep

STORY = "story.toml"
FIELDS = ("title", "text", "focus", "view", "filter")
FILTERS = ("kinds", "relations", "from", "to", "belief", "around")
DATE = re.compile(r"(\d{4}(-\d\d){0,2})?")


def read_stories(sources: Sequence[str]) -> tuple[list[StoryStep], list[Skipped]]:
    """The steps of the stories among the sources and in their folders, in that order, and what was wrong, a line each."""
    steps: list[StoryStep] = []
    wrong: list[Skipped] = []
    for source in sources:
        file = Path(source) if Path(source).name == STORY else Path(source) / STORY
        if source == "-" or not file.is_file():
            continue
        try:
            told = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            why = f"{STORY}: expected TOML in UTF-8 ({error}); the map gets no tour"
            wrong.append(Skipped(STORY, why, failed=True))
            continue
        entries = told.get("step")
        entries = entries if isinstance(entries, list) else []
        for number, entry in enumerate(entries, 1):
            reasons = list(_wrong(entry))
            wrong += [Skipped(STORY, f"{STORY}: step {number}: {reason}") for reason in reasons]
            if not reasons:
                steps.append(_step(entry))
        if not entries:
            wrong.append(Skipped(STORY, f"{STORY}: no steps; expected [[step]] tables with title and text"))
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
    yield from (f"{key}: expected words" for key in ("title", "text") if not _is_text(entry.get(key)))
    focus = entry.get("focus", [])
    if not (isinstance(focus, str) or (_is_texts(focus) and len(focus) <= 2)):
        yield "focus: expected a name, or a list of two"
    yield from (
        f"{key}: expected a list of words" for key in ("kinds", "relations") if not _is_texts(chosen.get(key, []))
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


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(each) for each in value)


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
