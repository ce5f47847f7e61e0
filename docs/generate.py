"""The generated pages of docs/reference: `make docs` writes them, a test compares them.

The command line comes from the parser that runs it, the terms from ontology/kg.ttl and ontology/schemes.ttl.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from kg import ontology as o
from kg.cli import make_parser

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- written by `make docs`; change the source, not this page -->\n"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {HERE / "command-line.md": command_line(), HERE / "ontology.md": terms()}


def command_line() -> str:
    """Every command with its arguments, as `--help` tells them."""
    whole = make_parser()
    parts = [
        NOTE,
        "# Command line\n",
        f"{whole.description}\n",
        "Results go to standard output, progress and complaints to standard error.\n",
        "| exit code | |\n|---|---|",
        "| 0 | all went well |",
        "| 1 | something failed and was named, the rest was done (`kg build`: a file could not be read; `kg check`: a problem was found) |",
        "| 2 | nothing could be done; the last output is as it was |\n",
    ]
    commands = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        parts += [f"## kg {name}\n", f"{command.description}\n", f"```\n{_usage(command)}\n```\n"]
        parts += ["| argument | meaning |", "|---|---|"]
        parts += [f"| {_called(action)} | {action.help} |" for action in _arguments(command)]
        parts.append("")
    return "\n".join(parts)


def _arguments(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in command._actions if not isinstance(action, argparse._HelpAction)]


def _usage(command: argparse.ArgumentParser) -> str:
    words = [command.prog]
    for action in _arguments(command):
        metavar = f" {action.metavar or '|'.join(map(str, action.choices or []))}".rstrip()
        if action.option_strings:
            words.append(f"[{action.option_strings[0]}{metavar if action.nargs != 0 else ''}]")
        else:
            words.append(
                {"*": f"[{action.metavar} …]", "?": f"[{action.metavar}]"}.get(str(action.nargs), f"{action.metavar}")
            )
    return " ".join(words)


def _called(action: argparse.Action) -> str:
    takes = f" {action.metavar}" if action.metavar and action.nargs != 0 else ""
    names = action.option_strings or [str(action.metavar)]
    shown = ", ".join(f"`{name}{takes if action.option_strings else ''}`" for name in names)
    return shown + (f" ({', '.join(map(str, action.choices))})" if action.choices else "")


def terms() -> str:
    """Every class and property of our own, and every list of values."""
    graph = Graph().parse(data=o.ontology_file("kg.ttl"), format="turtle")
    schemes = Graph().parse(data=o.ontology_file("schemes.ttl"), format="turtle")
    parts = [
        NOTE,
        "# Terms of the graph\n",
        f"Prefix `k:` is `{o.K}`. Terms of others are used as they are: ORG for organisations and memberships, schema.org (https) for "
        "people, articles and money, PROV-O and Web Annotation for evidence, SKOS for names and lists. How they fit together: "
        "[the graph](../explanation/graph.md).\n",
        "## Classes\n",
        "| class | meaning | example |\n|---|---|---|",
    ]
    for term in _sorted(graph.subjects(RDF.type, OWL.Class)):
        above = "".join(f" (a `{_short(node)}`)" for node in _sorted(graph.objects(term, RDFS.subClassOf)))
        parts.append(
            f"| `{_short(term)}`{above} | {_words(graph, term, RDFS.comment)} | {_words(graph, term, SKOS.example)} |"
        )
    parts += ["\n## Properties\n", "| property | from | to | meaning | example |\n|---|---|---|---|---|"]
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in _sorted({t for kind in kinds for t in graph.subjects(RDF.type, kind)}):
        domain, range_ = (
            " or ".join(f"`{_short(n)}`" for n in _sorted(graph.objects(term, p))) for p in (RDFS.domain, RDFS.range)
        )
        parts.append(
            f"| `{_short(term)}` | {domain} | {range_} | {_words(graph, term, RDFS.comment)} | {_words(graph, term, SKOS.example)} |"
        )
    parts += [
        "\n## Lists of values\n",
        "SKOS schemes; the IRI of a value is `https://kg.example/scheme/LIST/VALUE`.\n",
        "| list | values |\n|---|---|",
    ]
    for scheme in _sorted(schemes.subjects(RDF.type, SKOS.ConceptScheme)):
        values = sorted(str(node).rsplit("/", 1)[-1] for node in schemes.subjects(SKOS.inScheme, scheme))
        parts.append(f"| {str(scheme).rsplit('/', 1)[-1]} | {', '.join(values)} |")
    return "\n".join(parts) + "\n"


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=str)


def _short(node: Node) -> str:
    for prefix, namespace in o.PREFIXES.items():
        if str(node).startswith(namespace):
            return f"{prefix}:{str(node)[len(namespace) :]}"
    return str(node)


def _words(graph: Graph, term: Node, about: URIRef) -> str:
    value = graph.value(term, about)
    return str(value).replace("|", "\\|") if isinstance(value, Literal) else ""


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
