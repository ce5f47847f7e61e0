"""The headline above a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.read.articles.lines import Line, Look
from kg.read.articles.meta import NOTICE, is_meta, is_no_headline

HEADLINE_REACH = 14  # lines between headline and first paragraph at most: byline, date, sharing buttons
MOST_HEADLINE = 25  # words of a headline at most


def find_headline(lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The headline of the body whose prose begins at `first`: the best short line not far before it, None if there is none.

    A line gains by being as long as headlines are and by standing a second time on the page (in the title bar, a link, a
    path), and loses by menus and furniture between and by standing right below another candidate. The first line of the
    body itself is one if a byline or date follows.
    """
    notice = find_notice(lines, begin, first)
    stop = first if notice is None else notice
    opener = lines[first]
    if opener.count <= MOST_HEADLINE and first + 1 < len(lines) and is_meta(lines[first + 1]):
        return first
    seen = Counter(line.words for line in lines)
    best: tuple[float, int] | None = None
    for n in range(max(begin, stop - HEADLINE_REACH), stop):
        line = lines[n]
        if line.look is not Look.SHORT or not 3 <= line.count <= MOST_HEADLINE or is_no_headline(line):
            continue
        between = lines[n + 1 : stop]
        score = 1 + 0.2 * (line.count >= 4) + 0.3 * (line.count >= 6) + 0.5 * (seen[line.words] == 2)
        score -= 0.3 * sum(other.look is Look.SHORT and other.count < 3 and not is_meta(other) for other in between)
        score -= any(other.look in (Look.FURNITURE, Look.END, Look.STOP) for other in between)
        if best is not None and best[1] == n - 1:
            score -= 0.7  # right below another candidate: a standfirst
        if best is None or score > best[0]:
            best = (score, n)
    if best is not None:
        return best[1]
    above = next((n for n in range(first - 1, begin - 1, -1) if not is_meta(lines[n])), None)
    if notice is None and above is not None and lines[above].look is Look.SHORT and not is_no_headline(lines[above]):
        return above  # one or two words right above ("The odds")
    if first == begin and opener.count <= MOST_HEADLINE and not re.search(r"[.”\"]$", opener.words):
        return first
    return None


def find_notice(lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The line before the prose that gives an event's date or place, None if there is none."""
    return next((n for n in range(begin, first) if NOTICE.match(lines[n].words)), None)
