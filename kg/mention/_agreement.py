"""What one paragraph shows, another may miss: the names of an article agree on what they name.

The model looks at sentences one by one. Here the article decides as a whole: a name found once is found everywhere; a word that
is a person here and a place there is what its surer or more frequent mentions say; a lone surname is a person of its own
only where nobody's full name holds it and something speaks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.lexicon import words
from kg.mention._lists import institutions, is_first_name, is_given_name, is_honorific, is_role
from kg.mention._lone_bodies import is_placed, lone_bodies
from kg.mention.spans import POSSESSIVE, is_capital
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle

OF_BUSINESS = frozenset(
    "company firm shares group profit profits sales turnover customers market shareholders takeover merger software".split()
)
MIN_SHOUTED = 4  # letters; shorter words in capitals are as often acronyms
LEAST_POINTS = 2  # the model twice, or once with something else that speaks for a person
ARTICLES = frozenset("the a an this that its our every each".split())
OPEN_MARKS = frozenset("“‘\"'`(")
CLOSE_MARKS = frozenset("”’\"')")
HUMAN_VERBS = frozenset(
    "think believe feel marry die smile laugh write score win play sing want know love hate recall remember".split()
)


def agreed(article: ParsedArticle, sureness: Mapping[Mention, int]) -> list[Mention]:
    """The mentions, made to agree; none overlaps another.

    Args:
        sureness: every mention with how sure it is (see `Found`).
    """
    mentions = _shortened(_surnames(article, _one_kind(sureness), sureness))
    mentions = _everywhere(article, mentions, {w: k for w, k in _full_names(mentions).items() if " " in w or "-" in w})
    people = {
        part.lower() for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME for part in _parts(m.words)
    }
    bodies = lone_bodies(article, people)
    mentions = _everywhere(article, mentions, dict.fromkeys(bodies, Kind.ORGANISATION))
    lone = _lone_people(article, mentions, sureness)
    mentions = [m for m in mentions if m.words in bodies or not _is_doubtful(article, m, sureness.get(m, 1), mentions)]
    mentions = [replace(m, form=Form.NAME) if m.kind is Kind.PERSON and m.words in lone else m for m in mentions]
    mentions = _everywhere(article, mentions, dict.fromkeys(sorted(lone), Kind.PERSON))
    mentions = _with_given_names(article, mentions, sureness)
    return [*mentions, *_in_capitals(article, mentions)]


def _one_kind(sureness: Mapping[Mention, int]) -> list[Mention]:
    """The mentions, those of the model changed or dropped where the same words are surely, or more often, something else."""
    votes: dict[str, Counter[Kind]] = {}
    for mention, sure in sureness.items():
        weight = 1 + 4 * sure
        votes.setdefault(mention.words, Counter())[mention.kind] += weight
    kept: list[Mention] = []
    for mention, sure in sureness.items():
        own = votes[mention.words]
        best = max(sorted(own), key=lambda kind: own[kind])
        if sure or best is mention.kind or own[best] < own[mention.kind] + 1:
            kept.append(mention)
        elif best is not Kind.PERSON or " " in mention.words:
            kept.append(Mention(mention.start, mention.end, mention.words, best, Form.NAME))
        else:
            kept.append(Mention(mention.start, mention.end, mention.words, best, Form.SHORT))
    return kept


def _surnames(article: ParsedArticle, mentions: list[Mention], sureness: Mapping[Mention, int]) -> list[Mention]:
    """The mentions; what only the model takes for a body or a place is a person where a full name ends so: "Le Tarn", "Al-Tarn"."""
    full = [m.words.lower() for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
    ends = {name.split(None, k)[-1] for name in full for k in range(1, len(name.split()))}

    def is_surname(mention: Mention) -> bool:
        model_only = mention.kind in (Kind.ORGANISATION, Kind.PLACE) and sureness.get(mention, 1) in (0, 2)
        words_ = mention.words.lower()
        has_particle = " " in words_ or "-" in words_  # other surnames: kg.mention.coreference.people
        return model_only and has_particle and words_ in ends and not _speaks_of_business(article, mention)

    return [replace(m, kind=Kind.PERSON, form=Form.SHORT) if is_surname(m) else m for m in mentions]


def _with_given_names(
    article: ParsedArticle, mentions: list[Mention], sureness: Mapping[Mention, int]
) -> list[Mention]:
    """The mentions; "Tam Bell" that only the model takes for a body is a person where "Bell" is somebody elsewhere."""
    people = [m for m in mentions if m.kind is Kind.PERSON]
    lone = {m.words.split()[-1] for m in people if " " not in m.words or is_honorific(m.words.split()[0])}

    def is_full_name(mention: Mention) -> bool:
        parts = mention.words.split()
        model_only = mention.kind is Kind.ORGANISATION and not sureness.get(mention, 1)
        is_name = model_only and len(parts) == 2 and parts[1] in lone
        is_name = is_name and (is_given_name(parts[0]) or not _speaks_of_business(article, mention))
        return is_name and mention.words.istitle() and mention.words not in institutions()

    return [replace(m, kind=Kind.PERSON, form=Form.NAME) if is_full_name(m) else m for m in mentions]


def _shortened(mentions: list[Mention]) -> list[Mention]:
    """The mentions; a surname of several words ("De Tarn" for "Ilva de Tarn") is a short form where one full name ends so."""
    names = {m.words.lower() for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME}
    short = {n for n in names if sum(o.endswith(f" {n}") for o in names) == 1}
    return [replace(m, form=Form.SHORT) if m.kind is Kind.PERSON and m.words.lower() in short else m for m in mentions]


def _full_names(mentions: list[Mention]) -> dict[str, Kind]:
    """Words of the people and bodies by full name → kind, in order of appearance."""
    named = (m for m in mentions if m.kind in (Kind.PERSON, Kind.ORGANISATION) and m.form is Form.NAME)
    kinds: dict[str, Kind] = {}
    for mention in sorted(named):
        if not mention.words.lower().startswith(("the ", "a ")):
            kinds.setdefault(mention.words, mention.kind)
    return kinds


def _everywhere(article: ParsedArticle, mentions: list[Mention], names: Mapping[str, Kind]) -> list[Mention]:
    """The mentions, with each of the names found wherever else it stands."""
    for name in sorted(names, key=lambda w: (-len(w), w)):
        for paragraph in article.paragraphs:
            if name not in paragraph.text:
                continue
            for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", paragraph.text):
                start, end = paragraph.start + found.start(), paragraph.start + found.end()
                touching = [m for m in mentions if m.start < end and start < m.end]
                if any(m.start < start or end < m.end or (m.start, m.end) == (start, end) for m in touching) and not (
                    " " not in name
                    and all(m.kind is not names[name] and (m.start, m.end) == (start, end) for m in touching)
                ):
                    continue
                if " " not in name and _is_part(paragraph, found.start()):
                    continue
                mentions = [m for m in mentions if m not in touching]
                mentions.append(Mention(start, end, name, names[name], Form.NAME))
    return mentions


def _in_capitals(article: ParsedArticle, mentions: list[Mention]) -> Iterator[Mention]:
    """People whom the article names elsewhere, where a line shouts: "TARN WINS AGAIN", "ILVA TARN TO LEAD"."""
    names = [
        m.words.split()
        for m in mentions
        if m.kind is Kind.PERSON and m.form is Form.NAME and " " in m.words and not m.words.isupper()
    ]
    firsts = {tokens[-1].upper(): tokens[0].upper() for tokens in names}
    for paragraph in article.paragraphs:
        doc = paragraph.doc
        for token in doc:
            if not token.text.isupper() or len(token.text) < MIN_SHOUTED or token.text not in firsts:
                continue
            has_first = token.i > 0 and doc[token.i - 1].text == firsts[token.text]
            where = paragraph.span_of(doc[token.i - has_first : token.i + 1])
            if not any(where.overlaps(m) for m in mentions):
                form = Form.NAME if has_first else Form.SHORT
                yield Mention(where.start, where.end, article.document.text[where.start : where.end], Kind.PERSON, form)


def _is_part(paragraph: Paragraph, at: int) -> bool:
    """Whether the word at this offset is part of a longer name, or no name there."""
    span = paragraph.doc.char_span(at, at + 1)
    if span is None or span[0].idx != at:
        return True
    token, doc = span[0], paragraph.doc
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if token.pos_ not in ("PROPN", "NOUN"):
        return True
    if before is not None and is_capital(before) and not before.is_sent_start and not is_role(before.text):
        return True
    return after is not None and bool(token.whitespace_) and is_capital(after) and not is_role(after.text)


# ── lone surnames ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _lone_people(article: ParsedArticle, mentions: list[Mention], sureness: Mapping[Mention, int]) -> set[str]:
    """The single words that name a person whom the article never names in full, where something speaks for a person."""
    owned = {part for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME for part in _parts(m.words)}
    titled = {
        m.words.split()[-1] for m in mentions if m.kind is Kind.PERSON and m.form is Form.SHORT and " " in m.words
    }
    bodies = {part for m in mentions if m.kind is Kind.ORGANISATION and " " in m.words for part in m.words.split()}
    points: Counter[str] = Counter()
    for mention in mentions:
        word = mention.words
        if mention.kind is Kind.PERSON and mention.form is Form.SHORT and word not in owned | titled:
            points[word] += 2 * (sureness.get(mention, 0) > 0) + _points(article, mention) - (word in bodies)
    points = Counter({w: n for w, n in points.items() if not (w.isupper() or len(w) < 3 or " " in w)})
    candidates = {w for w, n in points.items() if n >= LEAST_POINTS and not ("-" in w and owned & set(w.split("-")))}
    clear = {w for w in candidates if points[w] >= 2 * LEAST_POINTS or is_first_name(w)}
    unclear = candidates - clear
    placed = {t.text for p in article.paragraphs for t in p.doc if t.text in unclear and is_placed(t)}
    return {word for word in candidates - placed if _is_mostly_a_person(article, word)}


def _is_mostly_a_person(article: ParsedArticle, word: str) -> bool:
    """Whether the model takes the word for a person more often than for anything else, all over the article."""
    labels = Counter(t.ent_type_ for p in article.paragraphs for t in p.doc if t.text == word)
    others = sum(count for label, count in labels.items() if label not in ("PERSON", ""))
    return not labels or labels["PERSON"] + labels[""] / 2 > others


def _parts(name: str) -> list[str]:
    return [*name.split(), *(part for word in name.split() for part in word.split("-"))]


def _points(article: ParsedArticle, mention: Mention) -> int:
    """What speaks for a person in one mention, less what speaks against it.

    One each for the model's label, a role before it, a verb of people, a usual first name; an article before it ("the Hajj",
    "an Oscar") or quotation marks around it ("“Tosca”") speak against.
    """
    paragraph = article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    if span is None or paragraph is None:
        return 0
    token, doc = span[0], paragraph.doc
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    points = int(token.ent_type_ == "PERSON")
    points += before is not None and is_role(before.text)
    points += token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in words("reporting_verbs") | HUMAN_VERBS
    points += is_first_name(token.text) and token.ent_type_ == "PERSON"
    if before is not None and before.lower_ in ARTICLES and not (after is not None and after.pos_ == "NOUN"):
        points -= 2
    if before is not None and after is not None and before.text in OPEN_MARKS and after.text in CLOSE_MARKS:
        points -= 2
    return points


# ── lone words that the model takes for bodies ────────────────────────────────────────────────────────────────────────


def _is_doubtful(article: ParsedArticle, mention: Mention, sure: int, mentions: list[Mention]) -> bool:
    """Whether a lone word that only the model takes for a body is likelier a surname or a place.

    Such a word speaks, feels or owns, wherever it stands in the article, and no company, firm or shares are spoken of.
    """
    if mention.kind is not Kind.ORGANISATION or sure or " " in mention.words or mention.words in institutions():
        return False
    if not mention.words.istitle() or any(
        m.kind is Kind.ORGANISATION and m != mention and mention.words in m.words.split() and " " in m.words
        for m in mentions
    ):
        return False
    if _is_place(article, mention):
        return False  # a country that stands for its government
    same = [m for m in mentions if m.words == mention.words]
    return all(_speaks_or_owns(article, m) for m in same) and not _speaks_of_business(article, mention)


def _is_place(article: ParsedArticle, mention: Mention) -> bool:
    paragraph = article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    return span is not None and span[0].ent_type_ == "GPE"


def _speaks_or_owns(article: ParsedArticle, mention: Mention) -> bool:
    paragraph = article.paragraph_at(mention)
    span = paragraph.tokens_at(mention) if paragraph else None
    if span is None or paragraph is None:
        return False
    token = span[0]
    speaks = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in words("reporting_verbs") | HUMAN_VERBS
    return speaks or (token.i + 1 < len(paragraph.doc) and paragraph.doc[token.i + 1].text in POSSESSIVE)


def _speaks_of_business(article: ParsedArticle, mention: Mention) -> bool:
    """Whether the paragraph has a word that only a business would bring up."""
    paragraph = article.paragraph_at(mention)
    return paragraph is not None and any(t.lower_ in OF_BUSINESS for t in paragraph.doc)
