"""Names as their words show them: after an honorific, with post-nominals, a title that stands for its one holder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import words
from kg.lexicon.roles import role_family
from kg.mention._lists import heads, is_honorific, is_role, other_heads
from kg.mention.spans import POSSESSIVE, is_capital, is_particle, is_second_half
from kg.tokens import Doc

NAME = re.compile(r"^(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ’'.-]?\w*|[A-Z]\.?|d[aeu]|van|von|de|bin|al-\w+)$")
NO_TITLES = frozenset(
    "Motors Electric Hospital Election Lanka Lankan Lankans Division Dynamics Mills Office Service Services Staff".split()
)  # "General Motors", "Sri Lanka", "Justice Division"
OFFICES = frozenset(["justice", "general", "major", "lord", "lady", "judge"])  # titles that begin or end offices, too
TITLES_OF_PLACES = frozenset("Duke Duchess Earl Countess Prince Princess Marquess Archbishop Bishop".split())
PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "earl"])
POSTNOMINALS = frozenset("MP MSP MS AM TD MEP MLA OBE MBE CBE KBE DBE QC KC PC".split())
LONGEST = 6


def with_honorific(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Sir Colin Bell", "Ms T. Bell", "Lord Bell of Tarn", "Lord (Piers) Bell"."""
    i = 0
    while i < len(doc):
        if not _is_title(doc, i) or (i and is_honorific(doc[i - 1].text) and _is_title(doc, i - 1)):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and not doc[end].is_sent_start and (is_honorific(doc[end].text) or doc[end].text == "."):
            end += 1
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
            end += 3
        first = end
        while (
            end < len(doc)
            and end - first < LONGEST
            and not doc[end].is_sent_start
            and (is_name_token(doc, end) or is_hyphen(doc, end))
        ):
            end += 1
        if end < len(doc) and is_capital(doc[end]) and doc[end].lower_ in other_heads() and doc[end - 1].whitespace_:
            i = end  # "Imam Tarn International Airport"
            continue
        if end > first and doc[i].lower_ in PEERS and end + 1 < len(doc):
            end += 2 * (doc[end].text == "of" and is_capital(doc[end + 1]))
        if end > first and doc[end - 1].lower_ not in heads() and not all(is_honorific(t.text) for t in doc[first:end]):
            yield (i, with_postnominals(doc, end))
            i = end
        else:
            i += 1


def _is_title(doc: Doc, i: int) -> bool:
    """Whether the word is a title before a name, not part of an office: "Justice Secretary", "Attorney General Lord Tarn"."""
    if not (is_honorific(doc[i].text) and is_capital(doc[i])):
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is None or after.text in NO_TITLES:
        return False
    if doc[i].lower_ == "governor" and i and is_role(f"{doc[i - 1].text} {doc[i].text}"):
        return False  # "Lieutenant Governor"
    if doc[i].lower_ not in OFFICES:
        return True
    if i and doc[i - 1].text == "-":
        return False  # "Governor-General"
    if i and is_role(f"{doc[i - 1].text} {doc[i].text}"):
        return False  # "Solicitor General"
    is_office = is_role(after.text) and role_family(after.text) != "job"  # not "Lord Mason", "Judge Baker"
    return not (is_capital(after) and not is_honorific(after.text) and is_office) and after.lower_ != "chief"


def of_a_place(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the Duchess of Tarn", "the Archbishop of Tarn": a title that stands for its one holder."""
    for token in doc[:-2]:
        i = token.i
        is_title = token.text in TITLES_OF_PLACES and doc[i + 1].text == "of" and is_capital(doc[i + 2])
        if is_title and not _is_named(doc, i + 3) and not (i and doc[i - 1].lower_ == "next"):
            yield (i, i + 3)


def _is_named(doc: Doc, i: int) -> bool:
    """Whether the name of who holds the title follows: "the Bishop of Tarn, the Rt Rev Ilva Bell"."""
    if i + 2 >= len(doc) or doc[i].text != ",":
        return False
    first = doc[i + 1 + (doc[i + 1].lower_ == "the")]
    return is_capital(first) and (is_honorific(first.text) or first.ent_type_ == "PERSON")


def is_hyphen(doc: Doc, i: int) -> bool:
    """Whether the token is the hyphen of a double name: "Ilva-Tarn", "Tarn Soon-il"; what follows is part of the name."""
    return (
        doc[i].text == "-"
        and 0 < i < len(doc) - 1
        and not doc[i].whitespace_
        and not doc[i - 1].whitespace_
        and (is_capital(doc[i + 1]) or is_second_half(doc[i + 1]))
    )


def is_name_token(doc: Doc, i: int) -> bool:
    """Whether the token may be part of a person's name."""
    text = doc[i].text
    if text in POSSESSIVE or (text.lower() in other_heads() and doc[i].ent_type_ != "PERSON"):
        return False
    if text.lower() in words("postnominals") and text.isupper():
        return False
    if is_particle(doc[i]) and i + 1 < len(doc) and is_capital(doc[i + 1]):
        return True
    return is_second_half(doc[i]) or (is_capital(doc[i]) and bool(NAME.match(text)) and not text.isdigit())


def with_postnominals(doc: Doc, end: int) -> int:
    """The end of a name with "Jr" and the letters after it: "Ann Bell MP CBE"."""
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text.strip(".") in ("Jr", "Sr"):
        end += 2
    while end < len(doc) and doc[end].text in POSTNOMINALS:
        end += 1
    return end
