"""report.html: who is who, the pledge ledger, who said what. Plain HTML that prints well; no script, no request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kg.built import Built
from kg.export._dossier import Dossier, Money, Passage, Profile, Told, make_dossier

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; --ink: #1d2328; --soft: #56606a; --line: #d9d6ce; --mark: #ffe9a8; --ground: #fbfaf7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecef; --soft: #a9b4be; --line: #38414a; --mark: #5c4a10; --ground: #14181c; } }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; margin-bottom: .2rem; } h2 { margin-top: 3rem; border-bottom: 2px solid var(--line); }
h3 { margin: 2rem 0 .2rem; } .soft, cite { color: var(--soft); font-style: normal; font-size: .9rem; }
nav a { margin-right: 1rem; } a { color: inherit; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; } .wide { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
td.sum { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); font-family: Georgia, serif; white-space: pre-line; }
mark { background: var(--mark); color: inherit; } details { margin: .3rem 0; } summary { cursor: pointer; }
@media print { details > * { display: block; } body { max-width: none; } }
"""
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "INR": "₹", "CAD": "C$", "AUD": "A$"}
KINDS = (("person", "People"), ("organisation", "Organisations"), ("initiative", "Initiatives"), ("event", "Events"))


def export(built: Built) -> dict[str, bytes]:
    """The report, UTF-8."""
    dossier = make_dossier(built)
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
        f"<title>Stakeholder report</title><style>{STYLE}</style></head><body>",
        "<h1>Stakeholder report</h1>",
        f'<p class="soft">{len(dossier.facts)} facts from {len(dossier.sources)} articles; each with the words that say it.</p>',
        '<nav><a href="#who">Who is who</a><a href="#money">Pledges and other funding</a><a href="#said">Who said what</a>'
        '<a href="#sources">Articles</a></nav>',
        *_who_is_who(dossier),
        *_ledger(dossier),
        *_said(dossier),
        *_sources(dossier),
        "</body></html>",
    ]
    return {"report.html": ("\n".join(parts) + "\n").encode("utf-8")}


def _who_is_who(dossier: Dossier) -> Iterator[str]:
    yield '<h2 id="who">Who is who</h2>'
    about: dict[str, list[Told]] = {}
    for fact in dossier.facts:
        for iri in fact.about:
            about.setdefault(iri, []).append(fact)
    for kind, title in KINDS:
        some = [profile for profile in dossier.profiles if profile.kind == kind]
        if some:
            yield f"<h3>{title} ({len(some)})</h3>"
            for profile in sorted(some, key=lambda p: p.name.lower()):
                yield from _profile(dossier, profile, about.get(profile.iri, []))


def _profile(dossier: Dossier, profile: Profile, facts: list[Told]) -> Iterator[str]:
    sort = f", {escape(profile.sort.replace('_', ' '))}" if profile.sort else ""
    also = f' <span class="soft">also: {escape(" · ".join(profile.aliases))}</span>' if profile.aliases else ""
    told = [fact for fact in facts if fact.kind != "statement"]
    posts = "; ".join(dict.fromkeys(f.line for f in told if f.kind == "position" and f.about[:1] == (profile.iri,)))
    head = (
        f"<b>{escape(profile.name)}</b><span class='soft'>{sort}</span>{' – ' + escape(posts) if posts else ''}{also}"
    )
    if not told:
        yield f"<p>{head}</p>"
        return
    yield f"<details><summary>{head}</summary>"
    for fact in told:
        yield f"<p>{escape(fact.subject)} – {escape(fact.line)} <span class='soft'>belief {fact.belief:.2f}</span></p>"
        yield from (_passage(dossier, piece) for piece in fact.passages)
    yield "</details>"


def _passage(dossier: Dossier, piece: Passage) -> str:
    quoted = f"{escape(piece.before)}<mark>{escape(piece.words)}</mark>{escape(piece.after)}"
    return f"<blockquote>{quoted}</blockquote>{_cite(dossier, piece.source)}"


def _cite(dossier: Dossier, source: int) -> str:
    about = dossier.sources[source]
    return (
        f"<cite>{escape(', '.join(p for p in (about.title, about.publisher, about.published, about.file) if p))}</cite>"
    )


def _ledger(dossier: Dossier) -> Iterator[str]:
    yield '<h2 id="money">Pledges and other funding</h2>'
    yield (
        '<p class="soft">One row is one sum of money, however many articles speak of it. Totals count each promise once; '
        "needs, requests, existing, spent and disputed money are never added. A sum may be part of another.</p>"
    )
    for total in totals(dossier.money):
        yield f"<p><b>{escape(total)}</b></p>"
    heads = ("Sum", "Status", "Who pays", "Who says so", "For", "Purpose", "Period, occasion", "In the words of")
    yield f"<div class='wide'><table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    facts = {fact.iri: fact for fact in dossier.facts}
    for row in dossier.money:
        told = [facts[iri] for iri in row.statements if iri in facts]
        where = "<br>".join(
            _cite(dossier, source) for source in dict.fromkeys(p.source for f in told for p in f.passages)
        )
        status = row.status.replace("_", " ") + ("" if row.newness == "unstated" else f", {row.newness}")
        when = "; ".join(part for part in (row.period, row.occasion) if part)
        cells = (status, row.payer, row.announcer, row.recipient, row.purpose, when)
        yield f"<tr><td class='sum'>{escape(_sum(row))}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}<td>{where}</td></tr>"
    yield "</tbody></table></div>"


def _sum(row: Money) -> str:
    if row.stated is None:
        return row.surface
    return f"{SIGNS.get(row.currency, row.currency + ' ')}{row.stated:,}{' a year' if row.is_per_year else ''}"


def totals(money: Iterable[Money]) -> list[str]:
    """A line per kind of promise and currency: manifesto sums apart, yearly sums apart, each promise once."""
    added: dict[tuple[str, str, bool], int] = {}
    for row in money:
        if row.counts and row.stated is not None:
            key = ("in manifestos" if row.status == "manifesto" else "promised", row.currency, row.is_per_year)
            added[key] = added.get(key, 0) + row.stated
    return [
        f"{SIGNS.get(currency, currency + ' ')}{stated:,}{' a year' if is_per_year else ''} {what}"
        for (what, currency, is_per_year), stated in sorted(added.items())
    ]


def _said(dossier: Dossier) -> Iterator[str]:
    yield '<h2 id="said">Who said what</h2>'
    by_speaker: dict[str, list[Told]] = {}
    for fact in dossier.facts:
        if fact.kind == "statement":
            by_speaker.setdefault(fact.subject, []).append(fact)
    for speaker in sorted(by_speaker, key=str.lower):
        yield f"<h3>{escape(speaker)} ({len(by_speaker[speaker])})</h3>"
        for fact in by_speaker[speaker]:
            yield f"<p>{escape(fact.line)}<br>{_cite(dossier, fact.passages[0].source)}</p>"


def _sources(dossier: Dossier) -> Iterator[str]:
    yield '<h2 id="sources">Articles</h2><ul>'
    for number in range(len(dossier.sources)):
        yield f"<li>{_cite(dossier, number)}</li>"
    yield "</ul>"
