"""build(): the whole flow, top to bottom."""
