"""The nouns: what flows from one step to the next. Frozen, slotted, ordered, and free of any foreign library.

    Article → Document → Mention → Fact → Judgement → Entity

A later noun points to an earlier one, never back. Every offset counts characters of `Document.text` (the decoded,
otherwise unaltered text that the reader made of a file), half-open: `text[start:end]`.
"""

from kg.model.events import RELATIONS, Gathering, Participation, Relation
from kg.model.facts import Evidence, Fact
from kg.model.inputs import STANDARD_INPUT, Given, Input, Packed, Piece, Skipped
from kg.model.landscape import (
    Appearance,
    ArticleKey,
    Entity,
    Judgement,
    Landscape,
    Pledge,
    Reading,
    Verdict,
    article_key,
    chain_key,
    joined_belief,
)
from kg.model.mentions import ORGANISATION_SORTS, Chain, Form, Kind, Mention, Party
from kg.model.money import Amount, Figure, FundingStatement, FundingStatus, Newness
from kg.model.posts import PositionHeld, PositionStatus
from kg.model.ruling import Ruling
from kg.model.speech import Mode, Stance, StanceValue, Statement
from kg.model.story import StoryStep
from kg.model.text import Article, Document, Mark, Paging, Phrase, Span

__all__ = [
    "ORGANISATION_SORTS",
    "RELATIONS",
    "STANDARD_INPUT",
    "Amount",
    "Appearance",
    "Article",
    "ArticleKey",
    "Chain",
    "Document",
    "Entity",
    "Evidence",
    "Fact",
    "Figure",
    "Form",
    "FundingStatement",
    "FundingStatus",
    "Gathering",
    "Given",
    "Input",
    "Judgement",
    "Kind",
    "Landscape",
    "Mark",
    "Mention",
    "Mode",
    "Newness",
    "Packed",
    "Paging",
    "Participation",
    "Party",
    "Phrase",
    "Piece",
    "Pledge",
    "PositionHeld",
    "PositionStatus",
    "Reading",
    "Relation",
    "Ruling",
    "Skipped",
    "Span",
    "Stance",
    "StanceValue",
    "Statement",
    "StoryStep",
    "Verdict",
    "article_key",
    "chain_key",
    "joined_belief",
]
