"""Addresses are fetched, kept with all that proves them, and asked for again only as "has it changed?"."""

from __future__ import annotations

import gzip
import io
import signal
import subprocess
import sys
from collections.abc import Callable
from email.utils import format_datetime
from functools import partial
from pathlib import Path

import pytest

from kg import cli
from kg.errors import FetchError
from kg.fetch.unpack import WORD
from kg.pipeline import fetch, look
from kg.settings import Fetching, Settings
from tests.fetch.server import ARTICLE, Handler, Site, serving
from tests.read.pdfs import newspaper
from tests.read.words import written

warc = pytest.importorskip("fastwarc.warc")
pytest.importorskip("protego")

ROOT = Path(__file__).parents[2]
OTHER = ARTICLE.replace(b"pool", b"park").replace(b"Pool", b"Park")


def records(file: Path) -> list[tuple[str, str, bytes]]:
    """Kind, address and content of each record, all digests checked."""
    found = []
    with file.open("rb") as stream:
        for record in warc.ArchiveIterator(stream, parse_http=False):
            assert record.verify_block_digest(), "the digest fits"
            found.append(
                (
                    str(record.record_type).rpartition(".")[2],
                    record.headers.get("WARC-Target-URI") or "",
                    record.reader.read(),
                )
            )
    return found


def test_what_was_read_remains_as_evidence(site: Site, tmp_path: Path) -> None:
    packed = gzip.compress(ARTICLE)
    site.page("/news/pool.html", packed, Content_Encoding="gzip", ETag='"7"')
    old = site.moved("/old", "/news/pool.html")
    visit = fetch([old], tmp_path, site.settings(contact="desk@paper.example"))
    assert visit.counts == {"new": 1}
    assert [file.relative_to(tmp_path).as_posix()[:14] for file in visit.files] == ["127.0.0.1-old-"]
    kinds = [(kind, address.removeprefix(site.root)) for kind, address, _ in records(visit.files[0])]
    pair = [("request", "/old"), ("response", "/old"), ("request", "/news/pool.html"), ("response", "/news/pool.html")]
    assert kinds == [("warcinfo", ""), *pair]
    *_, (_, _, asked), (_, _, answered) = records(visit.files[0])
    assert asked.startswith(b"GET /news/pool.html HTTP/1.1\r\nHost: 127.0.0.1:")
    assert b"(desk@paper.example)" in asked
    head, _, body = answered.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b'ETag: "7"' in head
    assert body == packed, "as it came"
    documents, left_out = look([tmp_path], site.settings())
    assert not left_out
    assert [documents[0].path, f"{documents[0].name}.warc.gz"] == [visit.files[0].name] * 2
    assert documents[0].articles[0].url == f"{site.root}/news/pool.html", "the address in the end"
    assert "Anna Bell" in documents[0].text
    assert documents[0].notes[0].startswith("captured 20")


def test_archives_may_be_joined(site: Site, tmp_path: Path) -> None:
    visit = fetch([site.page("/pool"), site.page("/park", OTHER)], tmp_path / "kept", site.settings())
    (tmp_path / "all.warc.gz").write_bytes(b"".join(file.read_bytes() for file in visit.files))
    documents, left_out = look([tmp_path / "all.warc.gz"], site.settings())
    assert [document.path for document in documents] == ["all.warc.gz", "all.warc.gz/00002-park"]
    assert len({document.name for document in documents}) == 2
    assert not left_out


def test_kinds_of_articles_are_read(site: Site, tmp_path: Path) -> None:
    latin = ARTICLE.decode().replace("\u201c", "\xab").replace("\u201d", "\xbb").encode("latin-1")
    words = (
        "Pool to reopen\n\nThe council will repair the pool this year, said Anna Bell, its leader, on Tuesday evening.\n"
        * 3
    )
    report = newspaper("Pool to reopen", words.split("\n\n", 1)[1].splitlines())
    chunks = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(
        b"%x\r\n%s\r\n" % (len(part), part) for part in (ARTICLE[:100], ARTICLE[100:], b"")
    )
    site.pages["/chunks"] = raw(chunks)
    pages = [
        site.page("/html"),
        site.page("/vague", kind="application/octet-stream"),
        site.page("/latin", latin, kind="text/html; charset=latin-1"),
        site.page("/words", words.encode(), kind="text/plain; charset=utf-8"),
        site.page("/report.pdf", report, kind="application/pdf"),
        site.page("/report", report, kind="application/octet-stream"),
        site.page("/letter", written([("", line) for line in words.splitlines()]), kind=WORD),
        site.root + "/chunks",
    ]  # fmt: skip
    visit = fetch(pages, tmp_path, site.settings())
    assert (visit.counts, visit.failed) == ({"new": len(pages)}, ())
    documents, left_out = look([str(file) for file in visit.files], site.settings())
    assert not left_out
    assert len(documents) == len(pages)
    assert all("Anna Bell" in document.text for document in documents)
    assert "\xab" in next(d.text for d in documents if "latin" in d.path)


def test_a_second_run_asks_what_has_changed(site: Site, tmp_path: Path) -> None:
    def tagged(handler: Handler) -> None:
        if handler.headers["If-None-Match"] == '"1"':
            handler.give(b"", status=304)
        else:
            handler.give(ARTICLE, ETag='"1"', Last_Modified="Fri, 01 Mar 2024 10:00:00 GMT")

    site.pages["/tagged"] = tagged
    site.page("/plain")
    site.moved("/old", "/tagged")
    addresses = [f"{site.root}/{name}" for name in ("tagged", "plain", "old")]
    first = fetch(addresses, tmp_path, site.settings())
    before = {file: file.read_bytes() for file in first.files}
    assert first.counts == {"new": 3}
    second = fetch(addresses, tmp_path, site.settings())
    assert second.counts == {"unchanged": 3}
    assert {file: file.read_bytes() for file in second.files} == before, "the same bytes: nothing is kept anew"
    assert dict(site.asked)["/tagged"]["If-Modified-Since"] == "Fri, 01 Mar 2024 10:00:00 GMT"
    assert "If-None-Match" not in dict(site.asked)["/old"], "what is kept of it stood elsewhere"
    site.page("/plain", OTHER)
    site.page("/tagged", OTHER)
    third = fetch(addresses, tmp_path, site.settings())
    assert third.counts == {"changed": 3}
    assert third.files == first.files
    assert OTHER in records(third.files[1])[-1][2]
    asked = len(site.asked)
    again = fetch([*addresses, site.page("/more")], tmp_path, site.settings(), only_new=True)
    assert again.counts == {"new": 1, "unchanged": 3}
    assert site.paths[-1] == "/more"
    assert len(site.asked) == asked + 2, "the rules and the new page"


@pytest.mark.parametrize("how", [b"", b"WARC/1.1\r\nnonsense", gzip.compress(b"WARC/1.1\r\n\r\n"), None])
def test_what_is_kept_but_broken_is_fetched_anew(site: Site, tmp_path: Path, how: bytes | None) -> None:
    visit = fetch([site.page("/a", ETag='"1"')], tmp_path, site.settings())
    visit.files[0].write_bytes(visit.files[0].read_bytes()[:-200] if how is None else how)
    again = fetch([f"{site.root}/a"], tmp_path, site.settings())
    assert (again.counts, again.files) == ({"new": 1}, visit.files)
    assert ARTICLE in records(again.files[0])[-1][2]


def test_what_cannot_be_fetched_again_stays(site: Site, tmp_path: Path) -> None:
    first = fetch([site.page("/a")], tmp_path, site.settings())
    before = first.files[0].read_bytes()
    site.page("/a", b"", status=500)
    second = fetch([f"{site.root}/a"], tmp_path, site.settings())
    assert (second.counts, second.files) == ({"kept": 1}, first.files)
    assert "has a fault; try again later (500 Internal Server Error); what was kept of it on 20" in second.failed[0].why
    assert second.files[0].read_bytes() == before


def test_redirects_are_checked_like_what_the_user_names(site: Site, tmp_path: Path) -> None:
    hops = [
        site.moved(f"/hop{number}", f"/hop{number + 1}", (301, 302, 303, 307, 308)[number % 5]) for number in range(7)
    ]
    site.page("/hop7")
    bad = {
        site.moved("/circle", "/circle"): "redirects in a circle",
        site.moved("/port", "http://127.0.0.1:22/"): "redirects to http://127.0.0.1:22/: port 22 is not asked",
        site.moved("/file", "file:///etc/passwd"): "file:///etc/passwd: no web address",
        site.moved("/secret", "http://anna:hush@127.0.0.1/"): "never sent",
        site.moved("/nowhere", ""): "gives no page",
        site.page("/choices", b"", status=300): "gives no page; expected an article (300",
        site.page("/unasked", b"", status=304): "gives no page; expected an article (304",
        hops[1]: "more than 5 redirects",
    }
    visit = fetch([hops[2], *bad], tmp_path, site.settings())
    assert visit.counts == {"new": 1}
    assert len(visit.failed) == len(bad)
    for item in visit.failed:
        assert bad[item.path] in item.why, item
        assert item.why.startswith(f"{item.path}: ")
        assert "hush" not in item.why
    assert len(list(tmp_path.iterdir())) == 1, "nothing is kept of the others"


def test_a_redirect_into_a_private_network_is_not_followed(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site itself passes for public here; where it redirects to does not."""
    from kg.fetch import guard

    monkeypatch.setattr(guard, "is_public", lambda ip: ip == "127.0.0.1")
    for number, host in enumerate(("[::1]", "10.0.0.1", "169.254.169.254", "127.0.0.2", "0.0.0.0")):  # noqa: S104
        site.moved(f"/{number}", f"http://{host}:{site.port}/a")
    site.page("/good")
    addresses = [f"{site.root}/{name}" for name in (0, 1, 2, 3, 4, "good")]
    visit = fetch(addresses, tmp_path, site.settings(private=False))
    assert visit.counts == {"new": 1}
    assert len(visit.failed) == 5
    assert all("is not on the public internet" in item.why for item in visit.failed)


def test_without_the_setting_this_machine_is_not_asked(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="is not on the public internet"):
        fetch([site.page("/a")], tmp_path, site.settings(private=False))
    assert not site.asked


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_asked_again(site: Site, tmp_path: Path, status: int) -> None:
    def busy(handler: Handler) -> None:
        first = site.paths.count("/a") == 1
        handler.give(b"wait" if first else ARTICLE, status=status if first else 200, Retry_After="0" if first else "")

    site.pages["/a"] = busy
    visit = fetch([f"{site.root}/a", site.page("/b")], tmp_path, site.settings())
    assert (visit.counts, visit.failed) == ({"new": 2}, ())
    assert site.paths == ["/a", "/a", "/b"]


@pytest.mark.parametrize("when", ["5", "3600", "", "date", "Wed, 99 Foo 2024"])
def test_a_site_that_stays_busy_is_left_alone(site: Site, tmp_path: Path, when: str) -> None:
    from datetime import UTC, datetime, timedelta

    after = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True) if when == "date" else when
    with serving() as other:
        address = other.page("/a", b"", status=429, Retry_After=after).replace("127.0.0.1", "localhost")
        settings = site.settings(ports=(site.port, other.port), most_wait_seconds=1.0)
        visit = fetch([address, address.replace("/a", "/b"), site.page("/c")], tmp_path, settings)
        assert visit.counts == {"new": 1}
        assert [item.path for item in visit.failed] == [address, address.replace("/a", "/b")]
        assert "the site is busy (429 Too Many Requests); try again later" in visit.failed[0].why
        assert "is left alone for now; try again later" in visit.failed[1].why
        waits = when in ("", "Wed, 99 Foo 2024")
        assert other.paths == ["/a"] * (3 if waits else 1), "never sooner than it says"


def test_a_busy_target_closes_no_other_way(site: Site, tmp_path: Path) -> None:
    """What redirects is not to blame for where it leads."""
    with serving() as other:
        busy, more = f"http://localhost:{other.port}/busy", f"http://localhost:{other.port}/more"
        other.page("/busy", b"", status=429, Retry_After="3600")
        one, two = site.moved("/1", busy), site.moved("/2", more)
        visit = fetch([one, two, site.page("/3")], tmp_path, site.settings(ports=(site.port, other.port)))
        assert visit.counts == {"new": 1}
        assert f"/1: redirects to {busy}: the site is busy" in visit.failed[0].why
        assert f"/2: redirects to {more}: the site was busy" in visit.failed[1].why
        assert other.paths == ["/busy"]


def test_an_answer_that_breaks_off_is_asked_for_again(site: Site, tmp_path: Path) -> None:
    def breaking(handler: Handler) -> None:
        short = site.paths.count("/a") < 3
        handler.give(ARTICLE[:100] if short else ARTICLE, Content_Length=str(len(ARTICLE)))
        handler.close_connection = True

    site.pages["/a"] = breaking
    assert fetch([f"{site.root}/a"], tmp_path, site.settings()).counts == {"new": 1}
    with pytest.raises(FetchError, match="broke off"):
        fetch([site.page("/b", b"short", Content_Length="500")], tmp_path, site.settings())
    assert site.paths.count("/b") == 3


def item(address: str) -> str:
    return f"<item><title>Pool</title><link>{address}</link><description>The pool.</description></item>"


def feed_of(*addresses: str) -> bytes:
    return f"<?xml version='1.0'?><rss><channel><title>News</title>{''.join(map(item, addresses))}</channel></rss>".encode()


def test_the_articles_of_a_feed_are_fetched_too(site: Site, tmp_path: Path) -> None:
    a, b = site.page("/a"), site.page("/b", OTHER)
    feed = site.page(
        "/feed", feed_of(a, b, a, f"{site.root}/gone", "http://anna:hush@x.example/"), kind="application/rss+xml"
    )
    visit = fetch([feed], tmp_path, site.settings())
    assert visit.counts == {"new": 2, "feeds": 1}
    assert [entry.why.replace(site.root, "") for entry in visit.failed] == [
        "/gone: is not there; check the address (404 Not Found)",
        "http://…@x.example/: a user name or password in an address is never sent; leave it out (in /feed)",
    ]
    assert len(list((tmp_path / ".feeds").iterdir())) == 1
    documents, left_out = look([tmp_path], site.settings())
    assert len(documents) == 2, "the feed says nothing of its own"
    assert not left_out
    assert fetch([feed], tmp_path, site.settings()).counts == {"unchanged": 2, "feeds": 1}
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='{a}'/></entry></feed>".encode()
    assert fetch([site.page("/feed", atom, kind="text/xml")], tmp_path, site.settings()).counts == {
        "unchanged": 1,
        "feeds": 1,
    }


def test_a_feed_s_entries_are_bounded_and_lead_to_no_other_feed(site: Site, tmp_path: Path) -> None:
    many = [site.page(f"/{number}", ARTICLE + b"%d" % number) for number in range(5)]
    feed = site.page("/feed", feed_of(*many), kind="application/rss+xml")
    visit = fetch([feed], tmp_path, site.settings(entries=2))
    assert visit.counts == {"new": 2, "feeds": 1}
    assert visit.skipped[0].why == f"{feed}: 3 more entries of this feed; --limit 5 fetches them too"
    nested = site.page("/nested", feed_of(feed, many[0]), kind="application/rss+xml")
    visit = fetch([nested], tmp_path, site.settings())
    assert visit.counts == {"unchanged": 1, "feeds": 1}
    assert "a feed that another feed names" in visit.failed[0].why
    empty = site.page("/empty", feed_of(), kind="application/rss+xml")
    visit = fetch([empty, many[0]], tmp_path, site.settings())
    assert "a feed that names no articles" in visit.failed[0].why
    bomb = b"<!DOCTYPE x [<!ENTITY a '" + b"b" * 1000 + b"'>]><rss><channel>" + b"<item><link>&a;</link></item>" * 500
    visit = fetch([site.page("/bomb", bomb, kind="application/rss+xml"), many[0]], tmp_path, site.settings())
    assert "names no articles" in visit.failed[0].why


def test_a_page_that_becomes_a_feed_is_kept_once(site: Site, tmp_path: Path) -> None:
    first = fetch([site.page("/a")], tmp_path, site.settings())
    site.page("/a", feed_of(site.page("/b", OTHER)), kind="application/rss+xml")
    assert fetch([f"{site.root}/a"], tmp_path, site.settings()).counts == {"new": 1, "feeds": 1}
    assert not first.files[0].exists()


def raw(body: bytes) -> Callable[[Handler], None]:
    """A page that sends just these bytes."""

    def page(handler: Handler) -> None:
        handler.wfile.write(body)
        handler.close_connection = True

    return page


BAD: dict[str, tuple[Callable[[Handler], None], str]] = {
    "/forbidden": (partial(Handler.give, body=b"", status=403), "refuses programs; save the page from the browser (403"),
    "/password": (partial(Handler.give, body=b"", status=401), "asks for a password"),
    "/gone": (partial(Handler.give, body=b"", status=410), "was taken away"),
    "/broken": (partial(Handler.give, body=b"", status=502), "the site has a fault; try again later (502"),
    "/none": (partial(Handler.give, body=b"", status=204), "gives no page"),
    "/picture": (partial(Handler.give, body=b"\x89PNG", kind="image/png"), "image/png; expected a web page"),
    "/large": (partial(Handler.give, body=bytes(300_000)), "more than 200,000 bytes"),
    "/bomb": (partial(Handler.give, body=gzip.compress(bytes(9_000_000)), Content_Encoding="gzip"), "unpacks to more than"),
    "/packed": (partial(Handler.give, body=b"abc", Content_Encoding="br"), "packed as 'br'"),
    "/empty": (partial(Handler.give, body=b""), "an empty page"),
    "/reason": (raw(b"HTTP/1.1 404 \x1b[2J\x9b\r\nContent-Length: 0\r\n\r\n"), "(404"),
}  # fmt: skip


def test_each_fault_is_one_line_and_the_others_are_fetched(site: Site, tmp_path: Path) -> None:
    site.pages |= {path: page for path, (page, _) in BAD.items()}
    visit = fetch([*(site.root + path for path in BAD), site.page("/good")], tmp_path, site.settings())
    assert visit.counts == {"new": 1}
    assert [entry.path.removeprefix(site.root) for entry in visit.failed] == list(BAD)
    for entry, (_, why) in zip(visit.failed, BAD.values(), strict=True):
        assert why in entry.why
        assert entry.why.startswith(entry.path)
        assert entry.why.isprintable()
        assert len(entry.why) < 300


def test_a_folder_that_cannot_be_written(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FetchError, match="no folder that can be written"):
        fetch([site.page("/a")], tmp_path / "file", site.settings())
    assert not site.asked


def test_without_the_libraries_the_command_is_named(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    with pytest.raises(FetchError, match=r"needs protego.*pip install 'stakeholder-kg\[all\]'"):
        fetch([site.page("/a")], tmp_path, site.settings())


def test_the_command(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kg.settings.Fetching", partial(Fetching, private=True, ports=(site.port,)))
    a, gone = site.page("/a"), f"{site.root}/gone"
    folder = str(tmp_path / "kept")
    assert cli.main(["fetch", a, "-o", folder, "--delay", "0", "--contact", "desk@paper.example"]) == 0
    said = capsys.readouterr()
    assert said.out == f"Fetched\n  new        1\n\nRead them with: kg build {folder}\n"
    assert said.err == f"[1/1] fetching {a}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{a}\n{gone} # gone\n".encode())))
    assert cli.main(["fetch", "-", "-o", folder, "--delay", "0"]) == 1
    said = capsys.readouterr()
    assert "unchanged" in said.out
    assert f"failed (1):\n  {gone}: is not there; check the address (404 Not Found)\n" in said.err
    assert cli.main(["fetch", gone, "-o", folder, "--delay", "0"]) == 2
    assert "kg fetch: nothing could be fetched" in capsys.readouterr().err
    for wrong in (["news.example/a"], [a, "--delay", "-1"], [a, "--limit", "0"], [a, "--contact", "a\r\nX: b"]):
        assert cli.main(["fetch", *wrong, "-o", folder]) == 2
        assert "expected" in capsys.readouterr().err


INTERRUPTED = """
import sys
from pathlib import Path
from kg import cli
import kg.settings
from functools import partial
kg.settings.Fetching = partial(kg.settings.Fetching, private=True, ports=(int(sys.argv[1]),), delay_seconds=0)
sys.exit(cli.main(["fetch", *sys.argv[3:], "-o", sys.argv[2]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_what_was_fetched_before_an_interrupt_is_whole(site: Site, tmp_path: Path) -> None:
    from threading import Event

    begun = Event()

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        begun.set()
        for _ in range(200):
            handler.wfile.write(b"word ")
            begun_over.wait(0.05)

    begun_over = Event()
    site.pages["/b"] = endless
    command = [
        sys.executable,
        "-c",
        INTERRUPTED,
        str(site.port),
        str(tmp_path / "kept"),
        site.page("/a"),
        f"{site.root}/b",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert begun.wait(30)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=20)
    begun_over.set()
    assert process.returncode == 130
    assert error.endswith("kg fetch: stopped; what was fetched is whole\n"), error
    assert [file.name[:12] for file in (tmp_path / "kept").iterdir()] == ["127.0.0.1-a-"], "and nothing half"
    documents, _ = look([tmp_path / "kept"], Settings())
    assert len(documents) == 1
