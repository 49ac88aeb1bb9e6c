"""tantivy beside the journal's own index: the same folded pairs, in an index of its own.

It is searched as the program is: a word is a run of pairs in the title or in the text, the newest
first or by relevance.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from infodesk.core.search import END, fold, pairs

FIELDS = ("title", "text")
MEMORY = 256 << 20


def is_here() -> bool:
    """Tell whether tantivy is installed."""
    return find_spec("tantivy") is not None


class FullTextPeer:
    """An index of tantivy in a folder."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("serial", stored=True, fast=True)
        for name in FIELDS:
            builder.add_text_field(name, tokenizer_name="whitespace")
        self._schema = builder.build()
        folder.mkdir()
        self._index = tantivy.Index(self._schema, str(folder))

    def build(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Take in (serial, title, text)."""
        writer = self._index.writer(MEMORY, 1)
        for serial, title, text in rows:
            document = self._tantivy.Document()
            document.add_unsigned("serial", serial)
            document.add_text("title", pairs(fold(title) + END))
            document.add_text("text", pairs(fold(text) + END))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def newest(self, word: str, count: int) -> list[int]:
        """Return the serials of what holds a word, the newest first."""
        searcher = self._index.searcher()
        found = searcher.search(self._query(word), count, count=False, order_by_field="serial")
        return [serial for serial, _ in found.hits]

    def ranked(self, word: str, count: int) -> list[int]:
        """Return the serials of what holds a word, by relevance."""
        searcher = self._index.searcher()
        found = searcher.search(self._query(word), count, count=False)
        return [searcher.doc(address)["serial"][0] for _, address in found.hits]

    def _query(self, word: str) -> object:
        query, schema = self._tantivy.Query, self._schema
        terms = pairs(fold(word)).split()
        either = [
            query.phrase_query(schema, name, terms)
            if len(terms) > 1
            else query.term_query(schema, name, terms[0])
            for name in FIELDS
        ]
        return query.boolean_query([(self._tantivy.Occur.Should, part) for part in either])
