"""One address followed to its article, redirect by redirect, each checked as if the user had named it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.errors import FetchError
from kg.fetch.address import Address, follow
from kg.fetch.client import Answer, BusyError, LaterError
from kg.fetch.robots import BUSY, MOVED, Robots, seconds
from kg.settings import Fetching

ADVICE = {
    401: "asks for a password; save the page from the browser",
    402: "asks for money; save the page from the browser",
    403: "refuses programs; save the page from the browser",
    404: "is not there; check the address",
    410: "was taken away; look for it in a web archive",
    451: "is withheld for legal reasons",
}

Ask = Callable[[Address, Mapping[str, str]], Answer]


def visit(
    address: Address, ask: Ask, robots: Robots, settings: Fetching, known: Mapping[str, Mapping[str, str]]
) -> list[Answer]:
    """What was answered, from the address itself to the article (status 200), or to the word that it has not changed (304).

    Args:
        known: by addresses, the headers that ask whether what is kept of them has changed.

    Raises:
        LaterError: the site asks to come back, or broke off.
        FetchError: there is no article, or none that may be asked for.
    """
    answers: list[Answer] = []
    while True:
        try:
            robots.of(address).check(address)
            if str(address) in (str(answer.address) for answer in answers):
                raise FetchError("redirects in a circle; save the page from the browser")
            answer = ask(address, known.get(str(address), {}))
        except LaterError as error:
            raise type(error)(_said(error, address, answers), error.seconds, address) from error
        except FetchError as error:
            raise FetchError(_said(error, address, answers)) from error
        answers.append(answer)
        if answer.status == 200 or (answer.status == 304 and str(address) in known):
            return answers
        if answer.status not in MOVED or not answer.header("location"):
            raise _refusal(answer, answers)
        if len(answers) > settings.redirects:
            raise FetchError(f"more than {settings.redirects} redirects; expected a page. Save it from the browser")
        address = follow(address, answer.header("location"))


def _said(error: FetchError, address: Address, before: list[Answer]) -> str:
    """The message, with where the fault is if that is not the address that the user named."""
    return f"redirects to {str(address)[:200]}: {error}" if before else str(error)


def _refusal(answer: Answer, answers: list[Answer]) -> FetchError:
    """Why an answer is no article."""
    reason = "".join(c for c in answer.reason if c.isprintable())[:40]
    status = f"{answer.status} {reason}".strip()
    address, before = answer.address, answers[:-1]
    if answer.status in BUSY:
        why = FetchError(f"the site is busy ({status}); try again later")
        return BusyError(_said(why, address, before), seconds(answer), address)
    if answer.status >= 500:
        advice = "the site has a fault; try again later"
    else:
        advice = ADVICE.get(answer.status, "gives no page; expected an article")
    return FetchError(_said(FetchError(f"{advice} ({status})"), address, before))
