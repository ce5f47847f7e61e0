"""The grammatical subject of a reporting verb: its own, that of the verb above it, or the name beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.extract._described import is_acronym, sort_of
from kg.lexicon import rows
from kg.tokens import Doc, Token

Stretches = Sequence[tuple[int, int]]  # token spans, end exclusive

BETWEEN = frozenset(("ADV", "AUX", "PART"))
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you"))
RELATIVES = frozenset(("who", "which", "that"))
OBJECTIVE = frozenset(("him", "them", "me", "us"))  # "those who backed him say"
ASIDES = frozenset("who whose which the a an its his her their".split())  # what an aside behind a name begins with
WITH_LISTENER = frozenset(
    ("tell", "assure", "remind", "inform", "ask", "urge", "brief")
)  # what follows them is no subject
CLAUSES = frozenset(("ccomp", "oprd", "xcomp", "attr"))
CLAUSAL = frozenset(("conj", "advcl", "xcomp", "dep", "parataxis", "pcomp", "prep"))
DOCUMENTS = frozenset(
    "statement letter email e-mail message tweet memo post note report ad advert advertisement video leaflet".split()
)
ISSUING = frozenset("issue release send write publish post put give make run air".split())
MODALS = frozenset(("could", "would", "should", "must", "may", "might", "can"))


@cache
def uses_of() -> dict[str, str]:
    """Reporting verb → letters for what it reports (see reporting_verbs.txt)."""
    return {row[0]: row[1] for row in rows("reporting_verbs")}


def is_passive(token: Token) -> bool:
    """Whether the verb is passive or a bare participle: "was told", "quoted by", "Asked whether"."""
    if token.tag_ != "VBN":
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in token.children):
        return True
    if any(child.dep_ == "aux" and child.lemma_ in ("have", "'ve") for child in token.children):
        return False
    if any(child.dep_ == "nsubj" for child in token.children):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.dep_ == "acl" and (following is None or (following.is_punct and token.head.i == token.i - 1)):
        return False  # "“…?” Bell asked."
    return token.dep_ in ("acl", "advcl", "relcl") or (token.dep_ == "conj" and is_passive(token.head))


class Finder:
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
        if above is not None and above.lower_ == "it" and above.head.lemma_ == "be":
            return self._nearest(verb, above.i) or self._outer(above.head), False
        if above is not None and above.pos_ not in ("VERB", "AUX"):
            return above, False
        return self._neighbour(verb) or self._twin(verb), False

    def _twin(self, verb: Token) -> Token | None:
        """The subject of the verb before with which one behind "and" agrees, where its own head stands in marks: "calling him a “stiff” and accusing"."""
        doc = verb.doc
        if verb.dep_ != "conj" or not verb.i or doc[verb.i - 1].dep_ != "cc" or not verb.tag_.startswith("VB"):
            return None
        for i in range(verb.i - 2, verb.sent.start - 1, -1):
            other = doc[i]
            if other.tag_ == verb.tag_ and other.pos_ == "VERB" and not self.is_quoted(other):
                return self._beside(other) or self._child(other) or self._above(other)
        return None

    def _nearest(self, verb: Token, first: int) -> Token | None:
        """The nearest subject before the verb that can speak: "It was odd, as Bell went on, saying"; "it" says nothing there."""
        for i in range(verb.i - 1, first, -1):
            token = verb.doc[i]
            if (
                token.dep_ == "nsubj"
                and not self.is_quoted(token)
                and token.lower_ not in RELATIVES
                and _can_speak(token)
            ):
                return token
        return None

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
            if child.dep_ not in ("nsubj", "csubj") or self.is_quoted(child):
                continue
            if is_acronym(child) or child.lower_ not in OBJECTIVE:
                if child.lower_ in RELATIVES and not is_acronym(child):
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
        is_framing = verb.i > 0 and self.is_quoted(doc[verb.i - 1])
        uses = uses_of().get(verb.lemma_.lower(), "q")
        if not is_framing and ("o" in uses or "c" not in uses):
            return None  # "Bell, who is new, called the plan “a mess”": what is called so
        noun = None if verb.lemma_ in WITH_LISTENER else noun_from(doc[i])
        if noun is not None and not is_framing and not _can_speak(noun):
            return None  # "Bell, a farmer, tweeted a warning"
        if noun is None or (noun.head == verb and noun.dep_ == "nsubj"):
            return noun
        child = self._child(verb)
        is_reported = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ in CLAUSES and noun.head.head == verb
        if is_reported and verb.i and not self.is_quoted(doc[verb.i - 1]):
            return None  # "Bell, a farmer, said the town …"
        if child is not None and noun.dep_ == "dobj" and "o" in uses:
            return None  # "Bell, a farmer, called the plan “a mess”"
        if child is not None and noun.dep_ == "dobj" and noun.pos_ == "NOUN" and not is_framing and _can_speak(child):
            return None  # "The plaintiff, a trust, announced the news"
        is_closed = noun.i + 1 >= len(doc) or doc[noun.i + 1].is_punct or self.is_quoted(doc[noun.i + 1])
        return noun if child is None or (is_closed and child.i < verb.i - 1) else None

    def _above(self, verb: Token, depth: int = 0) -> Token | None:
        """The subject of the verb that governs a participle or a coordinated verb; the noun that a participle describes."""
        head = verb.head
        if head == verb or depth > 4 or self.is_quoted(head):
            return None
        if head.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("acl", "relcl", "advcl"):
            is_doer_s = _is_apart(verb, head) or (verb.tag_ == "VBG" and not _can_speak(head))
            return self._doer(head) if is_doer_s and head.lemma_ not in DOCUMENTS else self._issuer(head)
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
        if own is not None and _is_inner(verb, head) and (outer := self._outer(head)) is not None:
            return outer
        if is_passive(head):
            own = next((c for c in head.children if c.dep_ == "nsubjpass" and not self.is_quoted(c)), None)
            if own is None:
                return None
        if own is None or not _can_speak(own):
            return self._above(head, depth + 1) or own
        return own

    def _outer(self, verb: Token) -> Token | None:
        """The subject of the first clause above the verb's whose subject can speak."""
        for _ in range(4):
            if verb.head == verb or self.is_quoted(verb.head):
                return None
            verb = verb.head
            own = self._beside(verb) or self._child(verb) if verb.pos_ in ("VERB", "AUX") else None
            if own is not None and own.lower_ not in RELATIVES and _can_speak(own):
                return own
        return None

    def _doer(self, noun: Token) -> Token:
        """ "The police welcomed the move, saying": whose deed it is, by the verb that the noun is an object of."""
        verb = noun.head
        while verb.head != verb and verb.pos_ in ("NOUN", "PROPN", "ADP", "ADJ"):
            verb = verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            return noun
        doer = self._beside(verb) or self._child(verb) or self._above(verb)
        return doer if doer is not None and noun.dep_ not in ("nsubj", "nsubjpass") else noun

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
                return self._before_relative(doc, i)
        token = doc[i] if i >= 0 else None
        if token is None or token.pos_ not in ("NOUN", "PROPN") or verb.tag_ in ("VBG", "VBN") or self.is_quoted(token):
            return None
        return token

    def _before_relative(self, doc: Doc, last: int) -> Token | None:
        """ "Bell, meanwhile, who is new, said": the noun before the relative clause that ends with token `last`."""
        i = last
        while i > 1 and doc[i].text not in (".", ";", ":") and not self.is_quoted(doc[i]):
            if doc[i].text == "," and doc[i + 1].lower_ in ASIDES:
                before = i - 1
                if doc[before].pos_ == "ADV" and doc[before - 1].text == ",":
                    before -= 2
                is_relative = doc[i + 1].lower_ in ("who", "whose", "which")
                return (
                    doc[before] if doc[before].pos_ == "PROPN" or (is_relative and doc[before].pos_ == "NOUN") else None
                )
            i -= 1
        return None


def _can_speak(subject: Token) -> bool:
    """Whether it may be who says something: no "move", no "database"."""
    return subject.pos_ != "NOUN" or sort_of(subject) != ""


def _is_inner(verb: Token, head: Token) -> bool:
    """Whether a closing participle belongs to a clause above: "argued that a wall would help, saying", "denied that she could go, saying", "said that Marsh repeats it, calling him"."""
    if verb.tag_ != "VBG" or verb.i < head.i or verb.nbor(-1).text != "," or head.dep_ not in ("ccomp", "acl", "relcl"):
        return False
    subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
    is_unreal = any(child.dep_ == "aux" and child.lower_ in MODALS for child in head.children)
    is_of_him = any(child.dep_ == "dobj" and child.lower_ in ("him", "her") for child in verb.children)
    return is_unreal or is_of_him or (subject is not None and not _can_speak(subject))


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


def noun_from(first: Token) -> Token | None:
    """The last noun of the run of words that starts here ("chief executive Ann Bell")."""
    last = None
    for i in range(first.i, min(len(first.doc), first.i + 12)):
        token = first.doc[i]
        if token.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "PART") and token.text not in ("-", "&", "'s", "’s"):
            break
        if token.pos_ in ("PROPN", "NOUN"):
            last = token
    return last
