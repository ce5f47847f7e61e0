"""Inputs → readings: from the cache, or read, parsed and searched for facts, some documents at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.cache import keep, reader_version, recall
from kg.errors import LanguageError, ReadError
from kg.extract import extract_all
from kg.mention import parse_documents
from kg.model import Document, Fact, Input, Piece, Reading, Skipped
from kg.parsed import ParsedArticle
from kg.read import read_document
from kg.read.sequel import join_pages
from kg.read.unpack import pieces_of
from kg.settings import Settings

Progress = Callable[[str, float, int], None]  # what is being done, how many inputs are done (in parts too), of how many
TOGETHER = (
    50_000  # characters that are parsed together: the language model is an eighth faster on twenty articles than on one
)
Wanted = tuple[str, Document]  # the key under which its reading will be kept, and a document


def read_all(inputs: Sequence[Input], settings: Settings, progress: Progress) -> tuple[list[Reading], list[Skipped]]:
    """The readings of all inputs, sorted by name, and what gave none with the reason."""
    readings: list[Reading] = []
    left_out: list[Skipped] = []
    wanted: list[Wanted] = []
    for piece, name in pieces_of(inputs, settings, progress):
        if isinstance(piece, Skipped):
            left_out.append(piece)
            continue
        key = _key(piece, name, settings)
        kept = recall(settings.cache, key)
        if kept is not None:
            readings.append(kept)
            continue
        try:
            wanted.append((key, read_document(piece, name=name)))
        except ReadError as error:
            left_out.append(unread(piece.path, error))
        if sum(len(document.text) for _, document in wanted) >= TOGETHER:
            readings += _read(wanted, settings)
            wanted = []
    readings += _read(wanted, settings)
    return _in_one(sorted(readings, key=lambda reading: reading.document.name), settings), left_out


def unread(path: str, error: ReadError) -> Skipped:
    """What could not be read, and why."""
    return Skipped(path, str(error), failed=not isinstance(error, LanguageError))


def _key(piece: Piece, name: str, settings: Settings) -> str:
    """The key of a piece's reading: the same if nothing that reads has changed since."""
    digest = hashlib.sha256(piece.data).hexdigest()
    return _hashed(digest, replace(piece, data=b""), name, reader_version(settings.model))


def _hashed(*known: object) -> str:
    return hashlib.sha256(repr(known).encode()).hexdigest()


def _in_one(readings: Sequence[Reading], settings: Settings) -> list[Reading]:
    """The readings, where several are of the pages of one article one in their place."""
    known = {reading.document.name: reading for reading in readings}
    documents = join_pages([reading.document for reading in readings])
    wanted: list[Wanted] = []
    for document in documents:
        if known[document.name].document is not document:
            key = _hashed("pages", document.content_hash, document.name, reader_version(settings.model))
            kept = recall(settings.cache, key)
            if kept is None:
                wanted.append((key, document))
            else:
                known[document.name] = kept
    known |= {reading.document.name: reading for reading in _read(wanted, settings)}
    return [known[document.name] for document in documents]


def _read(wanted: Sequence[Wanted], settings: Settings) -> list[Reading]:
    """The readings of the documents, which are kept in the cache."""
    parsed = parse_documents([document for _, document in wanted], settings.model)
    readings = []
    for (key, document), articles in zip(wanted, parsed, strict=True):
        reading = _reading(document, articles)
        keep(settings.cache, key, reading)
        readings.append(reading)
    return readings


def _reading(document: Document, articles: Sequence[ParsedArticle]) -> Reading:
    chains = sorted((c for a in articles for c in a.chains), key=lambda c: (c.mentions[0].start, c.kind, c.name))
    facts = sorted((f for a in articles for f in extract_all(a)), key=_place)
    return Reading(document, tuple(chains), tuple(facts), sum(a.unresolved for a in articles))


def _place(fact: Fact) -> tuple[int, int, str, str]:
    first = fact.evidence[0]
    return (first.start, first.end, fact.predicate, str(fact))
