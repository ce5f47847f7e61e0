"""Who speaks whole sentences in marks that have no verb of their own: by what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract._colons import by_colon
from kg.extract._pieces import Piece, is_title, sentence_end, sentence_start
from kg.extract._speakers import Attribution, Speaker
from kg.extract._voices import Voices
from kg.model import Kind, Mode, Party
from kg.tokens import Doc, Token

FRAMED, CARRIED, GOVERNED, FROM_BEFORE, BY_SUBJECT, FRAGMENT = 0.93, 0.85, 0.85, 0.8, 0.6, 0.6
LEAST_IN_FRAGMENT = 4  # words


@dataclass(frozen=True, slots=True)
class Finding:
    """Who speaks a piece.

    Attributes:
        is_own: the piece has its own verb; else it carries on what was said before.
    """

    attribution: Attribution
    belief: float
    mode: Mode
    is_own: bool = True

    @property
    def speaker(self) -> Party | None:
        """Nobody if the article does not say who speaks."""
        return self.attribution.speaker.party


class Carrying(Voices):
    """One paragraph's cues with their speakers, and who speaks on in it."""

    def closing(self, findings: Sequence[Finding | None]) -> Attribution | None:
        """Who speaks at the paragraph's end: the last cue or piece; None if its last sentence is nobody's."""
        told = [token.i for token in self.doc if not token.is_space]
        if told and self.doc[told[-1]].text == ":":
            return self._leads_on(told[-1])
        last_cue = self.cues[-1].token.i if self.cues else -1
        last_piece = next((i for i in range(len(findings) - 1, -1, -1) if findings[i] is not None), None)
        if last_piece is not None and self.pieces[last_piece].start > last_cue:
            finding = findings[last_piece]
            return finding.attribution if finding is not None else None
        if last_cue >= 0 and (governing := self._governing(last_cue)) is not None:
            return governing
        return self.who.get(last_cue)

    def _leads_on(self, colon: int) -> Attribution | None:
        """Who speaks in the next paragraph, behind a colon: by the first verb of the last sentence that leads to it, else by its subject."""
        start = sentence_start(self.doc, colon, 0)
        leading = [self.who[c.token.i] for c in self.cues if start <= c.token.i < colon and c.token.i in self.who]
        return next((by for by in reversed(leading) if by.speaker.party is not None), None) or by_colon(
            self, start, colon
        )

    def _governing(self, at: int) -> Attribution | None:
        """Who speaks on behind a sentence whose last verb of saying stands in a clause about somebody else: "apologised for staff saying …"."""
        start = sentence_start(self.doc, at, 0)
        if self.doc[at].dep_ not in ("acl", "relcl", "pcomp"):
            return None
        outer = [c.token.i for c in self.cues if start <= c.token.i < at and c.token.i in self.who]
        inner = {token.i for token in self.doc[at].head.subtree}
        return next((self.who[i] for i in outer if i not in inner and self.who[i].speaker.party is not None), None)

    def carried(
        self, number: int, piece: Piece, found: Sequence[Finding | None], *, is_carried: bool
    ) -> Finding | None:
        """Whole sentences without a verb of their own."""
        while number and found[number - 1] is None and is_title(self.doc, self.pieces[number - 1]):
            number -= 1  # “…,” she said on “Harrow Today”. “…”
        before = found[number - 1] if number else None
        floor = self.pieces[number - 1].after if number else 0
        if number and self.pieces[number - 1].quoted.is_open:
            return _carry(before, FRAMED)
        between = self.doc[floor : piece.before]
        words = [t for t in between if t.is_alpha]
        if not words:
            if number:
                return _carry(before, CARRIED)
            return self._from_paragraph_before(is_carried=is_carried)
        cues = [c for c in self.cues if floor <= c.token.i < piece.before and c.token.i in self.who]
        last = sentence_start(self.doc, piece.before - 1, floor)
        spoken = [c for c in cues if c.token.i >= last and c.token.dep_ != "relcl"]
        if spoken:
            by = self.who[spoken[0].token.i]
            is_same = before is not None and before.speaker == by.speaker.party
            return Finding(by, CARRIED if is_same else FROM_BEFORE, Mode.DIRECT, is_own=False)
        subject = self._subject(last, piece.before)
        previous = self.who[cues[-1].token.i] if cues else before.attribution if before else None
        if subject is not None:
            speaker = self.speakers.of(self.paragraph, subject, self.quoted, None)
            if speaker.mention is not None and speaker.mention.kind is Kind.PERSON:
                is_same = previous is not None and self.are_same(speaker.mention, previous.speaker.mention)
                by = Attribution(previous.verb if is_same and previous is not None else None, Speaker(speaker.mention))
                return Finding(by, CARRIED if is_same else BY_SUBJECT, Mode.DIRECT, is_own=False)
        if previous is not None:
            return Finding(previous, 0.75, Mode.DIRECT, is_own=False)
        return None

    def fragment(self, number: int, piece: Piece, found: Sequence[Finding | None]) -> Finding | None:
        """A clause in marks in a sentence without a verb of saying, right behind a quotation: “She was good,” Bell said. Now “she just gave up”."""
        start = sentence_start(self.doc, piece.before, 0)
        before = found[number - 1] if number else None
        stop = sentence_end(self.doc, piece.after, self.pieces)
        is_next = before is not None and start > 0 and start - 1 >= self.pieces[number - 1].after
        if before is None or not is_next or before.mode is not Mode.DIRECT or before.belief < CARRIED:
            return None
        between = [c for c in self.cues if self.pieces[number - 1].after <= c.token.i < start]
        is_alone = not any(start <= c.token.i < stop for c in self.cues) and len(between) <= 1
        if len(piece.text.split()) < LEAST_IN_FRAGMENT or not has_finite_verb(self.doc, piece) or not is_alone:
            return None
        return Finding(before.attribution, FRAGMENT, Mode.MIXED, is_own=False)

    def _from_paragraph_before(self, *, is_carried: bool) -> Finding | None:
        if self.last is None:
            return None
        return Finding(self.last, FRAMED if is_carried else FROM_BEFORE, Mode.DIRECT, is_own=False)

    def _subject(self, start: int, end: int) -> Token | None:
        """The subject of the main verb of the sentence that begins at `start`."""
        for token in self.doc[start:end]:
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
                return token
        return None


def has_finite_verb(doc: Doc, piece: Piece) -> bool:
    """Whether the marks hold a clause rather than a name or a few words."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[piece.start : piece.end])


def _carry(before: Finding | None, belief: float) -> Finding | None:
    return None if before is None else Finding(before.attribution, belief, Mode.DIRECT, is_own=False)
