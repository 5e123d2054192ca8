"""The command that makes gold labels by a rule."""

from typing import Annotated

import typer

from annotator.cli.output import AsJson, ProjectPath, counted, fields_of, opened, progress, put_json, say
from annotator.jobs.team import adjudicating
from annotator.quality.strategies import RULES, parse


def adjudicate(
    project: ProjectPath,
    auto: Annotated[str, typer.Option("--auto", metavar="RULE", help=f"The rule: {RULES}.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what the rule would settle.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make gold labels by a rule, in the articles that at least two people finished.

    A rule takes what all said, what most said, what at least N said, what one named person said, or what the person
    said who agrees most with the others. A person decides in the window what the rule leaves open. Answers that people
    gave stay unchanged.
    """
    rule = parse(auto)
    with opened(project, read_only=dry_run) as target, progress("Adjudicating") as report:
        told = adjudicating.adjudicate(target, rule, dry_run=dry_run, progress=report)
    if as_json:
        figures = fields_of(told, "articles own unanimous disagreements settles agrees compared")
        put_json({"rule": rule.words, **figures})
        return
    would = "Would settle" if dry_run else "Settled"
    say(
        f"{would} {told.settles} of {counted(told.disagreements, 'disagreement')}"
        f" in {counted(told.articles, 'article')}; all agree on {counted(told.unanimous, 'more label')}."
    )
    if told.compared:
        say(f"The rule agrees with {told.agrees} of {counted(told.compared, 'answer')} that people gave.")
    if told.own:
        say(f"Left out, because you are not done with them yourself: {counted(told.own, 'article')}.")
