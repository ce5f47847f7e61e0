"""Sums of money in words and figures: where they stand in a text, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from kg.extract._currencies import at_home, cent_of, code_of, currencies, dollar_of
from kg.extract._worth import FIGURES, LARGE, SCALE, WORD, value_of
from kg.model import Amount

DIGIT = re.compile(r"\d")
_GAP = r"[\s\xa0]?-?"
_SCALED = rf"{FIGURES}(?:{_GAP}[\s\xa0]?(?i:{SCALE}))?"
_NUMBER_WORDS = rf"(?:(?:{FIGURES}|{WORD}|{SCALE})(?:[\s\xa0]|-))+"
PER_YEAR = re.compile(
    r"^[\s\xa0]*(?:,\s)?(?:-a-year|(?:a|per|each|every|/)[\s-]?(?:year|annum))\b|^[\s\xa0]*(?:annually|yearly)\b",
    re.IGNORECASE,
)
_MORE = r"(?:an? )?(?:(?:extra|additional|further|estimated|total of|about|another)\s)?"
AT_MOST = re.compile(
    rf"\b(?:up to|as much as|maximum of|no more than|not more than|at most|less than|under|below)\s+{_MORE}$",
    re.IGNORECASE,
)
AT_LEAST = re.compile(
    rf"\b(?:at least|more than|over|minimum of|no less than|not less than|in excess of|above|upwards of)\s+{_MORE}$",
    re.IGNORECASE,
)
FROM = re.compile(r"(?<!ranging )(?<!ranges )(?<!range )(?<!ranged )(?<!anything )(?<!run )\bfrom\s+$", re.IGNORECASE)
MOVED = re.compile(
    r"\b(?:fell|fall(?:s|ing)?|dropp?(?:ed|s)?|lost|los(?:es|ing)|slipp?(?:ed|s)?|slid|tumbled|plunged|dipped|shed|rose|ris(?:es|ing)|gain(?:ed|s|ing)?|jumped|climbed|added|up|down)\s+"
    r"(?:by\s+)?(?:more than |nearly |almost |about |another )?$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
# A small number of "pounds" in a text without "£" may be a weight: it is money only where the words speak of money
PRICED = re.compile(
    r"\b(?:pence|sterling|quid|money|cash|cost\w*|price\w*|pa(?:y|ys|id|ying)|worth|fine[ds]?|salary|wages?|earn\w*|spen[dt]\w*|"
    r"charge\w*|donat\w*|give|gave|grants?|fund\w*|fees?|bills?)\b",
    re.IGNORECASE,
)
WEIGHED = re.compile(r"\b(?:weigh\w*|weight|heavier|lighter|lost|gain\w*|shed|lb|kg|kilos?|ounces?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Sum:
    """A sum where it stands.

    Attributes:
        start, end: offsets in the text it was found in.
        amount: its worth in whole units.
        value: its low end exactly, pence and cents included.
        high: its high end exactly.
    """

    start: int
    end: int
    amount: Amount
    value: Decimal
    high: Decimal


class AmountError(ValueError):
    """Words that state no sum."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Sequence[str], re.Pattern[str]], ...]:
    """The ways of writing a sum, from the most to the least telling; before each what a text must have one of, in lower case with 0 for every digit."""
    known = currencies()
    # signs are looked for only where a number is near: there are a hundred, and each would be tried at every letter
    signed = rf"(?=\D{{1,{known.reach}}}\d)(?P<sign>{known.sign})[\s\xa0]?(?P<low>{_SCALED})"
    tail = rf"(?P<dash>[\s\xa0]?[-–—][\s\xa0]?|[\s\xa0]to[\s\xa0]|[\s\xa0]and[\s\xa0])(?P<sign2>{known.sign})?[\s\xa0]?(?P<high>{_SCALED})"
    cents = rf"(?:[\s\xa0](?:and[\s\xa0])?(?P<minor>(?:{WORD}[\s-])+|\d{{1,2}}[\s\xa0])(?:cents?|pence))?"
    named_range = (
        rf"(?<![\w.,])(?P<low>{_SCALED})(?P<dash>[-–—]|[\s\xa0]to[\s\xa0]|[\s\xa0]and[\s\xa0])"
        rf"(?P<high>{_SCALED})[\s\xa0-](?P<name>{known.name})\b"
    )
    named = rf"(?<![\w.,£€$₹])(?P<low>{_NUMBER_WORDS}|{_SCALED}[\s\xa0-]?)(?P<name>{known.name})\b{cents}"
    after = rf"(?<![\w.,£€$₹])(?P<low>{_SCALED})[\s\xa0]?(?P<name>{known.after})"
    minor = rf"(?<![\w.,£€$₹])(?P<low>\d+(?:\.\d+)?[\s\xa0]?|(?:{WORD}[\s-])+)(?P<name>(?:pence|penny|pennies|cents?)\b|(?<=\d)p\b)(?!-?\w*\d)"
    indian = rf"(?<![\w₹.,])(?P<low>{FIGURES}[\s\xa0](?:crores?|lakhs?))\b"
    half = (
        rf"\b(?P<low>(?:half|a quarter of|three quarters of|one and a half|two and a half)[\s-](?:an?[\s-])?{LARGE})\b"
    )
    return (
        ("0", re.compile(signed + rf"(?:{tail}(?![\w%]))?")),
        (known.parts, re.compile(named_range, re.IGNORECASE)),
        (known.parts, re.compile(named, re.IGNORECASE)),
        ("0", re.compile(after)),
        (("pence", "penn", "cent", "0p"), re.compile(minor, re.IGNORECASE)),
        (("crore", "lakh"), re.compile(indian, re.IGNORECASE)),
        (("half", "quarter"), re.compile(half, re.IGNORECASE)),
    )


def parse_amount(words: str, dollar: str = "USD") -> Amount:
    """The sum of money that the words state, in whole units of its currency.

    Args:
        words: one money expression as printed: "£325m", "€1.2bn", "ten million pounds", "£8-10m", "₹50 lakh", "50p".
        dollar: what a bare "$" is counted in.

    Returns:
        Exact sums have low == high; "£8-10m" gives low 8,000,000 and high 10,000,000 and states the low end.

    Raises:
        AmountError: the words are not one sum; the message quotes them.

    Source: ISO 4217 for codes; lakh is 10^5 and crore 10^7.
    """
    found = sums_in(words.strip(), dollar)
    if len(found) != 1:
        raise AmountError(f"{words!r} is not one sum of money")
    return found[0].amount


def sums_in(text: str, dollar: str = "USD", *, whole: str = "") -> list[Sum]:
    """The sums of a text, in order, never overlapping.

    Args:
        dollar: the currency of a bare "$" in this article (see `dollar_of`).
        whole: the article, where `text` is a part of it: an article that writes "£" means money by "pounds".
    """
    is_british = "£" in whole or "£" in text
    found: list[Sum] = []
    plain = DIGIT.sub("0", text.lower())
    for needed, pattern in _patterns():
        for match in pattern.finditer(text) if any(part in plain for part in needed) else ():
            for item in _read(text, match, dollar, is_british, whole or text):
                if all(item.end <= other.start or other.end <= item.start for other in found):
                    found.append(item)
    return sorted(found)


def _read(text: str, match: re.Match[str], dollar: str, is_british: bool, whole: str) -> Iterator[Sum]:
    """The one or two sums that a match states: a range is one, "from £5m to £3m" are two."""
    parts = match.groupdict()
    mark = parts.get("sign") or parts.get("name") or ""
    code = _code(text, match, mark, dollar)
    code = code and at_home(mark, code, whole)
    low_words = parts["low"]
    start = match.start()
    if parts.get("name") and not parts.get("high"):
        low_words, skipped = _number_at_end(low_words)
        start += skipped
    low = value_of(low_words)
    if code is None or low is None or not _is_money(text, match, mark, low_words, low, is_british):
        return
    if mark.lower() in ("p", "penny", "pennies", "pence", "cent", "cents"):
        low /= 100
    if parts.get("minor") and (more := value_of(parts["minor"])) is not None:
        low += more / 100
    if not parts.get("high"):
        end = match.end() if parts.get("minor") or not parts.get("sign") else match.end("low")
        yield _sum(text, start, end, code, low, low)
        return
    yield from _pair(text, match, code, low, dollar)


def _pair(text: str, match: re.Match[str], code: str, low: Decimal, dollar: str) -> Iterator[Sum]:
    """The range, or the two sums, that "A to B" states."""
    high = value_of(match["high"])
    second = match.groupdict().get("sign2")
    if high is None:
        return
    has_scale = not re.fullmatch(FIGURES, match["low"])
    shared = re.search(rf"{SCALE}$", match["high"])
    if not has_scale and shared and low < 1000:
        low *= value_of("1" + shared.group()) or 1
    before = text[max(0, match.start() - 40) : match.start()]
    is_between, is_and = bool(BETWEEN.search(before)), "and" in match["dash"]
    is_change = (bool(FROM.search(before)) and (has_scale or not shared)) or (
        "to" in match["dash"] and bool(MOVED.search(before))
    )
    other = code if second is None or second == match.groupdict().get("sign") else code_of(second, dollar)
    if (
        high < low
        or other != code
        or (is_and and not is_between)
        or is_change
        or (is_and and not second and not shared)
    ):
        first_end = match.end("low")
        yield _sum(text, match.start(), first_end, code, value_of(match["low"]) or low, value_of(match["low"]) or low)
        if second and other is not None:
            yield _sum(text, match.start("sign2"), match.end("high"), other, high, high)
        return
    start = match.start() - len("between ") if is_between else match.start()
    yield _sum(text, start, match.end(), code, low, high)


def _number_at_end(words: str) -> tuple[str, int]:
    """The part of a run of words that is a number: "one of five million" → "five million", with how much was cut."""
    pieces = list(re.finditer(r"[^\s\xa0]+[\s\xa0]*", words))
    for index, piece in enumerate(pieces):
        rest = words[piece.start() :]
        first = rest.split()[0].lower() if rest.split() else ""
        if first in ("of", "and") or (first in ("a", "an") and index + 1 == len(pieces)):
            continue
        if re.match(rf"{SCALE}|{LARGE}", first):  # "multi-million pound": no number
            return "", 0
        if re.search(r"[\s-]of[\s-](?!an?[\s-])", rest.lower()):
            continue
        if value_of(rest) is not None:
            return rest, piece.start()
    return "", 0


def _code(text: str, match: re.Match[str], mark: str, dollar: str) -> str | None:
    """The currency of a match; of "half a billion" and of bare crores the one that the text counts in."""
    lower = mark.lower()
    if lower in ("p", "pence", "penny", "pennies"):
        return "GBP"
    if lower in ("cent", "cents"):
        return cent_of(text, dollar)
    if mark:
        return code_of(mark, dollar)
    if re.search(r"crore|lakh", match["low"], re.IGNORECASE):
        return "INR"
    sign = re.search(r"[£€₹$]", text)
    goes_on = re.match(
        r"\s(?:a year|extra|more|on|from|in (?:funding|cash|aid|grants|loans|savings|debt|investment)|worth)\b|[.,;”\"]",
        text[match.end() :],
    )
    return code_of(sign.group(), dollar) if sign and goes_on else None


def _is_money(text: str, match: re.Match[str], mark: str, words: str, value: Decimal, is_british: bool) -> bool:
    """Whether the words count money: not a weight, a video format, a match that was won, "per cent"."""
    lower = mark.lower()
    has_scale = bool(re.search(LARGE, words, re.IGNORECASE) or re.search(rf"\d\s?-?{SCALE}", words))
    singular = lower.removesuffix("s")
    if (lower in currencies().scaled or singular in currencies().scaled) and not (has_scale or value >= 1000):
        return False
    if mark == "R" and (not has_scale and value < 1000):
        return False  # "R2": a road, a robot
    if lower == "p" and not (0 < value < 240 or value in (250, 300, 350)):
        return False
    if lower in ("pound", "pounds") and not has_scale and not is_british:
        around = text[max(0, match.start() - 60) : match.end() + 40]
        return bool(PRICED.search(around)) and not WEIGHED.search(around)
    return True


def _sum(text: str, start: int, end: int, code: str, low: Decimal, high: Decimal) -> Sum:
    whole = int(low)
    amount = Amount(whole, code, whole, int(high))
    return Sum(start, end, _bounded(text, start, end, amount), low, high)


def _bounded(text: str, start: int, end: int, amount: Amount) -> Amount:
    """The amount with what stands around it: "up to", "at least", "a year"."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if PER_YEAR.match(after):
        amount = replace(amount, is_per_year=True)
    if AT_MOST.search(before):
        return replace(amount, low=None)
    if AT_LEAST.search(before):
        return replace(amount, high=None)
    return amount


__all__ = ["AmountError", "Sum", "dollar_of", "parse_amount", "sums_in"]
