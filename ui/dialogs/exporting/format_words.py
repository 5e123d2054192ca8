"""Descriptions of the export formats: who reads a format, and what its capabilities say it cannot hold."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from annotator.formats.capabilities import Capabilities
from annotator.formats.registry import EXPORTERS
from annotator.system.errors import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_TITLES = (  # those that are more than names
    QT_TRANSLATE_NOOP("FormatWords", "spaCy folder to train in"),
    QT_TRANSLATE_NOOP("FormatWords", "doccano JSONL with relations"),
    QT_TRANSLATE_NOOP("FormatWords", "CoNLL columns"),
    QT_TRANSLATE_NOOP("FormatWords", "CSV of spans"),
    QT_TRANSLATE_NOOP("FormatWords", "TSV of spans"),
    QT_TRANSLATE_NOOP("FormatWords", "REFI-QDA project"),
    QT_TRANSLATE_NOOP("FormatWords", "CSV of claim cards"),
    QT_TRANSLATE_NOOP("FormatWords", "Dossier of claims (Markdown)"),
    QT_TRANSLATE_NOOP("FormatWords", "Dossier of claims (HTML)"),
    QT_TRANSLATE_NOOP("FormatWords", "PolNeAR attributions"),
)

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        QT_TRANSLATE_NOOP("FormatWords", "To keep and to pass on"): ("jsonl",),
        QT_TRANSLATE_NOOP("FormatWords", "To train with"): (
            "spacy-folder",
            "docbin",
            "huggingface",
            "huggingface-parquet",
            "conll",
            "gliner",
        ),
        QT_TRANSLATE_NOOP("FormatWords", "For other annotation tools"): (
            "prodigy",
            "label-studio",
            "doccano",
            "doccano-relations",
            "brat",
            "cas-xmi",
            "cas-json",
            "qdpx",
        ),
        QT_TRANSLATE_NOOP("FormatWords", "Claims, to check and to publish"): (
            "claim-cards",
            "dossier-html",
            "dossier-markdown",
            "claim-review",
            "fever",
            "averitec",
            "checkthat",
            "polnear",
        ),
        QT_TRANSLATE_NOOP("FormatWords", "For tables and the web"): ("csv", "tsv", "web-annotation"),
    }
)

READERS: Mapping[str, str] = MappingProxyType(
    {
        "jsonl": QT_TRANSLATE_NOOP(
            "FormatWords", "Spanwright reads it back with everything in it; scripts find one article a line."
        ),
        "spacy-folder": QT_TRANSLATE_NOOP(
            "FormatWords", "spaCy trains in it as it is: parts, configurations for names and claims, a data statement."
        ),
        "docbin": QT_TRANSLATE_NOOP("FormatWords", "spaCy trains on it as it is."),
        "huggingface": QT_TRANSLATE_NOOP(
            "FormatWords", "datasets and transformers of Hugging Face load it for token classification."
        ),
        "huggingface-parquet": QT_TRANSLATE_NOOP(
            "FormatWords", "The same as Parquet, smaller and typed; the package pyarrow has to be installed for it."
        ),
        "conll": QT_TRANSLATE_NOOP("FormatWords", "Flair and most taggers read it: a token and its label a line."),
        "gliner": QT_TRANSLATE_NOOP("FormatWords", "GLiNER is fine-tuned with it."),
        "prodigy": QT_TRANSLATE_NOOP("FormatWords", "Prodigy imports it and trains on it."),
        "label-studio": QT_TRANSLATE_NOOP(
            "FormatWords", "Label Studio imports it; the labelling configuration is written beside it."
        ),
        "doccano": QT_TRANSLATE_NOOP("FormatWords", "doccano imports it into a project of sequence labelling."),
        "doccano-relations": QT_TRANSLATE_NOOP("FormatWords", "doccano imports it into a project with relations."),
        "brat": QT_TRANSLATE_NOOP("FormatWords", "brat shows it: a text and its labels in two files an article."),
        "cas-xmi": QT_TRANSLATE_NOOP("FormatWords", "INCEpTION and other UIMA tools import it."),
        "cas-json": QT_TRANSLATE_NOOP(
            "FormatWords", "INCEpTION and dkpro-cassis read it; it is quicker to look at than XMI."
        ),
        "qdpx": QT_TRANSLATE_NOOP("FormatWords", "ATLAS.ti, MAXQDA and NVivo open it."),
        "csv": QT_TRANSLATE_NOOP("FormatWords", "Spreadsheets open it: a label a row."),
        "tsv": QT_TRANSLATE_NOOP("FormatWords", "pandas, R and spreadsheets open it: a label a row."),
        "web-annotation": QT_TRANSLATE_NOOP("FormatWords", "Archives and web annotation tools read it."),
        "claim-cards": QT_TRANSLATE_NOOP("FormatWords", "Spreadsheets open it: a claim a row, each field in a column."),
        "dossier-html": QT_TRANSLATE_NOOP("FormatWords", "Browsers show it: each claim with its evidence, to be read."),
        "dossier-markdown": QT_TRANSLATE_NOOP(
            "FormatWords", "Editors and wikis show it: each claim with its evidence, to be read."
        ),
        "claim-review": QT_TRANSLATE_NOOP(
            "FormatWords",
            "Publishers put it into their page, whose address they add; search engines show the verdict.",
        ),
        "fever": QT_TRANSLATE_NOOP(
            "FormatWords", "Systems that check claims against texts train on it; the texts are written beside it."
        ),
        "averitec": QT_TRANSLATE_NOOP(
            "FormatWords", "Systems that check claims train on it: verdict, justification and evidence."
        ),
        "checkthat": QT_TRANSLATE_NOOP(
            "FormatWords", "Classifiers of sentences train on it: each is worth checking, or not."
        ),
        "polnear": QT_TRANSLATE_NOOP(
            "FormatWords", "Systems that attribute quotations train on it: source, cue and content."
        ),
    }
)


def format_title(title: str) -> str:
    """Return a format's name; program names are not translated."""
    return translate("FormatWords", title) if title in _TITLES else title


def grouped() -> list[tuple[str, list[str]]]:
    """Return the export formats under their headings; ungrouped ones come last."""
    groups = [(heading, [name for name in names if name in EXPORTERS]) for heading, names in GROUPS.items()]
    known = {name for _, names in groups for name in names}
    rest = [name for name in EXPORTERS if name not in known]
    return [(translate("FormatWords", heading), names) for heading, names in groups] + (
        [(translate("FormatWords", "Others"), rest)] if rest else []
    )


def sentences(name: str) -> str:
    """Return who reads a format and what it cannot hold."""
    reader = translate("FormatWords", READERS[name]) if name in READERS else ""
    missing = _missing(EXPORTERS[name].holds)
    if not missing:
        rest = translate("FormatWords", "It holds everything.")
    else:
        rest = translate("FormatWords", "It cannot hold: {missing}.").format(missing=", ".join(missing))
    return f"{reader} {rest}".strip()


def _missing(holds: Capabilities) -> list[str]:
    """Return what a format lacks, most important first; details of a missing feature are not listed."""
    about_claims = holds.claims is not None
    lacks = (
        (not about_claims, translate("FormatWords", "labels that are no claims")),
        (holds.overlap, translate("FormatWords", "overlapping labels")),
        (holds.discontinuous, translate("FormatWords", "labels with gaps")),
        (not holds.tokens, translate("FormatWords", "labels of parts of words")),
        (holds.relations, translate("FormatWords", "relations")),
        (holds.attributes or about_claims, translate("FormatWords", "fields and notes")),
        (holds.attributes or not about_claims, translate("FormatWords", "some of the fields, and notes")),
        (holds.annotators, translate("FormatWords", "who decided")),
        (holds.layers or about_claims, translate("FormatWords", "which layer a label is of")),
        (holds.labels, translate("FormatWords", "labels of whole articles")),
        (holds.progress, translate("FormatWords", "sentences read and empty, states, batches and priorities")),
        (holds.details is None, translate("FormatWords", "some details of articles")),
        (holds.across or not holds.relations or about_claims, translate("FormatWords", "relations between articles")),
    )
    return [words for held, words in lacks if not held]
