"""Measurements, not shipped: `gold.py` against our own gold, `quality/` against third-party sets, `speed.py` beside the bare model.

    python -m bench                              what can be measured
    python -m bench polnear FOLDER [--limit N] [--errors]
    python -m bench gold
    python -m bench speed [FOLDER]

The third-party text is not part of the project: each set is scored when it is given its folder, which holds `dev.jsonl` (one
JSON object a line: `id`, `text`, and as far as the set has it `entities`, `facts`, `quotes`, `quantities`, `clusters`, with
character offsets, end exclusive).
"""
