"""Beliefs corrected by what proved right: order is kept, certainty is never claimed, and a fit finds the scale that made the data."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.calibration import expected_calibration_error, fit
from kg.extract._calibration import LEAST, MOST, scale

probability = st.floats(0, 1)


def test_the_unit_scale_changes_nothing() -> None:
    assert scale(0.73, 1, 0) == pytest.approx(0.73)


@given(probability, probability, st.floats(0.05, 3), st.floats(-3, 3))
def test_the_order_is_kept_and_nothing_is_certain(one: float, other: float, slope: float, intercept: float) -> None:
    low, high = sorted((one, other))
    assert LEAST <= scale(low, slope, intercept) <= scale(high, slope, intercept) <= MOST


def test_a_fit_corrects_beliefs_that_promise_too_much() -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed sample
    pairs = [(belief, chance.random() < belief - 0.25) for belief in (0.6, 0.75, 0.9) for _ in range(200)]
    slope, intercept = fit(pairs)
    corrected = [(scale(belief, slope, intercept), right) for belief, right in pairs]
    assert expected_calibration_error(pairs) > 0.2
    assert expected_calibration_error(corrected) < 0.06


def test_few_facts_move_little() -> None:
    slope, intercept = fit([(0.8, False)])
    assert 0.6 < scale(0.8, slope, intercept) < 0.8
