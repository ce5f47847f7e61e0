"""network.gexf for Gephi: GEXF 1.3 with kinds, dates, colours, sizes and positions.

networkx's own writer is not used: it has no edge `kind` (so Gephi merges parallel relations), stamps today's date, and writes
invalid files for some values. Spec: https://gexf.net/schema.html (1.3).
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import networkx as nx

from kg.built import Built
from kg.export._style import NODES, RELATIONS, node_size, rgb

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
NODE_COLUMNS = {
    "kind": "string",
    "sort": "string",
    "amount": "double",
    "currency": "string",
    "mentions": "integer",
    "articles": "integer",
    "community": "integer",
    "degree": "integer",
    "betweenness": "double",
}
EDGE_COLUMNS = {
    "relation": "string",
    "status": "string",
    "belief": "double",
    "published": "string",
    "facts": "string",
}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def export(built: Built) -> dict[str, bytes]:
    """The network as one GEXF file."""
    network = built.network
    dated = any(FULL_DATE.fullmatch(about["published"]) for _, _, about in network.edges(data=True))
    ET.register_namespace("", GEXF)
    ET.register_namespace("viz", VIZ)
    root = ET.Element(f"{{{GEXF}}}gexf", {"version": "1.3"})
    graph = ET.SubElement(
        root, f"{{{GEXF}}}graph", {"defaultedgetype": "directed", "mode": "dynamic" if dated else "static"}
    )
    if dated:
        graph.set("timeformat", "date")
        graph.set("timerepresentation", "interval")
    _columns(graph, "node", NODE_COLUMNS)
    _columns(graph, "edge", EDGE_COLUMNS)
    _nodes(graph, network)
    _edges(graph, network)
    ET.indent(root, " ")
    return {
        "network.gexf": b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + ET.tostring(root, encoding="unicode").encode()
        + b"\n"
    }


def _columns(graph: ET.Element, of: str, columns: dict[str, str]) -> None:
    declared = ET.SubElement(graph, f"{{{GEXF}}}attributes", {"class": of, "mode": "static"})
    for name, kind in columns.items():
        ET.SubElement(declared, f"{{{GEXF}}}attribute", {"id": name, "title": name, "type": kind})


def _nodes(graph: ET.Element, network: nx.MultiDiGraph[str]) -> None:
    nodes = ET.SubElement(graph, f"{{{GEXF}}}nodes")
    for iri, about in network.nodes(data=True):
        node = ET.SubElement(nodes, f"{{{GEXF}}}node", {"id": iri, "label": _clean(about["label"])})
        _values(node, {name: about[name] for name in NODE_COLUMNS})
        _colour(node, NODES[about["kind"]].colour)
        # Gephi's y axis points up, the page's down
        ET.SubElement(node, f"{{{VIZ}}}position", {"x": f"{about['x']}.0", "y": f"{-about['y']}.0", "z": "0.0"})
        ET.SubElement(node, f"{{{VIZ}}}size", {"value": str(node_size(about["mentions"]))})


def _edges(graph: ET.Element, network: nx.MultiDiGraph[str]) -> None:
    """Source, target and kind are unique together, as 1.3 asks: a second post at one body carries its title in its kind."""
    edges = ET.SubElement(graph, f"{{{GEXF}}}edges")
    alike = Counter((s, t, about["relation"]) for s, t, about in network.edges(data=True))
    ordered = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, _, about) in enumerate(ordered):
        kind = about["relation"]
        if alike[source, target, kind] > 1:
            kind = " – ".join(filter(None, (kind, about["label"], about["status"])))
        start = about["published"]
        edge = ET.SubElement(
            edges,
            f"{{{GEXF}}}edge",
            {
                "id": f"e{number}",
                "source": source,
                "target": target,
                "type": "directed",
                "kind": _clean(kind),
                "label": _clean(about["label"]),
                "weight": str(about["weight"]),
            },
        )
        if FULL_DATE.fullmatch(start):
            # attested on that day: a spell of one day, since Gephi fails on equal ends and graphology on open ones
            edge.set("start", start)
            edge.set("end", str(date.fromisoformat(start) + timedelta(days=1)))
        _colour(edge, RELATIONS[about["relation"]].colour)
        _values(edge, {name: about[name] for name in EDGE_COLUMNS})


def _colour(element: ET.Element, colour: str) -> None:
    red, green, blue = rgb(colour)
    ET.SubElement(element, f"{{{VIZ}}}color", {"r": str(red), "g": str(green), "b": str(blue)})


def _values(element: ET.Element, values: dict[str, object]) -> None:
    kept = ET.SubElement(element, f"{{{GEXF}}}attvalues")
    for name, value in values.items():
        ET.SubElement(kept, f"{{{GEXF}}}attvalue", {"for": name, "value": _clean(str(value))})


def _clean(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return NOT_XML.sub("", text)
