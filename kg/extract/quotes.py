"""Who said what: direct quotations in pieces, fragments in reported clauses, and indirect statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract import Example
from kg.extract._indirect import reported_in
from kg.extract._quote_marks import Quoted, quoted_in
from kg.extract._speakers import Attribution, Speakers
from kg.model import Fact, Kind, Mention, Mode, Phrase, Statement
from kg.parsed import Paragraph, ParsedArticle

NAME = "quotes"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Statement,)
NEEDS: tuple[str, ...] = ()
EXAMPLES = (
    Example(
        "“We will open the pool in May,” said Anna Bell. “It took too long.”",
        (
            "Anna Bell | said | direct | We will open the pool in May,",
            "Anna Bell | said | direct | It took too long.",
        ),
    ),
    Example(
        "Peter Marsh, chair of the Harrow Trust, said that the money would not be enough.",
        ("Peter Marsh | said | indirect | the money would not be enough",),
    ),
    Example("The so-called “pool party” took place on Monday. Nobody minded.", ()),
    Example("Nobody said that the pool would open.", ()),
)

SCARE_WORDS = 2  # a fragment of so few words is a quotation only right beside its verb
DIRECT, CARRIED, GUESSED, MIXED, REPORTED = 0.93, 0.85, 0.6, 0.85, 0.85


@dataclass(slots=True)
class _Last:
    """The last quotation that has a speaker: who may go on speaking."""

    attribution: Attribution
    piece: Phrase
    paragraph: int
    is_open: bool
    ends_paragraph: bool


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The statements of one article, in the order of the text; nothing that the author of a first-person piece says."""
    speakers = Speakers(article)
    found: list[Statement] = []
    last: _Last | None = None
    for number, paragraph in enumerate(article.paragraphs):
        quoted = [
            q for q in (_repaired(paragraph, q, speakers) for q in quoted_in(paragraph.doc.text)) if q is not None
        ]
        spans = [_tokens(paragraph, q) for q in quoted]
        for i, piece in enumerate(quoted):
            statement, last = _direct(article, speakers, paragraph, number, quoted, spans, i, piece, last)
            if statement is not None:
                found.append(statement)
        for reported in reported_in(paragraph, speakers, spans):
            found.append(
                Statement(
                    evidence=(
                        article.evidence(
                            *_stretch(reported.text, reported.verb, reported.speaker), f"{NAME}/{VERSION}"
                        ),
                    ),
                    belief=round(REPORTED * reported.certainty, 3),
                    speaker=reported.speaker,
                    text=reported.text,
                    verb=reported.verb,
                    mode=Mode.INDIRECT,
                )
            )
    return list(_once(article, found))


def _once(article: ParsedArticle, found: list[Statement]) -> list[Statement]:
    """Without the author's own words, and without a headline fragment that the body repeats."""
    headline = [p for p in article.paragraphs if p.sort == "headline"]
    kept: list[Statement] = []
    body_texts = {_plain(f.text.words) for f in found if not any(p.start <= f.text.start < p.end for p in headline)}
    seen: set[tuple[int, int, str]] = set()
    for fact in found:
        if article.author is not None and article.same(fact.speaker, article.author):
            continue
        if any(p.start <= fact.text.start < p.end for p in headline) and any(
            _plain(fact.text.words) in t for t in body_texts
        ):
            continue
        key = (fact.text.start, fact.text.end, str(fact.mode))
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return kept


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()


def _tokens(paragraph: Paragraph, piece: Quoted) -> tuple[int, int]:
    span = paragraph.doc.char_span(piece.start, piece.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def _stretch(text: Phrase, verb: Phrase | None, speaker: Mention) -> tuple[int, int]:
    """From the first to the last of what the statement rests on, if they stand near each other; else the words alone."""
    parts: list[Phrase | Mention] = [text, *([verb] if verb else []), speaker]
    near = [p for p in parts if p.start < text.end + 300 and p.end > text.start - 300]
    return min(p.start for p in near), max(p.end for p in near)


def _repaired(paragraph: Paragraph, piece: Quoted, speakers: Speakers) -> Quoted | None:
    """A quotation whose opening mark is lost: it begins after the last sentence that reports something."""
    if not piece.has_lost_opening:
        return piece
    doc = paragraph.doc
    closing = doc.char_span(piece.end - 1, piece.end, alignment_mode="expand")
    if closing is None:
        return None
    after = speakers.after(paragraph, closing.end + 1, len(doc))
    sentences = [s for s in doc.sents if s.start_char < piece.end and s.end_char > piece.start]
    begin = piece.start
    for sentence in sentences[:-1]:
        # the sentence before the quotation names or reports somebody; a sentence of the quotation does not
        if any(speakers.is_verb(t) and speakers.subject(paragraph, t) is not None for t in sentence):
            begin = sentence.end_char
    text = doc.text[begin : piece.end]
    begin += len(text) - len(text.lstrip(" .,"))
    if after is None and begin == 0 and piece.start == 0:
        return None
    return Quoted(begin, piece.end, has_lost_opening=True) if doc.text[begin : piece.end].strip() else None


def _direct(
    article: ParsedArticle,
    speakers: Speakers,
    paragraph: Paragraph,
    number: int,
    quoted: list[Quoted],
    spans: list[tuple[int, int]],
    i: int,
    piece: Quoted,
    last: _Last | None,
) -> tuple[Statement | None, _Last | None]:
    """The statement of one quoted stretch, and who spoke last."""
    _start, _end = spans[i]
    text = paragraph.doc.text[piece.start : piece.end]
    lead = len(text) - len(text.lstrip())
    phrase = article.phrase(paragraph.start + piece.start + lead, paragraph.start + piece.start + len(text.rstrip()))
    count = len(text.split())
    opens_paragraph = paragraph.doc.text[: piece.start].strip(" “\"‘'") == ""
    is_whole = count > SCARE_WORDS and (
        opens_paragraph or bool(re.search(r"[,.!?…—-]$", text.rstrip())) or piece.is_open
    )
    attribution, belief, continues = _attribute(
        speakers, paragraph, number, spans, i, piece, last, is_whole=is_whole, opens_paragraph=opens_paragraph
    )
    if attribution is None or (count <= SCARE_WORDS and belief < MIXED):
        return None, last
    mode = Mode.DIRECT if is_whole else Mode.MIXED
    statement = Statement(
        evidence=(article.evidence(*_stretch(phrase, attribution.verb, attribution.speaker), f"{NAME}/{VERSION}"),),
        belief=round(belief * attribution.certainty, 3),
        speaker=attribution.speaker,
        text=phrase,
        verb=attribution.verb,
        mode=mode,
        continues=last.piece if continues and last is not None else None,
    )
    rest = paragraph.doc.text[piece.end :].strip(" ”\"’'.")
    if is_whole or last is None:
        last = _Last(attribution, phrase, number, piece.is_open, not rest or count > 6)
    return statement, last


def _attribute(
    speakers: Speakers,
    paragraph: Paragraph,
    number: int,
    spans: list[tuple[int, int]],
    i: int,
    piece: Quoted,
    last: _Last | None,
    *,
    is_whole: bool,
    opens_paragraph: bool,
) -> tuple[Attribution | None, float, bool]:
    """(who, belief, whether it carries on the last quotation)."""
    start, end = spans[i]
    doc = paragraph.doc
    before_limit = spans[i - 1][1] if i else 0
    after_limit = spans[i + 1][0] if i + 1 < len(spans) else len(doc)
    in_speech = last is not None and last.paragraph == number and i > 0
    if is_whole:
        closed = doc.text[piece.end : piece.end + 1] in ("”", '"', "’", "'")
        found = speakers.after(
            paragraph,
            end + 1 if closed and end < len(doc) and doc[end].text in ("”", '"', "’", "'") else end,
            min(after_limit, len(doc)),
        )
        if (found is not None and re.search(r"[,?!…—-]$", doc.text[piece.start : piece.end].rstrip())) or (
            found is not None and not in_speech and opens_paragraph
        ):
            return found, DIRECT, False
        left = speakers.before(
            paragraph, start - 1 if start and doc[start - 1].text in ("“", '"', "‘", "'") else start, before_limit
        )
        if left is not None:
            return left, DIRECT, False
        if in_speech and last is not None:
            return (
                Attribution(last.attribution.verb, last.attribution.speaker, last.attribution.certainty),
                CARRIED,
                True,
            )
        if found is not None:
            return found, DIRECT * 0.95, False
        if (
            last is not None
            and opens_paragraph
            and number - last.paragraph == 1
            and (last.is_open or last.ends_paragraph)
        ):
            return (
                Attribution(last.attribution.verb, last.attribution.speaker, last.attribution.certainty),
                DIRECT if last.is_open else CARRIED,
                True,
            )
    governing = speakers.inside(paragraph, start, spans)
    if governing is None:
        governing = speakers.before(paragraph, start, max(before_limit, doc[start].sent.start))
    if governing is None:
        governing = _later_in_sentence(speakers, paragraph, end, after_limit)
    return governing, MIXED, False


def _later_in_sentence(speakers: Speakers, paragraph: Paragraph, end: int, limit: int) -> Attribution | None:
    """ "Staff were “exhausted”, Bell said."."""
    doc = paragraph.doc
    if end >= len(doc):
        return None
    stop = min(limit, doc[end - 1].sent.end)
    for token in doc[end:stop]:
        if speakers.is_verb(token) and token.dep_ in ("ROOT", "parataxis"):
            subject = speakers.subject(paragraph, token)
            if subject is not None and subject.kind in (Kind.PERSON, Kind.ORGANISATION) and subject.form is not None:
                return Attribution(speakers.phrase(paragraph, token), subject, 0.85)
    return None
