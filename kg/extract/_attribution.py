"""Who speaks a quoted stretch: by the verb behind it, before it or above it, else by what was said last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract._pieces import DASHES, STOPS, Piece, is_sentence, is_title, sentence_end, sentence_start
from kg.extract._reporting import Cue
from kg.extract._speakers import Attribution, Speaker, Speakers
from kg.extract._voices import Voices
from kg.model import Form, Kind, Mention, Mode, Party
from kg.parsed import Paragraph
from kg.tokens import Token

FRAMED, CARRIED, GOVERNED, FROM_BEFORE, BY_SUBJECT = 0.93, 0.85, 0.85, 0.8, 0.6
JOINS = frozenset(
    ("which", "who", "and", "but", "although", "though", "after", "when", "while", "because", "that", "if")
)
NEAR = 8  # words between "Bell told the BBC's morning programme" and the mark


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


class Talk(Voices):
    """One paragraph's cues with their speakers, and the attributions of its quoted stretches.

    Args:
        last: who spoke at the end of the paragraph before, None if nobody did.
    """

    def __init__(
        self, paragraph: Paragraph, pieces: Sequence[Piece], speakers: Speakers, last: Attribution | None
    ) -> None:
        super().__init__(paragraph, pieces, speakers, last)
        self.last = last
        self.framing: list[int] = []  # where the verbs that frame whole quotations stand in the document
        self.fragments: dict[
            int, list[Piece]
        ] = {}  # quoted parts of a clause, by where its verb stands in the document

    def findings(self, *, is_carried: bool) -> list[Finding | None]:
        """Who speaks each piece.

        Args:
            is_carried: the quotation of the paragraph before is still open.
        """
        found: list[Finding | None] = []
        for number, piece in enumerate(self.pieces):
            own = self._own(number, piece)
            if own is None and is_sentence(self.doc, piece) and not is_title(self.doc, piece):
                own = self._carried(number, piece, found, is_carried=is_carried)
            found.append(own)
        for number in range(len(found) - 2, -1, -1):  # a reopened quotation whose verb stands at its end
            following = found[number + 1]
            if found[number] is None and self.pieces[number].quoted.is_open and following is not None:
                found[number] = Finding(following.attribution, CARRIED, Mode.DIRECT, is_own=False)
        for piece, finding in zip(self.pieces, found, strict=True):
            if finding is not None and finding.mode is Mode.MIXED and finding.attribution.verb is not None:
                self.fragments.setdefault(finding.attribution.verb.start, []).append(piece)
        return found

    def closing(self, findings: Sequence[Finding | None]) -> Attribution | None:
        """Who speaks at the paragraph's end: the last cue or piece; None if its last sentence is nobody's."""
        last_cue = self.cues[-1].token.i if self.cues else -1
        last_piece = next((i for i in range(len(findings) - 1, -1, -1) if findings[i] is not None), None)
        if last_piece is not None and self.pieces[last_piece].start > last_cue:
            finding = findings[last_piece]
            return finding.attribution if finding is not None else None
        return self.who.get(last_cue)

    # by a verb of its own ─────────────────────────────────────────────────────────────────────────────────────────────

    def _own(self, number: int, piece: Piece) -> Finding | None:
        floor = self.pieces[number - 1].after if number else 0
        limit = self.pieces[number + 1].before if number + 1 < len(self.pieces) else len(self.doc)
        if is_sentence(self.doc, piece):
            if is_title(self.doc, piece):
                return None
            found = self._behind(piece, limit, number) or self._ahead(piece, floor)
            if found is None:
                return None
            self.framing += [found.verb.start] if found.verb is not None else []
            return Finding(found, FRAMED, Mode.DIRECT)
        if is_title(self.doc, piece):
            return None
        is_led_to = piece.before > 0 and self.doc[piece.before - 1].text in (":", ",")
        led = self._ahead(piece, floor) if is_led_to else None
        self.framing += [led.verb.start] if led is not None and led.verb is not None else []
        found = led or self._above(piece) or self._behind(piece, limit, number) or self._later(piece)
        if found is None:
            return None
        is_split = number > 0 and floor >= sentence_start(self.doc, piece.before, floor) > 0 and self._is_split(number)
        return Finding(found, GOVERNED, Mode.DIRECT if is_split else Mode.MIXED)

    def _is_split(self, number: int) -> bool:
        """Whether the piece goes on with the sentence that the one before began: “I think,” she said, “that …”."""
        before, piece = self.pieces[number - 1], self.pieces[number]
        between = self.doc[before.after : piece.before]
        return (
            before.text.endswith(",")
            and not any(token.text in STOPS for token in between)
            and any(before.after <= i < piece.before for i in self.who)
        )

    def _behind(self, piece: Piece, limit: int, number: int) -> Attribution | None:
        """The clause right behind the closing mark: "said Bell", "Bell said", "he told the court"."""
        doc, i = self.doc, piece.after
        is_joined = re.search(r"[,?!…—–-]$", piece.bare) is not None
        while i < limit and doc[i].text in DASHES:
            is_joined, i = True, i + 1
        if i >= limit or doc[i].lower_ in JOINS or (not is_joined and not piece.bare.endswith(".")):
            return None
        stop = min(limit, sentence_end(doc, i, self.pieces))
        is_new = doc[i].text[:1].isupper() and doc[i].text != "I"
        for cue in self.cues:
            at = cue.token.i
            if not i <= at < stop or at not in self.who:
                continue
            if at == i or (doc[i].pos_ == "ADV" and at == i + 1 and doc[i + 1].text not in DASHES):
                return None if is_new else self.who[at]
            if not self._begins_with_subject(cue, i):
                return None
            if is_new and not self._ends_here(piece, at, stop, number):
                return None
            return self.who[at]
        return None

    def _begins_with_subject(self, cue: Cue, i: int) -> bool:
        """Whether the words from token `i` to the cue are its subject."""
        if cue.subject is None or not i <= cue.subject.i < cue.token.i:
            return False
        if cue.token.dep_ == "relcl" and cue.subject.i != i:
            return False
        return cue.subject.left_edge.i - i <= 2 or cue.subject.i - i <= 4

    def _ends_here(self, piece: Piece, at: int, stop: int, number: int) -> bool:
        """Whether a clause with a capital behind the mark still belongs to the quotation, not to the next sentence."""
        if piece.bare.endswith(","):
            return True
        rest = [t for t in self.doc[at + 1 : stop] if t.is_alpha]
        if re.search(r"[?!…—–-]$", piece.bare):
            return not any(t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ != "relcl" for t in rest)
        if piece.after < len(self.doc) and self.doc[piece.after].text == ",":
            return True
        return not rest and number == 0 and (stop >= len(self.doc) or self.doc[stop].text in STOPS)

    def _ahead(self, piece: Piece, floor: int) -> Attribution | None:
        """The clause that leads to the opening mark: "Bell said:", "Bell told the court", "adding:"."""
        start = sentence_start(self.doc, piece.before, floor)
        mark = self.doc[piece.before - 1].text if piece.before else ""
        for cue in reversed(self.cues):
            at = cue.token.i
            if not start <= at < piece.before or at not in self.who:
                continue
            between = self.doc[at + 1 : piece.before]
            if cue.token.dep_ == "relcl" and any(t.text == "," for t in between[:-1]):
                continue
            if mark in (":", ",") or (len(between) <= NEAR and not any(t.pos_ == "VERB" for t in between)):
                return self.who[at]
        return self._by_colon(piece, start) if mark == ":" else None

    def _by_colon(self, piece: Piece, start: int) -> Attribution | None:
        """ "Bell was clear: “No.”", "Ann Bell, Harrow: “No.”": the subject of the clause before the colon."""
        clause = self.doc[start : piece.before - 1]
        named = self._named_before(piece.before - 1)
        if named is not None:
            return Attribution(None, Speaker(named, 0.8))
        subject = next((t for t in clause if t.dep_ == "nsubj" and t.head.dep_ in ("ROOT", "ccomp", "conj")), None)
        if subject is None and len(clause) and not any(t.pos_ in ("VERB", "AUX") for t in clause):
            subject = clause.root
        if subject is None:
            return None
        speaker = self.speakers.of(self.paragraph, subject, self.quoted, None)
        if speaker.mention is None or speaker.mention.kind is not Kind.PERSON:
            return None
        return Attribution(None, Speaker(speaker.mention, 0.8 * speaker.certainty))

    def _named_before(self, colon: int) -> Mention | None:
        """The person or body whose name stands alone before a colon: "Costs rise – Ann Bell: “…”"."""
        if colon < 1:
            return None
        found = self.speakers.at(self.paragraph, self.doc[colon - 1])
        tokens = self.paragraph.tokens_at(found) if found is not None and found.form is Form.NAME else None
        if tokens is None or tokens.end != colon:
            return None
        before = self.doc[tokens.start - 1].text if tokens.start else "-"
        return found if before in DASHES - {","} or before in STOPS else None

    def _above(self, piece: Piece) -> Attribution | None:
        """The verb that governs a fragment: by the parse, else the last one before it in its sentence."""
        token = self.doc[piece.start]
        start = sentence_start(self.doc, piece.before, 0)
        for _ in range(12):
            if token.head == token:
                break
            token = token.head
            if token.i in self.who and token.i >= start:
                return self.who[token.i]
        return self._before(piece, start)

    def _before(self, piece: Piece, start: int) -> Attribution | None:
        for cue in reversed(self.cues):
            at = cue.token.i
            if not start <= at < piece.before or at not in self.who:
                continue
            between = self.doc[at + 1 : piece.before]
            if cue.token.dep_ in ("relcl", "acl") and any(t.text == "," for t in between):
                continue
            return self.who[at]
        return None

    def _later(self, piece: Piece) -> Attribution | None:
        """ "Staff were “exhausted”, Bell said."."""
        stop = sentence_end(self.doc, piece.after, self.pieces)
        for cue in self.cues:
            at = cue.token.i
            if not piece.after <= at < stop or at not in self.who:
                continue
            is_parenthesis = cue.token.dep_ in ("ROOT", "parataxis") or cue.is_according
            first = cue.token if cue.subject is None else self.doc[min(cue.subject.left_edge.i, at)]
            if is_parenthesis and first.i > 0 and self.doc[first.i - 1].text in ("”", '"', "’", "'", ","):
                return self.who[at]
        return None

    # by what was said before ──────────────────────────────────────────────────────────────────────────────────────────

    def _carried(
        self, number: int, piece: Piece, found: Sequence[Finding | None], *, is_carried: bool
    ) -> Finding | None:
        """Whole sentences without a verb of their own."""
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


def _carry(before: Finding | None, belief: float) -> Finding | None:
    return None if before is None else Finding(before.attribution, belief, Mode.DIRECT, is_own=False)
