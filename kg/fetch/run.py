"""All addresses, one question at a time, each host at its own pace; what feeds name comes after them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import FetchError
from kg.fetch import needs
from kg.fetch.address import Address, parse, without_secrets
from kg.fetch.client import Answer, BusyError, LaterError, ask
from kg.fetch.keep import FolderError, Kept, keep, kept
from kg.fetch.robots import BUSY, LARGEST, Robots, seconds
from kg.fetch.unpack import FEED, kind_of, unpacked
from kg.fetch.visit import visit
from kg.model import Skipped
from kg.settings import Settings

Progress = Callable[[str, float, int], None]
Links = Callable[[bytes, str], list[str]]  # a feed's bytes and its address → the addresses of its entries

LEFT_ALONE = "the site was busy or broke off before, so it is left alone for now; try again later"
NESTED = "a feed that another feed names; name it yourself to have its entries"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An address of which something is kept.

    Attributes:
        state: "new", "changed", "unchanged", or "kept" where it could not be fetched again.
    """

    address: str
    file: Path
    state: str
    is_feed: bool


@dataclass(slots=True)
class _Job:
    """An address whose turn comes.

    Attributes:
        place: in the order in which the user named it, and below it that of a feed's entry.
        tries: that were made.
    """

    address: Address
    place: tuple[int, ...]
    tries: int = 0


def fetch_all(
    addresses: Sequence[Address],
    folder: Path,
    settings: Settings,
    links: Links,
    progress: Progress,
    *,
    only_new: bool = False,
) -> tuple[list[Fetched], list[Skipped]]:
    """What is kept of each address now, in their order, a feed's entries after it; and what could not be fetched, with the reason.

    Args:
        links: what a feed names.
        only_new: pages that are kept already are not asked for again (feeds are).

    Raises:
        FetchError: a library is missing, or the folder cannot be written.
    """
    for library in ("protego", "fastwarc.warc"):
        needs(library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(f"{folder}: no folder that can be written ({error.strerror}); choose another") from error
    run = _Run(folder, settings, links, progress, only_new)
    run.add(addresses, ())
    run.work()
    return [run.found[place] for place in sorted(run.found)], [run.failed[place] for place in sorted(run.failed)]


class _Run:
    def __init__(self, folder: Path, settings: Settings, links: Links, progress: Progress, only_new: bool) -> None:
        self._folder = folder
        self._limit = settings.max_file_bytes
        self._settings = settings.fetching
        self._links = links
        self._progress = progress
        self._only_new = only_new
        self._robots = Robots(lambda address: self._ask(address, {}, LARGEST, cut=True), self._settings)
        self._waiting: dict[str, deque[_Job]] = {}  # by host
        self._free: dict[str, float] = {}  # when a host may be asked again
        self._seen: set[Address] = set()
        self.found: dict[tuple[int, ...], Fetched] = {}
        self.failed: dict[tuple[int, ...], Skipped] = {}

    def add(self, addresses: Sequence[Address], above: tuple[int, ...]) -> None:
        """Put addresses behind those that wait; each is visited once."""
        for number, address in enumerate(addresses):
            if address not in self._seen:
                self._seen.add(address)
                self._waiting.setdefault(address.host, deque()).append(_Job(address, (*above, number)))

    def work(self) -> None:
        """Visit all, first the hosts that have rested longest, so that one that makes us wait holds up none."""
        while self._waiting:
            host = min(self._waiting, key=lambda h: (self._free.get(h, 0.0), self._waiting[h][0].place))
            job = self._waiting[host].popleft()
            if not self._waiting[host]:
                del self._waiting[host]
            total = len(self._seen)
            self._progress(f"fetching {job.address}", total - 1 - sum(map(len, self._waiting.values())), total)
            self._visit(job)
        self._progress("", len(self._seen), len(self._seen))

    def _visit(self, job: _Job) -> None:
        before = kept(self._folder, job.address, self._limit)
        if before and before.kind == FEED and len(job.place) > 1:
            self._fail(job, None, FetchError(NESTED))
            return
        if before and self._only_new and before.kind != FEED:
            self._keep_old(job, before, "unchanged")
            return
        known = {before.address: before.question} if before and before.question else {}
        try:
            answers = visit(job.address, self._ask_page, self._robots, self._settings, known)
            self._settle(job, answers, before)
        except FolderError:
            raise
        except LaterError as error:
            if not self._is_put_off(job, error):
                where = error.address or job.address
                if isinstance(error, BusyError) or not self._robots.knows(where):
                    self._robots.give_up(where, LEFT_ALONE)
                self._fail(job, before, error)
        except FetchError as error:
            self._fail(job, before, error)

    def _settle(self, job: _Job, answers: Sequence[Answer], before: Kept | None) -> None:
        """Keep what was answered, unless it is what is kept already."""
        last = answers[-1]
        if last.status == 304 and before:
            self._keep_old(job, before, "unchanged")
            return
        data = unpacked(last, self._limit)
        kind = kind_of(last, data)
        if kind == FEED and len(job.place) > 1:
            raise FetchError(NESTED)
        if before and (before.address, before.kind, before.data) == (str(last.address), kind, data):
            self._keep_old(job, before, "unchanged")
            return
        file = keep(self._folder, answers, kind, self._settings)
        if before and before.file != file:
            before.file.unlink(missing_ok=True)
        self._note(job, file, "changed" if before else "new", kind, data)

    def _keep_old(self, job: _Job, before: Kept, state: str) -> None:
        self._note(job, before.file, state, before.kind, before.data)

    def _note(self, job: _Job, file: Path, state: str, kind: str, data: bytes) -> None:
        """Say what is kept; of a feed, put what it names behind those that wait."""
        self.found[job.place] = Fetched(str(job.address), file, state, is_feed=kind == FEED)
        if kind != FEED:
            return
        named = list(dict.fromkeys(self._links(data, str(job.address))))
        most = self._settings.entries
        if not named:
            self.failed[job.place] = Skipped(
                str(job.address), f"{job.address}: a feed that names no articles", failed=True
            )
        elif len(named) > most:
            why = f"{job.address}: {len(named) - most} more entries of this feed; --limit {len(named)} fetches them too"
            self.failed[job.place] = Skipped(str(job.address), why)
        good = []
        for number, text in enumerate(named[:most]):
            try:
                good.append(parse(text))
            except FetchError as error:
                shown = without_secrets(text)
                self.failed[(*job.place, number, 0)] = Skipped(shown, f"{error} (in {job.address})", failed=True)
        self.add(good, job.place)

    def _is_put_off(self, job: _Job, error: LaterError) -> bool:
        """Whether the address is tried again, when its host has had time."""
        job.tries += 1
        wait = self._settings.delay_seconds * 2**job.tries if error.seconds is None else error.seconds
        if job.tries >= self._settings.tries or wait > self._settings.most_wait_seconds:
            return False
        host = job.address.host
        for one in {host, (error.address or job.address).host}:
            self._free[one] = max(self._free.get(one, 0.0), time.monotonic() + wait)
        self._waiting.setdefault(host, deque()).appendleft(job)
        return True

    def _fail(self, job: _Job, before: Kept | None, error: FetchError) -> None:
        why = f"{job.address}: {error}"
        if before:
            why += f"; what was kept of it on {before.day} is still there"
            self._keep_old(job, before, "kept")
        self.failed[job.place] = Skipped(str(job.address), why, failed=True)

    def _ask_page(self, address: Address, wanted: Mapping[str, str]) -> Answer:
        return self._ask(address, wanted, self._limit)

    def _ask(self, address: Address, wanted: Mapping[str, str], limit: int, *, cut: bool = False) -> Answer:
        """The host's answer, not before it may be asked again."""
        host, settings = address.host, self._settings
        time.sleep(max(0.0, self._free.get(host, 0.0) - time.monotonic()))
        wait = max(settings.delay_seconds, min(self._robots.delay(address), settings.most_wait_seconds))
        try:
            answer = ask(address, wanted, settings, limit=limit, cut=cut)
            if answer.status in BUSY:
                wait = max(wait, min(seconds(answer) or 0.0, settings.most_wait_seconds))
        finally:
            self._free[host] = time.monotonic() + wait
        return answer
