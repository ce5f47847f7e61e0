"""People told by the post that they hold: "Tarn is the chief executive of", "Tarn previously served as director of"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.roles import role_concept
from kg.mention.spans import is_capital, run_until
from kg.tokens import Doc, Token

# Posts that no body holds; a firm may well be a leader, a partner or a member
PERSONAL = frozenset(
    """
    chief-executive chief-finance-officer chief-operating-officer president vice-president chair vice-chair director
    deputy-director professor lecturer secretary-general spokesperson editor principal headteacher
    """.split()
)
HOLDING = frozenset(["be", "become", "remain"])
SERVING = frozenset(["serve", "work"])


def officers(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that stand where only a person can: as who is, or serves as, chief executive, professor, director."""
    for verb in doc:
        if verb.lemma_ in HOLDING:
            posts = [c for c in verb.rights if c.dep_ in ("attr", "oprd")]
        elif verb.lemma_ in SERVING:
            posts = [g for c in verb.rights if c.lower_ == "as" for g in c.children if g.dep_ == "pobj"]
        else:
            continue
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        if subject is not None and subject.pos_ == "PROPN" and any(_is_post(post) for post in posts):
            start = run_until(doc, subject.i + 1)
            if start == subject.i and is_capital(subject) and not subject.is_upper:
                yield (start, subject.i + 1)


def _is_post(token: Token) -> bool:
    """Whether the token heads a post that only people hold, and is nobody's owner."""
    of = token.doc[token.left_edge.i : token.i + 1]
    return token.pos_ in ("NOUN", "PROPN") and role_concept(of.text) in PERSONAL
