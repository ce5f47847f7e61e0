"""What stands before a title: how it is held ("former") and whose it is ("the trust’s", "Harrow Council")."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import words
from kg.lexicon.roles import role_concept
from kg.mention._role_heads import is_seat
from kg.mention._role_page import Page
from kg.mention._role_parts import LOCAL_SEATS, Title, is_party
from kg.mention._role_subjects import is_owned_by_a_body, told_of
from kg.mention._role_titles import (
    BODIES_BEFORE,
    NATIONS,
    is_half_modifier,
    modifiers,
)
from kg.mention._role_unknown import after_a_name, is_club_post
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention, Phrase

SORTS = frozenset(["trade", "union", "confederation", "federation"])
KINDS_BEFORE = frozenset("party club company trust charity union college school".split())  # "the party chair"
CHAMBERS = frozenset(
    ["Holyrood", "Westminster", "Senedd", "Stormont", "House", "Senate", "Commons", "Lords", "House of Commons"]
)
OF_PARTIES = frozenset(["leader", "spokesman", "spokeswoman", "spokesperson", "whip"])
REPORTING = frozenset(["reporter", "correspondent", "journalist", "editor"])
# Bodies without a newsroom, that many journalists report on
NEWSROOMS_NEVER = frozenset(
    "Congress Parliament Senate Commons Lords Treasury Cabinet Bundestag Knesset Duma EU UN NATO Nato".split()
)


def with_owner(page: Page, title: Title) -> Title:
    """The title with what stands before it, word by word to the left."""
    while title.first > 0:
        wider = (
            _modified(page, title)
            or _possessed(page, title)
            or _after_a_body(page, title)
            or _after_a_place(page, title)
            or _after_a_seat(page, title)
            or after_a_name(page, title)
            or _of_a_field(page, title)
            or _after_a_kind(page, title)
        )
        if wider is None:
            return title
        title = wider
    return title


def _modified(page: Page, title: Title) -> Title | None:
    """ "former", "outgoing", "the", "its", "French", "35-year-old"."""
    doc, i = page.doc, title.first - 1
    before = doc[i]
    if before.text == "-" and i > 0 and doc[i - 1].lower_ in ("ex", "then"):
        return replace(title, first=i - 1, tense="former")
    if is_half_modifier(page, i):
        return replace(title, first=i - 2, tense=_tense(title, modifiers()["".join(page.words(i - 2, i + 1))]))
    if before.text == "-" and i > 0 and not before.whitespace_ and not doc[i - 1].whitespace_:
        words = "".join(page.words(i - 1, i + 2))
        known = modifiers().get(words)
        return replace(title, first=i - 1, tense=_tense(title, known)) if known else None
    sense = modifiers().get(before.lower_)
    if sense is not None:
        is_definite = title.is_definite or before.lower_ in ("the", "its", "his", "her", "their", "our")
        body = title.organisation
        if before.lower_ in ("its", "their"):
            page.show(told_of(page, title, i) if body is None else None)
            body = body or page.pronoun(before, Kind.ORGANISATION)
        elif before.lower_ == "whose" and i > 1:
            body = body or page.organisation(i - 1 - (doc[i - 1].text == ","))
        return replace(title, first=i, tense=_tense(title, sense), is_definite=is_definite, organisation=body)
    if title.is_plural and before.like_num:
        return replace(title, first=i, is_definite=True)  # "two members, Ann Bell and Clive Marsh,"
    if before.ent_type_ == "ORDINAL" and before.text.islower():
        return replace(title, first=i)  # "the seventh Secretary-General"
    if before.ent_type_ in NATIONS and i not in page.begin.values() and is_capital(before):
        party = page.organisation(i)
        return None if party is not None else replace(title, first=i)
    if before.lower_ == "old" or (before.text == "-" and i and doc[i - 1].lower_ == "year"):
        return None
    return None


def _tense(title: Title, sense: str | None) -> str:
    return sense if sense in ("former", "incoming") and title.tense == "current" else title.tense


def _possessed(page: Page, title: Title) -> Title | None:
    """ "Harrow Council’s", "the trust’s", "Scotland’s"."""
    i = title.first - 1
    if page.doc[i].text not in POSSESSIVE or i < 1 or title.organisation is not None:
        return None
    owner = page.organisation(i - 1)
    if owner is not None:
        return replace(title, first=page.begin[owner], organisation=owner, is_definite=True)
    told = told_of(page, title, i - 1) if is_owned_by_a_body(page, i - 1) else None
    if told is not None:
        page.show(told)
        return replace(title, first=i - 2, organisation=told, is_definite=True)
    described = page.description(i - 1)
    if described is not None:
        return replace(title, first=i - 2, organisation=described, is_definite=True)
    spot = page.of_kind(i - 1, Kind.PLACE)
    if spot is not None and is_club_post(page, title):
        return replace(
            title, first=page.begin[spot], organisation=replace(spot, kind=Kind.ORGANISATION), is_definite=True
        )
    if spot is not None:
        place = title.place or Phrase(spot.start, spot.end, spot.words)
        return replace(title, first=page.begin[spot], place=place, is_definite=True)
    return None


def _after_a_body(page: Page, title: Title) -> Title | None:
    """ "Harrow Council chief executive"; a party before a seat is no employer, but belongs to the description."""
    i = title.first - 1
    whole = page.doc[i]
    if whole.text == ")" and i > 2 and page.doc[i - 2].text == "(" and page.doc[i - 1].text[0].isupper():
        i -= 3  # "Harrow Institute of Technology (HIT) professors"
    while i > 0 and page.doc[i].lower_ in SORTS and page.organisation(i) is None:
        i -= 1  # "the UTC union confederation leader"
    owner = page.organisation(i)
    if owner is None or title.organisation is not None or not whole.whitespace_:
        return None
    if page.doc[i].ent_type_ in NATIONS and page.begin[owner] == i and not is_party(owner):
        return replace(title, first=i)
    first = page.begin[owner]
    party = page.organisation(first - 1) if first and owner.words in CHAMBERS else None
    if party is not None and is_party(party) and page.doc[title.stop - 1].lower_ in OF_PARTIES:
        return replace(title, first=page.begin[party], organisation=party)  # "the Tory Holyrood leader"
    if is_beat(page, title, owner):
        return replace(title, first=first, start=first)
    is_standing = role_concept(page.doc[title.stop - 1].text) == "candidate"  # for a party, not for a place
    is_member = is_party(owner) or page.doc[title.stop - 1].lower_ not in LOCAL_SEATS
    if is_seat(page.doc, title.stop) and is_member and not (is_standing and is_party(owner)):
        return replace(title, first=first)
    return replace(title, first=first, organisation=owner)


def is_beat(page: Page, title: Title, owner: Mention) -> bool:
    """Whether the body is what a journalist reports on: "White House reporter", "Downing Street correspondent"."""
    writes = role_concept(page.doc[title.start : title.stop].text) in REPORTING
    return writes and owner.words in words("seats_of_power") | NEWSROOMS_NEVER


def _after_a_place(page: Page, title: Title) -> Title | None:
    """ "Tarn Valley MP", "US president"; before a club's post the place is the club."""
    i = title.first - 1
    spot = page.of_kind(i, Kind.PLACE)
    if spot is None or title.place is not None or not page.doc[i].whitespace_:
        return None
    run = page.begin[spot]
    if is_seat(page.doc, title.stop):
        run = _start_of_run(page, run)
        return replace(title, first=run, place=page.phrase(run, title.first))
    if is_club_post(page, title) and title.organisation is None and i + 1 == title.start:
        club = replace(spot, kind=Kind.ORGANISATION)
        return replace(title, first=run, organisation=club)
    return replace(title, first=run, place=Phrase(spot.start, spot.end, spot.words))


def _after_a_seat(page: Page, title: Title) -> Title | None:
    """ "Harwell Coast MP" where nothing knows that Harwell Coast is a place."""
    i = title.first - 1
    before = page.doc[i]
    if (
        not is_seat(page.doc, title.stop)
        or page.doc[title.stop - 1].lower_ == "member"
        or not is_capital(before)
        or not before.whitespace_
        or page.person(i) is not None
        or title.place is not None
        or i in page.at
    ):
        return None
    run = _start_of_run(page, i)
    return replace(title, first=run, place=page.phrase(run, title.first))


def _of_a_field(page: Page, title: Title) -> Title | None:
    """ "its Munster director", "the party chair": a name of which nothing is known, or a kind of body, between "its" and the post."""
    doc, i = page.doc, title.first - 1
    if i < 1 or title.first != title.start or not doc[i].whitespace_:
        return None
    before = doc[i - 1]
    is_owned = before.lower_ in ("its", "their") or before.text in POSSESSIVE
    person = page.person(i)
    is_unknown = i not in page.at or (person is not None and page.end[person] - page.begin[person] == 1)
    if is_owned and is_capital(doc[i]) and is_unknown:
        return replace(title, first=i)
    if before.lower_ == "the" and doc[i].lower_ in KINDS_BEFORE:
        words_ = page.phrase(i - 1, i + 1)
        body = Mention(words_.start, words_.end, words_.words, Kind.ORGANISATION, Form.DESCRIPTION)
        return replace(title, first=i - 1, organisation=title.organisation or body, is_definite=True)
    return None


def _after_a_kind(page: Page, title: Title) -> Title | None:
    """ "former council leader": how the post is held stands before the kind of body."""
    i = title.first - 1
    is_kind = title.first == title.start and page.doc[i].lower_ in BODIES_BEFORE and i not in page.at
    is_told = i > 0 and (modifiers().get(page.doc[i - 1].lower_, "aside") != "aside" or page.doc[i - 1].text == "-")
    return replace(title, first=i) if is_kind and is_told else None


def _start_of_run(page: Page, run: int) -> int:
    """The first token of the capitalised words that end at `run`: "Stour Valley and Tarn"."""
    doc = page.doc
    while run > 0 and page.person(run - 1) is None and page.organisation(run - 1) is None:
        links = (
            doc[run - 1].lower_ in ("and", "of", "&")
            and run > 1
            and is_capital(doc[run - 2])
            and run - 2 not in page.at
        )
        if not (is_capital(doc[run - 1]) or links) or doc[run - 1].ent_type_ in NATIONS:
            break
        run -= 1
    return run + (doc[run].lower_ == "the")
