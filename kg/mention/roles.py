"""Words that name a post, and whom the same construction names."""

from __future__ import annotations

from kg.parsed import ParsedArticle


def find_roles(article: ParsedArticle) -> ParsedArticle:
    """The article with its roles."""
    return article
