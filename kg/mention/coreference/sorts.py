"""What sort of body a name or a description stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.lexicon import words
from kg.mention._lists import body_words, head_key, heads, institutions
from kg.model import Mention
from kg.parsed import ParsedArticle

STANDS_FOR = {
    "charity": ("charity",),
    "party": ("political_party",),
    "company": ("company",),
    "firm": ("company",),
    "group": ("company", "membership_body"),
    "bank": ("company",),
    "union": ("membership_body",),
    "regulator": ("regulator",),
    "watchdog": ("regulator",),
    "authority": ("local_government", "partnership"),
    "council": ("local_government",),
    "board": ("nhs_body",),
    "trust": ("nhs_body",),
}  # a description's head → the sorts of body that it can stand for, where the name itself has another head
HEALTH = frozenset("nhs hospital hospitals health healthcare infirmary clinical commissioning ambulance".split())
OF_MEMBERS = frozenset("confederation providers employers federation association".split())
OVERSIGHT = frozenset(
    "standards conduct competition markets aviation medicines safety regulation regulatory complaints fertilisation".split()
)
CAMPAIGNS = frozenset("save our stop friends action campaign residents support users neighbours".split())
PARTIES = frozenset("labour conservative tory democrat green independent".split())
COUNCILS = {
    "arts": "government",
    "film": "government",
    "research": "government",
    "funding": "government",
    "british": "government",
    "privy": "government",
    "security": "government",
    "medical": "regulator",
    "dental": "regulator",
    "midwifery": "regulator",
    "bar": "professional_body",
    "skills": "professional_body",
    "trades": "membership_body",
    "refugee": "charity",
    "churches": "membership_body",
    "muslim": "membership_body",
    "consumer": "other",
    "national": "other",
    "international": "other",
    "world": "other",
    "peace": "other",
    "press": "regulator",
    "european": "government",
    "design": "other",
    "business": "membership_body",
    "economic": "other",
    "governing": "government",
    "transitional": "government",
}  # the word before "Council" → its sort, where that is no local council
MONEY_OF_COMPANIES = frozenset(
    "shares profits sales turnover revenue revenues shareholders stock customers stores shops".split()
)


def sort_of(name: str, forms: Sequence[str]) -> str:
    """What sort of body: by its full name among general institutions, else by the head word of its name."""
    for form in (name, *forms):
        if form in institutions():
            return institutions()[form]
    tokens = [t.strip("(),'’") for t in name.lower().split()]
    tokens = [t for t in tokens if t]
    return _by_head(tokens) or "other"


def sort_in(article: ParsedArticle, name: str, mentions: Sequence[Mention]) -> str:
    """What sort of body: by its name; where the name does not say, by the words that the article puts beside it."""
    by_name = sort_of(name, [m.words for m in mentions])
    return by_name if by_name != "other" or name in institutions() else _beside(article, mentions)


def _by_head(tokens: list[str]) -> str:
    """The sort that the head word gives: the one before "of" or "for", else the last that is one; "" if none is."""
    for i, token in enumerate(tokens[:-1]):
        if token in heads() and tokens[i + 1] in ("of", "for"):
            return _sort_of_head(token, tokens[: i + 1], tokens)
    for i in range(len(tokens) - 1, -1, -1):
        if head_key(tokens[i]) in heads():
            return _sort_of_head(head_key(tokens[i]), tokens[: i + 1], tokens)
    if "nhs" in tokens:
        return "membership_body" if set(tokens) & OF_MEMBERS else "nhs_body"
    if tokens[0] in words("paper_times"):
        return "media"
    if tokens[0].upper() in institutions() and len(tokens) > 1:
        return institutions()[tokens[0].upper()]
    return ""


def _sort_of_head(head: str, before: list[str], tokens: list[str]) -> str:
    """The sort of a name with this head: `before` are its words up to the head, which qualify it."""
    every, own = set(tokens), set(before)
    sort = heads()[head][0]
    if head == "council":
        if tokens[len(before) : len(before) + 1] == ["of"]:
            return "membership_body"
        return COUNCILS.get(before[-2], "local_government") if len(before) > 1 else "local_government"
    if "nhs" in every and head not in ("committee", "union", "service"):
        return "membership_body" if every & OF_MEMBERS else "nhs_body"
    if head in ("trust", "board", "group", "authority", "foundation"):
        return _sort_of_common_head(head, own, sort)
    if head == "institute":
        return "professional_body" if tokens[len(before) : len(before) + 1] == ["of"] else "think_tank"
    return sort


def _sort_of_common_head(head: str, before: set[str], sort: str) -> str:
    """The sort of trusts, boards, groups and authorities, which are of many sorts: by the other words of the name."""
    if before & HEALTH or {"integrated", "care"} <= before:
        return "nhs_body"
    if head == "group" and before & PARTIES:
        return "political_party"
    if head == "group" and before & CAMPAIGNS:
        return "other"
    if head == "authority":
        return "regulator" if before & OVERSIGHT else sort
    if head == "board":
        return "partnership" if before & {"growth", "enterprise", "partnership"} else "other"
    return "charity" if head == "trust" else sort


def _beside(article: ParsedArticle, mentions: Sequence[Mention]) -> str:
    """The sort that common nouns beside the mentions say most often: "the retailer X", "X, a charity", "X shares"."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        paragraph = article.paragraph_at(mention)
        span = paragraph.tokens_at(mention) if paragraph else None
        if span is None or paragraph is None:
            continue
        doc = paragraph.doc
        before = [doc[span.start - 1].lower_] if span.start else []
        after = [t.lower_ for t in doc[span.end : span.end + 2] if t.lower_ not in ("'s", "’s", "'", "’")][:1]
        own = [span[-1].lower_] if span[-1].text.islower() else []
        if (
            span.end + 1 < len(doc)
            and doc[span.end].text == ","
            and doc[span.end + 1].lower_ in ("a", "an", "the", "one")
        ):
            phrase = doc[span.end + 2 : span.end + 8]
            after += [t.lower_ for t in phrase if t.lower_ in body_words() and t.pos_ == "NOUN"][:1]
        for word in (*before, *after, *own):
            if word in body_words() and body_words()[word][0] != "other":
                votes[body_words()[word][0]] += 2
            elif word in MONEY_OF_COMPANIES:
                votes["company"] += 1
    return max(sorted(votes), key=lambda sort: votes[sort], default="other")
