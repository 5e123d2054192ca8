"""Ask a language model which decided labels it doubts. Nothing is changed: a person looks at each doubt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.schema import Label, Schema
from annotator.model.values import Document, Span
from annotator.suggest.adapter.layers import qualified
from annotator.suggest.llm.client import Client
from annotator.suggest.llm.prompts import Prompts, messages, numbered, offered, review_schema, to_review
from annotator.suggest.llm.source import TOGETHER, entries_of, plain_reason
from annotator.suggest.passages import Passage, passages
from annotator.suggest.sources.source import Cancelled
from annotator.system.errors import ModelError

_MOST = 80  # labels in one request


class Doubt(NamedTuple):
    """A doubt about the label of a span; ``quote`` is the span's text, ``reason`` the model's reason, as one line."""

    span: Span
    quote: str
    reason: str


@dataclass(kw_only=True)
class Critic:
    """Asks a language model whether labels in documents of one language are consistent with their guidelines."""

    client: Client
    schema: Schema
    prompts: Prompts
    language: str
    _offered: Mapping[str, Label] = field(init=False, repr=False)
    _instructions: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._offered = offered(self.schema).every
        if not self._offered:
            raise ModelError("llm.no_labels")
        self._instructions = to_review(self.prompts, self.schema, self.language)

    def review(self, document: Document, spans: Sequence[Span], cancelled: Cancelled) -> Iterator[Doubt]:
        """Yield the model's doubts about labels in a document, at most one for each label.

        Only passages that contain decided labels (``spans``) are sent; ``cancelled`` is checked before each request.

        Raises:
            Declined: The model declined to answer about a part of the document.
            UnusableAnswer: An answer could not be read.
            ModelError: The model cannot be asked.
        """
        for passage in passages(document, together=TOGETHER):
            inside = [span for span in spans if self._asks(span) and _holds(passage, span)]
            for first in range(0, len(inside), _MOST):
                if cancelled():
                    return
                yield from self._doubts(document, passage, inside[first : first + _MOST])

    def _doubts(self, document: Document, passage: Passage, spans: Sequence[Span]) -> Iterator[Doubt]:
        listed = numbered((qualified(span.layer, span.label), span.quote(document.text)) for span in spans)
        answer = self.client.ask(messages(self._instructions, passage.text, listed), review_schema(len(spans)))
        doubted: set[int] = set()
        for entry in entries_of(answer, "doubts"):
            number, reason = entry.get("number"), entry.get("reason")
            if type(number) is not int or not 1 <= number <= len(spans) or number in doubted:
                continue
            doubted.add(number)
            said = self.client.connection.without_key(reason) if isinstance(reason, str) else ""
            span = spans[number - 1]
            yield Doubt(span, span.quote(document.text), plain_reason(said))

    def _asks(self, span: Span) -> bool:
        return qualified(span.layer, span.label) in self._offered


def _holds(passage: Passage, span: Span) -> bool:
    return any(start <= span.start < end for start, end in passage.parts)
