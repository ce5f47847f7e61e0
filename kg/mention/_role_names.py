"""Names that have swallowed a title: "President and CEO of Harrow Group" is a body called Harrow Group, and a post there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.roles import role_concept, role_heads
from kg.mention._role_heads import NOUNS
from kg.mention._role_parts import is_party
from kg.mention._role_subjects import everywhere
from kg.mention.organisations import heads
from kg.mention.spans import is_capital
from kg.model import Form, Kind, Mention, Phrase
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Tokens

AT = frozenset(["at", "with"])
LINKS = AT | {"of", "for"}
WARDS = frozenset("Children People Victims Patients Workers Consumers".split())  # of whom there are commissioners
KINDS_OF_BODY = frozenset("trust council committee association club union board party".split())
# Of these a body follows "of"; a director, a minister or a professor is one of something else as well
OF_A_BODY = frozenset(
    [
        "chief-executive",
        "chair",
        "president",
        "vice-president",
        "founder",
        "owner",
        "director-general",
        "editor",
        "secretary-general",
    ]
)


def without_titles(article: ParsedArticle) -> ParsedArticle:
    """The article with each such name cut to what follows the title; dropped where that names no body."""
    kept = []
    for mention in article.mentions:
        paragraph = article.paragraph_at(mention)
        is_name = paragraph is not None and mention.kind is not Kind.PLACE
        cut = _cut(paragraph, mention) if is_name and paragraph is not None else mention
        if cut is not None:
            kept.append(cut)
    return replace(article, mentions=tuple(sorted(dict.fromkeys(kept))))


def with_bodies(article: ParsedArticle, bodies: Sequence[Mention]) -> ParsedArticle:
    """The article with the bodies that only a title shows ("the Acme boss", "Tarnford striker") among its mentions."""
    known = set(article.mentions)
    new = [body for body in dict.fromkeys(bodies) if body.form is Form.NAME and body not in known]
    kept = [m for m in article.mentions if not any(m.span.overlaps(body) for body in new)]
    return replace(article, mentions=tuple(sorted((*kept, *new)))) if new else article


def with_shown(article: ParsedArticle, bodies: Sequence[Mention]) -> tuple[ParsedArticle, frozenset[Mention]]:
    """The article with the bodies that only a post elsewhere shows, wherever it names them; and their mentions."""
    mentions = [m for body in dict.fromkeys(bodies) for m in everywhere(article, body)]
    return with_bodies(article, mentions), frozenset(mentions)


def without_fields(article: ParsedArticle, titles: Sequence[Phrase]) -> ParsedArticle:
    """The article without the bodies that are a field in a title: "Professor of [Applied Physics]"."""
    fields = [
        m
        for m in article.mentions
        if m.kind is Kind.ORGANISATION and any(t.start < m.start and m.end == t.end for t in titles)
    ]
    return replace(article, mentions=tuple(m for m in article.mentions if m not in fields)) if fields else article


def _cut(paragraph: Paragraph, mention: Mention) -> Mention | None:
    span = paragraph.tokens_at(mention)
    link = next((t.i - span.start for t in span if t.lower_ in LINKS), 0) if span is not None else 0
    if span is None:
        return mention
    if (
        mention.kind is Kind.ORGANISATION
        and mention.words.lower().startswith("ex-")
        and len(mention.words) > len("ex-")
    ):
        return replace(mention, start=mention.start + len("ex-"), words=mention.words[len("ex-") :])
    if not link and mention.kind is Kind.ORGANISATION:
        return _before_a_post(paragraph, span, mention)
    if not link:
        return None if _is_only_a_title(span, mention.kind) else mention
    if not _is_title(span[:link]):
        return mention
    last = max((t.i - span.start for t in span[link:] if t.lower_ in AT), default=link)
    rest = span[last + 1 :]
    while len(rest) and rest[0].lower_ in ("the", "a", "an"):
        rest = rest[1:]
    if not len(rest) or not is_capital(rest[0]) or not _is_body(span[:link], span[last].lower_, rest):
        return mention if mention.kind is Kind.PERSON else None
    start = paragraph.start + rest.start_char
    return Mention(start, mention.end, mention.words[start - mention.start :], Kind.ORGANISATION, mention.form)


def _before_a_post(paragraph: Paragraph, span: Tokens, mention: Mention) -> Mention | None:
    """The party in "Harrow Party group leader"; nothing of "Welsh Children" in "the Welsh Children’s Commissioner"."""
    after = [t.lower_ for t in paragraph.doc[span.end : span.end + 2]]
    if _is_only_a_title(span, mention.kind) or (span[-1].text in WARDS and after[1:] == ["commissioner"]):
        return None
    if len(span) == 1 and span[0].lower_ in KINDS_OF_BODY and after[:1] and after[0] in role_heads():
        return None  # "Trust chairman Ann Bell": of the one that the article names
    words = mention.words[: -len(" group")]
    party = replace(mention, end=mention.start + len(words), words=words)
    is_group = mention.words.lower().endswith(" group") and after[:1] in (["leader"], ["deputy"], ["chair"])
    return party if is_group and is_party(party) else mention


def _is_title(words: Tokens) -> bool:
    """Whether the words end in a role head: "President and CEO", "Visiting Professor"."""
    if not len(words) or words[-1].pos_ not in NOUNS or words[-1].lower_ in ("general", "justice"):
        return False
    lower = [t.lower_ for t in words]
    return any(" ".join(lower[-size:]) in role_heads() for size in (3, 2, 1) if len(lower) >= size)


def _is_only_a_title(span: Tokens, kind: Kind) -> bool:
    """Whether a name is nothing but a title: "President and Chief Executive", "Professor Emeritus"."""
    lower = [t.lower_ for t in span]
    if len(lower) < 2:
        return False
    if kind is Kind.PERSON:
        return lower[-1] in ("professor", "emeritus", "counsel", "officer", "director", "chairman", "executive")
    return kind is Kind.ORGANISATION and " ".join(lower[-2:]) in role_heads()


def _is_body(title: Tokens, link: str, rest: Tokens) -> bool:
    is_telling = any(t.lower_ in heads() for t in rest) or any(t.ent_type_ == "ORG" for t in rest)
    return link in AT or role_concept(title.text) in OF_A_BODY or (is_telling and not any(t.text == "," for t in rest))
