"""Pronouns: "he" and "she", by weighed cues, in a quotation only for whom it has named; one that fits nobody well stays unresolved."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import rows, words
from kg.lexicon.people import likely_gender
from kg.mention.coreference.cues import Cues, cues_of
from kg.mention.coreference.cues_of_grammar import is_ruled_out
from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.sights import (
    SUBJECTS,
    Sentence,
    Sight,
    people_by_start,
    person_nouns,
    role_of,
    sentences_of,
    sights_in,
)
from kg.mention.organisations import heads
from kg.model import Form, Kind, Mention, Span
from kg.tokens import Token

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
REACH = 6  # sentences back to which a pronoun looks
LEAST = (
    0.35  # a pronoun is resolved where one candidate is at least so likely, and likelier than any other and than nobody
)
SURELY, VERY_SURELY, TWICE = (
    0.5,
    0.75,
    1.1,
)  # how likely a pronoun (or two, added) must mean a lone word to make it a person
VOICES = frozenset(["spokesman", "spokeswoman", "spokesperson", "official", "source", "insider"])
Option = tuple[Group | None, Cues]


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """What each cue weighs; training changes it in place."""
    return {row[0]: float(row[1]) for row in rows("pronoun_cues")}


@dataclass(frozen=True, slots=True)
class Decision:
    """One pronoun: whom it could mean, and who was chosen.

    Attributes:
        options: everybody whom it could mean, with the cues; the last option is nobody.
        chosen: None where it stays unresolved. certainty: how likely the likeliest option is.
    """

    pronoun: Sight
    options: tuple[Option, ...]
    chosen: Group | None
    certainty: float


def pronouns(work: Groups) -> int:
    """Resolve the pronouns of the article; how many stay unresolved."""
    decisions = list(decide(work))
    made = [d for d in decisions if d.chosen is not None]
    for lone in [g for g in work.people() if not g.is_sure]:
        _promote(work, lone, [d.certainty for d in made if d.chosen is lone])
    for decision in made:
        group = decision.chosen
        if group is None or group not in work.groups:
            continue
        where = decision.pronoun.paragraph.span_of(decision.pronoun.token)
        mention = Mention(where.start, where.end, decision.pronoun.token.text, Kind.PERSON, Form.PRONOUN)
        work.add(group, mention, _on_news(decision.certainty))
    return sum(1 for d in decisions if d.chosen is None or d.chosen not in work.groups)


def _on_news(certainty: float) -> float:
    """The certainty of a chosen pronoun in usual news: the cues are learnt from pairs of names picked for being hard to tell.

    Of 141 pronouns that speak in our own gold, 140 are right, the wrong one at .4.
    """
    odds = 2 * math.log(certainty / (1 - certainty)) + 1.5 if certainty < 1 else math.inf
    return round(1 / (1 + math.exp(-odds)), 2)


def _promote(work: Groups, group: Group, certainties: Sequence[float]) -> None:
    """A lone word is surely a person where pronouns surely mean it; then it is no body or place.

    What the model takes for a body or a place must be meant twice, or very surely.
    """
    spans = {m.span for m in group.mentions}
    others = [m for m in work.of if m.span in spans and m.kind is not Kind.PERSON]
    best = max(certainties, default=0.0)
    if best < SURELY or (others and best < VERY_SURELY and sum(certainties) < TWICE):
        return
    group.is_sure = True
    for other in others:
        work.drop(other)


def decide(work: Groups) -> Iterator[Decision]:
    """A decision for every pronoun in order, so that each can lean on those before it."""
    at = people_by_start(work)
    people: list[Sight] = []
    for sentence in sentences_of(work):
        here = sights_in(work, sentence, at)
        for token in sentence.paragraph.doc[sentence.start : sentence.end]:
            while here and here[0].first <= token.i:
                people.append(here.pop(0))
            gender = "m" if token.lower_ in HE else "f" if token.lower_ in SHE else ""
            if not gender:
                continue
            sight = _sight_of(token, sentence)
            known = [s for s in people if _is_in(s, sight.quotation, sight)]
            options = options_for(sight, gender, known, here if sight.quotation is None else ())
            if sight.quotation is not None and len(options) == 1:
                continue
            likeliest, certainty = choose(options)
            chosen = likeliest if certainty >= LEAST and not _is_of_a_voice(token, at, sentence) else None
            if chosen is not None:
                sight.group = chosen
                people.append(sight)
                chosen.called = chosen.called or gender
            yield Decision(sight, tuple(options), chosen, certainty)


def _is_of_a_voice(token: Token, at: Mapping[int, Mention], sentence: Sentence) -> bool:
    """Whether the pronoun may well be a body's nameless voice: "a Tarn Council spokesman said he …"; not "Ann Bell's spokesman"."""
    verb = token.head.head if token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" else None
    voice = next((t for t in verb.lefts if t.dep_ in SUBJECTS and t.lemma_.lower() in VOICES), None) if verb else None
    return voice is not None and not any(sentence.paragraph.start + t.idx in at for t in voice.subtree)


def _sight_of(token: Token, sentence: Sentence) -> Sight:
    nobody = Group(Kind.PERSON, token.text, is_named=False)
    return Sight(
        nobody,
        token,
        token.i,
        sentence.paragraph,
        sentence.number,
        role_of(token),
        is_pronoun=True,
        quotation=sentence.quotation_at(token),
    )


def _is_in(sight: Sight, quotation: Span | None, pronoun: Sight) -> bool:
    """Whether the speaker of the pronoun has named the person: in a quotation only who stands in the same one."""
    return quotation is None or (sight.quotation == quotation and sight.paragraph is pronoun.paragraph)


def options_for(pronoun: Sight, gender: str, people: Sequence[Sight], ahead: Sequence[Sight]) -> list[Option]:
    """Everybody whom the pronoun could mean, with the cues; the last option is nobody."""
    near = [s for s in people if pronoun.sentence - s.sentence <= REACH]
    groups = list(dict.fromkeys(s.group for s in (*near, *ahead)))
    fitting = [g for g in groups if g.gender in ("", gender) and not _is_of_many(g)]
    options: list[Option] = []
    for group in fitting:
        seen = [s for s in people if s.group is group]
        later = [s for s in ahead if s.group is group]
        if not any(is_ruled_out(pronoun.token, s.token) for s in (*seen, *later) if s.sentence == pronoun.sentence):
            options.append((group, cues_of(pronoun, gender, seen, later, people)))
    known = sum(1 for g in fitting if gender in (g.gender, g.called, likely_gender(g.name)))
    nobody: Cues = {"nobody": 1.0, f"nobody, {min(2, known)} of the gender": 1.0}
    return [*options, (None, nobody)]


def _is_of_many(group: Group) -> bool:
    """Whether the name is likely one of many people or of a body, whatever it was taken for: "Engineers", "Tarn Farms"."""
    if group.gender or not group.is_named or likely_gender(group.name) or not group.name.endswith("s"):
        return False
    many = group.name.split()[-1].lower()
    one = many.removesuffix("s")
    bodies = heads()
    return one in person_nouns() or one in words("role_heads") | words("place_heads") or one in bodies or many in bodies


def choose(options: Sequence[Option]) -> tuple[Group | None, float]:
    """The likeliest option and its probability."""
    known = weights()
    scores = [sum(known.get(name, 0.0) * value for name, value in cues.items()) for _, cues in options]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    best = scores.index(top)
    return options[best][0], 1.0 / total
