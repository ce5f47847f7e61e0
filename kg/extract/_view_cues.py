"""What is seen of a person's words and acts in an article, for the weights of `_view_learnt.py`: short strings, names and numbers masked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract._clause import said_by_documents
from kg.extract._masks import CONTENT, mask_of
from kg.extract._undertaking import is_turned_down
from kg.lexicon import rows
from kg.model import Chain, Fact, Kind, Mention, Phrase, StanceValue, Statement
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

TURNING = frozenset("not n't n’t no never without nor neither hardly cannot less nothing".split())
TURNED = {"+": "not +", "-": "not -"}
AROUND = 4  # tokens before a word of the list among which a negation turns it round
PLAIN = re.compile(r"[a-z' -]*")
MOST = 3  # of one sign that are told apart
ENOUGH = 6  # sentences of one person that are looked at
MATTER = "MATTER"
TELLING = frozenset(
    """
    would should must could might will can not n't n’t no never nobody nothing none too only even already still why how who whose what
    where if but because so against for without until unless though although instead both neither us our we i my they them their
    in favour
""".split()
)  # small words that tell of views


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence in which a person speaks or does something.

    Attributes:
        own: the tokens that are the person's words. other: those that are somebody else's.
    """

    paragraph: Paragraph
    sentence: Tokens
    own: frozenset[int]
    other: frozenset[int]

    @property
    def tokens(self) -> Iterator[Token]:
        yield from (token for token in self.sentence if token.i not in self.other)


def pieces_of(article: ParsedArticle, person: Chain, known: Sequence[Fact]) -> list[Piece]:
    """The sentences of the body in which the person speaks or is the subject, in order."""
    said = [(f.text, f.speaker in person.mentions) for f in known if isinstance(f, Statement)]
    found = []
    for paragraph in article.paragraphs:
        if paragraph.sort != "body":
            continue
        here = [(text, is_own) for text, is_own in said if paragraph.start <= text.start < paragraph.end]
        mentions = [m for m in person.mentions if paragraph.start <= m.start < paragraph.end]
        if not mentions and not any(is_own for _, is_own in here):
            continue
        own, other = (
            _covered(paragraph, [text for text, is_own in here if is_own is wanted]) for wanted in (True, False)
        )
        for sentence in paragraph.doc.sents:
            tokens = {token.i for token in sentence}
            actor = next((a for m in mentions if (a := _actor(paragraph, sentence, m)) is not None), None)
            if tokens & own:
                others = said_by_documents(sentence) | (tokens & other - own)
                found.append(Piece(paragraph, sentence, frozenset(tokens & own), frozenset(others)))
            elif actor is not None and not tokens & other:
                found.append(Piece(paragraph, sentence, frozenset(), frozenset(tokens - _done_by(actor))))
    return found[:ENOUGH]


def _covered(paragraph: Paragraph, texts: Sequence[Phrase]) -> set[int]:
    spans = (paragraph.tokens_at(text) for text in texts)
    return {token.i for span in spans if span is not None for token in span}


def _actor(paragraph: Paragraph, sentence: Tokens, mention: Mention) -> Token | None:
    """The subject in the sentence that the mention is, or beside which its name stands."""
    span = paragraph.tokens_at(mention)
    if span is None or not sentence.start <= span.root.i < sentence.end:
        return None
    root = span.root.head if span.root.dep_ == "appos" else span.root
    return root if root.dep_ in ("nsubj", "nsubjpass") else None


def _done_by(actor: Token) -> set[int]:
    """The tokens of what the subject does: "As Bell named the day, the firm urged him to think again" tells of no urging of his."""
    return {token.i for token in actor.head.subtree}


def cues(article: ParsedArticle, person: Chain, pieces: Sequence[Piece], ruled: StanceValue | None) -> Iterator[str]:
    """What is seen of a person's pieces, each once."""
    yield from dict.fromkeys(_cues(article, person, pieces, ruled))


def _cues(article: ParsedArticle, person: Chain, pieces: Sequence[Piece], ruled: StanceValue | None) -> Iterator[str]:
    yield "any"
    yield f"rule {ruled or 'silent'}"
    for role in article.roles:
        if role.holder is not None and role.holder in person.mentions:
            yield from (f"role {word}" for word in role.title.words.lower().split())
    if not any(piece.own for piece in pieces):
        yield "says nothing"
    is_off = is_turned_down(article)
    counts: Counter[str] = Counter()
    for piece in pieces:
        tokens = [t for t in piece.tokens if not t.is_space]
        masked = [_masked(article, piece.paragraph, t) for t in tokens]
        telling = [t.pos_ in CONTENT or t.lower_ in TELLING or w == MATTER for t, w in zip(tokens, masked, strict=True)]
        for at, (token, word) in enumerate(zip(tokens, masked, strict=True)):
            if not telling[at]:
                continue
            yield f"word {word}"
            if token.dep_ == "ROOT":
                yield f"main {word}"
            if at and telling[at - 1]:
                yield f"pair {masked[at - 1]} {word}"
        if any(token.text == "?" for token in tokens):
            yield "asks"
        counts.update(_signs(tokens))
        text = "".join(t.text_with_ws for t in tokens).lower().replace("’", "'")
        for phrase, sign in _phrases_in(text):
            counts[f"phrase {sign}"] += 1
            yield f"phrase {phrase}"
    yield from (f"{sign} {number}" for sign, times in counts.items() for number in range(1, min(times, MOST) + 1))
    words = counts["word +"] - counts["word not +"] - counts["word -"] + counts["word not -"]
    phrases = counts["phrase +"] - counts["phrase -"]
    for name, total in (("words", words), ("phrases", phrases), ("both", words + phrases)):
        signs = [f"{name} {'>' if total > 0 else '<' if total < 0 else '='} 0"]
        if abs(total) > 1:
            signs.append(f"{name} {'>' if total > 0 else '<'} 1")
        yield from signs
        if is_off:
            yield from (f"off, {sign}" for sign in signs)


def _signs(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        sign = _words().get(token.lemma_.lower()) or _words().get(token.lower_)
        if sign is not None:
            turned = any(t.lower_ in TURNING for t in tokens[max(0, at - AROUND) : at])
            yield f"word {TURNED[sign] if turned else sign}"


def _masked(article: ParsedArticle, paragraph: Paragraph, token: Token) -> str:
    if (mask := mask_of(token)) is not None:
        return mask
    if (
        token.pos_ in ("NOUN", "VERB")
        and (m := article.mention_at(paragraph.span_of(token), Kind.INITIATIVE)) is not None
    ):
        return MATTER if article.matter is not None and article.same(m, article.matter) else token.lemma_.lower()
    return token.lemma_.lower()


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Lemma → "+" where it is praise, "-" where it is blame."""
    return {row[0]: row[1] for row in rows("view_words")}


@lru_cache(maxsize=64)
def _phrases_in(text: str) -> tuple[tuple[str, str], ...]:
    """The phrases of the list that a sentence in lower case has, with their signs."""
    found = (row for row in _phrases() if row[0] in text and row[1].search(text))
    return tuple((pattern.pattern, sign) for _, pattern, sign in found)


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The words with which a phrase begins, its pattern, its sign: the first are looked for first, which is quick."""
    found = []
    for text, sign in rows("view_phrases"):
        plain = PLAIN.match(text)
        words = plain[0] if plain is not None else ""
        follows = text[len(words) : len(words) + 1]
        found.append(
            (words[:-1] if follows in ("?", "*", "|") and follows else words, re.compile(rf"(?:^|\b){text}"), sign)
        )
    return tuple(found)
