"""Who writes in the first person: only whom the page or the article says to be the writer."""

import pytest

from tests.reading import parse_news

FIRST_PERSON = "I went to see my old school. We sat in our hall and I read the minutes. I felt at home."


@pytest.mark.parametrize(
    ("headline", "opening", "author"),
    [
        ("Schools need time", "By Anna Bell, head of Harrow School", "Anna Bell"),
        ("Schools need time", "Dr Anna Bell", "Anna Bell"),
        ("Schools need time", "Anna Bell, head of Harrow School, considers what comes next.", "Anna Bell"),
        ("Five minutes with Anna Bell", "The head of Harrow School talks.", "Anna Bell"),
        ("Anna Bell is leading in the polls", "It is a strange year for schools.", None),
        ("Schools need time", "Peter Marsh said that Anna Bell had won.", None),
        ("My day with Anna Bell at the school", "It is a strange year.", None),
    ],
)
def test_the_writer_is_said_to_be_one(headline: str, opening: str, author: str | None) -> None:
    found = parse_news(headline, opening, FIRST_PERSON, "Anna Bell was there.").author
    assert (found.words.removeprefix("Dr ") if found else None) == author


def test_a_quotation_that_opens_its_mark_again_is_no_first_person() -> None:
    said = 'Anna Bell said: "I am glad. "I like my team, and we like our fans. "I have no fear, I have hope."'
    assert parse_news("Bell is glad", "By Anna Bell", said).author is None
