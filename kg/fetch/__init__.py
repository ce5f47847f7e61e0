"""Addresses → what stands there, kept as web archives that the readers take.

What goes in: web addresses of pages, PDF files and feeds, and lists of them. What comes out: one WARC file per address, in which stand
the request, the answer with its headers, the redirects on the way, the machine that answered, and the time. So what was read remains
as evidence, and is asked for anew only as "has it changed since?".

Nobody is asked who does not want it (robots.txt), nobody twice at a time, and nobody inside a private network. `client.py` asks one
machine once, `guard.py` says which may be asked, `visit.py` follows one address to its answer, `keep.py` keeps it, and `run.py` does
so with all addresses, each host at its pace.
"""

from __future__ import annotations

from types import ModuleType

from kg.errors import FetchError
from kg.extras import extra

LISTS = ".urls"  # the ending of a list of addresses


def is_address(source: str) -> bool:
    """Whether a source is a web address and no file."""
    return source[:8].lower().startswith(("http://", "https://"))


def needs(library: str) -> ModuleType:
    """A library that fetching needs and the plain install may lack.

    Raises:
        FetchError: it is not installed; the message says how to install it.
    """
    return extra(library, "fetching", FetchError)
