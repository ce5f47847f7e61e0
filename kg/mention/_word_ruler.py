"""spaCy's attribute ruler, with the same outcome for less: of one word its rules are asked once, not wherever the word stands.

Nearly all rules of the English pipelines look at one word's tag, relation and letters. spaCy tries each of them at each place, which
takes a tenth of the time of the whole language model.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

NAME = "word_ruler"
LOOKED_AT: list[int | str] = [
    "TAG",
    "DEP",
    "LOWER",
    "IS_SPACE",
]  # what rules of one word look at; any other rule is tried everywhere
MOST = 1 << 16  # words, by what is looked at, that are remembered


class WordRuler(AttributeRuler):
    """An attribute ruler that remembers which rules apply to a word."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        super().__init__(vocab, name)
        self._of_words, self._of_runs = Matcher(vocab), Matcher(vocab)
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def add(self, patterns: Iterable[list[dict[Any, Any]]], attrs: dict[Any, Any], index: int = 0) -> None:
        """Take up a rule."""
        key, patterns = str(len(self.attrs)), list(patterns)
        super().add(patterns, attrs, index)
        for pattern in patterns:
            is_of_word = len(pattern) == 1 and pattern[0].keys() <= set(LOOKED_AT)
            (self._of_words if is_of_word else self._of_runs).add(key, [pattern])

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """Number and id of each rule that applies, the first token and the one after the last to which it does; sorted."""
        found = self._matches(self._of_runs, doc)
        if len(self._known) > MOST:
            self._known.clear()
        for i, word in enumerate(map(tuple, doc.to_array(LOOKED_AT).tolist())):
            if word not in self._known:
                here = self._matches(self._of_words, doc[i : i + 1])
                self._known[word] = [(number, rule) for number, rule, _, _ in here]
            found += [(number, rule, i, i + 1) for number, rule in self._known[word]]
        return sorted(found)

    def _matches(self, matcher: Matcher, words: Doc | Span) -> list[tuple[int, int, int, int]]:
        found = matcher(words, allow_missing=True) if len(matcher) else []
        return [(int(self.vocab.strings[rule]), rule, start, end) for rule, start, end in found]


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> WordRuler:
    return WordRuler(nlp.vocab, name)


def put_in(nlp: Language) -> None:
    """Such a ruler put in the place of the pipeline's own, with its rules."""
    for name, ruler in nlp.pipeline:
        if type(ruler) is AttributeRuler:
            cast(WordRuler, nlp.replace_pipe(name, NAME)).add_patterns(ruler.patterns)
