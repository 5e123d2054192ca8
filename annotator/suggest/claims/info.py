"""The static part of the claim source, which loads no rules."""

from annotator.suggest.sources.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label of the ready schemas
INFO = SourceInfo(name="claims", version="5", language=None, kind=SourceKind.RULES, labels=(CLAIM,))
