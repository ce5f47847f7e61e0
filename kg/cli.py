"""The command line: parse arguments, call one function, print. Heavy imports stand inside the commands.

Results go to stdout, progress and complaints to stderr. Exit codes: 0 all went well; 1 something failed, the rest was done;
2 nothing could be done.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import KgError
from kg.options import add_fetching, add_reading, fetching_of, reading_of

EPILOG = "Documentation: README.md and docs/. Every command answers --help."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    args = make_parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except KgError as error:
        print(f"kg {args.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        whole = "what was fetched is whole" if args.command == "fetch" else "the last good output is as it was"
        print(f"kg {args.command}: stopped; {whole}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line (docs/generate.py makes the reference of it)."""
    parser = argparse.ArgumentParser(
        prog="kg",
        description="News articles in, a stakeholder graph out; every fact leads to the words that say it.",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    parser.set_defaults(command="", run=lambda args: _version() if args.version else _no_command(parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, help_line: str, description: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_line, description=description)
        made.set_defaults(command=name)
        return made

    build = command(
        "build", "read articles and write the graph", "Read articles and write the graph, the page and the exports."
    )
    build.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        default=["seeds"],
        help="files, folders, globs, web addresses, lists of these (.urls), or - for standard input (default: seeds/)",
    )
    build.add_argument(
        "-o", "--output", type=Path, default=Path("output"), metavar="DIR", help="folder to replace (default: output/)"
    )
    build.add_argument(
        "--base", default=None, metavar="IRI", help="IRIs are minted under it (default: https://kg.example/)"
    )
    build.add_argument("--model", default=None, metavar="NAME", help="spaCy pipeline: an installed package or a folder")
    build.add_argument(
        "--min-belief", type=float, default=None, metavar="P", help="leave out facts below this belief (default: 0.5)"
    )
    build.add_argument(
        "--cache",
        type=Path,
        default=None,
        metavar="DIR",
        help="where readings, and what was fetched, are kept (default: .kg-cache beside DIR)",
    )
    build.add_argument("--no-cache", action="store_true", help="read everything again and keep nothing")
    add_reading(build)
    add_fetching(build)
    build.set_defaults(run=_build)

    read = command(
        "read",
        "show what is found in each input",
        "Show the articles in each input: title, date, publisher and author with where each was found, and the body with what was cut.",
    )
    read.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="files, folders, globs, web addresses, lists of these (.urls), or - for standard input",
    )
    add_reading(read)
    add_fetching(read)
    read.add_argument("--whole", action="store_true", help="lines in full, and those outside the articles as well")
    read.add_argument("--json", action="store_true", help="a list of articles, machine-readable")
    read.set_defaults(run=_read)

    fetch = command(
        "fetch",
        "fetch articles from the web",
        "Fetch web pages, PDF and Word files and the articles of feeds, and keep each in a folder that build and read take. What is there "
        "already is asked for again only if it has changed.",
    )
    fetch.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="addresses, files with one a line (after # stands a comment), or - for such lines on standard input",
    )
    fetch.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("articles"),
        metavar="DIR",
        help="folder to keep them in, among whatever else is there (default: articles/)",
    )
    add_fetching(fetch)
    fetch.add_argument("--only-new", action="store_true", help="leave pages that are in the folder already as they are")
    fetch.set_defaults(run=_fetch)

    evaluate = command(
        "evaluate",
        "score annotations against gold",
        "Precision, recall and F1 of annotations against gold, per kind of fact.",
    )
    evaluate.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder with gold annotations (*.json)")
    evaluate.add_argument(
        "predicted", type=Path, metavar="PREDICTED_DIR", help="folder with annotations, or a build's folder"
    )
    evaluate.add_argument("--per-document", action="store_true", help="one table per document as well")
    evaluate.add_argument("--errors", action="store_true", help="every miss and every false one with its sentence")
    evaluate.add_argument("--json", action="store_true", help="machine-readable")
    evaluate.set_defaults(run=_evaluate)

    why = command(
        "why",
        "what is known of somebody, and who says so",
        "What is known of a person, organisation or pledge, each fact with its sentence and article.",
    )
    why.add_argument("name", metavar="NAME-OR-IRI", help="a name, an alias, a slug or an IRI")
    why.add_argument(
        "-d", "--directory", type=Path, default=Path("output"), metavar="DIR", help="a built graph (default: output/)"
    )
    why.set_defaults(run=_why)

    check = command(
        "check",
        "check a built graph",
        "Shapes and the evidence rule over a built graph: what is wrong, in plain words.",
    )
    check.add_argument(
        "directory",
        type=Path,
        metavar="DIR",
        nargs="?",
        default=Path("output"),
        help="a built graph (default: output/)",
    )
    check.set_defaults(run=_check)

    query = command(
        "query",
        "ask a built graph in SPARQL",
        "Ask a built graph: a saved question's name, a file, or SPARQL in quotes.",
    )
    query.add_argument(
        "question",
        metavar="QUESTION",
        nargs="?",
        default=None,
        help='FILE.rq, "SPARQL", or a saved name; none lists the saved ones',
    )
    query.add_argument(
        "-d", "--directory", type=Path, default=Path("output"), metavar="DIR", help="a built graph (default: output/)"
    )
    query.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="NAME=VALUE", help="a parameter of a saved question"
    )
    query.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    query.set_defaults(run=_query)

    return parser


def _no_command(parser: argparse.ArgumentParser) -> int:
    parser.print_help(sys.stderr)
    return 2


def _version() -> int:
    from importlib.metadata import version

    print(f"kg {version('stakeholder-kg')}")
    return 0


def _build(args: argparse.Namespace) -> int:
    from kg.pipeline import build
    from kg.progress import Reporter, summary
    from kg.settings import Settings

    cache = None if args.no_cache else args.cache or args.output.absolute().parent / ".kg-cache"
    given = {"base": args.base, "model": args.model, "min_belief": args.min_belief}
    named = {name: value for name, value in given.items() if value is not None}
    settings = Settings(cache=cache, fetching=fetching_of(args), **named, **reading_of(args))
    with Reporter(sys.stderr) as reporter:
        outcome = build(args.sources, args.output, settings, reporter)
    print(summary(outcome.counts, outcome.skipped, outcome.failed, args.output))
    return 1 if outcome.failed else 0


def _read(args: argparse.Namespace) -> int:
    import shutil

    from kg.account import complaints
    from kg.pipeline import is_web, look, quiet
    from kg.progress import Reporter
    from kg.read.show import as_json, as_text
    from kg.settings import Settings

    with Reporter(sys.stderr) as reporter:  # files are read before a line of it could be seen, the web takes its time
        progress = reporter if any(map(is_web, args.sources)) else quiet
        documents, left_out = look(args.sources, Settings(fetching=fetching_of(args), **reading_of(args)), progress)
    print(
        as_json(documents)
        if args.json
        else as_text(documents, width=shutil.get_terminal_size().columns, whole=args.whole)
    )
    print(complaints(left_out, every=True), file=sys.stderr, end="")
    if not documents:
        return 2
    return 1 if any(item.failed for item in left_out) else 0


def _fetch(args: argparse.Namespace) -> int:
    from kg.account import complaints
    from kg.pipeline import fetch
    from kg.progress import Reporter, listing
    from kg.settings import Settings

    with Reporter(sys.stderr) as reporter:
        visit = fetch(args.sources, args.output, Settings(fetching=fetching_of(args)), reporter, only_new=args.only_new)
    print(listing("Fetched", visit.counts))
    print(complaints([*visit.skipped, *visit.failed]), file=sys.stderr, end="")
    print(f"Read them with: kg build {args.output}")
    return 1 if visit.failed else 0


def _evaluate(args: argparse.Namespace) -> int:
    from kg.evaluate import as_json, as_text, evaluate

    scores = evaluate(args.gold, args.predicted)
    print(as_json(scores) if args.json else as_text(scores, per_document=args.per_document, errors=args.errors))
    return 0


def _why(args: argparse.Namespace) -> int:
    from kg.query import why

    print(why(args.directory, args.name))
    return 0


def _check(args: argparse.Namespace) -> int:
    from kg.graph.check import check

    problems = check(args.directory)
    for problem in problems:
        print(problem)
    print(f"{args.directory}: {len(problems) or 'no'} problem{'s' if len(problems) > 1 else ''} found", file=sys.stderr)
    return 1 if problems else 0


def _query(args: argparse.Namespace) -> int:
    from kg.query import ask, saved_questions

    if args.question is None:
        for name, title in saved_questions().items():
            print(f"{name:32} {title}")
        return 0
    parameters = dict(pair.split("=", 1) if "=" in pair else (pair, "") for pair in args.parameter)
    print(ask(args.directory, args.question, output=args.format, parameters=parameters))
    return 0


if __name__ == "__main__":
    sys.exit(main())
