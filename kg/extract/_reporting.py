"""Reporting verbs: which words of a paragraph report speech, and what their grammatical subject is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract._described import sort_of
from kg.lexicon import rows
from kg.parsed import Paragraph
from kg.tokens import Token

Stretches = Sequence[tuple[int, int]]  # token spans, end exclusive

UNREAL = frozenset(("could", "would", "should", "must", "may", "might", "can", "ca", "wo", "shall"))
ALWAYS_VERBS = frozenset(("said", "says", "told", "tells"))
BETWEEN = frozenset(("ADV", "AUX", "PART"))
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you"))
RELATIVES = frozenset(("who", "which", "that"))
WITH_LISTENER = frozenset(
    ("tell", "assure", "remind", "inform", "ask", "urge", "brief")
)  # what follows them is no subject
PURPOSE = frozenset(("go", "continue", "use", "write", "rise", "stand", "take", "return", "like"))  # "went on to say"
CLAUSES = frozenset(("ccomp", "oprd", "xcomp", "attr"))
CLAUSAL = frozenset(("conj", "advcl", "xcomp", "dep", "parataxis", "pcomp", "prep"))
DOCUMENTS = frozenset(("statement", "letter", "email", "e-mail", "message", "tweet", "memo", "post", "note", "report"))
ISSUING = frozenset(("issue", "release", "send", "write", "publish", "post", "put", "give", "make"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying outside quotation marks, or "according to".

    Attributes:
        uses: letters of kg/lexicon/reporting_verbs.txt.
        subject: the head of who says it; None where the sentence does not tell.
        is_sure: whether the subject is the verb's own, not that of a verb above it.
    """

    token: Token
    uses: str
    subject: Token | None
    is_sure: bool = True

    @property
    def is_according(self) -> bool:
        """Whether it is "according to"."""
        return self.token.lower_ == "according"


@cache
def _uses() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("reporting_verbs")}


def find_cues(paragraph: Paragraph, quoted: Stretches) -> list[Cue]:
    """The reporting verbs of a paragraph outside its quotations, in order."""
    finder = _Finder(quoted)
    cues: list[Cue] = []
    for token in paragraph.doc:
        if finder.is_quoted(token):
            continue
        if token.lower_ == "according" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
            cues.append(Cue(token, "cq", _after_according(token)))
        elif _is_saying(token):
            subject, is_sure = finder.subject(token)
            cues.append(Cue(token, _uses()[token.lemma_.lower()], subject, is_sure))
    return cues


def _after_according(token: Token) -> Token | None:
    objects = [child for child in token.nbor(1).children if child.dep_ == "pobj"]
    if objects:
        return objects[0]
    return _noun_from(token.nbor(2))


def _is_saying(token: Token) -> bool:
    """Whether the token is a verb of saying that says something happened: not negated, not merely possible."""
    if token.lemma_.lower() not in _uses():
        return False
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB") and token.lower_ not in ALWAYS_VERBS:
        return False
    if token.dep_ == "amod" and token.tag_ in ("VBN", "VBG"):
        return False  # "pledged delegates"
    if token.i and token.nbor(-1).lower_ in ("the", "a", "an", "his", "her", "its", "their", "this"):
        return False
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass", "neg")}
    if auxiliaries & UNREAL or any(child.dep_ == "neg" for child in token.children):
        return False
    if "to" in auxiliaries or (token.i and token.nbor(-1).lower_ == "to" and token.tag_ == "VB"):
        return token.dep_ == "advcl" or token.head.lemma_ in PURPOSE
    return True


def is_passive(token: Token) -> bool:
    """Whether the verb is passive or a bare participle: "was told", "quoted by", "Asked whether"."""
    if token.tag_ != "VBN":
        return False
    if any(child.dep_ == "auxpass" or (child.dep_ == "nsubjpass") for child in token.children):
        return True
    if any(child.dep_ == "aux" and child.lemma_ in ("have", "'ve") for child in token.children):
        return False
    if any(child.dep_ == "nsubj" for child in token.children):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.dep_ == "acl" and (following is None or (following.is_punct and token.head.i == token.i - 1)):
        return False  # "“…?” Bell asked."
    return token.dep_ in ("acl", "advcl", "relcl") or (token.dep_ == "conj" and is_passive(token.head))


class _Finder:
    """Finds the subjects of the verbs of one paragraph; words between quotation marks are nobody's subject."""

    def __init__(self, quoted: Stretches) -> None:
        self.quoted = quoted

    def is_quoted(self, token: Token) -> bool:
        return any(start <= token.i < end for start, end in self.quoted)

    def subject(self, verb: Token) -> tuple[Token | None, bool]:
        """Head of the verb's subject, and whether it is the verb's own."""
        if is_passive(verb):
            return self._agent(verb), True
        own = self._beside(verb) or self._inverted(verb) or self._child(verb)
        if own is not None:
            return own, True
        above = self._above(verb)
        if above is not None and above.pos_ not in ("VERB", "AUX"):
            return above, False
        return self._neighbour(verb), False

    def _agent(self, verb: Token) -> Token | None:
        for by in verb.children:
            if by.lower_ == "by":
                return next((child for child in by.children if child.dep_ == "pobj"), None)
        return None

    def _beside(self, verb: Token) -> Token | None:
        """A pronoun right before the verb or, in a reporting clause, right after it."""
        i = verb.i - 1
        while i >= 0 and verb.doc[i].pos_ in BETWEEN and verb.doc[i].lower_ not in PRONOUNS:
            i -= 1
        if i >= 0 and verb.doc[i].lower_ in PRONOUNS and verb.tag_ != "VBG" and not self.is_quoted(verb.doc[i]):
            return verb.doc[i]
        is_free = not any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
        if is_free and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("he", "she") and self._opens_clause(verb):
            following = verb.doc[verb.i + 2].text if verb.i + 2 < len(verb.doc) else "."
            if not following.isalpha() or verb.nbor(1).head == verb:
                return verb.nbor(1)
        return None

    def _opens_clause(self, verb: Token) -> bool:
        return verb.i == 0 or not verb.nbor(-1).is_alpha or self.is_quoted(verb.nbor(-1))

    def _child(self, verb: Token) -> Token | None:
        for child in sorted(verb.children, key=lambda child: abs(child.i - verb.i)):
            if child.dep_ in ("nsubj", "csubj") and not self.is_quoted(child):
                if child.lower_ in RELATIVES:
                    return verb.head if verb.dep_ in ("relcl", "acl") and not self.is_quoted(verb.head) else None
                return child
        if verb.dep_ == "relcl" and any(child.lower_ in ("who", "which") for child in verb.children):
            return verb.head
        return None

    def _inverted(self, verb: Token) -> Token | None:
        """ "…, said Bell", "says Harrow Trust chair Ann Bell": what the parse often takes for an object."""
        doc, i = verb.doc, verb.i + 1
        if i >= len(doc) or self.is_quoted(doc[i]) or verb.tag_ in ("VBG", "VBN", "VB") or not self._opens_clause(verb):
            return None
        if doc[i].ent_type_ in ("DATE", "TIME") or (verb.i and doc[verb.i - 1].text == ")"):
            return None
        noun = None if verb.lemma_ in WITH_LISTENER else _noun_from(doc[i])
        if noun is None or (noun.head == verb and noun.dep_ == "nsubj"):
            return noun
        child = self._child(verb)
        is_reported = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ in CLAUSES and noun.head.head == verb
        if is_reported and verb.i and not self.is_quoted(doc[verb.i - 1]):
            return None  # "Bell, a farmer, said the town …"
        if child is not None and noun.dep_ == "dobj" and "o" in _uses()[verb.lemma_.lower()]:
            return None  # "Bell, a farmer, called the plan “a mess”"
        is_closed = noun.i + 1 >= len(doc) or doc[noun.i + 1].is_punct or self.is_quoted(doc[noun.i + 1])
        return noun if child is None or (is_closed and child.i < verb.i - 1) else None

    def _above(self, verb: Token, depth: int = 0) -> Token | None:
        """The subject of the verb that governs a participle or a coordinated verb; the noun that a participle describes."""
        head = verb.head
        if head == verb or depth > 4 or self.is_quoted(head):
            return None
        if head.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("acl", "relcl", "advcl"):
            return self._issuer(head) if _can_speak(head) or not _is_apart(verb, head) else self._doer(head)
        is_beside = verb.dep_ == "ccomp" and (
            verb.tag_ == "VBG" or (verb.tag_ == head.tag_ == "VBD" and verb.i > head.i + 2)
        )
        if verb.dep_ not in CLAUSAL and not is_beside:
            return None
        if head.pos_ not in ("VERB", "AUX"):
            return self._above(head, depth + 1) if head.pos_ == "ADP" else None
        if verb.dep_ == "conj" and (higher := _parallel(verb, head)) is not None:
            head = higher
        if is_passive(head) and head.dep_ == "ccomp" and verb.tag_ == "VBG" and verb.dep_ == "advcl":
            return self._above(head, depth + 1)  # "Bell would not say whether it would be paid, telling …"
        own = self._beside(head) or self._child(head)
        if is_passive(head):
            own = next((c for c in head.children if c.dep_ == "nsubjpass" and not self.is_quoted(c)), None)
            if own is None:
                return None
        if own is None or not _can_speak(own):
            return self._above(head, depth + 1) or own
        return own

    def _doer(self, noun: Token) -> Token:
        """ "The police welcomed the move, saying": whose deed it is."""
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        doer = self._beside(verb) or self._child(verb) if verb.pos_ == "VERB" else None
        return doer if doer is not None else noun

    def _issuer(self, noun: Token) -> Token:
        """ "The trust issued a statement saying": who issued it."""
        if noun.lemma_ in DOCUMENTS and noun.dep_ in ("dobj", "pobj"):
            verb = noun.head if noun.dep_ == "dobj" else noun.head.head
            if verb.lemma_ in ISSUING or noun.dep_ == "pobj":
                issuer = self._beside(verb) or self._child(verb)
                return issuer if issuer is not None else noun
        return noun

    def _neighbour(self, verb: Token) -> Token | None:
        """The noun right before the verb, a name between commas, or the noun before brackets, where the parse gives nothing."""
        doc, i = verb.doc, verb.i - 1
        while i >= 0 and doc[i].pos_ in ("ADV", "AUX"):
            i -= 1
        if i >= 0 and doc[i].text == ")":
            while i > 0 and doc[i].text != "(":
                i -= 1
            i -= 1
        elif i >= 1 and doc[i].text == ",":
            i -= 1
            first = i
            while first > 0 and doc[first].pos_ == "PROPN":
                first -= 1
            if first == i or doc[first].text != ",":
                return None
        token = doc[i] if i >= 0 else None
        if token is None or token.pos_ not in ("NOUN", "PROPN") or verb.tag_ in ("VBG", "VBN") or self.is_quoted(token):
            return None
        return token


def _can_speak(subject: Token) -> bool:
    """Whether it may be who says something: no "move", no "database"."""
    return subject.pos_ != "NOUN" or sort_of(subject) != ""


def _is_apart(verb: Token, noun: Token) -> bool:
    """Whether a participle stands behind the comma after an object: "welcomed the move, saying"."""
    return verb.tag_ == "VBG" and verb.i > noun.i and noun.dep_ in ("dobj", "pobj") and verb.nbor(-1).text == ","


def _parallel(verb: Token, head: Token) -> Token | None:
    """ "She said he would be paid and insisted …": the verb above with which a coordinated one agrees, if the nearest does not."""
    if verb.tag_ not in ("VBD", "VBZ") or head.tag_ == verb.tag_ or head.tag_ not in ("VB", "VBN", "VBG"):
        return None
    if head.tag_ == "VBN" and not any(child.dep_ == "aux" and child.tag_ == "MD" for child in head.children):
        return None
    return head.head if head.dep_ in ("ccomp", "xcomp", "advcl") and head.head.tag_ == verb.tag_ else None


def _noun_from(first: Token) -> Token | None:
    """The last noun of the run of words that starts here ("chief executive Moira Standing")."""
    last = None
    for i in range(first.i, min(len(first.doc), first.i + 12)):
        token = first.doc[i]
        if token.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "PART") and token.text not in ("-", "&", "'s", "’s"):
            break
        if token.pos_ in ("PROPN", "NOUN"):
            last = token
    return last
