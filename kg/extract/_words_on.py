"""What somebody's words say of others: blame of a body or person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract._clause import is_negated, is_possible_only, party_at, subject_of
from kg.extract._tie import Tie
from kg.lexicon import words
from kg.model import Fact, Kind, Mention, Span, Statement
from kg.parsed import Paragraph, ParsedArticle

BLAMED = 0.6
NOT_BLAMED = frozenset(["NHS", "Parliament"])


def blamed(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """ "The council ignored our warnings," said Bell: what is said to have failed is criticised by who says so."""
    for fact in _said_in(paragraph, known):
        speaker = fact.named_speaker
        if speaker is None or speaker.kind is not Kind.PERSON:
            continue
        span = paragraph.tokens_at(fact.text)
        for verb in span or ():
            if (
                verb.lemma_.lower() not in words("blame")
                or verb.pos_ != "VERB"
                or is_negated(verb)
                or is_possible_only(verb)
            ):
                continue
            subject = subject_of(verb)
            if subject is None or not fact.text.start <= paragraph.span_of(subject).start < fact.text.end:
                continue
            other = party_at(article, paragraph, subject)
            if other is not None and other.words not in NOT_BLAMED and not article.same(other, speaker):
                first = fact.evidence[0]
                yield Tie(speaker, "criticises", other, Span(first.start, first.end), BLAMED)


def speaker_at(known: Sequence[Fact], where: Span) -> Mention | None:
    """Whose words the stretch stands in; None outside all statements, and in those of somebody without a name."""
    inside = [f for f in known if isinstance(f, Statement) and f.text.start <= where.start and where.end <= f.text.end]
    return min(inside, key=lambda f: f.text.end - f.text.start).named_speaker if inside else None


def _said_in(paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Statement]:
    for fact in known:
        if isinstance(fact, Statement) and paragraph.start <= fact.text.start < paragraph.end:
            yield fact
