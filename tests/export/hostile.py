"""A landscape made by hand in which every name, title and quotation tries to break out of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.built import Built
from kg.graph.network import build_network
from kg.model import (
    Amount,
    Article,
    Chain,
    Document,
    Evidence,
    Fact,
    Form,
    FundingStatement,
    FundingStatus,
    Gathering,
    Kind,
    Mention,
    Mode,
    Participation,
    Phrase,
    PositionHeld,
    PositionStatus,
    Reading,
    Relation,
    Span,
    Stance,
    StanceValue,
    Statement,
)
from kg.resolve import resolve
from kg.settings import Settings

SCRIPT = "Ann </script><script>alert(1)</script> Marl"
IMAGE = '"><img src=x onerror=alert(2)> Trust'
TURNED = "Ora \u202egnikcatta\u2066 Vale"
EMOJI = "Zoë 👩🏽‍⚕️🇬🇧 Čapek"
LONG = "Council of " + "Llanfair" * 60
HREF = "<a href=javascript:alert(3)>href</a> Plan"
TEMPLATE = "{{ 7*7 }} ${alert(4)} <!-- Summit"
FORMULA = '=HYPERLINK("http://x.example";"pay")'
COMMAND = "\t@SUM(1+1)*cmd|' /C calc'!A0"
UNPRINTED = "Bell\x07\x0b \ufffe House"
QUOTED = "we will </script><svg onload=alert(5)> pay \x07 it &amp; &lt;b&gt;"


@dataclass(slots=True)
class _Writer:
    """Builds a text and remembers where its parts stand."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)

    def name(self, words: str, kind: Kind) -> Mention:
        mention = Mention(len(self.text), len(self.text) + len(words), words, kind, Form.NAME)
        self.mentions.append(mention)
        self.text += words
        return mention

    def phrase(self, words: str) -> Phrase:
        phrase = Phrase(len(self.text), len(self.text) + len(words), words)
        self.text += words
        return phrase

    def say(self, words: str) -> None:
        self.text += words


def hostile_build() -> Built:
    """The landscape with every kind of fact, its network, and empty RDF graphs."""
    writer = _Writer()
    headline = writer.phrase("Head <img src=x onerror=alert(6)> line")
    writer.say("\n")
    person = writer.name(SCRIPT, Kind.PERSON)
    title = writer.phrase(" chair </title><script>alert(7)</script>")
    writer.say(" of ")
    body = writer.name(IMAGE, Kind.ORGANISATION)
    writer.say(" gave ")
    money = writer.phrase("£5m")
    writer.say(" to ")
    other = writer.name(LONG, Kind.ORGANISATION)
    writer.say(" at ")
    event = writer.name(TEMPLATE, Kind.EVENT)
    writer.say(" for ")
    plan = writer.name(HREF, Kind.INITIATIVE)
    writer.say("; ")
    second = writer.name(EMOJI, Kind.PERSON)
    third = writer.name(TURNED, Kind.PERSON)
    writer.say(" with ")
    formula = writer.name(FORMULA, Kind.ORGANISATION)
    writer.say(" and ")
    command = writer.name(COMMAND, Kind.PERSON)
    writer.say(" and ")
    unprinted = writer.name(UNPRINTED, Kind.ORGANISATION)
    writer.say(": “")
    words = writer.phrase(QUOTED)
    writer.say("”\n")
    text = writer.text
    document = Document("x__y", 'x/"><b>y</b>.txt', text, "f" * 64, (_article(text, headline),))
    told = (Evidence("x__y", 0, person.start, words.end, text[person.start : words.end], "hand/1"),)
    facts: tuple[Fact, ...] = (
        PositionHeld(evidence=told, person=person, title=title, organisation=body, start="2020", end="2021-05"),
        PositionHeld(evidence=told, person=second, title=title, organisation=body, status=PositionStatus.FORMER),
        FundingStatement(
            evidence=told,
            surface=money,
            amount=Amount(5_000_000, "GBP", 5_000_000, 5_000_000),
            status=FundingStatus.COMMITTED,
            pledger=body,
            announced_by=person,
            recipient=other,
            occasion=event,
            purpose=Phrase(plan.start, plan.end, plan.words),
        ),
        Statement(evidence=told, speaker=third, text=words, verb=None, mode=Mode.DIRECT),
        Stance(evidence=told, holder=second, towards=plan, value=StanceValue.CRITICAL),
        Participation(evidence=told, person=third, event=event, role="speaker"),
        Gathering(evidence=told, event=event, organiser=body),
        Relation(evidence=told, subject=person, relation="criticises", object=body),
        Relation(evidence=told, subject=body, relation="cites", object=person),
        Relation(evidence=told, subject=formula, relation="supports", object=plan),
        Relation(evidence=told, subject=command, relation="criticises", object=unprinted),
        Statement(evidence=told, speaker=command, text=words, verb=None, mode=Mode.INDIRECT),
    )
    chains = tuple(Chain(m.kind, m.words, (m,)) for m in writer.mentions)
    settings = Settings()
    landscape = resolve([Reading(document, chains, facts)])
    return Built(landscape, {}, build_network(landscape, base=settings.base), settings)


def _article(text: str, headline: Phrase) -> Article:
    return Article(
        0,
        Span(headline.end + 1, len(text)),
        headline=Span(headline.start, headline.end),
        title=headline.words,
        publisher="</cite><script>alert(8)</script>",
        published="2020-01-02",
        url="javascript:alert(9)",
    )
