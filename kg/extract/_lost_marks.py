"""Quotations that lost a mark: where they must have begun or ended."""

from __future__ import annotations

import re

from kg.extract._pieces import MARKS, Piece, cut, moved, pieces_of
from kg.extract._reporting import find_cues
from kg.extract._speakers import Speakers
from kg.parsed import Paragraph

SAID = r"(?:said|says|added|adds|told|replied|explained|insisted)"
FIRST = frozenset("i we me us my our ours mine".split())
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
            other = _reporter_s(paragraph, piece) if clause is None else None
            if other is not None and pieces and pieces[-1].quoted.is_open:
                continue  # the mark closed the quotation before
            end = clause.end() if clause is not None else other
            pieces.append(piece if end is None else cut(paragraph.doc, piece, end))
        elif piece.quoted.is_open and piece.end < len(paragraph.doc):
            end = _reporter_s(paragraph, piece)
            pieces.append(piece if end is None else cut(paragraph.doc, piece, end))
        else:
            pieces.append(piece)
    return pieces


def _reporter_s(paragraph: Paragraph, piece: Piece) -> int | None:
    """Where the reporter's own words begin in a quotation that nothing closes: before the sentence that tells what somebody named says."""
    for cue in find_cues(paragraph, []):
        verb, subject = cue.token, cue.subject
        if not piece.start < verb.i < piece.end or subject is None or subject.pos_ != "PROPN":
            continue
        sentence = verb.sent
        is_own = any(token.lower_ in FIRST and token.text != "US" for token in sentence)
        if verb.tag_ in ("VBD", "VBZ", "VBG") and sentence.start > piece.start and not is_own:
            return paragraph.doc[sentence.start - 1].idx + len(paragraph.doc[sentence.start - 1].text)
    return None


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
    if not behind and any(
        begin <= cue.token.idx < end and cue.subject.lower_ not in FIRST for cue in inside if cue.subject is not None
    ):
        return None  # "Bell said it was open to all,” For example": a stray mark
    if not text.strip() or (begin == start and not behind):
        return None
    return begin
