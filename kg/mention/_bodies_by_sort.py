"""Bodies after a plural or a sentence's first word: "consultants X and Y", "the administrators, X, said", "Charity X said"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention._bodies_beside import Named, can_name_body
from kg.mention._lists import body_words, is_given_name, is_head, is_honorific, is_role
from kg.mention.spans import run_from
from kg.tokens import Doc, Token

FIRMS_OF_PEOPLE = frozenset(["auditors", "solicitors", "consultants", "brokers", "accountants", "stockbrokers"])


def bodies_by_sort(doc: Doc) -> Iterator[Named]:
    """Names of bodies by the plural of a common noun before them, or by one that opens the sentence."""
    for token in doc:
        if token.is_sent_start and token.text.istitle():
            if _opens_with_sort(token):
                yield from _after_opening(doc, token.i)
            if token.lower_ in FIRMS_OF_PEOPLE:
                yield from _listed(doc, token.i)
        if token.tag_ != "NNS" or not token.text.islower():
            continue
        if {token.lower_, token.lemma_} & body_words().keys():
            yield from _listed(doc, token.i)
        is_told = token.i > 0 and doc[token.i - 1].lower_ in ("the", "its", "their")
        if is_told and is_role(token.lemma_) and token.i + 3 < len(doc):
            yield from _in_apposition_to_several(doc, token.i)


def _opens_with_sort(token: Token) -> bool:
    """Whether a sentence opens with a common noun for a body: "Charity Tarnglass said", "Operator Tarnline is"."""
    is_trade = token.lower_.endswith(("er", "or")) or token.lower_ in ("charity", "airline", "supermarket", "watchdog")
    return is_trade and token.lower_ in body_words()


def _after_opening(doc: Doc, i: int) -> Iterator[Named]:
    """The name after such a noun: of one word, or of several where only bodies are called so."""
    end = run_from(doc, i + 1)
    is_clear = body_words()[doc[i].lower_][1]
    names = doc[i + 1 : end]
    if not names or is_given_name(names[0].text) or is_head(names[-1].text) or (len(names) > 1 and not is_clear):
        return
    if can_name_body(doc, i + 1, end, may_be_person=True):
        yield (i + 1, end)


def _in_apposition_to_several(doc: Doc, i: int) -> Iterator[Named]:
    """ "the administrators, Bell Bassett, said": one name for several people of a trade is their firm's."""
    end = run_from(doc, i + 2)
    is_one = (
        end - i > 3 and end < len(doc) and doc[end].text == "," and not any(t.lower_ == "and" for t in doc[i + 2 : end])
    )
    is_beside = doc[i + 1].text == "," and is_one and doc[i + 2 : end].root.dep_ in ("appos", "ROOT", "conj", "nsubj")
    if not is_beside or is_honorific(doc[i + 2].text):
        return
    if can_name_body(doc, i + 2, end, may_be_person=not is_given_name(doc[i + 2].text)):
        yield (i + 2, end)


def _listed(doc: Doc, i: int) -> Iterator[Named]:
    """ "consultants Bell Hamilton and TRI Europe": all that stand after the plural of a common noun for bodies."""
    start = i + 1
    while start < len(doc):
        end = run_from(doc, start)
        follows = doc[end].text if end < len(doc) else ""
        is_one = start == i + 1 and doc[i].lower_ in FIRMS_OF_PEOPLE and follows not in ("and", ",")
        may_be = is_one or (end - start > 0 and not is_given_name(doc[start].text))
        if end == start or not may_be or not (is_one or can_name_body(doc, start, end, may_be_person=True)):
            return
        yield (start, end)
        if follows not in ("and", ","):
            return
        start = end + 1 + (doc[end : end + 2].text == ", and")
