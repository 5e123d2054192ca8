"""Commands that query the results of a corpus, put samples into projects, and take labels back."""

import csv as tables
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from annotator.cli.corpora.corpus_commands import Out, commands, put_problems
from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    opened,
    progress,
    put,
    put_json,
    put_table,
    refuse,
    say,
    warn,
)
from annotator.cli.writing_commands import Language
from annotator.jobs.importing import import_read, import_store
from annotator.model.values import GOLD
from annotator.processes.limited import Limits, Patience
from annotator.project.project import FALLBACK_LANGUAGE
from annotator.scale import extra, run
from annotator.scale.places import Folder
from annotator.scale.results import asking, claimants, comparing, looking, near, returning
from annotator.scale.results.claimants import Across
from annotator.scale.results.comparing import FigureDifference
from annotator.scale.results.returning import Key, Rate
from annotator.scale.results.sampling import NAMED, SampleCriterion, SampleRequest
from annotator.scale.writing import SIZE
from annotator.system.errors import ModelError
from annotator.text.language import detect
from annotator.text.normalization import defused

__all__ = ["commands"]
_SHOWN = 20  # values of a facet, claimants or differences printed
_HEADING = "suggested, not checked"


@commands.command()
def stats(
    out: Out,
    against: Annotated[
        str | None, typer.Option("--against", metavar="OTHER", help="Say how the results of another run differ.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Count articles, suggestions and problems, by label, language, publisher and month."""
    extra.need()
    with asking.opened(out) as answers:
        if against is not None:
            with asking.opened(against) as others:
                _put_differences(comparing.compared(answers, others), as_json=as_json)
            return
        total, labels, problems = answers.total(), answers.labels(), answers.problems()
        repeated = answers.repeated_ids()
        facets = {name: answers.facet(name) for name in ("language", "publisher", "month")}
        vectors = answers.vectors()
    rates = returning.measured(Folder.at(out))
    if as_json:
        put_json(
            {
                **total._asdict(),
                "labels": {_name(label): count for label, count in labels.items()},
                "measured": {_name(label): rate._asdict() for label, rate in rates.items()},
                "problems": problems,
                "vectors": vectors,
                "repeated_ids": repeated,
                "facets": {name: [share._asdict() for share in shares] for name, shares in facets.items()},
            }
        )
        return
    say(f"{counted(total.articles, 'article')}, {counted(total.suggestions, 'suggestion')} not checked by anybody.")
    put_problems(problems)
    if repeated:
        say(f"{counted(repeated, 'article')} share their id with another one; each is counted.")
    if vectors:
        say(f"{counted(vectors, 'vector')} of articles and claims: {_size(vectors * SIZE)}.")
    rows = [(_name(label), count, _rate(rates, label)) for label, count in labels.items()]
    put_table((_HEADING, "#suggestions", "right"), rows)
    for name, shares in facets.items():
        say("")
        columns = (name, "#articles", "#words", "#names", "#claims", "#doubt per 100 words")
        shown = [(share.value or "none", *share[1:-1], f"{share.doubt or 0:.2f}") for share in shares[:_SHOWN]]
        put_table(columns, shown)


def _size(count: int) -> str:
    """Format a number of bytes for people to read."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{count / 1e3:.0f} kB"


def _put_differences(found: list[FigureDifference], *, as_json: bool) -> None:
    if as_json:
        put_json({"differences": [one._asdict() for one in found]})
        return
    say("Other is not worse: only labels of people tell how well the models read these articles.")
    put_table(
        ("figure", "of", "#here", "#there"),
        [(one.kind, one.name, _figure(one.here), _figure(one.there)) for one in found[:_SHOWN]],
    )


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def _name(label: Key) -> str:
    return ".".join(label)


def _rate(rates: Mapping[Key, Rate], label: Key) -> str:
    rate = rates.get(label)
    return "not measured" if rate is None else f"{100 * rate.share:.0f}% of {rate.looked_at} looked at"


@commands.command("near")
def find_near(out: Out, as_json: AsJson = False) -> None:
    """Find near-duplicates of articles, so that samples and the board count each group once."""
    extra.need()
    with asking.opened(out) as answers, progress("Comparing") as on_progress:
        found = near.find(answers, Folder.at(out), progress=on_progress)
    copies = f"{counted(found.articles, 'article')} in {counted(found.groups, 'group')} of copies"
    figures = {**found._asdict(), "left_out": found.left_out}
    put(figures, f"{copies}; one of each group counts.", as_json=as_json)


@commands.command()
def said(
    out: Out,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A claim, in German or English.")],
    language: Annotated[Language, typer.Option(help="The language of TEXT.")] = Language.AUTO,
    count: Annotated[int, typer.Option("--n", min=1, max=1000, help="Claims, at most.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find claims that say the same as TEXT, in other words or the other language; the run needs --vectors."""
    extra.need()
    folder = Folder.at(out)
    spoken = detect(text, FALLBACK_LANGUAGE) if language is Language.AUTO else str(language)
    with asking.opened(out) as answers, progress("Comparing") as on_progress:
        from annotator.scale.results import meaning
        from annotator.suggest.encoder.meaning import Said

        found = meaning.same(folder, answers, Said(spoken, text), count, progress=on_progress)
    if as_json:
        put_json({"claims": [one._asdict() for one in found], "checked": False})
        return
    say(f"{counted(len(found), 'claim')} near in meaning, {_HEADING}.")
    columns = ("#likeness", "claim", "#articles", "publisher", "published", "key")
    put_table(
        columns,
        [
            (f"{100 * one.likeness:.0f}%", one.quote, one.articles, one.publisher or "", one.published or "", one.key)
            for one in found
        ],
    )


@commands.command()
def board(
    out: Out,
    across: Annotated[Across, typer.Option("--across", help="What the columns are.")] = Across.STANCE,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
    as_json: AsJson = False,
) -> None:
    """Count who says what according to the models; copies of an article count once."""
    refuse(as_json and csv, "--json and --csv cannot be used together")
    extra.need()
    with asking.opened(out) as answers:
        found = claimants.board(answers, across)
    rates = returning.measured(Folder.at(out))
    measured = {_name(label): rate for label, rate in rates.items() if label[0] == "claims"}
    if as_json:
        put_json(
            {
                "across": str(across),
                "columns": list(found.columns),
                "claims": found.claims,
                "claimants": [one._asdict() for one in found.claimants],
                "checked": False,
                "measured": {name: rate._asdict() for name, rate in measured.items()},
            }
        )
        return
    if csv:
        lines = tables.writer(sys.stdout, lineterminator="\r\n")
        lines.writerow((f"claimant ({_HEADING})", "claims", "articles", *map(defused, found.columns)))
        for one in found.claimants:
            lines.writerow((defused(one.name), one.claims, one.articles, *one.cells))
        return
    of = ", ".join(f"{name} {_rate(rates, ('claims', name.partition('.')[2]))}" for name in measured)
    say(f"{counted(found.claims, 'claim')}, {_HEADING}; right: {of or 'not measured'}.")
    columns = ("claimant", "#claims", "#articles", *(f"#{column or 'none'}" for column in found.columns))
    put_table(
        columns, [(one.name or "not named", one.claims, one.articles, *one.cells) for one in found.claimants[:_SHOWN]]
    )


@commands.command()
def sample(
    out: Out,
    project: ProjectPath,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="random|doubt|publisher|diversity|meaning|label=L|query=SQL",
            help="random stands for the corpus; doubt finds what the models are least sure of; publisher and diversity"
            " take each publisher, or publisher, month and language, in turn; meaning takes groups of articles near in"
            " meaning in turn.",
        ),
    ] = SampleCriterion.RANDOM,
    count: Annotated[int, typer.Option("--n", min=1, max=999_999, help="Articles.")] = 500,
    seed: Annotated[int, typer.Option(help="The same seed draws the same articles.")] = 1,
    licence: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles with this licence.")] = None,
    corpus: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="The corpus, if it is in object storage and OUT is not in the same place."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put a sample of a corpus into a project, with its suggestions.

    Articles that an earlier sample has drawn are not drawn again. OUT keeps a record of how each sample was drawn.
    """
    wanted = _wanted(by, count, seed, licence)
    extra.need()
    with opened(project, read_only=False) as target, TemporaryDirectory() as room:
        with progress("Reading") as on_progress:
            found = looking.look(out, wanted, Path(room, "sample.jsonl"), corpus=corpus, progress=on_progress)
            if not found.sample.drawn:
                raise ModelError("corpus.drawn")
            options, patience = import_read.read_options(target, None), Patience(Limits())
            incoming = import_read.read(
                [found.path], "jsonl", options, project=target, patience=patience, progress=on_progress
            )
        for _, error in incoming.failures:
            raise error
        taken = import_store.take_in(target, incoming)
        name = looking.keep(out, found)
    drawn = found.sample
    if as_json:
        put_json({"sample": name, "added": list(taken.ids), "frame": drawn.frame, "drawn": len(drawn.drawn)})
        return
    say(f"Added {counted(len(taken.ids), 'article')} with their suggestions, which nobody has checked.")
    if drawn.by is not SampleCriterion.RANDOM:
        say("This sample is not representative of the whole corpus.")
    if not drawn.near:
        say("Near-duplicates count as articles of their own; corpus near finds them.")
    say(f"The record of this sample: {name}.")


def _wanted(words: str, count: int, seed: int, licence: str | None) -> SampleRequest:
    """Parse the options that say how to draw a sample."""
    name, _, what = words.partition("=")
    try:
        by = SampleCriterion(name)
    except ValueError:
        raise typer.BadParameter(f"not one of {', '.join(SampleCriterion)}", param_hint="--by") from None
    if (by in NAMED) != bool(what.strip()):
        hint = f"{by}=… is needed" if by in NAMED else f"{by} takes nothing more"
        raise typer.BadParameter(hint, param_hint="--by")
    return SampleRequest(by, count, seed, what.strip(), licence)


@commands.command()
def labels(
    project: ProjectPath,
    out: Out,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels; yours by default.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="The gold labels of adjudication.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take the labels of a project back to OUT as a training set, and measure how often suggestions were right.

    Only articles that are done, and whose text has not changed, are taken back.
    """
    refuse(gold and annotator is not None, "--gold and --annotator cannot be used together")
    extra.need()
    folder = Folder.at(out)
    known = run.known(folder)
    with (
        asking.opened(out) as answers,
        opened(project, read_only=True) as source,
        progress("Reading") as on_progress,
    ):
        whose = GOLD if gold else annotator or source.annotator
        found = returning.take_back(source, answers, folder, known.fingerprint, whose, progress=on_progress)
    if as_json:
        put_json(found._asdict())
        return
    say(f"Took back {counted(found.articles, 'article')}: {returning.LABELS}/{found.name}.jsonl.")
    if found.open:
        say(f"Left out: {counted(found.open, 'article')} not done.")
    if found.changed:
        warn(f"Left out: {counted(found.changed, 'article')} with another text than the corpus had.")
