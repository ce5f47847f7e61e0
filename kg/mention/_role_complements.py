"""What stands after a title: "of the Harrow Trust", "for Tarn Valley", "of people and culture"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.roles import role_concept, role_family
from kg.mention._lists import institutions, is_head, is_role
from kg.mention._role_fields import common_words_end
from kg.mention._role_firms import first_body, is_a_firm, of_a_firm
from kg.mention._role_heads import NOUNS, is_seat
from kg.mention._role_page import Page
from kg.mention._role_parts import (
    BODY_NOUNS,
    COMPLEMENTS,
    DETERMINERS,
    OF_BODIES,
    PARLIAMENTARY,
    PARTS_OF_BODIES,
    Title,
)
from kg.mention._role_unknown import is_club_post, is_unknown_name
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention, Phrase
from kg.tokens import Token

OF_FIELDS = frozenset(
    ["director", "president", "vice-president", "vp", "manager", "head", "officer", "chief", "secretary"]
)
ADVISERS = frozenset(["adviser", "aide", "consultant"])  # "an adviser to the trust"
FIELDS = frozenset(
    """
    sales marketing engineering operations finance research development business communications technology product products
    design strategy logistics and &
    """.split()
)
REGIONS = frozenset("region area country county north south east west world continent".split())
# Heads of bodies of the state that are described and have no name: "the advisory committee on vaccines"
PUBLIC_BODIES = frozenset(
    "committee subcommittee commission council service board panel taskforce inquiry tribunal authority agency unit office".split()
)
LONGEST_BODY = 4
SCHOLARS = frozenset(["lecturer", "professor", "researcher", "fellow", "reader"])


def with_complement(page: Page, head: int, title: Title) -> Title:
    """The title with "of the Harrow Trust", "for Tarn Valley", "of people and culture at Harrow Council" after it."""
    for _ in range(4):
        end = title.end
        if end + 1 >= len(page.doc) or page.doc[end].lower_ not in COMPLEMENTS:
            break
        at = _after_determiners(page, end + 1)
        if at >= len(page.doc):
            break
        wider = (
            _of_a_field(page, title, at)
            or of_a_firm(page, title, at)
            or _of_a_body(page, title, at)
            or _for_a_seat(page, title, at)
            or _of_a_place(page, title, at)
            or _of_a_name(page, title, at)
            or _of_a_kind(page, title, at)
        )
        if wider is None:
            break
        title = wider
        if title.organisation is not None and page.organisation(title.end - 1) is not None:
            break
    return _after_a_comma(page, title)


def _after_determiners(page: Page, at: int) -> int:
    while at < len(page.doc) and (page.doc[at].lower_ in DETERMINERS or page.doc[at].lower_ in ("both", "all")):
        at += 1
    return at


def _of_a_body(page: Page, title: Title, at: int) -> Title | None:
    """ "of the Harrow Trust", "at software firm Acme", "of Britain’s Harrow Party", "of the board of Acme"."""
    doc = page.doc
    body = page.organisation(at)
    if doc[title.end].lower_ == "to" and role_concept(doc[title.stop - 1].text) in ("ambassador", "envoy"):
        return None  # who is sent to a body is not of it
    if body is not None and role_concept(doc[title.stop - 1].text) in PARLIAMENTARY and doc[title.end].lower_ == "for":
        return None
    if body is not None and doc[title.stop - 1].lower_ == "mayor" and not any(is_head(w) for w in body.words.split()):
        return replace(title, end=page.end[body], place=title.place or page.phrase(at, page.end[body]))
    if body is not None and page.begin[body] <= at:
        if page.end[body] + 1 < len(doc) and doc[page.end[body]].text in POSSESSIVE:
            body = page.organisation(page.end[body] + 1) or body  # "of Germany’s Harrow Bank"
        return replace(title, end=page.end[body], organisation=first_body(title, body), stop=title.stop)
    skip = at
    while skip < len(doc) and skip - at < 8 and _describes(page, skip):
        skip += 1
    skip += skip + 1 < len(doc) and skip > at and doc[skip].lower_ == "the" and doc[skip - 1].lower_ in BODY_NOUNS
    body = page.organisation(skip) if skip < len(doc) else None
    is_described = skip > at and (doc[skip - 1].lower_ in BODY_NOUNS | {"the"} or doc[skip - 1].text in POSSESSIVE)
    person = page.person(skip) if skip < len(doc) else None
    if person is not None and is_described and page.begin[person] == skip and doc[title.end].lower_ == "at":
        body = replace(person, kind=Kind.ORGANISATION)  # "head of trading at brokers Bell Marsh"
        return replace(title, end=page.end[person], organisation=first_body(title, body))
    if body is not None and page.begin[body] == skip and is_described:
        return replace(title, end=page.end[body], organisation=first_body(title, body))
    described = page.description(_last_of_body(page, at))
    may_be_to = doc[title.end].lower_ != "to" or role_concept(doc[title.stop - 1].text) in ADVISERS
    if described is not None and doc[at - 1].lower_ in ("the", "this", "our") and may_be_to:
        end = _last_of_body(page, at) + 1
        return replace(title, end=_after_its_field(page, end), organisation=first_body(title, described))
    if doc[at - 1].lower_ in ("its", "their") and title.organisation is None and doc[at].lower_ in PARTS_OF_BODIES:
        return replace(title, end=at + 1, organisation=page.pronoun(doc[at - 1], Kind.ORGANISATION))
    return None


def _last_of_body(page: Page, at: int) -> int:
    """The head of "advisory committee", "Scottish civil service" from `at` on; `at` where no body without a name stands there."""
    i = last = at
    while i < len(page.doc) and i - at < LONGEST_BODY and page.doc[i].pos_ in (*NOUNS, "ADJ") and i not in page.at:
        last = i if page.doc[i].text.islower() and page.doc[i].lower_ in PUBLIC_BODIES else last
        i += 1
    return last


def _after_its_field(page: Page, end: int) -> int:
    """The end of "the advisory committee on vaccines"."""
    doc = page.doc
    if end + 1 < len(doc) and doc[end].lower_ in ("on", "for") and doc[end + 1].pos_ in ("NOUN", "ADJ"):
        return common_words_end(page, end + 1)
    return end


def _of_a_field(page: Page, title: Title, at: int) -> Title | None:
    """ "Professor of Applied Physics at", "Director for Business Development at Acme": a field that was taken for a body."""
    doc = page.doc
    field = page.organisation(at)
    if field is None or page.begin[field] != at or doc[title.end].lower_ not in ("of", "for", "in"):
        return None
    if (
        doc[at - 1].lower_ in DETERMINERS
        or field.words in institutions()
        or any(is_head(w) for w in field.words.split())
    ):
        return None
    end = page.end[field]
    if all(w.lower() in FIELDS for w in field.words.split()) and doc[title.stop - 1].lower_ in OF_FIELDS:
        return replace(title, end=end, stop=end)
    if end + 1 >= len(doc) or field.words.isupper():
        return None
    then = _after_determiners(page, end + 1)
    follows = doc[end].lower_ in ("at", "for", "with", "of") and then < len(doc) and page.organisation(then) is not None
    is_scholar = role_concept(doc[title.start : title.stop].text) in SCHOLARS
    if not follows or (not is_scholar and doc[title.stop - 1].lower_ not in OF_FIELDS):
        return None
    return replace(title, end=end, stop=end)


def _describes(page: Page, i: int) -> bool:
    """Whether the token may stand between "of" and a body's name: "the US software firm", "Britain’s"."""
    token: Token = page.doc[i]
    if page.of_kind(i, Kind.PERSON, Kind.ORGANISATION):
        return False
    return (
        token.pos_ in (*NOUNS, "ADJ", "NUM")
        or token.lower_ == "and"
        or token.text in (*POSSESSIVE, "-", "%")
        or token.tag_ in ("VBN", "VBG")
        or page.of_kind(i, Kind.PLACE) is not None
    )


def _for_a_seat(page: Page, title: Title, at: int) -> Title | None:
    """ "MP for Tarn Valley", "mayor of West Harrow"."""
    if is_role(page.doc[at].text):
        return None  # "a member of Chancellor Bell’s party"
    doc = page.doc
    if not is_seat(doc, title.stop) or not is_capital(doc[at]) or page.person(at) is not None:
        return None
    run = at
    while run < len(doc) and not page.full_name(run):
        links = doc[run].lower_ in ("and", "of", "&", "upon", "the") and run + 1 < len(doc) and is_capital(doc[run + 1])
        if not (is_capital(doc[run]) or links):
            break
        run += 1
    return replace(title, end=run, place=title.place or page.phrase(at, run))


def _of_a_place(page: Page, title: Title, at: int) -> Title | None:
    """ "president of France", "district nurse in Chapeltown"; "head of the Tarnford office" goes on."""
    doc = page.doc
    spot = page.of_kind(at, Kind.PLACE)
    if spot is None or page.begin[spot] != at:
        return None
    after = page.end[spot]
    if after < len(doc) and (
        doc[after].text in POSSESSIVE or (doc[after].pos_ == "NOUN" and doc[after].dep_ == "pobj")
    ):
        return None
    if doc[title.end].lower_ not in ("of", "for", "to", "in"):
        return None
    shows = is_club_post(page, title) or is_a_firm(page, title, spot)
    if doc[title.end].lower_ == "of" and title.organisation is None and shows:
        return replace(title, end=after, organisation=replace(spot, kind=Kind.ORGANISATION))
    if after < len(doc) and doc[after].text == "," and after + 1 < len(doc) and page.of_kind(after + 1, Kind.PLACE):
        after = page.end[page.at[after + 1]]
    return replace(title, end=after, place=title.place or Phrase(spot.start, spot.end, spot.words))


def _of_a_name(page: Page, title: Title, at: int) -> Title | None:
    """ "chief executive of Clickbank" where nothing knows that Clickbank is a body: the post says so."""
    doc = page.doc
    post = doc[title.start : title.stop].text
    shows = role_concept(post) in OF_BODIES if doc[title.end].lower_ == "of" else role_family(post) in ("head", "post")
    if (
        not shows
        or doc[title.end].lower_ not in ("of", "at")
        or title.organisation is not None
        or doc[at].lower_ in FIELDS
    ):
        return None
    run = at
    while run < len(doc) and is_unknown_name(page, run):
        run += 1
    if run == at:
        return None
    start = at - (doc[at - 1].text == "The")
    words_ = page.phrase(start, run)
    return replace(
        title, end=run, organisation=Mention(words_.start, words_.end, words_.words, Kind.ORGANISATION, Form.NAME)
    )


def _of_a_kind(page: Page, title: Title, at: int) -> Title | None:
    """ "of finance, estates and digital": belongs to the title; "of the board of" is passed over."""
    doc = page.doc
    link = doc[title.end].lower_
    if link not in ("of", "for", "to", "with", "on", "in") or (
        link in ("with", "on", "in") and title.stop != title.end
    ):
        return None
    own = title.organisation
    if (title.place is not None or (own is not None and own.form is Form.NAME)) and title.stop < title.end:
        return None  # "captain of Tarnia for the summer"
    end = common_words_end(page, at)
    if end <= at or (doc[at].tag_ == "VBG" and any(t.dep_ == "dobj" for t in doc[at].rights)):
        return None  # "accused the president of leaving out costs"
    if doc[end - 1].lower_ in PARTS_OF_BODIES and end < len(doc) and doc[end].lower_ == "of":
        return replace(title, end=end, stop=title.stop)
    if end < len(doc) and doc[end].text == "-":
        return None
    if doc[end - 1].lower_ in BODY_NOUNS or doc[at - 1].lower_ in ("a", "an"):
        return replace(title, end=end)
    if link == "in" and role_concept(doc[title.start : title.stop].text) in SCHOLARS:
        return replace(title, end=end, stop=end)  # "lecturer in social policy"
    if link == "in" and role_family(doc[title.start : title.stop].text) in ("job", "post") and _is_at_a_body(page, end):
        return replace(title, end=end, stop=end)  # "consultant in respiratory medicine at the Harrow Infirmary"
    if link in ("with", "on", "in", "to"):
        return replace(title, end=end) if link == "in" and doc[end - 1].lower_ in ("charge",) else None
    if link == "for" and doc[end - 1].lower_ in REGIONS and doc[at - 1].lower_ in DETERMINERS:
        return replace(title, end=end)  # "chief economist for the region at Harrow Bank"
    return replace(title, end=end, stop=end)


def _is_at_a_body(page: Page, i: int) -> bool:
    """Whether "at the Harrow Trust" stands there."""
    if i + 1 >= len(page.doc) or page.doc[i].lower_ not in ("at", "with"):
        return False
    at = _after_determiners(page, i + 1)
    return at < len(page.doc) and page.organisation(at) is not None


def _after_a_comma(page: Page, title: Title) -> Title:
    """ "chief analyst, Harrow Trust,"."""
    doc, end = page.doc, title.end
    if title.organisation is not None or end + 1 >= len(doc) or doc[end].text != ",":
        return title
    at = _after_determiners(page, end + 1) if doc[end + 1].lower_ != "the" else end + 1
    body = page.organisation(at) if at < len(doc) else None
    if body is None or page.begin[body] != end + 1:
        return title
    after = page.end[body]
    if after >= len(doc) or doc[after].text in (",", ")", ".", ";"):
        return replace(title, organisation=body, end=after)
    return title
