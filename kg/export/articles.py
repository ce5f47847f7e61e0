"""articles/<file>.txt: the text that every offset of the build refers to."""

from __future__ import annotations

from kg.built import Built


def export(built: Built) -> dict[str, bytes]:
    """One file per document, UTF-8, line ends as the reader kept them."""
    documents = (reading.document for reading in built.landscape.readings)
    return {f"articles/{document.name}.txt": document.text.encode("utf-8") for document in documents}
