"""GUM news and interviews: people and organisations as mentions (those that GUM calls named)."""

from bench.quality._mentions import score_mentions as score

MEASURES = "mentions of people and organisations by name, overlapping and exact"

__all__ = ["MEASURES", "score"]
