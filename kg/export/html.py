"""network.html: the interactive map, one file, no request. The only file that knows pyvis.

pyvis holds the nodes and edges and renders our own template (its own loads scripts from the network and executes injected
headings). Positions come from the layout, so physics is off. A strict policy in the page allows exactly the two scripts and
the one style sheet that stand in it, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import pyvis
from pyvis.network import Network

from kg.built import Built
from kg.export._dossier import make_dossier
from kg.export._records import Dossier, Passage
from kg.export._style import NODES, RELATIONS, node_size

PAGE = files("kg.export").joinpath("page")
SCRIPTS = (  # joined in this order
    *("data", "viewstate", "state", "kept", "map", "labels", "panel"),
    *("table", "ledger", "said", "people", "views"),
    *("filters", "search", "start"),
)
STYLES = ("page", "views")
LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
OPTIONS = {
    "physics": {"enabled": False},
    "autoResize": False,  # vis moves and scales the view when its canvas grows; the page fits it anew instead
    "interaction": {"hover": True, "tooltipDelay": 250, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "selectionWidth": 0},
}
BEND = 0.16  # how much each further line between two nodes bends away from the first


def export(built: Built) -> dict[str, bytes]:
    """The page, UTF-8."""
    dossier = make_dossier(built)
    network = _fill(built, dossier)
    network.options = {"physics": {"enabled": False}}  # pyvis asks for it while rendering; the page brings its own
    network.conf = False
    script = "".join(PAGE.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    style = "".join(PAGE.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    library = LIBRARY.read_text(encoding="utf-8").replace("</script", "<\\/script")
    library = "\n".join(line for line in library.split("\n") if not line.startswith("//# sourceMappingURL"))
    network.set_template_dir(str(PAGE), "network.html.jinja")
    network.templateEnv.globals["page"] = {
        "style": style,
        "script": script,
        "library": library,
        "options": OPTIONS,
        "dossier": _plain(dossier, built.settings.base),
    }
    html = network.generate_html("network.html")
    return {"network.html": html.replace("@@POLICY@@", _policy((library, script), style)).encode("utf-8")}


def _fill(built: Built, dossier: Dossier) -> Network:
    """The network as pyvis holds it: a node per thing, an edge per relation, each with the articles (by number) that speak of it."""
    network = Network(directed=True, cdn_resources="in_line")
    number_of = {fact.iri: number for number, fact in enumerate(dossier.facts)}
    sources = [sorted({piece.source for piece in fact.passages}) for fact in dossier.facts]
    sources_of: dict[str, set[int]] = {}
    for fact, known in zip(dossier.facts, sources, strict=True):
        for iri in fact.about:
            sources_of.setdefault(iri, set()).update(known)
    for iri, about in built.network.nodes(data=True):
        network.add_node(
            iri,
            label=about["label"],
            name=about["label"],
            shape=NODES[about["kind"]].shape,
            size=node_size(about["mentions"]),
            x=about["x"],
            y=about["y"],
            kind=about["kind"],
            community=about["community"],
            mentions=about["mentions"],
            articles=about["articles"],
            degree=about["degree"],
            betweenness=about["betweenness"],
            sources=sorted(sources_of.get(iri, ())),
            title=f"{about['label']}\n{', '.join(filter(None, (about['kind'], about['sort'].replace('_', ' '))))}",
        )
    beside: dict[frozenset[str], int] = {}
    ordered = sorted(built.network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, _, about) in enumerate(ordered):
        iris = [f"{built.settings.base}fact/{fact}" for fact in about["facts"].split(",")]
        facts = [number_of[iri] for iri in iris if iri in number_of]
        relation = f"stance-{about['label']}" if about["relation"] == "stance" else about["relation"]
        pair = frozenset((source, target))
        beside[pair] = beside.get(pair, -1) + 1  # parallel relations bend apart
        network.add_edge(
            source,
            target,
            id=f"e{number}",
            label=about["label"],
            relation=relation,
            status=about["status"],
            belief=about["belief"],
            facts=facts,
            sources=sorted({number for fact in facts for number in sources[fact]}),
            smooth=_bend(beside[pair], is_forward=source < target),
            dashes=[2, 5] if RELATIONS[about["relation"]].dotted else about["status"] in ("former", "incoming"),
            title=_line_title(built, source, target, about["label"]),
        )
    return network


def _bend(number: int, *, is_forward: bool) -> dict[str, object]:
    """The first line of a pair is straight; the others bend to either side in turn, whichever way they run."""
    side = (number % 2 == 1) == is_forward
    roundness = round(min(BEND * ((number + 1) // 2), 0.9), 2)
    return {"enabled": number > 0, "type": "curvedCW" if side else "curvedCCW", "roundness": roundness}


def _line_title(built: Built, source: str, target: str, label: str) -> str:
    return f"{built.network.nodes[source]['label']}\n{label}\n{built.network.nodes[target]['label']}"


def _plain(dossier: Dossier, base: str) -> dict[str, object]:
    """The dossier as JSON values, with what the legend needs; each paragraph stands once, however many facts lie in it."""
    texts: dict[str, int] = {}

    def passage(piece: Passage) -> tuple[int, int, int, int]:
        whole = piece.before + piece.words + piece.after
        start = _width(piece.before)
        return piece.source, texts.setdefault(whole, len(texts)), start, start + _width(piece.words)

    facts = [asdict(fact) | {"passages": [passage(piece) for piece in fact.passages]} for fact in dossier.facts]
    return {
        "base": base,
        "sources": [asdict(source) for source in dossier.sources],
        "profiles": [asdict(profile) for profile in dossier.profiles],
        "money": [asdict(money) for money in dossier.money],
        "facts": facts,
        "texts": list(texts),
        "kinds": [{"kind": kind, **asdict(look)} for kind, look in NODES.items()],
        "relations": [{"relation": relation, **asdict(look)} for relation, look in RELATIONS.items()],
    }


def _width(text: str) -> int:
    """Length as JavaScript counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _policy(scripts: tuple[str, ...], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
