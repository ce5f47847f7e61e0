"""What a build says of itself: the counts of the summary, build.json, and why nothing could be read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version

from kg.built import Built
from kg.model import ArticleKey, FundingStatement, Kind, Landscape, PositionHeld, Skipped, Statement
from kg.settings import Settings

FEW = 3  # that are named of many left out for one reason


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
    articles = sum(len(reading.document.articles) for reading in landscape.readings)
    again = len(landscape.appearances)
    return {
        "articles": articles - again,
        **({"copies and updates of them": again} if again else {}),
        "people": kinds.count(Kind.PERSON),
        "organisations": kinds.count(Kind.ORGANISATION),
        "positions": sum(isinstance(fact, PositionHeld) for fact in facts),
        "pledges": len(promised),
        "other funding statements": len(landscape.pledges) - len(promised),
        "statements": sum(isinstance(fact, Statement) for fact in facts),
        "facts": len(facts),
        "unresolved references": sum(reading.unresolved for reading in landscape.readings),
    }


def complaints(left_out: Sequence[Skipped], *, every: bool = False) -> str:
    """What was left out on purpose, then what should have been read, a line each with the reason; "" if all was read.

    Of many with one reason a few are named and the rest are counted (build.json lists all).

    Args:
        every: name all of them.
    """
    lines = []
    for title, is_failure in (("skipped", False), ("failed", True)):
        items = [item for item in left_out if item.failed == is_failure]
        if items:
            lines.append(f"{title} ({len(items)}):")
            reasons: dict[str, list[Skipped]] = {}
            for item in items:
                reasons.setdefault(item.why.replace(item.path, ""), []).append(item)
            for alike in reasons.values():
                shown = alike if every or len(alike) <= FEW + 1 else alike[:FEW]
                lines += (f"  {item.why if item.path in item.why else f'{item.path}: {item.why}'}" for item in shown)
                if len(shown) < len(alike):
                    lines.append(f"  … and {len(alike) - len(shown):,} more like this")
            lines.append("")
    return "".join(f"{line}\n" for line in lines)


def nothing_read(sources: Sequence[str], left_out: Sequence[Skipped]) -> str:
    """The message of a build that found no article: every input with its reason."""
    where = ", ".join(sources)
    return f"{where}: no article could be read; expected files with news articles.\n{complaints(left_out)}".rstrip("\n")


def _shown(article: ArticleKey) -> str:
    """An article as its IRI names it: "000_x/0"."""
    return f"{article[0]}/{article[1]}"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None  # a model given as a folder


def _reading(settings: Settings) -> dict[str, object]:
    """What was said of how inputs are read; nothing where nothing was."""
    named = {field.name: getattr(settings.columns, field.name) for field in fields(settings.columns)}
    columns = {field: column for field, column in named.items() if column}
    return {**({"columns": columns} if columns else {}), **({"read_as": settings.read_as} if settings.read_as else {})}


def account(built: Built, counts: dict[str, int], skipped: Sequence[Skipped], failed: Sequence[Skipped]) -> bytes:
    """build.json: inputs with hashes, versions, settings, counts, what was skipped and why. No times, no absolute paths."""
    libraries = ("spacy", built.settings.model, "rdflib", "networkx", "pyvis")
    account = {
        "program": {"name": "stakeholder-kg", "version": version("stakeholder-kg")},
        "libraries": {name: _version(name) for name in libraries},
        "settings": {
            "base": built.settings.base,
            "model": built.settings.model,
            "min_belief": built.settings.min_belief,
            **_reading(built.settings),
        },
        "counts": counts,
        "inputs": [
            {
                "path": r.document.path,
                "name": r.document.name,
                "sha256": r.document.content_hash,
                "articles": len(r.document.articles),
                "notes": list(r.document.notes),
            }
            for r in built.landscape.readings
        ],
        "appearances": [
            {"article": _shown(a.article), "source": _shown(a.source), "likeness": a.likeness, "why": a.why}
            for a in built.landscape.appearances
        ],
        "skipped": [{"path": item.path, "why": item.why} for item in skipped],
        "failed": [{"path": item.path, "why": item.why} for item in failed],
    }
    return (json.dumps(account, indent=1, ensure_ascii=False) + "\n").encode()
