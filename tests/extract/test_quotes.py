"""Who is quoted: the one who speaks, never the one who stands nearest."""

import pytest

from kg.extract import quotes
from kg.model import Mode, Statement
from kg.parsed import ParsedArticle
from tests.reading import parse_text


def who(article: ParsedArticle, said: Statement) -> str:
    """The first name of the speaker; the article's words where it names nobody."""
    return article.named(said.named_speaker).words if said.named_speaker else said.speaker.words


def read(text: str) -> list[str]:
    """Speaker and words of every quotation, by chain."""
    article = parse_text(text)
    statements = [fact for fact in quotes.extract(article, []) if isinstance(fact, Statement)]
    return [f"{who(article, s)}: {s.text.words}" for s in statements if s.mode is not Mode.INDIRECT]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Bell met Peter Marsh. “We agreed,” she said.", ["Anna Bell: We agreed,"]),
        ("A spokesman for Harrow Council said: “It is safe.”", ["Harrow Council: It is safe."]),
        (
            "Peter Marsh was there. “It is safe,” one official said. “I saw it.”",
            ["one official: It is safe,", "one official: I saw it."],
        ),
        ("Anna Bell’s lawyer said: “She will appeal.”", ["Anna Bell’s lawyer: She will appeal."]),
        ("“We need it,” Anna Bell said.\n“And soon.”", ["Anna Bell: We need it,", "Anna Bell: And soon."]),
        ("“Will it open?” Anna Bell asked. Peter Marsh said: “No.”", ["Anna Bell: Will it open?", "Peter Marsh: No."]),
        ("Anna Bell said the plan of Peter Marsh was “a shambles”.", ["Anna Bell: a shambles"]),
        ("According to Anna Bell, the pool is “a ruin in waiting”.", ["Anna Bell: a ruin in waiting"]),
        (
            "Anna Bell, who runs Harrow Baths, called the plan “a toll booth in a desert”.",
            ["Anna Bell: a toll booth in a desert"],
        ),
        ("Its director, former officer Anna ‘Nan’ Bell, said: “I know.”", ["Anna ‘Nan’ Bell: I know."]),
        ("“It is long,” said a trustee, the broadcaster Anna Bell.", ["Anna Bell: It is long,"]),
        ("“Welcome,” said master of ceremonies Anna Bell, an engineer.", ["Anna Bell: Welcome,"]),
        (
            "Anna Bell argued that a list would keep people out, saying it is “all about order”.",
            ["Anna Bell: all about order"],
        ),
        ("Peter Marsh, a farmer, tweeted a warning. “Remember the day.”", ["Peter Marsh: Remember the day."]),
        (
            "“It is early,” said Anna Bell on “Harrow Today.” “It depends.”",
            ["Anna Bell: It is early,", "Anna Bell: It depends."],
        ),
        ("When he died, Anna Bell released the following statement:\n“We mourn him.”", ["Anna Bell: We mourn him."]),
        ("The rise does not surprise the pollster Anna Bell: “We saw it.”", ["Anna Bell: We saw it."]),
        (
            "Anna Bell replied to Peter Marsh with, “Why now?” Marsh then wrote back, “You will see.”",
            ["Anna Bell: Why now?", "Peter Marsh: You will see."],
        ),
        (
            "It is for Anna Bell, who told the club when asked about it: “I follow the law.”",
            ["Anna Bell: I follow the law."],
        ),
        (
            "“He cheers for us,” Anna Bell said. Instead, “he just acts like a loser.”",
            ["Anna Bell: He cheers for us,", "Anna Bell: he just acts like a loser."],
        ),
        ("“We saw it,” Anna Bell said. The band is called “We just want to sing”.", ["Anna Bell: We saw it,"]),
        ("“I saw it,” said Anna Bell. “The Last Summer” was made in Harrow.", ["Anna Bell: I saw it,"]),
        ("As Anna Bell put it: “We are done.” She put it on hold.", ["Anna Bell: We are done."]),
        (
            "“If it opens, we will come” from all over the town, Anna Bell wrote.",
            ["Anna Bell: If it opens, we will come"],
        ),
        (
            "Anna Bell was blamed for her remark that “there is a special place for us”.",
            ["Anna Bell: there is a special place for us"],
        ),
        ("It was a remark that “there is a special place for us”.", []),
        (
            "Anna Bell attacked Peter Marsh, calling him a “fence” and accusing him of hiding like a “shy mole”.",
            ["Anna Bell: fence", "Anna Bell: shy mole"],
        ),
        (
            "Peter Marsh said it was late. “Who knows?” Anna Bell told Harrow Radio when asked how trade would grow if he stayed.",
            ["Anna Bell: Who knows?"],
        ),
        (
            "Anna Bell explained that it was hard to send what Pamela Marsh wanted: “Trust me, I am sorry,” Bell wrote.",
            ["Anna Bell: Trust me, I am sorry,"],
        ),
        (
            "Anna Bell repeated the charge that Peter Marsh recites his points, calling him a “talented guy”.",
            ["Anna Bell: talented guy"],
        ),
        ("Anna Bell declined to say “we are sorry”. Peter Marsh was told to “calm down”.", []),
        (
            "John Bell said that Peter Marsh was right. He added: “Your work is a gift.”",
            ["John Bell: Your work is a gift."],
        ),
        ("Fraser Bell said no. A Labour spokesman said: “It is late.”", ["Labour: It is late."]),
        ("Anna Bell is here. Peter Marsh said so. “Mr Marsh is late”, he said.", ["he: Mr Marsh is late"]),
        ("“It is odd,“ said Anna Bell. “It leaks.”", ["Anna Bell: It is odd,", "Anna Bell: It leaks."]),
        (
            "“Marsh can say ‘I can win anywhere,’” said Anna Bell, who runs a paper.",
            ["Anna Bell: Marsh can say ‘I can win anywhere,’"],
        ),
        ("One aide said it leaks. She added: “It always did.”", ["One aide: It always did."]),
        ("The rain has stopped. “It is over,” he said.", ["he: It is over,"]),
        ("Peter Marsh is late. “Marsh should go,” he said to the club.", ["he: Marsh should go,"]),
        (
            "Anna Bell is in Harrow. The roof gives way - Peter Marsh: “We saw it move.”",
            ["Peter Marsh: We saw it move."],
        ),
        (
            "Anna Bell, speaking on the radio, called Peter Marsh a “blowhard” and left.",
            ["Anna Bell: blowhard"],
        ),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb(text: str, said: list[str]) -> None:
    """By the verb behind, before or above the words; in the article's words where somebody without a name speaks."""
    assert read(text) == said


def reported(text: str) -> list[str]:
    """Speaker and words of every indirect statement, by chain."""
    article = parse_text(text)
    statements = [fact for fact in quotes.extract(article, []) if isinstance(fact, Statement)]
    return [f"{who(article, s)}: {s.text.words}" for s in statements if s.mode is Mode.INDIRECT]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell, leader of Harrow Council, said the town “cannot go on” and that people were losing faith.",
            ["Anna Bell: the town “cannot go on”", "Anna Bell: people were losing faith"],
        ),
        ("Anna Bell, a farmer, called the plan “a missed chance”.", ["Anna Bell: the plan “a missed chance”"]),
        ("Peter Marsh accused the government of hoarding money.", ["Peter Marsh: the government of hoarding money"]),
        (
            "In a letter to the trustees, the culture minister, Anna Bell, said the council had found no case for a grant.",
            ["Anna Bell: the council had found no case for a grant"],
        ),
        ("It cost £37m. Its head, Anna Bell, said it was worth it.", ["Anna Bell: it was worth it"]),
        (
            "Peter Marsh was there.\nThe hall, Mr. Marsh said, honoured three of his teachers, among them the painter Tom Bell.",
            ["Peter Marsh: The hall, Mr. Marsh said, honoured three of his teachers, among them the painter Tom Bell"],
        ),
        (
            "Anna Bell says in a statement that the pool is certain to be closed.",
            ["Anna Bell: the pool is certain to be closed"],
        ),
        (
            "Anna Bell told the dinner on Monday that she would use the money for the pool.",
            ["Anna Bell: she would use the money for the pool"],
        ),
        (
            "Anna Bell told a meeting she will keep the pool while her opponent wants to close it.",
            ["Anna Bell: she will keep the pool while her opponent wants to close it"],
        ),
        ("The police welcomed the move, saying it would give them time.", ["The police: it would give them time"]),
        ("The state admitted it made a mistake. A sociologist said so.", ["The state: it made a mistake"]),
        ("He said that the pool would be shut. Nobody else did.", ["He: the pool would be shut"]),
        ("“The pool,” Anna Bell said, “has lost too much water.”", []),
        ("Anna Bell told the man she had met in May.", []),
        ("The chief executive of the Harrow Trust tells Peter Marsh why she wants to leave.", []),
        ("Anna Bell dismissed the call for an inquiry.", []),
    ],
)
def test_the_subject_of_a_reported_clause_does_not_report_it(text: str, said: list[str]) -> None:
    """Neither does the object of the verb, nor the listener."""
    assert reported(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell spoke of Peter Marsh, calling him a “fence” and accusing him of hiding like a “shy mole”.",
            "Anna Bell: him a “fence”",
        ),
        ("She called for more “light” for the new pool in Harrow.", "She: more “light” for the new pool in Harrow"),
        ("Anna Bell urged people to develop a “sense of duty”.", "Anna Bell: to develop a “sense of duty”"),
        (
            "Anna Bell called the agreement “a great step forward” in efforts to save the pool, praising the council.",
            "Anna Bell: the agreement “a great step forward” in efforts to save the pool",
        ),
        (
            "Anna Bell said no.\nThe pool, she added, was “not the owner’s” by any law.",
            "Anna Bell: The pool, she added, was “not the owner’s” by any law",
        ),
    ],
)
def test_the_words_around_a_quoted_fragment_are_told_with_it(text: str, said: str) -> None:
    """Where the verb governs no whole clause, too."""
    assert said in reported(text)


def test_a_fragment_that_is_all_that_is_said_stands_alone() -> None:
    """So does one in a question, in a wish and in what somebody did."""
    for text in (
        "Anna Bell called for “light”.",
        "Anna Bell asked about the “lost” money of the club.",
        "Anna Bell wants the pool “before the winter” comes.",
        "Anna Bell revealed an extra £3m to support “a small number” of pools.",
    ):
        assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell said the council would look at it “in the usual way” but stopped short of promising money.",
            "the council would look at it “in the usual way”",
        ),
        (
            "Anna Bell said the company would invest £7 million and expected to open in May.",
            "the company would invest £7 million and expected to open in May",
        ),
        (
            "Anna Bell said people were not against the pool, but wanted to know who would pay.",
            "people were not against the pool, but wanted to know who would pay",
        ),
    ],
)
def test_a_reported_clause_ends_where_the_reporter_goes_on(text: str, said: str) -> None:
    """What is coordinated in it belongs to it; what the speaker did next does not."""
    assert reported(text) == [f"Anna Bell: {said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Bell was cautious. A forced sale, she warned, could lead to administration.",
            ["Anna Bell: A forced sale, she warned, could lead to administration"],
        ),
        (
            "Anna Bell was there. Cost estimates, she added, were “based on a prototype”.",
            ["Anna Bell: Cost estimates, she added, were “based on a prototype"],
        ),
        (
            "Anna Bell is a lawyer. He had paid back £9,000, she told the judge, and would sell a van.",
            ["Anna Bell: He had paid back £9,000"],
        ),
        (
            'Her agent, Anna Bell, wrote that such a demand was "pointless," because if there were letters, the museum now owns them.',
            ['Anna Bell: such a demand was "pointless," because if there were letters, the museum now owns them'],
        ),
        (
            "According to Harrow Bank, which lends to farms, rising rates have made the model harder to copy.",
            ["Harrow Bank: rising rates have made the model harder to copy"],
        ),
        (
            "Anna Bell admitted his side were beaten by the Turks.",
            ["Anna Bell: his side were beaten by the Turks"],
        ),
        (
            "Anna Bell met him. She said he would “not get beat up” there, a swipe at the other side.",
            ["Anna Bell: he would “not get beat up” there"],
        ),
        (
            "Harrow Bank says sales have exceeded expectations, without giving figures.",
            ["Harrow Bank: sales have exceeded expectations"],
        ),
        (
            "Anna Bell argued that Harrow Bank is bigger than its rival, has fewer debts and has built a park.",
            ["Anna Bell: Harrow Bank is bigger than its rival, has fewer debts and has built a park"],
        ),
        (
            "Anna Bell was there. “It is all wrong,” she said, her voice shaking with emotion.",
            [],
        ),
        (
            "Jay Marsh, the choir's first treasurer and stage manager, suggested that the delays were their own.",
            ["Jay Marsh: the delays were their own"],
        ),
    ],
)
def test_what_is_said_around_its_verb_and_where_it_ends(text: str, said: list[str]) -> None:
    """Without the reporter's comment on it, and without how it is said."""
    assert [one.rstrip("”") for one in reported(text)] == said


def test_she_is_no_lord_who_spoke_before() -> None:
    found = read('Lord Marsh and Lord Bell agreed about it. "Their quarrel is narrow," she said.')
    assert not any("Marsh" in said for said in found)
