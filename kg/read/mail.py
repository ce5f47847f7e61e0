"""E-mail (`.eml`): the message, as the mail program shows it, and what is attached to it.

The message has the path of the mail; what is attached lies below it. Subject, day and sender are given with the message. What a
newsletter is called is no title of a story in it, so that the subject of a bulk mail is not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.lexicon import words
from kg.model import Given, Packed, Piece, Skipped
from kg.read.decode import decode
from kg.read.kinds import ending
from kg.read.leave import no_reader
from kg.read.letter import Forwarded, Letter, letter_of
from kg.read.parts import containers, readers
from kg.read.quoted import letter_in
from kg.settings import Settings

SUFFIXES = (".eml",)
BULK = (
    "List-Unsubscribe",
    "List-Id",
    "List-Post",
    "Feedback-ID",
)  # headers that only newsletters and mailing lists have
REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|sv|tr)\s*:\s*|\s*\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
BETWEEN = re.compile(r"\s+(?:at|from|for|of|via|@)\s+|\s*[|,–—]\s*|\s+-\s+")  # a person and whom they write for
PERSON = re.compile(
    r"^(?:(?:Dr|Sir|Dame|Prof|Mr|Mrs|Ms)\.? )?[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: (?:de|van|von|bin|al|[A-Z][\w'’-]+))* [A-Z][\w'’-]+$"
)
LEAST_WORDS = 20  # of a plain text that stands beside another kind: fewer only say to open the mail elsewhere
ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Packed | Skipped]:
    """The message, then what is attached to it.

    Raises:
        ReadError: no mail, an encrypted one, or nested beyond reason.
    """
    data = stream.read(settings.max_file_bytes + 1)
    if len(data) > settings.max_file_bytes:
        raise ReadError(
            f"{path}: more than {settings.max_file_bytes:,} bytes; expected a mail. Save what is attached to it by itself"
        )
    try:
        mail = BytesParser(policy=policy.default).parsebytes(data)
        parts = list(_parts(mail, path))
    except RecursionError:
        raise ReadError(
            f"{path}: parts in parts in parts without end; expected a mail as programs write them. Leave it out"
        ) from None
    if not parts:
        raise ReadError(f"{path}: a mail without a text and without anything attached that can be read; leave it out")
    yield from parts


def _parts(mail: EmailMessage, path: str) -> Iterator[Piece | Skipped]:
    if not mail.keys():
        raise ReadError(
            f"{path}: no mail (it has no headers); expected a message with From, Date and Subject. Save it anew as .eml"
        )
    if mail.get_content_type() in ENCRYPTED:
        raise ReadError(
            f"{path}: an encrypted mail; expected a plain one. Decrypt it in the mail program and save it anew"
        )
    body = _body(mail)
    if body is not None:
        yield _message(mail, body, path)
    for number, part in enumerate(_attached(mail), start=1):
        if part is not body:
            found = _attachment(part, path, number)
            if found is not None:
                yield found


def _body(mail: EmailMessage) -> EmailMessage | None:
    """The part that is the message: HTML where it can be read, for its headings, else plain text."""
    plain, marked_up = (cast(EmailMessage | None, mail.get_body((kind,))) for kind in ("plain", "html"))
    if marked_up is None or ".html" in readers():
        return marked_up or plain
    return plain if plain is not None and len(_text(plain, "").split()) >= LEAST_WORDS else marked_up


def _message(mail: EmailMessage, body: EmailMessage, path: str) -> Piece:
    subject = REPLY.sub("", _header(mail, "Subject"))
    is_bulk = any(mail.get(name) is not None for name in BULK) or _is_office(_address(mail))
    other = None
    if body.get_content_type() == "text/html":
        other = None if is_bulk else letter_in(_bytes(body), body.get_content_charset(), path)
        if other is None or other.forwarded:  # what is passed on keeps its markup, for its headings
            head = other.forwarded if other else None
            given = tuple(_forwarded(head, subject) if head else _given(mail, subject, is_bulk))
            return Piece(path, _bytes(body), ".html", given, body.get_content_charset())
    letter = other or letter_of(_text(body, path), is_flowed=str(body.get_param("format", "")).lower() == "flowed")
    given = tuple(_forwarded(letter.forwarded, subject) if letter.forwarded else _given(mail, subject, is_bulk))
    return Piece(path, letter.text.encode("utf-8"), ".txt", given, "utf-8", _notes(letter))


def _notes(letter: Letter) -> tuple[str, ...]:
    return (f"{letter.left_out} lines of quoted mail and signature are left out",) if letter.left_out else ()


def _given(mail: EmailMessage, subject: str, is_bulk: bool) -> Iterator[Given]:
    """What the headers say. The sender of a newsletter publishes it; a person's name is the author's."""
    if subject and not is_bulk:
        yield Given("title", subject, "subject of the mail")
    day = _day(_header(mail, "Date"))
    if day:
        yield Given("published", day, "date of the mail")
    if not REPLY.match(_header(mail, "Subject")):
        yield from _sender(parseaddr(_header(mail, "From"))[0], is_bulk)


def _sender(name: str, is_bulk: bool) -> Iterator[Given]:
    first, *rest = BETWEEN.split(name.strip("\"' "), maxsplit=1)
    if not first or "@" in name:
        return
    is_person = PERSON.match(first) is not None and not first.lower().endswith(tuple(words("media_heads")))
    if is_person and (rest or not is_bulk):
        yield Given("author", first, "sender of the mail")
        if rest:
            yield Given("publisher", rest[0], "sender of the mail")
    else:
        yield Given("publisher", name.strip("\"' "), "sender of the mail")


def _forwarded(head: Forwarded, subject: str) -> Iterator[Given]:
    """What the head of the mail that was passed on says."""
    title = REPLY.sub("", head.subject or subject)
    if title:
        yield Given("title", title, "subject of the forwarded mail")
    day = _day(head.date)
    if day:
        yield Given("published", day, "date of the forwarded mail")
    for given in _sender(parseaddr(head.sender)[0] or head.sender.partition("<")[0], is_bulk=False):
        yield Given(given.field, given.value, "sender of the forwarded mail")


def _day(date: str) -> str | None:
    """The day of a date as mails write it, in the sender's own time; what else it says as it stands."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return date.strip() or None


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are attached, not shown in the message."""
    for part in mail.walk():
        is_letter = part.get_content_type() == "message/rfc822" and part is not mail
        if is_letter or (part.get_filename() and not part.is_multipart()):
            yield part


def _attachment(part: EmailMessage, path: str, number: int) -> Piece | Skipped | None:
    """The piece that is attached; None for pictures that belong to the layout."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        data = first.as_bytes() if isinstance(first, Message) else b""
        return Piece(f"{path}/forwarded-{number}", data, ".eml")
    name = re.sub(r"[/\\\x00-\x1f]", "_", part.get_filename() or "").strip(". ") or f"attached-{number}"
    known = ending(name)
    if known in readers() or known in containers():
        return Piece(f"{path}/{name}", _bytes(part), known)
    if part.get_content_maintype() == "image":
        return None
    return Skipped(f"{path}/{name}", no_reader(name))


def _address(mail: EmailMessage) -> str:
    return parseaddr(_header(mail, "From"))[1]


def _is_office(address: str) -> bool:
    """Whether an address belongs to no person: news@, noreply@."""
    return re.split(r"[@+.]", address.lower())[0] in OFFICES


OFFICES = frozenset(
    "alerts bulletin editor hello info mail news newsletter newsletters noreply no-reply team updates".split()
)


def _header(mail: EmailMessage, name: str) -> str:
    """A header as text, "" if it is not there or broken beyond reading."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, TypeError, IndexError, LookupError, AttributeError):  # what the parser of broken headers raises
        return ""


def _bytes(part: EmailMessage) -> bytes:
    return cast(bytes, part.get_payload(decode=True) or b"")


def _text(part: EmailMessage, path: str) -> str:
    """The part's text: in the encoding that it names, else in the one that fits."""
    data = _bytes(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data, path) if data.strip() else ""
