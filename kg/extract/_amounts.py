"""Sums of money in words and figures: where they stand in a text, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.model import Amount

SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "Rs": "INR",
    "Rs.": "INR",
    "GBP": "GBP",
    "EUR": "EUR",
    "USD": "USD",
    "INR": "INR",
    "CAD": "CAD",
}
NAMES = {
    "pound": "GBP",
    "quid": "GBP",
    "euro": "EUR",
    "dollar": "USD",
    "rupee": "INR",
    "pence": "GBP",
    "penny": "GBP",
    "cent": "USD",
}
SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "billion": 10**9, "tn": 10**12, "trn": 10**12, "trillion": 10**12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "hundred": 100,
}  # fmt: skip
SMALL = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)} | {"a": 1, "an": 1, "half a": 0}  # fmt: skip
_SIGN = r"(?:US\$|CA?\$|AU?\$|[£€₹$]|(?<![A-Za-z])Rs\.?(?=\s?\d)|\b(?:GBP|EUR|USD|INR|CAD)(?=\s?\d))"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:\s?-?\s?(?:thousand|million|billion|trillion|lakhs?|crores?|mln|bln|trn|bn|tn|mn|m|k|b)(?![A-Za-z]))"
_TO = r"\s?(?:-|–|—|to|and)\s?"
SIGNED = re.compile(
    rf"{_SIGN}\s?{_NUMBER}{_SCALE}?(?:(?:\s?[-–—]\s?|\sto\s|\sand\s(?=[£€$₹]))(?:{_SIGN})?\s?{_NUMBER}{_SCALE}?(?=\W|$))?",
    re.IGNORECASE,
)
_WORD = rf"(?:{'|'.join(sorted((w for w in SMALL if ' ' not in w), key=len, reverse=True))})"
NAMED = re.compile(
    rf"\b(?:(?:{_NUMBER}|half a|(?:{_WORD}[\s-])+?)\s?-?{_SCALE}?|{_NUMBER}{_SCALE}?|(?:a |an )?{_WORD}(?:[\s-](?:{_WORD}|hundred|thousand|million|billion|and))*)"
    r"(?:\s|-)?(?:pounds?|euros?|dollars?|rupees?|quid)\b(?!-)",
    re.IGNORECASE,
)
HALF = re.compile(
    r"\b(half a|a quarter of a|three quarters of a) (million|billion|trillion)\b(?: (pounds?|euros?|dollars?))?",
    re.IGNORECASE,
)
PENCE = re.compile(r"(?<![\w£.])\d{1,3}p\b(?! m\b)")
BARE_CRORE = re.compile(rf"(?<![\w₹.,]){_NUMBER}\s(?:crores?|lakhs?)\b", re.IGNORECASE)
PER_YEAR = re.compile(
    r"^[\s\xa0]*(?:,\s)?(?:a|per|each|every|/)[\s-]?(?:year|annum)\b|^[\s\xa0]*(?:annually|yearly)\b", re.IGNORECASE
)
AROUND_LOW = re.compile(r"\b(?:up to|as much as|maximum of|no more than|at most|under)\s*(?:an?\s)?$", re.IGNORECASE)
AROUND_HIGH = re.compile(
    r"\b(?:at least|more than|over|minimum of|no less than|in excess of|not less than)\s*$", re.IGNORECASE
)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Sum:
    """A sum where it stands: offsets in the text it was found in, and its worth."""

    start: int
    end: int
    amount: Amount


class AmountError(ValueError):
    """Words that state no sum."""


def parse_amount(words: str, currency: str | None = None) -> Amount:
    """The sum of money that the words state, in whole units of its currency.

    Args:
        words: one money expression as printed: "£325m", "€1.2bn", "ten million pounds", "£8-10m", "₹50 lakh", "50p".
        currency: what a bare "$" or a sum without a sign is counted in.

    Returns:
        Exact sums have low == high; "£8-10m" gives low 8,000,000 and high 10,000,000 and states the low end.

    Raises:
        AmountError: no number or no currency; the message quotes the words.

    Source: ISO 4217 for codes; lakh is 10^5 and crore 10^7.
    """
    text = words.strip().replace("\xa0", " ")
    found = _currency(text) or currency
    if found is None:
        raise AmountError(f"no currency in {words!r}")
    if currency is not None and text.startswith("$"):
        found = currency
    if text.lower().endswith("p") and text[:-1].isdigit():
        return _exact(Decimal(text[:-1]) / 100, "GBP")
    numbers = re.findall(rf"({_NUMBER})({_SCALE})?", text, re.IGNORECASE)
    if not numbers:
        value = _in_words(text)
        if value is None:
            raise AmountError(f"no number in {words!r}")
        return _exact(value, found)
    values = [Decimal(number.replace(",", "")) for number, _ in numbers]
    scales = [_scale(scale) for _, scale in numbers]
    last = scales[-1]
    low = values[0] * (scales[0] if scales[0] > 1 else last if len(values) > 1 else 1)
    if len(values) == 1:
        return _exact(low, found)
    high = values[-1] * last
    if high < low:
        return _exact(low, found)
    return Amount(int(low), found, int(low), int(high))


def _exact(value: Decimal, currency: str) -> Amount:
    whole = int(value) if value >= 1 or value == 0 else 0
    return Amount(whole, currency, whole, whole)


def _scale(words: str) -> int:
    return SCALES.get(words.strip(" -").lower(), 1)


def _currency(text: str) -> str | None:
    for sign in sorted(SIGNS, key=len, reverse=True):
        if text.startswith(sign):
            return SIGNS[sign]
    for name, code in NAMES.items():
        if re.search(rf"\b{name}s?\b", text, re.IGNORECASE):
            return code
    if re.search(r"\b(?:crores?|lakhs?)\b", text, re.IGNORECASE):
        return "INR"
    if re.fullmatch(r"\d+p", text):
        return "GBP"
    return None


def _in_words(text: str) -> Decimal | None:
    """ "ten million", "two hundred and fifty thousand", "half a billion"."""
    lower = text.lower()
    if found := re.search(r"(half|quarter|three quarters)(?: of)? an? (million|billion|trillion)", lower):
        return Decimal({"half": "0.5", "quarter": "0.25", "three quarters": "0.75"}[found[1]]) * SCALES[found[2]]
    total, current, seen = 0, 0, False
    for word in re.findall(r"[a-z]+", lower):
        if word in SMALL:
            current += SMALL[word]
            seen = True
        elif word == "hundred":
            current = max(current, 1) * 100
            seen = True
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current, seen = 0, True
    return Decimal(total + current) if seen and total + current else None


def sums_in(text: str, dollar: str = "USD") -> list[Sum]:
    """The sums of a text, in order, never overlapping.

    Args:
        dollar: the currency of a bare "$" in this article.
    """
    found: list[Sum] = []
    for match in _matches(text):
        words = match.group().rstrip(" ,.-–—")
        try:
            amount = parse_amount(
                words, dollar if words.startswith("$") or "dollar" in words.lower() else _plain_currency(text, words)
            )
        except AmountError:
            continue
        start, end = match.start(), match.start() + len(words)
        if all(end <= other.start or other.end <= start for other in found):
            found.append(Sum(start, end, _bounded(text, start, end, amount)))
    return sorted(found)


def _plain_currency(text: str, words: str) -> str | None:
    """For "half a billion" without a currency: that of the first sign in the text."""
    if HALF.fullmatch(words):
        sign = re.search(r"[£€₹]", text)
        return SIGNS[sign.group()] if sign else None
    return None


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in (SIGNED, NAMED, HALF, BARE_CRORE, PENCE):
        yield from pattern.finditer(text)


def _bounded(text: str, start: int, end: int, amount: Amount) -> Amount:
    """The amount with what stands around it: "up to", "at least", "between … and …", "a year"."""
    before, after = text[max(0, start - 24) : start], text[end : end + 20]
    if PER_YEAR.match(after):
        amount = replace(amount, is_per_year=True)
    if AROUND_LOW.search(before):
        return replace(amount, low=None)
    if AROUND_HIGH.search(before):
        return replace(amount, high=None)
    return amount


def dollar_of(text: str) -> str:
    """What a bare "$" is in this text: Canadian or Australian where the text speaks of those countries, else US."""
    if re.search(
        r"\b(?:Canad(?:a|ian)|Ontario|Alberta|Quebec|Toronto|Ottawa|Saskatchewan|Sask\.|Manitoba|MLA)\b", text
    ):
        return "CAD"
    if re.search(r"\b(?:Australian?|Canberra|Sydney|Melbourne|Queensland|Brisbane)\b", text):
        return "AUD"
    return "USD"
