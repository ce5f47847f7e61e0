"""Events: when and where they were, who held them, who took part in which role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract import Example
from kg.extract._audience import heard_there
from kg.extract._minutes import listed_in_minutes
from kg.extract._participants import BUDGETS, Part, panel_of, parts_in, present
from kg.extract._when import date_in, date_of
from kg.model import Chain, Fact, Gathering, Kind, Mention, Participation, Party, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle, Staging

NAME = "events"
VERSION = "5"
YIELDS: tuple[type[Fact], ...] = (Gathering, Participation)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example(
        "Speaking at the Harrow summit on Monday, Anna Bell said that the pool would open.",
        ("Harrow summit | 2021-03-08 | – | –", "Anna Bell | speaker | Harrow summit"),
        published="2021-03-10",
    ),
    Example(
        "Anna Bell told a panel hosted by the Harrow Trust that the pool would open.",
        (
            "panel hosted by the Harrow Trust | – | – | Harrow Trust",
            "Anna Bell | panellist | panel hosted by the Harrow Trust",
        ),
    ),
    Example("There was no budget for the pool, and no meeting about it.", ()),
    Example("Anna Bell said before the Harrow summit that she would not go.", ("Harrow summit | – | – | –",)),
)

PLACED = re.compile(r"(?: (?:this|last) \w+)?,? (?:in|at) (?:the )?")
HELD_BY = re.compile(r"\b(?:hosted|held|organised|organized|run|convened|arranged|staged) by (?:the )?")
GIVEN_TO = re.compile(r"\b(?:lecture|speech|address|meeting|conference) (?:to|of) (?:the )?")
LED_FROM = re.compile(r"\sled by [^.,;\n]{3,80}? from (?:the )?")
MOST_TELLING = ("lead", "mediator", "panellist", "speaker", "attendee")
NAMED, DESCRIBED = 0.8, 0.7
VENUE_WORDS = 6


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One gathering per event, then its participants, each once with their most telling role."""
    facts: list[Fact] = []
    chains = [chain for chain in article.chains if chain.kind is Kind.EVENT]
    parts = _parts(article, chains, known)
    for chain in chains:
        stagings = [s for s in article.stagings if s.event in chain.mentions]
        facts.append(_gathering(article, chain, stagings))
        facts += [_participation(article, chain, part) for part in parts[id(chain)]]
    return facts


def _parts(article: ParsedArticle, chains: Sequence[Chain], known: Sequence[Fact]) -> dict[int, list[Part]]:
    """The parts by event (id of its chain)."""
    found: dict[int, list[Part]] = {id(chain): [] for chain in chains}
    for chain in chains:
        for mention in chain.mentions:
            found[id(chain)] += parts_in(article, mention, known)
        found[id(chain)] += listed_in_minutes(article, chain.mentions[0], known)
    firsts = {chain.mentions[0]: chain for chain in chains}
    for event, part in panel_of(article, list(firsts), known):
        found[id(firsts[event])].append(part)
    for chain, part in heard_there(article, chains):
        found[id(chain)].append(part)
    for paragraph in article.paragraphs:
        last = [c for c in chains if c.mentions[0].start < paragraph.end and not BUDGETS.search(c.name)]
        if last:
            found[id(last[-1])] += present(article, paragraph)
    return {key: _once(article, parts) for key, parts in found.items()}


def _once(article: ParsedArticle, parts: Sequence[Part]) -> list[Part]:
    """Each person once: the most telling role, then the surest."""
    best: dict[int, Part] = {}
    for part in parts:
        chain = article.chain_of(part.person)
        if chain is None:
            continue
        earlier = best.get(id(chain))
        if earlier is None or _rank(part) < _rank(earlier):
            best[id(chain)] = part
    return list(best.values())


def _rank(part: Part) -> tuple[int, float]:
    return (MOST_TELLING.index(part.role), -part.belief)


def _gathering(article: ParsedArticle, chain: Chain, stagings: Sequence[Staging]) -> Gathering:
    """The gathering with the sentence of its first mention, and those that tell when and where it is."""
    event = chain.mentions[0]
    paragraph = article.paragraph_at(event)
    where = _sentence_at(article, event)
    place, organiser = _place(article, paragraph, event), _organiser(article, event)
    date = _date(article, event, where.end) if not any(s.event == event and s.when for s in stagings) else None
    told = [where]
    for staging in stagings:
        day = (
            date_of(staging.when.words, article.article.published, is_ahead=staging.is_ahead) if staging.when else None
        )
        is_telling = (date is None and day is not None) or (place is None and staging.where is not None)
        is_telling |= organiser is None and staging.holder is not None
        date, place, organiser = date or day, place or staging.where, organiser or staging.holder
        if is_telling:
            told.append(_sentence_at(article, staging.event))
    return Gathering(
        evidence=tuple(article.evidence(s.start, s.end, f"{NAME}/{VERSION}") for s in dict.fromkeys(told)),
        belief=NAMED if chain.is_named else DESCRIBED,
        event=event,
        date=date,
        place=place,
        organiser=organiser,
    )


def _sentence_at(article: ParsedArticle, event: Mention) -> Span:
    paragraph = article.paragraph_at(event)
    return Span(event.start, event.end) if paragraph is None else Span(*_sentence(paragraph, event))


def _date(article: ParsedArticle, event: Mention, sentence_end: int) -> str | None:
    """The date of the notice, or the one in the event's description and the few words after it."""
    if article.article.event_date is not None and event.words.startswith("A "):
        return article.article.event_date
    after = article.document.text[event.end : min(sentence_end, event.end + 30)]
    near = re.split(r"[,;:.]|\bthat\b", after, maxsplit=1)[0]
    return date_in(f"{event.words} {near}", article.article.published)


def _sentence(paragraph: Paragraph, mention: Mention) -> tuple[int, int]:
    span = paragraph.tokens_at(mention)
    if span is None:
        return mention.start, mention.end
    sentence = span[0].sent
    return paragraph.start + sentence.start_char, max(paragraph.start + sentence.end_char, mention.end)


def _place(article: ParsedArticle, paragraph: Paragraph | None, event: Mention) -> Phrase | None:
    """A place in the description or right after the event: "the summit in Harrow"."""
    if paragraph is None:
        return None
    inside = [p for p in article.mentions_in(Span(event.start, event.end), Kind.PLACE) if p.start > event.start]
    if inside and article.document.text[: inside[0].start].endswith((" in ", " at ", " in the ", " at the ")):
        return Phrase(inside[0].start, inside[0].end, inside[0].words)
    if article.article.event_date is not None and event.words.startswith("A "):
        return _venue(article, paragraph)
    found = PLACED.match(paragraph.text[event.end - paragraph.start :])
    if found is None:
        return None
    at = event.end + found.end()
    place = article.mention_at(Span(at, at + 1), Kind.PLACE)
    return Phrase(place.start, place.end, place.words) if place is not None and place.start == at else None


def _venue(article: ParsedArticle, paragraph: Paragraph) -> Phrase | None:
    """In the notice of an event: the line of nothing but capitalised words above it."""
    number = article.paragraphs.index(paragraph)
    line = article.paragraphs[number - 1] if number else None
    if line is None or not all(t.text[:1].isupper() for t in line.doc) or not 2 <= len(line.doc) <= VENUE_WORDS:
        return None
    return article.phrase(line.start, line.end)


def _organiser(article: ParsedArticle, event: Mention) -> Party | None:
    """The body that holds the event: "hosted by the Harrow Trust", "the Harrow Fund summit", "HFX 2016"."""
    bodies = article.mentions_in(Span(event.start, event.end), Kind.ORGANISATION)
    for pattern in (HELD_BY, GIVEN_TO):
        found = pattern.search(event.words)
        if found is not None:
            holders = [m for m in bodies if m.start == event.start + found.end()]
            if holders:
                return holders[0]
    if bodies and bodies[0].start == event.start:
        return bodies[0]
    first = event.words.split()[0]
    named = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.name == first]
    if named:
        return named[0].mentions[0]
    text = article.document.text
    led = LED_FROM.match(text, event.end)
    if led is not None:
        return article.mention_at(Span(led.end(), led.end() + 1), Kind.ORGANISATION)
    has_officers = re.search(rf"\b{re.escape(event.words)} (?:president|chair)", text) is not None
    return article.phrase(event.start, event.start + len(first)) if has_officers else None  # "HFX 2016 president"


def _participation(article: ParsedArticle, chain: Chain, part: Part) -> Participation:
    start, end = min(part.where.start, part.person.start), max(part.where.end, part.person.end)
    if end - start > 2 * (part.where.end - part.where.start) + 200:
        start, end = part.where.start, part.where.end
    return Participation(
        evidence=(article.evidence(start, end, f"{NAME}/{VERSION}"),),
        belief=part.belief,
        person=part.person,
        event=chain.mentions[0],
        role=part.role,
    )
