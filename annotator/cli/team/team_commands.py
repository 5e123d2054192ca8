"""Commands that deal articles to people, and write packages for these people."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    progress,
    put_json,
    put_table,
    refuse,
    say,
)
from annotator.jobs.team import dealing, packing
from annotator.jobs.team.dealing import Plan
from annotator.model.packages import Suggested
from annotator.quality.assigning import Wish


def deal(
    project: ProjectPath,
    to: Annotated[str, typer.Option("--to", metavar="NAME,NAME", help="The annotators, with commas between them.")],
    overlap: Annotated[
        int, typer.Option(metavar="PERCENT", min=0, max=100, help="The share of articles that several get.")
    ] = 0,
    per: Annotated[int, typer.Option(min=2, help="How many annotators get each of these.")] = 2,
    by: Annotated[
        str, typer.Option(metavar="FIELD,FIELD", help="What is mixed evenly: publisher, month, language.")
    ] = "publisher,month",
    seed: Annotated[int, typer.Option(help="Any number; each deals differently.")] = 1,
    open_only: Annotated[
        bool, typer.Option("--open-only", help="Pass over articles that anybody has finished.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say who would get how many.")] = False,
    as_json: AsJson = False,
) -> None:
    """Deal the articles that nobody was dealt before.

    Everybody gets the same number of articles, earlier ones included. Near-duplicates go to the same people.
    """
    people = tuple(_names(to))
    refuse(not people, "name at least one annotator", "--to")
    wish = Wish(people=people, overlap=overlap, per=per, seed=seed)
    with opened(project, read_only=dry_run) as target:
        with progress("Dealing") as on_progress:
            found = dealing.plan(target, wish, by=_names(by), open_only=open_only, progress=on_progress)
        edit = dealing.step(found, annotator=target.annotator)
        if edit is not None and not dry_run:
            target.do(edit)
    if as_json:
        put_json(_as_mapping(found))
        return
    say(f"{'Would deal' if dry_run else 'Dealt'} {counted(len(found.fresh), 'article')}.")
    loads, fresh = found.loads, found.new_loads
    put_table(("annotator", "#now", "#in all"), [(name, fresh[name], loads[name]) for name in sorted(loads)])
    if found.pairs:
        say("")
        put_table(("annotator", "annotator", "#shared"), [(*pair, found.pairs[pair]) for pair in sorted(found.pairs)])


def packages(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder for the packages.")],
    person: Annotated[
        list[str] | None, typer.Option("--for", metavar="NAME", help="Only for this annotator; can be repeated.")
    ] = None,
    suggestions: Annotated[
        Suggested,
        typer.Option(help="Include suggestions, show none at all, or hold some back to measure their effect."),
    ] = Suggested.INCLUDED,
    as_json: AsJson = False,
) -> None:
    """Write a package for each annotator who was dealt articles: NAME.spanwright, a project to label in.

    It holds the articles that the annotator has not begun, without anybody's labels. Merge it when it comes back.
    """
    with opened(project, read_only=False) as target:
        with progress("Writing packages") as on_progress:
            written = packing.write(target, out, person or None, suggestions, progress=on_progress)
        packing.record(target, written)
    if as_json:
        listed = [
            {**fields_of(each.package, "annotator id"), "articles": each.articles, "file": each.path}
            for each in written
        ]
        put_json({"packages": listed})
        return
    put_table(("annotator", "#articles", "file"), [(w.package.annotator, w.articles, w.path) for w in written])


def _names(given: str) -> list[str]:
    return [name for each in given.split(",") if (name := each.strip())]


def _as_mapping(found: Plan) -> dict[str, object]:
    loads, fresh = found.loads, found.new_loads
    return {
        "articles": len(found.fresh),
        "people": [{"annotator": name, "now": fresh[name], "total": loads[name]} for name in sorted(loads)],
        "shared": [{"annotators": list(pair), "articles": found.pairs[pair]} for pair in sorted(found.pairs)],
        "dealt": {document: list(people) for document, people in sorted(found.fresh.items())},
    }
