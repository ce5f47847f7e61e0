"""What sort of sum it is, who pays and who gets it. All names are invented."""

from __future__ import annotations

import pytest

from kg.extract import extract_all
from kg.extract._money import money_of
from kg.extract._money_learnt import likelihoods
from kg.extract._money_place import place_of
from kg.lexicon import rows
from kg.model import Figure, FundingStatement, FundingStatus
from tests.reading import parse_text

SORTS = [
    ("The government will spend £5m on rural buses.", "announced"),
    ("Ministers announced a £5m fund for rural buses.", "announced"),
    ("An extra £500m for local roads.", "announced"),
    ("Harrow Council has approved a £5m grant for the museum.", "committed"),
    ("The charity has agreed to give £75,000 to the museum.", "committed"),
    ("Tarn Rail wants £25m a year guaranteed to 2030.", "requested"),
    ("There was an offer from Ashgill Stone to pay £40,000 a year towards a teacher.", "proposed"),
    ("She said kitting out all 310 staff would set Harrow Council back just £93,000.", "estimated_need"),
    ("The cost of the new bridge has risen to £68m.", "estimated_need"),
    ("The finance secretary is expected to find £6m from reserves.", "potential"),
    ("The government would put £5m into the line if the mayors agreed on a route.", "conditional"),
    ("The manifesto commitment to £10bn of extra capital for hospitals still stands.", "manifesto"),
    ("The commission proposed a €3bn fund to help hospitals.", "proposed"),
    ("Harrow Council has asked ministers for £3m.", "requested"),
    ("Staff made a plea for a £75,000 hardship fund.", "requested"),
    ("Extending the scheme to every county would cost £90m.", "estimated_need"),
    ("The county says it would cost £2bn to mend the dams.", "estimated_need"),
    ("That left £4m to be found by donations.", "estimated_need"),
    ("The council was asked to extend the scheme at a cost of £37m.", "requested"),
    ("The group has asked for a waiver and £5m for technical help.", "requested"),
    ("She would like the next £10,000 to be spent on a minibus.", "requested"),
    ("The council will be allowed to borrow £34m to pay for redundancies.", "announced"),
    ("Plans for a £18m care centre have been given the go-ahead.", "committed"),
    ("Awards of up to £50,000 each have been made to 16 clubs.", "committed"),
    ("He accused the council of spending £48m on a sports village.", "spent"),
    ("The council put the cost of repairing the pier at between £9m and £12m.", "estimated_need"),
    ("The mayor ruled out a £5m grant for the theatre.", "denied"),
    ("The minister has rowed back on a commitment to provide £90m for new beds.", "denied"),
    ("Schools already receive £5m a year from the council.", "existing"),
    ("The trust has spent £3.6m inspecting every roof.", "spent"),
    ("The bank, which has lent £40m for rural roads, said no.", "existing"),
    ("He has already put £16m of his own money into the Harrow Rovers.", "spent"),
    ("The minister should release £3m that parliament set aside in 2022 for a fund.", "existing"),
    ("Some £14m went on developing the website.", "spent"),
    ("Aid to the islands is set to rise by 4%, to reach £9m.", "announced"),
    ("The panel recommends raising state funding for theatres to £3m.", "proposed"),
    ("The bonds would be sold in an attempt to double aid to £90m a year.", "proposed"),
    ("Mr Marsh's proposed spending of £3m on the museum is well below what was promised.", "proposed"),
    ("The new grant will bring the council's commitment to the museum to £28m.", "committed"),
    ("Another £2m is headed to the museum.", "committed"),
    ("Of the £5m given by the council, only a little has been spent.", "committed"),
    ("The committee is working to raise £60,000 for the festival.", "estimated_need"),
    ("That leaves the committee short of the £64,000 that it must collect.", "estimated_need"),
    ("Surveyors put the aid needed by the islands at about £5m.", "estimated_need"),
    ("The council has signed a debt relief deal which could cost the county £9m.", "estimated_need"),
    ("The £3.2bn settlement includes more for councils from the Treasury.", "committed"),
    ("House leaders unveiled a $3m Zorva funding bill on Tuesday.", "proposed"),
    ("The Senate blocked a $6m relief package for ranchers.", "proposed"),
    ("A bill that makes available $210 million for storm shelters passed the lower chamber.", "proposed"),
    ("The report proposes a cap on gifts and an increase in state funding to £4m a year.", "proposed"),
    ("Surveyors put the help needed for Harrow, Calder and Tarn at about £5m.", "estimated_need"),
    ("The Harrow Club reported spending £1.1m on advertisements.", "spent"),
    ("The Calder Trust owes a lot, of which £310,000 is a loan made by Harrow Council during the drought.", "existing"),
    ("The government has set aside €60m for households without cover.", "committed"),
    ("Some £80m of the proceeds is earmarked for repairs.", "committed"),
    ("The relief chief released £10m from a central pot for the islands.", "committed"),
    ("A new bypass around Harrow would cost £138m.", "estimated_need"),
    ("The Harrow Union has offered Tarnia an aid package worth £90m.", "announced"),
    ("The region will give tens of millions of pounds in grants.", "announced"),
]


@pytest.mark.parametrize(("text", "status"), SORTS)
def test_the_status_of_money_for_a_purpose(text: str, status: str) -> None:
    found = [fact.status for fact in extract_all(parse_text(text)) if isinstance(fact, FundingStatement)]
    assert found == [status]


FIGURES = [
    "A fundraising page set up by the Friends of Harrow had reached £11,640 by yesterday.",
    "“I’ve had £11,000 from Criminal Injuries Compensation and not one call.”",
    "The government is seeking to cut the budget, which pays for the care of the poorest, by $45bn.",
    "She asked why £9m had been handed back to the department unspent.",
    "President Marsh has called the £3bn rebate unjustified.",
    "Mortgage loans of £2bn approved in May were a record.",
    "Its bank asked Tarn Ferries to repay a $900m loan taken out on its ships.",
    "The treasurer has been handed a £2.1bn boost as she tries to balance the books.",
    "The firm will receive a payment of £24m in compensation.",
    "Brightwell Oil faces a $540m repayment demand from foreign banks.",
    "The trust’s deficit rose to £3m.",
    "Brightwell Foods agreed to pay $300m to settle charges.",
    "The Brightwell firm has agreed to pay $2bn to leave the partnership.",
    "Gamers spent £1.3bn last year.",
    "Ministers would have to raise taxes by £10bn.",
    "Brightwell Foods bought Calder Mills for £16m.",
    "Profits fell to £5m on sales of £90m.",
    "He was given a £212,500 salary.",
    "The court rejected a £5m claim for damages.",
    "Shoppers spent £5m on toys last week.",
    "Plans for a £38m solar farm have been refused by the council.",
    "The firm wants £165m, some £40m more.",
    "Oil closed at $53.09 a barrel.",
    "The sale brings her total earnings to £5m.",
    "Profits are set to rise by 4%, to reach £20m.",
    "Air Tarn plans to raise £90m from the flotation.",
    "Cuts would deliver little of the £22bn that ministers hope to save.",
    "The plans for saving £12bn are absolutely crucial to the public services.",
    "Around £6m will be available for tax cuts.",
    "The firm has debts and loans worth £14m.",
    "A new striker would cost £38m.",
    "The £12bn that remains would go on cutting state debts.",
    "It is impossible to spend £7m probing the county and not find fault.",
    "The festival is expected to inject £2m into the local economy.",
    "Rents would have to go up to £1,400 on average.",
    "£50m would allow the manager to rebuild the squad.",
    "The fire did hundreds of thousands of pounds of damage.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_money_that_is_no_funding_statement(text: str) -> None:
    facts = extract_all(parse_text(text))
    last = [fact for fact in facts if isinstance(fact, Figure | FundingStatement)][-1]
    assert isinstance(last, Figure)


@pytest.mark.parametrize(
    ("text", "payer", "recipient"),
    [
        ("Harrow Council gave the Calder Trust £5m for repairs.", "Harrow Council", "Calder Trust"),
        ("The Calder Trust will receive £5m from Harrow Council.", "Harrow Council", "Calder Trust"),
        ("Some £5m will come from Harrow Council.", "Harrow Council", None),
        (
            "There was an offer from Ashgill Stone to pay £40,000 a year towards a teacher.",
            "Ashgill Stone",
            "a teacher",
        ),
        ("The mayor of West Tarn, Ann Bell, has promised £23m to build a bus lane.", "Ann Bell", None),
        ("The Harrow Union has said it will deliver £3m of aid, according to the Argus.", "Harrow Union", None),
        (
            "Harrow Council has promised £5m to the region's seven hospices.",
            "Harrow Council",
            "region's seven hospices",
        ),
        ("A further £75m in aid is to be given to Norway by Harrow Council.", "Harrow Council", "Norway"),
        ("Harrow Council has agreed to a £9m loan to Norway.", "Harrow Council", "Norway"),
        ("Harrow Council will steer £14m to the Calder Trust.", "Harrow Council", "Calder Trust"),
        ("Lawmakers set aside £6m for wildfire crews.", "Lawmakers", None),
    ],
)
def test_who_pays_and_who_gets_it(text: str, payer: str, recipient: str | None) -> None:
    (fact,) = [fact for fact in extract_all(parse_text(text)) if isinstance(fact, FundingStatement)]
    assert fact.pledger is not None
    assert fact.pledger.words.removeprefix("The ") == payer
    assert (fact.recipient.words.removeprefix("The ").removeprefix("the ") if fact.recipient else None) == recipient


def test_a_sum_is_no_recipient() -> None:
    texts = (
        "The scheme has paid out £25m since spring, with £8m from Harrow Council for last year.",
        "A handful of members gave a total of £5,395 to the Calder Trust.",
    )
    found = [fact for text in texts for fact in extract_all(parse_text(text)) if isinstance(fact, FundingStatement)]
    recipients = [fact.recipient.words for fact in found if fact.recipient is not None]
    assert [words.removeprefix("the ") for words in recipients] == ["Calder Trust"]


def test_an_implied_sum_is_worked_out() -> None:
    text = "Harrow Council set aside £450,000 for libraries, which the Friends of Harrow Museum promised to match pound for pound."
    found = [fact for fact in extract_all(parse_text(text)) if isinstance(fact, FundingStatement)]
    assert [fact.amount.stated for fact in found if fact.amount] == [450_000, 450_000]


def test_a_sum_named_again_is_further_evidence() -> None:
    text = "Ministers announced a £90m fund for schools.\nHeads said the £90m was welcome."
    found = [fact for fact in extract_all(parse_text(text)) if isinstance(fact, Figure | FundingStatement)]
    assert len(found) == 1
    assert len(found[0].evidence) == 2


# No rule knows these; the learnt weights do, or see that there is nothing
LEARNT = [
    ("The council has found £7m to keep the buses running until March.", True),
    ("The county will stump up $35,000 for a new ambulance.", True),
    ("The Cabinet has cleared a Rs 1,150-crore outlay for solar pumps.", True),
    ("The record finished third in the chart with takings of £9m.", False),
    ("The striker could leave for £30m in the summer.", False),
    ("The two banks parted company over £18m.", False),
]


@pytest.mark.parametrize(("sentence", "is_to_come"), LEARNT)
def test_where_no_rule_speaks_the_learnt_weights_decide(sentence: str, is_to_come: bool) -> None:
    found = [fact for fact in extract_all(parse_text(sentence)) if isinstance(fact, FundingStatement)]
    assert [fact.evidence[0].extractor.endswith("learnt") for fact in found] == [True] * is_to_come
    assert all(0.7 <= fact.belief < 1 for fact in found)


def test_in_articles_about_business_only_rules_speak() -> None:
    sentence = next(text for text, is_to_come in LEARNT if is_to_come)
    trade = "Shares rose as shareholders heard of higher sales and profits before the takeover and the merger."
    found = [extract_all(parse_text(text)) for text in (sentence, f"{trade}\n\n{sentence}")]
    assert [any(isinstance(fact, FundingStatement) for fact in facts) for facts in found] == [True, False]


def test_likelihoods_are_a_distribution_and_name_statuses() -> None:
    article = parse_text("The fund gave £5m to the museum.")
    (told,) = money_of(article)
    found = likelihoods(place_of(told.paragraph, told.item.start, told.item.end))
    assert sum(found.values()) == pytest.approx(1)
    assert set(found) - {"figure"} <= {str(status) for status in FundingStatus}


def test_no_cue_of_the_learnt_weights_is_a_name() -> None:
    cues = [cue for cue, *_ in rows("money_weights")[1:]]
    assert len(cues) > 1000
    assert not [cue for cue in cues if any(word.istitle() for word in cue.split())]
