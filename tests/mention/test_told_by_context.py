"""What the words around a name say it is, against the language model: people, bodies, things and places."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.mention.test_names import names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The company's head of operations, Ximena Tarn Paz, becomes acting president.", ["Ximena Tarn Paz"]),
        ("The head of the teaching union TRCA, Dyfrig Tarn-Price, welcomed the news.", ["Dyfrig Tarn-Price"]),
        ("The chair, Donncha Tarn of Fianna Fáil, said builders had waited.", ["Donncha Tarn"]),
        ("It was said by Labour backbenchers Ffion Tarn and Dai Mostyn on Friday.", ["Ffion Tarn", "Dai Mostyn"]),
        ("It was challenged by a wheelchair user, Owain Tarn, and his mother.", ["Owain Tarn"]),
        ("Justice Secretary Naomi Tarn is said to be livid.", ["Naomi Tarn"]),
        ("The Attorney General Lord Tarnsmith gave his advice.", ["Lord Tarnsmith"]),
        ("Skelby and Tarndown MP Sir Giles Hart has asked to see the minister.", ["Giles Hart"]),
        ("Meanwhile Mark Tarn, the party's spokesman, said it was wrong.", ["Mark Tarn"]),
        ("Her fellow Welshman Ray Tarn won.", ["Ray Tarn"]),
        ("Labour's Nkechi Tarn beat the Greens' Osian Tarn.", ["Nkechi Tarn", "Osian Tarn"]),
        ("A mother-of-two Oyinkan Tarn, of Elm Road, was pleased.", ["Oyinkan Tarn"]),
        ("Widow Bronagh Tarn, 71, has waited.", ["Bronagh Tarn"]),
        ("The Governor-General Dame Cindy Tarn signed it.", ["Cindy Tarn"]),
        ("They found 25-year-old Shaquia Tarnpot there.", ["Shaquia Tarnpot"]),
    ],
)
def test_people_by_what_they_are(text: str, people: list[str]) -> None:
    """A post with its field, a party after the name, several of one sort; no word for an office or a time in the name."""
    assert names(text, Kind.PERSON) == people


@pytest.mark.parametrize(
    "text",
    [
        "The oldest, the 1868 keel Ann Elizabeth, belongs to somebody else.",
        "Firms halted sales of the new drug Tarnsabri on Monday.",
        "She reads the Lord Chief Justice's speech on sentences.",
        "It landed at Imam Tarn International Airport at noon.",
        "The Harwick and Tarnerton by-election is on Thursday.",
        "A protest will be held at Gandhar Maidan on Sunday.",
        "Hartlow Fold, a hamlet of nine houses, has no bus.",
        "The Kalambo Tarns road is closed.",
        "The medicine, Tarngensma, costs too much.",
    ],
)
def test_nobody(text: str) -> None:
    """Ships, drugs, offices, airports and seats are no people and no bodies."""
    assert not names(text, Kind.PERSON)


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Harriet Bell, head of tea at commodities broker Dalgleish Royce in London, was glad.", ["Dalgleish Royce"]),
        (
            "DB Tarncargo, the only one not to sign the letter, said it was joining in its own way.",
            ["DB Tarncargo"],
        ),
        ("Charity Tarnglass, which runs a helpline, had more calls.", ["Tarnglass"]),
        ("Its founder left the Nottingham firm Evergreen Domiciliary.", ["Evergreen Domiciliary"]),
        ("Documents published by the newspaper El Faro de la Tarna suggest so.", ["El Faro de la Tarna"]),
        ("Workers belonging to the CTE union had been on strike.", ["CTE"]),
        ("Two patients died, the health ministry confirmed.", ["health ministry"]),
        ("Campaigners from Save Our Tarnbrook had a petition.", ["Save Our Tarnbrook"]),
        ("Appearing before the Joint Committee on Housing, she said sorry.", ["Joint Committee on Housing"]),
        ("Green member Ted Tarn has tabled a motion.", ["Green"]),
        ("The developer, Corbel Homes, has promised two schools.", ["Corbel Homes"]),
        ("The fate of the Mode Shift Revenue Support scheme was clear.", []),
        ("The Welsh Children's Commissioner, Dr Nkechi Obi, said the law was old.", []),
        ("Branch manager Colin Ames said he was sad.", []),
        ("The administrators, Crowe Bassett, said staff had left.", ["Crowe Bassett"]),
        ("Solicitors Farrow Lyle wrote to them on Tuesday.", ["Farrow Lyle"]),
        ("The Pargeter Charitable Settlement has given more.", ["Pargeter Charitable Settlement"]),
        ("A spokesman for Tarncombe Fire and Rescue said so.", ["Tarncombe Fire and Rescue"]),
        ("Now Tarncombe Town have sacked manager Gary Holt.", ["Tarncombe Town"]),
        ("The contract went to Swiss engineering giant Baumann Keller.", ["Baumann Keller"]),
        ("Cyngor Penmaen has agreed to it, and HMP Tarn Moor has not.", ["Cyngor Penmaen", "HMP Tarn Moor"]),
        ("\"Nobody asked,\" said the Tenants' and Residents' Association.", ["Tenants' and Residents' Association"]),
        ("The Conservatives said no. A Tory peer agreed, and the Tories cheered.", ["Conservatives"]),
        ("Camera operator Vindkraft Sør has paid them.", ["Vindkraft Sør"]),
        ("The app, called Tarnly, was used by drivers at the Sun Inn.", []),
        ("The report is by consultants Bell Tarn Hamilton and TRI Analytics.", ["Bell Tarn Hamilton", "TRI Analytics"]),
        ("She said that external auditors Arthur Tarnsen had approved it.", ["Arthur Tarnsen"]),
        ("It was said by the Fraser of Tarn Institute in May.", ["Fraser of Tarn Institute"]),
        ("She wrote the Quarterly Economic Commentary of Tarnclyde University.", ["Tarnclyde University"]),
        ("The Tarn Business Administration was told so.", ["Tarn Business Administration"]),
        ("It was read in the Daily Tarnet. She told the Tarnet that it was so.", ["Daily Tarnet"]),
        ("The Department for Tarns cut it. A spokesperson for the DfT said it was right.", ["Department for Tarns"]),
    ],
)
def test_bodies_by_what_they_are(text: str, organisations: list[str]) -> None:
    """A common noun, a verb, what is theirs; no scheme, no office, no word that only opens a sentence."""
    assert names(text, Kind.ORGANISATION) == organisations


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Tarnlink, which owns the network, has said sorry. Two people at Tarnlink left.", ["Tarnlink"]),
        ("Staff at Wharfmere, the inland waterways museum, met at ten. Wharfmere opened in May.", ["Wharfmere"]),
        ("Rodolfo Bell, boss of Electrandina, left. Electrandina's inspectors had asked for more.", ["Electrandina"]),
        ("The bridge was built by Tarnway in May.", ["Tarnway"]),
        ("Tarnway lies by the river. Many in Tarnway own a boat, and Tarnway owns the bridge.", []),
        ("Hanna Tarnway owns a boat. Tarnway owns the bridge.", []),
        ("Australia sold less wool.", []),
    ],
)
def test_a_lone_word_is_what_the_article_says_of_it(text: str, organisations: list[str]) -> None:
    """A body if something speaks for one and nothing for a place or a person."""
    assert names(text, Kind.ORGANISATION) == organisations
