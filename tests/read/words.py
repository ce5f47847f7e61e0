"""Word files that the tests make: with python-docx as people write them, or by hand to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(
    parts: Sequence[tuple[str, str]], more: Callable[[Document], Any] = lambda _: None, **properties: Any
) -> bytes:
    """A Word file of paragraphs, each with what it is, saved.

    Args:
        parts: "" is running text, "b" bold, a number its size in points, "/" a page break before, anything else the name of a style.
        more: does the rest to the document.
        properties: title, author, created of the file.
    """
    made = docx.Document()
    for kind, words in parts:
        if kind == "/":
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            continue
        paragraph = made.add_paragraph(style=kind if len(kind) > 2 else None)
        for place, line in enumerate(words.split("\n")):
            run = paragraph.add_run(line)
            run.bold = kind == "b" or None
            run.font.size = Pt(int(kind)) if kind.isdigit() else None
            if place < words.count("\n"):
                run.add_break()
    more(made)
    properties.setdefault("author", "")
    for name, value in properties.items():
        setattr(made.core_properties, name, value)
    return saved(made)


def saved(made: Document) -> bytes:
    """The document's bytes."""
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def element(xml: str) -> Any:
    """A piece of a document, by its XML; the prefixes w, wp, wps, mc, v and a are known."""
    head, _, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    spaces = nsdecls("w", "wp", "a", "r") + (
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    return parse_xml(f"{head.rstrip('/')} {spaces}{slash}>{rest}")


def box(words: str) -> str:
    """A run with a text box, as Word writes it: a second time for older programs."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def by_hand(document: bytes | str, **others: bytes | str) -> bytes:
    """A Word file whose document part is this; `others` are more parts of the folder word/, without their ending."""
    held = io.BytesIO()
    relation = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    styles = f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>'
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f"<Relationships {package}>{relation}</Relationships>")
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships {package}>{styles}</Relationships>")
        for name, data in others.items():
            archive.writestr(f"word/{name}.xml", data)
    return held.getvalue()


def plain(*paragraphs: str) -> str:
    """A document part of plain paragraphs."""
    inside = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def entities() -> str:
    """A document part in which an entity multiplies."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY a0 "words ">{levels}]>' + plain("&a9;")


MADE = datetime(2019, 5, 6, 9, 30)
