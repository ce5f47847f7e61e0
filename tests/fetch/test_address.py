"""Addresses have one form, and what is none is named without its secrets."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import FetchError
from kg.fetch.address import Address, follow, listed, parse


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("https://News.Example", "https://news.example/"),
        ("HTTPS://news.example:443/a/../b#part", "https://news.example/b"),
        ("http://news.example:8080/ü?q=ä&x=1", "http://news.example:8080/%C3%BC?q=%C3%A4&x=1"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://news.example./a", "https://news.example/a"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("http://2130706433/", "http://2130706433/"),
    ],
)
def test_one_form(text: str, form: str) -> None:
    assert str(parse(text)) == form
    assert parse(form) == parse(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("news.example/a", "begins with https://"),
        ("ftp://news.example/a", "begins with https://"),
        ("file:///etc/passwd", "begins with https://"),
        ("https://", "host"),
        ("https:///a", "host"),
        ("https://a..b/", "host"),
        ("https://news.example:99999/", "host and port"),
        ("https://news.example/a b", "blanks"),
        ("https://news.example\\@other.example/", "blanks or backslashes"),
        ("https://news.example/\r\nX-Evil: 1", "blanks"),
        ("https://\u0660.\u2488com/", "understood"),
        ("http://[fe80::1%25eth0]/", "host"),
        ("https://news.example/" + "a" * 3000, "longer than"),
    ],
)
def test_what_is_none_is_said(text: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as error:
        parse(text)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 500


@pytest.mark.parametrize(
    "text", ["https://anna:hush@news.example/a", "https://hush@news.example/", "https://a:hush@@x/"]
)
def test_passwords_are_neither_sent_nor_shown(text: str) -> None:
    with pytest.raises(FetchError, match=r"never sent|understood") as error:
        parse(text)
    assert "hush" not in str(error.value)
    found, wrong = listed([text])
    assert not found
    assert "hush" not in wrong[0].path + wrong[0].why


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse(f"https://{text}")
    except FetchError:
        return
    assert parse(str(address)) == address
    assert str(address).isascii()
    assert str(address).isprintable()


def test_where_a_redirect_leads() -> None:
    here = parse("https://news.example/a/b?c")
    assert str(follow(here, "d#e")) == "https://news.example/a/d"
    assert str(follow(here, "//other.example/d")) == "https://other.example/d"
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "https://anna:hush@news.example/", "http://[::1"):
        with pytest.raises(FetchError) as error:
            follow(here, bad)
        assert "hush" not in str(error.value)


def test_file_names_are_stable_short_and_their_own() -> None:
    name = parse("https://news.example/2024/Pool-to-reopen.html?page=2").file_name
    assert name.startswith("news.example-pool-to-reopen-")
    assert name == parse("https://NEWS.example/2024/Pool-to-reopen.html?page=2#top").file_name
    assert name != parse("https://news.example/2024/Pool-to-reopen.html?page=3").file_name
    longest = parse(f"https://{'a' * 60}.{'b' * 60}.example/{'word-' * 90}{'%20' * 90}").file_name
    assert len(longest) < 150
    for text in ("https://../x", "https://[2001:db8::1]/../..%2f..%2fetc", "https://a/%00"):
        try:
            name = parse(text).file_name
        except FetchError:
            continue
        assert not set(name) & set("/\\:%\0 ")
        assert not name.startswith(".")


LIST = """\ufeff# what we read this week
https://news.example/a
  https://news.example/b   # the second
https://news.example/a#again

nonsense
https://news.example/c#part
"""


def test_lists_have_comments_and_name_their_bad_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "week.urls").write_text(LIST, encoding="utf-8")
    found, wrong = listed([str(tmp_path / "week.urls"), "https://news.example/d"])
    assert [str(address) for address in found] == [f"https://news.example/{name}" for name in "abcd"]
    assert [item.why for item in wrong] == [
        "week.urls, line 6: nonsense: no web address; expected one that begins with https:// or http://"
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"https://news.example/a\nx\n")))
    found, wrong = listed(["-"])
    assert found == [Address("https", "news.example", 443, "/a")]
    assert wrong[0].why.startswith("standard input, line 2: ")


def test_a_list_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "binary.urls").write_bytes(bytes(100))
    for source in (tmp_path / "binary.urls", tmp_path / "none.urls", tmp_path, "a\0b"):
        with pytest.raises(FetchError, match="expected"):
            listed([str(source)])
