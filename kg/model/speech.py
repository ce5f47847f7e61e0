"""Facts of what somebody says, and of what they think of something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.model.facts import Fact, said
from kg.model.mentions import Mention, Party
from kg.model.text import Phrase


class Mode(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"  # a quoted fragment inside a reported clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Somebody says something. A quotation that runs on over paragraphs is one piece per paragraph and reporting clause.

    Attributes:
        speaker: who says it; the words where the article names nobody ("one official").
        text: the words said: between the marks for direct and mixed, the reported clause for indirect.
        verb: the reporting verb as printed; None where the text has none.
        continues: the `text` of the piece that this one carries on, None for the first piece.
    """

    predicate: ClassVar[str] = "statement"

    speaker: Party
    text: Phrase
    verb: Phrase | None
    mode: Mode
    continues: Phrase | None = None

    @property
    def named_speaker(self) -> Mention | None:
        """The speaker; None where the article only says what sort of person or paper speaks."""
        return self.speaker if isinstance(self.speaker, Mention) else None

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Speaker, text."""
        return (self.speaker, self.text)

    def __str__(self) -> str:
        """Speaker | verb | mode | text."""
        return f"{self.speaker.words} | {said(self.verb)} | {self.mode} | {self.text.words}"


class StanceValue(StrEnum):
    """What somebody thinks of an initiative."""

    SUPPORTIVE = "supportive"
    CRITICAL = "critical"
    MIXED = "mixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Fact):
    """A person's stance towards an initiative; it rests on what the evidence quotes."""

    predicate: ClassVar[str] = "stance"

    holder: Mention
    towards: Mention
    value: StanceValue

    @property
    def parts(self) -> tuple[Party | None, ...]:
        """Holder, initiative."""
        return (self.holder, self.towards)

    def __str__(self) -> str:
        """Holder | initiative | value."""
        return f"{self.holder.words} | {self.towards.words} | {self.value}"
