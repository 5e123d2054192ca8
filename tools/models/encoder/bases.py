"""Trains again, for each language, the other model that the encoder is combined with.

The texts that decide its weight, and what its scores mean, are left out of this training.
"""

from pathlib import Path

from annotator.suggest.crf.lexicon import Lexicon
from annotator.system.resources import resource_path
from tools.models import english, german
from tools.models.encoder import corpus
from tools.models.english_lexicon import build_lexicon


def german_base(corpora: Path, out: Path) -> None:
    """Write a German pipeline trained without the held-out tenths, with the shipped model's lexicon (20 CPU minutes).

    It learns only every second text, because all of them would take twice as long. It is therefore weaker than the
    shipped model: the weight chosen for it is a little too low, and the scores are a little too cautious.
    """
    lexicon = Lexicon.from_disk(resource_path("models", "de_news", "spanwright_crf"))
    articles = [article for article, _, is_held_out in corpus.parts(german.read(corpora)) if not is_held_out]
    german.write(german.trained(articles[::2], lexicon), out)


def english_corrector(corpora: Path, out: Path) -> None:
    """Write an English corrector that was trained without one fold of EWT."""
    lexicon = build_lexicon()
    corrector = english.train(english.read_lessons(corpora, lexicon).without(corpus.EWT_FOLD))
    out.mkdir(parents=True)
    corrector.to_disk(out, lexicon)
