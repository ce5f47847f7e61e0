"""People by name: what the model sees, cleaned; names after an honorific, with a usual first name, beside a role or an age."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._lists import (
    body_words,
    heads,
    institutions,
    is_first_name,
    is_head,
    is_honorific,
    is_role,
    other_heads,
)
from kg.mention._nicknames import nicknamed
from kg.mention._no_people import OF_PARTIES, can_be_person, is_quoted_title, is_role_word
from kg.mention._officers import officers
from kg.mention._people_beside import DEMONYMS, people_beside
from kg.mention._things import is_example_of_things
from kg.mention._titled_people import (
    LONGEST,
    is_hyphen,
    is_name_token,
    of_a_place,
    with_honorific,
    with_postnominals,
)
from kg.mention.spans import OPENERS, POSSESSIVE, Found, is_capital, is_particle, run_from
from kg.tokens import Doc

HEADLINE_WORDS = frozenset("On In At For To From With After Over As Is Of And Says The By Who Not But".split())
RICH = frozenset(["Billionaire", "Millionaire", "Multimillionaire"])  # before a name that opens the sentence
SEATS = frozenset("MP MSP MS AM TD MEP MLA MLAs".split())  # stand after a member's name, or after the place before it
SURE = 3
BREAKS = frozenset(["\n", "|", ",", "/", ":", ";", "–", "-"])


def person_spans(doc: Doc) -> list[Found]:
    """Token spans that name people, honorific and post-nominals included; sorted, never overlapping."""
    ruled = [
        *(Found(start, end, SURE) for start, end in (*with_honorific(doc), *of_a_place(doc), *nicknamed(doc))),
        *(Found(start, with_postnominals(doc, end), 2) for start, end in people_beside(doc)),
        *(Found(start, end, 2) for start, end in officers(doc)),
        *(Found(start, end, 1) for start, end in _by_first_name(doc)),
    ]
    found: list[Found] = []
    every = [*ruled, *(Found(start, end, 0) for start, end in _by_model(doc))]
    for span in sorted(every, key=lambda f: (f.start, -f.end, -f.sureness)):
        if _is_seat(doc, span) or is_quoted_title(doc, span.start, span.end) or is_example_of_things(doc, span.start):
            continue
        if not found or span.start >= found[-1].end:
            found.append(span)
        elif span.sureness > found[-1].sureness:
            start = span.start if _is_prefix(doc, found[-1].start, span.start) else found[-1].start
            found[-1] = Found(start, max(found[-1].end, span.end), span.sureness)
    return found


def _is_prefix(doc: Doc, start: int, end: int) -> bool:
    """Whether the words only say what the person named after them is: "[Leader] Baroness Bell"."""
    return all(
        is_role_word(t.text) or is_honorific(t.text) or t.text in OF_PARTIES | DEMONYMS or t.ent_type_ == "GPE"
        for t in doc[start:end]
    )


def _is_seat(doc: Doc, found: Found) -> bool:
    """Whether the words name whom somebody sits for, not a person: "[Tarn West] MP Ilva Bell"."""
    last = found.end - 1
    if found.sureness < SURE and found.end < len(doc) and doc[found.end].lower_ == "and":
        rest = range(found.end + 2, run_from(doc, found.end + 1))
        seat = next((k for k in rest if doc[k].text in SEATS), 0)
        if seat and _is_seat(doc, Found(found.end + 1, seat, 0)):
            return not is_first_name(doc[found.start].text)  # "[Tarn] and Wold MP Ilva Bell"
    seat = last if doc[last].text in SEATS else found.end
    return (
        found.sureness < SURE
        and seat + 1 < len(doc)
        and doc[seat].text in SEATS
        and bool(doc[seat].whitespace_)
        and is_capital(doc[seat + 1])
        and (
            doc[seat + 1].ent_type_ == "PERSON" or is_first_name(doc[seat + 1].text) or is_honorific(doc[seat + 1].text)
        )
        and not is_first_name(doc[found.start].text)
    )


def _by_model(doc: Doc) -> Iterator[tuple[int, int]]:
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        if start >= end:
            continue
        start, end = _widened(doc, start, end)
        is_opener = end - start == 1 and doc[start].lower_ in OPENERS  # “The, which the model takes for somebody
        if is_opener or not can_be_person(doc, start, end):
            continue
        while start > 0 and is_honorific(doc[start - 1].text) and is_capital(doc[start - 1]):
            start -= 1
        yield (start, with_postnominals(doc, end))


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The model's span up to a break, without role words before it and without a possessive after it."""
    for cut in range(start, end):
        if cut > start and doc[cut].text[0].isupper() and doc[cut].text.title() in HEADLINE_WORDS:
            end = cut
            break
        if doc[cut].text in BREAKS and doc[cut].whitespace_ + (doc[cut - 1].whitespace_ if cut else " "):
            end = cut
            break
    while start < end and (not is_capital(doc[start]) or is_role_word(doc[start].text) or _is_demonym(doc, start, end)):
        start += 1
    while end > start and (doc[end - 1].text in POSSESSIVE or not is_capital(doc[end - 1])):
        end -= 1
    named = next((k for k in range(start + 1, end - 1) if is_first_name(doc[k].text)), None)
    if named is not None and not is_first_name(doc[start].text) and "." not in doc[start].text:
        follows_name = start > 0 and is_capital(doc[start - 1]) and not doc[start - 1].is_sent_start
        follows_name = follows_name and not (is_role(doc[start - 1].text) or is_honorific(doc[start - 1].text))
        if is_role_word(doc[named - 1].text) or is_honorific(doc[named - 1].text):
            start = named  # "Tarnford Mayor Ilva Bell"
        elif doc[start].pos_ != "PROPN" or (follows_name and doc[start - 1].text not in POSSESSIVE):
            start = named  # "for Older [People Ilva Tarn]"
    return start, end


def _is_demonym(doc: Doc, start: int, end: int) -> bool:
    """Whether a word for somebody's origin or party stands before the name: "Welshman Tam Bell", "Lib Dem Ilva Tarn"."""
    text = doc[start].text
    return end - start > 1 and (
        text in DEMONYMS
        or (text in institutions() and is_first_name(doc[start + 1].text))
        or (text.lower() in OPENERS and doc[start].is_sent_start and doc[start].pos_ != "PROPN")
        or text in OF_PARTIES
        or (text.lower() in words("bystanders") and doc[start].is_sent_start)
        or (text.endswith(("man", "woman")) and doc[start].ent_type_ == "NORP")
        or (text in RICH and end - start > 2)
    )


def _widened(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span with what the model cut off: a first name before it, a particle and surname, a hyphened rest after it."""
    if (
        start
        and is_first_name(doc[start - 1].text)
        and doc[start - 1].ent_type_ in ("", "PERSON", "ORG")
        and end - start < 3
    ):
        start -= 1
    while end < len(doc) and end - start < LONGEST:
        last = doc[end - 1]
        if is_particle(last) and is_capital(doc[end]):
            end += 1
        elif (
            is_particle(doc[end])
            and last.whitespace_
            and end + 1 < len(doc)
            and doc[end].text not in ("al", "el", "la", "le")
        ):
            step = 2 if is_capital(doc[end + 1]) else 3
            if (
                end + step > len(doc)
                or not is_capital(doc[end + step - 1])
                or (step == 3 and not is_particle(doc[end + 1]))
            ):
                break
            end += step
        elif doc[end].text == "-" and not last.whitespace_ and not doc[end].whitespace_ and end + 1 < len(doc):
            rest = doc[end + 1].text
            if end - start < 2 or not rest.isalpha() or len(rest) > 6 or doc[end + 1].ent_type_ not in ("PERSON", ""):
                break
            if rest.islower() and (
                rest in ("led", "based", "like", "style", "era", "run", "owned") or doc[end + 1].pos_ in ("VERB", "ADJ")
            ):
                break
            end += 2
        elif doc[end].text == "May" and is_first_name(last.text) and not doc[end : end + 2].text[-1].isdigit():
            end += 1  # also a month, and a verb
        elif end - start < 3 and last.whitespace_ and doc[end].ent_type_ in ("", "DATE") and _is_surname(doc, end):
            end += 1
        else:
            break
    return start, end


def _is_surname(doc: Doc, i: int) -> bool:
    """Whether an unlabelled word after a name goes on with it."""
    token = doc[i]
    return (
        token.pos_ == "PROPN"
        and (
            token.dep_ in ("nsubj", "pobj", "dobj", "appos", "conj", "nsubjpass", "poss")
            or is_first_name(doc[i - 1].text)
        )
        and token.text.istitle()
        and not any(
            token.lower_ in known for known in (words("postnominals"), words("no_organisations"), other_heads())
        )
        and not (is_head(token.text) or token.lower_ in heads() or token.lower_ in body_words() or is_role(token.text))
        and doc[i - 1].head.i == i
        and not (i + 1 < len(doc) and is_capital(doc[i + 1]) and bool(token.whitespace_))
    )


def _by_first_name(doc: Doc) -> Iterator[tuple[int, int]]:
    """A usual first name and a capitalised word that begins no other name: "Anna Bell" where the model missed her."""
    for token in doc[:-1]:
        i = token.i
        if not is_first_name(token.text) or token.ent_type_ == "PERSON" or doc[i + 1].ent_type_ == "PERSON":
            continue
        end = i + 1
        while (
            end < len(doc)
            and end - i < 5
            and (is_name_token(doc, end) or is_hyphen(doc, end))
            and doc[end - 1].text not in POSSESSIVE
        ):
            end += 1
        follows_name = i > 0 and is_capital(doc[i - 1]) and not is_role_word(doc[i - 1].text)
        follows_name = follows_name and doc[i - 1].text not in DEMONYMS  # "Briton Tam Bell"
        if end - i > 1 and not follows_name and can_be_person(doc, i, end) and doc[end - 1].pos_ == "PROPN":
            yield (i, end)
