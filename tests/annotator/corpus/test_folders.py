from annotator.corpus.folders import walk
from tests.annotator.corpus.files_made import put


def test_folders_of_saved_pages_are_skipped(tmp_path):
    for name in ("a.html", "a_files/b.html", "c.htm", "c-Dateien/d.html", "e_files/f.html"):
        put(tmp_path, name, "x")
    assert [path.relative_to(tmp_path).as_posix() for path in walk([tmp_path])] == ["a.html", "c.htm", "e_files/f.html"]
