"""Names with what somebody is called for short inside: `Ilva "Tam" Bell`, "Ilva (Tam) Bell", "Ilva ‘Tam’ Bell"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._lists import heads, is_first_name, is_role
from kg.mention.spans import is_capital, is_particle
from kg.tokens import Doc

PAIRS = {'"': '"', "“": "”", "‘": "’", "'": "'", "(": ")"}
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
LONGEST_NICK, LONGEST_SIDE = 2, 3


def nicknamed(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans of such names, from the first name to the last."""
    for opening in range(1, len(doc) - 2):
        closing = _closing(doc, opening)
        if closing is None:
            continue
        start, end = opening, closing + 1
        while start > 0 and opening - start < LONGEST_SIDE and _is_part(doc, start - 1):
            start -= 1
        while end < len(doc) and end - closing <= LONGEST_SIDE and _is_part(doc, end):
            end += 1
        if start == opening or end == closing + 1 or not _is_person(doc, start, opening, end):
            continue
        if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in SUFFIXES:
            end += 2
        yield (start, end)


def _closing(doc: Doc, opening: int) -> int | None:
    """Where the marks close around one or two capitalised words; None if they do not."""
    mark = PAIRS.get(doc[opening].text)
    if mark is None or not doc[opening - 1].whitespace_ or doc[opening].whitespace_:
        return None
    for closing in range(opening + 2, min(opening + 2 + LONGEST_NICK, len(doc) - 1)):
        if doc[closing].text == mark and doc[closing].whitespace_ and not doc[closing - 1].whitespace_:
            inside = doc[opening + 1 : closing]
            return closing if all(is_capital(t) or t.lower_ == "the" for t in inside) else None
    return None


def _is_part(doc: Doc, i: int) -> bool:
    token = doc[i]
    return is_particle(token) or (
        is_capital(token)
        and token.pos_ == "PROPN"
        and not token.text.isdigit()
        and (not token.is_upper or len(token.text) < 3)
        and token.lower_ not in heads()
        and not is_role(token.text)
    )


def _is_person(doc: Doc, start: int, opening: int, end: int) -> bool:
    """Whether both sides are a person's: the model or a usual first name says so; "Harrow (Tarn) Council" is nobody."""
    labels = {t.ent_type_ for t in (*doc[start:opening], *doc[opening:end])}
    return is_first_name(doc[start].text) or ("PERSON" in labels and "ORG" not in labels and "GPE" not in labels)
