"""Where a bare title is held, as the post itself tells: a head teacher at a school, a trustee of a charity, her captain at her club."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon.roles import role_concept
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import ParsedArticle, Role

SCHOOL = re.compile(r"\b(?:school|primary|academy|college|grammar|high|ysgol|infants?|juniors?|sixth form)\b")
POLICE = re.compile(r"\b(?:police|constabulary)\b")
CHARITY = re.compile(r"\b(?:trust|foundation|charity|fund|society|friends|museum|theatre|hospice)\b")
UNION = re.compile(r"\bunion\b")
COURT = re.compile(r"\b(?:crown|county|high|district|supreme|magistrates['’]?) court\b")
MUSEUM = re.compile(r"\b(?:museum|gallery|collection|library|archive|gardens?)\b")
UNIVERSITY = re.compile(r"\b(?:university|college|institute)\b")
# Concept of the post → the bodies that have it, by their sort or by a word of their name
KINDS = {
    "head-teacher": (SCHOOL, ()),
    "deputy-head-teacher": (SCHOOL, ()),
    "head-pupil": (SCHOOL, ()),
    "principal": (SCHOOL, ()),
    "trustee": (CHARITY, ("charity",)),
    "curator": (MUSEUM, ()),
    "vice-chancellor": (UNIVERSITY, ()),
    "chief-constable": (POLICE, ()),
    "general-secretary": (UNION, ("membership_body",)),
    "judge": (COURT, ()),
}
OWNERS = frozenset(["his", "her"])
PERSONAL = frozenset("spokesperson aide lawyer solicitor barrister agent publicist biographer adviser counsel".split())


def is_of_a_kind(role: Role) -> bool:
    """Whether only bodies of one kind have the post, so that any other body that stands near is not the one."""
    return role_concept(role.title.words) in KINDS


def by_post(article: ParsedArticle, role: Role) -> Mention | None:
    """The body of the kind that has the post: the last one of the paragraph so far, else the one that the article names most."""
    pattern, sorts = KINDS[role_concept(role.title.words) or ""]
    bodies = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.is_named]
    fitting = [c for c in bodies if _fits(article, c, pattern, sorts) and c.mentions[0].start < role.span.end]
    paragraph = article.paragraph_at(role.span)
    if paragraph is None or not fitting:
        return None
    here = [m for c in fitting for m in c.mentions if paragraph.start <= m.start < role.span.start]
    if role_concept(role.title.words) == "judge":
        return fitting[0].mentions[0] if len(fitting) == 1 else None
    if here or role_concept(role.title.words) == "general-secretary":
        return max(here, default=None, key=lambda m: m.start)
    return max(fitting, key=lambda c: (len(c.mentions), -c.mentions[0].start)).mentions[0]


def _fits(article: ParsedArticle, chain: Chain, pattern: re.Pattern[str], sorts: Sequence[str]) -> bool:
    """Whether the body is of the kind by its sort, its name, or the word after it: "the RMT union"."""
    after = (article.document.text[m.end : m.end + len(" union")].lower() for m in chain.mentions)
    return chain.sort in sorts or any(pattern.search(name) for name in (chain.name.lower(), *after))


def council_of_leader(article: ParsedArticle, role: Role) -> Mention | None:
    """The council in "Harrow Council owns the ground. Leader Ann Bell said": the last one of the paragraph so far."""
    paragraph = article.paragraph_at(role.span)
    if paragraph is None or role.title.words.lower() not in ("leader", "deputy leader"):
        return None
    before = article.mentions_in(Span(paragraph.start, role.span.start), Kind.ORGANISATION)
    councils = [m for m in before if (chain := article.chain_of(m)) is not None and chain.sort == "local_government"]
    return councils[-1] if councils else None


def main_council(article: ParsedArticle, role: Role, councils: Sequence[Chain]) -> Mention | None:
    """The one council of the article; of several the last one of the paragraph so far, or one named much more often."""
    if len(councils) < 2:
        return councils[0].mentions[0] if councils else None
    paragraph = article.paragraph_at(role.span)
    start = paragraph.start if paragraph is not None else role.span.start
    here = [m for c in councils for m in c.mentions if start <= m.start < role.span.start]
    if here:
        return max(here, key=lambda m: m.start)
    first, second = sorted(councils, key=lambda c: -len(c.mentions))[:2]
    return first.mentions[0] if len(first.mentions) >= 2 * len(second.mentions) else None


def of_the_clause(article: ParsedArticle, role: Role) -> Mention | None:
    """The body that is the subject in "Harrow Bank cut costs, with chief executive Ann Bell saying"."""
    paragraph = article.paragraph_at(role.title)
    title = paragraph.tokens_at(role.title) if paragraph is not None else None
    if paragraph is None or title is None or title.start == 0:
        return None
    before = title.doc[title.start - 1]
    opening = next(iter(title.sent)) if before.text == "," else before
    if opening.lower_ == "for" and opening.i < title.start - 2:  # "For the Harrow Trust, director Ann Bell said"
        found = article.mention_at(paragraph.span_of(title.doc[title.start - 2]), Kind.ORGANISATION)
        start = paragraph.start + opening.idx + len("for ")
        return found if found is not None and found.start - start in (0, len("the ")) else None
    if before.lower_ != "with":
        return None
    for verb in title.doc[title.start - 1].ancestors:
        for subject in (t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")):
            found = article.mention_at(paragraph.span_of(subject), Kind.ORGANISATION)
            return found if found is not None and found.form is not Form.PRONOUN else None
    return None


def owner_of_post(article: ParsedArticle, role: Role) -> Mention | None:
    """The "her" of "her captain, Ann Bell"; None where the post is nobody's."""
    text = article.document.text
    first = re.match(r"\w+", text[role.span.start : role.title.start])
    if first is None or first.group().lower() not in OWNERS:
        return None
    where = Span(role.span.start, role.span.start + first.end())
    found = article.mention_at(where, Kind.PERSON)
    return found if found is not None and found.form is Form.PRONOUN else None


def is_personal(role: Role) -> bool:
    """Whether the post serves a person rather than a body: "her spokesman"."""
    return role_concept(role.title.words) in PERSONAL


def is_of_another(article: ParsedArticle, role: Role) -> bool:
    """Whether a body has the post that is none of those found: "the owner of a restaurant", "founder of rights group Tarn"."""
    return re.match(r" (?:of|at) (?!the day\b)", article.document.text[role.title.end :][:12]) is not None
