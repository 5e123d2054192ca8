"""Configurations for ``spacy train``: names, claims of any length, and sentences with claims.

Source: https://spacy.io/api/data-formats#config. The configurations are those of ``spacy init config`` for a small CPU
pipeline, except the sizes of claims: the default of 1 to 3 tokens would find none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.values import CLAIMS

if TYPE_CHECKING:
    from thinc.api import Config

CLAIM, OTHER = "CLAIM", "OTHER"  # kinds of sentences
_COVERED = 0.95  # share of the claims; the few longest would slow training down

_HEAD = """
[paths]
train = "corpus/{folder}train.spacy"
dev = "corpus/{folder}{dev}.spacy"
[system]
seed = 0
[nlp]
lang = "{language}"
pipeline = {pipeline}
batch_size = 64
[components]
"""
_TOK2VEC = """
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = ${components.tok2vec.model.encode.width}
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [5000, 1000, 2500, 2500]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
"""
_LISTENER = """
@architectures = "spacy.Tok2VecListener.v1"
width = ${components.tok2vec.model.encode.width}
"""
_NER = """
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.ner.model.tok2vec]
"""
_SPANCAT = """
[components.spancat]
factory = "spancat"
spans_key = "{key}"
threshold = 0.5
[components.spancat.suggester]
@misc = "spacy.ngram_suggester.v1"
sizes = {sizes}
[components.spancat.model]
@architectures = "spacy.SpanCategorizer.v1"
[components.spancat.model.reducer]
@layers = "spacy.mean_max_reducer.v1"
hidden_size = 128
[components.spancat.model.scorer]
@layers = "spacy.LinearLogistic.v1"
[components.spancat.model.tok2vec]
"""
_TEXTCAT = """
[components.textcat]
factory = "textcat"
[components.textcat.model]
@architectures = "spacy.TextCatBOW.v3"
exclusive_classes = true
length = 262144
ngram_size = 2
no_output_layer = false
"""
_CORPORA = """
[corpora]
[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
"""
_OWN_TOKENS = """gold_preproc = true
"""
_TRAINING = """
[training]
seed = ${system.seed}
dev_corpus = "corpora.dev"
train_corpus = "corpora.train"
patience = 1600
max_steps = 20000
eval_frequency = 200
[training.optimizer]
@optimizers = "Adam.v1"
[training.batcher]
@batchers = "spacy.batch_by_words.v1"
discard_oversize = false
tolerance = 0.2
[training.batcher.size]
@schedules = "compounding.v1"
start = 100
stop = 1000
compound = 1.001
[training.score_weights]
spans_sc_f = null
spans_sc_p = null
spans_sc_r = null
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """A training plan.

    Attributes:
        names: Whether to learn names.
        sizes: The claim lengths in tokens to consider, empty without claims to learn from.
        dev: The split to evaluate on.
        own_tokens: Whether training uses the files' tokens instead of spaCy's.
    """

    language: str
    names: bool
    sizes: tuple[int, ...] = ()
    dev: str = "dev"
    own_tokens: bool = False

    @property
    def pipeline(self) -> list[str]:
        """The names of the pipeline's components, in order."""
        learnt = (("ner", self.names), ("spancat", bool(self.sizes)))
        return ["tok2vec", *(name for name, wanted in learnt if wanted)]


def claim_sizes(lengths: Mapping[int, int]) -> tuple[int, ...]:
    """Return the claim lengths in tokens that training considers: the shortest covering 19 of 20 claims.

    Args:
        lengths: The number of claims by length.
    """
    wanted, covered = [], 0
    for length, count in sorted(lengths.items()):
        if covered >= _COVERED * sum(lengths.values()):
            break
        wanted.append(length)
        covered += count
    return tuple(wanted)


def config(plan: TrainingPlan) -> "Config":
    """Return the configuration for names and claims; the plan must include at least one of them."""
    weights = {"ents_f": float(plan.names), f"spans_{CLAIMS}_f": float(bool(plan.sizes))}
    parts = [_head(plan, plan.pipeline, ""), _TOK2VEC]
    if plan.names:
        parts.append(_NER + _LISTENER)
    if plan.sizes:
        parts.append(_SPANCAT.format(key=CLAIMS, sizes=list(plan.sizes)) + _LISTENER)
    return _filled([*parts, _CORPORA, _OWN_TOKENS * plan.own_tokens, _TRAINING, _weighted(weights)])


def sentence_config(plan: TrainingPlan) -> "Config":
    """Return the configuration for sentences with and without claims."""
    parts = [_head(plan, ["textcat"], "sentences/"), _TEXTCAT, _CORPORA, _TRAINING]
    return _filled([*parts, _weighted({"cats_score": 1.0})])


def _head(plan: TrainingPlan, pipeline: Sequence[str], folder: str) -> str:
    named = "[" + ", ".join(f'"{name}"' for name in pipeline) + "]"
    return _HEAD.format(folder=folder, dev=plan.dev, language=plan.language, pipeline=named)


def _weighted(weights: Mapping[str, float]) -> str:
    total = sum(weights.values())
    return "".join(f"{name} = {weight / total}\n" for name, weight in weights.items() if weight)


def _filled(parts: Sequence[str]) -> "Config":
    """Fill in spaCy's defaults, so that later releases cannot change them."""
    from spacy.util import load_model_from_config
    from thinc.api import Config

    bare = Config().from_str("".join(parts), interpolate=False)
    return load_model_from_config(bare, auto_fill=True, validate=True).config
