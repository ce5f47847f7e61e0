"""What the language model takes for an organisation, cut to its name, if it can be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import words
from kg.mention._known_bodies import ACRONYM, is_shouted_word
from kg.mention._lists import FIRMS, body_words, heads, institutions, is_head, is_honorific, is_role, other_heads
from kg.mention.spans import LINKS, PLACE_BEFORE, POSSESSIVE, is_capital, is_when, over_hyphen
from kg.tokens import Doc

NOT_AFTER = frozenset(["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "new", "former"])
FUNCTION_WORDS = frozenset("ADP SCONJ CCONJ DET AUX PRON".split())
OWN_NAMES = frozenset(
    "king queen prince people women children men workers mary john james thomas george andrew".split()
)
SITES = frozenset("depot plant factory site hospital estate stadium ground mine refinery terminal works campus".split())
PREFIXES = frozenset(["ex", "non", "pro", "anti", "pre", "post"])
SCORE = re.compile(r"^\d+-\d+$")


def model_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """What the model takes for an organisation, cleaned, if it can be one."""
    for ent in doc.ents:
        if ent.label_ != "ORG":
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        end = (over_hyphen(doc, end) or end) if start < end else end  # "the Tarn Electro-mobility Platform"
        if start < end and _can_be(doc, start, end):
            yield (start, end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The model's span without articles, owners, adjectives of countries and common nouns before the name, and without a possessive."""
    for i in range(end - 1, start, -1):
        if doc[i].is_sent_start:
            end = i
        elif i < end - 1 and _begins_after(doc, i, start, end):
            start = i + 1
            break
    if end - start > 2 and doc[start].lower_ in PREFIXES and doc[start + 1].text == "-":
        start += 2  # "ex-Tarn Council"
    opening = next((i for i in range(start + 1, end) if doc[i].text == "("), end)
    if (
        opening + 1 < len(doc)
        and ACRONYM.match(doc[opening + 1].text)
        and ")" not in [t.text for t in doc[opening:end]]
    ):
        end = opening  # "Tarn Research and Trade (TRT"
    while start < end and (
        is_when(doc, start)
        or doc[start].lower_ in NOT_AFTER
        or not is_capital(doc[start])
        or doc[start].pos_ in FUNCTION_WORDS
    ):
        start += 1
    while start < end - 1 and (
        doc[start].text == doc[start + 1].text
        or doc[start].lower_ in NOT_AFTER
        or (
            doc[start].is_sent_start
            and doc[start].lower_ in body_words()
            and (doc[start].lower_ not in heads() or (doc[start].text == "Charity" and not is_head(doc[end - 1].text)))
        )
    ):
        start += 1
    if end - start > 1 and doc[end - 1].text == "Co" and doc[end : end + 1].text == "-" and not over_hyphen(doc, end):
        end -= 1  # "Tarn Party Co-chairman"
    if end - start > 2 and doc[start : start + 2].text == "Board of" and doc[end - 1].lower_ in FIRMS:
        start += 2  # "the Board of Tarn Foods plc"
    while end > start and (
        doc[end - 1].text in POSSESSIVE or not (is_capital(doc[end - 1]) or doc[end - 1].lower_ in heads())
    ):
        end -= 1
    if (
        end - start > 1
        and doc[end - 1].text.islower()
        and (ACRONYM.match(doc[end - 2].text) or doc[start : end - 2].text in institutions())
    ):
        end -= 1 + (doc[end - 2].text == "news")
    return start, end


def _begins_after(doc: Doc, i: int, start: int, end: int) -> bool:
    """Whether the name only begins after this token: an owner's "’s", a common noun for a body, a "the" that joins nothing."""
    if doc[i].text in ("’s", "'s"):
        is_owner = any(is_head(t.text) for t in doc[i + 1 : end]) or doc[start:i].text in institutions()
        return bool(doc[i].whitespace_) and is_owner and doc[i - 1].lower_ not in OWN_NAMES
    if doc[i].text.islower() and doc[i].lower_ in body_words() and is_capital(doc[i + 1]):
        return True
    return doc[i].text == "the" and doc[i - 1].lower_ not in LINKS


def _can_be(doc: Doc, start: int, end: int) -> bool:
    span = doc[start:end]
    texts = [t.text for t in span]
    if span.text.lower() in words("no_organisations") or any(mark in span.text for mark in '|£$€"“”/'):
        return False
    last = next((t for t in reversed(texts) if not t.isdigit()), texts[-1])
    if (
        "," in texts[:-1]
        or any(t in ("The", "A", "An", "And") for t in texts[1:])
        or any(SCORE.match(t) for t in texts)
    ):
        return False
    if any(t.text in ("-", "–") and t.whitespace_ for t in span) or texts[0] in ("Operation", "Hurricane", "Storm"):
        return False
    if texts[0] == "Best" or (span[0].ent_type_ == "ORG" and texts[1:] in (["TV"], ["Film"]) and span[0].pos_ == "ADJ"):
        return False  # a prize; "British TV" at large
    if is_honorific(texts[0]) or last.lower() in other_heads():
        return False
    is_shouted = len(texts) > 1 and all(t.isupper() for t in texts) and sum(len(t) > 2 for t in texts) > 1
    if is_shouted and not any(is_head(t) for t in texts):
        return False
    if any(t.lower_ in words("role_heads") for t in span[:-1]) or is_role(texts[-1]):
        return False
    if end < len(doc) and (doc[end].lower_ in words("other_heads") and doc[end].pos_ in ("NOUN", "PROPN")):
        return False
    if len(texts) == 1:
        return _can_stand_alone(doc, start)
    return any(t.pos_ == "PROPN" for t in span) and not all(
        t.text.lower() in words("no_organisations") | LINKS for t in span
    )


def _can_stand_alone(doc: Doc, i: int) -> bool:
    """Whether a single word that the model takes for a body can be one: not after a preposition of place, not in a row of places."""
    token = doc[i]
    if token.pos_ != "PROPN" or is_shouted_word(doc, i) or (token.text.isupper() and len(token.text) > 5):
        return False
    before = doc[i - 1].lower_ if i else ""
    if before in PLACE_BEFORE and not ACRONYM.match(token.text):
        return False
    if i and doc[i - 1].text.islower() and is_role(before) and doc[i - 1].lower_ in words("performers"):
        return False  # "the group’s rapper Tarnie"
    if i + 3 < len(doc) and doc[i + 1].text == "," and doc[i + 2].like_num and doc[i + 3].text in (",", "and", "."):
        return False  # "Tarnia, eight, and Omar, six": an age
    if before in ("and", ",") and i > 1 and doc[i - 2].ent_type_ in ("GPE", "LOC"):
        return False
    if not ACRONYM.match(token.text) and _is_placed(doc, i):
        return False
    return not (i + 1 < len(doc) and doc[i + 1].text[:1].isupper() and doc[i].whitespace_ != "")


def _is_placed(doc: Doc, i: int) -> bool:
    """Whether a lone name stands as a place does: "out of Tarn", "its Tarn depot", "the Bell, Tarn."."""
    before, after = doc[i - 1] if i else None, doc[i + 1] if i + 1 < len(doc) else None
    if i > 1 and before is not None and before.lower_ == "of" and doc[i - 2].lower_ == "out":
        return True
    if after is not None and after.text.islower() and after.pos_ == "NOUN":
        return bool({after.lower_, after.lemma_} & (words("place_heads") | SITES))
    if before is not None and before.text == "," and doc[i].dep_ == "conj" and i > 1 and is_capital(doc[i - 2]):
        return doc[i].head.ent_type_ not in ("ORG", "NORP") and doc[i - 2].ent_type_ not in ("ORG", "NORP")
    closes = after is None or after.text == "."
    return bool(closes and i > 1 and doc[i - 1].text == "," and is_capital(doc[i - 2]) and doc[i].dep_ == "appos")
