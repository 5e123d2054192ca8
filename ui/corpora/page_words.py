"""The text pages of the corpus window: a sample, and the command line for several computers."""

import shlex
from pathlib import Path

from annotator.scale.results.looking import DrawnSample, ResultsOverview
from annotator.scale.results.sampling import SampleCriterion
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line
from ui.base.words.counted import articles_words

_SCHEDULER = "tls://SCHEDULER:8786"


def sample_words(look: DrawnSample | None) -> str:
    """Return the text about a sample, with some of its titles; without a sample, how to draw one."""
    if look is None:
        return translate(
            "Corpus",
            "Choose below how to draw, and look at some titles before you add the articles to the project.",
        )
    lines = [articles_words(len(look.sample.drawn))]
    if not look.sample.near:
        lines.append(
            translate("Corpus", "Near-duplicates count as separate articles; the command “corpus near” finds them.")
        )
    if look.sample.by is not SampleCriterion.RANDOM:
        lines.append(translate("Corpus", "This sample is not representative of the whole corpus."))
    return "\n".join([*lines, "", *map(one_line, look.titles)])


def cluster_words(line: str) -> str:
    """Return the text on how to get suggestions for a whole corpus, followed by the command ``line``."""
    words = translate(
        "Corpus",
        "Suggestions for a whole corpus are made on the command line, on this computer or on many. Nothing is"
        " started from here. The command also continues a run; without --address it uses this computer.",
    )
    return f"{words}\n\n{line}"


def command_line(found: ResultsOverview | None, out: str, project: Path) -> str:
    """Return the command line that continues a run, or starts one."""
    corpus, results = (found.corpus, found.out) if found is not None else ("CORPUS", out or "OUT")
    line = ["spanwright-cli", "corpus", "prelabel", corpus, results, "--project", str(project)]
    return shlex.join([*line, "--address", _SCHEDULER])
