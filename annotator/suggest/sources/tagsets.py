"""The labels of other tagsets mapped to ours, and the labels whose names may begin with an article."""

from collections.abc import Mapping
from types import MappingProxyType

#: Our labels by those of OntoNotes (the English pipelines of spaCy's makers) and GermEval.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "PERSON": "PER",
        "TIME": "DATE",
        **dict.fromkeys(("GPE", "FAC"), "LOC"),
        **dict.fromkeys(("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "OTH"), "MISC"),
        **dict.fromkeys(("PERCENT", "CARDINAL", "ORDINAL"), "QUANTITY"),
    }
)
#: Labels whose names include a leading article.
KEEPS_ARTICLE = frozenset("WORK_OF_ART DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT".split())
