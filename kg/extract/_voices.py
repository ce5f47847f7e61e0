"""Who speaks by each reporting verb of a paragraph: what the sentence and the sentences around it add to the chains."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract._described import DOCUMENT, GROUP, PERSON
from kg.extract._pieces import Piece, sentence_end, sentence_start
from kg.extract._relays import relay
from kg.extract._reporting import Cue, find_cues
from kg.extract._speakers import GUESSED, Attribution, Speaker, Speakers, is_somebody
from kg.model import Form, Kind, Mention, Party, Span
from kg.parsed import Paragraph
from kg.tokens import Token

GOES_ON = 0.85  # certainty that the one who spoke in the sentence before speaks on, against the chain
MAIN = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
ADDS = frozenset(("add", "continue"))
SHE = frozenset(("she", "her", "hers", "herself"))


class Voices:
    """The reporting verbs of one paragraph (`cues`) and who speaks by each (`who`, by the verb's token).

    Args:
        last: who spoke at the end of the paragraph before, None if nobody did.
    """

    def __init__(
        self, paragraph: Paragraph, pieces: Sequence[Piece], speakers: Speakers, last: Attribution | None
    ) -> None:
        self.paragraph = paragraph
        self.doc = paragraph.doc
        self.pieces = pieces
        self.speakers = speakers
        self.last = last
        self.quoted = [(piece.before, piece.after) for piece in pieces]
        cues = find_cues(paragraph, self.quoted)
        self.relays = {cue.token.i: passed for cue in cues if (passed := self._relay(cue, cues)) is not None}
        self.cues = [cue for cue in cues if cue.token.i not in self.relays]
        self.who: dict[int, Attribution] = {}
        instead: dict[int, Speaker] = {}
        before = last.speaker if last is not None else None
        for cue in self.cues:
            found = self._by(cue, before, instead)
            if found is not None:
                self.who[cue.token.i] = found
                if cue.uses != "t" and (found.speaker.party is not None or is_somebody(cue.subject)):
                    before = found.speaker

    def _relay(self, cue: Cue, cues: Sequence[Cue]) -> tuple[int, int] | None:
        """The tokens of a clause by which a body or a paper only passes on what another said."""
        found = relay(cue, cues)
        if found is None or cue.subject is None or cue.token.lemma_ == "report":
            return found
        by = self.speakers.at(self.paragraph, cue.subject)
        return found if by is not None and by.kind is Kind.ORGANISATION else None

    def are_same(self, one: Party, other: Party | None) -> bool:
        """Whether both are one person or body."""
        if isinstance(one, Mention) and isinstance(other, Mention):
            return one == other or self.speakers.article.same(one, other)
        return other is not None and one.words.lower() == other.words.lower()

    def _by(self, cue: Cue, last: Speaker | None, instead: dict[int, Speaker]) -> Attribution | None:
        """Who speaks by the cue.

        Args:
            last: who spoke last. instead: whom pronouns mean that were taken for somebody else, by token; added to.
        """
        found = self.speakers.by(self.paragraph, cue, self.quoted, last)
        if cue.token.lower_ == "adding" and (earlier := self._in_sentence(cue)) is not None:
            found = Attribution(self.speakers.phrase(self.paragraph, cue), earlier.speaker)
        if found is None or cue.subject is None:
            return found
        at = cue.subject.i
        if at not in instead and self._is_spoken_of(cue, found.speaker.mention):
            is_other = (
                last is not None and last.party is not None and not self.are_same(last.party, found.speaker.party)
            )
            instead[at] = (
                Speaker(last.party, GUESSED, last.sort)
                if last is not None and is_other
                else self._as_printed(cue.subject)
            )
        if at in instead:
            return Attribution(found.verb, instead[at])
        before = self._goes_on(cue, found.speaker.mention)
        return found if before is None else Attribution(found.verb, Speaker(before.party, GOES_ON, before.sort))

    def _as_printed(self, pronoun: Token) -> Speaker:
        """The pronoun itself, where it means somebody else than the chains say."""
        where = self.paragraph.span_of(pronoun)
        return Speaker(self.speakers.article.phrase(where.start, where.end))

    def _in_sentence(self, cue: Cue) -> Attribution | None:
        """Who spoke last before the cue in its sentence."""
        start = sentence_start(self.doc, cue.token.i, 0)
        earlier = [at for at in self.who if start <= at < cue.token.i]
        return self.who[max(earlier)] if earlier else None

    def _is_spoken_of(self, cue: Cue, speaker: Mention | None) -> bool:
        """Whether a pronoun was taken for somebody whom the reported clause names: in "Bell has failed, he said" he is not Bell."""
        if (
            speaker is None
            or speaker.form is not Form.PRONOUN
            or cue.subject is None
            or cue.subject.i > cue.token.i + 1
        ):
            return False
        verb, stop = cue.token, sentence_end(self.doc, cue.token.i, self.pieces)
        start, end = verb.i + 1, stop
        first = min(cue.subject.i, verb.i)
        if first and self.doc[first - 1].text in (",", "”", '"', "’", "'") and not _has_object(verb):
            start, end = sentence_start(self.doc, first, 0), first
        base = self.paragraph.start
        if start >= end:
            return False
        where = Span(base + self.doc[start].idx, base + self.doc[end - 1].idx + len(self.doc[end - 1].text))
        return any(
            mention.form in (Form.NAME, Form.SHORT) and self.are_same(mention, speaker)
            for mention in self.speakers.article.mentions_in(where, Kind.PERSON)
        )

    def _goes_on(self, cue: Cue, speaker: Mention | None) -> Speaker | None:
        """Who spoke in the sentence before, if "he" or "it" was taken for somebody else: "Bell said Marsh had left. He added …"."""
        subject = cue.subject
        if subject is None or subject.lower_ not in ("he", "she", "it"):
            return None if subject is None or speaker is None else self._called_before(cue, speaker)
        if speaker is None and subject.lower_ != "it":
            return None
        start, end = self._sentence_before(cue)
        for other in self.cues:
            by = self.who.get(other.token.i)
            if not start <= other.token.i < end or by is None or not other.is_sure or other.token.dep_ not in MAIN:
                continue
            if other.token.dep_ == "ccomp" and other.token.head.i in self.who:
                continue  # "It had failed, it admitted, Bell said": who tells it is further on
            if subject.lower_ == "it":
                return self._speaks_on(by.speaker, speaker)
            before = by.speaker.mention
            if speaker is None:
                continue
            is_same_word = other.subject is not None and other.subject.lower_ == subject.lower_
            if before is None and is_same_word and by.speaker.party is not None:
                return by.speaker  # "He said Marsh had left. He added …": he is not Marsh there either
            if before is None and by.speaker.sort == PERSON and self._carries_on(cue, speaker, start, end):
                return by.speaker
            if before is None or before.kind is not Kind.PERSON:
                continue
            if before.form is Form.PRONOUN and not is_same_word:
                continue
            return by.speaker if not self.are_same(before, speaker) and self._fits(before, speaker) else None
        return None

    def _sentence_before(self, cue: Cue) -> tuple[int, int]:
        """The tokens of the sentence before the one in which, or behind whose quotation, the cue and its subject stand."""
        at = cue.token.i if cue.subject is None else min(cue.subject.i, cue.token.i)
        unit = next(
            (piece.before for piece in self.pieces if at - 2 <= piece.after <= at), sentence_start(self.doc, at, 0)
        )
        return sentence_start(self.doc, max(0, unit - 1), 0), unit

    def _speaks_on(self, before: Speaker, pronoun: Mention | None) -> Speaker | None:
        """The body or document that spoke, against another that "it" was taken for: "The report said the council had failed. It said …"."""
        if isinstance(before.party, Mention):
            is_body = before.party.kind is Kind.ORGANISATION and before.party.form is not Form.PRONOUN
            return before if is_body and not self.are_same(before.party, pronoun) else None
        return before if before.party is not None and before.sort and before.sort in GROUP + DOCUMENT else None

    def _called_before(self, cue: Cue, speaker: Mention) -> Speaker | None:
        """Who spoke in the sentence before, if it calls him what the subject says: "Bell, who is the minister, said … The minister added …"."""
        subject = cue.subject
        if subject is None or speaker.form is not Form.DESCRIPTION or speaker.kind is not Kind.PERSON:
            return None
        start, end = self._sentence_before(cue)
        for other in self.cues:
            by = self.who.get(other.token.i)
            before = by.speaker.mention if by is not None else None
            if not start <= other.token.i < end or by is None or before is None or before.kind is not Kind.PERSON:
                continue
            if other.subject is None or before.form not in (Form.NAME, Form.SHORT) or self.are_same(before, speaker):
                continue
            if any(token.lower_ == subject.lower_ for token in other.subject.subtree):
                return by.speaker
        return None

    def _carries_on(self, cue: Cue, pronoun: Mention, start: int, end: int) -> bool:
        """Whether a pronoun means who spoke without a name: "he added", and "he said" where the reporter named nobody else."""
        verb = cue.token.lemma_.lower()
        if verb != "say" or cue.token.dep_ not in MAIN:
            return verb in ADDS
        base = self.paragraph.start
        where = Span(base + self.doc[start].idx, base + self.doc[end - 1].idx) if start < end else None
        named = self.speakers.article.mentions_in(where, Kind.PERSON) if where is not None else []
        outside = [m for m in named if not any(p.at <= m.start - base < p.at + len(p.text) for p in self.pieces)]
        return not any(self.are_same(mention, pronoun) for mention in outside)

    def _fits(self, one: Mention, pronoun: Mention) -> bool:
        """Whether no pronoun of the person's chain is of the other gender."""
        chain = self.speakers.article.chain_of(one)
        used = {m.words.lower() for m in chain.mentions if m.form is Form.PRONOUN} if chain is not None else set()
        is_she = pronoun.words.lower() in SHE
        return not any((word in SHE) != is_she for word in used)


def _has_object(verb: Token) -> bool:
    """Whether the verb reports a clause behind it."""
    return any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
