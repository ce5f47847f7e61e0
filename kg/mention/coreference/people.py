"""People by name: full names, surnames, first names."""

from __future__ import annotations

from kg.lexicon import words
from kg.lexicon.people import PEERS, bare_name, gender_of
from kg.mention.coreference.groups import Group, Groups
from kg.mention.spans import is_capital
from kg.model import Form, Kind, Mention


def full_names(work: Groups) -> None:
    """People by full name: the same words without honorifics and post-nominals."""
    for mention in work.named:
        if mention.kind is Kind.PERSON and not _is_short(mention):
            name = bare_name(mention.words)
            tokens = name.lower().replace(".", "").split()
            group = next((g for g in work.people() if _same_person(g.tokens, tokens)), None)
            group = group or work.new(Kind.PERSON, name)
            if len(name) > len(group.name) and not name.isupper():
                group.name = name
            work.add(group, mention)


def _is_short(mention: Mention) -> bool:
    """Whether the words are a lone surname or first name; a double surname after a title is one word."""
    bare = bare_name(mention.words)
    return mention.form is Form.SHORT or (bare != mention.words and " " not in bare)


def short_people(work: Groups) -> None:
    """A surname, or a first name, of exactly one person; after an honorific also a person of their own."""
    for mention in work.named:
        if mention.kind is not Kind.PERSON or not _is_short(mention):
            continue
        name = bare_name(mention.words).lower()
        has_title = bare_name(mention.words) != mention.words or mention.words.split()[0].lower() in PEERS
        bare = name.split()[-1] if mention.words.split()[0].lower() in PEERS else name
        owners = [
            g for g in work.people() if bare in (g.tokens[-1], " ".join(g.tokens[1:])) and _may_be(g, mention.words)
        ]
        if not owners:
            owners = [g for g in work.people() if g.tokens[0] == bare and _may_be(g, mention.words)]
        if len(owners) > 1:
            owners = _nearest_same(work, owners, mention)
        if len(owners) == 1:
            work.add(owners[0], mention)
        elif not owners and has_title:
            whole = mention.words if mention.words.split()[0].lower() in PEERS else bare_name(mention.words)
            work.add(work.new(Kind.PERSON, whole), mention)


def _nearest_same(work: Groups, owners: list[Group], mention: Mention) -> list[Group]:
    """Of namesakes, the one with the right gender if only one has it; else nobody."""
    gender = gender_of(mention.words)
    fitting = [g for g in owners if gender and g.gender == gender]
    return fitting if len(fitting) == 1 else owners


def bare_surnames(work: Groups) -> None:
    """Capitalised words that are the surname of exactly one person, where the model saw a place, a body or nothing."""
    surnames: dict[str, list[Group]] = {}
    for group in work.people():
        if group.is_named and len(group.tokens) > 1:
            surnames.setdefault(group.name.split()[-1], []).append(group)
    for paragraph in work.article.paragraphs:
        for token in paragraph.doc:
            owners = surnames.get(token.text, [])
            if len(owners) != 1 or not is_capital(token):
                continue
            if token.i + 1 < len(paragraph.doc) and is_capital(paragraph.doc[token.i + 1]) and token.whitespace_:
                continue
            where = paragraph.span_of(token)
            inside = [m for m in work.of if m.start < where.end and where.start < m.end]
            exact = [
                m
                for m in inside
                if m.span == where and m.kind is not Kind.PERSON and work.of[m].kind is not Kind.PERSON
            ]
            if inside and not exact:
                continue
            if (
                token.i
                and is_capital(paragraph.doc[token.i - 1])
                and not paragraph.doc[token.i - 1].is_sent_start
                and paragraph.doc[token.i - 1].lower_ not in words("role_heads")
            ):
                continue
            for other in exact:
                if (
                    len(work.of[other].mentions) > 1
                    and work.of[other].kind is Kind.ORGANISATION
                    and " " in work.of[other].name
                ):
                    break
                work.drop(other)
            else:
                work.add(owners[0], Mention(where.start, where.end, token.text, Kind.PERSON, Form.SHORT))


def lone_names(work: Groups) -> None:
    """Lone words that name a person of their own: those that the model takes for people, sure only where more speaks for it."""
    holders = {role.holder for role in work.article.roles if role.holder is not None}
    for mention in work.named:
        if mention.kind is not Kind.PERSON or mention.form is not Form.SHORT or mention in work.of:
            continue
        name = bare_name(mention.words)
        if any(name.lower() in g.tokens for g in work.people() if len(g.tokens) > 1) or _is_part(work, mention):
            continue  # a namesake of somebody, so that it cannot be told who, or a piece of a longer name
        group = next((g for g in work.people() if g.name == name), None)
        group = group or work.new(Kind.PERSON, name, is_sure=False)
        group.is_sure = group.is_sure or name in words("first_names") or mention in holders
        work.add(group, mention)


def _is_part(work: Groups, mention: Mention) -> bool:
    """Whether it is the piece of a longer name, with a capitalised word beside it, or only modifies a noun."""
    paragraph = work.article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph is not None else None
    if paragraph is None or span is None:
        return False
    if span.root.dep_ in ("compound", "amod", "nmod") and span.root.head.pos_ == "NOUN":
        return True
    after = paragraph.doc[span.end : span.end + 1]
    before = paragraph.doc[max(0, span.start - 1) : span.start]
    return any(is_capital(t) and t.is_alpha and not t.is_sent_start for t in (*before, *after))


def _same_person(one: list[str], other: list[str]) -> bool:
    """The same name, or the same first and last name with middle names or initials in one of them."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= 2 and len(longer) == len(shorter) + 1 and shorter[0] == longer[0] and shorter[-1] == longer[-1]
    )


def _may_be(group: Group, words_: str) -> bool:
    """Whether the honorific does not speak against it."""
    first = words_.split(maxsplit=1)[0].lower().strip(".")
    gender = gender_of(words_) if first in words("honorifics") else ""
    return not (gender and group.gender and gender != group.gender)
