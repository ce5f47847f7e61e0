"""The story that somebody tells with the map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of a tour over the map.

    Attributes:
        title, text: what the reader is told; plain text, blank lines part paragraphs.
        focus: none, one (what the step is about) or two (the path between them): names, aliases or IRIs as written, then IRIs.
        view: the way to look, "map" at first.
        kinds, relations: if not empty, only these kinds of things and of relations are shown.
        start, end: only articles of this time; ISO, as precise as wanted; "" for any.
        around: 1 or 2 shows only what is so near to the focus, 0 everything.
        belief: the least belief of what is shown.
    """

    title: str
    text: str
    focus: tuple[str, ...] = ()
    view: str = "map"
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    around: int = 0
    belief: float = 0.0
