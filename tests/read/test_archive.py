"""Archives are taken apart member by member, within bounds, and nothing in them leads out of them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Input, Piece, Skipped
from kg.read.unpack import unpack
from kg.settings import Settings

PROSE = b"The council will repair the pool this year, said Anna Bell, its leader, on Tuesday at a meeting.\n"


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def tarred(*members: tuple[str | tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload] # a mode of those it takes
        for name, data in members:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def found_in(folder: Path, name: str, data: bytes, settings: Settings | None = None) -> list[Piece | Skipped]:
    (folder / name).write_bytes(data)
    return list(unpack(Input(folder / name, name, name), settings or Settings()))


def paths(found: list[Piece | Skipped]) -> list[str]:
    return [item.path for item in found if isinstance(item, Piece)]


def said(found: list[Piece | Skipped]) -> dict[str, str]:
    return {item.path: item.why for item in found if isinstance(item, Skipped)}


def test_members_come_in_the_order_of_the_file_and_the_same_each_time(tmp_path: Path) -> None:
    data = zipped(("b/two.txt", PROSE), ("a/one.txt", PROSE), ("a/.hidden.txt", b"x"), ("__MACOSX/._a.txt", b"x"))
    found = found_in(tmp_path, "week.zip", data)
    assert paths(found) == ["week.zip/b/two.txt", "week.zip/a/one.txt"]
    assert set(said(found).values()) == {"hidden file"}
    assert found == found_in(tmp_path, "week.zip", data)


@pytest.mark.parametrize(
    ("ending", "mode"),
    [(".tar", "w"), (".tar.gz", "w:gz"), (".tgz", "w:gz"), (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz")],
)
def test_a_tar_however_compressed(tmp_path: Path, ending: str, mode: str) -> None:
    link = tarfile.TarInfo("../passwd.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    pipe = tarfile.TarInfo("pipe.txt")
    pipe.type = tarfile.FIFOTYPE
    large = b"0" * 5000
    data = tarred(("a/one.txt", PROSE), (link, b""), (pipe, b""), ("large.txt", large), ("two.txt", PROSE), mode=mode)
    found = found_in(tmp_path, f"week{ending}", data, Settings(max_file_bytes=4000))
    assert paths(found) == [f"week{ending}/a/one.txt", f"week{ending}/two.txt"]
    why = said(found)
    assert "a link" in why[f"week{ending}/passwd.txt"]
    assert "a device or pipe" in why[f"week{ending}/pipe.txt"]
    assert "more than 4,000 bytes" in why[f"week{ending}/large.txt"]


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_one_compressed_file_keeps_its_path(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    assert found_in(tmp_path, f"one.txt{ending}", pack(PROSE)) == [Piece(f"one.txt{ending}", PROSE, ".txt")]
    assert found_in(tmp_path, f"bare{ending}", pack(PROSE)) == [Piece(f"bare{ending}", PROSE, ".txt")]
    nothing, refused = found_in(tmp_path, f"one.txt{ending}", pack(PROSE * 9)[:-12]), "broken, cut off"
    assert refused in said(nothing)[f"one.txt{ending}"]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\Users\\evil.txt", "a/../../evil.txt"])
def test_no_name_leads_out_of_the_archive(tmp_path: Path, name: str) -> None:
    for ending, data in ((".zip", zipped((name, PROSE))), (".tar", tarred((name, PROSE)))):
        (path,) = paths(found_in(tmp_path, f"week{ending}", data))
        assert path.startswith(f"week{ending}/")
        assert ".." not in path
    assert sorted(file.name for file in tmp_path.iterdir()) == ["week.tar", "week.zip"]


def test_names_in_a_wrong_encoding_and_with_line_ends(tmp_path: Path) -> None:
    utf_8 = zipped(("Caf\u00e9.txt", PROSE))
    unmarked = bytearray(utf_8)
    for at in (6, utf_8.index(b"PK\x01\x02") + 8):
        unmarked[at + 1] &= ~0x08  # the flag that says UTF-8
    assert paths(found_in(tmp_path, "a.zip", bytes(unmarked))) == ["a.zip/Caf\u00e9.txt"]
    assert paths(found_in(tmp_path, "b.zip", zipped(("a\nb\x1b[2J.txt", PROSE)))) == ["b.zip/a\ufffdb\ufffd[2J.txt"]


def test_encrypted_members_and_links_of_a_zip_are_said(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    data = bytearray(zipped((link, b"/etc/passwd"), ("secret.txt", PROSE), ("open.txt", PROSE)))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[at + 8] |= 1
    found = found_in(tmp_path, "a.zip", bytes(data))
    assert paths(found) == ["a.zip/open.txt"]
    why = said(found)
    assert "not followed" in why["a.zip/link.txt"]
    assert "encrypted; unpack it with its password" in why["a.zip/secret.txt"]


def test_a_broken_member_does_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped(("one.txt", os.urandom(500)), ("two.txt", PROSE)))
    data[200] ^= 0xFF
    found = found_in(tmp_path, "a.zip", bytes(data))
    assert paths(found) == ["a.zip/two.txt"]
    assert "broken" in said(found)["a.zip/one.txt"]


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz", ".gz", ".xz", ".bz2"])
def test_what_is_no_archive_is_said_in_one_line(tmp_path: Path, ending: str) -> None:
    for data in (b"", b"PK\x03\x04", b"plain words" * 100, b"\x1f\x8b\x08" + bytes(50)):
        (only,) = found_in(tmp_path, f"a{ending}", data)
        assert isinstance(only, Skipped)
        assert only.failed
        assert "\n" not in only.why


def test_what_was_read_before_a_tar_is_cut_off_counts(tmp_path: Path) -> None:
    whole = tarred(("one.txt", PROSE), ("two.txt", os.urandom(5000)), mode="w:gz")
    found = found_in(tmp_path, "a.tar.gz", whole[:3000])
    assert paths(found) == ["a.tar.gz/one.txt"]
    assert "cut off" in said(found)["a.tar.gz"]


def test_archives_in_archives_share_one_budget(tmp_path: Path) -> None:
    bomb = zipped(*((f"{n}.txt", bytes(90_000)) for n in range(20)))
    data = zipped(*((f"{n}.zip", bomb) for n in range(20)), ("late.txt", PROSE))
    found = found_in(tmp_path, "a.zip", data, Settings(max_unpacked_bytes=1_000_000))
    assert len(paths(found)) < 12
    last = found[-1]
    assert isinstance(last, Skipped)
    assert "holds more than" in last.why, "the inner archive's fault leaves the whole input"
    refused = found_in(tmp_path, "b.zip", data, Settings(max_unpacked_bytes=1_000_000, max_file_bytes=50_000))
    assert paths(refused) == []
    assert len(refused) < 25, "what is refused counts as well"


def test_an_archive_that_holds_itself_ends(tmp_path: Path) -> None:
    data = zipped(("one.txt", PROSE))
    for _ in range(9):
        data = zipped(("a.zip", data), ("one.txt", PROSE))
    found = found_in(tmp_path, "a.zip", data)
    assert len(paths(found)) == Settings().max_depth
    assert "deep; unpack it yourself" in " ".join(said(found).values())


def test_headers_that_never_end_are_refused(tmp_path: Path) -> None:
    attributes = tarfile.TarInfo("pax")
    attributes.type = tarfile.XHDTYPE
    found = found_in(tmp_path, "a.tar.gz", tarred((attributes, bytes(3_000_000)), ("one.txt", PROSE), mode="w:gz"))
    assert paths(found) == []
    assert "a header of more than" in said(found)["a.tar.gz"]
    listing = zipped(("one.txt", PROSE))
    at = listing.rindex(b"PK\x05\x06")
    forged = listing[: at + 12] + (4_000_000_000).to_bytes(4, "little") + listing[at + 16 :]
    assert "a list of members" in said(found_in(tmp_path, "a.zip", forged))["a.zip"]
