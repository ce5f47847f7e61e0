"""The public names, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg

HEAVY = ("spacy", "rdflib", "networkx", "pyvis", "pyshacl", "numpy", "tqdm")


def test_the_public_names_are_these() -> None:
    assert kg.__all__ == ["KgError", "Outcome", "Settings", "ask", "build", "check", "why"]
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense


@pytest.mark.parametrize(
    "code", ["import kg", "import kg.cli; kg.cli.make_parser()", "import kg; kg.Settings(); kg.KgError"]
)
def test_importing_is_cheap(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint([m for m in {HEAVY!r} if m in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
