"""Names that are no body where they stand: a town, a building, a work, a minister's field, a constituency."""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.mention._known_bodies import ACRONYM
from kg.mention._lists import FIRMS, OF_COURTS, SETTLEMENTS, body_words, countries, institutions, is_head, is_role
from kg.mention._things import CALLED, is_described_as_thing, is_example_of_things, names_a_thing
from kg.mention.spans import PARTY_TAGS, PLACE_BEFORE, POSSESSIVE, Found, is_capital, run_from
from kg.tokens import Doc, Token, Tokens

FIELD_ROLES = frozenset(
    ["minister", "secretary", "commissioner", "ministers", "spokesman", "spokeswoman", "correspondent", "critic"]
)
COURTS = OF_COURTS | frozenset("circuit european family international juvenile of probate superior youth".split())
THINGS_AFTER = frozenset(
    "scheme schemes programme program initiative bill constituency seat ward by-election treaty award crisis scandal ruling "
    "verdict decision".split()
)  # "the Tarn Support scheme", "her Tarn West constituency"
VENUES = frozenset("centre center hall arena theatre theater academy".split())
STOPS = frozenset(["Station", "Airport", "Stadium", "Arena", "Bridge", "Road", "Street"])
RELATIVES = frozenset("twins brothers sisters siblings family couple".split())
CODE = re.compile(r"^(?:[A-Z]{1,2}\d+|-.*|\d[\d.,]*(?:m|bn|k)?)$")
PARTY_AND_STATE = re.compile(r"^[DRI]-[A-Z]")  # "(D-Texas)"
PARTY_AND_SEAT = re.compile(r"^[A-Z]{2,4}-[A-Z][a-z]")  # "(TPP-Tarn)"
MEDIA_AT_LARGE = frozenset(["TV", "Television", "Radio", "Media", "Press"])
BRANCHES = frozenset("branch quarry parish estates island site depot plant ferry village".split())
COMMON = ("organisation_heads", "no_organisations", "place_heads", "trades")  # lists of common nouns
RANKS = frozenset("Det Det. Sgt Sgt. Insp Supt PC DC DS DI DCI Cpl Pte Spc".split())  # before a name
CHAMBERS = frozenset(["Commons", "Lords", "Senedd", "Holyrood", "Senate", "House", "Parliament", "Dáil"])
SEATS = frozenset(["MP", "MPs", "MSP", "MEP", "MLA", "TD", "AM", "MS", "senator", "Senator"])
PLACES_OF = SETTLEMENTS | {"state", "capital"}


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
    if doc[found.start].text in RANKS and found.sureness < 2 and len(span) > 1:
        return True
    last = doc[found.end - 1].lower_
    if last == "services" and before == "of" and found.start > 1 and is_role(doc[found.start - 2].text):
        return True  # "Director of Adult Services"
    if last == "fund" and found.start and doc[found.start - 1].text in POSSESSIVE and found.sureness < 2:
        return True  # "the authority’s Adult Skills Fund": its money
    if last == "committee" and len(span) == 2 and span[0].text in CHAMBERS:
        return True  # one of its many
    if not found.sureness and is_described_as_thing(doc, found.end) and not is_head(doc[found.end - 1].text):
        return True
    if found.sureness < 2 and is_example_of_things(doc, found.start):
        return True
    if found.sureness < 2 and (names_a_thing(doc, found.start) or _qualifies_a_thing(doc, found)):
        return True
    if _is_described(doc, found) or _is_place_of_a_firm(doc, found):
        return True
    if (
        len(span) == 1 and last in words("role_modifiers") and last not in words("organisation_heads")
    ) or last == "year":
        return True  # "Deputy chairman Ilva Tarn", "Person of the Year"
    if (
        _is_venue(doc, found)
        or _names_a_stop(doc, found)
        or _is_dateline(doc, found)
        or (len(span) == 1 and last.rstrip(".") in FIRMS)
    ):
        return True
    if found.sureness < 2 and found.end < len(doc) and doc[found.end].lower_ in RELATIVES:
        return True  # "the Tarn twins"
    if not found.sureness and (_is_called_so(doc, found.start) or _is_among_people(doc, found) or _has_initial(span)):
        return True
    if CODE.match(span.text) and span.text not in institutions():
        return True
    if before == "(" and found.start > 1 and _is_letters_of_a_thing(doc, found):
        return True
    if before == "(" and PARTY_AND_SEAT.match(span.text):
        return True
    if span.text.count("(") != span.text.count(")"):
        return True
    is_modifier = len(span) == 1 and span[0].dep_ in ("amod", "compound", "nmod")
    if is_modifier and span.text in countries() and span.text not in institutions():
        return True  # "the French bank"
    if PARTY_AND_STATE.match(span.text) or _is_ticker(doc, found) or _is_medium_of_a_country(span):
        return True
    if (last == "club" and before == "in") or (
        last == "court" and found.sureness < 2 and not COURTS & {t.lower_ for t in span}
    ):
        return True
    if before == "for" and found.start > 1 and doc[found.start - 2].text in SEATS:
        return True
    if before == "of" and found.start > 1 and found.sureness < 3 and len(span) == 1:
        return doc[found.start - 2].lower_ in PLACES_OF
    if (
        not found.sureness
        and len(span) > 2
        and doc[found.end - 2 : found.end].text.lower() in words("no_organisations")
    ):
        return True  # "Tarnbank Six Nations"
    return span.text.lower() in words("no_organisations")


def _is_venue(doc: Doc, found: Found) -> bool:
    """ "at Tarnford's Marsh Centre": where something takes place."""
    marks = [k for k in range(found.start + 1, found.end - 2) if doc[k].text in ("’s", "'s")]
    i = marks[0] + 1 if marks else found.start
    is_built = (
        doc[found.end - 1].lower_ in VENUES and found.end - i > 1 and doc[i : found.end].text not in institutions()
    )
    if not is_built or i < 3 or doc[i - 1].text not in ("’s", "'s") or doc[i - 2].ent_type_ == "PERSON":
        return False
    first = i - 2
    while first > 0 and is_capital(doc[first - 1]):
        first -= 1
    before = doc[first - 1].lower_ if first else ""
    return before in ("at", "in", "outside", "inside") and not (first > 1 and is_role(doc[first - 2].text))


def _names_a_stop(doc: Doc, found: Found) -> bool:
    """ "TRT Hospital Station", "Tarnbank Stadium": the name goes on, and is a place's."""
    end = run_from(doc, found.end)
    return (
        found.sureness < 2 and end > found.end and bool(doc[found.end - 1].whitespace_) and doc[end - 1].text in STOPS
    )


def _is_dateline(doc: Doc, found: Found) -> bool:
    """ "TARNFORD (AP) -", "TARNFORD, Colo. (AP) -": where a report comes from, in capitals."""
    span = doc[found.start : found.end]
    if not span.text.isupper() or (found.start and doc[found.start - 1].text == "("):
        return False
    opening = next((i for i in range(found.end, min(found.end + 5, len(doc) - 3)) if doc[i].text == "("), None)
    if opening is None or (opening > found.end and doc[found.end].text != ","):
        return False
    closing = next((i for i in range(opening + 1, min(opening + 4, len(doc) - 1)) if doc[i].text == ")"), None)
    is_name = span.text in institutions() and len(span) == 1
    return closing is not None and doc[closing + 1].text in ("-", "–", "—", "--") and not is_name


def _is_called_so(doc: Doc, start: int) -> bool:
    """ "bicycles called Tarnos", "the part is called Tarnato": a name that is given to no body."""
    i = start - 1 - (start > 0 and doc[start - 1].text in "“‘\"'")
    if i < 1 or doc[i].lower_ not in CALLED or doc[i].pos_ != "VERB":
        return False
    subject = next((t for t in doc[i].lefts if t.dep_ == "nsubjpass"), doc[i].head if doc[i].dep_ == "acl" else None)
    if subject is None or subject.pos_ != "NOUN":
        return False
    return not {subject.lower_, subject.lemma_} & (body_words().keys() | words("organisation_heads"))


def _is_among_people(doc: Doc, found: Found) -> bool:
    """ "Bell, Tarn, Marwood": a lone word in a row of surnames."""
    i = found.start
    if found.end - i > 1 or i < 2 or i + 2 >= len(doc) or doc[i].text.isupper():
        return False
    return (
        doc[i - 1].text == "," == doc[i + 1].text
        and doc[i - 2].ent_type_ == "PERSON"
        and doc[i + 2].ent_type_ == "PERSON"
    )


def _has_initial(span: Tokens) -> bool:
    """ "H Tarn", "C. Bell": an initial and a surname."""
    first, last = span[0].text, span[len(span) - 1]
    is_name = len(span) == 2 and last.text.istitle() and not is_head(last.text)
    return is_name and re.fullmatch(r"[A-Z]\.?", first) is not None


def _is_letters_of_a_thing(doc: Doc, found: Found) -> bool:
    """Whether the letters in brackets stand for a law, a treaty or a scheme: "the Tarn Growth Act (TGA)"."""
    named = doc[found.start - 2]
    return (
        len(doc[found.start : found.end]) == 1
        and is_capital(named)
        and named.lower_ in THINGS_AFTER | {"act", "agreement", "pact", "law"}
    )


def _is_ticker(doc: Doc, found: Found) -> bool:
    """Whether the letters are those of a share, or of where it is traded: "(LSE: TARN)"."""
    if found.end - found.start > 1:
        return False
    before, after = doc[max(0, found.start - 3) : found.start], doc[found.end : found.end + 3]
    opens = len(before) > 0 and before[len(before) - 1].text == "(" and len(after) > 2 and after[0].text == ":"
    closes = (
        len(after) > 0 and after[0].text == ")" and len(before) == 3 and before[2].text == ":" and before[0].text == "("
    )
    return bool(opens and after[2].text == ")") or closes


def _is_medium_of_a_country(span: Tokens) -> bool:
    """ "US TV", "British press": all of a country's media."""
    return len(span) == 2 and span[1].text in MEDIA_AT_LARGE and span[0].ent_type_ in ("GPE", "NORP")


def _qualifies_a_thing(doc: Doc, found: Found) -> bool:
    """Whether what only the model takes for a body says which scheme, bill or seat follows."""
    is_long = found.end - found.start > 1
    return not found.sureness and is_long and found.end < len(doc) and doc[found.end].text in THINGS_AFTER


def _is_described(doc: Doc, found: Found) -> bool:
    """ "Trust chairman Ilva Tarn said": a common word, capitalised because it opens the sentence; "the Children’s Commissioner"."""
    after = doc[found.end] if found.end < len(doc) else None
    if after is None:
        return False
    last = doc[found.end - 1]
    if after.text in POSSESSIVE and last.lower_ in (
        "children",
        "farmers",
        "women",
        "victims",
        "people",
        "players",
        "workers",
    ):
        return found.end + 1 < len(doc) and is_role(doc[found.end + 1].text)
    is_before_post = after.text.islower() and (is_role(after.text) or after.lower_ in body_words())
    return found.end - found.start == 1 and is_before_post and opens_as_common_word(last)


def opens_as_common_word(token: Token) -> bool:
    """Whether a common noun for a body, a sector or a place is capitalised only because it opens the sentence."""
    if not token.is_sent_start or not token.text.istitle() or token.text in institutions():
        return False
    return token.lower_ in BRANCHES or any(token.lower_ in words(name) for name in COMMON)


def _is_place_of_a_firm(doc: Doc, found: Found) -> bool:
    """ "the Tarn firm Bell Domiciliary": where it is, before the common noun and the name."""
    if (
        found.sureness == 1
        or found.end - found.start > 1
        or found.end + 1 >= len(doc)
        or doc[found.start].text.isupper()
    ):
        return False
    return doc[found.end].lower_ in ("firm", "company", "charity", "business") and is_capital(doc[found.end + 1])


def _is_ministers_field(doc: Doc, found: Found) -> bool:
    """ "Social Services Minister Ilva Tarn", "EU Energy Commissioner": what a minister is for, not a body."""
    after = doc[found.end].text if found.end < len(doc) else ""
    name = doc[found.start : found.end].text
    is_known = name in institutions() or bool(ACRONYM.match(name)) or is_head(doc[found.end - 1].text)
    is_known = is_known or (
        found.end - found.start > 1 and is_head(doc[found.start].text)
    )  # "Department for Tarn Affairs"
    if name == "Labour" and after.lower() in FIELD_ROLES and found.start and doc[found.start - 1].lower_ == "and":
        return True  # "Economy and Labour Minister"
    if doc[found.end + 1 : found.end + 2].text == "-":
        return False  # "Tarn Workers Secretary-Treasurer"
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
