"""A story's names → the entities and pledges that they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.iri import entity_iri, pledge_iri
from kg.model import Kind, Landscape, Skipped, StoryStep

FILE = "story.toml"


def place_story(
    steps: Sequence[StoryStep], landscape: Landscape, base: str
) -> tuple[tuple[StoryStep, ...], list[Skipped]]:
    """The steps with IRIs for names, and a line for each name that nobody bears; such a step stands without its focus."""
    named = _names(landscape, base)
    placed: list[StoryStep] = []
    wrong: list[Skipped] = []
    for number, step in enumerate(steps, 1):
        found = [named.get(_key(name)) for name in step.focus]
        for name, iri in zip(step.focus, found, strict=True):
            if iri is None:
                why = f"{FILE}: step {number}: nobody and nothing is called {name!r}; expected a name or alias as in nodes.csv, or an IRI"
                wrong.append(Skipped(FILE, why))
        placed.append(replace(step, focus=tuple(iri for iri in found if iri)))
    return tuple(placed), wrong


def _names(landscape: Landscape, base: str) -> dict[str, str]:
    """IRI by IRI (with or without the base), name and alias; names before aliases, and of two alike the first."""
    iris = [(entity, entity_iri(base, entity)) for entity in landscape.entities if entity.kind is not Kind.PLACE]
    pledges = [pledge_iri(base, pledge) for pledge in landscape.pledges]
    named: dict[str, str] = {}
    for iri in [*(iri for _, iri in iris), *pledges]:
        named |= {_key(iri): iri, _key(iri.removeprefix(base)): iri}
    for entity, iri in iris:
        named.setdefault(_key(entity.name), iri)
    for entity, iri in iris:
        for alias in entity.aliases:
            named.setdefault(_key(alias), iri)
    return named


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
