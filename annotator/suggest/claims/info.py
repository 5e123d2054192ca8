"""What one can know of the source of claims without its rules."""

from annotator.suggest.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label of the ready schemas
SPEAKER = "SPEAKER"  # the label of words that name nobody: "critics"
INFO = SourceInfo(name="claims", version="3", language=None, kind=SourceKind.RULES, labels=(CLAIM,))
