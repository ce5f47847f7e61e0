"""Names before a title of which nothing is known: a post that only bodies have shows that they are bodies', as in "the Acme boss"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.roles import role_concept, role_heads
from kg.mention._no_bodies import opens_as_common_word
from kg.mention._role_page import Page
from kg.mention._role_parts import CLUB_POSTS, OF_BODIES, Title
from kg.mention._role_titles import is_firm_before, is_named_elsewhere, modifiers
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention
from kg.tokens import Token


def after_a_name(page: Page, title: Title) -> Title | None:
    """ "the Acme boss", "Gladbeck’s coach" where nothing knows that the name is a body: a firm's or club's post says so."""
    doc, i = page.doc, title.first - 1
    if title.organisation is not None or title.place is not None or title.is_plural or not _shows_a_body(page, title):
        return None
    if doc[i].text in POSSESSIVE:
        i -= 1
    elif not doc[i].whitespace_ or title.first != title.start:
        return None
    run = i + 1
    if doc[i].text != doc[title.first - 1].text and _opens_a_name(page, i):
        run = i  # "Acme’s" where the article names Acme Holdings, whatever the language model takes it for
    while run > 0 and is_unknown_name(page, run - 1):
        run -= 1
    if run > i or (run == i and doc[i].is_sent_start and not _is_name(page, i)):
        return None
    words = page.phrase(run, i + 1)
    form = (
        Form.DESCRIPTION if run == i and opens_as_common_word(doc[i]) and doc[i].ent_type_ != "GPE" else Form.NAME
    )  # "Trust chairman Ann Bell said"
    body = Mention(words.start, words.end, words.words, Kind.ORGANISATION, form)
    return replace(title, first=run, organisation=body, is_definite=True)


def _is_name(page: Page, i: int) -> bool:
    """Whether the word that opens a sentence is a name: by the model, in letters, or in capitals inside another sentence."""
    token = page.doc[i]
    return bool(token.ent_type_) or token.is_upper or is_named_elsewhere(page, token)


def _opens_a_name(page: Page, i: int) -> bool:
    """Whether the lone word is the first of a body's longer name in the article."""
    word = page.doc[i].text
    names = (m.words for m in page.article.mentions if m.kind is Kind.ORGANISATION and m.form is Form.NAME)
    person = page.person(i)
    is_short = person is not None and page.end[person] - page.begin[person] == 1
    surnames = (m.words.split()[-1] for m in page.article.mentions if m.kind is Kind.PERSON and " " in m.words)
    if i in page.at and (not is_short or word in surnames):
        return False
    return word.istitle() and any(name.startswith(f"{word} ") for name in names)


def _shows_a_body(page: Page, title: Title) -> bool:
    """Whether only bodies have this post: a firm's, a paper's, a club's, a band's; printed in small letters."""
    words = page.doc[title.start : title.stop].text
    concept = role_concept(words) or ""
    is_after_firm = is_firm_before(page, title.start - 1, title.start)
    if is_after_firm and page.doc[title.start - 1].is_upper:
        return True  # "UTWA Director of Government Affairs"
    is_small = words.islower() or words.isupper() or is_after_firm
    return is_small and (concept in OF_BODIES or is_club_post(page, title))


def is_club_post(page: Page, title: Title) -> bool:
    """Whether the post is a club's: "striker", "fly-half"."""
    return page.doc[title.start : title.stop].text.lower().split()[-1] in CLUB_POSTS


def is_unknown_name(page: Page, i: int) -> bool:
    """Whether the token is part of a name of which nothing is known."""
    token = page.doc[i]
    return (
        (token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.is_alpha and _is_capitals(token)))
        and is_capital(token)
        and i not in page.at
        and token.ent_type_ not in ("NORP", "DATE", "PERSON", "ORDINAL", "LANGUAGE")
        and token.lower_ not in modifiers()
        and token.lower_ not in role_heads()
    )


def _is_capitals(token: Token) -> bool:
    """Whether the model takes a name for a noun: "TA", the "Bank" of "Bank Tarn"."""
    return token.text.isupper() or (token.text.istitle() and not token.is_sent_start and token.ent_type_ == "ORG")
