"""Organisations by name: head words, general institutions, acronyms, words beside a name, and what the model sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import words
from kg.mention._beside import bodies_beside
from kg.mention._headed import headed_spans
from kg.mention._lists import body_words, heads, institutions, is_head, is_honorific, is_role, other_heads
from kg.mention.spans import LINKS, POSSESSIVE, Found, is_capital

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["heads", "institutions", "organisation_spans"]

ACRONYM = re.compile(r"^[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}s?$")
NOT_AFTER = frozenset(["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "new", "former"])
PLACE_BEFORE = frozenset(["in", "at", "near", "from", "to", "through", "across", "around"])
NOT_ACTING = frozenset("PERSON MONEY DATE CARDINAL GPE LAW PRODUCT EVENT".split())
FUNCTION_WORDS = frozenset("ADP SCONJ CCONJ DET AUX PRON".split())
OWN_NAMES = frozenset(
    "king queen prince people women children men workers mary john james thomas george andrew".split()
)
PARTY_TAGS = frozenset(["Con", "Lab", "LD", "Lib", "Ind", "SNP", "DUP", "PC", "Green"])
FIELD_ROLES = frozenset(
    ["minister", "secretary", "commissioner", "ministers", "spokesman", "spokeswoman", "correspondent", "critic"]
)
COURTS = frozenset(
    "crown magistrates high supreme county district appeal appeals criminal constitutional federal circuit family superior "
    "juvenile international european of probate sheriff youth".split()
)
WORKS = frozenset(
    "film films movie movies drama comedy musical novel book album single song track show series sitcom documentary "
    "exhibition play opera painting game hit blockbuster thriller".split()
)
SCORE = re.compile(r"^\d+-\d+$")
CODE = re.compile(r"^(?:[A-Z]{1,2}\d+|-.*|\d[\d.,]*(?:m|bn|k)?)$")
SEATS = frozenset(["MP", "MPs", "MSP", "MEP", "MLA", "TD", "AM", "MS", "senator", "Senator"])
SETTLEMENTS = frozenset("city town village port suburb district province region state county island capital".split())


def organisation_spans(doc: Doc) -> list[Found]:
    """Token spans that name organisations, the surer and then the longer ones where they would overlap; sorted."""
    ruled = [*headed_spans(doc), *_institutions(doc), *_acronyms(doc)]
    found = [
        *(
            Found(start, end, 2)
            for start, end in (*bodies_beside(doc), *_papers(doc), *_party_tags(doc), *_saints(doc), *_dateline(doc))
        ),
        *(Found(start, end, 2) for start, end in _before_acronym(doc)),
        *(Found(start, end, 1) for start, end in ruled),
        *(Found(start, end, 0) for start, end in _by_model(doc)),
    ]
    return _without_overlap(doc, [f for f in found if not _is_common_thing(doc, f)])


def _without_overlap(doc: Doc, found: list[Found]) -> list[Found]:
    """One of those that overlap: a head's name before all, a longer rule's before a shorter, rules before the model.

    A lone word that a rule knows gives way to the longer span of the model around it ("NHS" in "NHS Blood and Transplant").
    """
    kept: list[Found] = []
    for span in sorted(dict.fromkeys(found), key=lambda f: (-_rank(doc, f), f.start - f.end, f.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)


def _rank(doc: Doc, found: Found) -> int:
    size = found.end - found.start
    if found.sureness == 1 and size > 1:
        return 2
    if found.sureness == 2:
        return 1 + (size > 1)
    return 1 if found.sureness == 0 and size > 1 else 0


def _is_common_thing(doc: Doc, found: Found) -> bool:
    """Whether the words are no body where they stand: a town, a building that somebody is in, a contest, an agreement."""
    span = doc[found.start : found.end]
    before = doc[found.start - 1].lower_ if found.start else ""
    if before == "the" and found.start > 1:
        before = doc[found.start - 2].lower_
    if span.text in words("seats_of_power") and (before in PLACE_BEFORE or _qualifies(doc, found.end)):
        return True
    if _is_ministers_field(doc, found) or _is_constituency(doc, found) or _is_in_list_of_places(doc, found):
        return True
    last = doc[found.end - 1].lower_
    if before in WORKS and found.sureness < 2 and doc[found.start - 1].lower_ == before:
        return True
    if CODE.match(span.text) and span.text not in institutions():
        return True
    if (last == "club" and before == "in") or (last == "court" and not COURTS & {t.lower_ for t in span}):
        return True
    if before == "for" and found.start > 1 and doc[found.start - 2].text in SEATS:
        return True
    if before == "of" and found.start > 1 and found.sureness < 3 and len(span) == 1:
        return doc[found.start - 2].lower_ in SETTLEMENTS
    return span.text.lower() in words("no_organisations")


def _is_ministers_field(doc: Doc, found: Found) -> bool:
    """ "Social Services Minister Ilva Tarn", "EU Energy Commissioner": what a minister is for, not a body."""
    after = doc[found.end].text if found.end < len(doc) else ""
    name = doc[found.start : found.end].text
    is_known = name in institutions() or bool(ACRONYM.match(name)) or is_head(doc[found.end - 1].text)
    return after.lower() in FIELD_ROLES and found.sureness < 2 and not is_known


def _is_constituency(doc: Doc, found: Found) -> bool:
    """ "Sir Colin Bell (Con, Tarnside and Wold)": what follows a party in brackets."""
    opening = next((i for i in range(found.start - 1, max(-1, found.start - 7), -1) if doc[i].text in "()"), None)
    return (
        opening is not None
        and opening + 1 < found.start
        and doc[opening].text == "("
        and doc[opening + 1].text in PARTY_TAGS
    )


def _is_in_list_of_places(doc: Doc, found: Found) -> bool:
    """ "Great Tarn, Margate and Hull": what only the model takes for a body, at the head of a row of places."""
    rest = doc[found.end : found.end + 5]
    if found.sureness or len(rest) < 4 or rest[0].text not in (",", "and") or rest[1].ent_type_ != "GPE":
        return False
    return rest[0].text == "," and rest[2].text in (",", "and") and rest[3].ent_type_ == "GPE"


def _qualifies(doc: Doc, end: int) -> bool:
    """ "the Kremlin Papers": a capitalised word that is no role goes on."""
    return end < len(doc) and is_capital(doc[end]) and doc[end - 1].whitespace_ != "" and not is_role(doc[end].text)


def _institutions(doc: Doc) -> Iterator[tuple[int, int]]:
    longest = 6
    for start in range(len(doc)):
        if not is_capital(doc[start]):
            continue
        for end in range(min(len(doc), start + longest), start, -1):
            name = doc[start:end].text
            if name in institutions() and not _is_shouted(doc, start, end):
                if not (name in words("common_words") and _is_common(doc, start, institutions()[name])):
                    yield (start, end)
                break


def _is_shouted(doc: Doc, start: int, end: int) -> bool:
    """Whether an acronym is a word among others in capitals: "AND WHO WON"."""
    if not doc[start:end].text.isupper() or doc[start].ent_type_ == "ORG":
        return False
    beside = [doc[i].text for i in (start - 1, end) if 0 <= i < len(doc)]
    return any(t.isupper() and t.isalpha() and len(t) > 1 and t not in institutions() for t in beside)


def _is_common(doc: Doc, i: int, sort: str) -> bool:
    """Whether a one-word name is more likely the common word.

    It opens a sentence and is parsed as no name, or begins a longer name; titles of papers need "the" or the model's word for
    it, those of companies and charities the model's.
    """
    if doc[i].pos_ == "VERB" or (doc[i].is_sent_start is True and doc[i].pos_ not in ("PROPN", "ADJ")):
        return True
    after = doc[i + 1] if i + 1 < len(doc) else None
    goes_on = after is not None and bool(doc[i].whitespace_) and is_capital(after) and not is_role(after.text)
    if after is not None and goes_on and doc[i].ent_type_ == after.ent_type_ != "" and after.ent_iob_ == "I":
        return True
    if sort not in ("media", "company", "charity", "other") or doc[i].ent_type_ == "ORG":
        return False
    is_paper = sort == "media" and i > 0 and doc[i - 1].lower_ == "the" and doc[i].pos_ == "PROPN"
    return not is_paper or after is None or after.pos_ in ("NOUN", "PROPN")


def _acronyms(doc: Doc) -> Iterator[tuple[int, int]]:
    """Acronyms that the model takes for organisations, and those that act as one."""
    for token in doc:
        text = token.text
        if not ACRONYM.match(text) or text.lower() in words("no_organisations") or doc.text.isupper() or len(text) > 6:
            continue
        lone = token.i == 0 or doc[token.i - 1].ent_type_ != "ORG" or doc[token.i - 1].text == "("
        if (token.ent_type_ == "ORG" and lone) or (len(text) > 2 and text.isupper() and _acts(doc, token.i)):
            yield (token.i, token.i + 1)


def _acts(doc: Doc, i: int) -> bool:
    """Whether an acronym stands as a body does: as a subject, as an owner of a post, after "the" without a noun to follow."""
    token = doc[i]
    if token.ent_type_ in NOT_ACTING or token.pos_ not in ("PROPN", "NOUN"):
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if token.dep_ == "nsubj" and token.head.lemma_ in words("reporting_verbs"):
        return True
    has_post = any(t.lower_ in words("role_heads") for t in doc[i + 1 : i + 5] if t.text.islower())
    if after is not None and has_post and after.pos_ in ("NOUN", "ADJ"):
        return True
    owned = after is not None and after.text in POSSESSIVE
    return i > 0 and doc[i - 1].lower_ == "the" and (after is None or owned or after.is_punct)


def _by_model(doc: Doc) -> Iterator[tuple[int, int]]:
    """What the model takes for an organisation, cleaned, if it can be one."""
    for ent in doc.ents:
        if ent.label_ != "ORG":
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        if start < end and _can_be(doc, start, end):
            yield (start, end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The model's span without articles, owners, adjectives of countries and common nouns before the name, and without a possessive."""
    for i in range(end - 1, start, -1):
        if doc[i].is_sent_start:
            end = i
        elif i < end - 1 and _begins_after(doc, i, start, end):
            start = i + 1
            break
    while start < end and (
        doc[start].lower_ in NOT_AFTER or not is_capital(doc[start]) or doc[start].pos_ in FUNCTION_WORDS
    ):
        start += 1
    while start < end - 1 and (
        doc[start].text == doc[start + 1].text
        or doc[start].lower_ in NOT_AFTER
        or (doc[start].is_sent_start and doc[start].lower_ in body_words() and doc[start].lower_ not in heads())
    ):
        start += 1
    while end > start and (
        doc[end - 1].text in POSSESSIVE or not (is_capital(doc[end - 1]) or doc[end - 1].lower_ in heads())
    ):
        end -= 1
    if (
        end - start > 1
        and doc[end - 1].text.islower()
        and (ACRONYM.match(doc[end - 2].text) or doc[start : end - 2].text in institutions())
    ):
        end -= 1 + (doc[end - 2].text == "news")
    return start, end


def _begins_after(doc: Doc, i: int, start: int, end: int) -> bool:
    """Whether the name only begins after this token: an owner's "’s", a common noun for a body, a "the" that joins nothing."""
    if doc[i].text in ("’s", "'s"):
        is_owner = any(is_head(t.text) for t in doc[i + 1 : end]) or doc[start:i].text in institutions()
        return bool(doc[i].whitespace_) and is_owner and doc[i - 1].lower_ not in OWN_NAMES
    if doc[i].text.islower() and doc[i].lower_ in body_words() and is_capital(doc[i + 1]):
        return True
    return doc[i].text == "the" and doc[i - 1].lower_ not in LINKS


def _can_be(doc: Doc, start: int, end: int) -> bool:
    span = doc[start:end]
    texts = [t.text for t in span]
    if span.text.lower() in words("no_organisations") or any(mark in span.text for mark in '|£$€"“”/'):
        return False
    last = next((t for t in reversed(texts) if not t.isdigit()), texts[-1])
    if (
        "," in texts[:-1]
        or any(t in ("The", "A", "An", "And") for t in texts[1:])
        or any(SCORE.match(t) for t in texts)
    ):
        return False
    if any(t.text in ("-", "–") and t.whitespace_ for t in span) or texts[0] in ("Operation", "Hurricane", "Storm"):
        return False
    if is_honorific(texts[0]) or last.lower() in other_heads():
        return False
    if len(texts) > 1 and all(t.isupper() and len(t) > 2 for t in texts) and not any(is_head(t) for t in texts):
        return False
    if any(t.lower_ in words("role_heads") for t in span[:-1]) or is_role(texts[-1]):
        return False
    if end < len(doc) and (doc[end].lower_ in words("other_heads") and doc[end].pos_ in ("NOUN", "PROPN")):
        return False
    if len(texts) == 1:
        return _can_stand_alone(doc, start)
    return any(t.pos_ == "PROPN" for t in span) and not all(
        t.text.lower() in words("no_organisations") | LINKS for t in span
    )


def _can_stand_alone(doc: Doc, i: int) -> bool:
    """Whether a single word that the model takes for a body can be one: not after a preposition of place, not in a row of places."""
    token = doc[i]
    if token.pos_ != "PROPN" or (token.text.isupper() and len(token.text) > 5):
        return False
    before = doc[i - 1].lower_ if i else ""
    if before in PLACE_BEFORE and not ACRONYM.match(token.text):
        return False
    if before in ("and", ",") and i > 1 and doc[i - 2].ent_type_ in ("GPE", "LOC"):
        return False
    return not (i + 1 < len(doc) and doc[i + 1].text[:1].isupper() and doc[i].whitespace_ != "")


def _before_acronym(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Interactive Media in Tarn Group (IMTG)": the capitalised words whose first letters the brackets give."""
    for i in range(2, len(doc) - 1):
        letters = doc[i].text
        if doc[i - 1].text != "(" or not ACRONYM.match(letters) or doc[i + 1].text not in (")", ",", ";"):
            continue
        for start in range(i - 3, max(-1, i - 13), -1):
            name = doc[start : i - 1]
            if (
                not is_capital(doc[start])
                and doc[start].lower_ not in LINKS
                and doc[start].text not in POSSESSIVE
                and doc[start].text != ","
            ):
                break
            firsts = [t.text[0] for t in name if t.text[0].isalpha() and t.text not in POSSESSIVE]
            big = "".join(c for c in firsts if c.isupper())
            if letters.upper() in (big, "".join(firsts).upper()) and is_capital(doc[start]):
                if name[-1].lower_ not in other_heads() and len(name) > 1 and name[-1].pos_ in ("NOUN", "PROPN"):
                    yield (start, i - 1)
                break


def _papers(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the Sunday Argus", "Daily Clarion": a newspaper's time of day or week before a name."""
    for i in range(len(doc) - 1):
        if (
            is_capital(doc[i])
            and doc[i].lower_ in words("paper_times")
            and is_capital(doc[i + 1])
            and not is_role(doc[i + 1].text)
        ):
            is_told = i > 0 and doc[i - 1].lower_ == "the"
            name = doc[i + 1]
            if (
                (is_told or doc[i].ent_type_ == "ORG" == name.ent_type_)
                and name.pos_ == "PROPN"
                and name.text.istitle()
            ) and name.lower_ not in words("no_organisations") | other_heads():
                yield (i, i + 2)


def _party_tags(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Sir Colin Bell (Con, Tarnside)"."""
    for token in doc[1:]:
        if token.text in PARTY_TAGS and doc[token.i - 1].text == "(":
            yield (token.i, token.i + 1)


def _saints(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "a visit to St Oda's": a school, hospital or church, by its saint alone."""
    for i in range(len(doc) - 2):
        if doc[i].text.strip(".") in ("St", "Saint") and is_capital(doc[i + 1]) and doc[i + 2].text in ("’s", "'s"):
            after = doc[i + 3] if i + 3 < len(doc) else None
            if doc[i + 1].ent_type_ != "GPE" and (
                after is None or not (is_capital(after) or after.pos_ in ("NOUN", "ADJ", "PROPN"))
            ):
                yield (i, i + 3)


def _dateline(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "GLASGOW, June 14 (Tarnline) -": the news agency."""
    for i in range(1, min(len(doc) - 3, 12)):
        is_bracketed = doc[i].text == "(" and doc[i + 2].text == ")" and doc[i + 3].text in ("-", "–", "—", "--")
        if is_bracketed and doc[0].text.isupper() and is_capital(doc[i + 1]):
            yield (i + 1, i + 2)
