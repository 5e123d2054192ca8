"""The command that writes a report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.options import ProjectPath, opened
from annotator.cli.output import progress, say
from annotator.jobs.exporting import report as reports


class Language(StrEnum):
    """The language of a report."""

    ENGLISH = "en"
    GERMAN = "de"


def report(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The HTML file to write.")],
    document: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="An article, by title or id, instead of the project.")
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose labels a report of the project counts.")
    ] = None,
    language: Annotated[Language, typer.Option(help="The language of the report.")] = Language.ENGLISH,
) -> None:
    """Write a page to print or share: the project in numbers, or an article with its labels."""
    with opened(project, read_only=True) as source, progress("Counting") as on_progress:
        if document is None:
            reports.write_project(source, annotator, out, language, progress=on_progress)
        else:
            reports.write_article(source, source.read.find_document(document), out, language)
    say(f"Wrote {out}.")
