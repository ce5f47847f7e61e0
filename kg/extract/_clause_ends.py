"""Where a reported clause ends: with what is coordinated with it, without what the reporter adds."""

from __future__ import annotations

from kg.extract._attribution import Talk
from kg.extract._misread import has_that
from kg.extract._reporting import Cue
from kg.tokens import Doc, Token

LOOKING_AHEAD = frozenset(("would", "could", "might"))
STATES = frozenset(
    ("be", "have", "expect", "want", "need", "hope", "intend", "know", "believe", "understand")
)  # of a mind
SAYING = frozenset("cow")  # uses of verbs that report a clause (see reporting_verbs.txt)
COMMENTS = frozenset(
    "swipe dig jab nod reference move sign step reversal departure first latest second third reminder contrast".split()
)  # nouns for what has been said: ", a swipe at …"
SAME = frozenset(("he", "she", "it", "they", "we"))
CONCESSIVE = frozenset(("though", "although", "while", "whereas", "but"))


def with_sequel(own: list[int], clause: Token, verb: Token) -> list[int]:
    """The clause with one that the parse hung on the verb beside it."""
    for child in sorted(verb.children, key=lambda child: child.i):
        if not child.i > clause.i > verb.i:
            continue
        if child.dep_ == "ccomp" and child.left_edge.i == own[-1] + 1:
            own = own + [token.i for token in child.subtree]
        elif child.dep_ == "advcl" and _is_second_reason(own, child):
            own = [*own, own[-1] + 1, *(token.i for token in child.subtree)]
        elif (
            child.dep_ == "ccomp"
            and child.left_edge.i == own[-1] + 2
            and verb.doc[own[-1] + 1].text == ","
            and child.tag_ == clause.tag_
            and _has_no_subject(child)
        ):
            own = [*own, own[-1] + 1, *(token.i for token in child.subtree)]  # "is big, has no debts and has built …"
        elif child.dep_ == "conj" and child.lemma_ in STATES and _has_no_subject(child):
            between = range(own[-1] + 1, child.left_edge.i)
            if all(verb.doc[i].is_punct or verb.doc[i].dep_ == "cc" for i in between):  # "…, but wanted to know"
                own = [*own, *between, *(token.i for token in child.subtree)]
    return own


def _is_second_reason(own: list[int], clause: Token) -> bool:
    """ "as the law allows it and because it is fair": whether the clause is coordinated with the last one."""
    doc, at = clause.doc, own[-1] + 1
    return clause.left_edge.i == at + 1 and doc[at].dep_ == "cc" and doc[at + 1].lower_ in ("because", "since", "if")


def with_result(own: list[int], clause: Token, verb: Token) -> list[int]:
    """The clause with its result, of which the parse made the main clause: "said he will win, so he'll have a say"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i < own[-1] or own[-1] + 2 >= len(verb.doc) or not clause.i > verb.i:
        return own
    comma, so = verb.doc[own[-1] + 1], verb.doc[own[-1] + 2]
    is_result = comma.text == "," and so.lower_ == "so" and so.dep_ in ("mark", "advmod", "cc")
    if not is_result or (above.head != above and above.dep_ != "ROOT"):
        return own
    end = above.right_edge.i + 1
    while end > so.i and verb.doc[end - 1].is_punct:
        end -= 1
    return [*own, *range(comma.i, end)]


def _has_no_subject(verb: Token) -> bool:
    return not any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def _is_the_reporter_s(verb: Token, clause: Token) -> bool:
    """ "said it would consider it but stopped short": what the speaker did, by the form of the verb, not what was said."""
    if verb.dep_ == "conj" and verb.head == clause and _has_no_subject(verb) and _keeps_back(verb):
        return True
    if verb.dep_ == "conj" and verb.head == clause and verb.tag_ == "VB" and clause.tag_ in ("VBD", "VBZ", "VBP"):
        return any(
            child.dep_ == "aux" and child.lower_ == "to" for child in verb.children
        )  # "that it is fine and to thank"
    return (
        verb.dep_ == "conj"
        and verb.head == clause
        and ((verb.tag_ == "VBD" and clause.tag_ == "VB" and verb.lemma_ not in STATES) or _is_of_another(verb, clause))
        and _has_no_subject(verb)
        and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    )


def _keeps_back(verb: Token) -> bool:
    """ "said it stood behind them and did not rule out a strike", "… but declined to say more": what the speaker leaves open."""
    is_ruling = verb.lemma_ == "rule" and any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.children)
    return verb.lemma_ == "decline" or (is_ruling and any(child.dep_ == "neg" for child in verb.children))


def _is_of_another(verb: Token, clause: Token) -> bool:
    """ "said tests had shown nothing, but was hopeful": whether a coordinated verb cannot have the subject of the clause."""
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    is_plural = subject is not None and subject.tag_ == "NNS" and not any(c.dep_ == "cc" for c in subject.children)
    return is_plural and verb.lower_ in ("was", "is", "has") and not verb.nbor(-1).like_num


def without_asides(talk: Talk, clause: Token, verb: Token, end: int) -> int:
    """Where the reported words end: before a closing ", which …" and before a clause with a reporting verb of its own."""
    doc = clause.doc
    end = _before_comment(talk, clause, end)
    for cue in talk.cues:
        at = cue.token.i
        if clause.i < at < end and cue.is_according and doc[at - 1].text == "," and not is_inside(talk, at):
            end = at - 1
        if not verb.i < at < end or cue.token.dep_ not in ("conj", "advcl", "parataxis", "relcl", "acl"):
            continue
        if cue.token.dep_ == "acl" and not (cue.token.tag_ == "VBG" and _is_by_the_same(talk, cue, verb)):
            continue
        if cue.uses == "t" and not any(child.dep_ == "ccomp" and has_that(child) for child in cue.token.children):
            continue  # "…, but found it too dear"
        if cue.token.dep_ == "conj" and cue.token.lemma_ in STATES and _goes_along(cue.token):
            continue
        if cue.token.dep_ == "advcl" and not SAYING & set(cue.uses) and not _has_no_subject(cue.token):
            continue  # "while her opponent wants to close it"
        edge = cue.token.left_edge.i
        is_apart = doc[edge - 1].lower_ in (",", "and", "but") or doc[edge].lower_ in CONCESSIVE
        is_apart = is_apart or cue.token.dep_ == "acl"
        if clause.i < edge < end and is_apart and not is_inside(talk, edge):
            end = edge
    for token in doc[clause.i + 1 : end]:
        if token.dep_ == "relcl" and token.right_edge.i + 2 >= end and not _is_said_too(talk, token):
            edge = token.left_edge.i
            if edge > clause.i and doc[edge - 1].text == "," and not is_inside(talk, edge):
                return edge - 1
        if _is_the_reporter_s(token, clause) and not is_inside(talk, token.left_edge.i):
            return token.left_edge.i
    return end


def _is_by_the_same(talk: Talk, cue: Cue, verb: Token) -> bool:
    """Whether a participle of saying tells what the speaker of the verb says besides: "was glad about it saying that"."""
    one, other = talk.who.get(cue.token.i), talk.who.get(verb.i)
    if one is None or other is None or one.speaker.party is None or other.speaker.party is None:
        return False
    return talk.are_same(one.speaker.party, other.speaker.party)


def _before_comment(talk: Talk, clause: Token, end: int) -> int:
    """Where the words end before what the reporter says of them: ", a swipe at …", " – which …"."""
    doc = clause.doc
    for i in range(clause.i + 1, end - 1):
        is_ahead = any(token.lower_ in LOOKING_AHEAD for token in doc[i + 2 : i + 4])
        if (
            is_dash(doc[i])
            and doc[i + 1].lower_ in ("which", "who", "except")
            and not is_ahead
            and not is_inside(talk, i)
        ):
            end = i
            break
    for i in range(clause.i + 2, end - 2):
        if doc[i].text != "," or is_inside(talk, i) or any(start > i for start, stop in talk.quoted if stop <= end):
            continue
        behind = doc[i + 1 : end]
        is_comment = behind[0].lower_ in ("a", "an", "the") and any(
            t.lemma_ in COMMENTS and t.nbor(1).lower_ != "of" for t in behind[1:4]
        )
        if behind[0].lower_ == "without" and behind[1].tag_ == "VBG":
            return i  # "…, without giving details"
        if behind[0].lower_ == "while" and any(
            t.dep_ in ("nsubj", "nsubjpass") and t.lower_ not in SAME for t in behind[1:5]
        ):
            return i
        if is_comment and not any(t.text == "," for t in behind):
            return i
    return end


def is_dash(token: Token) -> bool:
    """Whether it is a dash between blanks."""
    return (
        token.text in ("–", "—", "--", "-") and token.i > 0 and bool(token.nbor(-1).whitespace_ and token.whitespace_)
    )


def _is_said_too(talk: Talk, clause: Token) -> bool:
    """Whether a closing relative clause is reported too: it is quoted in part, looks ahead, or is free ("roughly what …")."""
    within = range(clause.left_edge.i, clause.right_edge.i + 1)
    is_hers = any(child.dep_ == "nsubj" and child.lower_ in ("he", "she", "they") for child in clause.children)
    return (
        (not is_hers and any(start in within for start, _ in talk.quoted))
        or any(child.dep_ == "aux" and child.lower_ in LOOKING_AHEAD for child in clause.children)
        or any(child.lower_ == "what" for child in clause.children)
    )


def _goes_along(verb: Token) -> bool:
    """Whether a coordinated verb has neither a subject nor a reported clause of its own: "… and expected to get it back"."""
    return _has_no_subject(verb) and not any(child.dep_ == "ccomp" for child in verb.children)


def is_inside(talk: Talk, i: int) -> bool:
    """Whether the token stands in a quotation, its marks included."""
    return any(start <= i < end for start, end in talk.quoted)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens without "that", marks and conjunctions that only lead to them or hang over at the end."""
    tokens = doc[:end]
    while start < end and (
        (tokens[start].lower_ in ("that", "how") and tokens[start].dep_ not in ("det", "nsubj"))
        or (tokens[start].is_punct and tokens[start].text not in "“‘\"'(")
    ):
        start += 1
    while end > start and (
        tokens[end - 1].text in (",", ".", ";", ":", "–", "-", "—")
        or tokens[end - 1].lower_ in ("and", "but", "while", "as", "though", "although", "whereas")
    ):
        end -= 1
    return start, end
