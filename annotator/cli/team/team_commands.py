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
    put_section,
    put_table,
    refuse,
    say,
)
from annotator.jobs.team import dealing, packing
from annotator.jobs.team.dealing import DealPlan
from annotator.model.packages import SuggestionTreatment
from annotator.quality.assigning import Wish


def deal(
    project: ProjectPath,
    to: Annotated[
        str, typer.Option("--to", metavar="NAME,NAME", help="The annotators, with commas between them.")
    ] = "",
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
    giver: Annotated[
        str, typer.Option("--from", metavar="NAME", help="Take back this annotator's unfinished articles, for --to.")
    ] = "",
    most: Annotated[int | None, typer.Option("--number", min=1, help="With --from: how many articles at most.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say who would get how many.")] = False,
    as_json: AsJson = False,
) -> None:
    """Deal the articles that nobody was dealt before, or take back articles that were dealt.

    Everybody gets the same number of articles, earlier ones included. Near-duplicates go to the same people.
    With --from, one annotator's unfinished articles go to those of --to; without --to, they can be dealt later.
    """
    people = tuple(_names(to))
    refuse(not people and not giver, "name at least one annotator", "--to")
    refuse(bool(giver) and (overlap > 0 or open_only), "unfinished articles go to one annotator each", "--from")
    refuse(most is not None and not giver, "it needs --from", "--number")
    wish = Wish(people=people, overlap=overlap, per=per, seed=seed)
    with opened(project, read_only=dry_run) as target:
        with progress("Dealing") as on_progress:
            if giver:
                found = dealing.plan_back(target, giver, wish, most=most, by=_names(by), progress=on_progress)
            else:
                found = dealing.plan(target, wish, by=_names(by), open_only=open_only, progress=on_progress)
        edit = dealing.step(found, annotator=target.annotator)
        if edit is not None and not dry_run:
            target.do(edit)
    if as_json:
        put_json(_as_mapping(found))
        return
    for sentence in _said(found, dry_run=dry_run):
        say(sentence)
    loads, fresh = found.loads, found.new_loads
    put_table(("annotator", "#now", "#in all"), [(name, fresh[name], loads[name]) for name in sorted(loads)])
    pairs = [(*pair, found.pairs[pair]) for pair in sorted(found.pairs)]
    put_section(("annotator", "annotator", "#shared"), pairs)


def packages(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder for the packages.")],
    person: Annotated[
        list[str] | None, typer.Option("--for", metavar="NAME", help="Only for this annotator; can be repeated.")
    ] = None,
    suggestions: Annotated[
        SuggestionTreatment,
        typer.Option(help="Include suggestions, show none at all, or hold some back to measure their effect."),
    ] = SuggestionTreatment.INCLUDED,
    again: Annotated[
        bool, typer.Option("--again", help="Also the articles that an earlier package for the annotator holds.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a package for each annotator who was dealt articles: NAME.spanwright, a project to label in.

    It holds the articles that the annotator has not begun and that no earlier package holds, without anybody's labels.
    Merge it when it comes back.
    """
    with opened(project, read_only=False) as target:
        with progress("Writing packages") as on_progress:
            written = packing.write(target, out, person or None, suggestions, again=again, progress=on_progress)
        packing.record(target, written)
    if as_json:
        listed = [
            {**fields_of(each.package, "annotator id"), "articles": each.articles, "file": each.path}
            for each in written
        ]
        put_json({"packages": listed})
        return
    put_table(("annotator", "#articles", "file"), [(w.package.annotator, w.articles, w.path) for w in written])


def _said(found: DealPlan, *, dry_run: bool) -> list[str]:
    dealt = f"{'Would deal' if dry_run else 'Dealt'} {counted(len(found.fresh), 'article')}."
    if not found.giver:
        return [dealt]
    took = "Would take back" if dry_run else "Took back"
    said = [f"{took} {counted(len(found.taken), 'article')} from {found.giver}.", dealt]
    if found.already:
        said.append(f"To nobody, because they have them already: {counted(found.already, 'article')}.")
    if found.begun:
        said.append(f"With labels by {found.giver}, which stay: {counted(found.begun, 'article')}.")
    if found.sent:
        sent = counted(found.sent, "article")
        said.append(f"In a package for {found.giver}: {sent}. If it comes back later, its labels are still merged.")
    return said


def _names(given: str) -> list[str]:
    return [name for each in given.split(",") if (name := each.strip())]


def _as_mapping(found: DealPlan) -> dict[str, object]:
    loads, fresh = found.loads, found.new_loads
    back = {"from": found.giver, "taken": list(found.taken), "begun": found.begun, "sent": found.sent}
    return {
        **(back if found.giver else {}),
        "articles": len(found.fresh),
        "people": [{"annotator": name, "now": fresh[name], "total": loads[name]} for name in sorted(loads)],
        "shared": [{"annotators": list(pair), "articles": found.pairs[pair]} for pair in sorted(found.pairs)],
        "dealt": {document: list(people) for document, people in sorted(found.fresh.items())},
    }
