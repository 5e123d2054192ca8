"""The lengths of claims that a spaCy folder trains on, and the claims of other lengths."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from annotator.editing.splitting import TRAIN
from annotator.formats.choices import Choice
from annotator.formats.fit import Fitted, Options
from annotator.formats.loss import Loss, LossKind
from annotator.formats.loss_log import LossLog
from annotator.formats.shared.training_tokens import boundaries, edges, tokenise
from annotator.formats.training_sets.spacy_config import CLAIM, OTHER, claim_sizes
from annotator.model.sentence_states import Stretches, unread
from annotator.model.values import CLAIMS, Part
from annotator.text.sentences import split


class ClaimSizes:
    """A `Watch` on claim lengths; its results are valid after the last article."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._kinds: set[str] = set()  # kinds of sentences in train
        self._claims: list[tuple[int, Loss]] = []  # length in tokens, loss
        self._wanted: set[int] = set()  # lengths chosen by the user
        self._unsplit: set[int] = set()  # lengths in unsplit tokens, as at inference
        self.lengths: Counter[int] = Counter()  # of claims in train

    def see(self, fitted: Fitted) -> None:
        """Add an article as it is written."""
        train = (fitted.portion or TRAIN) == TRAIN
        if train and len(self._kinds) < 2:
            self._kinds.update(kind for _, kind in sentence_kinds(fitted, self._options))
        if any(loss.reason == "token_split" for loss in fitted.losses):
            self._unsplit.update(_unsplit_lengths(fitted))
        for length, loss in _claims(fitted):
            self._claims.append((length, loss))
            if train:
                self.lengths[length] += 1
            if self._options.reach or Choice.REACH in self._options.choices.get(loss.id, ()):
                self._wanted.add(length)

    def sizes(self) -> tuple[int, ...]:
        """Return the lengths to look for, or () if train lacks claims or sentences without one."""
        usual = claim_sizes(self.lengths)
        if not usual or self._kinds != {CLAIM, OTHER}:
            return ()
        return tuple(sorted({*usual, *self._wanted, *(length for length in self._unsplit if length < usual[-1])}))

    def losses(self) -> Iterator[Loss]:
        """Yield the claims whose length is not looked for."""
        sizes = frozenset(self.sizes())
        yield from (loss for length, loss in self._claims if sizes and length not in sizes)


def sentence_kinds(fitted: Fitted, options: Options) -> Iterator[tuple[Part, str]]:
    """Yield each sentence of an article with its kind, except furniture and unread ones that are left out."""
    annotated = fitted.annotated
    document = annotated.document
    claims = Stretches(part for span in annotated.spans if span.layer == CLAIMS for part in span.parts)
    left_out = Stretches(document.excluded if options.exclude_furniture else ())
    unknown = set(unread(document, annotated.spans, annotated.sentences)) if options.only_read else set()
    for start, end in split(document.text):
        if not left_out.cover(start, end) and (start, end) not in unknown:
            yield (start, end), CLAIM if claims.touch(start, end) else OTHER


def _unsplit_lengths(fitted: Fitted) -> Iterator[int]:
    tokens = edges(tokenise(fitted.annotated.document))
    for span in fitted.annotated.spans:
        if span.layer == CLAIMS:
            yield bisect_left(tokens.starts, span.end) - bisect_right(tokens.ends, span.start)


def _claims(fitted: Fitted) -> Iterator[tuple[int, Loss]]:
    if fitted.doc is None:
        raise TypeError("spaCy needs tokens")
    log = LossLog(fitted.annotated.document)
    first, after = boundaries(fitted.doc)
    for span in fitted.annotated.spans:
        if span.layer == CLAIMS:
            yield after[span.end] - first[span.start], log.add_span(span, "too_long", LossKind.CHANGED)
