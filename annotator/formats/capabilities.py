"""What a format can hold. Whatever it does not hold is told as a `Loss`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CLAIMANT, CUE, OBJECT, EVIDENCE = "claimant", "cue", "object", "evidence"
WITHIN = frozenset({CLAIMANT, CUE, OBJECT})
"""Relations of a claim that formats of claims write only if they end at words of the same article and annotator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsOnly:
    """What a format holds that is about claims: their words and some of what is known, not where they stand.

    ``fields`` are the attributes that it has a place for, ``relations`` the relation types whose tails it writes as
    words; None stands for all. A claim is written only if ``needs`` holds: it has the attribute, with one of these
    values where there are any; or ``needs_relation``: it has a relation of that type. ``roles`` are those of evidence
    that go with each value of the attribute that is needed (None: all do); a claim of another value goes with none.
    ``partly`` are attributes of which only these values are written.
    """

    fields: frozenset[str] | None = frozenset()
    relations: frozenset[str] | None = frozenset()
    needs: tuple[str, frozenset[str]] | None = None
    needs_relation: str | None = None
    roles: Mapping[str, frozenset[str]] | None = None
    partly: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How much of an article those read that train on a format, and how long the labels are that they can find.

    ``units`` are those of an article: its tokens, or with ``letters`` the pieces of words that each token counts for,
    one for so many letters begun. ``width`` are the tokens of a span.
    """

    units: int
    letters: int | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a format holds; whatever it does not is told as a `Loss`.

    ``white_space``: spans may begin or end with it. ``tokens``: spans stand on the edges of spaCy's tokens. ``flat``
    names the layer that is written a second time, without overlaps; with ``flat_follows``, another one where that is
        not exported. ``across``: relations may end in another article. ``identities``: whom a mention means.
    ``annotators``: each span says whose it is; ``apart``: what is one annotator's stands apart from the rest, so that
    relations join nothing else. ``unknown``: it can say that nobody looked at words, which is other than that they
    have no label. ``without_controls``: in which of ``text``, ``title`` and ``note`` control characters have no place.
    ``layers``: it says which layer a label is of, of which several may have one of that name. ``progress``: how far the
    work is, which are the sentences read and empty, the states with their notes, the batches and priorities of
    articles. ``claims``: it is about claims alone. ``details``: what is known of articles themselves, by the names of
    `annotator.formats.shared.article_details`; None is everything, also where labels come from. ``bare``: an article
    is in the file even if nothing labelled in it is. ``relation_annotators``: whose a relation is stands beside it.
    ``drafts``: suggestions keep the relations that come with them. ``reach``: what those that train on it can take;
    None is any length.
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
        """Tell whether any span is held whatever it is like and whatever stands around it."""
        looks = self.tokens or self.flat is not None or self.claims is not None
        whole = self.overlap and self.discontinuous and self.white_space
        said = self.layers and self.attributes and self.identities and self.annotators and not self.without_controls
        return whole and said and not looks

    def flat_layer(self, layers: tuple[str, ...]) -> str | None:
        """Give the layer of the flat view if these layers are exported, all if there are none."""
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
