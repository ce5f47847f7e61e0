"""Where a post is held: what the words name, what the office means, or the one body that the sentence speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract._employer_context import by_kind, of_context, only_one_of_kind, only_union
from kg.extract._employer_kinds import (
    by_post,
    council_of_leader,
    is_of_a_kind,
    is_of_another,
    is_personal,
    main_council,
    of_the_clause,
    owner_of_post,
)
from kg.lexicon.roles import role_concept, role_family
from kg.model import Form, Kind, Mention, Span
from kg.parsed import ParsedArticle, Role

GOVERNMENT_OFFICES = frozenset(["minister", "chancellor", "secretary-of-state", "prime-minister"])
OFFICES = GOVERNMENT_OFFICES | {"president", "first-minister", "chief-minister"}
PLAIN_GOVERNMENTS = frozenset(
    [
        "government",
        "central government",
        "state government",
        "federal government",
        "uk government",
        "british government",
    ]
)
# Heads of states and parties: no body of the context employs them
NOT_EMPLOYED = frozenset(
    [
        "president",
        "monarch",
        "prime-minister",
        "first-minister",
        "leader",
        "general",
        "governor",
        "secretary-of-state",
        "minister",
        "chancellor",
        "pope",
        "commander",
    ]
)
OF_A_CLUB = ("life ", "honorary ", "club ", "executive ")  # presidents of no state
OF_A_TEAM = frozenset(
    ["captain", "coach", "vice-captain", "striker", "goalkeeper"]
)  # "her captain" plays where she manages
UNION_POSTS = frozenset(["organiser", "representative", "convener"])
NEAR_EVENT = 20  # characters: "the HFX 2016 president" is of the event's body, which is not named


@dataclass(frozen=True, slots=True)
class Employer:
    """The body of a post, None where the article does not say; how certain that is."""

    body: Mention | None
    certainty: float = 1.0
    is_by_definition: bool = False


def employer(article: ParsedArticle, role: Role) -> Employer:
    """The body at which the post is held: what the words name, else what the article makes certain."""
    concept = role_concept(role.title.words) or ""
    if role.organisation is not None:
        chain = article.chain_of(role.organisation)
        is_unknown = role.organisation.form is Form.PRONOUN and (
            chain is None or all(m.form is Form.PRONOUN for m in chain.mentions)
        )
        if role.organisation.form is Form.DESCRIPTION and (chain is None or not chain.is_named):
            _, *kind = role.organisation.words.lower().split()
            kin = only_one_of_kind(article, kind[0]) if len(kind) == 1 else None  # not "the merged board"
            return Employer(role.organisation, 0.9) if kin is None else Employer(kin, 0.9)
        return Employer(None if is_unknown else role.organisation)
    if role.rule == "verb":
        return Employer(None)  # "who chairs her buying centre"
    if _is_of_a_council(role, concept):
        councils = [c for c in article.chains if c.sort == "local_government" and c.is_named]
        if role.place is None:
            council = main_council(article, role, councils)
            return Employer(council, 0.9) if council is not None else Employer(None, 0.95)
    kin = by_kind(article, role)
    if kin is not None:
        return Employer(kin, 0.9)
    there = _there(article, role)
    if there is not None:
        return Employer(there, 0.9)
    if concept == "member-of-parliament" and role.title.words == "MEP":
        return Employer(_called(article, "european parliament"), 1.0, is_by_definition=True)
    whose = owner_of_post(article, role)
    if whose is not None and concept in OF_A_TEAM:
        return Employer(_body_of(article, whose, role), 0.85)
    if concept == "judge" and role.place is None and role.rule != "":
        return Employer(by_post(article, role), 0.85)
    if role.place is not None or role_family(role.title.words) in ("seat", "job"):
        return Employer(None)
    if concept.endswith(tuple(GOVERNMENT_OFFICES)) and "shadow" not in concept and concept != "vice-chancellor":
        is_ours = role.tense != "former" and not _is_of_a_nation(article, role)
        body = _government(article, role) if is_ours else None
        return Employer(body, 0.95, is_by_definition=body is not None)
    near = article.mentions_in(Span(max(0, role.span.start - NEAR_EVENT), role.span.end), Kind.EVENT)
    if any(event.form is not Form.DESCRIPTION for event in near):
        return Employer(None, 0.9)
    if role.rule == "":
        return Employer(None, 0.95)
    if is_of_another(article, role):
        return Employer(None, 0.95)
    if is_of_a_kind(role):
        return Employer(by_post(article, role), 0.85)
    if whose is not None:
        return Employer(None if is_personal(role) else _body_of(article, whose, role), 0.85)
    told = council_of_leader(article, role) or of_the_clause(article, role)
    if told is not None:
        return Employer(told, 0.85)
    if concept in UNION_POSTS:
        return Employer(only_union(article, role), 0.85)
    if concept == "commissioner":
        return Employer(_called(article, "european commission"), 0.9, is_by_definition=True)
    nearest = (
        None
        if (concept in NOT_EMPLOYED and not role.title.words.lower().startswith(OF_A_CLUB))
        or (role.tense == "former" and not _is_before_another(article, role))
        else of_context(article, role)
    )
    return Employer(nearest, 0.85 if nearest is not None else 0.95)


def _body_of(article: ParsedArticle, person: Mention, post: Role) -> Mention | None:
    """The one body at which the person holds a post: that of "her captain" is hers."""
    own = [
        employer(article, role)
        for role in article.roles
        if role.rule != "" and role is not post and role.tense != "former" and owner_of_post(article, role) is None
        if role.holder is not None and article.same(role.holder, person)
    ]
    bodies = {id(article.chain_of(one.body)): one.body for one in own if one.body is not None}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _is_before_another(article: ParsedArticle, role: Role) -> bool:
    """Whether a post of old is one at the body in question: "left as chief executive", "the previous director"."""
    before = article.document.text[role.span.start : role.title.start].lower()
    return role.rule == "as role" or "previous " in before or before == "the former "


def _is_of_a_council(role: Role, concept: str) -> bool:
    return concept.endswith(("councillor", "mayor")) or role.title.words.lower().startswith(
        ("council ", "cabinet member", "leader of the council")
    )


def _called(article: ParsedArticle, name: str) -> Mention | None:
    return next((c.mentions[0] for c in article.chains if c.name.lower().removeprefix("the ") == name), None)


def _there(article: ParsedArticle, role: Role) -> Mention | None:
    """The body in "is a researcher there": the last one before."""
    if article.document.text[role.span.end : role.span.end + 6].lower() != " there":
        return None
    before = [m for m in article.mentions if m.kind is Kind.ORGANISATION and m.end < role.span.start]
    return before[-1] if before else None


def _is_of_a_nation(article: ParsedArticle, role: Role) -> bool:
    """Whether a nation or level of state stands with a political office: "French president", "federal minister"."""
    concept = role_concept(role.title.words) or ""
    if concept.removeprefix("deputy-") not in OFFICES:
        return False
    paragraph = article.paragraph_at(role.span)
    span = paragraph.tokens_at(role.span) if paragraph else None
    return role.place is not None or (
        span is not None and any(t.ent_type_ in ("NORP", "GPE") or t.lower_ in ("federal", "state") for t in span)
    )


def _government(article: ParsedArticle, office: Role) -> Mention | None:
    """The one government of which the article speaks, else the department of the office; None where it speaks of several.

    One that is named by its nation and comes only later is as likely another one, which the holder visits.
    """
    governments = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.sort == "government"]
    named = [c for c in governments if c.name.lower().endswith("government")]
    plain = [c for c in named if c.name.lower().removeprefix("the ") in PLAIN_GOVERNMENTS]
    departments = [c for c in governments if c.name.lower().startswith(("department", "ministry", "the department"))]
    if any(_is_of_a_nation(article, role) for role in article.roles):
        return None
    field = office.title.words.lower().split()[:-1]
    its_own = [
        c for c in departments if len(departments) == 1 and (not field or any(w in c.name.lower() for w in field))
    ]
    until = article.paragraph_at(office.span)
    named = [c for c in named if c in plain or until is None or c.mentions[0].start < until.end]
    for choice in (plain, named, its_own):
        if len(choice) == 1:
            return choice[0].mentions[0]
    return plain[0].mentions[0] if plain else None
