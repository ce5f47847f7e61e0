"""People whose post comes before their name: "The chair of the Harrow Trust has said …", and two paragraphs on "Ann Bell added"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.lexicon import words
from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.posts import LIKELY, mention_of, named_holder, refers
from kg.mention.spans import POSSESSIVE
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, Role


def first_descriptions(work: Groups) -> None:
    """ "The chair of the Harrow Trust has said …" in the opening, and the first person named after it without a post."""
    if len(work.article.paragraphs) < 2:
        return
    opening = [p for p in work.article.paragraphs if p.sort == "body"][:2]
    held = {id(work.of[r.holder]) for r in work.article.roles if r.holder in work.of and r.rule != ""}
    for role in work.article.roles:
        mention = mention_of(work, role)
        where = next((p for p in opening if p.start <= mention.start < p.end), None)
        known = work.of.get(mention)
        if role.holder is not None or where is None or not refers(work, role) or (known is not None and known.is_named):
            continue
        if not _acts(work, where, mention) or _somebody_before(work, opening[0].start, mention):
            continue
        after = sorted(m for m in work.of if m.kind is Kind.PERSON and m.form is Form.NAME and m.start > mention.end)
        following = [m for m in after if m.start < opening[-1].end + 900]
        named = following[0] if following else None
        if named is None or any(
            m.start < mention.start for m in work.of[named].mentions if m.start >= opening[0].start
        ):
            continue
        group = work.of[named]
        if id(group) in held and not any(m.words.endswith(" MP") for m in group.mentions):
            continue
        if not _acts(work, work.article.paragraph_at(named), named) or _meet(work, _told_again(work, role), group):
            continue
        if known is not None:
            for other in list(known.mentions):
                work.drop(other)
                work.add(group, other, LIKELY)
        else:
            work.add(group, mention, LIKELY)


def _somebody_before(work: Groups, start: int, mention: Mention) -> bool:
    """Whether the body has named somebody before the description: then it may be that person."""
    return any(
        start <= m.start < mention.start and m.form is not Form.DESCRIPTION for g in work.people() for m in g.mentions
    )


def unnamed_offices(work: Groups) -> None:
    """ "the chancellor", and the one person without a post of whom the next paragraphs tell that they announced something."""
    offices = [g for g in work.people() if not g.is_named]
    held = {id(group) for role in work.article.roles if (group := named_holder(work, role)) is not None}
    free = [g for g in work.people() if g.is_named and len(g.tokens) > 1 and id(g) not in held]
    for office in offices:
        start = office.mentions[0].start
        near = [g for g in free if start < g.mentions[0].start < start + 1500]
        named = [g for g in near if _is_speaking(work, work.article.paragraph_at(g.mentions[0]), g.mentions[0])]
        if _is_another_nearer(work, named, held):
            continue
        if len(offices) == 1 and len(named) == 1 and not _meet(work, office.mentions, named[0]):
            for mention in list(office.mentions):
                work.drop(mention)
                work.add(named[0], mention, LIKELY)


def _is_another_nearer(work: Groups, named: Sequence[Group], held: Container[int]) -> bool:
    """Whether somebody else without a post is named before the office, or between it and the one who may hold it."""
    others = (g for g in work.people() if g.is_named and id(g) not in held and g not in named)
    return bool(named) and any(g.mentions[0].start < named[0].mentions[0].start for g in others)


def _told_again(work: Groups, role: Role) -> list[Mention]:
    """Later descriptions of the same post."""
    again = (r for r in work.article.roles if r.holder is None and r.title.words.lower() == role.title.words.lower())
    return [mention_of(work, r) for r in again if r.span.start > role.span.end]


def _meet(work: Groups, mentions: Sequence[Mention], person: Group) -> bool:
    """Whether a sentence tells of the post and of the person as two: "But the chair said Ms Bell was wrong"."""
    return bool({_sentence(work, m) for m in mentions} & {_sentence(work, m) for m in person.mentions})


def _sentence(work: Groups, mention: Mention) -> tuple[int, int]:
    """Where the sentence around the mention begins: its paragraph's start and its own first token there."""
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph is not None else None
    return (paragraph.start, span.sent.start) if paragraph is not None and span is not None else (mention.start, -1)


def _acts(work: Groups, paragraph: Paragraph | None, mention: Mention) -> bool:
    """Whether the mention is the subject of a verb, or stands right before a verb of saying."""
    span = paragraph.tokens_at(mention) if paragraph else None
    if paragraph is None or span is None:
        return False
    following = paragraph.doc[span.end : span.end + 3]
    return span.root.dep_ == "nsubj" or any(t.lemma_ in words("reporting_verbs") for t in following)


def _is_speaking(work: Groups, paragraph: Paragraph | None, mention: Mention) -> bool:
    """Whether the mention is the subject of a verb of saying or announcing; not "Harrow Trust's Ann Bell", who is somebody else's."""
    span = paragraph.tokens_at(mention) if paragraph else None
    if span is None or span.doc[max(0, span.start - 1)].text in POSSESSIVE:
        return False
    root = span.root
    return root.dep_ == "nsubj" and root.head.lemma_ in words("reporting_verbs")
