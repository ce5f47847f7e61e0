"""Governments: "the government", "the Irish government", "Welsh Government ministers"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.mention._lists import is_role
from kg.mention.spans import POSSESSIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEVELS = frozenset(
    "central federal national state provincial local regional devolved coalition minority uk us eu".split()
)
PARTIES = frozenset("labour conservative tory democratic republican liberal socialist communist".split())
DETERMINERS = frozenset(["the", "this"])
SPEAKERS = frozenset(["source", "sources", "statement", "insider", "insiders", "department", "figures"])


def government_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans that name a government, adjectives of country and level and the article included.

    "government" as a mere adjective ("government bonds"), a government in general ("a new government") and local
    government as a sector give nothing.
    """
    for token in doc:
        if token.lower_ != "government" or token.pos_ not in ("NOUN", "PROPN"):
            continue
        first = token.i
        while first and _qualifies(doc, first - 1):
            first -= 1
        if doc[first : token.i].text.lower() == "local" or _goes_on(doc, token.i):
            continue
        has_article = first > 0 and doc[first - 1].lower_ in DETERMINERS
        if first == token.i and first and doc[first - 1].lower_ in PARTIES:
            continue
        is_named = first < token.i or (token.text[0].isupper() and not token.is_sent_start)
        if has_article or is_named or _speaks(doc, token.i):
            yield (first - has_article, token.i + 1)


def _qualifies(doc: Doc, i: int) -> bool:
    if doc[i].lower_ in PARTIES:
        return False
    return doc[i].lower_ in LEVELS or (
        doc[i].ent_type_ in ("NORP", "GPE") and doc[i].text not in POSSESSIVE and doc[i].is_alpha
    )


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether "government" begins another name: "Government Association"."""
    return (
        i + 1 < len(doc) and doc[i].text[0].isupper() and doc[i + 1].text[0].isupper() and not is_role(doc[i + 1].text)
    )


def _speaks(doc: Doc, i: int) -> bool:
    """Whether the government is the one who holds a post or says something: "a government minister"."""
    after = next((t for t in doc[i + 1 : i + 3] if t.pos_ in ("NOUN", "PROPN")), None)
    return after is not None and (is_role(after.text) or is_role(after.lemma_) or after.lower_ in SPEAKERS)
