"""Invented news stories, and what agencies and papers do to them: the test material for doubles.

Every pair of `doubles()` is one story told twice; every pair of `strangers()` is two stories that share words all the same.
"""

from __future__ import annotations

POOL = (
    "Harrow pool to reopen after £5m repair",
    "The pool in Harrow will reopen next spring after a repair that costs £5m, the council said on Tuesday.",
    "Anna Bell, the leader of the council, said the money would come from the sale of the old depot in Mill Lane. “People have "
    "waited four years for this, and I am sorry that it took so long,” she told reporters.",
    "The roof was closed off in 2019, when engineers found rust in the beams. An inquiry later blamed a contractor that has since "
    "gone out of business.",
    "Tom Reed, chair of the Friends of the Pool, welcomed the decision but asked for a date. “We have heard promises before,” he "
    "said. “What we need now is a day on which the doors open.”",
    "Schools in the borough have sent their pupils to a pool nine miles away, at a cost of £120,000 a year, according to papers "
    "that the council published last week.",
    "The work is to begin in September. A final vote is expected at the meeting of the cabinet on 14 June.",
)
BUS = (
    "Night buses are cut in three towns",
    "Night buses will stop running in Wexley, Dunmoor and Carrow from next month because fewer people use them, the operator said.",
    "Northern Lines, which has run the service since 2011, said that it carried eleven passengers an hour on average. “We cannot "
    "run empty buses through the night,” said its managing director, Priya Nair.",
    "The union that represents the drivers called the cut short-sighted. Its regional secretary, Owen Pugh, said that nurses and "
    "cleaners would have no way to reach the hospital before seven.",
    "The county council said it could not step in. Its budget for public transport fell by £2.4m this year, and the cabinet member "
    "for transport, Helen Frost, said there was nothing left to spend.",
    "A petition against the plan had gathered 6,200 names by Monday evening. Campaigners will hand it over at County Hall.",
)
CLINIC = (
    "Health trust opens clinic for long illness",
    "A clinic for people who are ill for months after an infection has opened at the Marlow Health Trust.",
    "Dr Susan Okoro, who leads it, said that four hundred patients were on the list before the doors opened. “Many were told for a "
    "year that nothing was wrong with them,” she said.",
    "The trust will spend £900,000 a year on eight specialists, among them two physiotherapists and a psychologist.",
    "The health minister, Daniel Price, visited on Thursday and promised that nine more clinics would follow by the end of the year.",
    "Patients need a letter from their doctor. The trust said that it would see the first sixty within a month.",
)
BOILERPLATE = (
    "This newspaper is part of the Independent Press Group. If you have a story for us, write to our news desk or call in at our "
    "office in the High Street. We take corrections seriously: tell us what we got wrong and we will put it right in the next issue."
)
RELEASE = (
    "The Lowland Investment Fund has today set aside £40m for public buildings in eleven districts. The money is to be shared out "
    "by need, after each district has handed in a plan by the end of October, and must be spent within three years."
)
QUOTE = (
    "“This is the largest sum that any government has ever put into the north, and it will change lives,” the treasury secretary, "
    "Martin Vale, told the conference on Monday."
)
UPDATE = (
    "In a statement late on Tuesday the regional government said that it would add £750,000 for a new lift, so that people in "
    "wheelchairs could use the water for the first time.",
    "The opposition asked for the contract to be published. Its leader, Grace Lund, said that the last repair had cost twice what "
    "was planned.",
)


def text(paragraphs: tuple[str, ...], *, headline: str | None = None) -> str:
    """The story as a file: headline, then its paragraphs."""
    return "\n\n".join((headline or paragraphs[0], *paragraphs[1:])) + "\n"


def edited(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The story as a sub-editor leaves it: a word here and there."""
    swaps = (
        (" said", " has said"),
        ("next", "the coming"),
        ("will ", "is to "),
        ("people", "residents"),
        ("before", "earlier"),
        ("“", '"'),
        ("”", '"'),
        ("because", "as"),
        ("expected", "due"),
        ("on Tuesday", ""),
        ("has opened", "opened this week"),
        ("later", "subsequently"),
        ("called", "described"),
    )
    found = []
    for part in paragraphs:
        for old, new in swaps:
            part = part.replace(old, new, 1)
        found.append(part)
    return tuple(found)


def doubles() -> dict[str, tuple[str, str]]:
    """One story, told twice."""
    found: dict[str, tuple[str, str]] = {}
    for name, story in (("pool", POOL), ("bus", BUS), ("clinic", CLINIC)):
        whole = text(story)
        found |= {
            f"{name}: other headline": (whole, text(story, headline="Town hall news in brief")),
            f"{name}: small edits": (whole, text(edited(story))),
            f"{name}: last paragraphs cut": (whole, text(story[:4])),
            f"{name}: half of it cut": (whole, text(story[:3])),
            f"{name}: edited and cut": (whole, text(edited(story)[:4])),
            f"{name}: with the paper's notice below": (whole, text((*story, BOILERPLATE))),
            f"{name}: an update on top": (whole, text((story[0], *UPDATE, *story[1:]))),
            f"{name}: an update, and the end cut": (whole, text((story[0], *UPDATE, *story[1:5]))),
        }
    return found


def strangers() -> dict[str, tuple[str, str]]:
    """Two stories that share a stretch of words."""
    found: dict[str, tuple[str, str]] = {}
    for one, other, names in ((POOL, BUS, "pool, bus"), (BUS, CLINIC, "bus, clinic"), (CLINIC, POOL, "clinic, pool")):
        found |= {
            f"{names}: nothing": (text(one), text(other)),
            f"{names}: the paper's notice": (text((*one, BOILERPLATE)), text((*other, BOILERPLATE))),
            f"{names}: a press release": (text((*one[:2], RELEASE, *one[2:])), text((*other[:2], RELEASE, *other[2:]))),
            f"{names}: a quotation": (text((*one, QUOTE)), text((*other, QUOTE))),
            f"{names}: release, quotation and notice": (
                text((*one, RELEASE, QUOTE, BOILERPLATE)),
                text((*other, RELEASE, QUOTE, BOILERPLATE)),
            ),
            f"{names}: short ones with release": (text((*one[:4], RELEASE)), text((*other[:4], RELEASE))),
            f"{names}: the background of an older story": (text(one), text((*other, one[3]))),
        }
    return found
