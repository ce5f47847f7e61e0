"""Who holds a post, where a verb joins the two: "is the chair", "as chief executive", "was appointed director"."""

from __future__ import annotations

from kg.lexicon.roles import role_family
from kg.mention._role_clauses import (
    APPOINT,
    BECOME,
    JOIN,
    LEAVE,
    NOUNS_OF_OFFICE,
    SERVE,
    SUCCEED,
    body_of_verb,
    objects,
    objects_of,
    owner_of_noun,
    people,
    subjects,
    tense,
)
from kg.mention._role_page import Page
from kg.mention._role_parts import Holding, Title
from kg.tokens import Token

# "is a great leader": no post, but what somebody thinks
JUDGING = frozenset(
    "great good bad terrible brilliant wonderful excellent fantastic poor weak strong true real natural".split()
)

BE = {"is": "current", "was": "former", "been": "current", "became": "current", "becomes": "incoming"}
ADVERBS_OF_DENIAL = frozenset(["not", "n’t", "n't", "never", "no", "hardly", "almost", "nearly"])
OFFICES = frozenset(["role", "post", "position", "job", "office", "title", "duty"])
SWEAR = frozenset(["swear", "inaugurate"])
TAKE = frozenset(["take", "assume", "accept", "land", "get", "receive"])
HOLD = frozenset(["hold", "have", "fill", "occupy", "combine", "perform"])
GIVE_UP = frozenset(["relinquish", "vacate", "abandon"])
RISE = frozenset(["step", "rise", "move", "return", "succeed"])
ANNOUNCE = frozenset(["announce", "confirm", "unveil", "welcome", "approve"])
ASIDE = 40  # tokens in brackets between a name and its verb


def head_of(page: Page, title: Title) -> Token:
    """The token of the title that hangs on something outside it."""
    span = page.doc[title.start : title.stop]
    return next((t for t in span if t.head.i < title.start or t.head.i >= title.stop or t.head.i == t.i), span.root)


def copula(page: Page, first: Title, last: Title) -> Holding | None:
    """ "Ann Bell is / was / became chair of X", "who is …"."""
    token = page.doc[first.first] if first.is_one else head_of(page, first)
    steps = 0
    while (
        token.dep_ in ("conj", "appos")
        and steps < 3
        and token.head.pos_ not in ("AUX", "VERB")
        and page.person(token.head.i) is None
    ):
        token, steps = token.head, steps + 1
    verb = token.head  # "conj": the parse joins "is a lawyer, and the chair" to the verb
    if token.dep_ not in ("attr", "oprd", "acomp", "conj") or verb.lemma_ not in BECOME or token.i < verb.i:
        return None
    found = tuple(subjects(page, verb))
    if not found or page.doc[max(0, first.start - 1)].lower_ in JUDGING:
        return None
    how = tense(verb)
    if verb.lemma_ == "become" and how in ("former", "current"):
        how = "current" if how == "former" or verb.tag_ == "VBN" else "incoming"
    return Holding(found, how)


def plain_copula(page: Page, first: Title, last: Title) -> Holding | None:
    """ "Ann Bell (born 1960) was the founder of X", word by word, where the parse takes it for something else."""
    doc, i = page.doc, first.first - 1
    if last.organisation is None:
        return None
    while i > 0 and doc[i].pos_ == "ADV" and doc[i].lower_ not in ADVERBS_OF_DENIAL:
        i -= 1
    how = BE.get(doc[i].lower_) if i > 0 else None
    if how is None:
        return None
    i -= 1
    while (
        i > 0 and (doc[i].pos_ == "ADV" or doc[i].lower_ in ("has", "had")) and doc[i].lower_ not in ADVERBS_OF_DENIAL
    ):
        i -= 1
    if doc[i].text == ")":
        i = next((k - 1 for k in range(i, max(0, i - ASIDE), -1) if doc[k].text == "("), i)
    person = page.who(doc[i])
    start = page.begin.get(person, i) if person is not None else i
    is_supposed = start > 0 and doc[start - 1].lower_ in (
        "if",
        "whether",
        "unless",
        "of",
        "with",
        "by",
        "for",
        "to",
        "and",
    )
    if person is None or is_supposed or doc[i].lower_ in ("his", "her"):
        return None
    return Holding((person,), how)


def copula_before(page: Page, first: Title, last: Title) -> Holding | None:
    """ "The director of the centre will be Ann Bell"; "the winner was" and the like are no posts."""
    token = head_of(page, first)
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be" or not first.is_definite:
        return None
    found = tuple(m for c in verb.children if c.dep_ == "attr" and c.i > verb.i for m in people(page, c))
    post = page.doc[first.start : first.stop].text
    if not found or role_family(post[:-1] if first.is_plural else post) not in ("head", "post", "office"):
        return None
    return Holding(found if first.is_plural else found[:1], tense(verb))


def as_role(page: Page, first: Title, last: Title) -> Holding | None:
    """ "joined X as chair", "will succeed A as chief executive", "his role as", "As chair of X, Ann Bell …"."""
    at = first.first - 1
    while at > 0 and page.doc[at].pos_ in ("ADJ", "DET", "NUM") and page.doc[at].head.i >= first.start:
        at -= 1  # "as an independent Non-Executive Director"
    if at < 0 or page.doc[at].lower_ not in ("as", "to"):
        return None
    above = page.doc[at].head
    if page.doc[at - 1].lower_ == "who" and at and page.doc[at - 1].head.dep_ == "relcl":
        named = tuple(people(page, page.doc[at - 1].head.head))  # "Ann Bell, who as chair of X has said"
        return Holding(named[:1], "current") if named else None
    if page.doc[at].lower_ == "to" and above.lemma_ not in ("promote", "elevate"):
        return None  # "promoted to chair"
    if above.pos_ == "NOUN" and above.lemma_ in NOUNS_OF_OFFICE:
        owner = owner_of_noun(page, above)
        if owner is None:
            return None
        if above.lemma_ in ("appointment", "election") and above.head.lemma_ in ANNOUNCE:
            over = above.head
            while over.dep_ in ("xcomp", "acomp"):
                over = over.head  # "is pleased to announce"
            subjects_ = [c for c in over.lefts if c.dep_ == "nsubj"]
            boards = [
                g for c in subjects_ if c.lower_ == "board" for o in c.rights if o.lower_ == "of" for g in o.children
            ]
            told = [body for c in (*boards, *subjects_) if (body := page.body(c)) is not None]
            return Holding((owner,), "incoming", body=next(iter(told), None))
        is_over = above.lemma_ in ("tenure", "resignation", "departure", "retirement", "stint", "spell", "reign")
        return Holding((owner,), "former" if is_over else "current")
    if above.pos_ not in ("VERB", "AUX"):
        return None
    if at == 0 or page.doc[at].is_sent_start:
        named = tuple(subjects(page, above))
        return Holding(named, "current") if named and page.doc[last.end : last.end + 1].text == "," else None
    return _as_after(page, above)


def _as_after(page: Page, verb: Token) -> Holding | None:
    """The verb before "as": who, and how the post is held."""
    lemma, how = verb.lemma_, tense(verb)
    found = tuple(subjects(page, verb))
    is_passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    if lemma in APPOINT | SUCCEED | LEAVE and not is_passive:
        named = tuple(m for child in objects(verb) for m in people(page, child))
        if named and lemma not in SUCCEED:
            found = named
    if not found or how == "denied" or (verb.dep_ == "acl" and lemma not in APPOINT | SERVE):
        return None
    body = body_of_verb(page, verb)
    if lemma in SUCCEED and not is_passive:
        return Holding(found, "incoming", body=body)
    if lemma in LEAVE:
        return Holding(
            found, "former" if how in ("former", "current") and verb.tag_ in ("VBD", "VBN") else "current", body=body
        )
    if lemma in APPOINT:
        return Holding(found, _since(verb), body=body)
    if lemma in SWEAR:
        return Holding(found, "incoming" if how == "incoming" else "current", body=body)
    if lemma in JOIN:
        return Holding(found, _since(verb), body=body)
    if lemma in SERVE:
        return Holding(found, how, body=body)
    return None


def role_of(page: Page, first: Title, last: Title) -> Holding | None:
    """ "will take on the role of chair", "was appointed to the post of director", "left the job of editor"."""
    of = page.doc[first.first - 1] if first.first else None
    noun = of.head if of is not None and of.lower_ == "of" else None
    if noun is None or noun.lemma_ not in OFFICES or noun.i > first.first or first.is_plural:
        return None
    owner = owner_of_noun(page, noun)
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if noun.dep_ not in ("dobj", "pobj") or verb.pos_ not in ("VERB", "AUX"):
        return None
    found = [*objects_of(page, verb), *subjects(page, verb)] if verb.lemma_ in APPOINT else subjects(page, verb)
    found = [owner] if owner is not None else found
    how = tense(verb)
    if not found or how == "denied":
        return None
    body = body_of_verb(page, verb)
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and verb.lemma_ in APPOINT | RISE:
        return Holding((found[0],), _since(verb), body=body)
    if noun.dep_ == "dobj" and verb.lemma_ in TAKE:
        return Holding((found[0],), _since(verb), body=body)
    if noun.dep_ == "dobj" and verb.lemma_ in HOLD:
        return Holding((found[0],), how, body=body)
    gives_up = verb.lemma_ in LEAVE | GIVE_UP and (noun.dep_ == "dobj" or noun.head.lower_ == "from")
    is_done = verb.tag_ in ("VBD", "VBN")
    return Holding((found[0],), "former" if is_done else "current", body=body) if gives_up else None


def _since(verb: Token) -> str:
    """ "incoming" for news; "current" for what the sentence dates to a year: "was appointed in 2004"."""
    dated = any(
        t.like_num and len(t.text) == 4 and t.text.isdigit() and t.text[0] in "12"
        for child in verb.children
        if child.dep_ in ("prep", "npadvmod", "advcl")
        for t in child.subtree
    )
    return "current" if dated else "incoming"


def appointed(page: Page, first: Title, last: Title) -> Holding | None:
    """ "has been appointed chair", "named Ann Bell chief executive", "confirmed as"."""
    doc = page.doc
    for candidate in (doc[i] for i in range(first.start, first.stop)):
        verb = candidate.head
        is_inside = first.start <= verb.i < first.stop
        if is_inside or candidate.dep_ not in ("oprd", "attr", "dobj", "xcomp", "ccomp") or verb.lemma_ not in APPOINT:
            continue
        is_passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.dep_ in ("acl", "relcl")
        if is_passive:
            named = tuple(subjects(page, verb))
        else:
            inside = [page.person(c.i) for c in verb.subtree if verb.i < c.i < first.first]
            named = tuple(dict.fromkeys(m for m in inside if m is not None))
        how = tense(verb)
        if named and verb.lemma_ != "nominate":
            return Holding(named, "denied" if how == "denied" else _since(verb), body=body_of_verb(page, verb))
    return None
