"""Libraries that only some inputs need: the extra `all` brings them, the plain install does without."""

from __future__ import annotations

import importlib
from types import ModuleType

from kg.errors import KgError


def extra(library: str, doing: str, error: type[KgError]) -> ModuleType:
    """The library, imported.

    Args:
        doing: what needs it, with which the message begins. error: raised, with how to install it, where it is missing.
    """
    try:
        return importlib.import_module(library)
    except ImportError as cause:
        raise error(
            f"{doing} needs {library.partition('.')[0]}, which is not installed; run pip install 'stakeholder-kg[all]'"
        ) from cause
