"""In which language a text is, where that is not English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

COMMON = frozenset(
    """
    the of and to in a is that for it was on are as with be at by this have from or had not but an they which we
    their his has will said who been were would he she its
    """.split()
)
ENGLISH_SHARE = 0.25  # of these words, from which a text is English: news has .25 to .50, other languages up to .11
MOST = 3000  # characters that are looked at
BESIDE = (
    0.01  # the same, of a line next to one in another language: a heading in French has .001, names alone .014 and more
)
LEAST = 60  # characters of words that are no names, from which a language can be told
LEAST_LIKELY = 0.001  # that a text is English: lists of results have .6 and more, English with foreign words .002, ten words of German 1e-6
ENGLISH = ("en", "pcm")  # Nigerian English is easily taken for the pidgin
WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str, *, is_beside: bool = False) -> str | None:
    """The language that a text is plainly in, as English calls it ("German"); None if that is English or cannot be told.

    A text with the common words of English is English. Any other is left out only if it has enough words that are no names, and both
    the text and these words are far from English: a list of foreign names is none.

    Args:
        is_beside: it stands next to text in another language, so that less is enough to tell.
    """
    if english_share(text) >= ENGLISH_SHARE:
        return None
    text = text[:MOST]
    words = _without_names(text)
    least, likely = (0, BESIDE) if is_beside else (LEAST, LEAST_LIKELY)
    if len(words) < least or _english(words)[0] >= likely:
        return None
    share, code = _english(text)
    return None if share >= likely or code == "zxx" else _called(code)


def english_share(text: str) -> float:
    """The share of the most common English words among a text's words."""
    words = WORD.findall(text[:MOST].lower())
    return sum(word in COMMON for word in words) / len(words) if words else 0.0


def _without_names(text: str) -> str:
    """The words that have no capital; all of them where most are set in capitals, and in scripts that have none."""
    words = WORD.findall(text)
    if sum(word.isupper() and len(word) > 1 for word in words) > len(words) / 2:
        return " ".join(words).lower()
    return " ".join(word for word in words if not word[0].isupper())


def _english(text: str) -> tuple[float, str]:
    """How likely a text is English, and the code of the language that it is likeliest in."""
    ranked = _identifier().rank(text)
    return sum(likely for code, likely in ranked if code in ENGLISH), ranked[0][0]


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # takes half a second: only for what may not be English

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _called(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, f"another language ({code})"))
