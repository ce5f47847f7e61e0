"""spaCy's parse → plain tokens (kg/tokens.py): the one place that looks at spaCy's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kg.tokens import Doc, Token, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

LATER = cast(Token, None)  # in place of a token that is not made yet


def plain(parsed: SpacyDoc, text: str) -> Doc:
    """The parse of a paragraph of which `text` is the text."""
    doc = Doc(text)
    nowhere = Tokens(doc, 0, 0)
    tokens = doc.tokens = tuple(
        Token(
            doc,
            word.i,
            word.idx,
            word.text,
            word.lower_,
            word.lemma_,
            word.pos_,
            word.tag_,
            word.dep_,
            word.ent_type_,
            word.ent_iob_,
            word.whitespace_,
            bool(word.is_sent_start),
            word.is_alpha,
            word.is_punct,
            word.is_quote,
            word.is_space,
            word.is_upper,
            word.is_currency,
            word.like_num,
            *(LATER, LATER, LATER, (), (), (), nowhere, None),
        )
        for word in parsed
    )
    for token, word in zip(tokens, parsed, strict=True):
        token.head = head = tokens[word.head.i]
        token.left_edge, token.right_edge = tokens[word.left_edge.i], tokens[word.right_edge.i]
        if token.i < head.i:
            head.lefts += (token,)
        elif token is not head:
            head.rights += (token,)
    for token in tokens:
        token.children = token.lefts + token.rights
    doc.ents = tuple(Tokens(doc, ent.start, ent.end, ent.label_) for ent in parsed.ents)
    doc.sents = tuple(Tokens(doc, sentence.start, sentence.end) for sentence in parsed.sents)
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
    return doc
