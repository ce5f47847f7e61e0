"""Document → parsed articles: the parse, the mentions, the roles, the chains of one document.

What goes in: documents. What comes out: one `ParsedArticle` per article. `parse.py` runs the language model paragraph by
paragraph; `names.py` finds people and bodies (`people.py`, `organisations.py`), `initiatives.py` and `events.py` what they
talk about; `roles.py` finds the words that name a post and whom the same construction names; `coreference/` says which
mentions are the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.mention.coreference import find_chains
from kg.mention.events import find_events
from kg.mention.gatherings import find_gatherings
from kg.mention.initiatives import find_initiatives
from kg.mention.names import find_names
from kg.mention.parse import load_model, parse_paragraphs
from kg.mention.roles import find_roles
from kg.mention.undertakings import find_undertakings
from kg.model import Article, Document
from kg.parsed import Paragraph, ParsedArticle

__all__ = ["load_model", "parse_document", "parse_documents"]


def parse_documents(documents: Sequence[Document], model: str) -> list[list[ParsedArticle]]:
    """For each document its articles, parsed, with mentions, roles and chains.

    Args:
        model: name or path of a spaCy pipeline with parser, tagger and entity recogniser.

    Raises:
        SettingsError: the model cannot be loaded.
    """
    articles = [(document, article) for document in documents for article in document.articles]
    parsed = iter(parse_paragraphs(articles, load_model(model)))
    return [[_read(document, article, next(parsed)) for article in document.articles] for document in documents]


def parse_document(document: Document, model: str) -> list[ParsedArticle]:
    """The articles of one document: see `parse_documents`."""
    return parse_documents([document], model)[0]


def _read(document: Document, article: Article, paragraphs: tuple[Paragraph, ...]) -> ParsedArticle:
    bare = ParsedArticle(document, article, paragraphs, (), ())
    named = find_events(find_initiatives(find_names(bare)))
    return find_undertakings(find_gatherings(find_chains(find_roles(named))))
