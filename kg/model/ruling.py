"""What a person decides about who is who."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.landscape import Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word that two names are one or two; it goes before every rule.

    Attributes:
        number: its place in the file, from 1.
        verdict: SAME or DIFFERENT.
        names: the two, as an article has them: names or aliases.
        articles: the documents in which each stands, by path; empty for wherever they stand.
        by: who says so. why: one sentence that a reader can check.
    """

    number: int
    verdict: Verdict
    names: tuple[str, str]
    articles: tuple[str, ...]
    by: str
    why: str
