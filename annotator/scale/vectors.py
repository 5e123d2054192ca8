"""The vectors that a run writes: of each article, from its title and its beginning, and of the words of each claim."""

from collections.abc import Sequence

from annotator.model.values import CLAIMS, Document, Suggestion
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.encoder.meaning import MeaningModel, Said, loaded
from annotator.suggest.sources import registry
from annotator.system.errors import ModelError

_BEGINNING = 500  # characters of an article, besides its title; the model reads 128 pieces of words
_TOGETHER = 32  # texts turned into vectors in one call


def vectors(
    documents: Sequence[Document], said: Sequence[Sequence[Suggestion]], progress: Progress = no_progress
) -> list[list[bytes]]:
    """Return the vector of each document, followed by those of its claims.

    Raises:
        ModelError: ``source.meaning``.
    """
    model = meaning_model()
    texts = [
        [_beginning(document), *(_claim(document, one) for one in some if one.layer == CLAIMS)]
        for document, some in zip(documents, said, strict=True)
    ]
    each = [one for some in texts for one in some]
    order = sorted(range(len(each)), key=lambda at: (len(each[at].text), at))  # a call takes texts of similar lengths
    made: list[bytes] = [b""] * len(each)
    for start in range(0, len(order), _TOGETHER):
        progress(start, len(order))
        some = order[start : start + _TOGETHER]
        for at, row in zip(some, model.vectors([each[at] for at in some]), strict=True):
            made[at] = row.tobytes()
    rows = iter(made)
    return [[next(rows) for _ in some] for some in texts]


def meaning_model() -> MeaningModel:
    """Return the model of meaning, which is loaded once.

    Raises:
        ModelError: ``source.meaning``.
    """
    try:
        return loaded(*registry.ENCODER)
    except (OSError, ValueError) as error:
        raise ModelError("source.meaning", reason=error) from error


def _beginning(document: Document) -> Said:
    words = f"{document.title}\n{document.text[:_BEGINNING]}" if document.title else document.text[:_BEGINNING]
    return Said(document.language, words)


def _claim(document: Document, one: Suggestion) -> Said:
    return Said(document.language, one.quote(document.text))
