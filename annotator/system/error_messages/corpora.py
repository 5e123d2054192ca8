"""The error messages about corpora."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

CORPUS_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "corpus.extra": QT_TRANSLATE_NOOP(
            "Errors",
            "Corpora need packages that do not come with the program. To install them: pip install {packages}.",
        ),
        "corpus.nothing": QT_TRANSLATE_NOOP(
            "Errors", "{corpus} contains nothing to read: no Parquet, JSON Lines, WARC or article files."
        ),
        "corpus.inside": QT_TRANSLATE_NOOP("Errors", "The results cannot be inside the corpus: {out}."),
        "corpus.strange": QT_TRANSLATE_NOOP(
            "Errors", "{out} contains other files, but no results of a corpus. Choose a new folder."
        ),
        "corpus.none": QT_TRANSLATE_NOOP("Errors", "{out} contains no results of a corpus."),
        "corpus.damaged": QT_TRANSLATE_NOOP("Errors", "{file} in {out} is damaged: {reason}."),
        "corpus.other": QT_TRANSLATE_NOOP(
            "Errors", "{out} contains results of another run; different: {what}. Choose another folder."
        ),
        "corpus.recipe": QT_TRANSLATE_NOOP(
            "Errors", "{file} in {out} was changed after the run began. Choose another folder for the results."
        ),
        "corpus.changed": QT_TRANSLATE_NOOP(
            "Errors", "{shard} has changed since the run began. Choose another folder for the results."
        ),
        "corpus.locked": QT_TRANSLATE_NOOP("Errors", "Another run is writing to {out} (process {process})."),
        "corpus.source": QT_TRANSLATE_NOOP("Errors", "The source {name} cannot be used for a corpus."),
        "corpus.unsafe": QT_TRANSLATE_NOOP(
            "Errors",
            "{address} is another computer, and the connection to it is not encrypted. Use an address that begins with"
            " tls://.",
        ),
        "corpus.cluster": QT_TRANSLATE_NOOP("Errors", "The scheduler {address} could not be used: {reason}."),
        "corpus.address": QT_TRANSLATE_NOOP("Errors", "{address} cannot be used: {reason}."),
        "corpus.elsewhere": QT_TRANSLATE_NOOP(
            "Errors",
            "The results in {out} say that their articles are at {corpus}. Nothing was read from there. If it is your"
            " corpus, use corpus sample with --corpus {corpus}.",
        ),
        "corpus.password": QT_TRANSLATE_NOOP(
            "Errors",
            "An address must not contain a password or key, because it is written into the results. Put it into the"
            " settings of the storage’s package.",
        ),
        "corpus.worker": QT_TRANSLATE_NOOP(
            "Errors", "A worker cannot take part in this run: {what}. Install the same versions everywhere."
        ),
        "corpus.died": QT_TRANSLATE_NOOP(
            "Errors", "The process that read {part} ended {count} times. Its results are not written."
        ),
        "corpus.bug": QT_TRANSLATE_NOOP("Errors", "{part} could not be read, which should not have happened: {what}."),
        "corpus.question": QT_TRANSLATE_NOOP("Errors", "The results could not be searched: {reason}."),
        "corpus.drawn": QT_TRANSLATE_NOOP(
            "Errors", "No article is left for this sample: none fits, or earlier samples contain all that fit."
        ),
        "corpus.vectors": QT_TRANSLATE_NOOP(
            "Errors", "The results in {out} have no vectors. A run with --vectors into a new folder writes them."
        ),
        "corpus.lost": QT_TRANSLATE_NOOP("Errors", "The workers that read {part} ended."),
        "corpus.storage": QT_TRANSLATE_NOOP("Errors", "{part} could not be read or written: {reason}."),
    }
)
