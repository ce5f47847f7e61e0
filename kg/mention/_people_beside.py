"""People told by the words beside them: "finance minister X", "X, 43,", "X, who chairs", "her son X", "Councillors X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._lists import NEVER_BODIES, body_words, heads, institutions, is_first_name, is_role, other_heads
from kg.mention._no_people import NO_FIRST_NAMES
from kg.mention.spans import LONGEST_NAME, POSSESSIVE, is_capital, run_from, run_until
from kg.tokens import Doc, Token

Named = tuple[int, int]
KIN = frozenset(
    "wife husband son daughter sister brother mother father mum mom dad partner fiancé fiancée girlfriend boyfriend widow "
    "widower twin baby grandson granddaughter niece nephew uncle aunt cousin grandmother grandfather grandad stepson "
    "stepdaughter stepfather stepmother".split()
)
BESIDE_PEOPLE = frozenset(["opponent", "compatriot", "teammate", "counterpart"])
PLURAL_TITLES = frozenset(
    ["councillors", "cllrs", "messrs", "drs", "professors", "profs", "lords", "mps", "ministers", "sens", "reps"]
)
# Roles that bodies have as often as people: "its biggest shareholder, Tarn Kapital"
OF_BODIES = frozenset(
    "shareholder owner sponsor backer operator partner investor donor supplier lender developer builder publisher contractor "
    "creditor insurer landlord retailer manufacturer maker organiser broadcaster producer".split()
)
PEERS = frozenset(["backbenchers", "rebels", "campaigners", "brothers", "sisters", "twins"])
DEMONYMS = frozenset(
    "Welshman Welshwoman Scotsman Scotswoman Englishman Englishwoman Irishman Irishwoman Frenchman Frenchwoman Dutchman "
    "Ulsterman Cornishman Yorkshireman Olympian Briton Scot Londoner Australian American German Italian Spaniard Swede "
    "Brazilian Argentine Russian Belgian Croatian Kenyan Ethiopian Moroccan Jamaican Canadian".split()
)
BEFORE_NAMES = DEMONYMS | frozenset(
    ["Tory", "Democrat", "Republican", "Conservative"]
)  # whence somebody is, or of which party
FIELD = 8  # a post stands so many words before the end of its field
APPOSITION = 7  # a description after a comma is read so many words far


def people_beside(doc: Doc) -> Iterator[Named]:
    """Names of people by the role, age or kinship word beside them."""
    for i, token in enumerate(doc):
        text, lower = token.text, token.lower_
        if is_role(text) or text in BESIDE_PEOPLE or text in words("bystanders"):
            yield from _after_role(doc, i)
        if token.tag_ == "NNS" and text.islower() and (is_role(token.lemma_) or text in PEERS):
            yield from _after_plural(doc, i)
        if lower in KIN and text.islower():
            yield from _after_kin(doc, i)
        if text == "," and i:
            yield from _after_description(doc, i)
            yield from _before_age_or_role(doc, i)
        if lower == "and" and i:
            yield from _sharing_surname(doc, i)
        if text in POSSESSIVE and i and institutions().get(_party_before(doc, i)) == "political_party":
            yield from _after_age(doc, i)  # "Labour’s Ilva Tarn"
        if token.like_num and i > 2 and doc[i - 2 : i].text == "of-":
            yield from _after_age(doc, i)  # "mother-of-two Ilva Tarn"
        if lower == "old" and i > 2 and doc[i - 1].text == "-" and doc[i - 2].lower_ in ("year", "month"):
            yield from _after_age(doc, i)
        if lower in PLURAL_TITLES and is_capital(token):
            yield from _listed(doc, i + 1)


def _after_role(doc: Doc, i: int) -> Iterator[Named]:
    """ "Defence Minister Ilva Tarn", "the country's president, Ilva Tarn,"."""
    start = i + 1
    has_comma = start < len(doc) and doc[start].text == ","
    start += has_comma
    end = run_from(doc, start)
    while end - start > 2 and doc[start].text in BEFORE_NAMES:
        start += 1  # "her fellow Welshman Tam Bell"
    if end - start < 2 or not _can_name_person(doc, start, end, is_alone=has_comma and not is_role(doc[i].text)):
        return
    if has_comma and not (end < len(doc) and (doc[end].text in (",", ".", ";", ":") or _is_of_party(doc, end))):
        return
    is_named = is_first_name(doc[start].text) or (has_comma and doc[start].ent_type_ == "PERSON")
    if doc[i].lower_ in OF_BODIES and not is_named:
        return
    if has_comma and doc[start:end].root.dep_ not in ("appos", "ROOT"):
        return
    if not has_comma and not doc[i].whitespace_:
        return
    yield (start, end)


def _is_of_party(doc: Doc, i: int) -> bool:
    """ "The chair, Ilva Tarn of the Labour Party, said": whom she sits for."""
    start = i + 1 + (i + 1 < len(doc) and doc[i + 1].lower_ == "the")
    end = run_from(doc, start)
    return doc[i].lower_ == "of" and start < end < len(doc) and doc[end].text == ","


def _after_plural(doc: Doc, i: int) -> Iterator[Named]:
    """ "backbenchers Ilva Tarn and Tam Bell", "the directors, Ilva Tarn and Tam Bell,"."""
    start = i + 1
    while start < len(doc):
        end = run_from(doc, start)
        if end - start < 2 or not _can_name_person(doc, start, end):
            return
        yield (start, end)
        if end >= len(doc) or doc[end].text not in (",", "and"):
            return
        start = end + 1 + (doc[end].text == "," and doc[end : end + 2].text == ", and")


def _after_description(doc: Doc, i: int) -> Iterator[Named]:
    """ "the company's head of operations, Ilva Tarn, resigned": the one between commas whom a post with its field describes."""
    end = run_from(doc, i + 1)
    if end - i < 3 or end >= len(doc) or doc[end].text not in (",", ".", ";", ":"):
        return
    field = doc[i - 1]
    root = doc[i + 1 : end].root
    if root.dep_ != "appos" or field.pos_ not in ("NOUN", "PROPN") or field.lower_ in body_words():
        return
    post = next((t for t in reversed(doc[max(0, i - FIELD) : i - 1]) if not _is_inside_phrase(t)), None)
    is_post = (
        post is not None and post.text.islower() and is_role(post.text) and doc[post.i + 1].lower_ in ("of", "for")
    )
    if is_post and _can_name_person(doc, i + 1, end, is_alone=True):
        yield (i + 1, end)


def _is_inside_phrase(token: Token) -> bool:
    """Whether the word can stand inside "of human resources and the estate"."""
    if token.lower_ in ("of", "for", "and", "the", "its", "his", "her", "at", "&"):
        return True
    return token.pos_ in ("ADJ", "PROPN", "DET") or (token.pos_ == "NOUN" and not is_role(token.text))


def _party_before(doc: Doc, i: int) -> str:
    """The one or two words before the possessive."""
    two = doc[max(0, i - 2) : i].text
    return two if two in institutions() else doc[i - 1].text


def _after_age(doc: Doc, i: int) -> Iterator[Named]:
    """ "25-year-old Ilva Tarn": a name of two words or more that begins right there."""
    end = run_from(doc, i + 1)
    if end - i > 2 and _can_name_person(doc, i + 1, end, is_alone=True):
        yield (i + 1, end)


def _after_kin(doc: Doc, i: int) -> Iterator[Named]:
    """ "his wife, Ilva,", "her son Tam"."""
    if doc[i].lower_ == "partner" and not (i and doc[i - 1].lower_ in ("his", "her", "my", "’s", "'s")):
        return  # in business
    start = i + 1 + (i + 1 < len(doc) and doc[i + 1].text == ",")
    end = run_from(doc, start)
    if end < len(doc) and doc[end].text == "-":
        return  # "her widower, Bolton-born"
    if end == start or end - start > 3 or not any(t.ent_type_ not in NEVER_BODIES for t in doc[start:end]):
        return
    if doc[start].pos_ == "PROPN" and _can_name_person(doc, start, end, is_alone=True):
        yield (start, end)


def _before_age_or_role(doc: Doc, i: int) -> Iterator[Named]:
    """ "Ilva Tarn, 43,", "Ilva Tarn, professor of law at", "Ilva Tarn, who chairs"."""
    start = run_until(doc, i)
    while i - start > 2 and doc[start].is_sent_start and doc[start].lower_ in words("bystanders"):
        start += 1  # "Widow Ilva Tarn, 71,"
    if i - start < 2 or i + 1 >= len(doc):
        return
    after = doc[i + 1]
    is_age = (
        after.text.isdigit()
        and 0 < int(after.text) < 110
        and i + 2 < len(doc)
        and doc[i + 2].text in (",", ".", ";", ")")
    )
    described = is_age and "ORG" not in {t.ent_type_ for t in doc[start:i]}
    for k in range(i + 1, min(len(doc), i + APPOSITION)):
        token = doc[k]
        if described or (token.is_punct and token.text != "-") or token.pos_ in ("VERB", "AUX", "ADP"):
            break
        ends_phrase = k + 1 == len(doc) or (
            doc[k + 1].pos_ not in ("NOUN", "PROPN", "ADJ") and doc[k + 1].text not in POSSESSIVE
        )
        described = is_role(token.text) and token.pos_ in ("NOUN", "PROPN") and ends_phrase
    if described and _can_name_person(doc, start, i):
        yield (start, i)


def _sharing_surname(doc: Doc, i: int) -> Iterator[Named]:
    """ "Lou" in "Lou and Ilva Tarn"."""
    first = doc[i - 1]
    if not is_first_name(first.text) or i + 2 >= len(doc) or not is_first_name(doc[i + 1].text):
        return
    if is_capital(doc[i + 2]) and not (i > 1 and is_capital(doc[i - 2]) and not doc[i - 2].is_sent_start):
        yield (i - 1, i)


def _listed(doc: Doc, i: int) -> Iterator[Named]:
    """ "Councillors Bell, Tarn-Jones and Obi": each of them."""
    while i < len(doc) and is_capital(doc[i]):
        end = run_from(doc, i)
        yield (i, end)
        i = end
        while i < len(doc) and doc[i].text in (",", "and", "&"):
            i += 1


def _can_name_person(doc: Doc, start: int, end: int, *, is_alone: bool = False) -> bool:
    span = doc[start:end]
    if len(span) > LONGEST_NAME or any(t.text.isupper() and len(t.text) > 2 for t in span):
        return False
    if span[0].text in NO_FIRST_NAMES:
        return False  # "Director of Public Prosecutions, Ilva Tarn"
    if any(t.text in ("Who", "Whom", "Me", "That", "Which") for t in span):
        return False  # of a title: "The Spy Who Left"
    if any(is_role(t.text) or t.text == "&" or any(c.isdigit() for c in t.text) for t in span):
        return False
    labels = {t.ent_type_ for t in span}
    if labels <= {"GPE", "LOC", "NORP", "FAC"} and not is_first_name(span[0].text) and not is_alone:
        return False
    if any(t.lower_ in heads() or t.lower_ in body_words() or t.lower_ in words("no_organisations") for t in span):
        return False
    return span[-1].lower_ not in other_heads() and span.text not in institutions()
