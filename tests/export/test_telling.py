"""Names and words for people: who has a name, and words without half a pair of quotation marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.built import Built
from kg.export._dossier import _aliases, make_dossier
from kg.export._telling import _unquoted
from kg.model import Stance, StanceValue
from kg.resolve import resolve


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a few of the strongest”", "a few of the strongest"),
        ("“the whole of it", "the whole of it"),
        ('the "wasted" pounds', 'the "wasted" pounds'),
        ("“new money”", "“new money”"),
        ("carers’", "carers’"),
        ("to support “a few that", "to support “a few that"),
        ("”", ""),
    ],
)
def test_half_a_pair_of_quotation_marks_is_not_shown(words: str, shown: str) -> None:
    assert _unquoted(words) == shown


def test_money_says_who_has_the_names_that_it_names(hostile: Built) -> None:
    dossier = make_dossier(hostile)
    known = {profile.iri: profile.name for profile in dossier.profiles}
    (money,) = dossier.money
    for named in (money.payers, money.announcers, money.recipients, money.occasions):
        ((name, iri),) = named
        assert known[iri] == name


def test_a_stance_is_told_in_words_that_read_on(hostile: Built) -> None:
    dossier = make_dossier(hostile)
    (line,) = {fact.line for fact in dossier.facts if fact.kind == "stance"}
    assert line.startswith("critical of ")
    mixed = tuple(
        replace(fact, value=StanceValue.MIXED)
        for fact in hostile.landscape.readings[0].facts
        if isinstance(fact, Stance)
    )
    reading = replace(hostile.landscape.readings[0], facts=mixed)
    (told,) = make_dossier(replace(hostile, landscape=resolve([reading]))).facts
    assert told.line.startswith("in two minds about ")


def test_a_common_word_or_a_name_that_only_begins_a_sentence_is_no_other_name() -> None:
    aliases = ("Dunmore", "HILL Trust", "The chair", "The fund", "fund", "the chair", "דוד")
    assert _aliases("the fund", aliases) == ("Dunmore", "HILL Trust", "the chair", "דוד")
