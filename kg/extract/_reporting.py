"""Reporting verbs: which words of a paragraph report speech, and where their subject stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import rows
from kg.model import Span
from kg.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

MODAL = frozenset(("could", "would", "should", "must", "may", "might", "can", "will", "'ll", "’ll", "shall"))
SURE = frozenset(
    ("said", "says", "added", "adding", "told", "saying", "argued", "explained", "insisted", "replied", "warned")
)
BETWEEN = frozenset(("ADV", "AUX", "PART"))
SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you"))
RELATIVE = frozenset(("who", "which"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (or "according to") outside quotation marks.

    Attributes:
        token: the verb.
        where: its place in the document.
        uses: letters of kg/lexicon/reporting_verbs.txt.
        subject: head of its subject, None where it has none.
        is_after: whether the subject follows the verb ("said Moss").
    """

    token: Token
    where: Span
    uses: str
    subject: Token | None
    is_after: bool = False

    @property
    def is_according(self) -> bool:
        """Whether it is "according to"."""
        return self.token.lower_ == "according"


@lru_cache(maxsize=1)
def reporting_forms() -> dict[str, str]:
    """Each form of each reporting verb, lower case, with its uses."""
    forms: dict[str, str] = {}
    for row in rows("reporting_verbs"):
        lemma, uses = row[0], row[1]
        for form in (lemma, *_regular(lemma), *(row[2].split() if len(row) > 2 else ())):
            forms[form] = uses
    return forms


def _regular(lemma: str) -> Iterable[str]:
    if lemma.endswith("e"):
        return (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = "es" if lemma.endswith(("s", "sh", "ch")) else "s"
    doubled = lemma + lemma[-1] if lemma in ("quip", "admit", "blog", "slam") else lemma
    return (lemma + plural, doubled + "ed", doubled + "ing")


def find_cues(paragraph: Paragraph, quoted: list[Span]) -> list[Cue]:
    """The reporting verbs of a paragraph outside its quotations, in order."""
    cues = []
    forms = reporting_forms()
    for token in paragraph.doc:
        where = paragraph.span_of(token)
        word = token.lower_
        if any(q.overlaps(where) for q in quoted):
            continue
        if word == "according" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
            cues.append(Cue(token, where, "cq", _object_of_according(token), is_after=True))
        elif word in forms and _is_reporting(token):
            subject, is_after = _subject(token, paragraph, quoted)
            cues.append(Cue(token, where, forms[word], subject, is_after))
    return cues


def _object_of_according(token: Token) -> Token | None:
    to = token.nbor(1)
    for child in to.children:
        if child.dep_ == "pobj":
            return child
    return None


def _is_reporting(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") and token.lower_ not in SURE:
        return False
    auxiliaries = [t for t in token.lefts if t.dep_ in ("aux", "auxpass", "neg")]
    words = {t.lower_ for t in auxiliaries}
    if words & MODAL or any(t.dep_ in ("auxpass", "neg") for t in auxiliaries):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if before == "to" or (token.tag_ == "VB" and "to" in words):
        return token.head.lemma_ in ("go", "continue") and token.lemma_ != "continue"
    if before in ("was", "were", "is", "are", "be", "been", "being") and token.tag_ == "VBN":
        return False
    return before not in ("the", "a", "his", "her", "their", "its") and before not in MODAL


def _subject(token: Token, paragraph: Paragraph, quoted: list[Span]) -> tuple[Token | None, bool]:
    """Head of the verb's subject, and whether it follows the verb."""
    before = token.i - 1
    while before >= 0 and token.doc[before].pos_ in BETWEEN and token.doc[before].lower_ not in SUBJECT_PRONOUNS:
        before -= 1
    if before >= 0 and token.doc[before].lower_ in SUBJECT_PRONOUNS:
        return token.doc[before], False
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("he", "she") and token.lower_ in SURE:
        after = token.doc[token.i + 2].text if token.i + 2 < len(token.doc) else "."
        if not after.isalpha() or token.i == 0 or not token.nbor(-1).is_alpha:
            return token.nbor(1), True
    return _by_parse(token, paragraph, quoted, depth=0)


def _by_parse(token: Token, paragraph: Paragraph, quoted: list[Span], *, depth: int) -> tuple[Token | None, bool]:
    for child in token.children:
        if child.dep_ == "nsubj" and not any(q.overlaps(paragraph.span_of(child)) for q in quoted):
            if child.lower_ in RELATIVE or child.lower_ == "that":
                return (token.head if token.dep_ in ("relcl", "acl") else _antecedent(child)), False
            return child, child.i > token.i
    if token.lower_ in (
        "said",
        "says",
        "added",
        "argued",
        "explained",
        "insisted",
        "warned",
        "replied",
    ) and token.i + 1 < len(token.doc):
        after = token.nbor(1)
        opens = token.i == 0 or not token.nbor(-1).is_alpha
        if opens and after.pos_ in ("PROPN", "NOUN", "DET", "ADJ"):
            return _phrase_head(after), True
    if (
        depth < 4
        and token.head.i != token.i
        and token.dep_ in ("conj", "advcl", "xcomp", "acl", "dep", "ccomp", "parataxis")
    ):
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head, False
        if token.dep_ != "ccomp" or token.tag_ == "VBG":
            head, _ = _by_parse(token.head, paragraph, quoted, depth=depth + 1)
            return head, False
    return None, False


def _antecedent(relative: Token) -> Token | None:
    for i in range(relative.i - 1, max(-1, relative.i - 12), -1):
        token = relative.doc[i]
        if token.pos_ in ("PROPN", "NOUN"):
            return token
    return None


def _phrase_head(first: Token) -> Token:
    """The last noun of the run of words that starts here ("chief executive Moira Standing")."""
    last = first
    for i in range(first.i, min(len(first.doc), first.i + 12)):
        token = first.doc[i]
        if token.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "PART") and token.text not in ("-", "&", "'s", "’s"):
            break
        if token.pos_ in ("PROPN", "NOUN"):
            last = token
    return last
