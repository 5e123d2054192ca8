"""Imports into a project and exports out of it, as functions for tests."""

import json

from annotator.formats.fit import Options
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.importing import import_read, import_store
from annotator.processes.worker import no_progress


def export(project, target, name="jsonl", progress=no_progress, **more):
    options = Options(**more.pop("options", {}))
    return export_files.export(project.path, target, Request(format=name, options=options, **more), progress=progress)


def bring(project, *paths, as_suggestions=False, **more):
    incoming = import_read.read(list(paths), **more)
    return import_store.take_in(project, incoming, as_suggestions=as_suggestions)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path, *records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def codes(taken):
    return [told.code for told in taken.notices]


def read_for(project, *paths, **more):
    options = import_read.read_options(project, None, **more)
    return import_read.read(list(paths), options=options)
