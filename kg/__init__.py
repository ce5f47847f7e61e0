"""News articles in, a stakeholder graph out; every fact leads to the words that say it.

The public names are loaded when they are first used, so that `import kg` and `kg --help` cost nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.graph.check import check
    from kg.pipeline import Outcome, build
    from kg.query.ask import ask
    from kg.query.why import why
    from kg.settings import Settings

__all__ = ["KgError", "Outcome", "Settings", "ask", "build", "check", "why"]
HOMES = {
    "KgError": "kg.errors",
    "Outcome": "kg.pipeline",
    "Settings": "kg.settings",
    "ask": "kg.query.ask",
    "build": "kg.pipeline",
    "check": "kg.graph.check",
    "why": "kg.query.why",
}


def __getattr__(name: str) -> object:
    """A public name, from the module that defines it."""
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
