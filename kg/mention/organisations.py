"""Organisations by name: head words, general institutions, acronyms, words beside a name, and what the model sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.lexicon import words
from kg.mention._bodies_beside import bodies_beside
from kg.mention._bodies_by_deeds import bodies_by_deeds
from kg.mention._bodies_by_sort import bodies_by_sort
from kg.mention._headed import headed_spans
from kg.mention._joined_bodies import joined_bodies
from kg.mention._known_bodies import acronym_spans, before_acronym, institution_spans, national_branches, owned_bodies
from kg.mention._lists import OF_COURTS, countries, heads, institutions, is_role, other_heads
from kg.mention._model_bodies import model_spans
from kg.mention._no_bodies import is_no_body
from kg.mention._parties import party_tags, party_words
from kg.mention.spans import POSSESSIVE, Found, is_capital, run_from
from kg.tokens import Doc

SHORT = re.compile(r"[A-Z][\w&$-]{0,7}[A-Z][a-z]?")  # letters that stand for a name
SCORE = re.compile(r"\d{1,3}-\d{1,3}")
LEGAL_FORMS = frozenset(
    "Inc Inc. LLC LLP L.P. LP SRL S.r.l. SpA S.p.A. GmbH AG NV N.V. BV B.V. AB Oyj SA S.A. PLC plc Ltd Ltd. Pte".split()
)
AFTER_COMMA = frozenset("Inc Inc. LLC LLP L.P. LP Ltd Ltd. PLC plc".split())
LONGEST = 6
OF_DEPARTMENTS = frozenset("state defence defense justice treasury commerce interior labor agriculture".split())
HEADS_FIRST = words("heads_first")
CLUB_ENDINGS = frozenset(
    ["Town", "City", "County", "Athletic", "Villa", "Vale", "Park", "Wanderers", "Rovers", "United"]
)
OF_CLUBS = frozenset(
    "fans supporters striker midfielder defender goalkeeper manager coach captain boss players squad".split()
)
__all__ = ["heads", "institutions", "organisation_spans"]


def organisation_spans(doc: Doc) -> list[Found]:
    """Token spans that name organisations, the surer and then the longer ones where they would overlap; sorted."""
    ruled = [*headed_spans(doc), *institution_spans(doc), *acronym_spans(doc)]
    found = [
        *(
            Found(start, end, 2)
            for start, end in (
                *bodies_beside(doc),
                *bodies_by_deeds(doc),
                *bodies_by_sort(doc),
                *_papers(doc),
                *owned_bodies(doc),
                *national_branches(doc),
                *party_tags(doc),
                *party_words(doc),
                *_saints(doc),
                *_dateline(doc),
                *_campaigns(doc),
                *_ministries(doc),
                *_hospitals(doc),
                *_courts(doc),
                *joined_bodies(doc),
                *_clubs(doc),
            )
        ),
        *(Found(start, end, 2) for start, end in before_acronym(doc)),
        *(Found(start, end, 1) for start, end in ruled),
        *(Found(start, end, 0) for start, end in model_spans(doc)),
    ]
    kept = _without_overlap(doc, [f for f in found if not is_no_body(doc, f)])
    kept = [_with_suffix(doc, _bare(doc, f)) for f in kept]
    letters = [f for body in kept if (f := _letters_after(doc, body)) is not None]
    return sorted([*kept, *(f for f in letters if not any(f.overlaps(other) for other in kept))])


def _bare(doc: Doc, body: Found) -> Found:
    """The name without an article in capitals before it and without its house behind it: "An EU official", "Tarn Bank HQ"."""
    is_article = doc[body.start].text in ("An", "A") and body.end - body.start > 1
    start = body.start + (is_article and doc[body.start + 1].text != "-")  # "A-Tarn Management"
    end = body.end - (doc[body.end - 1].text in ("HQ", "Headquarters") and body.end - start > 1)
    joined = doc[end : end + 2]
    if doc[end - 1].is_upper and not doc[end - 1].whitespace_ and joined.text == "-CIO":
        end += 2  # letters that are one body's with those before them
    while end - start > 1 and SCORE.fullmatch(doc[end - 1].text):
        end -= 1  # "to beat Tarn Rovers 2-1"
    if end - start > 3 and SCORE.fullmatch(doc[end - 3 : end].text):
        end -= 3
    return body._replace(start=start, end=end)


def _with_suffix(doc: Doc, body: Found) -> Found:
    """The name with what says its legal form: "Tarn Foods, Inc.", "Tarn Motors SRL"."""
    i = body.end + (body.end < len(doc) and doc[body.end].text == ",")
    is_suffix = i < len(doc) and doc[i].text in LEGAL_FORMS and (i == body.end or doc[i].text in AFTER_COMMA)
    return body._replace(end=i + 1) if is_suffix and body.end - body.start < LONGEST else body


def _letters_after(doc: Doc, body: Found) -> Found | None:
    """The letters in brackets after the name that they are short for: "Harrow Energy (HE)", "Tarn Care Regulatory Agency (TCAREA)"."""
    start = body.end + 1
    if start + 1 >= len(doc) or doc[body.end].text != "(":
        return None
    end = next((i for i in range(start, min(start + 4, len(doc))) if doc[i].text in (")", ",", ";")), start)
    letters, name = doc[start:end].text, doc[body.start : body.end].text
    if not SHORT.fullmatch(letters) or len(name) < 2 * len(letters):
        return None
    left = iter(name.upper())
    firsts = {t.text[0].upper() for t in doc[body.start : body.end]}
    is_short = letters[0] in firsts and all(c in left for c in letters.upper() if c.isalpha())
    return Found(start, end, 2) if is_short else None


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


def _papers(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the Sunday Argus", "Daily Clarion": a newspaper's time of day or week before a name."""
    for time, name in pairwise(doc):
        i = time.i
        if time.lower_ in words("paper_times") and is_capital(time) and is_capital(name) and not is_role(name.text):
            is_told = i > 0 and doc[i - 1].lower_ == "the"
            if (
                (is_told or time.ent_type_ == "ORG" == name.ent_type_) and name.pos_ == "PROPN" and name.text.istitle()
            ) and name.lower_ not in words("no_organisations") | other_heads():
                yield (i, i + 2)


def _saints(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "a visit to St Oda's": a school, hospital or church, by its saint alone."""
    for token in doc[:-2]:
        i = token.i
        if token.text.strip(".") in ("St", "Saint") and is_capital(doc[i + 1]) and doc[i + 2].text in ("’s", "'s"):
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


def _campaigns(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Save Our Tarn", "Stop Tarn Quarry", "Hands Off Tarn Wood": a demand that is a name, not a headline's or a sentence's verb."""
    for token in doc[1:]:
        i = token.i
        if token.text not in ("Save", "Stop", "Keep", "Protect", "Hands", "Rescue") or token.is_sent_start:
            continue
        end = i + 1
        while end < len(doc) and (is_capital(doc[end]) or doc[end].lower_ in ("our", "the")):
            end += 1
        if end - i > 2 and doc[end - 1].pos_ == "PROPN" and doc[i + 1].lower_ in ("our", "the", "off"):
            yield (i, end)


def _ministries(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the health ministry", "the state department": the one of its country, in lower case."""
    for token in doc[2:]:
        if token.text not in ("ministry", "department") or doc[token.i - 2].lower_ != "the":
            continue
        field = doc[token.i - 1]
        is_ministry = token.text == "ministry" or (token.text == "department" and field.text in OF_DEPARTMENTS)
        if is_ministry and field.text.islower() and field.pos_ in ("NOUN", "ADJ", "PROPN"):
            yield (token.i - 1, token.i + 1)


def _courts(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Tarnford magistrates’ court", "Tarnford crown court": a court of that place, in lower case."""
    for token in doc[2:]:
        if token.text != "court":
            continue
        i = token.i - 1 - (doc[token.i - 1].text in POSSESSIVE)
        start = i
        while start > 0 and is_capital(doc[start - 1]) and doc[start - 1].pos_ == "PROPN":
            start -= 1
        if doc[i].text in OF_COURTS and start < i:
            yield (start, token.i + 1)
        elif doc[i].text in OF_COURTS and doc[i - 1].ent_type_ in ("GPE", "NORP") and is_capital(doc[i - 1]):
            yield (i - 1, token.i + 1)  # "a Tarnish bankruptcy court"
        elif (
            i == token.i - 1
            and doc[i].ent_type_ == "GPE"
            and doc[i - 1].lower_ in ("a", "an", "the")
            and doc[i].text not in countries()
        ):
            yield (i, token.i + 1)  # "a Tarnford court"


def _hospitals(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "the Hospital Tarno", "the Universidad Tarna", "HMP Tarn Moor": the head stands first."""
    for token in doc:
        if token.text not in HEADS_FIRST:
            continue
        is_free = (
            token.i == 0
            or doc[token.i - 1].lower_ in ("the", "at", "of", "to", "in")
            or token.ent_type_ in ("ORG", "PERSON", "GPE")
            or token.is_upper
        )
        if is_free and not (token.i and is_capital(doc[token.i - 1])):
            end = run_from(doc, token.i)
            if end - token.i > 1 and not any(is_role(t.text) for t in doc[token.i : end]):
                yield (token.i, end)


def _clubs(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "Wexton Town have sacked", "Wexton City fans": a club called by a place and a common word, as its verb or its people show."""
    for token in doc[1:-1]:
        if token.text not in CLUB_ENDINGS or not is_capital(doc[token.i - 1]) or doc[token.i - 1].pos_ != "PROPN":
            continue
        after = doc[token.i + 1]
        is_many = after.text in ("have", "are", "were") and token.dep_ in ("nsubj", "nsubjpass")
        if is_many or after.lower_ in OF_CLUBS:
            yield (token.i - 1, token.i + 1)
