"""Roles by concept: which post a title names, whatever words the article uses for it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import rows


@lru_cache(maxsize=1)
def role_heads() -> dict[str, tuple[str, str]]:
    """Head words → (concept, family); families: head, office, post, seat, job (see role_heads.txt)."""
    return {row[0]: (row[1], row[2]) for row in rows("role_heads") if len(row) > 2}


@lru_cache(maxsize=4096)
def _head(title: str) -> str | None:
    """The head word (or words) of a title: the last one before "of", "for" or a comma."""
    plain = re.split(r"\s+(?:of|for|at|in|to|and)\s+|,", title.lower().strip())[0]
    tokens = plain.split()
    for size in (3, 2, 1):
        if len(tokens) >= size and " ".join(tokens[-size:]) in role_heads():
            return " ".join(tokens[-size:])
    hyphened = tokens[-1].rsplit("-", 1)[-1] if tokens else ""
    return hyphened if hyphened in role_heads() else None


def role_concept(title: str) -> str | None:
    """The concept of a title ("boss" and "CEO" are both chief-executive); None for a title whose head is unknown.

    "deputy", "vice" and "assistant" make another post: the concept is prefixed ("deputy-chief-executive").
    """
    head = _head(title)
    if head is None:
        return None
    concept = role_heads()[head][0]
    lower = title.lower()
    for word in ("deputy", "vice", "assistant", "shadow"):
        if re.search(rf"\b{word}\b", lower) and not concept.startswith(word):
            return f"{word}-{concept}"
    return concept


def role_family(title: str) -> str:
    """The family of a title's head; "" for an unknown one. A deputy heads nothing."""
    head = _head(title)
    if head is None:
        return ""
    family = role_heads()[head][1]
    if family == "head" and re.search(r"\b(deputy|vice|assistant|associate)\b", title.lower()):
        return "post"
    # "head of adult services" heads a part, "chief finance officer" and "finance chief" are posts
    if head in ("head", "lead", "chief", "manager") and " of " in title.lower():
        return "post"
    return family
