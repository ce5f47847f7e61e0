"""What several test files need: builds, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build
from kg.settings import Settings

TESTS = Path(__file__).parent


@pytest.fixture(scope="session")
def devset_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the 32 hard passages of tests/gold/devset."""
    folder = tmp_path_factory.mktemp("devset") / "out"
    passages = sorted(str(file) for file in (TESTS / "gold" / "devset").glob("*.txt"))
    build(passages, folder, Settings(), lambda what, done, of: None)
    return folder
