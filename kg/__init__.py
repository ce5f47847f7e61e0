"""News articles in, a stakeholder graph out; every fact leads to the words that say it."""

from kg.settings import Settings

__all__ = ["Settings"]
