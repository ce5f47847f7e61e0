"""Mail as analysts get it: newsletters, press releases passed on, replies; what is the sender's own words, who sent it and when."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Document, Input, Piece, Skipped
from kg.pipeline import look
from kg.read import mail, read_document
from kg.read.letter import letter_of
from kg.read.unpack import unpack
from kg.settings import Settings
from tests.read import pdfs
from tests.read.test_articles import PARAGRAPHS, TITLE, body_of

STORY = "\n\n".join(PARAGRAPHS)
OTHER = "School roof is mended at last with the money of a raffle"


def message(
    text: str, *, subject: str = TITLE, sender: str = "Tom Ashby <tom.ashby@thornley.example>", **headers: str
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "desk@example.org", subject
    made["Date"] = "Fri, 03 May 2019 23:30:00 +0100"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def pieces(made: EmailMessage) -> list[Piece | Skipped]:
    found = list(mail.pieces(io.BytesIO(made.as_bytes()), path="one.eml", settings=Settings()))
    assert all(isinstance(piece, Piece | Skipped) for piece in found)
    return found  # type: ignore[return-value]


def read(made: EmailMessage) -> Document:
    piece = pieces(made)[0]
    assert isinstance(piece, Piece)
    return read_document(piece, name="one")


def wrapped(text: str, width: int = 72) -> str:
    import textwrap

    return "\n".join(line for part in text.split("\n") for line in (textwrap.wrap(part, width) or [""]))


def test_a_press_release_is_an_article_with_subject_day_and_sender() -> None:
    found = read(message(STORY, sender="Tom Ashby at Thornley Carers Alliance <press@carers.example>")).articles[0]
    assert (found.title, found.published, found.author) == (TITLE, "2019-05-03", "Tom Ashby")
    assert found.publisher == "Thornley Carers Alliance"
    assert dict(found.origins)["published"] == "date of the mail"


def test_lines_broken_to_a_width_are_paragraphs_again() -> None:
    document = read(message(wrapped(STORY)))
    assert body_of(document) == " ".join(PARAGRAPHS)
    assert all(paragraph in document.text.split("\n\n") for paragraph in (*PARAGRAPHS[:-1], PARAGRAPHS[-1] + "\n"))


def test_flowed_text_is_joined_as_the_standard_says() -> None:
    assert letter_of("One goes \non.\nTwo stands.\n", is_flowed=True).text == "One goes on.\n\nTwo stands.\n"


def test_quoted_mail_and_signature_are_no_article() -> None:
    reply = f"{STORY}\n\n-- \nTom Ashby\nHead of press\n"
    quoted = "On 2 May 2019, Lena Ortiz wrote:\n> Will the vote be on Friday, as the\n> mayor has said?\n"
    document = read(message(f"{STORY}\n\n{quoted}", subject=f"Re: {TITLE}"))
    assert "mayor" not in document.text
    assert "Head of press" not in read(message(reply)).text
    assert any("quoted mail" in note for note in document.notes)


@pytest.mark.parametrize(
    "opening", ["---------- Forwarded message ---------", "Begin forwarded message:", "-----Original Message-----"]
)
def test_what_was_only_passed_on_is_read_with_the_head_of_its_own(opening: str) -> None:
    head = (
        "From: Ama Redfern <ama@thornley.example>\nDate: Thu, 2 May 2019 at 10:00\nSubject: A late vote\nTo: Tom Ashby"
    )
    found = read(message(f"FYI\n\n{opening}\n{head}\n\n{STORY}", subject=f"Fwd: {TITLE}"))
    assert body_of(found) == " ".join(PARAGRAPHS)
    article = found.articles[0]
    assert (article.title, article.published, article.author) == ("A late vote", "2019-05-02", "Ama Redfern")
    assert dict(article.origins)["author"] == "sender of the forwarded mail"


def test_stories_of_a_newsletter_are_articles_of_its_day_and_publisher() -> None:
    text = f"{TITLE}\n{'-' * 30}\n\n{STORY}\n\n\n\n{OTHER}\n{'-' * 30}\n\n" + "\n\n".join(PARAGRAPHS[::-1])
    text += "\n\n\nYou are receiving this because you signed up.\nUnsubscribe: https://thornley.example/unsubscribe\n"
    newsletter = message(
        text, subject="The week in Thornley", sender="Thornley Weekly <news@thornley.example>", List_Unsubscribe="<x>"
    )
    document = read(newsletter)
    assert [found.title for found in document.articles] == [TITLE, OTHER]
    assert {(found.published, found.publisher) for found in document.articles} == {("2019-05-03", "Thornley Weekly")}
    assert "signed up" not in body_of(document, 1)


def test_a_mail_of_markup_alone_is_handed_on_as_a_page_in_its_encoding() -> None:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "Tom Ashby <t@e.example>", TITLE, "Fri, 03 May 2019 23:30:00 +0100"
    made.set_content("<p>Café</p>", subtype="html", charset="iso-8859-1")
    piece = pieces(made)[0]
    assert isinstance(piece, Piece)
    assert (piece.suffix, piece.charset, piece.path) == (".html", "iso-8859-1", "one.eml")
    assert piece.data.decode("iso-8859-1").strip() == "<p>Café</p>"
    assert {given.field: given.value for given in piece.given} == {
        "title": TITLE,
        "published": "2019-05-03",
        "author": "Tom Ashby",
    }


def test_what_is_attached_is_read_and_what_cannot_be_is_named() -> None:
    made = message("Please find our statement attached.")
    made.add_attachment(
        pdfs.printed([("h", TITLE), *(("p", words) for words in PARAGRAPHS)]),
        "application",
        "pdf",
        filename="../state ment.pdf",
    )
    made.add_attachment(b"PK", maintype="application", subtype="x", filename="sums.xlsx")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(message(STORY))
    found = pieces(made)
    assert [piece.path for piece in found] == [
        "one.eml",
        "one.eml/_state ment.pdf",
        "one.eml/sums.xlsx",
        "one.eml/forwarded-4",
    ]
    assert [type(piece) for piece in found] == [Piece, Piece, Skipped, Piece]
    assert isinstance(found[1], Piece)
    assert body_of(read_document(found[1], name="a")) == " ".join(PARAGRAPHS)


def test_a_mailbox_is_read_mail_by_mail(tmp_path: Path) -> None:
    box = b""
    for number, subject in enumerate((TITLE, OTHER)):
        text = "\n\n".join(PARAGRAPHS[:: 1 - 2 * number]) + "\n\n>From here on, nobody knows.\n"
        box += b"From tom@example.org Fri May  3 23:30:00 2019\n" + message(text, subject=subject).as_bytes() + b"\n\n"
    (tmp_path / "desk.mbox").write_bytes(box)
    documents, left_out = look([tmp_path])
    assert [document.path for document in documents] == [
        "desk.mbox/00001-two-day-centres-to-close-after-late-vote",
        "desk.mbox/00002-school-roof-is-mended-at-last-with-the",
    ]
    assert [document.articles[0].title for document in documents] == [TITLE, OTHER]
    assert "\nFrom here on" in documents[0].text
    assert left_out == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.eml", b"", "the file is empty"),
        ("a.eml", b"\x00\xff\xfe binary", "no mail"),
        ("a.eml", b"From: a@b.example\nContent-Type: application/pkcs7-mime\n\nMIIB", "an encrypted mail"),
        ("a.eml", b"From: a@b.example\nSubject: \xff\xfe\nDate: never\n\n", "file is empty"),
        ("a.mbox", b"Dear all,\n\nFrom 2010 on nothing happened.\n", "no mailbox"),
    ],
)
def test_what_is_no_mail_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    documents, left_out = look([tmp_path])
    assert documents == []
    assert said in left_out[0].why
    assert left_out[0].failed


def test_parts_in_parts_without_end_are_refused(tmp_path: Path) -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5_000))
    (tmp_path / "deep.eml").write_bytes(b"From: a@b.example\n" + deep)
    found = list(unpack(Input(tmp_path / "deep.eml", "deep.eml", "deep"), Settings()))
    assert [type(piece) for piece in found] == [Skipped]


def test_a_message_larger_than_the_limit_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    line = b"From tom@example.org Fri May  3 23:30:00 2019\n"
    box = line + message("word " * 9_000, subject="Long").as_bytes() + b"\n\n" + line + message(STORY).as_bytes()
    (tmp_path / "desk.mbox").write_bytes(box)
    documents, left_out = look([tmp_path], Settings(max_file_bytes=20_000))
    assert [document.articles[0].title for document in documents] == [TITLE]
    assert "message 1: more than 20,000 bytes" in left_out[0].why


def test_a_mail_that_is_no_mail_says_what_was_expected() -> None:
    with pytest.raises(ReadError, match=r"one\.eml: no mail .*expected a message with From"):
        list(mail.pieces(io.BytesIO(b"\nhello"), path="one.eml", settings=Settings()))
