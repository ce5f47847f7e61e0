"""The quoted stretches of a parsed paragraph as tokens, with how they stand in their sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.quoted import Quoted, quoted_in
from kg.tokens import Doc

STOPS = frozenset((".", "!", "?", ";"))
MARKS = frozenset("“”\"‘’'")
DASHES = frozenset((",", "-", "–", "—", ")"))
NAMING = frozenset(
    (
        "called named titled entitled dubbed nicknamed termed known word words term phrase album book film movie novel "
        "programme program show single song play series"
    ).split()
)
NAMED = frozenset(("acl", "appos", "nmod", "dobj", "pobj", "attr", "compound"))
MINOR = frozenset("a an the of and or in on at to for from by with de la & -".split())  # small in titles
MOST_IN_NAME = 4
SCARE = 2  # a fragment of so few words is a quotation only where its verb governs it


@dataclass(frozen=True, slots=True)
class Piece:
    """A quoted stretch.

    Attributes:
        text: the words between the marks, without blanks around.
        at: where they begin in the paragraph.
        start, end: its tokens. before: the first token of its opening mark. after: the first token behind its closing mark.
    """

    quoted: Quoted
    text: str
    at: int
    start: int
    end: int
    before: int
    after: int

    @property
    def bare(self) -> str:
        """Its words without the closing marks of quotations inside it."""
        return self.text.rstrip("’'”\" ")

    @property
    def is_short(self) -> bool:
        """Whether it has so few words that the marks may be a sneer or a name."""
        return len(self.text.split()) <= SCARE


def pieces_of(doc: Doc) -> list[Piece]:
    """The quoted stretches of a paragraph, in order, titles and names in marks left out."""
    starts = [token.idx for token in doc]
    text = doc.text
    return [_piece(doc, text, starts, quoted) for quoted in quoted_in(text)]


def moved(doc: Doc, piece: Piece, begin: int) -> Piece:
    """The piece, beginning at another character of the paragraph."""
    starts = [token.idx for token in doc]
    return _piece(doc, doc.text, starts, Quoted(begin, piece.quoted.end, piece.quoted.is_open, has_lost_opening=True))


def cut(doc: Doc, piece: Piece, end: int) -> Piece:
    """The piece, ending at another character of the paragraph, with no closing mark."""
    return _piece(doc, doc.text, [token.idx for token in doc], Quoted(piece.quoted.start, end))


def _piece(doc: Doc, whole: str, starts: Sequence[int], quoted: Quoted) -> Piece:
    inside = whole[quoted.start : quoted.end]
    at = quoted.start + len(inside) - len(inside.lstrip())
    text = inside.strip()
    start = max(0, bisect_right(starts, at) - 1)
    end = bisect_left(starts, at + len(text))
    before = (
        max(0, bisect_right(starts, quoted.start - 1) - 1) if quoted.start and not quoted.has_lost_opening else start
    )
    after = bisect_left(starts, quoted.end + (not quoted.is_open))
    while before > 0 and doc[before - 1].is_space:
        before -= 1
    width = 2 if whole.startswith("''", quoted.end) else 1
    while after < len(doc) and (doc[after].is_space or doc[after].idx < quoted.end + width - quoted.is_open):
        after += 1
    return Piece(quoted, text, at, start, max(end, start + 1), before, after)


def sentence_start(doc: Doc, i: int, floor: int) -> int:
    """The first token of the sentence in which the words right before token `i` stand, not before `floor`."""
    j = i
    while j > floor and doc[j - 1].text not in STOPS:
        j -= 1
    return j


def sentence_end(doc: Doc, i: int, pieces: Sequence[Piece]) -> int:
    """The token of the stop that ends the sentence that goes on at token `i`.

    A stop between marks ends nothing, unless the quotation ends with it and a new sentence follows the closing mark.
    """
    while i < len(doc):
        inside = next((piece for piece in pieces if piece.start <= i < piece.end), None)
        if inside is None and doc[i].text in STOPS:
            return i
        if inside is not None and i == inside.end - 1 and inside.text[-1] in ".!?" and _begins(doc, inside.after):
            return i
        i += 1
    return i


def _begins(doc: Doc, i: int) -> bool:
    """Whether a sentence begins at the token."""
    return i >= len(doc) or doc[i].text in MARKS or (doc[i].text[0].isupper() and doc[i].text != "I")


def is_sentence(doc: Doc, piece: Piece) -> bool:
    """Whether the marks hold whole sentences, or the beginning of one, rather than a fragment inside the reporter's own."""
    if not re.match(r"[\W_]*(?:[A-Z0-9£$€]|i\b)", piece.text):
        return False
    if piece.is_short and not re.search(r"[,.!?…]$", piece.bare):
        return False
    j = piece.before - 1
    if j < 0 or doc[j].text in STOPS or doc[j].text in (":", ",") or doc[j].text in MARKS or doc[j].text in DASHES:
        return True
    return bool(re.search(r"[.!?…,]$", piece.bare)) and not is_title(doc, piece)


def is_title(doc: Doc, piece: Piece) -> bool:
    """Whether the marks hold a name or a title, or the writer's own choice of word."""
    words = piece.text.strip(" ,.;!?").split()
    before = doc[piece.before - 1] if piece.before else None
    opens_sentence = before is None or before.text in STOPS or before.text == ":"
    telling = [word for word in words if word.lower() not in MINOR]
    is_capital = all(word[:1].isupper() or word[:1].isdigit() for word in telling) and not piece.text.isupper()
    if len(words) > 1 and is_capital and not opens_sentence:
        return len(telling) > 1 or (before is not None and before.text != ",")
    if len(telling) > 1 and is_capital and _is_subject(doc, piece):
        return True
    if piece.is_short and is_capital and before is not None and before.pos_ == "ADP":
        return True
    behind = [token.lower_ for token in doc[max(0, piece.before - 3) : piece.before]]
    if "so" in behind and "called" in behind:
        return True
    if before is not None and len(words) <= MOST_IN_NAME and before.lower_ in NAMING and before.dep_ in NAMED:
        return True
    return _is_premodifier(doc, piece, len(words))


def _is_subject(doc: Doc, piece: Piece) -> bool:
    """ "“The Last Bell” was a film": whether a verb goes on behind a name without a stop."""
    following = doc[piece.after] if piece.after < len(doc) else None
    return (
        following is not None
        and following.pos_ in ("VERB", "AUX")
        and following.text.islower()
        and not re.search(r"[,.!?…]$", piece.text)
        and following.lemma_ not in ("say", "add", "ask", "tell")
    )


def _is_premodifier(doc: Doc, piece: Piece, count: int) -> bool:
    """ "“golden hello” payments"; an adjective is somebody's word all the same ("“unsafe” panels")."""
    following = doc[piece.after] if piece.after < len(doc) else None
    return (
        count <= SCARE + 1
        and following is not None
        and following.pos_ in ("NOUN", "PROPN")
        and not piece.text.endswith((",", ".", "!", "?", "…"))
        and doc[piece.end - 1].pos_ not in ("VERB", "AUX", "ADJ")
    )
