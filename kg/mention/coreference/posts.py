"""People by a description of their post: "the minister", "the Harrow Trust boss"."""

from __future__ import annotations

from functools import partial

from kg.lexicon.roles import role_concept, role_family
from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.titles import (
    HEADS_OF_GOVERNMENT,
    OFFICES,
    PUBLIC,
    SEATS,
    is_of_politics,
    same_post,
    words_of,
)
from kg.model import Form, Kind, Mention
from kg.parsed import Role

JUST_BEFORE = 400  # characters
SURE, LIKELY = 1.0, 0.85  # how surely a description means the one holder of its post, and somebody who only fits best
INDEFINITE = frozenset(["a", "an", "another", "one", "some"])
HEADS_OF_STATES = HEADS_OF_GOVERNMENT | {"president", "chancellor"}
ACTING = frozenset(["acting", "interim"])
# A word of a party's name → the party
PARTIES = {
    "tory": "conservative", "conservative": "conservative", "labour": "labour", "lib": "liberal", "liberal": "liberal",
    "democratic": "democratic", "republican": "republican", "green": "green", "snp": "snp", "plaid": "plaid", "ukip": "ukip", "dup": "dup",
}  # fmt: skip


def descriptions(work: Groups) -> None:
    """ "the minister", "the Harrow Trust boss": the last person before whom the article gave that role."""
    held = [(role, named_holder(work, role)) for role in work.article.roles]
    for role in work.article.roles:
        if role.holder is not None or not refers(work, role):
            continue
        mention = mention_of(work, role)
        known = work.of.get(mention)
        if _is_modifier(work, mention) or (known is not None and known.is_named):
            continue
        if known is None and any(m.span.overlaps(mention.span) and m.kind is Kind.PERSON for m in work.of):
            continue
        owner, certainty = _holder_of(work, role, held)
        if owner is None and _is_public(work, role):
            owner, certainty = _told_of(work, role, held) or _politician_before(work, role, held), LIKELY
        if owner is not None and known is not None:
            work.drop(mention)
        if owner is not None:
            work.add(owner, mention, certainty)
        elif known is None and _is_office(work, role):
            work.add(_office(work, mention), mention)


def undescribed(work: Groups) -> int:
    """How many definite descriptions of a post refer to nobody whom the article names."""
    roles = (r for r in work.article.roles if r.holder is None and refers(work, r))
    mentions = [m for m in map(partial(mention_of, work), roles) if not _is_modifier(work, m)]
    return sum(1 for m in mentions if m not in work.of or not work.of[m].is_named)


def _office(work: Groups, mention: Mention) -> Group:
    """The office without a name that the words stand for; a new one if there is none yet."""
    key = mention.words.lower().removeprefix("the ")
    unnamed = (g for g in work.people() if not g.is_named and g.name.lower().removeprefix("the ") == key)
    return next(unnamed, None) or work.new(Kind.PERSON, mention.words, is_named=False)


def _is_modifier(work: Groups, mention: Mention) -> bool:
    """Whether the description only begins a longer one: "the premier league"."""
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph is not None else None
    after = span.doc[span.end : span.end + 1] if span is not None else ()
    return any(
        t.pos_ in ("NOUN", "PROPN") and t.dep_ != "appos" and t.head.i >= t.i and t.text.islower() for t in after
    )


def named_holder(work: Groups, role: Role) -> Group | None:
    """The person with a name who holds the role, if one is known so far."""
    known = work.of.get(role.holder) if role.holder is not None else work.of.get(mention_of(work, role))
    return known if known is not None and known.is_named else None


def mention_of(work: Groups, role: Role) -> Mention:
    """The whole description of the post as a mention of a person."""
    return Mention(
        role.span.start,
        role.span.end,
        work.article.document.text[role.span.start : role.span.end],
        Kind.PERSON,
        Form.DESCRIPTION,
    )


def refers(work: Groups, role: Role) -> bool:
    """Whether a role without a holder refers to one person: definite, or named by its body; not "a minister"."""
    text = work.article.document.text[role.span.start : role.span.end]
    first = text.split()[0].lower() if text.split() else ""
    if role.tense != "current" or first in INDEFINITE:
        return False
    if role_concept(role.title.words) == "spokesperson" and first != "the":
        return False  # "Harrow Trust spokesman": one of several
    return (
        first in ("the", "its", "his", "her")
        or role.organisation is not None
        or (role.place is not None and first == "the")
    )


def _holder_of(work: Groups, role: Role, held: list[tuple[Role, Group | None]]) -> tuple[Group | None, float]:
    """Whom the description means, and how surely: the one holder of that post; of several the last one before it."""
    concept = role_concept(role.title.words)
    own = role.title.words.lower().split()
    candidates: list[tuple[int, int, Group]] = []
    for other, group in held:
        if group is None or other.tense == "former":
            continue
        if not _may_be_meant(work, role, other):
            continue
        if role.place is not None and (other.place is None or other.place.words != role.place.words):
            continue
        if role_family(role.title.words) in ("seat", "job") and _last_before(work, group, role.span.start) is None:
            continue  # one of many: "the MP" is nobody who comes later
        is_acting = words_of(other.title.words) & ACTING and not words_of(role.title.words) & ACTING
        if is_acting and _last_before(work, group, role.span.start) is None:
            continue  # "the president" is nobody who comes later as acting president
        telling = len(own) > 1 and own == other.title.words.lower().split()
        candidates.append((int(telling) if len(own) > 1 else 0, -abs(other.span.start - role.span.start), group))
    if role.place is not None and not candidates:
        members = [g for o, g in held if g is not None and o.place is None and role_concept(o.title.words) == concept]
        mps = [g for g in work.people() if any(m.words.endswith(" MP") for m in g.mentions)]
        unique = list({id(g): g for g in (*members, *mps)}.values())
        return (unique[0] if len(unique) == 1 else None), LIKELY
    groups = list({id(g): g for _, _, g in candidates}.values())
    if len(groups) == 1 and _is_foreign(work, role, groups[0], held):
        return None, SURE
    if len(groups) <= 1:
        return (groups[0] if groups else None), SURE
    before = [(t, d, g) for t, d, g in candidates if _last_before(work, g, role.span.start) is not None]
    best = max(before, key=lambda item: (item[0], _last_before(work, item[2], role.span.start) or 0), default=None)
    return (best[2], SURE if best[0] else LIKELY) if best else (None, SURE)


def _is_foreign(work: Groups, role: Role, group: Group, held: list[tuple[Role, Group | None]]) -> bool:
    """Whether "the prime minister" may well be another than "Italian Prime Minister Bell": somebody else is named in between."""
    offices = [other for other, holder in held if holder is group and same_post(other.title.words, role.title.words)]
    if (
        role_concept(role.title.words) not in HEADS_OF_STATES
        or _says_nation(work, role)
        or not all(_says_nation(work, o) for o in offices)
    ):
        return False
    last = _last_named(work, role.span.start)
    other = work.of[last] if last is not None else group
    return other is not group and not any(holder is other for _, holder in held)  # whose post the article does not say


def _last_named(work: Groups, start: int) -> Mention | None:
    """The last mention before that place of a person who is named in the article."""
    return max((m for m in work.of if m.kind is Kind.PERSON and m.end <= start and work.of[m].is_named), default=None)


def _says_nation(work: Groups, role: Role) -> bool:
    """Whether the words of the post say of which country: "Italian Prime Minister"."""
    paragraph = work.article.paragraph_at(role.span)
    span = paragraph.tokens_at(role.span) if paragraph is not None else None
    return role.place is not None or (span is not None and any(t.ent_type_ in ("NORP", "GPE") for t in span))


def _told_of(work: Groups, role: Role, held: list[tuple[Role, Group | None]]) -> Group | None:
    """Whom "the home secretary" means in "Tarnley has apologised … The home secretary said": the one person named so far.

    Only somebody of whom the article says no other post, and whom the headline calls by that post ("Tory leader quits") or by
    the surname alone, as it does those who are known for their office.
    """
    before = [g for g in work.people() if g.is_named and _last_before(work, g, role.span.start) is not None]
    if len(before) != 1 or any(group is before[0] for _, group in held):
        return None
    if any(group is not None and _may_be_meant(work, role, other) for other, group in held):
        return None
    headlines = [p for p in work.article.paragraphs if p.sort == "headline"]
    is_known = any(
        m.form is Form.SHORT for m in before[0].mentions if any(p.start <= m.start < p.end for p in headlines)
    )
    is_meant = any(
        other.holder is None
        and any(p.start <= other.span.start < p.end for p in headlines)
        and _may_be_meant(work, role, other)
        for other in work.article.roles
    )
    return before[0] if is_known or is_meant else None


def _politician_before(work: Groups, role: Role, held: list[tuple[Role, Group | None]]) -> Group | None:
    """Whom "the Labour MP" means in "Shadow minister Ann Bell condemned it. The Labour MP said": the last person named, a politician."""
    if role_family(role.title.words) != "seat" or role.place is not None:
        return None
    last = _last_named(work, role.span.start)
    if last is None or role.span.start - last.end > JUST_BEFORE:
        return None
    own = [other for other, group in held if group is work.of[last] and other.tense != "former"]
    is_politician = any(is_of_politics(other.title.words) for other in own)
    is_elsewhere = any(words_of(other.title.words) & SEATS for other in own)
    return work.of[last] if is_politician and not is_elsewhere else None


def _may_be_meant(work: Groups, role: Role, other: Role) -> bool:
    """Whether the other role may be the post that the description is about: one post, and of no other party or body."""
    parties = _parties(work, role), _parties(work, other)
    if not same_post(other.title.words, role.title.words) or (all(parties) and not parties[0] & parties[1]):
        return False  # "the Tory leader" is no leader of Labour
    if parties[0] & parties[1]:
        return True
    bodies = (role.organisation, other.organisation)
    return bodies[0] is None or bodies[1] is None or _same_body(work, bodies[0], bodies[1])


def _parties(work: Groups, role: Role) -> frozenset[str]:
    """The parties that the words of the post name: "the Tory leader", "Conservative spokesman"."""
    text = work.article.document.text[role.span.start : role.span.end].lower().replace("-", " ")
    return frozenset(PARTIES[w] for w in text.split() if w in PARTIES)


def _last_before(work: Groups, group: Group, start: int) -> int | None:
    return max((m.start for m in group.mentions if m.start < start), default=None)


def _same_body(work: Groups, one: Mention, other: Mention) -> bool:
    first, second = _body_at(work, one), _body_at(work, other)
    return first is second or first is None or second is None


def _body_at(work: Groups, mention: Mention) -> Group | None:
    return next((g for m, g in work.of.items() if m.start == mention.start and g.kind is Kind.ORGANISATION), None)


def _is_public(work: Groups, role: Role) -> bool:
    """Whether it is the post of a politician, told of as known: "the home secretary", "the Labour MP"."""
    text = work.article.document.text[role.span.start : role.span.end].lower()
    return text.startswith("the ") and role.title.words.lower().split()[-1] in PUBLIC | SEATS


def _is_office(work: Groups, role: Role) -> bool:
    head = role.title.words.lower().split()[-1]
    text = work.article.document.text[role.span.start : role.span.end].lower()
    return (
        (head in OFFICES or role.title.words.lower() == "prime minister")
        and text.startswith("the ")
        and role_family(role.title.words) in ("office", "post", "head")
        and role.organisation is None
        and not _is_owner(work, role)
    )


def _is_owner(work: Groups, role: Role) -> bool:
    """Whether the words only say whose somebody else is: "the Prime Minister’s adviser"."""
    paragraph = work.article.paragraph_at(role.title)
    span = paragraph.tokens_at(role.title) if paragraph is not None else None
    return span is not None and span.root.dep_ == "poss" and role_family(span.root.head.text) != ""
