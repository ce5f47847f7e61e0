"""Acronyms: which name an article introduces one after, and which letters a name gives."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Kind, Mention
from kg.parsed import ParsedArticle

INTRODUCED = re.compile(r"[\s\xa0]*\(\s*(?:the\s+|or\s+)?[“‘\"']?([A-Z][A-Za-z&$-]*[A-Z][A-Za-z&]*?)s?[”’\"']?\s*[),;]")
CALLED = re.compile(
    r",?\s+(?:(?:also|better|commonly|which\s+is)\s+)?(?:known\s+as|abbreviated\s+to)\s+(?:the\s+)?[“‘\"']?([A-Z][A-Za-z&]*[A-Z])s?\b"
)
SPELT_OUT = re.compile(r"\b([A-Z][A-Z&]+)\s*\((?:the\s+)?$")
LONGEST = 20  # characters of an acronym, its bracket and an article
SPOKEN = re.compile(r"[\s\xa0]*\(([A-Z][a-z]{2,7})\)")  # "(Nato)": letters said as a word
STATES = frozenset(["UK", "US", "EU"])  # give their letters to an acronym
SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "at", "with", "a", "an", "de"])


@lru_cache(maxsize=4096)
def acronym_of(name: str) -> frozenset[str]:
    """The acronyms that a name can have: with and without its small words, and of its words without the last ones."""
    tokens = re.findall(r"[A-Za-z]+", name)
    big = [t for t in tokens if t.lower() not in SMALL]
    letters = "".join(t[0] for t in big).upper()
    every = "".join(t[0] for t in tokens).upper()
    spelt = "".join(t if t in STATES else t[0] for t in big).upper()  # "UKIP" of "UK Independence Party"
    return frozenset(a for a in (letters, every, spelt) if len(a) > 1)


def introduced_acronyms(article: ParsedArticle) -> dict[str, Mention]:
    """Acronym → the name that it is introduced for: "South Tarn Care Group (STCG)", ", known as STCG", "STCG (South Tarn …)"."""
    found: dict[str, Mention] = {}
    text = article.document.text
    named = [m for m in article.mentions if m.kind in (Kind.ORGANISATION, Kind.INITIATIVE, Kind.EVENT)]
    for mention in named:
        spoken = SPOKEN.match(text, mention.end)
        if spoken and spoken[1].upper() in acronym_of(mention.words):
            found.setdefault(spoken[1], mention)
        after = INTRODUCED.match(text, mention.end) or CALLED.match(text, mention.end)
        before = SPELT_OUT.search(text, max(0, mention.start - LONGEST), mention.start)
        if after and not mention.words.isupper():
            found.setdefault(after[1], mention)
        elif before and before[1] in acronym_of(mention.words) and text[mention.end : mention.end + 1] == ")":
            found.setdefault(before[1], mention)
    return found
