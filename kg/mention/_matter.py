"""What an article is about, if it is about an undertaking: "close three day centres", "a limit of 2,000 passengers a day".

Headline and opening sentence say it, in few forms: as what is decided on ("backed a bill …"), as what will be done ("will close in
May", "to be turned into flats"), or as the thing itself ("Rate relief for seaside hotels agreed").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

LONGEST = 14  # tokens of a description
CLEAR, PROBABLE = (
    2.25,
    1.75,
)  # scores from which a candidate is what the article is about: by itself, or if the other place agrees
DECIDING = frozenset(
    """
    approve back reject plan announce unveil propose order consider agree publish recommend grant vote oppose welcome
    delay scrap shelve drop abandon suspend pause block confirm pass accept introduce launch impose urge demand seek want face
    bring criticise condemn defend support call debate examine examine table draft sign ratify veto overturn uphold quash begin
    start get give receive win fund defy fight resist protest halt adopt discuss postpone review weigh push threaten offer promise
    pledge rule allow warn strike
    """.split()
)  # what somebody does about an undertaking
CARRIED_OUT = frozenset(
    """
    build close open merge move ban abolish scrap keep make extend replace cut withdraw introduce bring put set create allow
    pay charge give end raise limit cap turn reject approve back delay agree publish announce reopen restore remove sell lock
    buy fund suspend grant hold begin start take effect go stay rise fall increase double come lift widen shut axe
    """.split()
)
PLANS = frozenset(
    ["plan", "proposal", "bid", "bill", "deal", "scheme", "move", "decision", "vote", "law", "motion", "order"]
)
PERSONS = frozenset(["PERSON", "NORP"])
TIMES = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"])
NOT_MEANT = frozenset(
    """
    people year month week day number time part way place row side member minister leader spokesman spokeswoman resident
    worker official council government mp councillor union campaigner man woman child family pupil student patient teacher doctor
    nurse police officer court judge company firm group party country city town village report statement vote hour minute half
    quarter dispute challenge protest concern warning fear call row anger appeal plea reaction response question answer talk
    green light lot debt failure thing something nothing everyone pound euro dollar mile kilometre staff crew driver parent owner farmer
    president secretary chief head chairman chairwoman chair director manager critic expert scientist
    share profit price market dollar sale growth demand record discovery find attack killing murder war conflict trust optimism
    love evidence conviction sentence arrest death crash riot gloom revival boost economy loss earnings output inflation
    unemployment visit trip tour past irregularity industry science shortage claim allegation abuse rumour talk debt forecast
    spurt slump recovery setback fraud corruption bribery turnout majority poll defection sleaze truth colonial race career
    """.split()
)
ENDINGS = ("tion", "sion", "ment", "ure", "sal", "val", "ism", "isation", "ization", "ance")
INNER = frozenset(["of", "for", "to", "on", "in", "at", "between", "into", "with", "from", "over", "near"])
FUTURE = frozenset(["will", "would", "could", "may", "shall", "should", "must"])


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Lemma → the nouns that take it up."""
    return {verb: frozenset(nouns.split()) for verb, nouns in rows("undertaking_verbs")}


@cache
def _heads() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("undertaking_heads")}


@dataclass(slots=True)
class Candidate:
    """A stretch that may say what the article is about.

    Attributes:
        first, last: tokens, both inclusive.
        heads: the words by which it is taken up later. which: the telling words in it.
        is_weak: it may say more of what another candidate says, nothing by itself.
    """

    paragraph: Paragraph
    first: int
    last: int
    heads: frozenset[str]
    which: frozenset[str]
    score: float
    is_weak: bool = False

    @property
    def mention(self) -> Mention:
        span = self.paragraph.doc[self.first : self.last + 1]
        start = self.paragraph.start + span.start_char
        return Mention(start, start + len(span.text), span.text, Kind.INITIATIVE, Form.DESCRIPTION)


def matter_of(article: ParsedArticle) -> list[Candidate]:
    """How headline and opening describe what the article is about: the clearest first; empty if nothing is clear."""
    headline = [p for p in article.paragraphs if p.sort == "headline"][:1]
    body = [p for p in article.paragraphs if p.sort == "body"][:1]
    places = [p.doc[:] for p in headline] + [next(iter(p.doc.sents)) for p in body]
    paragraphs = [*headline, *body]
    found = [list(_candidates(article, p, place)) for p, place in zip(paragraphs, places, strict=True)]
    if len(found) == 2:
        for one, other in (found, found[::-1]):
            told = {w for c in other for w in c.which | c.heads}
            for candidate in one:
                candidate.score += min(1.5, 0.75 * len((candidate.which | candidate.heads) & told))
    ranked = sorted((c for group in found for c in group), key=lambda c: (-c.score, c.paragraph.start, c.first))
    best = next((c for c in ranked if not c.is_weak), None)
    if best is None or best.score < PROBABLE:
        return []
    same = [c for c in ranked if c.paragraph is not best.paragraph and _alike(best, c)]
    if not same and best.score < CLEAR:
        return []
    return [best, *[c for c in same if not c.is_weak][:1]]


def _alike(one: Candidate, other: Candidate) -> bool:
    return bool((one.which | one.heads) & (other.which | other.heads))


def _candidates(article: ParsedArticle, paragraph: Paragraph, place: Tokens) -> Iterator[Candidate]:
    for token in place:
        if len(token.text) < 2 or any(above.dep_ == "relcl" for above in (token, *token.ancestors)):
            continue  # "Lord Marsh, who conducted the inquiry into the fire, has died"
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
            candidate = _thing(article, paragraph, token, place)
        elif token.pos_ in ("VERB", "AUX", "NOUN") and token.lemma_.lower() in _verbs():
            candidate = _deed(paragraph, token, place)
        else:
            candidate = None
        if candidate is not None:
            yield candidate


def _thing(article: ParsedArticle, paragraph: Paragraph, token: Token, place: Tokens) -> Candidate | None:
    lemma = token.lemma_.lower()
    where = paragraph.span_of(token)
    if lemma in NOT_MEANT or token.ent_type_ in PERSONS | TIMES or not token.is_alpha or _is_people(token):
        return None
    covering = article.mention_at(where, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT)
    if covering is not None and covering.end >= where.end:
        return None
    kind = _heads().get(lemma, "")
    score = {"definite": 2.5, "modified": 2.0, "joins": 0.5}.get(kind, 0.0)
    if not kind:
        score = 1.5 if _noun_of_a_verb(lemma) else 1.0 if lemma.endswith(ENDINGS) else 0.25
        if token.pos_ == "PROPN" and paragraph.sort != "headline":
            score -= 0.75
    standing = _standing(token)
    is_weak = score < 1 and standing < 1
    score += standing
    first = min(
        [t.left_edge.i for t in token.lefts if t.dep_ in ("compound", "amod", "nmod", "nummod", "poss", "quantmod")]
        or [token.i]
    )
    last = _end(token, place)
    which = frozenset(
        t.lemma_.lower()
        for t in token.doc[first : last + 1]
        if t.i != token.i and t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and t.is_alpha and len(t.text) > 2
    )
    if kind == "joins" and not which:
        return None
    score += 0.25 * min(2, len(which))
    heads = {lemma, *(verb for verb, nouns in _verbs().items() if lemma in nouns)}
    return Candidate(paragraph, first, last, frozenset(heads), which, score, is_weak)


def _is_people(token: Token) -> bool:
    """ "stallholders", "MSPs": who does something, not what is done."""
    lemma = token.lemma_.lower()
    if lemma in _heads():
        return False
    return lemma in words("role_heads") or (
        token.tag_ in ("NNS", "NNPS") and lemma.endswith(("er", "or", "ist", "ian", "ant", "mp", "msp"))
    )


def _noun_of_a_verb(lemma: str) -> bool:
    return any(lemma in nouns for nouns in _verbs().values())


def _standing(token: Token) -> float:
    """How well the noun's place in the clause suits what somebody decides on or will be done."""
    verb, lemma = token.head, token.head.lemma_.lower()
    if token.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        above = verb.head
        if (
            verb.lower_ in ("under", "against", "for", "over", "to", "on", "into", "at", "with")
            and above.pos_ == "VERB"
        ):
            return (
                1.0 if verb.lower_ in ("under", "against", "over", "for") or above.lemma_.lower() in DECIDING else 0.0
            )
        return -0.5 if above.pos_ in ("NOUN", "PROPN") else 0.0
    if token.dep_ in ("dobj", "ROOT"):
        return 1.0 if token.dep_ == "ROOT" else 1.5 if lemma in DECIDING else 1.0 if lemma in _verbs() else 0.25
    if token.dep_ == "nsubjpass":
        return 1.5
    if token.dep_ == "nsubj":
        is_done = lemma in CARRIED_OUT or lemma == "be" or any(c.dep_ == "auxpass" for c in verb.children)
        return 1.0 if is_done else -0.5
    return 0.0


def _end(token: Token, place: Tokens) -> int:
    """The last token of the description: with "of …", "to shut …", "limiting …", without what a comma or relative clause adds."""
    last = token.i
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and following[0].lower_ == "to" and following[1].tag_ == "VB" and token.i + 2 < place.end:
        return _object_end(following[1], place)  # "a bill to let them open"
    if len(following) and following[0].tag_ == "VBG" and following[0].dep_ in ("acl", "amod", "pcomp", "xcomp"):
        return _object_end(following[0], place)
    for child in token.rights:
        is_inner = (child.dep_ == "prep" and child.lower_ in INNER) or (
            child.dep_ == "acl" and (child.tag_ == "VBG" or any(c.lower_ == "to" for c in child.children))
        )
        if not is_inner or child.left_edge.i != last + 1:
            break
        end = last
        for t in token.doc[child.left_edge.i : min(child.right_edge.i, token.i + LONGEST, place.end - 1) + 1]:
            if (
                (t.is_punct and t.text not in ("-", "'", "’", "£", "$", "€"))
                or t.dep_ in ("relcl", "advcl")
                or t.lower_ in ("after", "until", "who", "which", "that", "next", "this", "last", "by")
            ):
                break
            end = t.i
        while end > last and token.doc[end].pos_ in ("ADP", "DET", "CCONJ", "PART", "PUNCT", "AUX"):
            end -= 1
        if end == last:
            break
        last = end
    return last


def _object_end(verb: Token, place: Tokens) -> int:
    """The last token of what the verb is done to; the verb itself where that is not clear."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj", "attr", "pobj") and c.i > verb.i), None)
    if thing is None or thing.i > verb.i + LONGEST or thing.i >= place.end:
        return verb.i
    return min(_end(thing, place), verb.i + LONGEST)


def _deed(paragraph: Paragraph, verb: Token, place: Tokens) -> Candidate | None:
    """ "votes to close three day centres", "Sixth form to close", "will be turned into a climbing centre"."""
    lemma = verb.lemma_.lower()
    marks = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    is_passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    is_ahead = bool(marks & FUTURE) or "to" in marks
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if not is_ahead and not is_passive and paragraph.sort != "headline" and verb.tag_ != "VBG" and verb.dep_ != "ROOT":
        return None
    above = verb.head
    is_inner = verb.dep_ in ("advcl", "relcl") or (
        paragraph.sort != "headline" and verb.dep_ in ("xcomp", "acl", "pcomp", "ccomp")
    )
    if is_inner and not (
        above.lemma_.lower() in DECIDING | PLANS
        or (above.dep_ == "ROOT" and above.lemma_ in ("be", "have", "say", "set"))
    ):
        return None  # "money that should have been used to reduce poverty"
    score = 2.0 + (0.75 if is_ahead else 0.25)
    if verb.dep_ in ("xcomp", "acl", "ccomp", "pcomp") and above.lemma_.lower() in DECIDING | PLANS:
        score += 1.0
    if thing is not None and thing.lemma_.lower() in NOT_MEANT - {"staff", "crew", "family", "school", "court"}:
        return None  # "lifts shares"
    if thing is not None and not is_passive:
        first = verb.i
        last = min(_end(thing, place), verb.i + LONGEST)
    elif (
        subject is not None
        and (is_passive or (is_ahead and thing is None))
        and subject.ent_type_ not in PERSONS
        and subject.lemma_.lower() not in NOT_MEANT
    ):
        first = subject.left_edge.i
        last = verb.i
        if last - first > LONGEST or any(t.dep_ == "relcl" for t in subject.subtree):
            return None
    else:
        return None
    which = frozenset(
        t.lemma_.lower()
        for t in verb.doc[first : last + 1]
        if t.i != verb.i and t.pos_ in ("NOUN", "PROPN", "ADJ") and t.is_alpha and len(t.text) > 2
    )
    if not which:
        return None
    return Candidate(paragraph, first, last, frozenset({lemma, *_verbs()[lemma]}), which, score)
