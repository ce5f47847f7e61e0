"""What is wrong with a built folder, in plain words: shapes (SHACL) and the evidence rule."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from rdflib import BNode, Graph
from rdflib.namespace import RDF, SH

from kg import ontology as o
from kg.errors import QueryError


def check(directory: str | Path) -> list[str]:
    """A sentence per problem of a built graph; none if all is well.

    Raises:
        QueryError: the folder holds no built graph, or its Turtle cannot be read.
    """
    directory = Path(directory)
    file = directory / "graph.ttl"
    if not file.is_file():
        raise QueryError(
            f"{directory}: holds no graph.ttl; expected the folder of a build. Make one with: kg build ARTICLES -o {directory}"
        )
    graph = Graph()
    try:
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    except Exception as error:  # rdflib raises many kinds for bad syntax
        raise QueryError(f"{file}: is no readable Turtle ({error}); build it again") from error
    return [*_blank_nodes(graph), *check_shapes(graph), *_evidence(graph, directory / "articles")]


def check_shapes(graph: Graph) -> list[str]:
    """What breaks the shapes of ontology/shapes.ttl, a sentence each."""
    from pyshacl import validate

    shapes = Graph().parse(data=o.ontology_file("shapes.ttl"), format="turtle")
    conforms, report, _ = validate(graph, shacl_graph=shapes, advanced=False, inplace=True)
    if conforms:
        return []
    problems = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = report.value(result, SH.focusNode)
        path = report.value(result, SH.resultPath)
        message = report.value(result, SH.resultMessage)
        problems.append(f"{node}: {str(path).rsplit('#', 1)[-1].rsplit('/', 1)[-1]}: {message}")
    return sorted(problems)


def _blank_nodes(graph: Graph) -> list[str]:
    return sorted(
        {
            f"{subject}: a blank node; every node needs an IRI"
            for subject in graph.subjects()
            if isinstance(subject, BNode)
        }
    )


def _evidence(graph: Graph, articles: Path) -> list[str]:
    """Evidence whose words do not stand at its offsets of the saved text."""
    problems = []
    texts: dict[str, str | None] = {}
    for node in sorted(graph.subjects(RDF.type, o.OA.SpecificResource), key=str):
        name = unquote(str(graph.value(node, o.OA.hasSource)).rsplit("/", 1)[-1])
        if name not in texts:
            file = articles / f"{name}.txt"
            texts[name] = file.read_bytes().decode("utf-8") if file.is_file() else None
        text = texts[name]
        if text is None:
            problems.append(f"{node}: articles/{name}.txt is missing, its words cannot be checked")
            continue
        selectors = list(graph.objects(node, o.OA.hasSelector))
        start, end, words = (
            next((str(value) for selector in selectors for value in graph.objects(selector, term)), "")
            for term in (o.OA.start, o.OA.end, o.OA.exact)
        )
        if not (start.isdecimal() and end.isdecimal()):
            problems.append(f"{node}: its offsets are “{start}” and “{end}”; expected two numbers")
        elif text[int(start) : int(end)] != words:
            problems.append(
                f"{node}: says “{words[:60]}”, but articles/{name}.txt says “{text[int(start) : int(end)][:60]}” there"
            )
    return problems
