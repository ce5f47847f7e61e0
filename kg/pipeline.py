"""build(): the whole flow, top to bottom."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.account import account, complaints, count, nothing_read
from kg.built import Built
from kg.errors import FetchError, ReadError
from kg.export import export_all
from kg.fetch import LISTS, is_address
from kg.folder import check_replaceable, replace_folder
from kg.graph.network import build_network
from kg.graph.rdf import build_graph
from kg.model import (
    Document,
    Input,
    Kind,
    Landscape,
    Mention,
    Reading,
    Skipped,
)
from kg.read import read_document
from kg.read.feed import links
from kg.read.names import readable
from kg.read.rulings import read_rulings
from kg.read.sequel import join_pages
from kg.read.sources import find_inputs
from kg.read.story import read_stories
from kg.read.unpack import pieces_of
from kg.readings import Progress, read_all, unread
from kg.resolve import judged_by_hand, place_story, resolve
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.fetch.run import Fetched

YOUNG = 50_000  # objects
WEB = "web"  # folder in the cache for what was fetched


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


def quiet(what: str, done: float, of: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Python looks for unreachable cycles after many new objects rather than few: nearly all that a build makes lives to its end."""
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_seldom_collected()
def build(
    sources: Sequence[str | Path],
    output: str | Path,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Outcome:
    """Read the sources (files, folders, glob patterns, web addresses), and replace the folder `output` by the graph of what they say.

    Addresses, and files with lists of them (.urls), are fetched first and kept in the cache.

    Raises:
        FetchError: a list of addresses cannot be opened, or a library is missing.
        ReadError: no input could be read at all; `output` is left as it was.
        ExportError: `output` cannot be replaced.
    """
    settings, output = settings or Settings(), Path(output)
    named = [str(source) for source in sources]
    check_replaceable(output)
    with _at_hand(named, settings, progress) as (inputs, left_out, unfetched):
        readings, unread = read_all(inputs, settings, progress)
    unread = [*left_out, *unread, *unfetched]
    failed = [item for item in unread if item.failed]
    skipped = [item for item in unread if not item.failed]
    if not readings:
        raise ReadError(nothing_read([readable(source) for source in named], [*failed, *skipped]))
    progress("joining people and organisations", 0, 0)
    believed = [_believed(reading, settings.min_belief) for reading in readings]
    rulings, unruly = read_rulings(named)
    by_hand, idle = judged_by_hand(rulings, believed)
    landscape = resolve(believed, by_hand)
    told, wrong = read_stories(named)
    story, unknown = place_story(told, landscape, settings.base)
    wrong = [*unruly, *idle, *wrong, *unknown]
    failed += [item for item in wrong if item.failed]
    skipped += [item for item in wrong if not item.failed]
    progress("building the graph", 0, 0)
    parts = build_graph(landscape, base=settings.base)
    built = Built(landscape, parts, build_network(landscape, base=settings.base), settings, story)
    progress("writing", 0, 0)
    counts = count(landscape)
    files = export_all(built)
    files["build.json"] = account(built, counts, skipped, failed)
    replace_folder(output, files)
    return Outcome(landscape, counts, tuple(skipped), tuple(failed))


@dataclass(frozen=True, slots=True)
class Visit:
    """What `fetch` did.

    Attributes:
        counts: addresses by what became of them: new, changed, unchanged, kept though it could not be fetched again, feeds.
        files: the web archives that hold the articles, in the order of the addresses.
        skipped: what was left out on purpose. failed: what should have been fetched.
    """

    counts: dict[str, int]
    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]
    failed: tuple[Skipped, ...]


def fetch(
    sources: Sequence[str],
    folder: str | Path,
    settings: Settings | None = None,
    progress: Progress = quiet,
    *,
    only_new: bool = False,
) -> Visit:
    """Fetch addresses (of pages, PDF files, feeds; files that list some; "-") and keep each in the folder, as a web archive.

    Args:
        only_new: pages that are in the folder are not asked for again.

    Raises:
        FetchError: a list cannot be opened, a library is missing, the folder cannot be written, or nothing could be fetched.
    """
    found, left_out = _fetched(sources, Path(folder), settings or Settings(), progress, only_new)
    if not found:
        what = complaints(left_out) or "no address in the lists\n"
        raise FetchError(f"nothing could be fetched; expected addresses of articles or feeds.\n{what}".rstrip("\n"))
    states = ("new", "changed", "unchanged", "kept")
    pages = [item for item in found if not item.is_feed]
    counts = {state: number for state in states if (number := sum(item.state == state for item in pages))}
    if len(pages) < len(found):
        counts["feeds"] = len(found) - len(pages)
    return Visit(
        counts,
        tuple(item.file for item in pages),
        tuple(item for item in left_out if not item.failed),
        tuple(item for item in left_out if item.failed),
    )


def _fetched(
    sources: Sequence[str], folder: Path, settings: Settings, progress: Progress, only_new: bool = False
) -> tuple[list[Fetched], list[Skipped]]:
    """What is kept of each address in the sources now, and what could not be fetched."""
    from kg.fetch.address import listed  # these need libraries that the plain install may lack
    from kg.fetch.run import fetch_all

    addresses, wrong = listed(sources)
    found, left_out = fetch_all(addresses, folder, settings, links, progress, only_new=only_new)
    return found, [*wrong, *left_out]


@contextmanager
def _at_hand(
    sources: Sequence[str], settings: Settings, progress: Progress
) -> Iterator[tuple[list[Input], list[Skipped], list[Skipped]]]:
    """The sources as files to read, what was left out of them, and what could not be fetched.

    Web addresses and lists of them are fetched into the cache; without one, into a folder that lasts as long as the context.
    """
    web = [source for source in sources if is_web(source)]
    own = [source for source in sources if not is_web(source)]
    if not web:
        yield *find_inputs(own, settings.read_as), []
        return
    with ExitStack() as stack:
        folder = settings.cache / WEB if settings.cache else Path(stack.enter_context(TemporaryDirectory()))
        found, unfetched = _fetched(web, folder, settings, progress)
        files = {item.file.resolve() for item in found if not item.is_feed}
        inputs, left_out = find_inputs([*own, *map(str, sorted(files))], settings.read_as)
        yield [replace(item, suffix="") if item.file in files else item for item in inputs], left_out, unfetched


def is_web(source: str) -> bool:
    """Whether a source is a web address, or a file that lists some."""
    return is_address(source) or source.lower().endswith(LISTS)


def look(
    sources: Sequence[str | Path], settings: Settings | None = None, progress: Progress = quiet
) -> tuple[list[Document], list[Skipped]]:
    """The documents in the sources, in order, without reading any facts; and what gave none with the reason.

    Raises:
        ReadError: a source names nothing. FetchError: as `build`.
    """
    settings = settings or Settings()
    documents = []
    with _at_hand([str(source) for source in sources], settings, progress) as (inputs, left_out, unfetched):
        for piece, name in pieces_of(inputs, settings, progress):
            try:
                if isinstance(piece, Skipped):
                    left_out.append(piece)
                else:
                    documents.append(read_document(piece, name=name))
            except ReadError as error:
                left_out.append(unread(piece.path, error))
    return join_pages(documents), [*left_out, *unfetched]


def _believed(reading: Reading, least: float) -> Reading:
    """The reading without facts of less belief, and without undertakings and gatherings that are not named and of which nothing is said."""
    facts = tuple(fact for fact in reading.facts if fact.belief >= least)
    told = {part for fact in facts for part in fact.parts if isinstance(part, Mention)}
    described = (Kind.INITIATIVE, Kind.EVENT)
    chains = tuple(c for c in reading.chains if c.is_named or c.kind not in described or told & set(c.mentions))
    return replace(reading, chains=chains, facts=facts)
