import os
import shutil
import subprocess
import sys
from multiprocessing import Pipe
from pathlib import Path

import pytest

from annotator.corpus import reader_table
from annotator.corpus.article import ReadingChoices
from annotator.corpus.byte_limits import TEXT_LIMIT as LIMIT
from annotator.corpus.reader_table import find, from_paste, reader_for
from annotator.system.errors import TextError

ARTICLE = (
    "Das Netz bietet einige Ansatzpunkte, um die Arbeit in Städten und der Industrie voranzubringen.\n\n"
    "Bild: Agentur, hakule\n\nNeue Technik Kleine Stadt wird zum Netzdorf\n\n30.11.2022\n\n"
    "Von Jana Berg\n\nDie Stadt Wiesenau will ihr Rathaus ins Netz verlegen. „Das wird günstiger“, sagte die"
    " Bürgermeisterin, z.\u00a0B. für Familien im Cafe\u0301 🌊. Kritiker zweifeln daran.\n\nVerwandte Artikel"
)


def _file(folder: Path, name: str, raw: bytes | str = ARTICLE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return path


def read_file(path, encoding=None):
    return list(reader_table.read_file(path, ReadingChoices(encoding=encoding)))


def read_files(paths, **more):
    (reading,) = reader_table.read_files(paths, **more)
    return reading


def _names(folder: Path, paths: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_text_file_becomes_article_with_metadata(tmp_path):
    (article,) = read_file(_file(tmp_path, "wiesenau.txt", "\ufeff" + ARTICLE.replace("\n", "\r\n")))
    assert article.text == ARTICLE
    assert article.title == "Neue Technik Kleine Stadt wird zum Netzdorf"
    assert (article.language, article.published, article.author) == ("de", "2022-11-30", "Jana Berg")
    furniture = ["Bild: Agentur, hakule", "30.11.2022", "Von Jana Berg", "Verwandte Artikel"]
    assert sorted(article.text[s:e] for s, e in article.furniture) == sorted(furniture)
    assert (article.encoding, article.encoding_sure, article.name) == ("utf-8", True, "wiesenau.txt")
    assert article.meta == {"file": "wiesenau.txt", "encoding": "utf-8"}


def test_guessed_encoding_can_be_overridden(tmp_path):
    path = _file(tmp_path, "a.txt", "Grüße aus Köln".encode("cp1252"))
    (guessed,) = read_file(path)
    assert (guessed.text, guessed.encoding, guessed.encoding_sure) == ("Grüße aus Köln", "cp1252", False)
    (chosen,) = read_file(path, "cp1250")
    assert (chosen.encoding, chosen.encoding_sure) == ("cp1250", True)


def test_pasted_text_keeps_spaces_and_blank_lines():
    article = from_paste("Ein Rathaus ohne Treppe\r\n\r\n\r\n12 March 2026\rz.\u00a0B.\u2028  so ")
    assert article.text == "Ein Rathaus ohne Treppe\n\n\n12 March 2026\nz.\u00a0B.\u2028  so "
    assert (article.title, article.published) == ("Ein Rathaus ohne Treppe", "2026-03-12")
    assert (article.encoding, dict(article.meta), article.language) == (None, {"file": "Pasted text"}, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [(" \n", "text.empty"), ("a\0b", "text.nul"), ("a\ud800b", "text.surrogate"), ("a" * 20_000_001, "text.too_large")],
)
def test_invalid_paste_is_refused(text, code):
    with pytest.raises(TextError) as caught:
        from_paste(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "raw", "encoding", "code"),
    [
        ("leer.txt", b"", None, "text.empty"),
        ("leer.txt", b"\xef\xbb\xbf \r\n", None, "text.empty"),
        ("nul.txt", b"Gr\0sse", None, "text.nul"),
        ("nul.txt", b"Gr\0sse", "utf-8", "text.nul"),
        ("halb.txt", b"halb \xed\xa0\xbd", None, "text.surrogate"),
        ("falsch.txt", "Grüße".encode("cp1252"), "utf-8", "text.encoding"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n", None, "text.binary"),
        ("blatt.xyz", b"abc", None, "text.kind"),
        ("viele.zip", b"PK", None, "text.archive"),
        ("viele.tar", b"abc", None, "text.archive"),
    ],
)
def test_unreadable_file_is_refused(tmp_path, name, raw, encoding, code):
    with pytest.raises(TextError) as caught:
        read_file(_file(tmp_path, name, raw), encoding)
    assert caught.value.code == code
    assert name in str(caught.value)


def test_too_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "gross.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(TextError, match=rf"gross\.txt is 50\.0 MB; an article may have at most {LIMIT} MB"):
        read_file(path)


def test_missing_file_and_folder_are_refused(tmp_path):
    with pytest.raises(TextError, match=r"weg\.txt could not be read: No such file"):
        read_file(tmp_path / "weg.txt")
    (tmp_path / "ordner.txt").mkdir()
    with pytest.raises(TextError, match=r"ordner\.txt could not be read: it is not a file"):
        read_file(tmp_path / "ordner.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "rohr.txt")
    with pytest.raises(TextError, match="it is not a file"):
        read_file(tmp_path / "rohr.txt")


def test_readers_are_found_by_suffix():
    assert [getattr(reader_for(Path(name)), "name", None) for name in ("a.TXT", "LIESMICH", "a.text", "a.xyz")] == [
        *("text", "text", "text", None)
    ]


def test_folders_are_walked_in_natural_order_without_hidden_files(tmp_path):
    for name in ("Artikel 10.txt", "artikel 9.txt", "unter/b.txt", "unter/.geheim/c.txt", ".d.txt", "bild.xyz"):
        _file(tmp_path, name)
    assert _names(tmp_path, find([tmp_path])[0]) == ["artikel 9.txt", "Artikel 10.txt", "unter/b.txt"]
    assert _names(tmp_path, find([tmp_path])[1]) == ["bild.xyz"]


def test_named_files_are_included_once(tmp_path):
    picture, text = _file(tmp_path, "bild.xyz"), _file(tmp_path, ".geheim.txt")
    missing = tmp_path / "weg.txt"
    assert find([text, picture, missing, text])[0] == [text, picture, missing]
    assert find([picture, missing])[1] == []


def test_links_to_parent_folders_end(tmp_path):
    _file(tmp_path, "unter/a.txt")
    try:
        (tmp_path / "unter" / "oben").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "unter" / "selbst.txt").symlink_to(tmp_path / "unter" / "selbst.txt")
    except OSError:
        pytest.skip("links need a right on this system")
    found = find([tmp_path])[0]
    assert _names(tmp_path, found) == ["unter/a.txt", "unter/selbst.txt"]
    reading = read_files(found)
    assert [article.name for article in reading.articles] == ["a.txt"]
    assert [path.name for path, _ in reading.failures] == ["selbst.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list any folder")
def test_unlistable_folder_is_reported(tmp_path):
    (tmp_path / "zu").mkdir(mode=0)
    found = find([tmp_path])[0]
    (tmp_path / "zu").chmod(0o700)  # so that it can be cleared away
    assert found == [tmp_path / "zu"]


def test_vanished_folder_costs_only_unread_files(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"Artikel {n}. " + "Der Rat tagt. " * 40_000, "utf-8")
    portions = reader_table.read_files(find([folder])[0])
    first = next(portions)
    shutil.rmtree(folder)
    rest = list(portions)
    assert [article.name for article in first.articles] == ["0.txt"]
    told = [str(error) for portion in rest for _, error in portion.failures]
    assert told == [f"{n}.txt could not be read: No such file or directory." for n in (1, 2)]
    assert [article for portion in rest for article in portion.articles] == []


def test_bad_file_stops_no_other_and_repeats_are_listed(tmp_path):
    paths = [
        _file(tmp_path, "eins.txt"),
        _file(tmp_path, "leer.txt", ""),
        _file(tmp_path, "noch/eins.txt", ARTICLE.replace("\n", "\r\n")),
        _file(tmp_path, "zwei.txt", "Etwas anderes"),
    ]
    told: list[tuple[int, int]] = []
    reading = read_files(paths, progress=lambda done, total: told.append((done, total)))
    assert [article.name for article in reading.articles] == ["eins.txt", "zwei.txt"]
    assert [(path.name, error.code) for path, error in reading.failures] == [("leer.txt", "text.empty")]
    assert [(repeat.name, first.name) for repeat, first in reading.repeats] == [("eins.txt", "eins.txt")]
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    ours, theirs = Pipe()
    with ours, theirs:
        theirs.send(reading)
        again = ours.recv()
    assert again.articles == reading.articles
    assert str(again.failures[0][1]) == str(reading.failures[0][1])


def test_readers_import_no_qt_or_language_model():
    large = {"PySide6", "py3langid", "spacy", "numpy", "lxml", "trafilatura", "pypdf", "openpyxl", "feedparser"}
    code = f"import annotator.corpus.reader_table, sys; print({large} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
