"""The whole description around the head words of a title: how it is held, whose it is, what it is of."""

from __future__ import annotations

from dataclasses import replace

from kg.mention._role_complements import with_complement
from kg.mention._role_heads import is_plural
from kg.mention._role_owners import with_owner
from kg.mention._role_page import Page
from kg.mention._role_parts import Title
from kg.mention._role_titles import start_of_title


def title_at(page: Page, head: int, stop: int) -> Title:
    """The whole description around the head words of a title."""
    start = start_of_title(page, head, stop)
    bare = Title(start, start, stop, stop, is_plural=is_plural(page.doc[stop - 1]))
    if stop < len(page.doc) and page.doc[stop].lower_ in ("designate", "elect"):
        bare = replace(bare, end=stop + 1, tense="incoming")
    if page.doc[stop - 1].lower_ in ("designate", "elect"):
        bare = replace(bare, tense="incoming")  # "chairman-elect"
    return with_complement(page, head, _as_one(page, with_owner(page, bare)))


def _as_one(page: Page, title: Title) -> Title:
    """The title as one person's in "one of the four deputy governors"."""
    of = page.words(title.first - 2, title.first)
    if not title.is_plural or of != ["one", "of"]:
        return title
    return replace(title, first=title.first - 2, is_plural=False, is_one=True, is_definite=True)
