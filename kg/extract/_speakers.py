"""Who speaks: from the subject of a reporting verb to a mention. The one place that resolves a pronoun by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract._reporting import Cue
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKEN_BY = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative statement office press report"
    " website lawyer lawyers team".split()
)
CARRIES = frozenset("statement report office website".split())  # "in its report the trust said": things that speak for their owner
NOBODY = frozenset("i we you one who those some many others people residents critics sources source everyone nobody".split())
PERSONS = frozenset(("he", "she"))
PEOPLE_AND_BODIES = (Kind.PERSON, Kind.ORGANISATION)


@dataclass(slots=True)
class Speakers:
    """Finds the speaker of each cue of one article, read from the top; remembers who spoke last."""

    article: ParsedArticle
    last: Mention | None = None
    gender: dict[str, str] = field(default_factory=dict)

    def of(self, cue: Cue, paragraph: Paragraph) -> tuple[Mention, float] | None:
        """The speaker and how sure that is (a factor of the belief); None where nobody is found.

        The author of a first-person article is nobody here: what they write is no quotation.
        """
        if cue.subject is None:
            return None
        found = self._of_token(cue.subject, paragraph)
        if found is None or self.is_author(found[0]):
            return None
        return found

    def is_author(self, mention: Mention) -> bool:
        """Whether the mention refers to the article's first-person author."""
        author = self.article.author
        return author is not None and (mention == author or self.article.same(author, mention))

    def note(self, speaker: Mention) -> None:
        """Remember who spoke."""
        self.last = speaker

    def _of_token(self, token: Token, paragraph: Paragraph) -> tuple[Mention, float] | None:
        where = paragraph.span_of(token)
        word = token.lower_
        if word in NOBODY:
            return None
        if word in ("he", "she", "they", "it"):
            return self._pronoun(word, where, paragraph, token)
        if word in SPOKEN_BY:
            return self._owner(token, paragraph)
        person = self.article.mention_at(where, Kind.PERSON)
        if person is not None and person.form is not Form.DESCRIPTION:
            return person, 1.0
        named = self._apposed(token, paragraph)
        if named is not None:
            return named, 0.95
        found = person or self.article.mention_at(where, Kind.ORGANISATION)
        if found is not None:
            return found, (0.95 if found.kind is Kind.PERSON or found.form in (Form.NAME, Form.SHORT) else 0.9)
        return self._role(token, paragraph)

    def _apposed(self, token: Token, paragraph: Paragraph) -> Mention | None:
        """The person named beside a description: "the chair of the board, Moira Standing," (either way round)."""
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod"):
                person = self.article.mention_at(paragraph.span_of(child), Kind.PERSON)
                if person is not None and person.form in (Form.NAME, Form.SHORT) and child.dep_ == "appos":
                    return person
        if token.dep_ == "appos":
            person = self.article.mention_at(paragraph.span_of(token.head), Kind.PERSON)
            if person is not None and person.form in (Form.NAME, Form.SHORT):
                return person
        return None

    def _owner(self, token: Token, paragraph: Paragraph) -> tuple[Mention, float] | None:
        """The body (or person) for which a spokesman or a statement speaks."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "from", "at", "of", "by"):
                for obj in child.children:
                    found = self.article.mention_at(paragraph.span_of(obj), *PEOPLE_AND_BODIES)
                    if obj.dep_ == "pobj" and found is not None:
                        return found, 0.95
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod") and child.i < token.i:
                if child.lower_ in ("his", "her", "its", "their"):
                    return self._pronoun({"his": "he", "her": "she", "its": "it"}.get(child.lower_, "they"), paragraph.span_of(child), paragraph, child)
                found = self.article.mention_at(paragraph.span_of(child), *PEOPLE_AND_BODIES)
                if found is not None:
                    return found, 0.95
        here = self.article.mention_at(paragraph.span_of(token), *PEOPLE_AND_BODIES)
        if here is not None and self._is_resolved(here):
            return here, 0.9
        if token.lower_.startswith("spokes") and self.last is not None and self.last.kind is Kind.ORGANISATION:
            return self.last, 0.6
        return None

    def _role(self, token: Token, paragraph: Paragraph) -> tuple[Mention, float] | None:
        """The one holder of a role that the words name: "the minister" where the article names one minister."""
        holders = {}
        for role in self.article.roles:
            if role.holder is not None and role.title.words.split()[-1].lower() == token.lower_:
                holders[self.article.named(role.holder)] = role.holder
        if len(holders) == 1 and any(t.lower_ == "the" for t in token.lefts):
            return next(iter(holders.values())), 0.8
        return None

    def _is_resolved(self, mention: Mention) -> bool:
        return self.article.chain_of(mention) is not None

    def _pronoun(self, word: str, where: Span, paragraph: Paragraph, token: Token) -> tuple[Mention, float] | None:
        mention = self.article.mention_at(where, *PEOPLE_AND_BODIES)
        if mention is not None and mention.form is Form.PRONOUN:
            chain = self.article.chain_of(mention)
            if chain is not None and len(chain.mentions) > 1:
                return mention, 0.9
        if word == "they":
            return None
        found = self._antecedent(word, where, paragraph, token)
        if found is not None:
            self.gender.setdefault(self._name(found), word)
        return (found, 0.7) if found is not None else None

    def _name(self, mention: Mention) -> str:
        chain = self.article.chain_of(mention)
        return chain.name if chain is not None else mention.words

    def _antecedent(self, word: str, where: Span, paragraph: Paragraph, token: Token) -> Mention | None:
        """The last subject or speaker before the pronoun that it may refer to: this paragraph first, then the last speaker."""
        kind = Kind.PERSON if word in PERSONS else Kind.ORGANISATION
        fits = [
            m
            for m in self.article.mentions_in(Span(paragraph.start, where.start), kind)
            if m.form is not Form.PRONOUN and self.gender.get(self._name(m), word) == word
        ]
        subjects = [m for m in fits if self._is_subject(m, paragraph)]
        if subjects:
            return subjects[-1]
        last = self.last
        if last is not None and last.kind is kind and self.gender.get(self._name(last), word) == word:
            return last
        if fits:
            return fits[-1]
        earlier = [p for p in self.article.paragraphs if p.end <= paragraph.start and p.sort == "body"][-1:]
        for other in earlier:
            people = [m for m in self.article.mentions_in(Span(other.start, other.end), kind) if self._is_subject(m, other)]
            if people:
                return people[-1]
        return None

    def _is_subject(self, mention: Mention, paragraph: Paragraph) -> bool:
        tokens = paragraph.tokens_at(mention)
        return tokens is not None and tokens.root.dep_ in ("nsubj", "nsubjpass")
