"""Where people stand in an article, and how: what a pronoun can refer back to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import rows
from kg.mention.coreference.groups import Group, Groups
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph
from kg.quoted import quoted_in
from kg.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "dative", "attr", "oprd")


@dataclass(slots=True, eq=False)
class Sight:
    """A person at a place of the text.

    Attributes:
        group: who it is; for a noun that names nobody ("the driver") a group of its own, which never becomes a chain.
        token: the head of its words. first: index of the first of its tokens in the paragraph.
        sentence: number of the sentence in the article.
        role: "subject", "object", "owner" (possessive) or "other".
        quotation: the stretch in quotation marks around it, if any.
        length: of the words, in tokens.
    """

    group: Group
    token: Token
    first: int
    paragraph: Paragraph
    sentence: int
    role: str
    is_pronoun: bool = False
    quotation: Span | None = None
    is_noun: bool = False
    length: int = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article, by paragraph and token indices."""

    number: int
    paragraph: Paragraph
    start: int
    end: int
    quoted: tuple[Span, ...]

    def quotation_at(self, token: Token) -> Span | None:
        """The stretch in quotation marks in which the token stands."""
        where = self.paragraph.start + token.idx
        return next((q for q in self.quoted if q.start <= where < q.end), None)


def sentences_of(work: Groups) -> list[Sentence]:
    """Every sentence of the article, in order."""
    found: list[Sentence] = []
    for paragraph in work.article.paragraphs:
        start = paragraph.start
        quoted = tuple(
            Span(start + q.start, start + q.end) for q in quoted_in(paragraph.text) if not q.has_lost_opening
        )
        for sentence in paragraph.doc.sents:
            found.append(Sentence(len(found), paragraph, sentence.start, sentence.end, quoted))
    return found


def sights_in(work: Groups, sentence: Sentence, at: dict[int, Mention]) -> list[Sight]:
    """The people named or described in the sentence, in order; `at`: mentions of people by their start."""
    paragraph = sentence.paragraph
    found: list[Sight] = []
    covered = sentence.start
    for token in paragraph.doc[sentence.start : sentence.end]:
        mention = at.get(paragraph.start + token.idx)
        span = paragraph.tokens_at(mention) if mention is not None and token.i >= covered else None
        if mention is not None and span is not None:
            found.append(replace(_sight(work.of[mention], span.root, token.i, sentence), length=len(span)))
            covered = span.end
        elif token.i >= covered and token.pos_ == "NOUN" and token.lemma_.lower() in person_nouns():
            gender = person_nouns()[token.lemma_.lower()]
            if token.tag_ == "NN" and token.dep_ not in ("compound", "amod") and not _is_named_later(token):
                nobody = Group(Kind.PERSON, token.text, gender=gender, is_named=False)
                found.append(_sight(nobody, token, token.i, sentence, is_noun=True))
    return found


def _sight(group: Group, token: Token, first: int, sentence: Sentence, *, is_noun: bool = False) -> Sight:
    quotation = sentence.quotation_at(token)
    return Sight(
        group,
        token,
        first,
        sentence.paragraph,
        sentence.number,
        role_of(token),
        quotation=quotation,
        is_noun=is_noun,
    )


def _is_named_later(token: Token) -> bool:
    """Whether the noun is an apposition or a predicate: "X, his wife", "X was a teacher"; then it is no other person."""
    if token.dep_ in ("appos", "attr", "oprd"):
        return True
    return any(child.dep_ == "appos" for child in token.children) or (
        token.head.dep_ == "prep" and token.head.text == "as"
    )


def role_of(token: Token) -> str:
    """The part that the token plays in its clause; a conjunct plays the part of the first."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        token = token.head
    if token.dep_ in SUBJECTS:
        return "subject"
    if token.dep_ in OBJECTS:
        return "object"
    return "owner" if token.dep_ == "poss" else "other"


@lru_cache(maxsize=1)
def person_nouns() -> dict[str, str]:
    """Noun for a person → "m", "f" or "" for either."""
    return {row[0]: "" if row[1] == "-" else row[1] for row in rows("gendered_nouns")}


def people_by_start(work: Groups) -> dict[int, Mention]:
    """The mentions of people that are not pronouns, by where they begin; the longest where two do."""
    people = [m for m in work.of if m.kind is Kind.PERSON and m.form is not Form.PRONOUN]
    return {m.start: m for m in sorted(people, key=lambda m: (m.start, m.end))}
