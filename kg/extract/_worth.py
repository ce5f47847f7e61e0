"""What the words of a number are worth: figures, scales, number words, fractions."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {
    "hundred": 10**2, "k": 10**3, "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "mil": 10**6, "million": 10**6, "crore": 10**7, "cr": 10**7, "b": 10**9, "bn": 10**9, "bln": 10**9, "billion": 10**9,
    "tn": 10**12, "trn": 10**12, "trillion": 10**12,
}  # fmt: skip
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
FIGURES = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?"
SCALE = (
    r"(?:thousand|hundred|million|billion|trillion|lakhs?|lacs?|crores?|mln|bln|trn|mil|bn|tn|mn|cr|m|k|b)(?![A-Za-z])"
)
LARGE = r"(?:thousand|million|billion|trillion|lakh|crore)"
WORD = rf"(?:{'|'.join(sorted([*SMALL, 'hundred', 'thousand', 'million', 'billion', 'trillion', 'lakhs?', 'crores?', 'half', 'quarters?', 'thirds?', 'of', 'and', 'an', 'a'], key=len, reverse=True))})"

# Fractions in words become figures before anything is counted.
_FRACTIONS = (
    (re.compile(rf"\bthree quarters (?:of an? )?(?={LARGE})"), "0.75 "),
    (re.compile(rf"\b(?:an? |one )?quarter (?:of an? )?(?={LARGE})"), "0.25 "),
    (re.compile(rf"\btwo thirds (?:of an? )?(?={LARGE})"), "0.667 "),
    (re.compile(rf"\b(?:an? |one )?third (?:of an? )?(?={LARGE})"), "0.333 "),
    (re.compile(rf"\b(?:an? )?half (?:of )?(?:an? )?(?={LARGE})"), "0.5 "),
)
_AND_A_HALF = re.compile(rf"^(.+?) and an? (half|quarter)(?: ({LARGE}))?$")


def value_of(words: str) -> Decimal | None:
    """The value of "325m", "1,00,000", "two hundred and fifty thousand", "half a billion", "one and a half million".

    None where the words are no number.
    """
    text = re.sub(r"[\s\xa0–-]+", " ", words.strip().lower()).strip()
    if found := _AND_A_HALF.match(text):
        return _with_fraction(found)
    for pattern, figures in _FRACTIONS:
        text = pattern.sub(figures, text)
    return _counted(text)


def _with_fraction(found: re.Match[str]) -> Decimal | None:
    """ "one and a half million", "a million and a half"."""
    whole = _counted(found[1])
    if whole is None:
        return None
    part = Decimal("0.5") if found[2] == "half" else Decimal("0.25")
    if found[3]:
        return (whole + part) * SCALES[found[3]]
    scale = max((size for word, size in SCALES.items() if re.search(rf"\b{word}$", found[1])), default=1)
    return whole + part * scale


def _counted(text: str) -> Decimal | None:
    total, current, is_article = Decimal(0), None, False
    for word in re.findall(rf"{FIGURES}|[a-z]+", text):
        if is_article and word not in ("hundred", "half") and word not in SCALES:
            return None
        is_article = word in ("a", "an")
        bare = word if word in SCALES else word.removesuffix("s")
        if word[0].isdigit():
            if current is not None:
                return None
            current = Decimal(word.replace(",", ""))
        elif word in SMALL:
            current = (current or Decimal(0)) + SMALL[word]
        elif word in ("a", "an"):
            current = Decimal(1) if current is None else current
        elif bare == "hundred":
            current = (Decimal(1) if current is None else current) * 100
        elif bare in SCALES:
            total += (Decimal(1) if current is None else current) * SCALES[bare]
            current = None
        elif word != "and":
            return None
    return total + (current or 0) if total or current is not None else None
