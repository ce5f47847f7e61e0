"""The parsed article: what `mention/` hands to `extract/`. Its tokens: `tokens.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Article, Chain, Document, Evidence, Form, Kind, Mention, Phrase, Span
from kg.tokens import Doc, Token, Tokens


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article with its parse. Sentences never cross a paragraph.

    Attributes:
        start, end: where it stands in the document.
        sort: "headline", "heading" (a crosshead) or "body".
        text: its words, `document.text[start:end]`. `doc.text` is the same.
    """

    start: int
    end: int
    sort: str
    doc: Doc
    text: str

    def span_of(self, part: Tokens | Token) -> Span:
        """Where some tokens of this paragraph stand in the document."""
        first = part.idx if isinstance(part, Token) else part.start_char
        return Span(self.start + first, self.start + first + len(part.text))

    def tokens_at(self, where: Span | Mention | Phrase) -> Tokens | None:
        """The tokens that the stretch covers, widened to whole tokens; None if it lies outside this paragraph."""
        if where.end <= self.start or self.end <= where.start:
            return None
        return self.doc.char_span(max(0, where.start - self.start), min(self.end, where.end) - self.start)


@dataclass(frozen=True, slots=True)
class Role:
    """Words that name a post, with what stands around them: "Harrow Council's former deputy chief executive".

    Attributes:
        span: the whole description, organisation and article included.
        title: the title as printed, deputy/acting/interim included, former/outgoing/ex- not.
        organisation: the body that the words themselves name, by mention; None if they name none.
        place: constituency or area that the words themselves name.
        holder: the person whom the same construction names (apposition, premodifier, copula, "as"), None if it names nobody.
        tense: "current", "former" or "incoming", as the words and the verb say.
        rule: the construction that joined holder and title ("premodifier", "apposition", …): for belief and for `why`.
    """

    span: Span
    title: Phrase
    organisation: Mention | None
    place: Phrase | None
    holder: Mention | None
    tense: str
    rule: str


@dataclass(frozen=True, slots=True)
class Staging:
    """When and where a sentence says that a gathering is, and who holds it.

    Attributes:
        event: the mention of the gathering in that sentence.
        when: the words of the day, month or year ("next Tuesday"), None if it tells none.
        is_ahead: it is still to come when the article is written.
        where: the words of the place.
        holder: the body that holds it.
    """

    event: Mention
    when: Phrase | None = None
    is_ahead: bool = False
    where: Phrase | None = None
    holder: Mention | None = None


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article with its parse, mentions and chains.

    Attributes:
        paragraphs: headline first (if there is one), then the body, in order.
        mentions: sorted by start; people, organisations, initiatives, events, places; never two of the same span.
        chains: those of this article; each mention stands in exactly one.
        roles: sorted by span.
        stagings: of the gatherings, named or not, sorted by their mention.
        matter: the first mention of the undertaking that headline and opening sentence are about; None if that is not clear.
        author: the mention of the person who writes in the first person, None for a news story.
        certainties: of pronouns and descriptions: how likely the chain is whom they mean; a mention that is not listed is sure.
        unresolved: how many pronouns and definite descriptions of people refer to nobody whom the article names.
    """

    document: Document
    article: Article
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    roles: tuple[Role, ...] = ()
    author: Mention | None = None
    certainties: tuple[tuple[Mention, float], ...] = ()
    unresolved: int = 0
    stagings: tuple[Staging, ...] = ()
    matter: Mention | None = None

    def phrase(self, start: int, end: int) -> Phrase:
        """The words at these offsets of the document."""
        return self.document.phrase(start, end)

    def evidence(self, start: int, end: int, extractor: str) -> Evidence:
        """Evidence that quotes these offsets."""
        words = self.document.text[start:end]
        return Evidence(self.document.name, self.article.index, start, end, words, extractor)

    def mentions_in(self, where: Span | Phrase, *kinds: Kind) -> list[Mention]:
        """Mentions inside the stretch, in order; all kinds if none is named."""
        return [
            m for m in self.mentions if where.start <= m.start and m.end <= where.end and (not kinds or m.kind in kinds)
        ]

    def mention_at(self, where: Span | Phrase, *kinds: Kind) -> Mention | None:
        """The longest mention that overlaps the stretch, None if there is none."""
        start, end = where.start, where.end
        found = [m for m in self.mentions if m.start < end and start < m.end and (not kinds or m.kind in kinds)]
        return max(found, key=lambda m: (m.end - m.start, -m.start), default=None)

    def chain_of(self, mention: Mention) -> Chain | None:
        """The chain in which the mention stands; None for an unresolved pronoun."""
        return next((chain for chain in self.chains if mention in chain.mentions), None)

    def named(self, mention: Mention) -> Mention:
        """The first full-name mention of the mention's chain; the mention itself if the chain has none."""
        chain = self.chain_of(mention)
        if chain is None:
            return mention
        return next((m for m in chain.mentions if m.form is Form.NAME), mention)

    def certainty_of(self, mention: Mention) -> float:
        """How likely it is that the mention means its chain, from 0 to 1: 1 for a name."""
        return next((certainty for other, certainty in self.certainties if other == mention), 1.0)

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether both mentions stand in one chain."""
        chain = self.chain_of(one)
        return chain is not None and other in chain.mentions

    def paragraph_at(self, where: Span | Mention | Phrase) -> Paragraph | None:
        """The paragraph in which the stretch begins."""
        return next((p for p in self.paragraphs if p.start <= where.start < p.end), None)
