"""build(): the whole flow, top to bottom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.built import Built
from kg.cache import reader_version, recall_or_read
from kg.errors import ReadError
from kg.export import export_all
from kg.extract import extract_all
from kg.folder import check_replaceable, replace_folder
from kg.graph.network import build_network
from kg.graph.rdf import build_graphs
from kg.mention import parse_document
from kg.model import (
    Fact,
    FundingStatement,
    Input,
    Kind,
    Landscape,
    Mention,
    PositionHeld,
    Reading,
    Skipped,
    Statement,
)
from kg.read import read_document, readers
from kg.read.sources import find_inputs
from kg.resolve import resolve
from kg.settings import Settings

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did.

    Attributes:
        counts: what was found, in the order of the summary.
        skipped: inputs that were left out on purpose. failed: inputs that should have been read.
    """

    landscape: Landscape
    counts: dict[str, int]
    skipped: tuple[Skipped, ...]
    failed: tuple[Skipped, ...]


def quiet(what: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Outcome:
    """Read the sources (files, folders, glob patterns), and replace the folder `output` by the graph of what they say.

    Raises:
        ReadError: no input could be read at all; `output` is left as it was.
        ExportError: `output` cannot be replaced.
    """
    settings, output = settings or Settings(), Path(output)
    named = [str(source) for source in sources]
    check_replaceable(output)
    inputs, skipped = find_inputs(named, tuple(readers()))
    readings, failed = read_all(inputs, settings, progress)
    if not readings:
        raise ReadError(_nothing_read(named, skipped, failed))
    progress("joining people and organisations", 0, 0)
    landscape = resolve([_believed(reading, settings.min_belief) for reading in readings])
    progress("building the graph", 0, 0)
    graph, dataset = build_graphs(landscape, base=settings.base)
    built = Built(landscape, graph, dataset, build_network(landscape, base=settings.base), settings)
    progress("writing", 0, 0)
    counts = count(landscape)
    files = export_all(built)
    files["build.json"] = _account(built, counts, skipped, failed)
    replace_folder(output, files)
    return Outcome(landscape, counts, tuple(skipped), tuple(failed))


def read_all(inputs: Sequence[Input], settings: Settings, progress: Progress) -> tuple[list[Reading], list[Skipped]]:
    """The readings of all inputs, sorted by name, and those that failed with the reason. The same bytes are read once."""
    readings: list[Reading] = []
    failed: list[Skipped] = []
    seen: dict[str, str] = {}
    for done, item in enumerate(sorted(inputs, key=lambda i: i.name)):
        progress(item.path, done, len(inputs))
        try:
            data = _bytes_of(item, settings.max_file_bytes)
            digest = hashlib.sha256(data).hexdigest()
            if digest in seen:
                raise ReadError(f"{item.path}: the same bytes as {seen[digest]}, which is read; remove one of the two")
            readings.append(_reading(item, data, digest, settings))
            seen[digest] = item.path
        except ReadError as error:
            failed.append(Skipped(item.path, str(error)))
    progress("", len(inputs), len(inputs))
    return readings, failed


def _bytes_of(item: Input, limit: int) -> bytes:
    try:
        size = item.file.stat().st_size
        if size > limit:
            raise ReadError(f"{item.path}: {size:,} bytes; expected at most {limit:,}. Split it into articles")
        return item.file.read_bytes()
    except OSError as error:
        raise ReadError(f"{item.path}: cannot be opened ({error.strerror}); check its permissions") from error


def _reading(item: Input, data: bytes, digest: str, settings: Settings) -> Reading:
    """The reading of one file, from the cache if nothing that reads has changed since."""
    key = hashlib.sha256(f"{digest}|{item.path}|{item.name}|{reader_version(settings.model)}".encode()).hexdigest()

    def read() -> Reading:
        document = read_document(data, name=item.name, path=item.path)
        articles = parse_document(document, settings.model)
        chains = sorted((c for a in articles for c in a.chains), key=lambda c: (c.mentions[0].start, c.kind, c.name))
        facts = sorted((f for a in articles for f in extract_all(a)), key=_place)
        return Reading(document, tuple(chains), tuple(facts), sum(a.unresolved for a in articles))

    return recall_or_read(settings.cache, key, read)


def _place(fact: Fact) -> tuple[int, int, str, str]:
    first = fact.evidence[0]
    return (first.start, first.end, fact.predicate, str(fact))


def _believed(reading: Reading, least: float) -> Reading:
    """The reading without facts of less belief, and without undertakings and gatherings that are not named and of which nothing is said."""
    facts = tuple(fact for fact in reading.facts if fact.belief >= least)
    told = {part for fact in facts for part in fact.parts if isinstance(part, Mention)}
    described = (Kind.INITIATIVE, Kind.EVENT)
    chains = tuple(c for c in reading.chains if c.is_named or c.kind not in described or told & set(c.mentions))
    return replace(reading, chains=chains, facts=facts)


def count(landscape: Landscape) -> dict[str, int]:
    """What the landscape holds, in the order of the summary."""
    facts = [fact for reading in landscape.readings for fact in reading.facts]
    statements = {
        (r.document.content_hash, f.id_in(r.document.content_hash)): f for r in landscape.readings for f in r.facts
    }
    promised = [
        pledge
        for pledge in landscape.pledges
        if any(isinstance(f := statements[key], FundingStatement) and f.status.is_promise for key in pledge.statements)
    ]
    kinds = [entity.kind for entity in landscape.entities]
    return {
        "articles": sum(len(reading.document.articles) for reading in landscape.readings),
        "people": kinds.count(Kind.PERSON),
        "organisations": kinds.count(Kind.ORGANISATION),
        "positions": sum(isinstance(fact, PositionHeld) for fact in facts),
        "pledges": len(promised),
        "other funding statements": len(landscape.pledges) - len(promised),
        "statements": sum(isinstance(fact, Statement) for fact in facts),
        "facts": len(facts),
        "unresolved references": sum(reading.unresolved for reading in landscape.readings),
    }


def _nothing_read(sources: Sequence[str], skipped: Sequence[Skipped], failed: Sequence[Skipped]) -> str:
    reasons = [
        f"  {item.path}: {item.why}" if item.path not in item.why else f"  {item.why}" for item in (*failed, *skipped)
    ]
    where = ", ".join(sources)
    return "\n".join([f"{where}: no article could be read; expected text files with news articles.", *reasons])


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None  # a model given as a folder


def _account(built: Built, counts: dict[str, int], skipped: Sequence[Skipped], failed: Sequence[Skipped]) -> bytes:
    """build.json: inputs with hashes, versions, settings, counts, what was skipped and why. No times, no absolute paths."""
    libraries = ("spacy", built.settings.model, "rdflib", "networkx", "pyvis")
    account = {
        "program": {"name": "stakeholder-kg", "version": version("stakeholder-kg")},
        "libraries": {name: _version(name) for name in libraries},
        "settings": {
            "base": built.settings.base,
            "model": built.settings.model,
            "min_belief": built.settings.min_belief,
        },
        "counts": counts,
        "inputs": [
            {
                "path": r.document.path,
                "name": r.document.name,
                "sha256": r.document.content_hash,
                "articles": len(r.document.articles),
            }
            for r in built.landscape.readings
        ],
        "skipped": [{"path": item.path, "why": item.why} for item in skipped],
        "failed": [{"path": item.path, "why": item.why} for item in failed],
    }
    return (json.dumps(account, indent=1, ensure_ascii=False) + "\n").encode()
