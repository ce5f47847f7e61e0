"""Which funding statements speak of the same money. All names are invented."""

from __future__ import annotations

from kg.extract import extract_all
from kg.model import Judgement, Reading, Verdict
from kg.resolve.money import join_money
from tests.reading import parse_text


def judged(*texts: str) -> tuple[Judgement, ...]:
    """The judgements about the money of these texts."""
    readings = []
    for text in texts:
        article = parse_text(text)
        readings.append(Reading(article.document, article.chains, tuple(extract_all(article))))
    return join_money(readings, {})[1]


def test_the_same_sum_for_the_same_purpose_is_the_same_money() -> None:
    found = judged(
        "The government announced an extra £25m for rural libraries.",
        "Ministers will spend £25m on rural libraries.",
    )
    assert [judgement.by for judgement in found] == ["rule: same sum and purpose"]
    assert found[0].verdict in (Verdict.SAME, Verdict.UNSURE)


def test_the_same_sum_for_another_purpose_is_not_compared_as_the_same() -> None:
    assert not judged(
        "The government announced an extra £25m for rural libraries.",
        "The government announced an extra £25m for tidal power.",
    )
    assert not judged(
        "The government announced an extra £25m for rural libraries.",
        "The government announced an extra £26m for rural libraries.",
    )
