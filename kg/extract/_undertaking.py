"""Which undertaking words speak of: named at a token, taken up by "it", asked about, or the one that the article is about."""

from __future__ import annotations

import re

from kg.extract._clause import (
    governed_by,
)
from kg.model import Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

THING_OF = frozenset(
    "introduction idea principle concept launch creation implementation aim thrust use extension adoption passage".split()
)
IT = frozenset(["it", "this", "that"])
VOTABLE = frozenset("amendment motion bill proposal ordinance plan plans budget law legislation treaty deal".split())
SOME = frozenset(["many", "some", "few", "most", "one", "ones", "all"])  # "too many that are unworkable"
BROADCAST = ("programme", "program", "show")
ON_AIR = re.compile(
    r"\b(?:told|BBC|ITV|Radio|TV|Television|Channel|Sky|News|FM|speaking on|interview (?:on|with))\b", re.IGNORECASE
)
NEAR = 250  # characters between "it" and what it stands for
TURNED_DOWN = re.compile(
    r"\b(?:reject|refus|scrap|turn(?:s|ed)? down|thrown? out|axe[sd]?|cancel|shelve|drop(?:s|ped)|block|collaps|fail|veto|abandon|delay|postpone|halt|los(?:e|t|es)\b|stall|quash|overturn)",
    re.IGNORECASE,
)


def undertaking_at(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    """The undertaking that the token is the head of: also "the idea of the merger", and "it" right after one."""
    where = paragraph.span_of(token)
    found = article.mention_at(where, Kind.INITIATIVE)
    if found is not None:
        return None if _is_broadcast(found, paragraph) else found
    if token.lower_ in IT and (token.head.dep_ != "relcl" or token.head.head.lower_ in SOME):
        return antecedent(article, where.start) or opening_undertaking(article, where.start)
    named = [
        m
        for c in token.children
        if c.dep_ == "compound" and (m := article.mention_at(paragraph.span_of(c), Kind.INITIATIVE))
    ]
    if named:
        return named[0]
    if token.lemma_.lower() in THING_OF:
        for inner in governed_by(token, "of"):
            return article.mention_at(paragraph.span_of(inner), Kind.INITIATIVE)
    return None


def _is_broadcast(mention: Mention, paragraph: Paragraph) -> bool:
    """ "told BBC Radio 4's Today programme": a programme that is listened to."""
    before = paragraph.text[max(0, mention.start - paragraph.start - 40) : mention.start - paragraph.start]
    return mention.words.lower().endswith(BROADCAST) and ON_AIR.search(before) is not None


def asked_about(article: ParsedArticle, paragraph: Paragraph) -> Mention | None:
    """In an interview: the undertaking in the question that the paragraph answers."""
    number = article.paragraphs.index(paragraph)
    question = article.paragraphs[number - 1] if number else None
    if question is None or not question.text.rstrip().endswith("?"):
        return None
    asked = article.mentions_in(Span(question.start, question.end), Kind.INITIATIVE)
    return asked[-1] if asked else None


def antecedent(article: ParsedArticle, start: int) -> Mention | None:
    """The undertaking that "it" stands for: the last one of the same sentence, or the only one shortly before."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and start - NEAR < m.start and m.end <= start]
    before = [m for m in before if (p := article.paragraph_at(m)) is not None and not _is_broadcast(m, p)]
    if not before:
        return None
    between = article.document.text[before[-1].end : start]
    if not any(mark in between for mark in (". ", "\n", "? ")):
        return before[-1]
    chains = {id(article.chain_of(m)) for m in before}
    if len(chains) == 1:
        return before[-1]
    main = main_undertaking(article, start)
    return main if main is not None and any(article.same(main, m) for m in before) else None


def main_undertaking(article: ParsedArticle, start: int) -> Mention | None:
    """The undertaking that the article is about: the only one of its headline and opening, or the one that it mentions most."""
    if (first := opening_undertaking(article, start)) is not None:
        return first
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    counts: dict[int, list[Mention]] = {}
    for mention in before:
        counts.setdefault(id(article.chain_of(mention)), []).append(mention)
    ranked = sorted(counts.values(), key=lambda ms: (-len(ms), ms[0]))
    if not ranked or len(ranked[0]) < 2 or (len(ranked) > 1 and len(ranked[1]) * 2 > len(ranked[0])):
        return None
    return ranked[0][-1]


def opening_undertaking(article: ParsedArticle, start: int) -> Mention | None:
    """The last mention before `start` of what the article is about: its matter, or the only undertaking of headline and opening."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    if article.matter is not None:
        return next((m for m in reversed(before) if article.same(m, article.matter)), None)
    opening = [p for p in article.paragraphs if p.sort != "heading"][:2]
    for places in ([p for p in opening if p.sort == "headline"], opening):
        first = [m for m in before if any(p.start <= m.start < p.end for p in places)]
        if len({id(article.chain_of(m)) for m in first}) == 1:
            chain = article.chain_of(first[0])
            return [m for m in before if article.chain_of(m) is chain][-1]
    return None


def voted_on(article: ParsedArticle, start: int) -> Mention | None:
    """What a vote told of without its object is on: the last bill or motion before it, else what the article is about."""
    before = [m for m in article.mentions if m.kind is Kind.INITIATIVE and m.end <= start]
    votable = [m for m in before if m.words.lower().split()[-1] in VOTABLE]
    return votable[-1] if votable else opening_undertaking(article, start)


def is_turned_down(article: ParsedArticle) -> bool:
    """Whether headline or opening tells that something is off: joy or grief is then about that, not about the undertaking."""
    return any(TURNED_DOWN.search(p.text) for p in [p for p in article.paragraphs if p.sort != "heading"][:2])


def one_of(token: Token) -> Token:
    """ "Anna Bell, one of the three who voted no": the person; else the token itself."""
    one = token.head.head
    is_part = token.dep_ == "pobj" and token.head.lower_ == "of" and one.lower_ == "one" and one.dep_ == "appos"
    return one.head if is_part else token
