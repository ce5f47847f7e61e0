"""Governments: "the government", "the Irish government", "Welsh Government ministers"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._lists import countries, is_role
from kg.mention.spans import POSSESSIVE
from kg.tokens import Doc, Token, Tokens

LEVELS = frozenset(
    "central federal national state provincial local regional devolved coalition minority uk us eu".split()
)
SORTS = frozenset("national provincial regional coalition minority".split())  # alone, they say what sort, not which
PARTIES = frozenset("labour conservative tory democratic republican liberal socialist communist".split())
PAYING = frozenset(
    "pledge contribute donate promise offer give fund commit provide announce say agree pay ask earmark".split()
)
SAYING = frozenset(
    "say deny accuse insist warn announce reject condemn pledge urge threaten demand agree refuse propose "
    "impose ratify veto expel deploy sign back trim withdraw recognise recognize lobby file appeal".split()
)
DONE = frozenset("table draft propose sponsor impose ratify adopt enact recognise recognize legislate".split())
DONE_BY = (PAYING | SAYING | DONE) - {"back"}
PLAYING = frozenset("play match game squad team cup coach captain tournament league innings goal".split())  # of teams
NO_GOVERNMENTS = frozenset(
    ["England", "Scotland", "Wales", "London", "New York", "California", "Texas", "Edinburgh", "Cardiff", "Belfast"]
)
DETERMINERS = frozenset(["the", "this"])
SPEAKERS = frozenset(["source", "sources", "statement", "insider", "insiders", "department", "figures"])


def government_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans that name a government, adjectives of country and level and the article included.

    "government" as a mere adjective ("government bonds"), a government in general ("a new government") and local
    government as a sector give nothing.
    """
    for token in doc:
        if token.lower_ != "government" or token.pos_ not in ("NOUN", "PROPN"):
            continue
        first = token.i
        while first and _qualifies(doc, first - 1):
            first -= 1
        if doc[first : token.i].text.lower() == "local" or _goes_on(doc, token.i):
            continue
        has_article = first > 0 and doc[first - 1].lower_ in DETERMINERS
        if first == token.i and first and doc[first - 1].lower_ in PARTIES:
            continue
        is_whose = any(t.dep_ == "poss" for t in token.lefts)
        is_sort = token.i - first == 1 and doc[first].text in SORTS and not is_whose
        is_named = (first < token.i and not is_sort) or (token.text[0].isupper() and not token.is_sent_start)
        if has_article or is_named or _speaks(doc, token.i):
            yield (first - has_article, token.i + 1)


def paying_places(doc: Doc) -> Iterator[tuple[int, int]]:
    """Countries, states and cities that stand for their government because they pay: "Spain said it would pay €12 million"."""
    for ent in doc.ents:
        if ent.label_ != "GPE":
            continue
        verb = ent.root.head
        pays = ent.root.dep_ == "nsubj" and verb.lemma_ in PAYING and _has_money(verb)
        after = doc[ent.end : ent.end + 2]
        listed = len(after) > 1 and after[0].text == "with" and after[1].ent_type_ == "MONEY"
        if pays or listed:
            yield (ent.start + (ent[0].lower_ == "the"), ent.end)


def speaking_countries(doc: Doc) -> Iterator[tuple[int, int]]:
    """Countries that stand for their government: "Tarnia said", "the UK has denied", "tabled by Tarnia"; no team that hopes to win."""
    for ent in doc.ents:
        start = ent.start + (ent[0].lower_ == "the")
        name = doc[start : ent.end].text
        is_country = ent.label_ == "GPE" and name in countries() and name not in NO_GOVERNMENTS
        if is_country and (_is_agent(ent.root) or _says(doc, ent)):
            yield (start, ent.end)


def _says(doc: Doc, country: Tokens) -> bool:
    """Whether the country says something, right before the verb, in a sentence that tells of no game."""
    is_subject = country.root.dep_ == "nsubj" and country.root.head.lemma_ in SAYING
    is_beside = country.end < len(doc) and doc[country.end].pos_ in ("VERB", "AUX", "ADV")
    return is_subject and is_beside and not any(t.lemma_ in PLAYING for t in country.root.sent)


def _is_agent(token: Token) -> bool:
    """Whether the country does what a government does: "a plan tabled by Tarnia", "aid given by Tarnia and Torra"."""
    while token.dep_ == "conj" and token.head.ent_type_ == "GPE":
        token = token.head
    by = token.head
    return token.dep_ == "pobj" and by.dep_ == "agent" and by.head.lemma_ in DONE_BY


def _has_money(verb: Token) -> bool:
    """Whether money is an object of the verb or of the verb that it governs; the verb of a clause has "it" for its subject."""
    for child in verb.children:
        if child.dep_ in ("dobj", "prep") and any(t.ent_type_ == "MONEY" for t in child.subtree):
            return True
        if child.dep_ in ("ccomp", "xcomp") and all(t.lower_ == "it" for t in child.lefts if t.dep_ == "nsubj"):
            return _has_money(child)
    return False


def _qualifies(doc: Doc, i: int) -> bool:
    if doc[i].lower_ in PARTIES:
        return False
    return doc[i].lower_ in LEVELS or (
        doc[i].ent_type_ in ("NORP", "GPE") and doc[i].text not in POSSESSIVE and doc[i].is_alpha
    )


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether "government" begins another name: "Government Association"."""
    return (
        i + 1 < len(doc) and doc[i].text[0].isupper() and doc[i + 1].text[0].isupper() and not is_role(doc[i + 1].text)
    )


def _speaks(doc: Doc, i: int) -> bool:
    """Whether the government is the one who holds a post or says something: "a government minister"."""
    after = next((t for t in doc[i + 1 : i + 3] if t.pos_ in ("NOUN", "PROPN")), None)
    return after is not None and (is_role(after.text) or is_role(after.lemma_) or after.lower_ in SPEAKERS)
