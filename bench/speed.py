"""The whole program beside the bare language model, on the same texts in the same run.

CPU time of the process is measured, which neighbours on the machine touch little; both sides are run in turn, after a warm-up,
and the medians are compared. Reading, parsing, extraction, resolution, graph and all exports count on our side.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import kg
from bench.gold import SETS
from kg.mention.parse import bare_model

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds for the same texts.

    Attributes:
        bare: the language model alone. whole: a build without a cache. again: the build repeated with its cache.
    """

    texts: int
    words: int
    bare: float
    whole: float
    again: float

    def __str__(self) -> str:
        """A table, and the ratio that is the goal."""
        rows = (("language model alone", self.bare), ("whole build", self.whole), ("build again, cached", self.again))
        lines = [f"{self.texts} texts, {self.words:,} words; CPU seconds, median of {ROUNDS}"]
        lines += [f"  {what:22} {seconds:7.2f} s  {seconds / self.bare:5.2f} x" for what, seconds in rows]
        return "\n".join(lines)


def texts_of(folder: Path | None) -> list[str]:
    """The texts of a folder (dev.jsonl or *.txt); without one, those of the gold."""
    if folder is None:
        return [file.read_text(encoding="utf-8") for name in SETS for file in sorted(SETS[name].glob("*.txt"))]
    lines = folder / "dev.jsonl"
    if lines.is_file():
        return [json.loads(line)["text"] for line in lines.read_text(encoding="utf-8").splitlines()]
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]


def measure(texts: Sequence[str]) -> Speed:
    """How long the texts take."""
    nlp = bare_model(kg.Settings().model)
    with tempfile.TemporaryDirectory() as folder:
        source, out, cache = (Path(folder) / name for name in ("articles", "out", "cache"))
        source.mkdir()
        for number, text in enumerate(texts):
            (source / f"{number:04}.txt").write_text(text, encoding="utf-8")
        kg.build([source], out, kg.Settings(cache=cache))  # warm-up, and fills the cache
        bare, whole, again = [], [], []
        for _ in range(ROUNDS):
            bare.append(_seconds(lambda: list(nlp.pipe(texts))))
            whole.append(_seconds(lambda: kg.build([source], out)))
            again.append(_seconds(lambda: kg.build([source], out, kg.Settings(cache=cache))))
    words = sum(len(text.split()) for text in texts)
    return Speed(len(texts), words, median(bare), median(whole), median(again))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
