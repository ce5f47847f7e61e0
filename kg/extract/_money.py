"""Every sum of an article, once: which are stated, which are implied, which only name an earlier one again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract._amounts import Sum, dollar_of, sums_in
from kg.extract._implied import implied_sums
from kg.parsed import Paragraph, ParsedArticle

# What makes a later mention of the same sum a reference to the first: "the £5m", "that £5m", "the minister's £5m"
AGAIN = re.compile(r"(?:\b(?i:the|that|this|those|these|its|their|his|her)|['’]s?)\s+(?:[a-z]\w*\s)?$")


@dataclass(frozen=True, slots=True)
class Told:
    """A sum with its paragraph.

    Attributes:
        is_implied: the words give no figure ("match it pound for pound").
        again: index in the list of the earlier sum that this one only names again, or, in a headline, of the one in the body.
    """

    paragraph: Paragraph
    item: Sum
    is_implied: bool = False
    again: int | None = None

    @property
    def is_headline(self) -> bool:
        """Whether it stands in the headline."""
        return self.paragraph.sort == "headline"

    @property
    def start(self) -> int:
        """Where it stands in the document."""
        return self.paragraph.start + self.item.start

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.paragraph.start + self.item.end


@lru_cache(maxsize=1)
def money_of(article: ParsedArticle) -> list[Told]:
    """The sums of an article in the order of the text. Pledges and figures both ask, one right after the other."""
    dollar = dollar_of(article.document.text)
    stated: list[Sum] = []
    found: list[Told] = []
    for paragraph in article.paragraphs:
        own = sums_in(paragraph.text, dollar, whole=article.document.text)
        implied = implied_sums(paragraph.text, own, stated)
        found += [Told(paragraph, item, item in implied) for item in sorted([*own, *implied])]
        stated += own
    return [_told_again(told, index, found) for index, told in enumerate(found)]


def _told_again(told: Told, index: int, all_told: list[Told]) -> Told:
    if told.is_implied:
        return told
    same = [i for i, other in enumerate(all_told) if i != index and _is_same(told, other)]
    if told.is_headline:
        later = [i for i in same if not all_told[i].is_headline]
        return Told(told.paragraph, told.item, again=later[0]) if later else told
    earlier = [i for i in same if i < index and not all_told[i].is_headline]
    before = told.paragraph.text[max(0, told.item.start - 40) : told.item.start]
    if earlier and AGAIN.search(before):
        return Told(told.paragraph, told.item, again=earlier[0])
    return told


def _is_same(one: Told, other: Told) -> bool:
    left, right = one.item, other.item
    return not other.is_implied and (left.value, left.high, left.amount.currency) == (
        right.value,
        right.high,
        right.amount.currency,
    )
