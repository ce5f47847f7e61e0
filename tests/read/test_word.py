"""Word files as analysts keep them: one story, a week's cuttings, a form, a file with changes tracked; and files that do harm."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest
from docx.document import Document as Word

from kg.errors import ReadError
from kg.model import Document, Given, Piece, Skipped
from kg.pipeline import look
from kg.read import read_document
from kg.read.kinds import HEAD, tell
from kg.read.word import package
from tests.read import words
from tests.read.test_archive import zipped
from tests.read.test_articles import PARAGRAPHS, TITLE, body_of

OTHER = "School roof is mended with the money of a raffle"
STORY = [("Heading 1", TITLE), ("", "By Tom Ashby, 3 May 2019"), *(("", text) for text in PARAGRAPHS)]
SECOND = [
    ("Heading 1", OTHER),
    ("", "Thornley Advertiser, Saturday 4 May 2019"),
    *(("", text) for text in PARAGRAPHS[::-1]),
]


def read(data: bytes, path: str = "page.docx", given: tuple[Given, ...] = ()) -> Document:
    return read_document(Piece(path, data, given=given), name="page")


def test_a_story_is_read_with_headline_author_and_day() -> None:
    document = read(words.written(STORY))
    found = document.articles[0]
    assert (found.title, found.author, found.published) == (TITLE, "Tom Ashby", "2019-05-03")
    assert dict(found.origins)["title"] == "visible headline, by its style"
    assert body_of(document) == " ".join(PARAGRAPHS)
    assert document.notes == ()


def test_evidence_says_the_paragraph_where_the_file_knows_no_pages() -> None:
    document = read(words.written(STORY))
    assert [mark.label for mark in document.marks] == [f"paragraph {n}" for n in range(1, 5)]
    assert document.text[document.marks[2].start :].startswith(PARAGRAPHS[2])


def test_evidence_says_the_page_where_the_word_processor_noted_it() -> None:
    def broken(made: Word) -> None:
        run = made.paragraphs[3].runs[0]
        run._r.insert(0, words.element("<w:lastRenderedPageBreak/>"))

    document = read(words.written(STORY, broken))
    assert [mark.label for mark in document.marks] == ["page 1", "page 2"]
    assert document.text[document.marks[1].start :].startswith(PARAGRAPHS[1])


@pytest.mark.parametrize("title", ["Title", "Heading 1", "Heading 2", "20", "b"])
def test_cuttings_pasted_one_below_the_other_are_articles(title: str) -> None:
    parts = [(title if kind == "Heading 1" else kind, text) for kind, text in STORY + SECOND]
    document = read(words.written(parts))
    assert [found.title for found in document.articles] == [TITLE, OTHER]
    assert [body_of(document, n) for n in (0, 1)] == [" ".join(PARAGRAPHS), " ".join(PARAGRAPHS[::-1])]
    assert [found.published for found in document.articles] == ["2019-05-03", "2019-05-04"]
    assert document.articles[1].publisher == "Thornley Advertiser"


def test_a_press_review_with_cover_and_contents_gives_its_stories() -> None:
    cover = [("Title", "Press review"), ("", "Week 18"), ("", TITLE), ("", OTHER), ("/", "")]
    document = read(words.written([*cover, *STORY, ("/", ""), *SECOND]))
    assert [found.title for found in document.articles] == [TITLE, OTHER]
    assert "Week 18" not in body_of(document, 0) + body_of(document, 1)


def test_plain_lines_that_only_stand_apart_are_headlines() -> None:
    parts = [("", text) for _, text in STORY] + [("", ""), ("", ""), ("/", "")] + [("", text) for _, text in SECOND]
    document = read(words.written(parts))
    assert [found.title for found in document.articles] == [TITLE, OTHER]


def test_crossheads_and_chapters_part_no_article() -> None:
    first, *rest = PARAGRAPHS
    crosshead = [
        ("Heading 1", TITLE),
        ("", first),
        ("Heading 2", "A long way to the new centre"),
        *(("", text) for text in rest),
    ]
    document = read(words.written(crosshead))
    assert [found.title for found in document.articles] == [TITLE]
    assert "A long way to the new centre" in body_of(document)
    in_bold = [("b", TITLE), ("", first), ("b", "A long way to the new centre"), *(("", text) for text in rest)]
    assert [found.title for found in read(words.written(in_bold)).articles] == [TITLE]
    chapters = [("Title", "Care in the county")]
    for chapter in ("What the councils of the county spend", "Who cares for whom in the end"):
        chapters += [("Heading 1", chapter), *(("", text) for text in PARAGRAPHS)]

    def numbered(made: Word) -> None:
        for paragraph in made.paragraphs:
            if paragraph.style is not None and paragraph.style.name == "Heading 1":
                paragraph._p.get_or_add_pPr().append(words.element('<w:numPr><w:numId w:val="1"/></w:numPr>'))

    assert [found.title for found in read(words.written(chapters, numbered)).articles] == ["Care in the county"]


def test_tracked_changes_are_read_as_accepted() -> None:
    def changed(made: Word) -> None:
        last = made.paragraphs[-1]._p
        last.append(words.element("<w:ins><w:r><w:t> It will open in May.</w:t></w:r></w:ins>"))
        last.append(words.element("<w:del><w:r><w:delText> It will never open.</w:delText></w:r></w:del>"))
        last.append(words.element("<w:moveFrom><w:r><w:t> It stood here.</w:t></w:r></w:moveFrom>"))
        last.append(words.element("<w:moveTo><w:r><w:t> It stands here.</w:t></w:r></w:moveTo>"))

    document = read(words.written(STORY, changed))
    assert body_of(document) == " ".join(PARAGRAPHS) + " It will open in May. It stands here."
    assert document.notes == ("tracked changes are read as accepted: what was deleted is left out",)


def test_what_stands_around_the_text_is_left_out() -> None:
    def furnished(made: Word) -> None:
        made.sections[0].header.paragraphs[0].text = "Confidential header"
        made.sections[0].footer.paragraphs[0].text = "Page 1 of 9"
        made.add_comment(made.paragraphs[2].runs, "Is this so?", author="Lena Ortiz")
        made.paragraphs[2]._p.append(words.element("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"))
        made.paragraphs[2]._p.append(words.element("<w:r><w:instrText>PAGE 7</w:instrText></w:r>"))
        prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent>"
        made.element.body.insert(3, words.element(f"<w:sdt>{prompt}</w:sdt>"))

    document = read(words.written(STORY, furnished))
    assert document.text == "\n\n".join(text for _, text in STORY) + "\n"


def test_links_fields_and_form_fields_keep_their_words() -> None:
    def linked(made: Word) -> None:
        last = made.paragraphs[-1]._p
        last.append(words.element('<w:hyperlink w:anchor="x"><w:r><w:t> The report</w:t></w:r></w:hyperlink>'))
        last.append(words.element('<w:fldSimple w:instr="DATE"><w:r><w:t> is of May</w:t></w:r></w:fldSimple>'))
        inside = "<w:sdtContent><w:r><w:t> and is long.</w:t></w:r></w:sdtContent>"
        last.append(words.element(f"<w:sdt><w:sdtPr><w:text/></w:sdtPr>{inside}</w:sdt>"))

    assert body_of(read(words.written(STORY, linked))).endswith("The report is of May and is long.")


def test_a_text_box_stands_aside_unless_it_holds_the_story() -> None:
    def boxed(made: Word) -> None:
        pulled = "A fact box about the centres, which were built in 1970 and in 1984 by the old county council."
        made.paragraphs[3]._p.append(words.element(f"<w:p>{words.box(pulled)}</w:p>")[0])

    document = read(words.written(STORY, boxed))
    assert body_of(document) == " ".join(PARAGRAPHS)
    assert document.text.count("A fact box") == 1
    inside = "".join(f"<w:p>{words.box(text)}</w:p>" for text in PARAGRAPHS)

    def all_boxed(made: Word) -> None:
        for paragraph in words.element(f"<w:body>{inside}</w:body>"):
            made.element.body.insert_element_before(paragraph, "w:sectPr")

    assert body_of(read(words.written(STORY[:2], all_boxed))) == " ".join(PARAGRAPHS)


def test_tables_that_lay_out_a_page_are_read_and_tables_of_data_are_cut() -> None:
    def tabled(made: Word) -> None:
        layout = made.add_table(1, 2)
        layout.cell(0, 0).text = PARAGRAPHS[2]
        layout.cell(0, 1).text = PARAGRAPHS[3]
        table = made.add_table(12, 3)
        for row in range(12):
            for column in range(3):
                table.cell(row, column).text = f"Centre {row}, {column}"
        made.add_paragraph("The vote is on Friday, and the mayor will be there, said the town hall of Thornley.")

    document = read(words.written(STORY[:4], tabled))
    assert body_of(document) == " ".join(PARAGRAPHS) + (
        " The vote is on Friday, and the mayor will be there, said the town hall of Thornley."
    )
    assert "Centre 1, 0\tCentre 1, 1\tCentre 1, 2\n" in document.text


def test_a_table_in_a_table_is_read_once_and_in_order() -> None:
    def nested(made: Word) -> None:
        cell = made.add_table(1, 1).cell(0, 0)
        cell.text = PARAGRAPHS[0]
        cell.add_table(1, 1).cell(0, 0).text = PARAGRAPHS[1]
        cell.add_paragraph(PARAGRAPHS[2])

    assert body_of(read(words.written(STORY[:2], nested))) == " ".join(PARAGRAPHS[:3])


def test_lines_broken_by_hand_are_lines_and_headings_know_their_own() -> None:
    document = read(words.written([("", "\n".join([TITLE, "By Tom Ashby", *PARAGRAPHS]))]))
    assert (document.articles[0].title, document.articles[0].author) == (TITLE, "Tom Ashby")
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_captions_and_contents_stand_aside() -> None:
    first, *rest = PARAGRAPHS
    caption = "Families outside the centre in Mill Lane, where they had waited for the vote until after midnight."
    parts = [("Heading 1", TITLE), ("", first), ("Caption", caption), *(("", text) for text in rest)]
    assert body_of(read(words.written(parts))) == " ".join(PARAGRAPHS)


def test_properties_of_the_file_come_last_and_say_so() -> None:
    data = words.written(
        [("", text) for text in PARAGRAPHS], title="A late vote", author="Lena Ortiz", created=words.MADE
    )
    found = read(data).articles[0]
    assert (found.title, found.author, found.published) == ("A late vote", "Lena Ortiz", "2019-05-06")
    assert dict(found.origins) == dict.fromkeys(("title", "author", "published"), "Word properties")
    assert read(data, "2019-05-02 vote.docx").articles[0].published == "2019-05-02"
    assert read(data, given=(Given("author", "Ama Redfern", "column by"),)).articles[0].author == "Ama Redfern"
    said = read(words.written(STORY, title="notes", author="Lena Ortiz", created=words.MADE)).articles[0]
    assert (said.title, said.author, said.published) == (TITLE, "Tom Ashby", "2019-05-03")
    several = read(words.written(STORY[:1] + STORY[2:] + SECOND, author="Lena Ortiz", created=words.MADE)).articles
    assert [(found.author, found.published) for found in several] == [(None, None), (None, "2019-05-04")]


def test_the_day_of_a_template_is_no_day() -> None:
    import docx

    made = docx.Document()
    for text in PARAGRAPHS:
        made.add_paragraph(text)
    assert read(words.saved(made)).articles[0].published is None


@pytest.mark.parametrize("name", ["page", "page.txt", "page.docm", "page.dotx", "page.doc"])
def test_a_word_file_is_known_by_what_it_holds(name: str) -> None:
    data = words.written(STORY)
    assert tell(name, data[:HEAD]) in (".docx", ".docm", ".dotx", ".doc")
    assert body_of(read(data, name)) == " ".join(PARAGRAPHS)


def test_an_archive_with_a_folder_named_word_is_an_archive() -> None:
    assert tell("week", zipped(("word/one.txt", b"x"), ("word/two.txt", b"y"))[:HEAD]) == ".zip"


def test_the_strict_variant_and_parts_under_other_names_are_read() -> None:
    strict = words.plain(TITLE, *PARAGRAPHS).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert body_of(read(words.by_hand(strict))) == " ".join(PARAGRAPHS)


BROKEN: dict[str, tuple[Any, str]] = {
    "empty": (lambda: b"", "the file is empty"),
    "words": (lambda: b"Only words, no archive.", "broken, cut off, or no Word file; expected a .docx"),
    "cut": (lambda: words.written(STORY)[:-3000], "broken"),
    "old": (lambda: words.OLE + bytes(600), "of the old kind .*Save it as .docx"),
    "locked": (
        lambda: words.OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted; .*without a password",
    ),
    "rich": (lambda: b"{\\rtf1 Words}", "rich text .*Save it as .docx"),
    "web": (lambda: b"\xef\xbb\xbf<html><p>Words</p></html>", "a web page .*ending .html"),
    "zip": (lambda: zipped(("a.txt", b"x")), "no document in it"),
    "sheet": (lambda: words.by_hand("<workbook/>"), "holds no text document"),
    "xml": (lambda: words.by_hand(words.plain(*PARAGRAPHS)[:-90]), r"broken \(word/document.xml"),
    "bytes": (lambda: words.by_hand(b"\xff\xfe\x00\x01" * 999), r"broken \(word/document.xml"),
    "entities": (lambda: words.by_hand(words.entities()), "declares entities"),
    "outside": (
        lambda: words.by_hand('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + words.plain("&a;")),
        "declares entities",
    ),
    "in styles": (
        lambda: words.by_hand(words.plain(*PARAGRAPHS), styles=words.entities()),
        "styles.xml declares entities",
    ),
    "bomb": (lambda: words.by_hand(words.plain("<w:b/>" * 200_000)), "unpacks to more than 1,000,000 bytes"),
    "blanks": (lambda: words.by_hand(words.plain(" " * 5_000_000)), "more than 20,000 lines or 4,000,000 characters"),
    "lines": (lambda: words.by_hand(words.plain("<w:br/>" * 50_000)), "more than 20,000 lines or 4"),
    "deep": (lambda: words.by_hand(f"<w:document {words.W}>" + "<w:tbl>" * 90_000), "broken"),
    "menu": (lambda: words.written([("", "Home"), ("", "News")]), "no article found; expected paragraphs of prose"),
    "embedded": (
        lambda: words.by_hand(f"<w:document {words.W}><w:body><w:altChunk/></w:body></w:document>"),
        "its text is an embedded file",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, said = BROKEN[name]
    if name == "bomb":
        monkeypatch.setattr(package, "MOST_XML", 1_000_000)
    data = make()
    with pytest.raises(ReadError, match=rf"^page\.docx: .*{said}"):
        read(data)


def test_a_member_that_is_locked_with_a_password_is_named() -> None:
    data = bytearray(words.by_hand(words.plain(*PARAGRAPHS)))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(sign, place + 1)) >= 0:
            data[place + at] |= 1
    with pytest.raises(ReadError, match="broken"):
        read(bytes(data))


def test_a_style_based_on_itself_ends() -> None:
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    data = words.by_hand(words.plain(TITLE, *PARAGRAPHS), styles=f"<w:styles {words.W}>{style}</w:styles>")
    assert body_of(read(data)) == " ".join(PARAGRAPHS)


def test_word_files_are_read_out_of_folders_archives_and_mail(tmp_path: Any) -> None:
    from tests.read.test_mail import message

    (tmp_path / "a.docx").write_bytes(words.written(STORY))
    (tmp_path / "old.doc").write_bytes(words.OLE + bytes(600))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("monday/one.docx", words.written(SECOND))
    mail = message("Please find our statement attached.")
    mail.add_attachment(words.written(STORY[::1]), "application", "octet-stream", filename="statement.docx")
    (tmp_path / "c.eml").write_bytes(mail.as_bytes())
    documents, left_out = look([tmp_path])
    assert [document.path for document in documents] == ["a.docx", "b.zip/monday/one.docx", "c.eml/statement.docx"]
    assert [item for item in left_out if item.path == "old.doc" and item.failed and isinstance(item, Skipped)]
