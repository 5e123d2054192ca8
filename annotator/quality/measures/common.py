"""Articles that several people finished, as agreement is measured on them."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.model.values import NOBODY, Annotated, Part, Relation, Span, State
from annotator.quality.measures.units import Parts, Unit, cut_out, unit

_WORD = re.compile(r"\w+|[^\w\s]")
_MONTH = re.compile(r"(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonArticle:
    """An article that ``people`` finished, with page furniture cut out.

    Offsets of units count only the text outside page furniture, which has ``length`` characters. ``spans`` and
    ``units`` correspond to each other; both are by layer, then by person. A person who found nothing has an empty list.
    """

    document: str
    month: str | None
    length: int
    people: tuple[str, ...]
    spans: Mapping[str, Sequence[Sequence[Span]]]
    units: Mapping[str, Sequence[Sequence[Unit]]]
    relations: Sequence[Sequence[Relation]]
    words: Sequence[Part] = ()


def common(annotated: Annotated, people: Collection[str] | None = None, *, words: bool = False) -> CommonArticle | None:
    """Return an article with the labels of each person who finished it, or None if fewer than two did.

    ``people`` are the people to compare; None means all except `NOBODY`. ``words`` includes the words of the text, too.
    """
    done = {each.annotator for each in annotated.states if each.state is State.DONE}
    names = tuple(sorted(done - NOBODY if people is None else done & set(people)))
    if len(names) < 2:
        return None
    document, excluded = annotated.document, annotated.document.excluded
    place = {name: at for at, name in enumerate(names)}
    spans: defaultdict[str, list[list[Span]]] = defaultdict(lambda: [[] for _ in names])
    units: defaultdict[str, list[list[Unit]]] = defaultdict(lambda: [[] for _ in names])
    for span in annotated.spans:
        at = place.get(span.annotator)
        if at is not None and (parts := cut_out(span.parts, excluded)):
            spans[span.layer][at].append(span)
            units[span.layer][at].append(unit(span.label, parts))
    relations: list[list[Relation]] = [[] for _ in names]
    for relation in annotated.relations:
        if relation.annotator in place:
            relations[place[relation.annotator]].append(relation)
    published = (document.published or "")[:7]
    return CommonArticle(
        document=document.id,
        month=published if _MONTH.fullmatch(published) else None,
        length=max(1, len(document.text) - sum(end - start for start, end in excluded)),
        people=names,
        spans=dict(spans),
        units=dict(units),
        relations=relations,
        words=_words(document.text, excluded) if words else (),
    )


def _words(text: str, excluded: Parts) -> list[Part]:
    edges = [0, *(edge for part in excluded for edge in part), len(text)]
    kept = "".join(text[start:end] for start, end in list(pairwise(edges))[::2])
    return [match.span() for match in _WORD.finditer(kept)]
