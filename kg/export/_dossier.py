"""What is known, as plain records for people: each fact as a sentence, with the words that say it. The page and the report show these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.built import Built
from kg.export._dates import years_of
from kg.export._records import Dossier, Money, Named, Profile, Source, Told
from kg.export._telling import Teller
from kg.iri import article_iri, entity_iri, fact_iri, pledge_iri
from kg.model import ArticleKey, FundingStatement, Kind, Landscape


def make_dossier(built: Built) -> Dossier:
    """The records of a build. Sources are in the order of the documents, facts in the order of the text."""
    landscape, base = built.landscape, built.settings.base
    pledge_of = {key: pledge_iri(base, p) for p in landscape.pledges for key in (*p.statements, *p.unsure)}
    sources = _sources(landscape, base)
    facts: list[Told] = []
    tellers: dict[tuple[str, str], Teller] = {}
    first = 0
    for reading in landscape.readings:
        digest = reading.document.content_hash
        teller = Teller(landscape, reading, base, first, pledge_of)
        first += len(reading.document.articles)
        tellers |= {
            (digest, fact.id_in(digest)): teller for fact in reading.facts if isinstance(fact, FundingStatement)
        }
        facts += [told for fact in reading.facts if (told := teller.tell(fact))]
    profiles = tuple(
        Profile(entity_iri(base, e), str(e.kind), e.sort, e.name, _aliases(e.name, e.aliases))
        for e in landscape.entities
        if e.kind is not Kind.PLACE
    )
    return Dossier(sources, profiles, tuple(facts), tuple(_ledger(landscape, tellers, base)))


def _sources(landscape: Landscape, base: str) -> tuple[Source, ...]:
    """Every article of every document, in order, with where it appeared again."""
    articles = [(r.document, article) for r in landscape.readings for article in r.document.articles]
    number_of = {(document.name, article.index): number for number, (document, article) in enumerate(articles)}
    source_of = landscape.source_of
    also: dict[ArticleKey, list[int]] = {}
    for key, source in source_of.items():
        also.setdefault(source, []).append(number_of[key])
    return tuple(
        Source(
            iri=article_iri(base, document, article.index),
            title=article.title or f"(no headline) {document.path}",
            publisher=article.publisher or "",
            published=article.published or "",
            url=article.url or "",
            file=document.path,
            origin=number_of[source_of.get(key, key)],
            also=tuple(sorted(also.get(key, ()))),
        )
        for key, (document, article) in zip(number_of, articles, strict=True)
    )


def _ledger(landscape: Landscape, tellers: dict[tuple[str, str], Teller], base: str) -> Iterator[Money]:
    """One row per pledge: what the statement that tells most says; who pays and who gets, joined over all statements."""
    found = {
        (r.document.content_hash, f.id_in(r.document.content_hash)): f
        for r in landscape.readings
        for f in r.facts
        if isinstance(f, FundingStatement)
    }
    for pledge in landscape.pledges:
        told = [(tellers[key], found[key]) for key in pledge.statements]
        teller, best = max(
            told, key=lambda item: (item[1].amount is not None, sum(part is not None for part in item[1].parts))
        )
        period = teller.name(best.period)
        start, end = years_of(period)
        yield Money(
            iri=pledge_iri(base, pledge),
            surface=" ".join(best.surface.words.split()),
            stated=best.amount.stated if best.amount else None,
            currency=best.amount.currency if best.amount else "",
            is_per_year=bool(best.amount and best.amount.is_per_year),
            status=str(best.status),
            newness=str(best.newness),
            payers=_apart(t.named(f.pledger) for t, f in told),
            announcers=_apart(t.named(f.announced_by) for t, f in told),
            recipients=_apart(t.named(f.recipient) for t, f in told),
            purpose=teller.name(best.purpose),
            period=period,
            occasions=_apart(t.named(f.occasion) for t, f in told),
            is_disputed=best.is_disputed,
            counts=best.status.is_promise and best.amount is not None and not best.is_disputed,
            statements=tuple(fact_iri(base, key[1]) for key in pledge.statements),
            unsure=tuple(fact_iri(base, key[1]) for key in pledge.unsure),
            start=start,
            end=end,
        )


def _aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases without common words ("plans"), and without those that only begin a sentence: "The chair" beside "the chair"."""
    known = {name, *aliases}
    return tuple(
        alias
        for alias in aliases
        if not (alias.islower() and " " not in alias)
        and not (alias[:1].isupper() and alias[:1].lower() + alias[1:] in known)
    )


def _apart(named: Iterable[Named]) -> tuple[Named, ...]:
    """Each of them once, in order; without those that nobody names."""
    return tuple(dict.fromkeys(one for one in named if one[0]))
