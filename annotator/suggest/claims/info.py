"""What one can know of the source of claims without its rules."""

from annotator.suggest.sources.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label of the ready schemas
INFO = SourceInfo(name="claims", version="5", language=None, kind=SourceKind.RULES, labels=(CLAIM,))
