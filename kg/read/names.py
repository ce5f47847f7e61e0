"""Paths of inputs → names of output files."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
LONGEST = 160  # bytes of a name: file systems allow 255, endings and counters are added


def readable(name: str) -> str:
    """The name in one printable line: � for line ends, control characters and bytes that are no text."""
    return UNPRINTABLE.sub("\ufffd", name)


def flat(path: str) -> str:
    """The path as one file name; a very long one is cut and ends in a hash of all of it."""
    name = UNSAFE.sub("_", path.strip("/").replace("/", "__"))
    data = name.encode("utf-8", "replace")
    if len(data) <= LONGEST:
        return name
    return data[: LONGEST - 9].decode("utf-8", "ignore") + "~" + hashlib.sha256(data).hexdigest()[:8]


def stem(path: str) -> str:
    """The path as one file name, without its ending."""
    folder, _, name = path.rpartition("/")
    short = name.removesuffix(".gz").rsplit(".", 1)[0] if name.endswith(".warc.gz") else name.rsplit(".", 1)[0]
    short = short or name
    return flat(f"{folder}/{short}" if folder else short)


def unique(name: str, taken: Counter[str]) -> str:
    """The name, numbered from its second use on; `taken` counts the uses."""
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}~{taken[name]}"
