"""Who speaks on, who only passes on what another said, and whose deed a participle tells."""

import pytest

from kg.extract import quotes
from kg.model import Mode, Statement
from tests.extract.test_quotes import who
from tests.reading import parse_text


def told(text: str) -> list[str]:
    """Speaker and words of every statement; "i" before an indirect one."""
    article = parse_text(text)
    found = [fact for fact in quotes.extract(article, []) if isinstance(fact, Statement)]
    return [f"{'i ' if s.mode is Mode.INDIRECT else ''}{who(article, s)}: {s.text.words}" for s in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell said the day marked the end of a “long struggle,” the Harrow Press reported.",
            ["Anna Bell: long struggle,", "i Anna Bell: the day marked the end of a “long struggle,”"],
        ),
        (
            "According to the Harrow Post, Anna Bell, who chairs the panel, said the flag was never open to choice.",
            ["i Anna Bell: the flag was never open to choice"],
        ),
        (
            "Peter Marsh will stress the need for a pool, the Harrow Trust said.",
            ["i Harrow Trust: Peter Marsh will stress the need for a pool"],
        ),
        (
            "Only a third accepted a long wait, the Harrow Trust added.",
            ["i Harrow Trust: Only a third accepted a long wait"],
        ),
    ],
)
def test_who_passes_it_on_does_not_say_it(text: str, said: list[str]) -> None:
    """Where the main verb is one of saying; else the clause reports as ever."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The report said the Harrow Council should think of fines. It said the plan was a “gimmick”.",
            "The report: gimmick",
        ),
        (
            "The Harrow Trust said the Marsh Council had failed. It said the plan was a “gimmick”.",
            "Harrow Trust: gimmick",
        ),
        (
            "Peter Bell met John Marsh. He said that people would serve under Marsh. For his part, he said he was “honoured”.",
            "Peter Bell: honoured",
        ),
        (
            "Peter Marsh was there. “We need it,” Anna Bell, who is also the interior minister, told us. “It begins,” added the minister.",
            "Anna Bell: It begins,",
        ),
        (
            "They said they would ask Marsh whether the Harrow Council would pay. They pledged to wait. “It will do,” a spokesman said.",
            "a spokesman: It will do,",
        ),
    ],
)
def test_who_spoke_speaks_on(text: str, said: str) -> None:
    """Against the body or the person named in what was said."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Bell announced the news, adding that ten people will pay.", "i Anna Bell: ten people will pay"),
        ("Peter Marsh attacked the Harrow Council, saying it had failed.", "i Peter Marsh: it had failed"),
    ],
)
def test_a_participle_behind_an_object_is_whose_deed_it_is(text: str, said: str) -> None:
    """It says nothing of the object."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Harrow Trust said it was glad about prospects for its new pools saying that demand is rising.",
            ["i Harrow Trust: it was glad about prospects for its new pools", "i Harrow Trust: demand is rising"],
        ),
        (
            "Anna Bell said closed meetings -- those open only to members -- deny many people the right to vote.",
            ["i Anna Bell: closed meetings -- those open only to members -- deny many people the right to vote"],
        ),
        (
            "Anna Bell said she hopes to sell every ticket early, so she'll have enough money at the fair in July.",
            ["i Anna Bell: she hopes to sell every ticket early, so she'll have enough money at the fair in July"],
        ),
        (
            "Harrow mayor Anna Bell said the parents needed proof that the swimming course was safe.",
            ["i Anna Bell: the parents needed proof that the swimming course was safe"],
        ),
        (
            "The Harrow Rowing Club said over one million boats called Floatos are now seen on lakes.",
            ["i Harrow Rowing Club: over one million boats called Floatos are now seen on lakes"],
        ),
        (
            "Prices fell further in May and sales took long, the Royal Institute of Harrow found.",
            ["i Royal Institute of Harrow: Prices fell further in May and sales took long"],
        ),
        (
            "The company said drills had found nothing in one of its clay pits, but was hopeful about the yield of others.",
            ["i The company: drills had found nothing in one of its clay pits"],
        ),
        (
            "Anna Bell said that people would come -- or those with money -- which could end the fuss.",
            ["i Anna Bell: people would come -- or those with money -- which could end the fuss"],
        ),
        (
            "Anna Bell told Harrow News any plan “must be well thought out”: “Moves are welcome but the answer is no.”",
            [
                "Anna Bell: must be well thought out",
                "Anna Bell: Moves are welcome but the answer is no.",
                "i Anna Bell: any plan “must be well thought out”",
            ],
        ),
        (
            "Anna Bell announced plans to merge nine bodies - described by one union as a “bonfire of the clubs”.",
            ["one union: bonfire of the clubs"],
        ),
        (
            "“It is so,” a statement issued on behalf of Anna Bell, the mayor, said.",
            ["Anna Bell: It is so,"],
        ),
    ],
)
def test_where_the_words_begin_and_end(text: str, said: list[str]) -> None:
    """Of clauses that the parse cuts or joins."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The US said it filed the complaint after talks failed.", ["i US: it filed the complaint after talks failed"]),
        (
            "Harrow Trust said that ten boats will sink and that damage will be “big”, the Harrow Press reported.",
            ["Harrow Trust: big", "i Harrow Trust: ten boats will sink", "i Harrow Trust: damage will be “big”"],
        ),
        (
            "Leading plaintiff, the University of Harrow, announced the news, adding that ten of them will pay.",
            ["i University of Harrow: ten of them will pay"],
        ),
        (
            "Its own bodies have noted the way rules are applied, the Harrow Trust said. Small firms were hit, it added.",
            [
                "i Harrow Trust: Its own bodies have noted the way rules are applied",
                "i Harrow Trust: Small firms were hit",
            ],
        ),
        (
            "“We met,” a spokesman for the Harrow Bank said. Harrow is a town. “It was at two,” he said.",
            ["Harrow Bank: We met,", "Harrow Bank: It was at two,"],
        ),
        (
            "Anna Bell said that “good progress” had been made since.",
            ["Anna Bell: good progress", "i Anna Bell: “good progress” had been made since"],
        ),
    ],
)
def test_bodies_that_speak(text: str, said: list[str]) -> None:
    """With their acronyms, spokesmen and pronouns, and what they say in two clauses."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“It is late,” said Anna Bell. “We feel it is good for all. "
            "Mr Marsh was careful not to turn, saying it was odd. “I know,” Mr Marsh said.",
            [
                "Anna Bell: It is late,",
                "Anna Bell: We feel it is good for all.",
                "Mr Marsh: I know,",
                "i Mr Marsh: it was odd",
            ],
        ),
        (
            "Peter Marsh said: “I hope so. “Only we can do it. “The club has been in trouble since May. "
            "Last month Harrow Trust said that it was ill.",
            ["Peter Marsh: I hope so.", "Peter Marsh: Only we can do it.", "i Harrow Trust: it was ill"],
        ),
        (
            'Peter Marsh was there. Anna Bell also said kits would be there for schools," For example, schools can run them.',
            ["i Anna Bell: kits would be there for schools"],
        ),
    ],
)
def test_a_lost_mark_makes_no_quotation_of_the_reporter_s_words(text: str, said: list[str]) -> None:
    """What somebody named says in it is the reporter's sentence."""
    assert told(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bell expects the council to go on with its talks.",
        "Firms must report risks in a chapter of their reports, called the Harrow Review.",
        "Anna Bell has demanded an answer over the length of time that they took.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    """A deed, a name, a wish for somebody."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The bill is opposed by the Harrow Democrats.\nThey have said it is “flawed” and a waste.",
            ["Harrow Democrats: flawed", "i Harrow Democrats: it is “flawed” and a waste"],
        ),
        (
            "The Harrow Conservatives met. They said they would ask Marsh. And they pledged to look at the cost.",
            ["i Harrow Conservatives: they would ask Marsh", "i Harrow Conservatives: to look at the cost"],
        ),
        ("Critics of the Harrow Democrats met. They said it was bad.", []),
    ],
)
def test_they_may_be_a_body_with_a_plural_name(text: str, said: list[str]) -> None:
    """Unless the sentence tells of other people."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell came. Marsh cut “those who deliver them.” The Harrow Trust also announced plans to do so.",
            [],
        ),
        (
            "The Harrow Union said it stood behind the players and did not rule out a strike.",
            ["i Harrow Union: it stood behind the players"],
        ),
        (
            "The Harrow Ministry confirmed the legal situation in its “White Paper” mapping out the strategy.",
            [],
        ),
        (
            "Harrow may find an ear in the town “We have said that we support it,” said Anna Bell.",
            ["Anna Bell: We have said that we support it,"],
        ),
    ],
)
def test_what_the_reporter_says_stays_out(text: str, said: list[str]) -> None:
    """Before, behind and around what is said."""
    assert [one for one in told(text) if not one.startswith("Marsh")] == said


def test_what_it_goes_by_says_nothing() -> None:
    """ "According to the law" is how it is done."""
    assert told("The drills are held according to the law and behind closed doors.") == []
