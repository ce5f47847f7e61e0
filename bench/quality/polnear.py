"""PolNeAR: who said what in political news, by verbs of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bench.quality import Read, Record
from kg.evaluate import Row
from kg.model import Mode, Statement
from kg.parsed import ParsedArticle

MEASURES = (
    "quotations with a verb of speech. text: our pieces that lie mostly inside the annotated quotation share, together, >= .7 of the "
    "words' places (of the longer of the two); false: pieces between marks that touch no annotated quotation. speaker name: where "
    "the annotated speaker holds a name, among texts found, a name token of our speaker's chain stands in it (surnames, acronyms); "
    "both: the same among all; text found, speaker named in the text: recall where the annotated speaker has a capital, "
    "without sources that have none (their words make no node); its false pieces are counted under text alone"
)
LEAST_SHARED = 0.7
WORD = re.compile(r"\w+")
NOT_NAMES = frozenset(
    "a an the one another he she it they his her its their mr mrs ms sen rep gov president secretary chairman senator of and for in".split()
)
NAMED = "text found, speaker named in the text"  # by a capitalised word, as "speaker name" has it: also "Critics"
Places = frozenset[int]


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Rows for direct and mixed quotations, and for indirect ones: text, and speaker where text is found."""
    rows = {
        f"{kind}: {what}": Row()
        for kind in ("direct and mixed", "indirect")
        for what in ("text", NAMED, "speaker name", "both")
    }
    for record in records:
        article, facts = read(record["text"])
        statements = [fact for fact in facts if isinstance(fact, Statement)]
        for quote in record["quotes"]:
            if quote.get("speech"):
                kind = "indirect" if quote["type"] == "indirect" else "direct and mixed"
                text, named = rows[f"{kind}: text"], rows[f"{kind}: {NAMED}"]
                texts = [text, named] if _names(quote) else [text]
                _count(
                    record, quote, texts, (rows[f"{kind}: speaker name"], rows[f"{kind}: both"]), article, statements
                )
        annotated = frozenset[int]().union(*(_gold_places(record["text"], q) for q in record["quotes"]))
        for statement in statements:
            places = _places(record["text"], [(statement.text.start, statement.text.end)])
            if not places & annotated:
                row = rows[f"{'indirect' if statement.mode is Mode.INDIRECT else 'direct and mixed'}: text"]
                row.false += 1
                row.falses.append(f"{record['id'][:30]}  {statement}")
    return rows


def _count(
    record: Record,
    quote: Record,
    texts: Sequence[Row],
    rows: tuple[Row, Row],
    article: ParsedArticle,
    statements: Sequence[Statement],
) -> None:
    """Count one annotated quotation in the rows of texts and, where a name speaks, in those of speakers and of both."""
    speaker, both = rows
    names = _names(quote)
    shown = f"{record['id'][:30]}  [{quote['speaker']} | {quote['cue']}] {' '.join(quote['text'].split())[:200]}"
    wanted = _gold_places(record["text"], quote)
    pieces, shared = _pieces(record["text"], wanted, statements)
    if not wanted or shared < LEAST_SHARED:
        for text in texts:
            text.missed += 1
            text.misses.append(f"{shown}  found: {shared:.2f}")
        both.missed += bool(names)
        return
    for text in texts:
        text.right += 1
    if not names:
        return
    if any(names & _tokens(form) for piece in pieces for form in _forms(article, piece)):
        speaker.right += 1
        both.right += 1
    else:
        both.missed += 1
        speaker.missed += 1
        speaker.false += 1
        speaker.misses.append(f"{shown}  given to: {', '.join(_forms(article, p)[-1] for p in pieces)}")


def _pieces(text: str, wanted: Places, statements: Sequence[Statement]) -> tuple[list[Statement], float]:
    """The statements that lie mostly inside the annotated quotation, and how much they share with it together.

    A clause and its quoted fragment may both lie inside: what is joined is counted once.
    """
    best: tuple[list[Statement], float] = ([], 0.0)
    for modes in ((Mode.DIRECT, Mode.MIXED), (Mode.INDIRECT,), (Mode.DIRECT, Mode.MIXED, Mode.INDIRECT)):
        inside: list[Statement] = []
        joined: Places = frozenset()
        for statement in statements:
            places = _places(text, [(statement.text.start, statement.text.end)])
            if statement.mode in modes and 2 * len(places & wanted) > len(places):
                inside.append(statement)
                joined |= places
        shared = len(joined & wanted) / max(len(joined), len(wanted), 1)
        if shared > best[1]:
            best = (inside, shared)
    return best


def _gold_places(text: str, quote: Record) -> Places:
    return _places(text, quote["spans"])


def _places(text: str, spans: Iterable[Sequence[int]]) -> Places:
    """Where the words of the stretches begin."""
    return frozenset(start + match.start() for start, end in spans for match in WORD.finditer(text[start:end]))


def _names(quote: Record) -> frozenset[str]:
    """The name tokens of the annotated speaker; none for pronouns and common nouns."""
    if quote.get("speaker_is_pronoun") or not quote.get("speaker"):
        return frozenset()
    return _tokens(quote["speaker"])


def _tokens(words: str) -> frozenset[str]:
    """Words with a capital that are no titles and no articles, lower case, without possessive."""
    found = re.findall(r"\b[A-Z][\w'’-]*", words)
    return frozenset(re.sub(r"['’]s?$", "", word).lower() for word in found) - NOT_NAMES


def _forms(article: ParsedArticle, piece: Statement) -> list[str]:
    """Names of the speaker's chain; the words of a speaker without one."""
    who = piece.named_speaker
    chain = article.chain_of(who) if who is not None else None
    return [piece.speaker.words] if who is None or chain is None else [chain.name, article.named(who).words]
