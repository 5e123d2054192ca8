"""The option to use gold labels and, where an article has none, the labels of its only annotator.

The module has the text of the option, and prints how many articles get each annotator's labels.
"""

from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from annotator.cli.output import counted, opened, say, say_rest, warn
from annotator.jobs.exporting.gold_or_only import GoldOrOnly, gold_or_only
from annotator.model.values import GOLD

_MOST = 20  # titles printed

GoldOrOnlyOption: TypeAlias = Annotated[
    bool,
    typer.Option("--gold-or-only", help="Gold where adjudicated, else the labels of the only person who finished it."),
]


def gold_or_only_in(project: Path) -> GoldOrOnly:
    """Return whose labels each article of a project gets."""
    with opened(project, read_only=True) as source:
        return gold_or_only(source)


def gold_or_only_to(found: GoldOrOnly | None) -> dict[str, Any]:
    """Return the counts as JSON values; {} for None."""
    if found is None:
        return {}
    counts = found.counts
    return {
        "gold_or_only": {
            "gold": counts.pop(GOLD, 0),
            "only": counts,
            "left_out": [{"id": each.document, "title": each.title} for each in found.left_out],
            "unfinished": found.unfinished,
        }
    }


def put_gold_or_only(found: GoldOrOnly) -> None:
    """Print how many articles get each annotator's labels, and which articles are left out."""
    counts = found.counts
    gold = counts.pop(GOLD, 0)
    only = ", ".join(f"{name}: {count}" for name, count in counts.items()) or "none"
    say(f"Gold: {counted(gold, 'article')}. Of one person only: {only}.")
    if found.unfinished:
        say(f"Left out, because nobody finished them: {counted(found.unfinished, 'article')}.")
    if found.left_out:
        warn(f"Left out, because several people finished them but nobody adjudicated: {len(found.left_out)}.")
        for each in found.left_out[:_MOST]:
            warn(f"  {each.title}")
        say_rest(len(found.left_out), _MOST)
