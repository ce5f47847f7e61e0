"""Where a post is held: what the words name, what the office means, or the one body that the sentence speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import words
from kg.lexicon.roles import role_concept, role_family
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

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
UNION_POSTS = frozenset(["organiser", "representative", "convener"])
# Titles that a firm, trust or club must have given
OF_THE_FIRM = (
    "chief", "acting", "interim", "chair", "deputy", "managing", "director", "finance", "medical", "head teacher", "headteacher", "principal",
    "executive", "vice-chancellor", "manager", "coach", "boss", "general manager", "company", "founder", "co-founder",
)  # fmt: skip
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
        return Employer(None if is_unknown else role.organisation)
    if _is_of_a_council(role, concept):
        councils = [c for c in article.chains if c.sort == "local_government" and c.is_named]
        if role.place is None:
            return Employer(councils[0].mentions[0], 0.9) if len(councils) == 1 else Employer(None, 0.95)
    there = _there(article, role)
    if there is not None:
        return Employer(there, 0.9)
    if concept == "member-of-parliament" and role.title.words == "MEP":
        return Employer(_called(article, "european parliament"), 1.0, is_by_definition=True)
    if role.place is not None or role_family(role.title.words) in ("seat", "job"):
        return Employer(None)
    if any(concept.endswith(office) for office in GOVERNMENT_OFFICES) and "shadow" not in concept:
        body = _government(article) if not _is_of_a_nation(article, role) else None
        return Employer(body, 0.95, is_by_definition=body is not None)
    if article.mentions_in(Span(max(0, role.span.start - NEAR_EVENT), role.span.end), Kind.EVENT):
        return Employer(None, 0.9)
    if role.rule == "":
        return Employer(None, 0.95)
    if concept in UNION_POSTS:
        return Employer(_only_union(article, role), 0.85)
    if concept == "commissioner":
        return Employer(_called(article, "european commission"), 0.9, is_by_definition=True)
    nearest = (
        None
        if concept in NOT_EMPLOYED or (role.tense == "former" and role.rule != "as role")
        else _of_context(article, role)
    )
    return Employer(nearest, 0.85 if nearest is not None else 0.95)


def _is_of_a_council(role: Role, concept: str) -> bool:
    return concept.endswith(("councillor", "mayor")) or role.title.words.lower().startswith(
        ("council ", "cabinet member", "leader of the council")
    )


def _called(article: ParsedArticle, name: str) -> Mention | None:
    return next((c.mentions[0] for c in article.chains if c.name.lower().removeprefix("the ") == name), None)


def _only_union(article: ParsedArticle, role: Role) -> Mention | None:
    """For "regional organiser Anna Bell": the one membership body that the article has named so far."""
    named = [c for c in article.chains if c.sort == "membership_body" and c.is_named]
    before = [c for c in named if c.mentions[0].end <= role.span.start]
    return before[0].mentions[0] if len(before) == 1 else None


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


def _government(article: ParsedArticle) -> Mention | None:
    """The one government of which the article speaks, else the department; None where it speaks of several."""
    governments = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.sort == "government"]
    named = [c for c in governments if c.name.lower().endswith("government")]
    plain = [c for c in named if c.name.lower().removeprefix("the ") in PLAIN_GOVERNMENTS]
    departments = [c for c in governments if c.name.lower().startswith(("department", "ministry", "the department"))]
    if any(_is_of_a_nation(article, role) for role in article.roles):
        return None
    for choice in (plain, named, departments):
        if len(choice) == 1:
            return choice[0].mentions[0]
    return plain[0].mentions[0] if plain else None


def _of_context(article: ParsedArticle, role: Role) -> Mention | None:
    """For a bare title ("chief executive Anna Bell"): the one body of the paragraph so far, or the subject of what came before."""
    paragraph = article.paragraph_at(role.span)
    lower = role.title.words.lower()
    if paragraph is None or role_family(lower) not in ("head", "post") or _is_of_a_described_body(paragraph, role):
        return None
    taken = _bodies_elsewhere(article, role)
    before = article.mentions_in(Span(paragraph.start, role.span.start), Kind.ORGANISATION)
    bodies = [m for m in before if m.form is not Form.PRONOUN and _can_employ(article.chain_of(m))]
    bodies = [m for m in bodies if id(article.chain_of(m)) not in taken and not _is_a_nation(paragraph, m)]
    if not lower.startswith(OF_THE_FIRM) and role_family(lower) != "head":
        return None
    if bodies:
        subjects = [m for m in bodies if _is_subject(article, m)]
        is_one = len({id(article.chain_of(m)) for m in bodies}) == 1
        return bodies[-1] if is_one or not subjects else subjects[-1]
    return _of_article(article, paragraph)


def _of_article(article: ParsedArticle, paragraph: Paragraph) -> Mention | None:
    """The body that the article mentions most before this paragraph, if it stands out."""
    counts: dict[int, list[Mention]] = {}
    for mention in article.mentions:
        chain = article.chain_of(mention)
        if mention.kind is Kind.ORGANISATION and mention.end <= paragraph.start and _can_employ(chain):
            counts.setdefault(id(chain), []).append(mention)
    if not counts:
        return None
    best = max(counts.values(), key=lambda ms: (len(ms), -ms[0].start))
    return best[-1] if len(counts) == 1 or len(best) >= 2 else None


def _bodies_elsewhere(article: ParsedArticle, role: Role) -> set[int]:
    """The bodies at which the same person holds another post: no guess for this one."""
    return {
        id(article.chain_of(other.organisation))
        for other in article.roles
        if other.holder is not None
        and other.organisation is not None
        and role.holder is not None
        and other.title != role.title
        and _same_sentence(article, role, other)
        and article.same(other.holder, role.holder)
    }


def _same_sentence(article: ParsedArticle, one: Role, other: Role) -> bool:
    paragraph = article.paragraph_at(one.span)
    spans = [paragraph.tokens_at(role.title) if paragraph else None for role in (one, other)]
    return spans[0] is not None and spans[1] is not None and spans[0].sent.start == spans[1].sent.start


def _is_of_a_described_body(paragraph: Paragraph, role: Role) -> bool:
    """Whether a body that is described and not named stands before the title: "planning committee chairman"."""
    title = paragraph.tokens_at(role.title)
    if title is None or title.start < 2:
        return False
    if title[-1].lower_ in words("organisation_heads"):
        return True  # "head of the social policy think tank"
    before: Token = paragraph.doc[title.start - 1]
    further: Token = paragraph.doc[title.start - 2]
    run = paragraph.doc[max(0, title.start - 6) : title.start]
    if any(t.tag_ == "POS" for t in run) and not any(t.text == "," for t in run):
        return True  # "the resort’s president and CEO"
    return before.pos_ in ("NOUN", "PROPN") and before.dep_ == "compound" and further.dep_ in ("compound", "amod")


def _is_a_nation(paragraph: Paragraph, mention: Mention) -> bool:
    span = paragraph.tokens_at(mention)
    return span is not None and all(t.ent_type_ == "NORP" for t in span)


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
        and not chain.name.lower().endswith("government")
    )
