"""Runs of capitalised words in a parsed paragraph: what every name is made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.tokens import Doc, Token

LINKS = frozenset("of for and & the on in at with to de la le du van von der den bin al y".split())
PARTICLES = frozenset(
    "de da do dos du van von der den ter bin ibn bint al el la le di del della dell arap ap mac zu Ó Ní Uí".split()
)
POSSESSIVE = frozenset(("’s", "'s", "’", "'"))
OPENERS = frozenset(
    "by the a an in on at for from with as but and or if when while after before since although because of to this that its "
    "his her their our my would could should is was are were do does did has have had yet then meanwhile now later earlier "
    "however also still instead today yesterday overnight elsewhere".split()
)
DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October "
    "November December".split()
)  # "May" is a name as well
BEFORE_DAYS = frozenset("on last this next since until by late early from every".split())
FORMERLY = frozenset(["Past", "Previous", "Recent", "Earlier", "Later", "Successive", "Current"])
# What follows a hyphen behind a name and speaks of the next word: "the Tarn-area Acme"
NO_HALVES = frozenset("area style type size led wide era winner leader area born day week year month".split())
LONGEST_NAME = 5
LONGEST_HALF = 5  # letters of "yeong" in "Jae-yeong"
PLACE_BEFORE = frozenset(["in", "at", "near", "from", "to", "through", "across", "around"])
PARTY_TAGS = frozenset(["Con", "Lab", "LD", "Lib", "Ind", "SNP", "DUP", "PC", "Green"])
CAPITAL = re.compile(r"^(?:[A-Z0-9À-Þ][\w’'.&/-]*|[a-z]+[A-Z]\w*)$")


class Found(NamedTuple):
    """Tokens that may be a name, and how sure that is.

    Attributes:
        start, end: token indices, end exclusive.
        sureness: 0 the model says so; 1 the words themselves say so; 2 the words beside them say so; 3 a title before a name.
    """

    start: int
    end: int
    sureness: int

    def overlaps(self, other: Found) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


def is_capital(token: Token) -> bool:
    """Whether the token looks like part of a name."""
    return _can_name(token.text)


@lru_cache(maxsize=1 << 16)
def _can_name(text: str) -> bool:
    return bool(CAPITAL.match(text)) and not (text.isdigit() and len(text) > 2) and text != "I"


def is_particle(token: Token) -> bool:
    """Whether the token is a small word inside people's names: "de", "van", "bin"."""
    return token.text in PARTICLES


def is_when(doc: Doc, i: int) -> bool:
    """Whether a capitalised word before a name only says when: "On Tuesday Tarn Motors said", "Past Tarn Council plans"."""
    if doc[i].text in DAYS:
        return i > 0 and doc[i - 1].lower_ in BEFORE_DAYS
    return doc[i].text in FORMERLY and bool(doc[i].is_sent_start) and doc[i].dep_ == "amod"


def is_second_half(token: Token) -> bool:
    """Whether the token is the small second half of a given name: "un" of "Jong-un"."""
    if token.i < 2 or not (token.text.islower() and token.text.isalpha() and len(token.text) <= LONGEST_HALF):
        return False
    hyphen, first = token.nbor(-1), token.nbor(-2)
    joined = hyphen.text == "-" and not hyphen.whitespace_ and not first.whitespace_
    return joined and is_capital(first) and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def runs(doc: Doc) -> list[tuple[int, int]]:
    """Maximal stretches of capitalised tokens, links between them included; as token indices, end exclusive.

    Brackets that hold one capitalised token stay inside ("Local Government (LG) Committee"); a possessive ends a run.
    """
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(doc):
        if not is_capital(doc[i]) or is_when(doc, i):
            i += 1
            continue
        end = i + 1
        while (step := _next(doc, end)) is not None:
            end = step
        found.append((i, end))
        i = end
    return found


def _next(doc: Doc, end: int) -> int | None:
    """The end of the run if it goes on over links or brackets, None if it ends here."""
    if end < len(doc) and is_capital(doc[end]) and not _opens_after_stop(doc, end):
        return end + 1
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and is_capital(doc[end + 1]):
        return end + 2
    if (joined := over_hyphen(doc, end)) is not None:
        return joined
    if (
        end + 1 < len(doc)
        and re.fullmatch(r"(?:19|20)\d\d", doc[end].text)
        and doc[end - 1].ent_type_ in ("GPE", "ORG")
        and is_capital(doc[end + 1])
        and not doc[end + 1].is_sent_start
    ):
        return end + 2  # "Tarnford 2012 Organising Committee"
    if (
        end + 3 < len(doc)
        and doc[end].text == "("
        and doc[end + 2].text == ")"
        and is_capital(doc[end + 1])
        and is_capital(doc[end + 3])
    ):
        return end + 4
    skip = end
    while skip < len(doc) and skip - end < 3 and doc[skip].text.lower() in LINKS:
        skip += 1
    if skip > end and skip < len(doc) and is_capital(doc[skip]) and not _is_time(doc[skip]):
        is_another = doc[skip - 1].text == "the" and doc[end].text == "and" and doc[skip].text.isupper()
        is_another |= doc[end].text == "the" and _ends_before_the(doc[end - 1])
        return None if is_another else skip + 1  # "the Office of Tarn and the TRT"
    return None


def over_hyphen(doc: Doc, end: int) -> int | None:
    """The end of a word joined by a hyphen inside a name: "Electro-mobility Platform", "Tarn-on-Wold Court"; not "Tarn-based Acme".

    None where no hyphen joins a part of the name.
    """
    if end + 2 >= len(doc) or doc[end].text != "-" or doc[end].whitespace_ or doc[end - 1].whitespace_:
        return None
    half = doc[end + 1]
    if doc[end - 1].text == "Co" and half.text.startswith("op"):
        return end + 2  # "Economic Co-operation"
    if half.text in LINKS and end + 3 < len(doc) and doc[end + 2].text == "-" and is_capital(doc[end + 3]):
        return end + 4
    is_noun = half.text.islower() and half.pos_ in ("NOUN", "PROPN") and half.lower_ not in NO_HALVES
    return end + 3 if is_noun and half.whitespace_ and is_capital(doc[end + 2]) else None


def _opens_after_stop(doc: Doc, i: int) -> bool:
    """Whether a sentence begins behind an abbreviation that took its stop: "Bell & Co. Not everybody"."""
    is_abbreviated = i > 0 and doc[i - 1].text.endswith(".") and len(doc[i - 1].text) > 2
    return is_abbreviated and (
        doc[i].lower_ in OPENERS or doc[i].lower_ in ("not", "he", "she", "it", "they", "there", "we")
    )


def _ends_before_the(token: Token) -> bool:
    """Whether no name goes on over "the" after the word: "In March the Office of Tarn", "Called the Tarn Association"."""
    return token.text in DAYS or (bool(token.is_sent_start) and token.tag_ in ("VB", "VBN", "VBD", "VBG"))


def _is_time(token: Token) -> bool:
    """Whether a capitalised word is a day, a month or their number: "the House of Tarn on Sunday", "on 16 March"."""
    return token.text in DAYS or (token.text.isdigit() and token.i + 1 < len(token.doc) and token.nbor().text in DAYS)


def run_from(doc: Doc, start: int) -> int:
    """The end of the capitalised words that follow one another from `start`, particles and hyphens between them included."""
    end = start
    while end < len(doc) and end - start < LONGEST_NAME + 2:
        if is_capital(doc[end]) and doc[end].text not in POSSESSIVE and not _opens_after_stop(doc, end):
            end += 1
        elif end - start == 2 and doc[start].text in ("St", "St.") and doc[end].text in POSSESSIVE:
            end += 1  # "St Oda’s Response"
        elif (
            end > start
            and end + 1 < len(doc)
            and doc[end - 1 : end + 1].text == "Co-"
            and doc[end + 1].text[:2] == "op"
        ):
            end += 2  # "Tarn Economic Co-operation"
        elif end > start and end + 2 < len(doc) and is_particle(doc[end]) and is_particle(doc[end + 1]):
            if not is_capital(doc[end + 2]):
                break
            end += 3  # "Tarn de la Vega"
        elif (
            end > start
            and end + 1 < len(doc)
            and (is_particle(doc[end]) or doc[end].text in ("-", "&"))
            and (is_capital(doc[end + 1]) or is_second_half(doc[end + 1]))
        ):
            end += 2
        else:
            break
    return end


def run_until(doc: Doc, end: int) -> int:
    """The start of the capitalised words that end before `end`, function words that open a sentence left out."""
    start = _run_until(doc, end)
    while start < end and doc[start].is_sent_start and doc[start].lower_ in OPENERS:
        start += 1
    return start


def _run_until(doc: Doc, end: int) -> int:
    start = end
    while start > 0 and is_capital(doc[start - 1]) and doc[start - 1].text not in POSSESSIVE:
        start -= 1
        if start > 1 and doc[start - 1].text in ("-", "&") and is_capital(doc[start - 2]):
            start -= 1
    return start
