"""Which mentions of an article are the same person or body: names first, then short forms, descriptions, pronouns.

Every step joins only on a reason that can be named; what fits two candidates stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.lexicon import rows, words
from kg.lexicon.roles import role_concept, role_family
from kg.mention.acronyms import acronym_of, introduced_acronyms
from kg.mention.organisations import heads, institutions
from kg.mention.spans import is_capital
from kg.model import Chain, Form, Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle, Role

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "earl", "countess"])
OFFICES = frozenset(["minister", "secretary", "chancellor", "premier", "taoiseach", "tánaiste", "speaker", "president"])
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘.*?(?:[.,!?]’|’(?!\w)|$)")
UNNAMED = frozenset(("department",))  # stand for a body of their own where nothing before them fits
UNNAMED_WITH = frozenset(
    ["committee", "authority", "board", "association", "council", "commission"]
)  # only with a word between: "the planning committee"
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


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("first_names") if len(row) > 1}


@dataclass(slots=True)
class _Group:
    """A chain in the making."""

    kind: Kind
    name: str
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""
    is_named: bool = True

    @property
    def tokens(self) -> list[str]:
        return self.name.lower().replace(".", "").split()


def find_chains(article: ParsedArticle) -> ParsedArticle:
    """The article with chains, and with the mentions that only chains can find: descriptions, pronouns, bare surnames."""
    work = _Work(article)
    work.full_names()
    work.short_people()
    work.organisations()
    work.others()
    work.bare_surnames()
    work.descriptions()
    work.definite_bodies()
    work.owners()
    work.first_descriptions()
    work.unnamed_offices()
    work.descriptions()
    work.pronouns()
    chains = tuple(sorted(work.chains(), key=lambda c: (c.mentions[0].start, c.kind, c.name)))
    mentions = tuple(sorted({m for chain in chains for m in chain.mentions}))
    known = replace(article, mentions=mentions, chains=chains, roles=tuple(_kept(article.roles, mentions)))
    return replace(known, author=_author(known))


def _kept(roles: tuple[Role, ...], mentions: tuple[Mention, ...]) -> Iterator[Role]:
    """The roles, with holders and organisations as the mentions now are."""
    by_place = {(m.start, m.end, m.kind): m for m in mentions}
    for role in roles:
        holder = role.holder and by_place.get((role.holder.start, role.holder.end, Kind.PERSON))
        body = role.organisation and by_place.get((role.organisation.start, role.organisation.end, Kind.ORGANISATION))
        if holder is None:
            holder = by_place.get((role.span.start, role.span.end, Kind.PERSON))
        yield replace(role, holder=holder, organisation=body)


def bare_name(words_: str) -> str:
    """A person's name without honorifics and post-nominals; with them if nothing but a surname would be left of a peer."""
    tokens = words_.split()
    titles = 0
    while titles < len(tokens) - 1 and tokens[titles].lower().strip(".") in words("honorifics"):
        titles += 1
    end = len(tokens)
    while end > titles + 1 and tokens[end - 1].lower() in words("postnominals") and tokens[end - 1].isupper():
        end -= 1
    if titles and end - titles == 1 and tokens[0].lower() in PEERS:
        return words_
    if titles and (tokens[0].lower() in PEERS and ("(" in words_ or " of " in words_)):
        return words_
    start = words_.index(tokens[titles]) if titles else 0
    if titles:
        start = len(words_) - len(words_.split(None, titles)[-1])
    name = words_[start:]
    for token in reversed(tokens[end:]):
        name = name.removesuffix(token).rstrip()
    return name


def _gender(words_: str) -> str:
    first = words_.split(maxsplit=1)[0].lower().strip(".")
    if first in ("mr", "sir", "lord", "baron", "viscount", "earl", "fr", "shri"):
        return "m"
    if first in ("mrs", "ms", "miss", "dame", "lady", "baroness", "countess", "smt"):
        return "f"
    return _genders().get(bare_name(words_).split()[0], "")


class _Work:
    """The groups of one article, filled step by step."""

    def __init__(self, article: ParsedArticle) -> None:
        self.article = article
        areas = [role.place for role in article.roles if role.place is not None]
        self._mentions = [
            m
            for m in article.mentions
            if m.kind is Kind.PLACE or not any(a.start < m.end and m.start < a.end for a in areas)
        ]
        self.groups: list[_Group] = []
        self.of: dict[Mention, _Group] = {}

    # people ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _people(self) -> list[_Group]:
        return [g for g in self.groups if g.kind is Kind.PERSON]

    def _add(self, group: _Group, mention: Mention) -> None:
        group.mentions.append(mention)
        self.of[mention] = group
        if group.kind is Kind.PERSON and not group.gender:
            group.gender = _gender(mention.words)

    def _new(self, kind: Kind, name: str, *, is_named: bool = True) -> _Group:
        group = _Group(kind, name, is_named=is_named)
        self.groups.append(group)
        return group

    def full_names(self) -> None:
        """People by full name: the same words without honorifics and post-nominals."""
        for mention in self._mentions:
            if mention.kind is Kind.PERSON and mention.form is Form.NAME:
                name = bare_name(mention.words)
                tokens = name.lower().replace(".", "").split()
                group = next((g for g in self._people() if _same_person(g.tokens, tokens)), None)
                group = group or self._new(Kind.PERSON, name)
                if len(name) > len(group.name) and not name.isupper():
                    group.name = name
                self._add(group, mention)

    def short_people(self) -> None:
        """A surname, or a first name, of exactly one person; after an honorific also a person of their own."""
        for mention in self._mentions:
            if mention.kind is not Kind.PERSON or mention.form is not Form.SHORT:
                continue
            name = bare_name(mention.words).lower()
            has_title = bare_name(mention.words) != mention.words or mention.words.split()[0].lower() in PEERS
            bare = name.split()[-1] if mention.words.split()[0].lower() in PEERS else name
            owners = [
                g
                for g in self._people()
                if bare in (g.tokens[-1], " ".join(g.tokens[1:])) and _may_be(g, mention.words)
            ]
            if not owners:
                owners = [g for g in self._people() if g.tokens[0] == bare and _may_be(g, mention.words)]
            if len(owners) > 1:
                owners = self._nearest_same(owners, mention)
            if len(owners) == 1:
                self._add(owners[0], mention)
            elif not owners and has_title:
                whole = mention.words if mention.words.split()[0].lower() in PEERS else bare_name(mention.words)
                self._add(self._new(Kind.PERSON, whole), mention)

    def _nearest_same(self, owners: list[_Group], mention: Mention) -> list[_Group]:
        """Of namesakes, the one with the right gender if only one has it; else nobody."""
        gender = _gender(mention.words)
        fitting = [g for g in owners if gender and g.gender == gender]
        return fitting if len(fitting) == 1 else owners

    def bare_surnames(self) -> None:
        """Capitalised words that are the surname of exactly one person, where the model saw a place, a body or nothing."""
        surnames: dict[str, list[_Group]] = {}
        for group in self._people():
            if group.is_named and len(group.tokens) > 1:
                surnames.setdefault(group.name.split()[-1], []).append(group)
        for paragraph in self.article.paragraphs:
            for token in paragraph.doc:
                owners = surnames.get(token.text, [])
                if len(owners) != 1 or not is_capital(token):
                    continue
                if token.i + 1 < len(paragraph.doc) and is_capital(paragraph.doc[token.i + 1]) and token.whitespace_:
                    continue
                where = paragraph.span_of(token)
                inside = [m for m in self.of if m.start < where.end and where.start < m.end]
                exact = [
                    m
                    for m in inside
                    if m.span == where and m.kind is not Kind.PERSON and self.of[m].kind is not Kind.PERSON
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
                        len(self.of[other].mentions) > 1
                        and self.of[other].kind is Kind.ORGANISATION
                        and " " in self.of[other].name
                    ):
                        break
                    self._drop(other)
                else:
                    self._add(owners[0], Mention(where.start, where.end, token.text, Kind.PERSON, Form.SHORT))

    def _drop(self, mention: Mention) -> None:
        group = self.of.pop(mention)
        group.mentions.remove(mention)
        if not group.mentions:
            self.groups.remove(group)

    # organisations ────────────────────────────────────────────────────────────────────────────────────────────────────

    def organisations(self) -> None:
        """Bodies by name, by acronym, by a short form of exactly one longer name."""
        acronyms = introduced_acronyms(self.article)
        bodies = [m for m in self._mentions if m.kind is Kind.ORGANISATION]
        for mention in sorted(bodies, key=lambda m: (-len(m.words.split()), m.start)):
            key = _body_key(mention.words)
            group = self._body(key) or self._by_acronym(mention, acronyms) or self._longer(mention)
            if group is None:
                group = self._new(Kind.ORGANISATION, mention.words)
            form = Form.NAME if _body_key(group.name) == key else Form.SHORT
            self._add(group, replace(mention, form=form))

    def _body(self, key: str) -> _Group | None:
        return next((g for g in self.groups if g.kind is Kind.ORGANISATION and key in _body_keys(g.name)), None)

    def _by_acronym(self, mention: Mention, acronyms: dict[str, Mention]) -> _Group | None:
        """The body whose name the acronym was introduced after, or of whose name it is the initials."""
        full = acronyms.get(mention.words)
        if full is not None and full in self.of and self.of[full].kind is Kind.ORGANISATION:
            return self.of[full]
        if full is not None:
            return next(
                (
                    g
                    for g in self.groups
                    if g.kind is Kind.ORGANISATION and any(m.span == full.span for m in g.mentions)
                ),
                None,
            )
        if mention.words.isupper() and 2 < len(mention.words) < 7:
            named = [g for g in self.groups if g.kind is Kind.ORGANISATION and mention.words in acronym_of(g.name)]
            if len(named) == 1:
                return named[0]
        return None

    def _longer(self, mention: Mention) -> _Group | None:
        """The one body of whose longer name the words are the beginning or the end ("Northmoor", "Comet")."""
        tokens = mention.words.lower().split()
        if mention.words in institutions() or mention.words.isupper():
            return None
        found = []
        for group in self.groups:
            if group.kind is not Kind.ORGANISATION or len(group.tokens) <= len(tokens):
                continue
            others = group.tokens
            if others[: len(tokens)] == tokens or (len(tokens) > 1 and others[-len(tokens) :] == tokens):
                found.append(group)
        return found[0] if len(found) == 1 else None

    def others(self) -> None:
        """Initiatives, events and places: the same words, an acronym, singular and plural."""
        acronyms = introduced_acronyms(self.article)
        for mention in self.article.mentions:
            if mention.kind not in (Kind.INITIATIVE, Kind.EVENT, Kind.PLACE):
                continue
            key = _thing_key(mention.words)
            same = (
                g for g in self.groups if g.kind is mention.kind and any(_thing_key(m.words) == key for m in g.mentions)
            )
            group = next(same, None) or self._thing_by_acronym(mention, acronyms) or self._longer_event(mention)
            if group is None and mention.kind is Kind.EVENT and mention.form is Form.SHORT:
                continue
            if group is None:
                group = self._new(mention.kind, mention.words)
            self._add(group, mention)

    def _longer_event(self, mention: Mention) -> _Group | None:
        """ "the Budget": the one event of the article whose longer name ends so."""
        if mention.kind is not Kind.EVENT or mention.form is not Form.SHORT:
            return None
        named = {
            m.words
            for m in self._mentions
            if m.kind is Kind.EVENT and m.form is Form.NAME and m.words.endswith(f" {mention.words}")
        }
        groups = [g for g in self.groups if g.kind is Kind.EVENT and g.name in named]
        return groups[0] if len(groups) == 1 and len(named) == 1 else None

    def _thing_by_acronym(self, mention: Mention, acronyms: dict[str, Mention]) -> _Group | None:
        short = mention.words.split()[0].rstrip("s") if mention.words.split()[0].rstrip("s").isupper() else ""
        for group in self.groups:
            if group.kind is not mention.kind:
                continue
            for other in group.mentions:
                if short and (short in acronym_of(other.words) or other.words.split()[0].rstrip("s") == short):
                    return group
                head = other.words.split()[0].rstrip("s")
                if head.isupper() and len(head) > 1 and head in acronym_of(mention.words):
                    return group
        return None

    # descriptions ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def descriptions(self) -> None:
        """ "the minister", "the Harrow Trust boss": the last person before whom the article gave that role."""
        held = [(role, self._holder(role)) for role in self.article.roles]
        for role in self.article.roles:
            if role.holder is not None or not self._refers(role):
                continue
            mention = self._mention_of(role)
            if any(m.start < mention.end and mention.start < m.end and m.kind is Kind.PERSON for m in self.of):
                continue
            owner = self._holder_of(role, held)
            if owner is not None:
                self._add(owner, mention)
            elif self._is_office(role):
                key = mention.words.lower().removeprefix("the ")
                known = next(
                    (g for g in self._people() if not g.is_named and g.name.lower().removeprefix("the ") == key), None
                )
                group = known or self._new(Kind.PERSON, mention.words, is_named=False)
                self._add(group, mention)

    def _holder(self, role: Role) -> _Group | None:
        known = self.of.get(role.holder) if role.holder is not None else self.of.get(self._mention_of(role))
        return known if known is not None and known.is_named else None

    def _mention_of(self, role: Role) -> Mention:
        return Mention(
            role.span.start,
            role.span.end,
            self.article.document.text[role.span.start : role.span.end],
            Kind.PERSON,
            Form.DESCRIPTION,
        )

    def _refers(self, role: Role) -> bool:
        """Whether a role without a holder refers to one person: definite, or named by its body; not "a minister"."""
        text = self.article.document.text[role.span.start : role.span.end]
        first = text.split()[0].lower() if text.split() else ""
        if role.tense != "current":
            return False
        return (
            first in ("the", "its", "his", "her")
            or role.organisation is not None
            or (role.place is not None and first == "the")
        )

    def _holder_of(self, role: Role, held: list[tuple[Role, _Group | None]]) -> _Group | None:
        concept = role_concept(role.title.words)
        own = role.title.words.lower().split()
        candidates: list[tuple[int, int, _Group]] = []
        for other, group in held:
            if group is None or other.tense == "former":
                continue
            if role_concept(other.title.words) != concept and other.title.words.lower().split()[-1:] != own[-1:]:
                continue
            if role.place is not None and (other.place is None or other.place.words != role.place.words):
                continue
            if (
                role.organisation is not None
                and other.organisation is not None
                and not self._same_body(role.organisation, other.organisation)
            ):
                continue
            telling = len(own) > 1 and own == other.title.words.lower().split()
            candidates.append((int(telling) if len(own) > 1 else 0, -abs(other.span.start - role.span.start), group))
        if role.place is not None and not candidates:
            members = [
                g for o, g in held if g is not None and o.place is None and role_concept(o.title.words) == concept
            ]
            mps = [g for g in self._people() if any(m.words.endswith(" MP") for m in g.mentions)]
            unique = list({id(g): g for g in (*members, *mps)}.values())
            return unique[0] if len(unique) == 1 else None
        groups = list({id(g): g for _, _, g in candidates}.values())
        if len(groups) <= 1:
            return groups[0] if groups else None
        before = [(t, d, g) for t, d, g in candidates if self._last_before(g, role.span.start) is not None]
        best = max(before, key=lambda item: (item[0], self._last_before(item[2], role.span.start) or 0), default=None)
        return best[2] if best else None

    def _last_before(self, group: _Group, start: int) -> int | None:
        return max((m.start for m in group.mentions if m.start < start), default=None)

    def _same_body(self, one: Mention, other: Mention) -> bool:
        first, second = self._body_at(one), self._body_at(other)
        return first is second or first is None or second is None

    def _body_at(self, mention: Mention) -> _Group | None:
        return next((g for m, g in self.of.items() if m.start == mention.start and g.kind is Kind.ORGANISATION), None)

    def _is_office(self, role: Role) -> bool:
        head = role.title.words.lower().split()[-1]
        text = self.article.document.text[role.span.start : role.span.end].lower()
        return (
            (head in OFFICES or role.title.words.lower() == "prime minister")
            and text.startswith("the ")
            and role_family(role.title.words) in ("office", "post", "head")
            and role.organisation is None
        )

    def definite_bodies(self) -> None:
        """ "the trust", "its council": the last body before whose name has that head, or is of a sort that it stands for."""
        for paragraph in self.article.paragraphs:
            for token in paragraph.doc:
                word = token.lower_
                first = token.i - 1
                while (
                    first > 0
                    and token.i - first < 4
                    and paragraph.doc[first].text.islower()
                    and paragraph.doc[first].pos_ in ("NOUN", "ADJ")
                ):
                    first -= 1
                long = token.i - first > 1
                if (
                    token.i == 0
                    or paragraph.doc[first].lower_ not in ("the", "its", "his", "her", "their", "this")
                    or (long and word not in UNNAMED_WITH)
                ):
                    continue
                if word not in heads() and word not in STANDS_FOR and word != "organisation":
                    continue
                if (
                    token.i + 1 < len(paragraph.doc)
                    and paragraph.doc[token.i + 1].pos_ in ("NOUN", "PROPN")
                    and paragraph.doc[token.i + 1].text not in ("’s", "'s")
                ):
                    continue
                where = paragraph.span_of(paragraph.doc[first : token.i + 1])
                if any(m.start < where.end and where.start < m.end and m.kind is Kind.ORGANISATION for m in self.of):
                    overlapping = [
                        m
                        for m in self.of
                        if m.start < where.end and where.start < m.end and m.kind is Kind.ORGANISATION
                    ]
                    if any(m.end - m.start > where.end - where.start or " " in m.words for m in overlapping):
                        continue
                    for other in overlapping:
                        self._drop(other)
                owner = None if long else self._by_letters(token.text) or self._body_for(word, where)
                mention = Mention(
                    where.start,
                    where.end,
                    self.article.document.text[where.start : where.end],
                    Kind.ORGANISATION,
                    Form.DESCRIPTION,
                )
                if owner is not None:
                    self._add(owner, mention)
                elif word in UNNAMED or (word in UNNAMED_WITH and long):
                    known = next(
                        (
                            g
                            for g in self.groups
                            if g.kind is Kind.ORGANISATION and g.name.lower() == mention.words.lower()
                        ),
                        None,
                    )
                    self._add(known or self._new(Kind.ORGANISATION, mention.words, is_named=False), mention)

    def _by_letters(self, text: str) -> _Group | None:
        full = introduced_acronyms(self.article).get(text) if text.isupper() else None
        return next((g for m, g in self.of.items() if full is not None and m.span == full.span), None)

    def _body_for(self, word: str, where: Span) -> _Group | None:
        fitting: list[tuple[int, int, _Group]] = []
        for group in self.groups:
            if group.kind is not Kind.ORGANISATION or not group.is_named:
                continue
            own = word.rstrip("s") in {t.rstrip("s") for t in group.tokens[-1:]} or (
                word in group.tokens and group.tokens[0] == word
            )
            by_sort = _sort(group) in STANDS_FOR.get(word, ()) and not any(
                t in heads() and t != word and t in ("committee", "department") for t in group.tokens[-1:]
            )
            if not own and not by_sort and word != "organisation":
                continue
            if (
                not own
                and group.name in institutions()
                and word not in ("union", "party", "regulator", "watchdog", "charity")
            ):
                continue
            last = max((m.start for m in group.mentions if m.start < where.start), default=None)
            if last is not None:
                fitting.append((int(own), last, group))
        return max(fitting, key=lambda item: item[:2])[2] if fitting else None

    def owners(self) -> None:
        """ "its" before a post: the last body before it, a subject rather than another."""
        for role in self.article.roles:
            owner = role.organisation
            if owner is None or owner.form is not Form.PRONOUN:
                continue
            paragraph = self.article.paragraph_at(owner)
            near = [
                m
                for m in self.of
                if m.kind is Kind.ORGANISATION and m.end <= owner.start and paragraph and m.start >= paragraph.start
            ]
            if not near:
                near = [m for m in self.of if m.kind is Kind.ORGANISATION and m.end <= owner.start]
                near = [m for m in near if m.start >= max((x.start for x in near), default=0) - 250]
            if near:
                best = max(near, key=lambda m: (self._is_subject(m), m.start))
                self._add(self.of[best], owner)

    def _is_subject(self, mention: Mention) -> bool:
        paragraph = self.article.paragraph_at(mention)
        span = paragraph.tokens_at(mention) if paragraph else None
        return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")

    def first_descriptions(self) -> None:
        """ "The chair of the Harrow Trust has said …" in the opening, and the first person named after it without a post."""
        if len(self.article.paragraphs) < 2:
            return
        opening = [p for p in self.article.paragraphs if p.sort == "body"][:2]
        held = {id(self.of[r.holder]) for r in self.article.roles if r.holder in self.of and r.rule != ""}
        for role in self.article.roles:
            mention = self._mention_of(role)
            where = next((p for p in opening if p.start <= mention.start < p.end), None)
            known = self.of.get(mention)
            if (
                role.holder is not None
                or where is None
                or not self._refers(role)
                or (known is not None and known.is_named)
            ):
                continue
            if not self._acts(where, mention):
                continue
            after = sorted(
                m for m in self.of if m.kind is Kind.PERSON and m.form is Form.NAME and m.start > mention.end
            )
            following = [m for m in after if m.start < opening[-1].end + 900]
            named = following[0] if following else None
            if named is None or any(
                m.start < mention.start for m in self.of[named].mentions if m.start >= opening[0].start
            ):
                continue
            group = self.of[named]
            if id(group) in held and not any(m.words.endswith(" MP") for m in group.mentions):
                continue
            if not self._acts(self.article.paragraph_at(named), named):
                continue
            if known is not None:
                for other in list(known.mentions):
                    self._drop(other)
                    self._add(group, other)
            else:
                self._add(group, mention)

    def unnamed_offices(self) -> None:
        """ "the chancellor", and the one person without a post of whom the next paragraphs tell that they announced something."""
        offices = [g for g in self._people() if not g.is_named]
        held = {id(group) for role in self.article.roles if (group := self._holder(role)) is not None}
        free = [g for g in self._people() if g.is_named and len(g.tokens) > 1 and id(g) not in held]
        for office in offices:
            start = office.mentions[0].start
            near = [g for g in free if start < g.mentions[0].start < start + 1500]
            named = [g for g in near if self._is_speaking(self.article.paragraph_at(g.mentions[0]), g.mentions[0])]
            if len(offices) == 1 and len(named) == 1:
                for mention in list(office.mentions):
                    self._drop(mention)
                    self._add(named[0], mention)

    def _acts(self, paragraph: Paragraph | None, mention: Mention) -> bool:
        """Whether the mention is the subject of a verb, or stands right before a verb of saying."""
        span = paragraph.tokens_at(mention) if paragraph else None
        if paragraph is None or span is None:
            return False
        following = paragraph.doc[span.end : span.end + 3]
        return span.root.dep_ == "nsubj" or any(t.lemma_ in words("reporting_verbs") for t in following)

    def _is_speaking(self, paragraph: Paragraph | None, mention: Mention) -> bool:
        """Whether the mention is the subject of a verb of saying or announcing."""
        span = paragraph.tokens_at(mention) if paragraph else None
        if span is None:
            return False
        root = span.root
        return root.dep_ == "nsubj" and root.head.lemma_ in words("reporting_verbs")

    # pronouns ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def pronouns(self) -> None:
        """ "he" and "she" outside quotation marks: the subject of the same or the last sentences, of a gender that fits."""
        recent: list[tuple[Mention, bool, int]] = []  # mention, is subject, sentence number
        number = 0
        found: list[tuple[_Group, Mention]] = []
        for paragraph in self.article.paragraphs:
            quoted = [
                Span(paragraph.start + q.start(), paragraph.start + q.end())
                for q in QUOTED.finditer(paragraph.doc.text)
            ]
            at = {m.start: m for m in self.of if m.kind is Kind.PERSON and paragraph.start <= m.start < paragraph.end}
            for sentence in paragraph.doc.sents:
                number += 1
                for token in sentence:
                    where = paragraph.span_of(token)
                    inside = any(q.start <= where.start < q.end for q in quoted)
                    if token.lower_ in HE | SHE and not inside:
                        owner = self._antecedent(paragraph, token.i, "m" if token.lower_ in HE else "f", recent, number)
                        if owner is not None:
                            mention = Mention(where.start, where.end, token.text, Kind.PERSON, Form.PRONOUN)
                            found.append((owner, mention))
                            self.of[mention] = owner
                            recent.append((mention, token.dep_ in ("nsubj", "nsubjpass"), number))
                    elif where.start in at and not inside:
                        mention = at[where.start]
                        span = paragraph.tokens_at(mention)
                        is_subject = span is not None and span.root.dep_ in ("nsubj", "nsubjpass")
                        recent.append((mention, is_subject, number))
        for owner, mention in found:
            owner.mentions.append(mention)
            if not owner.gender:
                owner.gender = "m" if mention.words.lower() in HE else "f"

    def _antecedent(
        self, paragraph: Paragraph, i: int, gender: str, recent: list[tuple[Mention, bool, int]], number: int
    ) -> _Group | None:
        token = paragraph.doc[i]
        fitting: list[tuple[float, int, _Group]] = []
        for order, (mention, is_subject, sentence) in enumerate(recent[-24:]):
            age = number - sentence
            if age > 3:
                continue
            group = self.of.get(mention)
            if group is None or (group.gender and group.gender != gender):
                continue
            in_relative = age == 0 and any(t.dep_ == "relcl" for t in (token.head, token.head.head))
            score = (
                3.0 * is_subject
                + 3.2 * in_relative
                - 1.6 * age
                + (1.0 if group.gender == gender else 0.0)
                + order * 0.02
            )
            if age == 0 and token.dep_ in ("dobj", "pobj") and is_subject and self._same_clause(paragraph, mention, i):
                continue
            fitting.append((score, order, group))
        return max(fitting, key=lambda item: item[:2])[2] if fitting else None

    def _same_clause(self, paragraph: Paragraph, mention: Mention, i: int) -> bool:
        span = paragraph.tokens_at(mention)
        return span is not None and span.root.head.i == paragraph.doc[i].head.i

    # result ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    def chains(self) -> Iterator[Chain]:
        """The groups as chains; a lone word that nobody shares, taken for a person, is none."""
        for group in self.groups:
            mentions = tuple(sorted(set(group.mentions)))
            if not mentions:
                continue
            named = [m for m in mentions if m.form is not Form.PRONOUN]
            if not named:
                continue
            yield Chain(
                group.kind,
                group.name,
                mentions,
                _sort(group) if group.kind is Kind.ORGANISATION else "",
                group.is_named,
            )


def _same_person(one: list[str], other: list[str]) -> bool:
    """The same name, or the same first and last name with middle names or initials in one of them."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= 2 and len(longer) == len(shorter) + 1 and shorter[0] == longer[0] and shorter[-1] == longer[-1]
    )


def _may_be(group: _Group, words_: str) -> bool:
    """Whether the honorific does not speak against it."""
    first = words_.split(maxsplit=1)[0].lower().strip(".")
    gender = _gender(words_) if first in words("honorifics") else ""
    return not (gender and group.gender and gender != group.gender)


def _body_key(name: str) -> str:
    key = re.sub(r"^(the|a|an) ", "", name.lower().replace("&", "and").replace("’", "'"))
    return re.sub(r"\s+", " ", key).strip(" .")


def _body_keys(name: str) -> set[str]:
    """The name, without its brackets, and with the bracketed acronym instead of what stands before it."""
    keys = {_body_key(name)}
    if found := re.search(r"^(.*?)\s*\(([^)]+)\)\s*(.*)$", name):
        keys |= {_body_key(f"{found[1]} {found[3]}"), _body_key(f"{found[2]} {found[3]}")}
    return keys


def _thing_key(name: str) -> str:
    key = re.sub(r"^(the|this|a|an) ", "", name.lower())
    return " ".join(
        word.rstrip("s") if len(word) > 3 or word.endswith("ps") else word for word in re.findall(r"\w+", key)
    )


def _sort(group: _Group) -> str:
    """What sort of body: by its full name among general institutions, else by the head word of its name."""
    for mention in (group.name, *(m.words for m in group.mentions)):
        if mention in institutions():
            return institutions()[mention]
    tokens = [t.strip("().,") for t in group.tokens]
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


def _author(article: ParsedArticle) -> Mention | None:
    """Who writes in the first person: the person of the byline, or the first one named, where "I" stands outside quotations."""
    first_person = 0
    for paragraph in article.paragraphs:
        quoted = [q.span() for q in QUOTED.finditer(paragraph.doc.text)]
        for token in paragraph.doc:
            if token.text in ("I", "me", "my", "My", "we", "We", "our", "Our") and not any(
                a <= token.idx < b for a, b in quoted
            ):
                first_person += 1
    body = [p for p in article.paragraphs if p.sort == "body"]
    if first_person < 4 or not body:
        return None
    opening = Span(article.paragraphs[0].start, body[min(1, len(body) - 1)].end)
    people = [m for m in article.mentions_in(opening, Kind.PERSON) if m.form is Form.NAME]
    return people[0] if people else None
