"""Undertakings that the text describes without naming them: "the merger", "the £240m winter fund", "reopening the line".

They come after the chains, so that nothing else is read differently for them. One that is described again ("the fund", "the plan")
joins the chain of the first; a chain in which nothing is a name is not named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.lexicon import rows, words
from kg.mention._matter import Candidate, matter_of
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"])
POINTING = frozenset(["the", "this", "that", "these", "those"])
PAYING = frozenset(["meet", "foot", "pay", "cover", "settle"])  # of bills that are no laws
ONE_AT_A_TIME = frozenset(
    "sale decision move idea step action choice ruling announcement award verdict news".split()
)  # "sales fell", "those decisions": in the plural no undertaking
NEARBY = frozenset(["this", "that", "these", "those"])
PLAIN = frozenset(
    """
    new latest controversial own proposed planned current previous same late recent original final initial
    next last first second other such whole entire so-called more further extra fresh
    """.split()
)  # adjectives that say nothing of which one it is
ANAPHORS = frozenset(
    """
    plan proposal scheme policy initiative project programme program deal agreement package move measure
    change contract order vision legislation reform ordinance
    move news announcement decision grant funding award investment money cash support work idea amount recommendation extension compensation
    """.split()
)  # "the scheme" may take up whatever was described before in other words
MONEYS = frozenset(
    "grant funding award investment money cash amount compensation support announcement move news".split()
)  # one thing, told of in turn
OPENING = frozenset(
    """
    reopen merge close scrap abolish ban extend expand privatise privatize nationalise nationalize rezone
    build legalise legalize raise cut
    """.split()
)
NOUNS_OF = frozenset(["for", "of", "to", "on"])
NEAR = 250  # characters between "this plan" and what it points to
NEXT = 4  # tokens between a head and the verb of what it is to do
LONGEST = 8  # tokens after the head


@cache
def _heads() -> dict[str, str]:
    """Head word → "definite" where an article suffices, "modified", or "joins" where it only takes up another."""
    return {row[0]: row[1] for row in rows("undertaking_heads")}


@dataclass(slots=True)
class _Found:
    """One description: its head word, the words that say which, whether "this" points to it, whether it may only take up another."""

    mention: Mention
    head: str
    which: frozenset[str]
    is_nearby: bool = False
    only_joins: bool = False


@dataclass(slots=True)
class _Group:
    heads: set[str]
    which: set[str]
    chain: Chain | None
    mentions: list[Mention] = field(default_factory=list)
    is_matter: bool = False

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def find_undertakings(article: ParsedArticle) -> ParsedArticle:
    """The article with its described undertakings, in the chains of what they take up or in chains of their own."""
    matter = matter_of(article)
    own = frozenset(head for candidate in matter for head in candidate.heads)
    found = [
        item
        for paragraph in article.paragraphs
        for token in paragraph.doc
        if (item := _described(article, paragraph, token, own) or _doing(article, paragraph, token)) is not None
    ]
    if not found and not matter:
        return article
    named = [_Group(*_words_of(c), c, list(c.mentions)) for c in article.chains if c.kind is Kind.INITIATIVE]
    groups: list[_Group] = list(named)
    kept_mentions = _open_with(article, groups, matter)
    found = [f for f in found if not any(f.mention.span.overlaps(m.span) for m in kept_mentions)]
    for item in sorted(found, key=lambda f: f.mention):
        group = _group_of(article, groups, item)
        if group is None and item.only_joins:
            continue
        kept_mentions.append(item.mention)
        if group is None:
            groups.append(_Group({item.head}, set(item.which), None, [item.mention]))
        else:
            group.heads.add(item.head)
            group.which |= item.which
            group.mentions.append(item.mention)
    kept = [c for c in article.chains if c.kind is not Kind.INITIATIVE]
    chains = [*kept, *(_chain(group) for group in groups)]
    return replace(
        article,
        mentions=tuple(sorted({*article.mentions, *kept_mentions})),
        chains=tuple(sorted(chains, key=lambda c: (c.mentions[0].start, c.kind, c.name))),
        matter=next((min(g.mentions) for g in groups if g.is_matter), None),
    )


def _open_with(article: ParsedArticle, groups: list[_Group], matter: Sequence[Candidate]) -> list[Mention]:
    """Put what the article is about among the groups, with a named undertaking if that is what it is; its new mentions."""
    new: list[Mention] = []
    own: _Group | None = None
    for candidate in matter:
        mention = candidate.mention
        named = article.mention_at(mention.span, Kind.INITIATIVE)
        group = next((g for g in groups if named in g.mentions), None) if named is not None else None
        if own is None:
            own = group
        if named is None and article.mention_at(mention.span, Kind.EVENT) is None:
            new.append(mention)
    if own is None and new:
        own = _Group(set(), set(), None)
        groups.append(own)
    if own is not None:
        own.is_matter = True
        own.mentions = sorted({*own.mentions, *new})
        for candidate in matter:
            own.heads |= candidate.heads
            own.which |= candidate.which
    return new


def _chain(group: _Group) -> Chain:
    mentions = tuple(sorted(set(group.mentions)))
    if group.chain is not None:
        return replace(group.chain, mentions=mentions)
    fullest = max(mentions, key=lambda m: (len(m.words.split()), -m.start))
    return Chain(Kind.INITIATIVE, fullest.words, mentions, is_named=False)


def _words_of(chain: Chain) -> tuple[set[str], set[str]]:
    """The head words and the other words of a named undertaking."""
    forms = [m.words.lower().split() for m in chain.mentions]
    return {form[-1].removesuffix("s") for form in forms}, {word for form in forms for word in form[:-1]}


def _group_of(article: ParsedArticle, groups: Sequence[_Group], item: _Found) -> _Group | None:
    """What the description takes up.

    The last one with its head that it does not contradict; else, for "this plan", what stands right before; for "the plan", the one
    that headline and opening are about.
    """
    before = [g for g in groups if min(g.mentions) < item.mention]
    before.sort(key=lambda g: max(m for m in g.mentions if m < item.mention))
    alike = [g for g in before if item.head in g.heads and (item.which <= g.which or g.which <= item.which)]
    if alike:
        return alike[-1]
    main = next((g for g in before if g.is_matter), None)
    is_generic = item.head in ANAPHORS or _heads().get(item.head) == "joins"
    if item.which or not is_generic or not before:
        return None
    if item.is_nearby:
        near = [g for g in before if item.mention.start - max(m for m in g.mentions if m < item.mention).end < NEAR]
        if near:
            return near[-1]
    if main is not None and (item.head not in MONEYS or main.heads & MONEYS):
        return main
    if item.head not in ANAPHORS:
        return None
    opening = [p for p in article.paragraphs if p.sort != "heading"][:2]
    first = [g for g in before if any(p.start <= min(g.mentions).start < p.end for p in opening)]
    telling = [g for g in first if any(_heads().get(head) == "definite" for head in g.heads)] or first
    if len(telling) == 1:
        return telling[0]
    moneys = [g for g in before if g.heads & MONEYS] if item.head in MONEYS else []
    return moneys[0] if len(moneys) == 1 else before[0] if len(before) == 1 else None


def _described(
    article: ParsedArticle, paragraph: Paragraph, token: Token, own: frozenset[str] = frozenset()
) -> _Found | None:
    """The undertaking whose head word the token is, if it is definite or something says which.

    Args:
        own: head words of what the article is about, which "the …" takes up, whatever they are.
    """
    head = token.lemma_.lower()
    if head not in _heads() and head not in own:
        head = head.removesuffix("s")  # where the parser took a plural for a singular
    if token.pos_ not in ("NOUN", "PROPN") or head not in own | _heads().keys() or token.dep_ in ("compound", "nmod"):
        return None
    if head == "bill" and token.head.lemma_ in PAYING:
        return None
    if token.tag_ == "NNS" and head in ONE_AT_A_TIME:
        return None
    if token.dep_ in ("attr", "appos") and any(t.tag_ in ("JJS", "RBS") for t in token.lefts):
        return None  # "This is the largest investment": said of what was named before
    modifiers = [
        t
        for t in token.lefts
        if t.dep_ in ("compound", "amod", "nmod")
        and t.lower_ not in PLAIN | words("polarity")
        and t.is_alpha
        and t.ent_type_ != "MONEY"
    ]
    start = min([t.left_edge.i for t in modifiers] or [token.i])
    has_sum = any(t.ent_type_ == "MONEY" for child in token.lefts for t in child.subtree)
    end = _end(article, paragraph, token)
    of_what = [t for t in token.doc[token.i + 1 : end] if t.pos_ in ("NOUN", "PROPN")]
    definite = any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in token.lefts)
    says_which = bool(modifiers or of_what or has_sum)
    definite = definite or head.endswith(("rezoning", "isation", "ization", "devolution"))  # need no article
    stands = {
        "definite": says_which or definite,
        "modified": bool(modifiers) or has_sum or (definite and bool(of_what)),
        "joins": False,
    }[_heads().get(head, "joins")]
    if _heads().get(head, "joins") == "joins" and (modifiers or not any(t.lower_ in POINTING for t in token.lefts)):
        return None
    which = frozenset(t.lemma_.lower() for t in (*modifiers, *of_what))
    if not any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in token.lefts):
        which |= _of_doing(token)  # "new plans to abolish a hundred boards" take up nothing told of before
    if not stands and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that":
        return None  # "rejected the idea that …"
    return _found(
        article, paragraph, start, end, head, which, any(t.lower_ in NEARBY for t in token.lefts), only_joins=not stands
    )


def _of_doing(head: Token) -> frozenset[str]:
    """What an undertaking is to do, by its verb and nouns: abolish and board of "plans to abolish a hundred boards"."""
    verbs = [c for c in head.rights if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB" and c.i - head.i < NEXT]
    return frozenset(
        t.lemma_.lower()
        for verb in verbs
        for t in (verb, *(c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"))
    )


def _end(article: ParsedArticle, paragraph: Paragraph, head: Token) -> int:
    """Token end of the description: with "for regional control rooms", without clauses."""
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in NOUNS_OF or child.i != head.i + 1:
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None:
            continue
        between = head.doc[child.i : inner.i + 1]
        if len(between) <= LONGEST and not any(t.is_punct or t.pos_ == "VERB" for t in between):
            return inner.i + 1
    return head.i + 1


def _doing(article: ParsedArticle, paragraph: Paragraph, token: Token) -> _Found | None:
    """ "reopening the line", "merging the two trusts": something that is talked of as a thing."""
    if (
        token.tag_ != "VBG"
        or token.lemma_.lower() not in OPENING
        or token.dep_ not in ("pobj", "pcomp", "dobj", "nsubj", "csubj", "xcomp")
    ):
        return None
    thing = next((c for c in token.children if c.dep_ == "dobj"), None)
    if thing is None or thing.i - token.i > LONGEST:
        return None
    which = frozenset(t.lemma_.lower() for t in thing.subtree if t.pos_ in ("NOUN", "PROPN"))
    return _found(article, paragraph, token.i, thing.i + 1, token.lower_, which, False)


def _found(
    article: ParsedArticle,
    paragraph: Paragraph,
    start: int,
    end: int,
    head: str,
    which: frozenset[str],
    is_nearby: bool,
    *,
    only_joins: bool = False,
) -> _Found | None:
    span = paragraph.doc[start:end]
    where = Span(paragraph.start + span.start_char, paragraph.start + span.end_char)
    others = article.mention_at(where, Kind.INITIATIVE, Kind.EVENT)
    covering = article.mention_at(where, Kind.ORGANISATION, Kind.PERSON)
    if others is not None or (covering is not None and covering.start <= where.start and where.end <= covering.end):
        return None
    return _Found(
        Mention(where.start, where.end, span.text, Kind.INITIATIVE, Form.DESCRIPTION),
        head,
        which,
        is_nearby,
        only_joins,
    )
