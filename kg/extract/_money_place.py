"""Where a sum stands in its sentence: the nouns that it measures, the verb that governs it, the mood of that verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import rows
from kg.model import Span
from kg.parsed import Paragraph
from kg.tokens import Token, Tokens

NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "SYM", "X"))
UPWARD = frozenset(("xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "relcl"))
POSSIBLE = frozenset(("could", "may", "might"))
FUTURE = frozenset(("will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"))
CONVERSION = re.compile(r"^[\s\xa0]?\([^()]{0,40}\d[^()]{0,20}\)")
DEGREE = frozenset(
    "up to an a another extra further additional about around some nearly almost over more than at least just only roughly estimated".split()
)
SEASONS = frozenset("spring summer autumn fall winter".split())
BOUND = frozenset(("must", "should", "ought"))


@lru_cache(maxsize=1)
def _classes() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in rows("money_cues")}


def noun_class(token: Token) -> str:
    """The class of a noun in kg/lexicon/money_cues.txt, "" if it has none."""
    return _classes().get((token.lower_, "n")) or _classes().get((token.lemma_.lower(), "n"), "")


def verb_class(token: Token) -> str:
    """The class of a verb in kg/lexicon/money_cues.txt, "" if it has none."""
    return _classes().get((token.lemma_.lower(), "v"), "")


def sentence_of(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """Offsets in the paragraph of the sentence in which a stretch stands."""
    span = paragraph.doc.char_span(start, end)
    if span is None:
        return 0, len(paragraph.text)
    sentence = span[0].sent
    return sentence.start_char, max(sentence.end_char, end)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sum stands.

    Attributes:
        start, end: offsets of the sum in the paragraph.
        first, last: offsets of its sentence in the paragraph.
        root: head token of the sum; None where no token lies there.
        nouns: what the sum measures, nearest first: "fund" in "a £5m fund", "deficit" in "a deficit of £5m".
        verb: what governs it; None in a verbless headline.
        link: how: a dependency label ("dobj", "nsubjpass"), or the preposition ("to", "for", "by").
    """

    paragraph: Paragraph
    start: int
    end: int
    first: int
    last: int
    root: Token | None
    nouns: tuple[Token, ...]
    verb: Token | None
    link: str

    @property
    def sentence(self) -> Span:
        """The sentence in the document."""
        return Span(self.paragraph.start + self.first, self.paragraph.start + self.last)

    @property
    def before(self) -> str:
        """The words of the sentence before the sum."""
        return self.paragraph.text[self.first : self.start]

    @property
    def after(self) -> str:
        """The words of the sentence after the sum."""
        return self.paragraph.text[self.end : self.last]

    @property
    def goes_on(self) -> str:
        """The words after the sum without a conversion in brackets: "£5m (€6m) to help" goes on " to help"."""
        return CONVERSION.sub("", self.after)

    @property
    def words(self) -> str:
        """The sentence."""
        return self.paragraph.text[self.first : self.last]

    def verbs(self) -> Iterator[Token]:
        """The governing verb and those above it, up to the sentence's root."""
        token = self.verb
        for _ in range(6):
            if token is None:
                return
            if token.pos_ in ("VERB", "AUX"):
                yield token
            if token.head == token or token.dep_ not in UPWARD:
                return
            token = token.head.head if token.dep_ == "pcomp" and token.head.dep_ == "prep" else token.head

    def _is_joined(self, verb: Token) -> bool:
        """Whether no dash or semicolon parts a verb from the sum."""
        if verb.pos_ not in ("VERB", "AUX") or self.root is None:
            return False
        return not any(t.text in ("-", "–", "—", ";") and t.whitespace_ for t in verb.doc[self.root.i : verb.i])

    def modifiers(self) -> Iterator[Token]:
        """Verbs that say something of the sum or its noun: "the £5m unveiled on Monday", "£5m, which was promised"."""
        for noun in (self.root, *self.nouns):
            if noun is not None:
                yield from (c for c in noun.children if c.dep_ in ("acl", "relcl") and self._is_joined(c))


def place_of(paragraph: Paragraph, start: int, end: int) -> Place:
    """The place of the sum at these offsets of the paragraph."""
    first, last = sentence_of(paragraph, start, end)
    span = paragraph.doc.char_span(start, end)
    root = span.root if span is not None else None
    if span is None or root is None:
        return Place(paragraph, start, end, first, last, None, (), None, "")
    inside = frozenset(token.i for token in span)
    above, verb, link = _climb(root, inside)
    if root.dep_ == "conj" and root.head.pos_ in ("NOUN", "PROPN") and verb is not None and not _is_counted(root.head):
        above = []  # "£5m to the hospices and £3m to …": joined to the wrong noun
        link = link if link == "for" and verb_class(verb) == "ask" else "dobj"
    beside = _verb_beside(span)
    if beside is not None:
        verb, link, above = beside, "dobj", above if beside == verb else []
    if verb is not None and verb.lemma_ == "be" and link == "nsubj":
        goal = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and c.i > root.i), None)
        verb, link = (goal, "nsubjpass") if goal is not None else (verb, link)  # "£5m is to be given"
    nouns = [*above, *_below([root, *above[:1]], inside)]
    if not above and span.end < len(paragraph.doc):
        nouns = [*_beside(span.end, paragraph), *nouns]
    if verb is not None:
        nouns += _equated(verb, link, inside)
    return Place(paragraph, start, end, first, last, root, tuple(dict.fromkeys(nouns)), verb, link)


def _is_counted(token: Token) -> bool:
    """Whether a token belongs to a sum or stands for money: "£5m", "the grant"."""
    return noun_class(token) == "money" or token.like_num or any(c.is_currency for c in token.lefts)


def _verb_beside(span: Tokens) -> Token | None:
    """The verb right before a sum, words of degree or who it reaches aside ("provided about £5m", "cost the town £5m")."""
    last = span.doc[span.start - 1] if span.start > span.sent.start else None
    if last is not None and last.dep_ == "dative" and last.head.pos_ == "VERB" and last.head.i < last.i:
        return last.head
    for token in reversed(span.doc[max(span.sent.start, span.start - 5) : span.start]):
        if token.pos_ == "VERB" and verb_class(token) and token.tag_ != "VBN":
            return token
        if token.pos_ == "VERB" and any(child.dep_ == "aux" for child in token.children):
            return token
        if token.lower_ not in DEGREE:
            return None
    return None


def _climb(root: Token, inside: frozenset[int]) -> tuple[list[Token], Token | None, str]:
    """The nouns above a token, the first verb above them, and how they hang on it."""
    nouns: list[Token] = []
    token, link = root, root.dep_
    for _ in range(12):
        if token.head == token:
            return nouns, (token if token.pos_ in ("VERB", "AUX") else None), ""
        link = token.lower_ if token.pos_ in ("ADP", "SCONJ") else token.dep_ if token.pos_ in NOMINAL else link
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return nouns, token, link
        if token.pos_ in NOMINAL and token.i not in inside and not _is_time(token):
            nouns.append(token)
    return nouns, None, ""


def _is_time(token: Token) -> bool:
    """Whether a noun tells a time or a share: "last fall"."""
    is_season = any(child.lower_ in ("last", "next", "this") for child in token.children) and token.lower_ in SEASONS
    return is_season or token.ent_type_ in ("PERCENT", "DATE")


def _below(heads: list[Token], inside: frozenset[int]) -> list[Token]:
    """ "£5m of funding", "£30m in cash support", "£8m cash"."""
    found = []
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "as") and child.i > head.i:
                found += [c for c in child.children if c.dep_ == "pobj" and c.pos_ in NOMINAL and c.i not in inside]
    return found


def _beside(at: int, paragraph: Paragraph) -> list[Token]:
    """The noun that follows the sum directly where the parse did not join them: "£5m winter fund"."""
    run = []
    for token in paragraph.doc[at : at + 5]:
        if token.lower_ in ("last", "next", "this"):
            break  # "$5m last fall"
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PUNCT") or token.text in (
            ",",
            ".",
            ";",
            "(",
            "–",
            "-",
            "’",
            "'s",
        ):
            if token.text == "-":
                continue
            break
        run.append(token)
    return [token for token in reversed(run) if token.pos_ in ("NOUN", "PROPN")][:2]


def _equated(verb: Token, link: str, inside: frozenset[int]) -> list[Token]:
    """The subject that a sum is told of: "the deficit is £5m", "the budget stood at £5m", "the rest is a grant"."""
    equal = verb.lemma_ in ("be", "total", "stand", "remain", "become", "reach")
    if not equal:
        return []
    other = ("attr", "nsubj") if link in ("nsubj", "attr", "at", "dobj") else ()
    found = []
    for child in verb.children:
        if child.dep_ in other and child.i not in inside and child.pos_ in NOMINAL:
            found.append(child)
    return found


def mood_of(verb: Token) -> str:
    """How a verb puts what it says: "future", "possible", "bound", "perfect", "past", "present", "infinitive" or "participle"."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in FUTURE for word in helpers):
        return "future"
    if any(word in POSSIBLE for word in helpers):
        return "possible"
    if any(word in BOUND for word in helpers):
        return "bound"
    if "to" in helpers:
        return _mood_above(verb)
    if any(word in ("have", "has", "had", "'ve", "’ve", "having") for word in helpers):
        return "perfect"
    if any(word in ("is", "are", "being", "'s", "’s", "am") for word in helpers):
        return "present"
    if verb.tag_ in ("VBD", "VBN") or any(word in ("was", "were") for word in helpers):
        return "past"
    if verb.tag_ == "VBG":
        return "participle"
    return "present" if verb.tag_ in ("VBZ", "VBP") else "infinitive"


def _mood_above(verb: Token) -> str:
    """ "is to give", "is set to give" and "is going to give" are future, "has to find" is bound."""
    head = verb.head
    if head.lemma_ == "be" or head.lower_ in (
        "set",
        "going",
        "due",
        "expected",
        "likely",
        "prepared",
        "ready",
        "willing",
    ):
        return "future"
    if head.lemma_ == "have" or (head.lemma_ == "need" and head.tag_ != "VBN"):
        return "bound"
    return "infinitive"


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: "did not promise", "no money was promised", "without promising"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ == "never":
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            re.fullmatch("no|none", c.lower_) for c in child.children
        ):
            return True
    return False
