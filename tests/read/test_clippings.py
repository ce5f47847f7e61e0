"""Downloads of press databases are taken apart into their articles."""

from __future__ import annotations

import io
import textwrap

import pytest

from kg.errors import ReadError
from kg.model import Piece
from kg.read.clippings import pieces
from kg.read.kinds import HEAD, tell
from kg.settings import Settings

FIRST = "IN May the council will repair the pool, and it is not yet clear who will pay for it in the end. It is closed since March."
SECOND = "“We will open it in May,” said Anna Bell, its leader, on Tuesday at a meeting of the council in the town hall of Harrow."
BODY = f"{FIRST}\n\n{SECOND}"
NARROW = "\n\n".join("\n".join(textwrap.wrap(part, 70)) for part in (FIRST, SECOND))


def lexis(number: int) -> str:
    return f"""
                               {number} of 2 DOCUMENTS


                             The Harrow Post (London)

                            March {number}, 2017 Wednesday
                                 First Edition

Pool to reopen

BYLINE: By Peter Marsh

SECTION: UK NEWS; Pg. 5

LENGTH: 523 words

DATELINE: HARROW


{NARROW}

LOAD-DATE: March 2, 2017

LANGUAGE: ENGLISH


                 Copyright 2017 Harrow Newspapers Limited
                              All Rights Reserved
"""


def nexis(number: int) -> str:
    return f"""Pool to reopen
The Harrow Post (London)
March {number}, 2017 Wednesday

Copyright 2017 Harrow Newspapers Limited All Rights Reserved


Section: UK NEWS; Pg. 5
Length: 523 words
Byline: Peter Marsh
Body


{BODY}


Load-Date: March 2, 2017


End of Document
"""


def factiva(number: int) -> str:
    return f"""HD Pool to reopen
BY By Peter Marsh
WC 523 words
PD {number} March 2017
SN The Harrow Post
LA English
CY Copyright 2017. Harrow Newspapers

LP
{FIRST}

TD
{SECOND}

CO harc : Harrow Council

NS gpol : Domestic Politics

AN
Document HRWP000020170301ed310000{number}

"""


def spread(number: int) -> str:
    """Factiva's fields with the codes on lines of their own."""
    return factiva(number).replace("HD ", "HD\n").replace("WC ", "WC\n").replace("PD ", "PD\n").replace("SN ", "SN\n")


@pytest.mark.parametrize("form", [lexis, nexis, factiva, spread])
def test_articles_and_what_their_heads_say(form: object) -> None:
    assert callable(form)
    data = "".join(form(number) for number in (1, 2)).encode()
    found = list(pieces(io.BytesIO(data), path="a.txt", settings=Settings()))
    assert [item.path for item in found] == ["a.txt/00001-pool-to-reopen", "a.txt/00002-pool-to-reopen"]
    for number, piece in enumerate(found, start=1):
        assert isinstance(piece, Piece)
        assert {given.field: given.value for given in piece.given} == {
            "title": "Pool to reopen",
            "published": f"2017-03-0{number}",
            "publisher": "The Harrow Post" + (" (London)" if form in (lexis, nexis) else ""),
            "author": "Peter Marsh",
        }
        assert piece.data.decode() == f"Pool to reopen\n\n{BODY}", "broken lines are joined, heads and tails are gone"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (lexis(1), ".nexis"),
        (nexis(1), ".nexis"),
        (factiva(1), ".factiva"),
        (spread(1).replace("\n", "\r\n"), ".factiva"),
        (f"Pool to reopen\n\n{BODY}\n\nLength: 3 metres", ".txt"),
        (f"HD television\n\n{BODY}", ".txt"),
    ],
)
def test_only_plain_marks_tell_such_a_download(text: str, kind: str) -> None:
    assert tell("a.txt", text.encode()[:HEAD]) == kind


def test_a_text_without_heads_is_none() -> None:
    with pytest.raises(ReadError, match="expected a download of a press database"):
        list(pieces(io.BytesIO(BODY.encode()), path="a.nexis", settings=Settings()))
