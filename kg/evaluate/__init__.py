"""Gold against annotations: precision, recall and F1 per kind of fact.

What goes in: two folders of annotation files (the schema of kg/export/annotation.schema.json). What comes out: `Scores`.
`match.py` compares names, titles and words, `likeness.py` says when two items are the same (docs/reference/matching-rules.md), `score.py`
counts, `report.py` prints.
"""

from kg.evaluate.report import as_json, as_text
from kg.evaluate.score import Row, Scores, evaluate

__all__ = ["Row", "Scores", "as_json", "as_text", "evaluate"]
