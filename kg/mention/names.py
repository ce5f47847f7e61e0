"""People and organisations by name."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Form, Kind, Mention
from kg.parsed import ParsedArticle

LABELS = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANISATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE}


def find_names(article: ParsedArticle) -> ParsedArticle:
    """The article with the mentions that are names."""
    mentions = []
    for paragraph in article.paragraphs:
        for ent in paragraph.doc.ents:
            if ent.label_ in LABELS:
                words = ent.text.removesuffix("’s").removesuffix("'s")
                start = paragraph.start + ent.start_char
                for lead in ("the ", "The "):
                    if words.startswith(lead):
                        words = words.removeprefix(lead)
                        start += len(lead)
                mentions.append(Mention(start, start + len(words), words, LABELS[ent.label_], Form.NAME))
    return replace(article, mentions=tuple(sorted(mentions)))
