"""The whole description around the head words of a title: how it is held, whose it is, what it is of."""

from __future__ import annotations

from dataclasses import replace

from kg.mention._role_complements import with_complement
from kg.mention._role_owners import with_owner
from kg.mention._role_page import Page
from kg.mention._role_parts import Title
from kg.mention._role_titles import is_plural, start_of_title


def title_at(page: Page, head: int, stop: int) -> Title:
    """The whole description around the head words of a title."""
    start = start_of_title(page, head, stop)
    bare = Title(start, start, stop, stop, is_plural=is_plural(page.doc[stop - 1]))
    if stop < len(page.doc) and page.doc[stop].lower_ in ("designate", "elect"):
        bare = replace(bare, end=stop + 1, tense="incoming")
    return with_complement(page, head, with_owner(page, bare))
