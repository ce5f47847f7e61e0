"""The wheel holds all that the installed program needs, and works away from the repository.

`make installed` does the same in an empty environment with the locked versions, which takes longer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("stakeholder_kg-*.whl"))


def test_the_wheel_holds_the_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, pattern in (
        ("kg/lexicon", "*.txt"),
        ("kg/query/saved", "*.rq"),
        ("kg/export", "**/*.*"),
        ("kg/graph", "*.py"),
    ):
        wanted = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).glob(pattern) if "__pycache__" not in p.parts}
        assert wanted
        assert wanted <= names
    assert {f"kg/_ontology/{name}.ttl" for name in ("kg", "schemes", "shapes")} <= names
    assert "kg/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kg", "stakeholder_kg"}


def test_the_installed_program_builds_elsewhere(wheel: Path, tmp_path: Path) -> None:
    site, away = tmp_path / "site", tmp_path / "away"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    (away / "articles").mkdir(parents=True)
    shutil.copy(min((ROOT / "seeds").glob("*.txt")), away / "articles")
    environment = os.environ | {"PYTHONPATH": str(site)}
    for arguments in (["build", "articles", "-o", "graph"], ["check", "graph"], ["query", "heads", "-d", "graph"]):
        command = [sys.executable, "-m", "kg", *arguments]
        done = subprocess.run(command, cwd=away, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    where = [sys.executable, "-c", "import kg; print(kg.__file__)"]
    assert (
        str(site) in subprocess.run(where, cwd=away, env=environment, capture_output=True, text=True, check=True).stdout
    )
