"""Everything that this package raises on purpose.

    KgError
    ├── SettingsError     a setting that cannot be used
    ├── FetchError        an address that cannot be fetched
    ├── ReadError         an input file that cannot be read as an article
    │   └── LanguageError it is in another language than English, and left out on purpose
    ├── OntologyError     a term that ontology/kg.ttl does not declare, or a fact whose types do not fit
    ├── ExtractorError    an extractor that breaks its contract
    ├── ResolutionError   judgements that contradict each other
    ├── ExportError       an output that cannot be written
    ├── QueryError        a question that cannot be answered over the built graph
    └── EvaluationError   gold or predictions that cannot be compared

A message names the file or article, says what was expected, and what to do about it. One unreadable article is reported,
skipped and counted; a broken *program* (extractor, ontology) stops the build at once.
"""


class KgError(Exception):
    """The root of the tree above: catch this to catch all of it."""


class SettingsError(KgError):
    """A setting that cannot be used."""


class FetchError(KgError):
    """An address that cannot be fetched."""


class ReadError(KgError):
    """An input file that cannot be read as an article."""


class LanguageError(ReadError):
    """An input in another language than English: left out on purpose, no failure."""


class OntologyError(KgError):
    """A term that the ontology does not declare, or a fact whose types do not fit its predicate."""


class ExtractorError(KgError):
    """An extractor that breaks its contract."""


class ResolutionError(KgError):
    """Judgements that contradict each other."""


class ExportError(KgError):
    """An output that cannot be written."""


class QueryError(KgError):
    """A question that cannot be answered over the built graph."""


class EvaluationError(KgError):
    """Gold or predictions that cannot be compared."""
