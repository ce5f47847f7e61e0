"""Whether an article is about business, where nearly every sum is a price, a profit or a deal."""

from __future__ import annotations

from kg.parsed import ParsedArticle

WORDS = frozenset(
    "shares shareholder shareholders profit profits profitable takeover stake merger acquisition purchase purchases sales turnover earnings dividend "
    "creditors bankruptcy stocks bidder bidders rival rivals".split()
)
LEAST_WORDS = 4
LEAST_SHARE = 0.02  # of all tokens: of what weights found in 420 newspaper articles, 4 sums of 4 were wrong above it


def speaks_of_business(article: ParsedArticle) -> bool:
    """Whether words of trade and finance are frequent in the article."""
    tokens = [token for paragraph in article.paragraphs for token in paragraph.doc]
    told = sum(token.lower_ in WORDS for token in tokens)
    return told >= LEAST_WORDS and told >= LEAST_SHARE * len(tokens)
