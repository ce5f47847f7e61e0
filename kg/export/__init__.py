"""Built graph → files. One file per format, found by reading this folder in alphabetical order.

What goes in: a `Built` (landscape, RDF graph and dataset, network). What comes out: file names and their bytes, written by
`pipeline.py` in one step, or not at all.

The contract of a file: `export(built: Built) -> dict[str, bytes]`, names relative to the output folder, the same bytes for the same
landscape: no clock, no absolute path, no unordered set, rounded coordinates. It never changes what it is handed.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from kg.built import Built
from kg.errors import ExportError


class Export(Protocol):
    """What a module of this folder offers."""

    def export(self, built: Built) -> dict[str, bytes]:
        """The files of one format."""
        ...


def export_all(built: Built) -> dict[str, bytes]:
    """Every file of every format, by name.

    Raises:
        ExportError: a file of this folder has no `export`, or two exports write the same name.
    """
    files: dict[str, bytes] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        if not hasattr(module, "export"):
            raise ExportError(
                f"kg/export/{info.name}.py has no export(built): see the contract in kg/export/__init__.py"
            )
        made = cast(Export, module).export(built)
        twice = sorted(files.keys() & made.keys())
        if twice:
            raise ExportError(f"kg/export/{info.name}.py writes {twice}, which another export writes too")
        files |= made
    return files
