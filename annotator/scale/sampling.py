"""Samples of a corpus: which articles are worth labelling, and the record of how they were drawn.

The order is that of a hash of key and seed, so that a seed gives the same articles with any release of DuckDB. An
article that an earlier sample has drawn is never drawn again. Only a random sample stands for the whole corpus; for the
others the manifest keeps the number of articles in each stratum, from which rates can be weighted back.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.model.json_rows import FORMAT
from annotator.scale.asking import Answers
from annotator.scale.parts import Part, plan
from annotator.scale.places import Folder
from annotator.scale.reading import Taken, rows_of
from annotator.scale.recipe import FILE
from annotator.scale.run import Known
from annotator.system.errors import ModelError

SAMPLES = "samples"
_LEAST_WORDS = 80  # of an article whose doubt counts: in a shorter one a single name decides
_FIFTH = 5  # every so many articles of a sample by doubt is random, so that what no model doubts is seen, too


# Equal texts count once; near copies do not yet.
_FRAME = (
    "problem IS NULL AND key NOT IN (SELECT unnest($before::VARCHAR[]))"
    " AND key IN (SELECT min(key) FROM articles WHERE problem IS NULL GROUP BY sha256)"
)
_COLUMNS = 'key, shard, "row", sha256'
_LOT = "md5(key || '#' || $seed)"
_CHANCE = f"SELECT {_COLUMNS} FROM articles WHERE {_FRAME} ORDER BY {_LOT}, key LIMIT $most"  # noqa: S608
_DOUBT = (
    f"SELECT {_COLUMNS} FROM articles WHERE {_FRAME} AND words >= {_LEAST_WORDS}"  # noqa: S608
    f" AND key NOT IN (SELECT unnest($taken::VARCHAR[])) ORDER BY doubt DESC, {_LOT}, key LIMIT $most"
)


class By(StrEnum):
    """How a sample is drawn."""

    RANDOM = "random"
    DOUBT = "doubt"


class Drawn(NamedTuple):
    """An article of a sample: its key, its place in the corpus, its hash, and the stratum that it stands for."""

    key: str
    shard: str
    row: int
    sha256: str
    stratum: str


class Sample(NamedTuple):
    """Articles drawn, and the numbers of articles that they were drawn from, by stratum."""

    by: By
    seed: int
    drawn: tuple[Drawn, ...]
    frame: dict[str, int]


def draw(answers: Answers, out: Folder, by: By, count: int, seed: int) -> Sample:
    """Draw a sample, which leaves out what earlier samples have drawn; see `keep`.

    Raises:
        ModelError: ``corpus.question``, ``corpus.damaged`` if an earlier manifest cannot be read.
    """
    values: dict[str, object] = {"before": sorted(drawn_before(out))}
    ((total,),) = answers.rows(f"SELECT count(*) FROM articles WHERE {_FRAME}", values)  # noqa: S608
    values["seed"] = str(seed)
    chance = count if by is By.RANDOM else count // _FIFTH
    drawn = [Drawn._make((*row, By.RANDOM)) for row in answers.rows(_CHANCE, {**values, "most": chance})]
    frame = {str(By.RANDOM): int(total)}
    if by is By.DOUBT:
        values |= {"taken": [one.key for one in drawn], "most": count - len(drawn)}
        drawn += [Drawn._make((*row, By.DOUBT)) for row in answers.rows(_DOUBT, values)]
        frame[str(By.DOUBT)] = int(total) - chance
    return Sample(by, seed, tuple(sorted(drawn)), frame)


def drawn_before(out: Folder) -> set[str]:
    """Return the keys that earlier samples have drawn.

    Raises:
        ModelError: ``corpus.damaged``.
    """
    found: set[str] = set()
    for name in sorted(out.names(SAMPLES)):
        if name.startswith(".") or not name.endswith(".json"):
            continue
        content = out.read(f"{SAMPLES}/{name}") or b""
        try:
            found.update(str(one["key"]) for one in json.loads(content)["drawn"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ModelError("corpus.damaged", file=f"{SAMPLES}/{name}", out=out.address, reason=error) from error
    return found


def keep(out: Folder, sample: Sample, fingerprint: str) -> str:
    """Write the manifest of a sample, and return its name.

    Raises:
        OSError: It cannot be written.
    """
    value = {
        "by": str(sample.by),
        "seed": sample.seed,
        "fingerprint": fingerprint,
        "frame": sample.frame,
        "drawn": [{"key": one.key, "sha256": one.sha256, "stratum": one.stratum} for one in sample.drawn],
    }
    content = (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8", "surrogatepass")
    name = f"{sample.by}-{sample.seed}-{hashlib.sha256(content).hexdigest()[:8]}"
    out.put(f"{SAMPLES}/{name}.json", content)
    return name


def records(answers: Answers, out: Folder, run: Known, sample: Sample) -> Iterator[dict[str, Any]]:
    """Yield the articles of a sample with their suggestions, as records of our own JSON Lines.

    Raises:
        ModelError: ``corpus.changed`` if the corpus has another text there now.
        OSError: The corpus cannot be read.
    """
    value = json.loads(out.read(FILE) or b"{}")
    wanted = {(one.shard, one.row): one for one in sample.drawn}
    said = _said(answers, [one.key for one in sample.drawn])
    shards = {one.shard for one in sample.drawn}
    left = set(wanted)
    for part in plan(run.corpus, value["rows"]).parts:
        if not _may_hold(part, wanted, shards):
            continue
        for row in rows_of(part, value["columns"]):
            place = row.place or (part.shard, row.row)
            one = wanted.get(place)
            if one is not None and isinstance(row, Taken):
                left.discard(place)
                yield _record(row, one, said.get(one.key, []), sample, run)
    if left:
        raise ModelError("corpus.changed", shard=min(left)[0])


def _may_hold(part: Part, wanted: Mapping[tuple[str, int], Drawn], shards: set[str]) -> bool:
    if part.files:
        return not shards.isdisjoint(part.files)
    if part.shard not in shards:
        return False
    rows = [row for shard, row in wanted if shard == part.shard]
    return any(part.first <= row and (part.rows is None or row < part.first + part.rows) for row in rows)


def _record(row: Taken, one: Drawn, said: list[dict[str, Any]], sample: Sample, run: Known) -> dict[str, Any]:
    article = row.article
    if hashlib.sha256(article.text.encode()).hexdigest() != one.sha256:
        raise ModelError("corpus.changed", shard=one.shard)
    about = {"corpus_key": one.key, "corpus_run": run.fingerprint, "licence": row.licence, "external_id": row.id}
    drawn = f"{sample.by} {sample.seed} {one.stratum}"
    fields = ("title", "text", "language", "publisher", "author", "url", "published")
    return {
        "format": FORMAT,
        "id": hashlib.sha256(f"{run.fingerprint} {one.key}".encode("utf-8", "surrogatepass")).hexdigest()[:32],
        **{name: getattr(article, name) for name in fields if getattr(article, name) is not None},
        "meta": {**article.meta, **{name: known for name, known in about.items() if known}, "corpus_drawn": drawn},
        "suggestions": said,
    }


def _said(answers: Answers, keys: list[str]) -> dict[str, list[dict[str, Any]]]:
    names = ("layer", "label", "start", "end", "parts", "attributes", "relations", "score", "source", "version", "rule")
    columns = ", ".join(f'"{name}"' for name in names)
    wanted = "key IN (SELECT unnest($keys::VARCHAR[]))"
    question = f'SELECT key, {columns} FROM suggestions WHERE {wanted} ORDER BY key, "start", "end", label'  # noqa: S608
    rows = answers.rows(question, {"keys": keys})
    found: dict[str, list[dict[str, Any]]] = {}
    for key, *values in rows:
        one = dict(zip(names, values, strict=True))
        one["parts"] = _pairs(one["parts"]) if one["parts"] else [[one["start"], one["end"]]]
        one["attributes"] = json.loads(one["attributes"] or "{}")
        one["relations"] = [
            {**{name: draft[name] for name in ("label", "layer", "tail_label")}, "parts": _pairs(draft["parts"])}
            for draft in one["relations"] or ()
        ]
        found.setdefault(key, []).append({**one, "state": "pending"})
    return found


def _pairs(places: list[dict[str, int]]) -> list[list[int]]:
    return [[place["start"], place["end"]] for place in places]
