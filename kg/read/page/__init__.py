"""A web page → its visible text, line by line, and which lines are an article's.

`tree` parses the bytes within bounds, `blocks` writes the visible text down, `places` says where in the page each line stands, `second`
asks trafilatura, `choose` decides, `articles` joins the chosen lines to articles, and `stated` (with `jsonld`) reads what the markup says.
"""
