"""The quality of a suggestion source in a project. Runs as a job; only reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.jobs.snapshots import reading
from annotator.model import source_choices
from annotator.model.values import SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.store.reader import Reader
from annotator.suggest.adapter.shelf import AdapterFacts, Attempt, shelf_of
from annotator.suggest.sources.memory.seen import SeenString, refused_rules
from annotator.suggestions.reliability import (
    Bin,
    LabelKey,
    Pace,
    Tally,
    Uncounted,
    Verdict,
    by_label,
    over_time,
    pace,
    reliability,
    uncounted,
)
from annotator.suggestions.suggestion_effect import Influence, SentenceCounts, influence_in
from annotator.system.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRule:
    """A rule that is off because its claims were often rejected; ``followed``: the project turned it on again."""

    name: str
    rejected: int
    followed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The quality of a source in a project; see `annotator.suggestions.reliability`.

    All figures except ``influence`` count only decisions on suggestions that a person looked at.

    Attributes:
        unscored: The number of decisions on suggestions without a score.
        suggested: The time per single decision on the source's suggestions.
        by_hand: The time per label made by hand in the same layers.
        course: The attempts to learn from articles in the source's language, oldest first.
        learnt: The number of training articles of the adapter in use, or 0.
        outdated: The same for an adapter for another version of the model, which is not used.
        measured: The names that the source found in texts that it had not learnt from, by score.
        tested: The number of this project's articles that ``measured`` comes from; 0 if it comes from other texts.
        influence: Compares sentences that showed suggestions with sentences that held them back.
        rules: The disabled rules.
        uncounted: The decisions that the other figures leave out.
    """

    labels: tuple[tuple[LabelKey, Tally], ...] = ()
    times: tuple[tuple[str, Tally], ...] = ()
    bins: tuple[Bin, ...] = ()
    unscored: int = 0
    suggested: Pace | None = None
    by_hand: Pace | None = None
    course: tuple[Attempt, ...] = ()
    learnt: int = 0
    outdated: int = 0
    measured: tuple[Bin, ...] = ()
    tested: int = 0
    influence: Influence = field(default_factory=Influence)
    rules: tuple[RefusedRule, ...] = ()
    uncounted: Uncounted = field(default_factory=Uncounted)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A source. ``language`` is the language it reads, ``labels`` are the labels it can suggest, if known.

    ``base`` is the name under which adapters refer to its model; see `annotator.suggest.adapter.shelf.base_of`.
    ``measured`` are the names that it found in texts for tests, by score.
    """

    name: str
    language: str | None = None
    labels: tuple[str, ...] = ()
    learns: bool = False
    base: str = ""
    has_rules: bool = False
    measured: tuple[Bin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCounts:
    """The numbers of pending and of decided suggestions of a source."""

    pending: int = 0
    decided: int = 0


def standings(project: Path, *, progress: Progress = no_progress) -> dict[str, SourceCounts]:
    """Count the suggestions of every source that the project ever had, by source name."""
    progress(0, 1)
    with reading(project) as opened:
        rows = opened.read.counts.suggestions()
    counted: dict[str, dict[str, int]] = {}
    for source, state, count in rows:
        counted.setdefault(source, {})[state] = count
    return {
        source: SourceCounts(
            pending=states.get(SuggestionState.PENDING, 0), decided=sum(states.get(fate, 0) for fate in Verdict)
        )
        for source, states in counted.items()
    }


def truth(project: Path, about: About, *, progress: Progress = no_progress) -> Truth:
    """Measure the quality of a source's suggestions."""
    progress(0, 1)
    with reading(project) as opened:
        decided = opened.read.decided
        decisions = [row.as_counted() for row in decided.suggestions(about.name)]
        pending = decided.pending(about.name)
        missed = decided.missed(about.name, about.language)
        by_hand = decided.by_hand()
        influence = _influence(opened.read, about.name)
        rules = tuple(_refused_rules(opened)) if about.has_rules else ()
    known = {(decision.layer, decision.label) for decision in decisions} | pending.keys()
    missed = {key: count for key, count in missed.items() if key in known or key[1] in about.labels}
    layers = {layer for layer, _ in known}
    looked = [decision for decision in decisions if decision.looked]
    used, outdated = _adapters(project, about)
    names = used.get(about.language or "")
    return Truth(
        labels=tuple(by_label(decisions, missed, pending).items()),
        times=over_time(looked),
        bins=reliability(looked),
        unscored=sum(decision.score is None for decision in looked),
        suggested=pace(decision.milliseconds for decision in looked if decision.together == 1),
        by_hand=pace(milliseconds for layer, milliseconds in by_hand if layer in layers),
        course=tuple(_course(project, about)),
        learnt=_articles(used),
        outdated=0 if used else _articles(outdated),
        measured=names.bins if names and names.bins else about.measured,
        tested=names.tested if names and names.bins else 0,
        influence=influence,
        rules=rules,
        uncounted=uncounted(decisions),
    )


def _refused_rules(project: Project) -> Iterable[RefusedRule]:
    followed = source_choices.loads(project.read.setting(source_choices.SOURCES)).followed
    for seen in refused_rules(SeenString(*row) for row in project.read.decided.seen(project.annotator)):
        yield RefusedRule(name=seen.text, rejected=seen.rejected, followed=seen.text in followed)


def _influence(read: Reader, source: str) -> Influence:
    shown, held = SentenceCounts(), SentenceCounts()
    for id_ in read.decided.documents_held():
        sentences = read.decided.held_sentences(id_)
        there = influence_in(read.annotated(id_, None), read.suggestions(id_), source, sentences)
        shown, held = shown.plus(there.shown), held.plus(there.held)
    return Influence(shown=shown, held=held)


def _course(project: Path, about: About) -> Iterable[Attempt]:
    attempts = shelf_of(project).attempts() if about.learns else ()
    return (attempt for attempt in attempts if attempt.language == about.language)


def _adapters(project: Path, about: About) -> tuple[dict[str, AdapterFacts], dict[str, AdapterFacts]]:
    """Return the facts of a model's adapters in use, and of those for another version of it, by learner.

    Both are empty if the adapters are damaged.
    """
    if not about.learns:
        return {}, {}
    try:
        present = shelf_of(project).present()
    except ModelError:
        return {}, {}
    own = {learner: facts for learner, facts in (present.facts if present else {}).items() if _is_for(facts, about)}
    used = {learner: facts for learner, facts in own.items() if facts.base == about.base}
    return used, {learner: facts for learner, facts in own.items() if learner not in used}


def _is_for(facts: AdapterFacts, about: About) -> bool:
    """Return whether an adapter is for some version of a model."""
    return facts.base.rpartition(" ")[0] == about.base.rpartition(" ")[0]


def _articles(adapters: Mapping[str, AdapterFacts]) -> int:
    return len({id_ for facts in adapters.values() for id_ in facts.learnt})
