"""Descriptions of the export formats: which programs read them, and what they cannot hold."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from annotator.formats.capabilities import Capabilities
from annotator.formats.registry import EXPORTERS
from annotator.system.errors import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_TITLES = (  # titles that need a translation
    QT_TRANSLATE_NOOP("FormatWords", "spaCy folder for training"),
    QT_TRANSLATE_NOOP("FormatWords", "doccano JSONL with relations"),
    QT_TRANSLATE_NOOP("FormatWords", "CoNLL columns"),
    QT_TRANSLATE_NOOP("FormatWords", "CSV of spans"),
    QT_TRANSLATE_NOOP("FormatWords", "TSV of spans"),
    QT_TRANSLATE_NOOP("FormatWords", "Excel of labels"),
    QT_TRANSLATE_NOOP("FormatWords", "Excel of claim cards"),
    QT_TRANSLATE_NOOP("FormatWords", "Argilla records"),
    QT_TRANSLATE_NOOP("FormatWords", "INCEpTION project"),
    QT_TRANSLATE_NOOP("FormatWords", "REFI-QDA project"),
    QT_TRANSLATE_NOOP("FormatWords", "CSV of claim cards"),
    QT_TRANSLATE_NOOP("FormatWords", "Dossier of claims (Markdown)"),
    QT_TRANSLATE_NOOP("FormatWords", "Dossier of claims (HTML)"),
    QT_TRANSLATE_NOOP("FormatWords", "PolNeAR attributions"),
    QT_TRANSLATE_NOOP("FormatWords", "JSON with labels"),
)

GROUPS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        QT_TRANSLATE_NOOP("FormatWords", "To keep and share"): {
            "jsonl": QT_TRANSLATE_NOOP(
                "FormatWords", "Spanwright can read it back; for scripts, it has one article per line."
            ),
        },
        QT_TRANSLATE_NOOP("FormatWords", "For training"): {
            "spacy-folder": QT_TRANSLATE_NOOP(
                "FormatWords",
                "Ready for “spacy train”: train, dev and test data, configurations for names and claims, a"
                " data statement.",
            ),
            "docbin": QT_TRANSLATE_NOOP(
                "FormatWords",
                "The data alone, for a spaCy configuration of your own; if in doubt, take the spaCy folder.",
            ),
            "huggingface": QT_TRANSLATE_NOOP(
                "FormatWords", "Hugging Face datasets and transformers load it for token classification."
            ),
            "huggingface-parquet": QT_TRANSLATE_NOOP(
                "FormatWords", "The same as Parquet, smaller and typed; the package pyarrow must be installed."
            ),
            "conll": QT_TRANSLATE_NOOP(
                "FormatWords", "Flair and most taggers read it: one token and its label per line."
            ),
            "conllu": QT_TRANSLATE_NOOP(
                "FormatWords",
                "Tools for Universal Dependencies read it: tokens, sentences, and labels in the last column.",
            ),
            "gliner": QT_TRANSLATE_NOOP("FormatWords", "GLiNER is fine-tuned with it."),
        },
        QT_TRANSLATE_NOOP("FormatWords", "For other annotation tools"): {
            "prodigy": QT_TRANSLATE_NOOP("FormatWords", "Prodigy imports it and trains on it."),
            "label-studio": QT_TRANSLATE_NOOP(
                "FormatWords", "Label Studio imports it; the labelling configuration is written beside it."
            ),
            "doccano": QT_TRANSLATE_NOOP("FormatWords", "doccano imports it into a sequence labelling project."),
            "doccano-relations": QT_TRANSLATE_NOOP("FormatWords", "doccano imports it into a project with relations."),
            "brat": QT_TRANSLATE_NOOP("FormatWords", "brat shows it: two files per article, the text and its labels."),
            "cas-xmi": QT_TRANSLATE_NOOP("FormatWords", "INCEpTION and other UIMA tools import it."),
            "cas-json": QT_TRANSLATE_NOOP(
                "FormatWords", "INCEpTION and dkpro-cassis read it; it is easier to read than XMI."
            ),
            "webanno": QT_TRANSLATE_NOOP(
                "FormatWords",
                "INCEpTION imports it: one token per row. Its project needs the same layers, as CAS XMI has.",
            ),
            "qdpx": QT_TRANSLATE_NOOP("FormatWords", "Opens in ATLAS.ti, MAXQDA and NVivo."),
            "argilla": QT_TRANSLATE_NOOP("FormatWords", "Argilla loads it as records: one question per layer."),
            "gate-xml": QT_TRANSLATE_NOOP("FormatWords", "GATE Developer and GATE Teamware open it."),
            "gate-bdoc": QT_TRANSLATE_NOOP("FormatWords", "The Python package gatenlp loads it."),
            "bioc-xml": QT_TRANSLATE_NOOP("FormatWords", "Tools for scientific texts read it, TeamTat among them."),
            "bioc-json": QT_TRANSLATE_NOOP("FormatWords", "The same as JSON, as PubTator and scripts use it."),
            "pubannotation": QT_TRANSLATE_NOOP("FormatWords", "PubAnnotation and TextAE show it."),
        },
        QT_TRANSLATE_NOOP("FormatWords", "Claims, to check and publish"): {
            "claim-cards-xlsx": QT_TRANSLATE_NOOP(
                "FormatWords", "Opens in Excel and LibreOffice: one claim per row, one field per column."
            ),
            "claim-cards": QT_TRANSLATE_NOOP(
                "FormatWords", "Opens in spreadsheets: one claim per row, one field per column."
            ),
            "dossier-html": QT_TRANSLATE_NOOP("FormatWords", "Browsers show it: each claim with its evidence."),
            "dossier-markdown": QT_TRANSLATE_NOOP(
                "FormatWords", "Editors and wikis show it: each claim with its evidence."
            ),
            "claim-review": QT_TRANSLATE_NOOP(
                "FormatWords",
                "Publishers add it to their page, with the page’s address; search engines show the verdict.",
            ),
            "fever": QT_TRANSLATE_NOOP(
                "FormatWords", "Systems that verify claims against texts train on it; the texts are written beside it."
            ),
            "averitec": QT_TRANSLATE_NOOP(
                "FormatWords", "Fact-checking systems train on it: verdict, justification and evidence."
            ),
            "checkthat": QT_TRANSLATE_NOOP("FormatWords", "Sentence classifiers train on it: check-worthy or not."),
            "polnear": QT_TRANSLATE_NOOP(
                "FormatWords", "Quotation attribution systems train on it: source, cue and content."
            ),
        },
        QT_TRANSLATE_NOOP("FormatWords", "For tables and the web"): {
            "xlsx": QT_TRANSLATE_NOOP(
                "FormatWords", "Opens in Excel and LibreOffice: sheets of labels, relations and articles."
            ),
            "csv": QT_TRANSLATE_NOOP("FormatWords", "Opens in spreadsheets: one label per row."),
            "tsv": QT_TRANSLATE_NOOP("FormatWords", "Opens in pandas, R and spreadsheets: one label per row."),
            "web-annotation": QT_TRANSLATE_NOOP("FormatWords", "Archives and web annotation tools read it."),
        },
    }
)
"""By heading, the names of the formats, each with a sentence about the programs that read it."""

_READERS: Mapping[str, str] = {name: words for group in GROUPS.values() for name, words in group.items()}


def format_title(title: str) -> str:
    """Return a format's title in the window's language; titles that are program names are not translated."""
    return translate("FormatWords", title) if title in _TITLES else title


def grouped() -> list[tuple[str, list[str]]]:
    """Return the names of the export formats by heading; those without a heading come last."""
    groups = [(heading, [name for name in names if name in EXPORTERS]) for heading, names in GROUPS.items()]
    known = {name for _, names in groups for name in names}
    rest = [name for name in EXPORTERS if name not in known]
    return [(translate("FormatWords", heading), names) for heading, names in groups] + (
        [(translate("FormatWords", "Others"), rest)] if rest else []
    )


def sentences(name: str) -> str:
    """Return sentences about which programs read a format and what it cannot hold."""
    reader = translate("FormatWords", _READERS[name]) if name in _READERS else ""
    missing = _missing(EXPORTERS[name].holds)
    if not missing:
        rest = translate("FormatWords", "It holds everything.")
    else:
        rest = translate("FormatWords", "It cannot hold: {missing}.").format(missing=", ".join(missing))
    return f"{reader} {rest}".strip()


def _missing(holds: Capabilities) -> list[str]:
    """Return texts for what a format cannot hold, most important first.

    If relations are listed, relations between articles are not.
    """
    about_claims = holds.claims is not None
    lacks = (
        (not about_claims, translate("FormatWords", "labels other than claims")),
        (holds.overlap, translate("FormatWords", "overlapping labels")),
        (holds.discontinuous, translate("FormatWords", "labels with gaps")),
        (not holds.tokens, translate("FormatWords", "labels of parts of words")),
        (holds.relations, translate("FormatWords", "relations")),
        (holds.attributes or about_claims, translate("FormatWords", "fields and notes")),
        (holds.attributes or not about_claims, translate("FormatWords", "some fields, and notes")),
        (holds.annotators, translate("FormatWords", "annotators")),
        (holds.layers or about_claims, translate("FormatWords", "a label’s layer")),
        (holds.labels, translate("FormatWords", "labels of whole articles")),
        (holds.progress, translate("FormatWords", "sentences read and empty, states, batches and priorities")),
        (holds.details is None, translate("FormatWords", "some details of articles")),
        (holds.across or not holds.relations or about_claims, translate("FormatWords", "relations between articles")),
    )
    return [words for held, words in lacks if not held]
