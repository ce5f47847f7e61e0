"""What every fact has: the words that say it, and how much it is believed. Its kinds stand beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import ClassVar

from kg.model.mentions import Party


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that say it. `document.text[start:end] == words` holds for everything that is written.

    Attributes:
        document: Document.name.
        article: Article.index.
        extractor: name and version of what read it, "positions/1".
    """

    document: str
    article: int
    start: int
    end: int
    words: str
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that the text says, of mentions, with its evidence. Each kind of fact is one subclass.

    Attributes:
        evidence: at least one; the first is the clause that says it.
        belief: probability that a careful reader of the evidence would agree, 0 < belief <= 1.
    """

    predicate: ClassVar[str] = ""

    evidence: tuple[Evidence, ...]
    belief: float = 0.9

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """What the fact speaks of, in a fixed order: enters its id, and must lie inside the document."""
        raise NotImplementedError

    def id_in(self, content_hash: str) -> str:
        """The fact's id: a hash of the file's content, the offsets of its parts, and the predicate (16 hex digits)."""
        where = ";".join("-" if part is None else f"{part.start}:{part.end}" for part in self.parts)
        key = f"{content_hash}|{self.predicate}|{where}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def said(part: Party | None) -> str:
    """The words of a part of a fact; a dash for none."""
    return "–" if part is None else part.words
