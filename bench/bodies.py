"""How well the body is told from the furniture on plain pages: characters of the gold's bodies that are lost, and of furniture kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bench.gold import GOLD, SETS
from kg.model import Article, Piece
from kg.read import read_document


@dataclass(frozen=True, slots=True)
class Share:
    """Characters, without blanks."""

    body: int
    lost: int
    furniture: int
    kept: int

    def __add__(self, other: Share) -> Share:
        return Share(
            self.body + other.body, self.lost + other.lost, self.furniture + other.furniture, self.kept + other.kept
        )

    @property
    def lost_share(self) -> float:
        """Of the body."""
        return self.lost / self.body if self.body else 0.0

    @property
    def kept_share(self) -> float:
        """Of the furniture."""
        return self.kept / self.furniture if self.furniture else 0.0


def share(name: str) -> Share:
    """What is lost and kept in the texts of a set of the gold."""
    found = Share(0, 0, 0, 0)
    for file in sorted((GOLD / name).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        data = (SETS[name] / f"{file.stem}.txt").read_bytes()
        document = read_document(Piece(f"{file.stem}.txt", data), name=file.stem)
        letters = {n for n, character in enumerate(document.text) if not character.isspace()}
        body = {n for article in gold["articles"] for n in range(article["body_start"], article["body_end"])} & letters
        taken = {n for article in document.articles for n in _taken(article)} & letters
        found += Share(len(body), len(body - taken), len(letters - body), len(taken - body))
    return found


def measure() -> str:
    """A Markdown table of all sets."""
    lines = ["| | body | lost | furniture | kept |", "|---|---|---|---|---|"]
    for name in SETS:
        of = share(name)
        lines.append(f"| {name} | {of.body:,} | {of.lost_share:.2%} | {of.furniture:,} | {of.kept_share:.2%} |")
    return "\n".join(lines)


def _taken(article: Article) -> set[int]:
    cut = {n for span in article.cut for n in range(span.start, span.end)}
    return set(range(article.body.start, article.body.end)) - cut
