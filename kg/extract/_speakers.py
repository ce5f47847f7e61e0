"""Who speaks: the mention that the subject of a reporting verb is, or that somebody speaks whom the article does not name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract._described import DOCUMENT, GROUP, PERSON, described, is_acronym, sort_of
from kg.extract._plural_bodies import plural_body
from kg.extract._reporting import Cue
from kg.extract._subjects import Stretches, is_passive
from kg.lexicon import words
from kg.lexicon.people import gender_of
from kg.model import Form, Kind, Mention, Party, Phrase, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

VOICES = frozenset(
    (
        "spokesman spokeswoman spokesperson spokespeople statement report paper document letter email analysis review "
        "study survey research poll data website release headline editorial office campaign team administration press message tweet memo"
    ).split()
)  # they speak for the body or person that they are of
OF = frozenset(("for", "of", "from", "at", "by", "with"))
OF_ANY = frozenset(
    ["company", "firm", "group", "bank", "airline", "club", "organisation", "organization", "party", "union", "charity"]
)
OF_OTHERS = frozenset(["police", "government", "army", "military", "prison", "court", "ministry", "palace"])
NAMELESS = frozenset(("i", "we", "you", "one", "some", "many", "others", "who", "those", "people", "nobody", "none"))
APPOSED = frozenset(("appos", "compound", "nmod"))
OWN, ABOVE, GUESSED, PLURAL = 1.0, 0.92, 0.62, 0.8
WITHIN = 60  # characters between a body and who holds a post in it


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it.

    Attributes:
        party: the words where the article names nobody ("one official"); None where it does not say who.
        certainty: of the link between verb and speaker, to be multiplied into the belief.
        sort: of who is only described, or speaks for a body: see `_described.sort_of`.
    """

    party: Party | None
    certainty: float = OWN
    sort: str = ""

    @property
    def mention(self) -> Mention | None:
        """The person or body of the article that speaks."""
        return self.party if isinstance(self.party, Mention) else None


ANONYMOUS = Speaker(None)


def is_somebody(subject: Token | None) -> bool:
    """Whether an unresolved subject is a person, whom the next "he" may mean."""
    return subject is not None and (subject.pos_ == "PROPN" or sort_of(subject) == PERSON)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting verb, None where the text has none, and who speaks by it."""

    verb: Phrase | None
    speaker: Speaker


class Speakers:
    """Finds the speakers of one article's reporting verbs."""

    def __init__(self, article: ParsedArticle) -> None:
        self.article = article

    def by(self, paragraph: Paragraph, cue: Cue, quoted: Stretches, last: Speaker | None) -> Attribution | None:
        """Who speaks by the cue; None if the sentence does not tell.

        Args:
            last: the last speaker before it: whom a pronoun that no chain resolved may mean.
        """
        if cue.subject is None:
            if is_passive(cue.token):
                return Attribution(self.phrase(paragraph, cue), ANONYMOUS)
            named = self._named_before(paragraph, cue.token, quoted)
            return None if named is None else Attribution(self.phrase(paragraph, cue), Speaker(named, ABOVE))
        speaker = self.of(paragraph, cue.subject, quoted, last)
        if speaker.party is None and (twin := self._second_subject(paragraph, cue)) is not None:
            speaker = Speaker(twin)
        certainty = speaker.certainty * (OWN if cue.is_sure else ABOVE)
        party, sort = speaker.party, speaker.sort
        if party is None and (found := described(self.article, paragraph, cue.subject, cue.token, quoted)) is not None:
            party, sort = found.words, found.sort
        return Attribution(self.phrase(paragraph, cue), Speaker(party, certainty, sort))

    def phrase(self, paragraph: Paragraph, cue: Cue) -> Phrase:
        """The words of the cue, with its particle."""
        token = cue.token
        where = paragraph.span_of(token)
        following = token.nbor(1) if token.i + 1 < len(paragraph.doc) else None
        if following is not None and (cue.is_according or (following.dep_ == "prt" and following.head == token)):
            where = Span(where.start, paragraph.span_of(following).end)
        return self.article.phrase(where.start, where.end)

    def at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The person or body whose mention holds the token; a person before a body. "A spokesman" is nobody named before."""
        where = paragraph.span_of(token)
        person = self.article.mention_at(where, Kind.PERSON)
        if person is not None and not person.words.lower().startswith(("a ", "an ", "another ")):
            return person
        return self.article.mention_at(where, Kind.ORGANISATION)

    def of(self, paragraph: Paragraph, subject: Token, quoted: Stretches, last: Speaker | None) -> Speaker:
        """Who of the article the head of a subject is; for "he" and "they" also who spoke before without a name."""
        found = self.at(paragraph, subject)
        if subject.lower_ in ("he", "she"):
            for_body = last is not None and last.sort == PERSON and last.mention is not None
            is_open = found is not None and self.article.named(found).form is Form.PRONOUN
            if found is not None and found.kind is Kind.PERSON and not (for_body and is_open):
                return Speaker(found)
            if last is not None and self._is_of_other_gender(last.mention, subject):
                return ANONYMOUS
            return self._goes_on(last, PERSON, Kind.PERSON, GUESSED)
        if subject.lower_ in ("it", "they"):
            return Speaker(found) if found is not None else self._body(paragraph, subject, quoted, last)
        if subject.lower_ in NAMELESS and not is_acronym(subject):
            beside = self._apposed(paragraph, subject) if subject.lower_ == "one" else None
            return Speaker(beside) if beside is not None else ANONYMOUS
        if found is not None and (person := self._holder(paragraph, subject, found)) is not None:
            return Speaker(person)
        if (
            found is not None
            and paragraph.span_of(subject).end <= found.end
            and self._is_head(paragraph, subject, found)
        ):
            return Speaker(found, 0.75 if self._has_partner(subject) else OWN)
        if (beside := self._apposed(paragraph, subject) or self._apposed_to(paragraph, subject)) is not None:
            return Speaker(beside)
        if subject.lemma_.lower() in VOICES or subject.lower_.startswith("spokes"):
            return self._voice_of(paragraph, subject, quoted, last)
        return ANONYMOUS

    def _is_head(self, paragraph: Paragraph, token: Token, mention: Mention) -> bool:
        """Whether the mention is what the token heads, and not the owner of it ("Bell's lawyer")."""
        tokens = paragraph.tokens_at(mention)
        return tokens is None or all(t.dep_ != "poss" or t.head in tokens for t in tokens) or token.dep_ == "poss"

    def _has_partner(self, subject: Token) -> bool:
        """Whether several speak as one ("Bell and Marsh said")."""
        return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in subject.children)

    def _apposed(self, paragraph: Paragraph, subject: Token) -> Mention | None:
        """The name beside a title: "The minister, Ann Bell, said", and titles that the parse made the head of the name."""
        for child in subject.children:
            if child.dep_ in APPOSED and (child.i > subject.i or child.i >= subject.i - 3):
                found = self.at(paragraph, child)
                if found is None and child.dep_ == "appos":  # "a trustee, the broadcaster Ann Bell"
                    found = next(
                        (m for c in child.children if c.dep_ in APPOSED and (m := self.at(paragraph, c))), None
                    )
                if found is None or found.form not in (Form.NAME, Form.SHORT):
                    continue
                if found.kind is Kind.PERSON:
                    return found if child.i > subject.i or subject.pos_ == "PROPN" else None
                if child.dep_ == "appos" and child.i > subject.i and subject.lower_ not in words("role_heads"):
                    return found
        return None

    def _apposed_to(self, paragraph: Paragraph, subject: Token) -> Mention | None:
        """The name that the subject describes: "the Harrow Trust, the council's arm, which is saying"."""
        found = self.at(paragraph, subject.head) if subject.dep_ == "appos" and subject.head.i < subject.i else None
        return found if found is not None and found.form in (Form.NAME, Form.SHORT) else None

    def _named_before(self, paragraph: Paragraph, verb: Token, quoted: Stretches) -> Mention | None:
        """Who is named right before a verb whose subject the parse does not tell: "Its chair, ex-officer Ann ‘Nan’ Bell, said"."""
        i = verb.i - 1
        while i > 0 and (paragraph.doc[i].text == "," or paragraph.doc[i].pos_ in ("ADV", "AUX")):
            i -= 1
        if i < 0 or verb.tag_ not in ("VBD", "VBZ", "VBP") or any(start <= i < end for start, end in quoted):
            return None
        found = self.at(paragraph, paragraph.doc[i])
        is_name = found is not None and found.form in (Form.NAME, Form.SHORT) and found.kind is Kind.PERSON
        return found if is_name and found is not None and found.end == paragraph.span_of(paragraph.doc[i]).end else None

    def _second_subject(self, paragraph: Paragraph, cue: Cue) -> Mention | None:
        """ "said master of ceremonies Ann Bell": the name that the parse made a second subject."""
        for child in cue.token.children:
            if child.dep_ == "nsubj" and cue.subject is not None and cue.token.i < cue.subject.i < child.i:
                found = self.at(paragraph, child)
                if found is not None and found.kind is Kind.PERSON and found.form is Form.NAME:
                    return found
        return None

    def _holder(self, paragraph: Paragraph, subject: Token, body: Mention) -> Mention | None:
        """Who speaks where the subject was taken for a body: "Harrow Trust director Ann Bell", "the Bishop of Harrow, Ann Bell"."""
        if body.kind is not Kind.ORGANISATION:
            return None
        if subject.lower_ in words("role_heads") and (beside := self._apposed(paragraph, subject)) is not None:
            return beside if beside.kind is Kind.PERSON else None
        near = Span(body.end, min(paragraph.end, body.end + WITHIN))
        person = next((m for m in self.article.mentions_in(near, Kind.PERSON) if m.form is Form.NAME), None)
        between = paragraph.tokens_at(Span(body.end, person.start)) if person is not None else None
        if person is None or between is None:
            return None
        if between.text.strip() == "," and subject.lower_ in words("role_heads"):
            return person  # "the Bishop of Harrow, Ann Bell, said"
        told = [token for token in between if not token.is_space]
        is_role = all(token.pos_ in ("NOUN", "PROPN", "ADJ") for token in told)
        return person if told and is_role and told[-1].lower_ in words("role_heads") else None

    def _voice_of(self, paragraph: Paragraph, subject: Token, quoted: Stretches, last: Speaker | None) -> Speaker:
        """For whom a spokesman or a document speaks: "a spokesman for X", "X's statement", "a letter written by X"."""
        for owner in _owners(subject):
            found = self.at(paragraph, owner) or self._apposed(paragraph, owner)
            if owner.lower_ in ("his", "her", "its", "their"):
                return Speaker(found, 0.85) if found is not None else ANONYMOUS
            if found is not None:
                return Speaker(found, 0.92, PERSON if subject.lower_.startswith("spokes") else "")
            if owner.lower_ not in OF_ANY and (owner.dep_ == "pobj" or owner.lower_ in OF_OTHERS):
                return ANONYMOUS  # "a spokesman for the prosecutors", "a police spokesman": of nobody named before
        if subject.lower_.startswith("spokes"):
            return self._body(paragraph, subject, quoted, last)
        return ANONYMOUS

    def _body(self, paragraph: Paragraph, subject: Token, quoted: Stretches, last: Speaker | None) -> Speaker:
        """The body that "it" or "a spokesman" stands for: the subject before it, else the last speaker. "They" is no body."""
        if subject.lower_ == "they":
            if (named := plural_body(self.article, paragraph, subject)) is not None:
                return Speaker(named, PLURAL)
            return self._goes_on(last, GROUP + PERSON, None, GUESSED)
        for i in range(subject.i - 1, -1, -1):
            token = paragraph.doc[i]
            if token.dep_ in ("nsubj", "nsubjpass") and not any(start <= i < end for start, end in quoted):
                if token.lower_ == "they" and token.head.dep_ in ("ROOT", "conj"):
                    return ANONYMOUS  # who "they" are, nobody told
                found = self.at(paragraph, token)
                if found is not None:
                    return Speaker(found, 0.8) if found.kind is Kind.ORGANISATION else ANONYMOUS
        return self._goes_on(last, DOCUMENT + GROUP, Kind.ORGANISATION, 0.7)

    def _is_of_other_gender(self, person: Mention | None, pronoun: Token) -> bool:
        """Whether "she" is no pronoun for the person: "Lord Marsh agreed. … she said"."""
        chain = self.article.chain_of(person) if person is not None and person.kind is Kind.PERSON else None
        genders = (
            {gender_of(m.words) for m in chain.mentions if m.form is not Form.PRONOUN} if chain is not None else set()
        )
        return ("f" if pronoun.lower_ == "he" else "m") in genders

    def _goes_on(self, last: Speaker | None, sorts: str, kind: Kind | None, certainty: float) -> Speaker:
        """The last speaker, if a pronoun may mean them: of the kind if they are known, of the sort if they are described."""
        if last is None:
            return ANONYMOUS
        is_described = bool(last.sort) and last.sort in sorts
        fits = is_described or (last.mention is not None and last.mention.kind is kind)
        return Speaker(last.party, certainty, last.sort) if fits else ANONYMOUS


def _owners(noun: Token) -> list[Token]:
    """Whose a spokesman or a document is, the likeliest first."""
    owners: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            owners.insert(0, child)
        elif child.dep_ == "prep" and child.lower_ in OF:
            owners += [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
        elif child.dep_ == "acl":
            owners += [
                t
                for on in child.children
                for behalf in on.children
                if behalf.lower_ == "behalf"
                for of in behalf.children
                for t in of.children
                if t.dep_ == "pobj"
            ]
            owners += [t for by in child.children if by.lower_ == "by" for t in by.children if t.dep_ == "pobj"]
    return owners
