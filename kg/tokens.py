"""A parsed paragraph as plain Python: tokens with their tags, heads and children, runs of tokens, sentences, entities.

The names are those of spaCy's `Token`, `Span` and `Doc` and mean the same, so that its documentation serves. But a token is made once and
holds its words, where spaCy makes a new object at each look and each word anew from its stores: the rules look at a token a hundred times.
Nothing here is changed after `kg/mention/_plain.py` has made it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import overload


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or mark.

    Attributes:
        doc: the paragraph in which it stands. i: the how manieth of it. idx: the character at which it begins there.
        lower_, lemma_: its words in lower case, and in the form of a dictionary.
        pos_, tag_, dep_, head: its part of speech, coarse and fine, and what it is to which token; the root's head is itself.
        ent_type_, ent_iob_: the label of its entity, "" for none; whether it begins ("B") or goes on with ("I") one.
        whitespace_: the space after it, or "".
        lefts, rights: its children before and after it. left_edge, right_edge: the first and last token below it.
        sent: its sentence.
    """

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_upper: bool
    is_currency: bool
    like_num: bool
    head: Token
    left_edge: Token
    right_edge: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    sent: Tokens
    _subtree: tuple[Token, ...] | None

    def __repr__(self) -> str:
        """Its words."""
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Its words and the space after it."""
        return self.text + self.whitespace_

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It and all below it, in order."""
        if self._subtree is None:
            if self.children:
                before = [token for child in self.lefts for token in child.subtree]
                self._subtree = (*before, self, *(token for child in self.rights for token in child.subtree))
            else:
                self._subtree = (self,)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The others of the list in which it stands ("doctors, nurses and porters")."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def nbor(self, far: int = 1) -> Token:
        """The token so many places after it.

        Raises:
            IndexError: there is none.
        """
        if self.i + far < 0:
            raise IndexError(self.i + far)
        return self.doc.tokens[self.i + far]


@dataclass(slots=True, repr=False)
class Tokens:
    """A run of tokens.

    Attributes:
        start, end: the numbers of its first token and of the one after its last.
        label_: what sort of entity it is, "" for other runs.
    """

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __repr__(self) -> str:
        """Its words."""
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, stop = _bounds(at, self.end - self.start)
            return Tokens(self.doc, self.start + start, self.start + stop)
        return self.doc.tokens[self.start : self.end][at]

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Where it begins, in characters of the paragraph."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where it ends."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several; no lone mark if there is anything else."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outer = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outer, key=_depth) if outer else self.doc.tokens[self.start]

    @property
    def sent(self) -> Tokens:
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def sents(self) -> list[Tokens]:
        """The sentences of which it has a token."""
        return [sentence for sentence in self.doc.sents if sentence.start < self.end and self.start < sentence.end]

    @property
    def ents(self) -> list[Tokens]:
        """The entities inside it."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]


class Doc:
    """All tokens of a paragraph.

    Attributes:
        text: the paragraph. ents: the entities that the language model found. sents: the sentences. All in order.
    """

    __slots__ = ("_starts", "ents", "sents", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = ()
        self.ents: tuple[Tokens, ...] = ()
        self.sents: tuple[Tokens, ...] = ()
        self._starts: list[int] = []

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, int):
            return self.tokens[at]
        return Tokens(self, *_bounds(at, len(self.tokens)))

    def char_span(self, start: int, end: int) -> Tokens | None:
        """The tokens that these characters touch; None if they stand outside the text."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        token = self.tokens[first]
        return Tokens(self, first + (start == token.idx + len(token.text)), last + 1)

    def _at(self, char: int) -> int | None:
        """The number of the token on which, or on the space after which, the character stands."""
        if not self._starts:
            self._starts = [token.idx for token in self.tokens]
        i = bisect_right(self._starts, char) - 1
        if i < 0:
            return None
        token = self.tokens[i]
        return i if char < token.idx + len(token.text) + len(token.whitespace_) else None


def _bounds(at: slice, length: int) -> tuple[int, int]:
    """First and last bound of a slice within the length; never the second before the first."""
    start, stop, _ = at.indices(length)
    return start, max(start, stop)


def _depth(token: Token) -> int:
    """How far it is from the root; lone marks are farther than anything."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
