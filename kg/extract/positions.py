"""Who holds which post where: from the roles that `mention/` found and the chains that say who and which body is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import Example
from kg.lexicon.roles import role_concept, role_family
from kg.model import Chain, Fact, Form, Kind, Mention, PositionHeld, PositionStatus, Span
from kg.parsed import ParsedArticle, Role

NAME = "positions"
VERSION = "1"
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
)

# How often a position of each rule was right on the gold, rounded; recount when a rule changes.
BELIEF = {
    "premodifier": 0.93,
    "apposition after": 0.93,
    "apposition before": 0.92,
    "brackets": 0.9,
    "copula": 0.88,
    "as role": 0.85,
    "appointed": 0.9,
    "verb": 0.85,
    "predecessor": 0.8,
}
NO_POSTS = frozenset(
    ["member", "candidate", "spokesman", "spokeswoman", "spokesperson", "guest", "author", "owner", "resident"]
)  # without a body they say nothing
STATUS = {"current": PositionStatus.CURRENT, "former": PositionStatus.FORMER, "incoming": PositionStatus.INCOMING}
GOVERNMENT_OFFICES = frozenset(("minister", "chancellor", "secretary-of-state", "prime-minister"))


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """One fact per person, title, body and status; each further mention adds evidence."""
    found: dict[tuple[object, ...], PositionHeld] = {}
    for role in article.roles:
        fact = _position(article, role)
        if fact is None:
            continue
        key = _key(article, fact)
        earlier = found.get(key)
        if earlier is None:
            found[key] = fact
        else:
            found[key] = _with_evidence(earlier, fact)
    return list(_without_vaguer(article, list(found.values())))


def _position(article: ParsedArticle, role: Role) -> PositionHeld | None:
    chain = article.chain_of(role.holder) if role.holder is not None else None
    if role.holder is None or chain is None:
        return None
    if role.organisation is None and role.place is None and role.title.words.lower() in NO_POSTS:
        return None
    organisation, is_by_definition, certainty = _organisation(article, role)
    evidence = article.evidence(*_stretch(article, role), f"{NAME}/{VERSION}")
    return PositionHeld(
        evidence=(evidence,),
        belief=round(BELIEF.get(role.rule, 0.75 if chain.is_named else 0.7) * certainty, 3),
        person=role.holder,
        title=role.title,
        organisation=organisation,
        place=role.place,
        status=STATUS.get(role.tense, PositionStatus.UNKNOWN),
        is_by_definition=is_by_definition,
    )


def _stretch(article: ParsedArticle, role: Role) -> tuple[int, int]:
    """The evidence: from the description to the holder, whichever comes first; the sentence where they stand far apart."""
    start, end = role.span.start, role.span.end
    if role.holder is not None:
        start, end = min(start, role.holder.start), max(end, role.holder.end)
    if role.organisation is not None:
        start, end = min(start, role.organisation.start), max(end, role.organisation.end)
    return start, end


def _organisation(article: ParsedArticle, role: Role) -> tuple[Mention | None, bool, float]:
    """(body, whether by definition of the office, how certain): what the words name, else what the article makes certain."""
    if role.organisation is not None:
        return role.organisation, False, 1.0
    concept = role_concept(role.title.words) or ""
    if concept.endswith(("councillor", "mayor")) or role.title.words.lower().startswith(
        ("council ", "cabinet member", "leader of the council")
    ):
        councils = [c for c in article.chains if c.sort == "local_government" and c.is_named]
        if role.place is None:
            return (councils[0].mentions[0], False, 0.9) if len(councils) == 1 else (None, False, 0.95)
    if role.place is not None or role_family(role.title.words) in ("seat", "job"):
        return None, False, 1.0
    if any(concept.endswith(office) for office in GOVERNMENT_OFFICES) and "shadow" not in concept:
        body = _government(article)
        return body, body is not None, 0.95
    if article.mentions_in(Span(max(0, role.span.start - 20), role.span.end), Kind.EVENT):
        return None, False, 0.9  # "the HFX 2016 president": the event's body is not named
    nearest = _body_of_context(article, role)
    return nearest, False, 0.85 if nearest is not None else 0.95


def _government(article: ParsedArticle) -> Mention | None:
    """The government that the article names, else the department."""
    governments = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.sort == "government"]
    plain = [
        c
        for c in governments
        if c.name.lower().removeprefix("the ")
        in ("government", "central government", "state government", "federal government")
    ]
    named = [c for c in governments if c.name.lower().endswith("government")]
    departments = [c for c in governments if c.name.lower().startswith(("department", "ministry", "the department"))]
    for choice in (plain, named, departments):
        if choice:
            return choice[0].mentions[0]
    return None


def _body_of_context(article: ParsedArticle, role: Role) -> Mention | None:
    """For a bare title ("chief executive Anna Bell"): the one body of the sentence, or the subject of what came before."""
    paragraph = article.paragraph_at(role.span)
    if paragraph is None or role_family(role.title.words) not in ("head", "post"):
        return None
    lower = role.title.words.lower()
    bodies = [
        m
        for m in article.mentions_in(Span(paragraph.start, role.span.start), Kind.ORGANISATION)
        if m.form is not Form.PRONOUN
    ]
    bodies = [m for m in bodies if _can_employ(article.chain_of(m))]
    chains = {id(article.chain_of(m)): m for m in bodies}
    if len(chains) == 1:
        return bodies[-1]
    if bodies and role_family(lower) in ("head", "post"):
        subjects = [m for m in bodies if _is_subject(article, m)]
        return subjects[-1] if subjects else bodies[-1]
    if bodies or not (
        lower.startswith(
            ("chief", "acting", "interim", "chair", "deputy", "managing", "director", "finance", "medical")
        )
        or role_family(lower) == "head"
    ):
        return None
    before = [
        m
        for m in article.mentions
        if m.kind is Kind.ORGANISATION and m.end <= paragraph.start and _can_employ(article.chain_of(m))
    ]
    counts: dict[int, list[Mention]] = {}
    for mention in before:
        counts.setdefault(id(article.chain_of(mention)), []).append(mention)
    if not counts:
        return None
    best = max(counts.values(), key=lambda ms: (len(ms), -ms[0].start))
    return best[-1] if len(counts) == 1 or len(best) >= 2 else None


def _is_subject(article: ParsedArticle, mention: Mention) -> bool:
    paragraph = article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")


def _can_employ(chain: Chain | None) -> bool:
    return (
        chain is not None
        and chain.sort not in ("political_party", "media")
        and chain.is_named
        and chain.name.upper() != "NHS"
    )


def _key(article: ParsedArticle, fact: PositionHeld) -> tuple[object, ...]:
    person = article.chain_of(fact.person)
    body = article.chain_of(fact.organisation) if fact.organisation else None
    place = fact.place.words.lower() if fact.place else ""
    title = _plain_title(fact.title.words)
    return (id(person), title, id(body) if body else None, place, fact.status)


def _plain_title(title: str) -> str:
    return title.lower().replace("cllr", "councillor")


def _with_evidence(earlier: PositionHeld, later: PositionHeld) -> PositionHeld:
    """The earlier fact with the later one's evidence; independent words make it likelier."""
    pieces = dict.fromkeys((*earlier.evidence, *later.evidence))
    belief = round(1 - (1 - earlier.belief) * (1 - later.belief) ** 0.5, 3)
    return replace(earlier, evidence=tuple(pieces), belief=min(belief, 0.98))


def _without_vaguer(article: ParsedArticle, facts: list[PositionHeld]) -> list[PositionHeld]:
    """Without those that say less than another: the same person and post, but no body, or only the tail of the title."""
    kept = []
    for fact in facts:
        person = id(article.chain_of(fact.person))
        vaguer = False
        for other in facts:
            if other is fact or id(article.chain_of(other.person)) != person or other.status is not fact.status:
                continue
            own, theirs = _plain_title(fact.title.words), _plain_title(other.title.words)
            says_less = (
                fact.organisation is None
                and fact.place is None
                and (other.organisation is not None or other.place is not None)
            )
            if own == theirs and says_less:
                vaguer = True
            if (
                own != theirs
                and theirs.endswith(f" {own}")
                and (
                    fact.organisation is None
                    or other.organisation is None
                    or article.same(fact.organisation, other.organisation)
                )
            ):
                vaguer = True
        if not vaguer:
            kept.append(fact)
    return kept
