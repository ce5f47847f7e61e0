"""What a person's name tells by itself: the name without titles, the gender."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kg.lexicon import rows, words

PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "earl", "countess"])


SUFFIX = re.compile(r", (?:Jr|Sr)\.?$")
NICKNAME = re.compile(r"""(?<=\w|\.) (?:"[^"]+"|“[^”]+”|‘[^’]+’|'[^']+'|\([^)]+\))(?= \w)""")


def bare_name(words_: str) -> str:
    """A person's name without honorifics, post-nominals and a nickname in marks; with them if only a peer's surname would be left."""
    if words_.split(maxsplit=1)[0].lower() not in PEERS:
        words_ = SUFFIX.sub("", NICKNAME.sub("", words_))
    tokens = words_.split()
    titles = 0
    while titles < len(tokens) - 1 and tokens[titles].lower().strip(".") in words("honorifics"):
        titles += 1
    if titles and tokens[titles] == "of":
        return words_  # "the Bishop of Tarn"
    end = len(tokens)
    while end > titles + 1 and tokens[end - 1].lower() in words("postnominals") and tokens[end - 1].isupper():
        end -= 1
    if titles and end - titles == 1 and tokens[0].lower() in PEERS:
        return words_
    if titles and (tokens[0].lower() in PEERS and ("(" in words_ or " of " in words_)):
        return words_
    start = words_.index(tokens[titles]) if titles else 0
    if titles:
        start = len(words_) - len(words_.split(None, titles)[-1])
    name = words_[start:]
    for token in reversed(tokens[end:]):
        name = name.removesuffix(token).rstrip()
    return name


def gender_of(words_: str) -> str:
    """ "m" or "f" by the title or a given name that only men or only women bear; "" where neither shows one."""
    first = words_.split(maxsplit=1)[0].lower().strip(".")
    if first in ("mr", "sir", "lord", "baron", "viscount", "earl", "fr", "shri"):
        return "m"
    if first in ("mrs", "ms", "miss", "dame", "lady", "baroness", "countess", "smt"):
        return "f"
    return _of_first_name("first_names", words_)


def likely_gender(name: str) -> str:
    """ "m" or "f" by a given name that mostly men or mostly women bear; "" where it is unknown."""
    return _of_first_name("given_names", name)


def _of_first_name(list_: str, name: str) -> str:
    """The gender of the first name by the list, also where only the list has no accents."""
    first, known = bare_name(name).split()[0], _genders(list_)
    return known.get(first) or known.get(_unaccented(first), "")


@cache
def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def _genders(list_: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows(list_) if len(row) > 1 and row[1] in ("m", "f")}
