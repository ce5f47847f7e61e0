"""Reporting verbs: which words of a paragraph report speech, and who their subject is."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract._subjects import Finder, Stretches, noun_from, uses_of
from kg.parsed import Paragraph
from kg.tokens import Token

UNREAL = frozenset(("could", "would", "should", "must", "may", "might", "can", "ca", "wo", "shall"))
ALWAYS_VERBS = frozenset(("said", "says", "told", "tells"))
PURPOSE = frozenset(
    ("go", "continue", "use", "write", "rise", "stand", "take", "return", "like", "tweet", "post", "email", "phone")
)  # "went on to say"
MEASURES = frozenset(  # "according to the law", "according to need": how it is done
    "law rule need size age type ability taste custom tradition wish schedule circumstance income weight demand".split()
)
WAYS = frozenset(("this", "another", "way", "like", "thus"))


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


def find_cues(paragraph: Paragraph, quoted: Stretches) -> list[Cue]:
    """The reporting verbs of a paragraph outside its quotations, in order."""
    finder = Finder(quoted)
    cues: list[Cue] = []
    for token in paragraph.doc:
        if finder.is_quoted(token):
            continue
        if token.lower_ == "according" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
            source = _after_according(token)
            if source is None or source.lemma_.lower() not in MEASURES:
                cues.append(Cue(token, "cq", source))
        elif _puts_it(token, finder):
            cues.append(Cue(token, "q", *finder.subject(token)))
        elif _is_saying(token):
            subject, is_sure = finder.subject(token)
            cues.append(Cue(token, uses_of()[token.lemma_.lower()], subject, is_sure))
    return cues


def _puts_it(token: Token, finder: Finder) -> bool:
    """ "as Bell put it", "Bell put it this way: “…”"; not "put it on hold"."""
    doc, i = token.doc, token.i + 2
    if token.lemma_ != "put" or token.pos_ != "VERB" or i > len(doc) or doc[i - 1].lower_ != "it":
        return False
    while i < len(doc) and not finder.is_quoted(doc[i]) and (doc[i].pos_ == "ADV" or doc[i].lower_ in WAYS):
        i += 1
    return i == len(doc) or doc[i].is_punct or finder.is_quoted(doc[i])


def _after_according(token: Token) -> Token | None:
    objects = [child for child in token.nbor(1).children if child.dep_ == "pobj"]
    if objects:
        return objects[0]
    return noun_from(token.nbor(2))


def _is_saying(token: Token) -> bool:
    """Whether the token is a verb of saying that says something happened: not negated, not merely possible."""
    if token.lemma_.lower() not in uses_of():
        return False
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB") and token.lower_ not in ALWAYS_VERBS:
        return False
    if token.lower_ in ("called", "dubbed") and _names(token):
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


def _names(token: Token) -> bool:
    """ "a chapter in their reports, called the Review": whether the participle gives a thing its name."""
    is_bare = not any(
        child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "agent", "dobj") for child in token.children
    )
    is_plain = not any(other.is_quote for other in token.doc[token.i : token.right_edge.i + 1])
    return (
        is_bare
        and is_plain
        and any(child.dep_ == "oprd" and child.pos_ in ("NOUN", "PROPN") for child in token.children)
    )
