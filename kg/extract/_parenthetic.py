"""Clauses that stand before or around their verb of saying: "The pool would close, Bell said", "The pool, Bell said, would close"."""

from __future__ import annotations

from kg.extract._attribution import Talk
from kg.extract._clause_ends import is_dash, is_inside, trimmed
from kg.extract._pieces import sentence_end
from kg.extract._reporting import Cue
from kg.extract._subjects import WITH_LISTENER
from kg.tokens import Doc

FARTHEST = 8  # words from the verb to the comma: "he told the club's autumn meeting on Monday,"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
CLAUSAL_PARTS = frozenset(("nsubj", "nsubjpass", "mark", "expl", "aux", "ccomp", "xcomp"))
OWN = frozenset(  # what goes on behind the second comma is the reporter's
    "who which where when while after before as although though because since with without including according during amid".split()
)


def around(talk: Talk, cue: Cue) -> tuple[int, int] | None:
    """ "The museum, Bell said, kept its roof": the tokens of the whole sentence in which the reporting clause stands between commas."""
    doc, verb = talk.doc, cue.token
    if cue.subject is None or not cue.is_sure or verb.tag_ not in FINITE or verb.dep_ in ("relcl", "acl"):
        return None
    before = min(verb.i, cue.subject.left_edge.i) - 1
    before -= before > 0 and doc[before].lower_ == "as"
    after = _second_comma(talk, cue)
    if after is None or before < 1 or doc[before].text != ",":
        return None
    parts = talk.fragments.get(talk.paragraph.start + verb.idx, ())
    is_part = any(part.before == after + 1 for part in parts)
    if any(is_inside(talk, i) for i in (before - 1, before, after)) or (is_inside(talk, after + 1) and not is_part):
        return None
    start = max(beginning(talk, before), _behind_dash(doc, before))
    following = doc[after + 1]
    if following.tag_ == "VBG" or following.lower_ in OWN or following.text == "“":
        return None
    if not any(t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj", "ccomp") for t in doc[start:before]) and doc[
        start
    ].tag_ in (
        "IN",
        "VBN",
    ):
        return None  # "as proved, he claimed, by the defection"
    is_main = following.tag_ in FINITE or following.lower_ in ("to", "that") or is_part
    if is_whole(doc, start, before) and (not is_main or following.dep_ == "cc"):
        return None
    start, end = trimmed(doc, start, sentence_end(doc, after + 1, talk.pieces))
    if any(start <= at < end and all(part.before != at for part in parts) for at, _ in talk.quoted):
        return None  # its quoted words stand by themselves
    return start, end


def _behind_dash(doc: Doc, i: int) -> int:
    """The token behind the last dash with blanks before token `i`, 0 if there is none."""
    return next((at + 1 for at in range(i - 1, 0, -1) if is_dash(doc[at])), 0)


def _second_comma(talk: Talk, cue: Cue) -> int | None:
    """The comma behind a reporting clause."""
    doc, verb, subject = talk.doc, cue.token, cue.subject
    i = verb.i + 1
    if subject is not None and subject.i > verb.i:
        i = subject.right_edge.i + 1
    is_free = i < len(doc) and (
        doc[i].text == "," or doc[i].pos_ in ("ADP", "ADV") or doc[i].ent_type_ in ("DATE", "TIME")
    )
    if not is_free and verb.lemma_.lower() not in WITH_LISTENER:
        return None
    last = min(len(doc) - 2, i + FARTHEST)
    while i < last and doc[i].text != "," and doc[i].dep_ not in CLAUSAL_PARTS and not is_inside(talk, i):
        i += 1
    return i if i <= last and doc[i].text == "," and not is_inside(talk, i) else None


def leading(talk: Talk, cue: Cue) -> tuple[int, int] | None:
    """ "The pool would close, Bell said": the words before the comma, where the parse does not join them to the verb."""
    doc, verb = talk.doc, cue.token
    subject = cue.subject
    first = verb if subject is None or subject.i > verb.i else subject.left_edge
    if first.i < 2 or doc[first.i - 1].text not in (",", "”", '"') or verb.tag_ in ("VBG", "VBN"):
        return None
    if doc[first.i - 1].text in ("”", '"') and doc[first.i - 2].text in (".", "!", "?"):
        return None  # the sentence before ended in the marks
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if following is not None and (following.text == ":" or is_inside(talk, following.i)):
        return None
    start = beginning(talk, first.i - 1)
    return trimmed(doc, start, first.i) if is_whole(doc, start, first.i) else None


def is_whole(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens hold a main clause with its subject."""
    return any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ not in ("relcl", "advcl", "acl") and start <= t.head.i < end
        for t in doc[start:end]
    )


def beginning(talk: Talk, i: int) -> int:
    """The token with which the sentence begins that goes on at token `i`."""
    while i > 0 and not _ends_sentence(talk, i - 1):
        i -= 1
    return i


def _ends_sentence(talk: Talk, i: int) -> bool:
    """Whether a sentence ends at the token: a stop outside quotation marks, or a closing mark behind one."""
    if is_inside(talk, i):
        return any(b == i + 1 and talk.doc[i - 1].text in (".", "!", "?") for _, b in talk.quoted)
    return talk.doc[i].text in (".", "!", "?", ";", ":")
