"""Blocks of lines → paragraphs, rejoined over lines, columns and pages; and which of them are headings or captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.read.articles import lines_of
from kg.read.articles.meta import is_meta
from kg.read.pdf.blocks import LARGE, Block, blocks_of
from kg.read.pdf.hyphens import DASH, Words
from kg.read.pdf.sandbox import Line
from kg.read.typeset import Paragraph

SENTENCE_END = re.compile(r"[.!?:…][”’\"')\]]*$")
OPENING = re.compile(r"^[“‘\"'(\[]*")
BULLET = re.compile(r"^(?:[•▪◦■●–—*]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
DISPLAY = 1.4  # times the height of running text: type of a headline, wherever it stands
SMALL = 0.88  # times: type of a caption or note
DROP_CAP = 1.7  # times: one letter so high belongs to the paragraph beside it
MOST_HEADING = 30  # words
INDENT = 0.6  # of the type's height: a first line set in so far begins a paragraph
ROOM = 0.3  # of the type's height: a line that leaves so much room beyond the next word was ended on purpose


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its lines, all in type of one size."""

    lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Of the type, in points."""
        return self.lines[0].height

    @property
    def text(self) -> str:
        """The lines side by side: to count and to look at."""
        return " ".join(line.text for line in self.lines)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a document in reading order, with the page of each stretch ("page 3").

    Args:
        lines: of all pages, without those that run through them, in the order of the file.
    """
    words = Words(line.text for line in lines)
    usual = _usual_height(lines)
    of_page = {page: _usual_height(some) for page, some in _by_page(lines).items()}
    drafts = _rejoined(
        [
            draft
            for page in _by_page(lines).values()
            for block in _with_caps(blocks_of(page, usual), usual)
            for draft in _parted(block)
        ]
    )
    ranks = _ranks(drafts, usual)
    found = [
        Paragraph(
            _parts(draft, words),
            rank=ranks.get(n, 0),
            is_display=draft.height > DISPLAY * usual,
            is_aside=n not in ranks and draft.height < SMALL * of_page[draft.lines[0].page],
        )
        for n, draft in enumerate(drafts)
    ]
    prose = " ".join(" ".join(paragraph.words for paragraph in found if not paragraph.rank).lower().split())
    return [replace(p, rank=0, is_aside=True) if p.rank and _is_pulled(p.words, prose) else p for p in found]


def _is_pulled(words: str, prose: str) -> bool:
    """Whether a heading is words of the text set large: a pull quote."""
    bare = " ".join(words.lower().split()).strip("“”‘’\"'.… ")
    return len(bare.split()) >= 4 and bare in prose


def _by_page(lines: Sequence[Line]) -> dict[int, list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return dict(sorted(pages.items()))


def _usual_height(lines: Sequence[Line]) -> float:
    """The height of most of the type, in points."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.height * 2) / 2] += len(line.text)
    return max(counts, key=lambda height: (counts[height], -height)) if counts else 0.0


def _with_caps(blocks: Sequence[Block], usual: float) -> Iterator[Block]:
    """The blocks, each drop cap put before the first line beside it."""
    cap: Line | None = None
    for block in blocks:
        first = block.lines[0]
        if (
            len(block.lines) == 1
            and len(first.text) <= 2
            and first.text[-1].isupper()
            and first.height > DROP_CAP * usual
        ):
            cap = first
        elif cap is not None:
            block.lines[0] = replace(first, x0=block.lines[-1].x0, text=cap.text + first.text)
            cap = None
            yield block
        else:
            yield block


def _parted(block: Block) -> Iterator[Draft]:
    """The paragraphs of a block."""
    draft = Draft([block.lines[0]])
    gaps = sorted(above.y0 - below.y1 for above, below in zip(block.lines, block.lines[1:], strict=False))
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    edge = Counter(round(line.x0) for line in block.lines).most_common(1)[0][0]
    for above, line in zip(block.lines, block.lines[1:], strict=False):
        if _begins(block, above, line, edge, usual):
            yield draft
            draft = Draft()
        draft.lines.append(line)
    yield draft


def _begins(block: Block, above: Line, line: Line, edge: float, usual: float) -> bool:
    """Whether a line begins a paragraph: farther off, set in, a bullet, or below a line that was ended with room left."""
    height = line.height
    if above.y0 - line.y1 > usual + 0.3 * height or BULLET.match(line.text):
        return True
    if DASH.search(above.text):
        return False
    if INDENT * height < line.x0 - edge < 6 * height and abs(above.x0 - line.x0) > 0.3 * height:
        return True
    first_word = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) * len(first_word) / max(1, len(line.text))
    room = block.x1 - above.x1 - width
    if room < 2 * ROOM * height or len(block.lines) < 3:
        return False
    return SENTENCE_END.search(above.text) is not None


def _rejoined(drafts: Sequence[Draft]) -> list[Draft]:
    """The paragraphs, those joined that a column or a page has parted."""
    found: list[Draft] = []
    for draft in drafts:
        before = _open_before(found, draft)
        if before is None:
            found.append(draft)
        else:
            before.lines += draft.lines
    return found


def _open_before(found: Sequence[Draft], draft: Draft) -> Draft | None:
    """The paragraph not far before that goes on in this one: captions and notes may stand between."""
    for before in found[:-4:-1]:
        if abs(before.height - draft.height) > 0.05 * draft.height:
            continue
        last, first = before.lines[-1], draft.lines[0]
        is_lower = OPENING.sub("", first.text)[:1].islower()
        goes_on = DASH.search(last.text) is not None or (is_lower and not SENTENCE_END.search(last.text))
        return before if goes_on and last.is_bold == first.is_bold and len(before.text.split()) > 3 else None
    return None


def _ranks(drafts: Sequence[Draft], usual: float) -> dict[int, int]:
    """The headings by their place among the paragraphs: short, in larger type (ranked by its size) or else in bold."""
    heads = {
        n: draft
        for n, draft in enumerate(drafts)
        if len(draft.text.split()) <= MOST_HEADING
        and any(character.isalpha() for character in draft.text)
        and not any(is_meta(line) for line in lines_of(draft.text))
        and not re.search(r"[^.]\.$", draft.text)
        and (draft.height > LARGE * usual or (draft.lines[0].is_bold and draft.height > SMALL * usual))
    }
    sizes: list[float] = []
    for height in sorted({draft.height for draft in heads.values() if draft.height > LARGE * usual}, reverse=True):
        if not sizes or height < 0.94 * sizes[-1]:
            sizes.append(height)
    return {
        n: next((rank for rank, size in enumerate(sizes, start=1) if draft.height >= 0.94 * size), len(sizes) + 1)
        for n, draft in heads.items()
    }


def _parts(draft: Draft, words: Words) -> tuple[tuple[str, str], ...]:
    """The paragraph's words by the page on which they stand."""
    parts: list[tuple[int, str]] = []
    whole = ""
    for line in draft.lines:
        grown = words.join(whole, line.text.strip()) if whole else line.text.strip()
        kept = 0  # characters of what stood before that are still as they were: a hyphen may have gone
        while kept < min(len(whole), len(grown)) and whole[kept] == grown[kept]:
            kept += 1
        if parts and kept < len(whole):
            page, text = parts[-1]
            parts[-1] = (page, text[: len(text) - (len(whole) - kept)])
        if parts and parts[-1][0] == line.page:
            parts[-1] = (line.page, parts[-1][1] + grown[kept:])
        else:
            parts.append((line.page, grown[kept:]))
        whole = grown
    return tuple((f"page {page + 1}", text.replace("\xad", "-")) for page, text in parts)
