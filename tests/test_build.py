"""A build as a user runs it: the same bytes whatever the order, the process and the hash seed; bad input is named and left out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
REFERENCE = Path(__file__).parent.parent / "output"


def kg(*arguments: str | Path, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def content(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def same(one: dict[str, bytes], other: dict[str, bytes]) -> Sequence[str]:
    """Names of the files that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_the_committed_output_is_what_the_seeds_give(built: Path) -> None:
    assert same(content(built), content(REFERENCE)) == []


def test_files_in_another_order_and_process_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    backwards = sorted(SEEDS.glob("*.txt"), reverse=True)
    backwards.append(SEEDS / "story.toml")
    done = kg("build", *backwards, "-o", tmp_path / "out", "--cache", tmp_path / "cache", hash_seed="2")
    assert done.returncode == 0
    mine, reference = content(tmp_path / "out"), content(built)
    for files in (mine, reference):
        account = json.loads(files["build.json"])
        account["skipped"] = []  # the folder holds a README that the list of files does not
        files["build.json"] = json.dumps(account).encode()
    assert same(mine, reference) == []
    again = kg("build", *backwards, "-o", tmp_path / "again", "--cache", tmp_path / "cache", hash_seed="3")
    assert again.returncode == 0
    assert same(content(tmp_path / "again"), content(tmp_path / "out")) == []


def test_every_promised_file_is_there(built: Path) -> None:
    names = set(content(built))
    promised = {
        *("graph.ttl", "graph.trig", "graph.jsonld", "network.html", "network.gexf", "network.graphml"),
        *("nodes.csv", "edges.csv", "report.html", "build.json"),
    }
    assert promised <= names
    for file in SEEDS.glob("*.txt"):
        assert {f"annotations/{file.stem}.json", f"articles/{file.stem}.txt"} <= names


def test_no_path_of_this_machine_and_no_clock_in_what_is_written(built: Path) -> None:
    for name, data in content(built).items():
        assert str(built.parent).encode() not in data, name
        assert str(SEEDS).encode() not in data, name


def test_the_checks_find_nothing(built: Path) -> None:
    done = kg("check", built)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_changed_text_is_found_out(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    shutil.copytree(built, folder)
    file = next(iter(sorted((folder / "articles").glob("*.txt"))))
    file.write_bytes(file.read_bytes()[50:])
    done = kg("check", folder)
    assert done.returncode == 1
    assert "says “" in done.stdout


def test_one_bad_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    source = tmp_path / "articles"
    source.mkdir()
    shutil.copy(next(iter(sorted(SEEDS.glob("*.txt")))), source / "good.txt")
    (source / "empty.txt").write_bytes(b"")
    (source / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (source / "deutsch.txt").write_text(
        "Der Rat hat am Montag beschlossen, dass die Schule neu gebaut wird. " * 12, encoding="utf-8"
    )
    done = kg("build", source, "-o", tmp_path / "out", "--no-cache")
    assert done.returncode == 1
    for name, reason in (("empty.txt", "empty"), ("binary.txt", "not a text file"), ("deutsch.txt", "English")):
        line = next(line for line in done.stdout.splitlines() if name in line)
        assert reason in line
    assert json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))["counts"]["articles"] == 1


def test_nothing_to_read_is_an_error_and_leaves_the_last_build(tmp_path: Path, built: Path) -> None:
    folder = tmp_path / "out"
    shutil.copytree(built, folder)
    before = content(folder)
    (tmp_path / "empty").mkdir()
    for source in (tmp_path / "empty", tmp_path / "missing"):
        done = kg("build", source, "-o", folder)
        assert done.returncode == 2
        assert str(source) in done.stderr
    assert content(folder) == before


@pytest.mark.parametrize("command", [[], ["build"], ["evaluate"], ["why"], ["check"], ["query"]])
def test_every_command_answers_help_without_the_heavy_libraries(command: list[str]) -> None:
    code = f"""
import sys
from kg.cli import main
try:
    main({[*command, "--help"]!r})
except SystemExit:
    pass
print("spacy" in sys.modules or "rdflib" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("False")
    assert "usage: kg" in done.stdout


def test_why_tells_the_words(built: Path) -> None:
    annotation = json.loads(next(iter(sorted((built / "annotations").glob("*.json")))).read_text(encoding="utf-8"))
    position = next(p for p in annotation["positions"] if p["organisation"])
    person = next(p for p in annotation["people"] if p["id"] == position["person"])
    done = kg("why", person["name"], "-d", built)
    assert done.returncode == 0
    assert " ".join(position["evidence"].split()) in done.stdout


def test_why_of_nobody_helps(built: Path) -> None:
    done = kg("why", "Nobody Known", "-d", built)
    assert done.returncode == 2
    assert "nothing of the name" in done.stderr


@pytest.mark.parametrize("output", ["table", "csv", "json"])
def test_a_question_in_sparql(built: Path, output: str) -> None:
    done = kg("query", "SELECT (COUNT(?p) AS ?people) WHERE { ?p a schema:Person }", "-d", built, "--format", output)
    assert done.returncode == 0
    assert "people" in done.stdout


def test_bad_sparql_is_a_clear_error(built: Path) -> None:
    done = kg("query", "SELECT WHERE nonsense {", "-d", built)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "SPARQL" in done.stderr
