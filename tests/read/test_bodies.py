"""Of the gold's pages, at most a fiftieth of the furniture is kept and of the bodies lost."""

from __future__ import annotations

import pytest

from bench.bodies import share

MOST = 0.02


@pytest.mark.parametrize("name", ["seeds", "devset"])
def test_little_of_a_body_is_lost_and_little_furniture_kept(name: str) -> None:
    found = share(name)
    assert found.body > 10_000
    assert found.furniture > 2_000
    assert found.lost_share <= MOST
    assert found.kept_share <= MOST
