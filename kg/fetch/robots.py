"""What the sites' robots.txt files allow us (RFC 9309), read by Protego."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from kg.errors import FetchError
from kg.fetch import needs
from kg.fetch.address import Address, follow
from kg.fetch.client import NAME, Answer, BusyError, LaterError
from kg.fetch.unpack import unpacked
from kg.settings import Fetching

LARGEST = 500 * 1024  # bytes that are read of a robots.txt: the RFC's least
MOVED = (301, 302, 303, 307, 308)
BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows.

    Attributes:
        why_not: nothing may be asked, for this reason; "" where the file says what may.
        file: the file, parsed; None where there is none and all is allowed.
    """

    why_not: str = ""
    file: Any = None

    def check(self, address: Address) -> None:
        """Raises FetchError if the address may not be asked for."""
        if self.why_not:
            raise FetchError(self.why_not)
        if self.file is not None and not self.file.can_fetch(str(address), NAME):
            raise FetchError("the site's robots.txt does not allow programs to read it; save the page from the browser")

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two questions; 0 if it says nothing."""
        if self.file is None:
            return 0.0
        rate = self.file.request_rate(NAME)
        return max(self.file.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate else 0.0)


class Robots:
    """The rules of every site that was asked, each asked for once.

    Args:
        ask: asks for one address, cut off where it is too long.
    """

    def __init__(self, ask: Callable[[Address], Answer], settings: Fetching) -> None:
        self._ask = ask
        self._settings = settings
        self._known: dict[str, Rules] = {}

    def of(self, address: Address) -> Rules:
        """The rules of the address's site.

        Raises:
            LaterError: the site asks to come back.
        """
        if address.site not in self._known:
            try:
                self._known[address.site] = self._rules(address)
            except LaterError:
                raise
            except FetchError as error:
                self._known[address.site] = Rules(why_not=str(error))
        return self._known[address.site]

    def delay(self, address: Address) -> float:
        """Seconds that the address's site wants between two questions, as far as that is known."""
        return self._known.get(address.site, Rules()).delay

    def knows(self, address: Address) -> bool:
        """Whether the rules of the address's site are known."""
        return address.site in self._known

    def give_up(self, address: Address, why: str) -> None:
        """Ask the address's site no more."""
        self._known[address.site] = Rules(why_not=why)

    def _rules(self, address: Address) -> Rules:
        where = Address(address.scheme, address.host, address.port, "/robots.txt")
        for _ in range(self._settings.redirects + 1):
            answer = self._ask(where)
            if answer.status not in MOVED or not answer.header("location"):
                break
            where = follow(where, answer.header("location"))
        if answer.status == 200:
            text = unpacked(answer, LARGEST).decode("utf-8", "replace")
            return Rules(file=needs("protego").Protego.parse(text.removeprefix("\ufeff")))
        if answer.status in BUSY:
            raise BusyError(f"the site is busy ({answer.status}); try again later", seconds(answer))
        if answer.status >= 500:
            return Rules(
                why_not=f"the site's robots.txt cannot be read ({answer.status}), so it may forbid this; try again later"
            )
        return Rules()  # there is none, or none to be had: the RFC takes that for leave


def seconds(answer: Answer) -> float | None:
    """When to come back, as the answer says; None if it does not."""
    text = answer.header("retry-after").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - answer.at).total_seconds())
    except (ValueError, TypeError):
        return None
