"""`kg why`: by name, alias, slug and IRI, for people, organisations and money; each fact with its sentence and its article."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import QueryError
from kg.query import why

POOL = """Harrow pool to reopen after £5m promise

12 March 2024

Harrow Council will spend £5m on the repair of Ferry Road swimming pool, its leader Anna Bell announced on Tuesday.

“We will open the pool in May,” said Ms Bell. “It took too long.”
"""
TRUST = """Trust chief leaves

3 April 2024

Peter Bell, chief executive of the Harrow Leisure Trust, is to leave in May, the trust said on Monday.

Norwick Council will spend £5m on new buses, its leader Joan Hill announced.

He has worked there for twelve years, and the staff will miss him very much indeed.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    for name, text in (("pool", POOL), ("trust", TRUST)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    kg.build([folder / "pool.txt", folder / "trust.txt"], folder / "out")
    return folder / "out"


@pytest.mark.parametrize(
    "name", ["Anna Bell", "anna bell", "Ms Bell", "anna-bell", "https://kg.example/person/anna-bell"]
)
def test_a_person_by_any_name(built: Path, name: str) -> None:
    told = why(built, name)
    assert "Anna Bell: leader, Harrow Council, current" in told
    assert (
        "> Harrow Council will spend £5m on the repair of Ferry Road swimming pool, its leader Anna Bell announced on Tuesday."
        in told
    )
    assert "Harrow pool to reopen after £5m promise, 2024-03-12, pool" in told
    assert "said: We will open the pool in May," in told


def test_an_organisation(built: Path) -> None:
    told = why(built, "the Harrow Leisure Trust")
    assert "Peter Bell: chief executive, Harrow Leisure Trust, current" in told


def test_money_and_two_of_one_name(built: Path) -> None:
    told = why(built, "£5m")
    assert told.startswith("'£5m' names 2:\n  £5m  https://kg.example/funding/")
    assert "paid by Harrow Council" in told


def test_nobody_known_is_told_who_is_near(built: Path) -> None:
    with pytest.raises(QueryError, match=r"nothing of the name 'Ana Bell'.* Did you mean: Anna Bell"):
        why(built, "Ana Bell")
    with pytest.raises(QueryError, match="nothing of the name"):
        why(built, "https://kg.example/person/nobody")


def test_without_the_saved_text_the_words_alone_are_told(built: Path) -> None:
    for file in (built / "articles").glob("pool.txt"):
        file.unlink()
    told = why(built, "Anna Bell")
    assert "> " in told
    assert "its leader Anna Bell" in told
