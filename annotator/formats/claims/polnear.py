"""PolNeAR's attributions: a ``.txt`` and an ``.ann`` per article, with a cue that joins source and content.

The content is a claim, the source its claimant. Without a cue there is no attribution. Offsets are code points, end
exclusive.
Source: https://github.com/networkdynamics/PolNeAR, its files ``attributions/*.ann`` (brat's events)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.formats.base import Exporter, FileLayout, Put
from annotator.formats.capabilities import CLAIMANT, CUE, Capabilities, ClaimsOnly
from annotator.formats.claims.claim_facts import Gatherer
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.target import file_name
from annotator.formats.tools.brat import text_line, write_article

_SOURCE, _CUE, _CONTENT = "Source", "Cue", "Content"
_WITH_SOURCE, _WITHOUT = "Attribution", "Attribution-no-source"


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    taken: set[str] = set()

    def put(fitted: Fitted) -> None:
        document = fitted.annotated.document
        write_article(path / file_name(document, taken), document.text, _lines(fitted))

    yield put


def _lines(fitted: Fitted) -> Iterator[str]:
    gatherer, text = Gatherer(fitted), fitted.annotated.document.text
    names: dict[tuple[str, str], str] = {}
    for event, claim in enumerate(fitted.annotated.spans, 1):
        cues, sources = gatherer.tails(claim, CUE), gatherer.tails(claim, CLAIMANT)
        kind = _WITH_SOURCE if sources else _WITHOUT
        joined: list[str] = []
        roles = [(kind, cues[0]), *((_SOURCE, s) for s in sources), *((_CUE, c) for c in cues), (_CONTENT, claim)]
        for role, span in roles:
            known = names.get((role, span.id))
            if known is None:
                known = names[role, span.id] = f"T{len(names) + 1}"
                yield text_line(known, role, span, text)
            joined.append(f"{role}:{known}")
        yield f"E{event}\t{' '.join(joined)}"


POLNEAR_OUT = Exporter(
    name="polnear",
    title="PolNeAR attributions",
    suffix="",
    holds=Capabilities(
        overlap=True,
        discontinuous=True,
        relations=True,
        identities=True,
        details=frozenset({"text"}),
        claims=ClaimsOnly(relations=frozenset({CLAIMANT, CUE}), needs_relation=CUE),
    ),
    open=_open,
    layout=FileLayout.FOLDER,
)
