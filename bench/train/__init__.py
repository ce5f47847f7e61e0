"""What is learnt from annotated text and ships as a word list: one script each, run by hand, its result committed."""
