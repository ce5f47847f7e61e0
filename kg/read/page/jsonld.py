"""What a page's JSON-LD says of its article (schema.org), however it is nested or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from kg.model import Given

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|NewsStory)$|^CreativeWork$")
MOST_NODES = 20_000  # of one page; news pages have fewer than 200
TRAILING_COMMA = re.compile(r",\s*([}\]])")
WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$|;\s*$")
# what is still found where the JSON cannot be mended
PAIR = re.compile(r'"(headline|datePublished)"\s*:\s*"((?:[^"\\]|\\.)*)"')
TAG = re.compile(r"<[^<>]{1,200}>")

Node = dict[str, Any]


def stated_in(scripts: Sequence[str], titles: Sequence[str]) -> tuple[list[Given], bool]:
    """What the scripts say of the page's article, and whether they say that it is not free to read.

    Args:
        titles: what else the page calls the article; of several articles the one with such a headline is meant.
    """
    nodes: list[Node] = []
    loose: list[Given] = []
    for script in scripts:
        try:
            nodes += _nodes(_parsed(script))
        except (ValueError, RecursionError):
            loose += _pairs(script)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if any(ARTICLE.search(kind) for kind in _texts(node.get("@type")))]
    meant = [node for node in articles if clean(_first(node.get("headline"))).casefold() in titles]
    chosen = next(iter(meant or articles), None)
    if chosen is None:
        return loose, False
    free = chosen.get("isAccessibleForFree")
    return [*_fields(chosen, by_id), *loose], str(free).lower() == "false"


def clean(text: str) -> str:
    """The text of a stated value: entities resolved, tags and superfluous blanks gone."""
    return " ".join(TAG.sub(" ", unescape(unescape(text))).split())


def _parsed(script: str) -> Any:
    text = WRAPPING.sub("", WRAPPING.sub("", script))
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(TRAILING_COMMA.sub(r"\1", text), strict=False)


def _pairs(script: str) -> Iterator[Given]:
    for name, value in PAIR.findall(script):
        field = "title" if name == "headline" else "published"
        yield Given(field, clean(value.replace('\\"', '"').replace("\\/", "/")), f"JSON-LD {name} (broken)")


def _nodes(value: Any) -> list[Node]:
    """Every object in the value, outer ones first."""
    found: list[Node] = []
    waiting = [value]
    while waiting and len(found) < MOST_NODES:
        item = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if isinstance(item, dict):
            found.append(item)
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return found


def _fields(node: Node, by_id: dict[str, Node]) -> Iterator[Given]:
    for field, names in (("title", ("headline", "name")), ("published", ("datePublished",))):
        for name in names:
            if value := _first(node.get(name)):
                yield Given(field, clean(value), f"JSON-LD {name}")
                break
    for name in ("author", "publisher"):
        if people := _names(node.get(name), by_id):
            yield Given(name, ", ".join(people), f"JSON-LD {name}")
    for name in ("url", "mainEntityOfPage"):
        stated = node.get(name)
        if value := _first(stated.get("@id") if isinstance(stated, dict) else stated):
            yield Given("url", value, f"JSON-LD {name}")


def _names(value: Any, by_id: dict[str, Node]) -> list[str]:
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = by_id.get(str(item.get("@id")), item) if "name" not in item else item
            names += [clean(text) for text in _texts(item.get("name"))]
        elif isinstance(item, str):
            names.append(clean(item))
    return list(dict.fromkeys(name for name in names if name))


def _texts(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _first(value: Any) -> str:
    return next(iter(_texts(value)), "")
