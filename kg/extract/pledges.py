"""Money for a purpose: how much, what status it has, who pays, who says so, who gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract import Example
from kg.extract._business import speaks_of_business
from kg.extract._implied import TIMES
from kg.extract._money import Told, money_of
from kg.extract._money_cues import DISPUTED, Sort
from kg.extract._money_learnt import LEARNT
from kg.extract._money_parties import Parties
from kg.extract._money_place import Place, place_of, verb_class
from kg.extract._money_status import sort_of
from kg.extract._money_terms import money_kind, occasion, period, purpose
from kg.extract._money_words import GRANTED
from kg.extract._vague import vague_sums
from kg.model import Amount, Evidence, Fact, FundingStatement, FundingStatus, Mention, Newness, Party, Phrase, Statement
from kg.parsed import Paragraph, ParsedArticle

NAME = "pledges"
VERSION = "12"
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
    Example(
        "Sport Harland has offered a further £15,000 if the club can raise as much.",
        ("£15,000 | 15000 GBP | conditional | Sport Harland → – | Sport Harland",),
    ),
    Example(
        "The appeal reached £52,340, including a gift of £10,000 from the Harrow Trust.",
        ("£10,000 | 10000 GBP | committed | Harrow Trust → – | –",),
    ),
    Example(
        "Harrow College has been given £3m. The money comes from the Bell Foundation.",
        ("£3m | 3000000 GBP | committed | Bell Foundation → Harrow College | –",),
    ),
    Example(
        "“We need £90,000 by the end of August,” said Gerald Prosser, who chairs the Harrow Rugby Club.",
        ("£90,000 | 90000 GBP | estimated_need | – → Harrow Rugby Club | Gerald Prosser",),
    ),
    Example("The firm had been expected to offer £25m worth of shares to investors.", ()),
    Example("The ruling is likely to put a £2bn dent in its accounts.", ()),
    Example("The company made a profit of £3m and its shares rose.", ()),
    Example("Mr Marsh was fined £500 and lost his £40,000 salary.", ()),
    Example("Brightwell Foods agreed to buy its rival Calder Mills for $1.2bn (£640m).", ()),
)

SMALLEST = 1000  # below it a sum is a price, a benefit or a fee, not a funding statement
NEAR = 700  # characters within which a part follows its whole
AGAIN = re.compile(
    r"\b(?:already (?:been )?(?:announced|promised|pledged|trailed)|re-?announced?|not new|(?:been )?first (?:been )?(?:announced|promised)|"
    r"previously announced|money (?:that was )?announced (?:\w+ ){1,2}earlier|(?:is|was) the \w+ allocation)\b",
    re.IGNORECASE,
)
NEW = re.compile(r"\b(?:new|extra|additional|further|another|fresh)\b", re.IGNORECASE)
FORWARD = re.compile(r"\bbrought forward\b", re.IGNORECASE)
PART = re.compile(
    r"^(?: of (?:that|this|it|the (?:total|sum|money|cash|fund\w*)|which|these)\b|[^.;]{0,30}\b(?:would|will) (?:come|be)\b)",
    re.IGNORECASE,
)
OF_IT = re.compile(r"^ of (?:it|that|which|the (?:money|sum|total|cash))\b", re.IGNORECASE)
WITHOUT_SUM = re.compile(
    r"\b(?:the|an?) (?:\w+ )?(?:phase|tranche|round|instalment|share|pot|package) (?:of (?:the )?(?:funding|money|cash) )?"
    r"(?:which|that) was (?:announced|unveiled|pledged|promised) (?:in|at|on) the [A-Z]\w+(?: [A-Z]\w+)*"
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement with the place of its sum, which later sums may be parts of."""

    fact: FundingStatement
    place: Place


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The funding statements of one article, in the order of the text."""
    statements = [fact for fact in known if isinstance(fact, Statement)]
    told = money_of(article)
    only_rules = bool(told) and speaks_of_business(article)
    drafts: dict[int, _Draft] = {}
    for index, one in sorted(enumerate(told), key=lambda pair: pair[1].again is not None):
        if one.again is None or (one.is_headline and one.again not in drafts):
            draft = _draft(article, one, statements, list(drafts.values()), only_rules=only_rules)
            if draft is not None:
                drafts[index] = draft
    facts = {index: draft.fact for index, draft in drafts.items()}
    for one in told:
        if one.again in facts and facts[one.again].surface.start != one.start:
            facts[one.again] = _with_evidence(article, facts[one.again], one)
    bare = [*_without_sum(article), *_left_open(article, statements)]
    found = sorted([*facts.values(), *bare], key=lambda fact: (fact.surface.start, fact.surface.end))
    return [_repeating(found[:index], fact) for index, fact in enumerate(found)]


def _draft(
    article: ParsedArticle, told: Told, statements: Sequence[Statement], earlier: Sequence[_Draft], *, only_rules: bool
) -> _Draft | None:
    place = place_of(told.paragraph, told.item.start, told.item.end)
    whole = _whole(told, place, earlier)
    sort = _sort(told, place, whole, only_rules=only_rules)
    if sort.status is None or told.item.amount.stated < SMALLEST:
        return None
    surface = article.phrase(told.start, told.end)
    fact = _statement(article, surface, told.item.amount, place, sort.status, sort, statements)
    if whole is not None and fact.status.is_promise is whole.status.is_promise:
        fact = replace(fact, pledger=fact.pledger or whole.pledger, recipient=fact.recipient or whole.recipient)
    return _Draft(fact, place)


def _sort(told: Told, place: Place, whole: FundingStatement | None, *, only_rules: bool) -> Sort:
    """The sort that the sentence gives, else that of the whole of which the sum is a part."""
    sort = sort_of(place, only_rules=only_rules)
    if sort.status is None and whole is not None and AGAIN.search(place.words):
        return Sort(whole.status, 0.7, "part of another sum")
    if sort.status is None and told.is_implied and not TIMES.match(place.paragraph.text, place.start):
        return Sort(FundingStatus.ANNOUNCED, 0.6, "implied")
    if whole is not None and sort.status is FundingStatus.ANNOUNCED and whole.status is FundingStatus.PROPOSED:
        return replace(sort, status=whole.status)
    return sort


def _whole(told: Told, place: Place, earlier: Sequence[_Draft]) -> FundingStatement | None:
    """The larger promise, told shortly before, of which this sum speaks as a part: by its words, or by who gets it."""
    is_joined = place.root is not None and place.root.dep_ == "conj"
    is_part = (
        bool(PART.match(place.after) or GRANTED.search(place.before))
        or place.before.endswith("of which ")
        or (place.verb is not None and verb_class(place.verb) in ("get", "include"))
        or told.is_implied
    )
    for draft in reversed(earlier if is_part or is_joined else ()):
        if is_joined and draft.place.sentence == place.sentence and draft.fact.status.is_promise:
            return draft.fact
        if not is_part:
            break
        fact = draft.fact
        if told.start - fact.surface.start > NEAR:
            return None
        amount, own = fact.amount, told.item.amount
        is_like = fact.status.is_promise or bool(OF_IT.match(place.after))
        if amount and is_like and amount.currency == own.currency and amount.stated > own.stated:
            return fact
    return None


def _statement(
    article: ParsedArticle,
    surface: Phrase,
    amount: Amount | None,
    place: Place,
    status: FundingStatus,
    sort: Sort,
    statements: Sequence[Statement],
) -> FundingStatement:
    parties = Parties(article, place, status, _speaker(statements, surface))
    announcer = parties.announcer()
    payer, recipient, aim = parties.payer(announcer), parties.recipient(), purpose(article, place)
    later = (article.evidence(s.start, s.end, f"{NAME}/{VERSION}") for s in dict.fromkeys(parties.later))
    telling = sum(part is not None for part in (payer or announcer, recipient, aim))
    return FundingStatement(
        evidence=(_evidence(article, place, sort.rule), *later),
        belief=sort.certainty if sort.rule == LEARNT else round(min(0.93, sort.certainty - 0.08 + 0.05 * telling), 2),
        surface=surface,
        amount=amount,
        status=status,
        money_kind=money_kind(place),
        newness=_newness(place),
        is_disputed=bool(DISPUTED.search(place.words)) and status.is_promise,
        pledger=payer,
        announced_by=announcer,
        recipient=recipient,
        purpose=None if _says_the_same(recipient, aim) else aim,
        period=period(article, place),
        occasion=occasion(article, place),
    )


def _says_the_same(recipient: Party | None, purpose: Phrase | None) -> bool:
    """Whether a purpose only names the recipient: "for rural schools"."""
    if recipient is None or purpose is None:
        return False
    aim = re.sub(r"^(?:for|to) (?:the |an? |its |their )?", "", purpose.words, flags=re.IGNORECASE)
    return aim.casefold() == re.sub(r"^(?:the|an?) ", "", recipient.words, flags=re.IGNORECASE).casefold()


def _evidence(article: ParsedArticle, place: Place, rule: str = "") -> Evidence:
    by = f"{NAME}/{VERSION}, {LEARNT}" if rule == LEARNT else f"{NAME}/{VERSION}"
    return article.evidence(place.sentence.start, place.sentence.end, by)


def _with_evidence(article: ParsedArticle, fact: FundingStatement, told: Told) -> FundingStatement:
    """The statement with a further sentence that names its sum again."""
    more = _evidence(article, place_of(told.paragraph, told.item.start, told.item.end))
    return fact if more in fact.evidence else replace(fact, evidence=(*fact.evidence, more))


def _newness(place: Place) -> Newness:
    if AGAIN.search(place.before + place.after.split(" of which ")[0]):
        return Newness.RE_ANNOUNCED
    if FORWARD.search(place.words):
        return Newness.BROUGHT_FORWARD
    return Newness.NEW if NEW.search(place.before[-60:] + place.after[:60]) else Newness.UNSTATED


def _speaker(statements: Sequence[Statement], surface: Phrase) -> Mention | None:
    """Who says the words in which the sum stands; nobody if they have no name."""
    inside = [s for s in statements if s.text.start <= surface.start and surface.end <= s.text.end]
    return min(inside, key=lambda s: s.text.end - s.text.start).named_speaker if inside else None


def _repeating(earlier: Sequence[FundingStatement], fact: FundingStatement) -> FundingStatement:
    """The statement with the earlier one of the same sum that it names again: alike in status, and no "another" before it."""
    if fact.amount is None or fact.newness is Newness.NEW:
        return fact
    sum_of = (fact.amount.stated, fact.amount.currency, fact.status.is_promise)
    for other in earlier:
        if other.amount and (other.amount.stated, other.amount.currency, other.status.is_promise) == sum_of:
            return replace(fact, repeats=other.surface)
    return fact


def _left_open(article: ParsedArticle, statements: Sequence[Statement]) -> Iterator[FundingStatement]:
    """Money for a purpose of which only the size is told: "hundreds of millions of pounds in aid"."""
    spans = [(p, *span) for p in article.paragraphs for span in vague_sums(p.text)]
    only_rules = bool(spans) and speaks_of_business(article)
    for paragraph, start, end in spans:
        place = place_of(paragraph, start, end)
        sort = sort_of(place, only_rules=only_rules)
        if sort.status is not None:
            surface = article.phrase(paragraph.start + start, paragraph.start + end)
            yield _statement(article, surface, None, place, sort.status, sort, statements)


def _without_sum(article: ParsedArticle) -> list[FundingStatement]:
    """Money that was plainly announced on a named occasion, where the text gives no sum."""
    return [
        _bare(article, paragraph, match.start(), match.end())
        for paragraph in article.paragraphs
        for match in WITHOUT_SUM.finditer(paragraph.text)
        if re.search(r"\b(?:funding|money|capital)\b", paragraph.text, re.IGNORECASE)
    ]


def _bare(article: ParsedArticle, paragraph: Paragraph, start: int, end: int) -> FundingStatement:
    place = place_of(paragraph, start, end)
    parties = Parties(article, place, FundingStatus.ANNOUNCED)
    aim = purpose(article, place)
    return FundingStatement(
        evidence=(_evidence(article, place),),
        belief=0.7,
        surface=article.phrase(paragraph.start + start, paragraph.start + end),
        amount=None,
        status=FundingStatus.ANNOUNCED,
        money_kind=money_kind(place),
        recipient=parties.recipient() or aim,
        purpose=aim,
        occasion=occasion(article, place),
    )
