"""The house stands: steps know the nouns and themselves, and a foreign library lives in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
STEPS = ("fetch", "read", "mention", "extract", "resolve", "graph", "export", "query", "evaluate")
JOINERS = {"pipeline.py", "readings.py", "cli.py"}
NOUNS = {"model", "parsed", "tokens", "built", "errors", "ontology", "settings", "lexicon", "iri", "extras", "quoted"}
HOMES = {
    "spacy": ("mention/parse.py", "mention/_word_ruler.py"),
    "rdflib": ("ontology.py", "graph/", "query/", "export/turtle.py", "export/jsonld.py", "export/_"),
    "pyvis": ("export/html.py",),
    "pyshacl": ("graph/check.py",),
    "pypdfium2": ("read/pdf/engine.py",),
    "ftfy": ("read/mojibake.py",),
    "markdown_it": ("read/markdown.py",),
    "py3langid": ("read/language.py",),
    "babel": ("read/language.py",),
    "urllib3": ("fetch/client.py", "fetch/address.py"),
    "rensa": ("resolve/doubles.py",),
    "networkx": ("graph/network.py", "graph/layout.py", "export/gexf.py", "export/graphml.py"),
}


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports at run time: what stands under TYPE_CHECKING does not count."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


FILES = sorted(KG.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(KG)))
def test_a_step_imports_only_the_nouns_and_itself(file: Path) -> None:
    place = file.relative_to(KG)
    if place.name in JOINERS and len(place.parts) == 1:
        return
    own = place.parts[0] if len(place.parts) > 1 else None
    for module in imports(file):
        if not module.startswith("kg."):
            continue
        room = module.split(".")[1]
        if room in STEPS:
            assert room == own, f"{place} imports {module}: only pipeline.py, readings.py and cli.py join steps"
        elif own in STEPS:
            assert room in NOUNS, f"{place} imports {module}, which is no noun"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(KG)))
def test_a_foreign_library_lives_in_one_place(file: Path) -> None:
    place = file.relative_to(KG).as_posix()
    for module in imports(file):
        homes = HOMES.get(module.split(".")[0])
        if homes is not None:
            assert place.startswith(homes), f"{place} imports {module}, whose home is {homes}"


def test_the_rules_see_the_whole_house() -> None:
    assert {step for step in STEPS if (KG / step).is_dir()} == set(STEPS)
    assert len(FILES) > 30
