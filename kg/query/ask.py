"""SPARQL over a built graph: in quotes, from a file, or a saved question by name."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rdflib import Graph, Literal
from rdflib.query import Result

from kg import ontology as o
from kg.errors import QueryError

SAVED = files("kg.query").joinpath("saved")
WIDEST = 60  # characters of a cell in a table


def saved_questions() -> dict[str, str]:
    """Name and title of every saved question, in alphabetical order."""
    found = sorted((item for item in SAVED.iterdir() if item.name.endswith(".rq")), key=lambda item: item.name)
    return {
        item.name.removesuffix(".rq"): item.read_text(encoding="utf-8").splitlines()[0].lstrip("# ") for item in found
    }


@lru_cache(maxsize=2)
def load(directory: Path) -> Graph:
    """The graph of a build.

    Raises:
        QueryError: the folder holds none.
    """
    file = directory / "graph.ttl"
    if not file.is_file():
        raise QueryError(
            f"{directory}: holds no graph.ttl; expected the folder of a build. Make one with: kg build ARTICLES -o {directory}"
        )
    graph = Graph()
    graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


def ask(
    directory: str | Path, question: str, *, output: str = "table", parameters: Mapping[str, str] | None = None
) -> str:
    """The answer as a table, as CSV or as JSON (W3C SPARQL results).

    Args:
        question: the name of a saved question, a path to a .rq file, or SPARQL.
        parameters: values of variables, bound before the question is asked.

    Raises:
        QueryError: no such question, or it is no SPARQL 1.1.
    """
    result = run(load(Path(directory)), question, parameters or {})
    if result.type == "ASK":
        return (
            json.dumps({"boolean": bool(result.askAnswer)}) if output == "json" else str(bool(result.askAnswer)).lower()
        )
    if result.type in ("CONSTRUCT", "DESCRIBE"):
        return str(result.graph.serialize(format="turtle")) if result.graph is not None else ""
    if output == "json":
        return (result.serialize(format="json") or b"").decode("utf-8")
    heads = [str(variable) for variable in result.vars or []]
    rows = [[_plain(cell) for cell in row] for row in result if not isinstance(row, bool)]
    return _csv(heads, rows) if output == "csv" else _table(heads, rows)


def run(graph: Graph, question: str, parameters: Mapping[str, str]) -> Result:
    """The result of a question over a graph.

    Raises:
        QueryError: as `ask`.
    """
    text = _text_of(question)
    missing = [name for name in parameters_of(text) if name not in parameters]
    if missing:
        needed = " ".join(f'-p {name}="…"' for name in missing)
        raise QueryError(f"{text.splitlines()[0].lstrip('# ')}: the question needs {needed}")
    try:
        return graph.query(
            text, initNs=o.PREFIXES, initBindings={name: Literal(value) for name, value in parameters.items()}
        )
    except Exception as error:  # pyparsing and rdflib raise many kinds for bad SPARQL
        raise QueryError(
            f"the question cannot be asked: {str(error).splitlines()[0]}. Expected SPARQL 1.1; prefixes such as k: and schema: are known"
        ) from error


def parameters_of(text: str) -> list[str]:
    """The parameters that the first comment of a question names: `# … Parameter: place ("Harrow East")`."""
    named = re.search(r"^#.*\bParameters?: (.*)", text)
    return re.findall(r"(\w+) \(", named[1]) if named else []


def _text_of(question: str) -> str:
    saved = SAVED.joinpath(f"{question}.rq")
    if "\n" not in question and len(question) < 200:
        if saved.is_file():
            return saved.read_text(encoding="utf-8")
        file = Path(question)
        if file.suffix == ".rq":
            if not file.is_file():
                raise QueryError(
                    f"{question}: no such file, and no saved question of that name; `kg query` lists the saved ones"
                )
            return file.read_text(encoding="utf-8")
        if " " not in question:
            raise QueryError(f"{question}: no saved question of that name; `kg query` lists them")
    return question


def _plain(cell: object) -> str:
    return "" if cell is None else str(cell)


def _csv(heads: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


def _table(heads: list[str], rows: list[list[str]]) -> str:
    cells = [[_short(cell) for cell in row] for row in rows]
    widths = [max([len(head), *(len(row[n]) for row in cells)]) for n, head in enumerate(heads)]
    lines = [
        "  ".join(head.ljust(width) for head, width in zip(heads, widths, strict=True)).rstrip(),
        "  ".join("─" * width for width in widths),
    ]
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([*lines, f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})"])


def _short(cell: str) -> str:
    return cell if len(cell) <= WIDEST else cell[: WIDEST - 1] + "…"
