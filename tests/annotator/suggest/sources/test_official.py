"""Pipelines of spaCy's makers, downloaded from a local server."""

import hashlib
import json
from dataclasses import replace
from zipfile import ZipInfo

import pytest

from annotator.model.values import Document
from annotator.suggest.sources import official, own
from annotator.suggest.sources.official import Addresses, fetch, look_up
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import never
from annotator.system.errors import ModelError
from tests.annotator.suggest.published import LIST, META, NAME, VERSION, WHEEL, publish, publishing, wheel

INSIDE = f"{NAME}/{NAME}-{VERSION}"


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with publishing() as made:
        publish(made, wheel())
        yield made


@pytest.fixture
def offer(server):
    return look_up(NAME, server.places)


def refused(offer):
    """Download a pipeline, return the error, and check that no file is left behind."""
    with pytest.raises(ModelError) as error:
        fetch(offer)
    assert own.folders() == []
    assert not own.shelf().exists() or list(own.shelf().iterdir()) == []
    return error.value


def test_look_up_describes_the_download(server, offer):
    from spacy import about

    assert offer.version == VERSION
    assert offer.address == server.places.wheels + WHEEL.removeprefix("/wheels")
    assert (offer.size, offer.licence, offer.spacy) == (len(server.files[WHEEL]), "MIT", about.__version__)
    assert offer.sha256 == hashlib.sha256(server.files[WHEEL]).hexdigest()
    assert server.asked == [f"GET {LIST}", f"GET {META}", f"HEAD {WHEEL}"]


def test_offer_without_published_details(server):
    del server.files[META]
    offer = look_up(NAME, server.places)
    assert (offer.licence, offer.sha256) == (None, None)
    del server.files[WHEEL]
    assert look_up(NAME, server.places).size is None


def test_fetched_pipeline_suggests_and_its_code_never_runs(server, offer):
    heard = []
    info = fetch(offer, progress=lambda done, total: heard.append((done, total)))
    assert (info.name, info.licence) == (NAME, "CC0")
    assert info.name in [known.name for known in available(own.folders()).sources]
    assert own.is_by_others(info.folder)
    text = "In Köln 🎈."
    document = Document(id="d", title="", text=text, sha256="", language="de")
    found = PipelineSource(info=info, labels=frozenset({"LOC"})).suggest(document, never)
    assert [s.quote(text) for s in found] == ["Köln"]
    assert [path.name for path in own.shelf().iterdir()] == ["core_news_sm"]
    assert heard
    assert all(done <= total for done, total in heard)


def test_unreachable_server_is_reported_with_address_and_remedy():
    with pytest.raises(ModelError) as error:
        look_up(NAME, Addresses(compatible="http://127.0.0.1:9/c.json", wheels="http://127.0.0.1:9"))
    assert "http://127.0.0.1:9/c.json does not answer" in str(error.value)
    assert "Is this computer online" in str(error.value)


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ({"spacy": {"2.0": {NAME: ["2.0.0"]}}}, "source.unpublished"),
        ({"spacy": {"3.8": {"en_core_web_sm": ["3.8.0"]}}}, "source.unpublished"),
        ({"spacy": {"3.8": {NAME: ["../../x"]}}}, "source.unpublished"),
        ({"spacy": {"3.8": {NAME: []}}}, "source.unpublished"),
        ({"spacy": []}, "source.unpublished"),
        ([], "source.unreachable"),
    ],
)
def test_only_versions_for_this_spacy_are_offered(server, listed, code):
    server.files[LIST] = json.dumps(listed).encode()
    with pytest.raises(ModelError) as error:
        look_up(NAME, server.places)
    assert error.value.code == code


def test_wrong_checksum_keeps_nothing(server, offer):
    server.files[WHEEL] = wheel(more=[("x", "")])
    assert refused(offer).code == "source.checksum"


def test_broken_connection_keeps_nothing(server, offer):
    server.waiting.add(WHEEL)
    server.go_on.set()
    error = refused(offer)
    assert error.code == "source.unreachable"
    assert "Nothing has changed" in str(error)


def test_missing_download_is_reported(server, offer):
    del server.files[WHEEL]
    assert "there is no such page" in str(refused(offer))


def _link():
    link = ZipInfo(f"{INSIDE}/vocab/link")
    link.external_attr = 0o120777 << 16
    return link


@pytest.mark.parametrize(
    "member",
    [
        "../out",
        "/etc/out",
        f"{INSIDE}/../../../out",
        "C:\\out",
        f"{INSIDE}/a\\..\\b",
        _link(),
    ],
)
def test_wheel_with_path_outside_is_refused(server, member, tmp_path):
    publish(server, wheel(more=[(member, "x")]))
    assert "outside its folder" in str(refused(look_up(NAME, server.places)))
    assert list(tmp_path.rglob("out")) == []


def test_wheel_of_another_pipeline_is_refused(server):
    for content, said in (
        (b"<html>", "not a zip file"),
        (wheel(name="other"), "a file inside is missing"),
        (wheel(called="core_news_md"), "another pipeline"),
    ):
        publish(server, content)
        assert said in str(refused(look_up(NAME, server.places)))


def test_wheel_beyond_limits_is_refused(server, offer, monkeypatch):
    monkeypatch.setattr(official, "_LARGEST_INSIDE", 100)
    assert "too large when unpacked" in str(refused(offer))
    monkeypatch.setattr(official, "_MOST", 3)
    assert "too many files" in str(refused(offer))
    monkeypatch.setattr(official, "_LARGEST", 100)
    assert "too large for a pipeline" in str(refused(offer))


def test_damaged_wheel_without_checksum_is_refused(server, offer):
    content = bytearray(server.files[WHEEL])
    content[60:90] = b"\xff" * 30
    server.files[WHEEL] = bytes(content)
    assert refused(replace(offer, sha256=None)).code in {"source.archive", "source.broken"}
