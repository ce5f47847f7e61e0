"""Signs and names of currencies, and whose dollars, pounds or cents a text counts in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import rows

# Letters before "$" that may stand apart from it or in lower case; a single letter may not ("a $4 billion plan").
_APART = re.compile(r"^([A-Za-z.]{2,4})\$$")


@dataclass(frozen=True, slots=True)
class Currencies:
    """The words for currencies, as pattern texts and as maps to ISO 4217 codes.

    Attributes:
        sign: pattern text of a sign or code before a number.
        after: pattern text of a sign or code after a number.
        name: pattern text of a name, singular or plural. parts: in lower case; every text with a name has one of them.
        scaled: names that mean money only after large numbers ("won", "rand").
        reach: the number after a sign begins at most so many characters after the sign does.
    """

    sign: str
    after: str
    name: str
    parts: tuple[str, ...]
    codes: dict[str, str]
    scaled: frozenset[str]
    reach: int


@lru_cache(maxsize=1)
def currencies() -> Currencies:
    """The list of kg/lexicon/currencies.txt, ready to search with."""
    signs: dict[str, str] = {}
    names: dict[str, str] = {}
    scaled = set()
    for code, marks, words in (row for row in rows("currencies")):
        signs |= dict.fromkeys(marks.split(), code)
        for word in words.split("|"):
            names[word.rstrip("*")] = code
            if word.endswith("*"):
                scaled.add(word.rstrip("*"))
    ordered = sorted(signs, key=lambda sign: (-len(sign), sign))
    plain = [sign for sign in ordered if not sign[-1].isalpha()]
    letters = [sign for sign in ordered if sign[-1].isalpha()]
    before = [_sign_pattern(sign) for sign in plain] + [
        rf"(?<![A-Za-z]){re.escape(sign)}(?=[\s\xa0]?\d)" for sign in letters
    ]
    after = [re.escape(sign) + r"(?!\s?\d)" for sign in plain if len(sign) == 1] + [
        rf"{sign}\b(?!\s?\d)" for sign in letters if len(sign) == 3
    ]
    words = "|".join(re.escape(name) + "(?:e?s)?" for name in sorted(names, key=lambda name: (-len(name), name)))
    codes = {_key(sign): code for sign, code in signs.items()} | names
    return Currencies(
        f"(?:{'|'.join(before)})",
        f"(?:{'|'.join(after)})",
        f"(?:{words})",
        tuple(sorted(name for name in names if not any(other in name for other in names if other != name))),
        codes,
        frozenset(scaled),
        len(ordered[0]) + 2,
    )


def _sign_pattern(sign: str) -> str:
    if len(sign) == 1:
        return re.escape(sign)
    guard = r"(?<![A-Za-z])" if sign[0].isalpha() else ""
    if _APART.match(sign):
        return rf"{guard}(?i:{re.escape(sign[:-1])})[\s\xa0]?\$"
    if sign == "C$":
        return r"(?<![A-Za-z])[Cc][\s\xa0]?\$"
    return guard + re.escape(sign)


def _key(sign: str) -> str:
    return re.sub(r"\s", "", sign).upper()


def code_of(mark: str, dollar: str = "USD") -> str | None:
    """The ISO code that a sign, a code or a name (singular or plural) stands for.

    Args:
        dollar: what a bare "$" or "dollars" is counted in.
    """
    known = currencies().codes
    word = re.sub(r"\s+", " ", mark.strip().lower())
    for form in (_key(mark), word, word.removesuffix("s"), word.removesuffix("es")):
        if form in known:
            return dollar if form in ("$", "dollar") else known[form]
    return None


def dollar_of(text: str) -> str:
    """What a bare "$" is in this text: the dollar of the country of which it speaks most, US where none leads.

    A text that marks some dollars as foreign ("A$5m") means US dollars by the bare sign.
    """
    if re.search(r"\b(?:C|CA|A|AU|NZ)\$", text):
        return "USD"
    counts: dict[str, int] = {"USD": 0}
    for word, code in rows("dollar_countries"):
        if word in text:
            found = len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))
            counts[code] = counts.get(code, 0) + found
    best = max(sorted(counts), key=lambda code: counts[code])
    return best if counts[best] > 2 * counts["USD"] else "USD"


# Signs and plurals by the name that they stand for, where several countries use it
_SAME = {"rs": "rupee", "rs.": "rupee", "sh": "shilling", "sh.": "shilling", "shs": "shilling", "kroner": "krone", "kronor": "krona"}  # fmt: skip


def at_home(mark: str, code: str, text: str) -> str:
    """The code, or that of the country of which the text speaks most, where several use what the mark names: "Rs", "crowns".

    Args:
        code: what the mark stands for where the text names none of the countries.
    """
    lower = mark.lower()
    homes = _homes(_SAME.get(lower, lower.removesuffix("s")), text)
    return max(sorted(homes), key=lambda home: homes[home], default=code)


@lru_cache(maxsize=16)
def _homes(currency: str, text: str) -> dict[str, int]:
    """Code of a country's currency of that name → how often the text names the country; what is never named is left out."""
    found: dict[str, int] = {}
    for name, places, code in rows("currency_countries"):
        if name == currency and (count := len(re.findall(rf"(?<!\w)(?:{places})(?!\w)", text))):
            found[code] = count
    return found


def cent_of(text: str, dollar: str) -> str:
    """What "cents" are part of: the euro where the text counts in euros and not in dollars."""
    return "EUR" if re.search(r"€|\beuros?\b", text, re.IGNORECASE) and "$" not in text else dollar
