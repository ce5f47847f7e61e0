"""Who is who inside one article: what is joined, and what must stay apart."""

from __future__ import annotations

import pytest

from kg.lexicon.people import likely_gender
from kg.model import Kind
from tests.reading import parse_news, parse_text


def chains(text: str, kind: Kind = Kind.PERSON) -> dict[str, list[str]]:
    """Name → the words of the mentions."""
    return {c.name: [m.words for m in c.mentions] for c in parse_text(text).chains if c.kind is kind}


def test_a_surname_and_pronouns_lead_to_the_full_name() -> None:
    found = chains("Moira Standing, who chairs the board, resigned. Standing said she had lost her patience.")
    assert found == {"Moira Standing": ["Moira Standing", "Standing", "she", "her"]}


def test_a_surname_with_a_particle_leads_to_the_full_name() -> None:
    text = "Painter Simon Le Tarn was there on Monday. Le Tarn also said that both halls were full."
    assert chains(text) == {"Simon Le Tarn": ["Simon Le Tarn", "Le Tarn"]}


def test_an_organisation_is_no_government() -> None:
    text = "Andrew Marsh, of Tarn Watch, met the government. Peter Bell is chairman of the organisation."
    assert chains(text, Kind.ORGANISATION)["Tarn Watch"] == ["Tarn Watch", "the organisation"]


def test_its_boss_is_that_of_which_the_clause_speaks() -> None:
    text = "Tarn Trust is run by Harrow Services, which paid its boss Anna Bell £1m."
    assert chains(text, Kind.ORGANISATION) == {
        "Tarn Trust": ["Tarn Trust"],
        "Harrow Services": ["Harrow Services", "its"],
    }


def test_the_chief_minister_is_no_other_minister() -> None:
    found = chains("Health Minister Anna Bell spoke of a plan announced by the chief minister.")
    assert found == {"Anna Bell": ["Anna Bell"], "the chief minister": ["the chief minister"]}


def test_an_office_may_be_whoever_was_named_before() -> None:
    """Only the first of all who have no post may hold the office that the article names first."""
    text = "The prime minister's aide set out Mr Bell's view.\n\nThe prime minister was firm. Cardinal Carl Marsh said he agreed."
    assert "The prime minister" not in chains(text)["Carl Marsh"]


def test_a_leader_of_one_party_leads_no_other() -> None:
    text = "The Tory leader was firm.\n\nLiberal Democrat leader Carl Marsh said he agreed."
    assert "The Tory leader" not in chains(text)["Carl Marsh"]


def test_members_of_two_parliaments_are_two() -> None:
    text = "Robert Hale, an MEP for East Tarn, was hit. Ruth Bell MP was there. The MEP said it hurt."
    assert "The MEP" in chains(text)["Robert Hale"]


def test_a_company_has_no_minister() -> None:
    text = "Deutsche Tarn said its offer stood. Alois Marsh, its minister for economic affairs, spoke."
    assert chains(text, Kind.ORGANISATION)["Deutsche Tarn"] == ["Deutsche Tarn"]


def test_an_office_is_nobody_who_stands_beside_it() -> None:
    """Who asks the chancellor is not the chancellor."""
    text = "The chancellor set out the rules.\n\nPeter Marsh said they were odd. But the chancellor said Mr Marsh was wrong."
    assert chains(text)["Peter Marsh"] == ["Peter Marsh", "Mr Marsh"]


def test_a_pronoun_of_the_other_gender_is_not_taken() -> None:
    found = chains("Moira Standing met Peter Hale on Monday. He said the talks went well.")
    assert found["Peter Hale"] == ["Peter Hale", "He"]
    assert found["Moira Standing"] == ["Moira Standing"]


def test_a_shared_surname_joins_nobody() -> None:
    found = chains("Anna Bell and Peter Bell run the shop in Tarn. Bell opened it in 1999.")
    assert found == {"Anna Bell": ["Anna Bell"], "Peter Bell": ["Peter Bell"]}


def test_an_honorific_tells_namesakes_apart() -> None:
    found = chains("Anna Bell and Peter Bell run the shop in Tarn. Mrs Bell opened it in 1999.")
    assert found["Anna Bell"] == ["Anna Bell", "Mrs Bell"]


def test_what_a_person_owns_is_not_that_person() -> None:
    found = chains("Peter Hale came with his brother, John Hale.")
    assert found["Peter Hale"] == ["Peter Hale", "his"]
    assert found["John Hale"] == ["John Hale"]


def test_a_pronoun_before_its_name() -> None:
    found = chains("In her first speech, Moira Standing promised more nurses.")
    assert found == {"Moira Standing": ["her", "Moira Standing"]}


def test_a_pronoun_before_its_name_although_somebody_came_last() -> None:
    found = chains("Moira Standing met Anna Bell on Monday. After her speech, Moira Standing went home.")
    assert found["Moira Standing"] == ["Moira Standing", "her", "Moira Standing"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hale came to Tarn. He met Carl Marsh.",
        "Peter Hale came to Tarn. He said that Carl Marsh was late.",
        "Peter Hale came to Tarn. Carl Marsh met him.",
        "Peter Hale came to Tarn. Carl Marsh promised to meet him.",
    ],
)
def test_a_clause_has_not_one_person_twice(text: str) -> None:
    found = chains(text)
    assert found["Carl Marsh"] == ["Carl Marsh"]
    assert len(found["Peter Hale"]) == 2


def test_in_a_quotation_only_whom_it_names_is_meant() -> None:
    found = chains("“Peter Hale was tired, so I told him to rest,” said Carl Marsh.")
    assert found == {"Peter Hale": ["Peter Hale", "him"], "Carl Marsh": ["Carl Marsh"]}
    found = chains("Peter Hale spoke first. “I told him to rest,” said Carl Marsh.")
    assert found == {"Peter Hale": ["Peter Hale"], "Carl Marsh": ["Carl Marsh"]}


def test_a_thing_with_an_article_is_no_lone_name() -> None:
    assert chains("She drives an electric Porlock. She loves her Porlock.") == {}


def test_a_first_name_is_known_without_its_accents() -> None:
    assert likely_gender("Lucía Standing") == likely_gender("Lucia Standing") == "f"
    assert likely_gender("Xülmé Standing") == ""


def test_nobody_is_meant_where_only_nobody_fits() -> None:
    found = chains("A woman was hurt in Tarn on Friday. She is in hospital.")
    assert found == {}


@pytest.mark.parametrize("word", ["trust", "council"])
def test_a_description_leads_to_the_body_of_that_head(word: str) -> None:
    name = f"Wrexley {word.title()}"
    found = chains(f"{name} has cut its budget. A spokesman for the {word} said so.", Kind.ORGANISATION)
    assert f"the {word}" in found[name]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Moira Standing opened the centre. A Home Office spokeswoman said it was full.",
        "Anna Bell, the Foreign Secretary, met Peter Hale, the Health Secretary. The Transport Secretary said nothing.",
        "Anna Bell, the managing director, left. The finance director said nothing.",
    ],
)
def test_another_post_leads_to_nobody(text: str) -> None:
    found = chains(text)
    named = [words for name, words in found.items() if name in ("Moira Standing", "Anna Bell", "Peter Hale")]
    assert not any(word.startswith(("A ", "The ")) for words in named for word in words)


def test_a_post_leads_to_who_has_its_field() -> None:
    found = chains(
        "Anna Bell, the Foreign Secretary, met Peter Hale, the Secretary of State for Health. The foreign secretary was tired. "
        "The health secretary was not."
    )
    assert "The foreign secretary" in found["Anna Bell"]
    assert "The health secretary" in found["Peter Hale"]


@pytest.mark.parametrize(
    ("text", "is_joined"),
    [
        ("The Wrexley Lending and Loans Agency (WLA) opened.", True),
        ("The report comes from the WLA. There was once a body such as the old Wrexley Lending Authority.", False),
        ("The Wrexley Lending Authority opened. A report by the WLA praised it.", True),
        ("The Wrexley Lending Authority (WLA) opened. A report by the WLA praised it.", True),
        ("The Wrexley Lending Authority, known as the WLA, opened.", True),
    ],
)
def test_letters_stand_for_a_name_that_the_article_gives_before(text: str, is_joined: bool) -> None:
    found = chains(text, Kind.ORGANISATION)
    assert any("WLA" in words and len(words) > 1 for words in found.values()) is is_joined


def test_the_company_is_no_body_named_in_passing() -> None:
    found = chains(
        "Norvane Steel Ltd has cut 40 jobs. Norvane Steel Ltd blamed prices. Its director, Anna Bell, came from Tarn Holdings plc in "
        "2019. The company makes pipes.",
        Kind.ORGANISATION,
    )
    assert "The company" in found["Norvane Steel Ltd"]


def test_two_joined_posts_of_two_people() -> None:
    roles = parse_text("Both the prime minister and Chancellor Tam Brown called for action.").roles
    assert [(r.title.words, r.holder and r.holder.words) for r in roles if r.rule] == [("Chancellor", "Tam Brown")]


def test_a_party_before_a_name_is_no_person() -> None:
    found = chains("The Lib Dem MP said Lib Dem Anna Bell was right. Tory MP Ed Hale laughed.")
    assert {name: words for name, words in found.items() if name != "The Lib Dem MP"} == {
        "Anna Bell": ["Anna Bell"],
        "Ed Hale": ["Ed Hale"],
    }


def test_the_last_of_two_ministers_is_less_sure() -> None:
    article = parse_text("Health minister Anna Bell met transport minister Peter Hale. The minister was late.")
    said = next(m for m in article.mentions if m.words == "The minister")
    assert article.certainty_of(said) < 1


def test_a_nameless_voice_speaks_of_nobody_named_before() -> None:
    found = chains("Peter Hale asked for a vote. But a Tarn Council spokesman said he could not comment on it.")
    assert found == {"Peter Hale": ["Peter Hale"]}
    found = chains("A spokesman for Peter Hale said he was ill.")
    assert found == {"Peter Hale": ["Peter Hale", "he"]}


def test_a_body_by_its_former_name() -> None:
    found = chains(
        "Tarn Media (formerly Harrow Press) grew. Harrow Press was small, said Tarn Media.", Kind.ORGANISATION
    )
    assert found == {"Tarn Media": ["Tarn Media", "Harrow Press", "Harrow Press", "Tarn Media"]}


def test_a_nickname_is_no_part_of_the_name() -> None:
    assert chains('Ilva "Tam" Bell spoke. Mr Bell left.') == {"Ilva Bell": ['Ilva "Tam" Bell', "Mr Bell"]}
    assert chains("Peter Marsh, Jr., spoke. Mr Marsh left.") == {"Peter Marsh": ["Peter Marsh, Jr.", "Mr Marsh"]}


@pytest.mark.parametrize("headline", ["Marsh sorry over murder plan", "Home secretary is sorry"])
def test_an_office_is_who_the_headline_is_about(headline: str) -> None:
    article = parse_news(
        headline, "Peter Marsh has apologised to the families. The home secretary confirmed the review."
    )
    office = next(c for c in article.chains if any(m.words == "The home secretary" for m in c.mentions))
    assert office.name == "Peter Marsh"


def test_an_office_is_no_private_person() -> None:
    article = parse_news(
        "Nurse waits for bed", "Peter Marsh has waited two days. The home secretary confirmed the review."
    )
    assert {c.name for c in article.chains if c.kind is Kind.PERSON} == {"Peter Marsh", "The home secretary"}


def test_who_is_told_of_does_not_write() -> None:
    said = '"We were right. "We are sure. "I know it. "And we will pay for our trees."'
    article = parse_news("Minister is sure", f"Minister Anna Bell was on the radio. Ms Bell told Harrow Radio: {said}")
    assert article.author is None


def test_a_member_is_the_politician_named_before() -> None:
    found = chains("Shadow minister Anna Bell condemned the cut. The Labour MP told Peter Marsh that she would vote.")
    assert "The Labour MP" in found["Anna Bell"]
    assert not any(
        "The Labour MP" in m
        for n, m in chains("Nurse Anna Bell wept. The Labour MP met her.").items()
        if n == "Anna Bell"
    )


def test_the_prime_minister_is_no_foreign_one_named_before() -> None:
    found = chains("Peter Marsh met Italian Prime Minister Anna Bell. Mr Marsh left. The prime minister was glad.")
    assert "The prime minister" not in found["Anna Bell"]


def test_a_party_is_called_by_its_noun() -> None:
    assert "Democrats" in chains("Democratic nominee Anna Bell spoke. Democrats won.", Kind.ORGANISATION)
