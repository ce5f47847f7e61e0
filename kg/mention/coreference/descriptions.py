"""Organisations by a description: "the trust", "its council", "its" before a post."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.roles import role_family
from kg.mention._no_bodies import opens_as_common_word
from kg.mention.acronyms import introduced_acronyms
from kg.mention.coreference.groups import Group, Groups
from kg.mention.coreference.sorts import STANDS_FOR, sort_in
from kg.mention.organisations import heads, institutions
from kg.model import Form, Kind, Mention, Span
from kg.tokens import Token

UNNAMED = frozenset(("department",))  # stand for a body of their own where nothing before them fits
UNNAMED_WITH = frozenset(
    ["committee", "authority", "board", "association", "council", "commission"]
)  # only with a word between: "the planning committee"
OWNERS = ("its", "his", "her", "their")
FOR_ANY = frozenset(["company", "firm", "group", "club"])  # stand for a body whose name does not show its sort
OF_STATE = frozenset("government parliament state party administration assembly council union nation nations".split())
OFTEN = 2  # a body named more often is what the article is about, wherever its name stands
JUST_BEFORE = 350  # characters


def definite_bodies(work: Groups) -> None:
    """ "the trust", "its council": the last body before whose name has that head, or is of a sort that it stands for."""
    employers = {role.organisation.span for role in work.article.roles if role.organisation is not None}
    for paragraph in work.article.paragraphs:
        for token in paragraph.doc:
            first = _first_of(token)
            if first is None:
                continue
            where = paragraph.span_of(paragraph.doc[first : token.i + 1])
            if (_is_modifier(token) and where not in employers) or not _make_room(work, where):
                continue
            words_ = work.article.document.text[where.start : where.end]
            mention = Mention(where.start, where.end, words_, Kind.ORGANISATION, Form.DESCRIPTION)
            is_long = token.i - first > 1
            owner = None if is_long else _by_letters(work, token.text) or _body_for(work, token.lower_, mention)
            if owner is not None:
                work.add(owner, mention)
            elif token.lower_ in UNNAMED or (token.lower_ in UNNAMED_WITH and is_long):
                known = next((g for g in work.bodies() if g.name.lower() == words_.lower()), None)
                work.add(known or work.new(Kind.ORGANISATION, words_, is_named=False), mention)


def _first_of(token: Token) -> int | None:
    """Where a definite description of a body begins whose head is the token; None if it is none."""
    doc, word = token.doc, token.lower_
    if word in heads() and opens_as_common_word(token) and _is_modifier(token):
        return token.i  # "Trust chairman Ann Bell said"
    if token.i == 0 or (word not in heads() and word not in STANDS_FOR and word != "organisation"):
        return None
    first = token.i - 1
    while first > 0 and token.i - first < 4 and doc[first].text.islower() and doc[first].pos_ in ("NOUN", "ADJ"):
        first -= 1
    if doc[first].lower_ not in ("the", "this", *OWNERS) or (token.i - first > 1 and word not in UNNAMED_WITH):
        return None
    return first


def _is_modifier(token: Token) -> bool:
    """Whether the word stands before another noun: "the party conference"; before a post it may be whose that is."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ in ("NOUN", "PROPN") and after.text not in ("’s", "'s")


def _make_room(work: Groups, where: Span) -> bool:
    """Whether a description can stand there: no longer or whole name does; a lone word inside it goes."""
    inside = [m for m in work.of if m.kind is Kind.ORGANISATION and m.start < where.end and where.start < m.end]
    for other in inside:
        if other.end - other.start > where.end - where.start or " " in other.words or other.words in institutions():
            return False
    for other in inside:
        work.drop(other)
    return True


def _by_letters(work: Groups, text: str) -> Group | None:
    full = introduced_acronyms(work.article).get(text) if text.isupper() else None
    return next((g for m, g in work.of.items() if full is not None and m.span == full.span), None)


def _body_for(work: Groups, word: str, mention: Mention) -> Group | None:
    """The body that the word stands for: by its head before by its sort; of several the last one that is told of before the place.

    A body named in passing is meant only where no other fits, and by no word that fits any body ("the company"). After "his",
    "her" or "their" only where no other body fits: whose it is, is not looked at.
    """
    before = next((g for m, g in work.of.items() if m.kind is Kind.ORGANISATION and _is_beside(work, m, mention)), None)
    if before is not None:
        return before
    fitting: list[tuple[int, int, Group]] = []
    for group in work.bodies():
        last = max((m.start for m in group.mentions if m.start < mention.start), default=None)
        if not group.is_named or last is None:
            continue
        if (
            _has_head(group, word)
            and word != "party"
            and not (word == "organisation" and group.tokens[-1] == "government")
        ):
            fitting.append((1, last, group))
        elif (
            _is_of_sort(work, group, word)
            or (word == "party" and _has_head(group, word))
            or (word in FOR_ANY and _is_topic(work, group, mention, last))
        ):
            fitting.append((0, last, group))
    if mention.words.split()[0].lower() in ("his", "her", "their") and len(fitting) > 1:
        return None
    best = max((level for level, _, _ in fitting), default=0)
    likely = [(last, g) for level, last, g in fitting if level == best]
    told = [(at, g) for _, g in likely if (at := _last_told(work, g, mention.start, is_head=bool(best))) is not None]
    pool = told if told or word in FOR_ANY else likely
    return max(pool, key=lambda item: item[0])[1] if pool else None


def _is_beside(work: Groups, name: Mention, mention: Mention) -> bool:
    """Whether the description is put after the name: "Tarn Steel, the company that …"."""
    text = work.article.document.text
    return text[name.end : mention.start] == ", " and text[mention.end :].startswith((" that ", " which ", " behind "))


def _last_told(work: Groups, group: Group, before: int, *, is_head: bool) -> int | None:
    """Where the article last tells something of the body before that place: as a subject, in its opening, or often; else None.

    A body that has the word as its head (`is_head`) is told of wherever somebody holds a post there.
    """
    earlier = sorted(m for m in group.mentions if m.start < before)
    employers = [role.organisation for role in work.article.roles if is_head and role.organisation is not None]
    telling = [
        m.start
        for m in earlier
        if len(earlier) > OFTEN or _is_subject(work, m) or m.end <= _end_of_opening(work) or m in employers
    ]
    return max(telling, default=earlier[-1].start if len(earlier) > 1 else None)


def _end_of_opening(work: Groups) -> int:
    """Where the first sentence of the body ends."""
    body = next((p for p in work.article.paragraphs if p.sort == "body"), None)
    return body.span_of(next(iter(body.doc.sents))).end if body is not None else 0


def _has_head(group: Group, word: str) -> bool:
    """Whether the word is the head of the name: its last word, or its first one where it ends in no other head."""
    tokens = group.tokens
    is_first = word == tokens[0] and (tokens[1:2] in (["of"], ["for"]) or tokens[-1] not in heads())
    return word.rstrip("s") == tokens[-1].rstrip("s") or is_first or word == "organisation"


def _is_of_sort(work: Groups, group: Group, word: str) -> bool:
    """Whether the body's sort is one that the word stands for; a well-known institution is called by few words."""
    if group.tokens[-1] in ("committee", "department") and group.tokens[-1] != word:
        return False
    if institutions().get(group.name, "company") != "company" and word not in (
        "union",
        "party",
        "regulator",
        "watchdog",
        "charity",
    ):
        return False
    return sort_in(work.article, group.name, group.mentions) in STANDS_FOR.get(word, ())


def _is_topic(work: Groups, group: Group, mention: Mention, last: int) -> bool:
    """Whether a body of unknown sort was named just before: as the subject of the last sentence, or more often than others."""
    if mention.start - last > JUST_BEFORE or group.name in institutions():
        return False
    if sort_in(work.article, group.name, group.mentions) != "other":
        return False
    if mention.words.split()[-1].lower() in ("company", "firm") and _is_told_before(work, group, mention):
        return True
    named = [len(g.mentions) for g in work.bodies() if g is not group]
    return len(group.mentions) > max(1, *named, 1)


def _is_told_before(work: Groups, group: Group, mention: Mention) -> bool:
    """Whether the body is the subject of the sentence before the mention's."""
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph is not None else None
    if paragraph is None or span is None:
        return False
    here = [(paragraph, s) for s in paragraph.doc.sents if s.end <= span.sent.start]
    at = work.article.paragraphs.index(paragraph)
    earlier = work.article.paragraphs[at - 1] if at else paragraph
    there = [(earlier, s) for s in earlier.doc.sents] if at else []
    for where, sentence in reversed([*there, *here]):
        root = next((t for t in sentence if t.dep_ == "ROOT"), None)
        subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
        if subject is None or subject.lower_ not in ("it", "they"):
            return subject is not None and any(m.span.overlaps(where.span_of(subject)) for m in group.mentions)
    return False


def owners(work: Groups) -> None:
    """ "its" before a post: the last body before it, a subject rather than another."""
    for role in work.article.roles:
        owner = role.organisation
        if owner is None or owner.form is not Form.PRONOUN:
            continue
        paragraph = work.article.paragraph_at(owner)
        near = [
            m
            for m in work.of
            if m.kind is Kind.ORGANISATION and m.end <= owner.start and paragraph and m.start >= paragraph.start
        ]
        if not near:
            near = [m for m in work.of if m.kind is Kind.ORGANISATION and m.end <= owner.start]
            near = [m for m in near if m.start >= max((x.start for x in near), default=0) - 250]
        near = _in_its_clause(work, near, owner) or near
        if role_family(role.title.words) == "office":
            near = [m for m in near if work.of[m].tokens[-1] in OF_STATE]  # a minister is no company's
        if near:
            best = max(near, key=lambda m: (_is_subject(work, m), m.start))
            work.add(work.of[best], owner)


def _in_its_clause(work: Groups, near: Sequence[Mention], owner: Mention) -> list[Mention]:
    """The body that "which" stands for in "Harrow Bank, which paid its boss"; for "their", those that are spoken of as several."""
    paragraph = work.article.paragraph_at(owner)
    span = paragraph.tokens_at(owner) if paragraph is not None else None
    if paragraph is None or span is None:
        return []
    for above in span[0].ancestors:
        if above.dep_ == "relcl" and any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in above.children):
            noun = paragraph.span_of(above.head)
            return [m for m in near if m.start <= noun.start < m.end]
    if owner.words.lower() == "their":
        return [m for m in near if _is_plural_subject(work, m)]
    return []


def _is_plural_subject(work: Groups, mention: Mention) -> bool:
    """Whether a verb in the plural follows: "Tarn Rovers have been"."""
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph is not None else None
    if span is None or span.root.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = span.root.head
    return any(
        t.tag_ == "VBP" or t.lower_ == "were"
        for t in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    )


def _is_subject(work: Groups, mention: Mention) -> bool:
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")
