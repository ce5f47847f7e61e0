"""network.html: the interactive map, one file, no request. The only file that knows pyvis.

pyvis holds the nodes and edges and renders our own template (its own loads scripts from the network and executes injected
headings). Positions come from the layout, so physics is off. A strict policy in the page allows exactly the two scripts and
the one style sheet that stand in it, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files

from pyvis.network import Network

from kg.built import Built
from kg.export._dossier import make_dossier
from kg.export._page import Edge, Node, page_data, parted
from kg.export._style import NODES

PAGE = files("kg.export").joinpath("page")
SCRIPTS = (  # joined in this order
    *(
        "words",
        "graph",
        "data",
        "pieces",
        "viewstate",
        "state",
        "kept",
        "map",
        "view",
        "labels",
        "path",
        "tour",
        "cite",
        "copy",
        "panel",
    ),
    *("trace", "table", "csv", "roam", "chart", "ledger", "flows", "gridchart", "grid", "said"),
    *("timeline", "people", "views", "sheet", "picture", "save", "paper"),
    *("filters", "dates", "search", "start"),
)
STYLES = ("page", "views", "take", "print")
LIBRARY = "vendor/vis-network.min.js"  # what pyvis draws with, from its maker (tests/page/vendor)
OPTIONS = {
    "physics": {"enabled": False},
    "autoResize": False,  # vis moves and scales the view when its canvas grows; the page fits it anew instead
    "interaction": {"hover": True, "tooltipDelay": 250, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"chosen": False, "borderWidth": 1.5},
    "edges": {
        "chosen": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "color": {"inherit": False},
        "selectionWidth": 0,
        "smooth": False,  # only parallel lines bend, and say so themselves
        "width": 1.5,
    },
}


def export(built: Built) -> dict[str, bytes]:
    """The page, UTF-8."""
    dossier = make_dossier(built)
    drawn, rest = parted(built, dossier)
    network = _network(*drawn)
    data, facts = page_data(built, dossier, rest)
    network.options = {"physics": {"enabled": False}}  # pyvis asks for it while rendering; the page brings its own
    network.conf = False
    script = "".join(PAGE.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    style = "".join(PAGE.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    library = PAGE.joinpath(LIBRARY).read_text(encoding="utf-8").replace("</script", "<\\/script")
    network.set_template_dir(str(PAGE), "network.html.jinja")
    network.templateEnv.globals["page"] = {
        "style": style,
        "script": script,
        "library": library,
        "options": OPTIONS,
        "dossier": data,
        "facts": facts,
    }
    html = network.generate_html("network.html")
    return {"network.html": html.replace("@@POLICY@@", _policy((library, script), style)).encode("utf-8")}


def _network(nodes: Sequence[Node], edges: Sequence[Edge]) -> Network:
    """The core as pyvis holds it: few enough that its search for doubles, which grows with the square, does not count."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in nodes:
        about = {field: value for field, value in asdict(node).items() if field != "id"}
        network.add_node(node.id, shape=NODES[node.kind].shape, **about)
    for edge in edges:
        about = {field: value for field, value in asdict(edge).items() if field not in ("source", "target")}
        network.add_edge(edge.source, edge.target, **about)
    return network


def _policy(scripts: tuple[str, ...], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
