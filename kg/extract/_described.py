"""Who speaks where the article names nobody: "one official", "voters in Harrow", "the statement", in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.model import Phrase
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

PERSON, GROUP, DOCUMENT = "p", "g", "d"
MOST_WORDS = 14  # of a description; a longer one is cut behind its noun
NOBODY = frozenset("i me we us you nobody none who whom which that what this they".split())
UNRESOLVED = frozenset(("he", "she", "it"))  # whom they mean is for the reader to say
NOT_ONE = frozenset(("no", "neither", "nor", "few", "whichever", "whatever", "any", "every", "what", "which"))
INDEFINITE = frozenset(
    "one another others some many most several both all few those half third quarter everyone everybody someone somebody dozens hundreds thousands millions".split()
)
SPOKEN = frozenset(
    "say tell read write ask add reply state tweet declare exclaim joke".split()
)  # whatever has such a verb speaks
SHORTEST = 5  # letters of a noun that is known by its end: no "fist", no "mist"
OF_PEOPLE = ("ist", "ian", "crat", "man", "woman", "person")  # ends of nouns for people
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))
NOUNS = frozenset(("NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"))
LOOSE = frozenset(("CCONJ", "SCONJ", "PRON", "ADP", "AUX", "ADV", "DET"))  # nothing ends with them
JOINED = frozenset(("-", "'", "’", "%", "/"))  # signs inside a word


@cache
def _sorts() -> dict[str, str]:
    known = dict.fromkeys((w for w in words("organisation_heads")), GROUP)
    for name in ("role_heads", "gendered_nouns", "bystanders"):
        known |= dict.fromkeys((w for w in words(name) if " " not in w), PERSON)
    return known | {row[0]: row[1] for row in rows("speaking_nouns")}


def sort_of(noun: Token) -> str:
    """What the noun that speaks is: a person, a group or a document; "" for something else."""
    for form in (
        noun.lower_,
        noun.lemma_.lower(),
        noun.lower_.rsplit("-", 1)[-1],
        noun.lemma_.lower().rsplit("-", 1)[-1],
    ):
        if form in _sorts():
            return _sorts()[form]
    if noun.ent_type_ == "NORP" or noun.lower_ in INDEFINITE or noun.pos_ == "NUM":
        return PERSON
    lemma = noun.lemma_.lower()
    is_person = lemma.startswith("spokes") or (lemma.endswith(OF_PEOPLE) and not lemma.endswith("list"))
    return PERSON if is_person and noun.pos_ == "NOUN" and len(lemma) > SHORTEST else ""


def is_acronym(token: Token) -> bool:
    """Whether it is a body in capitals, not the pronoun that looks like it: "the US said", "the WHO said"."""
    return token.text in ("US", "WHO")


@dataclass(frozen=True, slots=True)
class Described:
    """The words that say who speaks, and the sort of noun that they end in (see `sort_of`)."""

    words: Phrase
    sort: str


def described(
    article: ParsedArticle, paragraph: Paragraph, noun: Token, verb: Token, quoted: Sequence[tuple[int, int]]
) -> Described | None:
    """The words that say who speaks; None where they say nobody ("no official", "who") or nothing that speaks ("the rain").

    Args:
        noun: the head of the subject. verb: of saying.
    """
    is_name = noun.pos_ == "PROPN" or (noun.text[:1].isupper() and (noun.ent_type_ in NAMED or not noun.is_sent_start))
    if noun.lower_ in UNRESOLVED:
        where = paragraph.span_of(noun)
        return Described(article.phrase(where.start, where.end), "")
    if (noun.lower_ in NOBODY and not is_acronym(noun)) or (noun.pos_ not in NOUNS and not is_name):
        return None
    if noun.ent_type_ in ("DATE", "TIME", "MONEY") or any(c.lower_ in NOT_ONE for c in noun.children if c.i < noun.i):
        return None
    if not sort_of(noun) and not is_name and verb.lemma_.lower() not in SPOKEN:
        return None
    start, end = _span(noun, verb, quoted)
    if any(a < end and start < b for a, b in quoted):
        return None
    where = paragraph.span_of(paragraph.doc[start:end])
    return Described(article.phrase(where.start, where.end), sort_of(noun))


def _span(noun: Token, verb: Token, quoted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The tokens of the description: up to the noun, and what stands behind it without a comma between."""
    doc = noun.doc
    start = noun.i
    own = {t.i for t in noun.subtree}
    while (
        start - 1 in own
        and start - 1 > (verb.i if verb.i < noun.i else -1)
        and (not doc[start - 1].is_punct or doc[start - 1].text in JOINED)
    ):
        start -= 1
    while start < noun.i and (doc[start].dep_ in ("cc", "preconj") or doc[start].pos_ in ("ADV", "CCONJ", "SCONJ")):
        start += 1
    stop = verb.i if verb.i > noun.i else len(doc)
    end = noun.i + 1
    while (
        end < stop
        and end in own
        and not (doc[end].is_punct and doc[end].text not in JOINED)
        and not any(a <= end < b for a, b in quoted)
    ):
        end += 1
    if end - start > MOST_WORDS:
        end = noun.i + 1
    while end > noun.i + 1 and doc[end - 1].pos_ in LOOSE:
        end -= 1
    return start, end
