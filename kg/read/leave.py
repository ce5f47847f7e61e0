"""What is left out on purpose, by its name: hidden files, notes about a folder, kinds that hold no articles."""

from __future__ import annotations

from kg.lexicon import rows

NOTES = ("readme", "licence", "license")


def reason_to_leave(path: str) -> str | None:
    """Why a file of a folder, or a member of an archive, is left out, whatever it holds; None to try it.

    Args:
        path: with `/`.
    """
    parts = path.split("/")
    name = parts[-1].lower()
    if name.startswith(".") or "__MACOSX" in parts:
        return "hidden file"
    if name.startswith(NOTES):
        return "a note about the folder, not an article"
    return None


def no_reader(name: str) -> str:
    """Why a file with this name cannot be read, and what to do instead where that is known."""
    lower = name.lower()
    advice = next((words for ending, words in rows("other_endings") if lower.endswith(ending)), "")
    return f"no reader for this ending{f'; {advice}' if advice else ''}"
