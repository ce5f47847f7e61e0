"""What was fetched, kept as a web archive (WARC 1.1): one file per address, replaced as a whole."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import FetchError
from kg.fetch import needs
from kg.fetch.address import Address
from kg.fetch.client import Answer, user_agent
from kg.fetch.unpack import FEED
from kg.settings import Fetching

FEEDS = ".feeds"  # hidden from builds: what a feed says of its articles, the articles say themselves
OF_THE_WAY = frozenset(("transfer-encoding", "connection", "keep-alive", "content-length", "trailer", "upgrade"))
ONE_ADDRESS = "description: one address"  # by which the reader knows that the page may be called as its file
QUESTIONS = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}


class FolderError(FetchError):
    """A folder that cannot be written: nothing more can be kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file keeps of an address.

    Attributes:
        address: where it was found in the end, behind all redirects.
        day: on which it was retrieved.
        data: unpacked.
        question: the headers that ask whether it has changed.
    """

    file: Path
    address: str
    day: str
    kind: str
    data: bytes
    question: dict[str, str]


def kept(folder: Path, address: Address, limit: int) -> Kept | None:
    """What is kept of the address in the folder; None if nothing is, or nothing that can be read."""
    for file in (folder / f"{address.file_name}.warc.gz", folder / FEEDS / f"{address.file_name}.warc.gz"):
        try:
            if file.is_file() and (found := _article(file, limit)):
                return found
        except (OSError, ValueError, EOFError, OverflowError, KeyError):  # no file of ours, or a broken one
            continue
    return None


def keep(folder: Path, answers: Sequence[Answer], kind: str, settings: Fetching) -> Path:
    """The file that now keeps what was answered, in place of what it kept before.

    Args:
        answers: from the address that the user named to the article.
        kind: the media type as which the article is read.

    Raises:
        FolderError: the folder cannot be written.
    """
    name = f"{answers[0].address.file_name}.warc.gz"
    file = folder / FEEDS / name if kind == FEED else folder / name
    fresh = file.with_name(f".{os.getpid()}.{name}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(archive(answers, kind, settings))
        fresh.replace(file)
    except OSError as error:
        raise FolderError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    finally:
        fresh.unlink(missing_ok=True)
    return file


def _article(file: Path, limit: int) -> Kept | None:
    """The last page in the file that was there."""
    warc = needs("fastwarc.warc")
    found = None
    with file.open("rb") as stream:
        answers = warc.ArchiveIterator(
            stream, record_types=warc.WarcRecordType.response, auto_decode="all", verify_digests=True
        )
        for record in answers:
            if record.http_headers is None or record.http_headers.status_code != 200:
                continue
            data = record.reader.read(limit + 1)
            headers, said = record.headers, record.http_headers
            question = {ask: value for ask, name in QUESTIONS.items() if (value := said.get(name))}
            kind = headers.get("WARC-Identified-Payload-Type") or ""
            found = Kept(file, headers["WARC-Target-URI"], headers["WARC-Date"][:10], kind, data, question)
            if len(data) > limit or not kind:
                return None
    return found


def archive(answers: Sequence[Answer], kind: str, settings: Fetching) -> bytes:
    """The file's bytes: what made it, then each question with its answer, the article last."""
    warc, streams = needs("fastwarc.warc"), needs("fastwarc.stream_io")
    kinds = warc.WarcRecordType
    out = io.BytesIO()
    about = f"software: {user_agent(settings)}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n{ONE_ADDRESS}\r\n"
    records = [_record(warc, kinds.warcinfo, answers[0], {"Content-Type": "application/warc-fields"}, about.encode())]
    for answer in answers:
        more = {"WARC-Target-URI": str(answer.address), "WARC-IP-Address": answer.ip}
        asked = f"GET {answer.address.target} HTTP/1.1\r\n{_lines(answer.asked)}\r\n"
        response = _record(
            warc,
            kinds.response,
            answer,
            {
                "Content-Type": "application/http; msgtype=response",
                **more,
                **({"WARC-Identified-Payload-Type": kind} if answer.status == 200 else {}),
                **({"WARC-Truncated": "length"} if answer.is_cut else {}),
            },
            _as_answered(answer),
        )
        request = _record(
            warc,
            kinds.request,
            answer,
            {
                "Content-Type": "application/http; msgtype=request",
                **more,
                "WARC-Concurrent-To": response.record_id,
            },
            asked.encode("latin-1", "replace"),
        )
        records += [request, response]
    for record in records:
        with streams.GzipWriter(out) as packed:
            record.write(packed, checksum_data=True)
    return out.getvalue()


def _record(warc: Any, kind: Any, answer: Answer, headers: dict[str, str], block: bytes) -> Any:
    record = warc.WarcRecord()
    record.init_headers(kind)
    record.headers["WARC-Date"] = f"{answer.at:%Y-%m-%dT%H:%M:%SZ}"
    for name, value in headers.items():
        record.headers[name] = value
    record.set_bytes_content(block)
    record.is_http = False  # the block is whole: headers and body
    return record


def _as_answered(answer: Answer) -> bytes:
    """The answer as it came, except for what only says how it was sent."""
    headers = [(name, value) for name, value in answer.headers if name.lower() not in OF_THE_WAY]
    reason = "".join(c for c in answer.reason if c.isprintable())
    head = f"{answer.version} {answer.status} {reason}\r\n{_lines([*headers, ('Content-Length', str(len(answer.body)))])}\r\n"
    return head.encode("latin-1", "replace") + answer.body


def _lines(headers: Sequence[tuple[str, str]]) -> str:
    """Headers as they are sent; a folded one in one line."""
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in headers)
