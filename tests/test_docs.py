"""What the docs say is true: links lead somewhere, examples run, every command and extension point is described."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.generate import pages
from kg.cli import make_parser
from kg.query import saved_questions
from tests.query.test_competency import QUESTIONS, RIGHT

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
TUTORIAL = ROOT / "docs" / "tutorial" / "first-graph.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if not link.startswith(("http", "#", "mailto:")):
            assert (page.parent / link.split("#")[0]).exists(), f"{page.name} links to {link}"


def test_every_page_is_reached_from_the_list() -> None:
    linked = {
        (ROOT / "docs" / link).resolve()
        for link in LINK.findall((ROOT / "docs" / "README.md").read_text(encoding="utf-8"))
    }
    assert {page for page in (ROOT / "docs").rglob("*.md") if page.name != "README.md"} <= linked


@pytest.mark.parametrize("page", list(pages()), ids=lambda p: p.name)
def test_generated_pages_are_up_to_date(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == pages()[page], "run: make docs"


def test_every_command_and_option_has_its_help() -> None:
    parser = make_parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    assert set(commands.choices) == {"build", "read", "fetch", "evaluate", "why", "check", "query"}
    for name, command in commands.choices.items():
        assert command.description, name
        for action in command._actions:
            assert action.help, f"kg {name}: {action.dest}"


def test_the_questions_page_lists_every_question_and_what_is_right() -> None:
    text = (ROOT / "docs" / "reference" / "questions.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| .*?\| `([\w-]+)` \|", text, re.MULTILINE)) == set(saved_questions())
    said = dict(re.findall(r"^\| (CQ\d+) .*\| (right|differs) \|$", text, re.MULTILINE))
    assert {q for q, state in said.items() if state == "right"} == set(RIGHT), "docs/reference/questions.md"
    assert set(said) == set(QUESTIONS)


def console(page: Path) -> list[str]:
    """The commands of the page's console blocks, each with the lines that it reads from the block."""
    commands: list[str] = []
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append(line[2:])
            elif commands:
                commands[-1] += f"\n{line}"
    return commands


@pytest.mark.skipif(shutil.which("bash") is None, reason="the tutorial is written for a POSIX shell")
def test_the_tutorial_runs_as_written(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    kg = tmp_path / "bin" / "kg"
    kg.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    kg.chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    said = []
    for command in console(TUTORIAL):
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        said.append(done.stdout)
    whole = "\n".join(said)
    for promised in ("Anna Bell", "leader", "Harrow Council", "£5m", "Peter Marsh", "network.html"):
        assert promised in whole, promised


def test_the_readme_s_python_runs(tmp_path: Path) -> None:
    blocks = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for block in blocks:
        done = subprocess.run(
            [sys.executable, "-c", block],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
