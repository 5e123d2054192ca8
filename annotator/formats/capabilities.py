"""The capabilities of a format. Data that a format cannot hold becomes a `Loss`."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.whole_files import read_text

CLAIMANT, CUE, OBJECT, EVIDENCE = "claimant", "cue", "object", "evidence"
WITHIN = frozenset({CLAIMANT, CUE, OBJECT})
"""Relations that claim formats write only if they end in the same article, at spans of the same annotator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsOnly:
    """The limits of a format for claims only: their text and some fields, but no offsets.

    Attributes:
        fields: The attributes of a claim that the format can write; None means all.
        relations: The types of relations whose tails the format writes as text; None means all.
        needs: An attribute that a claim must have to be written, and its permitted values; no values means any.
        needs_relation: The type of a relation that a claim must have to be written.
        roles: For each value of the needed attribute, the permitted roles of evidence; a claim with any other value has
            no evidence. None means all roles.
        partly: Attributes that are written only for some values, with these values.
    """

    fields: frozenset[str] | None = frozenset()
    relations: frozenset[str] | None = frozenset()
    needs: tuple[str, frozenset[str]] | None = None
    needs_relation: str | None = None
    roles: Mapping[str, frozenset[str]] | None = None
    partly: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingLimits:
    """The limits of training on a format: the readable length of an article, and the length of a span.

    Attributes:
        units: The maximum length of an article, in tokens or, with ``letters``, in estimated subword units.
        letters: The number of letters for which a token counts one subword unit, rounded up.
        width: The maximum length of a span in tokens.
    """

    units: int
    letters: int | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """The features that a format supports; data that needs any other feature becomes a `Loss`.

    Attributes:
        overlap: Spans may overlap.
        discontinuous: A span may have several parts.
        white_space: Spans may begin or end with white space.
        tokens: Spans must begin and end at the edges of spaCy's tokens.
        own_tokens: If the article's file had tokens, spans must align with these, and the file's columns of labels are
            written again.
        across: Relations may end in another article.
        apart: Each annotator's rows are separate, so relations cannot join spans of two annotators.
        without_controls: Which of ``text``, ``title`` and ``note`` cannot have control characters.
        layers: The layer of each label; several layers may have a label of the same name.
        progress: Sentences read and empty, states with their notes, batches and priorities of articles.
        flat: A layer that is written a second time without overlaps.
        flat_follows: If the layer ``flat`` is not exported, another layer takes its place.
        unknown: Words that nobody has read differ from words without a label.
        claims: The limits if only claims are written, else None.
        details: Article details by their names in `annotator.formats.shared.metadata.article_details`; None is
            everything, also the origin of labels.
        bare: Articles are written even if the format holds none of their spans.
        drafts: Suggestions keep the relations that come with them.
        reach: The greatest lengths that training on the format can handle; None is any length.
    """

    overlap: bool = False
    discontinuous: bool = False
    white_space: bool = False
    tokens: bool = False
    own_tokens: bool = False
    relations: bool = False
    relation_attributes: bool = False
    across: bool = False
    identities: bool = False
    attributes: bool = False
    annotators: bool = False
    apart: bool = False
    without_controls: frozenset[str] = frozenset()
    layers: bool = True
    labels: bool = False
    suggestions: bool = False
    progress: bool = False
    flat: str | None = None
    flat_follows: bool = False
    unknown: bool = False
    claims: ClaimsOnly | None = None
    details: frozenset[str] | None = frozenset()
    bare: bool = True
    relation_annotators: bool = False
    drafts: bool = False
    reach: TrainingLimits | None = None

    @property
    def spans_whole(self) -> bool:
        """Whether every span is held unchanged."""
        fields = self.layers and self.attributes and self.identities and self.annotators and not self.without_controls
        limited = self.tokens or self.flat is not None or self.claims is not None
        return self.overlap and self.discontinuous and self.white_space and fields and not limited

    def flat_layer(self, layers: tuple[str, ...]) -> str | None:
        """Return the layer of the flat view when these layers are exported; no layers means all."""
        if self.flat_follows and layers and self.flat not in layers:
            return layers[0]
        return self.flat


ANY_SPANS = Capabilities(overlap=True, discontinuous=True, white_space=True)
"""Spans of any shape, and nothing about them."""

ALL_ROWS = replace(
    ANY_SPANS, relations=True, relation_attributes=True, relation_annotators=True, attributes=True, annotators=True
)
"""Spans of any shape, and relations in the article, both with their fields and annotators."""

EVERYTHING = replace(
    ALL_ROWS, across=True, identities=True, labels=True, suggestions=True, progress=True, details=None, drafts=True
)

_LIMIT = 256  # MB


class SpanChoice(StrEnum):
    """A way to write a span that a format cannot hold unchanged.

    Widen it to whole tokens, or split the tokens at its edges; include the words in its gaps, or write only its
    longest part; let it win over the spans it overlaps; extend training to it; leave it out.
    """

    WIDEN = "widen"
    SPLIT_TOKEN = "split_token"  # noqa: S105  # not a password
    HULL = "hull"
    LONGEST = "longest"
    KEEP = "keep"
    REACH = "reach"
    LEAVE_OUT = "leave_out"


EDGES = frozenset({SpanChoice.WIDEN, SpanChoice.SPLIT_TOKEN})
"""Choices for a span that begins or ends inside a token."""

GAPS = frozenset({SpanChoice.HULL, SpanChoice.LONGEST})
"""Choices for a span with gaps."""

_HELPS: Mapping[SpanChoice, frozenset[str]] = {
    SpanChoice.WIDEN: frozenset({"token_edges", "token_split"}),
    SpanChoice.SPLIT_TOKEN: frozenset({"token_edges", "expanded", "full_stop"}),
    SpanChoice.HULL: frozenset({"discontinuous", "longest_part"}),
    SpanChoice.LONGEST: frozenset({"discontinuous", "hull"}),
    SpanChoice.KEEP: frozenset({"overlap", "flat_view"}),
    SpanChoice.REACH: frozenset({"too_long", "too_far"}),
}


def choices_for(row: str, reason: str) -> tuple[SpanChoice, ...]:
    """Return the choices for a row that was lost or changed for this reason; see `Loss`."""
    if row != "span":
        return ()
    return tuple(choice for choice in SpanChoice if choice not in _HELPS or reason in _HELPS[choice])


def with_choice(before: Collection[SpanChoice], choice: SpanChoice) -> frozenset[SpanChoice]:
    """Add a choice to a span's choices, replacing any that it contradicts."""
    if SpanChoice.LEAVE_OUT in {choice, *before}:
        return frozenset({choice})
    question = next((kind for kind in (EDGES, GAPS) if choice in kind), frozenset({choice}))
    return frozenset({*before} - question | {choice})


def choice_words(choices: Collection[SpanChoice]) -> str:
    """Return a span's choices as words separated by spaces."""
    return " ".join(choice for choice in SpanChoice if choice in choices)


def read_choices(path: Path) -> dict[str, frozenset[SpanChoice]]:
    """Read choices by span id from a loss report, as the command line prints it in JSON.

    Entries under ``choices`` were made earlier; a loss's ``choice`` is added to them.

    Raises:
        FormatError: ``text.missing``, ``format.large``, ``choices.file``, or ``choices.odd`` for an unknown choice and
            for one that does not help that span.
        TextError: ``text.encoding``.
    """
    try:
        found = json.loads(read_text(path, _LIMIT).removeprefix("\ufeff"))
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error
    except RecursionError:
        raise _no_choices(path, QT_TRANSLATE_NOOP("Errors", "it is nested too deeply")) from None
    except ValueError as error:
        raise _no_choices(path, str(error)) from None
    if not isinstance(found, dict) or not isinstance(found.get("losses"), list):
        raise _no_choices(path, QT_TRANSLATE_NOOP("Errors", "it has no list of losses"))
    before = found.get("choices")
    earlier = before.items() if isinstance(before, dict) else ()
    chosen = {id_: _chosen(path, given, tuple(SpanChoice)) for id_, given in earlier}
    for loss in found["losses"]:
        given = loss.get("choice") if isinstance(loss, dict) else None
        if given is not None:
            helps = choices_for(str(loss.get("row")), str(loss.get("reason")))
            id_ = str(loss.get("id"))
            chosen[id_] = _chosen(path, given, helps, chosen.get(id_, frozenset()))
    return chosen


def _chosen(
    path: Path, given: object, helps: tuple[SpanChoice, ...], before: frozenset[SpanChoice] = frozenset()
) -> frozenset[SpanChoice]:
    chosen = before
    for word in given.split() if isinstance(given, str) else [str(given)]:
        if word not in before:
            if word not in helps:
                raise FormatError("choices.odd", file=path.name, choice=word, names=", ".join(helps) or "–")
            chosen = with_choice(chosen, SpanChoice(word))
    return chosen


def _no_choices(path: Path, reason: str) -> FormatError:
    return FormatError("choices.file", file=path.name, reason=reason)
