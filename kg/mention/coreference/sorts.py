"""What sort of body a name or a description stands for."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mention.organisations import heads, institutions

STANDS_FOR = {
    "charity": ("charity",),
    "party": ("political_party",),
    "company": ("company",),
    "firm": ("company",),
    "group": ("company", "membership_body", "other"),
    "bank": ("company",),
    "union": ("membership_body",),
    "regulator": ("regulator",),
    "watchdog": ("regulator",),
    "authority": ("local_government", "government", "partnership"),
    "council": ("local_government",),
    "board": ("nhs_body",),
    "trust": ("nhs_body",),
}  # a description's head → the sorts of body that it can stand for, where the name itself has another head


def sort_of(name: str, forms: Sequence[str]) -> str:
    """What sort of body: by its full name among general institutions, else by the head word of its name."""
    for form in (name, *forms):
        if form in institutions():
            return institutions()[form]
    tokens = [t.strip("().,") for t in name.lower().replace(".", "").split()]
    if "nhs" in tokens:
        return "nhs_body"
    if any(t in ("council",) for t in tokens[-2:]):
        return "local_government"
    if "government" in tokens:
        return "government"
    for token in (*reversed(tokens), *tokens):
        if token in heads():
            sort = heads()[token][0]
            if token in ("trust", "board", "group") and not {"nhs", "hospital", "hospitals", "health", "care"} & set(
                tokens
            ):
                return "charity" if token == "trust" else "other" if token == "board" else "company"  # noqa: S105 - a word
            return sort
    return "other"
