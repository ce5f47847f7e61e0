"""`python -m bench [MEASURE [FOLDER]]`: one measurement, as a table on stdout."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from bench import ablation, bodies, calibration, gold, page, speed, webpages
from bench.quality import measures, records_of
from kg.evaluate import Scores, as_text
from kg.extract import extract_all
from kg.mention import parse_document
from kg.model import Article, Document, Fact, Span
from kg.parsed import ParsedArticle
from kg.settings import Settings


def read(text: str) -> tuple[ParsedArticle, list[Fact]]:
    """The text, its every line taken as body, parsed, and the facts in it that a build would write by default."""
    settings = Settings()
    document = Document(
        "text", "text.txt", text, hashlib.sha256(text.encode()).hexdigest(), (Article(0, Span(0, len(text))),)
    )
    article = parse_document(document, settings.model)[0]
    return article, [fact for fact in extract_all(article) if fact.belief >= settings.min_belief]


# what needs no third-party data: its name, what it is, what it prints
OWN: dict[str, tuple[str, Callable[[argparse.Namespace], str]]] = {
    "gold": (str(gold.__doc__), lambda _: gold.table()),
    "bodies": (str(bodies.__doc__), lambda _: bodies.measure()),
    "calibration": (str(calibration.__doc__), lambda _: calibration.measure()),
    "calibrate": ("The same, and the scales of beliefs fitted anew.", lambda _: calibration.measure(refit=True)),
    "ablation": (str(ablation.__doc__), lambda _: ablation.measure()),
    "page": (str(page.__doc__), lambda _: page.measure()),
    "speed": (str(speed.__doc__), lambda args: str(speed.measure(speed.texts_of(args.folder)[: args.limit]))),
    "webpages": (str(webpages.__doc__), lambda args: webpages.measure(args.folder, args.limit)),
}


def main() -> int:
    """Run one measurement; the exit code."""
    sets = measures()
    listed = "\n".join(f"  {name:14} {measure.MEASURES}" for name, measure in sets.items())
    own = "\n".join(f"  {name:14} {about.splitlines()[0]}" for name, (about, _) in OWN.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        epilog=f"of our own:\n{own}\n\nsets:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("measure", nargs="?", choices=[*OWN, *sets], help="what to measure")
    parser.add_argument(
        "folder", nargs="?", type=Path, help="the set's folder, which holds dev.jsonl (speed: any texts)"
    )
    parser.add_argument("--limit", type=int, help="score so many records, spread evenly over the set")
    parser.add_argument("--errors", action="store_true", help="every miss and every false one")
    args = parser.parse_args()
    if args.measure is None:
        parser.print_help()
        return 0
    if args.measure in OWN:
        print(OWN[args.measure][1](args))
        return 0
    if args.folder is None:
        parser.error(f"{args.measure} needs the folder that holds its dev.jsonl")
    try:
        records = records_of(args.folder, args.limit)
    except FileNotFoundError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    rows = sets[args.measure].score(records, read)
    print(f"{args.measure}: {len(records)} records. {sets[args.measure].MEASURES}")
    print(as_text(Scores(rows, {args.measure: rows}, []), errors=args.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
