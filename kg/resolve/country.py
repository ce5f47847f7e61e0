"""Which country an article is about: by the countries, peoples, capitals and currencies that it names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from kg.lexicon import rows
from kg.model import Article, Chain, Document, Form

LEAST = 2  # signs of a country that an article must give
AHEAD = 2.0  # times as many signs as the next country has


@cache
def _signs() -> dict[str, str]:
    """Word → country code."""
    return {word: row[0] for row in rows("countries") for word in row[1].split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_signs(), key=lambda word: (-len(word), word))
    names = "|".join(re.escape(word) for word in longest_first if word[0].isalpha())
    marks = "|".join(re.escape(word) for word in longest_first if not word[0].isalpha())
    return re.compile(rf"\b(?:{names})\b|{marks}")


def country_of(document: Document, start: int) -> str:
    """The country of the article in which the offset stands; "" where none is clearly ahead."""
    article = next((a for a in document.articles if a.body.start <= start < a.body.end), None)
    return "" if article is None else _country(document.text, article)


@lru_cache(maxsize=4096)
def _country(text: str, article: Article) -> str:
    where = [s for s in (article.headline, article.body) if s is not None]
    counts = Counter(_signs()[found.group()] for s in where for found in _pattern().finditer(text, s.start, s.end))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]):
        return ""
    return ranked[0][0]


def country_said(document: Document, chain: Chain) -> str:
    """The country that the chain's own words, or the word right before them, name; "" for none or two."""
    said: set[str] = set()
    for mention in chain.mentions:
        if mention.form is not Form.PRONOUN:
            before = document.text[max(0, mention.start - 25) : mention.start]
            last = re.search(r"(\S+ )?\S+ ?$", before)
            said |= _named_in(mention.words) | _named_last(last.group() if last else "")
    return said.pop() if len(said) == 1 else ""


@lru_cache(maxsize=4096)
def _named_in(words: str) -> frozenset[str]:
    return frozenset(_signs()[found] for found in _pattern().findall(words))


@lru_cache(maxsize=4096)
def _named_last(words: str) -> frozenset[str]:
    """The country that stands at the end of the words, in the genitive or not."""
    found = _pattern().finditer(words)
    return frozenset(_signs()[match.group()] for match in found if words[match.end() :] in (" ", "’s ", "'s "))
