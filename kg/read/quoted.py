"""The markup of a mail → its letter, where other mail is quoted or passed on in it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import ReadError
from kg.read.letter import ATTRIBUTION, Letter, letter_of


def letter_in(data: bytes, charset: str | None, path: str) -> Letter | None:
    """The letter whose markup this is; None where no other mail stands in it, or it cannot be read."""
    # lxml loads only when there is markup to read
    from kg.read.page.blocks import Page, page_of
    from kg.read.page.tree import text_of, tree_of

    def lines(page: Page) -> Iterator[str]:
        """The lines of the page, blank ones too; what is cited below "… wrote:" with the mark that plain mail has."""
        end, is_cited, before = 0, False, ""
        for block in page.blocks:
            yield from [""] * (page.text.count("\n", end, block.start) - 1)
            node, tags = block.node, set()
            while node >= 0:
                tags.add(page.nodes[node].tag)
                node = page.nodes[node].parent
            is_cited = "blockquote" in tags and (is_cited or ATTRIBUTION.match(before) is not None)
            yield f"> {block.words}" if is_cited else block.words
            end, before = block.end, block.words

    try:
        source, _ = text_of(data, charset, path)
        text = "\n".join(lines(page_of(tree_of(source, path))))
    except ReadError:
        return None
    letter = letter_of(text)
    return letter if letter.has_other else None
