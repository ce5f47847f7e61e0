"""Where quotation marks open and close."""

import pytest

from kg.quoted import quoted_in


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("“We will,” said Bell. “Soon.”", ["We will,", "Soon."]),
        ('"We will," said Bell. "Soon."', ["We will,", "Soon."]),
        ("‘It’s the nurses’ money,’ said Bell.", ["It’s the nurses’ money,"]),
        ("''We will,'' said Bell.", ["We will,"]),
        ("She said: “He told me ‘no’ twice.”", ["He told me ‘no’ twice."]),
        ('"It is bad. "It is very bad."', ["It is bad.", "It is very bad."]),
        ("“It is bad and goes on", ["It is bad and goes on"]),
        ("“It is bad,“ said Bell. “Very.”", ["It is bad,", "Very."]),
        ("A ”bad” day and a “good“ one.", ["bad", "good"]),
        ("''He said 'no,''' said Bell. ''Twice.''", ["He said 'no,'", "Twice."]),
        ('"We call it a “mess”," said Bell.', ["We call it a “mess”,"]),
        ('"“We will,” said Bell, who left."', ["We will,"]),
        ("The 1990s and the nurses' rooms weren't theirs.", []),
    ],
)
def test_stretches_are_found_in_every_style(text: str, stretches: list[str]) -> None:
    """Double and single, curly and straight, nested, reopened, left open; apostrophes are no marks."""
    assert [text[q.start : q.end] for q in quoted_in(text)] == stretches


def test_a_quotation_without_a_closing_mark_is_open() -> None:
    """It goes on after the next opening mark."""
    assert [q.is_open for q in quoted_in("“One. “Two.”")] == [True, False]


def test_a_lost_opening_mark_is_told_apart() -> None:
    """Only the closing mark stands in the text."""
    assert [q.has_lost_opening for q in quoted_in("It went badly. We told them so,” said Bell.")] == [True]


def test_straight_marks_may_be_nested() -> None:
    """A few quoted words inside a longer quotation end nothing."""
    text = '"We did not "frame" anybody," said Bell.'
    assert [text[q.start : q.end] for q in quoted_in(text)] == ['We did not "frame" anybody,']
