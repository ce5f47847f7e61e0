"""Bodies that only a post shows: "Tarnlink said no. Its chief executive, Ann Bell, …" speaks of a body called Tarnlink."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.roles import role_concept, role_family
from kg.mention._lists import countries, is_first_name
from kg.mention._role_firms import is_somewhere
from kg.mention._role_page import Page
from kg.mention._role_parts import BODY_NOUNS, Title
from kg.mention.spans import is_capital
from kg.model import Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

REACH = 2  # sentences back
OF_STATES = frozenset(["president", "leader", "governor", "general", "ambassador", "mayor", "king", "queen"])
NO_NAMES = ("DATE", "TIME", "NORP", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "MONEY", "ORDINAL", "CARDINAL")
BODIES = BODY_NOUNS | {"utility", "museum", "school", "business", "hospital", "theatre", "festival", "brewery", "lab"}


def is_owned_by_a_body(page: Page, i: int) -> bool:
    """Whether the token stands for a body that was named before: "its", or the noun of "the utility’s"."""
    token = page.doc[i]
    described = token.lower_ in BODIES and i > 0 and page.doc[i - 1].lower_ in ("the", "this")
    return token.lower_ in ("its", "their") or described


def told_of(page: Page, title: Title, i: int) -> Mention | None:
    """The name of which nothing is known that the sentence before token `i` is about; None where it is about something known."""
    post = page.doc[title.start : title.stop].text
    if role_family(post) in ("office", "seat", "job", "") or role_concept(post) in OF_STATES:
        return None
    start = page.doc[i].sent.start
    for paragraph, sentence in _before(page, start):
        subject = _subject(sentence)
        if subject is not None and subject.pos_ != "PRON":
            return _as_body(page, paragraph, subject, is_described=page.doc[i].lower_ in BODIES)
    return None


def clause_subject(page: Page, title: Title) -> Mention | None:
    """The unknown name in "Tarnlink is taking part and chief executive Ann Bell said": the subject of the clause before."""
    doc, at = page.doc, title.first
    if at < 2 or doc[at - 1].lower_ not in ("and", "but", "though", "while") or title.place is not None:
        return None
    if role_concept(doc[title.start : title.stop].text) not in ("chief-executive", "chair", "managing-director"):
        return None
    clause = [t for t in doc[doc[at].sent.start : at] if t.dep_ in ("nsubj", "nsubjpass")]
    known = any(page.organisation(t.i) is not None for t in doc[doc[at].sent.start : at])
    found = _as_body(page, page.paragraph, clause[0], is_described=False) if clause and not known else None
    page.show(found)
    return found


def _before(page: Page, start: int) -> Iterator[tuple[Paragraph, Tokens]]:
    """The sentences before the token `start` of the paragraph, the nearest first, also of the paragraph before."""
    here = [(page.paragraph, s) for s in page.doc.sents if s.end <= start]
    at = page.article.paragraphs.index(page.paragraph)
    earlier = page.article.paragraphs[at - 1] if at else None
    there = [(earlier, s) for s in earlier.doc.sents] if earlier is not None else []
    yield from reversed([*there, *here][-REACH:])


def _subject(sentence: Tokens) -> Token | None:
    root = next((t for t in sentence if t.dep_ == "ROOT"), None)
    return next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None


def _as_body(page: Page, paragraph: Paragraph, subject: Token, *, is_described: bool) -> Mention | None:
    """The subject as a body, where it is a name that is nobody's and no known place's; "the firm" shows more than "its"."""
    article = page.article
    if subject.pos_ != "PROPN" or not is_capital(subject) or subject.ent_type_ in NO_NAMES:
        return None
    first = subject.i
    while (
        first > subject.sent.start and paragraph.doc[first - 1].pos_ == "PROPN" and is_capital(paragraph.doc[first - 1])
    ):
        first -= 1
    first += first < subject.i and paragraph.doc[first].lower_ in BODIES  # "Charity Harrow Pages"
    words = paragraph.doc[first : subject.i + 1]
    where = paragraph.span_of(words)
    known = next((m for m in page.revealed if m.span.overlaps(where)), None)
    if known is not None:
        return known
    taken = [m for m in article.mentions if m.span.overlaps(where)]
    goes_on = paragraph.doc[subject.i + 1 : subject.i + 2].text in ("of", "and", "&", "for", "'s", "’s")
    if goes_on or _names_a_person(article, words) or not all(_is_misread(article, m, is_described) for m in taken):
        return None
    return Mention(where.start, where.end, words.text, Kind.ORGANISATION, Form.NAME)


def _is_misread(article: ParsedArticle, taken: Mention, is_described: bool) -> bool:
    """Whether the language model may have taken a body for the place or the person."""
    if taken.kind is Kind.PLACE:
        return taken.words not in countries() and not is_somewhere(article, taken)
    return taken.kind is Kind.PERSON and (" " not in taken.words or (is_described and not _is_somebody(article, taken)))


def _is_somebody(article: ParsedArticle, taken: Mention) -> bool:
    """Whether the article also calls the name by its last word alone, as it does with people."""
    last = taken.words.split()[-1]
    return any(
        m.kind is Kind.PERSON and m.words.split()[-1] == last and m.words != taken.words for m in article.mentions
    )


def _names_a_person(article: ParsedArticle, words: Tokens) -> bool:
    people = (m for m in article.mentions if m.kind is Kind.PERSON and " " in m.words and m.words != words.text)
    names = {word for m in people for word in m.words.split()}
    return bool(names & {t.text for t in words}) or is_first_name(words[0].text) or "." in words.text


def everywhere(article: ParsedArticle, body: Mention) -> Iterator[Mention]:
    """The body wherever else the article names it by the same words."""
    text, at = article.document.text, -1
    while (at := text.find(body.words, at + 1)) >= 0:
        end = at + len(body.words)
        is_word = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        is_body = any(p.start <= at and end <= p.start + len(p.text) for p in article.paragraphs)
        longer = [
            m for m in article.mentions_in(Span(at, end)) if m.kind is not Kind.PLACE and len(m.words) > len(body.words)
        ]
        if is_word and is_body and not longer:
            yield Mention(at, end, body.words, Kind.ORGANISATION, Form.NAME)
