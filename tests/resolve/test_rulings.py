"""What a person decides about who is who goes before every rule, and what is wrong with it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Ruling, Verdict
from kg.pipeline import Outcome, build
from kg.query.ask import ask
from kg.query.why import why
from kg.read.rulings import RULINGS, read_rulings
from kg.read.sources import find_inputs

NORTH = """Council backs the bridge

Peter Marsh, chief executive of the Harrow Trust, said on Monday that the bridge would open in May. Mr Marsh thanked the council, which
had voted for the plan last week after a long debate about the cost of the work and the noise that it would make for people nearby.
"""
SOUTH = """Surgeon wins prize

Peter Marsh, a surgeon at the Tarn Hospital, won the prize for his work on knees. Mr Marsh said that he would spend the money on books,
and that the hospital had been kind to him in all the years since he had come to the town as a young doctor with two small children.
"""
EAST = """Bridge to open late

The bridge will open in June, P. J. Marsh of the Harrow Trust said on Friday. Mr Marsh blamed the rain, and said that the work would be
finished as soon as the river had gone down, which it had not done for three weeks in a row, to the surprise of all who live on its banks.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("north.txt", NORTH), ("south.txt", SOUTH), ("east.txt", EAST)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def people(outcome: Outcome) -> list[tuple[str, int]]:
    """Name and number of documents of each person called Marsh."""
    return sorted(
        (e.name, len({key.split(":")[0] for key in e.chains}))
        for e in outcome.landscape.entities
        if e.kind == "person" and "Marsh" in e.name
    )


def ruled(articles: Path, text: str) -> Outcome:
    (articles / RULINGS).write_text(text, encoding="utf-8")
    return build([articles], articles.parent / "graph")


def test_what_the_rules_join_is_parted(articles: Path) -> None:
    assert people(build([articles], articles.parent / "graph")) == [("P. J. Marsh", 1), ("Peter Marsh", 2)]
    outcome = ruled(
        articles,
        '[[judgement]]\nverdict = "different"\nnames = ["Peter Marsh", "Peter Marsh"]\narticles = ["north.txt", "south.txt"]\n'
        'why = "One runs a trust, the other operates on knees."\nby = "A. Reader"\n',
    )
    assert people(outcome) == [("P. J. Marsh", 1), ("Peter Marsh", 1), ("Peter Marsh", 1)]
    assert not outcome.failed
    by_hand = [j for j in outcome.landscape.judgements if j.by == "person: A. Reader"]
    assert [(j.verdict, j.why) for j in by_hand] == [
        (Verdict.DIFFERENT, "One runs a trust, the other operates on knees.")
    ]
    assert [j.verdict for j in outcome.landscape.judgements if "different" in j.why] == [Verdict.UNSURE]


def test_what_the_rules_leave_apart_is_joined(articles: Path) -> None:
    text = """
[[judgement]]
verdict = "different"
names = ["Peter Marsh", "Peter Marsh"]
articles = ["north.txt", "south.txt"]
why = "Two."
[[judgement]]
verdict = "same"
names = ["peter marsh", "P. J. Marsh"]
articles = ["north.txt", "east.txt"]
why = "One trust."
"""
    assert people(ruled(articles, text)) == [("P. J. Marsh", 2), ("Peter Marsh", 1)]
    (articles / RULINGS).unlink()
    assert people(build([articles], articles.parent / "graph")) == [("P. J. Marsh", 1), ("Peter Marsh", 2)]


def test_one_that_contradicts_or_names_nobody_is_told_and_the_others_stand(articles: Path) -> None:
    pair = 'names = ["Peter Marsh", "P. J. Marsh"]\nwhy = "So it is."\n'
    outcome = ruled(
        articles,
        f'[[judgement]]\nverdict = "same"\n{pair}[[judgement]]\nverdict = "different"\n{pair}'
        '[[judgement]]\nverdict = "same"\nnames = ["Peter Marsh", "Nobody Atall"]\nwhy = "So it is."\n'
        '[[judgement]]\nverdict = "same"\nnames = ["Peter Marsh", "Harrow Trust"]\nwhy = "So it is."\n',
    )
    assert people(outcome) == [("P. J. Marsh", 3)]
    assert [item.why.split(": ", 1)[1] for item in outcome.failed] == [
        "judgement 2: it contradicts a judgement before it",
        "judgement 3: nobody and nothing is called 'Nobody Atall'",
        "judgement 4: the two names are of one and the same, or of two kinds",
    ]


def test_the_file_is_no_article(articles: Path) -> None:
    (articles / RULINGS).write_text("", encoding="utf-8")
    inputs, left_out = find_inputs([str(articles)])
    assert sorted(item.path for item in inputs) == ["east.txt", "north.txt", "south.txt"]
    assert left_out == []


def test_a_judgement_is_read(tmp_path: Path) -> None:
    (tmp_path / RULINGS).write_text(
        '[[judgement]]\nverdict = "same"\nnames = ["A", "B"]\nwhy = "Seen\\n so."\n', encoding="utf-8"
    )
    assert read_rulings([str(tmp_path)]) == ([Ruling(1, Verdict.SAME, ("A", "B"), (), "by hand", "Seen so.")], [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("verdict =", "expected TOML"),
        ("", "no judgements"),
        ('[[judgement]]\nverdict = "maybe"\nnames = ["A", "B"]\nwhy = "x"\n', 'expected "same" or "different"'),
        ('[[judgement]]\nverdict = "same"\nnames = ["A"]\nwhy = "x"\n', "names: expected a list of two"),
        ('[[judgement]]\nverdict = "same"\nnames = ["A", "B"]\n', "why: expected a sentence"),
        ('[[judgement]]\nverdict = "same"\nnames = ["A", "a"]\nwhy = "x"\n', "one name twice"),
        (
            '[[judgement]]\nverdict = "same"\nnames = ["A", "B"]\narticles = ["a.txt"]\nwhy = "x"\n',
            "articles: expected",
        ),
        ('[[judgement]]\nverdict = "same"\nnames = ["A", "B"]\nwhy = "x"\nwho = "y"\n', "who: not known"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / RULINGS).write_text(text, encoding="utf-8")
    rulings, wrong = read_rulings([str(tmp_path)])
    assert not rulings
    assert len(wrong) == 1
    assert why in wrong[0].why


def test_who_decided_is_told_by_why_and_by_the_question(articles: Path) -> None:
    names = 'names = ["Peter Marsh", "Peter Marsh"]\narticles = ["north.txt", "south.txt"]\n'
    ruled(articles, f'[[judgement]]\nverdict = "different"\nwhy = "Two."\n{names}')
    graph = articles.parent / "graph"
    assert "different from Peter Marsh: Two. [person: by hand]" in why(graph, "Peter Marsh")
    assert "different,Peter Marsh,Peter Marsh,Two.,person: by hand" in ask(graph, "joined", output="csv")
