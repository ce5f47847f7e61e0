"""network.graphml for yEd, Cytoscape and igraph, by networkx."""

from __future__ import annotations

import io

import networkx as nx

from kg.built import Built
from kg.export.gexf import NOT_XML


def export(built: Built) -> dict[str, bytes]:
    """The network as one GraphML file; edge keys become plain edge ids."""
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, about in built.network.nodes(data=True):
        clean.add_node(node, **_clean(about))
    ordered = sorted(built.network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, _, about) in enumerate(ordered):
        clean.add_edge(source, target, key=f"e{number}", **_clean(about))
    target_file = io.BytesIO()
    nx.write_graphml_xml(clean, target_file, prettyprint=True)
    return {"network.graphml": target_file.getvalue() + b"\n"}


def _clean(about: dict[str, object]) -> dict[str, object]:
    return {name: NOT_XML.sub("", value) if isinstance(value, str) else value for name, value in about.items()}
