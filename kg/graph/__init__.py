"""Landscape → graph, in two shapes, and the check of what was built.

What goes in: a `Landscape`. What comes out: `rdf.py` the RDF graph (and dataset, one named graph per article), `network.py` the
network that is drawn, `check.py` what is wrong with a built folder. Entities, facts and evidence keep the ids they come with;
`kg.iri` mints every IRI.
"""
