"""Sums of money for people: how a sum is printed, in which group of the ledger it stands, and what is added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.export._records import Money

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "INR": "₹", "CAD": "C$", "AUD": "A$"}
UNITS = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))

# every sum stands in the first group that takes it
_ORDER: tuple[tuple[str, str, Callable[[Money], bool]], ...] = (
    ("promised", "Promised", lambda m: m.counts and m.status != "manifesto"),
    ("manifesto", "Promised in manifestos", lambda m: m.counts),
    ("calls", "Asked for or needed", lambda m: m.status in ("requested", "estimated_need")),
    ("other", "Existing, spent or denied", lambda m: m.status in ("existing", "spent", "denied")),
    ("uncounted", "Disputed, or without a sum", lambda m: True),
)


def group_of(money: Money) -> str:
    """The key of the group of the ledger in which the sum stands."""
    return next(key for key, _, takes in _ORDER if takes(money))


GROUPS: tuple[tuple[str, str, Callable[[Money], bool]], ...] = tuple(
    (key, title, lambda m, key=key: group_of(m) == key)  # type: ignore[misc]
    for key, title, _ in _ORDER
)


def print_sum(stated: int, currency: str) -> str:
    """The sum as a newspaper prints it, exactly: £2.775bn, €900,000."""
    sign = SIGNS.get(currency, f"{currency} ")
    for unit, name in UNITS:
        if stated >= unit and (stated * 1000) % unit == 0:
            return f"{sign}{stated / unit:,.3f}".rstrip("0").rstrip(".") + name
    return f"{sign}{stated:,}"


def sum_of(money: Money) -> str:
    """The sum, or the words that stand for it where the text gives none."""
    if money.stated is None:
        return money.surface
    return print_sum(money.stated, money.currency) + (" a year" if money.is_per_year else "")


def status_of(money: Money) -> str:
    """What sort of statement it is, whether the money is new, whether it is disputed."""
    newness = "" if money.newness == "unstated" else money.newness
    return ", ".join(filter(None, (money.status.replace("_", " "), newness, "disputed" if money.is_disputed else "")))


def totals(money: Iterable[Money]) -> list[tuple[str, str]]:
    """(sum, what it is) per kind of promise and currency: manifesto sums apart, yearly sums apart, each promise once."""
    added: dict[tuple[str, str, bool], list[int]] = {}
    for row in money:
        if row.counts and row.stated is not None:
            what = "promised in manifestos" if row.status == "manifesto" else "promised"
            added.setdefault((what, row.currency, row.is_per_year), []).append(row.stated)
    return [
        (
            print_sum(sum(sums), currency) + (" a year" if is_per_year else ""),
            f"{what}, in {len(sums)} sum{'' if len(sums) == 1 else 's'}",
        )
        for (what, currency, is_per_year), sums in sorted(added.items())
    ]
