"""A folder for ``spacy train``: the corpus in splits, complete configurations, and a data statement.

One pipeline learns names and claims from whole articles; another learns from sentences whether they have claims.
Source: https://spacy.io/usage/training
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing.splitting import DEV, SPLITS, TEST, TRAIN
from annotator.formats.base import Census, Exporter, FileLayout, Put
from annotator.formats.capabilities import SpanChoice
from annotator.formats.fit import Fitted, Options
from annotator.formats.loss import Loss, LossKind, LossLog
from annotator.formats.shared.tokens.training_tokens import boundaries, edges, make_doc, spacy_language, tokenise
from annotator.formats.training_sets.docbin import DOCBIN, annotate
from annotator.formats.training_sets.docbin_file import complete_classes, pack
from annotator.formats.training_sets.spacy_config import (
    CLAIM,
    OTHER,
    TrainingPlan,
    claim_sizes,
    config,
    sentence_config,
)
from annotator.formats.training_sets.statement import STATEMENT, write_statement
from annotator.model.sentence_states import unread
from annotator.model.values import CLAIMS, Part
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.text import sentences
from annotator.text.parts import Cover

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin


class ClaimSizes:
    """A `Watch` on claim lengths; results are valid after the last article."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._kinds: set[str] = set()  # kinds of sentences in train
        self._claims: list[tuple[int, Loss]] = []  # length in tokens, loss
        self._wanted: set[int] = set()  # lengths chosen by the user
        self._unsplit: set[int] = set()  # lengths in unsplit tokens, as at inference
        self.lengths: Counter[int] = Counter()  # of claims in train

    def see(self, fitted: Fitted) -> None:
        """Add an article as it is written."""
        train = (fitted.split or TRAIN) == TRAIN
        if train and len(self._kinds) < 2:
            self._kinds.update(kind for _, kind in sentence_kinds(fitted, self._options))
        if any(loss.reason == "token_split" for loss in fitted.losses):
            self._unsplit.update(_unsplit_lengths(fitted))
        for length, loss in _claims(fitted):
            self._claims.append((length, loss))
            if train:
                self.lengths[length] += 1
            if self._options.reach or SpanChoice.REACH in self._options.choices.get(loss.id, ()):
                self._wanted.add(length)

    def sizes(self) -> tuple[int, ...]:
        """Return the claim lengths to train on; () unless train has sentences both with and without claims."""
        usual = claim_sizes(self.lengths)
        if not usual or self._kinds != {CLAIM, OTHER}:
            return ()
        return tuple(sorted({*usual, *self._wanted, *(length for length in self._unsplit if length < usual[-1])}))

    def losses(self) -> Iterator[Loss]:
        """Yield the claims whose length training does not consider."""
        sizes = frozenset(self.sizes())
        yield from (loss for length, loss in self._claims if sizes and length not in sizes)


def sentence_kinds(fitted: Fitted, options: Options) -> Iterator[tuple[Part, str]]:
    """Yield each sentence of an article with its kind, except page furniture and omitted unread sentences."""
    annotated = fitted.annotated
    document = annotated.document
    claims = Cover(part for span in annotated.spans if span.layer == CLAIMS for part in span.parts)
    left_out = Cover(document.excluded if options.exclude_furniture else ())
    unknown = set(unread(document, annotated.spans, annotated.sentences)) if options.only_read else set()
    for start, end in sentences.split(document.text):
        if not left_out.holds(start, end) and (start, end) not in unknown:
            yield (start, end), CLAIM if claims.touches(start, end) else OTHER


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


USUAL = "80/10/10"  # spaCy cannot train without a dev set
CONFIG, SENTENCE_CONFIG = "config.cfg", "sentences.cfg"

_COMMANDS = """
```
spacy debug data {config}
spacy train {config} --output {output}
spacy evaluate {output}/model-best {test}
```
"""


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    corpus = _Corpus(options)
    yield corpus.put
    corpus.write(path)


class _Corpus:
    """The splits being filled, and the facts that decide the training plan."""

    def __init__(self, options: Options) -> None:
        from spacy.tokens import DocBin

        self._options = options
        self._census = Census()
        self._articles = {split: DocBin(store_user_data=True) for split in SPLITS}
        self._sentences = {split: DocBin() for split in SPLITS}
        self._kinds: Counter[tuple[str, str]] = Counter()  # sentences by split and kind
        self._names = 0  # names in train
        self._split_tokens = 0  # spans in train whose tokens were split
        self._claims = ClaimSizes(options)

    def put(self, fitted: Fitted) -> None:
        split = fitted.split or TRAIN
        doc = annotate(fitted, self._options)
        pack(doc, self._articles[split])
        self._census.add(fitted, split)
        for kind, sentence in _sentences(fitted, self._options):
            pack(sentence, self._sentences[split])
            self._kinds[split, kind] += 1
        self._claims.see(fitted)
        if split == TRAIN:
            self._names += len(doc.ents)
            self._split_tokens += sum(loss.reason == "token_split" for loss in fitted.losses)

    def write(self, path: Path) -> None:
        (path / "corpus").mkdir()
        complete_classes(packed.cats for packed in self._articles.values())
        self._write_parts(self._articles, path / "corpus")
        plan = self._plan()
        if plan.names or plan.sizes:
            config(plan).to_disk(path / CONFIG)
        if plan.sizes:
            (path / "corpus" / "sentences").mkdir()
            self._write_parts(self._sentences, path / "corpus" / "sentences")
            sentence_config(plan).to_disk(path / SENTENCE_CONFIG)
        statement = write_statement(self._census, SPLITS, self._options.schema)
        (path / STATEMENT).write_text(statement, "utf-8", newline="\n")
        (path / "README.md").write_text("\n".join([*self._readme(plan), ""]), "utf-8", newline="\n")

    def _plan(self) -> TrainingPlan:
        (language, _), *_ = self._census.languages.most_common(1) or [("", 0)]
        return TrainingPlan(
            language=spacy_language(language),
            names=self._names > 0,
            sizes=self._claims.sizes(),
            own_tokens=self._split_tokens > 0,
            dev=DEV if self._census.documents[DEV] else TRAIN,
        )

    def _write_parts(self, parts: "dict[str, DocBin]", folder: Path) -> None:
        for split, packed in parts.items():
            try:
                packed.to_disk(folder / f"{split}.spacy")
            except ValueError:  # spaCy's E870
                reason = QT_TRANSLATE_NOOP("Errors", "it has grown too large for one file; export fewer articles")
                raise FormatError("format.target", file=folder.name, reason=reason) from None

    def _readme(self, plan: TrainingPlan) -> Iterator[str]:
        yield from ("# News articles to train spaCy with", "", f"Written by Spanwright; see {STATEMENT}.", "")
        yield from (f"| | {' | '.join(SPLITS)} |", "|---|---|---|---|")
        yield f"| articles | {' | '.join(str(self._census.documents[split]) for split in SPLITS)} |"
        if plan.sizes:
            for kind, words in ((CLAIM, "sentences with claims"), (OTHER, "sentences without")):
                yield f"| {words} | {' | '.join(str(self._kinds[split, kind]) for split in SPLITS)} |"
        yield ""
        if not plan.names and not plan.sizes:
            yield "Nothing in the training part is labelled, so there is no configuration to train with."
            return
        yield from self._how_to(plan)

    def _how_to(self, plan: TrainingPlan) -> Iterator[str]:
        learnt = " and ".join(name for name, wanted in (("names", plan.names), ("claims", plan.sizes)) if wanted)
        test = f"corpus/{TEST}.spacy"
        yield f"`{CONFIG}` learns {learnt} (`{', '.join(plan.pipeline[1:])}`), in this folder by:"
        yield _COMMANDS.format(config=CONFIG, output="model", test=test)
        if plan.sizes:
            yield f"`{SENTENCE_CONFIG}` learns which sentences hold a claim (`textcat`):"
            yield _COMMANDS.format(config=SENTENCE_CONFIG, output="sentences", test=f"corpus/sentences/{TEST}.spacy")
            lengths = self._claims.lengths
            covered = sum(count for length, count in lengths.items() if length in plan.sizes)
            share = round(100 * covered / sum(lengths.values()))
            yield f"Claims are looked for in {plan.sizes[0]} to {plan.sizes[-1]} tokens: {share}% of those in train."
        if plan.own_tokens:
            count = self._split_tokens
            yield f"Tokens were split for {count} labels in train, which is read with the tokens that it has."
        others = {language for language in self._census.languages if spacy_language(language) != plan.language}
        if others:
            count = sum(self._census.languages[language] for language in others)
            yield f"The pipeline reads the tokens of `{plan.language}`; {count} articles are in other languages."
        if plan.dev != DEV:
            yield "There are too few articles for a part of their own to judge by: `train` is judged by itself."


def holds_sentences(path: Path) -> bool:
    """Return whether a file is the sentence corpus of such a folder; its articles are in a file one folder above."""
    return path.parent.name == "sentences" and (path.parent / "../.." / SENTENCE_CONFIG).is_file()


def _sentences(fitted: Fitted, options: Options) -> "Iterator[tuple[str, Doc]]":
    """Yield the kind and `Doc` of each sentence of an article."""
    document = fitted.annotated.document
    for (start, end), kind in sentence_kinds(fitted, options):
        doc = make_doc(document.text[start:end], document.language)
        doc.cats = {known: float(known == kind) for known in (CLAIM, OTHER)}
        yield kind, doc


SPACY_FOLDER = Exporter(
    name="spacy-folder",
    title="spaCy folder for training",
    suffix="",
    holds=DOCBIN.holds,
    open=_open,
    layout=FileLayout.DATASET,
    split=USUAL,
    watch=ClaimSizes,
)
