"""The shipped encoder together with the pipelines that use it."""

import pytest

from annotator.model.values import Document
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.name_model import NameModel
from annotator.suggest.sources import registry
from annotator.suggest.sources.source import SourceKind, Speed, at_speed
from annotator.suggest.work import prepare_many
from annotator.text.normalization import fingerprint

pytestmark = pytest.mark.thorough

GERMAN = (
    "Die Reederei Kolmsen aus Emden hat zwei Fähren verkauft. Das teilte Vorstand Henrike Aldorf am Montag in"
    " Bremerhaven mit. Käufer ist die norwegische Gruppe Fjordlinje."
)
ENGLISH = (
    "Shipowner Kolmsen of Emden has sold two ferries, board member Henrike Aldorf said in Bremerhaven on Monday. The"
    " buyer is the Norwegian group Fjordlinje."
)
MODELS = {info.name for info in registry.available().sources if info.kind is SourceKind.MODEL}
NAMES = {("Kolmsen", "ORG"), ("Emden", "LOC"), ("Henrike Aldorf", "PER"), ("Bremerhaven", "LOC"), ("Fjordlinje", "ORG")}


def test_files_are_those_whose_seal_the_code_names():
    assert registry.ENCODER.seal is not None
    assert checksums.seal(registry.ENCODER.folder) == registry.ENCODER.seal
    assert {"de", "en"} == NameModel.from_disk(*registry.ENCODER).habits.keys()


@pytest.mark.parametrize(("language", "text"), [("de", GERMAN), ("en", ENGLISH)])
def test_finds_names_that_nobody_has_heard_of(language, text):
    sources = at_speed(registry.available().sources, Speed.THOROUGH)
    assert any(info.thorough for info in sources if info.kind is SourceKind.MODEL)
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language)
    (prepared,) = prepare_many([(document, language)], ("PER", "ORG", "LOC"), (), sources)
    found = {(s.quote(text), s.label) for r in prepared.results for s in r.suggestions if r.source in MODELS}
    assert len(found & NAMES) >= 4
    assert len(found - NAMES) <= 1
