"""Text that was decoded wrongly before it came here ("donâ€™t", "Â£325m") → what was written.

Only wrongly decoded characters change: no quotation mark, no ligature, no width and no line end does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# "Ã¯" that was normalised since (NFKC or NFKD): the mark has become a blank and a combining one
PARTED = re.compile("(?<=[ÂÃ]) ([\u0301\u0304\u0308\u0327])")
WHOLE = {"\u0301": "´", "\u0304": "¯", "\u0308": "¨", "\u0327": "¸"}
SHOWN = 40  # characters of the word that is shown as an example


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it was written, and a note if it differs."""
    clean = mend(text)
    return clean, note_of([(text, clean)])


def mend(text: str) -> str:
    """The text as it was written, mended line by line: some lines may be right."""
    if text.isascii():
        return text
    return "\n".join(line if line.isascii() else _line(line) for line in text.split("\n"))


def note_of(changes: list[tuple[str, str]]) -> tuple[str, ...]:
    """What was mended in these texts (as they came, as they are), as one note; none if nothing was."""
    lines = [
        (before, after)
        for came, was in changes
        if came != was
        for before, after in zip(came.split("\n"), was.split("\n"), strict=False)
        if before != after
    ]
    if not lines:
        return ()
    before, after = _example(*lines[0])
    where = "1 place" if len(lines) == 1 else f"{len(lines)} places"
    return (f"mended in {where} what had been decoded wrongly before: “{before}” to “{after}”",)


def _line(line: str) -> str:
    import ftfy

    whole = PARTED.sub(lambda found: WHOLE[found[1]], unicodedata.normalize("NFC", line))
    clean = ftfy.fix_encoding(whole, _config())
    return line if clean == whole else clean


@lru_cache(maxsize=1)
def _config() -> TextFixerConfig:
    """Nothing but wrong encodings: all else that ftfy can tidy is off."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )


def _example(before: str, after: str) -> tuple[str, str]:
    """The first words that differ."""
    alike = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(after))
    start = before.rfind(" ", 0, alike) + 1
    return before[start:].partition(" ")[0][:SHOWN], after[start:].partition(" ")[0][:SHOWN]
