"""PDF files that the tests make: laid out as print is, or built to do harm."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, FrameBreak, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

WIDTH, HEIGHT = A4
EDGE = 50
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=TA_JUSTIFY, firstLineIndent=10)
HEADLINE = ParagraphStyle("headline", fontName="Helvetica-Bold", fontSize=20, leading=23, spaceAfter=8)
CROSSHEAD = ParagraphStyle("crosshead", fontName="Helvetica-Bold", fontSize=10, leading=12, spaceBefore=6, spaceAfter=2)
SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=7.5, leading=9, spaceBefore=4, spaceAfter=4)
BYLINE = ParagraphStyle("byline", fontName="Helvetica", fontSize=9, leading=12, spaceAfter=6)
STYLES = {"h": HEADLINE, "c": CROSSHEAD, "s": SMALL, "b": BYLINE, "p": BODY}


def printed(
    parts: Sequence[tuple[str, str]],
    *,
    columns: int = 1,
    header: str = "",
    footer: str = "",
    hyphens: bool = False,
    **properties: Any,
) -> bytes:
    """A PDF of paragraphs, each with the letter of its style (`STYLES`; "/" begins a page, ">" a column).

    Args:
        header, footer: stand on every page; `{page}` is its number.
        hyphens: words are parted at the ends of lines.
        properties: title, author, encrypt … of the file.
    """
    made = io.BytesIO()

    def margins(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(EDGE, HEIGHT - 30, header.format(page=document.page))
        canvas.drawRightString(WIDTH - EDGE, 25, footer.format(page=document.page))

    gutter = 18
    width = (WIDTH - 2 * EDGE - gutter * (columns - 1)) / columns
    frames = [
        Frame(EDGE + n * (width + gutter), EDGE, width, HEIGHT - 2 * EDGE, 0, 0, 0, 0, id=f"{n}")
        for n in range(columns)
    ]
    document = BaseDocTemplate(made, pagesize=A4, invariant=1, **properties)
    document.addPageTemplates([PageTemplate("page", frames, onPage=margins)])
    document.build([_flowable(kind, words, hyphens) for kind, words in parts])
    return made.getvalue()


def _flowable(kind: str, words: str, hyphens: bool) -> Flowable:
    if kind == "/":
        return PageBreak()
    if kind == ">":
        return FrameBreak()
    style = STYLES[kind]
    if hyphens and kind == "p":
        style = ParagraphStyle("parted", parent=style, embeddedHyphenation=1, splitLongWords=0)
    return Paragraph(words, style)


def newspaper(headline: str, paragraphs: Sequence[str]) -> bytes:
    """A page with a headline across, two columns below it, whose lines the file holds row by row, across the gutter."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(EDGE, HEIGHT - 80, headline)
    canvas.setFont("Times-Roman", 10)
    width = (WIDTH - 2 * EDGE - 18) / 2
    lines = [line for words in paragraphs for line in _filled(canvas, words, width)]
    half = (len(lines) + 1) // 2
    for row in range(half):
        for column, index in enumerate((row, half + row)):
            if index < len(lines):
                canvas.drawString(EDGE + column * (width + 18), HEIGHT - 110 - 12 * row, lines[index])
    canvas.save()
    return made.getvalue()


def _filled(canvas: Canvas, words: str, width: float) -> list[str]:
    lines = ["   "]
    for word in words.split():
        grown = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
        if canvas.stringWidth(grown, "Times-Roman", 10) > width:
            lines.append(word)
        else:
            lines[-1] = grown
    return lines


def scanned(pages: int = 2, words: str = "") -> bytes:
    """Pages that are pictures; with `words`, a text layer that is not painted, as recognisers lay it below."""
    from PIL import Image

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, WIDTH, HEIGHT)
        if words:
            layer = canvas.beginText(EDGE, HEIGHT - 100)
            layer.setTextRenderMode(3)
            layer.setFont("Helvetica", 10)
            for line in _filled(canvas, words, WIDTH - 2 * EDGE):
                layer.textLine(line.strip())
            canvas.drawText(layer)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def bomb(size: int, times: int = 1) -> bytes:
    """A page whose content unpacks to `size` bytes, each packed `times` over: some megabytes for terabytes."""
    content = b"BT /F1 9 Tf (a) Tj ET\n" * (size // 22)
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"[" + b"/FlateDecode " * times + b"]"
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
    )


def endless_tree() -> bytes:
    """A page tree that says it holds two thousand million pages, and whose branches lead back to its root."""
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] /Count 2000000000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 1000000000 >>",
    )
