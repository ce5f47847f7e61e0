"""Web addresses and lists of them are inputs of a build and of `kg read`, beside files."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from kg import cli
from kg.errors import FetchError, ReadError
from kg.pipeline import build, look
from kg.settings import Fetching, Settings
from tests.fetch.server import Site
from tests.fetch.test_fetch import feed_of

pytest.importorskip("fastwarc")
pytest.importorskip("protego")

OTHER = (
    "<html><body><article><h1>Park to close</h1><p>Visitors of the park will have to stay away from the end of the month, the warden "
    "wrote in a letter.</p><p>“Nobody asked us,” said Peter Marsh, chairman of Oakfield Trust, on Monday. Its members meet again in "
    "a week to see what they can do about the fence.</p></article></body></html>"
).encode()
WORDS = "Hall to close\n\nThe council will close the hall in May, said Mary Stone, its treasurer, on Monday. It opened long ago.\n"


def caching(site: Site, folder: Path) -> Settings:
    return Settings(cache=folder, fetching=site.settings().fetching)


def test_addresses_lists_and_files_are_read_together(site: Site, tmp_path: Path) -> None:
    (tmp_path / "hall.txt").write_text(WORDS, encoding="utf-8")
    feed = site.page("/feed", feed_of(site.page("/park", OTHER)), kind="application/rss+xml")
    (tmp_path / "week.urls").write_text(f"{feed} # what the council says\n", encoding="utf-8")
    sources: list[str | Path] = [site.page("/pool"), tmp_path / "week.urls", tmp_path / "hall.txt"]
    documents, left_out = look(sources, site.settings())
    assert not left_out
    read = {article.title: article.url for document in documents for article in document.articles}
    assert read == {"Pool to reopen": f"{site.root}/pool", "Park to close": f"{site.root}/park", "Hall to close": None}


def test_a_build_keeps_what_it_fetched_and_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    sources = [site.page("/pool", ETag='"1"'), site.page("/park", OTHER)]
    outcome = build(sources, tmp_path / "one", caching(site, tmp_path / "cache"))
    assert (outcome.counts["articles"], outcome.counts["people"], outcome.failed) == (2, 2, ())
    before = {file.name: file.read_bytes() for file in (tmp_path / "cache" / "web").iterdir()}
    assert len(before) == 2
    build(sources, tmp_path / "two", caching(site, tmp_path / "cache"))
    assert {file.name: file.read_bytes() for file in (tmp_path / "cache" / "web").iterdir()} == before
    files = sorted(file.relative_to(tmp_path / "one") for file in (tmp_path / "one").rglob("*") if file.is_file())
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)
    account = json.loads((tmp_path / "one" / "build.json").read_text(encoding="utf-8"))
    assert [entry["path"].partition("-")[0] for entry in account["inputs"]] == ["127.0.0.1"] * 2
    assert all("captured 20" in entry["notes"][0] for entry in account["inputs"])
    assert str(tmp_path) not in json.dumps(account)


def test_only_what_is_named_is_read_from_the_cache(site: Site, tmp_path: Path) -> None:
    build([site.page("/pool")], tmp_path / "out", caching(site, tmp_path / "cache"))
    outcome = build([site.page("/park", OTHER)], tmp_path / "out", caching(site, tmp_path / "cache"))
    assert outcome.counts["articles"] == 1


def test_an_address_that_fails_is_named_and_the_others_are_read(site: Site, tmp_path: Path) -> None:
    gone = f"{site.root}/gone"
    outcome = build([gone, site.page("/pool")], tmp_path / "out", caching(site, tmp_path / "cache"))
    assert outcome.counts["articles"] == 1
    assert [item.why for item in outcome.failed] == [f"{gone}: is not there; check the address (404 Not Found)"]
    assert gone in (tmp_path / "out" / "build.json").read_text(encoding="utf-8")
    site.page("/pool", b"", status=503, Retry_After="999")
    again = build([f"{site.root}/pool"], tmp_path / "out", caching(site, tmp_path / "cache"))
    assert again.counts["articles"] == 1, "what was kept is read"
    assert "the site is busy" in again.failed[0].why
    before = (tmp_path / "out" / "build.json").read_bytes()
    with pytest.raises(ReadError, match=r"no article could be read.*\n.*\n.*is not there"):
        build([gone], tmp_path / "out", caching(site, tmp_path / "other"))
    with pytest.raises(FetchError, match="cannot be opened"):
        build([tmp_path / "none.urls"], tmp_path / "out", caching(site, tmp_path / "cache"))
    assert (tmp_path / "out" / "build.json").read_bytes() == before


def test_how_files_are_read_says_nothing_of_addresses(site: Site, tmp_path: Path) -> None:
    (tmp_path / "hall").write_text(WORDS, encoding="utf-8")
    settings = Settings(read_as=".txt", fetching=site.settings().fetching)
    documents, left_out = look([site.page("/pool"), tmp_path / "hall"], settings)
    assert (len(documents), left_out) == (2, [])


def test_a_list_in_a_folder_is_not_fetched_by_itself(site: Site, tmp_path: Path) -> None:
    (tmp_path / "hall.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "week.urls").write_text(site.page("/pool"), encoding="utf-8")
    documents, left_out = look([tmp_path], site.settings())
    assert [document.path for document in documents] == ["hall.txt"]
    assert "kg fetch" in left_out[0].why
    assert not site.asked


def test_the_commands(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kg.settings.Fetching", partial(Fetching, private=True, ports=(site.port,), delay_seconds=0))
    pool, output = site.page("/pool"), str(tmp_path / "out")
    assert cli.main(["build", pool, "-o", output]) == 0
    said = capsys.readouterr()
    assert said.err.startswith(f"[1/1] fetching {pool}\n[1/1] reading 127.0.0.1-pool-")
    assert len(list((tmp_path / ".kg-cache" / "web").iterdir())) == 1
    assert cli.main(["build", pool, f"{site.root}/gone", "-o", output, "--no-cache"]) == 1
    assert f"{site.root}/gone: is not there" in capsys.readouterr().out
    assert cli.main(["read", pool]) == 0
    said = capsys.readouterr()
    assert "Pool to reopen" in said.out
    assert f"{site.root}/pool" in said.out
    assert f"fetching {pool}" in said.err
    assert cli.main(["read", f"{site.root}/gone"]) == 2
    assert "is not there" in capsys.readouterr().err
