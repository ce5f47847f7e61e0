"""Sites that do not want to be asked are not asked, and each is asked at its pace."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.pipeline import Visit, fetch
from kg.settings import Settings
from tests.fetch.server import Site, serving


def fetched(site: Site, folder: Path, *paths: str, settings: Settings | None = None) -> Visit:
    """What became of the paths; a page that is read stands beside them, so that nothing is an error."""
    site.page("/open")
    return fetch([site.root + path for path in (*paths, "/open")], folder, settings or site.settings())


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /private/", "/a", True),
        ("User-agent: Stakeholder-KG\nDisallow: /a\n\nUser-agent: *\nDisallow:", "/a", False),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True),
        ("User-agent: *\nDisallow: /*.html$", "/a/b.html", False),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a", "/a", False),
        ("<html>no such file</html>", "/a", True),
        ("User-agent: *\nDisallow: /a" + "\n# long" * 200_000, "/a", False),
    ],
)
def test_the_rules_are_kept(site: Site, tmp_path: Path, rules: str, path: str, is_allowed: bool) -> None:
    site.page("/robots.txt", rules.encode(), kind="text/plain")
    site.page(path)
    visit = fetched(site, tmp_path, path)
    assert (path in site.paths) == is_allowed
    assert [item.path for item in visit.failed] == ([] if is_allowed else [site.root + path])
    if not is_allowed:
        assert "robots.txt does not allow" in visit.failed[0].why
    assert [asked for asked, _ in site.asked].count("/robots.txt") == 1, "it is asked for once"


@pytest.mark.parametrize("status", [404, 403, 410])
def test_without_rules_all_is_allowed(site: Site, tmp_path: Path, status: int) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /", status=status)
    assert not fetched(site, tmp_path).failed


def test_rules_may_stand_elsewhere(site: Site, tmp_path: Path) -> None:
    site.moved("/robots.txt", "/rules.txt", 301)
    site.page("/rules.txt", b"User-agent: *\nDisallow: /a", kind="text/plain")
    site.page("/a")
    assert len(fetched(site, tmp_path, "/a").failed) == 1


@pytest.mark.parametrize("how", ["500", "cut", "private"])
def test_rules_that_cannot_be_read_may_forbid_all(site: Site, tmp_path: Path, how: str) -> None:
    with serving() as other:
        if how == "500":
            other.page("/robots.txt", b"", status=500)
        elif how == "cut":
            other.page("/robots.txt", b"short", Content_Length="500")
        else:
            other.moved("/robots.txt", "ftp://127.0.0.1/robots.txt")
        other.page("/a")
        other.page("/b")
        settings = site.settings(ports=(site.port, other.port))
        site.page("/open")
        visit = fetch([other.root + "/a", other.root + "/b", site.root + "/open"], tmp_path, settings)
        assert visit.counts == {"new": 1}
        assert [item.path for item in visit.failed] == [other.root + "/a", other.root + "/b"]
        assert not other.paths, "no page is asked for"
        assert len(other.asked) == (3 if how == "cut" else 1), "and the rules no more than is needed"


def test_rules_hold_for_the_target_of_a_redirect(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private", kind="text/plain")
    site.moved("/a", "/private/a")
    site.page("/private/a")
    visit = fetched(site, tmp_path, "/a")
    assert visit.failed[0].why.startswith(f"{site.root}/a: redirects to {site.root}/private/a: the site's robots.txt")
    assert "/private/a" not in site.paths


@pytest.mark.parametrize(
    ("rules", "changes", "least", "most"),
    [
        ("", {"delay_seconds": 0.3}, 0.85, 6),
        ("User-agent: *\nCrawl-delay: 0.3", {}, 0.55, 6),
        ("User-agent: *\nRequest-rate: 1/1", {"most_wait_seconds": 0.3}, 0.55, 6),
        ("User-agent: *\nCrawl-delay: 1000000", {"most_wait_seconds": 0.3}, 0.55, 6),
        ("User-agent: *\nCrawl-delay: 0.1", {}, 0.15, 6),
    ],
)
def test_a_host_rests_between_two_requests(
    site: Site, tmp_path: Path, rules: str, changes: dict[str, float], least: float, most: float
) -> None:
    """Three requests after the rules were asked for: the rules' own delay holds from the first page on."""
    site.page("/robots.txt", rules.encode(), kind="text/plain")
    site.page("/a")
    site.page("/b")
    start = time.monotonic()
    assert fetched(site, tmp_path, "/a", "/b", settings=site.settings(**changes)).counts == {"new": 3}  # type: ignore[arg-type]
    assert least <= time.monotonic() - start < most


def test_a_host_that_rests_holds_up_no_other(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 0.4", kind="text/plain")
    order: list[str] = []
    with serving() as other:
        addresses = [site.page("/a"), site.page("/b"), other.page("/c"), other.page("/d")]
        named = [
            address.replace("127.0.0.1", "localhost") if address.endswith(("c", "d")) else address
            for address in addresses
        ]
        settings = site.settings(ports=(site.port, other.port))
        visit = fetch(named, tmp_path, settings, lambda what, done, of: order.append(what[-1:]))
    assert visit.counts == {"new": 4}
    assert order == ["a", "c", "d", "b", ""], "b waits while c and d are read"
    assert [file.name.split("-")[1] for file in visit.files] == ["a", "b", "c", "d"], "told in the order of the user"
