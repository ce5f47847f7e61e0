"""People and organisations by name: what the words, and the words beside them, say whatever the model takes them for."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.reading import parse_text


def names(text: str, kind: Kind) -> list[str]:
    """Names of the chains of a kind, in order of first mention."""
    return [chain.name for chain in parse_text(text).chains if chain.kind is kind and chain.is_named]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Defence Minister Ilva van der Tarn said the talks would go on.", ["Ilva van der Tarn"]),
        ("Lou and Ilva Marwood, the co-directors, will leave in the new year.", ["Lou", "Ilva Marwood"]),
        ("Present: Councillors Aslam, Birtle-Jones and Obi.", ["Aslam", "Birtle-Jones", "Obi"]),
        ("She had the award from the Duchess of Tarnside on Friday.", ["Duchess of Tarnside"]),
        ("John Major, the former prime minister, spoke first.", ["John Major"]),
        ("The survey was led by its chairman, Norbert Ore.", ["Norbert Ore"]),
        ("The firm was founded by Sammy Tarn Jr. in May.", ["Sammy Tarn Jr."]),
        ("The Attorney General Lord Mason and Judge Baker said no.", ["Lord Mason", "Baker"]),
        ("Conservative family spokeswoman Theresa May said this was bad.", ["Theresa May"]),
        ("Its US partner Tarnex Idecon said shares fell.", []),
        ("Tarnish leader Soon Ok-un met Lee Jae-ong on Monday.", ["Soon Ok-un", "Lee Jae-ong"]),
        ("Dr Hanna Bell OBE spoke. Ms Bell thanked the board.", ["Hanna Bell"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    """A role, a list, a shared surname, a title before or after a name."""
    assert names(text, Kind.PERSON) == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Hanna Bell told the newspaper Der Abend that she would stay.", ["Der Abend"]),
        ("The new charity will be called Tarnside Acorns.", ["Tarnside Acorns"]),
        (
            "He was treated at the Department of Housing, Ports and Fisheries.",
            ["Department of Housing, Ports and Fisheries"],
        ),
        ("Sir Colin Bell (Con, Holderton and Wold) asked when it would open.", ["Con"]),
        ("On Tuesday Mitsu Motors said it.", ["Mitsu Motors"]),
        ("Past Congress Budget Office estimates were wrong.", ["Congress Budget Office"]),
        ("In March the Office of Tarn Statistics said so.", ["Office of Tarn Statistics"]),
        ("Called the Tarn Growers Association, the group met.", ["Tarn Growers Association"]),
        ("Spain said last week that it would pay €12 million to the crews.", ["Spain"]),
        ("Green MP Ilva Tarn said the fine was too low.", ["Green"]),
        ("She is to join the board of St Oda’s Hospice in Tarnside.", ["St Oda’s Hospice"]),
        ("The move was welcomed by Marsh Alliance UK, which has 180 members.", ["Marsh Alliance UK"]),
        (
            "In the Sunday Lantern he wrote that the scheme had failed. The Sunday Lantern has learned more.",
            ["Sunday Lantern"],
        ),
    ],
)
def test_organisations(text: str, organisations: list[str]) -> None:
    """A common noun beside a name, a list inside it, a party in brackets, a paper's day."""
    assert names(text, Kind.ORGANISATION) == organisations


@pytest.mark.parametrize(
    "text",
    [
        "He won the Ilva Tarn award for his first novel.",
        "The work on the West Bank went on through the winter.",
        "Local government bonds rose.",
        "PAY fury as a boss takes FIVE holidays.",
        "He runs a scallop boat out of Tarnside.",
        "Spain said on Tuesday that it would play on.",
    ],
)
def test_neither(text: str) -> None:
    """Prizes, places and sectors."""
    assert not names(text, Kind.PERSON)
    assert not names(text, Kind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("He chairs the National Electro-mobility Platform in Tarn.", ["National Electro-mobility Platform"]),
        ("He spoke at Carrow-on-Wold District Court.", ["Carrow-on-Wold District Court"]),
        ("The Leeds-based Tarn Group said no.", ["Tarn Group"]),
        ("The Foreign, Commonwealth and Tarn Office said so.", ["Foreign, Commonwealth and Tarn Office"]),
        ("Anna Bell, secretary of the Hatton Allotments Society for 31 years, spoke.", ["Hatton Allotments Society"]),
        ("The Board of Larkspur plc (LSE: LARK) is pleased to announce it.", ["Larkspur plc"]),
        ("She chairs the Federation of Young Farmers’ Clubs.", ["Federation of Young Farmers’ Clubs"]),
        ("A spokeswoman for the Tarn County Sheriff's Office said no.", ["Tarn County Sheriff's Office"]),
        ("Rep. Luis Bell (D-Texas) spoke on US TV.", []),
        ("Meanwhile, the Campaign Against Tarn Quarry asked police to investigate.", ["Campaign Against Tarn Quarry"]),
        ("Public and Commercial Workers union members have voted.", ["Public and Commercial Workers union"]),
        ("Taunton magistrates’ court heard that.", ["Taunton magistrates’ court"]),
        ("The Norfolk fire service said no.", ["Norfolk fire service"]),
        ("Rail union leader Peter Marsh spoke.", []),
        ("Peter Marsh is an analyst at broker Hollins & Co. Not everyone agrees.", ["Hollins & Co."]),
        ("European Union leaders met. An EU official spoke for the UN.", ["European Union", "UN"]),
        ("The United Kingdom Home Office began. The Home Office said so.", ["United Kingdom Home Office"]),
        ("Malaysia said the damage would be great.", ["Malaysia"]),
        ("The state department's budget would rise.", ["state department"]),
        ("Police raided Tarn Bank HQ. An EU official spoke.", ["Tarn Bank", "EU"]),
        ("Trade under the Tarn Growth Act (TGOA) rose.", []),
        ("Peter Marsh, of the Evening Standard newspaper, spoke.", ["Evening Standard"]),
        ("The United Nations met. The U.N. said so.", ["United Nations"]),
        ("The UN met. A U.N. envoy said so.", ["UN"]),
        ("A Department for Tarn Matters spokeswoman said no.", ["Department for Tarn Matters"]),
        ("The UK Heather Party met. UKHP won.", ["UK Heather Party"]),
        ("He sued the French bank Credit Tarnais, which bought the stake.", ["Credit Tarnais"]),
        (
            "One Tarn Council official was with the House of Commons Tarn Committee in Dorfur.",
            ["Tarn Council", "House of Commons Tarn Committee"],
        ),
    ],
)
def test_where_the_name_of_a_body_begins_and_ends(text: str, organisations: list[str]) -> None:
    """Hyphens, lists, owners and stops inside names; letters and countries that are none; two names of one body."""
    assert names(text, Kind.ORGANISATION) == organisations


def test_shouted_headline() -> None:
    """A person whom the article names elsewhere is found where a line is in capitals."""
    parsed = parse_text("MARWOOD QUITS AFTER ROW\n\nIlva Marwood has resigned as chair of the trust.")
    people = [chain for chain in parsed.chains if chain.kind is Kind.PERSON]
    assert [mention.words for mention in people[0].mentions][:2] == ["MARWOOD", "Ilva Marwood"]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("The plan was put to NHS Improvement in May.", ["NHS Improvement"]),
        ("The Founder’s Fund has paid for the summit on care.", ["Founder’s Fund"]),
        ("New research from Hope UK has shown how long people wait.", ["Hope UK"]),
        ("Earlier this year BDF analysis suggested that it would cost more.", ["BDF"]),
    ],
)
def test_bodies_that_their_build_gives_away(text: str, organisations: list[str]) -> None:
    """A service's words, an owned head word, a state at the end, an author of what is published: no list names them."""
    assert names(text, Kind.ORGANISATION) == organisations


@pytest.mark.parametrize(
    ("text", "people", "organisations"),
    [
        ("Open Door Calderbeck said it would need £60,000.", [], ["Open Door Calderbeck"]),
        ("It was paid by its biggest shareholder, Hallberg Kapital.", [], ["Hallberg Kapital"]),
        ("The owner, Ann Bell, said it mattered.", ["Ann Bell"], []),
        ("Thailand intends to spend as much on the coast.", [], []),
        ("Sir Rhys Wales spoke. Wales said so.", ["Rhys Wales"], []),
        ("Defence giant Aldous Marine Systems has won a contract.", [], ["Aldous Marine Systems"]),
        ("Irrigator Bev Hatcher said the farm was dry.", ["Bev Hatcher"], []),
        ("The Harrow Office for Green Exports on Sunday gave a loan.", [], ["Harrow Office for Green Exports"]),
        ("The Department of Justice and the TRT paid.", [], ["Department of Justice", "TRT"]),
        (
            'Ilva "Tam" Bell met Alexander (Alex) Marsh and Dwayne “The Oak” Hale.',
            ["Ilva Bell", "Alexander Marsh", "Dwayne Hale"],
            [],
        ),
        ("The Harrow (Tarn) Council met.", [], ["Harrow (Tarn) Council"]),
        (
            "Prior to joining Kelvane, Anna Bell taught. Anna Bell joined Corvane in 2012.",
            ["Anna Bell"],
            ["Kelvane", "Corvane"],
        ),
        (
            "Anna Bell joined France in asking for more, before joining Peter Marsh on stage.",
            ["Anna Bell", "Peter Marsh"],
            [],
        ),
        (
            "Anna Bell met Tarn Motors SRL and Tarn Foods Group, Inc.",
            ["Anna Bell"],
            ["Tarn Motors SRL", "Tarn Foods Group, Inc."],
        ),
        ("Brandt is the chief executive of Tarn Motors.", ["Brandt"], ["Tarn Motors"]),
        (
            "The Tarn Standards and Regulatory Agency (TASRA) met Harrow Energy (HE).",
            [],
            ["Tarn Standards and Regulatory Agency", "Harrow Energy"],
        ),
        ("The Harrow Trust (EU) was there.", [], ["Harrow Trust"]),
        ("The Centre for Law and the Environment was there.", [], ["Centre for Law and the Environment"]),
    ],
)
def test_what_stands_beside_a_name_tells_who_it_is(text: str, people: list[str], organisations: list[str]) -> None:
    assert names(text, Kind.PERSON) == people
    assert names(text, Kind.ORGANISATION) == organisations


@pytest.mark.parametrize(
    ("text", "people", "organisations"),
    [
        ("The Tarnfax news agency said so. Tarnfax gave no source.", [], ["Tarnfax"]),
        ("Wave passes over quay TARNFORD, Colo. (AP) - A wave passed over the quay on Monday.", [], ["AP"]),
        ("He rides one of the bicycles called Tarnelecs.", [], []),
        (
            "A Tarnford school pupil spoke. A court in Tarn heard that a German bankruptcy court would decide.",
            [],
            ["German bankruptcy court"],
        ),
        ("The firm was bought by the Marwood twins last year.", [], []),
        ("Meanwhile, Briton Karl Marwood ran well.", ["Karl Marwood"], []),
        (
            "He works at the Tarn Centre for Science and Society at Harrow University.",
            [],
            ["Tarn Centre for Science and Society", "Harrow University"],
        ),
        ("He owes it to the Tarn Workers Trust Fund.", [], ["Tarn Workers Trust Fund"]),
        ("Accountancy firm Bell & Young said no. B&Y’s head of tax, said yes.", [], ["Bell & Young"]),
        ("The Fed met in May. The Federal Reserve raised rates.", [], ["Federal Reserve"]),
        ("The management company, A-Tarn Management, said no.", [], ["A-Tarn Management"]),
        ("A USA TODAY survey shows it.", [], ["USA TODAY"]),
        ("Wales meet Italy in the Six Nations on Sunday.", [], []),
        (
            "The parties hope to form a coalition government. The coalition government said no.",
            [],
            ["The coalition government"],
        ),
        ("The ship lay in the port of Gioia Torra. The Kent athlete won.", [], []),
        ('He sang in “Lady From the Moor” in May, dubbing her "Sir Tarnalot".', [], []),
        ("Tam Bell (TPP-Tarnford) spoke.", ["Tam Bell"], ["TPP"]),
        ("Its brands - including Tarnella, Trident and Harrow - grew.", [], []),
        ("The plan, tabled by France and Germany, was discussed.", [], ["France", "Germany"]),
        ("The goods were made by France and Germany.", [], []),
        ("A Houston court ruled on it, not a US court.", [], ["Houston court"]),
        ("He spoke at Gateshead's Marsh Centre.", [], []),
        ("The Association of Women's Hospices met.", [], ["Association of Women's Hospices"]),
        ("He told the Tarn Pacific Economic Co-operation no.", [], ["Tarn Pacific Economic Co-operation"]),
        ("Walk from TRT Hospital Station.", [], []),
        ("President Bell hugs Orlando Mayor Buddy Dyer.", ["Bell", "Buddy Dyer"], []),
        (
            "The agency said so in a report that other media took from Gabor Bell. Mr Bell said no.",
            ["Gabor Bell"],
            [],
        ),
    ],
)
def test_news_in_brief(text: str, people: list[str], organisations: list[str]) -> None:
    """Datelines, agencies, courts, contests, works and nouns that say what a name is of; short and full names of one body."""
    assert names(text, Kind.PERSON) == people
    assert names(text, Kind.ORGANISATION) == organisations
