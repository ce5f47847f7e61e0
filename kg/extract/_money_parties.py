"""Who pays, who says so, who gets it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract._money_bodies import body_of, government_named, government_of, roles_of, speaks_for_government
from kg.extract._money_giving import ACCUSING
from kg.extract._money_later import payer_later, recipient_later
from kg.extract._money_phrases import verb_over
from kg.extract._money_place import Place, noun_class, verb_class
from kg.extract._money_recipients import Recipients
from kg.lexicon import words
from kg.model import Form, FundingStatus, Kind, Mention, Party, Span
from kg.parsed import ParsedArticle
from kg.tokens import Token

PAYING = ("promise", "pay", "decide", "propose")
ANNOUNCING = frozenset("announce unveil reveal pledge promise propose vow outline offer guarantee".split())
DECIDING = frozenset("minister lawmaker legislator councillor senator supervisor donor taxpayer benefactor".split())
GOVERNORS = frozenset("board trustee governor director cabinet member council".split())
TAKING = frozenset(
    "accept draw attract collect gain scoop inherit await expect lack face be become include block stall delay oppose criticise criticize "
    "question defend welcome describe cite mention eliminate axe see".split()
)
CLIMBED = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "acomp", "oprd")


class Parties:
    """The parties of one sum.

    Attributes:
        later: sentences after the one of the sum that name a party.
    """

    def __init__(
        self, article: ParsedArticle, place: Place, status: FundingStatus, speaker: Mention | None = None
    ) -> None:
        self.article, self.place, self.status, self.speaker = article, place, status, speaker
        self.later: list[Span] = []

    def recipient(self) -> Party | None:
        """Who or what gets it."""
        found = Recipients(self.article, self.place, self.status).find() or self._own_body()
        return found or self._noted(recipient_later(self.article, self.place))

    def _own_body(self) -> Mention | None:
        """ "“We need £5m,” said Ann Bell, chair of the Harrow Trust": the speaker's body."""
        if not self.status.is_call or self.speaker is None:
            return None
        asking = next((v for v in self.place.verbs() if verb_class(v) in ("ask", "need", "raise")), None)
        if asking is None or not any(c.dep_ == "nsubj" and c.lower_ == "we" for c in asking.children):
            return None
        body = body_of(self.article, self.speaker)
        return body if isinstance(body, Mention) and body.kind is Kind.ORGANISATION else None

    def _noted(self, told: tuple[Mention, Span] | None) -> Mention | None:
        """The party, its sentence kept as evidence."""
        if told is None:
            return None
        self.later.append(told[1])
        return told[0]

    # ── who says so ───────────────────────────────────────────────────────────────────────────────────────────────────

    def announcer(self) -> Mention | None:
        """Who says so: who asks; the speaker of the words that hold the sum; who announces it."""
        if self.status.is_call:
            asking = next((v for v in self.place.verbs() if verb_class(v) in ("ask", "need")), None)
            asker = self._subject(asking) if asking is not None and verb_class(asking) == "ask" else self._requesting()
            return (asker if isinstance(asker, Mention) else None) or self.speaker
        if self.speaker is not None:
            return self.speaker
        for verb in (*self.place.verbs(), *self.place.modifiers()):
            if verb.lemma_ in ANNOUNCING:
                found = self._agent(verb) or self._subject(verb)
                return found if isinstance(found, Mention) else None
        return None

    def _requesting(self) -> Mention | None:
        """ "its request for £5m", "the trust's plea for £5m"."""
        owners = [c for n in self.place.nouns[:2] if noun_class(n) == "ask" for c in n.children if c.dep_ == "poss"]
        return self._mention(owners[0]) if owners else None

    # ── who pays ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def payer(self, announcer: Mention | None) -> Party | None:
        """Whose money it is: who gives, "from the X", "X's £5m", "funded by X"; for a minister the government that the article names."""
        if self.status.is_call:
            return None
        if self.status is FundingStatus.MANIFESTO:
            return self._party_named() or self._paying()
        found = self._paying()
        if found is not None:
            return found
        if self.status is FundingStatus.EXISTING and any(n.lower_ == "budget" for n in self.place.nouns[:2]):
            return self.speaker if self.speaker is not None and self.speaker.kind is Kind.ORGANISATION else None
        later = self._noted(payer_later(self.article, self.place)) if self.status.is_promise else None
        if later is not None or announcer is None or not self.status.is_promise:
            return later
        if speaks_for_government(self.article, announcer):
            return government_of(self.article, announcer)
        is_shared = any(verb_class(verb) == "get" for verb in self.place.verbs())
        return announcer if is_shared and announcer.kind is Kind.ORGANISATION and self.speaker is None else None

    def _paying(self) -> Party | None:
        source = self._source()
        if source is not None and source.words.split()[-1].lower() in ("fund", "budget", "reserves"):
            source = self._giver() or source  # "the council would pay £5m from the care fund"
        found = source or self._owner() or self._giver()
        if isinstance(found, Mention) and found.kind is Kind.PERSON:
            return body_of(self.article, found)
        return found

    def _source(self) -> Party | None:
        """ "£5m from the Harrow Trust", "lent by a bank", "through the boards"."""
        heads = [t for t in (self.place.root, *self.place.nouns[:3], self.place.verb) if t is not None]
        for head in [*heads, *self.place.modifiers()]:
            if head.pos_ in ("VERB", "AUX") and (found := self._agent(head)) is not None:
                return found
            for child in head.children:
                is_source = child.lower_ in ("from", "through") or (child.lower_ == "by" and head in self.place.nouns)
                if child.dep_ == "prep" and is_source and self._is_after(child):
                    for noun in child.children:
                        if noun.dep_ == "pobj" and (found := self._payer_named(noun)) is not None:
                            return found
        return None

    def _is_after(self, token: Token) -> bool:
        return self.place.root is not None and 0 < token.i - self.place.root.i < 14

    def _agent(self, verb: Token) -> Party | None:
        for child in verb.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN", "PRON"):
                        return self._mention(noun) or self._collective(noun)
        return None

    def _payer_named(self, noun: Token) -> Party | None:
        """A body or person that a noun names; a fund, or an unnamed source, is none."""
        found = self._mention(noun)
        return found if found is not None or noun.ent_type_ in ("DATE", "TIME", "MONEY") else self._collective(noun)

    def _collective(self, noun: Token) -> Party | None:
        """Free text for a payer that is no named body: "its commissioners", "the board", "the UK"."""
        lemma = noun.lemma_.lower()
        if noun.lower_ == "ministers" and (government := government_named(self.article)) is not None:
            return government
        is_body = noun.pos_ == "NOUN" and any(
            lemma in known
            for known in (
                *map(words, ("organisation_heads", "recipient_heads", "role_heads", "gendered_nouns")),
                DECIDING,
            )
        )
        if not is_body and noun.ent_type_ != "GPE":
            return None
        if any(token.text == "(" for token in noun.doc[noun.left_edge.i : noun.i]):
            return None  # "Harrow Care Trust (HCT)"
        span = noun.doc[noun.left_edge.i : noun.i + 1]
        base = self.place.paragraph.start
        return self.article.phrase(base + span.start_char, base + span.end_char)

    def _owner(self) -> Party | None:
        """ "the mayor's £5m", "the trust's £5m fund"."""
        for token in (self.place.root, *self.place.nouns[:1]):
            for child in token.children if token is not None else ():
                if child.dep_ == "poss" and (found := self._mention(child)) is not None:
                    return found if found.form is not Form.PRONOUN else None
        return None

    def _telling(self) -> Iterator[Token]:
        """Modifiers that have a subject of their own: "release £5m that parliament set aside"."""
        for verb in self.place.modifiers():
            if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children):
                yield verb

    def _giver(self) -> Party | None:
        """The subject of the verb that gives, promises or decides."""
        for verb in (*self._telling(), *self.place.verbs(), *self.place.modifiers()):
            if verb_class(verb) == "get" or verb.lemma_ == "secure":
                return None
            if verb.lemma_ in ("confirm", "reveal") and verb != self.place.verb:
                return None  # "confirmed that £5m was unspent" reports; it does not pay
            if verb_class(verb) in PAYING or (
                verb.lemma_ in ("make", "create", "build", "claim", "hold") and verb == self.place.verb
            ):
                if any(child.dep_ == "nsubjpass" for child in verb.children):
                    continue
                found = self._subject(verb)
                if found is not None:
                    return found
        return self._doer()

    def _doer(self) -> Party | None:
        """ "The council steered £5m to the school": who does it, where the verb is none of those known for giving."""
        verb = self.place.verb
        if verb is None or verb_class(verb) or self.place.link != "dobj" or verb.lemma_ in TAKING:
            return None
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        return self._subject_at(subject, verb) if subject is not None else None

    def _subject(self, verb: Token) -> Party | None:
        """The subject of a verb, its own or that of the verb over it."""
        token = verb
        for _ in range(5):
            for child in token.children:
                if (child.dep_ == "nsubj" and child.i < token.i) or child.dep_ == "agent":
                    targets = list(child.children) if child.dep_ == "agent" else [child]
                    return next(
                        (found for target in targets if (found := self._subject_at(target, token)) is not None), None
                    )
            if token.dep_ in ("relcl", "acl"):
                found = self._mention(token.head) or self._offering(token.head)
                over = None if found is not None else verb_over(token.head)
                if over is None:
                    return found
                token = over  # "has a plan to spend £5m"
            elif token.dep_ == "pcomp" and token.head.dep_ == "prep":
                token = token.head.head  # "is committed to spending"
                accused = [child for child in token.children if child.dep_ == "dobj"]
                if token.lemma_ in ACCUSING and accused:
                    return self._subject_at(accused[0], token)
            elif token.dep_ not in CLIMBED or token.head == token:
                return None
            else:
                token = token.head
        return None

    def _offering(self, noun: Token) -> Mention | None:
        """Whose it is in "an offer from a local firm, Acme, to pay"."""
        sources = [c for prep in noun.children if prep.lower_ in ("from", "by") for c in prep.children]
        return next((m for token in sources if (m := self._mention(token)) is not None), None)

    def _subject_at(self, token: Token, verb: Token) -> Party | None:
        if token.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            token = verb.head
        if token.lower_ in ("it", "they", "we", "he", "she", "i") and self._mention(token) is None:
            return self._sayer(verb) or self.speaker
        return self._governed(token) or self._mention(token) or self._owned(token) or self._collective(token)

    def _sayer(self, verb: Token) -> Party | None:
        """Who says it in the clause itself: "The Union has said it will send £5m, according to the Argus"."""
        over = verb.head
        if verb.dep_ != "ccomp" or over.pos_ != "VERB" or over == verb:
            return None
        said = next((c for c in over.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        return self._mention(said) if said is not None else None

    def _governed(self, token: Token) -> Mention | None:
        """ "the board of the Harrow Trust": the body that it governs."""
        if token.lemma_.lower() not in GOVERNORS:
            return None
        bodies = [c for of in token.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
        found = next((body for noun in bodies if (body := self._mention(noun)) is not None), None)
        return found if found is not None and found.kind is Kind.ORGANISATION else None

    def _owned(self, token: Token) -> Mention | None:
        """ "her company", "his government": the body at which the person meant has a role, if there is just one."""
        if token.pos_ != "NOUN" or token.lemma_.lower() not in words("organisation_heads"):
            return None
        for child in token.children:
            owner = self._mention(child) if child.dep_ == "poss" and child.pos_ == "PRON" else None
            if owner is None and child.dep_ == "poss" and child.lower_ in ("my", "our"):
                owner = self.speaker
            if owner is not None and owner.kind is Kind.PERSON:
                bodies = [body for _, body in roles_of(self.article, owner) if body is not None]
                chains = {self.article.chain_of(body) for body in bodies}
                return bodies[0] if len(chains) == 1 else None
        return None

    def _mention(self, token: Token) -> Mention | None:
        where = self.place.paragraph.span_of(token)
        found = self.article.mention_at(where, Kind.PERSON) or self.article.mention_at(where, Kind.ORGANISATION)
        if found is not None and found.end >= where.end:
            unresolved = found.form is Form.PRONOUN and self.article.chain_of(found) is None
            return None if unresolved else found
        held = (r.holder for r in self.article.roles if r.holder is not None and r.span.overlaps(where))
        if (holder := next(held, None)) is not None:
            return holder  # "the mayor of Tarn, Ann Bell,"
        for child in token.children:
            inner = self.article.mention_at(self.place.paragraph.span_of(child), Kind.ORGANISATION, Kind.PERSON)
            if inner is not None and child.dep_ == "appos":
                return inner
        return None

    def _party_named(self) -> Mention | None:
        parties = self.article.mentions_in(self.place.sentence, Kind.ORGANISATION)
        return next(
            (m for m in parties if (chain := self.article.chain_of(m)) and chain.sort == "political_party"), None
        )
