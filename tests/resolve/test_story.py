"""The names of a story lead to entities; a name that nobody bears is told, and the step stands."""

from __future__ import annotations

from kg.model import Entity, Kind, Landscape, Pledge, StoryStep
from kg.resolve import place_story

BASE = "https://kg.example/"
LANDSCAPE = Landscape(
    (),
    (
        Entity(Kind.PERSON, "moira-standing", "Moira Standing", ("Dr Standing",), ()),
        Entity(Kind.ORGANISATION, "kings-trust", "King’s Trust", (), ()),
    ),
    (Pledge("5m", (("f", "1"),)),),
    (),
)


def test_names_aliases_and_iris_are_found() -> None:
    steps = [
        StoryStep("a", "b", ("moira  standing", "King's Trust")),
        StoryStep("a", "b", ("Dr Standing",)),
        StoryStep("a", "b", ("funding/5m",)),
        StoryStep("a", "b", (f"{BASE}person/moira-standing",)),
    ]
    placed, wrong = place_story(steps, LANDSCAPE, BASE)
    assert not wrong
    person = f"{BASE}person/moira-standing"
    assert [step.focus for step in placed] == [
        (person, f"{BASE}organisation/kings-trust"),
        (person,),
        (f"{BASE}funding/5m",),
        (person,),
    ]


def test_an_unknown_name_is_told_in_one_line() -> None:
    placed, wrong = place_story([StoryStep("a", "b", ("Nobody Atall",))], LANDSCAPE, BASE)
    assert placed[0].focus == ()
    assert [item.why for item in wrong] == [
        "story.toml: step 1: nobody and nothing is called 'Nobody Atall'; expected a name or alias as in nodes.csv, or an IRI"
    ]
