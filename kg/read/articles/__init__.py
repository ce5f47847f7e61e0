"""Lines of text → the articles in them: where each headline and body stands, and what the page says about itself.

`lines` says what each line looks like on its own, `bodies` finds the runs of prose, `headlines` and `meta` the lines that speak of
an article, and `find` joins them.
"""

from kg.read.articles.find import find_articles
from kg.read.articles.lines import lines_of

__all__ = ["find_articles", "lines_of"]
