"""Options that several commands share, and the settings that they stand for."""

from __future__ import annotations

import argparse
from typing import Any

# options that name the columns of tables → fields of kg.settings.Columns
COLUMNS = {
    "text": "text",
    "title": "title",
    "date": "published",
    "publisher": "publisher",
    "author": "author",
    "url": "url",
}


def add_reading(command: argparse.ArgumentParser) -> None:
    """The options that say how inputs are read."""
    command.add_argument(
        "--as",
        dest="read_as",
        default=None,
        metavar=".ENDING",
        help="read standard input and the files that are named as this kind (default: told by name and first bytes)",
    )
    for option, field in COLUMNS.items():
        command.add_argument(
            f"--{option}-column",
            dest=f"column_{field}",
            default=None,
            metavar="NAME",
            help=f"column of the tables that holds the {option} (default: guessed by its name)",
        )


def add_fetching(command: argparse.ArgumentParser) -> None:
    """The options that say how addresses are fetched."""
    command.add_argument(
        "--limit",
        type=int,
        default=None,
        metavar="N",
        help="of each feed that is fetched, the first N entries (default: 100)",
    )
    command.add_argument(
        "--delay",
        type=float,
        default=None,
        metavar="SECONDS",
        help="between two requests to one host; robots.txt may ask for more (default: 1)",
    )
    command.add_argument(
        "--contact",
        default=None,
        metavar="WHO",
        help="a mail address or page by which sites can reach you, told to each",
    )


def fetching_of(args: argparse.Namespace) -> Any:
    """The settings of those options."""
    from kg.settings import Fetching

    given = {"entries": args.limit, "delay_seconds": args.delay, "contact": args.contact}
    return Fetching(**{name: value for name, value in given.items() if value is not None})


def reading_of(args: argparse.Namespace) -> dict[str, Any]:
    """The settings of those options."""
    from kg.settings import Columns

    columns = Columns(**{field: getattr(args, f"column_{field}") for field in COLUMNS.values()})
    return {"columns": columns, "read_as": f".{args.read_as.lstrip('.')}" if args.read_as else ""}
