"""Words that name a post, and whom the same construction names.

A title is found at its head word ("chief executive", "minister": `_role_heads.py`) and widened (`_role_titles.py`), joined with
whose and what it is of (`_role_bodies.py`), then with a person by the construction in which it stands (`_role_holders.py`,
`_role_clauses.py`); some verbs are titles themselves ("who chairs X", `_role_verbs.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import words
from kg.lexicon.roles import role_concept, role_family
from kg.mention._role_boards import board_seats
from kg.mention._role_bodies import title_at
from kg.mention._role_chains import beside, climbing, of_the_force, respectively, with_next
from kg.mention._role_founders import founders
from kg.mention._role_further import further_bodies
from kg.mention._role_heads import is_plural, title_heads
from kg.mention._role_holders import holding
from kg.mention._role_leading import led_body
from kg.mention._role_lists import BY_VERB, continued
from kg.mention._role_names import with_bodies, with_shown, without_fields, without_titles
from kg.mention._role_page import Page
from kg.mention._role_parts import AT_GATHERINGS, RANKS, Holding, Title, is_party
from kg.mention._role_subjects import clause_subject
from kg.mention._role_verbs import predecessor, verbal
from kg.mention.spans import POSSESSIVE
from kg.model import Kind, Mention, Phrase, Span
from kg.parsed import ParsedArticle, Role

JOINTS = (["and"], [",", "and"], ["&"], ["and", "the"], ["and", "a"], ["and", "also"], [","], ["/"])
GATHERINGS = words("gathering_heads") | {"session", "event", "discussion", "talk", "interview", "quiz", "roundtable"}
SERVING = frozenset(["spokesperson", "aide", "adviser", "lawyer", "solicitor", "assistant"])
ENDED = frozenset("resignation departure dismissal sacking removal ousting death ouster".split())


def find_roles(article: ParsedArticle) -> ParsedArticle:
    """The article with its roles, sorted by place; names that had swallowed a title are cut back to the name."""
    article = without_titles(article)
    roles, shown = _all(article, frozenset())
    if shown:  # once more, now that the names are bodies
        article, revealed = with_shown(article, shown)
        roles, _ = _all(article, revealed)
    unique = {
        (role.title, role.holder, role.organisation): role for role in sorted(roles, key=lambda r: (r.span, r.rule))
    }
    held = {role.title for role in roles if role.holder is not None}
    kept = [r for r in unique.values() if r.holder is not None or r.title not in held]
    article = with_bodies(article, [role.organisation for role in kept if role.organisation is not None])
    article = without_fields(article, [role.title for role in kept])
    return replace(
        article,
        roles=tuple(
            sorted(kept, key=lambda r: (r.span, r.title.start, r.rule, r.holder or r.title, r.organisation or r.title))
        ),
    )


def _all(article: ParsedArticle, revealed: frozenset[Mention]) -> tuple[list[Role], list[Mention]]:
    """The roles of the article, and the names that they show to be bodies; `revealed` are those that are known to be."""
    roles: list[Role] = []
    shown: list[Mention] = []
    for paragraph in article.paragraphs:
        page = Page(article, paragraph, revealed)
        roles += _in_paragraph(page)
        shown += page.shown
    return roles, shown


def _in_paragraph(page: Page) -> Iterator[Role]:
    groups = _groups(page, _titles(page))
    held = [holding(page, group) for group in groups]
    before: tuple[Sequence[Title], Holding] | None = None
    for k, group in enumerate(groups):
        following = groups[k + 1] if k + 1 < len(groups) else None
        steps = climbing(page, group, following) if following is not None else None
        if steps is not None:
            held[k : k + 2] = steps
        pairs = respectively(page, group)
        for title, holder in zip(group, pairs, strict=False):
            yield from _of_group(page, [title], Holding((holder,), "current", "apposed", group[-1].organisation))
        if pairs:
            continue
        if following is not None and held[k] is None:
            held[k + 1] = of_the_force(page, group, following, held[k + 1])
        found = held[k] or (with_next(page, group, following, held[k + 1]) if following is not None else None)
        if found is None and before is not None:
            found = continued(page, *before, group)
        elif found is not None and before is not None:
            found = beside(page, before, group, found)
        before = (group, found) if found is not None else before
        yield from _of_group(page, group, found)
    yield from verbal(page)
    yield from founders(page)
    yield from board_seats(page)


def _titles(page: Page) -> list[Title]:
    found: list[Title] = []
    done = 0
    for head, stop in title_heads(page):
        if head >= done:
            title = title_at(page, head, stop)
            if found and found[-1].start >= title.start:
                found.pop()  # the "Chief" of "Chief Operations Officer"
            if not (_is_of_a_gathering(page, title) or _is_praise(page, title) or _is_a_surname(page, title)):
                found.append(title)
            done = title.end
    return found


def _is_of_a_gathering(page: Page, title: Title) -> bool:
    """Whether the words say what somebody is at a gathering: "the session’s mediator", "a speaker at the debate"."""
    if page.doc[title.stop - 1].lower_ not in AT_GATHERINGS or title.organisation is not None:
        return False
    owner = page.words(title.first - 2, title.first)
    whose = owner[:1] if owner[1:] and owner[1] in POSSESSIVE else owner[1:]
    of = page.words(title.stop, title.stop + 6) if page.words(title.stop, title.stop + 1) != [","] else []
    at = [word for word in of[1:] if of[0] in ("of", "at", "for", "on")]
    return bool(GATHERINGS & {*whose, *at})


def _is_praise(page: Page, title: Title) -> bool:
    """Whether the words say how good somebody is, or give a prize: "best director", "how good a prime minister", "fellow nominee"."""
    if page.doc[title.stop - 1].lower_.startswith("nominee"):
        is_of_party = title.organisation is not None and is_party(title.organisation)
        return not (is_of_party or {"presidential", "gubernatorial"} & set(page.words(title.start, title.stop)))
    article = title.start - 1
    is_measured = article > 0 and page.doc[article].lower_ in ("a", "an") and page.doc[article - 1].pos_ == "ADJ"
    return page.doc[title.start].lower_ == "best" or is_measured


def _is_a_surname(page: Page, title: Title) -> bool:
    """Whether a lone word in capitals is the surname of somebody whom the article names: "Ann Cook spoke. Cook said"."""
    word = page.doc[title.start]
    is_before_name = title.stop < len(page.doc) and page.person(title.stop) is not None
    if title.stop - title.start > 1 or title.first < title.start or not word.text.istitle() or is_before_name:
        return False
    people = (m.words.split() for m in page.article.mentions if m.kind is Kind.PERSON)
    return any(len(names) > 1 and names[-1] == word.text for names in people)


def _groups(page: Page, titles: Sequence[Title]) -> list[list[Title]]:
    """Titles that one "and" joins: "chair and director of finance"."""
    groups: list[list[Title]] = []
    for title in titles:
        if groups and len(groups[-1]) < 8:
            last = groups[-1][-1]
            between = page.words(last.end, title.first)
            is_same_line = last.end <= title.first and between in JOINTS
            # "of Harrow Bank, a leader in its field" speaks of the bank
            is_of_the_body = _is_complement(page, last) and title.organisation is None and title.place is None
            is_of_the_body = is_of_the_body and (title.end >= len(page.doc) or page.person(title.end) is None)
            if (
                is_same_line
                and not _are_two(page, last, title)
                and (between != [","] or not (title.is_definite or is_of_the_body))
            ):
                groups[-1].append(title)
                continue
        groups.append([title])
    return groups


def _are_two(page: Page, one: Title, other: Title) -> bool:
    """Whether two joined titles are two people's: "both the chair and …", "the prime minister and Chancellor Ann Bell"."""
    doc = page.doc
    serves = role_concept(doc[one.start : one.stop].text) in SERVING and one.end > one.stop
    if serves and other.end < len(doc) and page.person(other.end) is not None:
        return True  # "a spokesman for Harrow Justice and Home Affairs Commissioner Ann Bell"
    is_both = one.first > 0 and doc[one.first - 1].lower_ == "both"
    head = doc[other.start : other.stop].root
    acts = head.dep_ in ("nsubj", "nsubjpass") and head.head.i > head.i and head.head.i >= other.stop
    if acts or (other.is_definite and not one.is_definite and head.dep_ == "conj" and page.person(head.head.i)):
        return True  # "was chair of A, and the director of B said", "met Ann Bell, chair of A, and the director of B"
    return is_both or (one.is_definite and doc[one.start].text.islower() and doc[other.start].text.istitle())


def _of_group(page: Page, group: Sequence[Title], found: Holding | None) -> Iterator[Role]:
    for k, title in enumerate(group):
        place = title.place
        body = title.organisation or _shared(page, group, k)
        if body is None and place is None and found is not None:
            body = found.body
        body = body or _where(page, title) or (clause_subject(page, title) if found is not None else None)
        if body is None and place is None and found is not None:
            body = led_body(page, title, found)
        printed = _printed(page, title)
        around = page.phrase(title.first, title.end)
        role = Role(Span(around.start, around.end), printed, body, place, None, title.tense, "")
        if found is None:
            if not title.is_plural:
                yield role
            continue
        how = title.tense if title.tense != "current" else found.tense
        how = "former" if how == "current" and _is_given_up(page, title) else how
        for person in found.people:
            for one in (body, *further_bodies(page, title)):
                yield replace(role, holder=person, organisation=one, tense=how, rule=found.rule)
        before = _before(page, title, found)
        if before is not None:
            yield replace(
                role, title=_lasting(page, title, printed), holder=before[0], tense=before[1], rule="predecessor"
            )


def _printed(page: Page, title: Title) -> Phrase:
    """The title as printed; of "joint heads of housing" what each of them is."""
    if not (title.is_plural or title.is_one):
        return page.phrase(title.start, title.stop)
    heads = [t.i for t in page.doc[title.start : title.stop] if is_plural(t) and role_concept(t.text[:-1])]
    printed = page.phrase(title.start, (heads[0] if heads else title.stop - 1) + 1)
    return Phrase(printed.start, printed.end - 1, printed.words[:-1])


def _is_given_up(page: Page, title: Title) -> bool:
    """Whether the words before are of the end of it: "accepted the resignation of his minister, Ann Bell"."""
    before = page.words(title.first - 2, title.first)
    return before[1:] == ["of"] and before[0] in ENDED


def _lasting(page: Page, title: Title, printed: Phrase) -> Phrase:
    """The title without "interim": who held the post before did so for good."""
    if page.doc[title.start].lower_ not in ("interim", "acting"):
        return printed
    return page.article.phrase(page.phrase(title.start + 1, title.stop).start, printed.end)


def _before(page: Page, title: Title, found: Holding) -> tuple[Mention, str] | None:
    """Whom the holder follows in the post: "was appointed chair after Clive Marsh left", "chair Ann Bell, who succeeded Clive Marsh"."""
    if found.rule in BY_VERB:
        return predecessor(page, title.start, found.people[0])
    is_head = role_family(page.doc[title.start : title.stop].text) == "head"
    is_one = len(found.people) == 1 and title.tense == found.tense == "current"
    return predecessor(page, title.start, found.people[0], by_holder=True) if is_head and is_one else None


def _shared(page: Page, group: Sequence[Title], k: int) -> Mention | None:
    """The body of a joined title: "chair and director of the Harrow Trust", "Harrow Trust chair and director"."""
    title = group[k]
    words_ = page.doc[title.start : title.stop].text
    is_another = page.doc[title.first].lower_ in ("a", "an")
    if (
        title.place is not None
        or is_another
        or role_family(words_) not in ("head", "post")
        or role_concept(words_) in RANKS
    ):
        return None
    after = (
        t.organisation
        for t in group[k + 1 :]
        if t.organisation and _is_complement(page, t) and not t.organisation.words.endswith(" Committee")
    )  # a "non-executive director and chair of the Audit Committee" is director of the firm
    before = (t.organisation for t in group[:k] if t.organisation and not _is_complement(page, t))
    return next(after, None) or next(before, None)


def _is_complement(page: Page, title: Title) -> bool:
    """Whether the body of a title stands after it."""
    return title.organisation is not None and title.organisation.start > page.phrase(title.start, title.stop).start


def _where(page: Page, title: Title) -> Mention | None:
    """The body in "came from the Harrow Trust, where she was chair"."""
    for i in range(title.first - 1, max(title.first - 7, 1), -1):
        if page.doc[i].lower_ == "where":
            before = i - 1 if page.doc[i - 1].text != "," else i - 2
            return page.organisation(before) if before >= 0 else None
        if page.doc[i].text in (".", ";"):
            return None
    return None
