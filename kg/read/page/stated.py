"""What the markup of a page says of its article, each with where it stands: JSON-LD, meta tags, microdata, `<time>`, links.

Trafilatura and htmldate read the same places, but do not say which one they took, and take a guess for a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from kg.model import Given
from kg.read.given import BY, iso_date
from kg.read.page.jsonld import clean, stated_in

# names of meta tags, the most telling first; og: Open Graph, dc: Dublin Core, citation_: Google Scholar, parsely-, sailthru.: trackers
META = {
    "title": "og:title citation_title dc.title dcterms.title parsely-title sailthru.title twitter:title",
    "author": "article:author author citation_author dc.creator dcterms.creator parsely-author sailthru.author byl",
    "publisher": "og:site_name citation_publisher dc.publisher dcterms.publisher publisher application-name",
    "published": "article:published_time og:article:published_time citation_publication_date citation_date dc.date dc.date.issued "
    "dcterms.issued dcterms.date dcterms.created parsely-pub-date sailthru.date datepublished pubdate publishdate publish-date "
    "publication_date article_date_original date",
    "url": "og:url",
}
ITEMPROPS = {"headline": "title", "datepublished": "published", "author": "author", "publisher": "publisher"}
PUBLISHED = re.compile(r"publish|entry-date|post-?date|date-?line|pub-?date|posted")
CHANGED = re.compile(r"updat|modif")
YEAR_FIRST = re.compile(r"^(\d{4})/(\d{1,2})(?:/(\d{1,2}))?")
EARLIEST, LATEST = "1900", "2100"
EPOCH = "1970-01-01"  # what programs print for no date at all
SITE_BEHIND = re.compile(r"\s+[|–—·»:-]\s+([^|–—·»]{2,60})$")
MOST_WORDS = {"title": 50, "author": 20, "publisher": 12, "published": 12, "url": 1}


@dataclass(frozen=True, slots=True)
class Stated:
    """What the markup says.

    Attributes:
        known: at most one value for each field, dates as ISO.
        is_locked: it says that the article is not free to read. before, after: the pages that it names as previous and next, "" for none.
        notes: what is stated and refused.
    """

    known: tuple[Given, ...]
    is_locked: bool
    before: str
    after: str
    notes: tuple[str, ...]

    @property
    def title(self) -> str:
        """The stated title, "" if there is none."""
        return next((given.value for given in self.known if given.field == "title"), "")


def stated_of(root: HtmlElement) -> Stated:
    """What the markup of the page with this root says of its article."""
    meta = list(_meta(root))
    titles = [given.value.casefold() for given in meta if given.field == "title"]
    titles += [clean(" ".join(h1.itertext())).casefold() for h1 in root.iter("h1")]
    data, is_locked = stated_in([script.text or "" for script in root.iter("script") if _is_data(script)], titles)
    links = {rel: link.get("href", "") for link in root.iter("link") for rel in link.get("rel", "").lower().split()}
    canonical = [Given("url", links["canonical"], "link canonical")] if "canonical" in links else []
    title = [Given("title", clean(element.text or ""), "title tag") for element in root.iter("title")][:1]
    candidates = [*canonical, *data, *meta, *_items(root), *_times(root), *_author_links(root), *title]
    known, notes = _first_good(candidates)
    led = {rel: a.get("href", "") for a in root.iter("a") for rel in a.get("rel", "").lower().split()} | links
    return Stated(known, is_locked, led.get("prev", ""), led.get("next", ""), notes)


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _meta(root: HtmlElement) -> Iterator[Given]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower().replace("dc:", "dc.")
        if content := clean(element.get("content", "")):
            found.setdefault(name, content)
    for field, names in META.items():
        yield from (Given(field, found[name], f"meta {name}") for name in names.split() if name in found)


def _items(root: HtmlElement) -> Iterator[Given]:
    """Microdata."""
    for element in root.iterfind(".//*[@itemprop]"):
        name = element.get("itemprop", "").lower()
        if name in ITEMPROPS:
            said = next((element.get(a) for a in ("content", "datetime") if element.get(a)), None)
            if said is None:
                inner = next((e for e in element.iterfind(".//*[@itemprop]") if e.get("itemprop") == "name"), element)
                said = inner.get("content") or " ".join(inner.itertext())
            yield Given(ITEMPROPS[name], clean(said), f"microdata {element.get('itemprop')}")


def _times(root: HtmlElement) -> Iterator[Given]:
    """`<time>` elements that say that something was published, or the only one of the page."""
    times = [element for element in root.iter("time") if element.get("datetime")]
    for element in times:
        names = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if element.get("pubdate") is not None or (PUBLISHED.search(names) and not CHANGED.search(names)):
            yield Given("published", element.get("datetime", ""), "time tag")
    if len({element.get("datetime", "")[:10] for element in times}) == 1:
        names = " ".join(element.get("class", "") for element in times)
        if not CHANGED.search(names.lower()):
            yield Given("published", times[0].get("datetime", ""), "time tag")


def _author_links(root: HtmlElement) -> Iterator[Given]:
    """The one name that links to an author's page, if there is one."""
    links = [element for element in root.iter("a") if "author" in element.get("rel", "").lower().split()]
    names = dict.fromkeys(name for link in links if (name := clean(" ".join(link.itertext()))))
    if len(names) == 1:
        yield from (Given("author", name, "link author") for name in names)


def _first_good(candidates: Sequence[Given]) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """The first candidate of each field that can be right, and notes on dates that cannot."""
    known: dict[str, Given] = {}
    notes: list[str] = []
    sites = [given.value for given in candidates if given.field == "publisher"]
    for given in candidates:
        if given.field in known or not given.value or len(given.value.split()) > MOST_WORDS[given.field]:
            continue
        value = _good(given, sites)
        if value:
            known[given.field] = Given(given.field, value, given.origin)
        elif given.field == "published":
            notes.append(f"{given.origin}: {given.value[:40]!r} is no date on which this can have been published")
    return tuple(known[field] for field in sorted(known)), tuple(dict.fromkeys(notes))


def _good(given: Given, sites: Sequence[str]) -> str:
    """The value in its final form, "" if it cannot be right."""
    value = given.value
    if given.field == "published":
        return published(value) or ""
    if given.field == "url":
        return value if re.match(r"https?://[^/\s]", value) else ""
    if re.match(r"https?://|@|www\.", value):
        return ""  # an author's page, an account
    if given.field == "author":
        return BY.sub("", value)
    behind = SITE_BEHIND.search(value)
    if given.field == "title" and behind and (behind[1] in sites or given.origin == "title tag"):
        return value[: behind.start()]
    return value


def published(value: str) -> str | None:
    """The date as ISO, as exact as it is stated; None if it is none or cannot be a date of publication."""
    found = YEAR_FIRST.match(value)
    date = iso_date("-".join(part.zfill(2) for part in found.groups() if part) if found else value)
    return date if date and EARLIEST <= date[:4] <= LATEST and date != EPOCH else None
