"""The `report` command."""


def test_report_of_project_and_article(path, ask, tmp_path):
    out = tmp_path / "Bericht 🎈.html"
    assert str(out) in ask("report", path, out, "--language", "de").out
    assert "<h2>Fortschritt</h2>" in out.read_text("utf-8")
    ask("report", path, out, "--document", "Kürzlich")
    assert "<h1>Kürzlich</h1>" in out.read_text("utf-8")
    assert "no article Nichts" in ask("report", path, out, "--document", "Nichts", code=1).err
    assert "could not be written" in ask("report", path, tmp_path / "no" / "p.html", code=1).err
    assert "No annotator called bert" in ask("report", path, out, "--annotator", "bert", code=1).err
