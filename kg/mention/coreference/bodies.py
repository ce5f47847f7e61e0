"""Organisations by name: the same words, an acronym, a short form of exactly one longer name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kg.lexicon import words
from kg.lexicon.parties import body_names, party_names
from kg.mention.acronyms import acronym_of, introduced_acronyms
from kg.mention.coreference.groups import Group, Groups
from kg.mention.organisations import institutions
from kg.model import Form, Kind, Mention

RENAMED = re.compile(
    r"\s*(?:\(\s*|,\s+)(?:(?:formerly|formally|previously|originally|once)(?:\s+(?:known\s+as|called|named))?"
    r"|(?:also|better|now|then|today)\s+(?:known\s+as|called|named))\s+(?:the\s+)?[“\"]?"
)  # what stands between a body and its other name
OF_COUNTRY = re.compile(r"(?:[Tt]he )?(?:UK|U\.K\.|United Kingdom|British|US|U\.S\.|United States|American) (.+)")
IN_MANY_COUNTRIES = frozenset("Treasury Congress Senate Parliament Cabinet Army Navy Government Supreme High".split()) | {
    "Supreme Court", "High Court", "House of Representatives", "Air Force", "Red Cross",
}  # fmt: skip
SPELT = re.compile(r"(?:[A-Z]\.)+[A-Z]?")  # "U.N."
TELLING = 4  # so many letters are hardly another body's by chance
OPENING = 600  # characters of the body in which what a headline shortens is spelt out


def organisations(work: Groups) -> None:
    """Bodies by name, by acronym, by a short form of exactly one longer name."""
    acronyms = introduced_acronyms(work.article)
    bodies = [m for m in work.named if m.kind is Kind.ORGANISATION]
    for mention in sorted(bodies, key=lambda m: (-len(m.words.split()), m.start)):
        key = _body_key(mention.words)
        group = _body(work, key) or _by_acronym(work, mention, acronyms) or _longer(work, mention)
        if group is None:
            group = work.new(Kind.ORGANISATION, mention.words)
        if key in party_names().values() and mention.words.endswith("s") and not group.name.endswith(("s", "arty")):
            group.name = mention.words  # "Democrats" rather than "Democratic"
        form = Form.NAME if _body_key(group.name) == key else Form.SHORT
        work.add(group, replace(mention, form=form))
    _renamed(work)


def _renamed(work: Groups) -> None:
    """ "Tarn Media (formerly Bell Press)", "Tarn Media, also known as Tarn": one body by two names."""
    text = work.article.document.text
    bodies = sorted(m for m in work.of if m.kind is Kind.ORGANISATION)
    for one, other in pairwise(bodies):
        if work.of[one] is not work.of[other] and RENAMED.fullmatch(text, one.end, other.start):
            for mention in list(work.of[other].mentions):
                work.drop(mention)
                work.add(work.of[one], mention)


def _body(work: Groups, key: str) -> Group | None:
    return next((g for g in work.groups if g.kind is Kind.ORGANISATION and key in _body_keys(g.name)), None)


def _by_acronym(work: Groups, mention: Mention, acronyms: dict[str, Mention]) -> Group | None:
    """The body whose name the acronym was introduced after, or of whose name it is the initials."""
    full = acronyms.get(mention.words)
    if full is not None and full in work.of and work.of[full].kind is Kind.ORGANISATION:
        return work.of[full]
    if full is not None:
        return next(
            (g for g in work.groups if g.kind is Kind.ORGANISATION and any(m.span == full.span for m in g.mentions)),
            None,
        )
    letters = mention.words.upper().replace(".", "")  # "DfT", "U.N."
    if len(letters) == 2 and letters in institutions():
        sort = institutions()[letters]
        named = [g for g in work.groups if letters in acronym_of(g.name) and institutions().get(g.name) == sort]
        return named[0] if len(named) == 1 else None
    if "&" in mention.words and len(mention.words) < TELLING:
        named = [g for g in work.groups if mention.words == "".join(w[0] for w in g.name.split())]
        return named[0] if len(named) == 1 and named[0].kind is Kind.ORGANISATION else None  # "B&T" of "Bell & Tarn"
    if mention.words.isalnum() and sum(c.isupper() for c in mention.words) > 1 and 2 < len(letters) < 7:
        named = [g for g in work.groups if g.kind is Kind.ORGANISATION and letters in acronym_of(g.name)]
        if len(named) == 1 and _is_told_before(work, named[0], mention.words):
            return named[0]
    return None


def _is_told_before(work: Groups, full: Group, letters: str) -> bool:
    """Whether the body of the article gives the full name before the bare letters, or both are well-known institutions.

    Letters that come first stand for what a reader knows by them; the same letters further down may be another body.
    A headline does not count: it shortens what the opening spells out.
    """
    if (letters in institutions() and full.name in institutions()) or len(letters) >= TELLING:
        return True
    headline = work.article.article.headline
    first = min(
        (m.start for m in work.named if m.words == letters and not (headline and headline.covers(m))), default=None
    )
    told = min(m.start for m in full.mentions)
    if first is None:
        return told < work.article.article.body.start + OPENING
    return told < first


def _longer(work: Groups, mention: Mention) -> Group | None:
    """The one body of whose longer name the words are the beginning or the end ("Northmoor", "Comet")."""
    tokens = mention.words.lower().split()
    if mention.words in institutions() or mention.words.isupper():
        return None
    found = []
    for group in work.groups:
        if group.kind is not Kind.ORGANISATION or len(group.tokens) <= len(tokens):
            continue
        others = group.tokens
        is_paper = others[0] in words("paper_times") and len(others) == 1 + len(
            tokens
        )  # "the Argus" for the Daily Argus
        is_end = (len(tokens) > 1 or is_paper) and others[-len(tokens) :] == tokens
        if others[: len(tokens)] == tokens or is_end:
            found.append(group)
    return found[0] if len(found) == 1 else None


def _body_key(name: str) -> str:
    if SPELT.fullmatch(name):
        name = name.replace(".", "")
    key = re.sub(r"^(the|a|an) ", "", name.lower().replace("&", "and").replace("’", "'"))
    key = re.sub(r"\s+", " ", key).strip(" .")
    return body_names().get(key, key)


def _body_keys(name: str) -> set[str]:
    """The name, without its brackets, and with the bracketed acronym instead of what stands before it."""
    keys = {_body_key(name)}
    if found := re.search(r"^(.*?)\s*\(([^)]+)\)\s*(.*)$", name):
        keys |= {_body_key(f"{found[1]} {found[3]}"), _body_key(f"{found[2]} {found[3]}")}
    if (found := OF_COUNTRY.match(name)) and found[1] in institutions() and found[1] not in IN_MANY_COUNTRIES:
        keys.add(_body_key(found[1]))
    return keys
