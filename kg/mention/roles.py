"""Words that name a post, and whom the same construction names.

A role is found at its head word ("chief executive", "minister"), widened to the left over what belongs to the title and to the
right over "of …", then joined to a person by the construction that it stands in. Each construction is one rule with a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon.roles import role_heads
from kg.mention.organisations import heads, institutions
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FORMER = frozenset(["former", "ex", "retired", "late", "previous", "one-time", "onetime", "then", "ex-"])
INCOMING = frozenset(["incoming", "future", "next", "new-look"])
DESCRIBING = frozenset(
    [
        "outspoken",
        "embattled",
        "controversial",
        "popular",
        "respected",
        "influential",
        "powerful",
        "retiring",
        "departing",
        "beleaguered",
    ]
)
ASIDE = (
    DESCRIBING
    | FORMER
    | INCOMING
    | frozenset(
        [
            "outgoing",
            "current",
            "new",
            "newly",
            "appointed",
            "long-serving",
            "veteran",
            "its",
            "the",
            "a",
            "an",
            "his",
            "her",
            "their",
            "our",
            "this",
            "that",
            "this”",
        ]
    )
)
SEATS = frozenset(
    [
        "mp",
        "msp",
        "mep",
        "ms",
        "mla",
        "td",
        "senator",
        "councillor",
        "cllr",
        "mayor",
        "commissioner",
        "member",
        "peer",
        "candidate",
    ]
)
COMPLEMENTS = frozenset(["of", "for", "at", "in", "to", "on", "with"])
APPOINT = frozenset(["appoint", "name", "confirm", "elect", "make", "install", "choose", "select", "promote"])
BECOME = frozenset(["be", "become", "remain", "serve", "act", "continue"])
SUCCEED = frozenset(["succeed", "replace"])
HANDOVERS = ("as role", "appointed", "copula")
LEAVE = frozenset(["quit", "resign", "retire", "leave", "step", "stand"])
FUTURE = frozenset(["will", "to", "shall"])
NOT_TITLES = frozenset(
    [
        "head",
        "chief",
        "lead",
        "member",
        "partner",
        "officer",
        "director",
        "secretary",
        "speaker",
        "fellow",
        "consultant",
        "nurse",
        "doctor",
    ]
)
BODIES_BEFORE = frozenset(
    [
        "committee",
        "trust",
        "council",
        "board",
        "party",
        "association",
        "club",
        "company",
        "firm",
        "charity",
        "commission",
    ]
)


@dataclass(frozen=True, slots=True)
class _Title:
    """A title in a paragraph, as token indices (end exclusive).

    Attributes:
        first: where the whole description begins (organisation, "the", "former" included).
        start, stop: the title as printed.
        end: where the whole description ends ("of the Harrow Trust" included).
        left_possessive: the owner stands before it with a possessive or is "its".
    """

    first: int
    start: int
    stop: int
    end: int
    organisation: Mention | None
    place: Phrase | None
    tense: str
    is_definite: bool


def find_roles(article: ParsedArticle) -> ParsedArticle:
    """The article with its roles, sorted by place."""
    roles: list[Role] = []
    for paragraph in article.paragraphs:
        roles += _in_paragraph(article, paragraph)
    unique = {(role.title, role.holder): role for role in sorted(roles, key=lambda r: (r.span, r.rule))}
    held = {role.title for role in roles if role.holder is not None}
    kept = [r for r in unique.values() if r.holder is not None or r.title not in held]
    return replace(article, roles=tuple(sorted(kept, key=lambda r: (r.span, r.title.start, r.rule))))


class _Page:
    """A paragraph with its mentions by token."""

    def __init__(self, article: ParsedArticle, paragraph: Paragraph) -> None:
        self.article, self.paragraph, self.doc = article, paragraph, paragraph.doc
        self.at: dict[int, Mention] = {}
        self.begin: dict[Mention, int] = {}
        self.end: dict[Mention, int] = {}
        for mention in article.mentions_in(Span(paragraph.start, paragraph.end)):
            span = paragraph.tokens_at(mention)
            if span is not None:
                self.begin[mention], self.end[mention] = span.start, span.end
                for i in range(span.start, span.end):
                    self.at.setdefault(i, mention)

    def person(self, i: int) -> Mention | None:
        return self._of(i, Kind.PERSON)

    def full_name(self, i: int) -> bool:
        """Whether the token belongs to a person's full name."""
        person = self.person(i)
        return person is not None and person.form is Form.NAME

    def organisation(self, i: int) -> Mention | None:
        return self._of(i, Kind.ORGANISATION)

    def _of(self, i: int, kind: Kind) -> Mention | None:
        found = self.at.get(i)
        return found if found is not None and found.kind is kind else None

    def phrase(self, start: int, end: int) -> Phrase:
        span = self.doc[start:end]
        return self.article.phrase(self.paragraph.start + span.start_char, self.paragraph.start + span.end_char)

    def pronoun(self, token: Token) -> Mention:
        start = self.paragraph.start + token.idx
        return Mention(start, start + len(token.text), token.text, Kind.PERSON, Form.PRONOUN)

    def who(self, token: Token) -> Mention | None:
        """The person that a token names or, as a pronoun, stands for."""
        person = self.person(token.i)
        if person is not None:
            return person
        if token.lower_ in ("he", "she"):
            return self.pronoun(token)
        return None


def _in_paragraph(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Role]:
    page = _Page(article, paragraph)
    titles = list(_titles(page))
    groups = _joined(page, titles)
    for group in groups:
        holder, rule, tense = _holder(page, group)
        for title in group:
            organisation = (
                title.organisation
                or next((t.organisation for t in group if t.organisation), None)
                or _where(page, title)
            )
            place = title.place
            span = page.phrase(title.first, title.end)
            final = title.tense if title.tense != "current" else tense
            yield Role(
                Span(span.start, span.end),
                page.phrase(title.start, title.stop),
                organisation,
                place,
                holder,
                final,
                rule,
            )
            found = _predecessor(page, title, holder) if holder is not None and rule in HANDOVERS else None
            if found is not None:
                words = page.phrase(title.start, title.stop)
                where = Span(span.start, span.end)
                yield Role(where, words, organisation, place, found[0], found[1], "predecessor")
    yield from _verbal(page)


def _where(page: _Page, title: _Title) -> Mention | None:
    """The body in "came from the Harrow Trust, where she was chair"."""
    for i in range(title.first - 1, max(title.first - 7, 1), -1):
        if page.doc[i].lower_ == "where":
            before = i - 1 if page.doc[i - 1].text != "," else i - 2
            return page.organisation(before) if before >= 0 else None
        if page.doc[i].text in (".", ";"):
            return None
    return None


def _predecessor(page: _Page, title: _Title, holder: Mention) -> tuple[Mention, str] | None:
    """Whom the holder replaces or succeeds in the same sentence, or took over from, and whether that is over."""
    sentence = page.doc[title.start].sent
    for verb in sentence:
        if verb.lemma_ in SUCCEED:
            found = next((page.who(c) for c in verb.children if c.dep_ == "dobj" and page.person(c.i)), None)
        elif verb.lemma_ == "take" and any(c.lower_ == "over" for c in verb.children):
            found = next(
                (page.who(g) for c in verb.subtree if c.lower_ == "from" for g in c.children if page.person(g.i)), None
            )
        else:
            continue
        if found is not None and found != holder:
            return found, "current" if _tense_of(verb) == "incoming" else "former"
    return None


# ── titles ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _titles(page: _Page) -> Iterator[_Title]:
    doc = page.doc
    i = 0
    while i < len(doc):
        size = _head_size(doc, i)
        if size and not _is_elsewhere(page, i, size):
            title = _widen(page, i, i + size)
            if title is not None:
                yield title
                i = title.end if title.end > i + size else i + size
                continue
        i += 1


def _head_size(doc: Doc, i: int) -> int:
    """How many tokens from `i` on form a role head; 0 for none."""
    for size in (3, 2, 1):
        if i + size <= len(doc) and doc[i : i + size].text.lower() in role_heads():
            last = doc[i + size - 1]
            # "chief executive" inside "chief executive officer" is covered by the longest first
            if size == 1 and last.pos_ not in ("NOUN", "PROPN", "ADJ", "X"):
                return 0
            if (
                size == 1
                and last.lower_ in ("ms", "head", "lead", "chief", "partner", "captain", "fellow", "collector", "td")
                and not _is_title_like(doc, i)
            ):
                return 0
            return size
    return 0


def _is_title_like(doc: Doc, i: int) -> bool:
    """Whether an ambiguous word is a title here: "head of", "finance chief", "MS" after a name."""
    token = doc[i]
    if token.text == "Ms" or (token.lower_ in ("ms", "td") and not token.text.isupper()):
        return False
    if token.lower_ == "head":
        return (
            i + 1 < len(doc)
            and (doc[i + 1].lower_ == "of" or doc[i + 1].ent_type_ == "PERSON")
            and token.pos_ in ("NOUN", "PROPN")
        )
    if token.lower_ in ("lead", "chief"):
        return (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("amod",)
            and not (i + 1 < len(doc) and doc[i + 1].pos_ == "NOUN" and doc[i + 1].text.islower())
        )
    return True


def _is_elsewhere(page: _Page, i: int, size: int) -> bool:
    """Whether the head word is part of a name ("Bishop Street", "Members’ Club") or a plural."""
    mention = page.at.get(i + size - 1)
    if mention is not None and mention.kind is Kind.ORGANISATION and page.end[mention] > i + size:
        return True
    if mention is not None and mention.kind is Kind.PERSON:
        return page.begin[mention] < i
    token = page.doc[i + size - 1]
    return token.tag_ in ("NNS", "NNPS") and token.lower_ not in ("ms",)


def _widen(page: _Page, head: int, stop: int) -> _Title | None:
    """The whole description around a head word."""
    doc = page.doc
    start = head
    while start > 0 and (_belongs(page, start - 1, start) or _is_department(page, start - 1, stop)):
        start -= 1
    while start < head and doc[start].text in ("-", "–", "’", "'", ",", "and", "&"):
        start += 1
    owned = next(
        (k for k in range(head - 1, start - 1, -1) if doc[k].lower_ in BODIES_BEFORE and k not in page.at), None
    )
    first = start
    if owned is not None:
        start = owned + 1
    tense = "current"
    organisation: Mention | None = None
    place: Phrase | None = None
    is_definite = False
    while first > 0:
        before = doc[first - 1]
        if before.lower_ in FORMER or (before.text == "-" and first > 1 and doc[first - 2].lower_ == "ex"):
            tense = "former"
            first -= 1 if before.text != "-" else 2
        elif before.lower_ in INCOMING:
            tense = "incoming"
            first -= 1
        elif before.lower_ in ASIDE and before.pos_ != "PUNCT":
            is_definite = is_definite or before.lower_ in ("the", "its", "his", "her", "their")
            if before.lower_ in ("its", "their"):
                organisation = organisation or _its(page, before)
            first -= 1
        elif (
            before.text in POSSESSIVE
            and first > 1
            and (owner := page.organisation(first - 2)) is not None
            and organisation is None
        ):
            organisation, is_definite = owner, True
            first = page.begin[owner]
        elif (
            before.text in POSSESSIVE
            and first > 1
            and organisation is None
            and (described := _definite(page, first - 2)) is not None
        ):
            organisation, is_definite = described, True
            first -= 3
        elif (owner := page.organisation(first - 1)) is not None and organisation is None and before.whitespace_:
            organisation = owner
            first = page.begin[owner]
        elif (
            (spot := page.at.get(first - 1)) is not None
            and spot.kind is Kind.PLACE
            and place is None
            and before.whitespace_
        ):
            run = page.begin[spot]
            while (
                doc[stop - 1].lower_ in SEATS and run > 0 and is_capital(doc[run - 1]) and not page.full_name(run - 1)
            ):
                run -= 1
            run += doc[run].lower_ == "the"
            if doc[stop - 1].lower_ in SEATS:
                place = page.phrase(run, first)
            first = run
        elif (
            doc[stop - 1].lower_ in SEATS
            and is_capital(before)
            and before.whitespace_
            and not page.full_name(first - 1)
            and place is None
        ):
            run = first - 1
            while (
                run > 0
                and (
                    is_capital(doc[run - 1]) or (doc[run - 1].lower_ in ("and", "of", "&") and is_capital(doc[run - 2]))
                )
                and not page.full_name(run - 1)
            ):
                run -= 1
            if doc[run].lower_ == "the":
                run += 1
            place = page.phrase(run, first)
            first = run
        else:
            break
    end, stop, right_org, right_place = _complement(page, head, stop)
    organisation = organisation or right_org
    if (
        doc[head].lower_ in SEATS
        and organisation is not None
        and doc[head].lower_ not in ("mayor", "member", "councillor", "commissioner")
    ):
        organisation = None if right_org is None else organisation
    return _Title(first, start, stop, end, organisation, place or right_place, tense, is_definite)


def _is_department(page: _Page, i: int, stop: int) -> bool:
    """Whether a word that was taken for a body is the department in a minister's title: "Social Services Minister"."""
    mention = page.at.get(i)
    if (
        mention is None
        or mention.kind is not Kind.ORGANISATION
        or page.doc[stop - 1].lower_ not in ("minister", "secretary", "commissioner")
    ):
        return False
    if mention.words in institutions() and institutions()[mention.words] == "political_party":
        return False
    return (
        page.doc[i].whitespace_ != ""
        and mention.words.istitle()
        and not (
            set(mention.words.lower().split()) & (set(heads()) - {"services", "care", "service", "housing", "energy"})
        )
    )


def _its(page: _Page, token: Token) -> Mention:
    start = page.paragraph.start + token.idx
    return Mention(start, start + len(token.text), token.text, Kind.ORGANISATION, Form.PRONOUN)


def _definite(page: _Page, i: int) -> Mention | None:
    """ "the trust" before a possessive, as a description of an organisation."""
    token = page.doc[i]
    if token.lower_ in heads() and i > 0 and page.doc[i - 1].lower_ in ("the", "this", "our"):
        start = page.paragraph.start + page.doc[i - 1].idx
        words = page.doc[i - 1 : i + 1].text
        return Mention(start, start + len(words), words, Kind.ORGANISATION, Form.DESCRIPTION)
    return None


def _belongs(page: _Page, i: int, start: int) -> bool:
    """Whether the token before a title is part of it: "deputy", "finance", "shadow public health"."""
    token = page.doc[i]
    if (
        i in page.at
        and page.at[i].kind is not Kind.INITIATIVE
        and not (page.at[i].kind is Kind.PLACE and token.text.islower())
    ):
        return False
    if token.lower_ in ASIDE or token.text in POSSESSIVE or token.is_sent_end is True:
        return False
    if token.text == "-":
        return (
            not token.whitespace_ and i > 0 and not page.doc[i - 1].whitespace_ and page.doc[i - 1].lower_ not in FORMER
        )
    if token.lower_ in ("and", "&") and i > 0:
        joined = page.doc[i - 1]
        return (
            joined.pos_ in ("NOUN", "PROPN")
            and joined.text.islower() == page.doc[start].text.islower()
            and page.doc[i - 1].lower_ not in role_heads()
            and joined.head.i >= start - 1
            and i - 1 not in page.at
        )
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in (
        "shadow",
        "acting",
        "interim",
        "deputy",
        "vice",
        "joint",
        "non",
        "chief",
        "assistant",
        "associate",
        "lead",
        "principal",
        "public",
    ):
        if (
            token.lower_ in role_heads()
            and token.lower_ not in NOT_TITLES
            and token.lower_ not in ("chief", "lead", "principal", "head")
        ):
            return False
        return (
            token.dep_ not in ("nsubj", "dobj", "pobj", "ROOT", "attr")
            or token.head.i >= start
            or token.lower_ in ("acting", "interim", "deputy")
        )
    return token.tag_ in ("VBG",) and token.lower_ in ("acting", "managing", "founding")


def _complement(page: _Page, head: int, stop: int) -> tuple[int, int, Mention | None, Phrase | None]:
    """What follows a title: (end of the description, end of the title, organisation, place)."""
    doc = page.doc
    organisation: Mention | None = None
    place: Phrase | None = None
    end = stop
    seat = doc[stop - 1].lower_ in SEATS
    for _ in range(3):
        if end + 1 >= len(doc) or doc[end].lower_ not in COMPLEMENTS:
            break
        at = end + 1
        while at < len(doc) and doc[at].lower_ in ("the", "a", "an", "its", "their"):
            at += 1
        if at >= len(doc):
            break
        if (body := page.organisation(at)) is not None and page.begin[body] <= at:
            organisation = organisation or body
            end = page.end[body]
            break
        if seat and is_capital(doc[at]) and page.person(at) is None:
            run = at
            while run < len(doc) and (
                is_capital(doc[run])
                or (
                    doc[run].lower_ in ("and", "of", "&", "upon", "the")
                    and run + 1 < len(doc)
                    and is_capital(doc[run + 1])
                )
            ):
                run += 1
            place = page.phrase(at, run)
            end = run
            break
        if (spot := page.at.get(at)) is not None and spot.kind is Kind.PLACE:
            if doc[end].lower_ == "of" and not seat:
                place = place or Phrase(spot.start, spot.end, spot.words)
            end = page.end[spot] if doc[end].lower_ in ("of", "for") else end
            break
        if doc[end].lower_ in ("of", "for", "to", "with") and (phrase_end := _common_words(page, at)) > at:
            stop = end = phrase_end
            continue
        break
    if (
        organisation is None
        and end + 1 < len(doc)
        and doc[end].text == ","
        and (body := page.organisation(end + 1)) is not None
    ):
        after = page.end[body]
        if page.begin[body] == end + 1 and (after >= len(doc) or doc[after].text in (",", ")", ".", ";")):
            organisation, end = body, after
    return end, stop, organisation, place


def _common_words(page: _Page, at: int) -> int:
    """The end of "finance, estates and digital" after "director of"; `at` if nothing such stands there."""
    doc = page.doc
    end = at
    while end < len(doc) and end - at < 9:
        token = doc[end]
        if end in page.at and page.at[end].kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
            break
        if (
            (token.pos_ in ("NOUN", "ADJ", "PROPN") and token.lower_ not in role_heads())
            or (token.text == "-" and not doc[end - 1].whitespace_)
            or (
                token.lower_ in ("and", "&")
                and end > at
                and end + 1 < len(doc)
                and doc[end + 1].pos_ in ("NOUN", "ADJ", "PROPN")
                and end + 1 not in page.at
                and not any(_head_size(doc, k) for k in range(end + 1, min(end + 4, len(doc))))
            )
            or (token.text == "," and end > at and _is_list(page, end))
        ):
            end += 1
        else:
            break
    while end > at and (
        doc[end - 1].text in (",", "-")
        or doc[end - 1].lower_ in ("and", "&")
        or (doc[end - 1].pos_ == "ADJ" and doc[end - 1].head.i >= end)
    ):
        end -= 1
    return end


def _is_list(page: _Page, comma: int) -> bool:
    """Whether the comma lists nouns of the title: "finance, estates and digital", not "finance, Gareth Bell"."""
    doc = page.doc
    for i in range(comma + 1, min(comma + 5, len(doc))):
        if i in page.at and page.at[i].kind in (Kind.PERSON, Kind.ORGANISATION):
            return False
        if doc[i].lower_ in ("and", "&"):
            return i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "ADJ", "PROPN") and i + 1 not in page.at
        if doc[i].pos_ not in ("NOUN", "ADJ", "PROPN") and doc[i].text not in (",", "-"):
            return False
    return False


def _joined(page: _Page, titles: list[_Title]) -> list[list[_Title]]:
    """Titles that one "and" joins: "chair and director of finance"."""
    groups: list[list[_Title]] = []
    for title in titles:
        if groups:
            last = groups[-1][-1]
            between = [t.lower_ for t in page.doc[last.end : title.first]]
            if (
                between in (["and"], [",", "and"], ["and", "the"], ["and", "a"], ["and", "also"], [","])
                and len(groups[-1]) < 3
                and (between != [","] or False)
            ):
                groups[-1].append(title)
                continue
        groups.append([title])
    return groups


# ── holders ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _holder(page: _Page, group: list[_Title]) -> tuple[Mention | None, str, str]:
    """(person, rule, tense) of the construction in which the titles stand."""
    first, last = group[0], group[-1]
    for rule in (_premodifier, _brackets, _apposition_after, _apposition_before, _copula, _as_role, _appointed):
        found = rule(page, first, last)
        if found is not None:
            person, tense = found
            return person, rule.__name__.strip("_").replace("_", " "), tense
    return None, "", "current"


Found = tuple[Mention, str] | None


def _premodifier(page: _Page, first: _Title, last: _Title) -> Found:
    """ "chief executive Ann Bell", "chair of trustees Ann Bell"."""
    person = page.person(last.end) if last.end < len(page.doc) else None
    if person is not None and page.begin[person] == last.end and page.doc[last.end - 1].text != ",":
        return person, "current"
    # the title may be swallowed by the mention: "Cllr Ann Bell", "Clive Bell MP"
    inside = page.person(last.start)
    if inside is not None:
        return inside, "current"
    return None


def _brackets(page: _Page, first: _Title, last: _Title) -> Found:
    """ "Ann Bell (Director of Housing)"."""
    if first.first >= 2 and page.doc[first.first - 1].text == "(":
        person = page.person(first.first - 2)
        if person is not None:
            return person, "current"
    return None


def _apposition_after(page: _Page, first: _Title, last: _Title) -> Found:
    """ "Ann Bell, chief executive of X", also with an age or a role between: "Ann Bell, 54, …"."""
    doc = page.doc
    i = first.first - 1
    while i > 0 and doc[i].lower_ in ("now", "currently", "also", "then", "both", "and", "who", "is", "was", "once"):
        if doc[i].lower_ in ("who",):
            break
        i -= 1
    if i > 2 and doc[i].pos_ == "NOUN" and doc[i - 1].text == "," and doc[i + 1].lower_ == "and":
        i -= 1  # "Ann Bell, patient and senior adviser": another description before the title
    tense = "former" if any(t.lower_ == "was" or t.lower_ == "once" for t in doc[i : first.first]) else "current"
    if i > 0 and doc[i].lower_ == "who":
        i -= 1
        if i > 0 and doc[i].text != ",":
            i += 1
    if i < 1 or doc[i].text not in (",", "–", "—", "-", ":"):
        return None
    j = i - 1
    if j > 1 and doc[j].like_num and doc[j - 1].text == ",":
        j -= 2
    person = page.person(j)
    if person is None or doc[i].text == ":" or (doc[i].text == "-" and not doc[i].whitespace_):
        return None
    if doc[i].text == "," and not _closes(page, first, last):
        return None
    return person, tense


def _closes(page: _Page, first: _Title, last: _Title) -> bool:
    """Whether the apposition ends: by a comma, a stop, a relative clause or the end; else it is the next clause's subject."""
    doc = page.doc
    end = last.end
    if end >= len(doc):
        return True
    nxt = doc[end]
    if nxt.text in (",", ".", ";", ":", "–", "—", ")", "”", '"', "?", "!", "-") or nxt.lower_ in (
        "who",
        "and",
        "at",
        "in",
        "of",
        "for",
        "from",
        "to",
        "since",
        "until",
        "on",
        "with",
        "whose",
        "said",
        "told",
        "says",
        "added",
    ):
        return True
    person = page.person(end)
    return person is None and nxt.dep_ != "ROOT"


def _apposition_before(page: _Page, first: _Title, last: _Title) -> Found:
    """ "the trust’s director of finance, Ann Bell,"; the description must be definite or name its organisation."""
    doc = page.doc
    end = last.end
    if end + 1 >= len(doc) or doc[end].text not in (",", "–", "—", ":"):
        return None
    person = page.person(end + 1)
    if person is None or page.begin[person] != end + 1:
        return None
    if not (
        first.is_definite
        or first.organisation
        or first.place
        or first.first == 0
        or doc[first.first - 1].lower_ in ("said", "says", "by", "added", "and", ",")
    ):
        return None
    after = page.end[person]
    if after < len(doc) and doc[after].lower_ == "and" and doc[first.first - 1].text == ",":
        return None
    return person, "current"


def _subject(page: _Page, verb: Token) -> Mention | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in ("who", "that") and verb.dep_ == "relcl":
                return page.who(verb.head)
            return page.who(child)
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i != verb.i:
        return _subject(page, verb.head)
    if verb.dep_ in ("relcl", "acl"):
        return page.who(verb.head)
    return None


def _tense_of(verb: Token) -> str:
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    if {"not", "n’t", "n't", "never"} & words:
        return "denied"
    if FUTURE & words or "wo" in words:
        return "incoming"
    if verb.tag_ == "VBD" and not {"has", "have"} & words:
        return "former"
    return "current"


def _copula(page: _Page, first: _Title, last: _Title) -> Found:
    """ "Ann Bell is / was / became chair of X", "who is …"."""
    head = page.doc[first.stop - 1]
    token = head if head.i >= first.start else page.doc[first.start]
    for candidate in (page.doc[i] for i in range(first.start, first.stop)):
        if candidate.dep_ in ("attr", "oprd", "acomp"):
            token = candidate
    if token.dep_ not in ("attr", "oprd") or token.head.lemma_ not in BECOME:
        return None
    verb = token.head
    person = _subject(page, verb)
    if person is None:
        return None
    tense = _tense_of(verb)
    if tense == "denied":
        return None
    if verb.lemma_ == "become" and tense == "former":
        tense = "current"
    return person, tense


def _as_role(page: _Page, first: _Title, last: _Title) -> Found:
    """ "joined X as chair", "will succeed A as chief executive", "served as …"."""
    doc = page.doc
    at = first.first - 1
    if at < 0 or doc[at].lower_ != "as":
        return None
    verb = doc[at].head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    person = _subject(page, verb)
    if verb.lemma_ in APPOINT and any(c.dep_ == "dobj" for c in verb.children):
        person = next((page.who(c) for c in verb.children if c.dep_ == "dobj" and page.who(c)), person)
    if person is None:
        return None
    if verb.lemma_ in LEAVE:
        return person, "former" if _tense_of(verb) == "former" else "current"
    if verb.lemma_ in SUCCEED | APPOINT | {"join", "start", "begin", "take", "return"}:
        return person, "incoming"
    if verb.lemma_ in ("serve", "work", "act", "spend", "describe"):
        return None if verb.lemma_ == "describe" else (person, _tense_of(verb))
    return None


def _appointed(page: _Page, first: _Title, last: _Title) -> Found:
    """ "has been appointed chair", "named Ann Bell chief executive", "confirmed as"."""
    doc = page.doc
    for candidate in (doc[i] for i in range(first.start, first.stop)):
        verb = candidate.head
        if (
            candidate.dep_ in ("oprd", "attr", "dobj", "xcomp")
            and verb.lemma_ in APPOINT
            and not (first.start <= verb.i < first.stop)
        ):
            passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.dep_ in ("acl", "relcl")
            if passive:
                person = _subject(page, verb)
            else:
                person = next(
                    (page.who(c) for c in verb.subtree if verb.i < c.i < first.first and page.person(c.i)), None
                )
            if person is not None:
                return person, "incoming"
    return None


# ── verbs that are roles ──────────────────────────────────────────────────────────────────────────────────────────────

VERBS = {"chair": "chair", "lead": "leads", "run": "runs", "head": "heads", "co-chair": "chair"}


def _verbal(page: _Page) -> Iterator[Role]:
    """ "who chairs X", "Bell, who leads the Harrow group"."""
    for verb in page.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in VERBS or verb.dep_ not in ("relcl", "ROOT", "conj", "acl"):
            continue
        bodies = [page.organisation(c.i) for c in verb.children if c.dep_ == "dobj"]
        body = next((b for b in bodies if b is not None), None)
        person = _subject(page, verb)
        if body is None or person is None or verb.tag_ == "VBG":
            continue
        tense = _tense_of(verb)
        if tense == "denied":
            continue
        title = page.phrase(verb.i, verb.i + 1)
        if verb.lemma_ == "chair":
            title = Phrase(title.start, title.start + 5, page.article.document.text[title.start : title.start + 5])
        yield Role(Span(title.start, body.end), title, body, None, person, tense, "verb")
