"""Who or what gets the money: a named body, or those whom the words describe."""

from __future__ import annotations

from kg.extract._money_phrases import can_be_given, is_money_noun, is_sum, phrase_between, phrase_of
from kg.extract._money_place import Place, noun_class, verb_class
from kg.model import Form, FundingStatus, Kind, Mention, Party, Phrase
from kg.parsed import ParsedArticle
from kg.tokens import Token

GIVING_TO = frozenset("give hand award lend grant offer advance pay promise pledge send donate allocate".split())
TOWARDS = ("for", "to", "towards", "toward", "into", "on", "among", "between")
CLAUSES = ("ccomp", "xcomp")
COUNTED = ("MONEY", "PERCENT", "CARDINAL", "ORDINAL", "DATE", "TIME")
SHARES = frozenset("total sum tenth third quarter half rest average".split())  # "gave a total of £5m"
BILLS = frozenset("cost bill budget total price debt deficit".split())  # "a grant to the cost of the roof"
HELD = frozenset("dobj nsubjpass attr nsubj conj appos dep".split())
MAKING = frozenset("create buy acquire build launch purchase settle form found".split())


class Recipients:
    """Finds the recipient of one sum."""

    def __init__(self, article: ParsedArticle, place: Place, status: FundingStatus) -> None:
        self.article, self.place, self.status = article, place, status

    def find(self) -> Party | None:
        """The subject of "receive", the object of "give", what stands after "for" or "to"; None where the words name nobody."""
        return self._getter() or self._given() or self._target() or self._helped() or self._asker()

    def _getter(self) -> Party | None:
        """ "X will receive £5m"; "X will get £5m, Y £3m": the name right before the sum."""
        verb = next((v for v in self.place.verbs() if _gets(v)), None)
        if verb is None or not (verb == self.place.verb or self.place.link in ("conj", "appos", "dep", "npadvmod")):
            return None
        bearer = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else verb  # "is to receive £5m"
        subjects = [child for child in bearer.children if child.dep_ == "nsubj"]
        beside = self._right_before()
        if beside is not None and (not subjects or not self.article.same(beside, self._mention(subjects[0]) or beside)):
            return beside
        if (named := self._place_before(verb)) is not None:
            return named
        if not subjects:
            return None
        subject = self._respective(subjects[0])
        if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            subject = verb.head
        return self._party(subject)

    def _right_before(self) -> Mention | None:
        """The name right before the sum, a place too where it follows "and" or a comma: "Arden will get £5m and Bray £3m"."""
        at = self.place.paragraph.start + self.place.start
        return next((m for m in self.article.mentions if m.kind is Kind.ORGANISATION and m.end == at - 1), None)

    def _place_before(self, verb: Token) -> Phrase | None:
        """ "Arden will get £5m and Bray £3m": the place that has no verb of its own."""
        span = self.place.paragraph.doc.char_span(self.place.start, self.place.end)
        last = span.doc[span.start - 1] if span is not None and span.start > verb.i + 2 else None
        if last is None or last.pos_ != "PROPN" or last.ent_type_ not in ("GPE", "LOC", "FAC"):
            return None
        first = last
        while first.i > verb.i + 1 and first.doc[first.i - 1].pos_ == "PROPN":
            first = first.doc[first.i - 1]
        is_parted = first.doc[first.i - 1].lower_ in ("and", ",")
        return phrase_between(self.article, self.place.paragraph, first, last) if is_parted else None

    def _respective(self, subject: Token) -> Token:
        """ "A and B will receive £5m and £3m respectively": the one in the sum's place."""
        if "respectively" not in self.place.after:
            return subject
        named = [subject]
        for token in named:
            named += [child for child in token.children if child.dep_ == "conj"]
        earlier = (
            sum(
                token.is_currency or token.lower_ in ("rs", "rs.")
                for token in subject.doc[subject.i : self.place.root.i if self.place.root else subject.i]
            )
            - 1
        )
        bodies = [token for token in named if self._mention(token) is not None] or named
        return bodies[min(max(0, earlier), len(bodies) - 1)]

    def _given(self) -> Party | None:
        """ "gave the school £5m", "the trust was handed £5m"."""
        verb = next((v for v in self.place.verbs() if v.lemma_ in GIVING_TO), None)
        if verb is None or self.place.root is None:
            return None
        for child in verb.children:
            if child.i >= self.place.root.i or self._is_inside(child) or is_money_noun(child, self.place):
                continue
            if child.ent_type_ in COUNTED or child.lemma_ in SHARES:
                continue  # "gave a total of £5m", "has paid out £5m, with £3m available"
            if child.dep_ in ("dative", "dobj") and child.i > verb.i and child.pos_ in ("NOUN", "PROPN", "PRON"):
                return self._party(child)
            if child.dep_ == "nsubjpass" and child != self.place.root and not is_sum(child, self.place):
                return self._party(child) if noun_class(child) == "" or self._mention(child) else None
        return None

    def _is_inside(self, token: Token) -> bool:
        """Whether a token is a part of the sum."""
        return self.place.start <= token.idx < self.place.end

    def _target(self) -> Party | None:
        """What a preposition after the sum, or after its noun or verb, leads to."""
        root = self.place.root
        if root is None:
            return None
        heads = [root, *self.place.nouns[:2]]
        if self.place.verb is not None and self.place.link in HELD:
            heads.append(self.place.verb)
        heads += [child for child in root.children if child.dep_ == "prep" and child.lower_ == "of"]
        # a bid is submitted *to* somebody else than who gets the money
        for word in (*TOWARDS, "in") if not self.status.is_call else ("for", "into", "on"):
            for head in heads:
                if word == "in" and head.lemma_ != "invest":
                    continue
                for child in head.children:
                    if child.lower_ == word and child.dep_ in ("prep", "dative") and 0 < child.i - root.i < 16:
                        found = self._through(child, is_sure=self._is_given_over(head, word))
                        if found is not None:
                            return found
        return self._beside()

    def _beside(self) -> Party | None:
        """What "for" or "to" right after the sum leads to, wherever the parse hung it."""
        root = self.place.root
        for token in () if root is None else root.doc[root.i + 1 : root.i + 5]:
            if token.is_punct or token.pos_ == "VERB":
                return None
            if token.lower_ in ("for", "to") and token.pos_ == "ADP":
                return self._through(token, is_sure=False) if token.lower_ == "for" or not self.status.is_call else None
        return None

    def _is_given_over(self, head: Token, word: str) -> bool:
        """Whether the construction itself says that what follows gets the money: "gave £5m to", "a £5m grant to"."""
        if word in ("among", "between"):
            return True
        is_money = head in self.place.nouns and noun_class(head) == "money"
        return word == "to" and (
            is_money
            or head.lemma_ in GIVING_TO
            or (head.pos_ in ("NOUN", "NUM", "SYM", "PROPN") and head.head.lemma_ in GIVING_TO)
        )

    def _through(self, preposition: Token, *, is_sure: bool) -> Party | None:
        for token in preposition.children:
            if token.dep_ == "pcomp":  # "into reopening the line"
                objects = [child for child in token.children if child.dep_ == "dobj"]
                return self._beneficiary(objects[0], is_sure=False) if objects else None
            if token.dep_ == "pobj" and token.ent_type_ not in COUNTED:
                is_given = is_sure and token.lemma_.lower() not in BILLS
                found = self._beneficiary(token, is_sure=is_given) or self._inside(token)
                if found is not None:
                    return found
        return None

    def _inside(self, token: Token) -> Party | None:
        """ "on homes in seaside towns", "for late buses to its hospitals": those for whom the thing is."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "to", "in") and child.i > token.i:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.pos_ == "NOUN":
                        found = self._beneficiary(noun, is_sure=False)
                        if found is not None:
                            return found
        return None

    def _helped(self) -> Party | None:
        """The object of a purpose: "£5m to support rural schools", "needed to get clinics off the ground"."""
        root = self.place.root
        if root is None:
            return None
        for token in root.doc[root.i + 1 : root.i + 14]:
            if token.is_sent_start:
                break
            if token.pos_ == "VERB" and root.doc[token.i - 1].lower_ == "to":
                if token.lemma_ in MAKING:
                    return None
                objects = [child for child in token.children if child.dep_ in ("dobj", "nsubj") and child.i > token.i]
                reached = [
                    c
                    for prep in token.children
                    if prep.lower_ in ("to", "for") and prep.dep_ in ("prep", "dative")
                    for c in prep.children
                ]
                objects = (
                    [*reached, *objects]
                    if token.lemma_ in ("take", "bring", "deliver", "extend", "offer", "give", "provide")
                    else objects
                )
                inner = [
                    c
                    for verb in token.children
                    if verb.dep_ in ("ccomp", "xcomp")
                    for c in verb.children
                    if c.dep_ in ("nsubj", "dobj")
                ]
                for item in [*objects, *inner]:
                    found = self._beneficiary(item, is_sure=False)
                    if found is not None:
                        return found
                return None
        return None

    def _asker(self) -> Party | None:
        """Who asks or needs, for itself where the words name nobody else."""
        if self.status is FundingStatus.DENIED or self.status.is_call:
            found = self._pleading()
            if found is not None:
                return found
        if not self.status.is_call:
            return None
        for verb in self.place.verbs():
            if verb.lemma_ == "find" and verb.dep_ in CLAUSES and verb_class(verb.head) == "ask":
                return None  # "wants the Treasury to find £5m"
            if verb_class(verb) in ("ask", "need", "raise") or verb.lemma_ == "find":
                subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
                if subject is None and verb.dep_ == "xcomp" and verb_class(verb) == "raise":
                    subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
                if subject is None:
                    return None
                found = self._mention(subject) or (
                    phrase_of(self.article, self.place.paragraph, subject) if can_be_given(subject) else None
                )
                return None if isinstance(found, Mention) and found.kind is not Kind.ORGANISATION else found
        return None

    def _pleading(self) -> Party | None:
        """ "a plea from staff for £5m"."""
        root = self.place.root
        for noun in () if root is None else root.doc[root.sent.start : root.i]:
            if noun.pos_ == "NOUN" and noun_class(noun) == "ask":
                for child in noun.children:
                    if (
                        child.dep_ == "poss"
                        and noun in self.place.nouns
                        and (owner := self._mention(child)) is not None
                    ):
                        return owner if owner.kind is Kind.ORGANISATION else None
                    if child.dep_ == "prep" and child.lower_ in ("from", "by"):
                        found = next((self._party(c) for c in child.children if c.dep_ == "pobj"), None)
                        if found is not None:
                            return found
        return None

    def _beneficiary(self, token: Token, *, is_sure: bool) -> Party | None:
        """The party that a noun names, if it is one that can be given money.

        Args:
            is_sure: whether the construction itself says that it is given to.
        """
        found = self._mention(token)
        if found is not None and found.form is not Form.PRONOUN:
            return found
        if noun_class(token) == "money":  # "for social care funding", "in grants for schools"
            compound = [child for child in token.children if child.dep_ == "compound"]
            nested = [
                c
                for child in token.children
                if child.dep_ == "prep" and child.lower_ in ("for", "to")
                for c in child.children
            ]
            for item in nested:
                inner = self._beneficiary(item, is_sure=is_sure)
                if inner is not None:
                    return inner
            if compound and can_be_given(compound[-1]):
                return phrase_between(self.article, self.place.paragraph, compound[-1].left_edge, compound[-1])
            return phrase_of(self.article, self.place.paragraph, token) if token.lower_ == "fund" and is_sure else None
        is_known = can_be_given(token) or (token.ent_type_ == "GPE" and token.pos_ == "PROPN")
        return (
            phrase_of(self.article, self.place.paragraph, token)
            if (is_sure and token.pos_ != "VERB") or is_known
            else None
        )

    def _party(self, token: Token) -> Party | None:
        found = self._mention(token)
        if found is not None:
            return found
        return phrase_of(self.article, self.place.paragraph, token) if token.pos_ in ("NOUN", "PROPN") else None

    def _mention(self, token: Token) -> Mention | None:
        where = self.place.paragraph.span_of(token)
        found = self.article.mention_at(where, Kind.ORGANISATION) or self.article.mention_at(where, Kind.PERSON)
        if found is None or found.end < where.end:
            return None
        if found.form is Form.PRONOUN and self.article.chain_of(found) is None:
            return None
        return found


def _gets(verb: Token) -> bool:
    """Whether the subject of a verb gets the money: "receives", "has secured a grant"."""
    return verb_class(verb) == "get" or verb.lemma_ == "secure"
