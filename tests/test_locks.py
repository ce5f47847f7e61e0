"""The lock files hold what pyproject.toml asks for: every package pinned once, with hashes, the same in both, no address."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
RUN, DEV = "requirements.lock", "requirements-dev.lock"
ENTRY = re.compile(r"^([\w.-]+)==(\S+?)((?: \\\n +--hash=sha256:[0-9a-f]{64})+)\n", re.MULTILINE)


@cache
def locked(name: str) -> dict[str, Version]:
    """Each package's version; fails on anything in the file that is no pinned package with hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = re.sub(r"^(?:#.*)?\n", "", ENTRY.sub("", text), flags=re.MULTILINE)
    assert rest == "", f"{name}: expected only NAME==VERSION with hashes, and no address; run make lock"
    found = [(canonicalize_name(entry[1]), Version(entry[2])) for entry in ENTRY.finditer(text)]
    assert len(found) == len({package for package, _ in found}), f"{name}: a package is pinned twice"
    return dict(found)


@cache
def wanted(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in extras:
        lines += project["project"]["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("name", "extras"), [(RUN, ()), (DEV, ("all", "dev"))])
def test_what_the_project_asks_for_is_pinned_within_its_bounds(name: str, extras: tuple[str, ...]) -> None:
    pins = locked(name)
    asked = wanted(*extras)
    assert len(asked) > 10
    missing = [str(r) for r in asked if (pin := pins.get(canonicalize_name(r.name))) is None or pin not in r.specifier]
    assert missing == [], f"{name} lacks these, or pins them out of bounds; run make lock"


def test_both_files_pin_the_same_versions() -> None:
    run, dev = locked(RUN), locked(DEV)
    assert {name: (version, dev.get(name)) for name, version in run.items() if dev.get(name) != version} == {}


def test_the_scripts_of_the_page_are_locked_in_the_version_that_is_asked_for() -> None:
    """npm ci installs nothing where the two differ."""
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"][""]["devDependencies"] == asked
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in asked} == asked
    assert all(
        "integrity" in package and "resolved" not in package for path, package in lock["packages"].items() if path
    )
