"""Functions that tests run in job processes. They are in a module because they are passed to a process by name."""

import os
import re
import signal
import threading
import time
from dataclasses import replace

from annotator.jobs.merging import copies_merged, merge_undone
from annotator.jobs.suggesting import triage
from annotator.model.values import Suggestion, new_id
from annotator.suggest.prepared import Prepared, Suggested, Tokenised
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system.errors import ModelError, StoreError
from annotator.text.tokens import from_pairs


def double(number, *, progress):
    progress(1, 2)
    return number * 2


def refuse(*, progress):
    progress(0, 1)
    raise ModelError("source.unknown", name="Mühle 🌬️", names="de_news")


def break_down(*, progress):
    progress(0, 1)
    raise ZeroDivisionError("Nullstelle")


def die(*_arguments, progress):
    progress(0, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def end_at_once(_connection):
    """End the process at once, as if a library were missing or memory were short."""
    os._exit(1)


def die_once(path, *, progress):
    progress(0, 1)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return "alive"
    return os.kill(os.getpid(), signal.SIGKILL)


def write_then_die(path, *, progress):
    """Write a file, and die before the result is sent; asked again, refuse to replace the file."""
    if path.exists():
        raise StoreError("store.exists", file=path)
    path.write_text("über", "utf-8")
    die(progress=progress)


def merge_then_die(*arguments, progress):
    """Merge, and die before the result is sent; asked again, return that the copies bring nothing new."""
    merged = copies_merged.merge_files(*arguments, progress=progress)
    return die(progress=progress) if merged.edits else merged


def take_back_then_die(project, *, progress):
    merge_undone.take_back_merge(project, progress=progress)
    die(progress=progress)


def work_for_ever(*_arguments, progress):
    while True:
        progress(0, 1)
        time.sleep(0.01)  # it has nothing to wait for


def hang(*_arguments, progress):
    del progress
    threading.Event().wait()


def process_number(text="", *, progress):
    progress(0, 1)
    return os.getpid(), len(text)


# What stands for the models: it finds these words

FOUND = (("Weifang", "LOC", 0.97), ("HD Hyundai", "ORG", 0.81), ("Köln", "LOC", 0.9))
SOURCES = (SourceInfo(name="fake", version="2", language="de", kind=SourceKind.MODEL, labels=("LOC", "ORG")),)


def draw(document, language, *, progress):
    progress(0, 1)
    tokens = from_pairs("fake", "1", ((m.start(), m.end()) for m in re.finditer(r"[\w\u0301]+|[^\w\s]", document.text)))
    return Tokenised(document=document.id, sha256=document.sha256, language=document.language, tokens=tokens)


def prepare(document, language, labels, seen, sources, *, progress):
    progress(0, 1)
    drawn = draw(document, language, progress=progress)
    suggestions = tuple(
        Suggestion(
            id=new_id(),
            document=document.id,
            layer="entities",
            label=label,
            parts=((m.start(), m.end()),),
            score=score,
            source="fake",
            version="2",
        )
        for words, label, score in FOUND
        for m in re.finditer(words, document.text)
    )
    result = Suggested(source="fake", version="2", suggestions=suggestions)
    return Prepared(
        document=document.id, sha256=document.sha256, language=drawn.language, tokens=drawn.tokens, results=(result,)
    )


def prepare_german_only(document, language, labels, seen, sources, *, progress):
    """Find nothing in an article that is not German, as a model of one language does."""
    prepared = prepare(document, language, labels, seen, sources, progress=progress)
    (answer,) = prepared.results
    return prepared if document.language == "de" else replace(prepared, results=(replace(answer, suggestions=()),))


def die_of_hyundai(document, language, labels, seen, sources, *, progress):
    if "Hyundai" in document.text:
        die(progress=progress)
    return prepare(document, language, labels, seen, sources, progress=progress)


def prepare_without_the_model(document, language, labels, seen, sources, *, progress):
    """Report that the model, in the version of `SOURCES`, cannot be loaded."""
    prepared = prepare(document, language, labels, seen, sources, progress=progress)
    if (("fake", "2")) not in {(source.name, source.version) for source in sources}:
        return prepared
    return replace(prepared, results=(), problems=(ModelError("source.broken", name="fake", reason="Mühle 🌬️"),))


def prepare_without_adapters(document, language, labels, seen, sources, *, progress):
    """Report that no adapter can be loaded, and so no model that has an adapter."""
    prepared = prepare(document, language, labels, seen, sources, progress=progress)
    spoilt = [ModelError("adapter.broken", folder=folder, reason="x") for s in sources for folder in s.correctors]
    return replace(prepared, results=(), problems=tuple(spoilt)) if spoilt else prepared


def prepare_what_follows(document, language, labels, seen, sources, *, progress):
    """Suggest Köln only once Weifang was accepted somewhere, as a source does that learns from earlier decisions."""
    prepared = prepare(document, language, labels, seen, sources, progress=progress)
    known = {name.text for name in seen}
    (answer,) = prepared.results
    kept = tuple(
        s for s in answer.suggestions if s.quote(document.text) == ("Köln" if "Weifang" in known else "Weifang")
    )
    return replace(prepared, results=(replace(answer, suggestions=kept),))


def portions(number, *, progress):
    """Yield squares one by one; a negative number ends the process after them."""
    for n in range(abs(number)):
        progress(n, abs(number))
        yield n * n
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return "over"


def waiting_for_few(project, wanted, by_doubt, *, progress):
    """List pending suggestions as if the list had room for only two."""
    triage.MOST = 2  # of this process alone
    return triage.waiting(project, wanted, by_doubt, progress=progress)


def prepare_in_two(document, language, labels, seen, sources, *, progress):
    """At the fast speed find the names at once; at the thorough speed wait for a file, then find other boundaries."""
    prepared = prepare(document, language, labels, seen, sources, progress=progress)
    (source,) = sources
    if not source.thorough:
        return prepared
    (source.encoder.folder / f"asked {document.title}").touch()
    while not (source.encoder.folder / "go").exists():
        progress(0, 1)
        time.sleep(0.01)
    if (source.encoder.folder / "die").exists():
        die(progress=progress)
    (answer,) = prepared.results
    thorough = []
    for one in answer.suggestions:
        (start, end), known = one.parts[0], one.quote(document.text) == "Weifang"
        thorough.append(replace(one, score=0.99, parts=((start, end) if known else (end - 4, end),)))
    return replace(prepared, results=(replace(answer, suggestions=tuple(thorough)),))
