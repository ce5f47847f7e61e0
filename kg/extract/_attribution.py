"""Who speaks a quoted stretch: by the verb behind it, before it or above it, else by what was said last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract._carried import CARRIED, FRAMED, GOVERNED, Carrying, Finding, has_finite_verb
from kg.extract._colons import by_colon
from kg.extract._pieces import DASHES, STOPS, Piece, is_sentence, is_title, sentence_end, sentence_start
from kg.extract._reporting import Cue
from kg.extract._said_nouns import by_noun
from kg.extract._speakers import Attribution, Speakers
from kg.model import Mode
from kg.parsed import Paragraph
from kg.tokens import Token

JOINS = frozenset(
    ("which", "who", "and", "but", "although", "though", "after", "when", "while", "because", "that", "if")
)
NEAR = 8  # words between "Bell told the BBC's morning programme" and the mark


class Talk(Carrying):
    """One paragraph's cues with their speakers, and the attributions of its quoted stretches."""

    def __init__(
        self, paragraph: Paragraph, pieces: Sequence[Piece], speakers: Speakers, last: Attribution | None
    ) -> None:
        super().__init__(paragraph, pieces, speakers, last)
        # by where their verbs stand in the document: those that frame whole quotations, quoted parts of a clause
        self.framing: list[int] = []
        self.fragments: dict[int, list[Piece]] = {}

    def findings(self, *, is_carried: bool) -> list[Finding | None]:
        """Who speaks each piece.

        Args:
            is_carried: the quotation of the paragraph before is still open.
        """
        found: list[Finding | None] = []
        for number, piece in enumerate(self.pieces):
            own = self._own(number, piece)
            if own is None and not is_title(self.doc, piece):
                is_whole = is_sentence(self.doc, piece)
                own = (
                    self.carried(number, piece, found, is_carried=is_carried)
                    if is_whole
                    else self.fragment(number, piece, found)
                )
            found.append(own)
        for number in range(len(found) - 2, -1, -1):  # a reopened quotation whose verb stands at its end
            following = found[number + 1]
            if found[number] is None and self.pieces[number].quoted.is_open and following is not None:
                found[number] = Finding(following.attribution, CARRIED, Mode.DIRECT, is_own=False)
        for piece, finding in zip(self.pieces, found, strict=True):
            if finding is not None and finding.mode is Mode.MIXED and finding.attribution.verb is not None:
                self.fragments.setdefault(finding.attribution.verb.start, []).append(piece)
        return found

    # by a verb of its own ─────────────────────────────────────────────────────────────────────────────────────────────

    def _own(self, number: int, piece: Piece) -> Finding | None:
        floor = self.pieces[number - 1].after if number else 0
        limit = self.pieces[number + 1].before if number + 1 < len(self.pieces) else len(self.doc)
        if is_sentence(self.doc, piece):
            if is_title(self.doc, piece):
                return None
            behind = self._behind(piece, limit, number)
            found = behind or by_noun(self, piece) or self._ahead(piece, floor)
            is_closed = re.search(r"[.?!…]$", piece.bare) is not None and self._begins_sentence(piece.after)
            if behind is not None and is_closed and self._is_led_to(piece, floor):
                found = self._ahead(piece, floor) or behind  # "Bell replied, “Why?” Marsh then wrote"
            if found is None and not re.search(r"[,.!?…]$", piece.bare) and has_finite_verb(self.doc, piece):
                later = self._later(piece)  # "“If it opens, we will come” from all over the town, Bell wrote"
                return Finding(later, GOVERNED, Mode.MIXED) if later is not None else None
            if found is None:
                return None
            self.framing += [found.verb.start] if found.verb is not None else []
            return Finding(found, FRAMED, Mode.DIRECT)
        if is_title(self.doc, piece):
            return None
        led = self._ahead(piece, floor) if self._is_led_to(piece, floor) else None
        self.framing += [led.verb.start] if led is not None and led.verb is not None else []
        named = by_noun(self, piece)  # "Bell said that her remark that “…” was old": the noun stands nearer than a verb
        found = led or named or self._above(piece) or self._behind(piece, limit, number) or self._later(piece)
        if found is None:
            return None
        is_split = number > 0 and floor >= sentence_start(self.doc, piece.before, floor) > 0 and self._is_split(number)
        return Finding(found, GOVERNED, Mode.DIRECT if is_split else Mode.MIXED)

    def _is_led_to(self, piece: Piece, floor: int) -> bool:
        """Whether a colon or a comma stands right before the opening mark."""
        return piece.before > floor and self.doc[piece.before - 1].text in (":", ",")

    def _begins_sentence(self, i: int) -> bool:
        return i < len(self.doc) and self.doc[i].text[:1].isupper() and self.doc[i].text != "I"

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
            return not any(t.dep_ in ("nsubj", "nsubjpass") and self._is_told(t.head, at) for t in rest)
        if piece.after < len(self.doc) and self.doc[piece.after].text == ",":
            return True
        return not rest and number == 0 and (stop >= len(self.doc) or self.doc[stop].text in STOPS)

    def _is_told(self, verb: Token, at: int) -> bool:
        """Whether a verb behind a reporting one is what that reports or goes on with, not "… when asked how it would fare"."""
        while verb.head != verb and verb.i > at:
            if verb.dep_ in ("relcl", "advcl"):
                return False
            verb = verb.head
        return True

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
            if self.who[at].speaker.party is None and cue.token.dep_ in ("advcl", "acl", "ccomp", "relcl"):
                continue  # "who told them when asked about it: “…”"
            if mark in (":", ",") or (len(between) <= NEAR and not any(t.pos_ == "VERB" for t in between)):
                return self.who[at]
        return by_colon(self, start, piece.before - 1) if mark == ":" else None

    def _above(self, piece: Piece) -> Attribution | None:
        """The verb that governs a fragment: by the parse, else the last one before it in its sentence."""
        token = self.doc[piece.start]
        start = sentence_start(self.doc, piece.before, 0)
        if (describing := self._describing(piece, start)) is not None:
            return describing
        for _ in range(12):
            if token.head == token:
                break
            token = token.head
            if token.i in self.who and token.i >= start:
                return self.who[token.i]
        return self._before(piece, start)

    def _describing(self, piece: Piece, start: int) -> Attribution | None:
        """The participle right before it that says whose word it is: "plans … described by one union as a “…”"."""
        i = piece.before - 1
        while i > start and self.doc[i].pos_ in ("DET", "ADJ", "ADV"):
            i -= 1
        if i <= start or self.doc[i].lower_ != "as":
            return None
        for cue in reversed(self.cues):
            at = cue.token.i
            if start <= at < i and at in self.who:
                is_said_by = at + 1 < i and self.doc[at + 1].lower_ == "by" and "o" in cue.uses
                is_all = not any(t.pos_ == "VERB" or t.text == "," for t in self.doc[at + 1 : i])
                return self.who[at] if is_said_by and is_all else None
        return None

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
            is_ended = re.search(r"[.!?]$", piece.bare) is not None and self._begins_sentence(piece.after)
            if is_ended and any(token.is_alpha for token in self.doc[at + 1 : stop]):
                continue  # "He cut “their jobs.” The council also announced a plan"
            if is_parenthesis and first.i > 0 and self.doc[first.i - 1].text in ("”", '"', "’", "'", ","):
                return self.who[at]
        return None
