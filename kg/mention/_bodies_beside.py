"""Bodies told by the words beside them: "the newspaper X", "X, a retailer", "an analyst at X", "told X", "£3m for X".

What a name is cannot always be seen in it. These rules read the common noun or the role that stands next to a run of
capitalised words, and say that the run names a body whatever the language model took it for.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._lists import (
    NEVER_BODIES,
    body_words,
    is_first_name,
    is_given_name,
    is_honorific,
    is_role,
    other_heads,
)
from kg.mention._things import OPEN_MARKS
from kg.mention.spans import LONGEST_NAME, POSSESSIVE, run_from, run_until
from kg.tokens import Doc, Token

Named = tuple[int, int]
FINANCE = frozenset(["analyst", "economist", "strategist", "trader", "broker"])  # who work at a house, never in a town
MADE_BY_MEDIA = frozenset(["seen", "obtained", "reported", "published"])
POSTING = frozenset(["post", "write", "say", "share", "tweet", "tell"])
NAMING = frozenset(["called", "named", "renamed", "rebranded", "dubbed"])
LEADS = frozenset(
    ["executive", "ceo", "boss", "chairman", "chairwoman", "chairperson", "spokesman", "spokeswoman", "spokesperson"]
)
NEVER_PEOPLE = frozenset(
    [
        "giant",
        "business",
        "station",
        "channel",
        "site",
        "label",
        "studio",
        "provider",
        "supplier",
        "carrier",
        "operator",
        "maker",
    ]
)
APPOSITION = 7  # a description after a comma is read so many words far


def bodies_beside(doc: Doc) -> Iterator[Named]:
    """Names of bodies by the common noun before, after or in apposition to them, or by the post that somebody holds there."""
    for token in doc:
        if token.lower_ in body_words() and token.text.islower() and _is_body_noun(doc, token.i):
            yield from _after_noun(doc, token.i)
            yield from _before_noun(doc, token.i)
            yield from _in_apposition(doc, token.i)
        if token.text.islower() and is_role(token.text):
            yield from _of_post(doc, token.i)
        if token.text == "for" and token.i and doc[token.i - 1].ent_type_ == "MONEY":
            yield from _paid(doc, token.i + 1)
        if token.lower_ in NAMING and token.pos_ == "VERB":
            yield from _called(doc, token)
        if (
            token.text == "X"
            and token.i
            and doc[token.i - 1].lower_ == "on"
            and doc[token.i - 1].head.lemma_ in POSTING
        ):
            yield (token.i, token.i + 1)
        if token.lower_ == "told" or (token.lower_ == "by" and token.i and doc[token.i - 1].lower_ in MADE_BY_MEDIA):
            yield from _told(doc, token.i + 1)


def _is_body_noun(doc: Doc, i: int) -> bool:
    """Whether the common noun stands as one: "tank" only in "think tank", "profit" only in "non-profit"."""
    before = doc[i - 1].lower_ if i else ""
    if doc[i].lower_ == "profit":
        return before == "-" and i > 1 and doc[i - 2].lower_ == "non"
    if doc[i].lower_ == "tank":
        return "think" in (before, doc[i - 2].lower_ if i > 1 else "")
    return doc[i].pos_ in ("NOUN", "PROPN")


def _after_noun(doc: Doc, i: int) -> Iterator[Named]:
    """ "the newspaper Der Morgen", "its subsidiary Tarnway"."""
    sort_is_clear = body_words()[doc[i].lower_][1]
    start = i + 1
    has_comma = start < len(doc) and doc[start].text == ","
    if has_comma:
        start += 1
    if start < len(doc) and doc[start].text in OPEN_MARKS:
        start += 1
    end = run_from(doc, start)
    is_no_name = end - start > 1 and not is_given_name(doc[start].text)
    is_clear = sort_is_clear or (is_no_name and doc[i].lower_ in NEVER_PEOPLE)
    may_be_person = is_clear and (is_no_name or not has_comma)
    if end == start or not can_name_body(doc, start, end, may_be_person=may_be_person):
        return
    root = doc[start:end].root
    if root.dep_ == "nsubj" and (root.head.dep_ == "relcl" or root.i > i + 3):
        return  # "the company Hanna Bell founded"
    if has_comma and not (
        end < len(doc) and doc[end].text in (",", ".", ";", ")") and root.dep_ in ("appos", "ROOT", "conj")
    ):
        return
    if (
        not has_comma
        and root.dep_ == "nsubj"
        and doc[i].dep_ in ("dobj", "pobj", "nsubj")
        and doc[start].ent_type_ != "ORG"
    ):
        return
    yield (start, end)
    if sort_is_clear and not has_comma and doc[end : end + 2].text == "and the":
        other = run_from(doc, end + 2)
        if (
            other == end + 3
            and doc[other - 1].pos_ == "PROPN"
            and can_name_body(doc, end + 2, other, may_be_person=False)
        ):
            yield (end + 2, other)  # "the charity Tarn Cymru and the Urdd"


def _before_noun(doc: Doc, i: int) -> Iterator[Named]:
    """ "Yemen Today newspaper", "the Zarala cartel": the name without the noun."""
    sort_, is_clear = body_words()[doc[i].lower_]
    if not is_clear or (i + 1 < len(doc) and doc[i + 1].text == "-"):
        return
    stop = i - 1 if i and doc[i - 1].lower_ in ("news", "drug", "trade") and doc[i - 1].text.islower() else i
    if stop and doc[stop - 1].text in '”’"':
        stop -= 1
    start = run_until(doc, stop)
    if start == stop or stop - start > LONGEST_NAME:
        return
    while start < stop - 1 and doc[start].ent_type_ == "NORP":
        start += 1
    is_alone = stop - start == 1
    is_telling = sort_ in ("media", "political_party") or doc[i].lower_ in (
        "cartel",
        "movement",
        "militia",
        "airline",
        "gang",
    )
    if is_alone and (doc[start].is_sent_start or not is_telling) and doc[start].ent_type_ != "ORG":
        return
    if can_name_body(doc, start, stop, may_be_person=is_telling):
        yield (start, stop)


def _in_apposition(doc: Doc, i: int) -> Iterator[Named]:
    """ "Tarnway, a Dutch software firm"."""
    if i + 1 < len(doc) and (
        doc[i + 1].pos_ in ("NOUN", "PROPN") or doc[i + 1].text in POSSESSIVE or doc[i + 1].text == "-"
    ):
        return
    for comma in range(i - 1, max(0, i - APPOSITION), -1):
        token = doc[comma]
        if token.text == ",":
            if doc[comma + 1].lower_ in ("a", "an", "the", "one", "another"):
                start = run_until(doc, comma)
                is_clear = body_words()[doc[i].lower_][1]
                if (
                    start < comma
                    and can_name_body(doc, start, comma, may_be_person=False, may_be_place=True)
                    and is_clear
                ):
                    yield (start, comma)
            return
        if token.pos_ in ("VERB", "AUX", "ADP") or (token.is_punct and token.text != "-"):
            return


def _of_post(doc: Doc, i: int) -> Iterator[Named]:
    """ "an analyst at Tarn Partners", "the boss of Tarnway", "Tarnway finance director Hanna Bell"."""
    if i + 3 < len(doc) and doc[i + 1].lower_ in ("at", "of", "for", "with"):
        has_article = doc[i + 2].lower_ == "the"
        start = i + 2 + has_article
        end = run_from(doc, start)
        is_house = doc[i].lower_ in FINANCE and doc[i + 1].lower_ in ("at", "with")
        leads = doc[i].lower_ in LEADS and doc[i + 1].lower_ in ("of", "for")
        if end > start and (is_house or leads or (has_article and doc[i + 1].lower_ == "at")):
            known = doc[start].ent_type_
            if (is_house and known == "GPE" and end < len(doc)) or can_name_body(
                doc, start, end, may_be_person=is_house
            ):
                yield (start, end)
    first = i
    while first > 0 and i - first < 2 and doc[first - 1].text.islower() and doc[first - 1].pos_ in ("NOUN", "ADJ"):
        first -= 1
    start = run_until(doc, first)
    if start == first or first - start > 3 or doc[start].is_sent_start or doc[first - 1].pos_ != "PROPN":
        return
    if i + 1 < len(doc) and doc[i + 1].text in ("-", "’s", "'s"):
        return
    if doc[start].ent_type_ in ("", "PRODUCT", "WORK_OF_ART", "FAC") and can_name_body(
        doc, start, first, may_be_person=False
    ):
        yield (start, first)


def _called(doc: Doc, verb: Token) -> Iterator[Named]:
    """ "The new charity will be called Tarn Vision"."""
    subject = next(
        (t for t in verb.lefts if t.dep_ in ("nsubjpass", "nsubj")), verb.head if verb.dep_ == "acl" else None
    )
    end = run_from(doc, verb.i + 1)
    is_body = subject is not None and subject.lower_ in body_words() and end > verb.i + 1
    if is_body and can_name_body(doc, verb.i + 1, end, may_be_person=True, may_be_place=True):
        yield (verb.i + 1, end)


def _told(doc: Doc, start: int) -> Iterator[Named]:
    """ "told the Tarn Gazette", "seen by Tarnbrief"; not "told Hanna", not "told MPs"."""
    start += start < len(doc) and doc[start].lower_ == "the"
    end = run_from(doc, start)
    if (
        (
            start < end
            and doc[end - 1].pos_ == "PROPN"
            and not doc[end - 1].text.endswith("s")
            and not is_first_name(doc[start].text)
        )
        and doc[start].ent_type_ in ("", "ORG", "WORK_OF_ART", "PRODUCT")
        and can_name_body(doc, start, end, may_be_person=False)
    ):
        yield (start, end)


def _paid(doc: Doc, start: int) -> Iterator[Named]:
    """ "£480,000 for Tarn Debt Line,": two words or more that the model takes for a body or does not know."""
    end = run_from(doc, start)
    ends = end == len(doc) or doc[end].text in (",", ".", ";") or doc[end].lower_ in ("and", "in")
    if end - start < 2 or not ends or {t.ent_type_ for t in doc[start:end]} - {"ORG"}:
        return
    if can_name_body(doc, start, end, may_be_person=False, may_be_place=doc[start].ent_type_ == "ORG"):
        yield (start, end)


def can_name_body(doc: Doc, start: int, end: int, *, may_be_person: bool, may_be_place: bool = False) -> bool:
    """Whether the words can be a body's name, by what they are and what the model takes them for."""
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in ("based", "born", "area"):
        return False  # a place: "the Tarnford-based exchange"
    span = doc[start:end]
    labels = {t.ent_type_ for t in span}
    if labels & NEVER_BODIES and (len(span) == 1 or labels <= NEVER_BODIES | {""}):
        return False
    if "PERSON" in labels and (not may_be_person or (len(span) > 1 and is_first_name(span[0].text))):
        return False
    if is_honorific(span[0].text) or is_role(span[0].text) or len(span) > LONGEST_NAME:
        return False
    if is_first_name(span[0].text) and len(span) > 1 and "ORG" not in labels:
        return False
    last = span[-1].lower_
    if (last in other_heads() and not may_be_place) or span.text.lower() in words("no_organisations"):
        return False
    return any(t.text[0].isalpha() for t in span) and not (
        len(span) == 1 and span[0].pos_ in ("PRON", "DET", "ADP", "AUX", "ADV", "SCONJ")
    )
