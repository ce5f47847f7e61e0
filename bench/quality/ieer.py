"""IEER 1999 newswire: people and organisations as mentions."""

from bench.quality._mentions import score_mentions as score

MEASURES = "mentions of people and organisations by name, overlapping and exact"

__all__ = ["MEASURES", "score"]
