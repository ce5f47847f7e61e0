"""Words that the language model takes for people and that name none: seats, streets, newspapers, ships, firms, countries."""

from __future__ import annotations

from kg.lexicon import words
from kg.mention._lists import (
    SETTLEMENTS,
    heads,
    institutions,
    is_first_name,
    is_given_name,
    is_head,
    is_honorific,
    is_role,
    other_heads,
)
from kg.mention._things import is_described_as_thing, names_a_thing
from kg.mention._titled_people import LONGEST, NAME, POSTNOMINALS
from kg.mention.spans import LINKS, PLACE_BEFORE, is_capital, is_particle, is_second_half
from kg.tokens import Doc

BEFORE_PLACES = PLACE_BEFORE | {"outside"}
OF_PARTIES = frozenset(
    "Lib Libs Dem Dems LibDem LibDems Tory Tories Labour Conservative Democrat Republican Liberal Ukip Plaid".split()
)  # stand before a member's name, and name nobody
MOSTLY_FIRMS = frozenset(["partner", "shareholder", "supplier", "rival"])  # what a firm's name stands after
NO_NAMES = frozenset("not have has everyone everybody is are was were your".split())  # of headlines
NO_FIRST_NAMES = frozenset(
    "Public National Royal Social Human Corporate Financial Internal External Environmental Strategic".split()
)
STREETS = frozenset(["St", "St.", "Rd", "Rd.", "Ave", "Ave."])  # after a name
LANDSCAPE = frozenset(
    "moor fold hollow strand gorge crescent mews cottages heights sands reservoir waterfall falls lagoon creek copse quay wharf jetty "
    "weir viaduct bypass roundabout headland peninsula plateau desert canyon volcano glacier archipelago cove inlet estuary firth "
    "fjord massif".split()
)  # after a place's name; bodies are called so, too, people hardly ever
GEOGRAPHIC = frozenset(
    "Loch Lough Mount Fort Lake Port Cape Isle Rio Río Cerro Monte Puerto Sierra Llyn Ysgol Cyngor".split()
)
NOT_OF_PEOPLE = SETTLEMENTS | frozenset("resort author adaptation screening premiere remake".split())
PLAYERS = frozenset(
    "artist athlete star striker winger defender midfielder goalkeeper keeper forward captain coach skipper player prop flanker hooker "
    "scrum-half fly-half native side team squad".split()
)
FIELDS = frozenset("field oilfield gasfield river valley region peninsula coast reef basin".split())
QUARTERS = frozenset(["North", "South", "East", "West", "Central"])  # after a town's name


def is_role_word(text: str) -> bool:
    """Whether the word names a post and does not stand before names as a title does."""
    return text.lower() in words("role_heads") and not is_honorific(text)


def can_be_person(doc: Doc, start: int, end: int) -> bool:
    """Whether the words can name a person at all."""
    texts = [t.text for t in doc[start:end]]
    if any(is_head(t) for t in texts) or any(
        not NAME.match(t) and not is_particle(doc[start + n]) and t != "-" and not is_second_half(doc[start + n])
        for n, t in enumerate(texts)
    ):
        return False
    if texts[0] in NO_FIRST_NAMES or texts[-1] in STREETS or any(t.lower_ in NO_NAMES for t in doc[start:end]):
        return False
    if names_a_thing(doc, start) or _is_of_a_thing(doc, start):
        return False
    if _says_whose(doc, start, end):
        return False
    if is_described_as_thing(doc, end) and not is_given_name(texts[0]):
        return False
    named = [t for t in texts if t not in POSTNOMINALS]
    if (
        len(named) > 1
        and not is_given_name(named[0])
        and (named[-1] in QUARTERS or named[-1].lower() in LANDSCAPE or named[-1].lower() in heads())
    ):
        return False  # "Tarnton West", "Tarn Courier"
    if start and doc[start - 1].text in MOSTLY_FIRMS and not is_first_name(texts[0]):
        return False  # "its partner Tarnex Idecon"
    if texts[-1].lower() in other_heads() and not _has_place_surname(doc, start, end):
        return False
    if _is_placed(doc, start, end) or _qualifies(doc, start, end):
        return False
    if len(texts) > 1 and texts[0] in GEOGRAPHIC:
        return False
    if len(texts) > LONGEST or _heads_a_thing(doc, end):
        return False
    if len(texts) > 1:
        return not (all(t.isupper() and len(t) > 2 for t in texts) and not doc.text.isupper() and len(texts) > 3)
    token = doc[start]
    if token.text in OF_PARTIES or (token.text in institutions() and not is_given_name(token.text)):
        return False
    is_other = any(token.lower_ in words(known) for known in ("no_organisations", "no_people"))
    if token.pos_ not in ("PROPN", "NOUN") or is_other:
        return False
    if start and doc[start - 1].lower_ in BEFORE_PLACES and doc[start - 1].pos_ == "ADP":
        return False
    return not (end < len(doc) and doc[end].text in ("-", "ward", "station", "council", "hospital"))


def _is_of_a_thing(doc: Doc, start: int) -> bool:
    """ "the port of Tarn Torra", "author of Tarn Moor", "Director of Public Works": no person after this "of"."""
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    noun = doc[start - 2]
    if noun.lower_ in NOT_OF_PEOPLE:
        return True
    is_post = noun.text in ("Director", "Minister", "Secretary", "Department", "Ministry")
    return is_post and not is_first_name(doc[start].text)


def is_quoted_title(doc: Doc, start: int, end: int) -> bool:
    """ "“Lady of the Moor”", "the opera “Tarno”": the words stand alone in quotation marks, as a work's title does."""
    if start == 0 or doc[start - 1].text not in '“"' or end >= len(doc):
        return False
    rest = end
    while rest < len(doc) and rest - end < 4 and (is_capital(doc[rest]) or doc[rest].lower_ in LINKS):
        rest += 1
    is_title = rest < len(doc) and doc[rest].text in '”"'
    is_by = rest + 1 < len(doc) and doc[rest + 1].lower_ == "by"
    return is_title and (rest > end or end - start > 1 or is_by)


def _says_whose(doc: Doc, start: int, end: int) -> bool:
    """ "the Tarnford athlete", "the Stade Tarn star", "the Tarn field": a club, a town or a place, told by the noun."""
    is_full = end - start > 1 and is_first_name(doc[start].text)
    if start == 0 or end >= len(doc) or doc[start - 1].lower_ != "the" or is_full:
        return False
    after = doc[end]
    is_noun = after.text.islower() and after.pos_ == "NOUN" and bool(doc[end - 1].whitespace_)
    return is_noun and after.lower_ in PLAYERS | FIELDS


def _qualifies(doc: Doc, start: int, end: int) -> bool:
    """Whether two words or more, of which the first is no given name, say which thing follows: "Tarn Falls road", "Tarn Dhan accounts"."""
    if end - start < 2 or end >= len(doc) or is_given_name(doc[start].text.split("-")[0]) or "." in doc[start].text:
        return False
    root, after = doc[start:end].root, doc[end]
    is_noun = (
        after.pos_ == "NOUN" and after.text.islower() and not is_role(after.text) and bool(doc[end - 1].whitespace_)
    )
    return is_noun and root.dep_ in ("compound", "nmod", "amod") and root.head.i >= end


def _is_placed(doc: Doc, start: int, end: int) -> bool:
    """Whether two words or more, of which the first is no given name, stand where a place would: "at X", "in Tarn, Torra and X"."""
    if end - start < 2 or start == 0 or is_given_name(doc[start].text.split("-")[0]) or is_honorific(doc[start].text):
        return False
    before = doc[start - 1]
    if before.lower_ in BEFORE_PLACES - {"from", "to"} and before.pos_ == "ADP":
        return not (end < len(doc) and doc[end].text in ("’s", "'s"))
    return (
        start > 1
        and before.lower_ in (",", "and")
        and doc[start - 2].ent_type_ == "GPE"
        and doc[end - 1].dep_ == "conj"
    )


def _has_place_surname(doc: Doc, start: int, end: int) -> bool:
    """ "Damon Hill", "Robin Day": a first name before a word that is a head of places, where no place would stand."""
    before = doc[start - 1].lower_ if start else ""
    return (
        end - start in (2, 4)
        and is_first_name(doc[start].text)
        and doc[end - 1].ent_type_ == "PERSON"
        and before not in BEFORE_PLACES | {"the", "on", "of"}
    )


def _heads_a_thing(doc: Doc, end: int) -> bool:
    """Whether the name only qualifies what follows: "the Ilva Tarn award", "Ilva Tarn Street", "the Tarn newspaper"."""
    if end >= len(doc):
        return False
    after = doc[end]
    if doc[end : end + 3].text.lower() == "by-election":
        return True
    if after.lower_ in other_heads():
        return is_capital(after) or (after.lower_ in words("other_heads") and after.pos_ == "NOUN")
    return after.text in ("newspaper", "magazine", "airport", "airline", "website", "constituency")
