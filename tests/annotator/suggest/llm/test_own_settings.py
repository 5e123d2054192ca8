"""The settings of the user's language model: only the user can read the file, and no content of it does harm."""

import os
import stat
import sys

import pytest

from annotator.suggest.llm import own_settings
from annotator.suggest.llm.own_settings import OwnModel
from annotator.suggest.llm.prompts import Prompts
from annotator.system.errors import ModelError
from tests.annotator.suggest.llm.scripted import KEY

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setattr(own_settings, "place", lambda: tmp_path / "config" / "language-model.json")


def test_settings_are_read_back():
    made = OwnModel(address="localhost:1", model="m", key=KEY, prompts=Prompts(suggest="ü 🎈", review="r"))
    own_settings.save(made.agreeing())
    assert own_settings.load() == made.agreeing()
    assert own_settings.load().may_send
    assert not OwnModel(address="localhost:2", model="m", agreed=made.agreeing().agreed).may_send


@posix
def test_file_is_for_the_user_alone():
    before = os.umask(0)
    try:
        own_settings.save(OwnModel(key=KEY))
    finally:
        os.umask(before)
    path = own_settings.place()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    own_settings.load()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    own_settings.save(OwnModel(key=KEY))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff", b"[" * 100_000, b'{"address": 5, "agreed": [1], "prompts": []}', b'{"agreed": {"a": 1}}'],
)
def test_broken_settings_count_as_unset(content):
    path = own_settings.place()
    path.parent.mkdir()
    path.write_bytes(content)
    assert own_settings.load() == OwnModel()


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_unwritable_place_is_reported_without_key():
    own_settings.place().parent.mkdir(mode=0o500)
    with pytest.raises(ModelError) as failed:
        own_settings.save(OwnModel(key=KEY))
    assert failed.value.code == "llm.settings"
    assert KEY not in str(failed.value)


def test_key_file_has_the_key_in_its_first_line(tmp_path):
    path = tmp_path / "key"
    path.write_bytes(f"\ufeff{KEY}\r\nmore".encode())
    assert own_settings.key_in(path) == KEY
    with pytest.raises(ModelError) as failed:
        own_settings.key_in(tmp_path / "none")
    assert failed.value.code == "llm.key_file"


def test_key_is_not_in_the_settings_words():
    assert KEY not in repr(OwnModel(key=KEY))


@posix
def test_link_to_the_settings_stays_a_link(tmp_path):
    own_settings.place().parent.mkdir()
    own_settings.place().symlink_to(tmp_path / "elsewhere.json")
    own_settings.save(OwnModel(model="m"))
    assert own_settings.place().is_symlink()
    assert own_settings.load().model == "m"
    assert stat.S_IMODE((tmp_path / "elsewhere.json").stat().st_mode) == 0o600
