"""The ways into a project and out of it, for tests."""

import json

from annotator.formats.fit import Options
from annotator.jobs import exchange, intake, taking
from annotator.jobs.exchange import Request
from annotator.worker import no_progress


def export(project, target, name="jsonl", progress=no_progress, **more):
    options = Options(**more.pop("options", {}))
    return exchange.export(project.path, target, Request(format=name, options=options, **more), progress=progress)


def bring(project, *paths, as_suggestions=False, **more):
    incoming = intake.read(list(paths), **more)
    return taking.take_in(project, incoming, as_suggestions=as_suggestions)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path, *records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def codes(taken):
    return [told.code for told in taken.told]


def read_for(project, *paths, **more):
    options = intake.read_options(project, None, **more)
    return intake.read(list(paths), options=options)
