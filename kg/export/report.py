"""report.html: who is who, the pledge ledger, who said what. Plain HTML to read and to print; no script, no request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from kg.built import Built
from kg.export._dossier import make_dossier
from kg.export._money import GROUPS, status_of, sum_of, totals
from kg.export._records import Dossier, Money, Named, Passage, Profile, Told

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
KINDS = (("person", "People"), ("organisation", "Organisations"), ("initiative", "Initiatives"), ("event", "Events"))
TOLD = (
    "position",
    "funding",
    "stance",
    "relation",
    "participation",
    "event",
)  # kinds of fact, in the order of an entry
UNNAMED = ("Without a name", "")  # heading of those who speak but are named nowhere
MODES = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}


def export(built: Built) -> dict[str, bytes]:
    """The report, UTF-8."""
    dossier = make_dossier(built)
    style = files("kg.export").joinpath("page", "report.css").read_text(encoding="utf-8")
    report = _Report(dossier)
    lines = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
        f"<title>Stakeholder report</title><style>{style}</style></head><body>",
        "<header><h1>Stakeholder report</h1>",
        f"<p>{_count(len(dossier.facts), 'fact')} from {_count(dossier.origins, 'article')}, each with the words that say it. "
        "Marked words are the exact words; a belief says how likely a careful reader would agree.</p></header>",
        *report.contents(),
        "<main>",
        *report.who_is_who(),
        *report.ledger(),
        *report.said(),
        *report.sources(),
        "</main></body></html>",
    ]
    return {"report.html": ("\n".join(lines) + "\n").encode("utf-8")}


@dataclass(frozen=True, slots=True)
class _Group:
    """Facts that say the same: shown once, with all their passages, the surest first, and the highest belief."""

    first: Told
    belief: float
    passages: tuple[Passage, ...]


def _joined(facts: Iterable[Told]) -> list[_Group]:
    same: dict[tuple[str, tuple[str, ...], str, str], list[Told]] = {}
    for fact in facts:
        same.setdefault((fact.kind, fact.about, fact.line, fact.status), []).append(fact)
    groups = []
    for some in same.values():
        surest = sorted(some, key=lambda fact: -fact.belief)
        groups.append(_Group(surest[0], surest[0].belief, _apart(piece for f in surest for piece in f.passages)))
    return groups


def _apart(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, each once."""
    return tuple(dict.fromkeys(passages))


class _Report:
    """The sections, as lines of HTML."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._about: dict[str, list[Told]] = {}
        for fact in dossier.facts:
            for iri in fact.about:
                self._about.setdefault(iri, []).append(fact)
        self._known = {profile.iri for profile in dossier.profiles}
        self._facts = {fact.iri: fact for fact in dossier.facts}
        self._speeches: dict[Named, list[Told]] = {}
        for fact in dossier.facts:
            if fact.kind == "statement":
                self._speeches.setdefault(_subject(fact) if fact.about[0] else UNNAMED, []).append(fact)

    def contents(self) -> Iterator[str]:
        """The table of contents, with how much each section holds."""
        yield '<nav aria-label="Contents"><ul>'
        kinds = [(kind, title, sum(p.kind == kind for p in self._dossier.profiles)) for kind, title in KINDS]
        yield _entry("who", "Who is who", "".join(_entry(kind, title, count=n) for kind, title, n in kinds if n))
        money = [(key, title, len(rows)) for key, title, rows in self._money()]
        yield _entry("money", "Pledge ledger", "".join(_entry(key, title, count=n) for key, title, n in money))
        yield _entry("said", "Who said what", count=sum(map(len, self._speeches.values())))
        yield _entry("sources", "Articles", count=self._dossier.origins)
        yield "</ul></nav>"

    def who_is_who(self) -> Iterator[str]:
        """Everybody and everything by name, with what is known of it but for statements."""
        yield '<section><h2 id="who">Who is who</h2>'
        for kind, title in KINDS:
            some = [profile for profile in self._dossier.profiles if profile.kind == kind]
            if some:
                yield f'<h3 id="{kind}">{title} <small>{len(some)}</small></h3>'
                for profile in sorted(some, key=lambda p: (p.name.lower(), p.iri)):
                    yield from self._profile(profile)
        yield "</section>"

    def _profile(self, profile: Profile) -> Iterator[str]:
        facts = _joined(f for f in self._about.get(profile.iri, []) if f.kind in TOLD)
        facts.sort(key=lambda group: (TOLD.index(group.first.kind), group.first.status != "current"))
        bare = "" if facts else ' class="bare"'
        sort = f" <small>{escape(profile.sort.replace('_', ' '))}</small>" if profile.sort else ""
        yield f'<article{bare} id="{_anchor(profile.iri)}"><h4><bdi>{escape(profile.name)}</bdi>{sort}</h4>'
        if profile.aliases:
            yield f'<p class="soft">also: {" · ".join(f"<bdi>{escape(name)}</bdi>" for name in profile.aliases)}</p>'
        for group in facts:
            yield from self._fact(group, profile.iri)
        yield "</article>"

    def _fact(self, group: _Group, about: str) -> Iterator[str]:
        fact = group.first
        own = fact.about[:1] == (about,)
        line = (
            escape(fact.line[:1].upper() + fact.line[1:])
            if own
            else f"{self._name(_subject(fact))}: {escape(fact.line)}"
        )
        status = (
            f' <span class="chip">{escape(fact.status)}</span>'
            if fact.kind == "position" and fact.status != "current"
            else ""
        )
        yield f'<div class="fact"><p><b><bdi>{line}</bdi></b>{status} <small>belief {group.belief:.2f}</small></p>'
        yield from self._passages(group.passages)
        yield "</div>"

    def _passages(self, passages: tuple[Passage, ...]) -> Iterator[str]:
        """The first passage, the others folded away on the screen."""
        yield self._passage(passages[0])
        if passages[1:]:
            yield f"<details><summary>{_count(len(passages) - 1, 'more passage')}</summary>"
            yield from (self._passage(piece) for piece in passages[1:])
            yield "</details>"

    def _passage(self, piece: Passage) -> str:
        quoted = f"{escape(piece.before)}<mark>{escape(piece.words)}</mark>{escape(piece.after)}"
        return f"<blockquote>{quoted}</blockquote>{self._cite(piece)}"

    def _cite(self, piece: Passage) -> str:
        return self._cited(piece.source, piece.place)

    def _cited(self, number: int, place: str = "") -> str:
        source = self._dossier.sources[number]
        where = ", ".join(escape(part) for part in (source.publisher, source.published, place) if part)
        also = "".join(f'; <a href="#article-{n + 1}">{escape(self._known_by(n))}</a>' for n in source.also)
        again = f" (also appeared in {also[2:]})" if also else ""
        return f'<cite><a href="#article-{number + 1}"><bdi>{escape(source.title)}</bdi></a>{" – " + where if where else ""}{again}</cite>'

    def _known_by(self, number: int) -> str:
        """What tells an article from other appearances of it: publisher, else file, and date."""
        source = self._dossier.sources[number]
        return ", ".join(part for part in (source.publisher or source.file, source.published) if part)

    def _name(self, named: Named) -> str:
        """A name, as a link where the report tells of who has it."""
        name, iri = named
        text = f"<bdi>{escape(name)}</bdi>"
        return f'<a href="#{_anchor(iri)}">{text}</a>' if iri in self._known else text

    def _names(self, some: Iterable[Named]) -> str:
        return "; ".join(self._name(named) for named in some)

    def _money(self) -> list[tuple[str, str, list[Money]]]:
        """The groups of the ledger that hold something, the largest sums first."""
        grouped = []
        for key, title, belongs in GROUPS:
            rows = sorted((m for m in self._dossier.money if belongs(m)), key=lambda m: (-(m.stated or 0), m.iri))
            if rows:
                grouped.append((f"money-{key}", title, rows))
        return grouped

    def ledger(self) -> Iterator[str]:
        """Sums of money, each once, by what is said of them; totals of promises only."""
        yield '<section><h2 id="money">Pledge ledger</h2>'
        yield (
            '<p class="soft">One entry is one sum of money, however many articles speak of it. Totals count each promise once; manifesto '
            "money stands apart; needs, requests, existing, spent and disputed money are never added. A sum may be part of another.</p>"
        )
        yield f'<ul class="totals">{"".join(f"<li><b>{escape(s)}</b> {escape(what)}</li>" for s, what in totals(self._dossier.money))}</ul>'
        for key, title, rows in self._money():
            yield f'<h3 id="{key}">{title} <small>{len(rows)}</small></h3>'
            for row in rows:
                yield from self._sum(row)
        yield "</section>"

    def _sum(self, row: Money) -> Iterator[str]:
        yield f'<article class="money" id="{_anchor(row.iri)}"><div><h4>{escape(sum_of(row))}</h4><dl>'
        parts = (
            ("Status", escape(status_of(row))),
            ("Paid by", self._names(row.payers)),
            ("For", self._names(row.recipients)),
            ("Said by", self._names(row.announcers)),
            ("Purpose", escape(row.purpose)),
            ("Period", escape(row.period)),
            ("Occasion", self._names(row.occasions)),
        )
        yield "".join(f"<dt>{head}</dt><dd>{value}</dd>" for head, value in parts if value)
        yield "</dl></div><div>"
        told = [self._facts[iri] for iri in row.statements if iri in self._facts]
        yield from self._passages(_apart(piece for fact in told for piece in fact.passages))
        unsure = [self._facts[iri] for iri in row.unsure if iri in self._facts]
        if unsure:
            yield '<p class="soft">These words may mean the same money; they are not counted:</p>'
            yield from self._passages(_apart(piece for fact in unsure for piece in fact.passages))
        yield "</div></article>"

    def said(self) -> Iterator[str]:
        """Statements by speaker, in the order of the articles; last those of speakers without a name, each with its words for them."""
        yield '<section><h2 id="said">Who said what</h2>'
        for speaker in sorted(self._speeches, key=lambda named: (named == UNNAMED, named[0].lower(), named)):
            facts = self._speeches[speaker]
            yield f"<h3>{self._name(speaker)} <small>{len(facts)}</small></h3>"
            for fact in facts:
                mode = MODES.get(fact.status, "")
                line = f"{fact.subject} {fact.line}" if speaker == UNNAMED else fact.line
                yield (
                    f'<div class="fact"><p class="said"><bdi>{escape(line)}</bdi> <span class="chip">{mode}</span></p>'
                    f"{self._cite(fact.passages[0])}</div>"
                )
        yield "</section>"

    def sources(self) -> Iterator[str]:
        """The articles, as a reader would cite them."""
        yield '<section><h2 id="sources">Articles</h2><ol>'
        for number, source in enumerate(self._dossier.sources, start=1):
            title = f"<bdi>{escape(source.title)}</bdi>"
            if source.url.lower().startswith(("https://", "http://")):
                title = f'<a href="{escape(source.url)}" rel="noreferrer noopener">{title}</a>'
            where = ", ".join(escape(part) for part in (source.publisher, source.published) if part)
            again = "" if source.origin == number - 1 else f", told already by {self._cited(source.origin)}"
            yield f'<li id="article-{number}">{title}{" – " + where if where else ""} <small>{escape(source.file)}</small>{again}</li>'
        yield "</ol></section>"


def _entry(anchor: str, title: str, inner: str = "", count: int | None = None) -> str:
    """One line of the table of contents, with those below it."""
    number = "" if count is None else f" <small>{count}</small>"
    return f'<li><a href="#{anchor}">{title}</a>{number}{f"<ul>{inner}</ul>" if inner else ""}</li>'


def _subject(fact: Told) -> Named:
    """Whom or what the fact is about, for a link: of money, its words alone."""
    return fact.subject, fact.about[0] if fact.about and fact.kind != "funding" else ""


def _anchor(iri: str) -> str:
    return escape("-".join(iri.split("/")[-2:]))


def _count(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
