"""Named undertakings: plans, programmes, bills, reviews, documents. Not bodies, and not events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import words
from kg.mention.acronyms import SMALL
from kg.mention.organisations import heads, institutions
from kg.mention.spans import LINKS, is_capital, runs
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

# "sustainability and transformation plans (STPs)": words in lower case whose letters stand in brackets after them
INTRODUCED = re.compile(r"((?:[A-Za-z][a-z-]+ ){1,6}?[a-z-]+)[\s\xa0]*\(([A-Z][A-Za-z]*[A-Z])(s?)\)")
BRACKET_FIRST = re.compile(r"\b([A-Z]{2,6}),? \(((?:[A-Z][a-z-]+ ?){2,6})\)")
WEAK = frozenset(
    [
        "deal",
        "system",
        "systems",
        "process",
        "policy",
        "policies",
        "law",
        "tax",
        "budget",
        "project",
        "projects",
        "report",
        "review",
        "view",
        "challenge",
        "code",
        "aid",
        "steps",
        "settlement",
    ]
)
LEADING = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "its",
        "their",
        "our",
        "new",
        "from",
        "in",
        "on",
        "for",
        "with",
        "and",
        "but",
        "as",
        "by",
        "of",
        "to",
        "individual",
    ]
)


def find_initiatives(article: ParsedArticle) -> ParsedArticle:
    """The article with the initiatives that it names; bodies inside or over them give way."""
    acronyms: dict[str, str] = {}
    found: list[Mention] = []
    for paragraph in article.paragraphs:
        found += _introduced(paragraph, acronyms)
        acronyms |= _unexplained(paragraph)
        found += _by_head(paragraph)
    for paragraph in article.paragraphs:
        found += _by_acronym(paragraph, acronyms)
        found += _again(paragraph, {m.words for m in found if " " in m.words})
    kept = [i for i in _widest(found) if all(_yields(m, i) for m in article.mentions if m.span.overlaps(i.span))]
    others = [m for m in article.mentions if not any(m.span.overlaps(i.span) for i in kept)]
    return replace(article, mentions=tuple(sorted([*others, *kept])))


def _yields(mention: Mention, initiative: Mention) -> bool:
    """Whether another mention gives way: a place, or a body that lies inside, or covers it without being longer by a head of its own."""
    if mention.span == initiative.span and " " in mention.words and mention.words in institutions():
        return False  # "the Evening Standard"
    inside = initiative.start <= mention.start and mention.end <= initiative.end
    return inside or mention.kind is Kind.PLACE or (mention.kind is Kind.ORGANISATION and mention.end == initiative.end)


def _widest(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(set(found), key=lambda m: (m.start - m.end, m.start, m.form)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept)


def _mention(paragraph: Paragraph, start: int, end: int, form: Form) -> Mention:
    words_ = paragraph.text[start:end]
    return Mention(paragraph.start + start, paragraph.start + end, words_, Kind.INITIATIVE, form)


def _introduced(paragraph: Paragraph, acronyms: dict[str, str]) -> Iterator[Mention]:
    """Phrases whose first letters the brackets after them give, if their head is that of an undertaking."""
    if "(" not in paragraph.text:
        return
    for match in INTRODUCED.finditer(paragraph.text):
        tokens = match[1].split()
        wanted = match[2].lower()
        for size in range(len(tokens), 1, -1):
            tail = tokens[-size:]
            letters = "".join(t[0].lower() for t in tail if t.lower() not in SMALL)
            if (
                letters == wanted
                and tail[0].lower() not in SMALL
                and tail[-1].lower() in words("initiative_heads") | {"partnerships", "organisations"}
            ):
                start = match.start(1) + match[1].rindex(" ".join(tail))
                acronyms[match[2]] = " ".join(tail)
                yield _mention(paragraph, start, match.end(1), Form.NAME)
                break
    for match in BRACKET_FIRST.finditer(paragraph.text):
        last = match[2].strip().split()[-1].lower()
        if "".join(t[0] for t in match[2].split()) == match[1] and last in words("initiative_heads"):
            acronyms[match[1]] = match[2].strip()
            yield _mention(paragraph, match.start(2), match.start(2) + len(match[2].strip()), Form.NAME)


def _unexplained(paragraph: Paragraph) -> dict[str, str]:
    """Acronyms that the article takes as known, before the head word of an undertaking: "the LTP plans", "the LTP process"."""
    found = re.finditer(r"\b([A-Z]{3,5})s? (plans?|process|programmes?|scheme|strategy)\b", paragraph.text)
    return {match[1]: match.group() for match in found if match[1] not in institutions()}


def _by_acronym(paragraph: Paragraph, acronyms: dict[str, str]) -> Iterator[Mention]:
    """The acronyms, also in the plural and before a head word ("STP plans")."""
    for acronym in sorted(acronyms):
        for match in re.finditer(rf"\b{acronym}s?\b(?: plans?\b)?", paragraph.text):
            yield _mention(paragraph, match.start(), match.end(), Form.SHORT)


def _by_head(paragraph: Paragraph) -> Iterator[Mention]:
    """Capitalised names that end in the head word of an undertaking: "Better Ageing Programme"."""
    doc = paragraph.doc
    if paragraph.sort == "headline" and doc.text.isupper():
        return
    for start, end in runs(doc):
        tokens = list(doc[start:end])
        while tokens and (tokens[0].lower_ in LEADING or tokens[0].lower_ in LINKS):
            tokens = tokens[1:]
        heads = [n for n, t in enumerate(tokens) if t.lower_ in words("initiative_heads")]
        if not heads or heads[-1] < 1:
            continue
        last = heads[-1]
        name = tokens[: last + 1]
        if tokens[last].lower_ in WEAK and len([t for t in name if is_capital(t)]) < 3:
            continue
        if (
            any(t.ent_type_ == "PERSON" for t in name)
            or _is_body(name)
            or not is_capital(name[-1])
            or all(t.text.isupper() for t in name)
        ):
            continue
        begin, stop = name[0].idx, name[-1].idx + len(name[-1].text)
        yield _mention(paragraph, begin, stop, Form.NAME)


def _is_body(name: Sequence[Token]) -> bool:
    """Whether the model takes it all for a body, and it has no article, a firm's head or is a charity: "Tarn Marine Systems"."""
    is_known = all(t.ent_type_ == "ORG" for t in name)
    has_article = name[0].i > 0 and name[0].nbor(-1).lower_ in ("the", "a", "an")
    is_firm = name[-1].lower_ in heads() and not has_article
    return is_known and (is_firm or any(t.text == "Charitable" for t in name))


def _again(paragraph: Paragraph, names: set[str]) -> Iterator[Mention]:
    """Names found elsewhere in the article, singular or plural, whatever the case of their first letter."""
    text = paragraph.text
    for name in sorted(names):
        stem = name.removesuffix("s")
        pattern = rf"\b[{re.escape(stem[0].upper() + stem[0].lower())}]{re.escape(stem[1:])}s?\b"
        for match in re.finditer(pattern, text, re.IGNORECASE if name.islower() else 0):
            yield _mention(paragraph, match.start(), match.end(), Form.NAME)
