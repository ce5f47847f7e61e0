"""network.html: the interactive map, one file, no request. The only file that knows pyvis.

pyvis holds the nodes and edges and renders our own template (its own loads scripts from the network and executes injected
headings). Positions come from the layout, so physics is off. A strict policy in the page allows exactly the two scripts and
the one style sheet that stand in it, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import pyvis
from pyvis.network import Network

from kg.built import Built
from kg.export._dossier import Dossier, make_dossier
from kg.export._style import NODES, RELATIONS, node_size

PAGE = files("kg.export").joinpath("page")
LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "hideEdgesOnDrag": False, "multiselect": False},
    "nodes": {
        "widthConstraint": {"maximum": 130},
        "borderWidth": 1,
        "borderWidthSelected": 4,
        "labelHighlightBold": True,
    },
    "edges": {
        "smooth": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "width": 1.2,
    },
}
LABEL_LENGTH = 46  # characters of a label before it is cut; the panel shows it whole


def export(built: Built) -> dict[str, bytes]:
    """The page, UTF-8."""
    dossier = make_dossier(built)
    network = _fill(built, dossier)
    network.options = {"physics": {"enabled": False}}  # pyvis asks for it while rendering; the page brings its own
    script = PAGE.joinpath("page.js").read_text(encoding="utf-8")
    style = PAGE.joinpath("page.css").read_text(encoding="utf-8")
    library = LIBRARY.read_text(encoding="utf-8").replace("</script", "<\\/script")
    library = "\n".join(line for line in library.split("\n") if not line.startswith("//# sourceMappingURL"))
    network.conf = False
    environment = network.templateEnv
    environment.globals["page"] = {
        "style": style,
        "script": script,
        "library": library,
        "options": OPTIONS,
        "dossier": _plain(dossier),
    }
    network.set_template_dir(str(PAGE), "network.html.jinja")
    network.templateEnv.globals["page"] = environment.globals["page"]
    html = network.generate_html("network.html")
    return {"network.html": html.replace("@@POLICY@@", _policy((library, script), style)).encode("utf-8")}


def _fill(built: Built, dossier: Dossier) -> Network:
    network = Network(directed=True, cdn_resources="in_line")
    fact_sources = {fact.iri: sorted({piece.source for piece in fact.passages}) for fact in dossier.facts}
    sources_of: dict[str, set[int]] = {}
    for fact in dossier.facts:
        for iri in fact.about:
            sources_of.setdefault(iri, set()).update(fact_sources[fact.iri])
    every = list(range(len(dossier.sources)))
    for iri, about in built.network.nodes(data=True):
        look = NODES[about["kind"]]
        label = (
            about["label"] if len(about["label"]) <= LABEL_LENGTH else about["label"][: LABEL_LENGTH - 1].rstrip() + "…"
        )
        network.add_node(
            iri,
            label=label,
            shape=look.shape,
            color=look.colour,
            size=node_size(about["mentions"]),
            fontSize=14 if about["mentions"] < 4 else 18,
            x=about["x"],
            y=about["y"],
            kind=about["kind"],
            sources=sorted(sources_of.get(iri, every)),
            title=f"{about['label']}\n{about['kind']}{', ' + about['sort'].replace('_', ' ') if about['sort'] else ''}",
        )
    ordered = sorted(built.network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    beside: dict[frozenset[str], int] = {}
    for number, (source, target, _, about) in enumerate(ordered):
        iris = [f"{built.settings.base}fact/{fact}" for fact in about["facts"].split(",")]
        pair = frozenset((source, target))
        beside[pair] = beside.get(pair, -1) + 1  # parallel relations bend apart
        network.add_edge(
            source,
            target,
            id=f"e{number}",
            label=about["label"],
            relation=about["relation"],
            status=about["status"],
            facts=iris,
            sources=sorted({s for iri in iris for s in fact_sources.get(iri, every)}),
            smooth={"enabled": beside[pair] > 0, "type": "curvedCW", "roundness": min(0.16 * beside[pair], 0.9)},
            dashes=about["status"] in ("former", "incoming") or about["relation"] == "speaks_of",
        )
    return network


def _plain(dossier: Dossier) -> dict[str, object]:
    """The dossier as JSON values, with what the legend needs."""
    kinds = [
        {"kind": kind, "legend": look.legend, "shape": look.shape, "colour": look.colour}
        for kind, look in NODES.items()
    ]
    relations = [{"relation": relation, "legend": legend} for relation, legend in RELATIONS.items()]
    whole: dict[str, object] = json.loads(json.dumps(asdict(dossier)))
    return whole | {"kinds": kinds, "relations": relations}


def _policy(scripts: tuple[str, ...], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
