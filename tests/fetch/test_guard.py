"""Only machines on the public internet are asked, whatever their addresses look like."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from kg.errors import FetchError
from kg.fetch.address import parse
from kg.fetch.client import ask
from kg.fetch.guard import is_public, places
from kg.settings import Fetching
from tests.fetch.server import Site

PUBLIC = ("93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101")
PRIVATE = """
    127.0.0.1 127.8.9.1 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.8 192.0.2.1
    198.18.0.1 198.51.100.7 203.0.113.9 192.88.99.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::a00:1 64:ff9b::7f00:1 64:ff9b:1::1
    2002:7f00:1:: 2001::1 2001:db8::1 fe80::1 fe80::1%eth0 fec0::1 fc00::1 fd12::1 ff02::1 100::1
""".split()


@pytest.mark.parametrize("ip", PUBLIC)
def test_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", PRIVATE)
def test_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0", "[::1]", "[::ffff:7f00:1]", "[::]"],
)
def test_this_machine_by_any_name(host: str) -> None:
    with pytest.raises(FetchError, match=r"not on the public internet|is not found"):
        places(parse(f"http://{host}/"), Fetching())


def resolving(monkeypatch: pytest.MonkeyPatch, **names: list[str]) -> list[str]:
    """Names are looked up here; what was looked up."""
    real, looked_up = socket.getaddrinfo, []

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        known = names.get(str(host).partition(".")[0])
        if known is None:
            return real(host, port, *rest, **more)
        looked_up.append(host)
        return [entry for ip in known for entry in real(ip, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return looked_up


def test_a_name_of_which_one_machine_is_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, good=["1.1.1.1", "2606:4700::1111"], mixed=["1.1.1.1", "10.0.0.1"])
    assert places(parse("https://good.example/"), Fetching()) == ["1.1.1.1", "2606:4700::1111"]
    with pytest.raises(FetchError, match=r"\(10\.0\.0\.1\)"):
        places(parse("https://mixed.example/"), Fetching())


def test_a_name_that_is_not_found() -> None:
    with pytest.raises(FetchError, match="is not found"):
        places(parse("https://no-such-host.invalid/"), Fetching())
    with pytest.raises(FetchError, match="is not found"):
        places(parse(f"https://{'a' * 70}.example/"), Fetching())


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_other_services_are_not_asked(port: int) -> None:
    with pytest.raises(FetchError, match=f"port {port}"):
        places(parse(f"http://1.1.1.1:{port}/"), Fetching())


def test_the_name_is_looked_up_once_and_the_checked_machine_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = resolving(monkeypatch, news=["127.0.0.1"])
    site.page("/a")
    settings = site.settings().fetching
    answer = ask(parse(f"http://news.example:{site.port}/a"), {}, settings, limit=10_000)
    assert (answer.status, answer.ip) == (200, "127.0.0.1")
    assert looked_up == ["news.example"], "a second look-up could give another machine"
    assert site.asked[0][1]["Host"] == f"news.example:{site.port}"


def test_the_next_machine_is_asked_where_one_does_not_answer(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, news=["::1", "127.0.0.1"])
    site.page("/a")
    assert (
        ask(parse(f"http://news.example:{site.port}/a"), {}, site.settings().fetching, limit=10_000).ip == "127.0.0.1"
    )
