"""What a verb of saying reports around a quoted fragment, where it governs no whole clause: "called for more “light”", "promised “a ban” on it"."""

from __future__ import annotations

from kg.extract._attribution import Talk
from kg.extract._clause_ends import is_inside, without_asides
from kg.extract._pieces import Piece
from kg.extract._reporting import Cue
from kg.extract._subjects import is_passive
from kg.tokens import Token

GOVERNED = frozenset(
    ("dobj", "oprd", "attr", "prep", "xcomp", "ccomp", "acomp", "npadvmod", "advmod", "dative", "pobj", "dep")
)
OPENS = frozenset(("for", "on", "of", "about", "against", "that"))  # what leads from the verb to what is said
GOES_ON = frozenset(("xcomp", "prep", "advmod"))
COMMANDS = frozenset(
    "promise tell urge warn advise instruct beg implore remind recommend vow pledge threaten".split()
)  # … to do
TELLING = frozenset(
    ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
)  # one such word of the reporter's own makes it worth telling
OF_DEEDS = frozenset(  # what they do to a thing is no statement: "demanded an explanation of “…”"
    "announce demand defend report confirm reveal disclose cite highlight welcome release publish".split()
)
SAY_NOTHING = frozenset(("ask", "question", "wonder", "inquire", "want", "hope", "expect", "need"))


def beside(talk: Talk, cue: Cue, piece: Piece) -> tuple[int, int] | None:
    """The tokens of what the verb says with the fragment in it; None where the fragment is all, or a question."""
    verb = cue.token
    if cue.is_according or verb.lemma_.lower() in SAY_NOTHING or is_passive(verb) or piece.start < verb.i:
        return None
    parts = [child for child in verb.rights if child.dep_ in GOVERNED and child.right_edge.i > verb.i]
    holder = next((part for part in parts if part.left_edge.i <= piece.start <= part.right_edge.i), None)
    if holder is not None and verb.lemma_.lower() in OF_DEEDS and holder.dep_ in ("dobj", "prep", "npadvmod", "pobj"):
        return None
    if holder is None or (holder.dep_ == "xcomp" and verb.lemma_.lower() not in COMMANDS and "o" not in cue.uses):
        return None
    first = parts[0] if "o" in cue.uses else holder
    start = max(first.left_edge.i, verb.i + 1)
    while start < piece.start and talk.doc[start].lower_ in OPENS:
        start += 1
    end = holder.right_edge.i + 1
    for part in parts:
        end += end == piece.after - 1  # the closing mark
        if part.left_edge.i == end and part.dep_ in GOES_ON:
            end = part.right_edge.i + 1  # "called on the council to act"
    end = without_asides(talk, holder, verb, before_next_verb(talk, verb, holder.i, end))
    start, end = piece.before if piece.before < start <= piece.start else start, max(end, piece.after)
    own = [t for t in talk.doc[start:end] if t.is_alpha and t.pos_ in TELLING and not is_inside(talk, t.i)]
    return (start, end) if own else None


def before_next_verb(talk: Talk, verb: Token, start: int, end: int) -> int:
    """Where the words end before another verb of saying that the parse hung on one of them: "calling him a “stiff” and accusing"."""
    for other in talk.cues:
        at = other.token
        if not start < at.i < end or at.dep_ not in ("conj", "advcl", "ccomp"):
            continue
        before = talk.doc[at.left_edge.i - 1]
        if before.dep_ == "cc" or before.text == ",":
            edge = before.i
            while edge > verb.i + 1 and (talk.doc[edge - 1].text == "," or talk.doc[edge - 1].dep_ == "cc"):
                edge -= 1
            end = min(end, edge)
    return end
