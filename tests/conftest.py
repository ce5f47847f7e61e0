"""What several test files need: builds, made once."""

from __future__ import annotations

import os
import subprocess
import sys
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the seeds as a user makes it: by the command, in a process with a hash seed of its own."""
    folder = tmp_path_factory.mktemp("build") / "out"
    command = [sys.executable, "-m", "kg", "build", str(SETS["seeds"]), "-o", str(folder), "--no-cache"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONHASHSEED": "1"}, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder
