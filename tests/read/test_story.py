"""story.toml: what is told of it, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import StoryStep
from kg.read.sources import find_inputs
from kg.read.story import STORY, read_stories


def told(tmp_path: Path, text: str) -> tuple[list[StoryStep], list[str]]:
    (tmp_path / STORY).write_text(text, encoding="utf-8")
    steps, wrong = read_stories([str(tmp_path)])
    return steps, [item.why for item in wrong]


def test_a_step_holds_words_focus_and_filter(tmp_path: Path) -> None:
    steps, wrong = told(
        tmp_path,
        '[[step]]\ntitle = "One"\ntext = "Words."\nfocus = "Moira Standing"\nview = "ledger"\n'
        'filter = { kinds = ["person"], from = "2020-03", belief = 0.8, around = 2 }\n'
        '[[step]]\ntitle = "Two"\ntext = "More."\nfocus = ["Moira Standing", "Wrexley Trust"]\n',
    )
    assert not wrong
    assert steps[0] == StoryStep("One", "Words.", ("Moira Standing",), "ledger", ("person",), (), "2020-03", "", 2, 0.8)
    assert steps[1].focus == ("Moira Standing", "Wrexley Trust")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title = ", "expected TOML"),
        ("", "no steps"),
        ('[[step]]\ntitle = "One"\n', "step 1: text: expected words"),
        ('[[step]]\ntitle = "One"\ntext = "a"\nfocus = 3\n', "focus: expected a name"),
        ('[[step]]\ntitle = "One"\ntext = "a"\nfilter = { from = "March" }\n', "from: expected a date"),
        ('[[step]]\ntitle = "One"\ntext = "a"\nfilter = { kind = ["x"] }\n', "kind: not known; expected one of kinds"),
        ('[[step]]\ntitle = "One"\ntext = "a"\nfilter = { around = 7 }\n', "around: expected 0, 1 or 2"),
        ("step = 3\n", "no steps"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, why: str) -> None:
    steps, wrong = told(tmp_path, text)
    assert not steps
    assert len(wrong) == 1
    assert wrong[0].startswith(STORY)
    assert why in wrong[0]


def test_a_wrong_step_leaves_the_others(tmp_path: Path) -> None:
    steps, wrong = told(tmp_path, '[[step]]\ntitle = "One"\n[[step]]\ntitle = "Two"\ntext = "b"\n')
    assert [step.title for step in steps] == ["Two"]
    assert len(wrong) == 1


def test_it_is_no_article(tmp_path: Path) -> None:
    (tmp_path / STORY).write_text("", encoding="utf-8")
    (tmp_path / "one.txt").write_text("Words.", encoding="utf-8")
    inputs, left_out = find_inputs([str(tmp_path)])
    assert [item.path for item in inputs] == ["one.txt"]
    assert left_out == []
    assert find_inputs([str(tmp_path / STORY), str(tmp_path / "one.txt")]) == (inputs, [])


def test_without_a_file_there_is_no_story(tmp_path: Path) -> None:
    assert read_stories([str(tmp_path), "-", str(tmp_path / "none.txt")]) == ([], [])
