"""The capabilities of a format. Everything that it cannot hold becomes a `Loss`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CLAIMANT, CUE, OBJECT, EVIDENCE = "claimant", "cue", "object", "evidence"
WITHIN = frozenset({CLAIMANT, CUE, OBJECT})
"""Relations that claim formats write only if they end in the same article, at spans of the same annotator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsOnly:
    """The limits of a format that writes only claims: their text and some of their fields, not their offsets.

    ``fields`` are the attributes that it can write, ``relations`` the relation types whose tails it writes as text;
    None means all. A claim is written only if it has the attribute in ``needs``, with one of the given values if there
    are any, and a relation of type ``needs_relation``. ``roles`` are the roles of evidence that go with each value of
    the needed attribute (None: all do); a claim with another value has no evidence. ``partly`` lists attributes of
    which only some values are written.
    """

    fields: frozenset[str] | None = frozenset()
    relations: frozenset[str] | None = frozenset()
    needs: tuple[str, frozenset[str]] | None = None
    needs_relation: str | None = None
    roles: Mapping[str, frozenset[str]] | None = None
    partly: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The limits of training on a format: how much of an article it reads, and how long a span it can find.

    ``units`` limits the length of an article in tokens, or with ``letters`` in subword units, one for every so many
    letters of a token, rounded up. ``width`` limits the tokens of a span.
    """

    units: int
    letters: int | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a format holds; everything else becomes a `Loss`.

    - ``white_space``: spans may begin or end with it.
    - ``tokens``: spans align with spaCy's tokens.
    - ``across``: relations may end in another article.
    - ``identities``: the identity of each mention.
    - ``annotators``: the annotator of each span; ``apart``: each annotator's rows are separate, so relations cannot
      join spans of two annotators; ``relation_annotators``: the annotator of each relation.
    - ``layers``: the layer of each label; several layers may have a label of the same name.
    - ``flat``: a layer that is written a second time without overlaps; with ``flat_follows``, another layer if this
      one is not exported.
    - ``unknown``: unread words differ from words without a label.
    - ``without_controls``: which of ``text``, ``title`` and ``note`` cannot have control characters.
    - ``progress``: sentences read and empty, states with their notes, batches and priorities of articles.
    - ``claims``: only claims are written.
    - ``details``: article details by their names in `annotator.formats.shared.article_details`; None is everything,
      also the origin of labels.
    - ``bare``: articles without a span that the format holds are in the file, too.
    - ``drafts``: suggestions keep the relations that come with them.
    - ``reach``: how much training on the format can take in; None is any length.
    """

    overlap: bool = False
    discontinuous: bool = False
    white_space: bool = False
    tokens: bool = False
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
    reach: Reach | None = None

    @property
    def spans_whole(self) -> bool:
        """Return whether any span is held unchanged, whatever its shape and surroundings."""
        fields = self.layers and self.attributes and self.identities and self.annotators and not self.without_controls
        limited = self.tokens or self.flat is not None or self.claims is not None
        return self.overlap and self.discontinuous and self.white_space and fields and not limited

    def flat_layer(self, layers: tuple[str, ...]) -> str | None:
        """Return the layer of the flat view if these layers are exported; no layers means all."""
        if self.flat_follows and layers and self.flat not in layers:
            return layers[0]
        return self.flat


EVERYTHING = Capabilities(
    overlap=True,
    discontinuous=True,
    white_space=True,
    relations=True,
    relation_attributes=True,
    across=True,
    identities=True,
    attributes=True,
    annotators=True,
    labels=True,
    suggestions=True,
    progress=True,
    details=None,
    relation_annotators=True,
    drafts=True,
)
