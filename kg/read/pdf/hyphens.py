"""Words that the end of a line has parted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.lexicon import rows

PARTED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐\xad]$")
BEGUN = re.compile(r"^[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HALVES = {row[0]: row[1] for row in rows("word_halves")}
DASH = re.compile(r"[-‐\xad]$")


class Words:
    """The words of a document that stand whole in its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for line in lines:
            whole = WORD.findall(line.lower())
            self._seen.update(whole[1:-1])  # the first and the last may be halves

    def join(self, left: str, right: str) -> str:
        """Two lines as one: with a blank, or as one word where a hyphen parted it, keeping a hyphen that belongs to the word.

        The hyphen goes where the document has the word without it elsewhere, and stays where it has it with it. Else it stays
        before a capital or a number ("Covid-19", "Anglo-French"), behind what forms compounds ("long-term"), and where both
        halves are words that stand alone elsewhere ("care-home"), but for those that grow together ("under-stand").
        """
        if not DASH.search(left):
            return f"{left} {right}"
        parted, begun = PARTED.search(left), BEGUN.match(right)
        if parted is None or begun is None or not begun.group()[0].islower():
            return f"{DASH.sub('-', left)}{right}"
        first, second = parted[1].lower(), begun.group().lower()
        return f"{left[:-1]}{'-' if self._keeps(first, second) else ''}{right}"

    def _keeps(self, first: str, second: str) -> bool:
        solid, hyphened = self._seen[first + second], self._seen[f"{first}-{second}"]
        if solid or hyphened:
            return hyphened > solid
        last = first.rsplit("-", 1)[-1]
        if last in HALVES:
            return HALVES[last] == "hyphen"
        return len(last) > 2 and bool(self._seen[last]) and bool(self._seen[second])
