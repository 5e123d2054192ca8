"""Invented articles, corpora made of such articles, and runs over these corpora."""

import hashlib
import json
import random

from annotator.jobs.suggesting.wanted_sources import labels_of
from annotator.model import schema_file
from annotator.scale import run
from annotator.scale.engines import Engine, Where
from annotator.scale.recipe import RunSettings
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.system.resources import resource_path
from annotator.text.sentences import split

GERMAN = (
    "Die Stadtwerke Bergheim wollen im Lindental {n} Millionen Euro ausgeben. „Das ist zu viel“, sagte Clara Rehn am"
    " Montag in Neustadt. Der Rat hatte mit weniger gerechnet.\n\nDavid Ostrow warf der Verwaltung vor, seit {n}"
    " Jahren nichts getan zu haben. Nach Angaben der Nordbau AG stieg der Umsatz um {n} Prozent. Im Rathaus wurde lange"
    " darüber gestritten, ob die Brücke 🌉 bis zum Herbst fertig wird."
)
ENGLISH = (
    "The harbour board plans to spend {n} million euros in Falkenau. “That is too much,” Greta Weiss said on Monday."
    " Residents had expected less.\n\nJonas Linde accused the council of doing nothing for {n} years. According to"
    " Nordbau, sales rose by {n} percent last year, and the bridge will open in autumn."
)
GOOD = GERMAN.format(n=40)


def article(number):
    text = (GERMAN, ENGLISH)[number % 2].format(n=number + 2)
    title = f"Neues aus dem Lindental {number}" if number % 2 == 0 else f"News from Falkenau {number}"
    return {"id": f"a{number}", "title": title, "text": text, "publisher": "Nordkurier", "licence": "CC-BY-4.0"}


def articles(count, first=0):
    return [article(number) for number in range(first, first + count)]


def mixed(count, sentences=8, seed=1):
    """Return texts of shuffled sentences of the samples, German and English in turn."""
    bank: dict[str, list[str]] = {"de": [], "en": []}
    for path in sorted(resource_path("samples").glob("*.txt")):
        text = path.read_text("utf-8")
        bank[path.name[:2]] += [text[start:end] for start, end in split(text) if end - start > 40]
    chance = random.Random(seed)
    return ["\n".join(chance.sample(bank["de" if number % 2 else "en"], sentences)) for number in range(count)]


def write_lines(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def write_parquet(path, records, group=1000):
    import pyarrow as pa
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist(records), path, row_group_size=group)
    return path


def asked(rows=10, speed=Speed.FAST, **more):
    schema = schema_file.load("news")
    sources = at_speed(available().sources, speed)
    return RunSettings(schema=schema, labels=labels_of(schema), sources=sources, fallback="de", rows=rows, **more)


def prelabel(corpus, out, rows=10, engine=Engine.SERIAL, where=Where(), **more):  # noqa: B008  # never changed
    """Run over a corpus to the end, and return the last state of the run."""
    return list(run.prelabel(str(corpus), str(out), asked(rows, **more), engine, where))[-1]


def table(out, room):
    """Return the rows of all parts, in order of the parts."""
    from pyarrow import parquet

    return [row for path in sorted((out / room).glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]


def problems(out):
    """Return the problem of each row that has one, by key."""
    return {row["key"]: row["problem"] for row in table(out, "articles") if row["problem"]}


def digest(out):
    """Return the SHA-256 of all result files and their names, except files that a killed process wrote in part."""
    found = hashlib.sha256()
    for path in sorted(path for room in ("articles", "suggestions") for path in (out / room).glob("*.parquet")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
