"""The two files of a part: its articles, and their suggestions. The same rows always give the same bytes."""

import io
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.model.values import CLAIMS, ENTITIES, Document, Suggestion
from annotator.scale.parts import Part
from annotator.scale.places import Folder
from annotator.scale.reading import RefusedRow, Row, TakenArticle
from annotator.text.near_duplicates import sketch
from annotator.text.normalization import count_words

ARTICLES, SUGGESTIONS = "articles", "suggestions"
SUFFIX = ".parquet"
VECTOR = "vector"  # the column of vectors
SIZE = 384  # bytes of a vector; a number each
BANDS = 32  # smallest hashes kept of a text, by which near-duplicates are found
_WORTHY = "CFS"
_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_LONGEST = 2_000  # characters of words about an article


def key_of(part: Part, row: Row) -> str:
    """Return the key of a row: always unique in a corpus, unlike a publisher's id."""
    shard, number = _place_of(part, row)
    return f"{shard}#{number}"


def _place_of(part: Part, row: Row) -> tuple[str, int]:
    shard, number = row.place or (part.shard, row.row)
    return str(_written(shard)), number


def _written(words: str | None) -> str | None:
    """Return words about an article as Arrow can hold them: half characters escaped, and cut at `_LONGEST`."""
    return words and words[:_LONGEST].encode("utf-8", "backslashreplace").decode()


def article_columns(*, vectors: bool = False) -> Any:
    """Return the Arrow schema of articles; ``vectors`` adds a column for them."""
    import pyarrow as pa

    words = {name: pa.string() for name in ("title", "language", "publisher", "author", "url", "published", "licence")}
    counts = {name: pa.int32() for name in ("characters", "words", "names", "claims", "worthy")}
    return pa.schema(
        {
            "key": pa.string(),
            "id": pa.string(),
            "shard": pa.string(),
            "row": pa.int64(),
            "sha256": pa.string(),
            **words,
            **counts,
            "doubt": pa.float64(),
            "bands": pa.list_(pa.uint32()),
            "problem": pa.string(),
            **({VECTOR: pa.binary(SIZE)} if vectors else {}),
        }
    )


def suggestion_columns(*, vectors: bool = False) -> Any:
    """Return the Arrow schema of suggestions, with the project file's names; ``vectors`` adds a column for them."""
    import pyarrow as pa

    place = [("start", pa.int32()), ("end", pa.int32())]
    relation = [("label", pa.string()), ("layer", pa.string()), ("tail_label", pa.string())]
    relation += [("parts", pa.list_(pa.struct(place))), ("quote", pa.string())]
    return pa.schema(
        {
            **{name: pa.string() for name in ("key", "layer", "label")},
            **dict(place),
            "parts": pa.list_(pa.struct(place)),
            **{name: pa.string() for name in ("quote", "attributes")},
            "relations": pa.list_(pa.struct(relation)),
            "score": pa.float64(),
            **{name: pa.string() for name in ("source", "version", "rule")},
            **({VECTOR: pa.binary(SIZE)} if vectors else {}),
        }
    )


class PartCounts(NamedTuple):
    """Counts of a part: the articles, their suggestions, and the rows with a problem by its code."""

    articles: int
    suggestions: int
    problems: dict[str, int]


class FoundArticle(NamedTuple):
    """An article with its suggestions. ``vectors`` has the vector of the article, then those of its claims in order."""

    document: Document
    said: Sequence[Suggestion]
    vectors: Sequence[bytes] = ()


class ResultSheet:
    """The results of a part while it is read, kept in Arrow, which takes a tenth of the memory of dicts."""

    def __init__(self, part: Part, *, vectors: bool = False) -> None:
        self._part = part
        self._vectors = vectors
        columns = article_columns(vectors=vectors), suggestion_columns(vectors=vectors)
        self._schemas = dict(zip((ARTICLES, SUGGESTIONS), columns, strict=True))
        self._batches: dict[str, list[Any]] = {ARTICLES: [], SUGGESTIONS: []}
        self._problems: Counter[str] = Counter()
        self._suggestions = 0
        self.articles = 0

    def add(self, rows: Sequence[tuple[Row, FoundArticle | None]]) -> None:
        """Add rows of the corpus in order, each with what was found in its article, or None if it has no article."""
        articles: list[dict[str, Any]] = []
        suggestions: list[dict[str, Any]] = []
        for row, found in rows:
            if isinstance(row, RefusedRow):
                self._problems[row.problem] += 1
                articles.append(self._place(row) | {"problem": row.problem})
            elif found is not None:
                vectors = iter(found.vectors)
                articles.append(self._place(row) | _article(row, found, next(vectors, None)))
                for each in found.said:
                    vector = next(vectors, None) if each.layer == CLAIMS else None
                    suggestions.append(_suggestion(found.document, each, vector))
                self.articles += 1
        self._suggestions += len(suggestions)
        self._keep(ARTICLES, articles)
        self._keep(SUGGESTIONS, suggestions)

    def put(self, out: Folder) -> PartCounts:
        """Write the part's two files, the file of articles last.

        Raises:
            OSError: The files cannot be written.
        """
        for name in (SUGGESTIONS, ARTICLES):
            out.put(f"{name}/{self._part.name}{SUFFIX}", self._packed(name))
        return PartCounts(self.articles, self._suggestions, dict(self._problems))

    def _place(self, row: Row) -> dict[str, Any]:
        shard, number = _place_of(self._part, row)
        return {"key": key_of(self._part, row), "shard": shard, "row": number}

    def _keep(self, name: str, rows: list[dict[str, Any]]) -> None:
        import pyarrow as pa

        if rows:
            self._batches[name].append(pa.RecordBatch.from_pylist(rows, schema=self._schemas[name]))

    def _packed(self, name: str) -> bytes:
        import pyarrow as pa
        from pyarrow import parquet

        table = pa.Table.from_batches(self._batches[name], self._schemas[name]).combine_chunks()
        stream = io.BytesIO()
        repeating = [name for name in table.column_names if name != VECTOR] if self._vectors else True
        size = max(1, table.num_rows)
        parquet.write_table(table, stream, compression="zstd", row_group_size=size, use_dictionary=repeating)
        return stream.getvalue()


def _article(row: TakenArticle, found: FoundArticle, vector: bytes | None) -> dict[str, Any]:
    document, said = found.document, found.said
    names = [each for each in said if each.layer == ENTITIES]
    claims = [each for each in said if each.layer == CLAIMS]
    words = count_words(document.text)
    about = {name: getattr(document, name) for name in ("title", "publisher", "author", "url", "published")}
    about |= {"id": row.id, "licence": row.licence}
    return {
        **{name: _written(known) for name, known in about.items()},
        "sha256": document.sha256,
        "language": document.language,
        "characters": len(document.text),
        "words": words,
        "names": len(names),
        "claims": len(claims),
        "worthy": sum(each.attributes.get("worthiness") == _WORTHY for each in claims),
        "doubt": sum(1 - each.score for each in names if each.score is not None) * 100 / max(1, words),
        "bands": list(sketch(document.text)[:BANDS]),
        VECTOR: vector,
    }


def _suggestion(document: Document, one: Suggestion, vector: bytes | None) -> dict[str, Any]:
    return {
        "key": document.id,
        "layer": one.layer,
        "label": one.label,
        "start": one.start,
        "end": one.end,
        "parts": None if len(one.parts) == 1 else _places(one.parts),
        "quote": one.quote(document.text),
        "attributes": _as_json(dict(one.attributes)) if one.attributes else None,
        "relations": [
            {
                "label": draft.label,
                "layer": draft.layer,
                "tail_label": draft.tail_label,
                "parts": _places(draft.parts),
                "quote": document.text[draft.start : draft.end],
            }
            for draft in one.relations
        ]
        or None,
        "score": one.score,
        "source": one.source,
        "version": one.version,
        "rule": one.rule,
        VECTOR: vector,
    }


def _places(parts: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in parts]
