"""Downloads of press databases as one text: many articles, each with a head of fields (LexisNexis, Nexis Uni, Factiva).

What is told by plain marks alone: "LENGTH: 523 words" in the head, "1 of 20 DOCUMENTS" or "End of Document" between; or Factiva's
two letters before each field ("HD", "WC", "PD", "LP", "AN").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from statistics import median
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Given, Piece, Skipped
from kg.read.byline import names_in
from kg.read.dates import date_in
from kg.read.decode import decode
from kg.read.records import compose, numbered
from kg.settings import Settings

SUFFIXES = (".nexis", ".factiva")

BETWEEN = re.compile(
    r"^[ \t]*(?:document[ \t]+)?\d+ of \d+ documents?[ \t]*$|^[ \t]*end of document[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
HEAD = re.compile(r"^(byline|section|length|dateline|highlight|headline|body)[ \t]*(?::[ \t]*(.*))?$", re.IGNORECASE)
TAIL = re.compile(
    r"^(?:(?:load-date|language|graphic|publication-type|journal-code|document-type|subject|classification|type|notes):"
    r"|copyright \d{4}\b|all rights reserved\b)",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"^(?:copyright\b|©|all rights reserved)", re.IGNORECASE)
EDITION = re.compile(r"\bedition(?: \d)?$", re.IGNORECASE)
WRAPPED = 100  # characters that no line of a text has which was broken into lines for a screen

FIELD = re.compile(
    r"^(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CLM|SE|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]+(\S.*))?$"
)
NUMBER = re.compile(r"^Document [A-Za-z]{2,12}\d{8,}\w*$")


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each article, numbered from 1.

    Raises:
        ReadError: it is larger than a file may be, or has no article with a head.
    """
    data = stream.read(settings.max_file_bytes + 1)
    if len(data) > settings.max_file_bytes:
        raise ReadError(f"{path}: more than {settings.max_file_bytes:,} bytes; download fewer articles at a time")
    lines = decode(data, path).splitlines()
    found = _factiva(lines) if any(FIELD.match(line) and line.startswith("HD") for line in lines) else _nexis(lines)
    number = 0
    for number, (known, text) in enumerate(found, start=1):
        title = known.get("title", ("", ""))[0]
        given = tuple(Given(field, value, origin) for field, (value, origin) in known.items() if value)
        yield compose(numbered(path, number, title), title, text, given, ())
    if not number:
        raise ReadError(
            f"{path}: no article with a head (“LENGTH: 523 words”); expected a download of a press database"
        )


Known = dict[str, tuple[str, str]]  # field of a Given → value and origin


def _nexis(lines: list[str]) -> Iterator[tuple[Known, str]]:
    for part in BETWEEN.split("\n".join(lines)):
        own = part.split("\n")
        heads = [(place, match) for place, line in enumerate(own) if (match := HEAD.match(line.strip()))]
        length = next((n for n, (_, match) in enumerate(heads) if match[1].lower() == "length"), None)
        if length is None:
            continue
        body = _after_head(own, heads, length)
        end = next((n for n in range(body, len(own)) if TAIL.match(own[n].strip())), len(own))
        top = [line.strip() for line in own[: heads[0][0]] if line.strip() and not RIGHTS.match(line.strip())]
        fields = {match[1].lower(): (match[2] or "").strip() for _, match in heads[: length + 4]}
        yield _headed(top, fields), _paragraphs(own[body:end])


def _after_head(lines: list[str], heads: list[tuple[int, re.Match[str]]], length: int) -> int:
    """Where the body begins: after "Body", or after the last field that follows the length with nothing but blanks between."""
    for place, match in heads:
        if match[1].lower() == "body" and match[2] is None:
            return place + 1
    at = heads[length][0]
    for place, _ in heads[length + 1 :]:
        if any(line.strip() for line in lines[at + 1 : place]):
            break
        at = place
    return at + 1


def _headed(top: list[str], fields: Mapping[str, str]) -> Known:
    """What the lines above the fields say: publisher, date, title (LexisNexis), or title, publisher, date (Nexis Uni)."""
    dated = next((n for n, line in enumerate(top) if date_in(line)), None)
    known: Known = {}
    if dated is not None and dated >= 1:
        title = top[: dated - 1] or [line for line in top[dated + 1 :] if not EDITION.search(line)]
        known = {
            "publisher": (top[dated - 1], "head of the article"),
            "published": (date_in(top[dated]) or "", "head of the article"),
            "title": (" ".join(title), "head of the article"),
        }
    if fields.get("headline"):
        known["title"] = (fields["headline"], "field HEADLINE")
    known["author"] = (names_in(fields.get("byline", "")) or "", "field BYLINE")
    return known


def _factiva(lines: list[str]) -> Iterator[tuple[Known, str]]:
    fields: dict[str, list[str]] = {}
    field = ""
    for line in [*lines, "AN Document ZZ00000000"]:
        found = FIELD.match(line)
        if found and (field not in ("LP", "TD") or _ends_text(found[1], found[2] or "")):
            field = found[1]
            fields.setdefault(field, []).extend([found[2]] if found[2] else [])
        elif field and not NUMBER.match(line.strip()):
            fields.setdefault(field, []).append(line)
        if field == "AN":
            if fields.get("HD") and (fields.get("LP") or fields.get("TD")):
                yield (
                    _coded(fields),
                    "\n\n".join(filter(None, (_paragraphs(fields.get(name, [])) for name in ("LP", "TD")))),
                )
            fields, field = {}, "" if NUMBER.match(line.strip()) or (found and found[2]) else field


def _ends_text(field: str, value: str) -> bool:
    """Whether this is a field behind the text, and no line of it that begins with a short word in capitals ("IN May …")."""
    if field in ("CO", "IN", "NS", "RE"):
        return not value or " : " in value
    if field == "AN":
        return not value or value.startswith("Document ")
    return field in ("TD", "ART", "CT", "RF", "IPC", "IPD", "PUB")


def _coded(fields: Mapping[str, list[str]]) -> Known:
    def said(name: str) -> str:
        return " ".join(" ".join(fields.get(name, [])).split())

    return {
        "title": (said("HD"), "field HD"),
        "published": (date_in(said("PD")) or said("PD"), "field PD"),
        "publisher": (said("SN"), "field SN"),
        "author": (names_in(said("BY")) or "", "field BY"),
    }


def _paragraphs(lines: list[str]) -> str:
    """The lines as paragraphs with a blank line between: those that were broken to fit a screen are joined."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    inner = [len(line) for block in blocks for line in block[:-1]]
    is_wrapped = bool(inner) and max(inner) < WRAPPED and median(inner) > WRAPPED / 3
    return "\n\n".join(" ".join(block) if is_wrapped else "\n\n".join(block) for block in blocks if block)
