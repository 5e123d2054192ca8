"""Commands about whole articles: their priority and their versions."""

from typing import Annotated

import typer

from annotator.cli.options import AsJson, ProjectPath, opened
from annotator.cli.output import counted, put_json, put_table, say
from annotator.jobs import article_steps
from annotator.jobs.importing import article_replacement
from annotator.jobs.importing.article_replacement import Compared, Fate
from annotator.model.values import Priority
from annotator.processes import slices

_FATES = {
    Fate.GONE: "its words are gone",
    Fate.CHANGED: "suggested, the words changed",
    Fate.SAME: "suggested, the same words",
}


def prioritise(
    project: ProjectPath,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or titles.")],
    priority: Annotated[Priority, typer.Option("--to", help="High comes first in every order, low last.")],
    as_json: AsJson = False,
) -> None:
    """Set the priority of articles."""
    with opened(project, read_only=False) as target:
        ids = [target.read.find_document(name) for name in documents]
        make = article_steps.prioritising(target.read, ids, priority, target.annotator)
        edit = slices.finish(target.timeline.doing(make))
    changed = [] if edit is None else sorted(edit.document_ids)
    if as_json:
        put_json({"changed": changed, "priority": str(priority)})
    else:
        say(f"Set {priority} priority for {counted(len(changed), 'article')}.")


def replace(
    project: ProjectPath,
    old: Annotated[str, typer.Argument(metavar="OLD", help="Its id or title.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version: its id or title.")],
    as_json: AsJson = False,
) -> None:
    """Replace an article with a newer version. The old one is set aside with its labels.

    Labels whose words are still there are suggested for the new version, and the fate of each label is listed. You can
    undo this in the window.
    """
    with opened(project, read_only=False) as target:
        read, annotator = target.read, target.annotator
        wanted = article_replacement.succession(read, read.find_document(old), read.find_document(new), annotator)
        slices.finish(target.timeline.doing(article_replacement.replacing(read, [wanted], annotator)))
        found = article_replacement.compared(read, wanted.new, annotator)
    if as_json:
        put_json({"old": wanted.old, "new": wanted.new, "labels": [_label_to(each) for each in found]})
        return
    say(f"“{new}” now replaces “{old}”, with {counted(len(found), 'label')} to review.")
    if found:
        rows = ((each.span.layer, each.span.label, each.before, each.after, _FATES[each.fate]) for each in found)
        put_table(("layer", "label", "words", "words now", "result"), rows)


def _label_to(found: Compared) -> dict[str, object]:
    return {
        "id": found.span.id,
        "layer": found.span.layer,
        "label": found.span.label,
        "fate": str(found.fate),
        "before": found.before,
        "after": found.after,
        "parts": [list(part) for part in found.parts],
        "decided": found.decided,
    }
