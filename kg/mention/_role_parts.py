"""A title with what stands around it, and which words tell a club, a firm or a party."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.parties import party_names
from kg.mention.organisations import institutions
from kg.model import Mention, Phrase

COMPLEMENTS = frozenset(["of", "for", "at", "in", "to", "on", "with", "from", "within"])
DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our"])
# Posts that only a body has, so that an unknown name before one is a body: "the Acme boss"
OF_BODIES = frozenset(
    """
    chief-executive chair vice-chair founder spokesperson chief-finance-officer chief-operating-officer chief-technology-officer
    chief-information-officer chief-economist analyst economist editor correspondent reporter journalist coach captain leader
    singer guitarist drummer bassist vice-president president candidate
    """.split()
)
# Posts that only a firm has: what follows "of" is one, whatever the language model takes its name for
FIRMS_ONLY = frozenset(
    """
    ceo cfo coo cto cio chief-executive-officer chief-financial-officer chief-operating-officer chief-technology-officer
    chief-information-officer chief-marketing-officer co-founder cofounder
    """.split()
)
LOCAL_SEATS = frozenset(["mayor", "councillor", "member", "candidate", "commissioner"])
PARLIAMENTARY = frozenset(["member-of-parliament", "senator"])
# Posts of a club or firm, never of a town: "Tarnford striker", "Tarnford chief executive"
CLUB_POSTS = frozenset(
    """
    manager coach captain skipper striker midfielder defender goalkeeper winger footballer playmaker boss ceo fly-half
    scrum-half flanker hooker batsman bowler all-rounder wicketkeeper physio vice-captain full-back left-back
    right-back centre-back
    """.split()
)
PARTS_OF_BODIES = frozenset(
    "board council directors trustees governors management executive supervisory advisory".split()
)
BODY_NOUNS = frozenset(
    """
    company firm bank giant maker group charity tank agency watchdog retailer club union broadcaster airline
    producer operator party university newspaper magazine website consultancy brokerage manufacturer carrier chain
    supermarket insurer lender lobby label band studio think-tank developer publisher network quango regulator
    broker brokers brokerage brokerages consultants lawyers estate accountants accountancy conglomerate contractor housebuilder builder
    body organisation organization institute association campaign pressure startup start-up ngo
    """.split()
)
RANKS = frozenset(["admiral", "general", "commodore", "colonel", "lieutenant", "corporal", "brigadier"])
# What somebody is at a gathering and no longer: the events say it
AT_GATHERINGS = frozenset(
    """
    mediator moderator host co-host speaker panellist panelist compere facilitator guest delegate attendee
    """.split()
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a paragraph, as token indices (end exclusive).

    Attributes:
        first: where the whole description begins (organisation, "the", "former" included).
        start, stop: the title as printed.
        end: where the whole description ends ("of the Harrow Trust" included).
        is_definite: "the", "its" or an owner says that one person is meant.
        is_plural: several people hold it ("joint chief nurses").
        is_one: its holder is one of them: "one of the four deputy governors".
    """

    first: int
    start: int
    stop: int
    end: int
    organisation: Mention | None = None
    place: Phrase | None = None
    tense: str = "current"
    is_definite: bool = False
    is_plural: bool = False
    is_one: bool = False


def is_party(body: Mention) -> bool:
    """Whether the words name a political party."""
    name = body.words.lower()
    is_known = institutions().get(body.words) == "political_party" or name in party_names()
    return is_known or name.endswith((" party", " democrats"))


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds the titles of a group, as one construction says it.

    Attributes:
        people: more than one for "the co-directors, Ann and Clive Bell".
        body: the body that the construction names apart from the titles ("joined Acme as", "analyst Ann Bell of Acme").
    """

    people: tuple[Mention, ...]
    tense: str
    rule: str = ""
    body: Mention | None = None
