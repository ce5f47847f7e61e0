"""Every IRI that a build mints: one function per sort of node, so that the graph, the network and the page agree."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from urllib.parse import quote

from kg.model import Document, Entity, Evidence, Judgement, Pledge


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    return quote(name, safe="")


def entity_iri(base: str, entity: Entity) -> str:
    """<base>person/moira-standing."""
    return f"{base}{entity.kind}/{quote(entity.slug)}"


def pledge_iri(base: str, pledge: Pledge) -> str:
    """<base>funding/325m-strongest-plans: the money of one or several funding statements."""
    return f"{base}funding/{quote(pledge.slug)}"


def fact_iri(base: str, fact_id: str) -> str:
    """<base>fact/0123456789abcdef."""
    return f"{base}fact/{fact_id}"


def judgement_iri(base: str, judgement: Judgement) -> str:
    """<base>judgement/0123456789abcdef: a hash of what it is about, by what and why, and how it ends."""
    said = (judgement.left, judgement.right, str(judgement.verdict), judgement.by, judgement.why, repr(judgement.score))
    return f"{base}judgement/{hashlib.sha256('|'.join(said).encode()).hexdigest()[:16]}"


def document_iri(base: str, document: Document) -> str:
    """<base>document/000_x: the text file that offsets refer to."""
    return f"{base}document/{_quoted(document.name)}"


def article_iri(base: str, document: Document, index: int) -> str:
    """<base>article/000_x/0."""
    return f"{base}article/{_quoted(document.name)}/{index}"


def evidence_iri(base: str, evidence: Evidence) -> str:
    """<base>evidence/000_x/120-188."""
    return f"{base}evidence/{_quoted(evidence.document)}/{evidence.start}-{evidence.end}"
