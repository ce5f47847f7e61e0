"""Bodies with a plural name that "they" may mean: "… opposed by the Harrow Democrats. They have said …"."""

from __future__ import annotations

from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

PLURAL = frozenset(("NNS", "NNPS"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
ABSTRACT = frozenset(
    "talks plans figures sales prices results changes moves proposals comments remarks costs cuts".split()
)


def plural_body(article: ParsedArticle, paragraph: Paragraph, they: Token) -> Mention | None:
    """The one body with a plural name in the sentence before; None where others may be meant, too."""
    found = _sentence_before(article, paragraph, they)
    if found is None:
        return None
    where, sentence = found
    subjects = [token for token in sentence if token.dep_ in SUBJECTS and token.head.dep_ in ("ROOT", "conj")]
    bodies = [
        mention
        for mention in article.mentions_in(where.span_of(sentence), Kind.ORGANISATION)
        if mention.form in (Form.NAME, Form.SHORT) and _is_plural(where, mention)
    ]
    held = [where.tokens_at(mention) for mention in bodies]
    if any(t.tag_ in PLURAL and t.lower_ not in ABSTRACT and not any(h and t in h for h in held) for t in subjects):
        return None  # "Critics of the Harrow Democrats met. They said …"
    if (earlier := next((token for token in subjects if token.lower_ == "they"), None)) is not None:
        return plural_body(article, where, earlier)
    if bodies and all(article.same(bodies[0], other) for other in bodies):
        return bodies[-1]
    told = [m for m, h in zip(bodies, held, strict=True) if h is not None and any(token in h for token in subjects)]
    return told[0] if len(told) == 1 else None


def _sentence_before(article: ParsedArticle, paragraph: Paragraph, they: Token) -> tuple[Paragraph, Tokens] | None:
    """The sentence before the token's own, with its paragraph; the last one of the paragraph above for the first."""
    above: tuple[Paragraph, Tokens] | None = None
    for other in article.paragraphs:
        if other.start > paragraph.start or other.sort != "body":
            continue
        for sentence in other.doc.sents:
            if other is paragraph and sentence.end > they.i:
                return above
            above = (other, sentence)
    return None


def _is_plural(paragraph: Paragraph, mention: Mention) -> bool:
    tokens = paragraph.tokens_at(mention)
    return tokens is not None and tokens[-1].tag_ in PLURAL and tokens[-1].lower_.endswith("s")
