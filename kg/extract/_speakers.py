"""Who speaks: the mention at the subject of a reporting verb, before it, after it, or one clause away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import words
from kg.model import Form, Kind, Mention, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKES = frozenset(
    [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "statement",
        "source",
        "insider",
        "official",
        "report",
        "paper",
        "document",
        "letter",
        "email",
        "analysis",
        "review",
        "study",
        "survey",
    ]
)
PRONOUNS = frozenset(["he", "she"])
BODY_PRONOUNS = frozenset(["it", "they"])
REACH = 9  # tokens between a reporting verb and a speaker after it


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting verb and who speaks by it.

    Attributes:
        certainty: of the link between the two, to be multiplied into the belief.
    """

    verb: Phrase
    speaker: Mention
    certainty: float


class Speakers:
    """Finds speakers in one article; remembers the last ones for pronouns that no chain resolved."""

    def __init__(self, article: ParsedArticle) -> None:
        self.article = article
        self._at: dict[int, list[Mention]] = {}
        for mention in article.mentions:
            if mention.kind in (Kind.PERSON, Kind.ORGANISATION):
                self._at.setdefault(mention.start, []).append(mention)
        self.verbs = words("reporting_verbs")

    def at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The person or body that the token belongs to; a person before a body."""
        where = paragraph.span_of(token)
        person = self.article.mention_at(where, Kind.PERSON)
        return person or self.article.mention_at(where, Kind.ORGANISATION)

    def is_verb(self, token: Token) -> bool:
        """Whether the token is a verb of saying, not a noun and not "call on"."""
        if token.lemma_.lower() not in self.verbs or token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            return False
        return token.pos_ == "VERB" or token.tag_.startswith("VB") or token.lower_ in ("said", "says", "told", "tells")

    def phrase(self, paragraph: Paragraph, token: Token) -> Phrase:
        where = paragraph.span_of(token)
        following = (
            token.i + 1 < len(paragraph.doc)
            and paragraph.doc[token.i + 1].dep_ == "prt"
            and paragraph.doc[token.i + 1].head == token
        )
        if following:
            where = Span(where.start, paragraph.span_of(paragraph.doc[token.i + 1]).end)
        return self.article.phrase(where.start, where.end)

    def subject(self, paragraph: Paragraph, verb: Token) -> Mention | None:
        """The speaker at a verb's grammatical subject, also through "who", participles and coordination."""
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
                return self._of(paragraph, child, verb)
        if (
            verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "parataxis", "dep")
            and verb.head != verb
            and verb.head.pos_ in ("VERB", "AUX")
        ):
            return self.subject(paragraph, verb.head)
        if verb.dep_ in ("relcl", "acl"):
            return self._of(paragraph, verb.head, verb)
        if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
            return self.subject(paragraph, verb.head.head)
        return None

    def _of(self, paragraph: Paragraph, token: Token, verb: Token) -> Mention | None:
        if token.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            token = verb.head
        found = self.at(paragraph, token)
        if found is not None and (found.kind is Kind.PERSON or paragraph.span_of(token).end <= found.end):
            return found
        if token.lower_ in PRONOUNS:
            return None
        if token.lower_ in BODY_PRONOUNS:
            return self._last_body(paragraph, token)
        if token.lemma_.lower() in SPOKES:
            inside = [self.at(paragraph, t) for t in token.subtree]
            bodies = [m for m in inside if m is not None]
            if bodies:
                return bodies[0]
        for child in token.children:
            if child.dep_ == "appos" and (named := self.at(paragraph, child)) is not None and named.kind is Kind.PERSON:
                return named
        # the head of the subject may be a title that the parse put before the name
        within = [self.at(paragraph, t) for t in token.subtree if t.i <= token.i]
        people = [m for m in within if m is not None and m.kind is Kind.PERSON]
        if people and people[-1].form is not Form.PRONOUN:
            return people[-1]
        return (
            found if found is not None and token.dep_ == "nsubj" and found.end >= paragraph.span_of(token).end else None
        )

    def _last_body(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The body that "it" stands for: the last one before it in the paragraph, or the subject of the one before."""
        where = paragraph.span_of(token)
        before = [
            m
            for m in self.article.mentions
            if m.kind is Kind.ORGANISATION and m.end <= where.start and m.start >= paragraph.start
        ]
        return before[-1] if before and token.lower_ == "it" else None

    def after(self, paragraph: Paragraph, i: int, end: int) -> Attribution | None:
        """The attribution that begins at token `i`, right after a closing mark: "said Bell", "Bell said", "he added"."""
        doc = paragraph.doc
        while i < end and (
            doc[i].text in (",", "-", "–", "—", "”", '"', "’", "'")
            or (doc[i].pos_ == "ADV" and doc[i].lower_ != "later")
        ):
            i += 1
        if i >= end:
            return None
        if self.is_verb(doc[i]):
            for j in range(i + 1, min(i + 1 + REACH, end)):
                if doc[j].text in ('"', "“", "‘", ".") or self.is_verb(doc[j]):
                    break
                found = self._starting(paragraph, j)
                if found is None:
                    continue
                if found.kind is Kind.ORGANISATION and (person := self._person_after(paragraph, j, end)) is not None:
                    found = person
                return Attribution(self.phrase(paragraph, doc[i]), found, 1.0)
            subject = self.subject(paragraph, doc[i])
            return Attribution(self.phrase(paragraph, doc[i]), subject, 0.85) if subject is not None else None
        return self._subject_then_verb(paragraph, i, end)

    def _person_after(self, paragraph: Paragraph, i: int, end: int) -> Mention | None:
        """ "said Harrow Trust chair Ann Bell": the person behind the body."""
        for j in range(i + 1, min(i + REACH, end)):
            if paragraph.doc[j].text in (",", ".", '"', "“") and not self._names_follow(paragraph, j):
                return None
            found = self._starting(paragraph, j)
            if found is not None and found.kind is Kind.PERSON:
                return found
        return None

    def _names_follow(self, paragraph: Paragraph, comma: int) -> bool:
        following = self._starting(paragraph, comma + 1) if comma + 1 < len(paragraph.doc) else None
        return (
            paragraph.doc[comma].text == ","
            and following is not None
            and following.kind is Kind.PERSON
            and following.form is Form.NAME
        )

    def _starting(self, paragraph: Paragraph, i: int) -> Mention | None:
        where = paragraph.span_of(paragraph.doc[i])
        here = self._at.get(where.start, [])
        people = [m for m in here if m.kind is Kind.PERSON]
        if people:
            return max(people, key=lambda m: m.end)
        if here:
            return max(here, key=lambda m: m.end)
        return None

    def _subject_then_verb(self, paragraph: Paragraph, i: int, end: int) -> Attribution | None:
        doc = paragraph.doc
        for j in range(i, min(i + 30, end)):
            if doc[j].text in ('"', "“", "‘"):
                return None
            if self.is_verb(doc[j]):
                subject = self.subject(paragraph, doc[j]) or self._nearest(paragraph, i, j)
                if subject is not None and subject.start >= paragraph.span_of(doc[i]).start - 30:
                    return Attribution(self.phrase(paragraph, doc[j]), subject, 0.95)
            if doc[j].text in (".", "!", "?"):
                return None
        return None

    def _nearest(self, paragraph: Paragraph, first: int, verb: int) -> Mention | None:
        """The first mention between two tokens: "Bell, whose committee is looking at it, said"."""
        for j in range(first, verb):
            found = self._starting(paragraph, j)
            if found is not None:
                return found
        return None

    def before(self, paragraph: Paragraph, i: int, start: int) -> Attribution | None:
        """The attribution that leads to an opening mark at token `i`: "Bell said:", "Bell told the court", "accusing it of"."""
        doc = paragraph.doc
        for j in range(i - 1, start - 1, -1):
            if doc[j].text in (".", "!", "?", "”") or (doc[j].text == '"'):
                return None
            if self.is_verb(doc[j]):
                subject = self.subject(paragraph, doc[j]) or self._nearest_before(paragraph, j, start)
                if subject is not None:
                    near = i - j <= 4 or doc[i - 1].text in (":", ",")
                    return Attribution(self.phrase(paragraph, doc[j]), subject, 1.0 if near else 0.9)
        return None

    def _nearest_before(self, paragraph: Paragraph, verb: int, start: int) -> Mention | None:
        for j in range(verb - 1, max(start, verb - 12) - 1, -1):
            if paragraph.doc[j].text in ("”", '"', ".", ";"):
                return None
            found = self._starting(paragraph, j)
            if found is not None:
                return found
        return None

    def inside(self, paragraph: Paragraph, i: int, blocked: Sequence[tuple[int, int]]) -> Attribution | None:
        """The attribution that governs a fragment at token `i`, by the parse: the nearest verb of saying above it."""
        token = paragraph.doc[i]
        seen = 0
        while token.head != token and seen < 12:
            token = token.head
            seen += 1
            if self.is_verb(token) and not any(a <= token.i < b for a, b in blocked):
                subject = self.subject(paragraph, token)
                if subject is not None:
                    return Attribution(self.phrase(paragraph, token), subject, 0.9)
        return None
