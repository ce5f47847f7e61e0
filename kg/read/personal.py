"""Telephone numbers and e-mail addresses, masked at equal length: no build passes them on, no offset moves."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A leading + or 0 and 9 to 14 digits in groups of two or more: "0191 5870008", "+44 (0)20 7946 0000". Sums have commas, years no zero.
TELEPHONE = re.compile(
    r"(?<![\w.,£$€₹/])(?:\+\d{1,3}[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d{1,4}\)?(?:[\s-]?\d{2,8}){1,4}(?![\w/]|[.,]\d)"
)
MASK = "█"


def mask(text: str) -> str:
    """The text with every e-mail address and telephone number replaced by as many full blocks."""
    if "@" in text:
        text = EMAIL.sub(lambda found: MASK * len(found.group()), text)

    def hide(found: re.Match[str]) -> str:
        digits = sum(character.isdigit() for character in found.group())
        return MASK * len(found.group()) if 9 <= digits <= 15 else found.group()

    return TELEPHONE.sub(hide, text)
