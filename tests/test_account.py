"""What is said of inputs that gave nothing: a line each, of many alike a few."""

from kg.account import complaints, nothing_read
from kg.model import Skipped


def test_what_was_left_out_on_purpose_stands_before_what_failed() -> None:
    said = complaints([Skipped("b.txt", "b.txt: the file is empty", failed=True), Skipped("a.jpg", "no reader")])
    assert said == "skipped (1):\n  a.jpg: no reader\n\nfailed (1):\n  b.txt: the file is empty\n\n"
    assert complaints([]) == ""


def test_of_many_alike_a_few_are_named() -> None:
    many = [Skipped(f"a.csv/{n:05}", f"a.csv/{n:05}: no JSON", failed=True) for n in range(5000)]
    said = complaints([*many, Skipped("b.txt", "b.txt: the file is empty", failed=True)]).splitlines()
    assert said[:5] == [
        "failed (5001):",
        *(f"  a.csv/{n:05}: no JSON" for n in range(3)),
        "  … and 4,997 more like this",
    ]
    assert said[5] == "  b.txt: the file is empty"
    assert len(nothing_read(["a.csv"], many).splitlines()) == 6


def test_two_alike_are_both_named() -> None:
    four = [Skipped(f"{n}.txt", "hidden file") for n in range(4)]
    assert len(complaints(four).splitlines()) == 6
