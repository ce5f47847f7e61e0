"""Short texts as parsed articles, for tests and for looking by eye: `python -m tests.reading FILE.txt`.

Beside a `FILE.json` in the gold format, its article spans are used instead of the reader's (to look at one step alone).
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from kg.extract import extract_all
from kg.mention import parse_document
from kg.model import Article, Document, Piece, Span
from kg.parsed import ParsedArticle
from kg.read import read_document
from kg.settings import Settings


def parse_text(text: str, *, published: str | None = None) -> ParsedArticle:
    """The text as one article whose every line is body."""
    article = Article(index=0, body=Span(0, len(text)), published=published)
    document = Document("example", "example.txt", text, hashlib.sha256(text.encode()).hexdigest(), (article,))
    return parse_document(document, Settings().model)[0]


def parse_news(headline: str, *paragraphs: str) -> ParsedArticle:
    """The text as one article with a headline."""
    text = "\n\n".join([headline, *paragraphs])
    article = Article(index=0, body=Span(len(headline), len(text)), headline=Span(0, len(headline)), title=headline)
    document = Document("example", "example.txt", text, hashlib.sha256(text.encode()).hexdigest(), (article,))
    return parse_document(document, Settings().model)[0]


def gold_document(path: Path) -> Document:
    """The text file with the articles that the gold file beside it (or in `gold/seeds`) gives."""
    data = path.read_bytes()
    text = data.decode("utf-8")
    articles = []
    for index, item in enumerate(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["articles"]):
        title = item["title"]
        before = text.rfind(title, 0, item["body_start"]) if title else -1
        headline = Span(before, before + len(title)) if before >= 0 else None
        body = Span(item["body_start"], item["body_end"])
        articles.append(
            Article(index, body, headline, (), title, item["publisher"], None, item["published"], item["event_date"])
        )
    return Document(path.stem, path.name, text, hashlib.sha256(data).hexdigest(), tuple(articles))


def main(paths: list[str]) -> None:
    """Print what is read in each file."""
    for path in paths:
        file = Path(path)
        if file.with_suffix(".json").exists():
            document = gold_document(file)
        else:
            document = read_document(Piece(path, file.read_bytes()), name=file.stem)
        for article in parse_document(document, Settings().model):
            print(
                f"══ {path} [{article.article.index}] {article.article.title!r} {article.article.publisher} {article.article.published}"
            )
            for chain in article.chains:
                print(f"  {chain.kind:12} {chain.name!r} {chain.sort} ← {[m.words for m in chain.mentions]}")
            for role in article.roles:
                body = role.organisation.words if role.organisation else None
                holder = role.holder.words if role.holder else None
                print(f"  role {role.title.words!r} at {body!r} held by {holder!r} {role.tense} {role.rule}")
            for fact in extract_all(article):
                print(f"  {type(fact).__name__:17} {fact.belief:.2f} {fact}")


if __name__ == "__main__":
    main(sys.argv[1:])
