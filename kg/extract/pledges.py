"""Money for a purpose: how much, what status it has, who pays, who says so, who gets it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract import Example
from kg.extract._amounts import Sum, dollar_of, sums_in
from kg.extract._money_parties import Parties, sentence_of
from kg.extract._money_status import sort_of
from kg.model import Fact, FundingStatement, FundingStatus, Mention, Newness, Phrase, Statement
from kg.parsed import Paragraph, ParsedArticle

NAME = "pledges"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (FundingStatement,)
NEEDS: tuple[str, ...] = ("quotes",)
EXAMPLES = (
    Example(
        "The government announced an extra £25m for rural libraries on Monday.",
        ("£25m | 25000000 GBP | announced | The government → rural libraries | The government",),
    ),
    Example(
        "Harrow Council has asked the government for £3m.",
        ("£3m | 3000000 GBP | requested | – → Harrow Council | Harrow Council",),
    ),
    Example("The company made a profit of £3m and its shares rose.", ()),
    Example("Mr Marsh was fined £500 and lost his £40,000 salary.", ()),
)

AGAIN = re.compile(
    r"\b(?:already (?:been )?(?:announced|promised|pledged|trailed)|re-?announced?|not new|first (?:announced|promised)|previously announced)\b",
    re.IGNORECASE,
)
NEW = re.compile(r"\b(?:new|extra|additional|further|another|fresh)\b", re.IGNORECASE)
FORWARD = re.compile(r"\bbrought forward\b", re.IGNORECASE)
DISPUTED = re.compile(
    r"\b(?:not enough|is enough misses|misses the point|nowhere near enough|falls? (?:far )?short|drop in the ocean|inadequate|insufficient|a sticking plaster)\b",
    re.IGNORECASE,
)
WITHOUT_SUM = re.compile(
    r"\b(?:the|an?) (?:\w+ )?(?:phase|tranche|round|instalment|share|pot|package) (?:of (?:the )?(?:funding|money|cash) )?(?:which|that) was (?:announced|unveiled|pledged|promised) (?:in|at|on) the [A-Z]\w+(?: [A-Z]\w+)*"
)


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The funding statements of one article, in the order of the text."""
    statements = [fact for fact in known if isinstance(fact, Statement)]
    dollar = dollar_of(article.document.text)
    found: list[FundingStatement] = []
    for paragraph in article.paragraphs:
        for item in sums_in(paragraph.doc.text, dollar):
            fact = _statement(article, paragraph, item, statements)
            if fact is not None:
                found.append(_repeating(found, fact))
        found += _without_sum(article, paragraph, statements)
    return list(found)


def _statement(
    article: ParsedArticle, paragraph: Paragraph, item: Sum, statements: Sequence[Statement]
) -> FundingStatement | None:
    first, last = sentence_of(paragraph, item.start, item.end)
    sentence = paragraph.doc.text[first:last]
    sort = sort_of(sentence, item.start - first, item.end - first)
    if sort.status is None or item.amount.stated < 1000:
        return None
    surface = article.phrase(paragraph.start + item.start, paragraph.start + item.end)
    parties = Parties(article, paragraph, item.start, item.end, sort.status)
    announcer = parties.announcer(_speaker(statements, surface))
    recipient, purpose = parties.recipient(), parties.purpose()
    telling = sum(part is not None for part in (recipient, purpose, announcer))
    if telling == 0 and sort.certainty < 0.8:
        return None
    around = paragraph.doc.text[max(first, item.start - 60) : item.end + 60]
    newness = (
        Newness.RE_ANNOUNCED
        if AGAIN.search(sentence)
        else Newness.BROUGHT_FORWARD
        if FORWARD.search(sentence)
        else Newness.NEW
        if NEW.search(around)
        else Newness.UNSTATED
    )
    return FundingStatement(
        evidence=(article.evidence(paragraph.start + first, paragraph.start + last, f"{NAME}/{VERSION}"),),
        belief=round(min(0.92, sort.certainty + 0.04 * telling), 2),
        surface=surface,
        amount=item.amount,
        status=sort.status,
        money_kind=parties.money_kind(),
        newness=newness,
        is_disputed=bool(DISPUTED.search(sentence)) and sort.status.is_promise,
        pledger=parties.payer(announcer),
        announced_by=announcer,
        recipient=recipient,
        purpose=purpose,
        period=parties.period(),
        occasion=parties.occasion(),
    )


def _speaker(statements: Sequence[Statement], surface: Phrase) -> Mention | None:
    """Who says the words in which the sum stands."""
    inside = [s for s in statements if s.text.start <= surface.start and surface.end <= s.text.end]
    return min(inside, key=lambda s: s.text.end - s.text.start).speaker if inside else None


def _repeating(earlier: Sequence[FundingStatement], fact: FundingStatement) -> FundingStatement:
    """The statement with the earlier one of the same sum that it names again: alike in status, and no "another" before it."""
    from dataclasses import replace

    for other in earlier:
        if other.amount is None or fact.amount is None or fact.newness is Newness.NEW:
            continue
        if (other.amount.stated, other.amount.currency) == (
            fact.amount.stated,
            fact.amount.currency,
        ) and other.status.is_promise == fact.status.is_promise:
            return replace(fact, repeats=other.surface)
    return fact


def _without_sum(
    article: ParsedArticle, paragraph: Paragraph, statements: Sequence[Statement]
) -> list[FundingStatement]:
    """Money that was plainly announced on a named occasion, where the text gives no sum."""
    found = []
    for match in WITHOUT_SUM.finditer(paragraph.doc.text):
        if re.search(r"[£€$₹]", match.group()):
            continue
        surface = article.phrase(paragraph.start + match.start(), paragraph.start + match.end())
        parties = Parties(article, paragraph, match.start(), match.end(), FundingStatus.ANNOUNCED)
        if (
            "funding" not in paragraph.doc.text.lower()
            and "money" not in paragraph.doc.text.lower()
            and "capital" not in paragraph.doc.text.lower()
        ):
            continue
        first, last = sentence_of(paragraph, match.start(), match.end())
        purpose = parties.purpose()
        found.append(
            FundingStatement(
                evidence=(article.evidence(paragraph.start + first, paragraph.start + last, f"{NAME}/{VERSION}"),),
                belief=0.7,
                surface=surface,
                amount=None,
                status=FundingStatus.ANNOUNCED,
                money_kind=parties.money_kind(),
                announced_by=None,
                pledger=None,
                recipient=parties.recipient() or purpose,
                purpose=purpose,
                occasion=parties.occasion(),
            )
        )
    return found
