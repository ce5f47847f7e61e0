"""Holders: whom the construction names in which a title stands. Each construction is one rule with a name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.roles import role_concept, role_family
from kg.mention._lists import countries
from kg.mention._role_by_verb import appointed, as_role, copula, copula_before, head_of, plain_copula, role_of
from kg.mention._role_clauses import LEAVE, body_of_verb
from kg.mention._role_named import LONGEST_DESCRIPTION, after_bracket, after_more, described_from, describes, named_from
from kg.mention._role_page import Page
from kg.mention._role_parts import BODY_NOUNS, Holding, Title
from kg.mention.spans import POSSESSIVE
from kg.model import Mention

CLOSERS = frozenset(',.;:–—)”"?!-')
AFTER_APPOSITION = frozenset(
    """
    who and at in of for from to since until on with whose said told says added where when but as during based
    """.split()
)
BEFORE_NAMES = frozenset(
    ["said", "says", "by", "added", "and", ",", "to", "told", "with", "from", "of", "as", "is", "was"]
)
ADVERBS = frozenset(
    """
    now currently presently also then both and who is was once formerly previously later until recently still most perhaps
    """.split()
)
PAST_ADVERBS = frozenset(["was", "once", "formerly", "previously"])

EMPLOYED = frozenset(
    """
    analyst economist researcher professor lecturer scientist historian physicist biologist chemist psychologist sociologist
    strategist trader broker banker astronomer geologist epidemiologist political-scientist consultant lawyer
    """.split()
)


def holding(page: Page, group: Sequence[Title]) -> Holding | None:
    """Who holds the titles; None where the construction names nobody or denies it."""
    first, last = group[0], group[-1]
    if last.end == last.stop < len(page.doc) and page.doc[last.end].text in POSSESSIVE:
        return None  # "the organiser’s brother"
    for rule in RULES:
        found = rule(page, first, last)
        if found is not None:
            if found.tense == "denied":
                return None
            many = first.is_plural or any(title.is_plural for title in group)
            people_ = found.people if many or rule in (copula, appointed, as_role) else found.people[:1]
            if many and len(people_) < 2:
                return None
            return Holding(people_, found.tense, rule.__name__.strip("_").replace("_", " "), found.body)
    return None


# ── side by side ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _premodifier(page: Page, first: Title, last: Title) -> Holding | None:
    """ "chief executive Ann Bell", "chair of trustees Ann Bell", "analyst Ann Bell of Acme"."""
    # the title may be swallowed by the mention: "Cllr Ann Bell", "Clive Bell MP"
    inside = page.person(last.start)
    if inside is not None and page.end[inside] - page.begin[inside] <= last.stop - last.start:
        return None
    if inside is not None:
        return Holding((inside,), "current", body=_body_after(page, last, inside))
    begun = page.person(last.stop - 1)
    if begun is not None and page.end[begun] > last.stop:
        return Holding((begun,), "current", body=_body_after(page, last, begun))  # "Detective [Sergeant Ann Bell]"
    if last.end >= len(page.doc) or page.doc[last.end - 1].text == ",":
        return None
    if first.first > 0 and page.doc[first.first - 1].lower_ == "at":
        return None  # "at analyst Harrow Research": whatever the name is, it is a place to be at
    named = named_from(page, after_bracket(page, last.end))
    if not named or (last.organisation is not None and last.end != last.stop and not _ends_title(page, last)):
        return None
    return Holding(named, "current", body=_body_after(page, last, named[0]))


def _ends_title(page: Page, last: Title) -> bool:
    """Whether a name may follow the complement directly: "director of the Harrow Trust Ann Bell", "President of France Ann Bell"."""
    return page.doc[last.end - 1].text not in (",", "(")


def _body_after(page: Page, last: Title, person: Mention) -> Mention | None:
    """The body in "analyst Ann Bell of Acme", "analyst Ann Bell at Acme"; a singer may be anywhere."""
    doc, i = page.doc, page.end[person]
    i += i < len(doc) and doc[i].text == ","
    words = doc[last.start : last.stop].text
    may_be_at = role_family(words) != "job" or role_concept(words) in EMPLOYED
    links = ("of", "at", "from", "with") if may_be_at else ("of",)
    if i + 1 >= len(doc) or doc[i].lower_ not in links:
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    at = i
    while (
        i < len(doc)
        and i - at < LONGEST_DESCRIPTION
        and page.organisation(i) is None
        and describes(doc[i], is_first=False)
    ):
        i += 1  # "of the brokerage Harrow Bank"
    body = page.organisation(i) if i < len(doc) else None
    is_described = i == at or doc[i - 1].lower_ in BODY_NOUNS
    is_body = body is not None and page.begin[body] <= i and body.words not in countries()
    return body if is_body and is_described else None


def _brackets(page: Page, first: Title, last: Title) -> Holding | None:
    """ "Ann Bell (Director of Housing)"."""
    if first.first >= 2 and page.doc[first.first - 1].text == "(":
        person = page.person(first.first - 2)
        if person is not None:
            return Holding((person,), "current")
    return None


def _apposition_after(page: Page, first: Title, last: Title) -> Holding | None:
    """ "Ann Bell, chief executive of X", also with an age or a role between: "Ann Bell, 54, …"."""
    doc = page.doc
    i = first.first - 1
    while i > 0 and doc[i].lower_ in ADVERBS and doc[i].lower_ != "who":
        i -= 1
    if i > 2 and doc[i].pos_ == "NOUN" and doc[i - 1].text == "," and doc[i + 1].lower_ == "and":
        i -= 1  # "Ann Bell, patient and senior adviser": another description before the title
    how = "former" if PAST_ADVERBS & set(page.words(i, first.first)) else "current"
    if i > 0 and doc[i].lower_ == "who":
        i -= doc[i - 1].text == ","
    if i < 1 or doc[i].text not in (",", "–", "—", "-") or _opens_another(page, first, last):
        return None
    j = _before_aside(page, i - 1)
    person = page.person(j)
    if person is None or (doc[i].text == "-" and not doc[i].whitespace_):
        return None
    if doc[i].text == "," and not _closes(page, last):
        return None
    before = page.begin[person] - 1
    other = page.person(before - 1) if first.is_plural and before > 0 and doc[before].lower_ == "and" else None
    people = (person,) if other is None else (other, person)
    return Holding(people, "former" if _is_dated(page, last, person) else how)


def _opens_another(page: Page, first: Title, last: Title) -> bool:
    """Whether the title after "X, and" is of the next person: "Ann Bell, and the Tarnish leader, Peter Marsh"."""
    doc, end = page.doc, last.end
    i = first.first - 1
    follows = (i > 0 and doc[i].lower_ == "and") or (i >= 0 and doc[first.first].lower_ == "and")
    follows = follows or doc[first.first].lower_ in (
        "its",
        "their",
    )  # "its chair Ann Bell, its director, Clive Marsh, and …"
    if not follows or end + 1 >= len(doc):
        return False
    is_before_title = doc[end].text.istitle() and page.person(end) is None  # "and current leader Shaikh Omar Bell"
    return (doc[end].text == "," or is_before_title) and page.person(end + 1) is not None


def _is_dated(page: Page, last: Title, person: Mention) -> bool:
    """Whether the post is over: by what follows the title, or for the dead: "until last year", "an adviser to the trust in 2022"."""
    words = page.words(last.end, last.end + 3)
    if page.begin.get(person, 0) > 0 and page.doc[page.begin[person] - 1].lower_ == "late":
        return True  # "the late Ann Bell, a bus driver"
    if words[:1] == ["until"]:
        return "next" not in words
    return words[:1] == ["in"] and len(words) > 1 and words[1].isdigit() and len(words[1]) == len("2022")


def _before_aside(page: Page, j: int) -> int:
    """The token before an age or a bracket: "Ann Bell, 54", "Ann Bell (Lab)"."""
    doc = page.doc
    if j > 1 and doc[j].like_num and doc[j - 1].text == ",":
        return j - 2
    if doc[j].text == ")":
        k = j
        while k > 0 and doc[k].text != "(" and j - k < 8:
            k -= 1
        return k - 1 if k > 0 and doc[k].text == "(" else j
    return j


def _closes(page: Page, last: Title) -> bool:
    """Whether the apposition ends: by a comma, a stop, a relative clause or the end; else it is the next clause's subject."""
    doc, end = page.doc, last.end
    if end >= len(doc):
        return True
    after = doc[end]
    if after.text in CLOSERS or after.lower_ in AFTER_APPOSITION:
        return True
    return page.person(end) is None and after.dep_ != "ROOT" and after.pos_ != "AUX"


def _apposition_before(page: Page, first: Title, last: Title) -> Holding | None:
    """ "the trust’s director of finance, Ann Bell,"; the description must be definite or name its organisation."""
    doc, end = page.doc, after_more(page, last.end)
    if doc[first.first - 1].lower_ == "as" and doc[first.first - 1].head.lemma_ in LEAVE and first.first:
        named = named_from(page, end + 1) if doc[end : end + 1].text == "," else ()
        return Holding(named[:1], "former", body=body_of_verb(page, doc[first.first - 1].head)) if named else None
    if end + 1 >= len(doc) or doc[end].text not in (",", "–", "—", ":"):
        return None
    named = named_from(page, end + 1) or described_from(page, end + 1)
    if not named:
        return None
    is_telling = first.is_definite or first.organisation or first.place or bool(doc[first.first].is_sent_start)
    is_telling = is_telling or doc[first.first - 1].lower_ in BEFORE_NAMES or doc[first.first - 1].text in POSSESSIVE
    if not (is_telling or _is_one_of_many(page, first, named)):
        return None
    after = page.end[named[0]]
    is_listed = after < len(doc) and doc[after].lower_ == "and" and first.first > 0 and doc[first.first - 1].text == ","
    if is_listed and not first.is_plural:
        return None
    return Holding(named, "current")


def _is_one_of_many(page: Page, first: Title, named: Sequence[Mention]) -> bool:
    """Whether "a coroner, Ann Bell," names the one of whom it speaks; "a coroner, Ann Bell and …" is a list."""
    doc, after = page.doc, page.end[named[0]]
    is_any = doc[first.first].lower_ in ("a", "an", "another") and len(named) == 1 and not first.is_plural
    if not is_any or after >= len(doc) or doc[after].text not in (",", "."):
        return False
    return after + 1 >= len(doc) or doc[after + 1].lower_ not in ("and", "or")


def _apposed(page: Page, first: Title, last: Title) -> Holding | None:
    """ "Ann Bell, a mother of two and chief executive of X": the parse says that the title is in apposition to the name."""
    head = head_of(page, first)
    above = head
    for _ in range(4):
        if above.dep_ not in ("appos", "conj") or above.head.i >= above.i:
            return None
        was_apposed = above.dep_ == "appos"
        above = above.head
        person = page.person(above.i)
        if person is not None:
            between = set(page.words(above.i, first.first))
            is_own_clause = was_apposed or head.dep_ == "appos"
            how = "former" if _is_dated(page, last, person) else "current"
            return Holding((person,), how) if is_own_clause and not {";", "with", "while"} & between else None
    return None


def _fronted(page: Page, first: Title, last: Title) -> Holding | None:
    """ "A professor at the Harrow Institute, she said"."""
    doc, at = page.doc, first.first - 1
    starts = first.start == 0 or doc[first.first].is_sent_start or (at >= 0 and doc[at].is_sent_start)
    if not starts or first.is_plural or last.end + 1 >= len(doc) or doc[last.end].text != ",":
        return None
    if at >= 0 and doc[at].is_sent_start and doc[at].lower_ not in ("a", "an", "as"):
        return None
    token = doc[last.end + 1]
    person = page.who(token) if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "PRON" else None
    return Holding((person,), "current") if person is not None else None


# ── by a verb ─────────────────────────────────────────────────────────────────────────────────────────────────────────


RULES = (
    _premodifier, _brackets, _apposition_after, _apposition_before, copula, copula_before, as_role, appointed, role_of, _apposed,
    _fronted, plain_copula,
)  # fmt: skip
