"""Turns the facts of a document into records: each as a sentence, with the words that say it in their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.export._records import Named, Passage, Told
from kg.export._style import RELATIONS
from kg.iri import entity_iri, fact_iri
from kg.model import (
    Evidence,
    Fact,
    Figure,
    FundingStatement,
    Gathering,
    Kind,
    Landscape,
    Mention,
    Mode,
    Newness,
    Participation,
    Party,
    PositionHeld,
    Reading,
    Relation,
    Stance,
    Statement,
    chain_key,
)

LONGEST_PARAGRAPH = (
    420  # characters of a paragraph that is shown whole; of a longer one whole sentences next to the evidence
)
NEAR = 180  # characters of such sentences on either side
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+")


@dataclass(slots=True)
class Teller:
    """Turns the facts of one document into records."""

    landscape: Landscape
    reading: Reading
    base: str
    first_source: int
    pledge_of: dict[tuple[str, str], str]
    who: dict[Mention, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for chain in self.reading.chains:
            index = self.landscape.entity_of.get(chain_key(self.reading.document, chain))
            if index is not None:
                self.who |= dict.fromkeys(chain.mentions, index)

    def name(self, party: Party | None) -> str:
        if isinstance(party, Mention) and party in self.who:
            return self.landscape.entities[self.who[party]].name
        return _unquoted(" ".join(party.words.split())) if party else ""

    def named(self, party: Party | None) -> Named:
        return self.name(party), self.iri(party) or ""

    def iri(self, party: Party | None) -> str | None:
        if isinstance(party, Mention) and party in self.who:
            return entity_iri(self.base, self.landscape.entities[self.who[party]])
        return None

    def tell(self, fact: Fact) -> Told | None:
        described = self._describe(fact)
        if described is None:
            return None
        kind, subject, line, parties, status = described
        fact_id = fact.id_in(self.reading.document.content_hash)
        start, end = _dates(fact)
        about = [self.iri(party) for party in parties]
        if isinstance(fact, FundingStatement):
            about.insert(0, self.pledge_of.get((self.reading.document.content_hash, fact_id)))
        return Told(
            iri=fact_iri(self.base, fact_id),
            kind=kind,
            subject=subject,
            line=line,
            about=_listed(about, is_said=isinstance(fact, Statement)),
            status=status,
            belief=round(fact.belief, 2),
            passages=tuple(self._passage(piece) for piece in fact.evidence),
            start=start,
            end=end,
        )

    def _describe(self, fact: Fact) -> tuple[str, str, str, tuple[Party | None, ...], str] | None:
        match fact:
            case PositionHeld():
                return (
                    "position",
                    self.name(fact.person),
                    self._position(fact),
                    (fact.person, fact.organisation),
                    fact.status,
                )
            case FundingStatement():
                parties = (fact.announced_by, fact.pledger, fact.recipient, fact.occasion)
                return ("funding", fact.surface.words, self._funding(fact), parties, fact.status)
            case Statement():
                return (
                    "statement",
                    self.name(fact.speaker),
                    _said(fact),
                    (fact.speaker, *self._named_in(fact)),
                    fact.mode,
                )
            case Stance():
                line = f"{RELATIONS[f'stance-{fact.value}'].legend} {self.name(fact.towards)}"
                return ("stance", self.name(fact.holder), line, (fact.holder, fact.towards), fact.value)
            case Participation():
                line = f"{fact.role} at {self.name(fact.event)}"
                return ("participation", self.name(fact.person), line, (fact.person, fact.event), fact.role)
            case Gathering():
                known = (
                    fact.date,
                    fact.place and fact.place.words,
                    fact.organiser and f"held by {self.name(fact.organiser)}",
                )
                line = ", ".join(part for part in known if part) or "took place"
                return ("event", self.name(fact.event), line, (fact.event, fact.organiser), "")
            case Relation():
                line = f"{fact.relation.replace('_', ' ')} {self.name(fact.object)}"
                return ("relation", self.name(fact.subject), line, (fact.subject, fact.object), "")
            case Figure():
                return None
            case _:
                return None

    def _position(self, fact: PositionHeld) -> str:
        where = (
            f" of {self.name(fact.organisation)}"
            if fact.organisation
            else f" for {fact.place.words}"
            if fact.place
            else ""
        )
        dates = f", {fact.start or '…'} to {fact.end or '…'}" if fact.start or fact.end else ""
        return f"{fact.title.words}{where}{dates}{' (by definition of the office)' if fact.is_by_definition else ''}"

    def _funding(self, fact: FundingStatement) -> str:
        said = [fact.status.replace("_", " ")]
        if fact.newness is not Newness.UNSTATED:
            said.append(str(fact.newness))
        if fact.is_disputed:
            said.append("disputed")
        for word, party in (
            ("paid by", fact.pledger),
            ("for", fact.recipient),
            ("said by", fact.announced_by),
            ("at", fact.occasion),
        ):
            if party:
                said.append(f"{word} {self.name(party)}")
        if fact.purpose:
            said.append(self.name(fact.purpose))
        if fact.period:
            said.append(self.name(fact.period))
        return ", ".join(said)

    def _named_in(self, fact: Statement) -> list[Mention]:
        return sorted(
            m for m in self.who if fact.text.start <= m.start and m.end <= fact.text.end and m.kind is not Kind.PLACE
        )

    def _passage(self, piece: Evidence) -> Passage:
        """The evidence in its paragraph, or in whole sentences of it where the paragraph is long."""
        document = self.reading.document
        text = document.text
        line_end = text.find("\n", piece.end)
        before = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
        after = text[piece.end : len(text) if line_end < 0 else line_end]
        if len(before) + len(piece.words) + len(after) > LONGEST_PARAGRAPH:
            before, after = _sentences_before(before), _sentences_after(after)
        place = document.place(piece.start) or ""
        return Passage(
            self.first_source + piece.article, before.lstrip(), piece.words, after.rstrip(), piece.start, place
        )


def _unquoted(words: str) -> str:
    """The words without a quotation mark at either end whose other half is not among them."""
    if words.endswith(("”", '"')) and not re.search(r"[“\"].", words):
        words = words[:-1].rstrip()
    if words.startswith(("“", '"')) and not re.search(r".[”\"]", words):
        words = words[1:].lstrip()
    return words


def _dates(fact: Fact) -> tuple[str, str]:
    """From when to when the fact holds, as far as it says so; "" for what is not known."""
    match fact:
        case PositionHeld():
            return fact.start or "", fact.end or ""
        case Gathering():
            return fact.date or "", fact.date or ""
        case _:
            return "", ""


def _sentences_before(text: str) -> str:
    """The sentence that the end of the text belongs to, with earlier ones as far as they are near; "… " where some is left out."""
    starts = [0, *(end.end() for end in SENTENCE_END.finditer(text))]
    start = next((s for s in starts if len(text) - s <= NEAR), starts[-1])
    return f"… {text[start:]}" if start else text


def _sentences_after(text: str) -> str:
    """The rest of the sentence that the text begins in, with later ones as far as they are near; " …" where some is left out."""
    ends = [*(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    end = next((e for e in reversed(ends) if e <= NEAR), ends[0])
    return f"{text[:end].rstrip()} …" if end < len(text) else text


def _listed(about: Sequence[str | None], *, is_said: bool) -> tuple[str, ...]:
    """The nodes, each once; "" stands first where nobody named says the words."""
    listed = tuple(dict.fromkeys(iri for iri in about if iri))
    return ("", *listed) if is_said and not about[0] else listed


def _said(fact: Statement) -> str:
    words = " ".join(fact.text.words.split())
    verb = fact.verb.words if fact.verb else "said"
    return f"{verb} {words}" if fact.mode is Mode.INDIRECT else f"{verb}: “{words}”"
