"""What people think of an undertaking, where their own words or acts say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import Example
from kg.extract._answers import echoes
from kg.extract._appraisal import appraisals
from kg.extract._attitudes import Attitude, attitudes
from kg.extract._view_learnt import views
from kg.model import Fact, Kind, Mention, Stance, StanceValue
from kg.parsed import ParsedArticle

NAME = "stance"
VERSION = "6"
YIELDS: tuple[type[Fact], ...] = (Stance,)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example(
        "Anna Bell, who chairs the board, said she opposed the Better Ageing Plan because it was unworkable.",
        ("she | Better Ageing Plan | critical",),
    ),
    Example("Anna Bell voted against the merger.", ("Anna Bell | merger | critical",)),
    Example("Anna Bell, the chairwoman, is not against the merger.", ("Anna Bell | merger | mixed",)),
    Example("Peter Marsh urged members to back the strike.", ("Peter Marsh | strike | supportive",)),
    Example("Peter Marsh said the merger was a shambles.", ("Peter Marsh | merger | critical",)),
    Example("Peter Marsh said the plan would help schools.", ("Peter Marsh | plan | supportive",)),
    Example("Peter Marsh said the plan did not solve the problem.", ("Peter Marsh | plan | critical",)),
    Example("Peter Marsh said there was no case for the merger.", ("Peter Marsh | merger | critical",)),
    Example("Peter Marsh gave a guarded welcome to the merger.", ("Peter Marsh | merger | mixed",)),
    Example("Anna Bell said the plan could help schools.", ()),
    Example("Anna Bell said the Better Ageing Plan would be published on Monday.", ()),
    Example("Anna Bell was asked whether she opposed the merger.", ()),
    Example("Anna Bell might support the merger.", ()),
    Example("The merger was opposed by many.", ()),
)

AGREED = 0.6
NEAR = 300  # characters between a stance and the agreement with it


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One stance per person and undertaking, over all that they say of it and do about it."""
    ruled = stances_by_rule(article, known)
    learnt = views(article, known, ruled)
    return [*(fact for fact in ruled if fact not in learnt.doubted), *learnt.found]


def stances_by_rule(article: ParsedArticle, known: Sequence[Fact]) -> list[Stance]:
    """What words and acts say plainly, by person and undertaking."""
    told: dict[tuple[int, int], list[Attitude]] = {}
    for attitude in _told(article, known):
        holder, target = article.chain_of(attitude.holder), article.chain_of(attitude.towards)
        if holder is not None and target is not None and attitude.holder.kind is Kind.PERSON:
            told.setdefault((id(holder), id(target)), []).append(attitude)
    return [_stance(article, attitudes_) for attitudes_ in told.values()]


def _told(article: ParsedArticle, known: Sequence[Fact]) -> list[Attitude]:
    """All attitudes, in the order of the text; then those of people who agree with somebody."""
    found: list[Attitude] = []
    for paragraph in article.paragraphs:
        found += attitudes(article, paragraph, known)
        found += appraisals(article, paragraph, known)
    return [*found, *_agreed(article, known, found)]


def _agreed(article: ParsedArticle, known: Sequence[Fact], found: Sequence[Attitude]) -> Iterator[Attitude]:
    """ "Councillor Marsh agreed." right after a stance: he shares it."""
    for paragraph in article.paragraphs:
        for tie in echoes(article, paragraph, known):
            for other in found:
                is_near = 0 <= tie.where.start - other.where.end < NEAR
                if is_near and isinstance(tie.object, Mention) and article.same(other.holder, tie.object):
                    yield Attitude(tie.subject, other.towards, other.value, tie.where, AGREED)


def _stance(article: ParsedArticle, told: Sequence[Attitude]) -> Stance:
    """The stance that several attitudes amount to: the surest, unless others as sure speak against it."""
    telling = [a for a in told if a.value is not StanceValue.NEUTRAL] or list(told)
    best = max(telling, key=lambda a: (a.belief, -a.where.start))
    values = {a.value for a in telling if a.belief >= best.belief - 0.1}
    opposite = {StanceValue.SUPPORTIVE, StanceValue.CRITICAL} <= values
    value = StanceValue.MIXED if opposite or StanceValue.MIXED in values else best.value
    pieces = dict.fromkeys(
        article.evidence(a.where.start, a.where.end, f"{NAME}/{VERSION}")
        for a in sorted(telling, key=lambda a: (a is not best, a.where))
    )
    return Stance(evidence=tuple(pieces), belief=best.belief, holder=best.holder, towards=best.towards, value=value)
