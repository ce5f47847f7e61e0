"""Who pays, who says so, who gets the money, for what, over what time, on what occasion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Form, FundingStatus, Kind, Mention, Party, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Token

GIVING = frozenset(
    [
        "announce",
        "unveil",
        "reveal",
        "pledge",
        "promise",
        "invest",
        "spend",
        "provide",
        "give",
        "offer",
        "award",
        "allocate",
        "commit",
        "grant",
        "donate",
        "contribute",
        "set",
        "hand",
        "put",
        "earmark",
        "lend",
        "match",
        "fund",
        "pump",
        "plough",
        "approve",
        "sanction",
        "pay",
        "boost",
        "inject",
        "guarantee",
        "vow",
        "propose",
        "extend",
    ]
)
ASKING = frozenset(["ask", "call", "demand", "request", "need", "want", "seek", "urge", "appeal", "bid", "require"])
GETTING = frozenset(["receive", "get", "secure", "win", "share", "land", "obtain", "benefit"])
HELPING = frozenset("support help fund back rescue save".split())
GOVERNING = frozenset(["chancellor", "minister", "secretary", "premier", "taoiseach"])
PERIOD = re.compile(
    r"(?:over|across|during|for|in) (?:the )?(?:(?:next|coming|following|past|last) )?(?:\w+|\d+) (?:financial )?(?:years?|months?)\b|"
    r"(?:a|per|each|every) (?:year|annum)(?: for (?:\w+) years)?(?: of this \w+)?|this (?:financial )?year|next (?:financial )?year|last year|"
    r"by (?:the end of )?(?:19|20)\d\d(?:[/-]\d\d)?|in (?:19|20)\d\d(?:[/-]\d\d)?|until \w+ ?(?:\d{4})?|over (?:the )?(?:course of )?this \w+",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\bcapital\b(?! city| letter| punishment)", re.IGNORECASE)
REVENUE = re.compile(r"\brevenue (?:funding|money|grant)\b", re.IGNORECASE)


def sentence_of(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """Offsets in the paragraph of the sentence in which a stretch stands."""
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return 0, len(paragraph.doc.text)
    sentence = span[0].sent
    return sentence.start_char, max(sentence.end_char, end)


class Parties:
    """The parties of one sum."""

    def __init__(
        self, article: ParsedArticle, paragraph: Paragraph, start: int, end: int, status: FundingStatus
    ) -> None:
        self.article, self.paragraph, self.status = article, paragraph, status
        self.start, self.end = start, end
        self.token = self._token()
        first, last = sentence_of(paragraph, start, end)
        self.sentence = Span(paragraph.start + first, paragraph.start + last)

    def _token(self) -> Token | None:
        span = self.paragraph.doc.char_span(self.start, self.end, alignment_mode="expand")
        return span.root if span is not None else None

    def _verb(self, lemmas: frozenset[str]) -> Token | None:
        """The nearest verb above the sum whose lemma is one of these."""
        token = self.token
        for _ in range(12):
            if token is None or token.head == token:
                break
            token = token.head
            if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in lemmas:
                return token
        return None

    def _subject(self, verb: Token | None) -> Mention | None:
        while verb is not None:
            for child in verb.children:
                if child.dep_ in ("nsubj", "agent"):
                    targets = list(child.children) if child.dep_ == "agent" else [child]
                    for target in targets:
                        if target.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                            target = verb.head
                        found = self._mention(target)
                        if found is not None:
                            return found
                    return None
            if (
                verb.dep_ in ("conj", "xcomp", "advcl", "ccomp")
                and verb.head != verb
                and verb.head.pos_ in ("VERB", "AUX")
            ):
                verb = verb.head
            elif verb.dep_ in ("relcl", "acl"):
                return self._mention(verb.head)
            else:
                return None
        return None

    def _mention(self, token: Token) -> Mention | None:
        where = self.paragraph.span_of(token)
        found = self.article.mention_at(where, Kind.PERSON) or self.article.mention_at(where, Kind.ORGANISATION)
        if found is not None and found.end >= where.end:
            return found
        for child in token.subtree:
            inner = self.article.mention_at(self.paragraph.span_of(child), Kind.ORGANISATION)
            if inner is not None and child.dep_ in ("appos",):
                return inner
        return None

    def announcer(self, speaker: Mention | None) -> Mention | None:
        """Who says so: the speaker of the words that hold the sum, else the person who gives or asks in the sentence."""
        if self.status in (FundingStatus.REQUESTED, FundingStatus.ESTIMATED_NEED):
            return self._subject(self._verb(ASKING)) or speaker
        giver = self._subject(self._verb(GIVING))
        if speaker is not None:
            return speaker
        return giver if giver is not None and (giver.kind is Kind.PERSON or self._announces()) else None

    def _announces(self) -> bool:
        verb = self._verb(GIVING)
        return verb is not None and verb.lemma_.lower() in (
            "announce",
            "unveil",
            "reveal",
            "pledge",
            "promise",
            "propose",
            "vow",
        )

    def payer(self, announcer: Mention | None) -> Party | None:
        """Whose money it is: the giver; for a minister or chancellor the government that the article names."""
        if self.status is FundingStatus.REQUESTED or self.status is FundingStatus.ESTIMATED_NEED:
            return None
        if self.status is FundingStatus.MANIFESTO:
            return self._party_before()
        giver = self._subject(self._verb(GIVING))
        source = self._from()
        if source is not None:
            return source
        if giver is None:
            return (
                self._body_of(announcer, offices_only=True)
                if announcer is not None and announcer.kind is Kind.PERSON
                else None
            )
        return self._body_of(giver) if giver.kind is Kind.PERSON else giver

    def _party_before(self) -> Party | None:
        parties = [
            m for m in self.article.mentions_in(self.sentence, Kind.ORGANISATION) if self._sort(m) == "political_party"
        ]
        return parties[0] if parties else None

    def _sort(self, mention: Mention) -> str:
        chain = self.article.chain_of(mention)
        return chain.sort if chain else ""

    def _from(self) -> Party | None:
        """ "£5m from the Harrow Trust"."""
        text = self.paragraph.doc.text[self.end : self.end + 60]
        found = re.match(r"[^.;,]{0,25}?\b(?:from|by) (?:the )?", text)
        if found is None or not re.match(r"\s*(?:\w+ ){0,3}(?:from|by)\b", text):
            return None
        at = self.paragraph.start + self.end + found.end()
        return self.article.mention_at(Span(at, at + 2), Kind.ORGANISATION)

    def _body_of(self, person: Mention, *, offices_only: bool = False) -> Party | None:
        """The body for which a person gives money: the government for ministers, the employer for heads of bodies."""
        chain = self.article.chain_of(person)
        for role in self.article.roles:
            held = self.article.chain_of(role.holder) if role.holder is not None else None
            if held is None or held != chain or role.tense == "former":
                continue
            if role.title.words.lower().split()[-1] in GOVERNING or "minister" in role.title.words.lower():
                return self._government()
            if role.organisation is not None and not offices_only:
                return role.organisation
        if chain is not None and any(word in chain.name.lower() for word in GOVERNING):
            return self._government()
        return None

    def _government(self) -> Mention | None:
        found = [
            c for c in self.article.chains if c.kind is Kind.ORGANISATION and c.name.lower().endswith("government")
        ]
        return found[0].mentions[0] if found else None

    def recipient(self) -> Party | None:
        """Who or what gets it: the subject of "receive", the object of "give", what stands after "for" or "to"."""
        getter = self._verb(GETTING)
        if getter is not None:
            subject = self._subject(getter)
            if subject is not None:
                return subject
            nouns = [c for c in getter.children if c.dep_ == "nsubj"]
            if nouns and nouns[0].pos_ in ("NOUN", "PROPN"):
                return self._noun_phrase(nouns[0])
        verb = self._verb(GIVING)
        if verb is not None:
            for child in verb.children:
                if child.dep_ == "dative" and child.i < (self.token.i if self.token else 0):
                    return self._target(child)
        helped = self._helped()
        if helped is not None:
            return helped
        asked = self._verb(ASKING) if self.status is FundingStatus.REQUESTED else None
        for word in ("for", "to", "in", "into", "towards"):
            target = self._after(word)
            if target is not None:
                return target
        if asked is not None:
            return self._subject(asked)
        return None

    def _helped(self) -> Party | None:
        """The object of "to support …", "to help …" right after the sum."""
        doc = self.paragraph.doc
        span = doc.char_span(self.start, self.end, alignment_mode="expand")
        for token in doc[span.end : span.end + 14] if span is not None else []:
            if token.is_sent_end or token.text in (";", "£"):
                break
            if token.lemma_.lower() in HELPING and token.i > 0 and doc[token.i - 1].lower_ == "to":
                objects = [c for c in token.children if c.dep_ == "dobj"]
                return self._target(objects[0]) if objects else None
        return None

    def _after(self, word: str) -> Party | None:
        """What a preposition right after the sum, or after its noun, leads to."""
        if self.token is None:
            return None
        heads = [
            self.token,
            self.token.head,
            *(self.token.head.children if self.token.head.pos_ in ("VERB", "NOUN") else []),
        ]
        for head in heads:
            for child in head.children:
                if (
                    child.dep_ in ("prep", "dative")
                    and child.lower_ == word
                    and child.i > self.token.i
                    and child.i - self.token.i < 10
                ):
                    objects = [c for c in child.children if c.dep_ == "pobj"]
                    if (
                        objects
                        and objects[0].ent_type_ not in ("DATE", "MONEY", "CARDINAL", "TIME")
                        and objects[0].lower_ not in ("year", "years", "months")
                    ):
                        if word in ("in", "into") and objects[0].lower_ in (
                            "funding",
                            "cash",
                            "support",
                            "money",
                            "capital",
                            "grants",
                            "loans",
                        ):
                            inner = [c for c in objects[0].children if c.dep_ == "prep" and c.lower_ in ("for", "to")]
                            nested = [g for c in inner for g in c.children if g.dep_ == "pobj"]
                            return self._target(nested[0]) if nested else None
                        if word == "in":
                            continue
                        return self._target(objects[0])
        return None

    def _target(self, token: Token) -> Party | None:
        found = self._mention(token)
        if found is not None and found.kind is Kind.ORGANISATION and found.form is not Form.PRONOUN:
            return found
        return self._noun_phrase(token)

    def _noun_phrase(self, token: Token) -> Phrase | None:
        """The noun phrase around a token, up to nine words, without clauses after it."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        inside = [t for t in token.subtree if t.i <= token.i or t.dep_ in ("compound",)]
        prepositions = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "in") and c.i > token.i]
        for preposition in prepositions[:1]:
            inside += list(preposition.subtree)
        start, end = min(t.i for t in inside), max(t.i for t in inside) + 1
        doc = self.paragraph.doc
        while start < end and (doc[start].pos_ in ("DET", "PUNCT", "PRON") and doc[start].lower_ not in ("a",)):
            start += 1
        end = min(end, start + 9)
        while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ in ("ADP", "CCONJ", "DET")):
            end -= 1
        if start >= end:
            return None
        span = doc[start:end]
        return self.article.phrase(self.paragraph.start + span.start_char, self.paragraph.start + span.end_char)

    def purpose(self) -> Phrase | None:
        """ "to support …", "for …": the words after the sum that say what it is for."""
        text = self.paragraph.doc.text
        limit = self.sentence.end - self.paragraph.start
        found = re.match(
            r"[^.;“”]{0,40}?\b((?:to (?!\d)|for (?!\d|the next|the past|each|every))[^.;]{4,90})",
            text[self.end : limit],
        )
        if found is None:
            return None
        words = re.split(r",| – | – |\bwhich\b|\bwho\b|\bsaid\b", found[1])[0].rstrip(" ,–-")
        begin = self.paragraph.start + self.end + found.start(1)
        return self.article.phrase(begin, begin + len(words)) if len(words) > 6 else None

    def period(self) -> Phrase | None:
        """The time over which it is paid, right after the sum or near it in the sentence."""
        text = self.paragraph.doc.text
        limit = self.sentence.end - self.paragraph.start
        found = PERIOD.search(text[self.end : min(limit, self.end + 90)])
        if found is None or re.search(r"[£€$₹]", text[self.end : self.end + found.start()]):
            return None
        start = self.paragraph.start + self.end + found.start()
        return self.article.phrase(start, start + len(found.group()))

    def occasion(self) -> Party | None:
        """The event of the sentence, if it names one."""
        events = self.article.mentions_in(self.sentence, Kind.EVENT)
        return events[0] if events else None

    def money_kind(self) -> str:
        """Capital or revenue where the words beside the sum say so."""
        near = self.paragraph.doc.text[max(0, self.start - 40) : self.end + 50]
        return "capital" if CAPITAL.search(near) else "revenue" if REVENUE.search(near) else "unspecified"
