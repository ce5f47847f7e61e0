"""Names and words for people: who has a name, and words without half a pair of quotation marks."""

from __future__ import annotations

import pytest

from kg.built import Built
from kg.export._dossier import make_dossier
from kg.export._telling import _unquoted


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
