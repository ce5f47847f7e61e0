"""The names of a political party: "Tory", "the Conservative Party" and "Conservatives" are one."""

from __future__ import annotations

from functools import cache

from kg.lexicon import rows


@cache
def party_names() -> dict[str, str]:
    """Each name in lower case → the one under which the party is known here."""
    return {row[0]: row[1] for row in rows("party_names")}


@cache
def body_names() -> dict[str, str]:
    """The same for parties and for institutions that are known by a shorter name, too: "the Fed"."""
    return party_names() | {row[0]: row[1] for row in rows("known_as")}
