"""What is left out on purpose, by its name: hidden files, notes about a folder, kinds that hold no articles."""

from __future__ import annotations

import re

from kg.lexicon import rows

# “README.first.md”, “LICENSE-MIT”: a word more at most; “licence-fee-to-rise.html” is an article
NOTE = re.compile(r"(?:readme|licen[cs]e)(?:[-_. ]\w+)?(?:\.\w{1,5})?", re.IGNORECASE)


def reason_to_leave(path: str) -> str | None:
    """Why a file of a folder, or a member of an archive, is left out, whatever it holds; None to try it.

    Args:
        path: with `/`.
    """
    parts = path.split("/")
    name = parts[-1].lower()
    if name.startswith(".") or "__MACOSX" in parts:
        return "hidden file"
    if NOTE.fullmatch(name):
        return "a note about the folder, not an article"
    return None


def no_reader(path: str, suffix: str = "") -> str:
    """Why a file cannot be read, and what to do instead where that is known.

    Args:
        suffix: the ending by which it would be read, where that is not its name's.
    """
    advice = other_ending(suffix or path.rsplit("/", 1)[-1].lower())
    return f"no reader for {suffix or 'this ending'}{f'; {advice}' if advice else ''}"


def other_ending(name: str) -> str:
    """What to do with a file that has such a name or ending and that nobody reads; "" if that is not known."""
    return next((words for known, words in rows("other_endings") if name.endswith(known)), "")
