"""Where a bare title is held ("chief executive Ann Bell"): the body of which the sentence, the paragraph or the article speaks."""

from __future__ import annotations

from kg.lexicon import words
from kg.lexicon.roles import role_family
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle, Role
from kg.tokens import Token

# Titles that a firm, trust or club must have given
OF_THE_FIRM = (
    "chief", "acting", "interim", "chair", "deputy", "managing", "director", "finance", "medical", "head teacher", "headteacher", "principal",
    "executive", "vice-chancellor", "manager", "coach", "boss", "general manager", "company", "artistic", "founder", "co-founder", "owner", "life president", "honorary president",
)  # fmt: skip

# Officers of the state, of whatever body the article speaks
OF_THE_STATE = frozenset(["director of public prosecutions", "chief medical officer", "chief justice", "chief whip", "chief veterinary officer"])  # fmt: skip
NO_FIRM_S = ("film", "football", "team", "music", "stage", "video", "theatre", "television", "tv", "creative")
# Kinds of body that stand before a title without a name: "Council leader", "committee chair"
KINDS = frozenset(
    "council shire association trust committee charity university college school hospital commission".split()
)
# Bodies of the state to which no bare "chief executive" or "director" belongs
NO_FIRMS = ("department", "ministry", "treasury", "office", "government")


def by_kind(article: ParsedArticle, role: Role) -> Mention | None:
    """The body in "Council leader Anna Bell", "association secretary Anna Bell": the only one of its kind that the article names."""
    paragraph = article.paragraph_at(role.title)
    title = paragraph.tokens_at(role.title) if paragraph else None
    if paragraph is None or title is None or title.start == 0:
        return None
    kind: Token = paragraph.doc[title.start - 1]
    further = paragraph.doc[title.start - 2] if title.start > 1 else None
    if kind.lower_ not in KINDS or article.mentions_in(_span_of(paragraph, kind), Kind.ORGANISATION):
        return None
    if further is not None and further.dep_ in ("compound", "amod", "nmod", "poss") and further.head.i >= kind.i:
        return None  # "planning committee chairman"
    return only_one_of_kind(article, kind.lower_)


def only_one_of_kind(article: ParsedArticle, kind: str) -> Mention | None:
    """The one named body that is a council, committee or the like; None where the article names several."""
    named = [c for c in article.chains if c.kind is Kind.ORGANISATION and c.is_named and _is_called(c, kind)]
    return named[0].mentions[0] if len(named) == 1 else None


def _span_of(paragraph: Paragraph, token: Token) -> Span:
    return Span(paragraph.start + token.idx, paragraph.start + token.idx + len(token.text))


def _is_called(chain: Chain, kind: str) -> bool:
    """Whether the body is of that kind by its name, or the article calls it so: "the council"."""
    described = (m.words.lower().split() for m in chain.mentions if m.form is Form.DESCRIPTION)
    return kind in chain.name.lower().split() or any(words_[-1] == kind for words_ in described)


def only_union(article: ParsedArticle, role: Role) -> Mention | None:
    """For "regional organiser Anna Bell": the one membership body that the article has named so far."""
    named = [c for c in article.chains if c.sort == "membership_body" and c.is_named]
    before = [c for c in named if c.mentions[0].end <= role.span.start]
    return before[0].mentions[0] if len(before) == 1 else None


def of_context(article: ParsedArticle, role: Role) -> Mention | None:
    """For a bare title ("chief executive Anna Bell"): the one body of the paragraph so far, or the subject of what came before."""
    paragraph = article.paragraph_at(role.span)
    lower = role.title.words.lower()
    if paragraph is None or lower in OF_THE_STATE or role_family(lower) not in ("head", "post"):
        return None
    if _is_of_a_described_body(paragraph, role):
        return None
    taken = _bodies_elsewhere(article, role)
    before = article.mentions_in(Span(paragraph.start, role.span.start), Kind.ORGANISATION)
    bodies = [m for m in before if m.form is not Form.PRONOUN and _can_employ(article.chain_of(m))]
    bodies = [m for m in bodies if id(article.chain_of(m)) not in taken and not _is_a_nation(paragraph, m)]
    if _joins_a_name(paragraph, role):
        return None
    if taken and _is_left(paragraph, role):
        return _held_beside(article, role)
    if lower == "director" and role.rule == "premodifier":
        return None  # of a film as well as of a firm
    subjects = [m for m in bodies if _is_subject(article, m)]
    if not lower.startswith(OF_THE_FIRM) and role_family(lower) != "head":
        return subjects[-1] if subjects and _is_of_some_firm(lower) else None
    if bodies:
        is_one = len({id(article.chain_of(m)) for m in bodies}) == 1
        return bodies[-1] if is_one or not subjects else subjects[-1]
    return None if taken or _speaks_of_a_name(paragraph, role) else _of_article(article, paragraph)


def _is_left(paragraph: Paragraph, role: Role) -> bool:
    """Whether the holder leaves the post: "is standing down as chair"."""
    title = paragraph.tokens_at(role.title)
    if title is None:
        return False
    before = paragraph.doc[max(0, title.start - 3) : title.start]
    return any(t.lower_ == "down" or t.lemma_ in ("resign", "quit", "retire") for t in before)


def _held_beside(article: ParsedArticle, role: Role) -> Mention | None:
    """The one body at which the holder has another post in the sentence: "the founder of X is standing down as chair"."""
    bodies = _bodies_elsewhere(article, role)
    named = [r.organisation for r in article.roles if r.organisation and id(article.chain_of(r.organisation)) in bodies]
    return named[0] if len(bodies) == 1 and named else None


def _joins_a_name(paragraph: Paragraph, role: Role) -> bool:
    """Whether the post is at a name that is not known for a body: "joined Tarnford as chief executive"."""
    title = paragraph.tokens_at(role.title)
    if role.rule != "as role" or title is None or title.root.head.lower_ != "as":
        return False
    return any(t.dep_ == "dobj" and t.pos_ == "PROPN" for t in title.root.head.head.rights)


def _speaks_of_a_name(paragraph: Paragraph, role: Role) -> bool:
    """Whether an earlier sentence of the paragraph is about a name that is not known for a body: "Tarnford, which …, said."""
    subjects = (t for t in paragraph.doc if t.dep_ == "nsubj" and paragraph.start + t.idx < role.span.start)
    title = paragraph.tokens_at(role.title)
    return title is not None and any(
        t.pos_ == "PROPN" and t.i < title.sent.start and t.ent_type_ not in ("PERSON", "DATE") for t in subjects
    )


def _is_of_some_firm(title: str) -> bool:
    """Whether the title tells a post in a firm by its field: "property director", "regional officer"."""
    field, _, post = title.rpartition(" ")
    if title.startswith("head of ") and title not in ("head of state", "head of government"):
        return True
    return post in ("director", "officer", "manager", "secretary") and field != "" and not field.startswith(NO_FIRM_S)


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
    """The bodies at which the same person holds another post, or anybody held one: no guess for this one."""
    return {
        id(article.chain_of(other.organisation))
        for other in article.roles
        if other.holder is not None
        and other.organisation is not None
        and role.holder is not None
        and other.title != role.title
        and other.rule != "predecessor"
        and _same_sentence(article, role, other)
        and (other.tense == "former" or article.same(other.holder, role.holder))
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
    if title[-1].lower_ in words("organisation_heads") and any(t.lower_ == "of" for t in title):
        return True  # "head of the social policy think tank"
    before: Token = paragraph.doc[title.start - 1]
    further: Token = paragraph.doc[title.start - 2]
    is_name = before.pos_ == "PROPN" and before.text.istitle() and not before.is_sent_start
    if is_name and before.whitespace_ and title[0].text.islower():
        return True  # "- Tarnford boss Ann Bell": a name that nothing knows
    run = paragraph.doc[max(title.sent.start, title.start - 6) : title.start]
    if any(t.tag_ == "POS" for t in run) and not any(t.text == "," for t in run):
        return True  # "the resort’s president and CEO"
    if further.i < title.sent.start:
        return False
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
        and not chain.name.lower().removeprefix("the ").startswith(NO_FIRMS)
        and not chain.name.lower().endswith(("government", "court"))
    )
