"""The plain text of a mail → its own words: lines joined to paragraphs; quoted mail, signature and the like left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

QUOTED = re.compile(r"^\s*>")
ATTRIBUTION = re.compile(
    r"^(?:On\b.{8,200}\bwrote:|.{2,60}\bwrote:|.{2,80}<[^<>\s]+@[^<>\s]+>\s*(?:wrote|writes):?)\s*$"
)
ORIGINAL = re.compile(
    r"^\s*[-_*]{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht)\s*[-_*]{2,}\s*$", re.IGNORECASE
)
FORWARDED = re.compile(
    r"^\s*(?:[-_*]{2,}\s*forwarded (?:message|by)\b.*|begin forwarded message:?|-+ ?weitergeleitete nachricht ?-+)\s*$",
    re.IGNORECASE,
)
HEAD = re.compile(r"^\s*\*?(from|to|cc|sent|date|subject|reply-to)\s*:\*?\s*(.*)$", re.IGNORECASE)
SIGNATURE = re.compile(r"^--\s?$")
BLANK_RULE = re.compile(r"^\s*[-=_*~#]{4,}\s*$")
LINK = re.compile(r"\s*[<\[(]\s*(?:https?|mailto):[^\s>\])]+\s*[>\])]")
BARE_LINK = re.compile(r"^\s*(?:https?|mailto):\S+\s*$")
LEAST_WORDS = 30  # of one's own above a quoted mail: with fewer ("FYI") the quoted mail is what the reader wants
WIDEST = 100  # characters: a text with longer lines was not broken to a width


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The head of a mail that was passed on, as printed."""

    sender: str = ""
    date: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says.

    Attributes:
        left_out: lines of quoted mail and signature.
        forwarded: the head of the mail whose words these are, if they were passed on.
        has_other: whether another mail is quoted or passed on in it.
    """

    text: str
    left_out: int = 0
    forwarded: Forwarded | None = None
    has_other: bool = False


def letter_of(text: str, *, is_flowed: bool = False) -> Letter:
    """The mail's own words; those of the mail below where it was only passed on.

    Args:
        is_flowed: lines end in a blank where the paragraph goes on (RFC 3676).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    own, below = _parted(lines)
    head: Forwarded | None = None
    if below and len(" ".join(own).split()) < LEAST_WORDS:
        head, own = _passed_on(below)
    kept = _unsigned([line for line in own if not QUOTED.match(line)])
    left_out = sum(bool(line.strip()) for line in lines) - sum(bool(line.strip()) for line in kept)
    return Letter(
        "\n\n".join(_paragraphs([_without_links(line) for line in kept], is_flowed)) + "\n", left_out, head, bool(below)
    )


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines above a mail that is quoted or passed on, and those from its head on."""
    for n, line in enumerate(lines):
        heads = [found[1].lower() for found in map(HEAD.match, lines[n : n + 6]) if found]
        is_head = bool(HEAD.match(line)) and "from" in heads and "subject" in heads and heads[0] == "from"
        two = f"{line} {lines[n + 1]}" if n + 1 < len(lines) else line
        is_reply = (ATTRIBUTION.match(line) or (line.startswith("On ") and ATTRIBUTION.match(two))) and any(
            QUOTED.match(other) for other in lines[n + 1 : n + 5]
        )
        if ORIGINAL.match(line) or FORWARDED.match(line) or is_head or is_reply:
            return list(lines[:n]), list(lines[n:])
    return list(lines), []


def _passed_on(lines: Sequence[str]) -> tuple[Forwarded, list[str]]:
    """The head of a mail that was passed on, and its own lines, quotation marks taken off."""
    bare = [re.sub(r"^\s*>\s?", "", line) for line in lines]
    known: dict[str, str] = {}
    n = 0
    while n < len(bare):
        found = HEAD.match(bare[n])
        if found:
            known.setdefault(found[1].lower(), found[2].strip("* "))
        elif (
            bare[n].strip()
            and not (FORWARDED.match(bare[n]) or ORIGINAL.match(bare[n]) or ATTRIBUTION.match(bare[n]))
            and (known or n > 2)
        ):
            break
        n += 1
    head = Forwarded(known.get("from", ""), known.get("date", "") or known.get("sent", ""), known.get("subject", ""))
    return head, _parted(bare[n:])[0]


def _unsigned(lines: list[str]) -> list[str]:
    """The lines above the signature."""
    at = next((n for n, line in enumerate(lines) if SIGNATURE.match(line)), len(lines))
    return lines[:at]


def _without_links(line: str) -> str:
    """The line without the addresses that stand behind words of it."""
    return "" if BARE_LINK.match(line) else LINK.sub("", line)


def _paragraphs(lines: Sequence[str], is_flowed: bool) -> list[str]:
    """The lines joined where they were only broken to a width."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    found: list[str] = []
    goes_on = False
    blanks = 0  # lines without words before this one: two or more part stories
    for above, line in zip(["", *lines], lines, strict=False):
        words = line.strip()
        if not words or BLANK_RULE.match(line):
            goes_on, blanks = False, blanks + 1
            continue
        if is_flowed:
            is_same = goes_on and above.endswith(" ")
        else:
            first = words.split(" ", 1)[0]
            is_same = goes_on and 40 <= width <= WIDEST and len(above.rstrip()) + 1 + len(first) > min(width, 72)
        if is_same and not re.match(r"[*•-]\s", words):
            found[-1] += f" {words}"
        else:
            found.append(f"\n{words}" if blanks > 1 and found else words)
        goes_on, blanks = True, 0
    return found
