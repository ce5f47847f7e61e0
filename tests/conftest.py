"""What several test files need: builds, made once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import kg
from bench.gold import SETS


@pytest.fixture(scope="session")
def gold_build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The build of a set's texts, by the set's name; made once."""

    @cache
    def build(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name) / "out"
        kg.build(sorted(SETS[name].glob("*.txt")), folder)
        return folder

    return build


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
