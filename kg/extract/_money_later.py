"""What the next sentences tell of a sum: "The money comes from the Harrow Trust", "The council is footing the bill"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract._money_place import Place, noun_class
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

SENTENCES = 2  # after the one of the sum, in its paragraph and the next
DEFINITE = frozenset(("the", "this", "that", "these"))
MEANT = frozenset("money cash bill cost offer sum deal work award rest lot".split())  # beside the nouns of money
FUNDING = frozenset(
    "fund finance bankroll pay provide meet cover foot award give grant put make back underwrite bear".split()
)
REACHING = frozenset("go pay help fund support allow enable benefit be use spend".split())
TOWARDS = frozenset(("to", "towards", "toward", "into", "for", "on"))


def payer_later(article: ParsedArticle, place: Place) -> tuple[Mention, Span] | None:
    """The body that the next sentences name as the one whose money it is, and the sentence; None where they name another sum before."""
    return _told(article, place, _sources)


def recipient_later(article: ParsedArticle, place: Place) -> tuple[Mention, Span] | None:
    """The body to which, by the next sentences, the money goes, and the sentence: "The cash will go to the Harrow Trust"."""
    return _told(article, place, _targets)


def _told(
    article: ParsedArticle, place: Place, parties: Callable[[Token], Iterator[Token]]
) -> tuple[Mention, Span] | None:
    for paragraph, sentence in _next_sentences(article, place):
        for token in sentence:
            for noun in parties(token) if _is_meant(token) else ():
                found = _named(article, paragraph, noun)
                if found is not None and found.kind is Kind.ORGANISATION:
                    return found, paragraph.span_of(sentence)
    return None


def _next_sentences(article: ParsedArticle, place: Place) -> Iterator[tuple[Paragraph, Tokens]]:
    """The next sentences, up to one that names a sum of its own."""
    at = next((i for i, p in enumerate(article.paragraphs) if p is place.paragraph), None)
    left = SENTENCES
    for paragraph in article.paragraphs[at : at + 2] if at is not None else ():
        for sentence in paragraph.doc.sents:
            if paragraph is place.paragraph and sentence.start_char < place.last:
                continue
            if not left or any(token.is_currency or token.ent_type_ == "MONEY" for token in sentence):
                return
            yield paragraph, sentence
            left -= 1


def _is_meant(token: Token) -> bool:
    """Whether the words mean the sum before: "the money", "this grant", "the bill"."""
    is_money = noun_class(token) == "money" or token.lemma_.lower() in MEANT
    return is_money and token.pos_ == "NOUN" and any(c.lower_ in DEFINITE and c.dep_ == "det" for c in token.children)


def _sources(noun: Token) -> Iterator[Token]:
    """From whom or by whom: "the loan from X", "the money comes from X", "the scheme is funded by X", "X is footing the bill"."""
    verb = noun.head
    yield from _after(noun, ("from",))
    if noun.dep_ == "nsubj" and verb.lemma_ in ("come", "be"):
        yield from _after(verb, ("from",))
    if noun.dep_ == "nsubjpass" and verb.lemma_ in FUNDING:
        yield from (
            child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"
        )
    is_object = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and verb.lower_ == "for")
    over = verb if noun.dep_ == "dobj" else verb.head
    if is_object and over.lemma_ in FUNDING:
        yield from (child for child in over.children if child.dep_ == "nsubj")


def _targets(noun: Token) -> Iterator[Token]:
    """To whom: "the cash will go to X", "the grant will help X", "the money is for X"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in REACHING:
        return
    yield from _after(verb, TOWARDS)
    if verb.lemma_ not in ("be", "use", "spend"):
        yield from (child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i)


def _after(head: Token, prepositions: frozenset[str] | tuple[str, ...]) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in prepositions and child.i > head.i:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _named(article: ParsedArticle, paragraph: Paragraph, noun: Token) -> Mention | None:
    found = article.mention_at(paragraph.span_of(noun), Kind.ORGANISATION, Kind.PERSON)
    if found is None or (found.form is Form.PRONOUN and article.chain_of(found) is None):
        return None
    return found
