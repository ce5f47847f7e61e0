"""Interviews printed as questions and answers, where no mark and no verb says who speaks."""

from __future__ import annotations

import re

from kg.extract._pieces import MARKS
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle

LEAST_QUESTIONS = 3
LONGEST_QUESTION = 40  # words
FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Ww]e|[Oo]ur|[Mm]e)\b")
LABEL = re.compile(r"^(?:Q|A|Question|Answer)\s*[:.]\s+")


def answers_in(article: ParsedArticle) -> dict[int, tuple[int, Mention]]:
    """Number of each paragraph that answers, with where its words begin in the paragraph and who answers; empty for other articles.

    The paragraphs between two questions are one answer, and so is the one behind the last question. Most answers must speak of
    themselves, and the headline or the paragraph before the first question must name somebody.
    """
    questions = [n for n, paragraph in enumerate(article.paragraphs) if _is_question(paragraph)]
    if len(questions) < LEAST_QUESTIONS:
        return {}
    ends = [*questions[1:], min(questions[-1] + 2, len(article.paragraphs))]
    answers = [n for start, end in zip(questions, ends, strict=True) for n in range(start + 1, end)]
    texts = [article.paragraphs[n].text for n in answers]
    is_answered = all(start + 1 < end for start, end in zip(questions, ends, strict=True))
    if not is_answered or 2 * sum(FIRST_PERSON.search(text) is not None for text in texts) <= len(texts):
        return {}
    if any(text[:1] in MARKS for text in texts):
        return {}
    speaker = _interviewed(article, questions[0])
    if speaker is None:
        return {}
    return {n: (_label_end(article.paragraphs[n]), speaker) for n in answers}


def _is_question(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        paragraph.sort != "headline"
        and text.endswith("?")
        and text[0] not in MARKS
        and len(text.split()) <= LONGEST_QUESTION
    )


def _label_end(paragraph: Paragraph) -> int:
    label = LABEL.match(paragraph.text)
    return label.end() if label else 0


def _interviewed(article: ParsedArticle, first_question: int) -> Mention | None:
    """The first person named before the questions; not the one who asks ("talks to Ann Bell", "by Ann Bell")."""
    for paragraph in article.paragraphs[:first_question]:
        for mention in article.mentions_in(Span(paragraph.start, paragraph.end), Kind.PERSON):
            before = article.document.text[paragraph.start : mention.start].split()[-1:]
            if mention.form in (Form.NAME, Form.SHORT) and [word.lower() for word in before] not in (["to"], ["by"]):
                return mention
    return None
