"""A paragraph with its mentions by token: what the rules about roles look at."""

from __future__ import annotations

from kg.mention.organisations import heads
from kg.model import Form, Kind, Mention, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

PRONOUNS = frozenset(["he", "she"])
OWNERS = frozenset(["his", "her"])
BODY_PRONOUNS = frozenset(["its", "their", "it", "our"])
KINDS = frozenset("company firm club group bank union regulator watchdog charity party".split())
DETERMINERS = frozenset(["the", "this", "our", "a", "an"])


def _bare_surnames(page: Page) -> list[Mention]:
    """Surnames of people whom the article names in full elsewhere, where the language model saw nothing."""
    surnames = {m.words.split()[-1] for m in page.article.mentions if m.kind is Kind.PERSON and m.form is Form.NAME}
    found = []
    for token in page.doc:
        if token.i not in page.at and token.text in surnames and token.pos_ == "PROPN":
            start = page.paragraph.start + token.idx
            mention = Mention(start, start + len(token.text), token.text, Kind.PERSON, Form.SHORT)
            page.begin[mention], page.end[mention] = token.i, token.i + 1
            found.append(mention)
    return found


class Page:
    """A paragraph with its mentions by token.

    Attributes:
        at: token index → the mention that covers it.
        begin, end: mention → its first token, and the one after its last.
        shown: names that a post here shows to be bodies, wherever they stand.
        revealed: those that posts of the article have shown before.
    """

    def __init__(
        self, article: ParsedArticle, paragraph: Paragraph, revealed: frozenset[Mention] = frozenset()
    ) -> None:
        self.article, self.paragraph, self.doc = article, paragraph, paragraph.doc
        self.shown: list[Mention] = []
        self.revealed = revealed
        self.at: dict[int, Mention] = {}
        self.begin: dict[Mention, int] = {}
        self.end: dict[Mention, int] = {}
        for mention in article.mentions_in(Span(paragraph.start, paragraph.end)):
            span = paragraph.tokens_at(mention)
            if span is not None:
                self.begin[mention], self.end[mention] = span.start, span.end
                for i in range(span.start, span.end):
                    self.at.setdefault(i, mention)
        for mention in _bare_surnames(self):
            self.at[self.begin[mention]] = mention

    def show(self, body: Mention | None) -> None:
        """Remember that a post shows the name to be a body."""
        if body is not None:
            self.shown.append(body)

    def of_kind(self, i: int, *kinds: Kind) -> Mention | None:
        """The mention of one of these kinds that covers the token."""
        found = self.at.get(i)
        return found if found is not None and found.kind in kinds else None

    def person(self, i: int) -> Mention | None:
        """The person that the token names."""
        return self.of_kind(i, Kind.PERSON)

    def organisation(self, i: int) -> Mention | None:
        """The body that the token names."""
        return self.of_kind(i, Kind.ORGANISATION)

    def full_name(self, i: int) -> bool:
        """Whether the token belongs to a person's full name."""
        person = self.person(i)
        return person is not None and person.form is Form.NAME

    def words(self, start: int, end: int) -> list[str]:
        """The tokens of the stretch in lower case."""
        return [token.lower_ for token in self.doc[max(start, 0) : end]]

    def phrase(self, start: int, end: int) -> Phrase:
        """The words of the stretch, as they stand in the document."""
        span = self.doc[start:end]
        return self.article.phrase(self.paragraph.start + span.start_char, self.paragraph.start + span.end_char)

    def pronoun(self, token: Token, kind: Kind) -> Mention:
        """A pronoun as a mention; whom it means is found out later."""
        start = self.paragraph.start + token.idx
        return Mention(start, start + len(token.text), token.text, kind, Form.PRONOUN)

    def who(self, token: Token) -> Mention | None:
        """The person that a token names or, as a pronoun, stands for."""
        person = self.person(token.i)
        if person is not None:
            return person
        if token.lower_ in PRONOUNS or (token.lower_ in OWNERS and token.dep_ == "poss"):
            return self.pronoun(token, Kind.PERSON)
        return None

    def body(self, token: Token) -> Mention | None:
        """The body that a token names, describes ("the trust") or, as a pronoun, stands for."""
        found = self.organisation(token.i)
        if found is not None:
            return found
        if token.lower_ in BODY_PRONOUNS:
            return self.pronoun(token, Kind.ORGANISATION)
        return self.description(token.i)

    def description(self, i: int) -> Mention | None:
        """ "the trust", "the local medical committee" whose last token is `i`, as a description of a body."""
        if self.doc[i].lower_ not in heads() and self.doc[i].lower_ not in KINDS:
            return None
        first = i - 1
        while first > i - 5 and first > 0 and self.doc[first].pos_ in ("NOUN", "ADJ") and first not in self.at:
            first -= 1
        if first < 0 or self.doc[first].lower_ not in ("the", "this", "our"):
            return None
        words = self.phrase(first, i + 1)
        return Mention(words.start, words.end, words.words, Kind.ORGANISATION, Form.DESCRIPTION)
