"""Who belongs to what without a title: "from the Harrow Trust", "Labour MP Anna Bell", "(Lab)", "sits on the committee"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract._tie import Tie
from kg.extract._words_on import speaker_at
from kg.lexicon import rows, words
from kg.lexicon.parties import party_names
from kg.model import Fact, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle

FROM = re.compile(r",? (?:from|of) (?:the )?|, (?:at|with) (?:the )?")  # "Bell at the White House" is a guest
FROM_BEFORE = re.compile(r"\bfrom (?:the )?$")  # "his shadow from the Harrow Party, Anna Bell"
APPOSED_NAME = re.compile(r"(?: \([A-Z&]+\))?, ")
MEMBERS = r"(?:MPs?|MSPs?|AMs?|MLAs?|MEPs?|TDs?|MSs?|peers?|[Cc]ouncillors?|[Cc]llrs?|[Ss]enators?|[Cc]ongress(?:man|woman)|backbencher|[Ll]ord|[Bb]aroness|[Mm]embers?|activists?|candidates?)"
PARTY_ROLES = r"(?:leader|critic|spokes(?:man|woman|person)|chair(?:man|woman)?|candidate|minister|governor|mayor|veteran|frontbencher)"
PRE_NAME = r"(?:Sir |Dame |Lord |Lady |Baroness |Cllr |Dr )?"
TITLED = re.compile(rf"(?:’s|'s)? (?:{MEMBERS} )?(?:Sir |Dame |Lord |Lady |Baroness |Cllr |Dr )?")
APPOSED = re.compile(
    r"(?:, | is | was )(?:an?|the|another|one of the) (?:(?:[a-z-]+ ){1,4}and (?:later |now |then )?an? )?(?:[a-z-]+ ){0,2}"
)
AFTER_PARTY = re.compile(rf" (?:Party )?{MEMBERS}\b")
IN_BRACKETS = re.compile(r" \((?:the )?")
AFTER_BRACKET = re.compile(
    r"\)|, (?P<seat>[A-ZÀ-Þ][\w’'-]+(?: (?:and|of|the|upon|in|North|South|East|West|[A-ZÀ-Þ][\w’'-]+)){0,5})\)"
)
SHORT_PARTY = re.compile(
    r" \((?P<party>Lab|Con|Lib Dem|LD|Green|SNP|PC|UKIP|Reform|Ind|DUP|SDLP|UUP|SF|Alliance|EPP|S&D|ECR|ALDE|R|D)(?=[,)-])"
)
LISTED = re.compile(r"^(?:also )?(?:present|in attendance|attending)\s*:", re.IGNORECASE)
SENT_BY = re.compile(r" \((?P<body>[A-ZÀ-Þ][\w’'&-]+(?: (?:of |and |for )?[A-ZÀ-Þ][\w’'&-]+){1,5})\)")
PART_OF = re.compile(
    r",? (?:which |that )?(?:is |are )?(?:now )?"
    r"(?:part|an? (?:wholly[- ]owned )?(?:unit|subsidiary|arm|division|branch|offshoot)) of (?:the )?"
)
WHOSE_SEAT = re.compile(
    r", whose (?P<seat>[A-ZÀ-Þ][\w’'-]+(?: (?:and|of|the|upon|in|[A-ZÀ-Þ][\w’'-]+)){0,5}) constituency\b"
)
GROUPS = re.compile(r"\b(?:consortium|coalition|alliance|group|partnership|bloc|network|federation)\b", re.IGNORECASE)
COUNTING = re.compile(r"\b(?:includes?|including|comprises?|comprising|is made up of|are)\b|, among them|\bled by\b")
NAMED, PARTY, BRACKETED, COUNTED = 0.85, 0.85, 0.9, 0.65


@lru_cache(maxsize=1)
def _parties() -> frozenset[str]:
    return frozenset(row[0] for row in rows("institutions") if row[1:2] == ("political_party",)) | {
        "Tory",
        "Republican",
        "Democrat",
        "Democratic",
        "Liberal",
        "Green",
    }


# "a former Labour MP" may have left Labour
ONCE = re.compile(r"\b(?:former|ex|then)[ -]$", re.IGNORECASE)


def affiliations(article: ParsedArticle, paragraph: Paragraph, known: Sequence[Fact]) -> Iterator[Tie]:
    """The memberships that a paragraph states."""
    where = Span(paragraph.start, paragraph.end)
    people = [m for m in article.mentions_in(where, Kind.PERSON) if m.form is Form.NAME]
    bodies = [m for m in article.mentions_in(where, Kind.ORGANISATION) if m.form is not Form.PRONOUN]
    for person in people:
        for body in bodies:
            yield from _beside(article, person, body)
        yield from _bracketed_party(article, person)
        yield from _described_by_party(article, paragraph, person)
        if (seat := WHOSE_SEAT.match(article.document.text, person.end)) is not None:
            yield _seat(article, person, *seat.span("seat"))
        if LISTED.match(paragraph.text):
            yield from _bracketed_body(article, person)
    for one in bodies:
        for other in bodies:
            between = article.document.text[one.end : other.start]
            if one.end <= other.start and PART_OF.fullmatch(between):
                yield Tie(one, "part_of", other, Span(one.start, other.end), NAMED)
    yield from _colleagues(article, bodies, known)
    yield from _counted(article, paragraph, [*people, *bodies])


def _beside(article: ParsedArticle, person: Mention, body: Mention) -> Iterator[Tie]:
    """ "Anna Bell from the Harrow Trust", "Labour MP Anna Bell", "Anna Bell, a Labour councillor", "Anna Bell (EPP)"."""
    text = article.document.text
    where = Span(min(person.start, body.start), max(person.end, body.end))
    if person.end <= body.start:
        between, after = text[person.end : body.start], text[body.end : body.end + 60]
        if FROM.fullmatch(between):
            yield Tie(person, "member_of", body, where, NAMED)
        elif APPOSED.fullmatch(between) and body.words in _parties() and AFTER_PARTY.match(after):
            yield Tie(person, "member_of", body, where, PARTY)
        elif IN_BRACKETS.fullmatch(between) and (found := AFTER_BRACKET.match(after)):
            yield Tie(person, "member_of", body, where, BRACKETED)
            if found["seat"]:
                yield _seat(article, person, body.end + found.start("seat"), body.end + found.end("seat"))
    elif (
        body.end <= person.start
        and FROM_BEFORE.search(text, max(0, body.start - 30), body.start)
        and APPOSED_NAME.fullmatch(text[body.end : person.start])
    ):
        yield Tie(person, "member_of", body, where, NAMED)
    elif body.end <= person.start and TITLED.fullmatch(text[body.end : person.start]):
        is_party = body.words.removesuffix(" Party") in _parties()
        if is_party and not ONCE.search(text, max(0, body.start - 10), body.start):
            yield Tie(person, "member_of", body, where, PARTY)


def _colleagues(article: ParsedArticle, bodies: Sequence[Mention], known: Sequence[Fact]) -> Iterator[Tie]:
    """ "my Labour colleagues": who says so is of that party."""
    text = article.document.text
    for body in bodies:
        is_mine = text[: body.start].lower().endswith((" my ", "\nmy ", ". my ", "“my "))
        if is_mine and body.words in _parties() and text[body.end :].startswith(" colleague"):
            who = speaker_at(known, body.span) or article.author
            if who is not None:
                yield Tie(who, "member_of", body, body.span, PARTY)


def _bracketed_party(article: ParsedArticle, person: Mention) -> Iterator[Tie]:
    """ "Anna Bell (Con, Harrow East)": the letters of a party that is no mention of its own."""
    text = article.document.text
    found = SHORT_PARTY.match(text, person.end)
    if found is None:
        return
    start, end = found.span("party")
    if article.mention_at(Span(start, end), Kind.ORGANISATION) is None:
        letters = article.phrase(start, end)
        party = _spelt_out(article, letters.words)
        if party is not None or len(letters.words) > 1:
            where = Span(person.start, end)
            yield Tie(person, "member_of", party or letters, where, BRACKETED, is_said_there=party is not None)
        if (seat := AFTER_BRACKET.match(text, end)) and seat["seat"]:
            yield _seat(article, person, *seat.span("seat"))


def _spelt_out(article: ParsedArticle, letter: str) -> Mention | None:
    """The party for which "R" or "D" stands, where the article names it."""
    full = {"R": "republicans", "D": "democrats"}.get(letter)
    names = ((c, c.name.lower().removeprefix("the ")) for c in article.chains)
    named = (c for c, name in names if full and party_names().get(name, name) == full)
    return next((c.mentions[0] for c in named), None)


@lru_cache(maxsize=1)
def _party_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand right before and right after a name to say of which party its bearer is."""
    party = "|".join(
        re.escape(p)
        for p in sorted(_parties() | {"Liberal Democrat", "Lib Dem", "Conservative"}, key=lambda p: (-len(p), p))
    )
    before = rf"\b(?P<party>{party})(?:(?:s[’']|[’']s)? (?:[A-Za-z][\w-]*[ ,]+){{0,3}}{MEMBERS}| (?:[a-z][\w-]* ){{0,3}}{PARTY_ROLES}),? {PRE_NAME}$"
    after = rf"(?: \([^)]*\))?(?:,? \d\d)?, (?:an?|the) (?:[a-z-]+ )?(?P<party>{party})(?=, | from | member for | for |\.| (?:[a-z]+ )?(?:{MEMBERS}|{PARTY_ROLES})\b)"
    return re.compile(before), re.compile(after)


def _described_by_party(article: ParsedArticle, paragraph: Paragraph, person: Mention) -> Iterator[Tie]:
    """ "Labour's Harrow MP Anna Bell", "Conservative transport critic Anna Bell", "Anna Bell, a Liberal Democrat,"."""
    text = article.document.text
    before, after = _party_patterns()
    found = before.search(text, max(paragraph.start, person.start - 90), person.start) or after.match(text, person.end)
    if found is None:
        return
    start, end = found.span("party")
    if ONCE.search(text, max(0, start - 10), start):
        return
    body = article.mention_at(Span(start, end), Kind.ORGANISATION)
    if body is None or (body.start, body.end) == (start, end) or body.words.endswith("Party"):
        where = Span(min(person.start, start), max(person.end, end))
        yield Tie(person, "member_of", body or article.phrase(start, end), where, PARTY)


def _bracketed_body(article: ParsedArticle, person: Mention) -> Iterator[Tie]:
    """ "In attendance: Mr Marsh (Healthwatch Harrow)": the body that sent him, in a list where posts and bodies stand in brackets."""
    found = SENT_BY.match(article.document.text, person.end)
    if found is None or {word.lower() for word in found["body"].split()} & words("role_heads"):
        return
    start, end = found.span("body")
    body = article.mention_at(Span(start, end), Kind.ORGANISATION)
    yield Tie(person, "member_of", body or article.phrase(start, end), Span(person.start, end), PARTY)


def _seat(article: ParsedArticle, person: Mention, start: int, end: int) -> Tie:
    return Tie(person, "represents", article.phrase(start, end), Span(person.start, end), BRACKETED)


def _counted(article: ParsedArticle, paragraph: Paragraph, parties: list[Mention]) -> Iterator[Tie]:
    """ "The consortium, Tarn Water, includes Bell Ltd and Marsh plc": who stands in the list belongs to it."""
    for sentence in paragraph.doc.sents:
        start = paragraph.start + sentence.start_char
        end = paragraph.start + sentence.end_char
        head = GROUPS.search(article.document.text, start, end)
        found = COUNTING.search(article.document.text, start, end) if head else None
        if head is None or found is None or found.start() < head.end():
            continue
        group = [
            p
            for p in parties
            if p.kind is Kind.ORGANISATION
            and head.end() <= p.start
            and p.end <= found.start()
            and p.start - head.end() <= 2
        ]
        if len(group) != 1 or found.start() - group[0].end > 12 + len(" (XXXX), also "):
            continue
        for member in sorted(p for p in parties if found.end() <= p.start and p.end <= end):
            if not _is_in_list(article, paragraph, found.end(), member):
                break
            yield Tie(member, "member_of", group[0], Span(start, end), COUNTED)


def _is_in_list(article: ParsedArticle, paragraph: Paragraph, start: int, member: Mention) -> bool:
    """Whether only names, descriptions and "and" stand between the start of the list and the member."""
    span = paragraph.tokens_at(Span(start, member.start)) if start < member.start else None
    return span is None or not any(t.pos_ in ("VERB", "AUX") or t.text in (".", ";") for t in span)
