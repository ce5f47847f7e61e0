"""Where a text describes an undertaking: "the £240m winter fund", "plans to abolish a board", "reopening the line"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

NEARBY = frozenset(["this", "that", "these", "those"])
POINTING = NEARBY | {"the"}
DEFINITE = POINTING | {"its", "his", "her", "their", "our", "my"}
PAYING = frozenset(["meet", "foot", "pay", "cover", "settle"])  # of bills that are no laws
ONE_AT_A_TIME = frozenset(
    "sale decision move idea step action choice ruling announcement award verdict news".split()
)  # "sales fell", "those decisions": in the plural no undertaking
PLAIN = frozenset(
    """
    new latest controversial own proposed planned current previous same late recent original final initial
    next last first second other such whole entire so-called more further extra fresh
    """.split()
)  # adjectives that say nothing of which one it is
OPENING = frozenset(
    """
    reopen merge close scrap abolish ban extend expand privatise privatize nationalise nationalize rezone
    build legalise legalize raise cut
    """.split()
)
NOUNS_OF = frozenset(["for", "of", "to", "on"])
NEXT = 4  # tokens between a head and the verb of what it is to do
LONGEST = 8  # tokens after the head


@cache
def undertaking_heads() -> dict[str, str]:
    """Head word → "definite" where an article suffices, "modified", or "joins" where it only takes up another."""
    return {row[0]: row[1] for row in rows("undertaking_heads")}


@dataclass(slots=True)
class Described:
    """One description: its head word, the words that say which, whether "this" points to it, whether it may only take up another."""

    mention: Mention
    head: str
    which: frozenset[str]
    is_nearby: bool = False
    only_joins: bool = False


def described(
    article: ParsedArticle, paragraph: Paragraph, token: Token, own: frozenset[str] = frozenset()
) -> Described | None:
    """The undertaking whose head word the token is, if it is definite or something says which.

    Args:
        own: head words of what the article is about, which "the …" takes up, whatever they are.
    """
    head = token.lemma_.lower()
    if head not in undertaking_heads() and head not in own:
        head = head.removesuffix("s")  # where the parser took a plural for a singular
    if (
        token.pos_ not in ("NOUN", "PROPN")
        or not (head in own or head in undertaking_heads())
        or token.dep_ in ("compound", "nmod")
    ):
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
        and t.lower_ not in PLAIN
        and t.lower_ not in words("polarity")
        and t.is_alpha
        and t.ent_type_ != "MONEY"
    ]
    has_sum = any(t.ent_type_ == "MONEY" for child in token.lefts for t in child.subtree)
    end = _end(token)
    of_what = [t for t in token.doc[token.i + 1 : end] if t.pos_ in ("NOUN", "PROPN")]
    is_told_whose = any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in token.lefts)
    is_definite = is_told_whose or head.endswith(("rezoning", "isation", "ization", "devolution"))  # need no article
    sort = undertaking_heads().get(head, "joins")
    if sort == "joins" and (modifiers or not any(t.lower_ in POINTING for t in token.lefts)):
        return None
    stands = {
        "definite": bool(modifiers or of_what or has_sum) or is_definite,
        "modified": bool(modifiers) or has_sum or (is_definite and bool(of_what)),
        "joins": False,
    }[sort]
    if not stands and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that":
        return None  # "rejected the idea that …"
    which = frozenset(t.lemma_.lower() for t in (*modifiers, *of_what))
    if not is_told_whose:
        which |= _of_doing(token)  # "new plans to abolish a hundred boards" take up nothing told of before
    mention = _mention(article, paragraph, min([t.left_edge.i for t in modifiers] or [token.i]), end)
    is_nearby = any(t.lower_ in NEARBY for t in token.lefts)
    return None if mention is None else Described(mention, head, which, is_nearby, not stands)


def _of_doing(head: Token) -> frozenset[str]:
    """What an undertaking is to do, by its verb and nouns: abolish and board of "plans to abolish a hundred boards"."""
    verbs = [c for c in head.rights if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB" and c.i - head.i < NEXT]
    return frozenset(
        t.lemma_.lower()
        for verb in verbs
        for t in (verb, *(c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"))
    )


def _end(head: Token) -> int:
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


def done(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Described | None:
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
    mention = _mention(article, paragraph, token.i, thing.i + 1)
    return None if mention is None else Described(mention, token.lower_, which)


def _mention(article: ParsedArticle, paragraph: Paragraph, start: int, end: int) -> Mention | None:
    """The tokens as the mention of an undertaking; None where a person, a body, an undertaking or an event is named there."""
    span = paragraph.doc[start:end]
    where = Span(paragraph.start + span.start_char, paragraph.start + span.end_char)
    others = article.mention_at(where, Kind.INITIATIVE, Kind.EVENT)
    covering = article.mention_at(where, Kind.ORGANISATION, Kind.PERSON)
    if others is not None or (covering is not None and covering.start <= where.start and where.end <= covering.end):
        return None
    return Mention(where.start, where.end, span.text, Kind.INITIATIVE, Form.DESCRIPTION)
