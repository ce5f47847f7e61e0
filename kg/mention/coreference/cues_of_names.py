"""Cues of how the candidate for a pronoun is named: the gender that shows, the construction around the name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.people import likely_gender
from kg.mention.coreference.groups import Group
from kg.mention.coreference.sights import SUBJECTS, Sight, person_nouns
from kg.tokens import Token

PREPOSITIONS = frozenset(["of", "with", "by", "to", "for", "from", "against", "as", "in", "on", "about", "between"])
CHILDREN = frozenset(["daughter", "son", "child", "widow", "widower", "wife", "husband", "sister", "brother"])
Cues = dict[str, float]


def nature(cues: Cues, group: Group, gender: str, sights: Sequence[Sight]) -> None:
    """Cues of what the candidate is, by its names, by the nouns beside them and by the pronouns so far."""
    likely = likely_gender(group.name) if group.is_named else ""
    sign = "known" if group.gender else "" if not likely else "likely" if likely == gender else "unlikely"
    cues[f"gender {sign or 'unknown'}"] = 1.0
    if group.called:
        cues["same pronoun before" if group.called == gender else "other pronoun before"] = 1.0
    if any(s.is_noun for s in sights):
        cues["noun"] = 1.0
    named = [s for s in sights if not s.is_pronoun and not s.is_noun]
    told = {told for s in named for told in _told_by_nouns(s.token)}
    if told and not group.gender:
        cues["noun of the gender" if gender in told else "noun of the other gender"] = 1.0
    if group.is_named and len(group.name.split()) == 1:
        cues["never whole name"] = 1.0
    if named and not group.is_sure:
        labels = {s.token.ent_type_ for s in named}
        is_person, is_body = "PERSON" in labels, "ORG" in labels
        cues[f"lone, to the model {'a person' if is_person else 'a body' if is_body else 'neither'}"] = 1.0


def _told_by_nouns(token: Token) -> set[str]:
    """The genders that nouns beside a name tell: "actress X", "X, mother of Y", "X was the daughter of"."""
    nouns = [t for t in token.children if t.dep_ in ("compound", "nmod", "amod", "appos")]
    if token.dep_ == "appos":
        nouns.append(token.head)
    if token.dep_ in SUBJECTS and token.head.lemma_ in ("be", "become"):
        nouns += [t for t in token.head.rights if t.dep_ == "attr"]
    return {told for t in nouns if (told := person_nouns().get(t.lemma_.lower(), ""))}


def manner(cues: Cues, seen: Sequence[Sight]) -> None:
    """Cues of the construction in which the candidate stood last, and was named last."""
    last = seen[-1]
    named = next((s for s in reversed(seen) if not s.is_pronoun), last)
    if last.token.dep_ == "pobj" and last.token.head.lower_ in PREPOSITIONS:
        cues[f"after {last.token.head.lower_}"] = 1.0
    if last.token.dep_ == "appos":
        cues["apposition"] = 1.0
    if last.quotation is not None:
        cues["quoted"] = 1.0
    if named.token.dep_ == "conj":
        cues["later of several"] = 1.0
    elif any(child.dep_ == "conj" for child in named.token.children):
        cues["first of several"] = 1.0
    if named.token.dep_ == "compound":
        cues["part of a compound"] = 1.0
    if named.length > 1:
        cues["whole name last"] = 1.0
    if _is_kin(named.token):
        cues["named as kin"] = 1.0
    if _is_parent(named.token):
        cues["named as parent"] = 1.0


def _is_kin(token: Token) -> bool:
    """Whether the words name somebody as somebody else's: "his wife, X", "X's brother Y"."""
    return token.dep_ == "appos" and any(child.dep_ == "poss" for child in token.head.children)


def _is_parent(token: Token) -> bool:
    """Whether the words name somebody by whose child or partner the text speaks of another: "the daughter of X and Y, she …"."""
    was_owner = False
    while token.dep_ in ("conj", "appos", "compound", "pobj", "prep"):
        was_owner = was_owner or (token.dep_ == "prep" and token.lower_ == "of")
        token = token.head
    return was_owner and token.lemma_.lower() in CHILDREN
