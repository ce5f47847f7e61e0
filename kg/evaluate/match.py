"""When a prediction is the gold's item. Every rule stands in docs/reference/matching-rules.md as well."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from kg.lexicon import words

Item = dict[str, object]
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
LEAST_OVERLAP = 0.7  # of two quotations, in words
MODIFIERS = frozenset(
    "deputy vice former acting interim assistant associate shadow incoming outgoing ex junior".split()
)
SAME_TITLE = {"ceo": "chief executive", "boss": "chief executive", "chief": "chief executive", "cllr": "councillor", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair"}  # fmt: skip
EMPTY = frozenset("the a an of for and in to at on its his her their".split())


def plain(text: object) -> str:
    """Lower case, straight quotation marks, single blanks, no leading article and no possessive."""
    whole = unicodedata.normalize("NFC", str(text)).translate(QUOTES).lower()
    whole = re.sub(r"\s+", " ", whole).strip(" .,;:\"'")
    return re.sub(r"^(the|a|an) |'s$", "", whole)


def name_forms(item: Item) -> set[str]:
    """The normal forms of a person's or organisation's name and aliases: without honorifics, post-nominals and brackets."""
    aliases = item.get("aliases") or []
    forms = [str(item["name"]), *(str(a) for a in aliases)] if isinstance(aliases, list) else [str(item["name"])]
    return {form for name in forms for form in _name_variants(name)}


def _name_variants(name: str) -> set[str]:
    base = plain(name)
    bare = " ".join(
        word
        for word in base.split()
        if word.strip(".") not in words("honorifics") and word not in words("postnominals")
    )
    unbracketed = re.sub(r"\s*\([^)]*\)", "", base)
    return {form for form in (base, bare, unbracketed) if form}


def same_name(gold: Item, predicted: Item) -> bool:
    """Whether the prediction's name is the gold's name, or one is an alias of the other and its head."""
    own = _name_variants(str(gold["name"]))
    if own & _name_variants(str(predicted["name"])):
        return True
    return bool(own & name_forms(predicted)) or bool(name_forms(gold) & _name_variants(str(predicted["name"])))


def title_tokens(title: object) -> tuple[str, ...]:
    """The telling words of a title: sorted, one word for one post (CEO = chief executive)."""
    text = plain(title).replace("-", " ")
    tokens = [SAME_TITLE.get(token.strip(".,()"), token.strip(".,()")) for token in text.split()]
    return tuple(sorted({part for token in tokens for part in token.split() if part and part not in EMPTY}))


def same_title(gold: object, predicted: object) -> bool:
    """Whether two titles name one post: the same modifiers (deputy, acting, former …), and half of the other words shared."""
    one, other = set(title_tokens(gold)), set(title_tokens(predicted))
    if one & MODIFIERS != other & MODIFIERS:
        return False
    one, other = one - MODIFIERS, other - MODIFIERS
    if one == other:
        return True
    shared = one & other
    return bool(shared) and len(shared) / len(one | other) >= 0.5 and (one <= other or other <= one)


def overlap(one: object, other: object) -> float:
    """Shared words of two texts by the longer one's count, from 0 to 1; words count as often as they stand."""
    first, second = _bag(one), _bag(other)
    if not first or not second:
        return 0.0
    shared = sum(min(count, second.get(word, 0)) for word, count in first.items())
    return shared / max(sum(first.values()), sum(second.values()))


def _bag(text: object) -> dict[str, int]:
    bag: dict[str, int] = {}
    for word in re.findall(r"\w+", plain(text)):
        bag[word] = bag.get(word, 0) + 1
    return bag


def share_heads(one: object, other: object) -> bool:
    """Whether two free texts share a telling word (recipients, payers, places)."""
    first = {_stem(word) for word in _bag(one) if word not in EMPTY}
    second = {_stem(word) for word in _bag(other) if word not in EMPTY}
    return bool(first & second)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def alternatives(item: Item, field: str) -> list[object]:
    """The right answers for a field: the gold's own and those of `<field>_alt`."""
    more = item.get(f"{field}_alt")
    return [item.get(field), *(more if isinstance(more, list) else [])]


def pair(
    gold: Sequence[Item], predicted: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[tuple[int, int]]:
    """One-to-one pairs, the likest first; pairs of likeness 0 are none. Ties go by position."""
    scored = [(likeness(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for score, i, j in sorted(scored, reverse=True):
        if score > 0 and -i not in taken_gold and -j not in taken_predicted:
            pairs.append((-i, -j))
            taken_gold.add(-i)
            taken_predicted.add(-j)
    return pairs


class Names:
    """Maps the ids of a predicted file to the ids of its gold file."""

    def __init__(self, gold: Item, predicted: Item) -> None:
        self.gold_items = {str(i["id"]): i for i in (*items_of(gold, "people"), *items_of(gold, "organisations"))}
        self.predicted_items = {
            str(i["id"]): i for i in (*items_of(predicted, "people"), *items_of(predicted, "organisations"))
        }
        self.same: set[tuple[str, str]] = {
            (g, p)
            for g, one in self.gold_items.items()
            for p, other in self.predicted_items.items()
            if g[0] == p[0] and same_name(one, other)
        }

    def is_one_of(self, rights: Iterable[object], predicted: object) -> bool:
        """Whether a predicted id or text is one of the right ids or texts; null is right only where null is."""
        return any(self._is(right, predicted) for right in rights)

    def _is(self, right: object, predicted: object) -> bool:
        if right is None or predicted is None:
            return right is None and predicted is None
        if right in self.gold_items and predicted in self.predicted_items:
            return (str(right), str(predicted)) in self.same
        return share_heads(self._text(right, self.gold_items), self._text(predicted, self.predicted_items))

    @staticmethod
    def _text(value: object, items: dict[str, Item]) -> str:
        item = items.get(str(value))
        if item is None:
            return str(value)
        aliases = item.get("aliases")
        return (
            " ".join([str(item["name"]), *(str(a) for a in aliases)])
            if isinstance(aliases, list)
            else str(item["name"])
        )


def items_of(annotation: Item, key: str) -> list[Item]:
    """The items of one list of an annotation; none if it has no such list."""
    value = annotation.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
