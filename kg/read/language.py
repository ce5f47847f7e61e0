"""Whether a text is English."""

from __future__ import annotations

import re

COMMON = frozenset(
    """
    the of and to in a is that for it was on are as with be at by this have from or had not but an they which we
    their his has will said who been were would he she its
    """.split()
)
LEAST_SHARE = 0.13  # English news has .30 to .45 of these words, lists of results .15, Dutch and German below .08
LEAST_WORDS = 40  # below so many words a text is given the benefit of the doubt


def is_english(text: str) -> bool:
    """Whether enough of the words are the most common English ones; True for short texts."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) < LEAST_WORDS or sum(word in COMMON for word in words) / len(words) >= LEAST_SHARE
