"""What a build says while it runs (a bar on a terminal, plain lines elsewhere) and when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TextIO

from tqdm import tqdm

from kg.account import complaints
from kg.model import Skipped

BAR = "{percentage:3.0f}% |{bar:24}| {elapsed}<{remaining} {desc}"


class Reporter:
    """Called with what is being done, how many inputs are done, of how many (0 where that is not known).

    A container counts by the share of it that is read, so that a table of a thousand rows moves the bar as a thousand files do.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: tqdm[NoReturn] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, what: str, done: float, of: int) -> None:
        """Show it."""
        if not self._stream.isatty():
            if what:
                part = f", {done % 1:.0%}" if done % 1 else ""
                print(f"[{int(done) + 1}/{of}{part}] {what}" if of else what, file=self._stream, flush=True)
            return
        if of and self._bar is None:
            self._bar = tqdm(total=of, file=self._stream, leave=False, bar_format=BAR)
        if self._bar is not None:
            self._bar.total = of or self._bar.total  # a feed brings more to do
            self._bar.n = done if of else int(self._bar.total or 0)
            self._bar.set_description(what[-40:])
            self._bar.refresh()


def summary(counts: Mapping[str, int], skipped: Sequence[Skipped], failed: Sequence[Skipped], output: Path) -> str:
    """What was found, what was left out and why, and which file to open."""
    where = f"Open {output / 'network.html'} in a browser; {output / 'report.html'} lists it all."
    return f"{listing('Found', counts)}\n{complaints([*skipped, *failed])}{where}"


def listing(title: str, counts: Mapping[str, int]) -> str:
    """The counts, a line each, below the title."""
    width = max((len(name) for name in counts), default=0)
    return "".join([f"{title}\n", *(f"  {name:{width}}  {number:>7,}\n" for name, number in counts.items())])
