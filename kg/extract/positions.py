"""Who holds which post where: from the roles that `mention/` found and the chains that say who and which body is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract import Example
from kg.extract._employer_kinds import is_of_another, owner_of_post
from kg.extract._employers import Employer, employer
from kg.extract._successions import successions
from kg.lexicon.roles import role_concept, role_family
from kg.model import Chain, Fact, Form, Mention, PositionHeld, PositionStatus
from kg.parsed import ParsedArticle, Role

NAME = "positions"
VERSION = "13"
YIELDS: tuple[type[Fact], ...] = (PositionHeld,)
NEEDS: tuple[str, ...] = ()
EXAMPLES = (
    Example(
        "Health minister Anna Bell met Peter Marsh, chief executive of the Harrow Care Trust, on Monday.",
        ("Anna Bell | Health minister | – | current", "Peter Marsh | chief executive | Harrow Care Trust | current"),
    ),
    Example(
        "Peter Marsh, a former director of finance at Harrow Council, will succeed Anna Bell as chair of the Harrow Care Trust.",
        (
            "Peter Marsh | director of finance | Harrow Council | former",
            "Peter Marsh | chair | Harrow Care Trust | incoming",
            "Anna Bell | chair | Harrow Care Trust | current",
        ),
    ),
    Example("Anna Bell spoke to Peter Marsh about the chief executive of a rival trust.", ()),
    Example("Mr Marsh said a minister should come and see the ward.", ()),
    Example(
        "Peter Marsh, the organiser’s brother, is not chair of the Harrow Care Trust and would never be its boss.", ()
    ),
    Example("Asked by the session’s mediator, Peter Marsh, she said no.", ()),
    Example(
        "Harrow Council wants £2m. “We need it,” said council leader Anna Bell.",
        ("Anna Bell | leader | Harrow Council | current",),
    ),
    Example(
        "Baroness Bell, a former transport minister, wrote to the Department for Health.",
        ("Baroness Bell | transport minister | – | former",),
    ),
    Example(
        "Anna Bell chairs the Harrow Care Trust. Her predecessor, Peter Marsh, left in May.",
        ("Anna Bell | chair | Harrow Care Trust | current", "Peter Marsh | chair | Harrow Care Trust | former"),
    ),
    Example(
        "Anna Bell, chair of the Harrow Care Trust, met her predecessor on Monday. Peter Marsh said nothing.",
        ("Anna Bell | chair | Harrow Care Trust | current",),
    ),
    Example("Peter Marsh refused to become chair of the Harrow Care Trust.", ()),
    Example(
        "Harrow Care Trust finance chief Anna Bell will replace Peter Marsh as chief executive, it said on Monday.",
        (
            "Anna Bell | finance chief | Harrow Care Trust | current",
            "Anna Bell | chief executive | Harrow Care Trust | incoming",
            "Peter Marsh | chief executive | Harrow Care Trust | current",
        ),
    ),
)

# How often a position of each rule was right on the gold, rounded; recount when a rule changes.
BELIEF = {
    "premodifier": 0.93,
    "apposition after": 0.93,
    "apposition before": 0.92,
    "brackets": 0.9,
    "copula": 0.88,
    "as role": 0.85,
    "appointed": 0.88,
    "role of": 0.85,
    "apposed": 0.8,
    "verb": 0.85,
    "listed": 0.85,
    "fronted": 0.85,
    "plain copula": 0.85,
    "predecessor": 0.8,
}
BY_DESCRIPTION = 0.7  # "The chief executive of the trust has said": who that is comes from the chain
# Without a body or a place these say nothing of an interest to anybody
NO_POSTS = frozenset(
    """
    member candidate guest owner resident professor student player
    officer assistant deputy representative partner fellow official executive shareholder delegate observer lead runs leads
    heads ran led headed run manages managed edits edited captained founded co-founded established
    """.split()
) | {"opposite number"}
# What somebody is for an hour or a day is no post
OF_AN_OCCASION = re.compile(
    r"\b(?:session|panel|debate|discussion|event|webinar|meeting|conference|hearing|evening)[’']s $"
)
FAR = 300  # characters: a body named further off is whose the description means, and no part of the evidence
MANY_HOLD = frozenset(["spokesperson", "analyst", "representative", "officer", "candidate"])
STATUS = {"current": PositionStatus.CURRENT, "former": PositionStatus.FORMER, "incoming": PositionStatus.INCOMING}


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One fact per person, title, body and status; each further mention adds evidence."""
    found: dict[tuple[object, ...], PositionHeld] = {}
    for role in article.roles:
        fact = _position(article, role)
        if fact is None:
            continue
        key = _key(article, fact)
        earlier = found.get(key)
        found[key] = fact if earlier is None else _with_evidence(earlier, fact)
    for fact in successions(article, list(found.values()), f"{NAME}/{VERSION}"):
        found.setdefault(_key(article, fact), fact)
    return [fact for fact in found.values() if not _is_vaguer(article, fact, list(found.values()))]


def _position(article: ParsedArticle, role: Role) -> PositionHeld | None:
    chain = article.chain_of(role.holder) if role.holder is not None else None
    if role.holder is None or chain is None:
        return None
    if role.rule == "" and (
        _is_of_somebody(article, role, chain) or _contradicts(article, role) or _says_less(article, role)
    ):
        return None
    if role_family(role.title.words) == "seat" and _is_a_place(article, role, chain):
        return None
    if OF_AN_OCCASION.search(article.document.text, max(0, role.title.start - 30), role.title.start):
        return None
    where = _employer(article, role)
    is_nowhere = where.body is None and role.place is None and owner_of_post(article, role) is None
    is_nowhere = (
        is_nowhere and not is_of_another(article, role) and (role.rule != "verb" or role.organisation is not None)
    )
    if is_nowhere and role.title.words.lower() in NO_POSTS:
        return None
    evidence = article.evidence(*_stretch(role), f"{NAME}/{VERSION}")
    return PositionHeld(
        evidence=(evidence,),
        belief=round(BELIEF.get(role.rule, BY_DESCRIPTION) * where.certainty, 3),
        person=role.holder,
        title=role.title,
        organisation=where.body,
        place=role.place,
        status=STATUS.get(role.tense, PositionStatus.UNKNOWN),
        is_by_definition=where.is_by_definition,
    )


def _employer(article: ParsedArticle, role: Role) -> Employer:
    """Where the post is held; of "will succeed Ann Bell as chief executive" where she holds it."""
    where = employer(article, role)
    if where.body is not None or role.rule != "as role" or role.tense != "incoming" or role.place is not None:
        return where
    hers = next((r for r in article.roles if r.rule == "predecessor" and r.title == role.title), None)
    return where if hers is None else employer(article, hers)


def _is_a_place(article: ParsedArticle, role: Role, chain: Chain) -> bool:
    """Whether a lone name before a seat is where it is: "the Tarnford MP"."""
    text = article.document.text
    names = {word for m in chain.mentions if m.form is not Form.PRONOUN for word in m.words.split()}
    return (
        role.holder is not None
        and role.holder.start < role.title.start
        and text[role.holder.start : role.title.start].split()
        == role.holder.words.removesuffix(role.title.words).split()
        and len(names - {role.title.words}) == 1
    )


def _is_of_somebody(article: ParsedArticle, described: Role, chain: Chain) -> bool:
    """Whether a description speaks of somebody new ("a spokesman for the bank") or of a post that many hold."""
    if role_concept(described.title.words) in MANY_HOLD:
        return True
    text = article.document.text
    start = described.span.start
    first = next((m for m in chain.mentions if m.form is Form.NAME), None)
    if first is not None and first.start > start and not re.search(r"[.!?]\s", text[start : first.start]):
        return True  # "The chief executive told Ann Bell": another one than whom the clause names
    return text[start : described.span.end].lower().startswith(("a ", "an ")) or text[:start].lower().endswith(
        (" a ", " an ")
    )


def _says_less(article: ParsedArticle, described: Role) -> bool:
    """Whether a description without a body ("the minister", "the mayor") only points to a post that is named elsewhere."""
    family = role_family(described.title.words)
    return (
        described.organisation is None
        and described.place is None
        and any(
            role.rule != ""
            and role.holder is not None
            and described.holder is not None
            and article.same(role.holder, described.holder)
            and family != "job"
            and (
                (family == role_family(role.title.words) == "office")
                or (role_concept(role.title.words) == role_concept(described.title.words) and role.place is not None)
            )
            for role in article.roles
        )
    )


def _contradicts(article: ParsedArticle, described: Role) -> bool:
    """Whether a description names a body where its chain's person holds the same post at another."""
    if described.holder is None or described.organisation is None:
        return False
    return any(
        role.rule != ""
        and role.holder is not None
        and role.organisation is not None
        and article.same(role.holder, described.holder)
        and role_concept(role.title.words) == role_concept(described.title.words)
        and not article.same(role.organisation, described.organisation)
        for role in article.roles
    )


def _stretch(role: Role) -> tuple[int, int]:
    """The evidence: from the first to the last of description, holder and body."""
    near = [m for m in (role.holder, role.organisation) if m is not None and abs(m.start - role.span.start) < FAR]
    parts = [role.span, *(m.span for m in near)]
    return min(part.start for part in parts), max(part.end for part in parts)


def _key(article: ParsedArticle, fact: PositionHeld) -> tuple[object, ...]:
    body: Mention | None = fact.organisation
    place = fact.place.words.lower() if fact.place else ""
    return (
        id(article.chain_of(fact.person)),
        _plain_title(fact.title.words),
        id(article.chain_of(body)) if body else None,
        place,
        fact.status,
    )


def _plain_title(title: str) -> str:
    return title.lower().replace("cllr", "councillor")


def _with_evidence(earlier: PositionHeld, later: PositionHeld) -> PositionHeld:
    """The earlier fact with the later one's evidence; independent words make it likelier."""
    pieces = dict.fromkeys((*earlier.evidence, *later.evidence))
    belief = round(1 - (1 - earlier.belief) * (1 - later.belief) ** 0.5, 3)
    return replace(earlier, evidence=tuple(pieces), belief=min(belief, 0.98))


def _is_vaguer(article: ParsedArticle, fact: PositionHeld, facts: Sequence[PositionHeld]) -> bool:
    """Whether another fact says more: the same person and post with a body, or with the whole of the title."""
    return any(
        other is not fact
        and article.same(other.person, fact.person)
        and other.status is fact.status
        and (_lacks_where(fact, other) or _lacks_words(article, fact, other))
        for other in facts
    )


def _lacks_where(fact: PositionHeld, other: PositionHeld) -> bool:
    is_nowhere = fact.organisation is None and fact.place is None
    is_somewhere = other.organisation is not None or other.place is not None
    return _plain_title(fact.title.words) == _plain_title(other.title.words) and is_nowhere and is_somewhere


def _lacks_words(article: ParsedArticle, fact: PositionHeld, other: PositionHeld) -> bool:
    if not _plain_title(other.title.words).endswith(f" {_plain_title(fact.title.words)}"):
        return False
    both = fact.organisation is not None and other.organisation is not None
    return not both or (
        fact.organisation is not None
        and other.organisation is not None
        and article.same(fact.organisation, other.organisation)
    )
