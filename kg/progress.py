"""What a build says while it runs (a bar on a terminal, plain lines elsewhere) and when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TextIO

from tqdm import tqdm

from kg.model import Skipped


class Reporter:
    """Called with what is being done, how many are done, of how many (0 where that is not known)."""

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

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show it."""
        if not self._stream.isatty():
            if what:
                print(f"[{done + 1}/{of}] reading {what}" if of else what, file=self._stream, flush=True)
            return
        if of and self._bar is None:
            self._bar = tqdm(total=of, file=self._stream, unit=" files", leave=False)
        if self._bar is not None:
            self._bar.n = done if of else int(self._bar.total or 0)
            self._bar.set_description(what[-40:])
            self._bar.refresh()


def summary(counts: Mapping[str, int], skipped: Sequence[Skipped], failed: Sequence[Skipped], output: Path) -> str:
    """What was found, what was left out and why, and which file to open."""
    width = max(len(name) for name in counts)
    lines = [f"  {name:{width}}  {number:>7,}" for name, number in counts.items()]
    for title, items in (("skipped", skipped), ("failed", failed)):
        if items:
            lines += [
                "",
                f"{title} ({len(items)}):",
                *(f"  {item.why if item.path in item.why else f'{item.path}: {item.why}'}" for item in items),
            ]
    return "\n".join(
        ["Found", *lines, "", f"Open {output / 'network.html'} in a browser; {output / 'report.html'} lists it all."]
    )
