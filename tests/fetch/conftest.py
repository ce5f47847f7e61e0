"""Fixtures of the tests that fetch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found
