"""Who said what: direct quotations in pieces, fragments in reported clauses, and indirect statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract import Example
from kg.extract._attribution import Talk
from kg.extract._carried import Finding
from kg.extract._indirect import reported_in
from kg.extract._interviews import answers_in
from kg.extract._lost_marks import mended
from kg.extract._speakers import Attribution, Speakers
from kg.model import Fact, Mention, Mode, Party, Phrase, Statement
from kg.parsed import Paragraph, ParsedArticle

NAME = "quotes"
VERSION = "16"
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
    Example(
        "Anna Bell said Peter Marsh had told her: “It is over.” One official said the pool was “a mess”.",
        (
            "Peter Marsh | told | direct | It is over.",
            "One official | said | mixed | a mess",
            "One official | said | indirect | the pool was “a mess”",
        ),
    ),
    Example(
        "“Bell has our support,” one official said. “She is fair.” Anna Bell was not there. “She is ill,” her brother said.",
        (
            "one official | said | direct | Bell has our support,",
            "one official | said | direct | She is fair.",
            "her brother | said | direct | She is ill,",
        ),
    ),
    Example("Anna Bell has read “Peace and War”. Her “golden hello” payment came on Monday.", ()),
    Example(
        "Anna Bell on the pool\nWhen will it open?\nI hope in May.\nWho pays?\nWe do, and my members.\nAre you glad?\nI am.",
        (
            "Anna Bell | – | direct | I hope in May.",
            "Anna Bell | – | direct | We do, and my members.",
            "Anna Bell | – | direct | I am.",
        ),
    ),
    Example("The so-called “pool party” took place on Monday. Nobody minded.", ()),
    Example("Nobody said that the pool would open. No official said “yes”. The rain said nothing.", ()),
)
ANSWERED = 0.8


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The statements of one article, in the order of the text; nothing that the author of a first-person piece says."""
    return list(_once(article, list(_statements(article))))


def _statements(article: ParsedArticle) -> Iterator[Statement]:
    speakers = Speakers(article)
    last: Attribution | None = None
    last_piece: Phrase | None = None
    is_open = False
    answers = answers_in(article)
    for number, paragraph in enumerate(article.paragraphs):
        if number in answers:
            yield _answer(article, paragraph, *answers[number])
        following = article.paragraphs[number + 1] if number + 1 < len(article.paragraphs) else None
        pieces = mended(paragraph, following, speakers)
        talk = Talk(paragraph, pieces, speakers, last)
        findings = talk.findings(is_carried=is_open)
        for piece, finding in zip(pieces, findings, strict=True):
            if finding is None or finding.speaker is None:
                last_piece = None
                continue
            start = paragraph.start + piece.at
            text = article.phrase(start, start + len(piece.text))
            yield _quoted(article, finding, finding.speaker, text, None if finding.is_own else last_piece)
            last_piece = text
        if paragraph.sort == "body":
            for reported in reported_in(talk):
                evidence = article.evidence(
                    *_stretch(reported.text, reported.verb, reported.speaker), f"{NAME}/{VERSION}"
                )
                yield Statement(
                    evidence=(evidence,),
                    belief=round(reported.belief, 3),
                    speaker=reported.speaker,
                    text=reported.text,
                    verb=reported.verb,
                    mode=Mode.INDIRECT,
                )
        last = talk.closing(findings)
        is_open = bool(pieces) and pieces[-1].quoted.is_open


def _answer(article: ParsedArticle, paragraph: Paragraph, begin: int, speaker: Mention) -> Statement:
    """A paragraph of an interview: no verb, and the speaker is named elsewhere."""
    text = article.phrase(paragraph.start + begin, paragraph.start + len(paragraph.text.rstrip()))
    evidence = article.evidence(text.start, text.end, f"{NAME}/{VERSION}")
    return Statement(evidence=(evidence,), belief=ANSWERED, speaker=speaker, text=text, verb=None, mode=Mode.DIRECT)


def _quoted(
    article: ParsedArticle, finding: Finding, speaker: Party, text: Phrase, continued: Phrase | None
) -> Statement:
    verb = finding.attribution.verb
    return Statement(
        evidence=(article.evidence(*_stretch(text, verb, speaker), f"{NAME}/{VERSION}"),),
        belief=round(finding.belief * finding.attribution.speaker.certainty, 3),
        speaker=speaker,
        text=text,
        verb=verb,
        mode=finding.mode,
        continues=continued,
    )


def _stretch(text: Phrase, verb: Phrase | None, speaker: Party) -> tuple[int, int]:
    """From the first to the last of what the statement rests on, if they stand near each other; else the words alone."""
    parts: list[Party] = [text, *([verb] if verb else []), speaker]
    near = [p for p in parts if p.start < text.end + 300 and p.end > text.start - 300]
    return min(p.start for p in near), max(p.end for p in near)


def _once(article: ParsedArticle, found: list[Statement]) -> Iterator[Statement]:
    """Without the author's own words, and without a headline fragment that the body repeats."""
    headline = [p for p in article.paragraphs if p.sort == "headline"]
    said_in_body = {_plain(f.text.words) for f in found if not any(p.start <= f.text.start < p.end for p in headline)}
    author = None if answers_in(article) else article.author  # the "I" of an interview is the one who answers
    seen: set[tuple[int, int, str]] = set()
    for fact in found:
        if author is not None and fact.named_speaker is not None and article.same(fact.named_speaker, author):
            continue
        is_in_headline = any(p.start <= fact.text.start < p.end for p in headline)
        if is_in_headline and any(_plain(fact.text.words) in words for words in said_in_body):
            continue
        key = (fact.text.start, fact.text.end, str(fact.mode))
        if key not in seen:
            seen.add(key)
            yield fact


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()
