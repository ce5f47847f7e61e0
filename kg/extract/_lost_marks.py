"""Quotations that lost a mark: where they must have begun or ended."""

from __future__ import annotations

import re

from kg.extract._pieces import MARKS, Piece, cut, moved, pieces_of
from kg.extract._reporting import find_cues
from kg.extract._speakers import Speakers
from kg.parsed import Paragraph

SAID = r"(?:said|says|added|adds|told|replied|explained|insisted)"
CLAUSE = re.compile(rf"[,?!](?= (?:{SAID} [A-Z]|(?:he|she|[A-Z]\w+) {SAID}\b))")


def mended(paragraph: Paragraph, following: Paragraph | None, speakers: Speakers) -> list[Piece]:
    """The quoted stretches of a paragraph, in order; without those whose beginning nothing tells."""
    pieces = []
    goes_on = following is not None and following.text[:1] in MARKS
    for piece in pieces_of(paragraph.doc):
        if piece.quoted.has_lost_opening:
            begin = _beginning(paragraph, piece)
            if begin is not None:
                pieces.append(moved(paragraph.doc, piece, begin))
        elif piece.quoted.is_open and piece.end >= len(paragraph.doc) and not goes_on:
            clause = CLAUSE.search(paragraph.text, piece.at)
            pieces.append(piece if clause is None else cut(paragraph.doc, piece, clause.end()))
        else:
            pieces.append(piece)
    return pieces


def _beginning(paragraph: Paragraph, piece: Piece) -> int | None:
    """Where a quotation begins that has only a closing mark: after a colon or after the last sentence that reports something."""
    whole = paragraph.text
    start, end = piece.quoted.start, piece.quoted.end
    if not re.search(r"[,.!?…]\s?$", whole[:end]):
        return None  # a stray mark
    cues = find_cues(paragraph, [])
    inside = [cue for cue in cues if start <= cue.token.idx < end and cue.subject is not None]
    for cue in inside:
        colon = whole.find(": ", cue.token.idx, end)
        if colon >= 0 and not re.search(r"[.!?]", whole[cue.token.idx : colon]):
            return colon + 2
    begin = start
    for sentence in [s for s in paragraph.doc.sents if s.start_char < end and s.end_char > start][:-1]:
        if any(sentence.start <= cue.token.i < sentence.end for cue in inside):
            begin = sentence.end_char
    text = whole[begin:end]
    begin += len(text) - len(text.lstrip(" .,"))
    behind = any(cue.token.idx > end and cue.token.idx < end + 40 for cue in cues)
    if not text.strip() or (begin == start and not behind):
        return None
    return begin
