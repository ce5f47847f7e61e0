"""Names that are no body where they stand: a town, a building, a work, a minister's field, a constituency."""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.mention._known_bodies import ACRONYM
from kg.mention._lists import institutions, is_head, is_role
from kg.mention.spans import PARTY_TAGS, PLACE_BEFORE, POSSESSIVE, Found, is_capital
from kg.tokens import Doc

FIELD_ROLES = frozenset(
    ["minister", "secretary", "commissioner", "ministers", "spokesman", "spokeswoman", "correspondent", "critic"]
)
COURTS = frozenset(
    "crown magistrates high supreme county district appeal appeals criminal constitutional federal circuit family superior "
    "juvenile international european of probate sheriff youth".split()
)
WORKS = frozenset(
    "film films movie movies drama comedy musical novel book album single song track show series sitcom documentary "
    "debut exhibition play opera painting game hit blockbuster thriller".split()
)
CODE = re.compile(r"^(?:[A-Z]{1,2}\d+|-.*|\d[\d.,]*(?:m|bn|k)?)$")
CHAMBERS = frozenset(["Commons", "Lords", "Senedd", "Holyrood", "Senate", "House", "Parliament", "Dáil"])
SEATS = frozenset(["MP", "MPs", "MSP", "MEP", "MLA", "TD", "AM", "MS", "senator", "Senator"])
SETTLEMENTS = frozenset("city town village port suburb district province region state county island capital".split())


def is_no_body(doc: Doc, found: Found) -> bool:
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
    if last == "services" and before == "of" and found.start > 1 and is_role(doc[found.start - 2].text):
        return True  # "Director of Adult Services"
    if last == "fund" and found.start and doc[found.start - 1].text in POSSESSIVE and found.sureness < 2:
        return True  # "the authority’s Adult Skills Fund": its money
    if last == "committee" and len(span) == 2 and span[0].text in CHAMBERS:
        return True  # one of its many
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
    is_field = after.lower() in FIELD_ROLES and (found.sureness < 2 or after.lower() in ("minister", "ministers"))
    return is_field and not is_known


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
    is_example = found.start > 1 and doc[found.start - 2 : found.start].text.lower() == "such as"
    if not found.sureness and is_example and len(rest) > 1 and rest[0].text == "and" and rest[1].ent_type_ == "GPE":
        return True
    if found.sureness or len(rest) < 4 or rest[0].text not in (",", "and") or rest[1].ent_type_ != "GPE":
        return False
    return rest[0].text == "," and rest[2].text in (",", "and") and rest[3].ent_type_ == "GPE"


def _qualifies(doc: Doc, end: int) -> bool:
    """ "the Kremlin Papers": a capitalised word that is no role goes on."""
    return end < len(doc) and is_capital(doc[end]) and doc[end - 1].whitespace_ != "" and not is_role(doc[end].text)
