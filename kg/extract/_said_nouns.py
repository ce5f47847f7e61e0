"""Nouns that report: "her remark that “…”", "the claim by Bell that …": whose they are."""

from __future__ import annotations

from kg.extract._pieces import Piece
from kg.extract._speakers import Attribution, Speaker
from kg.extract._voices import Voices
from kg.tokens import Token

NOUNS = frozenset(
    "remark comment claim assertion statement allegation warning complaint suggestion argument boast quip verdict "
    "insistence admission declaration observation contention promise vow pledge threat".split()
)
OWNED = 0.85  # certainty that whose the noun is said it


def by_noun(voices: Voices, piece: Piece) -> Attribution | None:
    """Who speaks a piece that a noun leads to; None where no noun does or it has no owner."""
    doc, i = voices.doc, piece.before - 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    is_led = i > 0 and doc[i].lower_ in ("that", "to", "be")
    while i > 0 and doc[i].lower_ in ("that", "to", "be"):
        i -= 1
    noun = doc[i]
    if noun.ent_type_ or noun.lemma_.lower() not in NOUNS:  # "the claim by Bell that": the noun is further back
        noun = next((t for t in doc[max(0, i - 3) : i] if t.lemma_.lower() in NOUNS), noun)
    if not is_led or noun.pos_ != "NOUN" or noun.lemma_.lower() not in NOUNS:
        return None
    for owner in _owners(noun):
        found = voices.speakers.at(voices.paragraph, owner)
        if found is not None:
            where = voices.paragraph.span_of(noun)
            return Attribution(voices.speakers.article.phrase(where.start, where.end), Speaker(found, OWNED))
    return None


def _owners(noun: Token) -> list[Token]:
    by = [t for child in noun.children if child.lower_ in ("by", "from") for t in child.children if t.dep_ == "pobj"]
    return [child for child in noun.children if child.dep_ == "poss"] + by
