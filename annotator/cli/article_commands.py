"""Commands about articles as a whole: how soon they are looked at, and which one stands for which."""

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
    Fate.CHANGED: "suggested, on other words",
    Fate.SAME: "suggested, on the same words",
}


def prioritise(
    project: ProjectPath,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or titles.")],
    priority: Annotated[Priority, typer.Option("--to", help="What is high comes first in every order, low last.")],
    as_json: AsJson = False,
) -> None:
    """Say how soon articles are to be looked at."""
    with opened(project, read_only=False) as target:
        ids = [target.read.find_document(name) for name in documents]
        make = article_steps.prioritising(target.read, ids, priority, target.annotator)
        edit = slices.finish(target.timeline.doing(make))
    changed = [] if edit is None else sorted(edit.document_ids)
    if as_json:
        put_json({"changed": changed, "priority": str(priority)})
    else:
        say(f"Given {priority} priority: {counted(len(changed), 'article')}.")


def replace(
    project: ProjectPath,
    old: Annotated[str, typer.Argument(metavar="OLD", help="Its id or its title.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its id or its title: the corrected version.")],
    as_json: AsJson = False,
) -> None:
    """Let an article stand for another, which is set aside with its labels.

    The labels whose words are still there are suggested for the new version; nothing is decided. What became of each
    is listed. In the window, undo takes it back.
    """
    with opened(project, read_only=False) as target:
        read, annotator = target.read, target.annotator
        wanted = article_replacement.succession(read, read.find_document(old), read.find_document(new), annotator)
        slices.finish(target.timeline.doing(article_replacement.replacing(read, [wanted], annotator)))
        found = article_replacement.compared(read, wanted.new, annotator)
    if as_json:
        put_json({"old": wanted.old, "new": wanted.new, "labels": [_label_to(each) for each in found]})
        return
    say(f"“{new}” stands for “{old}” now, with {counted(len(found), 'label')} to look at.")
    if found:
        rows = ((each.span.layer, each.span.label, each.before, each.after, _FATES[each.fate]) for each in found)
        put_table(("layer", "label", "words", "words now", "what became of it"), rows)


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
