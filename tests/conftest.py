"""What several test files need: builds, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from bench.gold import SETS


@pytest.fixture(scope="session")
def devset_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the 32 hard passages of tests/gold/devset."""
    folder = tmp_path_factory.mktemp("devset") / "out"
    kg.build(sorted(SETS["devset"].glob("*.txt")), folder)
    return folder
