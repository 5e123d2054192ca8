"""Samples of a corpus: which articles are worth labelling, and the record of how they were drawn.

Articles are ordered by a hash of key and seed, so that a seed gives the same articles with any release of DuckDB. An
article that an earlier sample has drawn is never drawn again, nor is a copy of it. Only a random sample represents the
whole corpus by itself. For other samples the manifest has the number of articles in each stratum of the corpus, so that
figures can be weighted.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from math import ceil
from pathlib import PurePath
from typing import Any, NamedTuple

from annotator.model.json_records import FORMAT
from annotator.scale import recipe
from annotator.scale.parts import Part, plan
from annotator.scale.places import Folder, json_bytes
from annotator.scale.reading import TakenArticle, rows_of
from annotator.scale.recipe import FILE
from annotator.scale.results.asking import RunResults
from annotator.scale.run import RunFile
from annotator.system.errors import ModelError

SAMPLES = "samples"
_LEAST_WORDS = 80  # in an article whose doubt counts: in a shorter one a single name decides
_FIFTH = 5  # one in so many articles of a sample by doubt is random, so that articles no model doubts are seen, too
_COLUMNS = 'key, shard, "row", sha256'
_LOT = "md5(key || '#' || $seed)"
_BEFORE = "(SELECT unnest($before::VARCHAR[]))"
_NEW = (  # articles that were not drawn before, and are not copies of drawn ones
    f"key NOT IN {_BEFORE} AND key NOT IN (SELECT first FROM near WHERE key IN {_BEFORE})"  # noqa: S608
    f" AND sha256 NOT IN (SELECT sha256 FROM articles WHERE sha256 IS NOT NULL AND key IN {_BEFORE})"
)
_SINGLE = "single"  # the table with the keys of `once`: several queries need them, and finding copies takes long
_ONCE = f"(SELECT articles.* FROM articles SEMI JOIN {_SINGLE} USING (key))"  # noqa: S608
_ASKED = "asked"  # the table of a person's own query
_MEANT = "groups"  # the table with the group of each article
_TYPICAL = 1_000  # articles from which the middles of groups are chosen


class SampleCriterion(StrEnum):
    """The ways to draw a sample."""

    RANDOM = "random"
    DOUBT = "doubt"
    LABEL = "label"
    PUBLISHER = "publisher"
    DIVERSITY = "diversity"
    MEANING = "meaning"
    QUERY = "query"


NAMED = frozenset({SampleCriterion.LABEL, SampleCriterion.QUERY})  # these need words: the label, or the query
_STRATA = {  # every other way has a single stratum
    SampleCriterion.PUBLISHER: "coalesce(publisher, '')",
    SampleCriterion.DIVERSITY: (
        "concat_ws(' | ', coalesce(publisher, ''), coalesce(substr(published, 1, 7), ''), language)"
    ),
    SampleCriterion.MEANING: "meant",
}


class SampleRequest(NamedTuple):
    """A sample to draw.

    Attributes:
        by: The way to draw it.
        most: The number of articles.
        seed: Another number draws other articles.
        what: The label or the query, for the ways in `NAMED`.
        licence: Only articles with this licence; None for all.
    """

    by: SampleCriterion = SampleCriterion.RANDOM
    most: int = 500
    seed: int = 1
    what: str = ""
    licence: str | None = None


class Drawn(NamedTuple):
    """An article of a sample: its key, its place in the corpus, its hash, and the stratum that it represents."""

    key: str
    shard: str
    row: int
    sha256: str
    stratum: str


class Sample(NamedTuple):
    """The articles drawn, and for each stratum the number of articles they were drawn from (``frame``).

    ``near`` says whether near-duplicates were known; otherwise only equal texts count once.
    """

    by: SampleCriterion
    seed: int
    drawn: tuple[Drawn, ...]
    frame: dict[str, int]
    what: str = ""
    licence: str | None = None
    near: bool = False


def draw(answers: RunResults, out: Folder, wanted: SampleRequest) -> Sample:
    """Draw a sample, without articles that earlier samples have drawn; `keep` records it.

    Raises:
        ModelError: ``corpus.question``, ``corpus.damaged`` if an earlier manifest cannot be read, ``corpus.vectors`` if
            the run wrote no vectors and `SampleCriterion.MEANING` needs them.
    """
    answers.remember(_SINGLE, "SELECT key FROM once")
    frame, values = _frame(answers, out, wanted)
    drawing = _doubtful if wanted.by is SampleCriterion.DOUBT else _in_turn
    drawn, sizes = drawing(answers, frame, values, wanted)
    return Sample(wanted.by, wanted.seed, tuple(sorted(drawn)), sizes, wanted.what, wanted.licence, answers.near)


def _frame(answers: RunResults, out: Folder, wanted: SampleRequest) -> tuple[str, dict[str, object]]:
    """Return the SQL condition for articles that may be drawn, and its parameters."""
    values: dict[str, object] = {"before": sorted(drawn_before(out))}
    conditions = [_NEW]
    if wanted.licence is not None:
        conditions.append("licence = $licence")
        values["licence"] = wanted.licence
    if wanted.by is SampleCriterion.LABEL:
        conditions.append("key IN (SELECT key FROM suggestions WHERE $label IN (label, concat(layer, '.', label)))")
        values["label"] = wanted.what
    elif wanted.by is SampleCriterion.QUERY:
        answers.remember(_ASKED, wanted.what)
        conditions.append(f"key IN (SELECT key FROM {_ASKED})")  # noqa: S608
    elif wanted.by is SampleCriterion.MEANING:
        _group(answers, out, wanted, " AND ".join(conditions), values)
    return " AND ".join(conditions), values


def _group(answers: RunResults, out: Folder, wanted: SampleRequest, frame: str, values: dict[str, object]) -> None:
    """Make the table with the group of each article, by its vector."""
    if not recipe.has_vectors(out):
        raise ModelError("corpus.vectors", out=out.address)
    from annotator.scale.results import meaning  # imports numpy; the window imports this module

    query = f"SELECT key, vector FROM {_ONCE} WHERE {frame} ORDER BY {_LOT}, key LIMIT {_TYPICAL}"  # noqa: S608
    typical = dict(answers.rows(query, {**values, "seed": str(wanted.seed)}))
    keys, groups = meaning.grouped(out, answers, typical, wanted.most)
    answers.know(_MEANT, {"key": keys, "meant": groups})


def _in_turn(
    answers: RunResults, frame: str, values: dict[str, object], wanted: SampleRequest
) -> tuple[list[Drawn], dict[str, int]]:
    """Draw one article from each stratum in turn, at random within the stratum."""
    stratum = _STRATA.get(wanted.by, f"'{wanted.by}'")
    once = f"(SELECT * FROM {_ONCE} JOIN {_MEANT} USING (key))" if wanted.by is SampleCriterion.MEANING else _ONCE  # noqa: S608
    sizes = dict(answers.rows(f"SELECT {stratum}, count(*) FROM {once} WHERE {frame} GROUP BY 1 ORDER BY 1", values))  # noqa: S608
    values = {**values, "seed": str(wanted.seed), "most": wanted.most}
    if wanted.by not in _STRATA:
        chance = f"SELECT {_COLUMNS}, {stratum} FROM {once} WHERE {frame} ORDER BY {_LOT}, key LIMIT $most"  # noqa: S608
        return [Drawn._make(row) for row in answers.rows(chance, values)], sizes
    listed = (
        f"SELECT {stratum} AS stratum, min({{'lot': {_LOT}, 'key': key}}, $turns) AS first FROM {once}"  # noqa: S608
        f" WHERE {frame} GROUP BY 1"
    )
    numbered = f"SELECT stratum, unnest(first) AS one, generate_subscripts(first, 1) AS turn FROM ({listed})"  # noqa: S608
    places = f"SELECT one.key AS key, stratum, turn, one.lot AS lot FROM ({numbered})"  # noqa: S608
    first = f"{places} ORDER BY turn, lot, key LIMIT $most"
    values["turns"] = _turns(sizes.values(), wanted.most)
    query = f"SELECT {_COLUMNS}, stratum FROM ({first}) JOIN articles USING (key) ORDER BY turn, lot, key"  # noqa: S608
    return [Drawn._make(row) for row in answers.rows(query, values)], sizes


def _turns(sizes: Collection[int], most: int) -> int:
    """Return how many articles of each stratum suffice to draw ``most`` in turn."""
    turns, drawn = 0, 0
    for before, size in enumerate(sorted(sizes)):
        left = len(sizes) - before  # strata that have so many articles
        if drawn + left * (size - turns) >= most:
            return max(1, turns + ceil((most - drawn) / left))
        turns, drawn = size, drawn + left * (size - turns)
    return max(1, turns)


def _doubtful(
    answers: RunResults, frame: str, values: dict[str, object], wanted: SampleRequest
) -> tuple[list[Drawn], dict[str, int]]:
    """Draw the articles whose names the models are least sure of, and one fifth at random."""
    chance = wanted.most // _FIFTH
    drawn, sizes = _in_turn(answers, frame, values, SampleRequest(SampleCriterion.RANDOM, chance, wanted.seed))
    query = (
        f"SELECT {_COLUMNS}, $by FROM {_ONCE} WHERE {frame} AND words >= {_LEAST_WORDS}"  # noqa: S608
        f" AND key NOT IN (SELECT unnest($taken::VARCHAR[])) ORDER BY doubt DESC, {_LOT}, key LIMIT $most"
    )
    most, taken = wanted.most - len(drawn), [one.key for one in drawn]
    values = {**values, "seed": str(wanted.seed), "by": str(SampleCriterion.DOUBT), "taken": taken, "most": most}
    drawn += [Drawn._make(row) for row in answers.rows(query, values)]
    return drawn, {**sizes, str(SampleCriterion.DOUBT): sum(sizes.values()) - chance}


def weights(manifest: Mapping[str, Any], seen: Collection[str]) -> dict[str, float]:
    """Return, by key, how many articles of the corpus each article in ``seen`` represents.

    An article drawn because of its doubt, its label or a query represents only itself and is left out.
    """
    if manifest["by"] in NAMED:
        return {}
    there = {one["key"]: one["stratum"] for one in manifest["drawn"] if one["key"] in seen}
    by_doubt = manifest["by"] == SampleCriterion.DOUBT
    known = {key: stratum for key, stratum in there.items() if not (by_doubt and stratum == SampleCriterion.DOUBT)}
    sizes = Counter(known.values())
    return {key: manifest["frame"][stratum] / sizes[stratum] for key, stratum in known.items()}


def drawn_before(out: Folder) -> set[str]:
    """Return the keys of the articles that earlier samples have drawn.

    Raises:
        ModelError: ``corpus.damaged``.
    """
    return {one["key"] for manifest in manifests(out).values() for one in manifest["drawn"]}


def manifests(out: Folder) -> dict[str, dict[str, Any]]:
    """Return the records of earlier samples, by name.

    Raises:
        ModelError: ``corpus.damaged``.
    """
    found: dict[str, dict[str, Any]] = {}
    for path, content in out.json_files(SAMPLES):
        with out.undamaged(path):
            value = json.loads(content)
            drawn = [{name: str(one[name]) for name in ("key", "sha256", "stratum")} for one in value["drawn"]]
            frame = {str(stratum): int(size) for stratum, size in value["frame"].items()}
            if not {one["stratum"] for one in drawn} <= frame.keys():
                raise ValueError("an article has no stratum")  # reported like other damage
            found[PurePath(path).stem] = {**value, "by": str(value["by"]), "drawn": drawn, "frame": frame}
    return found


def write_manifest(out: Folder, sample: Sample, fingerprint: str) -> str:
    """Write the manifest of a sample that was imported, and return its name.

    Raises:
        OSError: The manifest cannot be written.
    """
    value = {
        "by": str(sample.by),
        "what": sample.what,
        "licence": sample.licence,
        "near_copies_once": sample.near,
        "seed": sample.seed,
        "fingerprint": fingerprint,
        "frame": sample.frame,
        "drawn": [{"key": one.key, "sha256": one.sha256, "stratum": one.stratum} for one in sample.drawn],
    }
    content = json_bytes(value)
    name = f"{sample.by}-{sample.seed}-{hashlib.sha256(content).hexdigest()[:8]}"
    out.put(f"{SAMPLES}/{name}.json", content)
    return name


def records(answers: RunResults, out: Folder, run: RunFile, sample: Sample) -> Iterator[dict[str, Any]]:
    """Yield the articles of a sample with their suggestions, as records of our own JSON Lines.

    Raises:
        ModelError: ``corpus.changed`` if a text in the corpus has changed.
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
        only = {row for shard, row in wanted if shard == part.shard}
        for row in rows_of(part, value["columns"], only=only):
            place = row.place or (part.shard, row.row)
            one = wanted.get(place)
            if one is not None and isinstance(row, TakenArticle):
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


def _record(row: TakenArticle, one: Drawn, said: list[dict[str, Any]], sample: Sample, run: RunFile) -> dict[str, Any]:
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


def _said(answers: RunResults, keys: list[str]) -> dict[str, list[dict[str, Any]]]:
    names = ("layer", "label", "start", "end", "parts", "attributes", "relations", "score", "source", "version", "rule")
    columns = ", ".join(f'"{name}"' for name in names)
    wanted = "key IN (SELECT unnest($keys::VARCHAR[]))"
    query = f'SELECT key, {columns} FROM suggestions WHERE {wanted} ORDER BY key, "start", "end", label'  # noqa: S608
    rows = answers.rows(query, {"keys": keys})
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
