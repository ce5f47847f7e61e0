"""Lone capitalised words that may name people: they draw pronouns to themselves, and pronouns may show that they are people."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import words
from kg.mention.coreference.groups import Groups
from kg.mention.organisations import heads, institutions
from kg.mention.spans import is_capital
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph
from kg.tokens import Token

PLACE_BEFORE = frozenset(["in", "at", "near", "into"])
ACTORS = frozenset(["nsubj", "nsubjpass", "poss", "dobj", "dative"])
NAMED_AS = frozenset(["", "PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT"])
SEEN_AS = frozenset(["NOUN", "ADJ", "ADV", "VERB", "AUX", "X"])
KINDS_OF_PEOPLE = frozenset(["NORP", "LANGUAGE"])  # by the model; it takes foreign names for them


def maybe_names(work: Groups) -> None:
    """Lone capitalised words that stand as people do, whatever the model takes them for: a pronoun may show that they are."""
    found: dict[str, list[tuple[Mention, bool]]] = {}
    others: set[str] = set()
    for paragraph, token in _body_of(work):
        if _is_place_or_body(token):
            others.add(token.text)
        if _is_lone_name(token):
            found.setdefault(token.text, []).append((_mention(paragraph, token), token.dep_ in ACTORS))
    known = {word for group in work.people() if group.is_named for word in group.name.split()}
    for paragraph, token in _body_of(work):
        if (token.text in found or token.text in known) and _is_lone_name(token, is_known=True):
            mention = _mention(paragraph, token)
            if all(mention != other for other, _ in found.setdefault(token.text, [])):
                found[token.text].append((mention, False))
    for word, places in found.items():
        if word not in others:
            _take(work, word, places)


def _body_of(work: Groups) -> Iterator[tuple[Paragraph, Token]]:
    for paragraph in work.article.paragraphs:
        if paragraph.sort == "body":
            yield from ((paragraph, token) for token in paragraph.doc)


def _mention(paragraph: Paragraph, token: Token) -> Mention:
    where = paragraph.span_of(token)
    return Mention(where.start, where.end, token.text, Kind.PERSON, Form.SHORT)


def _take(work: Groups, word: str, places: list[tuple[Mention, bool]]) -> None:
    """The places as mentions of the one person known by the word, or of a lone word that may be one."""
    free = [mention for mention, _ in places if _is_free(work, mention)]
    known = [g for g in work.people() if g.is_named and word.lower() in (g.tokens[0], g.tokens[-1])]
    if not free or len(known) > 1 or (not known and not any(is_actor for _, is_actor in places)):
        return
    group = known[0] if known else work.new(Kind.PERSON, word, is_sure=False)
    for mention in sorted(free):
        if group.is_sure and any(m.span.overlaps(mention.span) for m in work.of):
            continue
        work.add(group, mention)


def _is_place_or_body(token: Token) -> bool:
    """Whether the token stands as a place or a body does: "in Harrow", "a Harrow dinner lady", "Harrow shares"."""
    if not is_capital(token) or token.pos_ != "PROPN":
        return False
    is_seen = token.ent_type_ in ("GPE", "LOC", "FAC")
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before in PLACE_BEFORE or (
        is_seen and (token.dep_ in ("compound", "amod", "nmod") or before in ("to", "from"))
    )


def _is_lone_name(token: Token, *, is_known: bool = False) -> bool:
    """Whether the token is a capitalised word by itself, no place after "in", no acronym, no day, people or language.

    Args:
        is_known: the word is a name elsewhere in the article, so that it may begin a sentence or stand beside a noun.
    """
    doc, i = token.doc, token.i
    is_usual = token.text in words("first_names") and token.ent_type_ == "PERSON"
    if not is_capital(token) or not token.text.isalpha() or len(token.text) < 3 or token.is_upper:
        return False
    if token.dep_ in ("amod", "nmod", "compound") or any(child.lower_ == "of" for child in token.rights):
        return False
    if any(child.dep_ in ("det", "poss") for child in token.lefts):
        return False
    if (
        token.pos_ != "PROPN"
        and not is_known
        and (token.is_sent_start or token.pos_ not in SEEN_AS or not _is_noun(token))
    ):
        return False
    if token.ent_type_ not in NAMED_AS and not (token.ent_type_ in KINDS_OF_PEOPLE and _is_noun(token)):
        return False
    if (
        token.text in institutions()
        or token.lower_ in words("no_organisations")
        or ((token.lower_ in words("no_people") or token.lower_ in heads()) and not is_usual)
    ):
        return False
    before = doc[i - 1] if i else None
    after = doc[i + 1] if i + 1 < len(doc) else None
    if before is not None and (before.lower_ in PLACE_BEFORE or before.text in ("the", "The", "-", "‘")):
        return False
    if before is not None and is_capital(before) and not before.is_sent_start:
        return False
    return not (after is not None and ((is_capital(after) and token.whitespace_) or after.text == "-"))


def _is_noun(token: Token) -> bool:
    """Whether the token stands as somebody does, whatever the model tags it: no article, no post, not one of many."""
    if any(child.dep_ in ("det", "amod", "nummod", "prep") for child in token.lefts) or token.tag_ in ("NNS", "NNPS"):
        return False
    return (
        token.dep_ in ACTORS
        and token.lemma_.lower() not in words("role_heads")
        and token.lower_ not in words("role_heads")
    )


def _is_free(work: Groups, mention: Mention) -> bool:
    """Whether nothing stands there but a lone word that the model takes for a body or a place."""
    covering = [m for m in work.of if m.span.overlaps(mention.span)]
    return all(
        m.span == mention.span
        and m.kind in (Kind.ORGANISATION, Kind.PLACE)
        and all(" " not in other.words for other in work.of[m].mentions)
        for m in covering
    )
