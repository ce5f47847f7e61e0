"""The ruler that remembers words sets what spaCy's own sets."""

from __future__ import annotations

import pytest
import spacy
from spacy.pipeline import AttributeRuler

import kg
from kg.mention._word_ruler import NAME, WordRuler, put_in
from kg.mention.parse import bare_model, load_model

TEXTS = (
    "Y'all gonna say that it is what it has been? There's nothing that they do, they got it.",
    "The  board had met before that; she had gone as the board had not.\n\nThere was that.",
    "",
)


@pytest.mark.parametrize("text", TEXTS * 2)  # the second time the words are known
def test_same_attributes(text: str) -> None:
    own, spacys = (model(kg.Settings().model)(text) for model in (load_model, bare_model))
    said = [[(t.pos_, str(t.morph), t.lemma_, t.dep_, t.tag_) for t in doc] for doc in (own, spacys)]
    assert said[0] == said[1]


def test_rules_that_look_at_more_than_the_word_are_tried_everywhere() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "bank"}]], {"POS": "NOUN"})
    ruler.add([[{"ORTH": "Bank"}], [{"LOWER": "the"}, {"LOWER": "bank"}]], {"POS": "PROPN"}, index=-1)
    before = [token.pos_ for token in nlp("bank Bank the bank bank")]
    put_in(nlp)
    assert isinstance(nlp.get_pipe("attribute_ruler"), WordRuler)
    assert [token.pos_ for token in nlp("bank Bank the bank bank")] == before == ["NOUN", "PROPN", "", "PROPN", "NOUN"]


def test_a_ruler_without_rules_sets_nothing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    assert [token.pos_ for token in nlp("the bank")] == ["", ""]
