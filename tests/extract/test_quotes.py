"""Who is quoted: the one who speaks, never the one who stands nearest."""

import pytest

from kg.extract import quotes
from kg.model import Mode, Statement
from tests.reading import parse_text


def read(text: str) -> list[str]:
    """Speaker and words of every quotation, by chain."""
    article = parse_text(text)
    statements = [fact for fact in quotes.extract(article, []) if isinstance(fact, Statement)]
    return [f"{article.named(s.speaker).words}: {s.text.words}" for s in statements if s.mode is not Mode.INDIRECT]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Bell met Peter Marsh. “We agreed,” she said.", ["Anna Bell: We agreed,"]),
        ("A spokesman for Harrow Council said: “It is safe.”", ["Harrow Council: It is safe."]),
        ("Peter Marsh was there. “It is safe,” one official said. “I saw it.”", []),
        ("Anna Bell’s lawyer said: “She will appeal.”", []),
        ("“We need it,” Anna Bell said.\n“And soon.”", ["Anna Bell: We need it,", "Anna Bell: And soon."]),
        ("“Will it open?” Anna Bell asked. Peter Marsh said: “No.”", ["Anna Bell: Will it open?", "Peter Marsh: No."]),
        ("Anna Bell said the plan of Peter Marsh was “a shambles”.", ["Anna Bell: a shambles"]),
        ("According to Anna Bell, the pool is “a ruin in waiting”.", ["Anna Bell: a ruin in waiting"]),
        ("Anna Bell declined to say “we are sorry”. Peter Marsh was told to “calm down”.", []),
        (
            "John Bell said that Peter Marsh was right. He added: “Your work is a gift.”",
            ["John Bell: Your work is a gift."],
        ),
        ("Fraser Bell said no. A Labour spokesman said: “It is late.”", ["Labour: It is late."]),
        ("Anna Bell is here. Peter Marsh said so. “Mr Marsh is late”, he said.", []),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb(text: str, said: list[str]) -> None:
    """By the verb behind, before or above the words; nobody where somebody without a name speaks."""
    assert read(text) == said
