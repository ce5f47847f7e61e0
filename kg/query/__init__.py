"""Questions to a built graph.

What goes in: the folder of a build and a question. What comes out: text. `ask.py` runs SPARQL: its own, from a file, or one of
`saved/*.rq` (first comment: the title; further comments: parameters); `why.py` tells what is known of somebody and who says so.
"""

from kg.query.ask import ask, saved_questions
from kg.query.why import why

__all__ = ["ask", "saved_questions", "why"]
