"""Decisions about sampled articles, taken back from a project: labels for training, and how often models were right.

Articles are matched by key and SHA-256, so that no label ends up on a different text. Only articles that are done
count: in others, an undecided suggestion says nothing.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from annotator.model.json_records import to_line
from annotator.model.values import Annotated, State
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.scale.places import Folder, json_bytes
from annotator.scale.results.asking import RunResults
from annotator.scale.results.sampling import manifests, weights
from annotator.store.reader import DocumentQuery

LABELS = "labels"
_PORTION = 200  # articles whose suggestions are asked for at a time
Key: TypeAlias = tuple[str, str]
"""A layer and a label."""
_Place: TypeAlias = tuple[str, str, tuple[tuple[int, int], ...]]


class Returned(NamedTuple):
    """The result of `take_back`.

    Attributes:
        name: The name of the files written.
        articles: The number of articles in them.
        changed: The number of articles left out because their text has changed.
        open: The number of sampled articles that are not done yet.
    """

    name: str
    articles: int
    changed: int
    open: int


class Rate(NamedTuple):
    """The share of a label's suggestions in the corpus that were right, and how many were looked at."""

    share: float
    looked_at: int


def take_back(
    project: Project,
    answers: RunResults,
    out: Folder,
    fingerprint: str,
    annotator: str,
    *,
    progress: Progress = no_progress,
) -> Returned:
    """Write an annotator's labels in articles of this corpus, a JSON line for each, and a file of the rates.

    Raises:
        ModelError: ``corpus.question``.
        OSError: The files cannot be written.
    """
    ours = {}
    for number, id_ in enumerate(ids := project.read.document_ids(DocumentQuery(annotator=annotator))):
        progress(number, 2 * len(ids))
        meta = project.read.document(id_).meta
        if meta.get("corpus_run") == fingerprint and isinstance(meta.get("corpus_key"), str):
            ours[id_] = str(meta["corpus_key"])
    done = project.read.document_ids(DocumentQuery(annotator=annotator, state=State.DONE))
    ready = [id_ for id_ in done if id_ in ours]
    lines: list[str] = []
    rates: dict[str, dict[str, list[int]]] = {}
    changed = 0
    for start in range(0, len(ready), _PORTION):
        progress(len(ids) + start, len(ids) + len(ready))
        some = ready[start : start + _PORTION]
        kept = _unchanged([(ours[id_], project.read.annotated(id_, annotator)) for id_ in some], answers)
        changed += len(some) - len(kept)
        lines += [f"{to_line(entry)}\n" for entry in kept.values()]
        rates |= _rated(kept, answers)
    name = f"{project.path.stem}-{_short(str(project.path.resolve()), annotator)}"
    value = {"fingerprint": fingerprint, "annotator": annotator, "articles": rates}
    out.put(f"{LABELS}/{name}.jsonl", "".join(lines).encode("utf-8", "surrogatepass"))
    out.put(f"{LABELS}/{name}.json", json_bytes(value))
    return Returned(name, len(lines), changed, len(ours) - len(ready))


def measured(out: Folder) -> dict[Key, Rate]:
    """Return how often the suggestions of each label were right, measured on the articles taken back.

    Only articles that represent others count (`sampling.weights`), each with its weight.

    Raises:
        ModelError: ``corpus.damaged``.
    """
    seen = _came_back(out)
    right: defaultdict[Key, float] = defaultdict(float)
    every: defaultdict[Key, float] = defaultdict(float)
    looked_at: Counter[Key] = Counter()
    for manifest in manifests(out).values():
        for key, weight in weights(manifest, seen.keys()).items():
            for label, (good, of) in seen[key].items():
                right[label] += weight * good
                every[label] += weight * of
                looked_at[label] += of
    return {label: Rate(right[label] / every[label], count) for label, count in looked_at.items() if every[label]}


def _came_back(out: Folder) -> dict[str, dict[Key, tuple[int, int]]]:
    found: dict[str, dict[Key, tuple[int, int]]] = {}
    for path, content in out.json_files(LABELS):
        with out.undamaged(path):
            for key, labels in json.loads(content)["articles"].items():
                counts: dict[Key, tuple[int, int]] = {}
                for words, (good, of) in labels.items():
                    layer, _, label = words.partition(".")
                    counts[(layer, label)] = (int(good), int(of))
                found[key] = counts
    return found


def _unchanged(entries: Sequence[tuple[str, Annotated]], answers: RunResults) -> dict[str, Annotated]:
    """Return the articles whose text is still the one that the run has read, by key."""
    query = "SELECT key, sha256 FROM articles WHERE key IN (SELECT unnest($keys::VARCHAR[]))"
    hashes = dict(answers.rows(query, {"keys": [key for key, _ in entries]}))
    return {key: entry for key, entry in entries if hashes.get(key) == entry.document.sha256}


def _rated(kept: Mapping[str, Annotated], answers: RunResults) -> dict[str, dict[str, list[int]]]:
    """Return, for each article and label, how many suggestions were right, and how many there were."""
    query = (
        'SELECT key, layer, label, "start", "end", parts FROM suggestions'
        " WHERE key IN (SELECT unnest($keys::VARCHAR[])) ORDER BY ALL"
    )
    found: dict[str, dict[str, list[int]]] = {key: {} for key in kept}
    decided = {key: _places(entry) for key, entry in kept.items()}
    for key, layer, label, start, end, parts in answers.rows(query, {"keys": list(kept)}):
        place = tuple((one["start"], one["end"]) for one in parts) if parts else ((start, end),)
        counts = found[key].setdefault(f"{layer}.{label}", [0, 0])
        counts[0] += (layer, label, place) in decided[key]
        counts[1] += 1
    return found


def _places(entry: Annotated) -> frozenset[_Place]:
    return frozenset((span.layer, span.label, tuple(span.parts)) for span in entry.spans)


def _short(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:8]
